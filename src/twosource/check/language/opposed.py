"""Whether two texts say the contrary by a small word behind the same one: "voted for", "voted against".

Reads   two texts
Gives   opposed
Misses  small words that stand further from what they go with
"""

import re
from functools import lru_cache

from twosource.check.language.words import sense

OPPOSED: tuple[frozenset[str], ...] = (
    frozenset({"for", "against"}),
    frozenset({"with", "without"}),
    frozenset({"before", "after"}),
    frozenset({"inside", "outside"}),
    frozenset({"above", "below"}),
)
"""Prepositions that exclude each other behind one word: a closed class. "To" and "from" do not: both may be told."""

FOLLOWED = re.compile(rf"\b([a-z]+)(?=\s+({'|'.join(sorted(word for pair in OPPOSED for word in pair))})\b)", re.I)


def opposed(a: str, b: str) -> bool:
    """Whether some word is followed by a small word in one text and by its contrary in the other, and only so.

    >>> opposed("Dole voted for the dam", "Dole voted against the dam"), opposed("voted for it", "paid against it")
    (True, False)
    """
    first, second = _followed(a), _followed(b)
    for word, small in first.items():
        others = second.get(word, frozenset())
        if others and not small & others and any(small & pair and others & pair for pair in OPPOSED):
            return True
    return False


@lru_cache(maxsize=20_000)
def _followed(text: str) -> dict[str, frozenset[str]]:
    """For the sense of each word the small words that follow it."""
    found: dict[str, set[str]] = {}
    for match in FOLLOWED.finditer(text):
        found.setdefault(sense(match[1].lower()), set()).add(match[2].lower())
    return {word: frozenset(small) for word, small in found.items()}
