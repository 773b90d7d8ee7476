"""Read dates that point from here: "Friday", "yesterday", "last week", "two days later", "the end of the year", "now".

Reads   the text of one expression and its Anchor
Gives   DATE (and TIME for "Friday night"); `relative_rules`
Misses  "the year-earlier period"; days counted from an event
"""

import re
from datetime import date, timedelta
from functools import cache

from twosource.annotate.times_calendar import at_grain, bounds, moved, unknown, week_of, weekday_near
from twosource.annotate.times_grammar import (
    STEPS,
    TEXTUAL,
    Anchor,
    Rule,
    compiled,
    dated,
    mod_of,
    number_of,
    ordinal_of,
    part_of_day,
    said_day,
    unit_of,
    values,
)
from twosource.model import Time, TimeType


def _weekday(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A weekday: today's or the last past one, the next one in talk of the future."""
    number, which = int(values("weekday")[found["weekday"].lower()]), (found["which"] or "").lower()
    kind, tail = part_of_day(found["part"])
    mod = mod_of(found["mod"])
    said = said_day(anchor)
    if which in TEXTUAL and said:
        step = {"following": 1, "previous": -1}.get(which, 0)
        day = weekday_near(said + timedelta(days=step), number, step or -1)
        return dated(f"{day}{tail}", "text", mod, kind)
    if anchor.published is None:
        return dated(f"XXXX-WXX-{number}{tail}", "", mod, kind)
    step, today = STEPS.get(which, 0), anchor.published
    toward = step or (1 if which == "this" else anchor.direction or -1)
    day = weekday_near(today + timedelta(days=step), number, toward)
    return dated(f"{day}{tail}", "published", mod, kind)


def _day_word(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """Today, yesterday, tomorrow, tonight, and their parts of the day."""
    word = found["word"].lower()
    steps = {
        "yesterday": -1,
        "tomorrow": 1,
        "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "last night": -1,
        "overnight": 0,
    }
    kind, tail = part_of_day(found["part"], "NI" if word in ("tonight", "last night", "overnight") else "")
    if anchor.published is None:
        return dated(f"XXXX-XX-XX{tail}", "", mod_of(found["mod"]), kind)
    day = anchor.published + timedelta(days=steps.get(word, 0))
    return dated(f"{day}{tail}", "published", mod_of(found["mod"]), kind)


def _this_part(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A part of this, that or the next day ("this morning", "the next night")."""
    part, which = values("part")[found["part"].lower()], found["which"].lower()
    said = said_day(anchor)
    if which == "this" and anchor.published:
        return dated(f"{anchor.published}T{part}", "published", mod_of(found["mod"]), "TIME")
    if which == "this" or said is None:
        return dated(f"XXXX-XX-XXT{part}", "", mod_of(found["mod"]), "TIME")
    step = {"that": 0, "the same": 0, "the previous": -1}.get(which, 1)
    return dated(f"{said + timedelta(days=step)}T{part}", "text", mod_of(found["mod"]), "TIME")


def _this_unit(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """Read this, last or next week, month, year, weekend; that day; the same year."""
    unit, which = unit_of(found["unit"]), re.sub(r"^the (?!same)", "", " ".join(found["which"].lower().split()))
    mod, step, said = mod_of(found["mod"]), STEPS.get(which, 0), said_day(anchor)
    if which in TEXTUAL or (which == "next" and found["the"]) or unit == "D":
        if said is None:
            return dated(unknown(unit), "", mod)
        if unit == "D" and re.fullmatch(r"\d{4}-\d\d", anchor.said):  # some day of a month that alone was named
            return Time("DATE", f"{anchor.said}-XX", *bounds(anchor.said), mod=mod, anchor="text")
        day = moved(said, step, unit)
        return dated(at_grain(day, unit), "text", mod) if day else None
    if anchor.published is None:
        return dated(unknown(unit), "", mod)
    if unit == "WE":
        return dated(f"{week_of(_weekend(anchor.published, step))}-WE", "published", mod)
    day = moved(anchor.published, step, unit)
    return dated(at_grain(day, unit), "published", mod) if day else None


def _weekend(today: date, step: int) -> date:
    """Return a day of the weekend meant: the coming one is "this", the one before it "last"."""
    saturday = weekday_near(today, 6, 1) if today.isoweekday() < 6 else weekday_near(today, 6, -1)
    return saturday + timedelta(days=7 * step)


def _the_weekend(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """The weekend: the last one, unless the talk is of the future."""
    if anchor.published is None:
        return dated(unknown("WE"))
    today = anchor.published
    saturday = weekday_near(today, 6, 1 if anchor.direction > 0 else -1)
    return dated(f"{week_of(saturday)}-WE", "published")


def _ago(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A count of units before now or before the time named in the text; or after it ("two days later")."""
    unit, word = unit_of(found["unit"]), found["dir"].lower()
    mod, count = mod_of(found["mod"]), number_of(found["count"]) if found["count"] else None
    ahead = 1 if word in ("later", "from now", "hence", "on") else -1
    near = word in ("ago", "from now", "hence", "back")
    base = anchor.published if near else said_day(anchor)
    if base is None and word == "earlier" and unit in ("M", "Q", "Y"):
        # "up from a year earlier": with nothing named before, the year of the news is meant
        base, near = anchor.published, True
    if count is None:
        return Time("DATE", "PAST_REF" if ahead < 0 else "FUTURE_REF", mod=mod)
    day = moved(base, ahead * count, unit) if base else None
    kind: TimeType = "TIME" if unit.startswith("T") else "DATE"
    if day is None:
        return Time(kind, unknown(unit), mod=mod)
    grain = "Y" if unit in ("10Y", "100Y") else unit
    return dated(at_grain(day, grain), "published" if near else "text", mod, kind)


def _nth(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A day, week or year by its rank ("the fifth day"); one in a row is today's ("the third straight day")."""
    unit, number = unit_of(found["unit"].lower().replace("night", "day")), ordinal_of(found["ordinal"])
    if number is None:
        return None
    if found["row"] and anchor.published:
        return dated(at_grain(anchor.published, unit), "published")
    return Time("DATE", unknown(unit))


def _edge(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """The beginning, middle or end of this or of a named year or month ("the end of the year", "year-end")."""
    word, year = (found["edge"] or "end").lower(), found["year"]
    mod = "START" if word in ("start", "beginning") else "MID" if word == "middle" else "END"
    if year:
        return dated(year, "", mod)
    unit = unit_of(found["unit"] or "year")
    if anchor.published is None:
        return dated(unknown(unit), "", mod)
    which = (found["which"] or "this").lower()
    day = moved(anchor.published, STEPS.get(which, 0), unit)
    return dated(at_grain(day, unit), "published", mod) if day else None


def _vague(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """Words for the present, past and future at large."""
    word = " ".join(found["word"].lower().split())
    return Time("DATE", values("present").get(word) or values("present")["the " + word])


MOD = r"(?:(?P<mod>{MOD})[ -])?"
PART = r"(?: (?P<part>{PART}))?"
DAY_WORDS = "the day before yesterday|the day after tomorrow|last night|yesterday|today|tonight|tomorrow|overnight"
NEXT_PART = "this|that|the same|the next|the following|the previous|next"
LONG = "month|quarter|year|decade|century"
AT_LARGE = (
    "the near future|the past(?=[,.;]|$)|now|right now|currently|nowadays|at present|at the moment|recently"
    "|the future|current"
)


@cache
def relative_rules() -> tuple[Rule, ...]:
    """Return the rules of relative dates, compiled once."""
    unit = rf"(?P<unit>(?i:day|week|weekend|{LONG}))\b(?!-)"
    row = r"(?P<row> (?i:straight|consecutive|successive))?"
    end = r"(?i:the )?(?P<edge>(?i:end|beginning|start|middle)) (?i:of) (?:(?i:the)|(?P<which>(?i:this|last|next)))"
    end += rf" (?P<unit>(?i:{LONG}))"
    return (
        Rule(
            "weekday",
            compiled(MOD + r"(?:(?P<which>{REL}) )?\b(?P<weekday>{WEEKDAY})" + PART),
            _weekday,
            True,
        ),
        Rule("day word", compiled(MOD + rf"\b(?P<word>(?i:{DAY_WORDS}))\b" + PART), _day_word),
        Rule("this part", compiled(MOD + rf"\b(?P<which>(?i:{NEXT_PART})) (?P<part>{{PART}})"), _this_part),
        Rule("this unit", compiled(MOD + r"\b(?P<the>(?i:the) )?(?P<which>{REL}) " + unit), _this_unit),
        Rule("the weekend", compiled(r"\b(?i:the weekend)\b"), _the_weekend, True),
        Rule(
            "ago",
            compiled(
                MOD + r"(?:(?P<count>{COUNT})[ -])?(?P<unit>{UNIT}) (?P<dir>(?i:ago|earlier|later|from now|hence))\b"
            ),
            _ago,
        ),
        Rule(
            "nth",
            compiled(
                rf"(?:\b(?i:the|a) )?\b(?P<ordinal>{{ORDINAL}}){row} (?P<unit>(?i:day|night|week|month|year))\b(?!-)"
            ),
            _nth,
        ),
        Rule("edge", compiled(rf"\b(?:{end}|(?i:(?:the )?year[ -]end)|(?i:the end of) (?P<year>{{YEAR}}))\b"), _edge),
        Rule("vague", compiled(rf"\b(?P<word>(?i:{AT_LARGE}))\b"), _vague),
    )
