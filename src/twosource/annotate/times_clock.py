"""Read times of day, with their zones.

Reads   the text of one expression and its Anchor
Gives   TIME; a clock without a day has a value that opens with "T", for the finder to give it the day beside it
Misses  bare hours ("at five"), military time without a zone; which half of the day "half past two" is of, where no part
        of the day stands beside it
"""

import re
from functools import cache

from twosource.annotate.numbers import read_number
from twosource.annotate.times_grammar import Anchor, Rule, compiled, dated, mod_of, said_day, values
from twosource.model import Time
from twosource.text.lexicon import table


@cache
def zones() -> dict[str, str]:
    """Return the words for time zones with their IANA names."""
    return {row[0]: row[1] for row in table("time_zones")}


def zone_of(text: str | None) -> str:
    """Return the IANA zone of a phrase, "local" for "local time", "" for none.

    >>> zone_of("Ukraine time"), zone_of("EDT"), zone_of("local time"), zone_of("Eastern standard time")
    ('Europe/Kyiv', 'America/New_York', 'local', 'America/New_York')
    """
    clean = re.sub(r"(?i)\s+(?:standard|daylight|summer|local)?\s*time$", "", (text or "").strip(" ()"))
    clean = re.sub(r"['’]s$", "", clean)
    if clean.lower() in ("local", "standard"):
        return "local" if clean.lower() == "local" else ""
    return zones().get(clean) or zones().get(clean.title(), "")


def _clock(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """An hour, by the clock of twelve or of 24 hours, or noon or midnight."""
    word = (found["word"] or "").lower()
    hour, minute = (24, 0) if word == "midnight" else (12, 0)
    if not word:
        raw = found["h"] or found["h24"] or found["gmt"]
        hour = int(raw[:2]) if found["gmt"] else int(read_number(raw) or 0)
        minute = int(found["m"] or found["m24"] or (raw[2:4] if found["gmt"] else 0) or 0)
        half = (found["half"] or "").lower()[:1]
        part = (found["part"] or found["part2"] or found["part3"] or "").lower()
        if half == "p" or part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12):
            hour = hour if hour == 12 else hour + 12
        elif hour == 12 and (half == "a" or part == "night"):
            hour = 0
    if hour > 24 or minute > 59:
        return None
    return Time("TIME", f"T{hour:02d}:{minute:02d}", zone=zone_of(found["zone"]), mod=mod_of(found["mod"]))


def _spoken(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """An hour as it is spoken: "half past two", "ten to four in the afternoon"."""
    hour = read_number(found["h"])
    hour = {"noon": 12, "midday": 12, "midnight": 24}.get(found["h"].lower(), int(hour or 0))
    count = found["count"].lower()
    minutes = {"half": 30, "quarter": 15}.get(count.split()[-1], int(read_number(count) or 0))
    minutes = -minutes if found["side"].lower() in ("to", "before") else minutes
    half = (found["half"] or "").lower()[:1]
    part = (found["part"] or found["part2"] or "").lower()
    past = half == "p" or part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12)
    if hour == 12 and (half == "a" or part == "night"):
        hour = 24
    elif past and hour < 12:
        hour += 12
    told = (hour * 60 + minutes) % (24 * 60)
    value = f"T{told // 60:02d}:{told % 60:02d}"
    return Time("TIME", value, zone=zone_of(found["zone"]), mod=mod_of(found["mod"])) if minutes else None


def _beside(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A bare hour before its day and part of the day: "7.30 on Friday evening", "nine this morning"."""
    hour, minute = int(read_number(found["h"].split(".")[0].split(":")[0]) or 0), int(found["m"] or 0)
    part = found["part"].lower()
    if part in ("afternoon", "evening") or (part == "night" and 5 < hour < 12):
        hour = hour if hour == 12 else hour + 12
    elif hour == 12:
        hour = 0
    return Time("TIME", f"T{hour:02d}:{minute:02d}", mod=mod_of(found["mod"]))


def _part(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A part of a day whose day must be taken from the text ("in the morning")."""
    return Time("TIME", f"T{values('part')[found['part'].lower()]}", mod=mod_of(found["mod"]))


def with_day(time: Time, anchor: Anchor, day: str) -> Time | None:
    """Return a clock time on the day that stands beside it, else on the day last named, else on that of publication."""
    said = said_day(anchor)
    if (
        not day
        and said
        and (anchor.published is None or abs((said - anchor.published).days) <= NEAR_DAYS)
        and len(anchor.said) >= 10
    ):
        return dated(f"{said}{time.value}", "text", time.mod, "TIME", time.zone)
    if not day and anchor.published is None:
        return dated(f"XXXX-XX-XX{time.value}", "", time.mod, "TIME", time.zone)
    if day:
        return dated(f"{day}{time.value}", time.anchor, time.mod, "TIME", time.zone)
    return dated(f"{anchor.published}{time.value}", "published", time.mod, "TIME", time.zone)


NEAR_DAYS = 10
"""A clock time belongs to a day named before only when that day is about the news itself, not its history."""


HOURS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
MINUTES = (
    "(?:one|two|three|four|six|seven|eight|nine|eleven|twelve)(?= minutes)|five|ten|twenty[ -]five|twenty|[1-9]|[12]\\d"
)
"""Minutes past and to an hour, as they are spoken."""


@cache
def clock_rules() -> tuple[Rule, ...]:
    """Return the rules of times of day, compiled once."""
    mod = r"(?:(?P<mod>{MOD}) )?"
    zone = r"(?: ?,? ?(?P<zone>{ZONE}))?"
    hour = (
        rf"(?:(?<![\d.:,$])\b(?P<h>1[0-2]|0?[1-9]|(?i:{HOURS})\b)"
        r"(?:[:.](?: (?=[0-5]\d ?[ap]\.? ?m\b))?(?P<m>[0-5]\d))? ?"
        r"(?:(?P<half>(?i:[ap]\. ?m\b\.?|[ap] ?m\b))"
        r"|(?i:o['’]clock)(?: (?i:in the|at) (?P<part>{PART})"
        r"|(?=,? (?:(?:(?i:on) )?{WEEKDAY}|(?i:yesterday|this|that)) (?P<part3>{PART})))?"
        r"|(?i:in the|at) (?P<part2>{PART}))"
        r"|(?<![\d.:,$/])\b(?P<h24>[01]?\d|2[0-4])[:h](?P<m24>[0-5]\d)(?::[0-5]\d)?"
        r"(?: (?:hours|hrs)\b|(?![\d:]| ?[ap]\.?m)|(?<=(?:1[3-9]|2[0-3]):[0-5]\d) ?(?i:pm\b|p\.m\.))"
        r"|(?<![\d.:,$])\b(?P<gmt>(?:[01]\d|2[0-4])[0-5]\d)"
        r"(?: (?:hours|hrs)\b|(?= (?:GMT|UTC|local time|\((?:[01]\d|2[0-4])[0-5]\d (?:GMT|UTC)\))))"
        r"|\b(?P<word>(?i:noon|midday|midnight))\b)"
    )
    spoken = (
        rf"\b(?P<count>(?i:half|(?:a )?quarter|{MINUTES}))(?:[ -](?i:minutes))?[ -](?P<side>(?i:past|to|after|before)) "
        rf"(?P<h>(?i:{HOURS}|noon|midday|midnight)\b|(?:1[0-2]|[1-9])(?![\d,.:]\d|\d|%|-))"
        r"(?: ?(?P<half>(?i:[ap]\. ?m\b\.?|[ap] ?m\b)))?"
        r"(?:,? (?i:in the|at) (?P<part>{PART}))?"
        r"(?=(?:,? (?:(?i:on) \w+|(?i:yesterday|this|that)) (?P<part2>{PART}))?)"
    )
    beside = (
        rf"(?<![\d.:,$£€])\b(?P<h>(?:1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?|(?i:{HOURS})\b)"
        r"(?=,? (?:(?:(?i:on) )?{WEEKDAY}|(?i:yesterday|this|that)) (?P<part>{PART}))"
    )
    return (
        Rule("beside", compiled(mod + beside), _beside),
        Rule("spoken", compiled(mod + spoken + zone), _spoken),
        Rule("clock", compiled(mod + hour + zone), _clock),
        Rule("part", compiled(mod + r"\b(?:(?i:the) )?(?P<part>{PART})"), _part),
    )
