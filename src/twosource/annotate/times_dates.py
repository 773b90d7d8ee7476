"""Read dates: days, weeks, months, quarters, seasons, years, decades, centuries, holidays, and words such as "yesterday".

Reads   the text of one expression and its Anchor
Gives   DATE (and TIME for "Friday night"); `DATE_RULES`
Misses  lunar holidays' days, fiscal years that are not calendar years, dates in figures written day first where both could be
"""

import re
from datetime import date, timedelta
from functools import cache

from twosource.annotate.times_calendar import (
    SEASONS,
    at_grain,
    bounds,
    holiday,
    month_near,
    moved,
    unknown,
    week_of,
    weekday_near,
)
from twosource.annotate.times_grammar import (
    Anchor,
    Rule,
    compiled,
    dated,
    mod_of,
    number_of,
    ordinal_of,
    unit_of,
    values,
)
from twosource.model import Time
from twosource.text.lexicon import mapping

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

PIVOT = 30
"""Two-digit years up to 30 are 20xx, others 19xx: news looks back further than ahead."""


def said_day(anchor: Anchor) -> date | None:
    """Return the first day of the time named before in the text."""
    start, _ = bounds(anchor.said)
    return date.fromisoformat(start[:10]) if start else None


def _month(text: str) -> int:
    return int(values("month")[text.lower()])


def _year(text: str) -> int:
    """Return the year of two or four figures ("'98" is 1998)."""
    number = int(text.strip("'’"))
    return number if number > 99 else number + (2000 if number <= PIVOT else 1900)


def _full(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A day of a month, with or without its year."""
    month, day = _month(found["month"]), int(re.sub(r"\D", "", found["day"]))
    part = values("part").get((found["part"] or "").lower(), "")
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
    mod = mod_of(found["mod"])
    if found["year"]:
        return dated(f"{_year(found['year'])}-{month:02d}-{day:02d}{tail}", "", mod, kind)
    if anchor.published is None:
        return dated(f"XXXX-{month:02d}-{day:02d}{tail}", "", mod, kind)
    tail = (found["tail"] or "").lower()
    year = anchor.published.year + STEPS.get(tail, 0) if tail else nearest_year(anchor, month, day)
    return dated(f"{year}-{month:02d}-{day:02d}{tail}", "published", mod, kind)


def nearest_year(anchor: Anchor, month: int, day: int) -> int:
    """Return the year that puts a day of a month on the right side of publication, on the nearest one where that is open."""
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


def _weekday(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A weekday: today's or the last past one, the next one in talk of the future."""
    number, which = int(values("weekday")[found["weekday"].lower()]), (found["which"] or "").lower()
    part = values("part").get((found["part"] or "").lower(), "")
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
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
    part = values("part").get(
        (found["part"] or "").lower(), "NI" if word in ("tonight", "last night", "overnight") else ""
    )
    kind, tail = ("TIME", f"T{part}") if part else ("DATE", "")
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
    """This, last or next week, month, year, weekend; that day; the same year."""
    unit, which = unit_of(found["unit"]), re.sub(r"^the (?!same)", "", " ".join(found["which"].lower().split()))
    mod, step, said = mod_of(found["mod"]), STEPS.get(which, 0), said_day(anchor)
    if which in TEXTUAL or (which == "next" and found["the"]) or unit == "D":
        if said is None:
            return dated(unknown(unit), "", mod)
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
    kind = "TIME" if unit.startswith("T") else "DATE"
    if day is None:
        return Time(kind, unknown(unit), mod=mod)
    grain = "Y" if unit in ("10Y", "100Y") else unit
    return dated(at_grain(day, grain), "published" if near else "text", mod, kind)


def _nth(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """A day, week or year by its rank ("the fifth day"); one of an unbroken row is today's ("the third straight day")."""
    unit, number = unit_of(found["unit"].lower().replace("night", "day")), ordinal_of(found["ordinal"])
    if number is None:
        return None
    if found["row"] and anchor.published:
        return dated(at_grain(anchor.published, unit), "published")
    return Time("DATE", unknown(unit))


def _week_of(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """The week of, or ending on, a day."""
    day = _full(found, anchor)
    if day is None or not day.start:
        return day
    return dated(week_of(date.fromisoformat(day.start)), day.anchor)


def _edge(found: "re.Match[str]", anchor: Anchor) -> Time | None:
    """The beginning, middle or end of this or of a named year or month ("the end of the year", "year-end")."""
    word, year = (found["edge"] or "end").lower(), found["year"]
    mod = "START" if word in ("start", "beginning") else "MID" if word == "middle" else "END"
    if year:
        return dated(f"{_year(year)}", "", mod)
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


@cache
def date_rules() -> tuple[Rule, ...]:
    """Return the rules of dates, compiled once."""
    mod, which = r"(?:(?P<mod>{MOD})[ -])?", r"(?:(?P<which>{REL}) )?"
    tail = r",?(?: of)? (?P<tail>(?i:this|last|next)) (?i:year)\b"
    of_year = rf"(?:,? (?P<year>{{YEAR}}|['’]\d\d\b)|{tail})?"
    part = r"(?: (?P<part>{PART}))?"
    return (
        Rule(
            "iso",
            compiled(
                r"\b(?:(?P<iso>(?:19|20)\d\d([-/])\d\d\2\d\d)|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>(?:19|20)?\d\d))\b(?![/-])"
            ),
            _iso,
        ),
        Rule(
            "month day",
            compiled(mod + r"(?:{WEEKDAY},? )?\b(?P<month>{MONTH}) ?(?P<day>{DAY})\b" + of_year + part),
            _full,
            True,
        ),
        Rule(
            "day month",
            compiled(
                mod
                + r"(?:{WEEKDAY},? )?(?<![\d.,:$£€])\b(?:the )?(?P<day>{DAY})(?: of)? (?P<month>{MONTH})"
                + of_year
                + part
            ),
            _full,
            True,
        ),
        Rule("month year", compiled(mod + r"\b(?P<month>{MONTH}),?(?: of)? (?P<year>{YEAR}|['’]\d\d\b)"), _month_year),
        Rule("month", compiled(mod + which + r"\b(?P<month>{MONTH})" + rf"(?:{tail})?"), _lone_month, True),
        Rule("weekday", compiled(mod + which + r"\b(?P<weekday>{WEEKDAY})" + part), _weekday, True),
        Rule(
            "year",
            compiled(
                mod
                + r"(?:(?:(?i:fiscal|calendar|financial)|FY) (?:year )?)?(?<![\w.,$£€#-])(?P<year>{YEAR})(?![\w/])(?!-\d)"
            ),
            _bare_year,
        ),
        Rule("after year", compiled(r"\b(?i:post|pre)-(?P<year>{YEAR})\b(?P<mod>)"), _bare_year),
        Rule(
            "decade",
            compiled(
                mod
                + r"(?P<decade>\b(?:1\d|20)\d0['’]?s\b|['’]\d0s\b|\b(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)"
            ),
            _decade,
        ),
        Rule(
            "century",
            compiled(r"(?:(?i:the) )?" + mod + r"(?P<ordinal>{ORDINAL})[ -](?i:century|centuries)\b"),
            _century,
        ),
        Rule(
            "season",
            compiled(mod + r"(?:(?P<which>{REL}|the) )?\b(?P<season>{SEASON})(?:(?: of)? (?P<year>{YEAR}))?"),
            _season,
            True,
        ),
        Rule(
            "quarter",
            compiled(
                r"(?:(?:(?i:the) )?(?P<ordinal>{ORDINAL})[ -](?P<what>(?i:quarter|half))(?:(?: of)? (?P<year>{YEAR}))?|\bQ(?P<q>[1-4])(?: (?P<year2>{YEAR}))?)\b"
            ),
            _quarter,
            True,
        ),
        Rule(
            "day word",
            compiled(
                mod
                + r"\b(?P<word>(?i:the day before yesterday|the day after tomorrow|last night|yesterday|today|tonight|tomorrow|overnight))\b"
                + part
            ),
            _day_word,
        ),
        Rule(
            "this part",
            compiled(
                mod + r"\b(?P<which>(?i:this|that|the same|the next|the following|the previous|next)) (?P<part>{PART})"
            ),
            _this_part,
        ),
        Rule(
            "this unit",
            compiled(
                mod
                + r"\b(?P<the>(?i:the) )?(?P<which>{REL}) (?P<unit>(?i:day|week|weekend|month|quarter|year|decade|century))\b(?!-)"
            ),
            _this_unit,
        ),
        Rule("the weekend", compiled(r"\b(?i:the weekend)\b"), _the_weekend, True),
        Rule("holiday", compiled(which + r"\b(?P<holiday>(?i:{HOLIDAY}))\b(?:,? (?P<year>{YEAR}))?"), _holiday, True),
        Rule(
            "ago",
            compiled(
                mod + r"(?:(?P<count>{COUNT})[ -])?(?P<unit>{UNIT}) (?P<dir>(?i:ago|earlier|later|from now|hence))\b"
            ),
            _ago,
        ),
        Rule(
            "nth",
            compiled(
                r"(?:\b(?i:the|a) )?\b(?P<ordinal>{ORDINAL})(?P<row> (?i:straight|consecutive|successive))? "
                r"(?P<unit>(?i:day|night|week|month|year))\b(?!-)"
            ),
            _nth,
        ),
        Rule(
            "week of",
            compiled(
                r"\b(?i:the )?(?i:week (?:of|ending|beginning)) (?:(?P<mod>(?!))|(?P<part>(?!)))?(?P<month>{MONTH}) (?P<day>{DAY})\b"
                + of_year
            ),
            _week_of,
            True,
        ),
        Rule(
            "edge",
            compiled(
                r"\b(?:(?i:the )?(?P<edge>(?i:end|beginning|start|middle)) (?i:of) (?:(?i:the)|(?P<which>(?i:this|last|next))) (?P<unit>(?i:month|quarter|year|decade|century))|(?i:(?:the )?year[ -]end)|(?i:the )(?i:end of) (?P<year>{YEAR}))\b"
            ),
            _edge,
        ),
        Rule(
            "vague",
            compiled(
                r"\b(?P<word>(?i:the near future|the past(?=[,.;]|$)|now|right now|currently|nowadays|at present|at the moment|recently|the future|current))\b"
            ),
            _vague,
        ),
    )
