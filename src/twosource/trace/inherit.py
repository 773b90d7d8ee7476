"""Let a copy take over its original's mentions, so that shared words are annotated once.

Reads   both articles, the original's Mentions, and the Share between the two
Gives   the copy's Mentions where its text is the original's, and the spans of the copy that still need annotation
Misses  mentions that reach across a passage's border: they are left to the finders

Pure on the nouns: every Span inside a mention's value is moved with it, whatever finder made it.
"""

from bisect import bisect_right
from difflib import SequenceMatcher
from itertools import accumulate
from typing import TypeVar

import msgspec

from twosource.model import Article, Mention, Mentions, Share, Span

T = TypeVar("T")

LEAST_PATCH = 2
"""Characters of text that make a patch worth annotating: less holds no word."""


LONGEST = 5_000
"""Words of a passage that is compared word by word, since the time goes with the square; longer ones are annotated anew
unless they are equal throughout."""


class Inherited(msgspec.Struct, frozen=True):
    """What a copy took over, and the spans of its text that it did not, in order."""

    mentions: Mentions
    missing: tuple[Span, ...]


class _Run(msgspec.Struct, frozen=True):
    """Equal characters: ``copy.text[start:end]`` is ``original.text[start - by:end - by]``."""

    start: int
    end: int
    by: int


def inherit(original: Article, copy: Article, mentions: Mentions, share: Share) -> Inherited:
    """Return the copy's mentions by offset map; `share` is between the two, in either direction.

    A sentence is taken over only if all its characters are equal in both texts, and with it every mention whose
    spans all lie in taken sentences; `missing` are the stretches between. Raises ValueError when `share` is not
    of these two articles.
    """
    if {share.earlier, share.later} != {original.id, copy.id}:
        raise ValueError(f"the share is between {share.earlier!r} and {share.later!r}")
    runs = _runs(original, copy, share)
    sentences = [moved for sentence in mentions.sentences if (moved := _move(sentence, runs)) is not None]
    sentences = _apart(sentences)
    mover = _Mover(runs, sentences)
    taken = {
        field: tuple(sorted(mover.all(getattr(mentions, field)), key=lambda mention: mention.span))
        for field in Mentions.__struct_fields__
        if field not in ("article", "sentences")
    }
    changed = msgspec.structs.replace(mentions, article=copy.id, sentences=tuple(sentences), **taken)
    return Inherited(changed, _missing(copy.text, sentences))


def _runs(original: Article, copy: Article, share: Share) -> list[_Run]:
    """The stretches of equal characters, in order of the original, found inside the passages."""
    found = []
    for passage in share.passages:
        here, there = passage.earlier, passage.later
        if share.earlier == copy.id:
            here, there = there, here
        found += _equal(original.text, copy.text, here, there)
    return sorted(found, key=lambda run: (run.start - run.by, run.start))


def _equal(original: str, copy: str, here: Span, there: Span) -> list[_Run]:
    """Stretches of equal characters of two spans, widened by the punctuation around them."""
    a, b = here.of(original), there.of(copy)
    if a == b:
        return [_widened(original, copy, here.start, there.start, len(a))]
    one, two = a.split(" "), b.split(" ")
    if max(len(one), len(two)) > LONGEST:
        return []
    at_one, at_two = ([0, *accumulate(len(word) + 1 for word in words)] for words in (one, two))
    blocks = SequenceMatcher(None, one, two, autojunk=False).get_matching_blocks()
    return [
        _widened(
            original,
            copy,
            here.start + at_one[block.a],
            there.start + at_two[block.b],
            at_one[block.a + block.size] - at_one[block.a] - 1,
        )
        for block in blocks
        if block.size
    ]


def _widened(original: str, copy: str, start: int, to: int, length: int) -> _Run:
    """Grow a stretch over equal characters on both sides, as far as the line goes."""
    end = start + length
    by = to - start
    while start > 0 and start + by > 0 and original[start - 1] == copy[start + by - 1] != "\n":
        start -= 1
    while end < len(original) and end + by < len(copy) and original[end] == copy[end + by] != "\n":
        end += 1
    return _Run(start + by, end + by, by)


def _move(span: Span, runs: list[_Run]) -> Span | None:
    """Where a span of the original stands in the copy, None when not all of it does."""
    at = bisect_right(runs, span.start, key=lambda run: run.start - run.by)
    for run in reversed(runs[max(0, at - 4) : at]):
        if run.start - run.by <= span.start and span.end <= run.end - run.by:
            return span.shift(run.by)
    return None


def _apart(spans: list[Span]) -> list[Span]:
    """Sort spans and drop any that overlaps one before it."""
    kept: list[Span] = []
    for span in sorted(set(spans)):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _missing(text: str, sentences: list[Span]) -> tuple[Span, ...]:
    """The stretches of text that no taken sentence covers, without the white space around them."""
    found, at = [], 0
    for sentence in [*sentences, Span(len(text), len(text))]:
        patch = text[at : sentence.start]
        start = at + len(patch) - len(patch.lstrip())
        if sentence.start - start >= LEAST_PATCH and patch.strip():
            found.append(Span(start, at + len(patch.rstrip())))
        at = sentence.end
    return tuple(found)


class _Mover:
    """Moves values of any shape: every Span in them must land in a taken sentence, or the value is not taken."""

    def __init__(self, runs: list[_Run], sentences: list[Span]) -> None:
        self.runs = runs
        self.sentences = sentences

    def all(self, found: tuple[Mention[T], ...]) -> list[Mention[T]]:
        """Move the mentions that can be moved."""
        return [moved for mention in found if (moved := self._value(mention)) is not None]

    def _value(self, value: T) -> T | None:
        """A copy of a value with its spans moved, None when one cannot be."""
        if isinstance(value, Span):
            return self._span(value)  # type: ignore[return-value]
        if isinstance(value, tuple):
            items = [self._value(item) for item in value]
            return None if any(i is None and v is not None for i, v in zip(items, value, strict=True)) else tuple(items)  # type: ignore[return-value]
        if isinstance(value, msgspec.Struct):
            changes = {}
            for field in value.__struct_fields__:
                before = getattr(value, field)
                after = self._value(before)
                if after is None and before is not None:
                    return None
                changes[field] = after
            return msgspec.structs.replace(value, **changes)
        return value

    def _span(self, span: Span) -> Span | None:
        moved = _move(span, self.runs)
        if moved is None:
            return None
        at = bisect_right(self.sentences, moved.start, key=lambda sentence: sentence.start) - 1
        return moved if at >= 0 and self.sentences[at].covers(moved) else None
