"""How many times as much something is as it was."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.multiples import multiples

TOLD = [
    # (text, what grew, least, most, bound)
    ("The number of cases nearly doubled last year.", "number fold", 2.0, 2.0, "~"),
    ("The mill has tripled its profit.", "profit fold", 3.0, 3.0, "="),
    ("Prices more than quadrupled in the war.", "price fold", 4.0, None, ">"),
    ("The club halved its debt.", "debt fold", 0.5, 0.5, "="),
    ("Sales more than halved.", "sale fold", None, 0.5, "<"),
]
NOTHING = ["The hall doubled as a chapel.", "Ida Moll doubled in the third inning.", "The price did not double."]


@pytest.mark.parametrize(("text", "measure", "low", "high", "bound"), TOLD)
def test_a_factor_by_which_something_grew(text, measure, low, high, bound):
    [context] = contexts(text)
    [claim] = multiples(context)
    assert (claim.measure, claim.low, claim.high, claim.bound) == (measure, low, high, bound)


@pytest.mark.parametrize("text", NOTHING)
def test_what_multiplies_nothing(text):
    [context] = contexts(text)
    assert multiples(context) == ()


def test_two_who_say_that_prices_doubled():
    [fact] = [
        fact
        for fact in facts("House prices in Norby doubled in a decade.", "House prices in Norby have nearly doubled.")
        if fact.kind == "figure" and fact.question.startswith("By what factor")
    ]
    assert carriers(fact) == ["a", "b"]
    assert fact.question == "By what factor: House prices in Norby … in a decade?"
