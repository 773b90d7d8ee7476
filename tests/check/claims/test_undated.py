"""Times that stand near a deed and do not date it."""

import pytest

from stories import facts


def _times(text):
    return {(f.question, a.value) for f in facts(text) if f.kind == "time" for a in f.accounts}


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lowe was captured the next day.",
        "Ann Lowe left the mill that night.",
        "Police in Arle identified the car as his 2013 Norby Comet.",
        "Ann Lowe will release details about the investigation on Wednesday.",
        "The union has called a two-hour strike on Monday.",
        "Heavy rains in 2010 and 2011 killed 400 people.",
        "ARLE, MAY 8: Three more bodies were found in the debris.",
        "Nobody rang the alarm until three minutes past nine.",
        "Piet Lund was held over the robbery last year that left two clerks hurt.",
        "Nine mills were shut between 1994 and 1997.",
        "A clerk was held in connection with the bombings of two mills last year that killed nine people.",
        "Ann Lowe led the guild from 1995 to 1997.",
        "The harbour was closed from noon to 5 p.m.",
        "Ann Lowe stayed in Arle through Sunday.",
        "The guild will repair the mill before May 9.",
        "Thieves fled into the night.",
        "It launched a ferry on Monday.",
    ],
)
def test_a_time_that_may_be_of_something_else_dates_no_deed(text):
    assert not [asked for asked, _ in _times(text) if not asked.startswith(("Since when", "Until when"))]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ann Lowe was captured on Friday.", "Friday"),
        ("The union announced the pay cut on Monday.", "Monday"),
        ("Two people died in the fire on Friday.", "Friday"),
        ("A jury convicted Ann Lowe on Tuesday.", "Tuesday"),
    ],
)
def test_a_time_of_its_own_dates_a_deed(text, value):
    assert value in {told for _, told in _times(text)}


def test_the_date_of_a_bombing_is_not_that_of_the_charge():
    asked = {asked for asked, _ in _times("Ann Lowe was charged in the May 3, 2001, bombing of a mill.")}
    assert asked == {"On what day was the bombing?"}


def test_a_vigil_for_sunday_does_not_date_the_shooting_that_it_is_held_for():
    assert {
        asked
        for asked, _ in _times(
            "A vigil is planned for Sunday evening where the mill stands, at the site of the shooting."
        )
    } == {"On what day is the vigil planned?"}
