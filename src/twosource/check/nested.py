"""Whether one of two towns may lie within the other, by the gazetteer.

Reads   the keys of two names (`place_key`)
Gives   Homes
Misses  towns whose names several others near them bear; parts of a city that no gazetteer has
"""

from functools import lru_cache
from typing import NamedTuple

from twosource.text.gazetteer import Entry, candidates, kilometres


class Homes(NamedTuple):
    """What is known of two places where one person is said to live: whether one may lie within the other."""

    known: bool
    nested: bool


WITHIN = 60.0
"""Kilometres between a city and what may be a part of it."""

LARGE, TIMES = 1_000_000, 10
"""From how many people on a city has parts that are called by themselves, and how many times theirs it has."""


@lru_cache(maxsize=2000)
def two_homes(one: str, other: str) -> Homes:
    """Return whether two places are on the map, and whether they are one or one may lie within the other.

    >>> two_homes("queens", "college point"), two_homes("leeds", "york")
    (Homes(known=True, nested=True), Homes(known=True, nested=False))
    """
    if one == other:
        return Homes(known=True, nested=True)
    first, second = (candidates(name) for name in (one, other))
    if not first or not second:
        return Homes(known=False, nested=False)
    near = [(a, b) for a in first for b in second if (kilometres(a, b) or 0.0) <= WITHIN and a.country == b.country]
    return Homes(known=True, nested=any(_holds(a, b) or _holds(b, a) or a.geonames == b.geonames for a, b in near))


def _holds(large: Entry, small: Entry) -> bool:
    """Whether a place is a division, or so large that the other may be a part of it."""
    if large.feature in ("region", "district"):
        return True
    return large.population >= max(LARGE, TIMES * small.population)
