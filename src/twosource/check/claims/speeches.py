"""Find speech that goes over several lines or has no tag, and whose it is: a quotation is one statement however set.

Reads   the text, the attributions and sentences of one article
Gives   Speech, in text order: the quoted lines, and the attribution whose source speaks them
Misses  quotations between single marks; speakers who are named only by another sentence's subject
"""

from bisect import bisect_left
from typing import NamedTuple

from twosource.check.context import Context
from twosource.check.voices.quotations import HANDS_OVER, quotations, speaker_of, untagged
from twosource.model import Attribution, Mention, Span


class Speech(NamedTuple):
    """A quotation, without its marks, and the attribution of a part of it or of what leads to it."""

    span: Span
    attribution: Mention[Attribution]


def speeches(context: Context) -> tuple[Speech, ...]:
    """Return the quotations of an article that go over a line's end or have no tag, and whose speaker is told."""
    found = []
    for span in quotations(context.article.text):
        lines = "\n" in context.text(span).strip()
        attribution = _of(context, span) if lines else None
        if attribution is None and untagged(context, span) is not None:
            attribution = speaker_of(context, span)
        if attribution is not None and context.speaks(Span(span.start, span.start + 1)):
            found.append(Speech(span, attribution))
    return tuple(found)


def _of(context: Context, span: Span) -> Mention[Attribution] | None:
    """The attribution that speaks of a stretch: one outside it that holds a part of it, or that leads to it."""
    sentences = context.mentions.sentences
    index = bisect_left(sentences, span.start - len("``"), key=lambda one: one.start) - 1
    before = sentences[max(0, index)] if sentences else span  # the last one that begins before the mark
    leads: Mention[Attribution] | None = None
    for attribution in context.mentions.attributions:
        value = attribution.value
        if (
            value.negated
            or value.stance not in ("says", "confirms", "believes", "warns", "expects")
            or not value.source
        ):
            continue
        if any(span.covers(cue) for cue in value.cue):
            continue
        if value.form in ("direct", "mixed") and any(content.overlaps(span) for content in value.content):
            return attribution
        if before.covers(value.cue[0]) and HANDS_OVER.search(
            context.article.text[before.start : span.start].rstrip('“"`')
        ):
            leads = attribution
    return leads
