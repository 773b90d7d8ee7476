"""Read calendar dates: days, months, years, decades, centuries, seasons, quarters, holidays.

Reads   the text of one expression and its Anchor
Gives   DATE (and TIME for "May 3 night"); `date_rules`
Misses  lunar holidays' days, fiscal years that are not calendar years, dates in figures that could be read both ways
"""

import re
from datetime import date
from functools import cache

from twosource.annotate.times_calendar import SEASONS, holiday, month_near, week_of
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
    values,
)
from twosource.model import Time
from twosource.text.lexicon import mapping

PIVOT = 30
"""Two-digit years up to 30 are 20xx, others 19xx: news looks back further than ahead."""


def _month(text: str) -> int:
    return int(values("month")[text.lower()])


def _year(text: str) -> int:
    """Return the year of two or four figures ("'98" is 1998)."""
    number = int(text.strip("'’"))
    return number if number > 99 else number + (2000 if number <= PIVOT else 1900)


def _full(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A day of a month, with or without its year."""
    month, day = _month(found["month"]), int(re.sub(r"\D", "", found["day"]))
    kind, tail = part_of_day(found["part"])
    mod = mod_of(found["mod"])
    if found["year"]:
        return dated(f"{_year(found['year'])}-{month:02d}-{day:02d}{tail}", "", mod, kind)
    if anchor.published is None:
        return dated(f"XXXX-{month:02d}-{day:02d}{tail}", "", mod, kind)
    which = (found["tail"] or "").lower()
    year = anchor.published.year + STEPS.get(which, 0) if which else nearest_year(anchor, month, day)
    return dated(f"{year}-{month:02d}-{day:02d}{tail}", "published", mod, kind)


def nearest_year(anchor: Anchor, month: int, day: int) -> int:
    """Return the year that puts a day of a month on the right side of publication, the nearest where that is open."""
    assert anchor.published is not None
    today = anchor.published
    gap = (month - today.month) * 31 + day - today.day
    if anchor.direction > 0:
        # a day up to three weeks past is this year's all the same: "would" also tells of what has just been
        return today.year + (gap < -21)
    # a day up to two months ahead is still to come whatever the tense ("the talks agreed for May 3"); with no tense to
    # go by, one more than half a year back is next year's
    return today.year - (gap > 62) + (anchor.direction == 0 and gap < -186)


def _iso(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A date in figures, the year first, or as Americans write it (day first where only that is a date)."""
    if found["iso"]:
        return dated(found["iso"].replace("/", "-"))
    first, second, year = int(found["a"]), int(found["b"]), _year(found["y"])
    month, day = (second, first) if first > 12 else (first, second)
    return dated(f"{year}-{month:02d}-{day:02d}")


def _month_year(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A month with its year."""
    return dated(f"{_year(found['year'])}-{_month(found['month']):02d}", "", mod_of(found["mod"]))


def _lone_month(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A month without its year: the nearest on the side the tense or "last", "next" says."""
    month, which = _month(found["month"]), (found["which"] or "").lower()
    mod = mod_of(found["mod"])
    said = said_day(anchor)
    if which in TEXTUAL and said:
        return dated(f"{said.year}-{month:02d}", "text", mod)
    if anchor.published is None:
        return dated(f"XXXX-{month:02d}", "", mod)
    step = STEPS.get(which, 0)
    today = anchor.published
    if found["tail"]:
        return dated(f"{today.year + STEPS.get(found['tail'].lower(), 0)}-{month:02d}", "published", mod)
    if step and month == today.month:
        return dated(f"{today.year + step}-{month:02d}", "published", mod)
    if which == "this":
        return dated(f"{today.year}-{month:02d}", "published", mod)
    year = month_near(today, month, step or anchor.direction or -1)
    return dated(f"{year}-{month:02d}", "published", mod)


def _bare_year(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A year by itself."""
    return dated(f"{_year(found['year'])}", "", mod_of(found["mod"]))


def _decade(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A decade, in figures or words ("the '90s", "the sixties")."""
    figures = re.sub(r"\D", "", found["decade"])
    if not figures:
        figures = str(int(number_of(found["decade"].lower().replace("ies", "y")) or 0))
    tens = int(figures[:3]) if len(figures) == 4 else 190 + int(figures[0])
    return dated(f"{tens:03d}X", "", mod_of(found["mod"]))


def _century(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A century by its number."""
    number = ordinal_of(found["ordinal"])
    return dated(f"{number - 1:02d}XX", "", mod_of(found["mod"])) if number and number <= 30 else None


def _season(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A season, of a year that is named or lies nearest."""
    season, which = values("season")[found["season"].lower()], (found["which"] or "").lower()
    mod = mod_of(found["mod"])
    if found["year"]:
        return dated(f"{_year(found['year'])}-{season}", "", mod)
    if anchor.published is None:
        return dated(f"XXXX-{season}", "", mod)
    today, step = anchor.published, STEPS.get(which, 0)
    first, _ = SEASONS[season]
    toward = step or (0 if which == "this" else anchor.direction or -1)
    year = today.year if which == "this" else month_near(today, first, toward)
    if step < 0 and year == today.year and (today.month - first) % 12 < 3:
        year -= 1
    return dated(f"{year}-{season}", "published", mod)


def _quarter(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A quarter or half of a year ("the third quarter", "Q3 2019")."""
    number = int(found["q"]) if found["q"] else ordinal_of(found["ordinal"])
    letter = "H" if found["q"] is None and found["what"].lower() == "half" else "Q"
    if number is None or number > (2 if letter == "H" else 4):
        return None
    year = found["year"] or found["year2"]
    if year:
        return dated(f"{_year(year)}-{letter}{number}")
    if anchor.published is None:
        return dated(f"XXXX-{letter}{number}")
    first = 3 * number - 2 if letter == "Q" else 6 * number - 5
    return dated(f"{month_near(anchor.published, first, anchor.direction or -1)}-{letter}{number}", "published")


def _holiday(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A holiday, in the year named or nearest."""
    rule = {k.lower(): v for k, v in mapping("time_holidays").items()}[found["holiday"].lower().replace("’", "'")]
    if rule == "?":
        return None
    if found["year"]:
        day = holiday(rule, _year(found["year"]))
        return dated(str(day)) if day else None
    if anchor.published is None:
        return dated(f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else "XXXX-XX-XX")
    today, which = anchor.published, (found["which"] or "").lower()
    toward = STEPS.get(which, 0) or anchor.direction
    days = [day for year in (today.year - 1, today.year, today.year + 1) if (day := holiday(rule, year))]
    kept = [day for day in days if (day - today).days * toward >= 0]
    return dated(str(min(kept, key=lambda day: abs((day - today).days))), "published") if kept else None


def _week_of(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """The week of, or ending on, a day."""
    day = _full(found, anchor)
    if day is None or not day.start:
        return day
    return dated(week_of(date.fromisoformat(day.start)), day.anchor)


MOD = r"(?:(?P<mod>{MOD})[ -])?"
WHICH = r"(?:(?P<which>{REL}) )?"
THIS_YEAR = r",?(?: of)? (?P<tail>(?i:this|last|next)) (?i:year)\b"
OF_YEAR = rf"(?:,? (?P<year>{{YEAR}}|['’]\d\d\b)|{THIS_YEAR})?"
PART = r"(?: (?P<part>{PART}))?"
NAMED_DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties"


@cache
def date_rules() -> tuple[Rule, ...]:
    """Return the rules of calendar dates, compiled once."""
    return (*_day_rules(), *_year_rules())


def _day_rules() -> tuple[Rule, ...]:
    """Return the rules of days and months."""
    iso = r"(?P<iso>(?:19|20)\d\d([-/])\d\d\2\d\d)"
    figures = r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d)"
    day_first = r"(?:{WEEKDAY},? )?(?<![\d.,:$£€])\b(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH})"
    week = r"\b(?i:the )?(?i:week (?:of|ending|beginning)) (?:(?P<mod>(?!))|(?P<part>(?!)))?"
    week += r"(?P<month>{MONTH}) (?P<day>{DAY})\b"
    return (
        Rule("iso", compiled(rf"\b(?:{iso}|{figures})\b(?![/-])"), _iso),
        Rule(
            "month day",
            compiled(MOD + r"(?:{WEEKDAY},? )?\b(?P<month>{MONTH}) ?(?P<day>{DAY})\b" + OF_YEAR + PART),
            _full,
            True,
        ),
        Rule("day month", compiled(MOD + day_first + OF_YEAR + PART), _full, True),
        Rule("month year", compiled(MOD + r"\b(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR}|['’]\d\d\b)"), _month_year),
        Rule("month", compiled(MOD + WHICH + rf"\b(?P<month>{{MONTH}})(?:{THIS_YEAR})?"), _lone_month, True),
        Rule("week of", compiled(week + OF_YEAR), _week_of, True),
        Rule("holiday", compiled(WHICH + r"\b(?P<holiday>(?i:{HOLIDAY}))\b(?:,? (?P<year>{YEAR}))?"), _holiday, True),
    )


def _year_rules() -> tuple[Rule, ...]:
    """Return the rules of quarters, seasons, years and what is longer."""
    fiscal = r"(?:(?:(?i:fiscal|calendar|financial)|FY) (?:year )?)?"
    decade = rf"(?P<decade>\b(?:1\d|20)\d0['’]?s\b|['’]\d0s\b|\b(?i:{NAMED_DECADES})\b)"
    quarter = r"(?:(?i:the) )?(?P<ordinal>{ORDINAL})[ -](?P<what>(?i:quarter|half))(?:(?: of)? (?P<year>{YEAR}))?"
    return (
        Rule("year", compiled(MOD + fiscal + r"(?<![\w.,$£€#-])(?P<year>{YEAR})(?![\w/])(?!-\d)"), _bare_year),
        Rule("after year", compiled(r"\b(?i:post|pre)-(?P<year>{YEAR})\b(?P<mod>)"), _bare_year),
        Rule("decade", compiled(MOD + decade), _decade),
        Rule(
            "century",
            compiled(r"(?:(?i:the) )?" + MOD + r"(?P<ordinal>{ORDINAL})[ -](?i:century|centuries)\b"),
            _century,
        ),
        Rule(
            "season",
            compiled(MOD + r"(?:(?P<which>{REL}|the) )?\b(?P<season>{SEASON})(?:(?: of)? (?P<year>{YEAR}))?"),
            _season,
            True,
        ),
        Rule("quarter", compiled(rf"(?:{quarter}|\bQ(?P<q>[1-4])(?: (?P<year2>{{YEAR}}))?)\b"), _quarter, True),
    )
