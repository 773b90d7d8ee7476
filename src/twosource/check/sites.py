"""Line up addresses: who gives which number of a street, which corner, for one deed.

Reads   venue claims made from addresses
Gives   groups, one for each place that is asked after; two numbers of one street are one question where every article
        gives but one of them
Misses  one deed that is placed in two streets
"""

from collections import defaultdict
from collections.abc import Iterable

from twosource.check.claims.addresses import CORNER
from twosource.check.compatible import compatible
from twosource.check.main_tellings import AFTERMATH
from twosource.model import Claim

Group = tuple[Claim, ...]

ELSEWHERE = AFTERMATH | {"escape", "leave", "arrive", "transport", "return", "hide", "live", "reside", "stay", "own"}
"""Kinds of what is told of a place of its own: where somebody lives, or was arrested."""


def sites(claims: Iterable[Claim]) -> list[Group]:
    """Return the claims of one street, or of all corners, in groups that each answer one question."""
    by_value: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_value[claim.value_key].append(claim)
    groups: list[list[Claim]] = []
    for _, same in sorted(by_value.items(), key=lambda item: (-len({c.article for c in item[1]}), item[0])):
        home = next((group for group in groups if _one_question(group, same)), None)
        if home is None:
            groups.append(same)
        else:
            home += same
    return [tuple(sorted(group, key=lambda c: (c.article, c.focus, c.id))) for group in groups]


def _one_question(group: list[Claim], other: list[Claim]) -> bool:
    """Whether two numbers or corners are told of one deed, each by articles of its own."""
    if all(compatible(claim, other[0]) for claim in group):
        return True
    if {claim.article for claim in group} & {claim.article for claim in other}:
        return False  # one article does not place one deed twice
    if not {claim.event for claim in group} & {claim.event for claim in other}:
        return False
    if group[0].measure == CORNERS and not _streets(group[0]) & _streets(other[0]):
        return False
    one, two = ({claim.deed for claim in claims} for claims in (group, other))
    if one & two:
        return True
    return group[0].value_key.endswith(" block") and not ELSEWHERE & (one | two)


CORNERS = f"{CORNER} happen"


def _streets(claim: Claim) -> set[str]:
    return set(claim.value_key.removeprefix(">address:").split("|"))
