"""Ask who else takes a run of text for the article: trafilatura, and the body that the page states in JSON-LD.

Reads   the page's tree, the stated body
Gives   Votes: whether a text's words stand in what was taken
Misses  runs shorter than four words that are not a line of their own
"""

import re
from html import unescape
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction

from twosource.read.clutter import folded

GRAM = 4
"""Words in a row that are compared: four in a row seldom stand in two different passages of one page."""

SHARED = 0.8
"""Share of a run's word rows that must stand in what was taken: trafilatura drops a link or a bold word here and
there."""

TAG = re.compile(r"<[^<>]{0,500}>")
STATED_SHORTEST = 600
"""Characters: a stated body below this is a summary, or the opening of an article behind a paywall."""


class Votes(NamedTuple):
    """The lines and word rows of a text that was taken for the article."""

    lines: frozenset[str] = frozenset()
    grams: frozenset[tuple[str, ...]] = frozenset()

    def has(self, text: str) -> bool:
        """Whether the words of `text` stand in it, all but a few."""
        line = folded(text)
        if line in self.lines:
            return True
        found = _grams(line)
        return bool(found) and sum(gram in self.grams for gram in found) >= SHARED * len(found)


def votes_in(text: str) -> Votes:
    """Return the votes that a text gives.

    >>> votes = votes_in("The dam burst on Monday, police said.")
    >>> votes.has("the dam burst on Monday"), votes.has("The dam held.")
    (True, False)
    """
    lines = [folded(line) for line in text.split("\n")]
    return Votes(frozenset(filter(None, lines)), frozenset(gram for line in lines for gram in _grams(line)))


def _grams(line: str) -> list[tuple[str, ...]]:
    words = line.split()
    return [tuple(words[start : start + GRAM]) for start in range(len(words) - GRAM + 1)]


def extracted(root: HtmlElement) -> Votes:
    """Return trafilatura's votes; none when it finds no article."""
    found = bare_extraction(root, favor_precision=True, include_comments=False, include_tables=True)
    return votes_in(getattr(found, "text", "") or "")


def stated(body: str) -> Votes:
    """Return the votes of the body stated in JSON-LD, which may hold tags; none when it is short."""
    plain = TAG.sub("\n", unescape(unescape(body)))
    return votes_in(plain) if len(plain) >= STATED_SHORTEST else Votes()
