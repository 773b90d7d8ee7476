"""An attribution in the making, and the offsets it is made from.

Reads   tokens, ranges of tokens and offsets
Gives   Draft
Misses  nothing: it finds nothing itself
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from twosource.annotate import contents, cues
from twosource.annotate.cues import Reading
from twosource.annotate.layout import Layout
from twosource.annotate.sources import Phrase
from twosource.model import Span

Form = Literal["direct", "indirect", "mixed", "headline"]
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Draft:
    """What a cue reports, before it is known what it is nested in.

    `token` is the cue's head, `ranges` are the offsets of the content before it is cleaned, `holes` those cut from it.
    `outer` is the head of the cue that this one hangs on where the text does not put it inside that one's content.
    """

    token: Token
    source: Phrase | None
    cue: Span
    ranges: Ranges
    holes: Ranges
    reading: Reading
    form: Form = "indirect"
    negated: bool = False
    outer: Token | None = None

    @property
    def cue_range(self) -> tuple[int, int]:
        """The cue's offsets."""
        return self.cue.start, self.cue.end

    def content(self, layout: Layout) -> tuple[Span, ...]:
        """Return the content's spans."""
        return contents.cleaned(self.ranges, self.holes, layout)

    def source_span(self, layout: Layout) -> tuple[Span, ...]:
        """Return the source's span, with the comma that closes an apposition before the cue; () for no source."""
        if self.source is None:
            return ()
        start, end = offsets(layout, self.source.first, self.source.last)
        if end <= self.cue.start and layout.text[end : end + 1] == "," and "," in layout.text[start:end]:
            end += 1
        return (Span(start, end),)

    def form_of(self, layout: Layout) -> Form:
        """Return the form, "mixed" for reported speech that holds a quotation."""
        if self.form != "indirect":
            return self.form
        return "mixed" if any(layout.holds_quote(span) for span in self.content(layout)) else "indirect"


def offsets(layout: Layout, first: int, last: int) -> tuple[int, int]:
    """Return the offsets of tokens, first to last inclusive."""
    return layout.doc[first].idx, layout.doc[last].idx + len(layout.doc[last])


def draft(
    token: Token,
    source: Phrase | None,
    group: tuple[int, int],
    ranges: Iterable[tuple[int, int]],
    reading: Reading,
    layout: Layout,
    form: Form = "indirect",
) -> Draft | None:
    """Return the draft of a cue (its head and its group of tokens), None when no content is left."""
    holes = [offsets(layout, *group)]
    if source is not None:
        holes.append(offsets(layout, source.first, source.last))
    if token.pos_ == "VERB":
        reading = cues.reading_in(token, reading)
    negated = token.pos_ == "VERB" and cues.negated(token)
    quote = layout.quote_at(token.idx)
    if quote is not None:  # what is said inside a quotation does not reach beyond it
        ranges = [(max(low, quote.start), min(high, quote.end)) for low, high in ranges]
    made = Draft(token, source, Span(*holes[0]), tuple(ranges), tuple(holes), reading, form, negated)
    return made if made.content(layout) else None
