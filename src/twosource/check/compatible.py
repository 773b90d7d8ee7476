"""When two accounts of one fact can both be right: one table, which is also the user's page `docs/compatibility.md`.

Reads   two claims that answer one question
Gives   whether their values are compatible, per kind
Misses  values that only the world's knowledge reconciles ("the capital" and a city's name that is not in the gazetteer)
"""

import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from twosource.check.coreference.words import noun_kind
from twosource.check.fillers import BY as ONE_FILLER
from twosource.check.fillers import excludes
from twosource.check.language.money import two_currencies
from twosource.check.language.numbers import Amount, same_amount
from twosource.check.language.rivals import rival_offices
from twosource.check.language.words import content_words, contradict, contrary, parted, sense, stems
from twosource.check.nested import two_homes
from twosource.model import Claim, FactKind


class Rule(NamedTuple):
    """A kind of fact, the proposition under which two of its values are compatible, and the test of it."""

    kind: FactKind
    proposition: str
    test: Callable[[Claim, Claim], bool]


def same_figure(a: Claim, b: Claim) -> bool:
    """Both give the same number once bounds, rounding and units are allowed for, or sums in two currencies."""
    if a.unit == b.unit and _is_exact(a) and _is_exact(b):
        return math.isclose(a.low or 0.0, b.low or 0.0, rel_tol=1e-9)  # as most are, and soon compared
    if two_currencies(a, b):
        return True  # nobody gives a rate
    if (a.low is None and a.high is None) or (b.low is None and b.high is None):
        return a.value == b.value
    return same_amount(_amount(a), _amount(b))


def _is_exact(claim: Claim) -> bool:
    """Whether a figure gives one number, neither bounded nor about (`Amount.exact`)."""
    return claim.low is not None and claim.low == claim.high and claim.bound == "="


def _amount(claim: Claim) -> Amount:
    """The number of a figure; "more than two dozen" reaches to the next dozen."""
    low, high = claim.low, claim.high
    if low is not None and high is None and low % DOZEN == 0 and "dozen" in claim.value.lower():
        low, high = low, low + DOZEN
    return Amount(low, high, claim.bound, claim.unit, claim.rule.endswith(SHORT_OF))


DOZEN = 12
"""How far "more than two dozen" may reach: one more would be told as three."""


SHORT_OF = " short"
"""How the rule of a figure ends that is said not to be reached: "almost 90"."""


def same_time(a: Claim, b: Claim) -> bool:
    """One time lies within the other, as a clock time in its day, or "about" and "before" bridge two clock times."""
    (day, clock), (other_day, other_clock) = (
        claim.value_key.split("T") if "T" in claim.value_key else (claim.value_key, "") for claim in (a, b)
    )
    if not same_day(day, other_day):
        return not clock and not other_clock and (_one_night(a, b) or _one_night(b, a))
    if not clock or not other_clock or clock == other_clock:
        return True
    if "-" in clock + other_clock:
        return _in_part(clock, other_clock)
    minutes = _minutes(other_clock) - _minutes(clock)
    return abs(minutes) <= max(_reach(a, minutes), _reach(b, -minutes), _rounded(clock, other_clock))


def _in_part(clock: str, other: str) -> bool:
    """Whether an hour lies in a part of the day ("17:00-06:00"), or two parts have an hour in common.

    >>> _in_part("04:30", "00:00-06:30"), _in_part("22:10", "17:00-06:00"), _in_part("14:00", "03:00-12:30")
    (True, True, False)
    """
    (start, end), (other_start, other_end) = (
        (_minutes(one.partition("-")[0]), _minutes(one.rpartition("-")[2])) for one in (clock, other)
    )
    length, length_of_other = (end - start) % DAY, (other_end - other_start) % DAY
    return (other_start - start) % DAY <= length or (start - other_start) % DAY <= length_of_other


DAY = 24 * 60
"""Minutes."""


YEARLESS = re.compile(r"XXXX-\d\d-\d\d$")
"""A day of a month whose year is not known."""


def same_day(a: str, b: str) -> bool:
    """Whether two days may be one: as dates, with or without the year, as weekdays ("XXXX-WXX-2"), or a date that falls
    on the weekday; without its year a date may fall on any.

    >>> same_day("2022-02-28", "XXXX-WXX-1"), same_day("XXXX-WXX-1", "XXXX-WXX-5"), same_day("", "2022-02-28")
    (True, False, True)
    >>> same_day("XXXX-02-28", "2022-02-28"), same_day("XXXX-02-28", "2022-03-01")
    (True, False)
    >>> same_day("193", "1935"), same_day("193", "1941")
    (True, False)
    >>> same_day("2022-02", "2022-02-28"), same_day("2022", "2022-02-28"), same_day("2022-02", "2022-03-01")
    (True, True, False)
    """
    if not a or not b or a == b:
        return True
    if is_coarse(a) or is_coarse(b):
        return "XXXX" in (a[:4], b[:4]) or a.startswith(b) or b.startswith(a)
    if YEARLESS.match(a) or YEARLESS.match(b):
        return "W" in a or "W" in b or a[4:] == b[4:]
    weekdays = {_weekday(a), _weekday(b)}
    return a.startswith("XXXX") != b.startswith("XXXX") and len(weekdays) == 1


COARSE = re.compile(r"\d{3}(?:\d(?:-\d\d)?)?")


def is_coarse(day: str) -> bool:
    """Whether a time is that of a month, a year or a decade."""
    return COARSE.fullmatch(day) is not None


def unlike_days(a: Claim, b: Claim) -> bool:
    """Whether one gives a weekday and the other a date without its year, or one a month and the other a day without its
    year: whether they are one day nobody can tell.
    """
    days = [claim.value_key.partition("T")[0] for claim in (a, b)]
    if any(is_coarse(day) for day in days):
        return any(day.startswith("XXXX") for day in days)
    return bool(YEARLESS.match(days[0]) and "W" in days[1]) or bool(YEARLESS.match(days[1]) and "W" in days[0])


def is_one_time(a: Claim, b: Claim) -> bool:
    """Whether two claims give one day or hour, as far as can be told."""
    return same_time(a, b) and not unlike_days(a, b)


def _one_night(a: Claim, b: Claim) -> bool:
    """Whether one day is given with "late" or "night" and the other, the next one, with "early" or by itself."""
    if is_coarse(a.value_key) or is_coarse(b.value_key):
        return False
    if "=" in (a.bound, b.bound) and a.bound != ">" and b.bound != "<":
        return False
    if a.bound == "<" or b.bound == ">":
        return False
    if YEARLESS.match(a.value_key) or YEARLESS.match(b.value_key):
        return False
    if a.value_key.startswith("XXXX") or b.value_key.startswith("XXXX"):
        return _weekday(b.value_key) == _weekday(a.value_key) % 7 + 1
    return date.fromisoformat(b.value_key) - date.fromisoformat(a.value_key) == timedelta(days=1)


def _weekday(day: str) -> int:
    return int(day[-1]) if day.startswith("XXXX") else date.fromisoformat(day).isoweekday()


STEPS = ((60, 30), (30, 15), (15, 8), (5, 5), (1, 2))
"""What an hour is told to, in minutes, and how far it may be off with "about": half the step."""

BOUNDED, EXACT = 30, 5
"""Minutes that "just before nine" or "shortly after nine" may reach, and to which an exact minute is rounded."""


def _reach(claim: Claim, minutes: int) -> int:
    """How far the other time, so many minutes later, may lie from a time said with this bound."""
    if claim.bound == "~":
        told = _minutes(claim.value_key.partition("T")[2])
        return next(off for step, off in STEPS if told % step == 0)
    return BOUNDED if (claim.bound == ">" and minutes > 0) or (claim.bound == "<" and minutes < 0) else 0


def _rounded(one: str, other: str) -> int:
    """How far two hours may lie apart where only one of them is told to the minute: 3.30 is said of 3.33."""
    return EXACT - 1 if (_minutes(one) % EXACT == 0) != (_minutes(other) % EXACT == 0) else 0


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:5])


def same_venue(a: Claim, b: Claim) -> bool:
    """One place may lie within the other: they share a country, and do not name two different places of one sort."""
    (countries, place), (others, other) = (_venue(claim.value_key) for claim in (a, b))
    if countries and others and not countries & others:
        return False
    sort, _, name = place.partition(":")
    sort_of_other, _, name_of_other = other.partition(":")
    if sort == sort_of_other == "home":
        return two_homes(min(name, name_of_other), max(name, name_of_other)).nested
    if sort == sort_of_other == "death":
        return name == name_of_other or ("arrival" in (name, name_of_other) and "scene" not in (name, name_of_other))
    if sort == sort_of_other == "court":
        return True  # somebody may appear in several
    if sort == sort_of_other and sort in ("hospital", "prison"):
        return True  # lined up where one's name holds the other's
    if sort == sort_of_other == "address":
        return _one_address(name, name_of_other)
    if sort == sort_of_other == "city" and name != name_of_other:
        return two_homes(min(name, name_of_other), max(name, name_of_other)).nested
    return not place or not other or sort != sort_of_other or name == name_of_other


def _one_address(a: str, b: str) -> bool:
    """Whether two numbers of one street, or two corners, are the same, or one is a house in the other's block."""
    if a == b or a.endswith(" block") == b.endswith(" block"):
        return a == b
    house, block = (re.sub(r"\D", "", one) for one in sorted((a, b), key=lambda one: one.endswith(" block")))
    return bool(house and block) and int(house) // 100 == int(block) // 100


def _venue(key: str) -> tuple[set[str], str]:
    """The countries of a venue's key and its finest place."""
    countries, _, place = key.partition(">")
    return set(countries.split(",")) - {""}, place


def same_role(a: Claim, b: Claim) -> bool:
    """Both name one person and no two ranks, or lists for one group that share a member or do not name any twice."""
    if a.measure.startswith("member"):
        return True
    bodies = [set(claim.subject.casefold().split()) for claim in (a, b)]
    one_body = not all(bodies) or bodies[0] <= bodies[1] or bodies[1] <= bodies[0]
    if a.article != b.article and one_body and rival_offices(a.measure, b.measure):
        return False
    return fuzz.token_set_ratio(a.value_key, b.value_key) >= 90  # spellings of one name score 90 and more


WHOLE_SENTENCES = frozenset({"also told", "quoted too"})
"""Rules of claims whose words are those of a whole sentence: a carrier is added by them, never a side."""


ELSE_THE_SAME = 0.5
"""The part of the longer telling that must stand in the other for "north" here and "south" there to be of one thing."""


def same_event(a: Claim, b: Claim) -> bool:
    """Both say that it is so, or both that it is not; where all else is much the same, neither says the contrary."""
    if a.rule == b.rule == ONE_FILLER:
        return not excludes(a.measure, a.value_key, b.value_key)
    if a.rule.startswith("main event") and b.rule.startswith("main event"):
        return True
    if any(claim.rule in WHOLE_SENTENCES for claim in (a, b)):
        return a.polarity == b.polarity
    if a.polarity != b.polarity:
        return False
    if (a.article, a.span.start) == (b.article, b.span.start):
        return True  # one sentence may tell of a man here and of two women there
    if not _much_the_same(parted(a.value_key), parted(b.value_key)):
        return True
    if _did_the_contrary(a, b):
        return False
    return not (_much_the_same(_said(a.value), _said(b.value)) and contradict(a.value, b.value))


def _did_the_contrary(a: Claim, b: Claim) -> bool:
    """Whether two tellings say all the same but for their deeds, which exclude each other: "passed" and "rejected"."""
    first, second = parted(a.value_key), parted(b.value_key)
    only = first - second, second - first
    deeds = [sense(claim.measure if claim.kind == "event" else claim.deed) for claim in (a, b)]
    return only == (frozenset({deeds[0]}), frozenset({deeds[1]})) and len(first & second) >= SAME and contrary(*only)


SAME = 3
"""Words besides the deeds that two tellings have in common where they tell of one thing."""


@lru_cache(maxsize=20_000)
def _said(value: str) -> frozenset[str]:
    """The stems of the words of a telling."""
    return stems(content_words(value))


def _much_the_same(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two sets of stems are much the same but for a contrary word."""
    return len(first & second) >= ELSE_THE_SAME * (max(len(first), len(second)) - 1)


def same_wish(a: Claim, b: Claim) -> bool:
    """Both say that it is wanted, or both that it is not: one may want several things."""
    return a.polarity == b.polarity


def same_words(a: Claim, b: Claim) -> bool:
    """Both report the same words or demand, however cut: most content words of the shorter in the longer."""
    if same_demand(a.value, b.value):
        return True
    first, second = stems(content_words(a.value)), stems(content_words(b.value))
    small = min(len(first), len(second))
    return (
        bool(small) and len(first & second) >= 0.6 * small
    )  # three words in five: cut quotes keep more, others share fewer


OF = re.compile(r"\b(?:of|for|from|in|without|with|by|to|on)\b.*", re.I)
FORCE = frozenset(
    {"immediate", "immediately", "full", "complete", "total", "unconditional", "urgent", "prompt", "lasting"}
)


def same_demand(a: str, b: str) -> bool:
    """Whether two phrases ask for one thing, with no word besides but how soon or how wholly.

    >>> same_demand("an immediate ceasefire", "a truce without delay"), same_demand("a full truce", "a long truce")
    (True, False)
    """
    heads = []
    for phrase in (a, b):
        words = [word for word in content_words(OF.sub("", phrase)) if word not in FORCE]
        if len(words) != 1 or not set(content_words(phrase)) - {words[0]} <= {
            *FORCE,
            "delay",
            "condition",
            "conditions",
        }:
            return False
        heads.append(words[0])
    return sense(heads[0]) == sense(heads[1]) or (noun_kind(heads[0]) or "a") == (noun_kind(heads[1]) or "b")


TABLE: tuple[Rule, ...] = (
    Rule("figure", same_figure.__doc__ or "", same_figure),
    Rule("time", same_time.__doc__ or "", same_time),
    Rule("venue", same_venue.__doc__ or "", same_venue),
    Rule("role", same_role.__doc__ or "", same_role),
    Rule("event", same_event.__doc__ or "", same_event),
    Rule("position", same_wish.__doc__ or "", same_wish),
    Rule("statement", same_event.__doc__ or "", same_event),
)
"""One row per kind of fact."""

TESTS = {rule.kind: rule.test for rule in TABLE}


def compatible(a: Claim, b: Claim) -> bool:
    """Return whether two claims of one kind, answering one question, can both be right; two silences always can."""
    if not a.disclosed and not b.disclosed:
        return True
    return TESTS[a.kind](a, b)


PAGE = """# When two accounts agree

Two accounts of one fact can both be right when the proposition for their kind holds. This page is written from the
table in `src/twosource/check/compatible.py`, and a test compares the two.

| kind | two values are compatible when |
|---|---|
{rows}

Numbers, in full (`src/twosource/check/language/numbers.py`):

| one account says | the other says | compatible | because |
|---|---|---|---|
| at least 352 | 352 | yes | a bound is said of the number next to it |
| at least 352 | 406 | no | 352 is no round number, so nobody rounds 406 to it |
| more than 100 | 142 | yes | a round bound reaches to the next hundred |
| more than 100 | 240 | no | it does not reach further |
| more than two dozen | 31 | yes | it reaches to the next dozen |
| about 80 | 77 | yes | "about" allows half a step of its rounding, and 5 % at the least |
| about 100 | 70 | no | numbers below a hundred are told in tens |
| some 2.44 million | 2.5 million | no | a number told to three figures was not rounded to a five |
| almost 90 % | 88.41 % | yes | "almost" reaches up to the number |
| almost 90 % | 93.87 % | no | and not beyond it |
| 85 million euros | $102 million | yes | two accounts: only a rate could tell; sums in one currency are compared |
| tens of thousands | more than half a million | no | 10,000 to 99,999 |
| 3 miles | 5 km | yes | converted, they differ by no more than rounding |
| 4 | 17 | no | but when a later count supersedes an earlier one, the fact is revised and not disputed |
"""


def compatibility_page() -> str:
    """Return the user's page on compatibility, as Markdown."""
    rows = "\n".join(f"| {rule.kind} | {rule.proposition.strip().splitlines()[0].rstrip('.')} |" for rule in TABLE)
    return PAGE.format(rows=rows)
