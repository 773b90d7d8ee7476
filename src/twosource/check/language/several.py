"""Which of several a text tells of, as a small word before a noun says: a first dose or a second, last year or this.

Reads   texts
Gives   picked (what it picks) and picked_otherwise (two pick one another's neighbour)
Misses  those that are told apart by a name, or by more than one word
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from twosource.check.language.words import sense

PICKING: tuple[tuple[str, ...], ...] = (
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    ("last|previous", "this|current", "next|coming"),
    ("at least", "at most"),
    ("lowest", "highest"),
    ("smallest", "largest|biggest"),
    ("minimum", "maximum"),
)
"""Words before a noun or a number that pick one of several, and so exclude each other: closed classes. Words with a
stroke between them pick the same.
"""

WORDS = "|".join(word for row in PICKING for members in row for word in members.split("|"))
PICKED = re.compile(
    rf"\b({WORDS})(?=\s+(?:(?:and|or|to)\s+(?:{WORDS})\s+)?((?!and\b)[a-z]{{3,}}|\d[\d.,]*\d|\d)\b)", re.I
)


@cache
def _ranks() -> dict[str, tuple[int, int]]:
    """For each picking word its row and its place there."""
    return {
        word: (number, place)
        for number, row in enumerate(PICKING)
        for place, members in enumerate(row)
        for word in members.split("|")
    }


@lru_cache(maxsize=20_000)
def picked(text: str) -> frozenset[tuple[str, int, int]]:
    """What a text picks of several: the sense of the noun, the row of the word before it and its place there.

    >>> sorted(picked("5 million had a first dose last year"))
    [('dose', 0, 0), ('year', 1, 0)]
    """
    return frozenset((sense(match[2].lower()), *_ranks()[match[1].lower()]) for match in PICKED.finditer(text))


def picked_otherwise(a: Iterable[tuple[str, int, int]], b: Iterable[tuple[str, int, int]]) -> bool:
    """Whether of one noun two texts pick two, and neither has the other's too.

    >>> picked_otherwise(picked("treated last year"), picked("treated this year"))
    True
    >>> picked_otherwise(picked("first and second dose"), picked("second dose"))
    False
    """
    first, second = _places(a), _places(b)
    return any(first[key].isdisjoint(second[key]) for key in first.keys() & second.keys())


def _places(found: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int], set[int]]:
    places: dict[tuple[str, int], set[int]] = {}
    for noun, row, place in found:
        places.setdefault((noun, row), set()).add(place)
    return places
