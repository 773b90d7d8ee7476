"""Which question news asks of every story of a kind a number answers, and that two answers at odds are a dispute."""

import pytest

from stories import contexts, facts
from twosource.check.claims.figures import figures
from twosource.check.claims.ordinals import ordinals
from twosource.check.figures.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The ferry Halda had 221 passengers on board.", "aboard"),
        ("Witnesses counted four raiders.", "attackers"),
        ("Two robbers were held in custody in Norby.", ""),
        ("The brewery Crane will cut 850 jobs.", "jobs cut"),
        ("Some 60 houses had been buried in Norby.", "homes destroyed"),
        ("Some 60 houses had been damaged in Norby.", "homes damaged"),
        ("The reward for information stands at 20,000 dollars.", "reward"),
        ("The getaway car reached 118 miles an hour.", "speed"),
        ("Gusts of 118 miles an hour tore at the roofs.", "gusts"),
        ("The mayor of Norby has three dogs.", ""),
        ("Prosecutors asked for nine years, the court heard.", ""),
        ("The strike at the brewery was called after a pay offer of 3 percent.", "pay rise"),
        ("The union demands a pay rise of 9 percent.", "pay sought"),
        ("It was the third storm of the season.", "storms"),
        ("He lied three times to the police about the charge.", ""),
        ("Two fire tenders are to remain in Norby until Monday.", ""),
        ("The fire has burned 4,000 hectares of pines.", "burned"),
    ],
)
def test_the_question_that_a_number_answers(text, kind):
    [context] = contexts(text)
    claims = [*figures(context), *ordinals(context)]
    assert {kind_of(claim) for claim in claims} - {""} == {kind} - {""}


DISPUTED = [
    ("The ferry Halda had 221 passengers when it left.", "Officials said 246 people were on board."),
    (
        "Crane will cut 850 jobs at its brewery.",
        "The brewer's plan means that 720 positions are to go, the group said.",
    ),
    (
        "The council of Norby offers a reward of 20,000 dollars.",
        "A reward of 25,000 dollars waits for news of the theft.",
    ),
    ("The canal took 15 cubic metres per second.", "Water was let out at 25 cubic metres per second, the mill said."),
]


@pytest.mark.parametrize(("one", "other"), DISPUTED)
def test_two_answers_that_differ_are_a_dispute(one, other):
    assert "disputed" in {fact.verdict for fact in facts(one, other) if fact.kind == "figure"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry Halda had 221 passengers when it left.", "The ferry Halda had 8 crew members on board."),
        ("Some 60 houses had been buried in Norby.", "Some 70 houses had been damaged in Norby."),
        (
            "The ferry Halda had 221 passengers when it left.",
            "Officials said 246 passengers were on board; first they had told of 221 passengers.",
        ),
    ],
)
def test_numbers_that_answer_two_questions_or_stand_in_one_article(one, other):
    assert "disputed" not in {fact.verdict for fact in facts(one, other) if fact.kind == "figure"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The fire burned 4,000 hectares of pines.", "Some 10,000 acres of forest were burned."),
        ("The tanker Halda had a crew of 22.", "There were 22 seamen on the tanker Halda."),
        ("Thieves took jewels worth £1.5m.", "Jewels worth 1.5 million pounds were taken, police said."),
        ("Shares of Crane fell by a third.", "The stock of Crane lost 33 percent."),
        ("Three tons of cocaine were found.", "Police seized 3,000 kilos of cocaine."),
    ],
)
def test_one_answer_told_in_two_ways_is_no_dispute(one, other):
    found = [fact for fact in facts(one, other) if fact.kind == "figure"]
    assert "disputed" not in {fact.verdict for fact in found}


def test_one_answer_told_over_in_another_unit_is_one_account():
    one, other = "The fire burned 4,000 hectares of pines.", "Some 10,000 acres of forest were burned."
    [fact] = [fact for fact in facts(one, other) if fact.kind == "figure"]
    assert len(fact.accounts) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The train that left the rails on Saturday was travelling at 145 km/h.",
            "The express had entered the bend at a speed of 105 km/h, it was told on Monday.",
        ),
        ("It is his third arrest for driving drunk.", "It is the fifth arrest of the mayor since 1994 in Norby."),
    ],
)
def test_a_day_or_a_year_beside_it_keeps_no_answer_apart(one, other):
    assert "disputed" in {fact.verdict for fact in facts(one, other) if fact.kind == "figure"}


def test_some_of_a_people_are_not_all_who_were_aboard():
    one, other = (
        "The ship had 18 Indian sailors when thieves came.",
        "A complement of 16 sailed from Norby in the Halda.",
    )
    assert "disputed" not in {fact.verdict for fact in facts(one, other) if fact.kind == "figure"}
