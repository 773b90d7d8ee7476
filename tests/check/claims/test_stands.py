"""Stands on a thing: the speaker makes the statement, and whoever tells of the thing alone tells none."""

import pytest
from build import claim

from stories import carriers, facts
from twosource.check.claims.stands import is_stand, is_told_in, of_one_holder


@pytest.mark.parametrize(
    ("value", "stand"),
    [
        ("condemned the burning of the mill at Harn", True),
        ("strongly condemns the burning", True),
        ("has welcomed the new ferry", True),
        ("the ferry was welcomed by all", False),
        ("called on all sides to stop", True),
        ("he condemned nobody", False),
    ],
)
def test_a_stand_begins_with_its_verb(value, stand):
    assert is_stand(claim(kind="statement", value=value, low=0.0)) == stand


def test_a_stand_is_of_one_holder():
    mourned = claim(kind="statement", value="mourned the dead of the ferry", low=0.0, subject="Ida Moll")
    assert of_one_holder(mourned, claim(kind="statement", value="mourned the dead", low=0.0, subject="Moll"))
    assert not of_one_holder(mourned, claim(kind="statement", value="mourned the dead", low=0.0, subject="Piet Lund"))
    assert is_told_in(mourned, "Moll was mourning the dead on Monday.")
    assert not is_told_in(mourned, "Moll was at the ferry on Monday.")
    assert not is_told_in(mourned, "The dead of the ferry were mourned by Lund.")


def test_what_two_condemn_is_two_statements_and_whoever_tells_of_the_thing_carries_neither():
    found = facts(
        "Mayor Ida Moll condemned the burning of the old mill and the two barges at Harn.",
        "The bishop of Norby, Piet Lund, condemned the burning of the old mill and the two barges at Harn.",
        "The burning of the old mill and the two barges at Harn woke the whole town.",
    )
    stands = [fact for fact in found if any("condemn" in account.value for account in fact.accounts)]
    assert stands
    assert all(len(carriers(fact)) == 1 for fact in stands)
