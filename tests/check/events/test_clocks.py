"""Hours are compared by their days, halves of the day and zones; "about" and rounding bridge some minutes."""

import pytest
from build import claim

from stories import contexts
from twosource.check.compatible import same_time
from twosource.check.events.clocks import Clock, apart, clock_of, lined_up


def read(text):
    [context] = contexts(text)
    [time] = [time for time in context.mentions.times if ":" in time.value.value]
    return clock_of(context, time)


@pytest.mark.parametrize(
    ("text", "halves", "zone"),
    [
        ("The ship sank at half past two.", True, ""),
        ("The ship sank at 2.30am.", False, ""),
        ("The ship sank at 02:30.", False, ""),
        ("The ship sank at half past two in the afternoon.", False, ""),
        ("The ship sank at half past two UK time.", True, "Europe/London"),
        ("The ship sank at 2.30am local time.", False, ""),
    ],
)
def test_an_hour_is_read_with_its_half_and_zone(text, halves, zone):
    clock = read(text)
    assert (clock.halves, clock.zone) == (halves, zone)


@pytest.mark.parametrize(
    ("one", "home", "minutes"),
    [
        (Clock("02:30", halves=True), Clock("15:40"), 70),
        (Clock("07:30", zone="Europe/London"), Clock("08:25"), 5),
        (Clock("07:30", zone="Europe/London"), Clock("08:25", zone="Europe/Rome"), 5),
        (Clock("09:40", zone="UTC"), Clock("09:35"), 5),
        (Clock("09:40"), Clock("11:35"), 115),
    ],
)
def test_hours_lie_apart_as_they_are_lined_up(one, home, minutes):
    clock = lined_up(one, home)
    assert clock is not None
    assert apart(clock, home) == minutes


def test_hours_of_two_days_are_not_lined_up():
    assert lined_up(Clock("09:40", day="2022-02-28"), Clock("09:35", day="2022-03-01")) is None
    assert lined_up(Clock("09:40", near="2022-02-28"), Clock("09:35", day="2022-03-01")) is None


@pytest.mark.parametrize(
    ("one", "bound", "other", "same"),
    [
        ("T09:00", "~", "T09:25", True),
        ("T04:15", "~", "T04:05", False),
        ("T09:40", "~", "T09:35", True),
        ("T09:40", "~", "T09:30", False),
        ("T03:30", "=", "T03:33", True),
        ("T08:25", "=", "T08:30", False),
        ("T04:00", "<", "T03:40", True),
        ("T04:00", "<", "T03:05", False),
    ],
)
def test_about_reaches_half_a_step_of_what_an_hour_is_told_to(one, bound, other, same):
    a, b = (claim(name, "time", key, value_key=key) for name, key in (("a", one), ("b", other)))
    assert same_time(claim("a", "time", one, value_key=one, bound=bound), b) == same
    assert same_time(b, claim("a", "time", one, value_key=one, bound=bound)) == same
    assert same_time(a, a)
