"""When two outlets confirm the day of a story's event: both date it in their own voice, and name its parties."""

import pytest
from build import claim

from stories import contexts
from twosource.check.judge.one_happening import one_happening
from twosource.check.judge.said_beside import Beside

EXPLODED = "Two bombs exploded outside the customs houses in Oslo and Stavanger on Friday, and trains stood still."
EMPTIED = "The March 10 bombings of the customs houses in Oslo and Stavanger have emptied the hotels of the coast."
DOUBTED = "The March 10 bombings of the customs houses in Oslo and Stavanger were planned abroad, the police said."
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
    ("one sentence is somebody's", EXPLODED, DOUBTED, {}, False),
    ("of an older event", EXPLODED, EMPTIED, {"event": "1998"}, False),
    ("of the year of that day", EXPLODED, EMPTIED, {"event": "2023"}, True),
    ("the victim is named", SHOT, SHOOTING, {"measure": "shoot happen day"}, True),
    ("many words are shared", FOUND, SEARCH, SEARCHED, True),
    ("the day is that of the word", FOUND, SAID, SEARCHED, False),
]


@pytest.mark.parametrize(("case", "one", "other", "slots", "expected"), CASES, ids=[case[0] for case in CASES])
def test_one_day_of_one_deed_is_confirmed_where_its_parties_are_named(case, one, other, slots, expected):
    assert sure(one, other, **slots) is expected


STAND = "The bombings at the customs houses in Norway and Sweden blew out windows, and crews cleared the rubble."
TOLD = "Most of the sailors died in the twin bombings at customs houses in Norway and Sweden."
ALONE = "The bombing of a ferry in Norway has nothing to do with it."
SEEN = "Martin Keller was seen in a red van near the house of Anna Berg."
AGAIN = "The red van of Martin Keller was seen by the lake where Anna Berg lived."
MET = "Martin Keller met Anna Berg in a red van."


def told(article, text, kind, **slots):
    """A claim that holds a whole text."""
    return claim(article=article, kind=kind, value=text, low=0.0, **slots)


@pytest.mark.parametrize(
    ("other", "slots", "expected"), [(TOLD, {}, True), (ALONE, {}, False), (TOLD, {"chain": ("Ola Berg",)}, False)]
)
def test_a_place_is_confirmed_where_two_sentences_name_more_than_it(other, slots, expected):
    placed = {"kind": "venue", "measure": "bomb happen", "value_key": ">place:norway", "rule": "main event"}
    beside = Beside(contexts(STAND, other))
    one, two = (
        claim(article=article, value="Norway", at=text.index("Norway"), low=0.0, **{**placed, **more})
        for article, text, more in (("a", STAND, {}), ("b", other, slots))
    )
    assert one_happening(one, two, beside) is expected


@pytest.mark.parametrize(
    ("other", "deed", "expected"), [(AGAIN, "see", True), (AGAIN, "find", False), (MET, "meet", False)]
)
def test_a_deed_of_two_people_is_confirmed_by_one_word_more_unless_they_do_it_often(other, deed, expected):
    slots = {
        "subject": "person:martin-keller",
        "rule": "happenings",
        "scope": "happened",
        "value_key": "keller red see van",
    }
    one = told("a", SEEN, "event", measure="meet" if deed == "meet" else "see", **slots)
    two = told("b", other, "event", measure=deed, **slots)
    assert one_happening(one, two, Beside(contexts(SEEN, other))) is expected
