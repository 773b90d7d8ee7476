"""Compare the hours of two reports: by their days, their halves of the day and their zones.

Reads   times as they were found, with their words
Gives   Clock; how far two lie apart; one as it is compared with another
Misses  the zone of an hour that names none, and whose day "this morning" is of a page without a date

A day that only stands elsewhere in the article is not the hour's own: it is left open. An hour of twelve without its
half of the day may be of either. An hour by a clock that is named ("UK time") is another place's by whole hours.
"""

import re
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from twosource.check.claims.time_keys import compared, day_of, time_key
from twosource.check.compatible import same_day
from twosource.check.context import Context
from twosource.model import Mention, Time

DAY, HALF, HOUR = 24 * 60, 12 * 60, 60
"""Minutes."""


class Clock(NamedTuple):
    """An hour ("09:35") with its day, "" where none stands beside it, and the day that is told last before it.

    `halves` is whether it may be of either half of the day, `start` when it is as the text has it.
    """

    time: str
    day: str = ""
    near: str = ""
    halves: bool = False
    zone: str = ""
    start: str = ""


WHICH_HALF = re.compile(
    r"[ap]\.?\s?m\b|\b(?:morning|afternoon|evening|night|noon|midday|midnight|hours|hrs|GMT|UTC)\b|^\D*0\d", re.I
)
"""What in the words of an hour says which half of the day it is of."""


def clock_of(context: Context, time: Mention[Time]) -> Clock:
    """Return the hour that a time gives."""
    value, text = compared(context, time), context.text(time.span)
    hour = time_key(value).partition("T")[2]
    own_day = value.anchor not in ("text", "published") or DAY_NAMED.search(text) is not None
    day, near = day_of(value) if own_day else "", day_of(value) if value.anchor == "text" else ""
    halves = _minutes(hour) < 13 * HOUR and WHICH_HALF.search(text) is None
    own = LOCAL.search(context.article.text, time.span.start, time.span.end + len(" (local time")) is not None
    return Clock(hour, day, near, halves, "" if own else time.value.zone, time.value.start)


LOCAL = re.compile(r"\blocal\b", re.I)
"""Of an hour by the clocks of the place."""


DAY_NAMED = re.compile(
    r"\b[A-Z][a-z]+day\b|\b(?:today|yesterday|tonight|this)\b|\b\d{1,2} [A-Z][a-z]+\b|\b[A-Z][a-z]+\.? \d{1,2}\b"
)
"""What in the words of an hour names its day."""


def apart(a: Clock, b: Clock) -> int:
    """Return how many minutes two hours lie apart, around midnight too.

    >>> apart(Clock("23:50"), Clock("00:10")), apart(Clock("08:25"), Clock("08:30"))
    (20, 5)
    """
    minutes = abs(_minutes(a.time) - _minutes(b.time)) % DAY
    return min(minutes, DAY - minutes)


def lined_up(one: Clock, home: Clock) -> Clock | None:
    """Return a clock as it is compared with another, None where they are of two days.

    >>> lined_up(Clock("03:50", halves=True), Clock("16:10")).time
    '15:50'
    >>> lined_up(Clock("07:30", zone="Europe/London"), Clock("08:25")).time
    '08:30'
    >>> lined_up(Clock("07:30", "2022-02-28"), Clock("08:25", "2022-03-01")) is None
    True
    """
    if not same_day(one.day or one.near, home.day or home.near):
        return None
    if one.halves and _gap(one, HALF, home) < apart(one, home):
        one = one._replace(time=_later(one.time, HALF))
    return one._replace(time=_later(one.time, _by_zone(one, home)))


def _by_zone(one: Clock, home: Clock) -> int:
    """Minutes by which a clock of one zone is read as one of another's; where one is not told, the hours that fit best.

    Hours that lie nearer than half an hour are of one zone.
    """
    if one.zone == home.zone or apart(one, home) < HOUR // 2:
        return 0
    if one.zone and home.zone:
        return _offset(home) - _offset(one)
    return min((hours * HOUR for hours in range(-11, 13)), key=lambda minutes: (_gap(one, minutes, home), abs(minutes)))


def _offset(clock: Clock) -> int:
    """Minutes by which a zone's clocks are ahead of Greenwich on the day of a time."""
    at = datetime.fromisoformat(clock.start[:10]) if clock.start[:4].isdigit() else datetime(2000, 1, 15)
    ahead = at.replace(hour=12, tzinfo=ZoneInfo(clock.zone)).utcoffset()
    return int(ahead.total_seconds() // HOUR) if ahead is not None else 0


def _gap(one: Clock, minutes: int, home: Clock) -> int:
    return apart(one._replace(time=_later(one.time, minutes)), home)


def _later(hour: str, minutes: int) -> str:
    if not minutes:
        return hour
    told = (_minutes(hour) + minutes) % DAY
    return f"{told // HOUR:02d}:{told % HOUR:02d}"


def _minutes(hour: str) -> int:
    return int(hour[:2]) * HOUR + int(hour[3:5])
