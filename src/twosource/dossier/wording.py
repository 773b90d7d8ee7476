"""The words that all writers share: questions with their answers, dates, counts, lists.

Reads   text and ISO 8601 values
Gives   English text, the same on every machine (no locale, no clock)
Misses  other languages
"""

import re
from collections.abc import Iterable, Sequence
from math import isfinite

from twosource.text.calendar import ISO_DAY
from twosource.text.wording import within_sentence

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

ISO_MINUTE = len("2022-02-28T13:05")


def answer(question: str, value: str) -> str:
    """A question and its answer on one line.

    >>> answer("How many died?", "at least 36")
    'How many died? At least 36'
    >>> answer("Toll of the flood", "36")
    'Toll of the flood: 36'
    >>> answer("What happened: the envoys met in Pellin?", "the envoys met in Pellin")
    'The envoys met in Pellin'
    >>> answer("What happened: the envoys met?", "the envoys met in Pellin on Monday")
    'The envoys met in Pellin on Monday'
    """
    asked, told = question.rstrip(" ?").casefold(), value.rstrip(" .").casefold()
    if told and (asked.endswith(told) or told.startswith(asked.partition(": ")[2] or "\0")):
        return f"{value[:1].upper()}{value[1:]}"
    if question.rstrip().endswith("?"):
        return f"{question.rstrip()} {value[:1].upper()}{value[1:]}"
    return f"{question.rstrip(' :')}: {value}"


def day(value: str, year: bool = True) -> str:
    """An ISO day or instant as a day in words, "" for "".

    >>> day("2022-02-28T13:05:00+02:00"), day("2022-02-28", year=False), day("2022-02")
    ('28 February 2022', '28 February', '2022-02')
    """
    parts = value[:ISO_DAY].split("-")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return value
    return f"{int(parts[2])} {MONTHS[int(parts[1]) - 1]}" + (f" {int(parts[0])}" if year else "")


def clock(value: str) -> str:
    """The hour and minute of an ISO instant, "" for a day.

    >>> clock("2022-02-28T13:05:00+02:00"), clock("2022-02-28")
    ('13:05', '')
    """
    return value[ISO_DAY + 1 : ISO_MINUTE] if len(value) >= ISO_MINUTE and value[ISO_DAY] == "T" else ""


def moment(value: str, year: bool = True) -> str:
    """An ISO day or instant in words, with its time of day where it has one.

    >>> moment("2022-02-28T13:05"), moment("2022-02-28", year=False)
    ('28 February 2022, 13:05', '28 February')
    """
    return ", ".join(part for part in (day(value, year), clock(value)) if part)


PARTS_END = frozenset({"11:59", "17:59", "23:59"})
"""The minutes at which the parts of a day end: what is told of an afternoon has no hour."""


def hour(start: str, end: str = "") -> str:
    """The time of day of a moment that has one, "" where only a part of the day or a stretch is known.

    >>> hour("2022-02-28T13:05"), hour("2022-02-28T06:00", "2022-02-28T11:59"), hour("2022-02-28T17:59")
    ('13:05', '', '')
    """
    known = clock(start)
    return "" if known in PARTS_END or end not in ("", start) else known


def held(value: str) -> str:
    """A moment in words, without an hour that nobody told.

    >>> held("2022-02-28T13:05"), held("2022-02-28T17:59")
    ('28 February 2022, 13:05', '28 February 2022')
    """
    return ", ".join(part for part in (day(value), hour(value)) if part)


def stretch(start: str, end: str) -> str:
    """Two ISO days as one stretch of time, naming month and year once where it can.

    >>> stretch("2022-02-24", "2022-02-28"), stretch("2021-12-31", "2022-01-02"), stretch("2022-02-28", "")
    ('24–28 February 2022', '31 December 2021 – 2 January 2022', '28 February 2022')
    >>> stretch("1998-01-01", "1998-12-31"), stretch("2022-02-01", "2022-02-28")
    ('1998', 'February 2022')
    """
    first, last = day(start).split(), day(end).split()
    if not last or first == last or len(first) < 3 or len(last) < 3:
        return day(start) or day(end)
    if first[2] == last[2] and (start[5:ISO_DAY], end[5:ISO_DAY]) == ("01-01", "12-31"):
        return first[2]
    if first[1:] == last[1:]:
        # No month has fewer than 28 days.
        whole = first[0] == "1" and int(last[0]) >= 28
        return " ".join(first[1:]) if whole else f"{first[0]}–{last[0]} {first[1]} {first[2]}"
    if first[2] == last[2]:
        return f"{first[0]} {first[1]} – {' '.join(last)}"
    return f"{' '.join(first)} – {' '.join(last)}"


def clipped(text: str, most: int) -> str:
    """A text cut at a space when it is longer than so many letters.

    >>> clipped("the gates of the dam", 12), clipped("the dam", 12)
    ('the gates…', 'the dam')
    """
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun.

    >>> count(1, "page"), count(3, "page"), count(2, "family", "families")
    ('1 page', '3 pages', '2 families')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Items as English lists them.

    >>> listed(["a", "b", "c"]), listed(["a", "b"], "or"), listed([])
    ('a, b and c', 'a or b', '')
    """
    kept: Sequence[str] = tuple(items)
    return f" {last} ".join(part for part in (", ".join(kept[:-1]), *kept[-1:]) if part)


def number(value: float) -> str:
    """A number as printed: thousands parted, no idle decimals.

    >>> number(500000.0), number(7.25), number(1e15)
    ('500,000', '7.25', '1,000,000,000,000,000')
    """
    if not isfinite(value):
        return str(value)
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}".rstrip("0").rstrip(".")


BOUNDED = re.compile(
    r"\s*(at (least|most)|(no )?(more|less|fewer) than|over|above|under|below|(nearly|almost|about|around|some)\b"
    r"|up to|as (many|much|few|little) as|a (minimum|maximum)"
    r"|(dozen|score|hundred|thousand|million|billion|ten)s\b|several|many)",
    re.IGNORECASE,
)
"""How a value begins that says itself that it is a bound, or is too vague to be one."""


def limited(value: str, low: float | None, high: float | None) -> str:
    """A value that says whether its number is only a bound.

    >>> limited("352 civilians", 352, None), limited("$5 million", None, 5_000_000), limited("17", 17, 17)
    ('at least 352 civilians', 'up to $5 million', '17')
    >>> limited("Four people", 4, None), limited("More than 70 percent", 70, None), limited("Monday", None, None)
    ('at least four people', 'More than 70 percent', 'Monday')
    >>> limited("Rs 167", 167, None)
    'at least Rs 167'
    """
    if (low is None) == (high is None) or not value or BOUNDED.match(value):
        return value
    return f"{'up to' if low is None else 'at least'} {within_sentence(value)}"


def bounds(low: float | None, high: float | None) -> str:
    """The bounds of a figure in words, "" when there are none.

    >>> bounds(352, None), bounds(10000, 99999), bounds(12, 12), bounds(None, 5)
    ('352 or more', '10,000 to 99,999', '12', '5 or fewer')
    """
    if low is None and high is None:
        return ""
    if high is None:
        return f"{number(low or 0)} or more"
    if low is None:
        return f"{number(high)} or fewer"
    return number(low) if low == high else f"{number(low)} to {number(high)}"
