"""Steps of a scale are claims, asked for by the scale's name."""

import pytest

from stories import contexts, facts
from twosource.check.claims.levels import levels


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Ines came ashore as a category four storm on Monday.", [4.0]),
        ("The bureau calls Ines a Category 3 hurricane.", [3.0]),
        ("He has stage 4 cancer, his doctor said.", [4.0]),
        ("The bill puts wine in category 10.5 of the list.", []),
        ("She won in the first category.", []),
    ],
)
def test_a_step_of_a_scale_is_a_claim(text, steps):
    [context] = contexts(text)
    assert [claim.low for claim in levels(context)] == steps


def test_two_categories_of_one_storm_are_a_dispute():
    found = facts("Ines came ashore as a category four storm.", "Ines was a category 3 hurricane when it hit Norby.")
    assert [fact.question for fact in found if fact.verdict == "disputed"] == ["Which category?"]
