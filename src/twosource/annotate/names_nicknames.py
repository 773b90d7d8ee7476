"""Find full names that hold a nickname between marks: Vincent "the Owl" Marlow, Kimo (Kiki) Reyes.

Reads   Parse.doc (entities), the lexicon first_names, the gazetteer
Gives   the tokens of each such name, first name to surname
Misses  nicknames without marks, and of more than three words
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.annotate.tokens import text_between
from twosource.text.countries import country, nationality
from twosource.text.gazetteer import candidates
from twosource.text.lexicon import mapping

OPEN = frozenset({'"', "“", "‘", "'", "`", "``", "("})
CLOSE = frozenset({'"', "”", "’", "'", "''", ")"})
LONGEST = 3
"""Words of a nickname: "Sammy the Owl"."""
KNOWN_TOWN = 15_000
"""People of a town that is known by its name alone; smaller ones share theirs with too many nicknames."""


def nicknamed(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the tokens ``[start, end)`` of each name with a nickname inside."""
    for mark in doc:
        if mark.text not in OPEN or not mark.i or not _given(doc[mark.i - 1]):
            continue
        doubled = mark.text == "`" and mark.i + 1 < len(doc) and doc[mark.i + 1].text == "`"
        close = _closed(doc, mark.i + doubled)
        if close and close + 1 < len(doc) and _surname(doc[close + 1], mark):
            yield _first(doc, mark.i - 1), close + 2


def _given(token: Token) -> bool:
    named = token.text in mapping("first_names") or token.ent_type_ == "PERSON"
    return named and token.is_title and token.is_alpha


def _closed(doc: Doc, start: int) -> int:
    """The token that closes the mark at `start` after capitalised words ("the" aside), 0 where none does so soon."""
    for i in range(start + 1, min(start + LONGEST + 2, len(doc))):
        if doc[i].text in CLOSE and (doc[start].text == "(") == (doc[i].text == ")"):
            inside = text_between(doc, start + 1, i)
            return i if i > start + 1 and not (doc[start].text == "(" and _place(inside)) else 0
        if not (doc[i].is_alpha and (doc[i].is_title or doc[i].lower_ == "the")) or doc[i].ent_type_ == "GPE":
            return 0
    return 0


def _place(words: str) -> bool:
    """Whether the words in brackets tell where somebody is from: a country, a people, a town of some size."""
    towns = (one for one in candidates(words) if one.primary and one.population >= KNOWN_TOWN)
    return bool(country(words) or nationality(words) or next(towns, None))


def _surname(token: Token, mark: Token) -> bool:
    """Whether a word can be the surname after a nickname; after brackets the model must not think it of a place."""
    capital = token.text[:1].isupper() and token.is_alpha and not token.is_upper
    return capital and not (mark.text == "(" and token.ent_type_ in ("GPE", "DATE", "NORP"))


def _first(doc: Doc, i: int) -> int:
    """Where the name starts whose last first name is at `i`: after the marks of the model, names and initials."""
    start = i
    while start and (doc[start - 1].text in mapping("first_names") or _initial(doc[start - 1])):
        start -= 1
    return start


def _initial(token: Token) -> bool:
    return (
        token.is_upper and token.text.rstrip(".").isalpha() and len(token.text.rstrip(".")) == 1 and token.text != "I"
    )
