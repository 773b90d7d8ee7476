"""Figures, times and places that are asked for twice, and those that only look like it."""

import pytest
from build import claim

from stories import facts
from twosource.check.twins.asked_twice import asked_once

HELD = "The two injured men were treated at Harn Hospital on Monday."


def when(article, asked, value="Monday", at=0, measure="treat happen day", key="2023-03-13", **slots):
    return claim(article, "time", value, at=at, measure=measure, asked=asked, value_key=key, rule="happenings", **slots)


def where(article, asked, measure, rule="happenings", value="Harn Hospital", **slots):
    return claim(article, "venue", value, measure=measure, asked=asked, value_key=value, rule=rule, **slots)


def long(
    article, asked, value="40 feet", at=0, measure="rope", rule="figures", low=40.0, high=None, unit="feet", **slots
):
    slots = {"subject": "people", "measure": measure, "asked": asked, "rule": rule, "unit": unit, **slots}
    return claim(article, "figure", value, low, high or low, at=at, **slots)


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        # one question in two groups
        ([when("a", "was Ann Lowe elected")], [when("b", "was Ann Lowe elected", measure="vote happen day")], True),
        ([when("a", "was Ann Lowe elected")], [when("b", "was Ann Lowe elected", key="2023-03-14")], False),
        # one of them is disputed, and stays so
        (
            [where("a", "was Ann Lowe born", "bear happen", value="Harn")],
            [where("b", "was Ann Lowe born", "bear happen", value=town, event="1928") for town in ("Harn", "Norby")],
            True,
        ),
        # much the same, of one sentence or of its copy
        ([when("a", "was the mill sold")], [when("a", "was the old mill sold", measure="sell happen day")], True),
        ([when("a", "was the mill sold")], [when("b", "was the old mill sold", measure="sell happen day")], True),
        ([when("a", "were two men killed")], [when("b", "were two women killed", measure="kill happen day")], False),
        ([when("a", "was the mill sold")], [when("b", "was Ann Lowe elected", measure="elect happen day")], False),
        # one place in a sentence: the hospital that it names, but not any town
        ([where("a", "was he treated", "treat happen")], [where("a", "", "hospital happen", "institutions")], True),
        ([where("a", "was he treated", "treat happen")], [where("b", "", "hospital happen", "institutions")], False),
        ([where("a", "was he born", "bear happen")], [where("a", "did she live", "home happen", "homes")], False),
        # one length, which either group found in the other's sentence
        (
            [long("a", "rope"), long("b", "rope", rule="also counted")],
            [long("b", "cord", measure="cord"), long("a", "cord", measure="cord", rule="also counted")],
            True,
        ),
        ([long("a", "rope")], [long("b", "cord", measure="cord")], False),
        # a particular number of a unit, unless it is told of another year; months pass for many things
        ([long("a", "rope", low=38.5)], [long("b", "cord", measure="cord", low=38.5)], True),
        (
            [long("a", "rope", low=38.5, event="2019")],
            [long("b", "cord", measure="cord", low=38.5, event="1998")],
            False,
        ),
        ([long("a", "rope", low=38.5)], [long("a", "cord", at=90, measure="cord", low=38.5)], False),
        ([long("a", "lease", low=26.0, unit="month")], [long("b", "x", measure="x", low=26.0, unit="month")], False),
        # two ends of a price, but not of a mere order of size
        (
            [long("a", "pots", unit="dollar", low=70.0, high=130.0)],
            [long("b", "pans", unit="dollar", measure="pan", low=70.0, high=130.0)],
            True,
        ),
        (
            [long("a", "pots", unit="dollar", low=100.0, high=999.0)],
            [long("b", "pans", unit="dollar", measure="pan", low=100.0, high=999.0)],
            False,
        ),
        # of things that are only counted, where these are called alike
        (
            [long("a", "eels", unit="", measure="eel", low=38.0)],
            [long("b", "fish", unit="", measure="eel", low=38.0)],
            True,
        ),
        (
            [long("a", "x", unit="", measure="dead", low=38.0)],
            [long("b", "y", unit="", measure="dead", low=38.0)],
            False,
        ),
        # one time of day, at which most words are the same or the verb is, whatever day it was read as of
        (
            [when("a", "did a miller spot the van", key="2023-03-13T06:00", measure="spot happen clock")],
            [when("b", "did a miller notice the van", key="2023-05-02T06:00", measure="notice happen clock")],
            True,
        ),
        (
            [when("a", "did the gunman walk", key="2023-03-13T10:00", measure="walk happen clock")],
            [when("b", "did Piet Lund walk", key="2023-03-14T10:00", measure="walk happen clock")],
            True,
        ),
        (
            [when("a", "did the ferry leave", key="2023-03-13T10:00", measure="leave happen clock")],
            [when("b", "did Piet Lund walk", key="2023-03-13T10:00", measure="walk happen clock")],
            False,
        ),
        # the place of what somebody did, and of what another did
        (
            [where("a", "was Ann Lowe shot", "shoot happen", "spots", "kitchen", subject="person:ann-lowe")],
            [
                where(
                    "b",
                    "did he shoot her",
                    "shoot happen",
                    "spots",
                    "kitchen",
                    subject="x|person:ann-lowe",
                    event="1998",
                )
            ],
            True,
        ),
        (
            [where("a", "was Ann Lowe shot", "shoot happen", "spots", "kitchen", subject="person:ann-lowe")],
            [where("b", "was he shot", "shoot happen", "spots", "kitchen", subject="person:piet-lund", event="1998")],
            False,
        ),
        # the place of one deed, whoever is named in one of them, where the questions share a word besides
        (
            [where("a", "was Ann Lowe shot with an arrow", "shoot happen", value="kitchen", subject="person:ann-lowe")],
            [where("b", "was a cook shot with an arrow", "shoot happen", value="kitchen", event="1998")],
            True,
        ),
        (
            [where("a", "was Ann Lowe shot", "shoot happen", value="kitchen", subject="person:ann-lowe")],
            [where("b", "was a cook shot", "shoot happen", value="kitchen", event="1998")],
            False,
        ),
        # what is only counted may be two things, and two people may be of one age
        (
            [long("a", "men", unit=""), long("b", "men", unit="", rule="also counted")],
            [long("b", "vans", unit="", measure="van"), long("a", "vans", unit="", measure="van", rule="also counted")],
            False,
        ),
        (
            [long("a", "", measure="age", unit="year", subject="Ann Lowe"), long("b", "", measure="age", unit="year")],
            [long("b", "", measure="age", unit="year", subject="Piet Lund"), long("a", "", measure="age", unit="year")],
            False,
        ),
    ],
)
def test_what_is_asked_twice_is_asked_once(first, second, one):
    groups = [tuple(first), tuple(second)]
    assert [len(asked_once(pair, lambda _: HELD)) == 1 for pair in (groups, groups[::-1])] == [one, one]


@pytest.mark.parametrize(
    ("value", "sentence", "one"),
    [
        ("12 points", "The club has 12 points after 17 rounds.", True),
        ("12 points", "The club has 12 points after six rounds.", False),  # no further number
        ("12 points", "In 2017 the club had 12 points.", False),  # a year is told of many things
        ("12 goals", "The club let in 12 goals in 17 rounds.", False),
    ],
)
def test_a_number_of_one_noun_beside_the_same_further_number_is_one(value, sentence, one):
    told = {"a": "Arle took 12 points in 17 games of 2017.", "b": sentence}
    groups = [
        (long("a", "taken", value="12 points", measure="arle", low=12.0, unit=""),),
        (long("b", "has", value=value, measure="club", low=12.0, unit=""),),
    ]
    assert (len(asked_once(groups, lambda claim: told[claim.article])) == 1) is one


def test_of_two_questions_for_a_price_the_shorter_one_stands():
    slots = {"unit": "dollar", "low": 70.0, "high": 130.0}
    long_one = long("a", "sold in shops of every kind", setting="They were sold in shops of every kind for …", **slots)
    short_one = long("b", "cost", setting="The pots cost …", measure="pan", **slots)
    [made] = asked_once([(long_one,), (short_one,)], lambda claim: claim.article)
    assert {one.setting for one in made} == {"The pots cost …"}


def test_what_is_told_under_other_slots_only_carries():
    groups = [
        (where("a", "", "hospital happen", "institutions"), where("b", "", "hospital happen", "institutions")),
        (where("a", "was he treated", "treat happen"),),
    ]
    [made] = asked_once(groups, lambda _: HELD)
    assert [one.article for one in made] == ["a", "b"]
    told = where("c", "was she treated", "treat happen")
    [first, *_] = asked_once([groups[0], (told, groups[1][0])], lambda _: HELD)
    assert [one.rule for one in first] == ["institutions", "institutions"]


def test_a_number_that_three_things_have_makes_none_of_them_one():
    groups = [
        (long(article, noun, measure=noun, low=38.5),)
        for article, noun in zip("abc", ("rope", "mast", "keel"), strict=True)
    ]
    assert len(asked_once(groups, lambda claim: claim.article)) == 3


def test_what_is_one_by_its_answer_only_carries_and_keeps_its_moment():
    spotted = when("a", "did a miller spot the van", key="2023-03-13T06:00", measure="spot happen clock")
    noticed = when("b", "did a miller notice the van", key="2023-05-02T06:00", measure="notice happen clock")
    [made] = asked_once([(spotted,), (noticed,)], lambda claim: claim.asked)
    assert [(one.rule, one.value_key) for one in made] == [
        ("happenings", "2023-03-13T06:00"),
        ("also dated", "2023-03-13T06:00"),
    ]


def test_two_copies_of_a_sentence_ask_where_somebody_died_once():
    found = facts(
        "Ann Lowe was hit by a van on Monday. Lowe was pronounced dead at Norby Hospital.",
        "A van hit Ann Lowe. Police said Ann Lowe died at Norby Hospital.",
    )
    asked = [fact.question for fact in found if fact.kind == "venue" and "Norby Hospital" in fact.accounts[0].value]
    assert len(asked) == 1
