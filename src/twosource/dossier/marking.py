"""Cut an article's text where its cited sentences begin and end, so that each can be lit up.

Reads   DossierArticle and the claims that cite it
Gives   Paragraph: the block's kind and its pieces, which put together again are the block's text
"""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from twosource.model import DossierArticle, DossierBlock

BLANK_LINES = re.compile(r"\n\s*\n")


class Cite(NamedTuple):
    """A claim on an article's text: its range, the range of its value (empty when not known), its fact's number."""

    start: int
    end: int
    value_start: int
    value_end: int
    fact: int


class Piece(NamedTuple):
    """A stretch of text with one set of facts behind it, by number.

    `facts` are those whose claims cover it, `values` those whose value it holds, `ends` those whose claims end here.
    """

    text: str
    start: int
    facts: tuple[int, ...] = ()
    values: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


class Paragraph(NamedTuple):
    """A block of the article: its kind and pieces."""

    kind: str
    pieces: tuple[Piece, ...]


def paragraphs(article: DossierArticle, cites: Iterable[Cite]) -> tuple[Paragraph, ...]:
    """Return the whole text in order, block by block, cut at every border of a claim or of its value.

    Work grows with the text and with the claims, not with their product.
    """
    blocks = _blocks(article)
    starts = [block.start for block in blocks]
    inside: list[list[Cite]] = [[] for _ in blocks]
    for cite in cites:
        index = max(bisect_right(starts, cite.start) - 1, 0)
        while index < len(blocks) and blocks[index].start < cite.end:
            if cite.start < blocks[index].end:
                inside[index].append(cite)
            index += 1
    return tuple(
        Paragraph(block.kind, _cut(article.text, block, found)) for block, found in zip(blocks, inside, strict=True)
    )


def _blocks(article: DossierArticle) -> list[DossierBlock]:
    """The article's blocks, with anything that stands between them as paragraphs of its own."""
    blocks, at = [], 0
    for block in (*article.blocks, DossierBlock("", len(article.text), len(article.text))):
        blocks += _loose(article.text, at, block.start)
        blocks += [block] if block.kind and block.start < block.end else []
        at = max(at, block.end)
    return blocks


def _loose(text: str, start: int, end: int) -> list[DossierBlock]:
    """The paragraphs of a stretch that no block covers."""
    found, at = [], start
    borders = [(match.start(), match.end()) for match in BLANK_LINES.finditer(text, start, end)] if start < end else []
    for left, right in (*borders, (end, end)):
        if text[at:left].strip():
            found.append(DossierBlock("paragraph", at, left))
        at = right
    return found


def _cut(text: str, block: DossierBlock, cites: list[Cite]) -> tuple[Piece, ...]:
    """A block's pieces."""
    opens: dict[int, list[tuple[int, bool]]] = {}
    shuts: dict[int, list[tuple[int, bool]]] = {}
    for cite in cites:
        for start, end, value in (
            (cite.start, cite.end, False),
            (cite.value_start, cite.value_end, True),
        ):
            start, end = max(start, block.start), min(end, block.end)
            if start < end:
                opens.setdefault(start, []).append((cite.fact, value))
                shuts.setdefault(end, []).append((cite.fact, value))
    borders = sorted({block.start, block.end, *opens, *shuts})
    active: Counter[tuple[int, bool]] = Counter()
    pieces = []
    for start, end in itertools.pairwise(borders):
        active.subtract(shuts.get(start, ()))
        active.update(opens.get(start, ()))
        active = +active
        facts = tuple(sorted(fact for fact, value in active if not value))
        values = tuple(sorted(fact for fact, value in active if value))
        ends = tuple(sorted({fact for fact, value in shuts.get(end, ()) if not value}))
        pieces.append(Piece(text[start:end], start, facts, values, ends))
    return tuple(pieces)
