"""What is said of a number besides: that it is a change, that a count has risen to it, that it is of some only.

Reads   the words on either side of a quantity
Gives   what the rule of a figure ends in, "" where nothing is said
Misses  what another sentence says of it
"""

import re

from twosource.check.compatible import SHORT_OF
from twosource.check.context import Context
from twosource.model import Claim, Mention, Quantity, Span

RISEN = " risen"
"""How the rule of a figure ends to which a count is said to have risen."""

CORRECTS = " corrects"
"""How the rule of a figure ends that is told in place of an earlier one."""

CORRECTED = re.compile(r"\b(?:correct(?:ed|s|ing)|revis(?:ed|es|ing))\b(?!\s+by\b)|\bin\s+a\s+correction\b", re.I)
"""In a sentence that gives a number in place of another."""

FORMER = re.compile(r"\b(?:not|from|of|than|earlier|previous(?:ly)?|initial(?:ly)?|given|reported|said)\s+$", re.I)
"""Before the number that is given up."""

FORMERLY = " formerly"
"""How the rule of a figure ends that was so before, and is told beside what is so now."""

BEFORE_NOW = re.compile(
    r"\b(?:down|up)\s+from\s+(?:about\s+)?$|\bcompared\s+(?:with|to)\s+$|\bthen\s+(?:was|were|stood\s+at)\s+$", re.I
)
"""Before the number of an earlier time: "down from 68 percent", "turnout then was 68 percent"."""

PER = " per"
"""How the rule of a figure ends that is so high for each time or each of many."""

EACH = re.compile(
    r"\s+(?:[a-z]+\s+){0,2}?(?:(?:on|for|in|to|by)\s+)?(?:every|each|per)\b"
    r"|\s+an?\s+(?:hour|day|night|week|month|year|season|head|person|family|share|piece|ton|tonne|kilo|litre|barrel)\b",
    re.I,
)
"""Behind a number that holds for each of many: "1.2 million euros on every strike day", "20,000 dollars a family"."""

ALMOST = re.compile(r"\b(?:almost|nearly|close\s+to|virtually|practically)\s+$", re.I)
"""Words before a number that is not reached."""

RISE = re.compile(
    r"\b(?:ris(?:es?|en|ing)|rose|climb\w*|jump\w*|grow[ns]?|grew|increas\w*|reach\w*|(?:is|was|are|were|now|went|gone)\s+up)\s+(?:to\s+)?(?:at\s+least\s+|more\s+than\s+)?$",
    re.I,
)
"""Before the number to which a count has risen."""

SHARED = " of so many"
"""How the rule of either number ends of which one is a part of the other: "178 of 369 punches"."""

OTHERS = re.compile(r"\s+other\s", re.I)
"""Behind the number of those who are not all: it contradicts no count of all."""

SOME = re.compile(r"\b(?:first|last|next|past|previous|final|opening)\s+$", re.I)
"""Before the number of some of a row, which another may tell longer: "their first two drives"."""

PART_BEHIND = re.compile(r"[\s-]+of[\s-]+(?:(?:his|her|its|their|the|our)\s+)?\d", re.I)
PART_BEFORE = re.compile(r"\d[\s-]+of[\s-]+(?:(?:his|her|its|their|the|our)\s+)?$", re.I)


def manner_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return what a figure's rule says besides: that it is a change, what a count has risen to or not quite reached."""
    if BEFORE_NOW.search(context.article.text[: quantity.span.start][-24:]):
        return FORMERLY
    if quantity.value.unit and EACH.match(context.article.text[quantity.span.end :][:48]):
        return PER
    if quantity.value.change:
        return " change"
    if _risen(context, quantity.span):
        return RISEN
    if _corrects(context, quantity.span):
        return CORRECTS
    text, span = context.article.text, quantity.span
    if PART_BEFORE.search(text[: span.start][-12:]) or PART_BEHIND.match(text[span.end :][:16]):
        return SHARED
    if OTHERS.match(text[span.end :][:8]) or SOME.search(text[: span.start][-12:]):
        return SHARED
    return SHORT_OF if ALMOST.search(context.article.text[: quantity.span.start][-12:]) else ""


def _risen(context: Context, span: Span) -> bool:
    """Whether a figure is said to have risen to what it is: "the toll rose to 17"."""
    return bool(RISE.search(context.article.text[context.sentence(span).start : span.start]))


def _corrects(context: Context, span: Span) -> bool:
    """Whether a sentence says that a figure corrects an earlier one: "the council revised the toll to 12"."""
    sentence = context.sentence(span)
    if FORMER.search(context.article.text[sentence.start : span.start]):
        return False
    return CORRECTED.search(context.text(sentence)) is not None


def told_otherwise(a: Claim, b: Claim) -> bool:
    """Return whether only one of two figures is of an earlier time, or only one holds for each of many."""
    return any(a.rule.endswith(mark) != b.rule.endswith(mark) for mark in (FORMERLY, PER))
