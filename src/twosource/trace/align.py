"""Align two texts: the passages that stand in both, exactly.

Reads   the two texts and, where the page is known, their blocks
Gives   Alignment: passages as pairs of spans, and how much of each text's own words they cover
Misses  paraphrase: words that were changed one by one leave no run to find

A passage may bridge a word or two that differ (a name re-spelt, "said" for "says"). Words inside quotation marks are
counted apart: two reporters at one speech share its words and nothing else.
"""

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from twosource.model import BODY_KINDS, Article, Passage, Span
from twosource.text.shingles import SIZE, Hashes, Words, shingles, words

GAP = 4
"""Words that may differ inside one passage: the longest name that gets re-spelt ("President Volodymyr Oleksandrovych
Zelenskyy") has four."""

LEAST_RUN = 10
"""Words that a passage must match: below ten, fixed phrases of news English ("told reporters at a news conference on
Monday") are found between texts that owe each other nothing."""

FOOTER = 80
FOOTER_PART = 0.4
NEAR_END = 8
"""Footers of news pages ("Sign up ...", rights, contacts) run to some 80 words, leave at least four tenths of even a
short article before them, and end with the page but for a few words (a date, a number)."""

# Quotations of at most 1500 characters: beyond that a mark was never closed. Straight marks do not say which way they
# face, so they get 600; one that opens a sentence or a paragraph inside a quotation begins the speaker's next
# paragraph, as newsrooms set a statement of several.
QUOTED = re.compile(
    r"“(?:[^”\n]|\n(?!\n)){1,1500}(?:”|(?=\n)|$)"
    r"|\"(?:[^\"\n]|\n(?!\n)|\n\n(?=\")|(?<=[.\n]\s)\"(?=\w)|(?<=\n)\"(?=\w)){1,600}\""
    r"|``(?:[^\n]|\n(?!\n)){1,1500}?''|«[^»\n]{1,1500}»|„[^“”\n]{1,1500}[“”]"
)


@dataclass(frozen=True)
class Prepared:
    """An article's text made ready to align: its body's words, their shingles, and which words are quoted."""

    words: Words
    shingles: Hashes
    own: NDArray[np.bool_]

    @cached_property
    def first(self) -> tuple[Hashes, NDArray[np.int64]]:
        """The different shingles, ascending, and the first place of each."""
        values, first = np.unique(self.shingles, return_index=True)
        return values, first


@dataclass(frozen=True)
class Alignment:
    """What texts a and b share. `shared` counts words, `own` those outside quotations; `of_a`, `of_b` are parts of
    the words outside quotations. `in_a`, `in_b` say word by word what is shared.
    """

    passages: tuple[tuple[Span, Span], ...]
    shared: int
    own: int
    of_a: float
    of_b: float
    in_a: NDArray[np.bool_]
    in_b: NDArray[np.bool_]

    def as_passages(self, swap: bool = False) -> tuple[Passage, ...]:
        """Return the passages, a as the earlier text unless `swap`."""
        return tuple(Passage(b, a) if swap else Passage(a, b) for a, b in self.passages)


def prepare(article: Article) -> Prepared:
    """Return what `align` needs of an article: the words of its body, or of all its text where no blocks are known."""
    found = words(article.text)
    keep = in_blocks(article, found)
    if keep is not None:
        found = Words(found.hashes[keep], found.starts[keep], found.ends[keep])
    return Prepared(found, shingles(found.hashes), ~quoted(article.text, found))


def in_blocks(article: Article, found: Words) -> NDArray[np.bool_] | None:
    """Return which words stand in the body's blocks, None when the article has no body blocks."""
    spans = [block.span for block in article.blocks if block.kind in BODY_KINDS]
    if not spans:
        return None
    return _inside(spans, found)


def quoted(text: str, found: Words) -> NDArray[np.bool_]:
    """Return which words stand inside quotation marks."""
    return _inside([Span(*match.span()) for match in QUOTED.finditer(text)], found)


def align(a: Prepared, b: Prepared) -> Alignment:
    """Return what two texts share. Time is linear in their lengths but for one sort."""
    runs = [run for run in _joined(_runs(a, b)) if run[-1] >= LEAST_RUN]
    if 0 < len(a.words) == len(b.words) and (a.words.hashes == b.words.hashes).all():
        runs = [(0, len(a.words), 0, len(b.words), len(a.words))]  # equal texts are shared however short
    if len(runs) == 1 and _footer(a, b, runs[0]):
        runs = []
    in_a = np.zeros(len(a.words), dtype=bool)
    in_b = np.zeros(len(b.words), dtype=bool)
    passages = []
    for start_a, end_a, start_b, end_b, _ in runs:
        in_a[start_a:end_a] = True
        in_b[start_b:end_b] = True
        passages.append((_span(a.words, start_a, end_a), _span(b.words, start_b, end_b)))
    own = min(int((in_a & a.own).sum()), int((in_b & b.own).sum()))
    return Alignment(
        tuple(passages),
        int(min(in_a.sum(), in_b.sum())),
        own,
        int((in_a & a.own).sum()) / max(1, int(a.own.sum())),
        int((in_b & b.own).sum()) / max(1, int(b.own.sum())),
        in_a,
        in_b,
    )


def _footer(a: Prepared, b: Prepared, run: tuple[int, int, int, int, int]) -> bool:
    """Whether a run, the only one, closes both texts and is short: one notice under two different articles."""
    start_a, end_a, start_b, end_b, _ = run
    closes = end_a >= len(a.words) - NEAR_END and end_b >= len(b.words) - NEAR_END
    late = start_a >= FOOTER_PART * len(a.words) and start_b >= FOOTER_PART * len(b.words)
    return closes and late and end_a - start_a <= FOOTER


def _runs(a: Prepared, b: Prepared) -> list[tuple[int, int, int]]:
    """Runs of equal words as (start in a, start in b, length), in order of b."""
    if not len(a.shingles) or not len(b.shingles):
        return []
    values, first = a.first
    at = np.searchsorted(values, b.shingles)
    at[at == len(values)] = 0
    in_b = np.flatnonzero(values[at] == b.shingles)
    in_a = first[at[in_b]]
    if not len(in_b):
        return []
    breaks = np.flatnonzero((np.diff(in_b) != 1) | (np.diff(in_a) != 1)) + 1
    starts = np.concatenate(([0], breaks)).tolist()
    ends = np.concatenate((breaks, [len(in_b)])).tolist()
    runs = [(int(in_a[s]), int(in_b[s]), int(e - s)) for s, e in zip(starts, ends, strict=True)]
    return [(at_a, at_b, length + SIZE - 1) for at_a, at_b, length in _continued(runs, a.shingles, b.shingles)]


def _continued(runs: list[tuple[int, int, int]], a: Hashes, b: Hashes) -> list[tuple[int, int, int]]:
    """Let each run go on as far as the shingles agree: one that stands twice in a was looked up at its first place."""
    found: list[tuple[int, int, int]] = []
    done = 0
    for start_a, start_b, length in runs:
        skip = max(0, done - start_b)
        if skip >= length:
            continue
        at_a, at_b = start_a + length, start_b + length
        while at_a < len(a) and at_b < len(b) and a[at_a] == b[at_b]:
            at_a, at_b = at_a + 1, at_b + 1
        found.append((start_a + skip, start_b + skip, at_b - start_b - skip))
        done = at_b
    return found


def _joined(runs: list[tuple[int, int, int]]) -> list[tuple[int, int, int, int, int]]:
    """Join runs parted by at most `GAP` words in both texts: (start a, end a, start b, end b, words matched)."""
    joined: list[tuple[int, int, int, int, int]] = []
    for start_a, start_b, length in runs:
        if joined:
            first_a, last_a, first_b, last_b, matched = joined[-1]
            new = min(start_a + length - last_a, start_b + length - last_b)
            if new > 0 and -SIZE < start_a - last_a <= GAP and -SIZE < start_b - last_b <= GAP:
                grown = matched + min(length, new)
                joined[-1] = (first_a, start_a + length, first_b, start_b + length, grown)
                continue
        joined.append((start_a, start_a + length, start_b, start_b + length, length))
    return joined


def _span(found: Words, start: int, end: int) -> Span:
    return Span(int(found.starts[start]), int(found.ends[end - 1]))


def _inside(spans: list[Span], found: Words) -> NDArray[np.bool_]:
    """Return which words start inside one of the spans, which are in order and do not overlap."""
    if not spans:
        return np.zeros(len(found), dtype=bool)
    starts = np.array([span.start for span in spans])
    ends = np.array([span.end for span in spans])
    at = np.searchsorted(starts, found.starts, side="right") - 1
    inside: NDArray[np.bool_] = (at >= 0) & (found.starts < ends[np.maximum(at, 0)])
    return inside
