"""A particular number that each article tells once is told of one thing, in whatever words."""

import pytest
from build import claim

from stories import facts
from twosource.check.counts import counts


def grouped(*claims):
    return sorted(sorted(c.article for c in group) for group in counts(claims))


def count(article, value, noun, words, **slots):
    number = float(value.split()[0])
    return claim(
        article, value=value, low=number, high=number, measure=noun, subject="people", value_key=words, **slots
    )


def measured(article, number, unit, words, **slots):
    value = f"{number:g} {unit}"
    return claim(
        article, value=value, low=number, high=number, unit=unit, measure=words.split()[0], value_key=words, **slots
    )


def test_an_odd_number_of_things_under_two_nouns():
    one = count("a", "31 trucks", "truck", "truck quay night")
    other = count("b", "31 pieces", "piece", "apparatus piec quay")
    assert grouped(one, other) == [["a", "b"]]


def test_an_article_that_has_the_number_twice_tells_it_of_two_things():
    one = count("a", "31 trucks", "truck", "truck quay night")
    other = count("b", "31 pieces", "piece", "apparatus piec quay")
    again = count("b", "31 nurses", "nurse", "nurs ward", at=9)
    assert ["a", "b"] not in grouped(one, other, again)


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [
        ("12", "child harbour mother", True),  # one noun, one word besides
        ("12", "choir song", False),
        ("3", "child harbour mother", False),  # three are of many things
    ],
)
def test_the_smaller_a_number_is_the_more_words_must_agree(value, words, expected):
    one = count("a", value, "child", "child harbour school", scope="norby, malta")
    other = count("b", value, "child", words, scope="arle, malta")
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_as_many_dead_as_injured_are_two_things():
    one = count("a", "31", "dead", "dead ferri quay")
    other = count("b", "31", "injured", "ferri injur quay")
    assert grouped(one, other) == [["a"], ["b"]]


def test_round_crowds_of_two_towns_are_two():
    one = count("a", "20000 people", "people", "march centr", scope="norby, malta")
    other = count("b", "20000 protesters", "protester", "march centr", scope="arle, malta")
    assert grouped(one, other) == [["a"], ["b"]]


@pytest.mark.parametrize(("number", "expected"), [(12.0, True), (2.0, False)])
def test_how_long_something_takes_in_other_words(number, expected):
    one = measured("a", number, "day", "cabl repair weather")
    other = measured("b", number, "day", "break repair taken")
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_a_share_that_is_not_round():
    one = measured("a", 68.0, "percentage", "disapprov survey newspap")
    other = measured("b", 68.0, "percentage", "believ mishandl newspap")
    assert grouped(one, other) == [["a", "b"]]


def test_what_is_brought_together_by_its_number_confirms_nothing():
    told = [
        fact
        for fact in facts(
            "A total of 31 engines came to the quay after the alarm.",
            "31 pieces of apparatus were sent to the quay, the harbour office said.",
        )
        if fact.kind == "figure"
    ]
    assert [fact.verdict for fact in told] == ["echoed"]
