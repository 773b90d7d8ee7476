"""Bring together the figures that answer one question.

Reads   figure claims of one story
Gives   groups of claims, each one question
Misses  one question whose figures differ and stand in quite different words

In two stages. First the figures that agree: one number of one thing, in whatever words ("three cables were cut",
"three undersea lines"). Then the numbers so found that are at odds and answer one question. A false dispute misleads as
much as a false agreement, so numbers are at odds only where a story tells but one of them (its toll), where things of
one sort underwent one deed, or where a measure stands in the same words; and never where one article gives both, unless
it dates them apart or names who gives which.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable

from twosource.check.claims.apart import apart, comes_to, of_a_place_and_all, of_other_times
from twosource.check.compatible import compatible
from twosource.check.figures.ages_beside import ages_beside
from twosource.check.figures.at_odds import one_question_at_odds
from twosource.check.figures.nearly_of_age import nearly
from twosource.check.figures.one_count import ANSWERED_ONCE, one_count
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.told_number import ToldNumber
from twosource.check.figures.told_once import ToldOnce, keys
from twosource.check.figures.tolls import mark_beside, mark_unlike
from twosource.check.figures.where_counted import on_map
from twosource.check.figures.whole_tolls import mark_whole, of_another_part
from twosource.check.figures.whose_age import known, whose_ages
from twosource.check.language.keys import head
from twosource.check.language.money import is_money, one_sum_twice, two_currencies
from twosource.check.language.numbers import Amount, as_said, in_base_unit, is_order
from twosource.check.language.order import in_order
from twosource.check.voices.chains import UNNAMED
from twosource.model import Claim

Group = list[Claim]


MOST = 0.5
"""The part of the pairs across two groups that must answer one question for the groups to."""


NEAR_IN_SIZE = 1.1
"""Measures in other units that differ by more than a tenth are not one."""


SPEAKING = 12
"""Figures of a group that speak for it: the most that two groups are compared by."""


def counts(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in groups; within a group in order of article and place."""
    by_signature: dict[tuple[str, ...], Group] = defaultdict(list)
    told = mark_unlike(mark_beside(mark_whole(ages_beside(known(nearly(whose_ages(claims)))))))
    for claim in told:
        by_signature[_signature(claim)].append(claim)
    agreeing = _agreeing([by_signature[key] for key in sorted(by_signature)])
    agreeing = _brought(_brought(agreeing, _agree), ToldNumber(told).of_one_thing)
    questions = _brought(agreeing, _at_odds)
    questions = _brought(questions, ToldOnce(told).at_odds, keys)
    return [in_order(group) for group in questions]


def _agreeing(alike: list[Group]) -> list[Group]:
    """Groups of figures that agree. `alike` holds figures of one signature, those that are exact first."""
    groups: list[Group] = []
    members: list[Group] = []
    near = _Near()
    for same in alike:
        claim = same[0]
        shares = {n: _share(claim, members[n]) for n in near.of(claim) if _all_agree(claim, members[n])}
        homes = [n for n, share in shares.items() if share >= MOST]
        home = max(homes, key=lambda n: (_same_number(claim, members[n]), shares[n], -n), default=len(groups))
        if home == len(groups):
            groups.append([])
            members.append([])
        groups[home] += same
        members[home].append(claim)
        near.add(claim, home)
    return groups


def _brought(
    groups: list[Group],
    together: Callable[[Group, Group], bool],
    keys_of: Callable[[Claim], tuple[object, ...]] | None = None,
) -> list[Group]:
    """The groups, those brought into one that belong together with each part of it; the most carried ones first."""
    made: list[list[Group]] = []
    near = _Near(keys_of)
    for group in sorted(groups, key=lambda group: -len({claim.article for claim in group})):
        found = sorted({n for claim in group for n in near.of(claim)})
        home = next((n for n in found if all(_may_be_one(group, part, together) for part in made[n])), len(made))
        if home == len(made):
            made.append([])
        made[home].append(group)
        for claim in group:
            near.add(claim, home)
    return [[claim for group in parts for claim in group] for parts in made]


def _may_be_one(group: Group, part: Group, together: Callable[[Group, Group], bool]) -> bool:
    """Whether two groups belong together, and none has a toll of another place, or of some of those of the other."""
    return together(group, part) and not any(of_another_part(a, b) for a in group for b in part)


class _Near:
    """Which groups hold a figure of a like head, noun, deed or value: only those are compared."""

    def __init__(self, keys_of: Callable[[Claim], tuple[object, ...]] | None = None) -> None:
        self._found: dict[object, list[int]] = defaultdict(list)
        self._keys = keys_of or _keys

    def of(self, claim: Claim) -> list[int]:
        """The numbers of the groups near a figure, in order."""
        return sorted({number for key in self._keys(claim) for number in self._found[key]})

    def add(self, claim: Claim, number: int) -> None:
        """Note that a group holds a figure."""
        for key in self._keys(claim):
            if number not in self._found[key][-1:]:
                self._found[key].append(number)


def _keys(claim: Claim) -> tuple[object, ...]:
    keys: list[object] = [head(claim), as_said(claim)]
    if claim.deed:
        keys.append(("deed", claim.deed))
    if is_money(claim):
        keys.append(("sentence", claim.article, claim.span.start))
    amount = in_base_unit(Amount(as_said(claim), as_said(claim), "=", claim.unit))
    if amount.unit and amount.nominal > 0.0:  # 35 miles and 56 km
        size = round(math.log(amount.nominal, NEAR_IN_SIZE))
        keys += [("size", amount.unit, size - 1), ("size", amount.unit, size)]
    return tuple(keys)


def _share(claim: Claim, group: Group) -> float:
    """The part of a group that a figure answers one question with.

    Of one that tells a deed, only those speak that tell one too: the others say nothing against it.
    """
    speaking = group[:SPEAKING]
    if claim.deed and not claim.unit:
        speaking = [other for other in speaking if other.deed] or speaking
    return sum(one_count(claim, other) for other in speaking) / len(speaking)


def _same_number(claim: Claim, group: Group) -> bool:
    """Whether some figure of a group names the same number: "up to 80" goes with 80 rather than with 75."""
    return any(as_said(claim) == as_said(other) for other in group)


def _all_agree(claim: Claim, group: Group) -> bool:
    """Whether a figure agrees in number with all of a group."""
    return not any(of_another_part(claim, other) for other in group) and all(
        compatible(claim, other) and not two_currencies(claim, other) and not of_other_times(claim, other)
        for other in group
    )


def _agree(one: Group, other: Group) -> bool:
    """Whether two groups give one number of one thing: they were only begun by figures in quite different words."""
    if not all(_all_agree(claim, other) for claim in one):
        return False
    pairs = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING]]
    told = [(a, b) for a, b in pairs if a.deed and b.deed] or pairs
    return sum(one_count(a, b) for a, b in told) >= MOST * len(told)


def _at_odds(one: Group, other: Group) -> bool:
    """Whether two groups of figures answer one question: most pairs do, and no article gives both for two."""
    if any(one_sum_twice(a, b) for a in one for b in other):
        return True
    if any((a.article == b.article and not _apart(a, b)) or _elsewhere(a, b) for a in one for b in other):
        return False
    if any(_of_parts_or_days(a, b) for a in one for b in other):
        return False
    differing = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING] if _differ(a, b)]
    told = [(a, b) for a, b in differing if a.deed and b.deed] or differing
    return sum(one_question_at_odds(a, b) for a, b in told) >= MOST * max(1, len(told))


def _differ(a: Claim, b: Claim) -> bool:
    return two_currencies(a, b) or not compatible(a, b)


def _of_parts_or_days(a: Claim, b: Claim) -> bool:
    """Whether one counts a part of the other, or they count what two times saw; a toll of the dead only rises."""
    if a.unit or b.unit or compatible(a, b):
        return False
    return comes_to(a, b) or of_a_place_and_all(a, b) if "dead" in (head(a), head(b)) else apart(a, b)


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two figures are known to hold for two countries."""
    countries = [claim.scope.rpartition(", ")[2] for claim in (a, b) if on_map(claim.scope)]
    return len(set(countries)) > 1


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two figures of one article may answer one question: it dates them apart, or names who gives which."""
    if compatible(a, b):
        return True
    if a.as_of != b.as_of and head(a) in COUNTED:
        return True
    named = a.chain and b.chain and UNNAMED not in (a.chain[-1], b.chain[-1])
    return bool(named) and a.chain[-1] != b.chain[-1] and head(a) == head(b) and head(a) in ANSWERED_ONCE


def _signature(claim: Claim) -> tuple[str, ...]:
    """All that matters of a figure for lining it up, its article left out."""
    exact = "0" if claim.low == claim.high and claim.bound == "=" else "2" if is_order(claim.low, claim.high) else "1"
    slots = (
        claim.event,
        claim.measure,
        claim.subject,
        claim.scope,
        claim.as_of,
        claim.bound,
        claim.unit,
        claim.deed,
        claim.value_key,
    )
    said = claim.value if claim.low is None and claim.high is None else ""  # a pair is compared by its words
    return (exact, f"{claim.low}/{claim.high}", said, *slots)
