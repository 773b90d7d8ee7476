"""Claims about at what spot a deed was done that a common noun names: "found in a gravel pit", "shot in the garage".

Reads   clauses in the past, with the phrases that place them
Gives   venue claims, one question for each deed and sort of spot, in text order
Misses  spots told in a sentence of their own ("It happened in the kitchen"); nouns that name a spot only there

Two spots of one deed may lie within one another ("the bedroom", "the house"), so that they are never at odds: the noun
belongs to what is asked.
"""

import re

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.deed_places import names_place
from twosource.check.claims.deeds import asked_after, without_place
from twosource.check.claims.event_kinds import deed_of, happening_of
from twosource.check.claims.making import make_claim
from twosource.check.claims.misread import is_misread, is_undone
from twosource.check.claims.placed import beside, placed_words
from twosource.check.context import Context, within
from twosource.check.language.words import sense
from twosource.model import Argument, Claim, Clause, Mention, Span
from twosource.text.lexicon import words

BY = "spots"
PLACED = frozenset({"in", "at", "on", "inside", "outside", "near"})
"""Prepositions after which a noun says where something was done."""

POINTS = re.compile(r"(?:was|were|did|will)\s+(?:he|she|it|they|both|all|who\w*)\b", re.I)
"""How a question begins that asks after nobody known."""


def spots(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each common noun that says where somebody's or something's deed was, in text order."""
    found = []
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate == "die":
            continue  # `deaths` tells that
        if value.nominal or value.negated or value.tense != "past" or not context.speaks(clause.span):
            continue
        if is_misread(context, clause) or is_undone(context, clause):
            continue
        for argument in value.arguments:
            if argument.relation in PLACED and _is_spot(context, argument):
                found += _claim(context, clause, argument)
    return tuple(found)


def _is_spot(context: Context, argument: Argument) -> bool:
    """Whether a phrase is headed by a common noun for a spot, and names no place that `happenings` would take."""
    head = argument.head.lower()
    if head in words("generic_spots") or argument.head != head or not names_place(head):
        return False
    if head == "office" and context.text(argument.span).lower() == head:
        return False  # "in office since May"
    if argument.relation == "on" and head in words("built_spots"):
        return False  # "far more attention on her church"
    told = _words(context, argument.span)
    if head not in told.lower() or DOING.match(told) or WHICH.match(told):
        return False  # "on seeing the shop", "at the same clinic"
    return not any(within(context.mentions.places, argument.span))


def _words(context: Context, span: Span) -> str:
    """The words of a phrase that name a spot, without what is told of it besides."""
    return CLAUSE.split(placed_words(context, span))[0].strip()


WHICH = re.compile(
    r"(?:another|(?:the|an?|some)\s+(?:other|same|different|second|third|following|next)|this|that|these)\b", re.I
)
"""Words before a spot that tell it from one named before, which nobody sees who reads the phrase alone."""

DOING = re.compile(r"\w+ing\s+(?:the|an?|his|her|its|their)\b", re.I)


def _claim(context: Context, clause: Mention[Clause], argument: Argument) -> list[Claim]:
    happening = happening_of(context, clause)
    deed = deed_of(context, clause, happening) if happening is not None else ""
    if happening is None or not deed or deed in words("no_main_events") or not happening.parties:
        return []
    asked = without_place(asked_after(context, clause), _words(context, argument.span))
    if not asked or POINTS.match(asked):
        return []
    noun = sense(argument.head.lower())
    return [
        make_claim(
            context,
            "venue",
            argument.span,
            about=clause.span,
            measure=f"{happening.kind} at {noun} happen",
            value=beside(argument.relation, _words(context, argument.span)),
            subject="|".join(happening.parties),
            value_key=f">spot:{noun}",
            asked=asked,
            deed=deed,
            rule=BY,
        )
    ]
