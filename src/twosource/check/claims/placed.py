"""The words of a phrase that say where something was done, without those that say when.

Reads   a phrase of a clause, the times in it
Gives   its words up to the time: "an outpost" of "an outpost at around 5:30 a.m."
"""

import re

from twosource.check.context import Context, within
from twosource.model import Span

AT_TIME = re.compile(r"(?:,|\s+(?:at|on|in|by|around|about|early|late|since|until))+\s*$", re.I)
"""Words that lead from a place to the time behind it."""


def placed_words(context: Context, span: Span) -> str:
    """Return the words of a phrase of place without the time behind it, all of them where a time opens it."""
    text = context.article.text
    times = [
        time.span.start
        for time in within(context.mentions.times, span)
        if time.span.start > span.start
        and (time.span.end >= span.end or AT_TIME.search(text[span.start : time.span.start].rstrip()))
    ]
    told = AT_TIME.sub("", text[span.start : min(times)].rstrip()) if times else ""
    return " ".join((told or context.text(span)).split())


BESIDE = frozenset({"near", "outside", "off", "between", "along", "around", "behind", "over"})
"""Prepositions that say that something was not in the place itself."""


def beside(preposition: str, place: str) -> str:
    """Return a place with the word before it that says that it was beside it.

    >>> beside("outside", "the mill"), beside("at", "the mill")
    ('outside the mill', 'the mill')
    """
    return f"{preposition} {place}" if preposition in BESIDE else place
