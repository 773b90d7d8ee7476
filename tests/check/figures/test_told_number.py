"""A particular number that each article tells once is told of one thing, in whatever words."""

import pytest
from build import claim

from stories import facts
from twosource.check.figures.counts import counts


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


def test_a_small_number_is_one_where_the_words_around_it_agree():
    one = count("a", "2", "guard", "guard wheelchair transfer beaumont")
    other = count("b", "2", "officer", "officer wheelchair transfer beaumont")
    assert grouped(one, other) == [["a", "b"]]


def test_a_small_number_of_a_noun_that_is_rare_in_the_story():
    one = count("a", "2", "cheetah", "cheetah jungl pose")
    other = count("b", "2", "cheetah", "cheetah exotica jungl")
    assert grouped(one, other) == [["a", "b"]]
    far = count("b", "2", "cheetah", "cheetah zoo exotica")
    assert grouped(one, far) == [["a"], ["b"]]


@pytest.mark.parametrize(("words", "expected"), [("bond voter properti levy", True), ("bond tram line levy", False)])
def test_two_years_beside_one_sum_are_no_two_sums_where_the_words_agree(words, expected):
    one = measured("a", 3e6, "dollar", "bond voter properti", event="2009")
    other = measured("b", 3e6, "dollar", words, event="2010")
    assert (grouped(one, other) == [["a", "b"]]) is expected


def test_a_people_named_beside_both_makes_a_number_one():
    one = count("a", "11 Norby suspects", "suspect", "suspect norbi seiz")
    other = count("b", "11 Norby raiders", "raider", "raider norbi catch")
    assert grouped(one, other) == [["a", "b"]]


def test_as_many_of_another_noun_say_nothing_against_one_noun():
    one = count("a", "125 seats", "seat", "seat hall")
    other = count("b", "125 seats", "seat", "seat candid")
    again = count("b", "125 districts", "district", "district land", at=9)
    assert ["a", "b"] in grouped(one, other, again)


def test_a_number_that_is_reached_at_most_is_told_elsewhere_as_reached():
    one = claim(
        "a",
        value="120 mph",
        low=None,
        high=120.0,
        bound="<",
        unit="mile per hour",
        measure="speed",
        value_key="chase speed van",
    )
    other = claim(
        "b", value="120 mph", low=120.0, high=120.0, unit="mile per hour", measure="car speed", value_key="car chase"
    )
    assert grouped(one, other) == [["a", "b"]]


@pytest.mark.parametrize(("sum_", "expected"), [(580_000, [["a", "b"]]), (500_000, [["a"], ["b"]])])
def test_a_sum_of_two_figures_is_told_of_one_thing_in_any_words(sum_, expected):
    one, other = measured("a", sum_, "dollar", "loss jewel"), measured("b", sum_, "dollar", "raid goods court")
    assert grouped(one, other) == expected
