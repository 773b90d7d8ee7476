"""Tellings of one deed that are filed under two older events, or that were lined up apart."""

import pytest
from msgspec.structs import replace

from stories import carriers, facts
from twosource.check.tellings import surely_one
from twosource.check.tellings.reunited import reunited

MOVED = "Ann Lowe moved to the fishing village of Harn. She sold her bakery there to the Brandt family last winter."


def together(*texts):
    return [fact for fact in facts(*texts) if fact.kind in ("event", "statement") and carriers(fact) == ["a", "b"]]


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Ann Lowe moved to the fishing village of Harn in 1957.", True),
        ("Piet Lund moved to the fishing village of Harn in 1957.", False),
        ("Ann Lowe never moved to the fishing village of Harn in 1957.", False),
        ("Ann Lowe painted her house in 1957.", False),
        ("Ann B. Lowe moved to the fishing village of Harn in 1957.", True),
    ],
)
def test_a_year_beside_a_deed_makes_no_other_deed_of_it(text, one):
    assert bool(together(MOVED, text)) == one


def test_two_years_of_their_own_are_two_deeds():
    texts = ["Ann Lowe won the Golden Oar at Harn in 1957.", "Ann Lowe won the Golden Oar at Harn in 1961."]
    assert not together(*texts)
    assert not [fact for fact in facts(*texts) if fact.kind == "event" and fact.verdict == "disputed"]


def test_what_is_filed_under_two_events_or_people_is_carried_and_confirms_nothing():
    [fact] = [fact for fact in facts(MOVED) if fact.kind == "event" and "moved" in fact.question]
    told = fact.accounts[0].claims[0]
    assert surely_one(told, told)
    assert not surely_one(told, replace(told, event="1957"))
    assert not surely_one(told, replace(told, subject="person:piet-lund"))


def test_who_tells_it_in_a_sentence_of_another_year_carries_it():
    told = "In 1990 Ann Lowe served as harbour master at the fishing village of Harn."
    also = "She kept bees in 1995, after Ann Lowe had served as harbour master at the fishing village of Harn."
    assert together(told, also)


@pytest.mark.parametrize(
    ("value", "subject", "one"),
    [
        ("He hid the golden spoon of Harn under the old bridge", "person:carl-moss", True),
        ("Carl Moss hid the golden spoon of Harn under the old bridge", "person:carl-moss", False),
        ("P. Lund hid the golden spoon of Harn under the old bridge", "person:p-piet-lund", True),
    ],
)
def test_only_people_who_are_named_make_two_deeds(value, subject, one):
    [fact] = facts("Piet Lund hid the golden spoon of Harn under the old bridge.")
    told = fact.accounts[0].claims[0]
    other = replace(told, article="b", value=value, subject=subject)
    assert (len(reunited(((told,), (other,)))) == 1) == one
