"""Calendar arithmetic on TIMEX3 values: from a value to the days it covers, and from a day to a value.

Reads   values such as "2022-02-28", "2022-W09", "2022-Q1", "199X", "2022-02-28TNI"
Gives   first and last day (or minute), values at a unit's grain, days moved by a unit
Misses  other calendars; seasons are the northern ones, by whole months
"""

import calendar
import re
from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""First and last month of each season, meteorological."""

PARTS = {
    "MO": ("06:00", "11:59"),
    "MI": ("12:00", "12:59"),
    "AF": ("12:00", "17:59"),
    "EV": ("18:00", "21:59"),
    "NI": ("18:00", "23:59"),
    "DT": ("09:00", "17:00"),
}
"""First and last minute of the parts of a day; "night" in news runs from nightfall ("Friday night")."""


def week_of(day: date) -> str:
    """Return the ISO week of a day.

    >>> week_of(date(2022, 2, 28))
    '2022-W09'
    """
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def at_grain(day: date, unit: str) -> str:
    """Return the TIMEX3 value of the unit of time that a day lies in.

    >>> [at_grain(date(1999, 5, 3), unit) for unit in ("D", "W", "M", "Q", "Y", "10Y", "100Y", "WE")]
    ['1999-05-03', '1999-W18', '1999-05', '1999-Q2', '1999', '199X', '19XX', '1999-W18-WE']
    """
    forms = {
        "W": week_of(day),
        "2W": week_of(day),
        "WE": f"{week_of(day)}-WE",
        "M": f"{day:%Y-%m}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "10Y": f"{day.year // 10:03d}X",
        "100Y": f"{day.year // 100:02d}XX",
        "1000Y": f"{day.year // 1000:01d}XXX",
    }
    return forms.get(unit, day.isoformat())


def unknown(unit: str) -> str:
    """Return the value of a unit of time that could not be resolved."""
    forms = {"W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "D": "XXXX-XX-XX"}
    return forms.get(unit, "XXXX")


def moved(day: date, amount: float, unit: str) -> date | None:
    """Return the day an amount of units later (earlier when negative), None outside the calendar."""
    whole = round(amount)
    count, letter = (int(unit[:-1]), unit[-1]) if unit[:-1].isdigit() else (1, unit)
    try:
        if letter == "D" or unit.startswith("T"):
            hours = {"TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}.get(unit, 1.0)
            return day + timedelta(days=amount * hours)
        if letter == "W" or unit == "WE":
            return day + timedelta(days=round(7 * count * amount))
        months = {"M": 1, "Q": 3, "Y": 12}[letter] * count
        later: date = day + relativedelta(months=round(months * amount) if amount != whole else months * whole)
        return later
    except (OverflowError, ValueError):
        return None


def weekday_near(day: date, number: int, direction: int) -> date:
    """Return the nearest weekday (Monday is 1) at or before the day (direction < 1), or at or after it."""
    gap = number - day.isoweekday()
    return day + timedelta(days=gap % 7 if direction > 0 else -(-gap % 7))


def month_near(day: date, month: int, direction: int) -> int:
    """Return the year of the nearest month at or before that of the day, at or after it, or on either side (0)."""
    gap = month - day.month
    if direction < 0:
        return day.year - (gap > 0)
    if direction > 0:
        return day.year + (gap < 0)
    # on either side: a month more than half a year away belongs to the neighbouring year
    return day.year + (gap < -6) - (gap > 6)


def holiday(rule: str, year: int) -> date | None:
    """Return the day a rule of `time_holidays.tsv` gives in a year, None when it follows another calendar.

    >>> holiday("11-w4-4", 1999), holiday("easter-2", 2022), holiday("12-25", 2022), holiday("?", 2022)
    (datetime.date(1999, 11, 25), datetime.date(2022, 4, 15), datetime.date(2022, 12, 25), None)
    """
    if fixed := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return date(year, int(fixed[1]), int(fixed[2]))
    if moves := re.fullmatch(r"easter([+-]\d+)", rule):
        sunday: date = easter(year)
        return sunday + timedelta(days=int(moves[1]))
    if nth := re.fullmatch(r"(\d\d)-w(\d)-(-?\d)(?:\+(\d))?", rule):
        month, weekday, rank = int(nth[1]), int(nth[2]), int(nth[3])
        days = [
            d for d in range(1, calendar.monthrange(year, month)[1] + 1) if date(year, month, d).isoweekday() == weekday
        ]
        return date(year, month, days[rank - 1 if rank > 0 else rank]) + timedelta(days=int(nth[4] or 0))
    return None


def bounds(value: str) -> tuple[str, str]:
    """Return the first and last day (or local minute) of a DATE or TIME value, inclusive; "" where it cannot be told.

    >>> bounds("2022-02"), bounds("2022-W09"), bounds("199X")
    (('2022-02-01', '2022-02-28'), ('2022-02-28', '2022-03-06'), ('1990-01-01', '1999-12-31'))
    >>> bounds("2022-02-28T13:05"), bounds("XXXX-WXX-5")
    (('2022-02-28T13:05', '2022-02-28T13:05'), ('', ''))
    """
    day, _, clock = value.partition("T")
    try:
        first, last = _days(day)
    except ValueError:
        return "", ""
    if not first or not clock:
        return first, last
    if clock in PARTS:
        return f"{first}T{PARTS[clock][0]}", f"{last}T{PARTS[clock][1]}"
    if clock == "24:00":
        after = (date.fromisoformat(first) + timedelta(days=1)).isoformat()
        return f"{after}T00:00", f"{after}T00:00"
    return (f"{first}T{clock}", f"{last}T{clock}") if re.fullmatch(r"\d\d:\d\d", clock) else (first, last)


def _days(value: str) -> tuple[str, str]:
    """Return the first and last day of a value without a clock; raises ValueError for a day that does not exist."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return (date.fromisoformat(value).isoformat(),) * 2
    if found := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return (monday + timedelta(days=5 if found[3] else 0)).isoformat(), (monday + timedelta(days=6)).isoformat()
    if found := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3 * int(found[2]))
    if found := re.fullmatch(r"(\d{4})-H([12])", value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6 * int(found[2]))
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return _months(int(found[1]), *SEASONS[found[2]])
    if len(value) == 4 and (found := re.fullmatch(r"(\d{1,4})(X{0,3})", value)):
        return f"{found[1]}{'0' * len(found[2])}-01-01", f"{found[1]}{'9' * len(found[2])}-12-31"
    return "", ""


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    """Return the first day of one month and the last of another, which lies in the next year when it is before it."""
    end = year + (last < first)
    return date(year, first, 1).isoformat(), date(end, last, calendar.monthrange(end, last)[1]).isoformat()
