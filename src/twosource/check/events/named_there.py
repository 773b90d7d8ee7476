"""Which names of a sentence say where a main event was, and not where somebody is from or what was done elsewhere.

Reads   a mention of a main event, its sentence
Gives   `sites`: the places of the names, in text order
Misses  places that are told in a sentence of their own
"""

import re
from collections.abc import Iterable

from twosource.check.context import Context, within
from twosource.check.coreference.words import known_kinds
from twosource.check.events.main_tellings import AFTERMATH, Told, kinds_at
from twosource.check.events.place_names import (
    NAME,
    is_building,
    is_land,
    is_no_place,
    is_owned,
    is_place,
    sorts_of_places,
)
from twosource.check.language.nouns import is_person
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import words

BEFALLEN = frozenset(
    {"hit", "quake", "flood", "storm/n", "destroy", "fire/n", "burn", "steal", "attack", "bomb", "enter"}
)
"""Kinds of event that happen at what they befall: a town is hit, a shop is robbed, a clinic is entered."""

AT = re.compile(
    r"\b(?:in|at|on|near|outside|inside|off|along)\s+"
    r"(?:(?:the|a|an|its|his|her|their|in|[A-Z][\w-]*['’]s)\s+)?"
    r"(?:(?:[a-z][\w-]*\s+){0,2}|(?:[a-z][\w-]*,?\s+){0,3}(?:[A-Z][a-z]+(?:n|ish|ese|ch|i|ic)\s+)?(?:[a-z][\w-]*\s+){1,2}of\s+)$"
)
"""A preposition of place before a name, with at most an article and two words that describe it, or with what sort of
place it is: "in the northern Indian city of"."""

INTO = re.compile(r"\b(?:into|from|to)\s+(?:(?:the|a|an|its|his|her|their)\s+)?(?:[a-z][\w-]*\s+){0,4}$")
"""Of what was taken from a building, or who went into it."""

OF = re.compile(r"\b(\w+)\s+(?:of|at|on)\s+(?:(?:the|a|an)\s+)?(?:[a-z][\w-]*\s+){0,3}$")
"""What befell a building: "the robbery of the Harn store"."""

FAR = 60
"""Characters between a noun for the event and the place that goes with it."""


def sites(told: Told) -> Iterable[Span]:
    """Return the names in the mention's sentence that say where its event happened, in text order."""
    context = told.context
    sentence = context.sentence(told.clause.span)
    text = context.text(sentence)
    for match in NAME.finditer(text):
        owned = OWNED.match(text, match.end())
        end = owned.end() if owned and owned[1].lower() in sorts_of_places() | words("location_nouns") else match.end()
        span = Span(sentence.start + match.start(), sentence.start + end)
        before, behind = text[: match.start()], text[end:]
        building = is_building(text[match.start() : end], before, behind)
        if not (building or is_place(context, span)) or is_no_place(context, span) or is_owned(context, span):
            continue
        placed = AT.search(before) is not None
        entered = building and (INTO.search(before) is not None or _of_event(before, told))
        entered = entered and not is_land(context, span)  # "States" is no building, and who goes to a land is not there
        if told.kind in VIOLENT and HOSPITAL.search(text, match.start(), end + len(" Hospital Center")):
            continue
        if (placed or entered or _befallen(told, span)) and _belongs(told, span):
            yield span


VIOLENT = frozenset({"kill", "hurt", "shoot", "stab", "attack", "hit", "run-down", "crash", "accuse"})
"""Kinds of event that do not happen in a hospital, but bring people there (`institutions` tells to which)."""

HOSPITAL = re.compile(r"\b(?:Hospital|Medical\s+Cent(?:er|re)|Infirmary|Trauma)\b")

OWNED = re.compile(r"['’]s\s+([A-Z][\w-]*)")
"""The rest of a name such as "Lowe's Store"."""


def _of_event(before: str, told: Told) -> bool:
    match = OF.search(before)
    return match is not None and told.clause.value.nominal and match[1].lower() == told.clause.value.predicate


def _befallen(told: Told, span: Span) -> bool:
    """Whether the name stands in what the event befell, where that is where it happened."""
    value = told.clause.value
    if told.kind not in BEFALLEN or value.nominal:
        return False
    objects = [a for a in value.arguments if a.relation == "object"]
    return any(a.span.covers(span) and not is_person(a.head.lower()) for a in objects)


def _belongs(told: Told, span: Span) -> bool:
    """Whether a place in the sentence is the event's: no part of a person's description or of another deed."""
    context, own = told.context, told.clause
    sentence = context.sentence(own.span)
    holding = [
        (clause, argument)
        for clause in within(context.mentions.clauses, sentence)
        for argument in clause.value.arguments
        if argument.relation != "complement" and argument.span.covers(span)
    ]
    mine = [argument for clause, argument in holding if clause.span == own.span]
    if mine:
        return not any(_is_person(context, argument) for argument in mine)
    others = [clause for clause, _ in holding if clause.value.tense and not clause.value.nominal]
    if _is_for(told, span):
        return False
    if own.value.nominal:
        return not any(_elsewhere(told, clause, span) for clause in others) if others else stands_beside(told, span)
    return all(_same_breath(told, clause) for clause in others) and (bool(others) or not _describes(told, span))


def _is_for(told: Told, span: Span) -> bool:
    """Whether a place stands in what something was done for: "died to give her son a home in Chile"."""
    context, own = told.context, told.clause.span
    between = within(context.mentions.clauses, Span(own.end, max(own.end, span.start)))
    return any(
        not clause.value.tense
        and not clause.value.nominal
        and context.article.text[: clause.span.start].endswith("to ")
        and any(argument.span.covers(span) for argument in clause.value.arguments)
        for clause in between
    )


def _describes(told: Told, span: Span) -> bool:
    """Whether a place stands between a person and the predicate: "Lowe, who heads a guild in Harn, was robbed"."""
    return any(
        argument.span.end <= span.start and span.end <= told.clause.span.start and _is_person(told.context, argument)
        for argument in told.clause.value.arguments
    )


def stands_beside(told: Told, span: Span) -> bool:
    """Return whether a place stands close behind the noun for the event, or right before it ("the Harn heist")."""
    noun, text = told.clause.span, told.context.article.text
    if span.end <= noun.start:
        return not text[span.end : noun.start].strip(" -")
    between = Span(noun.end, span.start)
    finite = any(clause.value.tense for clause in within(told.context.mentions.clauses, between))
    return between.end - between.start <= FAR and not finite


def _elsewhere(told: Told, clause: Mention[Clause], span: Span) -> bool:
    """Whether a clause places another deed than the event that a noun names: a trial, an arrest, a search.

    What those who did it did there is the event's ("the robbers entered the shop in Harn"), and so is what stands with
    the noun in one phrase.
    """
    noun = told.clause.span
    if any(argument.span.covers(noun) and argument.span.covers(span) for argument in clause.value.arguments):
        return False
    if not AFTERMATH.isdisjoint(kinds_at(told.context, clause)) or LEAVES.intersection(kinds_at(told.context, clause)):
        return True
    core = [a.span for a in clause.value.arguments if a.relation in ("subject", "agent")]
    return not any(span.covers(noun) for span in core)


LEAVES = frozenset({"escape", "leave", "arrive", "transport", "return", "hide"})
"""Kinds of what is done elsewhere, before or after."""


def _same_breath(told: Told, clause: Mention[Clause]) -> bool:
    """Whether a clause tells of what the same subject did there, or of another main event."""
    subjects = [{a.span for a in one.value.arguments if a.relation == "subject"} for one in (told.clause, clause)]
    if clause.value.status != told.clause.value.status:
        return False  # "was arrested and will be arraigned in Harn"
    return bool(subjects[0] & subjects[1]) or bool(known_kinds().intersection(kinds_at(told.context, clause)))


def _is_person(context: Context, argument: Argument) -> bool:
    if is_person(argument.head.lower()):
        return True
    entity = context.at.get(argument.span)
    if entity is not None:
        return entity.kind == "person"
    names = [name for name in within(context.mentions.names, argument.span) if name.span.start == argument.span.start]
    return any(name.value.kind == "person" for name in names) and argument.head[:1].isupper()
