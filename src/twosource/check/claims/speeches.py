"""Find speech that goes over several lines, and whose it is: a quotation is one statement however it is set.

Reads   the text, the attributions and sentences of one article
Gives   Speech, in text order: the quoted lines, and the attribution whose source speaks them
Misses  quotations between single marks; speakers who are named only by another sentence's subject
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from twosource.check.context import Context
from twosource.model import Attribution, Mention, Span

MARK = re.compile(r"[“”\"]|``|''")
OPEN, CLOSE = frozenset({"“", "``"}), frozenset({"”", "''"})
LINES, LONGEST = 15, 1_500
"""Lines and characters of a speech that are kept together: what goes on longer has lost its closing mark."""

LEADS = re.compile(r":\s*$")
"""The end of a sentence that hands over to a speaker."""


class Speech(NamedTuple):
    """A quotation over several lines, without its marks, and the attribution of a part of it or of what leads to it."""

    span: Span
    attribution: Mention[Attribution]


def speeches(context: Context) -> tuple[Speech, ...]:
    """Return the quotations of an article that go over a line's end and whose speaker is told."""
    found = []
    for span in _runs(context.article.text):
        attribution = _of(context, span)
        if attribution is not None and context.speaks(Span(span.start, span.start + 1)):
            found.append(Speech(span, attribution))
    return tuple(found)


def _runs(text: str) -> Iterator[Span]:
    """The stretches from an opening mark to its closing one that hold a line's end.

    A mark that opens a further line goes on with the speech ("new paragraph, new mark").
    """
    opened = -1
    for mark in MARK.finditer(text):
        starts_line = not text[text.rfind("\n", 0, mark.start()) + 1 : mark.start()].strip()
        opens = mark[0] in OPEN or (mark[0] == '"' and text[mark.end() : mark.end() + 1].strip() != "")
        closes = mark[0] in CLOSE or (mark[0] == '"' and not starts_line and _ends(text, mark.start()))
        said = text[opened : mark.start()]
        if opened >= 0 and (said.count("\n") > LINES or len(said) > LONGEST):
            opened = -1
        if opened >= 0 and closes:
            if "\n" in said.strip():
                yield Span(opened, mark.start())
            opened = -1
        elif opens and (opened < 0 or not starts_line):
            opened = mark.end()


def _ends(text: str, mark: int) -> bool:
    """Whether a straight mark closes: it stands at a word or stop, or is torn off one: "We left, "she said."""
    return text[mark - 1 : mark] != " " or text[max(0, mark - 2) : mark - 1] in tuple(",.?!")


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
        if before.covers(value.cue[0]) and LEADS.search(context.article.text[before.start : span.start].rstrip('“"`')):
            leads = attribution
    return leads
