"""One toll under several nouns, and tolls of two groups."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.figures import figures

COUNTED = [
    ("She shot and killed two co-workers at the plant.", "dead", "worker"),
    ("He is charged in the deaths of two women found in a flat.", "dead", "women"),
    ("The gunman gunned down two women at the mall.", "dead", "women"),
    ("Two clerks were fatally shot at the mall.", "dead", "clerk"),
    ("Two boys were beaten to death in the park.", "dead", "boy"),
    ("He shot three guards, killing two of them.", "dead", "people"),
    ("She took them to the yard and executed two of them.", "dead", "people"),
]


@pytest.mark.parametrize(("text", "measure", "subject"), COUNTED)
def test_two_were_killed(text, measure, subject):
    [context] = contexts(text)
    [claim] = [claim for claim in figures(context) if claim.low == 2.0]
    assert (claim.measure, claim.subject.split()[-1]) == (measure, subject)


def test_a_word_with_a_hyphen_is_counted_whole():
    [context] = contexts("Nina saw two ex-wives and three co-workers.")
    assert [claim.value for claim in figures(context)] == ["two ex-wives", "three co-workers"]


def test_a_mothers_children_are_no_dead():
    [context] = contexts("A mother of nine was shot dead on the corner.")
    assert [(claim.measure, claim.low) for claim in figures(context)] == [("child", 9.0)]


def killed(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "figure" and "killed" in fact.question]


def test_one_toll_under_two_nouns_is_one_question():
    [fact] = killed("A man shot dead two workers at a mill.", "Two women were killed at a mill.", "2 killed at mill")
    assert carriers(fact) == ["a", "b", "c"]
    assert fact.question == "How many were killed?"


def test_tolls_of_two_groups_that_one_sentence_tells_of_stay_two():
    found = killed(
        "The shells killed two soldiers and two nurses in the town.",
        "Two soldiers were killed in the town.",
        "Two nurses were killed in the town.",
    )
    assert sorted(carriers(fact) for fact in found) == [["a", "b"], ["a", "c"]]


@pytest.mark.parametrize(("one", "other"), [("men", "women"), ("soldiers", "civilians"), ("passengers", "pilots")])
def test_people_of_two_sorts_are_two_tolls(one, other):
    assert len(killed(f"Two {one} were killed in the town.", f"Two {other} were killed in the town.")) == 2


def test_other_numbers_of_another_sort_of_people_are_not_at_odds():
    found = facts("He shot two men at the office.", "She told of three co-workers whom he shot at the office.")
    assert {fact.verdict for fact in found if fact.kind == "figure"} == {"single"}


BOATS = "The raiders in two fast boats surrounded the ferry at dawn."
SHIPS = "Last month the cutter saved two grain ships from raiders at dawn."


def boats(*texts):
    return [carriers(fact) for fact in facts(*texts) if fact.kind == "figure" and "boat" in fact.question]


def test_as_many_things_under_two_nouns_of_one_article_are_apart():
    assert boats(f"{BOATS} {SHIPS}", BOATS, SHIPS) == [["a", "b"]]


def test_the_two_are_those_told_of_before():
    [context] = contexts("Two boats came near. Guards boarded the two ships.")
    assert [" known" in claim.rule for claim in figures(context)] == [False, True]


@pytest.mark.parametrize("noun", ["villagers", "residents", "inhabitants"])
def test_those_who_live_at_a_place_are_not_whoever_else_was_killed(noun):
    found = [
        fact
        for fact in facts("Three soldiers died in the raid on Arle.", f"Two {noun} died in the raid on Arle.")
        if fact.kind == "figure"
    ]
    assert sorted(fact.question for fact in found) == [
        "How many were killed (residents)?",
        "How many were killed (soldiers)?",
    ]


def test_those_who_live_at_a_place_are_one_toll_under_two_nouns():
    [fact] = [
        fact
        for fact in facts("Three villagers died in the raid on Arle.", "Four residents died in the raid on Arle.")
        if fact.kind == "figure"
    ]
    assert fact.verdict == "disputed"


def test_those_who_live_at_a_place_may_be_all_the_people():
    [fact] = [
        fact
        for fact in facts("36 people were hurt in Arle.", "36 residents were hurt in Arle.")
        if fact.kind == "figure"
    ]
    assert fact.verdict == "corroborated"
