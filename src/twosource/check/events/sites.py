"""Line up addresses, and where somebody died: who gives which number of a street, which corner, for one deed.

Reads   venue claims made from addresses, or from clauses of dying
Gives   groups, one for each place that is asked after; two numbers of one street are one question where every article
        gives but one of them
Misses  one deed that is placed in two streets
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from twosource.check.claims.addresses import CORNER
from twosource.check.compatible import compatible
from twosource.check.events.main_tellings import AFTERMATH
from twosource.check.language.order import Group, in_order
from twosource.model import Claim

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
    return [in_order(group) for group in groups]


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


def deathplaces(claims: Iterable[Claim]) -> list[Group]:
    """Return the claims of where somebody died in groups, one for each who died.

    Those who are not named are the one who is, where the story names but one and the article places no other death.
    """
    claims = list(claims)
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.article].add(claim.subject)
    apart = {who for several in told.values() if len(several) > 1 for who in several}
    named = {claim.subject for claim in claims if claim.subject.startswith("person:")}
    home = min(named, default="") if len(named) <= 1 else ""
    joined: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own = claim.subject in named | apart or claim.subject.startswith("who did it") or len(named) > 1
        joined[claim.subject if own else home].append(claim)
    groups = [group for who in sorted(joined) for group in _unless_apart(joined[who])]
    return [in_order(group) for group in groups]


def _unless_apart(claims: list[Claim]) -> list[list[Claim]]:
    """The claims as one group; as one for each place where one article tells two places, or two clinics are named."""
    several = any(not compatible(a, b) for n, a in enumerate(claims) for b in claims[:n] if a.article == b.article)
    clinics = {name for claim in claims if (name := _clinic(claim))}
    if not several and (len(clinics) < 2 or all(claim.subject.startswith("person:") for claim in claims)):
        return [claims] if claims else []
    by_place: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_place[(claim.value_key, _clinic(claim))].append(claim)
    return [by_place[key] for key in sorted(by_place)]


def _clinic(claim: Claim) -> str:
    """The first word of a hospital's name, "" where none is named."""
    found = (
        re.findall(r"\b[A-Z][\w'’-]*", claim.value)
        if "hospital" in claim.value_key or "arrival" in claim.value_key
        else []
    )
    return found[0] if found else ""


def in_court(claims: Iterable[Claim]) -> list[Group]:
    """Return the claims of the courts that people appeared before in groups, one for each person and court."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (-len(c.value_key.split()), c.article, c.focus)):
        home = next((g for g in groups if g[0].subject == claim.subject and _one_court(claim, g[0])), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [in_order(group) for group in groups]


def _one_court(short: Claim, long: Claim) -> bool:
    """Whether the words of one court's name stand in another's: the Harn Magistrates, the Harn District Magistrates."""
    one, other = (set(claim.value_key.removeprefix(">court:").split()) for claim in (short, long))
    return one <= other


def in_institution(claims: Iterable[Claim]) -> list[Group]:
    """Return the claims of hospitals, or of prisons, in groups, one for each whose names hold one another's words."""
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (len(c.value_key.split()), c.value_key, c.article, c.focus)):
        name = _institution(claim)
        home = next((group for group in groups if _institution(group[0]) <= name), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return [in_order(group) for group in groups]


def _institution(claim: Claim) -> set[str]:
    return set(claim.value_key.partition(":")[2].split())
