"""Numbers that no story gives for two things, and a story's own event told later by its month."""

import pytest

from stories import carriers, facts

ONE = [
    ("Moll had 404 yards and two touchdowns.", "Moll rushed 106 times for 404 yards this season."),
    ("He finished with 440 yards receiving.", "She saw him catch 52 passes for 440 yards."),
    ("Ford left the team with 2,290 points.", "In 1978 the mark was set at 2,290 points by Ford."),
    ("Turnout came to 88.41 percent.", "Some 88.41 percent went to vote, the board said."),
]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_a_particular_number_of_one_unit_is_one_question(one, other):
    assert ["a", "b"] in [carriers(fact) for fact in facts(one, other) if fact.kind == "figure"]


TWO = [
    ("Moll had 400 yards and two touchdowns.", "The road is closed for 400 yards."),
    ("The village has 352 voters in Norway.", "The school has 352 pupils."),
    ("In 1998 the flood killed 404 people.", "In 2005 the flood killed 404 people."),
    ("The storm hurt 404 people in Norway.", "The storm hurt 404 people in Japan."),
]


@pytest.mark.parametrize(("one", "other"), TWO)
def test_round_numbers_other_nouns_years_and_countries_are_two(one, other):
    assert ["a", "b"] not in [carriers(fact) for fact in facts(one, other) if fact.kind == "figure"]


def test_a_month_dates_a_storys_own_event_that_is_told_later():
    told = [
        "Bush missed four games after knee surgery, his coach said.",
        "He missed four games after knee surgery back in October.",
    ]
    assert ["a", "b"] in [carriers(fact) for fact in facts(*told) if fact.kind == "figure"]
