"""How long somebody has done something, and how long before or after another thing."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.intervals import intervals

TIMES = [
    ("Ida Moll has worked at the mill for about 15 years.", "work", 15.0, "year"),
    ("Ida Moll, a 15-year employee, was suspended.", "work", 15.0, "year"),
    ("Ida Moll had lived in Norby for the past three years.", "live", 3.0, "year"),
    ("Ida Moll returned to her home town 12 weeks ago.", "return ago", 12.0, "week"),
    ("Ida Moll came back ten minutes later with a gun.", "return between", 10.0, "minute"),
    ("Ten minutes after the guards had let her out, Ida Moll came back with a gun.", "return between", 10.0, "minute"),
    ("Ida Moll met with the owner for 2 1/2 hours.", "meet", 2.5, "hour"),
    ("Ida Moll spoke to reporters for one and a half hours.", "speak", 1.5, "hour"),
    ("The dam was closed six days after cracks were seen.", "close between", 6.0, "day"),
    ("Ida Moll had married the grocer three weeks before he was shot.", "marri between", 3.0, "week"),
    ("Ida Moll was wed three weeks ago.", "marri ago", 3.0, "week"),
    ("Ida Moll, a 12-year fire department veteran, was hurt.", "work", 12.0, "year"),
    ("Ida Moll had been in hospital for two weeks with a fever.", "hospit", 2.0, "week"),
    ("Ida Moll had been hospitalized for two weeks with a fever.", "hospit", 2.0, "week"),
    ("Ida Moll re-entered the mill 10 minutes later.", "return between", 10.0, "minute"),
    ("Ida Moll was outside for nine minutes before coming back.", "return between", 9.0, "minute"),
    ("Permits had been required for more than two decades.", "requir", 20.0, "year"),
    ("Ida Moll was led out three hours and 30 minutes after the alarm.", "lead out between", 3.5, "hour"),
    ("Ida Moll was held for two years and six months.", "hold", 2.5, "year"),
]


@pytest.mark.parametrize(("text", "measure", "low", "unit"), TIMES)
def test_a_time_that_something_lasts_or_lies_back(text, measure, low, unit):
    [context] = contexts(text)
    [claim] = intervals(context)
    assert (claim.measure, claim.low, claim.unit) == (measure, low, unit)


NONE = [
    "Ida Moll was jailed for five years.",
    "It was thirty four years ago.",
    "The talks lasted two hours before they broke up.",
    "Ida Moll is 15 years old.",
    "Ida Moll, a 16-year-old Norby resident, was hurt.",
]


@pytest.mark.parametrize("text", NONE)
def test_sentences_and_ages_are_told_elsewhere(text):
    [context] = contexts(text)
    assert intervals(context) == ()


def asked(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "figure" and fact.question.startswith("How long")]


def test_years_of_work_are_one_question_in_several_words():
    [fact] = asked(
        "Ida Moll has worked for the mill for about 15 years.",
        "Police did not say why Ida Moll, a 15-year employee, was suspended.",
        "Ida Moll lost her job at the mill, where she had worked for 15 years.",
    )
    assert carriers(fact) == ["a", "b", "c"]


def test_weeks_that_differ_for_one_return_are_at_odds():
    [fact] = asked("Ida Moll returned to her home town 12 weeks ago.", "Ida Moll moved back to Norby six weeks ago.")
    assert fact.verdict == "disputed"


UNLIKE = [
    ("Ida Moll returned to her home town 12 weeks ago.", "Eva Holt returned to her home town six weeks ago."),
    ("Ida Moll returned to her home town two days ago.", "Ida Moll returned to her home town four days ago."),
    ("Ida Moll returned to her home town 12 weeks ago.", "Ida Moll returned to her home town 11 weeks ago."),
    ("Ida Moll returned to her home town 12 weeks ago.", "Ida Moll was married six weeks ago."),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_other_people_other_deeds_and_days_are_not_at_odds(one, other):
    assert {fact.verdict for fact in asked(one, other)} == {"single"}


AT_ODDS = [
    (
        "a wedding before the death and before the report",
        "Ida Moll had married the grocer three weeks before he was shot.",
        "Ida Moll was married five weeks ago in Norby.",
    ),
    (
        "minutes between two deeds",
        "Ida Moll left the mill with two guards and came back ten minutes later with a gun.",
        "Ida Moll was outside for seven minutes before coming back.",
    ),
    (
        "a noun and a verb",
        "The jury gave its verdict after 30 hours of deliberation.",
        "The jury deliberated for 40 hours.",
    ),
    (
        "two words for one state",
        "Ida Moll had been in hospital for two weeks with a fever.",
        "Ida Moll had been hospitalized for three weeks with a fever.",
    ),
]


@pytest.mark.parametrize(("case", "one", "other"), AT_ODDS, ids=[row[0] for row in AT_ODDS])
def test_the_only_two_times_of_one_doing_are_at_odds(case, one, other):
    assert [fact.verdict for fact in asked(one, other)] == ["disputed"]


def test_the_hours_of_two_verdicts_are_two():
    found = asked(
        "The jury deliberated for 12 hours on the guilt. The jury deliberated for 30 hours on the sentence.",
        "The jury gave its verdict after 20 hours of deliberation.",
    )
    assert all(fact.verdict != "disputed" for fact in found)


def test_a_wedding_told_of_two_days_is_one():
    [fact] = asked(
        "Ida Moll had married the grocer three weeks before he was shot.", "Ida Moll was wed about three weeks ago."
    )
    assert carriers(fact) == ["a", "b"]


def test_years_of_living_somewhere_are_not_revised_by_a_day():
    [fact] = asked(
        "Ida Moll returned to Norby after a four year spell living in Arle.",
        "Ida Moll had been living in Arle for the past three years.",
    )
    assert fact.verdict == "disputed"
