"""When two numbers tell the same thing: bounds, rounding, units.

Reads   amounts: claims and accounts of a figure
Gives   whether two may both be right, or tell one number in two ways; the number that an amount is as it is said
Misses  units that no table turns into each other

Each public function's docstring is the proposition that it tests. `Amount` is what they compare.
"""

import math
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.model import Account, Bound, Claim
from twosource.text.lexicon import table


class Amount(NamedTuple):
    """A number as an account gives it: bounds (None where open), how it was bounded, and its normal unit.

    `short` says that the truth does not reach the number: "almost 90".
    """

    low: float | None
    high: float | None
    bound: Bound = "="
    unit: str = ""
    short: bool = False

    @property
    def nominal(self) -> float:
        """The number as it was said: the one bound that there is, or the middle of both."""
        if self.low is None or self.high is None:
            return self.low if self.low is not None else self.high or 0.0
        return (self.low + self.high) / 2

    @property
    def exact(self) -> bool:
        """Whether it was given as one number, neither bounded nor about."""
        return self.low is not None and self.low == self.high and self.bound == "="


def as_said(told: Claim | Account) -> float | None:
    """Return the number that a claim or an account names: its lower bound, else its upper one, None without either."""
    return told.low if told.low is not None else told.high


LENGTH = {
    "metre": 1.0,
    "kilometre": 1000.0,
    "mile": 1609.344,
    "foot": 0.3048,
    "yard": 0.9144,
    "inch": 0.0254,
    "centimetre": 0.01,
}
MASS = {
    "gram": 1.0,
    "kilogram": 1000.0,
    "tonne": 1e6,
    "ton": 907184.74,
    "pound": 453.59237,
    "pound-mass": 453.59237,
    "ounce": 28.349523,
}
AREA = {
    "square kilometre": 1e6,
    "square mile": 2589988.1,
    "hectare": 1e4,
    "acre": 4046.8564,
    "square metre": 1.0,
    "square foot": 0.09290304,
}
TIME = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629746.0,
    "year": 31556952.0,
}
SPEED = {
    "metre per second": 1.0,
    "kilometre per hour": 1000.0 / 3600.0,
    "mile per hour": 0.44704,
    "knot": 1852.0 / 3600.0,
}
SCALES = (LENGTH, MASS, AREA, TIME, SPEED)
"""Units that measure one dimension, in its base unit (exact by definition, or to eight figures); a year is the
Gregorian one, a month its twelfth."""


def in_base_unit(amount: Amount) -> Amount:
    """Return the amount in the base unit of its dimension; unchanged when the unit is none of `SCALES`.

    >>> round(in_base_unit(Amount(3.0, 3.0, "=", "mile")).nominal)
    4828
    """
    for scale in SCALES:
        if amount.unit in scale:
            factor, base = scale[amount.unit], next(unit for unit, size in scale.items() if size == 1.0)
            low = None if amount.low is None else amount.low * factor
            high = None if amount.high is None else amount.high * factor
            return Amount(low, high, amount.bound, base, amount.short)
    return amount


def in_base(told: Claim | Account) -> float:
    """Return the number that a claim or an account names in the base unit of its dimension: metres, seconds."""
    said = as_said(told)
    return in_base_unit(Amount(said, said, "=", told.unit)).nominal


def figures_of(number: float) -> int:
    """Return how many figures a number has, zeros at either end left out.

    >>> figures_of(580_000.0), figures_of(8.49)
    (2, 3)
    """
    return len(f"{abs(number):.6f}".replace(".", "").strip("0"))


def one_dimension(unit: str, other: str) -> bool:
    """Whether two units are one or measure one dimension.

    >>> one_dimension("mile", "metre"), one_dimension("mile", "tonne"), one_dimension("dollar", "euro")
    (True, False, False)
    """
    return unit == other or any(unit in scale and other in scale for scale in SCALES)


ORDER = 5
"""How many times its lower bound a vague number's upper one is: "dozens", "thousands" and "millions" span ten."""


def is_order(low: float | None, high: float | None) -> bool:
    """Whether a number is only an order of size: "millions" here and "millions" there need not be one number.

    >>> is_order(1000.0, 9999.0), is_order(3000.0, 5000.0), is_order(2000.0, None)
    (True, False, False)
    """
    return bool(low) and bool(high) and (high or 0.0) >= ORDER * (low or 0.0)


def grain(number: float) -> float:
    """Return the step to which a number was rounded, judged by its trailing zeros; 1 at the least for whole numbers.

    >>> grain(352), grain(500_000), grain(1_700), grain(7.1)
    (1.0, 100000.0, 100.0, 0.1)
    """
    if number == 0:
        return 1.0
    text = f"{abs(number):.6f}".rstrip("0")
    whole, _, part = text.partition(".")
    if part:
        return 10.0 ** -len(part)
    return 10.0 ** (len(whole) - len(whole.rstrip("0")))


@lru_cache(maxsize=50_000)  # the numbers of a story are few, and each pair that tells two of them asks
def same_amount(a: Amount, b: Amount) -> bool:
    """Both accounts give the same number, allowing for bounds, rounding and units.

    >>> same_amount(Amount(352, None, ">"), Amount(352, 352)), same_amount(Amount(4, 4), Amount(17, 17))
    (True, False)
    >>> same_amount(Amount(80, 80, "~"), Amount(77, 77)), same_amount(Amount(100, None, ">"), Amount(142, 142))
    (True, True)
    >>> same_amount(Amount(3, 3, "=", "mile"), Amount(5, 5, "=", "kilometre"))
    True
    """
    if {a.unit, b.unit} & METRIC:
        a, b = (amount._replace(unit="tonne") if amount.unit == "ton" else amount for amount in (a, b))
    if a.unit == b.unit:
        if a.exact and b.exact:
            return math.isclose(a.nominal, b.nominal, rel_tol=1e-9)
        return _meet(allowed(a), allowed(b))
    if a.unit and b.unit and not one_dimension(a.unit, b.unit):
        return False
    return _meet(
        *(_widened(allowed(amount), in_base_unit(amount).nominal / (amount.nominal or 1.0)) for amount in (a, b))
    )


METRIC = frozenset({"kilogram", "gram", "tonne"})
"""Units beside which a ton is a metric one."""


def _widened(span: tuple[float, float], factor: float) -> tuple[float, float]:
    """A range in the base unit, with what rounding to two figures may have taken off or added (5 % between two)."""
    slack = ROUNDED / 2
    low, high = (end * factor for end in span)
    return low - slack * abs(low), high + slack * abs(high)


ROUNDED = 0.05
"""The part by which two numbers in two units may differ to be one number, each rounded in its own."""


def _meet(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two ranges have a number in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def allowed(amount: Amount) -> tuple[float, float]:
    """Return the range that a number, said as it was, allows.

    "More than 100" allows up to the next hundred and "at least 352" only 352: a bound is said of the nearest
    round number, so its grain says how far the truth may lie from it. "About 80" allows half a step of its grain
    either way, and never less than 5 %, since "about" is said of numbers rounded to a five or a ten; of a number told
    to three figures ("some 2.44 million") only the half step. "About 100" allows a quarter more and a tenth less, since
    what lies below is told in tens. "Almost 90" allows no more than 90.
    """
    if amount.low is not None and amount.high is None:
        step = grain(amount.low)
        return amount.low, amount.low + (step if step > 1 or amount.low < 1 else 0)
    if amount.high is not None and amount.low is None:
        step = grain(amount.high)
        return amount.high - (step if step > 1 or amount.high < 1 else 0), amount.high
    low, high = float(amount.low or 0.0), float(amount.high or 0.0)
    if amount.bound == "~" and low == high:
        step = grain(low)
        slack = step / 2 if _told_closely(low, step) else max(step / 2, abs(low) * 0.05)
        if step == abs(low):  # 1, 10, 100: half a step would be half of the number
            return low - min(slack, step / TEN), low if amount.short else low + min(slack, step / FOUR)
        return low - slack, low if amount.short else low + slack
    return low, high


def _told_closely(number: float, step: float) -> bool:
    """Whether a number is told to three figures or more and is no quarter of a round one ("225"): it is hardly rounded.

    >>> _told_closely(2_440_000, grain(2_440_000)), _told_closely(150, grain(150)), _told_closely(225, grain(225))
    (True, False, False)
    """
    steps = round(abs(number) / step)
    return steps >= THREE_FIGURES and steps % QUARTER != 0


TEN, FOUR = 10, 4
"""The parts of a hundred, or another power of ten, that "about" may take off and add."""

THREE_FIGURES, QUARTER = 100, 25
"""From a hundred steps on a number has three figures; one that ends in 25 or 75 was rounded to a quarter."""


@cache
def numbers_in_words() -> dict[str, float]:
    """Return the numbers that one word tells, by that word: the ones, the teens and the tens."""
    return {row[0]: float(row[1]) for row in table("number_words") if row[2] in ("unit", "teen", "ten")}
