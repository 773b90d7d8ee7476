"""Figures that answer one question are brought together, and no others."""

import msgspec
import pytest
from build import claim

from stories import carriers, facts
from twosource.check.figures.at_odds import one_question_at_odds
from twosource.check.figures.counts import counts
from twosource.check.figures.one_count import one_count, surely_one

VILLAGES = {"measure": "village", "deed": "destroy", "subject": "people"}


def grouped(*claims):
    return sorted(sorted(c.article for c in group) for group in counts(claims))


def figure(question, *texts):
    """The figure facts of these texts whose question holds a word, as (values, carriers, verdict)."""
    found = [fact for fact in facts(*texts) if fact.kind == "figure" and question in fact.question.lower()]
    return [(sorted({a.low for a in fact.accounts}), carriers(fact), fact.verdict) for fact in found]


def test_a_number_told_without_a_deed_does_not_keep_apart_those_told_with_one():
    told = [claim("a", value="7", **VILLAGES), claim("b", value="7", **VILLAGES), claim("d", value="4", **VILLAGES)]
    bare = claim("c", value="7", measure="village", subject="people", value_key="hous raze")
    assert grouped(*told, bare) == [["a", "b", "d"], ["c"]] or grouped(*told, bare) == [["a", "b", "c", "d"]]


def test_one_article_that_gives_both_numbers_counts_two_things():
    assert grouped(claim("a", value="7", **VILLAGES), claim("a", value="4", at=9, **VILLAGES)) == [["a"], ["a"]]


def test_one_article_may_name_two_who_differ():
    first = claim("a", value="12", chain=("police",))
    second = claim("a", value="15", at=9, chain=("the hospital",))
    assert grouped(first, second) == [["a", "a"]]
    assert grouped(first, claim("a", value="15", at=9)) == [["a"], ["a"]]


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ({}, True),
        ({"certainty": "possible"}, False),
        ({"deed": "rebuild"}, False),
        ({"scope": "malta"}, True),
        ({"scope": "arle, malta"}, False),
        ({"value": "50", "unit": "percentage"}, False),
    ],
)
def test_what_is_at_odds(slots, expected):
    slots = {"value": "4"} | VILLAGES | slots
    assert one_question_at_odds(claim("a", value="7", **VILLAGES), claim("b", **slots)) is expected


def test_numbers_in_two_countries_are_not_at_odds():
    at_home = claim("a", value="12", scope="malta")
    assert grouped(at_home, claim("b", value="30", scope="cuba")) == [["a"], ["b"]]


def test_two_shocks_are_not_one_measured_twice():
    assert one_question_at_odds(
        claim("a", value="5.9", measure="magnitude"), claim("b", value="6.1", measure="magnitude")
    )
    assert not one_question_at_odds(
        claim("a", value="5.9", measure="magnitude"), claim("b", value="3.8", measure="magnitude")
    )


def test_as_many_dead_as_injured_are_two_questions():
    assert not one_count(
        claim("a", value="1200", value_key="storm"), claim("b", value="1200", measure="injured", value_key="storm")
    )


def test_sums_in_two_currencies_neither_agree_nor_are_at_odds():
    sums = [
        claim("a", value="5", measure="ransom", unit="euro"),
        claim("b", value="5", measure="ransom", unit="dollar"),
    ]
    assert not surely_one(*sums)
    assert not one_question_at_odds(*sums)


def test_up_to_a_number_goes_with_that_number():
    up_to = claim("c", value="up to 80", high=80.0, bound="<", measure="injured")
    [group] = counts([claim("a", value="70", measure="injured"), claim("b", value="80", measure="injured"), up_to])
    assert {c.article for c in group} == {"a", "b", "c"}


def test_like_things_of_one_number_that_underwent_one_deed():
    [(values, told, _)] = figure(
        "pipe",
        "Three gas pipelines were severed off the coast of Norra on Monday.",
        "Engineers say three pipes were cut near Norra.",
    )
    assert values == [3.0]
    assert told == ["a", "b"]


def test_small_numbers_of_one_noun_are_not_one_for_that():
    found = figure("boat", "Two boats raced to the island.", "The mayor sold two boats.")
    assert sorted(told for _, told, _ in found) == [["a"], ["b"]]


def test_magnitudes_in_all_their_wordings_answer_one_question():
    [(values, told, verdict)] = figure(
        "magnitude",
        "A magnitude 5.7 earthquake hit Arle on Monday.",
        "The quake that hit Arle on Monday measured 5.7 on the Richter scale.",
        "A 5.8-magnitude quake shook Arle.",
        "The institute put the magnitude at 5.7, but the observatory said it was 5.9. A magnitude 6 quake can do harm.",
    )
    assert values == [5.7, 5.8, 5.9]
    assert told == ["a", "b", "c", "d"]
    assert verdict == "disputed"


def test_the_people_of_a_place_in_all_their_wordings():
    [(values, told, verdict)] = figure(
        "people",
        "The storm struck Gozo, home to 37,000 people.",
        "Gozo, an island with a population of 37,000, was cut off.",
        "Gozo is an island of 52,000 people.",
    ) or figure("inhabitants")
    assert values == [37000.0, 52000.0]
    assert told == ["a", "b", "c"]
    assert verdict == "disputed"


def test_a_particular_number_is_known_in_a_sentence_about_the_past():
    council = {"measure": "member", "value": "2506"}
    assert one_count(claim("a", event="2003", **council), claim("b", **council))
    assert not one_count(
        claim("a", event="2003", measure="member", value="12"), claim("b", measure="member", value="12")
    )
    assert not one_question_at_odds(claim("a", event="2003", value="12"), claim("b", value="15"))


def test_those_of_two_sorts_are_not_all():
    both = figure(
        "sailors", "Police arrested 12 Omani and 11 Cuban sailors.", "Police arrested 23 Omani and Cuban sailors."
    )
    assert "disputed" not in {verdict for _, _, verdict in both}


def disputes(*texts):
    return [fact.question for fact in facts(*texts) if fact.kind == "figure" and fact.verdict == "disputed"]


def test_parts_that_add_up_are_not_at_odds_with_the_whole():
    assert disputes("Police arrested 12 Cubans and 11 Danes.", "Police arrested 23 people.") == []


def test_counts_of_two_days_are_not_at_odds():
    assert disputes("Riots hurt 12 people on Monday.", "On Friday 18 people were hurt in the riots.") == []
    assert disputes("The fire hurt 12 people, police said on Monday.", "On Friday the fire hurt 18 people.") != []


def test_a_duration_confirms_none():
    offer = {"measure": "offer", "value": "8", "unit": "year", "rule": "durations"}
    assert not surely_one(claim("a", **offer), claim("b", **offer))


def test_what_things_suffered_is_their_deed():
    [(values, _, verdict)] = figure(
        "bridges",
        "Three bridges were damaged on Monday, Ida Moll of the road office said.",
        "Two bridges suffered severe damage on Monday.",
    )
    assert (values, verdict) == ([2.0, 3.0], "disputed")


def test_a_range_of_small_numbers_counts_what_stands_behind():
    [(values, told, _)] = figure("guards", "Three or four guards ran to the gate.", "Four guards ran to the gate.")
    assert told == ["a", "b"]
    assert 4.0 in values


def test_one_distance_in_two_units():
    found = figure("southwest", "The quake was 35 miles southwest of Arle.", "The quake was 56 km southwest of Arle.")
    assert [told for _, told, _ in found] == [["a", "b"]]


def percentage(article, value, words, **slots):
    number = float(value.split()[0])
    slots = {"measure": "percentage", "subject": "people", "unit": "percentage", "value_key": words} | slots
    return claim(article, value=value, low=number, high=number, **slots)


@pytest.mark.parametrize(
    ("value", "words", "questions"),
    [("68 percent", "disapprov govern poll survey", 1), ("68 percent", "school roof", 2)],
)
def test_a_share_that_nobody_rounds_is_one_where_words_agree(value, words, questions):
    one = percentage("a", "68 percent", "believ govern mishandl newspap poll", measure="greek")
    assert len(counts([one, percentage("b", value, words)])) == questions


@pytest.mark.parametrize(
    ("number", "value_key", "expected"),
    [
        (31, "fire hall piec total", [["a", "b"]]),
        (31, "morn piec river total", [["a", "b"]]),
        (30, "fire hall piec total", [["a", "b"]]),
        (30, "morn piec river total", [["a"], ["b"]]),
    ],
)
def test_an_odd_number_of_things_under_two_nouns(number, value_key, expected):
    odd = {"low": float(number), "high": float(number), "subject": "people"}
    one = claim("a", value=f"{number} trucks", measure="truck", value_key="fire hall truck", **odd)
    other = claim("b", value=f"{number} pieces", measure="piece", value_key=value_key, **odd)
    assert sorted(sorted(c.article for c in group) for group in counts([one, other])) == expected


@pytest.mark.parametrize(
    ("value_key", "expected"), [("peopl street hill", [["a", "b"]]), ("camp peopl tent", [["a"], ["b"]])]
)
def test_rough_numbers_of_people_need_a_word_in_common(value_key, expected):
    about = {"measure": "people", "subject": "people", "bound": "~"}
    one = claim("a", value="100,000 people", low=1e5, high=1e5, value_key="hill march peopl", **about)
    other = claim("b", value="90,000 people", low=9e4, high=9e4, value_key=value_key, **about)
    assert grouped(one, other) == expected


def test_a_small_number_of_another_year_confirms_nothing():
    one, other = (
        claim(a, value="5", measure="son", value_key="born immigr one parent son", event=e)
        for a, e in (("a", ""), ("b", "1928"))
    )
    assert not surely_one(one, other)
    assert surely_one(one, msgspec.structs.replace(other, event=""))


def test_riots_and_rioting_last_as_long():
    lasting = {"value": "5", "unit": "day", "rule": "durations"}
    one = claim("a", measure="riot", value_key="greec riot spark", **lasting)
    other = claim("b", measure="rioting", value_key="trigger unrest town", **lasting)
    assert one_count(one, other)
    assert not one_count(one, msgspec.structs.replace(other, measure="strike"))


@pytest.mark.parametrize(("words", "expected"), [("game straight colt", True), ("game lineup colt", False)])
def test_whoever_won_an_eighth_game_won_eight(words, expected):
    one = claim("a", value="8", measure="game", value_key="game straight colt")
    other = claim("b", value="8", measure="game nth", rule="ordinals", value_key=words)
    assert one_count(one, other) is expected


def test_two_ordinals_of_one_article_under_two_nouns_are_of_two_things():
    one = claim("a", value="4", measure="coach nth", rule="ordinals", value_key="coach fire head club")
    other = claim("a", value="4", at=9, measure="season nth", rule="ordinals", value_key="season coach fire head club")
    assert not one_count(one, other)
    assert one_count(one, msgspec.structs.replace(other, article="b"))
