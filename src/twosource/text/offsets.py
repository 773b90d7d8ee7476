"""Clean a text and keep the way home: each cleaned offset maps back to where it came from.

Reads   a text and the edits made to it
Gives   Cleaned: the new text and a map of offsets both ways (after eyecite's SpanUpdater: sorted edits and one bisect)
Misses  edits that move text; those that overlap are refused
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

import msgspec

from twosource.model import Span


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace ``source[start:end]`` by `text`; offsets count code points of the source."""

    start: int
    end: int
    text: str = ""


class Cleaned(msgspec.Struct, frozen=True):
    """A text after edits. `edits` are sorted; `starts` and `ends` are where each replacement stands in `text`."""

    text: str
    edits: tuple[Edit, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def home(self, offset: int) -> int:
        """Return where in the source the character at `offset` came from; inside a replacement, the replaced start."""
        index = bisect_right(self.starts, offset) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        if offset < self.ends[index]:
            return edit.start
        return edit.end + offset - self.ends[index]

    def home_span(self, span: Span) -> Span:
        """Return the stretch of the source that `span` of the cleaned text was made from."""
        if span.start >= span.end:
            return Span(self.home(span.start), self.home(span.start))
        index = bisect_right(self.starts, span.end - 1) - 1
        if index >= 0 and span.end - 1 < self.ends[index]:
            return Span(self.home(span.start), self.edits[index].end)
        return Span(self.home(span.start), self.home(span.end - 1) + 1)

    def away(self, offset: int) -> int:
        """Return where in the cleaned text the source's `offset` went; inside an edit, the replacement's start."""
        index = bisect_right(self.edits, offset, key=lambda edit: edit.start) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        if offset < edit.end:
            return self.starts[index]
        return self.ends[index] + offset - edit.end


def apply(source: str, edits: Iterable[Edit]) -> Cleaned:
    """Return `source` with the edits made; raises ValueError when two overlap or one lies outside.

    >>> cleaned = apply("a **bold** word", [Edit(2, 4), Edit(8, 10)])
    >>> cleaned.text, cleaned.home_span(Span(2, 6))
    ('a bold word', Span(start=4, end=8))
    """
    ordered = tuple(sorted(edits))
    borders = [0, *(at for edit in ordered for at in (edit.start, edit.end)), len(source)]
    if any(left > right for left, right in pairwise(borders)):
        raise ValueError("edits overlap or lie outside the text")
    kept = [source[borders[i] : borders[i + 1]] for i in range(0, len(borders), 2)]
    pieces = [kept[0]]
    for edit, after in zip(ordered, kept[1:], strict=True):
        pieces += [edit.text, after]
    at = (0, *accumulate(len(piece) for piece in pieces))
    return Cleaned("".join(pieces), ordered, at[1:-1:2], at[2::2])
