"""Numbers that tell the same thing, and numbers that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.check.language.numbers import Amount, allowed, grain, same_amount

TABLE = [
    # (a, b, compatible, why)
    (Amount(352, None, ">"), Amount(352, 352), True, "at least 352 / 352"),
    (Amount(352, None, ">"), Amount(406, 406), False, "at least 352 / 406"),
    (Amount(100, None, ">"), Amount(142, 142), True, "more than 100 / 142"),
    (Amount(100, None, ">"), Amount(240, 240), False, "more than 100 / 240"),
    (Amount(500_000, None, ">"), Amount(10_000, 99_999), False, "more than half a million / tens of thousands"),
    (Amount(500_000, None, ">"), Amount(520_000, 520_000), True, "more than half a million / 520,000"),
    (Amount(80, 80, "~"), Amount(77, 77), True, "about 80 / 77"),
    (Amount(80, 80, "~"), Amount(60, 60), False, "about 80 / 60"),
    (Amount(4, 4), Amount(17, 17), False, "4 / 17"),
    (Amount(3_120_000, 3_120_000, "~"), Amount(3_200_000, 3_200_000), False, "some 3.12 million / 3.2 million"),
    (Amount(3_120_000, 3_120_000, "~"), Amount(3_123_000, 3_123_000), True, "some 3.12 million / 3,123,000"),
    (Amount(70, 70, "~", "%", short=True), Amount(68.5, 68.5, "=", "%"), True, "almost 70 % / 68.5 %"),
    (Amount(70, 70, "~", "%", short=True), Amount(71.2, 71.2, "=", "%"), False, "almost 70 % / 71.2 %"),
    (Amount(36, 36), Amount(36, 36, "~"), True, "36 / three dozen, about"),
    (Amount(100, 100, "~"), Amount(92, 92), True, "about 100 / 92"),
    (Amount(100, 100, "~"), Amount(120, 120), True, "about 100 / 120"),
    (Amount(100, 100, "~"), Amount(70, None, ">"), False, "about 100 / at least 70"),
    (Amount(1_000, 1_000, "~"), Amount(1_500, 1_500), False, "about 1,000 / 1,500"),
    (Amount(3, 3, "=", "mile"), Amount(5, 5, "=", "kilometre"), True, "three miles / 5 km"),
    (Amount(3, 3, "=", "mile"), Amount(3, 3, "=", "kilometre"), False, "three miles / 3 km"),
    (Amount(3, 3, "=", "mile"), Amount(3, 3, "=", "tonne"), False, "a length is no weight"),
    (Amount(None, 50, "<"), Amount(48, 48), True, "up to 50 / 48"),
    (Amount(5, 10), Amount(7, 7), True, "five to ten / 7"),
]


@pytest.mark.parametrize(("a", "b", "expected", "why"), TABLE, ids=[row[3] for row in TABLE])
def test_same_amount(a, b, expected, why):
    assert same_amount(a, b) is expected
    assert same_amount(b, a) is expected


amounts = st.one_of(
    st.floats(0, 1e9).map(lambda x: Amount(x, x)),
    st.floats(0, 1e9).map(lambda x: Amount(x, None, ">")),
    st.floats(0, 1e9).map(lambda x: Amount(None, x, "<")),
    st.floats(0, 1e9).map(lambda x: Amount(x, x, "~")),
)


@given(amounts, amounts)
def test_compatibility_is_symmetric_and_reflexive(a, b):
    assert same_amount(a, b) == same_amount(b, a)
    assert same_amount(a, a)


@given(amounts)
def test_the_allowed_range_holds_the_number_said(a):
    low, high = allowed(a)
    assert low <= a.nominal <= high


@given(st.integers(1, 10**9))
def test_grain_divides(number):
    assert number % grain(float(number)) == 0
