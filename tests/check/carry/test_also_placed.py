"""Who else names the place, or gives the time, of a thing: a sentence that has it and means much the same."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.carry.also_placed import also_placed
from twosource.check.claims.making import make_claim
from twosource.model import Span

ELSE = (
    "A bakery in Arle sold 900 rolls on the first day of the fair. Three bakers worked all night in Lyon.",
    "Pike mended a clock in Oslo on 3 May. He got a cup of soup for it.",
    "The school in Turin has a new roof of 60 tiles a row. Its pupils moved back on 9 May.",
    "The ferry to Malmö takes 90 passengers. It was late on 12 days of the month, an office in Paris said.",
)


def told(kind, first, text):
    return [fact for fact in facts(first, text, *ELSE) if fact.kind == kind and {"a", "b"} <= set(carriers(fact))]


WHERE = "Vera Crane won the regatta off Lisbon by four lengths before all of her aunts."
TOO = "By four lengths Crane beat the others in the regatta; all of her aunts cheered in Lisbon."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TOO, True),
        ("The choir of Lisbon sang for the pupils of a school that has a new roof.", False),
        ("Crane won the regatta by four lengths before her aunts, the Lisbon Herald wrote.", False),
    ],
)
def test_a_place_in_other_words(text, expected):
    assert bool(told("venue", WHERE, text)) is expected


def test_a_place_that_is_found_so_confirms_nothing():
    assert {fact.verdict for fact in told("venue", WHERE, TOO)} == {"echoed"}


WHEN = "Vera Crane won the regatta on 14 May 2019 by four lengths before all of her aunts."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 14 May 2019 the others were beaten by four lengths, and the aunts of Crane cheered the regatta.", True),
        ("The choir sang on 14 May 2019 for the pupils of a school that has a new roof.", False),
    ],
)
def test_a_time_in_other_words(text, expected):
    assert bool(told("time", WHEN, text)) is expected


@pytest.mark.parametrize(("named", "expected"), [("the border of Portugal and Spain", 1), ("Portugal", 2)])
def test_the_border_of_two_lands_is_in_neither(named, expected):
    first = "Vera Crane met Tom Pike on the border of Portugal and Spain and spoke of the price of the ferry."
    one, *others = contexts(first, "Crane met Pike in Portugal, and they spoke of the price of the ferry.", *ELSE)
    place = Span(first.index(named), first.index(named) + len(named))
    group = (make_claim(one, "venue", place, measure="meet happen", value=named),)
    assert len(also_placed([group], [one, *others])[0]) == expected
