"""Read the unit that stands before or after a number: money, percentages, measures, rates.

Reads   text beside a number, the lexicon `units`
Gives   Unit: normal name, kind, place
Misses  units spelt in other languages; one-letter symbols apart from their figure, but for C, F and the like
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.annotate.numbers import either
from twosource.text.lexicon import table

LONGEST = 5
"""Words of the longest unit, "pound per square inch" and its like, and one to spare."""

REACH = 48
"""Characters after a number in which its unit stands, the longest words with room for their plurals."""


class Unit(NamedTuple):
    """A unit where it stands. `norm` is its normal name, `kind` what it measures ("money", "length", "age")."""

    start: int
    end: int
    norm: str
    kind: str


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Return the words of units, with their plurals, and their normal name and kind."""
    found: dict[str, tuple[str, str]] = {}
    for norm, kind, words, *_ in (row if len(row) > 2 else (*row, "") for row in table("units")):
        for word in filter(None, words.split("|")):
            plural = word if word.endswith("s") else word + ("es" if word.endswith(("ch", "x")) else "s")
            for form in (word, plural):
                found.setdefault(form.lower(), (norm, kind))
    return found


@cache
def _symbols() -> dict[str, tuple[str, str]]:
    """Return the symbols of units with their normal name and kind."""
    found: dict[str, tuple[str, str]] = {}
    for row in table("units"):
        for symbol in filter(None, row[3].split("|") if len(row) > 3 else ()):
            found.setdefault(symbol, (row[0], row[1]))
    return found


@cache
def currencies() -> frozenset[str]:
    """Return the normal names of all currencies."""
    return frozenset(row[0] for row in table("units") if row[1] == "money")


@cache
def _money() -> dict[str, tuple[str, str]]:
    """Return the signs and codes of money that stand before an amount; some mean another unit behind one ("PS")."""
    rows = [row for row in table("units") if row[1] == "money" and len(row) > 3]
    return {sign: (row[0], "money") for row in reversed(rows) for sign in row[3].split("|") if sign}


def unit_word(word: str) -> tuple[str, str] | None:
    """Return the normal name and kind of a unit's word, None for other words.

    >>> unit_word("yards"), unit_word("players")
    (('yard', 'length'), None)
    """
    return _words().get(word.lower())


def names_unit(word: str) -> bool:
    """Whether a word as written is a unit, or a sign or code of one.

    >>> names_unit("Nm"), names_unit("shekels"), names_unit("claims")
    (True, True, False)
    """
    return word.lower() in _words() or word in _symbols()


@cache
def _patterns() -> dict[str, "re.Pattern[str]"]:
    symbols = [symbol for symbol in _symbols() if symbol]
    money = list(_money())
    return {
        "after": re.compile(rf"[ \xa0]?-?(?P<symbol>{either(symbols)})(?![\w'’])"),
        "glued": re.compile(rf"(?P<symbol>{either(symbols)})(?![\w'’])"),
        "before": re.compile(rf"(?<![A-Za-z0-9-])(?P<symbol>{either(money)})[ \xa0]?=?$"),
        "word": re.compile(r"[A-Za-z%.'/-]*[A-Za-z]"),
        "rate": re.compile(
            r"(?:\s?/\s?|[\s-]+(?:per|an?|each|every)[\s-]+)(?P<per>(?:square |cubic |sq\.? )?[A-Za-z]+\.?)(?![\w])",
            re.IGNORECASE,
        ),
    }


def unit_of_part(text: str, end: int) -> Unit | None:
    """Return the unit that a part of one is of, behind a fraction in words: "half a litre", "a half-litre".

    >>> unit_of_part("half a litre of milk", 4).norm, unit_of_part("half a dozen", 4), unit_of_part("half time", 4)
    ('litre', None, None)
    """
    gap = PART_GAP.match(text, end)
    unit = unit_after(text, gap.end() - 1, False) if gap else None
    return unit if unit is not None and unit.kind in PARTED_KINDS else None


PART_GAP = re.compile(r"(?:\s+of)?\s+an?\s|[\s-]")
PARTED_KINDS = frozenset({"length", "volume", "mass", "area"})
"""What is measured in parts of a unit that "half" names; half a day is a time, half a dollar hardly told of."""


def unit_after(text: str, end: int, figure: bool) -> Unit | None:
    """Return the unit right after a number that ends at `end`; symbols only after figures.

    >>> text = "80 km/h and 5 per cent of 90 miles"
    >>> unit_after(text, 2, True).norm, unit_after(text, 13, True).norm, unit_after(text, 28, True).norm
    ('kilometre per hour', 'percentage', 'mile')
    """
    if figure and (found := _patterns()["glued"].match(text, end)):
        return Unit(found.start(), found.end(), *_symbols()[found["symbol"]])
    gap = re.compile(r"[ \xa0]*[-‐‑]?[ \xa0]?").match(text, end)
    at = gap.end() if gap else end
    word = _patterns()["word"]
    ends: list[int] = []
    hyphen = re.compile(r"[A-Za-z]+(?=-[A-Za-z])").match(text, at)
    position = at
    while len(ends) < LONGEST and position < end + REACH and (found := word.match(text, position)):
        ends.append(found.end())
        position = found.end() + 1
        if text[found.end() : position] not in (" ", "-", "\xa0"):
            break
    for stop in reversed(ends):
        entry = _words().get(re.sub(r"\s+", " ", text[at:stop].lower()).replace("-", "-")) or _words().get(
            text[at:stop].lower().replace("-", " ")
        )
        if entry:
            return Unit(at, stop, *entry)
    if hyphen and (entry := _words().get(hyphen[0].lower())):
        return Unit(at, hyphen.end(), *entry)
    if found := _patterns()["after"].match(text, end):
        symbol = found["symbol"]
        if not figure and (len(symbol) < 2 or not symbol.isalpha()):
            return None
        # a lone letter apart from its figure is a unit only where nothing else is likely ("12 C", "5 V")
        if len(symbol) > 1 or not symbol.isalpha() or found.start("symbol") == end or symbol in "CFKVAWgp":
            return Unit(found.start("symbol"), found.end(), *_symbols()[symbol])
    return None


def money_before(text: str, start: int) -> Unit | None:
    """Return the currency sign or code right before a number ("US $", "HK$", "RM", "£").

    >>> money_before("worth HK $5.4m", 10).norm, money_before("Part 5", 5)
    ('hong kong dollar', None)
    """
    found = _patterns()["before"].search(text, max(0, start - 7), start)
    if found is None:
        return None
    symbol = found["symbol"]
    if len(symbol) == 1 and symbol.isalpha() and found.end("symbol") != start and text[start - 1] != "=":
        return None
    return Unit(found.start("symbol"), found.end(), *_money()[symbol])


def rate_after(text: str, end: int) -> Unit | None:
    """Return what an amount is per: "per barrel", "a month", "/mmBTU"; its `norm` is the name of that unit.

    >>> rate_after("$58 per barrel", 3).norm, rate_after("$3,500 a month", 6).norm, rate_after("$5 in", 2)
    ('barrel', 'month', None)
    """
    found = _patterns()["rate"].match(text, end, end + REACH)
    if found is None:
        return None
    per, end = found["per"], found.end()
    entry = _words().get(per.lower()) or _symbols().get(per)
    if entry is None and per.endswith("."):
        per, end = per[:-1], end - 1
        entry = _words().get(per.lower()) or _symbols().get(per)
    if entry is None and not re.match(r"\s?/|[\s-]+(?:per|each)\b", found[0], re.IGNORECASE):
        return None
    return Unit(found.start(), end, entry[0] if entry else per.lower(), "rate")
