"""Tell where "one" is no number but stands for an article: "one official said", "one woman fell ill".

Reads   a quantity of one, the words around it
Gives   `is_article`
Misses  "one" that is told in contrast to a number of another sentence
"""

import re

from twosource.check.context import Context, within
from twosource.check.language.words import content_words
from twosource.model import Mention, Quantity

WINDOW = 40
"""Characters before "one" that say that it is a number."""

ONLY = re.compile(
    r"\b(?:only|just|least|exactly|single|but|than|most|not|every|won|wins|scored|lost|has|have|had|holds?|held)\s+$",
    re.I,
)
"""Before "one" where it is a number."""

VAGUE = re.compile(
    r"\b(?:hell|way|thing|kind|type|sort|example|reason|point|side|case|attempt|night|day|man’s|woman’s|moment|time"
    r"|instance|piece|place|episode|part|step|word|look|stage|study|poll|survey|report|account|view|version)s?\b",
    re.I,
)
"""Nouns of which one is hardly ever told for its number."""

TOLD = re.compile(r"\b(?:counts?|charges?|arrests?|title|goal|seat|vote)$", re.I)
"""Nouns of which it is told how many there are, were it only one."""

CLOSE = 40
"""Characters between two counts that are told together: "two women and one man"."""


def is_article(context: Context, quantity: Mention[Quantity]) -> bool:
    """Return whether "one" of something counts nothing: nothing bounds it, and no other count stands beside it."""
    item, text = quantity.value.item, context.article.text
    if item is None:
        return True
    if TOLD.search(context.text(item)):
        return False
    if VAGUE.match(text, quantity.span.end + 1) or VAGUE.search(context.text(item)):
        return True
    if ONLY.search(text[max(0, quantity.span.start - WINDOW) : quantity.span.start]):
        return False
    return not _is_told_beside(context, quantity)


def _is_told_beside(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether another count stands near, parted by a comma or "and" alone from what "one" is of."""
    text, sentence = context.article.text, context.sentence(quantity.span)
    for other in within(context.mentions.quantities, sentence):
        if other.span == quantity.span or other.value.item is None or other.value.low is None:
            continue
        first, second = sorted((quantity.span, other.span))
        if second.start - first.end > CLOSE or not content_words(context.text(other.value.item)):
            continue
        between = text[first.end : second.start]
        if JOINS.search(between):
            return True
    return False


JOINS = re.compile(r"(?:,|\band|\bof(?:\s+the)?|\bbut)\s+(?:\w+\s+){0,2}$", re.I)
