"""Claims of the day by which something must be done: "must decide by May 9", "the May 9 deadline".

Reads   times, with the words before and behind them
Gives   time claims, one question a day
Misses  deadlines that are told as spans ("within sixty days"), and those without a date
"""

import re

from twosource.check.claims.deed_times import time_claim
from twosource.check.claims.deeds import asked_after
from twosource.check.claims.time_keys import compared, time_key
from twosource.check.context import Context, within
from twosource.model import Claim, Clause, Mention, Span, Time

BY = "deadlines"
BEFORE_DAY = re.compile(r"\b(?:by|before|until|no\s+later\s+than)\s+(?:the\s+)?$", re.I)
MUST = re.compile(
    r"\b(?:must|ha(?:s|ve|d)\s+(?:until|till)|ha(?:s|ve|d)\s+to|needs?\s+to|required\s+to|ordered\s+to|obliged\s+to"
    r"|(?:gave|given|told)\b)",
    re.I,
)
"""What says, before the day in the sentence, that something has to be done by it."""

ANOTHER = re.compile(r"\b(?:by|before|until|order)\b", re.I)
"""Between what must be done and a day, words that give it another: "by Monday in order to open before May 9"."""

DEADLINE_OF = re.compile(r"\bdeadline\s+(?:of|is|was|falls\s+on|set\s+for|on|for\s+\w+\s+is)\s+$", re.I)
DEADLINE = re.compile(r"^(?:,?\s+|-)(?:\w+\s+){0,2}?deadline\b", re.I)
NEAR = 90
"""Characters before a day in which the word stands that something must be done."""


def deadlines(context: Context) -> tuple[Claim, ...]:
    """Return a time claim for each day by which something must be done, in text order."""
    found = []
    for time in context.mentions.times:
        key = time_key(compared(context, time)) if time.value.type in ("DATE", "TIME") else ""
        if key and context.speaks(time.span) and _is_deadline(context, time.span):
            found.append(_claim(context, time, key.partition("T")[0] or key))
    return tuple(found)


def _is_deadline(context: Context, day: Span) -> bool:
    text, sentence = context.article.text, context.sentence(day)
    before = text[max(sentence.start, day.start - NEAR) : day.start]
    if DEADLINE_OF.search(before) or DEADLINE.match(text[day.end : sentence.end]):
        return True
    lead, must = BEFORE_DAY.search(before), next(reversed(list(MUST.finditer(before))), None)
    return bool(lead and must and not ANOTHER.search(before, must.end(), lead.start()))


def _claim(context: Context, time: Mention[Time], key: str) -> Claim:
    clause = _clause(context, time.span)
    told = asked_after(context, clause) if clause.value.status in ("planned", "called for") else ""
    return time_claim(
        context,
        clause,
        time,
        key,
        measure=f"deadline {key} plan day",
        subject="",
        asked="" if "deadline" in told else told,
        certainty="expected",
        rule=BY,
    )


def _clause(context: Context, day: Span) -> Mention[Clause]:
    """The last clause before a day that is to be done, else a stand-in at the day."""
    inside = [c for c in within(context.mentions.clauses, context.sentence(day)) if c.span.start < day.start]
    ahead = [c for c in inside if c.value.status in ("planned", "called for") and not c.value.nominal]
    return next(reversed(ahead), Mention(Clause("deadline", day, nominal=True), day, BY))
