"""What a version of a page changed, paragraph by paragraph.

Reads   the texts of two versions
Gives   Change: paragraphs that went and those that came in their place
Misses  a paragraph that moved: it goes in one place and comes in another
"""

from collections.abc import Iterator
from difflib import SequenceMatcher

import msgspec


class Change(msgspec.Struct, frozen=True):
    """A stretch of paragraphs that one version has and the next has otherwise; either may be ()."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(before: str, after: str) -> Iterator[Change]:
    r"""Yield what changed between two texts, in order.

    >>> list(changes("Flood\n\nFour died.", "Flood\n\nSix died.\n\nRain goes on."))
    [Change(before=('Four died.',), after=('Six died.', 'Rain goes on.'))]
    """
    old, new = (text.split("\n\n") for text in (before, after))
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            yield Change(tuple(old[a:b]), tuple(new[c:d]))
