"""Which older event a number is of, and whether the dates of its sentence are its own.

Reads   a quantity, the times and the older event of its sentence
Gives   `event_of`, the key of that event, "" for this story's; `dated_apart`
Misses  dates of what another clause tells that nothing marks as such
"""

import re

from twosource.check.context import Context, within
from twosource.model import Mention, Quantity, Span


def event_of(context: Context, quantity: Mention[Quantity], focus: Span) -> str:
    """Return the key of the older event that a figure is of: of two years of a sentence that which dates the number."""
    key, at = context.event_key(focus), quantity.value.as_of
    before = context.article.text[context.sentence(focus).start : focus.start]
    if not key and (comes := COMES_AFTER.search(before)):
        return f"{comes['long'].lower().removesuffix('s')}s before"
    if not key.isdigit() or at is None:
        return key
    years = {time.value.start[:4] for time in context.mentions.times if time.span == at}
    return next((year for year in years if year.isdigit() and year < key), key)


COMES_AFTER = re.compile(
    r"\b(?:comes?|came|coming|happen(?:s|ed)|occur(?:s|red))\s+(?:[\w-]+\s+){0,3}?(?P<long>weeks?|months?|years?)\s+after\b",
    re.I,
)
"""Before what is told of another event: "the attack came just weeks after a man shot eight people"."""


def dated_apart(context: Context, span: Span) -> bool:
    """Return whether all dates of a sentence are of what happened before or to somebody named, and not of its number.

    "He was given two life terms after a trial in 1999", "Moll, who had won in 2007, scored 12 goals", "it opened in May
    and has since sold 900 boats". Of a toll that is not sure: "300 died after the flood of 1998".
    """
    sentence, text = context.sentence(span), context.article.text
    times = [one.span for one in within(context.mentions.times, sentence) if one.value.type in ("DATE", "TIME")]
    return bool(times) and all(
        OTHER_CLAUSE.search(text[span.end : time.start])
        if time.start > span.start
        else SINCE_THEN.search(text[time.end : span.start])
        or (text[time.end : time.end + 1] == "," and OF_SOMEBODY.search(text[sentence.start : time.start]))
        for time in times
    )


OTHER_CLAUSE = re.compile(r"\b(?:after|before|who|whom|whose|which)\b", re.I)
SINCE_THEN = re.compile(
    r"\band\s+(?:\w+\s+)?(?:has|have|had)\s+since\b|\bsince\s+(?:then|has|have|had)\b|\bso\s+far\b|\bto\s+date\b", re.I
)
OF_SOMEBODY = re.compile(r",\s+(?:who|whose|which)\b[^,]*$", re.I)
