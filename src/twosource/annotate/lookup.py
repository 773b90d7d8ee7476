"""Find the token that stands at an offset of the text.

Reads   a spaCy Doc
Gives   Lookup: offset to token, by bisection
Misses  -
"""

from bisect import bisect_right

from spacy.tokens import Doc, Token


class Lookup:
    """The starts of a Doc's tokens, for many questions about one Doc."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self._starts = [token.idx for token in doc]

    def at(self, offset: int) -> Token | None:
        """Return the token that covers the offset, or the last one before it; None in an empty Doc."""
        found = bisect_right(self._starts, offset) - 1
        return self.doc[found] if found >= 0 else None

    def within(self, start: int, end: int) -> list[Token]:
        """Return the tokens that begin in ``[start, end)`` or cover `start`, without white space."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        last = bisect_right(self._starts, end - 1)
        return [token for token in self.doc[first:last] if not token.is_space and token.idx + len(token) > start]
