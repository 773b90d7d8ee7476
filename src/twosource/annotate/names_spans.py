"""Find where the names stand: spaCy's entities with their edges mended, and what it left out.

Reads   Parse.doc (entities, tags), the lexicons titles, country_names, nationalities, government_seats
Gives   Draft: token range, first guess of the kind, and what the words around it say of it
Misses  names in lower case ("isis", "the times")
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from twosource.annotate.parse import Parse
from twosource.model import NameKind
from twosource.text.countries import country, houses, nationality
from twosource.text.lexicon import mapping, table, words
from twosource.text.names import fold

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "other",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
LONGEST_COUNTRY = 6  # words in the longest name of country_names ("South Georgia and ..." has more and is not listed)
POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})


@dataclass(frozen=True)
class Draft:
    """A name on its way: tokens ``[start, end)``, kind so far, and the title that stands before it ("" if none)."""

    start: int
    end: int
    kind: NameKind
    sure: bool = False
    title: str = ""


def name_drafts(parse: Parse) -> list[Draft]:
    """Return the drafts of all names, in text order, none overlapping another."""
    doc = parse.doc
    taken = [False] * len(doc)
    drafts: list[Draft] = []
    for finder in (_countries, _houses, _listed, _entities, _titled, _repeated):
        for draft in finder(doc, taken, drafts):
            if not any(taken[draft.start : draft.end]):
                drafts.append(draft)
                taken[draft.start : draft.end] = [True] * (draft.end - draft.start)
    return sorted(drafts, key=lambda draft: draft.start)


def is_title(token: Token) -> bool:
    """Whether the token can be part of a title before a name: a listed title or a capitalised office word."""
    word = token.lower_
    return word in words("titles") or mapping("noun_kinds").get(word) == "person"


def _entities(doc: Doc, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    for entity in doc.ents:
        kind = KINDS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _pieces(doc, entity.start, entity.end, taken):
            first, last = _trim(doc, start, end)
            if first >= last:
                continue
            bare = _skip_title(doc, first, last) if kind == "person" else first
            yield Draft(bare, last, kind, title=_title_before(doc, bare))


def _pieces(doc: Doc, start: int, end: int, taken: list[bool]) -> Iterator[tuple[int, int]]:
    """Cut an entity at line breaks, bullets and at names already found in it."""
    at = start
    for i in range(start, end + 1):
        if i == end or doc[i].is_space or doc[i].text in "•|*" or taken[i]:
            if at < i:
                yield at, i
            at = i + 1


def _trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take articles, punctuation and possessive endings off the edges."""
    while start < end and (doc[start].is_punct or doc[start].lower_ in words("name_edges")):
        start += 1
    while end > start and (
        doc[end - 1].text in POSSESSIVES
        or (doc[end - 1].is_punct and not doc[end - 1].text.endswith("."))
        or doc[end - 1].lower_ in ("and", "the", "of")
    ):
        end -= 1
    capital = any(doc[i].text[:1].isupper() for i in range(start, end))
    return (start, end) if capital else (start, start)


def _skip_title(doc: Doc, start: int, end: int) -> int:
    """Move past titles that spaCy took into a person's name, as long as a word of the name is left."""
    at = start
    while at < end - 1 and (is_title(doc[at]) or doc[at].is_lower or nationality(doc[at].text) or doc[at].text in "."):
        at += 1
    return at


def _title_before(doc: Doc, start: int) -> str:
    """Return the run of title words before a name, in lower case: ``"foreign minister"``."""
    at = start
    while at > 0 and not doc[at].is_sent_start and (is_title(doc[at - 1]) or _opens_title(doc, at - 1, at < start)):
        at -= 1
    return " ".join(token.lower_ for token in doc[at:start]).strip(". ")


def _opens_title(doc: Doc, i: int, inside: bool) -> bool:
    """Whether the token belongs to a title whose later words are known: "Foreign" before "Minister"."""
    token = doc[i]
    return inside and token.is_title and token.pos_ in ("PROPN", "ADJ", "NOUN") and not nationality(token.text)


def _countries(doc: Doc, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    first_words = _first_words()
    for token in doc:
        if not token.text[:1].isupper():
            continue
        if token.text in first_words:
            for size in range(LONGEST_COUNTRY, 0, -1):
                stretch = doc[token.i : token.i + size]
                if len(stretch) == size and country(stretch.text) and not _inside_name(doc, token.i, token.i + size):
                    yield Draft(token.i, token.i + size, "place", sure=True)
                    break
        if nationality(token.text) and not _inside_name(doc, token.i, token.i + 1):
            yield Draft(token.i, token.i + 1, "group", sure=True)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in mapping("country_names"))


def _inside_name(doc: Doc, start: int, end: int) -> bool:
    """Whether a country's name is only a part of another name: "Bank of China", "Jordan Peele", "New Mexico"."""
    entity = next((ent for ent in doc[start:end].ents if ent.label_ in KINDS), None)
    token = doc[start]
    if token.ent_type_ in ("PERSON", "ORG", "FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW"):
        around = [doc[i] for i in (start - 1, end) if 0 <= i < len(doc)]
        same = [near for near in around if near.ent_type_ == token.ent_type_ and near.ent_iob_ != "O"]
        joined = [near for near in same if near.pos_ in ("PROPN", "ADP") and near.text not in POSSESSIVES]
        return bool(joined)
    return bool(entity and (entity.start < start or entity.end > end) and entity.label_ == "GPE"
                and doc[end - 1].dep_ == "compound")  # fmt: skip


def _houses(doc: Doc, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    starts = frozenset(name.split()[0] for name in houses())
    for token in doc:
        if token.text in starts:
            for size in (3, 2, 1):
                stretch = doc[token.i : token.i + size]
                if len(stretch) == size and stretch.text in houses():
                    yield Draft(token.i, token.i + size, "organisation", sure=True)
                    break


def _listed(doc: Doc, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """Bodies of the list of aliases, as spelled there: "IAEA", "Red Cross"; two letters only if the model agrees."""
    spelled = _spelled()
    for token in doc:
        for name in spelled.get(token.text, ()):
            stretch = doc[token.i : token.i + len(name)]
            if tuple(one.text for one in stretch) != name or _inside_name(doc, stretch.start, stretch.end):
                continue
            if len(name) > 1 or len(token.text) > 2 or token.ent_type_ in ("ORG", "GPE"):
                yield Draft(stretch.start, stretch.end, "organisation", sure=True)
                break


@cache
def _spelled() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The listed names of bodies by first word, each as its words, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for kind, usual, others in table("name_aliases"):
        if kind == "organisation":
            for name in (usual, *others.split("|")):
                parts = tuple(name.removeprefix("The ").split())
                found.setdefault(parts[0], set()).add(parts)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


def _titled(doc: Doc, taken: list[bool], _: list[Draft]) -> Iterator[Draft]:
    """A run of proper nouns after a title is a person's name: "Foreign Minister Makei"."""
    for token in doc[:-1]:
        after = doc[token.i + 1]
        if not (is_title(token) and not taken[token.i] and after.pos_ == "PROPN" and after.text[:1].isupper()):
            continue
        if is_title(after) or taken[after.i]:
            continue
        end = after.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and not taken[end] and not doc[end].is_sent_start:
            end += 1
        yield Draft(after.i, end, "person", title=_title_before(doc, after.i))


def _repeated(doc: Doc, taken: list[bool], drafts: list[Draft]) -> Iterator[Draft]:
    """A capitalised word that elsewhere is a person's surname or a whole name is that name here too."""
    known: dict[str, NameKind] = {}
    for draft in drafts:
        if draft.kind in ("person", "organisation", "place"):
            size = draft.end - draft.start
            if draft.kind == "person" or size == 1:
                known.setdefault(doc[draft.end - 1].text, draft.kind)
    common = {token.text.lower() for token in doc if token.is_lower}
    for token in doc:
        if taken[token.i] or token.text not in known or token.lower_ in common or not token.text[:1].isupper():
            continue
        if len(fold(token.text)) > 2:  # two letters: initials and abbreviations, not surnames
            yield Draft(token.i, token.i + 1, known[token.text])


def titles_gender() -> dict[str, str]:
    """Return the titles that tell the bearer's gender: title -> "f" or "m"."""
    return {row[0]: row[1] for row in table("titles") if row[1] in ("f", "m")}
