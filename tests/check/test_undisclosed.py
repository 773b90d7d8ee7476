"""What is not told, in whatever words, and who does not tell it."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.undisclosed import undisclosed

# (text, whether it says that something is not told)
SILENT = [
    ("Ida Moll did not say what she was treated for.", True),
    ("It is still unclear how the fire began.", True),
    ("The cause is currently unknown to the police.", True),
    ("No reason was given for the delay.", True),
    ("She left for undisclosed reasons.", True),
    ("He resigned without saying why.", True),
    ("Nobody knows how the fire began.", True),
    ("It is clear how the fire began.", False),
    ("The cause was known at once.", False),
    ("Ida Moll said what she was treated for.", False),
]


@pytest.mark.parametrize(("text", "silent"), SILENT)
def test_silence(text, silent):
    [context] = contexts(text)
    assert bool(undisclosed(context)) is silent


def test_one_silence_in_many_words():
    found = facts(
        "Ida Moll would not say what she was being treated for.",
        "It is unclear what Ida Moll is being treated for.",
        "No reason was given for the treatment.",
    )
    [fact] = [fact for fact in found if fact.verdict == "undisclosed"]
    assert carriers(fact) == ["a", "b", "c"]
    assert "Ida Moll" in fact.accounts[0].origins


def test_two_silences():
    found = facts(
        "The police did not say how many shots were fired.", "The police would not say why the road was closed."
    )
    assert sorted(carriers(fact) for fact in found if fact.verdict == "undisclosed") == [["a"], ["b"]]
