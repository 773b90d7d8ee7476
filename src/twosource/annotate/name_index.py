"""Look up the names of an article by place: what a source's head is called in full, who is named nearby.

Reads   names with chains
Gives   NameIndex
Misses  pronouns and descriptions that no chain leads to a name
"""

from bisect import bisect_left, bisect_right

from spacy.tokens import Token

from twosource.model import Mention, Name, Span


class NameIndex:
    """The names of an article by place, for asking what a source's head is called in full."""

    def __init__(self, names: tuple[Mention[Name], ...]) -> None:
        known = (mention for mention in names if mention.value.form == "name" or mention.value.chain >= 0)
        self._names = sorted(known, key=lambda mention: (mention.span.start, -mention.span.end))
        self._starts = [mention.span.start for mention in self._names]
        self._bodies = [one for one in self._names if one.value.form == "name" and one.value.kind == "organisation"]

    def mention(self, head: Token) -> Mention[Name] | None:
        """Return the longest name, description or resolved pronoun that a token stands in, None when in none."""
        last = bisect_right(self._starts, head.idx)
        near = self._names[max(0, last - 6) : last]  # a description holds few names: "X's and Y's joint office"
        return next((one for one in near if one.span.start <= head.idx < one.span.end), None)

    def bodies_before(self, offset: int, since: int = 0) -> list[str]:
        """Return the full names of the bodies that the text names between two offsets, once for each time."""
        return [one.value.text for one in self._bodies if since <= one.span.start < offset]

    def inside(self, start: int, stop: int) -> list[Mention[Name]]:
        """Return the mentions that lie between two offsets, in text order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        return [one for one in self._names[first:last] if one.span.end <= stop]

    def between(self, name: str, start: int, stop: int) -> list[Span]:
        """Return where somebody is named between two offsets, in text order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, stop)
        near = self._names[first:last]
        return [one.span for one in near if one.value.form == "name" and one.value.text == name]
