"""The pieces that patterns of time expressions are made of, compiled from the lexicons.

Reads   the lexicons `time_words`, `time_modifiers`, `time_holidays`, `time_zones`, `number_words`
Gives   named fragments of patterns and the values of their words; Anchor, what expressions are resolved against
Misses  -
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from twosource.annotate.numbers import either, ordinals, read_number, word_values
from twosource.annotate.times_calendar import bounds
from twosource.model import Time, TimeType
from twosource.text.lexicon import mapping, table


class Anchor(NamedTuple):
    """What an expression is resolved against.

    `published` is the day of publication and `clock` its local time ("HH:MM" or ""), `said` the last day or
    longer stretch that the text named (a TIMEX3 value, "" at first), `direction` -1 for the past, 1 for the
    future, 0 unknown.
    """

    published: date | None = None
    clock: str = ""
    said: str = ""
    direction: int = 0


class Rule(NamedTuple):
    """One kind of expression: its pattern and what it means. `tensed` asks for the tense of its sentence."""

    name: str
    pattern: "re.Pattern[str]"
    read: "Callable[[re.Match[str], Anchor], Time | None]"
    tensed: bool = False


@cache
def values(name: str) -> dict[str, str]:
    """Return the words of one class of `time_words` (lower case) with their values."""
    return {row[0].lower(): row[2] for row in table("time_words") if row[1] == name}


def _cased(name: str) -> str:
    """Return a pattern for words whose case matters: as listed, or all in capitals."""
    listed = [row[0] for row in table("time_words") if row[1] == name]
    return "|".join(
        re.escape(w) + ("" if w.endswith(".") else r"\b")
        for w in sorted([*listed, *(w.upper() for w in listed)], key=lambda w: (-len(w), w))
    )


@cache
def fragments() -> dict[str, str]:
    """Return the fragments by name; none holds a capturing group."""
    units = values("unit")
    words = either([*word_values(), "half"])
    count = r"\d+(?:,\d{3})*(?:\.\d+)?(?:[ -]\d/\d\b|\s?[½¼¾])?"
    count += r"|\b(?i:a couple(?: of)?|a few|several|many|half an?|an?"
    count += rf"|(?:{words})(?:(?:[-\s]|\sand\s)(?:{words}))*(?:[\s-]and[\s-]a[\s-]half)?)\b"
    zones = table("time_zones")
    listed = {kind: [row[0] for row in zones if row[2] == kind] for kind in ("abbreviation", "name", "country", "city")}
    mods = [row[0] for row in table("time_modifiers") if row[2] == "in"]
    return {
        "MONTH": _cased("month"),
        "WEEKDAY": _cased("weekday"),
        "UNIT": r"(?i:" + either(list(units)) + r")\b",
        "ONE": r"(?i:" + either([w for w in units if not w.endswith("s") or w in ("century",)]) + r")\b",
        "MANY": r"(?i:" + either([w for w in units if w.endswith("s") or w == "millennia"]) + r")\b",
        "BIG": r"(?i:day|days|week|weeks|fortnight|weekend|month|months|quarter|year|years|decade|decades|century)\b",
        "SHORT": either(list(values("short"))) + r"\b",
        "SEASON": r"(?i:" + either(list(values("season"))) + r")\b",
        "PART": r"(?i:morning|afternoon|evening|night)\b",
        "COUNT": count,
        "ORDINAL": r"(?i:" + either([*ordinals(), "last"]) + r"|\d{1,2}(?:st|nd|rd|th))\b",
        "DAY": r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d|:\d|,\d{3}|\.\d)",
        "YEAR": r"(?:1\d|2[01])\d\d(?![\d%]|,\d|\.\d)",
        "MOD": r"(?i:" + either([m for m in mods if not m.endswith("-")]) + r")\b",
        "HOLIDAY": "|".join(
            re.escape(h).replace("'", "['’]") for h in sorted(mapping("time_holidays"), key=lambda h: (-len(h), h))
        ),
        "ZONE": _zone(listed),
        "REL": r"(?i:last|next|this|past|previous|coming|following|same|that|current|the same|this past|this coming|"
        r"this same|that same)",
    }


def _zone(listed: dict[str, list[str]]) -> str:
    """Return the pattern of a time zone: an abbreviation, or a name, country or city before "time"."""
    short, named = either(listed["abbreviation"]), either(listed["name"])
    placed = either(listed["country"] + listed["city"])
    return (
        rf"(?:\((?:{short})\)|(?:{short})\b"
        rf"|(?i:local|{named}|standard) (?i:standard |daylight |summer )?(?i:time)\b"
        rf"|(?:{placed})(?:'s|’s)? (?i:local )?(?i:time)\b)"
    )


def compiled(pattern: str, flags: int = 0) -> "re.Pattern[str]":
    """Compile a pattern in which ``{MONTH}`` and the like stand for fragments and a blank for white space.

    >>> bool(compiled("{MONTH} {DAY}").fullmatch("Feb. 28"))
    True
    """
    pattern = re.sub(r"(?<!\[) \?", r"[^\\S\\n]?", pattern)
    pattern = re.sub(r"(?<!\[) ", r"[^\\S\\n]+", pattern)
    for name, fragment in fragments().items():
        pattern = pattern.replace("{" + name + "}", f"(?:{fragment})")
    return re.compile(pattern, flags)


def number_of(text: str) -> float | None:
    """Return the value of a count, None when it is vague ("several").

    >>> number_of("a"), number_of("half an"), number_of("three"), number_of("several")
    (1.0, 0.5, 3.0, None)
    """
    clean = text.lower().strip()
    if clean in ("a", "an"):
        return 1.0
    if clean in ("half a", "half an", "half"):
        return 0.5
    return 2.0 if clean.startswith("a couple") else read_number(clean)


def ordinal_of(text: str) -> int | None:
    """Return the value of an ordinal, in figures or words, None for other words.

    >>> ordinal_of("third"), ordinal_of("21st"), ordinal_of("last")
    (3, 21, None)
    """
    clean = text.lower()
    figures = re.match(r"\d+", clean)
    return int(figures[0]) if figures else ordinals().get(clean)


def unit_of(text: str) -> str:
    """Return the TIMEX3 letter of a unit ("TH" for hours, "10Y" for decades)."""
    return values("unit").get(text.lower()) or values("short")[text.lower()]


def mod_of(text: str | None) -> str:
    """Return the TIMEX3 mod of a modifier, "" for none."""
    return mapping("time_modifiers").get(" ".join((text or "").lower().split()), "")


def dated(value: str, anchor: str = "", mod: str = "", kind: TimeType = "DATE", zone: str = "") -> Time | None:
    """Return a Time for a DATE or TIME value with its bounds; None for a day that does not exist."""
    start, end = bounds(value)
    if not start and "X" not in value and not value.endswith("_REF") and not value.startswith("T"):
        return None
    return Time(kind, value, start, end, zone=zone, mod=mod, anchor=anchor)


STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this past": -1,
    "next": 1,
    "coming": 1,
    "following": 1,
    "this coming": 1,
}
"""How many units a determiner moves from now; every other one stays in the present unit."""

TEXTUAL = frozenset({"following", "previous", "same", "that", "the same", "that same"})
"""Determiners that point at a time named before in the text."""


def said_day(anchor: Anchor) -> date | None:
    """Return the first day of the time named before in the text."""
    start, _ = bounds(anchor.said)
    return date.fromisoformat(start[:10]) if start else None


def part_of_day(word: str | None, default: str = "") -> tuple[TimeType, str]:
    """Return the type and the tail that a part of the day gives a day's value.

    >>> part_of_day("night"), part_of_day(None)
    (('TIME', 'TNI'), ('DATE', ''))
    """
    part = values("part").get((word or "").lower(), default)
    return ("TIME", f"T{part}") if part else ("DATE", "")
