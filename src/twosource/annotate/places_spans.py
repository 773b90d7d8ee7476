"""Find the words that may name places: spaCy's labels, corrected by the gazetteer, by context and by agreement.

Reads   Parse.doc (tokens, tags, entity labels)
Gives   drafts: token ranges, each with its form and with what its type word says
Misses  places written in lower case; a village that neither the gazetteer has nor spaCy sees
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from twosource.annotate.places_context import (
    LABEL_ALONE,
    PLACE_LABELS,
    believable,
    is_place,
    prominent,
    stands_as_place,
)
from twosource.annotate.places_datelines import datelines
from twosource.annotate.places_words import (
    LONGEST,
    adjective_of,
    agency,
    capital,
    first_name,
    is_country,
    kind_of,
    known,
    name_at,
    names_in,
    plain_word,
    weight,
)
from twosource.annotate.tokens import POSSESSIVES, text_between
from twosource.text.countries import nationality, seat
from twosource.text.lexicon import mapping
from twosource.text.names import fold

Form = Literal["name", "adjective", "part", "site", "dateline"]
BODY_LABELS = frozenset({"ORG", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "FAC"})
# The word before the type word of a road: "Old Mill Road", "South Orange Avenue" have two.
ROAD_WORDS = 3


@dataclass(frozen=True)
class Draft:
    """Words that may name a place: the tokens ``[start, end)``.

    A "site" is a road or building, whatever town has the same name; a "part" stands inside the name of a body.
    """

    start: int
    end: int
    form: Form

    def text(self, doc: Doc) -> str:
        """The words as printed."""
        return text_between(doc, self.start, self.end)


class _Taken:
    """Drafts in the order of their certainty: a later one never overlaps an earlier one."""

    def __init__(self) -> None:
        self.kept: list[Draft] = []
        self.tokens: set[int] = set()

    def add(self, drafts: Iterable[Draft]) -> None:
        for draft in drafts:
            tokens = range(draft.start, draft.end)
            if tokens and self.tokens.isdisjoint(tokens):
                self.kept.append(draft)
                self.tokens.update(tokens)


def find_drafts(doc: Doc) -> list[Draft]:
    """Return the drafts of a parse in text order, never overlapping."""
    taken = _Taken()
    taken.add(Draft(start, end, "dateline") for start, end in datelines(doc))
    taken.add(_abbreviated(doc))
    taken.add(_typed(doc))
    entities = doc.ents  # made anew each time it is asked for
    taken.add(_labelled(doc, entities))
    taken.add(_adjectives(doc))
    sure = {fold(draft.text(doc)) for draft in taken.kept if draft.form in ("name", "dateline")}
    taken.add(_inside(doc, entities, sure))
    taken.add(_unlabelled(doc, taken.tokens, sure))
    persons = _persons(entities)
    places = Counter(fold(entity.text) for entity in entities if entity.label_ in PLACE_LABELS)
    settled = {fold(d.text(doc)) for d in taken.kept if d.form != "adjective" and stands_as_place(doc, d.start, d.end)}
    kept = (draft for draft in taken.kept if not _is_person(draft, doc, persons, places, settled))
    return sorted((draft for draft in kept if not _saint(draft, doc)), key=lambda draft: draft.start)


def _labelled(doc: Doc, entities: Iterable[Tokens]) -> Iterator[Draft]:
    """Yield the places that spaCy labels, cut to their names."""
    for entity in entities:
        if entity.label_ in PLACE_LABELS:
            yield from _cut(doc, entity)


def _cut(doc: Doc, entity: Tokens) -> Iterator[Draft]:
    start, end = trimmed(doc, entity.start, entity.end)
    if start >= end or agency(text_between(doc, start, end)) or adjective_of(text_between(doc, start, end)):
        return
    found = list(names_in(doc, start, end))
    if found and found[0] == (start, end):
        words = text_between(doc, start, end)
        alone = weight(words) < LABEL_ALONE or plain_word(words)
        if (entity.label_ != "GPE" and plain_word(words)) or (alone and not believable(doc, start, end)):
            return
        yield Draft(start, end, "name")
    elif not found:
        if (entity.label_ == "GPE" and believable(doc, start, end)) or (
            entity.label_ == "LOC" and not plain_word(doc[end - 1].text)
        ):
            yield Draft(start, end, "name")
    elif entity.label_ != "FAC" and not first_name(doc[start].text):
        rest = set(range(start, end)) - {i for low, high in found for i in range(low, high)}
        if all(_narrows(doc[i].text) for i in rest):
            yield from (Draft(low, high, "name") for low, high in found if not plain_word(text_between(doc, low, high)))


def _narrows(word: str) -> bool:
    """Whether a word beside a name leaves it the same place: "downtown", "City of", "and", a comma."""
    return not word[:1].isalpha() or word.islower() or kind_of(word.lower()) != "" or word in ("City", "State", "The")


def trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a token range without articles, possessive endings, lower-case words and punctuation at its ends."""
    while start < end and (not capital(doc[start]) or doc[start].lower_ == "the"):
        start += 1
    while end > start and not capital(doc[end - 1]):
        end -= 1
    return start, end


def _abbreviated(doc: Doc) -> Iterator[Draft]:
    """Yield short names of states and provinces after a town and a comma: "Guelph, Ont.", "Dover, DE"."""
    for at in range(2, len(doc)):
        word = doc[at].text
        if doc[at - 1].text != "," or not capital(doc[at - 2]) or not word[:1].isupper():
            continue
        if word in mapping("place_abbreviations"):
            yield Draft(at, at + 1, "name")
        elif word + "." in mapping("place_abbreviations"):
            stop = at + 1 < len(doc) and doc[at + 1].text == "." and not doc[at].whitespace_
            yield Draft(at, at + 2 if stop else at + 1, "name")


def _typed(doc: Doc) -> Iterator[Draft]:
    """Yield the names that a type word closes: "Kings County", "Station Road", "Mercy General Hospital"."""
    for token in doc:
        kind = kind_of(token.text) if token.text[:1].isupper() else ""
        if kind not in ("road", "site", "division") or token.i == 0:
            continue
        start = _opening(doc, token.i)
        end = token.i + 1
        followed = end < len(doc) and doc[end].text[:1].isupper() and doc[end].pos_ == "PROPN"
        if kind == "division":
            yield from _division(doc, start, end)
        elif start < token.i and not followed and (kind == "road" or _site(doc, start, token.ent_type_)):
            yield Draft(start, end, "site")


def _opening(doc: Doc, at: int) -> int:
    """Return where the capitalised words that lead up to a type word begin."""
    start = at
    while start > 0 and at - start < ROAD_WORDS:
        before = doc[start - 1]
        if before.text == "-" and start > 1 and not before.whitespace_ and not doc[start - 2].whitespace_:
            start -= 2
            continue
        stranger = not before.text[:1].isupper() or before.pos_ == "DET" or before.is_punct or adjective_of(before.text)
        if stranger or doc[start].is_sent_start:
            break
        start -= 1
    return at if text_between(doc, start, at + 1) in mapping("actor_groups") else start


def _division(doc: Doc, start: int, end: int) -> Iterator[Draft]:
    """Yield the longest name of the gazetteer that ends with the type word."""
    for low in range(start, end - 1):
        if known(text_between(doc, low, end)):
            yield Draft(low, end, "name")
            return


def _site(doc: Doc, start: int, label: str) -> bool:
    """Whether a building's name is used as a place; "Lisbon Hospital" is left to the town in it."""
    if label == "FAC":
        return True
    return label in ("ORG", "GPE", "LOC", "") and stands_as_place(doc, start, start) and not weight(doc[start].text)


def _adjectives(doc: Doc) -> Iterator[Draft]:
    """Yield the adjectives and the people of nations and areas: both words of "Belarusian-Ukrainian"."""
    skip = 0
    for token in doc:
        if token.i < skip or not token.text[:1].isupper() or token.ent_type_ in ("PERSON", "LANGUAGE", *BODY_LABELS):
            continue
        negated = token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ in ("un", "non")
        for stop in () if negated else (token.i + 2, token.i + 1):
            words = text_between(doc, token.i, stop)
            if stop <= len(doc) and adjective_of(words) and (not known(words) or nationality(words)):
                yield Draft(token.i, stop, "adjective")
                skip = stop
                break


def _inside(doc: Doc, entities: Iterable[Tokens], sure: set[str]) -> Iterator[Draft]:
    """Yield the well-known places inside the names of bodies, and bodies that the article elsewhere shows as places."""
    for entity in entities:
        if entity.label_ not in BODY_LABELS:
            continue
        whole = trimmed(doc, entity.start, entity.end)
        for low, high in names_in(doc, entity.start, entity.end):
            key = fold(text_between(doc, low, high))
            if (low, high) == whole:
                if is_place(doc, low, high, entity.label_, sure):
                    yield Draft(low, high, "name")
            elif key in sure or prominent(doc, low, high):
                yield Draft(low, high, "part")


def _unlabelled(doc: Doc, taken: set[int], sure: set[str]) -> Iterator[Draft]:
    """Yield the names of the gazetteer that spaCy gave no place label and that stand where a place stands."""
    at = 0
    while at < len(doc):
        token = doc[at]
        at += 1
        if token.i in taken or not capital(token) or token.ent_type_ not in ("", "NORP", "PERSON"):
            continue
        stop, most = token.i + 1, min(len(doc), token.i + LONGEST)
        while stop < most and stop not in taken and capital(doc[stop]) and doc[stop].ent_type_ == token.ent_type_:
            stop += 1
        end = 0 if _cuts(doc, token.i) else name_at(doc, token.i, stop)
        if end and not _cuts(doc, end) and is_place(doc, token.i, end, token.ent_type_, sure):
            yield Draft(token.i, end, "name")
            at = end


def _cuts(doc: Doc, at: int) -> bool:
    """Whether a person's name goes on across a token's start."""
    return at < len(doc) and doc[at].ent_type_ == "PERSON" and doc[at].ent_iob_ == "I"


def _persons(entities: Iterable[Tokens]) -> Counter[str]:
    """Count how often each word stands in a person's name."""
    found: Counter[str] = Counter()
    for entity in entities:
        if entity.label_ == "PERSON":
            found.update({fold(token.text) for token in entity if token.text not in POSSESSIVES})
    return found


def _is_person(draft: Draft, doc: Doc, persons: Counter[str], places: Counter[str], settled: set[str]) -> bool:
    """Whether a name of one word is a person's elsewhere in the article, and never stands as a place does."""
    words = draft.text(doc)
    if draft.form != "name" or draft.end > draft.start + 1 or not persons[fold(words)]:
        return False
    if fold(words) in settled:
        return False
    famous = is_country(words) or seat(words) != ""
    return first_name(words) or (not famous and persons[fold(words)] > places[fold(words)])


def _saint(draft: Draft, doc: Doc) -> bool:
    """Whether a saint's name owns what follows: "St. John's Church" is not in St. John's."""
    owned = (
        draft.end + 1 < len(doc)
        and doc[draft.end].text in POSSESSIVES
        and doc[draft.start].text in ("St.", "Saint", "St")
    )
    return owned and draft.form in ("name", "part")
