"""Whether two articles are worded alike: both may rest on one report that neither credits.

Reads   articles of a story
Gives   Wording: do two of them have much the same words
Misses  a report that both have put wholly into words of their own

`trace` finds who has whose text, for which it asks for a fifth of it. Less than that is no copy, and still no chance:
the runs of five words that two reporters hit upon by themselves are a few names and stock phrases.
"""

from collections.abc import Iterable
from functools import cache

import numpy as np

from twosource.check.carry.quoted import QUOTED
from twosource.model import Article
from twosource.text.shingles import Hashes, shingles, words

LEAST_RUNS = 10
"""Runs of five words, quotations left out, that two articles share by more than chance. Of the pairs of articles of one
event that are no family 4 % share so many (58 stories, 2026-11-25)."""

LEAST_PART = 0.05
"""The part of the shorter one's runs that they must be: long articles share some names and titles."""


class Wording:
    """The words of a story's articles, read when they are first asked for."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.id: article for article in articles}
        self._runs = cache(self._read)

    def alike(self, a: str, b: str) -> bool:
        """Return whether the articles of these ids share many runs of words outside quotations."""
        first, second = self._runs(a), self._runs(b)
        shared = len(np.intersect1d(first, second, assume_unique=True))
        return shared >= LEAST_RUNS and shared >= LEAST_PART * min(len(first), len(second))

    def _read(self, article: str) -> Hashes:
        pieces = QUOTED.split(self._articles[article].text)
        plain = [piece for piece in pieces[:: QUOTED.groups + 1] if piece]
        found = [shingles(words(piece).hashes) for piece in plain]
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.uint64)
