"""Records of wins and losses, final scores, and parts of so many."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.figures import figures
from twosource.check.claims.scores import RECORD, SCORE, scores

PAIRS = [
    ("Ida Moll (52-3, 46 KOs) beat Eva Holt.", RECORD, "Ida Moll", "52-3"),
    ("Ida Moll, 53-3, 47 KOs, beat Eva Holt.", RECORD, "Ida Moll", "53-3"),
    ("Ida Moll improved to 52-3 on Friday.", RECORD, "Ida Moll", "52-3"),
    ("Ida Moll fell to 45-7-2 on Friday.", RECORD, "Ida Moll", "45-7-2"),
    ("Norway beat Sweden 20-13 in Oslo.", SCORE, "people", "20-13"),
    ("Norway took a 31-24 victory over Sweden.", SCORE, "people", "31-24"),
]


@pytest.mark.parametrize(("text", "measure", "subject", "value"), PAIRS)
def test_a_pair_is_a_record_or_a_score(text, measure, subject, value):
    [context] = contexts(text)
    [claim] = scores(context)
    assert (claim.measure, claim.subject, claim.value) == (measure, subject, value)


NEITHER = [
    "Norway led Sweden 13-3 at halftime.",
    "Ida Moll (5-11, 220) joined the club.",
    "Ida Moll went 2-6 at home.",
    "Viewers aged 18-49 won the night.",
    "Ida Moll was hurt in 1998-99 and lost.",
]


@pytest.mark.parametrize("text", NEITHER)
def test_other_pairs_are_neither(text):
    [context] = contexts(text)
    assert scores(context) == ()


def test_a_record_counts_nothing():
    [context] = contexts("The Moors (2-13) lost to Norway.")
    assert not figures(context)


def asked(question, *texts):
    return [fact for fact in facts(*texts) if fact.kind == "figure" and fact.question.startswith(question)]


def test_records_that_differ_are_at_odds():
    [fact] = asked(
        "What is Ida Moll's record", "Ida Moll (52-3, 46 KOs) beat Eva Holt.", "Ida Moll, 53-3, 47 KOs, won."
    )
    assert fact.verdict == "disputed"


def test_a_record_before_and_one_after_are_not_at_odds():
    found = asked("What is Ida Moll's record", "Ida Moll (52-3) beat Eva Holt.", "Ida Moll improved to 53-3 on Friday.")
    assert [fact.verdict for fact in found] == ["single", "single"]


def test_records_many_games_apart_are_of_two_days():
    found = asked("What is Ida Moll's record", "Ida Moll (10-0) beat Eva Holt.", "Ida Moll (14-1) beat Eva Holt.")
    assert [fact.verdict for fact in found] == ["single", "single"]


def test_one_score_is_one_question_and_two_are_two():
    told = ["Norway beat Sweden 20-13 in Oslo.", "Norway took a 20-13 win over Sweden.", "Norway beat Spain 31-24."]
    found = asked("What was the score", *told)
    assert sorted(carriers(fact) for fact in found) == [["a", "b"], ["c"]]


def test_so_many_of_so_many_counts_what_both_do():
    [fact] = asked("How many punches did", "Ida Moll landed 178 punches.", "Ida Moll landed 178 of 369 punches thrown.")
    assert carriers(fact) == ["a", "b"]


def test_of_how_many_is_another_question():
    found = asked("How many", "Ida Moll landed 28 of 68 punches thrown.", "Ida Moll landed 178 of 369 punches thrown.")
    assert "disputed" not in {fact.verdict for fact in found}


def test_what_is_called_a_record_is_one_whoever_is_told_of():
    found = [
        fact
        for fact in facts(
            "Ida Moll led the Rovers to a 43-39 record.",
            "Despite a 43-39 record Ida Moll was sacked.",
            "Ida Moll posted a mark of 43-39 with the Rovers.",
        )
        if fact.kind == "figure"
    ]
    assert [carriers(fact) for fact in found] == [["a", "b", "c"]]
    assert found[0].question == "What is Ida Moll's record?"


def test_records_of_two_seasons_are_no_dispute():
    found = facts("Ida Moll led the Rovers to a 43-39 record.", "Ida Moll led the Rovers to a 50-32 record.")
    assert all(fact.verdict != "disputed" for fact in found)


RUNS = [
    ("The Rovers have lost eight of 10.", "loss 10", 8.0),
    ("The Rovers are last after losing eight of their last 10 games.", "loss 10", 8.0),
    ("The Rovers began with eight losses in their first ten games.", "loss 10", 8.0),
    ("The Rovers had won seven of eight, and were glad.", "win 8", 7.0),
]


@pytest.mark.parametrize(("text", "measure", "number"), RUNS)
def test_how_many_of_the_last_games(text, measure, number):
    [context] = contexts(text)
    [claim] = scores(context)
    assert (claim.measure, claim.low) == (measure, number)


def test_a_run_is_one_in_verbs_and_in_nouns():
    [fact] = asked(
        "How many losses in the last 10 games",
        "The Rovers have lost eight of 10.",
        "The Rovers are last, with eight losses in their last ten games.",
    )
    assert carriers(fact) == ["a", "b"]


@pytest.mark.parametrize("text", ["Ida Moll won three of the prizes.", "He lost one of two sons in the war."])
def test_what_is_no_run(text):
    [context] = contexts(text)
    assert scores(context) == ()
