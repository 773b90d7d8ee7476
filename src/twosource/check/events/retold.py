"""Bring together the times of one deed that articles tell in other words.

Reads   groups of claims that say when something was
Gives   the same groups, fewer: those that give one time in other words are one, and those that give two times for a
        deed that is done but once, in much the same words, or two hours for it
Misses  a deed whose tellings share neither a party nor a word; disputes between a weekday and a date

A time is a good sign: two articles that give 8.49 p.m., or 1997 and one man's conviction and his sentence, tell of one
moment. An hour is that of one scene for all who give it (of 23 pairs that were read all were); a weekday is a weaker
sign, and needs a word in common. What is so joined carries the time and by itself confirms nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from msgspec.structs import replace

from twosource.check.background import FULL_DAY
from twosource.check.claims.alarms import ALARM
from twosource.check.claims.deeds import BEHIND
from twosource.check.claims.time_keys import MONTHS, SPOKEN
from twosource.check.compatible import is_coarse, is_one_time, same_day, same_time
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.main_when import SERIAL
from twosource.check.language.keys import articles_of
from twosource.check.language.nouns import is_person
from twosource.check.language.order import in_order
from twosource.check.language.words import content_words, stem, tells_of_another
from twosource.model import Claim
from twosource.text.lexicon import words

Group = list[Claim]
Join = Callable[[Sequence[Claim], Sequence[Claim]], bool]

ENOUGH = 12
"""Claims of a group that a further one is compared with."""

ROUND = 30
"""Minutes at which anything may be set or be said to have been: a time between them is that of one moment."""

PLACE = re.compile(r"^(?:XXXX|\d{4})-(\d\d-\d\d)$")


def retold(groups: Sequence[tuple[Claim, ...]], related: Callable[[Claim, Claim], bool]) -> list[tuple[Claim, ...]]:
    """Return the groups, each in its place, those that another took in empty.

    `related` says whether two claims date deeds of one scene.
    """
    made = [list(group) for group in groups]
    order = sorted(
        (number for number, group in enumerate(made) if group and asks_when(group[0])),
        key=lambda number: (-len(articles_of(made[number])), number),
    )
    _join(made, order, _moments, lambda a, b: _one_moment(a, b, related))
    _join(made, order, _deeds, _at_odds)
    often = _told_twice(made)
    _join(made, order, _hours, lambda a, b: _hours_at_odds(a, b) and often.isdisjoint(_who_tell(a) | _who_tell(b)))
    return [tuple(group) if len(group) == len(groups[number]) else in_order(group) for number, group in enumerate(made)]


def _join(made: list[Group], order: Sequence[int], keys: Callable[[Claim], tuple[str, ...]], fits: Join) -> None:
    """Move groups into the first one before them that has a key in common and fits."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number in order:
        if not made[number]:
            continue
        found = sorted({key for claim in made[number] for key in keys(claim)})
        near = dict.fromkeys(home for key in found for home in holding.get(key, ()))
        home = next((home for home in near if fits(made[home], made[number])), None)
        if home is None:
            for key in found:
                holding[key].append(number)
            continue
        held = articles_of(made[home])
        made[home] += [_as_told(claim, made[home][0]) for claim in made[number] if claim.article not in held]
        made[number] = []


def asks_when(claim: Claim) -> bool:
    """Return whether a claim says when a deed was or is to be; ends are other questions, and so are spans of years."""
    if claim.kind != "time" or not claim.disclosed or claim.event.startswith("since "):
        return False
    return claim.measure.split()[-2] in ("happen", "hold", "start", PLAN)


PLAN = "plan"
"""The phase of what is to be."""


def is_plan(claim: Claim) -> bool:
    """Return whether a claim says when something is to be."""
    return claim.measure.split()[-2] == PLAN


def told_as(like: Claim) -> str:
    """Return the measure of what joins a group: that of a plan, or of something that happened."""
    words = like.measure.split()
    return " ".join([*words[:-2], PLAN if is_plan(like) else "happen", words[-1]])


def _as_told(claim: Claim, like: Claim) -> Claim:
    """A claim as one of another group's: it names nobody, and so confirms nothing."""
    return replace(claim, measure=told_as(like), subject="", rule=like.rule, asked=like.asked)


def _moments(claim: Claim) -> tuple[str, ...]:
    found = keys_of_moment(claim.value_key)
    weekday = 0 if claim.measure.endswith("clock") else _weekday_of(claim.value_key)
    return (*found, *(f"weekday {weekday} {word}" for word in sorted(_stems(claim.asked)) if weekday))


def keys_of_moment(key: str) -> tuple[str, ...]:
    """Return what a time is found by among others that may be the same: its clock time, day of the year, or year.

    >>> keys_of_moment("XXXX-WXX-5T20:49"), keys_of_moment("2005-05-29"), keys_of_moment("2005-05")
    (('T20:49',), ('day 05-29', 'year 2005'), ('year 2005',))
    >>> keys_of_moment("XXXX-WXX-5")
    ()
    """
    day, _, clock = key.partition("T")
    if clock:
        return (f"T{clock}",)
    if place := PLACE.match(day):
        return (f"day {place[1]}", *((f"year {day[:4]}",) if day[0] != "X" else ()))
    return (f"year {day[:4]}",) if is_coarse(day) else ()


def _one_moment(home: Sequence[Claim], other: Sequence[Claim], related: Callable[[Claim, Claim], bool]) -> bool:
    """Whether two groups give one time for what may be one moment: by a party, by their words, by an odd minute."""
    odd = home[0].measure.endswith("clock") and _is_odd(home[0].value_key)
    if home[0].measure.split()[-1] != other[0].measure.split()[-1] or not (odd or _may_be_of_the_same(home, other)):
        return False
    if is_plan(home[0]) != is_plan(other[0]):
        return False
    pairs = [(a, b) for a in home[:ENOUGH] for b in other[:ENOUGH]]
    if not all(is_one_time(a, b) and _of_one_affair(a, b) for a, b in pairs):
        return False
    if home[0].measure.endswith("clock"):
        return True
    shared = bool(_named(home) & _named(other))
    a, b = home[0], other[0]
    first, second = _told(a, b)
    told = first & second
    if _weekday_of(a.value_key) and _weekday_of(b.value_key):
        return _one_weekday(a, b, shared, told, related(a, b))
    alike = bool(a.deed) and a.deed == b.deed
    if is_coarse(a.value_key) != is_coarse(b.value_key):
        return shared and (alike or bool(told))  # of a day in that year or month
    if is_coarse(a.value_key):
        return (shared and (alike or bool(told))) or len(told) >= SEVERAL + (not alike)  # a year holds much of one kind
    return (alike and (shared or bool(told))) or (shared and bool(told)) or (not alike and len(told) >= SEVERAL)


def _of_one_affair(a: Claim, b: Claim) -> bool:
    """Whether both tell of this story's days, or both of one older event, or both name the year."""
    return a.event == b.event or not (a.value_key[:1] in "XT" or b.value_key[:1] in "XT")


SEVERAL = 2
"""Words that two questions share where nobody is named in both."""


def _is_odd(key: str) -> bool:
    """Whether a clock time is told to the minute."""
    return int(key[-2:] or 0) % ROUND != 0


def _one_weekday(a: Claim, b: Claim, shared: bool, told: frozenset[str], related: bool) -> bool:
    """Whether two deeds of one weekday may be one: what they tell, and somebody or a word that is in both.

    What one person does on one date of the calendar is told as one thing. A weekday is no sign of a date, and what is
    done but once is no part of another deed: of an arrest and a suicide each has its own day.
    """
    dates = [bool(MONTHS.search(claim.value.partition(" (")[0])) for claim in (a, b)]
    if any(dates):
        return (all(dates) or _spoken(a, b)) and (shared or bool(told))
    known = [claim.deed or (_deed(claim) if claim.rule == MAIN else "") for claim in (a, b)]
    if not related and any(deed in words("once_deeds") for deed in known) and (all(known) or len(told) < SEVERAL):
        return False
    return bool(told - _person(a) - _person(b)) or (related and (shared or bool(told)))


def _person(claim: Claim) -> frozenset[str]:
    """The stems of the words that say what sort of person did or underwent a deed: "was a convicted robber caught"."""
    told = claim.asked.split()[1 : DESCRIBED + 1]
    plain = next((n for n, word in enumerate(told) if word in BEHIND or word.endswith(("'s", "’s"))), len(told))
    last = next((n for n, word in enumerate(told[:plain]) if is_person(word.lower())), -1)
    return _stems(" ".join(told[: last + 1]))


DESCRIBED = 6
"""Words at the beginning of a question among which the noun for a person stands."""


def _spoken(a: Claim, b: Claim) -> bool:
    return any(SPOKEN.search(claim.value) for claim in (a, b))


def _weekday_of(day: str) -> int:
    """The number of a day's weekday, 0 where it is not known.

    >>> _weekday_of("XXXX-WXX-5"), _weekday_of("2022-02-28"), _weekday_of("XXXX-02-28"), _weekday_of("2022-02")
    (5, 1, 0, 0)
    """
    if "W" in day:
        return int(day[-1])
    return date.fromisoformat(day).isoweekday() if FULL_DAY.fullmatch(day) else 0


"""A date with its year."""


def _may_be_of_the_same(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether those who are named in two groups have somebody in common, or one group names nobody."""
    first, second = _named(a), _named(b)
    return not first or not second or bool(first & second)


def _named(claims: Sequence[Claim]) -> set[str]:
    found = {party for claim in claims for party in claim.subject.split("|") if ":" in party}
    return {party for party in found if not party.startswith("group:")}


def _told(a: Claim, b: Claim) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what two claims ask, less the names of who takes part in either."""
    parties = (party for claim in (a, b) for party in claim.subject.split("|") if ":" in party)
    names = {stem(word) for party in parties for word in party.partition(":")[2].split("-")}
    return _stems(a.asked) - names, _stems(b.asked) - names


@lru_cache(maxsize=20_000)
def _stems(asked: str) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(asked))


def _deeds(claim: Claim) -> tuple[str, ...]:
    """What a claim of one deed with others is found by: the kind of deed, that of a day and not of a clock time."""
    return (_deed(claim),) if claim.measure.endswith(" day") and not is_plan(claim) else ()


def _deed(claim: Claim) -> str:
    return claim.deed or " ".join(claim.measure.split()[:-2])


def _at_odds(home: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two groups give two times for one deed that each article tells but once, in much the same words.

    What is done but once may be told for any two times, and a story's own event of that sort in any words, unless
    there may be several whom it befell; of all else only for the year or month next to it.
    """
    a, b = home[0], other[0]
    if _deed(a) != _deed(b) or articles_of(home) & articles_of(other) or not _may_be_of_the_same(home, other):
        return False
    if tells_of_another(a.asked) != tells_of_another(b.asked):
        return False
    pairs = [(a, b) for a in home[:ENOUGH] for b in other[:ENOUGH] if _comparable(a.value_key, b.value_key)]
    if not pairs or any(same_time(a, b) for a, b in pairs):
        return False
    if not _named(home) and any(is_coarse(a.value_key) != is_coarse(b.value_key) for a, b in pairs):
        return False  # five who died on Saturday, and five of another month
    first, second = max((_told(a, b) for a, b in pairs), key=lambda told: len(told[0] & told[1]))
    shared = len(first & second)
    if _deed(a) in words("once_deeds"):
        if not any(_within_a_week(a.value_key, b.value_key) for a, b in pairs):
            return False
        main = all(claim.rule == MAIN and DATE.fullmatch(claim.value_key) for claim in (a, b)) and _deed(a) != "kill"
        return main or shared >= SEVERAL or (shared > 0 and bool(_named(home) & _named(other)))
    near = any(_next_to(a.value_key, b.value_key) for a, b in pairs) and _deed(a) not in SERIAL
    return near and shared >= SEVERAL and shared * 3 >= 2 * max(len(first), len(second))


def _hours(claim: Claim) -> tuple[str, ...]:
    """What an hour of something that is done but once is found by among others that may be at odds with it."""
    once = claim.deed in ONE_HOUR or claim.deed in words("once_deeds")
    return (f"hour {claim.deed}",) if once and claim.measure.endswith(" clock") and not is_plan(claim) else ()


ONE_HOUR = frozenset({ALARM, "arrest", "arrive", "find/v", "rescue", "free"})
"""Deeds that may come again, and that are told with an hour for one scene only."""


def _who_tell(claims: Sequence[Claim]) -> set[tuple[str, str]]:
    return {(claim.article, claim.deed) for claim in claims}


def _told_twice(groups: Sequence[Group]) -> frozenset[tuple[str, str]]:
    """The articles that give two hours for deeds of one kind: which of them is another's nobody can tell."""
    counts = Counter(told for group in groups if group and _hours(group[0]) for told in sorted(_who_tell(group)))
    return frozenset(told for told, count in counts.items() if count > 1)


def _hours_at_odds(home: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two groups give two hours for what is done but once, near each other: to whom it was done, or in what
    words, is the same in both. The first call for help is one, whoever was called.
    """
    a, b = home[0], other[0]
    if a.deed != b.deed or articles_of(home) & articles_of(other) or not _may_be_of_the_same(home, other):
        return False
    if any(same_time(one, two) or not _near(one, two) for one in home[:ENOUGH] for two in other[:ENOUGH]):
        return False
    if tells_of_another(a.asked) != tells_of_another(b.asked):
        return False
    first, second = _told(a, b)
    return a.deed == ALARM or bool(_named(home) & _named(other)) or len(first & second) >= SEVERAL


def _near(a: Claim, b: Claim) -> bool:
    """Whether two hours are of one day, as far as is told, by one clock, and not far apart."""
    if a.event != b.event or not same_day(*(claim.value_key.partition("T")[0] for claim in (a, b))):
        return False
    if any(ZONED.search(claim.value) for claim in (a, b)):
        return False
    hours = [claim.value_key.partition("T")[2] for claim in (a, b)]
    return abs(_minute(hours[0]) - _minute(hours[1])) <= SAME_CALL


ZONED = re.compile(r"\b(?:GMT|UTC|[A-Z]{1,3}[SD]?T|[A-Z]\w+ (?:\w+ )?time)\b")
"""Of an hour by the clock of a zone that is named, which may be another place's."""

SAME_CALL = 60
"""Minutes by which two hours of one deed may differ: police may be called again later on."""


def _minute(hour: str) -> int:
    return int(hour[:2]) * 60 + int(hour[3:5])


def _comparable(one: str, other: str) -> bool:
    """Whether two days can be told apart: two with their years, two without, or two weekdays."""
    return _sort(one) == _sort(other)


def _sort(day: str) -> str:
    return "year" if day[0] != "X" else "weekday" if "W" in day else "day"


def _within_a_week(one: str, other: str) -> bool:
    """Whether two days lie so near that one may be a slip for the other; of weekdays, months and years any two do.

    >>> _within_a_week("2022-02-28", "2022-03-01"), _within_a_week("XXXX-05-23", "XXXX-06-08")
    (True, False)
    """
    days = [date.fromisoformat(day.replace("XXXX", LEAP)) for day in (one, other) if DATE.fullmatch(day)]
    return len(days) < 2 or abs(days[0] - days[1]) <= timedelta(days=7)


DATE, LEAP = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d"), "2024"
"""A date, and a year that has every day."""


def _next_to(one: str, other: str) -> bool:
    """Whether two years, or two months, follow each other.

    >>> _next_to("2009", "2010"), _next_to("2008-12", "2009-01"), _next_to("2008", "2009-01")
    (True, True, False)
    """
    if not (is_coarse(one) and is_coarse(other)) or len(one) != len(other):
        return False
    (year, _, month), (year_of_other, _, month_of_other) = one.partition("-"), other.partition("-")
    months = int(year) * 12 + int(month or 0) - int(year_of_other) * 12 - int(month_of_other or 0)
    return abs(months) == (1 if month else 12)
