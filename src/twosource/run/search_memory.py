"""Hold what a searching process keeps between two searches: the meanings of all passages, and what filters ask for.

Reads   the tables of search
Gives   arrays by seq; `distances` of all articles to a question
Misses  libraries beyond some five million articles: they need 2 GB here, 400 bytes an article

Only what was added since the last search is read; what an article means never changes.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.store.find import Finder
from twosource.text.meaning import Codes, Vectors, as_codes, codes_of, distances, likeness

FAR = 999
"""The distance of an article without passages: more than the 256 bits that two codes can differ in."""

TOLD = 3
"""Passages by which an article's likeness is told: nDCG@10 by meaning alone was 0.650, 0.670 and 0.686 with 1, 2, 3
on the odd half of bench/queries.jsonl (2026-11-22)."""

STALE = 1.01
"""Growth of the library from which remembered counts of words are counted anew: rarity moves by less than it."""


class Memory:
    """What is held. One thread at a time may `refresh` it."""

    def __init__(self) -> None:
        self.last = 0
        self.articles = 0
        self.codes: Codes = np.zeros((4, 0), dtype=np.uint64)
        self.starts = np.zeros(2, dtype=np.int64)  # of an article's passages, by seq; one more at the end
        self.days: list[int] = [0]  # YYYYMMDD, 0 when unknown
        self.outlets: list[str] = [""]
        self.languages: list[str] = [""]
        self.current = np.ones(1, dtype=bool)  # by seq: no newer version of the page has replaced it
        self.counts: dict[str, int] = {}
        self._counted = 0

    def refresh(self, finder: Finder) -> None:
        """Take in the articles that were added since."""
        self.articles = last = finder.size()
        if last > self.last:
            self._passages(finder, last)
            for _, outlet, published, language, _ in finder.labels(self.last):
                self.outlets.append(outlet.casefold())
                self.languages.append(language.casefold())
                self.days.append(day_of(published))
            current = np.concatenate([self.current, np.ones(last - self.last, dtype=bool)])
            replaced = finder.replaced(self.last)
            current[[seq for seq in replaced if seq <= last]] = False
            self.current, self.last = current, last
        if self.articles > STALE * self._counted:
            self.counts.clear()
            self._counted = self.articles
        finder.counts = self.counts

    def distances(self, vector: Vectors) -> NDArray[np.uint16]:
        """Return for each seq (from 0) the distance in bits of its nearest passage to a vector."""
        made = np.full(self.last + 1, FAR, dtype=np.uint16)
        held = np.flatnonzero(np.diff(self.starts) > 0)
        if len(held):
            code = as_codes(codes_of(vector[None, :]))
            made[held] = np.minimum.reduceat(distances(self.codes, code), self.starts[held])
        return made

    def likeness(self, seqs: Sequence[int], vector: Vectors) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
        """Return how like each of the articles is to a vector, and the number of its passage most like it.

        The likeness is the mean of the `TOLD` best passages: one sentence may be like a question by chance. An article
        without passages has 0 and -1.
        """
        chosen = np.asarray(seqs, dtype=np.int64)
        first = self.starts[chosen]
        sizes = self.starts[chosen + 1] - first
        rows = np.repeat(np.arange(len(chosen)), sizes)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        alike = np.full((len(chosen), max(TOLD, int(sizes.max(initial=0)))), -np.inf)
        alike[rows, within] = likeness(self.codes[:, np.repeat(first, sizes) + within], vector)
        best = -np.sort(-alike, axis=1)[:, :TOLD]
        told = np.isfinite(best)
        mean = np.where(told, best, 0.0).sum(axis=1) / told.sum(axis=1).clip(min=1)
        return mean, np.where(sizes > 0, alike.argmax(axis=1), -1)

    def _passages(self, finder: Finder, last: int) -> None:
        """Append the codes of new articles; a seq that has none gets an empty stretch."""
        rows = dict(finder.passages(self.last))
        added = [rows.get(seq, b"") for seq in range(self.last + 1, last + 1)]
        new = as_codes(b"".join(added))
        sizes = np.cumsum([len(codes) // 32 for codes in added]) + self.codes.shape[1]
        self.starts = np.concatenate([self.starts[:-1], [self.codes.shape[1]], sizes]).astype(np.int64)
        self.codes = np.concatenate([self.codes, new], axis=1)


def day_of(published: str) -> int:
    """Return a day as a number, 0 when it is not known.

    >>> day_of("2022-02-28T13:05:00+02:00"), day_of("")
    (20220228, 0)
    """
    digits = published[:10].replace("-", "")
    return int(digits) if len(digits) == 8 and digits.isascii() and digits.isdigit() else 0
