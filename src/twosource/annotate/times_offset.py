"""Read days that are told by another day: "the day before Christmas", "two weeks after May 3", "the night of May 1".

Reads   text, the times found in it, in order
Gives   the same times, a day and what stands before it made one
Misses  days told by an event ("two days before the shooting"); "a week ago Monday"
"""

import re
from datetime import date
from functools import cache

from twosource.annotate.times_calendar import at_grain, moved
from twosource.annotate.times_grammar import compiled, dated, number_of, unit_of, values
from twosource.model import Mention, Span, Time
from twosource.text.calendar import ISO_DAY

LEAD = 40
"""Characters before a day in which what it is counted by stands: "no fewer than thirty-five days before the " is 40."""


@cache
def _counted() -> "re.Pattern[str]":
    return compiled(
        r"\b(?:(?i:the)|(?P<count>{COUNT})) (?P<unit>(?i:day|week|month|year)s?) "
        r"(?P<side>(?i:before|after|from))(?: (?i:the))?\s+$"
    )


@cache
def _part() -> "re.Pattern[str]":
    return compiled(r"\b(?:(?i:the) )?(?P<part>{PART}) (?i:of)(?: (?i:the))?\s+$")


def with_offsets(text: str, mentions: list[Mention[Time]]) -> list[Mention[Time]]:
    """Return the mentions with each day that something is counted from, or a part is named of, made one with that."""
    out: list[Mention[Time]] = []
    for mention in mentions:
        made = _told_by(text, mention) if mention.value.type == "DATE" and len(mention.value.value) == ISO_DAY else None
        if made is None:
            out.append(mention)
            continue
        while out and out[-1].span.end > made.span.start:
            out.pop()
        out.append(made)
    return out


def _told_by(text: str, day: Mention[Time]) -> Mention[Time] | None:
    """The day, week, month or year counted from a day, or a part of it; None when none stands before it."""
    try:
        base = date.fromisoformat(day.value.value)
    except ValueError:  # "XXXX-XX-05"
        return None
    low, start = max(0, day.span.start - LEAD), day.span.start
    if found := _part().search(text, low, start):
        value = f"{base}T{values('part')[found['part'].lower()]}"
        time = dated(value, day.value.anchor, day.value.mod, "TIME", day.value.zone)
        return Mention(time, Span(found.start(), day.span.end), day.by) if time else None
    if found := _counted().search(text, low, start):
        unit, count = unit_of(found["unit"]), number_of(found["count"]) if found["count"] else 1.0
        side = found["side"].lower()
        if count is None or (side == "from" and not found["count"]):  # "the week from Monday" is a stretch of time
            return None
        other = moved(base, -count if side == "before" else count, unit)
        grain = "D" if unit == "W" and found["count"] else unit  # "a week from Monday" is a Monday
        time = dated(at_grain(other, grain), day.value.anchor, day.value.mod) if other else None
        return Mention(time, Span(found.start(), day.span.end), day.by) if time else None
    return None
