"""Tell what a clause tells of: the class of event, its phase, and who takes part.

Reads   clauses, with the lexicons of classes of verbs and nouns
Gives   Happening; the objects that with their verb tell one deed ("opened fire")
Misses  deeds told by a verb that says nothing alone and a noun of no event: `happenings` asks for those
"""

from typing import NamedTuple

from twosource.check.claims.alarms import ALARM, is_alarm
from twosource.check.claims.deeds import completed
from twosource.check.context import Context
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import kinds_of_events, noun_kind, phrase_kind
from twosource.check.language.words import stem
from twosource.model import Argument, Clause, Mention
from twosource.text.lexicon import mapping, words

CORE = ("subject", "object", "agent")
"""The relations of those who take part in a deed."""


class Happening(NamedTuple):
    """What a clause tells of: a class of event, its phase ("start", "hold", "end" or ""), and who or what is in it."""

    kind: str
    phase: str
    parties: tuple[str, ...]
    noun: str


NO_DEEDS = frozenset(
    {"be", "have", "remain", "seem", "say", "include", "involve", "measure", "span", "bear", "describe", "recall",
     "recount", "discuss", "mention", "remember"}
)  # fmt: skip
"""Verbs that tell how things are, or that something is said."""


def happening_of(context: Context, clause: Mention[Clause]) -> Happening | None:
    """Return what a clause tells of, or None when it tells of no event.

    A verb of phase ("start", "hold", "end") takes its class from the noun of the event it speaks of: talks that
    start and negotiations that are held are one happening.
    """
    value = clause.value
    phases, nouns = mapping("aspect_verbs"), mapping("event_classes")
    if value.nominal:
        noun = nouns.get(value.predicate)
        return Happening(noun, "", parties_of(context, clause, ()), value.predicate) if noun else None
    if (part := phrase_object(value)) is not None:
        kind = phrase_kind(value.predicate, part.head.lower())
        return Happening(kind, "", parties_of(context, clause, (part,)), "")
    phase = "hold" if takes_place(value) else phases.get(value.predicate, "")
    if phase:
        core = [argument for argument in value.arguments if argument.relation in CORE]
        core.sort(key=lambda argument: argument.relation != "object")
        for argument in core:
            if argument.head in nouns:
                return Happening(nouns[argument.head], phase, parties_of(context, clause, (argument,)), argument.head)
    if value.predicate in mapping("event_verbs"):
        return Happening(
            mapping("event_verbs")[value.predicate], "hold", parties_of(context, clause, ()), value.predicate
        )
    if told := completed(clause):
        return Happening(phrase_kind(value.predicate, told), "", parties_of(context, clause, ()), "")
    light = value.predicate in words("light_verbs") and not _summons(value)
    if light or (value.predicate in nouns and phase):
        return None
    return Happening(
        mapping("verb_classes").get(value.predicate, value.predicate), "", parties_of(context, clause, ()), ""
    )


def phrase_object(value: Clause) -> Argument | None:
    """Return the object that with its verb tells one deed and nothing of its own: to open fire is to shoot.

    Who sets a fire tells of the fire too, and what takes place is told by the subject.
    """
    objects = (a for a in value.arguments if a.relation == "object")
    return next(
        (a for a in objects if phrase_kind(value.predicate, a.head.lower()) not in ("", "arson", "happen")), None
    )


def phrase_nouns(context: Context) -> set[int]:
    """Return where the nouns start that are no event of their own, as their verb tells the deed with them."""
    found = (phrase_object(clause.value) for clause in context.mentions.clauses)
    return {a.span.end - len(a.head) for a in found if a is not None}


def takes_place(value: Clause) -> bool:
    """Whether a clause says of its subject that it took place."""
    return value.predicate == "take" and any(a.relation == "object" and a.head == "place" for a in value.arguments)


def _summons(value: Clause) -> bool:
    """Whether "call" is to fetch ("police were called to a house") and not to name: nothing is said that they are."""
    relations = {argument.relation for argument in value.arguments}
    return value.predicate == "call" and "object" in relations and "complement" not in relations


def parties_of(context: Context, clause: Mention[Clause], without: tuple[Argument, ...]) -> tuple[str, ...]:
    """Return the ids or head stems of those who take part, in the order of the clause, each once; some left out."""
    found = []
    for argument in clause.value.arguments:
        if argument in without or argument.relation not in (*CORE, "indirect"):
            continue
        entity = context.entity(argument.span)
        found.append(entity.id if entity is not None else stem(argument.head.lower()))
    return tuple(dict.fromkeys(found))


def deed_of(context: Context, clause: Mention[Clause], happening: Happening) -> str:
    """Return the kind of event that a clause tells of, as `event_synonyms` has it, "" for one that it does not know."""
    if is_alarm(context, clause):
        return ALARM
    kind = noun_kind(happening.noun) or kind_at(context.article, context.mentions, clause.span)
    return kind if kind in kinds_of_events() else ""
