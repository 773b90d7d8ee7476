"""Facts that another one tells word for word along with more, and those that it does not tell."""

import pytest
from build import claim

from twosource.check.twins.told_within import without_parts

SHORT = "officers were searching for the gunman"
LONG = f"A gunman shot three people at the mill, and {SHORT}"


def told(value, *places, kind="event", rule="happenings"):
    return tuple(claim(place[0], kind, value, at=100 * int(place[1]), value_key=value, rule=rule) for place in places)


@pytest.mark.parametrize(
    ("part", "whole", "left"),
    [
        (told(SHORT, "a0"), told(LONG, "a0"), 1),
        (told(SHORT, "a0", kind="statement"), told(f"{LONG}.", "a0", "b0"), 1),
        # a phrase that was made a clause, with a word or two between
        (told("a law was passed in 1913", "a0"), told("Ida Moll cited an old law passed in 1913", "a0"), 1),
        (told("a cart hit a boy", "a0"), told("Ida Moll owned a cart that on Monday hit a boy", "a0"), 1),
        (told("[Ida Moll]'s cart hit a boy", "a0"), told("Ida Moll wept when her cart hit a boy", "a0"), 1),
        # the words stand far apart, or in another order
        (told("Moll left Leeds", "a0"), told("Moll told all who had come to hear her why she left Leeds", "a0"), 2),
        (told("Kern hit Moll", "a0"), told("Moll hit Kern and then he fled", "a0"), 2),
        # somebody else tells it
        (told(SHORT, "a0", "b0"), told(LONG, "a0"), 2),
        # the longer telling is only carried there
        (told(SHORT, "b0"), told(LONG, "a0") + told("Police searched the mill", "b0", rule="also told"), 2),
        # other words, the same words, and a part of a word
        (told("police were looking for a gunman", "a0"), told(LONG, "a0"), 2),
        (told(LONG, "a0"), told(LONG, "a0", kind="statement"), 2),
        (told("man shot three people", "a0"), told(LONG, "a0"), 2),
        # a story's own event
        (told(SHORT, "a0", rule="main event"), told(LONG, "a0"), 2),
    ],
)
def test_what_another_fact_tells_with_more_is_left_out(part, whole, left):
    assert [len(without_parts(pair)) for pair in ((part, whole), (whole, part))] == [left, left]


def test_figures_are_no_tellings():
    groups = (claim("a", "figure", "17"),), (claim("a", "event", "17 men left the mill"),)
    assert without_parts(groups) == groups
