"""What answers one question about two events is two facts."""

import pytest
from build import claim

from twosource.check.events.two_events import parted

DAYS = {"a": "2023-03-14", "b": "2023-03-14", "c": "2023-03-24"}


def when(article, key, measure="protest happen day", **slots):
    return claim(article, "time", key, value_key=key, measure=measure, rule="happenings time", **slots)


def where(article, town, measure="protest happen"):
    return claim(article, "venue", town, value_key=f"NOR>city:{town.lower()}", measure=measure, rule="happenings")


@pytest.mark.parametrize(
    ("one", "other", "parts"),
    [
        # a rally of another day is another one, and a fire may be told a day off
        (when("a", "2023-03-10"), when("b", "2023-03-11"), 2),
        (when("a", "2023-03-10", "fire happen day"), when("b", "2023-03-11", "fire happen day"), 1),
        (when("a", "2023-03-03", "fire happen day"), when("c", "2023-03-18", "fire happen day"), 2),
        (when("a", "2023-03-10"), when("b", "2023-03-10"), 1),
        # of a weekday nobody can tell which it was
        (when("a", "XXXX-WXX-5"), when("b", "XXXX-WXX-4"), 1),
        # but for a date that falls on another one
        (when("a", "2023-03-10"), when("b", "XXXX-WXX-3"), 2),
        (when("a", "2023-03-10"), when("b", "XXXX-WXX-5"), 1),
        (when("a", "2023-03-10", "fire happen day"), when("b", "XXXX-WXX-3", "fire happen day"), 1),
        # months and years
        (when("a", "2022-01", "fire happen day"), when("b", "2022-08-07", "fire happen day"), 2),
        (when("a", "2021", "fire happen day"), when("b", "2022", "fire happen day"), 1),
        # whom something befalls but once
        (
            when("a", "2023-03-03", "kill happen day", subject="person:ann-lowe"),
            when("c", "2023-03-18", "kill happen day", subject="person:ann-lowe"),
            1,
        ),
        # a plan and what came of it are for the verdict
        (when("a", "2023-03-03", "fire plan day"), when("c", "2023-03-18", "fire happen day"), 1),
        # rallies at two places in the reports of two days
        (where("a", "Harn"), where("c", "Norby"), 2),
        (where("a", "Harn"), where("b", "Norby"), 1),
        (where("a", "Harn", "fire happen"), where("c", "Norby", "fire happen"), 1),
    ],
)
def test_another_day_is_another_event_where_no_reporter_may_be_so_far_off(one, other, parts):
    assert len(parted([(one, other)], DAYS)) == parts


def test_figures_are_left_alone():
    group = (claim("a", "figure", "3", 3.0, 3.0), claim("c", "figure", "4", 4.0, 4.0))
    assert parted([group], DAYS) == (group,)
