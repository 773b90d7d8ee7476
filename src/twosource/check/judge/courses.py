"""How a count of people went on over the days: what each later one superseded, and which stands now.

Reads   the accounts of one question that are at odds, the moment that each claim speaks for
Gives   Course: the accounts in order and the one that stands, None where time does not explain them
Misses  counts of articles that nothing dates

The dead of a flood are counted every day, and again at the inquest. "At least 81" never contradicts 217; 12 on Monday
and 17 on Tuesday are one count that rose; 259 in a month and 224 a year later one that was corrected. Two different
sums that two outlets give of one day are at odds, and a lower one on the next day is too: nobody is dead no more.
"""

from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import NamedTuple

from twosource.check.claims.manners import CORRECTS, RISEN
from twosource.check.compatible import compatible
from twosource.check.language.numbers import as_said, is_order
from twosource.model import Account, Claim
from twosource.text.calendar import ISO_DAY

FALLS = frozenset({"missing", "trapped", "stranded", "homeless", "hospitalized"})
"""Measures that fall as people are found and go home."""

CORRECTED = 3
"""Days from which on a lower count is one that was corrected: reports of one day and the next only lag behind."""


class Course(NamedTuple):
    """The indices of accounts in the order in which they were first told, and of the one that stands."""

    order: tuple[int, ...]
    stands: int


class Told(NamedTuple):
    """A count, its account, the ISO time it speaks for and who carries it."""

    claim: Claim
    account: int
    moment: str
    outlet: str

    @property
    def number(self) -> float:
        """The number that it names."""
        return as_said(self.claim) or 0.0

    @property
    def firm(self) -> bool:
        """Whether it is a number of its own, and not one that is passed, or an order of size."""
        return self.claim.bound != ">" and not is_order(self.claim.low, self.claim.high)


def course_of(
    accounts: tuple[Account, ...], moment: Callable[[Claim], str], outlet: Callable[[Claim], str]
) -> Course | None:
    """Return the course of a count, None where some text is of no known time or two of one time are at odds."""
    told = [
        Told(claim, index, moment(claim), outlet(claim))
        for index, account in enumerate(accounts)
        for claim in _speaking(account)
    ]
    if any(len(one.moment) < ISO_DAY for one in told):
        return None
    told.sort(key=lambda one: (one.moment, one.number, one.account))
    falls = accounts[0].measure.partition(" ")[0] in FALLS
    differing = [(a, b) for a, b in combinations(told, 2) if a.account != b.account]
    if not all(_explained(a, b, falls) or _superseded(a, b, told, falls) for a, b in differing):
        return None
    firm = [one for one in told if one.firm or not any(other.firm for other in told if other.account == one.account)]
    order = tuple(dict.fromkeys(one.account for one in firm))
    return Course(order, _stands(told))


def _superseded(a: Told, b: Told, told: list[Told], falls: bool) -> bool:
    """Whether two early counts were both passed by one of a later day: of one hour, one had not heard of the other."""
    return any(
        one.firm and one.moment[:ISO_DAY] > b.moment[:ISO_DAY] and (falls or one.number > max(a.number, b.number))
        for one in told
    )


MOST = 20
"""The most claims that speak for an account: they are compatible with each other."""


def _speaking(account: Account) -> tuple[Claim, ...]:
    return account.claims if len(account.claims) <= MOST else account.claims[:MOST]


def _explained(a: Told, b: Told, falls: bool) -> bool:
    """Whether two counts, the earlier first, are not at odds: time lies between, or the lower is a bound."""
    if compatible(a.claim, b.claim):
        return True
    lower, higher = (a, b) if a.number <= b.number else (b, a)
    if not lower.firm or RISEN in higher.claim.rule or (CORRECTS in b.claim.rule and a.moment < b.moment):
        return True
    if a.moment[:ISO_DAY] == b.moment[:ISO_DAY]:
        timed = len(a.moment) > ISO_DAY and len(b.moment) > ISO_DAY and a.moment != b.moment
        return (lower is a and (timed or a.outlet == b.outlet)) or (falls and timed)
    return falls or lower is a or a.outlet == b.outlet or _days(a, b) >= CORRECTED


def _days(a: Told, b: Told) -> int:
    return (date.fromisoformat(b.moment[:ISO_DAY]) - date.fromisoformat(a.moment[:ISO_DAY])).days


def _stands(told: list[Told]) -> int:
    """The account of the latest firm count, or of a bound above it that is told no earlier."""
    firm = [one for one in told if one.firm]
    last = firm[-1] if firm else told[-1]
    passed = [one for one in told if one.moment >= last.moment and one.number > last.number]
    return (passed[-1] if passed else last).account
