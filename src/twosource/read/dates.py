"""Read the dates that pages print and the ones they keep in metadata.

Reads   a line of text, a metadata value, an address
Gives   ISO 8601 days and moments, with their zone where it is named
Misses  numeric dates whose order cannot be told (03/04/2022 is left alone); other languages' month names
"""

import datetime as dt
import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from twosource.text.calendar import ISO_DAY

MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
PRINTED = (
    re.compile(rf"\b{MONTH}\s{{0,3}}{DAY},?\s{{1,3}}{YEAR}\b", re.I),
    re.compile(rf"\b{DAY}[\s-]{{1,3}}(?:of\s)?{MONTH}[\s,-]{{1,3}}{YEAR}\b", re.I),
    re.compile(r"\b(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)"),
)
NUMERIC = re.compile(r"\b(?P<a>\d\d?)[/.](?P<b>\d\d?)[/.](?P<year>(?:19|20)\d\d)\b")
CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?(?::(?P<second>\d\d))?\s{0,2}(?P<half>[ap]\.?m\b\.?)?"
    r"(?:\s{0,2}\(?(?P<zone>[A-Z]{2,5}\b|Z\b|[+-]\d\d:?\d\d))?",
    re.I,
)
ISO = re.compile(
    r"\s*(?P<day>\d{4}-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)\s?(?P<zone>Z\b|[A-Z]{2,4}\b"
    r"|[+-]\d\d(?::?\d\d(?::?00)?)?\b)?)?"
)
ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[/-](?P<day>\d\d?)(?=[/-]|$)"
    r"|-(?P<y2>20\d\d)-?(?P<m2>[01]\d)-?(?P<d2>[0-3]\d)(?=[/?.]|$)"
    r"|[/-](?P<y3>20\d\d)(?P<m3>[01]\d)(?P<d3>[0-3]\d)(?=[/?.-]|$)",
    re.I,
)

# Abbreviations that news pages print, and where they hold: summer time follows from the day.
ZONES = {
    "gmt": "UTC",
    "utc": "UTC",
    "z": "UTC",
    "bst": "Europe/London",
    "ist": "Asia/Kolkata",
    "sast": "Africa/Johannesburg",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "ct": "America/Chicago",
    "cst": "America/Chicago",
    "cdt": "America/Chicago",
    "mt": "America/Denver",
    "mst": "America/Denver",
    "mdt": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cet": "Europe/Paris",
    "cest": "Europe/Paris",
    "eet": "Europe/Kyiv",
    "eest": "Europe/Kyiv",
    "msk": "Europe/Moscow",
    "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney",
    "jst": "Asia/Tokyo",
    "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore",
    "nzst": "Pacific/Auckland",
    "nzdt": "Pacific/Auckland",
    "pkt": "Asia/Karachi",
    "eat": "Africa/Nairobi",
    "wat": "Africa/Lagos",
    "cat": "Africa/Harare",
}

SECOND_DATE = re.compile(r"\||\b(?:updated|modified|published)\b", re.I)
NEAR = 40
"""How far from the day its clock time stands: "13:05 GMT, Monday 28 February 2022" has 20 characters between."""


def iso_of(value: str) -> str:
    """Return a metadata date as ISO 8601, "" when it is none.

    >>> iso_of("2022-02-28T13:05:00.123Z"), iso_of("Mon, 28 Feb 2022 13:05:00 +0200"), iso_of("soon")
    ('2022-02-28T13:05:00+00:00', '2022-02-28T13:05:00+02:00', '')
    >>> iso_of("2016-12-10 18:38 ET"), iso_of("2009-03-25 00:26:04.35-05")
    ('2016-12-10T18:38:00-05:00', '2009-03-25T00:26:04-05:00')
    """
    match = ISO.match(value)
    if match:
        return _joined(match["day"], match["time"] or "", _offset(match["zone"] or "", match["day"]))
    if value.strip().isdigit() and len(value.strip()) in (10, 13):  # seconds or milliseconds since 1970
        moment = dt.datetime.fromtimestamp(int(value.strip()[:10]), dt.UTC)
        return moment.isoformat()
    found = printed_date(value)
    return found[0] if found else ""


def is_later(updated: str, published: str) -> bool:
    """Whether an update is after the publication; pages that state it to be before have mixed up their zones.

    >>> is_later("2022-02-28T12:00:00+00:00", "2022-02-28T13:00:00+02:00"), is_later("2022-02-28", "2022-02-28")
    (True, False)
    """
    if not updated or not published:
        return bool(updated)
    first, second = dt.datetime.fromisoformat(published), dt.datetime.fromisoformat(updated)
    if len(published) == ISO_DAY or len(updated) == ISO_DAY or (first.tzinfo is None) != (second.tzinfo is None):
        return updated[:10] > published[:10]
    return second > first


def printed_date(text: str) -> tuple[str, int, int] | None:
    """Return the first full date in `text` as (ISO 8601, start, end), with its clock time where one stands beside it.

    >>> printed_date("Published 1:05 p.m. ET, Feb. 28, 2022")
    ('2022-02-28T13:05:00-05:00', 24, 37)
    >>> printed_date("28 February 2022")[0], printed_date("28/02/2022")[0], printed_date("03/04/2022")
    ('2022-02-28', '2022-02-28', None)
    """
    if "19" not in text and "20" not in text:  # no year: the quick way out for most paragraphs
        return None
    matches = [match for pattern in PRINTED for match in pattern.finditer(text)]
    for match in sorted(matches, key=lambda found: found.start()):
        day = _day(match["year"], match["month"], match["day"])
        if day:
            return _with_clock(text, day, match.start(), match.end()), match.start(), match.end()
    for match in NUMERIC.finditer(text):
        a, b = int(match["a"]), int(match["b"])
        day = _day(match["year"], str(b), str(a)) if a > 12 or a == b else _day(match["year"], match["a"], match["b"])
        if day and (a > 12 or b > 12 or a == b):
            return _with_clock(text, day, match.start(), match.end()), match.start(), match.end()
    return None


def date_line(text: str) -> tuple[str, int, int] | None:
    r"""Return the day that a line near the top gives and nothing else, as (ISO day, start, end of the line).

    >>> date_line("Dam bursts\nPublished: Monday, 28 February 2022 at 7: 15 pm EST\nTwo died.")
    ('2022-02-28', 11, 62)
    >>> date_line("The dam of 28 February 2022")
    """
    start, seen = 0, 0
    for row in text.splitlines(keepends=True):
        line = row.strip()
        seen += bool(line)
        if line and len(line) <= LONGEST_LINE:
            plain = TORN.sub(r"\1", line)
            found = printed_date(plain)
            if found and not BESIDE.sub(" ", plain[: found[1]] + " " + plain[found[2] :]).strip(ASIDE):
                at = start + row.index(line)
                return found[0][:10], at, at + len(line)
        if seen == TOP:
            break
        start += len(row)
    return None


TOP, LONGEST_LINE = 8, 100
"""Lines at the top that may give the day, after a title, a kicker, a place and a name; characters of such a line."""

TORN = re.compile(r"(?<=\d)\s?([:/.])\s(?=\d)")
"""A mark inside a date or an hour with a space behind it, as texts have that were taken apart into words."""

ASIDE = " \t,;:.|@()[]-–—/"
BESIDE = re.compile(
    r"\b\d{1,2}\s[a-z]{3,9}\s(?:19|20)\d\d\b|\b[a-z]{3,9}\.?\s{0,3}\d{1,2}(?:st|nd|rd|th)?,?\s{1,3}(?:19|20)\d\d\b"
    r"|\d\d?/\d\d?/(?:19|20)\d\d|\b\d{4}(?=\s(?:GMT|UTC|[A-Z]{3,4})\b)"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b\d{1,2}(?:[:.h]\d\d){0,2}\s?(?:[ap]\.?\s?m?\b\.?)?|\b[ap]\.\s?m\.?"
    r"|\b(?:first|last|originally|story|article|page|date|release|published|posted|updated|created|modified|printed|filed"
    r"|print|on|at|of|the|local|time|noon|midnight|hrs|hours)\b"
    rf"|\b(?:{'|'.join(ZONES)}|akst|akdt|hst|hkt|uk|pm|am)\b|[+-]\d\d:?\d\d"
    r"|[\s,;:.|@()\[\]–—/-]+",
    re.I,
)
"""What may stand in a line beside its date: a weekday, an hour with its zone, words for publishing, a second date."""


def address_date(url: str) -> str:
    """Return the day that an address names, "" when it names none.

    >>> address_date("https://example.org/2022/02/28/a-story"), address_date("https://example.org/a-story-2022-02-28/")
    ('2022-02-28', '2022-02-28')
    """
    for match in ADDRESS.finditer(url):
        year, month, day = (match[a] or match[b] or match[c] for a, b, c in _PARTS)
        found = _day(year, month, day)
        if found:
            return found
    return ""


_PARTS = (("year", "y2", "y3"), ("month", "m2", "m3"), ("day", "d2", "d3"))


def _day(year: str, month: str, day: str) -> str:
    if not month.isdigit():
        index = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
        month = str(index)
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def _with_clock(text: str, day: str, start: int, end: int) -> str:
    """Add the clock time that stands beside the date, if one does."""
    after = SECOND_DATE.split(text[end : end + NEAR], maxsplit=1)[0]
    for piece in (after, text[max(0, start - NEAR) : start]):
        for clock in CLOCK.finditer(piece):
            if not clock["minute"] and not clock["half"]:
                continue
            hour, minute, second = int(clock["hour"]), int(clock["minute"] or 0), int(clock["second"] or 0)
            half = (clock["half"] or " ")[0].lower()
            hour = hour % 12 + (12 if half == "p" else 0) if half in "ap" and hour <= 12 else hour
            if hour < 24 and minute < 60 and second < 60:
                time = f"{hour:02}:{minute:02}:{second:02}"
                return _joined(day, time, _offset(clock["zone"] or "", day, time))
    return day


def _offset(zone: str, day: str, time: str = "12:00:00") -> str:
    """The offset from UTC that a zone has on a day, "" when it names none that is known."""
    if not zone:
        return ""
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[-2:] if len(zone) > 3 else '00'}"
    name = ZONES.get(zone.lower())
    if name is None:
        return ""
    try:
        moment = dt.datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(name))
    except ZoneInfoNotFoundError:  # a machine without a zone database: the time stays local
        return ""
    return moment.isoformat()[19:]


def _joined(day: str, time: str, offset: str) -> str:
    try:
        moment = dt.datetime.fromisoformat(f"{day}T{time.split('.')[0]}{offset}" if time else day)
    except ValueError:
        return _day(*day.split("-")) if day else ""
    return moment.isoformat() if time else day
