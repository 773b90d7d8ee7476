"""Bring together facts that tell a reader one thing twice: the same words of the same sentences.

Reads   groups of claims, as they are about to be judged
Gives   the groups in order of their first claims, those joined that show the same and stand in the same sentences
Misses  one deed told in other words, or in other sentences only: see `reunited`

A clause is taken as a deed and as what somebody said, and once more as a telling of the story's own event; and who else
carries each is found for each by itself, in the same sentences. A group is known to its reader by the telling that
stands for it: two are one fact where those two say much the same and the groups stand mostly in the same sentences, and
where one tells the other's deed along with more. Two deeds of one sentence stay two.

What is joined here confirms nothing by itself: two sources that confirm each other must still surely tell of one thing
(`judge.one_thing`). What was joined may show what another group shows, which neither of its parts did: groups are
compared again by what a reader now sees, and of two that are joined then the smaller only carries the other's telling.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.accounts import told_best, words_of
from twosource.check.carry.sentences import BY as ALSO_TOLD
from twosource.check.carry.sentences import DENIES
from twosource.check.compatible import WHOLE_SENTENCES, compatible
from twosource.check.fillers import BY as ONE_FILLER
from twosource.check.language.order import Place, in_order, stands_in
from twosource.check.language.words import content_words, stems
from twosource.check.tellings import deed_of
from twosource.model import Claim

Group = tuple[Claim, ...]

SAME = 0.8
"""The part of all their words that two tellings share which are one clause, cut or filled up by a word."""

MOSTLY = 0.5
"""The part of the sentences of the smaller group that the other one must have too, where both tell one clause."""

LIKE, AGAIN, CARRIED = 0.4, 0.75, 4
"""The same parts where many articles carry both, and in how many sentences: who tells one of them tells the other."""

LIKELY = 0.6
"""The first of these where the groups do not share a class of deed, or where fewer sentences carry both."""

WITHIN, OF_LONGER = 0.9, 0.5
"""The part of a telling's words that stand in another one which says it along with more, and the part of the other's
that they are: of a long sentence a short clause is a fact of its own."""

LEAST = 2
"""Words that must be shared."""

DENIED = "denied: "
"""How the value of a statement begins that denies what it holds."""

ENOUGH = 20
"""How many claims of a group are looked at for what they exclude: more of them only cost time."""

AGAIN_SEEN = 2
"""How often groups are compared by what a reader sees of them, at the most."""


class Shown(NamedTuple):
    """What stands for a group: its telling with its words, the sentences in which the group stands, and who says it.

    `told` are the words that are read of the telling. `deeds` are the classes of deed that its claims were read as,
    `speaker` is the one who says all of it, "" where that is told as a deed or by several.
    """

    group: Group
    telling: Claim
    told: str
    words: frozenset[str]
    places: frozenset[Place]
    deeds: frozenset[str]
    speaker: str


def told_once(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups, those of deeds and statements joined that tell one thing; the likest are joined first."""
    made = _once(groups, _telling, _joined)
    for _ in range(AGAIN_SEEN):
        before, made = made, _once(made, words_of, _carried)
        if len(made) == len(before):
            break
    return made


def _once(
    groups: Sequence[Group], read: Callable[[Claim], str], join: Callable[[Sequence[Group]], Group]
) -> tuple[Group, ...]:
    """The groups, those joined that tell one thing by the words that are read of their tellings."""
    shown = [_shown(group, read) if tells(group) else None for group in groups]
    home = list(range(len(groups)))
    members = {number: [number] for number in home}
    for _, first, second in sorted(_pairs(shown)):
        one, other = sorted((home[first], home[second]))
        if one != other and all(_fit(shown[a], shown[b]) for a in members[one] for b in members[other]):
            members[one] += members.pop(other)
            for number in members[one]:
                home[number] = one
    return tuple(join([groups[number] for number in members[one]]) for one in sorted(members))


def tells(group: Group) -> bool:
    """Return whether all of a group tell a deed or what somebody said: no silence, and no answer of one word."""
    return all(claim.kind in ("event", "statement") and claim.disclosed and claim.rule != ONE_FILLER for claim in group)


def _telling(claim: Claim) -> str:
    return claim.value


def _shown(group: Group, read: Callable[[Claim], str]) -> Shown:
    telling = told_best(group)
    places = frozenset(map(stands_in, group))
    speakers = {claim.subject if claim.kind == "statement" else "" for claim in group}
    deeds = frozenset(deed_of(claim).partition("/")[0] for claim in group if claim.rule not in WHOLE_SENTENCES) - {""}
    speaker = min(speakers) if len(speakers) == 1 else ""
    told = read(telling)
    return Shown(group, telling, told, stems(content_words(told)), places, deeds, speaker)


def _pairs(shown: Sequence[Shown | None]) -> Iterable[tuple[float, int, int]]:
    """The numbers of every two groups that tell one thing, and how unlike their tellings are."""
    for first, second in sorted(_near(shown)):
        a, b = shown[first], shown[second]
        if a is not None and b is not None and _one_fact(a, b):
            yield 1.0 - _likeness(a.words, b.words), first, second


def _near(shown: Sequence[Shown | None]) -> set[tuple[int, int]]:
    """Every two groups that have a sentence in common, or the same words of one speaker."""
    standing: dict[Place | tuple[str, frozenset[str]], list[int]] = defaultdict(list)
    for number, one in enumerate(shown):
        for place in one.places if one is not None else ():
            standing[place].append(number)
        if one is not None and one.speaker:
            standing[(one.speaker, one.words)].append(number)
    return {pair for numbers in standing.values() for pair in combinations(numbers, 2)}


def _one_fact(a: Shown, b: Shown) -> bool:
    """Whether two groups show the same and stand in the same sentences, or one says the other's along with more."""
    shared = len(a.words & b.words)
    if shared < LEAST:
        return False
    likeness, fewest = _likeness(a.words, b.words), min(len(a.places), len(b.places))
    common = len(a.places & b.places) / fewest
    if likeness >= SAME and (common >= MOSTLY or _one_telling(a, b)):
        return True
    one_deed = not a.deeds.isdisjoint(b.deeds)
    often = fewest >= CARRIED
    if common >= AGAIN and ((one_deed and often and likeness >= LIKE) or ((one_deed or often) and likeness >= LIKELY)):
        return True
    return any(_within(one, other) and (one_deed or _is_said(one)) for one, other in ((a, b), (b, a)))


def _within(a: Shown, b: Shown) -> bool:
    """Whether all that one group tells stands in the other, which says it along with more."""
    shared = len(a.words & b.words)
    return shared >= WITHIN * len(a.words) and shared >= OF_LONGER * len(b.words) and a.places <= b.places


def _is_said(one: Shown) -> bool:
    """Whether all of a group is what somebody said, which "he warned that ..." tells along with who did."""
    return all(claim.kind == "statement" for claim in one.group)


def _one_telling(a: Shown, b: Shown) -> bool:
    """Whether two groups show one sentence, or the same words of one speaker."""
    return stands_in(a.telling) == stands_in(b.telling) or (a.speaker == b.speaker != "" and a.words == b.words)


def _likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """The part of all words of two tellings that both have."""
    return len(a & b) / (len(a | b) or 1)


def _fit(a: Shown | None, b: Shown | None) -> bool:
    """Whether nothing in one of two groups excludes anything in the other, and they say much the same.

    One sentence does not say of the same words that it is so and that it is not: a no is a matter of how it was cut,
    where it stands in both. What "he denied that ..." denies, told without it, is no telling of the denial.
    """
    if a is None or b is None or _likeness(a.words, b.words) < LIKE:
        return False
    first, second = a.group[:ENOUGH], b.group[:ENOUGH]
    denied = [DENIES.search(one.told) is not None for one in (a, b)]
    if denied[0] != denied[1] and any(one.told.startswith(DENIED) for one in (a, b)):
        return False
    one_mind = denied[0] == denied[1] and _is_of_one_mind(a.group) and _is_of_one_mind(b.group)
    if one_mind and (a.places <= b.places or b.places <= a.places):
        second = _saying(first[0].polarity, second)
    return all(compatible(one, other) for one in first for other in second)


def _is_of_one_mind(group: Group) -> bool:
    """Whether all of a group say yes, or all no: what one denies is a fact for the verdict."""
    return len({claim.polarity for claim in group}) == 1


def _saying(polarity: bool, claims: Group) -> Group:
    return tuple(claim if claim.polarity == polarity else replace(claim, polarity=polarity) for claim in claims)


def _joined(groups: Sequence[Group]) -> Group:
    """The claims of several groups in order, each once; all say yes or no as most do, where each group does."""
    if len(groups) == 1:
        return groups[0]
    claims = in_order({claim.id: claim for group in groups for claim in group}.values())
    said = Counter(claim.polarity for claim in claims)
    return _saying(said[True] >= said[False], claims) if all(map(_is_of_one_mind, groups)) else claims


def _carried(groups: Sequence[Group]) -> Group:
    """The claims of the largest group, with the other sentences of the smaller ones, which only carry its telling."""
    most = max(groups, key=len)
    like, told = told_best(most), {stands_in(claim) for claim in most}
    one_mind = all(map(_is_of_one_mind, groups))
    slots = {"kind": like.kind, "measure": like.measure, "subject": like.subject, "scope": like.scope}
    others = {stands_in(claim): claim for group in groups for claim in group if stands_in(claim) not in told}
    carry = (replace(claim, rule=ALSO_TOLD, **slots) for claim in others.values())
    return in_order((*most, *(_saying(like.polarity, tuple(carry)) if one_mind else carry)))
