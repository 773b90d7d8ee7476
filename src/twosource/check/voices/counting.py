"""Find who vouches for a figure that no verb of saying gives: whoever counts, measures or moves a count to it.

Reads   clauses, quantities, the words between a verb and a number
Gives   `counted_by`: a chain of one name
Misses  counts of counts ("the second of three polls")
"""

import re

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.voices.chains import UNNAMED, name_of
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import mapping, words


def counted_by(context: Context, span: Span) -> tuple[str, ...]:
    """Return who is said to have counted or measured a figure ("the service measured ..."), () when nobody is."""
    for clause in context.mentions.clauses:
        counts = clause.value.predicate in words("counting_verbs")
        puts = clause.value.predicate == "put" and PUT_AT.search(context.article.text, clause.span.end, span.start)
        raises = clause.value.predicate in RAISES and RAISED.match(context.article.text, clause.span.end, span.start)
        inside = clause.value.span.covers(span) or (counts and _counted_too(context, clause, span))
        if (counts or puts or raises) and inside:
            for argument in clause.value.arguments:
                if argument.relation in ("subject", "agent") and not argument.span.overlaps(span):
                    if not _can_count(context, argument):
                        return ()  # "a quake measuring 6.1"
                    name = name_of(context, argument.span)
                    return () if name == UNNAMED else (name,)
    return ()


PUT_AT = re.compile(r"\bat\s+(?:[^\W\d]+[\s-]+){0,3}[$€£]?$")
"""Between "put" and the number that somebody gives for something: "police put the crowd at about 5,000"."""


RAISES = frozenset({"raise", "lower", "revise", "increase", "cut", "reduce", "correct"})
RAISED = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,4}(?:toll|number|count|estimate|figure|tally|total)\b[^.,;\d]*\bto\s+(?:[^\W\d]+[\s-]+){0,3}$"
)
"""Between a verb and the number to which somebody moves a count: "raised the number of dead to 15"."""

COUNTED_TOO = re.compile(r"(?:\s+[^\W\d]+)?\s+(?:and|as well as)\s+(?:[^\W\d]+\s+){0,2}")


def _counted_too(context: Context, clause: Mention[Clause], span: Span) -> bool:
    """Whether a figure is joined to one that a clause counts, and was taken for another clause's subject.

    "The agency counted 52 homes destroyed and 1,140 people driven from theirs."
    """
    end = clause.value.span.end
    if end > span.start or not within(context.mentions.quantities, clause.value.span):
        return False
    return COUNTED_TOO.fullmatch(context.article.text, end, span.start) is not None


def _can_count(context: Context, argument: Argument) -> bool:
    """Whether somebody or some body is named or described, who can count and measure."""
    entity = context.entity(argument.span)
    if entity is not None and entity.kind in ("person", "organisation"):
        return True
    head = argument.head.lower()
    return mapping("noun_kinds").get(head, "") in ("person", "organisation") or is_person(head)
