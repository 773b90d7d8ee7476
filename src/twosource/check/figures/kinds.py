"""The questions that stories of many kinds ask of a number: how many were aboard, how fast a car went.

Reads   a figure: what it counts, its unit, and the words of its own clause
Gives   the question's name, from the table `figure_kinds`; "" for none
Misses  questions that one story alone has

Two reports of one thing share few words ("a reward stands at", "has offered for news of the rest"), but the question
that both answer is known: news asks the same of every robbery, crash and takeover.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.check.claims.asking import GAP
from twosource.check.language.money import is_money
from twosource.check.language.numbers import LENGTH, MASS
from twosource.check.language.words import content_words, parted, stem
from twosource.model import Claim
from twosource.text.lexicon import table

ANY = "*"


class Row(NamedTuple):
    """A question: its name, what its numbers are, and the stems of the words that must and must not stand there."""

    name: str
    dimension: str
    nouns: frozenset[str]
    near: frozenset[str]
    barred: frozenset[str]
    anywhere: bool


@cache
def _rows() -> tuple[Row, ...]:
    rows = []
    for name, dimension, nouns, near, *only in table("figure_kinds"):
        wanted, _, barred = near.partition(" not ")
        rows.append(Row(name, dimension, _stems(nouns), _stems(wanted), _stems(barred), not only))
    return tuple(rows)


def _stems(words: str) -> frozenset[str]:
    return frozenset() if words == ANY else frozenset(stem(word) for word in words.split())


def kind_of(claim: Claim) -> str:
    """Return the name of the question that a figure answers, "" for none that is known."""
    return _kind(_dimension(claim), claim.measure, claim.value, claim.asked, claim.deed, claim.value_key)


@lru_cache(maxsize=50_000)
def _kind(dimension: str, measure: str, value: str, asked: str, deed: str, around: str) -> str:
    """The question that a number of a dimension answers, by the words of a claim: it is asked once a pair of claims."""
    counted = {stem(word) for word in content_words(f"{measure} {value}")}
    clause = counted | {stem(word) for word in content_words(asked.replace(GAP, " "))}
    if deed:
        clause.add(stem(deed.partition("/")[0]))
    everywhere = [row for row in _rows() if row.anywhere]
    told = clause | parted(around)
    return _first(_rows(), dimension, counted, clause) or _first(everywhere, dimension, counted, told)


def _first(rows: Iterable[Row], dimension: str, counted: set[str], beside: set[str]) -> str:
    """The name of the first row that fits a number of a dimension, of what is counted and the words beside it."""
    for row in rows:
        of_these = row.dimension == dimension and (not row.nouns or row.nouns & counted)
        if of_these and (not row.near or row.near & beside) and not row.barred & beside:
            return row.name
    return ""


def _dimension(claim: Claim) -> str:
    if is_money(claim):
        return "money"
    if not claim.unit:
        return "count"
    unit, _, per = claim.unit.partition(" per ")
    if per == "hour" or unit == "knot" or (per == "second" and unit in LENGTH):
        return "speed"
    if unit in LENGTH or unit == "nautical mile":
        return "length"
    if unit in MASS:
        return "mass"
    return "time" if unit in TIMES else claim.unit


TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
