"""Whose rank it is that a surname alone bears beside a namesake: "Captain Hale" where Tom Hale is a major.

Reads   role claims of one story
Gives   the claims, of a surname that has another rank than its article's bearer under the one other bearer of the story
Misses  namesakes of one rank; three of one name

An article gives somebody one rank. Where a surname alone has another one, it is somebody's whom others name in full.
Families hold high offices: "President Lee" is Ann Lee only where somebody gives her that office with her whole name.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.language.rivals import rival_offices
from twosource.model import Claim
from twosource.text.lexicon import marked


def told_apart(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in order; a namesake's office is under the namesake's name, left out where none is known."""
    told = list(claims)
    bearers: dict[str, set[str]] = defaultdict(set)
    full: dict[tuple[str, str], list[str]] = defaultdict(list)
    known: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        if _is_office(claim):
            bearers[_surname(claim)].add(_name(claim))
            if not _is_surname_alone(claim):
                full[claim.article, claim.value_key].append(claim.measure)
                known[claim.value_key] |= _highest(claim)
    told = [claim for claim in told if not _is_guessed(claim, known)]
    found = [_of_whom(claim, full, bearers) if _is_office(claim) else claim for claim in told]
    return [claim for claim in found if claim is not None]


def _highest(claim: Claim) -> set[str]:
    """The high offices of a claim, without what they are held of and whether they are held still."""
    offices = (
        office.casefold().partition(" of ")[0].split() for office in claim.measure.partition(": ")[2].split("; ")
    )
    return {last for told in offices for last in told[-1:]} & marked("known_offices", "family")


def _is_guessed(claim: Claim, known: dict[str, set[str]]) -> bool:
    """Whether a high office is given to a surname alone, whose bearer nobody in the story calls by it in full."""
    if not _is_office(claim) or claim.focus.end - claim.focus.start >= len(claim.value_key):
        return False
    high = _highest(claim) if claim.span.start < claim.focus.start else set()  # a title, and not "Lee is president"
    return _is_surname_alone(claim) and bool(high) and not high & known[claim.value_key]


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
