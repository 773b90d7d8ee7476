"""The compatibility table is the user's page, and each row of it holds."""

from pathlib import Path

import pytest
from build import claim

from twosource.check.compatible import TABLE, compatibility_page, compatible
from twosource.model import FactKind

PAGE = Path(__file__).parents[2] / "docs" / "compatibility.md"


def test_the_page_is_the_table():
    assert PAGE.read_text(encoding="utf-8") == compatibility_page(), (
        "write docs/compatibility.md anew from compatibility_page()"
    )


def test_every_kind_has_its_row():
    assert sorted(rule.kind for rule in TABLE) == sorted(FactKind.__args__)


def at(kind, key, **slots):
    return claim(kind=kind, value=slots.pop("value", key), value_key=key, **slots)


CASES = [
    (at("time", "2022-02-28"), at("time", "2022-02-28T13:00"), True, "a clock time lies within its day"),
    (at("time", "2022-02-28T12:00"), at("time", "2022-02-28T13:00"), False, "noon is not one o'clock"),
    (at("venue", "BLR>"), at("venue", "BLR>region:gomel"), True, "a region lies within its country"),
    (at("venue", "BLR>city:brest"), at("venue", "BLR>city:gomel"), False, "two cities"),
    (at("venue", "USA>city:queens"), at("venue", "USA>city:new york city"), True, "a part of a city"),
    (at("venue", "BLR,UKR>"), at("venue", "BLR>region:gomel"), True, "a border belongs to both sides"),
    (at("venue", "BLR>"), at("venue", "TUR>"), False, "two countries"),
    (at("event", "x", polarity=True), at("event", "x", polarity=False), False, "it happened / it did not"),
    (at("statement", "x", value="a full cease-fire"), at("statement", "y", value="a full ceasefire now"), True, "cut"),
    (at("position", "x", value="a truce"), at("position", "y", value="a truce", polarity=False), False, "refused"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected", "why"), CASES, ids=[row[3] for row in CASES])
def test_compatible(a, b, expected, why):
    assert compatible(a, b) is expected
    assert compatible(b, a) is expected


def test_names_are_no_contraries():
    north = at("event", "north road shut", value="the road to the north was shut")
    south = at("event", "south road shut", value="the road to the south was shut", article="b")
    assert not compatible(north, south)
    arab = at("event", "cabl cut africa north", value="cables to North Africa were cut")
    assert compatible(arab, at("event", "cabl cut korea south", value="cables to South Korea were cut"))


def test_contrary_words_of_two_deeds_are_no_contradiction():
    """Two clauses of sentences alike may hold "down" here and "up" there, and tell of two deeds."""
    key = "polic lock neighbourhood suspect gave six"
    locked = at("statement", key, value="police locked down the neighbourhood")
    gave_up = at("statement", key, value="the suspect gave himself up to officers after six", article="b")
    assert compatible(locked, gave_up)
