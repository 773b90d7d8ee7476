"""Read durations ("16-hour", "the past three years", "weeks") and sets ("daily", "every Tuesday").

Reads   the text of one expression and its Anchor
Gives   DURATION and SET
Misses  "once", "always"; durations between two dates
"""

import re
from functools import cache

from twosource.annotate.times_calendar import moved
from twosource.annotate.times_grammar import Anchor, Rule, compiled, mod_of, number_of, unit_of, values
from twosource.model import Time
from twosource.text.calendar import WEEKDAY

BACK = frozenset({"past", "last", "previous", "preceding", "recent"})
AHEAD = frozenset({"next", "coming", "following"})


def period(count: float | None, unit: str) -> str:
    """Return the TIMEX3 value of a count of units.

    >>> period(5.5, "TH"), period(3, "Y"), period(None, "W"), period(4, "10Y"), period(1, "2W"), period(2.5, "Y")
    ('PT5H30M', 'P3Y', 'PXW', 'P40Y', 'P2W', 'P2Y6M')
    """
    time, letter = ("T", unit[1:]) if unit.startswith("T") else ("", unit)
    factor, letter = (int(letter[:-1]), letter[-1]) if letter[:-1].isdigit() else (1, letter)
    if letter == "E":
        letter = "WE" if unit == "WE" else letter
    if count is None:
        return f"P{time}X{letter}"
    amount = count * factor
    whole, rest = int(amount), amount - int(amount)
    smaller = {("T", "H"): (60, "M"), ("T", "M"): (60, "S"), ("", "Y"): (12, "M"), ("", "D"): (24, "H")}.get(
        (time, letter)
    )
    if rest and smaller and abs(rest * smaller[0] - round(rest * smaller[0])) < 0.01:
        low = f"{round(rest * smaller[0])}{smaller[1]}"
        low = f"T{low}" if letter == "D" else low
        return f"P{time}{whole}{letter}{low}" if whole else f"P{time}{low}"
    return f"P{time}{amount:g}{letter}"


def _duration(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A count of units, or units without one; with "past" or "next" it has a first and last day too."""
    unit = unit_of(found["unit"] or found["short"])
    count = number_of(found["count"]) if found["count"] else None
    if count is not None and (rest := found.groupdict().get("rest")):
        count += (number_of(rest) or 0.0) / SMALLER[unit]
    if unit in ("WE", "Q") and found["count"] is None:
        return None
    which = (found["which"] or "").lower().removeprefix("the ")
    start = end = ""
    if anchor.published and count is not None and which in BACK | AHEAD:
        step = -1 if which in BACK else 1
        other = moved(anchor.published, step * count, unit)
        if other:
            first, last = sorted((other, anchor.published))
            start, end = first.isoformat(), last.isoformat()
    return Time(
        "DURATION", period(count, unit), start, end, mod=mod_of(found["mod"]), anchor="published" if start else ""
    )


SMALLER = {"Y": 12.0, "D": 24.0, "TH": 60.0, "TM": 60.0}
"""How many of the unit that a count may go on in make one: "three hours and ten minutes"."""

FURTHER = (("year", "month"), ("day", "hour"), ("hour", "minute"), ("minute", "second"))
"""A unit, and the one in which what is left of a count may be told."""


def _set_word(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """One word for how often."""
    return Time("SET", values("set")[found["word"].lower()])


def _every(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """Every or each unit, weekday or part of the day; plural weekdays."""
    if found["weekday"] or found["weekdays"]:
        name = found["weekday"] or found["weekdays"][:-1]
        return Time("SET", f"XXXX-WXX-{values('weekday')[name.lower()]}")
    if found["part"]:
        return Time("SET", f"XXXX-XX-XXT{values('part')[found['part'].lower()]}")
    count = number_of(found["count"]) if found["count"] else 1.0
    if (found["count"] or "").lower() == "other":
        count = 2.0
    return Time("SET", period(count, unit_of(found["unit"])))


def _often(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """How often in a unit: "twice a week"."""
    return Time("SET", period(1.0, unit_of(found["unit"])))


@cache
def duration_rules() -> tuple[Rule, ...]:
    """Return the rules of durations and sets, compiled once."""
    mod = r"(?:(?P<mod>{MOD}) )?"
    which = r"(?:(?P<which>(?i:(?:the )?(?:past|last|next|coming|previous|following|preceding|first|recent))) )?"
    in_two = "|".join(rf"{unit}s?,? (?:and )?{{COUNT}} {further}s?" for unit, further in FURTHER)
    return (
        Rule(
            "duration in two units",
            compiled(
                which
                + mod
                + rf"(?=(?:{{COUNT}}) (?i:{in_two})\b)(?P<short>(?!))?(?P<count>{{COUNT}}) (?P<unit>{{UNIT}})"
                + r",? (?:(?i:and) )?(?P<rest>{COUNT}) (?i:months?|hours?|minutes?|seconds?)\b(?![ -](?:old|olds)\b)"
            ),
            _duration,
        ),
        Rule(
            "duration",
            compiled(
                which
                + mod
                + r"(?:(?P<count>{COUNT})(?:[ -]|(?<=\d)))"
                + r"(?:(?P<unit>{UNIT})|(?P<short>{SHORT})(?:\b|\.))(?:-long\b)?(?![ -](?:old|olds)\b)"
            ),
            _duration,
        ),
        Rule(
            "units",
            compiled(
                which + r"(?P<mod>(?!))?(?P<count>(?!))?(?P<short>(?!))?\b(?P<unit>{MANY})(?:-long|-old)?\b(?! old\b)"
            ),
            _duration,
        ),
        Rule(
            "unit-long",
            compiled(
                r"(?P<which>(?!))?(?P<mod>(?!))?(?P<count>(?!))?(?P<short>(?!))?\b(?P<unit>(?i:day|week|month|year|decade|century|hour)s?)-long\b"
            ),
            _duration,
        ),
        Rule(
            "set word",
            compiled(r"\b(?P<word>(?i:" + "|".join(sorted(values("set"), key=lambda w: (-len(w), w))) + r"))\b"),
            _set_word,
        ),
        Rule(
            "often",
            compiled(r"\b(?i:once|twice|{COUNT} times) (?i:an?|per|each|every) (?P<unit>{ONE})"),
            _often,
        ),
        Rule(
            "every",
            compiled(
                r"\b(?:(?i:every|each)(?: (?P<count>(?i:other)|{COUNT}))? "
                r"(?:(?P<weekday>{WEEKDAY})|(?P<part>{PART})|(?P<unit>{UNIT}))"
                rf"|(?P<weekdays>{WEEKDAY}s))\b"
            ),
            _every,
        ),
    )
