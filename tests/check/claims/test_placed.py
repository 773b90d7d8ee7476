"""Where a deed was done: no time in the words of the place, and nobody for a place."""

import pytest

from stories import facts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Shots were fired at an outpost at around 5:30 a.m. on September 17.", "an outpost"),
        ("The robbers were found in the harbour hotel on Monday.", "the harbour hotel"),
        ("Ida Moll was found in the 1950s-style office building.", "the 1950s-style office building"),
    ],
)
def test_a_place_is_told_without_the_time_behind_it(text, value):
    assert value in [account.value for fact in facts(text) if fact.kind == "venue" for account in fact.accounts]


def test_what_one_saw_is_no_place():
    assert not [fact for fact in facts("The thieves lost nerve on seeing the shop.") if fact.kind == "venue"]
