"""The order in which the claims of a group are kept: by article, by place in it, by name.

Reads   claims
Gives   the same, so that no run's order shows
"""

from collections.abc import Iterable

from twosource.model import Claim


def in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return claims in order of article and place."""
    return tuple(sorted(claims, key=lambda claim: (claim.article, claim.focus, claim.id)))
