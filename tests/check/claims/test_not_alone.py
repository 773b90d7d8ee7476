"""Clauses that nobody could make sense of alone, and those that only look like them."""

import pytest

from stories import contexts, facts
from twosource.check.claims.happenings import happenings


def tellings(text):
    """The words in which the deeds of a text are told."""
    [context] = contexts(text)
    return [claim.asked for claim in happenings(context) if claim.kind == "event"]


# (text, words that no telling may have)
HANGING = [
    ("Tom Webb asked how Anna Kern will run the mill.", "Anna Kern will run"),
    ("Tom Webb packs the glass well so Anna Kern's hands won't be cut.", "won't be cut"),
    ("Tom Webb is keen to have Anna Kern returned to Leeds.", "Anna Kern returned"),
    ("Anna Kern praised a land that borders Peru.", "a land borders"),
    ("Anna Kern wrote for a body that guards the coast of Peru.", "a body guards"),
    ("Anna Kern gave a talk on Peru, which twenty bakers attended.", "attended Peru"),
    ("The mill that Tom Webb wrote Anna Kern sold burned down.", "Anna Kern sold"),
    ("The day Anna Kern left for Leeds was like any other.", "The day Anna Kern"),
    ("After Anna Kern won her match in Leeds, it rained for a week.", "After Anna Kern"),
    ("Not only did Anna Kern sell the mill, she burned the barn.", "Not only"),
    ("It was the same mill where Anna Kern worked.", "Anna Kern worked"),
    ("Fearing Anna Kern sold the mill to a friend, the bakers left.", "Anna Kern sold"),
    ("The page was created by Leeds Today. Anna Kern created this story using a machine.", "this story"),
    ("A new oven might mean Anna Kern leaves the mill.", "Anna Kern leaves"),
    ("Tom Webb spoke of an oven that Anna Kern considers harmful.", "considers"),
    ("A baker who was not authorized to discuss the fire spoke to Anna Kern.", "authorized"),
    ("A clerk named Anna Kern sold the mill to Tom Webb.", "was named"),
    ("“Our mayor Anna Kern opened the new hall on Monday.”", "Our mayor"),
]


@pytest.mark.parametrize(("text", "told"), HANGING)
def test_what_hangs_on_another_clause_is_not_told_alone(text, told):
    assert not [one for one in tellings(text) if told in one]


# (text, a telling that it has)
STANDING = [
    ("Tom Webb told how Anna Kern sold the mill.", "Anna Kern sold the mill"),
    ("The lease had ended, so Anna Kern sold the mill.", "Anna Kern sold the mill"),
    ("Tara Reed, an editor who lives in Leeds, sold the mill.", "Tara Reed lives in Leeds"),
    ("The mill belongs to Anna Kern, who lives in Leeds.", "Anna Kern lives in Leeds"),
    ("The museum returned the painting that Anna Kern sold.", "Anna Kern sold the painting"),
    ("After Anna Kern won her match in Leeds, it rained for a week.", "Anna Kern won her match in Leeds"),
    ("Anna Kern, who's accused of theft, left Leeds on Monday.", "Anna Kern is accused of theft"),
    ("Anna Kern not only sold the mill but burned it.", "Anna Kern sold the mill"),
    ("Anna Kern marched through Leeds and sang “Give us our mill”.", "Anna Kern marched through Leeds"),
]


@pytest.mark.parametrize(("text", "told"), STANDING)
def test_what_makes_sense_alone_is_told(text, told):
    assert told in tellings(text)


def test_a_deed_of_somebody_whom_one_text_alone_knows_is_no_fact():
    shown = [f.question for f in facts("Anna Kern met Jo Reed in Leeds. Tom Webb said he sold the mill to her.")]
    assert not [question for question in shown if question.startswith("What happened: he ")]


def test_what_only_a_speaker_tells_is_asked_of_the_speaker():
    found = [f for f in facts("Anna Kern has announced the sale of the mill.") if f.question.startswith("What did")]
    assert all(fact.kind == "statement" for fact in found)
