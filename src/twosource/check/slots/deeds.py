"""What a deed has but one of: the room where a fire began, who found a body, how somebody left an office.

Reads   clauses with their arguments
Gives   Filler, in text order
Misses  a deed that only a noun tells of
"""

from collections.abc import Iterator

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.context import Context
from twosource.check.fillers import fillers_of
from twosource.check.language.words import sense
from twosource.check.slots.filler import WORD, Filler, of_clause
from twosource.model import Clause, Mention, Span


def rooms(context: Context) -> Iterator[Filler]:
    """Yield in which part of a building a fire began, in text order."""
    for clause in context.mentions.clauses:
        value = clause.value
        fire = any(
            a.relation in ("subject", "object") and sense(a.head.lower()) == sense("fire") for a in value.arguments
        )
        if value.predicate not in BEGINS or value.negated or value.status != "happened" or not fire:
            continue
        for argument in value.arguments:
            room = fillers_of("room").get(argument.head.lower(), "")
            if room and argument.relation in ("in", "on", "at", "from", "inside", "near"):
                yield of_clause(
                    context, clause, argument, "room", "fire", room, "Where in the building did the fire start?"
                )


BEGINS = frozenset({"start", "begin", "break out", "originate", "ignite", "erupt", "spark", "set"})


def finders(context: Context) -> Iterator[Filler]:
    """Yield who found a body, in text order."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate not in ("find", "discover") or value.negated or value.status != "happened":
            continue
        if not any(a.relation in ("object", "subject") and sense(a.head.lower()) in BODIES for a in value.arguments):
            continue
        passive = value.passive or any(a.relation == "agent" for a in value.arguments)
        for argument in value.arguments:
            if argument.relation != ("agent" if passive else "subject") or context.called(argument) is not None:
                continue
            said = CLAUSE.split(context.text(argument.span))[0]
            who = {sort for word in WORD.findall(said) if (sort := fillers_of("finder").get(word.lower()))}
            if len(who) == 1:
                yield of_clause(context, clause, argument, "finder", "body", who.pop(), "Who found the body?")


BODIES = frozenset({sense("body"), sense("bodies"), sense("corpse"), sense("remains")})


def exits(context: Context) -> Iterator[Filler]:
    """Yield whether somebody resigned or was dismissed, in text order."""
    for clause in context.mentions.clauses:
        value = clause.value
        way = next((way for way, verbs in EXITS.items() if value.predicate in verbs), "")
        if not way or value.negated or value.status != "happened" or value.nominal or not value.tense:
            continue
        relation = "subject" if way == "resigned" else "object"
        for argument in value.arguments:
            who = context.called(argument) if argument.relation == relation else None
            if who is not None and who.kind == "person":
                yield Filler(
                    context, "exit", who.id, way, _with_particle(context, clause), f"How did {who.name} leave?"
                )


def _with_particle(context: Context, clause: Mention[Clause]) -> Span:
    """The place of a verb with the particle that follows it: "stepped down"."""
    particle = clause.value.predicate.partition(" ")[2]
    follows = particle and context.article.text.startswith(f" {particle}", clause.span.end)
    return Span(clause.span.start, clause.span.end + (len(particle) + 1 if follows else 0))


EXITS = {
    "resigned": frozenset({"resign", "quit", "step down", "stand down", "hand in"}),
    "dismissed": frozenset({"fire", "sack", "dismiss", "axe", "oust"}),
}
"""The ways to leave an office, with their verbs."""
