"""Choose the sentences of an article that say what it is about: its title and the first of its body.

Reads   Article.text, blocks, title
Gives   spans of sentences; the place of the headline
Misses  the end of long articles; sentences that no full stop ends

The cuts are rough on purpose: no parser runs here, and a sentence cut at "Gen." still says what it is about.
"""

import re
from collections.abc import Iterator

from twosource.model import BODY_KINDS, Article, Span

PASSAGES = 12
"""Sentences of an article by which it is found by meaning. With 6, 12 and 40 the odd half of bench/queries.jsonl gave
nDCG@10 of 0.66, 0.68 and 0.65 by meaning alone: what an article is about stands at its top, background follows."""

SHORTEST = 20
"""Characters of a passage at least: shorter ones ("Advertisement", "LONDON -") are no sentences."""

END = re.compile(r"(?<=[.!?…])[\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[\w$€£])|\n\s*\n")


def sentences(text: str, within: Span | None = None) -> Iterator[Span]:
    """Yield the spans of sentences, without white space around them.

    >>> [span.of("Fire! It spread.") for span in sentences("Fire! It spread.")]
    ['Fire!', 'It spread.']
    """
    start, stop = (within.start, within.end) if within else (0, len(text))
    for match in END.finditer(text, start, stop):
        yield from _trimmed(text, start, match.start() + len(match[0]) - len(match[0].lstrip("\"”’'»)]")))
        start = match.end()
    yield from _trimmed(text, start, stop)


def passages(article: Article, most: int = PASSAGES) -> tuple[Span, ...]:
    """Return the title and the first sentences of the body, `most` at most; all of them when there are few.

    Where no block is known, the text is taken as it is.
    """
    found: list[Span] = []
    for span in _parts(article):
        for sentence in sentences(article.text, span):
            if sentence.end - sentence.start >= SHORTEST:
                found.append(sentence)
                if len(found) == most:
                    return tuple(found)
    return tuple(found) or tuple(sentences(article.text))[:most]


def headline(article: Article) -> Span:
    """Return where the title stands, or the first sentence when the text has no title."""
    for block in article.blocks:
        if block.kind == "title":
            return block.span
    return next(iter(passages(article, 1)), Span(0, 0))


def _parts(article: Article) -> list[Span]:
    kinds = BODY_KINDS | {"title"}
    kept = [block.span for block in article.blocks if block.kind in kinds]
    return kept or [Span(0, len(article.text))]


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    raw = text[start:end]
    start, end = start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip())
    if start < end:
        yield Span(start, end)
