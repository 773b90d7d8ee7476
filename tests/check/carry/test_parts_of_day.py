"""Who only tells the part of the day carries the hour that it holds."""

import pytest

from stories import carriers, facts

HOUR = "Robbers raided a jeweller's in Harn on Monday. They raided the shop at 4.30 a.m. on Monday."


def hours(*texts):
    """The questions of an hour, as verdict, values and carriers."""
    asked = [fact for fact in facts(*texts) if fact.kind == "time" and fact.question.startswith("At what time")]
    return [(fact.verdict, [account.value for account in fact.accounts], carriers(fact)) for fact in asked]


@pytest.mark.parametrize(
    "other",
    [
        "Thieves raided a shop in Harn in the early hours of Monday.",
        "A jeweller's in Harn was raided early on Monday.",
        "Men with axes raided a jeweller's in Harn before dawn on Monday.",
        "A gang raided a jeweller's in Harn on Monday morning.",
    ],
)
def test_the_part_of_the_day_carries_the_hour_and_confirms_nothing(other):
    [(verdict, [value], told)] = [fact for fact in hours(HOUR, other) if len(fact[2]) > 1]
    assert (verdict, told) == ("echoed", ["a", "b"])
    assert value.startswith("4.30 a.m.")


@pytest.mark.parametrize(
    "other",
    [
        "Thieves raided a shop in Harn on Monday evening.",
        "Thieves raided a shop in Harn in the early hours of Tuesday.",
        "The owner of the jeweller's in Harn wept in the early hours of Monday.",
    ],
)
def test_another_part_another_day_or_another_deed_does_not(other):
    assert all(len(told) == 1 for _, _, told in hours(HOUR, other))


def test_two_parts_of_a_day_are_at_odds_where_one_person_is_named():
    one = "Ann Lowe conceded defeat on Monday. Ann Lowe conceded at 2 p.m. on Monday."
    other = "Ann Lowe conceded defeat on Monday morning."
    assert [verdict for verdict, _, told in hours(one, other) if len(told) > 1] == ["disputed"]
