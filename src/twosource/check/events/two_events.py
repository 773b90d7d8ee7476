"""Part what answers one question about two events: two rallies of one month, an attack and the one of years before.

Reads   groups of claims about times and places, as they are about to be judged, and the day of each article
Gives   the groups, those of two events in parts
Misses  two events of one kind on one day at places that lie within one another

Reporters who differ on when something was are a day or two off: another week is another event. A rally, a debate or a
meeting is one of many, so that another day, or another place in the report of another day, is another one. Who dies,
is elected or resigns does so but once, and the articles may be as far apart as they like.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from twosource.check.background import FULL_DAY
from twosource.check.claims.beginnings import BY as BEGINNINGS
from twosource.check.claims.happenings import BY as HAPPENINGS
from twosource.check.compatible import compatible, same_day
from twosource.check.coreference.words import noun_kind
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.main_when import SERIAL
from twosource.check.events.retold import is_plan
from twosource.check.language.order import Group
from twosource.model import Claim
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import words

OFF = 3
"""Days by which reporters may differ on when one thing was: a day for the night, a day for the press, and one more."""

OFF_BY = {"month": 1, "year": 1}
"""The same in months and in years, where one of them gives no more than that."""

MANY = SERIAL | {
    "protest", "meet", "talks", "conference", "debate", "vote", "visit", "hear/n", "hearing", "attack", "bomb", "shoot",
    "ceremony", "strike", "walkout", "speech", "concert", "clash", "riot", "match", "game", "raid", "launch", "talk",
}  # fmt: skip
"""Kinds of event of which the news of a week has several."""


def parted(groups: Iterable[Group], days: Mapping[str, str]) -> tuple[Group, ...]:
    """Return the groups, each with what surely tells of two events in parts; `days` has the ISO day of each article."""
    return tuple(part for group in groups for part in _parts(group, days))


def _parts(group: Group, days: Mapping[str, str]) -> Sequence[Group]:
    if group[0].kind not in ("time", "venue") or not group[0].disclosed:
        return (group,)
    found: list[list[Claim]] = []
    for claim in group:
        home = next((part for part in found if not any(_of_two(claim, other, days) for other in part[:ENOUGH])), None)
        if home is None:
            found.append([claim])
        else:
            home.append(claim)
    return [tuple(part) for part in found]


ENOUGH = 40
"""Claims of a part that a further one is compared with: more of them only cost time."""


def _of_two(a: Claim, b: Claim, days: Mapping[str, str]) -> bool:
    """Whether two claims at odds tell of two events."""
    if compatible(a, b) or a.article == b.article:
        return False
    if a.kind == "venue":
        off = OFF if a.measure.endswith(" hold") and b.measure.endswith(" hold") else 0  # a story's own talks
        return _is_one_of_many(a) and _is_one_of_many(b) and _apart(_day(days, a), _day(days, b), off)
    if BEGINNINGS in (a.rule, b.rule) or is_plan(a) != is_plan(b):
        return False
    one, other = (claim.value_key.partition("T")[0] for claim in (a, b))
    if _is_once(a) and _is_once(b) and set(a.subject.split("|")) & set(b.subject.split("|")) - {""}:
        return False
    many = _is_one_of_many(a) and _is_one_of_many(b)
    return _apart(one, other, 0 if many else OFF) or (many and _on_another_weekday(one, other))


def _on_another_weekday(one: str, other: str) -> bool:
    """Whether one is a date and the other only a weekday, another one than that of the date.

    >>> _on_another_weekday("2022-02-28", "XXXX-WXX-5"), _on_another_weekday("2022-02-28", "XXXX-WXX-1")
    (True, False)
    """
    days = (one, other)
    one_of_each = any(FULL_DAY.fullmatch(day) for day in days) and any(WEEKDAY.fullmatch(day) for day in days)
    return one_of_each and not same_day(one, other)


WEEKDAY = re.compile(r"XXXX-WXX-\d")


def _day(days: Mapping[str, str], claim: Claim) -> str:
    return days.get(claim.article, "")[:ISO_DAY]


def _apart(one: str, other: str, off: int) -> bool:
    """Whether two days, months or years lie further apart than may be said of one thing.

    >>> _apart("2022-02-28", "2022-03-01", 3), _apart("2022-02-28", "2022-03-06", 3), _apart("", "2022-03-06", 3)
    (False, True, False)
    >>> _apart("2022-02", "2022-03-01", 3), _apart("2021-11", "2022-03-01", 3), _apart("2020", "2022-03", 3)
    (False, True, True)
    """
    if "X" in one + other or not one[:4].isdigit() or not other[:4].isdigit():
        return False
    grain = min(len(one), len(other))
    if grain >= ISO_DAY:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) > off
    if grain == len("2022-02"):
        return abs(_months(one) - _months(other)) > OFF_BY["month"]
    return grain == len("2022") and abs(int(one[:4]) - int(other[:4])) > OFF_BY["year"]


def _months(day: str) -> int:
    return int(day[:4]) * 12 + int(day[5:7])


def _kind(claim: Claim) -> str:
    """The kind of event that a claim dates or places."""
    told = " ".join(claim.measure.split()[: -2 if claim.kind == "time" else -1])
    return claim.deed or noun_kind(told) or told


def _is_one_of_many(claim: Claim) -> bool:
    """Whether a claim is of an event of which there are many, and that no one who is named sets apart."""
    named = claim.rule.startswith(HAPPENINGS) and ":" in claim.subject
    return not named and not {_kind(claim), claim.measure.split()[0]}.isdisjoint(MANY)


def _is_once(claim: Claim) -> bool:
    return claim.rule != MAIN and _kind(claim) in words("once_deeds")
