"""Whether two numbers are so near each other that both may be told of one thing.

Reads   two numbers, or the figures that give them
Gives   `are_near`, `nearly`, `like_numbers`, `of_a_size` for small numbers too, `both_rough` for guesses at a crowd
Misses  slips of the pen, by which one number is ten times the other
"""

from twosource.check.language.numbers import as_said, grain
from twosource.model import Claim

LIKE = 2.0
"""How many times one of two numbers of one thing may be the other: more is another count, of a part or of all years."""

CROWD, CROWDS = 100, 5.0
"""From how many on a crowd is guessed, and how many times one guess may be another: the police's and the marchers'."""

FEW = 10
"""Numbers up to ten are near one another however they differ."""

CLOSE = 1.1
"""How many times the smaller of two numbers the larger is that nearly agree: 12 and 13."""


def nearly(a: float, b: float | None) -> bool:
    """Return whether two numbers nearly agree."""
    small, large = sorted((abs(a), abs(b or 0.0)))
    return large <= CLOSE * small


def both_rough(a: Claim, b: Claim) -> bool:
    """Return whether two numbers are round ones of a crowd, which one counts at so many times what another does."""
    small, large = sorted(as_said(claim) or 0.0 for claim in (a, b))
    return (
        small >= CROWD and all(grain(number) >= number / FEW for number in (small, large)) and large <= CROWDS * small
    )


def are_near(a: Claim, b: Claim) -> bool:
    """Return whether of the numbers of two figures neither is many times the other."""
    small, large = sorted(abs(as_said(claim) or 0.0) for claim in (a, b))
    return large <= LIKE * small


def of_a_size(a: Claim, b: Claim) -> bool:
    """Return whether the numbers of two figures are near, or both small."""
    return like_numbers(as_said(a), as_said(b))


def like_numbers(a: float | None, b: float | None) -> bool:
    """Return whether two numbers are near, or both small."""
    small, large = sorted(abs(number or 0.0) for number in (a, b))
    return large <= LIKE * small or large <= FEW
