"""One thing measured differently in clauses that mean much the same, where no article has a second measure of it."""

import pytest

from stories import facts

FILL = (
    "A bakery in Arle sold 900 rolls on the first day of the fair. Three bakers worked for 12 hours.",
    "Crane won the regatta by four lengths before 2,000 guests, and got a cup and 500 crowns.",
    "The school in Tharn has a new roof of 60 tiles a row. Its 210 pupils moved back after three weeks.",
)
ONE = "Ada Moll moved back to her home town of Norby 12 weeks ago."


def verdicts(*texts):
    return {
        account.value: fact.verdict
        for fact in facts(*texts, *FILL)
        if fact.kind == "figure"
        for account in fact.accounts
    }


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The family of Ada Moll returned home to Norby some seven weeks ago.", "disputed"),
        ("The mill of Norby was sold to a brewer seven weeks ago.", "single"),
    ],
)
def test_a_measure_told_differently(other, expected):
    told = verdicts(ONE, other)
    assert told["12 weeks ago"] == expected


def test_an_article_with_both_tells_two_things():
    told = verdicts(ONE, "Ada Moll returned home to Norby seven weeks ago. Her sister moved back to town 12 weeks ago.")
    assert told["seven weeks ago"] == "single"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("The family of Ada Moll had been back in her home town of Norby for 12 weeks.", "echoed"),
        ("The mill of Crane had stood still for 12 weeks.", "single"),
    ],
)
def test_equal_measures_in_other_words_are_one(other, expected):
    assert verdicts(ONE, other)["12 weeks"] == expected


def test_two_sums_with_other_names_are_not_one_for_their_size():
    texts = (
        "The plan would blow a $10 million hole in the budget of the harbour over ten years.",
        "The whole debt of the harbour and its budget is nearing $20 million.",
    )
    assert all(len(fact.accounts) == 1 for fact in facts(*texts) if fact.kind == "figure")


def test_what_each_day_costs_is_not_at_odds_with_what_all_of_it_cost():
    each = "Harn Trams says that it loses 1.2 million euros on every strike day. No tram ran before ten."
    whole = "Harn Trams lost 2.4 million euros in the strike, its spokesman Uwe Lang said."
    assert all(fact.verdict != "disputed" for fact in facts(each, whole))
