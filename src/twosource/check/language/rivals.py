"""Whether two offices that one person is given cannot both be right: "second engineer" and "third engineer".

Reads   the measures of two role claims
Gives   True or False
Misses  offices of quite different names ("coach" and "academy manager"), which one person may hold both; a deputy whom
        others call by the office itself, which they do loosely too
"""

import re
from functools import lru_cache

from twosource.check.language.ranks import RANKS
from twosource.text.lexicon import table

LADDERS = (frozenset(RANKS.values()), frozenset({"director", "manager"}))
"""Offices of which somebody holds one at a time in one force or for one thing."""

LITTLE = frozenset({"of", "the", "for", "and", "police", "fire", "local", "city", "county"})


@lru_cache(maxsize=4096)
def rival_offices(one: str, other: str) -> bool:
    """Whether no office of one measure agrees with one of the other, and two of them are steps of one ladder.

    >>> rival_offices("office: second engineer", "office: third engineer")
    True
    >>> rival_offices("office: police captain", "office: captain")
    False
    >>> rival_offices("office: news director", "office: news manager")
    True
    >>> rival_offices("office: captain; owner", "office: owner")
    False
    >>> rival_offices("office: sergeant", "office: lieutenant")
    True
    """
    held, held_too = (_offices(measure) for measure in (one, other))
    if any(a <= b or b <= a for a in held for b in held_too):
        return False
    return any(_rival(a, b) for a in held for b in held_too)


def _offices(measure: str) -> list[frozenset[str]]:
    return [
        frozenset(re.findall(r"[\w'’-]+", office.casefold())) - LITTLE
        for office in measure.partition(": ")[2].split("; ")
    ]


def _rival(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two offices are one but for an ordinal or a step of a ladder."""
    if len(a - b) != 1 or len(b - a) != 1:
        return False
    (first,), (second,) = a - b, b - a
    if {first, second} <= ordinals():
        return True
    return any({first, second} <= ladder for ladder in LADDERS) and (bool(a & b) or {first, second} <= LADDERS[0])


@lru_cache(maxsize=1)
def ordinals() -> frozenset[str]:
    """Return the words that count in a row: "first", "second"."""
    return frozenset(row[0] for row in table("number_words") if row[2] == "ordinal")
