"""What a figure's question says of the sentence around a number whose noun alone would ask nothing."""

import pytest

from stories import facts

SET = [
    (
        "Moll lived there with his wife and their three daughters.",
        "How many daughters: Moll lived there with his wife and their …?",
    ),
    (
        "Moll, the head of a ferry line linking 92 harbours, resigned.",
        "How many harbours: Moll, the head of a ferry line linking …?",
    ),
    (
        "Seven of the clerks, it turns out, had been paid twice.",
        "How many of the clerks: …, it turns out, had been paid twice?",
    ),
    ("The Moors are on a three-game losing streak.", "How many games: The Moors are on … losing streak?"),
    (
        "Lowe was named as the 21st head coach of the Moors.",
        "Which in order: Lowe was named as the … head coach of the Moors?",
    ),
    (
        "The club fired Ida Moll one day after the team lost again.",
        "How long: The club fired Ida Moll … after the team lost again?",
    ),
    (
        "Until 9:30 a.m. the crew of the ferry saved four cats.",
        "How many cats: Until 9:30 a.m. the crew of the ferry saved …?",
    ),
    (
        "Pike is best known for his three fights with Ida Moll.",
        "How many fights: Pike is best known for his … with Ida Moll?",
    ),
    ("Harn, a market town, is 30 miles south of Arle.", "How many miles: Harn, a market town, is … south of Arle?"),
    (
        "Six months after it was announced, the takeover of the mill is done.",
        "How long: … after it was announced, the takeover of the mill is done?",
    ),
    ("Ida Moll was convicted of one count of fraud.", "How many counts: Ida Moll was convicted of … of fraud?"),
    ("Ida Moll weighed 200 pounds.", "How many pounds: Ida Moll weighed …?"),
]


@pytest.mark.parametrize(("text", "question"), SET)
def test_a_question_holds_the_words_around_a_number(text, question):
    assert question in [fact.question for fact in facts(text)]


def test_a_question_names_a_place_without_its_country():
    [fact] = [fact for fact in facts("Two people were killed in Leeds, England.") if fact.kind == "figure"]
    assert fact.question == "How many were killed in Leeds?"


@pytest.mark.parametrize(
    "text",
    [
        "At one point, Ida Moll laughed.",
        "The mill, 15, 800 square metres in all, was sold.",
        "Callers reached Ida Moll at 800-555-2930 on Monday.",
    ],
)
def test_numbers_that_count_nothing_make_no_figure(text):
    assert not [fact for fact in facts(text) if fact.kind == "figure"]
