"""How old people are."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.ages import ages

NAMED = [
    ("Ida Moll, 41, left the band.", "Ida Moll"),
    ("The 41-year-old singer Ida Moll left the band.", "Ida Moll"),
    ("Singer Ida Moll left the band. Moll's, 41, last song was sad.", "Ida Moll"),
    ("The 41-year-old singer's agent Per Holt said so.", "people"),
    ("The 41-year-old singer left the band.", "people"),
]


@pytest.mark.parametrize(("text", "subject"), NAMED)
def test_whose_age(text, subject):
    [context] = contexts(text)
    [claim] = ages(context)
    assert (claim.low, claim.subject) == (41.0, subject)


def ages_of(*texts):
    return [fact for fact in facts(*texts) if fact.question.startswith("How old")]


def test_an_age_by_description_is_the_chief_persons_when_that_is_known():
    [fact] = ages_of(
        "Ida Moll, 41, left the band on Friday. Moll said that she was tired.",
        "Ida Moll left the band. Moll wants to rest. The 41-year-old singer had been ill, her agent Per Holt said.",
        "Ida Moll was married in 2001. Moll, 41, has left the band.",
    )
    assert fact.question == "How old is Ida Moll?"
    assert carriers(fact) == ["a", "b", "c"]


def test_a_described_age_contradicts_nothing():
    found = ages_of(
        "Ida Moll, 41, left the band on Friday. Moll said that she was tired.",
        "Ida Moll left the band. Moll was replaced by the 29-year-old singer of another band.",
    )
    assert len(found) == 2
    assert all(len(fact.accounts) == 1 for fact in found)


def test_two_ages_of_one_person_are_at_odds():
    [fact] = ages_of("Ida Moll, 41, left the band.", "The 43-year-old singer Ida Moll left the band.")
    assert fact.verdict == "disputed"
