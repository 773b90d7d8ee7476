"""Where something stands in a text."""

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open range ``[start, end)`` of Unicode code points of one `Article.text`.

    Spans sort by place. A span does not know its text: ``text[span.start:span.end]`` reads it.

    >>> Span(2, 5).of("abcdefg")
    'cde'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> "Span":
        """Return the span moved by `by` code points."""
        return Span(self.start + by, self.end + by)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of `spans`; raises ValueError when there are none.

    >>> hull([Span(5, 7), Span(1, 3)])
    Span(start=1, end=7)
    """
    kept = tuple(spans)
    if not kept:
        raise ValueError("hull of no spans")
    return Span(min(s.start for s in kept), max(s.end for s in kept))
