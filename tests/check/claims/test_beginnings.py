"""The year in which a thing was built or founded is one question, by whatever noun each article calls the thing."""

import pytest

from stories import carriers, facts

BUILT = "A fire gutted a ferry in Harn on Monday. The ferry, built in 1988, was in dock."
OTHERWISE = "A ferry burned in Harn on Monday. The 1991-built vessel was in dock, the mayor said."


def years(*texts):
    """The questions of when something began, as verdict, values and carriers."""
    asked = [fact for fact in facts(*texts) if fact.kind == "time" and fact.question.startswith("When ")]
    return [(fact.verdict, [account.value for account in fact.accounts], carriers(fact)) for fact in asked]


def test_two_years_for_one_ship_are_at_odds():
    assert years(BUILT, OTHERWISE) == [("disputed", ["1988", "1991"], ["a", "b"])]


@pytest.mark.parametrize(
    "other",
    [
        "A fire gutted a ferry in Harn on Monday. The firm bought a ferry built in 1991 to replace it.",
        "A fire gutted a ferry in Harn on Monday. The ferry was repaired in 1991, the mayor said.",
        "A fire gutted a ferry in Harn on Monday. The town hall, built in 1991, was closed.",
    ],
)
def test_some_other_thing_or_deed_is_another_question(other):
    assert not [told for told in years(BUILT, other) if told[0] == "disputed"]


def test_a_firm_is_founded_in_one_year():
    one = "Brindle Foods was sold on Monday. Brindle Foods was founded in 1923, the firm said."
    two = "Brindle Foods has a new owner since Monday. Tom Harn founded Brindle Foods in 1932."
    assert ("disputed", ["1923", "1932"], ["a", "b"]) in years(one, two)


def test_an_article_that_gives_two_years_tells_of_two_things():
    both = "A fire gutted a ferry in Harn on Monday. The ferry was built in 1988. The boat was built in 1995."
    assert not [told for told in years(both, OTHERWISE) if told[0] == "disputed"]
