"""Ask once when a scene was: the shooting and the death in it are told for one day by articles of all sorts.

Reads   groups of claims, those about the main events and the rest
Gives   the same, with the times of one scene in one group, and without days that only stand beside another one
Misses  scenes whose kinds of event the list `scenes` does not hold; deeds of two scenes of one sort on one day

Only where the days agree: a scene is dated by each of its deeds, and a death two days later dates no shooting.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from twosource.check.compatible import same_time, unlike_days
from twosource.check.coreference_words import noun_kind, phrase_kind
from twosource.check.main_tellings import BY as MAIN
from twosource.model import Claim
from twosource.text.lexicon import mapping, table

Group = tuple[Claim, ...]

ENOUGH = 40
"""Claims of a group that a further one is compared with."""


def one_scene(main: Sequence[Group], rest: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both with each scene's times in the group that most articles have, and without days that say nothing."""
    groups = [*main, *rest]
    dated = sorted(
        (number for number, group in enumerate(groups) if _is_dated(group)),
        key=lambda number: (-len(_articles(groups[number])), groups[number][0].rule != MAIN, number),
    )
    joined = {number: list(groups[number]) for number in dated}
    homes: list[int] = []
    for number in dated:
        home = next((n for n in homes if _are_of_one_scene(groups[n], joined[n], groups[number])), None)
        if home is None:
            homes.append(number)
            continue
        held = _articles(joined[home])
        joined[home] += [_as_of(claim, groups[home][0]) for claim in groups[number] if claim.article not in held]
        del joined[number]
    left = {number: _in_order(joined[number]) if number in joined else () for number in dated}
    told = [left.get(number, group) for number, group in enumerate(groups)]
    beside = _told_beside(told)
    told = [() if number in beside else group for number, group in enumerate(told)]
    return tuple(g for g in told[: len(main)] if g), tuple(g for g in told[len(main) :] if g)


def _is_dated(group: Group) -> bool:
    """Whether a group says when a deed of this story's took place; plans and silences are other questions."""
    first = group[0]
    return first.kind == "time" and first.disclosed and not first.event and _phase(first) in ("happen", "hold")


def _phase(claim: Claim) -> str:
    return claim.measure.split()[-2]


def _articles(claims: Sequence[Claim]) -> set[str]:
    return {claim.article for claim in claims}


def _are_of_one_scene(home: Group, held: Sequence[Claim], group: Group) -> bool:
    """Whether two groups date deeds of one scene, and alike."""
    if home[0].measure.split()[-1] != group[0].measure.split()[-1] or not _in_one_row(_kind(home[0]), _kind(group[0])):
        return False
    if not _may_be_of_the_same(home, group):
        return False
    return all(same_time(a, b) and not unlike_days(a, b) for a in held[:ENOUGH] for b in group[:ENOUGH])


def _may_be_of_the_same(a: Group, b: Group) -> bool:
    """Whether those who are named in two groups have somebody in common, or one group names nobody."""
    first, second = ({p for claim in group for p in claim.subject.split("|") if ":" in p} for group in (a, b))
    return not first or not second or bool(first & second)


def _kind(claim: Claim) -> str:
    """The kind of event that a claim dates."""
    name = " ".join(claim.measure.split()[:-2])
    if claim.rule == MAIN or name in _rows():
        return name
    return noun_kind(name) or phrase_kind(*name.split())


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


def _as_of(claim: Claim, like: Claim) -> Claim:
    """A claim of another deed as one of the scene's: it carries the time, and by itself names nobody to confirm it."""
    measure = f"{' '.join(like.measure.split()[:-2])} happen {like.measure.split()[-1]}"
    return replace(claim, measure=measure, subject="", rule=like.rule, asked=like.asked)


def _in_order(claims: Sequence[Claim]) -> Group:
    return tuple(sorted(claims, key=lambda c: (c.article, c.focus, c.id)))


def _told_beside(groups: Sequence[Group]) -> set[int]:
    """The numbers of the groups that one article alone has, of a deed that no list knows or of a day told beside it."""
    days: dict[tuple[str, int, str], set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for claim in group if group and group[0].kind == "time" and group[0].disclosed else ():
            days[(claim.article, claim.span.start, claim.value_key)].add(number)
    dropped: set[int] = set()
    for number, group in enumerate(groups):
        if not group or not _is_dated(group) or group[0].rule == MAIN or len(_articles(group)) > 1:
            continue
        if group[0].measure.endswith(" clock") or _phase(group[0]) != "happen":
            continue
        others = set().union(*(days[(c.article, c.span.start, c.value_key)] for c in group)) - dropped - {number}
        name = " ".join(group[0].measure.split()[:-2])
        known = name in mapping("verb_classes").values() or name in mapping("event_classes").values()
        if others or not (known or _kind(group[0])):
            dropped.add(number)
    return dropped
