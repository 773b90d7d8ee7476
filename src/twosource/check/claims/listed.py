"""Shares told one after another, each with a place of its own: "55 percent of calls in Malta, 52 in Cuba".

Reads   two quantities that follow each other
Gives   whether the second is of the same as the first
"""

import re

from twosource.check.claims.asking import GAP
from twosource.check.context import Context
from twosource.model import Mention, Quantity

BETWEEN = re.compile(
    r"^[^.;:]{0,60}?(?:,|,?\s+and|,?\s+but)\s+(?:(?:in|for|with|to)\s+[^,.;:]{3,30}?\s+by\s+)?(?:\w+\s+)?$", re.I
)
"""Between two shares of a list: the first one's place and "and", or the second one's ("in Cuba by 52 percent")."""

PLACE_BEHIND = re.compile(r"^\s+(?:in|for|with|to|from)\s+(?:the\s+)?[A-Z]")


OF_WHAT = re.compile(rf"^(.*{GAP} of .+?) (?:in|for|with|to|from|between) ")


def asked_like(first: str, own: str) -> str:
    """Return what a share of a list answers: of what the first is, and its own place.

    >>> asked_like("… of voice calls in Malta", "… in Cuba")
    '… of voice calls in Cuba'
    """
    of_what = OF_WHAT.match(first)
    return f"{of_what[1]} {own.partition(GAP)[2].strip()}" if of_what and own.startswith(GAP) else own


def listed(context: Context, before: Mention[Quantity], quantity: Mention[Quantity]) -> bool:
    """Whether a share stands in a list behind another, with nothing of its own but a place."""
    if before.value.norm != "percentage" or quantity.value.norm != "percentage":
        return False
    text = context.article.text
    between = text[before.span.end : quantity.span.start]
    if context.sentence(before.span) != context.sentence(quantity.span) or not BETWEEN.match(between):
        return False
    return " by " in between or PLACE_BEHIND.match(text[quantity.span.end : quantity.span.end + 20]) is not None
