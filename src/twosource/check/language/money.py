"""Sums of money: in which currency, and when one sum is told twice ("85 million euros ($108 million)").

Reads   figure claims
Gives   whether two are sums in two currencies, and whether one is the other, converted

Nobody gives a rate, so sums in two currencies are never at odds: only two in one currency are.
"""

from functools import cache

from twosource.model import Claim
from twosource.text.lexicon import table

CONVERTED = " converted"
"""How the rule of a figure ends that tells the sum before it again in another currency."""


@cache
def unit_kinds() -> dict[str, str]:
    """Return what each unit measures, by its normal name: "length" of "metre", "money" of "dollar"."""
    return {row[0]: row[1] for row in table("units")}


CURRENCIES = frozenset(unit for unit, kind in unit_kinds().items() if kind == "money" and unit != "cent")


def is_money(claim: Claim) -> bool:
    """Whether a figure is a sum of money."""
    return claim.unit in CURRENCIES


def two_currencies(a: Claim, b: Claim) -> bool:
    """Both are sums of money, in two currencies."""
    return a.unit != b.unit and is_money(a) and is_money(b)


def one_sum_twice(a: Claim, b: Claim) -> bool:
    """One tells the sum of the other again in another currency, right behind it."""
    if a.article != b.article or a.span != b.span or not two_currencies(a, b):
        return False
    _, second = (a, b) if a.focus.start < b.focus.start else (b, a)
    return second.rule.endswith(CONVERTED)
