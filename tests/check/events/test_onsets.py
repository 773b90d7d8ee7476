"""The hour of a story's own event is one question, by whatever verb each article tells it."""

import pytest

from stories import carriers, facts

RAID = (
    "Robbers attacked a jeweller's in Harn on Thursday. It happened at about 9.20am, the police said.",
    "Four men attacked the jeweller's in Harn on Thursday. The shop was targeted at 9.35am.",
    "The attack on the jeweller's in Harn took place on Thursday. Robbers attacked the jeweller's at 9.20am.",
)
CRASH = (
    "A ferry crashed into a pier in Harn on Monday. The impact occurred at 8.25am.",
    "A ferry crashed into the pier in Harn on Monday. It hit the pier at ten to eight.",
    "A ferry crashed into a pier in Harn on Monday. Nobody was hurt, the mayor said.",
)
SLIDE = (
    "A landslide hit a village in Harn on Friday. Mud came down on the houses at 3.40am.",
    "A landslide hit the village in Harn on Friday. The mass of earth fell at ten to six in the morning.",
    "A landslide hit a village in Harn on Friday, and the mayor was told of it at 4.30am.",
)


def hours(*texts):
    """The questions of an hour that two articles and more answer, as verdict and carriers."""
    asked = [fact for fact in facts(*texts) if fact.kind == "time" and fact.question.startswith("At what time")]
    return [(fact.verdict, carriers(fact)) for fact in asked if len(carriers(fact)) > 1]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (RAID, [("disputed", ["a", "b", "c"])]),
        (CRASH, [("disputed", ["a", "b"])]),
        (SLIDE, [("disputed", ["a", "b"])]),
    ],
)
def test_the_hours_of_an_event_are_at_odds_in_whatever_words_it_is_told(texts, told):
    assert hours(*texts) == told


def test_the_hour_of_a_call_for_help_is_another_question():
    called = "Robbers attacked a jeweller's in Harn on Thursday. Police were called at 9.55am."
    assert hours(called, *RAID[1:]) == [("disputed", ["b", "c"])]


def test_an_article_that_gives_two_hours_tells_of_a_series():
    series = (
        "A ferry crashed into a pier in Harn on Monday. It happened at 8.25am. The boat smashed into a quay at 9.50am."
    )
    assert hours(series, *CRASH[1:]) == []


def test_an_hour_by_the_clocks_of_another_place_is_not_at_odds():
    away = "A ferry crashed into the pier in Harn on Monday. It hit the pier just before half past seven UK time."
    [(verdict, told)] = hours(CRASH[0], away, CRASH[2])
    assert (verdict, told) == ("echoed", ["a", "b"])


def test_another_day_is_another_event():
    day = "A ferry crashed into the pier in Harn on Monday. It happened at 9.50am on Sunday."
    assert hours(CRASH[0], day, CRASH[2]) == []


def test_of_two_articles_what_both_tell_is_the_event():
    assert hours(*CRASH[:2]) == [("disputed", ["a", "b"])]


BARE = (
    'A ferry crashed into the pier in Harn on Monday. "It was ten to nine. I had looked," said a clerk.',
    "A ferry crashed into the pier in Harn on Monday. Her watch had stopped at 8:50.",
    "A ferry crashed into the pier in Harn on Monday. The baker put the time at ten to nine.",
)


@pytest.mark.parametrize("bare", BARE)
def test_an_hour_that_is_told_by_itself_is_that_of_the_event(bare):
    assert hours(CRASH[0], bare, CRASH[2]) == [("disputed", ["a", "b"])]


@pytest.mark.parametrize(
    "other",
    [
        "A ferry crashed into the pier in Harn on Monday. It was ten to nine when the first ambulance came.",
        "A ferry crashed into the pier in Harn on Monday. It was noon, and the pier was still closed.",
    ],
)
def test_an_hour_of_something_else_or_far_off_is_not(other):
    assert not [told for told in hours(CRASH[0], other, CRASH[2]) if told[0] == "disputed"]


def test_an_hour_of_a_report_years_later_is_of_the_day_of_the_event():
    report = (
        "The report on the ferry that crashed into the pier in Harn came out on January 21, 2024."
        " It crashed into the pier at 8:40 a.m., the report says."
    )
    assert hours(CRASH[0], report, CRASH[2]) == [("disputed", ["a", "b"])]
