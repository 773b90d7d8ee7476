"""Line up ordinals: who says that it is the fifth of a thing, and who says the fourth.

Reads   figure claims made from ordinals
Gives   groups, each one question
Misses  one thing under nouns of two senses that share no other word
"""

from collections import defaultdict
from collections.abc import Iterable

from twosource.check.words import sense
from twosource.model import Claim

Group = tuple[Claim, ...]

ONE, OF_TWO = 1, 3
"""Words that two tellings of one ordinal share; those that two ordinals at odds share."""


def in_order(claims: Iterable[Claim]) -> list[Group]:
    """Return the claims in groups, each the place of one thing in one row."""
    same: dict[float, list[Claim]] = defaultdict(list)
    for claim in claims:
        same[claim.low or 0.0].append(claim)
    groups: list[list[Claim]] = []
    for number in sorted(same):
        parts: list[list[Claim]] = []
        for claim in sorted(same[number], key=lambda c: (-len(c.value_key), c.article, c.focus)):
            home = next((part for part in parts if _shared(claim, part[0]) >= ONE), None)
            if home is None:
                parts.append([claim])
            else:
                home.append(claim)
        groups += parts
    made: list[list[Claim]] = []
    for group in sorted(groups, key=lambda g: (-len({c.article for c in g}), g[0].article, g[0].focus)):
        home = next((other for other in made if _at_odds(group, other, claims=groups)), None)
        if home is None:
            made.append(group)
        else:
            home += group
    return [tuple(sorted(group, key=lambda c: (c.article, c.focus, c.id))) for group in made]


def _at_odds(group: list[Claim], other: list[Claim], claims: list[list[Claim]]) -> bool:
    """Whether two ordinals are of one row, and no article tells two of it."""
    if {c.low for c in group} & {c.low for c in other} or {c.article for c in group} & {c.article for c in other}:
        return False
    if not any(_head(a) == _head(b) and _shared(a, b) >= OF_TWO and a.event == b.event for a in group for b in other):
        return False
    articles = {c.article for c in (*group, *other)}
    rest = [c for part in claims if part is not group and part is not other for c in part]
    return not any(c.article in articles and _head(c) == _head(group[0]) for c in rest)


def _head(claim: Claim) -> str:
    return sense(claim.measure.split()[0])


def _shared(a: Claim, b: Claim) -> int:
    return len(set(a.value_key.split()) & set(b.value_key.split()))
