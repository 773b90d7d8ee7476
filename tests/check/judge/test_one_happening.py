"""When two outlets confirm the day of a story's event: both date it in their own voice, and name its parties."""

import pytest
from build import claim

from stories import contexts
from twosource.check.judge.one_happening import one_happening
from twosource.check.judge.said_beside import Beside

EXPLODED = "Two bombs exploded outside the customs houses in Oslo and Stavanger on Friday, and trains stood still."
EMPTIED = "The March 10 bombings of the customs houses in Oslo and Stavanger have emptied the hotels of the coast."
ELSEWHERE = "The March 10 bombing of a bank in Athens has kept the ferries in the port."
SHOT = "Martin Keller was shot in the kitchen of his house on Friday night as he made soup."
SHOOTING = "Guards have stood before the clinic since the March 10 shooting of Martin Keller."
FOUND = "Divers searched the lake once more on Friday, and brought up a rusty rifle wrapped in a blue blanket."
SEARCH = "The rusty rifle lay wrapped in a blue blanket when divers searched the lake on March 10."
SAID = "The chief of the divers who had searched the lake said on Friday that a rusty rifle lay in a blue blanket."


def dated(article, text, day, **slots):
    """A claim that a text dates a deed by the words `day`."""
    given = {"measure": "bomb happen day", "value_key": "2023-03-10", "rule": "main event", **slots}
    return claim(article=article, kind="time", value=day, at=text.index(day), low=0.0, **given)


def sure(one, other, **slots):
    """Whether the first words for the day in two texts surely date one happening; `slots` are those of the second."""
    beside = Beside(contexts(one, other))
    first, second = (next(day for day in ("March 10", "Friday") if day in text) for text in (one, other))
    both = {key: slots.pop(key) for key in ("measure",) if key in slots}
    return one_happening(dated("a", one, first, **both), dated("b", other, second, **both, **slots), beside)


SEARCHED = {"measure": "search happen day", "rule": "also dated"}
CASES = [
    ("two places are named", EXPLODED, EMPTIED, {}, True),
    ("another place is named", EXPLODED, ELSEWHERE, {}, False),
    ("another day", EXPLODED, EMPTIED, {"value_key": "2023-03-11"}, False),
    ("a day without a year", EXPLODED, EMPTIED, {"value_key": "XXXX-03-10"}, False),
    ("one has it from somebody", EXPLODED, EMPTIED, {"chain": ("Ola Berg",)}, False),
    ("of an older event", EXPLODED, EMPTIED, {"event": "1998"}, False),
    ("of the year of that day", EXPLODED, EMPTIED, {"event": "2023"}, True),
    ("the victim is named", SHOT, SHOOTING, {"measure": "shoot happen day"}, True),
    ("many words are shared", FOUND, SEARCH, SEARCHED, True),
    ("the day is that of the word", FOUND, SAID, SEARCHED, False),
]


@pytest.mark.parametrize(("case", "one", "other", "slots", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_day_of_one_deed_is_confirmed_where_its_parties_are_named(case, one, other, slots, expected):
    assert sure(one, other, **slots) is expected
