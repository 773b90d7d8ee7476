"""What those counted did or underwent: "robbers took 30 rings" and "30 rings were stolen" are of one deed.

Reads   the clauses of a sentence, and where the number stands in them
Gives   the kind of event, "" where the list knows none
Misses  deeds that another sentence tells
"""

from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import known_kinds, noun_kind
from twosource.model import Clause, Span


def deed_of(context: Context, span: Span) -> str:
    """Return the kind of event that what is counted at `span` did or underwent, "" when the list knows none.

    "Robbers took 30 rings" and "30 rings were stolen": the innermost clause that has the number in its object, or in
    its subject where it has no object.
    """
    found: list[tuple[int, Span]] = []
    for clause in within(context.mentions.clauses, context.sentence(span)):
        if clause.value.predicate in TAKING and any(
            a.relation == "with" and a.span.covers(span) for a in clause.value.arguments
        ):
            return STEAL
        if clause.value.predicate in SUFFERING and (deed := _suffered(clause.value, span)):
            return deed
        parts = [a for a in clause.value.arguments if a.relation == "object"]
        parts = parts or [a for a in clause.value.arguments if a.relation == "subject"]
        for part in parts:
            if part.span.covers(span):
                found.append((part.span.end - part.span.start, clause.span))
    kind = kind_at(context.article, context.mentions, min(found)[1]) if found else ""
    return kind if kind in known_kinds() else ""


TAKING = frozenset({"make off", "walk off", "run off", "get away", "make away", "flee", "escape", "disappear"})
"""Verbs by which somebody who does so "with" something steals it."""

STEAL = "steal"
SUFFERING = frozenset({"suffer", "sustain", "undergo", "incur", "take"})
"""Verbs whose object says what the subject underwent: "two lines suffered severe damage"."""


def _suffered(clause: Clause, span: Span) -> str:
    """What kind of event the subject of a clause underwent, when the number is in it and the object tells it."""
    if any(a.relation == "subject" and a.span.covers(span) for a in clause.arguments):
        return next((noun_kind(a.head.lower()) for a in clause.arguments if a.relation == "object"), "")
    return ""
