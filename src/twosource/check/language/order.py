"""The order in which the claims of a group are kept, and the sentence that a claim stands in.

Reads   claims
Gives   the same by article, by place in it, by name, so that no run's order shows; a sentence by article and start
"""

from collections.abc import Iterable

from twosource.model import Claim

Place = tuple[str, int]
"""A sentence: its article, and where it begins in it."""

Group = tuple[Claim, ...]
"""Claims that answer one question, of however many articles."""


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in order of article and place."""
    return tuple(sorted(claims, key=lambda claim: (claim.article, claim.focus, claim.id)))


def stands_in(claim: Claim) -> Place:
    """Return the sentence that a claim stands in: a claim's span is its sentence."""
    return claim.article, claim.span.start
