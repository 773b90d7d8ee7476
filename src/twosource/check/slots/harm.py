"""What befell somebody: in which part of the body, on which side, with what weapon, in what condition, where arrested.

Reads   Article.text; clauses of harm done to a person who is named
Gives   Filler, in text order
Misses  what befalls somebody who is not named, but for a patient's condition
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.check.context import Context
from twosource.check.fillers import fillers_of
from twosource.check.slots.cued import only_one
from twosource.check.slots.filler import WORD, Filler, of_clause, words_of
from twosource.model import Clause, Entity, Mention, Span
from twosource.text.lexicon import table


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:in|listed in|remained in)\s+(?:an?\s+)?({words_of('condition')})\s+condition\b")


def conditions_of_patients(context: Context) -> Iterator[Filler]:
    """Yield in what condition somebody lies in hospital, in text order."""
    for match in _conditions().finditer(context.article.text):
        focus = Span(match.start(), match.end())
        who = only_one(context, focus)
        asked = f"In what condition was {who.name if who else 'the patient'}?"
        yield Filler(context, "condition", who.id if who else "", fillers_of("condition")[match[1]], focus, asked)


@cache
def _sides() -> re.Pattern[str]:
    parts = "|".join(word for row in table("one_filler") if row[0] == "sided" for word in row[1:])
    return re.compile(rf"\b(left|right)\s+({parts})\b")


def sides_of_body(context: Context) -> Iterator[Filler]:
    """Yield which of somebody's two knees it was, where the sentence names one person; in text order."""
    for match in _sides().finditer(context.article.text):
        focus = Span(*match.span())
        who = only_one(context, focus)
        if who is not None:
            asked = f"Which {match[2]} of {who.name} was it?"
            yield Filler(context, f"side of {match[2]}", who.id, match[1], focus, asked)


def _befallen(context: Context, verbs: frozenset[str]) -> Iterator[tuple[Mention[Clause], Entity]]:
    """The clauses that say that one of some deeds was done to a person who is named."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate in verbs and not value.negated and value.status == "happened":
            found = {
                entity.id: entity for a in value.arguments if a.relation == "object" and (entity := context.called(a))
            }
            if len(found) == 1 and (entity := next(iter(found.values()))).kind == "person":
                yield clause, entity


SHOT = frozenset({"shoot", "stab", "hit", "wound", "strike", "knife"})
HURT = SHOT | {"kill", "beat", "attack", "bludgeon", "slay", "murder", "threaten"}
CAUGHT = frozenset({"arrest", "capture", "apprehend", "detain", "catch", "nab", "seize"})


def phrases_of_harm(context: Context) -> Iterator[Filler]:
    """Yield in which part of the body somebody was hit, with what weapon, where somebody was arrested, slot by slot."""
    for verbs, slot, relations, asked in PHRASES:
        for clause, whom in _befallen(context, verbs):
            for argument in clause.value.arguments:
                if argument.relation not in relations:
                    continue
                end = context.article.text.find(" ", argument.span.end + len(" of the "))
                said = context.article.text[argument.span.start : max(end, argument.span.end)]
                said = said[of.end() :] if (of := OF_THE.search(said)) else context.text(argument.span)
                for word in sorted({word.lower() for word in WORD.findall(said)} & fillers_of(slot).keys()):
                    question = asked.format(whom.name)
                    yield of_clause(context, clause, argument, slot, whom.id, fillers_of(slot)[word], question)


OF_THE = re.compile(r"^(?:the\s+)?(?:back|side|top)\s+of\s+(?:the|his|her)\b", re.I)
"""What stands before the part of the body that is meant."""


PHRASES = (
    (SHOT, "body", ("in",), "Where was {} hit?"),
    (HURT, "weapon", ("with",), "With what was {} attacked?"),
    (CAUGHT, "arrested", ("at", "in", "inside", "outside"), "Where was {} arrested?"),
)
"""Deeds, the slot that they have, what stands before its filler, and the question."""
