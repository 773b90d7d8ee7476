"""Numbers of a part, of another time or of a wider place are not at odds with those of one event."""

import pytest

from stories import facts


def numbers(word, *texts):
    """The numbers of each figure fact whose question holds a word."""
    found = [fact for fact in facts(*texts) if fact.kind == "figure" and word in fact.question.lower()]
    return sorted(sorted(account.low for account in fact.accounts) for fact in found)


@pytest.mark.parametrize(
    ("word", "one", "other"),
    [
        (
            "abducted",
            "Nine sailors were kidnapped from the tanker off Arle.",
            "In the final quarter of the year 64 sailors were kidnapped off Arle, the bureau said.",
        ),
        (
            "arrested",
            "More than 300 people have been arrested since the riots began.",
            "Officers made 86 arrests during Monday's riots.",
        ),
        (
            "injured",
            "The riots in the whole land left 70 people injured.",
            "They also attacked a van, injuring two people.",
        ),
        (
            "killed",
            "The slide killed 24 people in the town, the mayor said.",
            "Her father and mother both died, along with 29 of their neighbours.",
        ),
        (
            "injured",
            "The ferry hit the quay and 70 people were injured.",
            "The ferry hit the quay. In 2009 a boat of the firm struck a jetty. Thirty-three people were injured then.",
        ),
        (
            "killed",
            "A gunman shot three people in the mill on Monday.",
            "The shooting in the mill came just weeks after a driver in another town fatally shot eight people.",
        ),
        (
            "arrested",
            "Police said the man has three prior arrests.",
            "There was one arrest at the march, police said.",
        ),
    ],
)
def test_a_number_of_another_time_or_of_a_part_is_another_question(word, one, other):
    assert all(len(told) == 1 for told in numbers(word, one, other))


def test_a_toll_that_rose_is_one_question():
    early = "The flood killed 12 people in Arle, the mayor said."
    late = "The flood killed 17 people in Arle, the mayor said on Tuesday."
    assert numbers("killed", early, late) == [[12.0, 17.0]]


def test_a_compared_time_is_no_long_one():
    early = "The flood killed 12 people, the worst toll this year."
    assert numbers("killed", early, "The flood killed 17 people in Arle.") == [[12.0, 17.0]]


@pytest.mark.parametrize(
    "text",
    [
        "The dead man was 24 and had been out fishing.",
        "He faces three counts of murder and four of attempted murder.",
        "The owners' body speaks of no more than 700.",
        "A woman of 71 succumbed to her burns on Monday.",
    ],
)
def test_what_only_sounds_like_a_toll_is_none(text):
    assert numbers("killed", text) == []


def test_the_dead_of_one_people_are_not_all_the_dead():
    one = "The ministry raised the number of Kyrgyz dead to 15, after a farmer died in hospital."
    assert [15.0, 17.0] not in numbers("killed", one, "The fighting killed 17 people, doctors said.")
