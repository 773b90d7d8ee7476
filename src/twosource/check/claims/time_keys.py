"""The forms of a time: that by which claims are compared, that in which a reader is told it.

Reads   times as annotated, their words, when the page was published
Gives   `time_key` and `time_keys` to compare by, `said_of` to show, `compared` with the weekday where that is surer
Misses  clock times of other zones, which are compared as they are printed
"""

import re
from datetime import date

from msgspec.structs import replace

from twosource.check.context import Context
from twosource.model import Mention, Time

CLOCK = re.compile(r"T\d\d:\d\d")
DATELESS = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
"""A weekday without its date, or a date without its year."""

DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")


def grain_of(key: str) -> str:
    """Return the grain of a time in the form that compares: "clock" or "day"."""
    return "clock" if "T" in key else "day"


def time_keys(value: Time, text: str) -> tuple[str, ...]:
    """Return the keys of a time: that of its clock, and that of its day where the words themselves name it.

    >>> time_keys(Time("TIME", "XXXX-WXX-6T08:40"), "8.40am on Saturday")
    ('XXXX-WXX-6T08:40', 'XXXX-WXX-6')
    >>> time_keys(Time("TIME", "2022-02-28T13:00"), "1 p.m. Ukraine time")
    ('2022-02-28T13:00',)
    >>> time_keys(Time("TIME", "2022-02-28TEV"), "early evening")
    ()
    """
    if PARTLY.fullmatch(text):
        return ()
    keys = (time_key(value), day_of(value) if NAMED_DAY.search(text) else "")
    return tuple(dict.fromkeys(key for key in keys if key))


PARTLY = re.compile(
    r"(?:(?:in|the|an?|early|late|mid)[\s-]+)*(?:morning|afternoon|evening|night|nightfall|dawn|dusk)s?", re.I
)
"""A part of a day that is not named: the day that a text was written on is no better guess than another."""

NAMED_DAY = re.compile(
    r"\b[A-Z][a-z]{2,}\b(?!\s+(?:time|standard|daylight|summer)\b)|\b(?:yesterday|today|tonight|tomorrow)\b"
)
"""Words that name a day beside a clock time, and not its zone."""


def said_of(key: str, text: str) -> str:
    """Return the words for one key of a time: of a day without the clock time before it.

    >>> said_of("XXXX-WXX-6", "8.40am on Saturday"), said_of("XXXX-WXX-6T08:40", "8.40am on Saturday")
    ('Saturday', '8.40am on Saturday')
    >>> said_of("2022-02-28", "this morning")
    'this morning (Monday, February 28, 2022)'
    """
    if SPOKEN.search(text) and DAY.match(key) and not key.startswith("XXXX"):
        day = date.fromisoformat(key[:10])
        return f"{text} ({day:%A}, {day:%B} {day.day}, {day.year})"
    named = NAMED_DAY.search(text)
    return text[named.start() :] if named and "T" not in key and text[:1].isdigit() and CLOCKED.match(text) else text


CLOCKED = re.compile(r"\d{1,2}(?:[:.]\s?\d\d)?\s?(?:[ap]\.?\s?m|GMT|UTC|hours)\b|\d{1,2}:\d\d|\d{4}\s", re.I)
"""A clock time at the beginning of a time."""


def time_key(value: Time) -> str:
    """Return a time in the form that compares: a day, a month, a year, a weekday, or a clock time behind its day.

    A clock time whose day is not known begins with "T"; a weekday whose date is not known stays TIMEX3's "XXXX-WXX-5",
    a day without its year "XXXX-05-29".
    """
    if CLOCK.search(value.value) and value.type == "TIME":
        return day_of(value) + "T" + value.value.partition("T")[2][:5]
    return day_of(value)


def compared(context: Context, time: Mention[Time]) -> Time:
    """Return a time as it is compared: a weekday stays one where only a line at the top dates the page.

    Such a line may be that of a later update, and "Saturday" then be the one of a week before.
    """
    value, text, published = time.value, context.text(time.span), context.article.published
    reckoned = published is not None and published.inferred and DAY.match(value.value)
    if not reckoned or MONTHS.search(text) or SPOKEN.search(text) or value.value.startswith("XXXX"):
        return value
    weekday = f"XXXX-WXX-{date.fromisoformat(value.value[:10]).isoweekday()}"
    return replace(value, value=weekday + value.value[10:])


MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\d\s?[/-]\s?\d|\b(?:19|20)\d\d\b(?!\s?h)",
    re.I,
)
"""What in the words of a time gives a date."""

SPOKEN = re.compile(r"\b(?:this|today|tonight|yesterday|tomorrow|last night)\b", re.I)
"""Words of a time that is reckoned from when one speaks."""

MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def day_of(value: Time) -> str:
    """Return the day or the weekday that a time lies on, "" where it is not known: of "Friday night" Friday.

    Of a time that names only a month or a year it is that month or year.
    """
    day = value.value.partition("T")[0]
    if value.type not in ("DATE", "TIME"):
        return ""
    if DATELESS.fullmatch(day):
        return day
    if value.type == "TIME":
        return day if DAY.fullmatch(day) else ""
    if MONTH_OR_YEAR.fullmatch(day):
        return day
    return value.start[:10] if value.start and value.start[:10] == value.end[:10] else ""
