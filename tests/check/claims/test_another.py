"""One who was hurt where others died."""

import pytest

from stories import contexts, facts
from twosource.check.claims.another import another

ONE = [
    ("She shot three people, killing two and wounding a third.", "wounding a third"),
    ("He killed two clerks and badly injured another guard.", "injured another guard"),
    ("Two people have been killed and another wounded at a mill.", "another wounded"),
    ("Two women were dead, and a guard was badly wounded.", "a guard was badly wounded"),
]


@pytest.mark.parametrize(("text", "value"), ONE)
def test_one_was_hurt_beside_the_dead(text, value):
    [context] = contexts(text)
    [claim] = another(context)
    assert (claim.measure, claim.low, claim.value) == ("injured", 1.0, value)


NONE = [
    "The blast killed two and injured another two.",
    "He was hurt in the third quarter, and a rival died.",
    "The strike hurt another bank in a dead market.",
    "A guard was wounded.",
]


@pytest.mark.parametrize("text", NONE)
def test_more_than_one_and_things_are_not_told_so(text):
    [context] = contexts(text)
    assert another(context) == ()


def test_another_and_two_others_are_at_odds():
    told = ["A gunman killed two guards and wounded another.", "A gunman killed two guards and wounded two others."]
    [fact] = [fact for fact in facts(*told) if fact.question == "How many were injured?"]
    assert fact.verdict == "disputed"
