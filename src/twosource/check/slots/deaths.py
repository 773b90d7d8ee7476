"""How and where somebody died: of what, in what place, in which way.

Reads   clauses of dying; words for ways to die
Gives   Filler, in text order
Misses  a death that only a noun tells of ("his death from a stroke")
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.context import Context
from twosource.check.fillers import filler_in, fillers_of
from twosource.check.language.words import content_words, stem
from twosource.check.slots.cued import only_one
from twosource.check.slots.filler import Filler, name_of_argument, of_clause, words_of
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import table


def causes(context: Context) -> Iterator[Filler]:
    """Yield what somebody died of, in text order."""
    for clause, who, named in _dying(context):
        for argument in clause.value.arguments:
            if argument.relation not in ("of", "from", "to") or (argument.relation == "to") != (
                clause.value.predicate == "succumb"
            ):
                continue
            said = CLAUSE.split(context.text(argument.span))[0]
            cause = sorted({stem(word) for word in content_words(said)} - _no_cause())
            if cause and not any(char.isdigit() for char in said):
                yield of_clause(
                    context,
                    clause,
                    argument,
                    "cause",
                    named,
                    filler_in("cause", " ".join(said.lower().split())) or " ".join(cause),
                    f"Of what did {name_of_argument(context, who)} die?",
                )


def places_of_death(context: Context) -> Iterator[Filler]:
    """Yield where somebody died, by the sort of place, in text order."""
    for clause, who, named in _dying(context):
        for argument in clause.value.arguments:
            head = argument.head.lower()
            head = "hospital" if MEDICAL.search(context.text(argument.span)) else head
            sort = fillers_of("place").get(head, "")
            if sort and argument.relation in ("at", "in", "on", "en"):
                yield of_clause(
                    context, clause, argument, "place", named, sort, f"Where did {name_of_argument(context, who)} die?"
                )


MEDICAL = re.compile(r"\b(?:medical|health|trauma) cent(?:er|re)$", re.I)


def _dying(context: Context) -> Iterator[tuple[Mention[Clause], Argument, str]]:
    """The clauses that say that somebody died, with who it is."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate not in ("die", "succumb") or value.negated or value.status != "happened":
            continue
        who = next((a for a in value.arguments if a.relation == "subject"), None)
        if who is None or OF_SOMEBODY.match(context.text(who.span)) or who.head.lower() in ("who", "they", "people"):
            continue
        entity = context.called(who)
        yield clause, who, entity.id if entity is not None and entity.kind == "person" else ""


OF_SOMEBODY = re.compile(r"(?:his|her|their|my|our|its)\b|\S+['’]s?\s", re.I)


@cache
def _no_cause() -> frozenset[str]:
    return frozenset(stem(word) for row in table("one_filler") if row[0] == "no cause" for word in row[1:])


@cache
def _deaths() -> re.Pattern[str]:
    return re.compile(rf"\b(?:({words_of('to death')}) (?:to death|alive)|({words_of('deadly')}))\b")


def ways_to_die(context: Context) -> Iterator[Filler]:
    """Yield in which way somebody was killed: "burned to death", "suffocated"; in text order."""
    for match in _deaths().finditer(context.article.text):
        focus = Span(*match.span())
        way = fillers_of("to death").get(match[1] or "") or fillers_of("deadly")[match[2]]
        who = only_one(context, focus)
        asked = f"In which way did {who.name if who else 'the victim'} die?"
        yield Filler(context, "way", who.id if who else "", way, focus, asked)
