"""Who is cited like a source and is none, and what a source is called."""

import pytest

from stories import contexts
from twosource.check.claims.happenings import happenings
from twosource.check.voices.chains import UNNAMED, chain_of
from twosource.model import Span

# (text, words in it, the chain of those words)
CHAINS = [
    ("No one said that 12 people were hurt.", "12 people", ()),
    ("The mayors condemned the fire that hurt 12 people.", "12 people", ()),
    ("Reports reaching here said 12 people were hurt.", "12 people", (UNNAMED,)),
    ("Ida Moll spoke.\n\nFish and Wildlife said 12 people were hurt.", "12 people", ("Fish and Wildlife",)),
    ("The toll rose, a Justice official said, to 12 people.", "The toll rose", ("Justice official",)),
    (
        "The Arle Harbour Agency met on Friday. Rain fell.\n\nThe agency said 12 people were hurt.",
        "12 people",
        ("Arle Harbour Agency",),
    ),
    (
        "“We mourn,” Ida Moll said in a statement.\n\n“Some 12 people were hurt,” the statement said.",
        "12 people",
        ("Ida Moll",),
    ),
]


@pytest.mark.parametrize(("text", "told", "chain"), CHAINS)
def test_nobody_and_rumours_vouch_for_nothing(text, told, chain):
    [context] = contexts(text)
    start = text.index(told)
    assert chain_of(context, Span(start, start + len(told))) == chain


DATED = [
    ("Ida Moll said that she was sad about last Friday's attack on the bank.", ()),
    ("Ida Moll said that the bank was attacked on Friday.", ("Ida Moll",)),
]


@pytest.mark.parametrize(("text", "chain"), DATED)
def test_the_day_of_what_is_taken_for_known_is_the_outlets_own(text, chain):
    [context] = contexts(text)
    assert [claim.chain for claim in happenings(context) if claim.kind == "time"] == [chain]
