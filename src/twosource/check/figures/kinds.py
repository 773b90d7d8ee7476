"""The questions that stories of many kinds ask of a number: how many were aboard, how fast a car went.

Reads   a figure: what it counts, its unit, and the words of its own clause
Gives   the question's name, from the table `figure_kinds`; "" for none
Misses  questions that one story alone has

Two reports of one thing share few words ("a reward stands at", "has offered for news of the rest"), but the question
that both answer is known: news asks the same of every robbery, crash and takeover.
"""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.check.claims.asking import GAP
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.figures.questions import COUNTED
from twosource.check.language.money import is_money
from twosource.check.language.numbers import AREA, LENGTH, MASS, TIME
from twosource.check.language.words import content_words, parted, stem
from twosource.model import Claim
from twosource.text.lexicon import table

ANY = "*"


class Row(NamedTuple):
    """A question: its name, what its numbers are, and the stems of the words that must and must not stand there:
    of each set of those that must, one; `nowhere` are stems that may not even stand elsewhere in the sentence.
    """

    name: str
    dimension: str
    nouns: frozenset[str]
    near: tuple[frozenset[str], ...]
    barred: frozenset[str]
    nowhere: frozenset[str]
    anywhere: bool


@cache
def _rows() -> tuple[Row, ...]:
    rows = []
    for name, dimension, nouns, near, *only in table("figure_kinds"):
        wanted, _, nowhere = near.partition(" nowhere ")
        wanted, _, barred = wanted.partition(" not ")
        rows.append(Row(name, dimension, _stems(nouns), _sets(wanted), _stems(barred), _stems(nowhere), not only))
    return tuple(rows)


@cache
def _rows_anywhere() -> tuple[Row, ...]:
    """The rows whose words may stand anywhere in the sentence."""
    return tuple(row for row in _rows() if row.anywhere)


def _stems(words: str) -> frozenset[str]:
    return frozenset() if words == ANY else frozenset(stem(word) for word in words.split())


def _sets(words: str) -> tuple[frozenset[str], ...]:
    return tuple(_stems(part) for part in words.split(" & ")) if words != ANY else ()


def kind_of(claim: Claim) -> str:
    """Return the name of the question that a figure answers, "" for none that is known."""
    if claim.measure in COUNTED:
        return ""  # a toll is asked for by its name
    return _kind(_dimension(claim), claim.measure, claim.value, claim.asked, claim.deed, claim.value_key)


@lru_cache(maxsize=50_000)
def _kind(dimension: str, measure: str, value: str, asked: str, deed: str, around: str) -> str:
    """The question that a number of a dimension answers, by the words of a claim: it is asked once a pair of claims."""
    counted = {stem(word) for word in content_words(f"{measure} {value}")}
    if dimension == "count" and TIMES_BEHIND.search(value):
        counted = {"time"}  # "lied three times": how often, and no counts of a charge
    clause = counted | {stem(word) for word in content_words(asked.replace(GAP, " "))}
    if deed:
        clause.add(stem(deed.partition("/")[0]))
    told = clause | parted(around)
    return _first(_rows(), dimension, counted, clause, told) or _first(_rows_anywhere(), dimension, counted, told, told)


def _first(rows: Iterable[Row], dimension: str, counted: set[str], beside: set[str], told: AbstractSet[str]) -> str:
    """The name of the first row that fits a number of a dimension, what it counts, the words beside it and about it."""
    for row in rows:
        of_these = row.dimension == dimension and (not row.nouns or row.nouns & counted)
        if of_these and all(part & beside for part in row.near) and not row.barred & beside and not row.nowhere & told:
            return row.name
    return ""


def _dimension(claim: Claim) -> str:
    if is_money(claim):
        return "money"
    if claim.rule == ORDINALS:
        return "order"
    if not claim.unit:
        return "count"
    unit, _, per = claim.unit.partition(" per ")
    if per == "hour" or unit == "knot" or (per == "second" and unit in LENGTH):
        return "speed"
    if unit in LENGTH or unit == "nautical mile":
        return "length"
    if unit in MASS:
        return "mass"
    return next((name for name, units in DIMENSIONS if unit in units), claim.unit)


TIMES_BEHIND = re.compile(r"\btimes$")
DIMENSIONS = (
    ("time", frozenset(TIME)),
    ("area", frozenset(AREA)),
    ("volume", frozenset({"litre", "gallon", "barrel", "cubic metre"})),
    ("temperature", frozenset({"degree", "celsius", "fahrenheit"})),
)
