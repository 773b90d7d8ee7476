"""Ask once when a scene was: the shooting and the death in it are told for one day by articles of all sorts.

Reads   groups of claims, those about the main events and the rest
Gives   the same, with the times of one scene in one group; and without days that only stand beside another one
Misses  scenes whose kinds of event the list `scenes` does not hold; deeds of two scenes of one sort on one day

Only where the days agree: a scene is dated by each of its deeds, and a death two days later dates no shooting.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from msgspec.structs import replace

from twosource.check.claims.lasting import BY as LASTING
from twosource.check.compatible import is_coarse, is_one_time, same_time
from twosource.check.coreference.words import noun_kind, phrase_kind
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.retold import PLAN, retold
from twosource.check.language.keys import articles_of
from twosource.check.language.order import Group, in_order
from twosource.check.language.words import content_words, stem
from twosource.model import Claim
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import mapping, table

ENOUGH = 40
"""Claims of a group that a further one is compared with."""


def one_scene(main: Sequence[Group], rest: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both with each scene's times in the group that most articles have; groups that were taken in are empty."""
    groups = [*main, *rest]
    dated = sorted(
        (number for number, group in enumerate(groups) if _is_dated(group)),
        key=lambda number: (
            _is_coarse(groups[number]),
            -len(articles_of(groups[number])),
            groups[number][0].rule != MAIN,
            number,
        ),
    )
    joined = {number: list(groups[number]) for number in dated}
    while _joins_some(joined):
        pass
    left = {number: in_order(_with_days(joined[number])) if number in joined else () for number in dated}
    told = [left.get(number, group) for number, group in enumerate(groups)]
    told = retold(told, lambda a, b: _in_one_row(_kind(a), _kind(b)))
    return tuple(told[: len(main)]), tuple(told[len(main) :])


def worth_asking(main: Sequence[Group], rest: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both without empty groups, and without days that say nothing besides the others."""
    groups = [*main, *rest]
    beside = _told_beside(groups)
    told = [() if number in beside else group for number, group in enumerate(groups)]
    return tuple(g for g in told[: len(main)] if g), tuple(g for g in told[len(main) :] if g)


def _joins_some(joined: dict[int, list[Claim]]) -> bool:
    """Move what belongs to a group before it into that; whether anything was moved, after which more may belong."""
    before = len(joined)
    for home, other in combinations(tuple(joined), 2):
        if home in joined and other in joined and _are_of_one_scene(joined[home], joined[other]):
            held = articles_of(joined[home])
            joined[home] += [_as_of(claim, joined[home]) for claim in joined.pop(other) if claim.article not in held]
    return len(joined) < before


def _is_dated(group: Sequence[Claim]) -> bool:
    """Whether a group says when a deed of this story's took place; plans and silences are other questions."""
    first = group[0]
    if first.kind != "time" or not first.disclosed or first.event.startswith("since "):
        return False
    return _phase(first) in ("happen", "hold") or (_phase(first) == "start" and _kind(first) in _rows())


def _is_coarse(group: Sequence[Claim]) -> bool:
    return all(is_coarse(claim.value_key) for claim in group)


def _phase(claim: Claim) -> str:
    return claim.measure.split()[-2]


def _are_of_one_scene(home: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether two groups date deeds of one scene, and alike; two deeds of it may each have an hour of its own."""
    if home[0].measure.split()[-1] != other[0].measure.split()[-1] or not _in_one_row(_kind(home[0]), _kind(other[0])):
        return False
    if not _may_be_of_the_same(home, other) or (_is_coarse(home) != _is_coarse(other) and not _are_of_one(home, other)):
        return False
    pairs = [(a, b) for a in home[:ENOUGH] for b in other[:ENOUGH]]
    sure = any(_on_one_date(a, b) or _at_one_time(a, b) for a, b in pairs)
    by_date = _kind(home[0]) == _kind(other[0]) or not home[0].measure.endswith(" clock")
    return sure and all(same_time(a, b) or (by_date and _on_one_date(a, b)) for a, b in pairs)


def _are_of_one(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether a deed of a month or a year may be taken for one of a day in it: by who takes part, or as both are told.

    What befalls one but once is one deed, and so is a story's own event; of all else a year holds many.
    """
    if _kind(a[0]) in ONCE or all(group[0].rule == MAIN for group in (a, b)):
        return True
    named = [{p for claim in group for p in claim.subject.split("|") if ":" in p} for group in (a, b)]
    told = [{stem(word) for claim in group for word in content_words(claim.asked)} for group in (a, b)]
    return bool(named[0] & named[1]) or len(told[0] & told[1]) > 1


def _both_coarse(a: Claim, b: Claim) -> bool:
    """Whether two are dated by a month or a year alone, in which there may be another deed of another."""
    return is_coarse(a.value_key) and is_coarse(b.value_key) and a.deed != b.deed


def _at_one_time(a: Claim, b: Claim) -> bool:
    """Whether two claims of one event, this story's or an older one, give one time that holds no other such deed."""
    return a.event == b.event and is_one_time(a, b) and not _both_coarse(a, b)


def _on_one_date(a: Claim, b: Claim) -> bool:
    """Whether two claims give one date, where it is worked out for both, or one a date in the month of the other.

    A crime of years ago is no older event to one who reports of it in its days.
    """
    days = sorted(
        (c.value_key if is_coarse(c.value_key) else c.as_of[:ISO_DAY] for c in (a, b)),
        key=len,
    )
    return len(days[0]) >= len("2022-02") and days[1].startswith(days[0]) and not is_coarse(days[1])


def _may_be_of_the_same(a: Sequence[Claim], b: Sequence[Claim]) -> bool:
    """Whether those who are named in two groups have somebody in common, or one group names nobody."""
    first, second = ({p for claim in group for p in claim.subject.split("|") if ":" in p} for group in (a, b))
    return not first or not second or bool(first & second)


def _kind(claim: Claim) -> str:
    """The kind of event that a claim dates."""
    return claim.deed or _kind_called(" ".join(claim.measure.split()[:-2]), claim.rule == MAIN)


@cache
def _kind_called(name: str, main: bool) -> str:
    return name if main or name in _rows() else noun_kind(name) or phrase_kind(*name.split())


def parts_of_one_scene(verb: str, kind: str) -> bool:
    """Whether a verb or noun for an event tells of a kind of event, or of a part of a scene with it.

    >>> parts_of_one_scene("wound", "shoot"), parts_of_one_scene("settle", "shoot")
    (True, False)
    """
    return _in_one_row(_kind_called(verb, main=False), kind)


def _in_one_row(a: str, b: str) -> bool:
    return bool(a) and (a == b or not _rows().get(a, frozenset()).isdisjoint(_rows().get(b, frozenset())))


@cache
def _rows() -> dict[str, frozenset[int]]:
    """For each kind of event the numbers of the scenes that it is a part of."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(table("scenes")):
        for kind in row:
            found[kind].add(number)
    return {kind: frozenset(numbers) for kind, numbers in found.items()}


def _as_of(claim: Claim, home: Sequence[Claim]) -> Claim:
    """A claim of another deed as one of the scene's: it carries the time, and by itself names nobody to confirm it."""
    like = home[0]
    measure = f"{' '.join(like.measure.split()[:-2])} happen {like.measure.split()[-1]}"
    return replace(claim, measure=measure, subject="", rule=like.rule, asked=like.asked)


def _tells_of_somebody(group: Sequence[Claim]) -> bool:
    """Whether a month or a year that one article has is worth asking after: of somebody named, or of what lasted."""
    return any(
        claim.rule == LASTING or (":" in claim.subject and YEAR.match(claim.value_key) and _phase(claim) != PLAN)
        for claim in group
    )


def _with_days(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, a month with the day in it where all agree: they are one account. A year alone confirms nothing."""
    claims = [
        _as_of(claim, claims) if YEAR.fullmatch(claim.value_key) and _kind(claim) not in ONCE else claim
        for claim in claims
    ]
    day = next((claim.value_key for claim in claims if not is_coarse(claim.value_key)), "")
    if not day or not all(same_time(a, b) for a, b in combinations(claims[:ENOUGH], 2)):
        return list(claims)
    return [replace(claim, value_key=day) if is_coarse(claim.value_key) else claim for claim in claims]


YEAR = re.compile(r"\d{4}")
ONCE = frozenset({"kill", "born", "suicide"})
"""Kinds of what befalls one but once: of trials there may be two in a year."""


def _told_beside(groups: Sequence[Group]) -> set[int]:
    """The numbers of the groups that one article alone has: of a month or a year, of a deed that no list knows, or of a
    day that is told beside it.
    """
    days: dict[tuple[str, int, str], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for claim in group if group and group[0].kind == "time" and group[0].disclosed else ():
            days[(claim.article, claim.span.start, claim.value_key)].add(number)
    dropped: set[int] = set()
    for number, group in enumerate(groups):
        if not group or group[0].kind != "time" or len(articles_of(group)) > 1:
            continue
        if _is_coarse(group) and not _tells_of_somebody(group):
            dropped.add(number)
        if not _is_dated(group) or group[0].rule == MAIN:
            continue
        if group[0].measure.endswith(" clock") or _phase(group[0]) != "happen":
            continue
        others = set().union(*(days[(c.article, c.span.start, c.value_key)] for c in group)) - dropped - {number}
        name = " ".join(group[0].measure.split()[:-2])
        known = name in mapping("verb_classes").values() or name in mapping("event_classes").values()
        if others or not (known or _kind(group[0])):
            dropped.add(number)
    return dropped
