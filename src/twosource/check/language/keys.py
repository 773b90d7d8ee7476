"""What claims are compared by: the head of a measure, the words around, the articles that tell a group.

Reads   claims
Gives   `head`, `around`, `articles_of`
Misses  nothing: it only takes apart what a claim holds
"""

from collections.abc import Iterable

from twosource.check.language.words import parted
from twosource.model import Claim


def head(claim: Claim) -> str:
    """Return the first word of a measure: what a figure counts or measures; "demand" or "offer" of a position."""
    return claim.measure.partition(" ")[0]


def around(claim: Claim) -> frozenset[str]:
    """Return the stems of the words around a figure."""
    return parted(claim.value_key)


def articles_of(claims: Iterable[Claim]) -> set[str]:
    """Return the ids of the articles that claims stand in."""
    return {claim.article for claim in claims}
