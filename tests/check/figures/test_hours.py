"""A level that is told by the hour, and what is asked of it."""

import pytest
from build import by_name, claim

from twosource.check.accounts import accounts_of
from twosource.check.judge.verdict import Bench, judge
from twosource.check.questions import question_of

NOON, EVENING = "2023-03-14T12:00", "2023-03-14T20:00"
BENCH = Bench(by_name, lambda c: c.as_of or "2023-03-15", lambda c: c.article, lambda c: c.article)


def level(article, metres, as_of, asked="the river reached … at Arle bridge at noon"):
    return claim(
        article, value=f"{metres} metres", low=metres, high=metres, unit="metre", measure="metre", subject="people",
        as_of=as_of, asked=asked, setting=asked,
    )  # fmt: skip


def verdict_of(*claims):
    return judge("figure", accounts_of(claims, lambda c: c.article, lambda c: c.article), BENCH)


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (NOON, EVENING, "revised"),
        (NOON, NOON, "disputed"),
        # how far somebody fell is told on several days, and is one depth
        ("2023-03-14", "2023-03-15", "disputed"),
    ],
)
def test_a_river_that_is_told_by_the_hour_falls(first, second, verdict):
    assert verdict_of(level("a", 7.8, first), level("b", 6.9, second)).verdict == verdict


def test_a_question_with_answers_of_several_hours_names_none():
    assert question_of((level("a", 7.8, NOON), level("b", 7.8, NOON))).endswith("at Arle bridge at noon?")
    assert question_of((level("a", 7.8, NOON), level("b", 6.9, EVENING))).endswith("at Arle bridge?")
