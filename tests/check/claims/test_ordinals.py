"""Which in order something is: ordinals, ranks, and what they have in common with counts."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.ordinals import ordinals

TOLD = [
    # (text, what is told in order, its number, its words)
    ("The town held its 81st annual Harvest Games on Sunday.", "game nth", 81.0, "81st annual Harvest Games"),
    ("Ida Moll is the fifth minister to resign this year.", "minister nth", 5.0, "fifth minister"),
    ("The Rovers took their eighth straight win in Norby.", "win nth", 8.0, "eighth straight win"),
    ("The mayor came to the 160th anniversary of the bridge.", "anniversary nth", 160.0, "160th anniversary"),
    ("The win gave Halvern the No. 5 seed in the cup.", "seed nth", 5.0, "No. 5 seed"),
    ("It was the twenty-first strike at the mill.", "strike nth", 21.0, "twenty-first strike"),
    ("The third suspect fled on foot.", "suspect nth", 3.0, "third suspect"),
]
NOTHING = [
    "It was the first strike at the mill, and the second protest.",
    "Two thirds of the workers and a fifth of the clerks stayed away.",
    "He was charged with third-degree murder.",
    "He was charged with third degree murder.",
    "The talks began on July 4th in a house of the 19th century.",
    "The shop is on 42nd Street, in the 9th Precinct.",
    "They led in the fourth quarter.",
    "Every third house was empty.",
    "Ida Moll beat No. 8 Norby.",
    "The fifth was left at home.",
]


@pytest.mark.parametrize(("text", "measure", "number", "value"), TOLD)
def test_what_is_told_in_order(text, measure, number, value):
    [context] = contexts(text)
    [claim] = ordinals(context)
    assert (claim.measure, claim.low, claim.high, claim.value) == (measure, number, number, value)


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_ordinal_counts(text):
    [context] = contexts(text)
    assert ordinals(context) == ()


def ordered(*texts):
    return [fact for fact in facts(*texts) if any(a.measure.endswith(" nth") for a in fact.accounts)]


def test_two_articles_tell_one_number():
    [fact] = ordered(
        "Ida Moll became the fifth minister to resign from the cabinet this year.",
        "Ms Moll is the cabinet's fifth minister to resign in this year of scandals.",
    )
    assert carriers(fact) == ["a", "b"]
    assert fact.question == "Which in order: Ms Moll is the cabinet's … minister to resign in this year of scandals?"


def test_a_high_number_is_one_under_any_noun():
    [fact] = ordered(
        "Ann Holt will host the 81st Harvest Awards in Arle.",
        "The host of the 81st awards ceremony in Arle has been named.",
    )
    assert carriers(fact) == ["a", "b"]


def test_whoever_is_the_fifth_makes_it_five():
    [fact] = ordered(
        "Moll is the fifth minister sacked by the cabinet this year.",
        "Five ministers were sacked by the cabinet this year.",
    )
    assert carriers(fact) == ["a", "b"]
    assert fact.verdict != "disputed"


def test_the_fifth_here_and_the_sixth_there_are_a_dispute():
    [fact] = ordered(
        "Moll is the fifth minister sacked by the cabinet this year over the harbour deal.",
        "She is the sixth minister sacked by the cabinet this year over the harbour deal.",
    )
    assert fact.verdict == "disputed"


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The third goal by Ann Holt beat Norby.",
            "The seventh goal by Ann Holt beat Norby.",
        ),
        (
            "The third goal by Ann Holt beat Norby, and the fourth goal by Holt came late.",
            "The fourth goal by Ann Holt beat Norby.",
        ),
        (
            "The fifth minister sacked by the cabinet this year is Ida Moll.",
            "Six ministers were sacked by the cabinet this year.",
        ),
    ],
    ids=["far apart", "both in one article", "an order and a count"],
)
def test_no_dispute(texts):
    assert all(fact.verdict not in ("disputed", "revised") for fact in ordered(*texts))
