"""Find what stands at an offset of the text, by bisection: a token, a span.

Reads   a spaCy Doc; spans
Gives   Lookup: offset to token; Taken: offset to span
Misses  spans that overlap one another
"""

from bisect import bisect_right

from spacy.tokens import Doc, Token

from twosource.model import Span


class Lookup:
    """The starts of a Doc's tokens, for many questions about one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts: list[int] = doc.to_array("IDX").tolist()

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the offset, or the last one before it; None in an empty Doc."""
        found = bisect_right(self._starts, offset) - 1
        return self.doc[found] if found >= 0 else None

    def within(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin in ``[start, end)`` or cover `start`, without white space."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        return [token for token in self.doc[first:last] if not token.is_space and token.idx + len(token) > start]


class Taken:
    """Sorted spans that never overlap, asked by bisection."""

    def __init__(self, spans: list[Span]) -> None:
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of the spans shares a code point with ``[start, end)``."""
        return self.next_start(start) < end

    def next_start(self, start: int) -> int:
        """Return where the span that covers `start` or comes next begins (at `start` when it covers it)."""
        at = bisect_right(self._starts, start)
        if at and self.spans[at - 1].end > start:
            return start
        return self._starts[at] if at < len(self._starts) else FAR

    def near(self, start: int, end: int) -> range:
        """Return the indices of the spans that begin in ``[start, end)``."""
        return range(bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1))

    def around(self, offset: int) -> Span | None:
        """Return the last span that begins at or before an offset."""
        at = bisect_right(self._starts, offset)
        return self.spans[at - 1] if at else None


FAR = 1 << 60
"""An offset behind any text."""
