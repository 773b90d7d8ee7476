"""Tell where a source belongs: to what bodies, to what group, and who is named where it is cited.

Reads   contexts; the clauses, offices and names of an article
Gives   led (who leads or works for which body), groups (whose office it is), is_described, beside_saying
Misses  ties told with other verbs than those that mostly tell of ties
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.check.context import Context
from twosource.check.language.nouns import is_person
from twosource.check.language.words import content_words
from twosource.check.voices.chains import holding
from twosource.model import Claim, Clause, Entity
from twosource.text.lexicon import table

HOLDS = frozenset(
    {"head", "lead", "run", "chair", "direct", "manage", "command", "represent", "own", "found", "work", "serve"}
)
"""Verbs that tell of somebody's place in a body: "Lee runs the mission of the Red Cross", "she works for the bank"."""

RANKS = frozenset({"former", "ex", "deputy", "vice", "acting", "chief", "senior", "assistant", "general", "first"})
"""Words before an office that say which it is of several, and not whose."""


def led(context: Context) -> Iterator[tuple[str, str]]:
    """Yield the names of a person and of each body that a clause tells that person to lead or to work for."""
    for mention in context.mentions.clauses:
        clause = mention.value
        if clause.predicate in HOLDS and not clause.negated:
            bodies = [one for one in context.entities(clause.span) if one.kind == "organisation"]
            yield from ((person.name, body.name) for person in _subjects(context, clause) for body in bodies)


def _subjects(context: Context, clause: Clause) -> list[Entity]:
    found = [context.entity(part.span) for part in clause.arguments if part.relation in ("subject", "agent")]
    return [one for one in found if one is not None and one.kind == "person"]


def groups(entity: Entity | None) -> frozenset[str]:
    """Return the words of a person's offices that say whose they are: "rebel" of "rebel commander"."""
    roles = entity.roles if entity is not None and entity.kind == "person" else ()
    return frozenset(word for role in roles for word in content_words(role)[:-1]) - RANKS


def is_described(entity: Entity, around: str) -> bool:
    """Return whether an article says what a person is: by an office, or by a noun for people beside the name.

    A rank and no more ("Special Agent Roth", "Lieutenant Lin") says that there is a body, and not which.
    """
    told = [role.split()[-1] for role in entity.roles] or [word for word in content_words(around) if is_person(word)]
    return any(word not in _ranks() for word in told)


@cache
def _ranks() -> frozenset[str]:
    return frozenset(row[0] for row in table("titles") if row[2] == "style") | OF_SOME_BODY


OF_SOME_BODY = frozenset({"agent", "officer", "official", "member"})
"""Nouns for people that do not say of which body they are."""


def beside_saying(context: Context, claim: Claim) -> str:
    """Return a claim's sentence without what its source says in it, and without the sources that are cited there.

    What is left tells how it was said: "in a statement read out by the mediator", "quoting figures of the Red Cross";
    so may what hangs on to what is said ("they were freed, after a call with the mediator").
    """
    sentence = context.sentence(claim.focus)
    told = [content for one in holding(context, claim.focus) for content in one.value.content]
    cited = [
        source for one in context.mentions.attributions if one.span.overlaps(sentence) for source in one.value.source
    ]
    if not told:
        return ""
    left, start = [], sentence.start
    for span in sorted((*told, *cited)):
        if span.end > start and span.start < sentence.end:
            left.append(context.article.text[start : max(start, span.start)])
            start = span.end
    tails = [found[0] for span in told for found in TAIL.finditer(context.text(span))]
    return " ".join((*left, context.article.text[start : sentence.end], *tails))


TAIL = re.compile(r",\s+(?:\w+ing|based|after|following|from|with|at)\b[^,]*")
"""What follows a comma without a verb of its own: how somebody came by what he says, or what else was done."""
