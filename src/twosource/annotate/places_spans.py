"""Find the words that may name places: spaCy's labels, corrected by the gazetteer, by context and by agreement.

Reads   Parse.doc (tokens, tags, entity labels), the gazetteer, the lexicons place_types and place_abbreviations
Gives   drafts: token ranges with what the label and the context say of them
Misses  places written in lower case; a village that is not in the gazetteer and that spaCy does not see either
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from twosource.annotate.tokens import POSSESSIVES
from twosource.text.countries import nationality
from twosource.text.gazetteer import Entry, candidates
from twosource.text.lexicon import mapping
from twosource.text.names import fold

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
BODY_LABELS = frozenset({"ORG", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"})
# "Saint Vincent and the Grenadines", "South Georgia and South Sandwich Islands": longer names are not printed whole.
LONGEST = 6
# A place inside a body's name ("CTV Winnipeg") is taken when the press knows it: a country, a division, or a town of
# this size; smaller ones are more often a surname or a word.
KNOWN_TOWN = 50_000
# A name that spaCy gave no label is taken out of context only when the whole press knows the place.
BIG_TOWN = 500_000
LOCATIVE = frozenset(
    {"in", "at", "near", "from", "to", "around", "outside", "into", "across", "toward", "towards", "throughout"}
)


@dataclass(frozen=True)
class Draft:
    """Words that may name a place: the tokens ``[start, end)``.

    `form` is "name", "adjective", or "part" (inside the name of a body); `label` is spaCy's, "" when it gave none.
    """

    start: int
    end: int
    form: str
    label: str = ""

    def text(self, doc: Doc) -> str:
        """The words as printed."""
        return doc[self.start : self.end].text


def drafts(doc: Doc) -> list[Draft]:
    """Return the drafts of a parse in text order, never overlapping."""
    found: dict[int, Draft] = {}
    taken: set[int] = set()
    for draft in _labelled(doc):
        _add(draft, found, taken)
    against = _persons(doc)
    for draft in _adjectives(doc):
        _add(draft, found, taken)
    for draft in _inside(doc, taken):
        _add(draft, found, taken)
    sure = {fold(draft.text(doc)) for draft in found.values() if draft.form == "name"}
    for draft in _unlabelled(doc, taken, sure):
        _add(draft, found, taken)
    return [draft for _, draft in sorted(found.items()) if not _is_person(draft, doc, against)]


def _add(draft: Draft, found: dict[int, Draft], taken: set[int]) -> None:
    tokens = range(draft.start, draft.end)
    if tokens and not any(i in taken for i in tokens):
        found[draft.start] = draft
        taken.update(tokens)


def _labelled(doc: Doc) -> Iterator[Draft]:
    """Yield the places that spaCy labels, cut to their names."""
    for entity in doc.ents:
        if entity.label_ in PLACE_LABELS:
            yield from _cut(entity, doc)


def _cut(entity: Tokens, doc: Doc) -> Iterator[Draft]:
    start, end = trimmed(doc, entity.start, entity.end)
    if start >= end:
        return
    known = list(known_within(doc, start, end))
    whole = known and known[0] == (start, end)
    if whole or not known:
        last = doc[end - 1].text
        if whole or entity.label_ != "FAC" or mapping("place_types").get(last) == "last":
            yield Draft(start, end, "name", entity.label_)
        return
    typed = mapping("place_types").get(doc[end - 1].text) == "last" and entity.label_ != "GPE"
    if typed:
        yield Draft(start, end, "name", entity.label_)
        return
    for low, high in known:
        yield Draft(low, high, "name" if entity.label_ != "FAC" else "part", entity.label_)


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a token range without articles, possessive endings, lower-case words and punctuation at its ends."""
    while start < end and (not _capital(doc[start]) or doc[start].lower_ == "the"):
        start += 1
    while end > start and not _capital(doc[end - 1]):
        end -= 1
    return start, end


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() or token.text[:1].isdigit()


def known_within(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of the gazetteer in a range, the longest from the left, none overlapping."""
    at = start
    while at < end:
        for stop in range(min(end, at + LONGEST), at, -1):
            if _capital(doc[at]) and _capital(doc[stop - 1]) and known(doc[at:stop].text):
                yield at, stop
                at = stop
                break
        else:
            at += 1


def known(words: str) -> tuple[Entry, ...]:
    """Return what the gazetteer has for the words; nothing for bare postal codes and single letters."""
    if len(words) < 2 or (words in mapping("place_abbreviations") and "." not in words):
        return ()
    return candidates(words)


def _adjectives(doc: Doc) -> Iterator[Draft]:
    """Yield the adjectives of nations before a noun: "Belarusian" twice in "Belarusian-Belarusian border"."""
    for token in doc:
        if token.text[:1].isupper() and nationality(token.text) and token.ent_type_ not in ("PERSON", "LANGUAGE"):
            plural = token.tag_ in ("NNPS", "NNS")
            before = token.dep_ in ("amod", "compound", "nmod") or token.tag_ == "JJ"
            if before and not plural:
                yield Draft(token.i, token.i + 1, "adjective", token.ent_type_)


def _inside(doc: Doc, taken: set[int]) -> Iterator[Draft]:
    """Yield the well-known places inside the names of bodies."""
    for entity in doc.ents:
        if entity.label_ in BODY_LABELS:
            for low, high in known_within(doc, entity.start, entity.end):
                words = doc[low:high].text
                if weight(words) >= KNOWN_TOWN and not words.isupper():
                    yield Draft(low, high, "part", entity.label_)


def weight(words: str) -> int:
    """Return the most people that a place of this name has; areas and waters count as a big town."""
    return max((BIG_TOWN if not one.population else one.population for one in known(words)), default=0)


def _unlabelled(doc: Doc, taken: set[int], sure: set[str]) -> Iterator[Draft]:
    """Yield the names of the gazetteer that spaCy gave no label and that stand where a place stands."""
    for token in doc:
        if token.i in taken or token.ent_type_ or not _capital(token) or token.pos_ not in ("PROPN", "NOUN", "ADJ"):
            continue
        stop = token.i + 1
        while stop < len(doc) and stop not in taken and not doc[stop].ent_type_ and _capital(doc[stop]):
            stop += 1
        for low, high in known_within(doc, token.i, stop):
            if low == token.i and _placed(doc, low, high, sure):
                yield Draft(low, high, "name")


def _placed(doc: Doc, low: int, high: int, sure: set[str]) -> bool:
    """Whether the words stand where a place stands, or are sure to be one."""
    words = doc[low:high].text
    if fold(words) in sure:
        return True
    before = doc[low - 1] if low else None
    after = doc[high] if high < len(doc) else None
    if doc[high - 1].pos_ != "PROPN":
        return False
    if before is not None and before.lower_ in LOCATIVE:
        return True
    return weight(words) >= BIG_TOWN and (after is None or after.pos_ != "PROPN")


def _persons(doc: Doc) -> Counter[str]:
    """Count how often each word stands in a person's name."""
    found: Counter[str] = Counter()
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            found.update({fold(token.text) for token in entity if token.text not in POSSESSIVES})
    return found


def _is_person(draft: Draft, doc: Doc, against: Counter[str]) -> bool:
    """Whether a name of one word is a person's everywhere else in the article."""
    return (
        draft.form == "name"
        and draft.end == draft.start + 1
        and against[fold(draft.text(doc))] > 0
        and (weight(draft.text(doc)) < BIG_TOWN)
    )
