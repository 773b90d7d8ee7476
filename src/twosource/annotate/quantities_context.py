"""Tell as of when and where a number holds: the time and the place in its sentence that bear on it.

Reads   the spans of times and places, the sentence, the words a time dates
Gives   spans of one time and one place, or None
Misses  a time or place that an earlier sentence set for all that follow
"""

import re

from twosource.annotate.lookup import Taken
from twosource.model import Mention, Mentions, Place, Span

SCOPE = 200
"""Characters on either side of a number in which its time and place are looked for: within one sentence, and no list
of thousands is searched again for each of its numbers."""

RIGHT_BEHIND = re.compile(
    r"[\s,]*(?:(?:in|on|as of|by|at|since|for|through|during|until|over)\s+)?(?:the\s+|early\s+|late\s+|about\s+)*",
    re.IGNORECASE,
)
FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
"""Before a time it names what a change is counted from, not when the number holds ("up 12% from 2019")."""
PLACE_LEAD = re.compile(
    r"[^.;:]{0,40}?\b(?:in|at|near|across|outside|around|from|throughout|inside|of)\s+(?:[\w-]+\s+){0,4}", re.IGNORECASE
)


class Context:
    """The times, places and sentences of one article, for questions about its numbers."""

    def __init__(self, found: Mentions, sentences: tuple[Span, ...], text: str) -> None:
        self._text = text
        self._times = sorted((m for m in found.times if m.value.type in ("DATE", "TIME")), key=lambda m: m.span)
        self._places = sorted((m for m in found.places if m.value.use == "location"), key=lambda m: m.span)
        self._time_spans = Taken([m.span for m in self._times])
        self._place_spans = Taken([m.span for m in self._places])
        self._sentences = Taken(list(sentences))

    def _scope(self, span: Span) -> tuple[int, int]:
        """Return the part of the number's sentence that lies within `SCOPE`."""
        sentence = self._sentences.around(span.start)
        first, last = (sentence.start, sentence.end) if sentence else (0, len(self._text))
        return max(first, span.start - SCOPE), min(last, span.end + SCOPE)

    def as_of(self, span: Span, item: Span | None, heads: tuple[Span, ...], numbers: Taken) -> Span | None:
        """Return the time that bears on the number at `span`.

        First the one right behind the number or its noun, then one that dates the number's verb or noun (`heads`),
        then the only one of the sentence when no other number stands between.
        """
        start, end = self._scope(span)
        found = [self._times[i] for i in self._time_spans.near(start, end)]
        near = [time for time in found if not FROM.search(self._text, max(0, time.span.start - 6), time.span.start)]
        tail = max(span.end, item.end if item else 0)
        for time in near:
            if time.span.start >= tail and RIGHT_BEHIND.fullmatch(self._text, tail, time.span.start):
                return time.span
        for time in near:
            if any(head in heads for head in time.value.dates) and not self._taken(time.span, span, numbers):
                return time.span
        if len(near) == 1 and not _between(near[0].span, span, numbers) and _gap(near[0].span, span) < CLAUSE:
            return near[0].span
        return None

    def _taken(self, time: Span, span: Span, numbers: Taken) -> bool:
        """Whether a time stands right behind another number than the one at `span`, and so belongs to that."""
        other = numbers.around(time.start - 1)
        return other is not None and other != span and bool(RIGHT_BEHIND.fullmatch(self._text, other.end, time.start))

    def place(self, span: Span, item: Span | None, numbers: Taken) -> Span | None:
        """Return the place that bears on the number: the next one behind it, else the sentence's only one."""
        start, end = self._scope(span)
        near: list[Mention[Place]] = [self._places[i] for i in self._place_spans.near(start, end)]
        tail = max(span.end, item.end if item else 0)
        for place in near:
            behind = place.span.start >= tail and PLACE_LEAD.fullmatch(self._text, tail, place.span.start)
            if behind and not _between(span, place.span, numbers):
                return place.span
        return near[0].span if len({m.value.name for m in near}) == 1 else None


CLAUSE = 60
"""Characters between a number and a time that nothing else joins to it: about one clause."""


def _gap(one: Span, other: Span) -> int:
    """Return how many characters stand between two spans."""
    return max(one.start, other.start) - min(one.end, other.end)


def _between(one: Span, other: Span, numbers: Taken) -> bool:
    """Whether another number stands between two spans."""
    left, right = (one, other) if one.start < other.start else (other, one)
    return numbers.overlaps(left.end, right.start)
