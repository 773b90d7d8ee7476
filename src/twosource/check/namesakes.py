"""Whose rank it is that a surname alone bears beside a namesake: "Captain Hale" where Tom Hale is a major.

Reads   role claims of one story
Gives   the claims, of a surname that has another rank than its article's bearer under the one other bearer of the story
Misses  namesakes of one rank; three of one name

An article gives somebody one rank. Where a surname alone has another one, it is somebody's whom others name in full.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.rivals import rival_offices
from twosource.model import Claim


def told_apart(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in order; a namesake's office is under the namesake's name, left out where none is known."""
    told = list(claims)
    bearers: dict[str, set[str]] = defaultdict(set)
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    for claim in told:
        if _is_office(claim):
            bearers[_surname(claim)].add(_name(claim))
            if not _is_surname_alone(claim):
                full[claim.article, claim.value_key].append(claim.measure)
    found = [_of_whom(claim, full, bearers) if _is_office(claim) else claim for claim in told]
    return [claim for claim in found if claim is not None]


def _of_whom(claim: Claim, full: dict[tuple[str, str], list[str]], bearers: dict[str, set[str]]) -> Claim | None:
    """An office as it is, or a namesake's; None where its article gives the bearer another and no other is known."""
    ranks = full.get((claim.article, claim.value_key), [])
    if not _is_surname_alone(claim) or not any(rival_offices(claim.measure, rank) for rank in ranks):
        return claim
    others = sorted(bearers[_surname(claim)] - {_name(claim)})
    if len(others) != 1:
        return None
    _, comma, rest = claim.value.partition(", ")
    return msgspec.structs.replace(claim, value=f"{others[0]}{comma}{rest}", value_key=others[0].casefold())


def _is_office(claim: Claim) -> bool:
    return claim.kind == "role" and claim.measure.startswith("office")


def _name(claim: Claim) -> str:
    return claim.value.partition(", ")[0]


def _surname(claim: Claim) -> str:
    return claim.value_key.split(" ")[-1]


def _is_surname_alone(claim: Claim) -> bool:
    """Whether the words of a text are shorter than the name: they are a surname."""
    return claim.focus.end - claim.focus.start <= len(_surname(claim)) < len(claim.value_key)
