"""Choose the sentence of an article that shows best why it was found, and light up the words in it.

Reads   the article's text, the words looked for, the passage nearest in meaning
Gives   Snippet: an exact span, and the spans of the words in it
Misses  sentences behind the first `READ` characters
"""

import re
from collections.abc import Mapping, Sequence

from twosource.model import Article, Snippet, Span
from twosource.text.passages import passages, sentences
from twosource.text.stems import joined, words_of

READ = 60_000
"""Characters of an article that are looked through: a very long report's."""

HEAD = 3
"""First letters of a stem that stand in every word that has it: only sentences with one of them are taken apart."""

LONGEST = 320
"""Characters shown: two lines of a terminal or of a page of results. A longer sentence is cut at words around those
that were found."""


def snippet(article: Article, rarity: Mapping[str, float], exact: Sequence[str] = (), passage: int = -1) -> Snippet:
    """Return the sentence with the rarest of the words (stems with their weight), with an exact phrase if there is one.

    Without any of them, the passage of that number; the first sentence without that.
    """
    text = article.text[:READ]
    places = [place for phrase in exact for place in phrases_in(text, phrase)][:1]
    heads = {stem[:HEAD] for stem in rarity}
    lowered = text.lower()
    same = len(lowered) == len(text)  # "İ" is two letters in lower case
    best, most = None, 0.0
    found: list[tuple[str, Span]] = []
    for span in sentences(text):
        told = not same or any(head in lowered[span.start : span.end] for head in heads)
        here = [(stem, place.shift(span.start)) for stem, place in _places(span.of(text), rarity)] if told else []
        inside = {stem for stem, _ in here}
        found += here
        weight = sum(rarity[stem] for stem in inside) + (1e6 if any(span.overlaps(p) for p in places) else 0.0)
        if weight > most:
            best, most = span, weight
    if best is None:
        near = passages(article)
        best = near[passage] if 0 <= passage < len(near) else next(iter(sentences(text)), Span(0, 0))
    return cut(article, best, tuple(place for _, place in found if best.covers(place)))


def of_claim(article: Article, span: Span, rarity: Mapping[str, float]) -> Snippet:
    """Return the sentence of a claim with the words lit up."""
    found = [
        Span(place.start + span.start, place.end + span.start) for _, place in _places(span.of(article.text), rarity)
    ]
    return cut(article, span, tuple(found))


def weight_of(text: str, rarity: Mapping[str, float]) -> float:
    """Return the weight of the words that a text has, each once."""
    return sum(rarity[stem] for stem in sorted({stem for stem, _ in _places(text, rarity)}))


def cut(article: Article, span: Span, found: tuple[Span, ...]) -> Snippet:
    """Return a span as a snippet, cut at words to `LONGEST` characters that hold the first word found."""
    start, end = span.start, span.end
    if end - start > LONGEST:
        middle = found[0].start if found else start
        start = max(start, min(middle - LONGEST // 3, end - LONGEST))
        if start > span.start and (space := article.text.find(" ", start, start + LONGEST // 4)) >= 0:
            start = space + 1
        stop = min(end, start + LONGEST)
        space = article.text.rfind(" ", start, stop) if stop < end else -1
        end = space if space > start + LONGEST // 2 else stop
    shown = Span(start, end)
    return Snippet(article.id, shown, shown.of(article.text), tuple(p for p in found if shown.covers(p)))


def phrases_in(text: str, phrase: str) -> list[Span]:
    """Return where a phrase stands: the same words in the same order, whatever their case and what parts them.

    >>> phrases_in("An immediate cease-fire.", "immediate cease fire")
    [Span(start=3, end=23)]
    """
    words = re.findall(r"[^\W_]+", phrase)
    if not words:
        return []
    pattern = r"(?<![^\W_])" + r"[\W_]{1,3}".join(map(re.escape, words)) + r"(?![^\W_])"
    return [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)]


def _places(text: str, rarity: Mapping[str, float]) -> list[tuple[str, Span]]:
    """Where the words stand, in text order, never overlapping: a hyphenated word found whole counts once."""
    found = [
        (word.stem, Span(word.start, word.end))
        for word in (*words_of(text, rarity), *joined(text))
        if word.stem in rarity
    ]
    found.sort(key=lambda item: (item[1].start, -item[1].end, item[0]))
    kept: list[tuple[str, Span]] = []
    for stem, place in found:
        if not kept or place.start >= kept[-1][1].end:
            kept.append((stem, place))
    return kept
