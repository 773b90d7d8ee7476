"""Whether somebody's no answers somebody else's yes, on stories of two short texts."""

import pytest

from stories import facts

DISPUTED = [
    (
        "Police chief Ann Reddy has resigned, the mayor of Colby said.",
        "Police chief Ann Reddy has not resigned, her spokesman said.",
    ),
    (
        "The nurse at St Vera had stolen the morphine, the clinic said.",
        "Her lawyer said that the nurse at St Vera had not stolen the morphine.",
    ),
    (
        "The tap water in Lomba is safe to drink, the water company said.",
        "The tap water in Lomba is not safe to drink, the health office said.",
    ),
    (
        "Parliament in Orland passed the smoking bill on Tuesday.",
        "Parliament in Orland rejected the smoking bill on Tuesday.",
    ),
]

TWO_FACTS = [
    (
        "Juventa striker Carlo Menti denied that he would leave the club in January.",
        "Juventa goalkeeper Luis Roca said he would leave the club in January.",
    ),
    (
        "Protesters blocked the road to the airport in Quill on Saturday.",
        "Protesters did not block the road to the airport in Quill on Sunday because rain kept them home.",
    ),
    (
        "The pilots of Aerolux will strike on Friday, the union said.",
        "The pilots of Aerolux did not strike on Friday, the union of stewards said.",
    ),
    (
        "The dam at Pine Creek would not break, the engineer said.",
        "The dam at Pine Creek could break, the mayor said.",
    ),
    (
        "The brakes of the tram failed in Ring Street, the driver said.",
        "The brakes of the second tram did not fail in Ring Street, the manufacturer said.",
    ),
    (
        "The regulator approved the Genmed pill, the chemist said.",
        "The regulator did not approve the Genmed pill on Friday, the union said.",
    ),
    (
        "This is nothing less than the future of the dam, the mayor said.",
        "The future of the dam is at stake, no less, the governor said.",
    ),
]


def at_odds(*texts):
    return [fact for fact in facts(*texts) if fact.verdict in ("disputed", "revised")]


@pytest.mark.parametrize("texts", DISPUTED)
def test_a_no_answers_a_yes(texts):
    for order in (texts, texts[::-1]):
        assert at_odds(*order)


@pytest.mark.parametrize("texts", TWO_FACTS)
def test_a_no_to_something_else_answers_nothing(texts):
    for order in (texts, texts[::-1]):
        assert not at_odds(*order)
