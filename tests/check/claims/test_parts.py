"""How many of those just told of did something."""

import pytest

from stories import contexts, facts
from twosource.check.claims.parts import parts

TOLD = [
    ("Five men, two of whom were dressed as guards, fled.", "man", 2.0, "of the men were dressed as guards"),
    (
        "Five sailors -- three armed with knives -- boarded the ferry.",
        "sailor",
        3.0,
        "of the sailors armed with knives",
    ),
    ("Nine climbers, one of them injured, were found.", "climber", 1.0, "of the climbers injured"),
]
NOT_TOLD = [
    "Five men, two women and a child fled.",
    "The company, one of the largest, was sold.",
    "In March, two dressed salads were served.",
]


@pytest.mark.parametrize(("text", "noun", "number", "asked"), TOLD)
def test_parts(text, noun, number, asked):
    [context] = contexts(text)
    [claim] = parts(context)
    assert (claim.measure, claim.low, claim.asked) == (noun, number, asked)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_no_parts(text):
    [context] = contexts(text)
    assert parts(context) == ()


def test_a_part_is_not_the_whole():
    found = facts(
        "Five sailors, three of them armed with knives, boarded the ferry.",
        "Five sailors boarded the ferry; the captain saw three sailors.",
    )
    assert "disputed" not in {fact.verdict for fact in found if fact.kind == "figure"}
