"""Tell which mentions that only name a kind of event ("the heist", "on charges of theft") name the one that is told.

Reads   the mentions of one main event
Gives   those that tell it, and of those that name it the ones that hold something of what is told
Misses  a name far from anything that the tellings say ("the incident")

A story's articles use a noun for more than one thing: for its own robbery, for robberies in general, for the one last
year. What tells the event in clauses says what it is of; a name belongs to it when its sentence holds words of that, or
when it points ("the heist", "the gunman") in a story in which most who speak of such a thing tell it.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.check.context import within
from twosource.check.events.main_tellings import Told
from twosource.check.language.words import content_words, sense
from twosource.model import Span
from twosource.text.lexicon import mapping

TELLING = 3
"""Articles that must tell an event for a name that only points to be one of it."""

SURE, SHARED = 2, 1
"""Words of the tellings in a name's sentence that make it one of the event, and that do for one that points."""


class Known(NamedTuple):
    """What the tellings of an event tell besides its kind: senses of words, whom it befell, places and bodies named.

    `chief` is an event that enough articles tell, and most of those that speak of its kind.
    """

    senses: frozenset[str]
    people: frozenset[str]
    others: frozenset[str]
    chief: bool


def named_of(told: Sequence[Told], texts: Mapping[str, str]) -> list[tuple[Told, int]]:
    """Return the mentions of an event in the same order, without names of what may be another of its kind; each with
    how much of what is told the sentence of a name holds.

    `texts` maps the id of an article to that of its text: those of one text count once.
    """
    full = [one for one in told if one.full]
    known = _known(full, len(_texts(told, texts)), texts)
    held = ((one, 0 if one.full else _held(one, known)) for one in told)
    return [(one, much) for one, much in held if one.full or _is_of(one, much, known.chief)]


def _texts(told: Sequence[Told], texts: Mapping[str, str]) -> set[str]:
    return {texts.get(one.article, one.article) for one in told}


def _known(full: Sequence[Told], articles: int, texts: Mapping[str, str]) -> Known:
    telling = len(_texts(full, texts))
    named = [entity for one in full for entity in one.context.entities(one.clause.value.span)]
    return Known(
        frozenset(stem for one in full for stem in _senses(one, one.clause.value.span)),
        frozenset(name for one in full for name in one.patient.named),
        frozenset(entity.id for entity in named if entity.kind != "person"),
        telling >= TELLING and 2 * telling >= articles,
    )


def _is_of(one: Told, held: int, chief: bool) -> bool:
    """Whether a name whose sentence holds so much is one of an event."""
    before = _before(one)
    if NONE.search(before) or _is_in_a_name(one):
        return False
    if _is_many(one) and not SOME.search(before):
        return held > SURE
    return held >= SURE or (chief and (held >= SHARED or POINTS.search(before) is not None or _is_agent(one)))


def _is_in_a_name(one: Told) -> bool:
    """Whether a noun is a part of what somebody is called: "the Defence Council"."""
    return one.clause.value.nominal and any(
        name.span in one.context.at and name.span.covers(one.clause.span)
        for name in within(one.context.mentions.names, one.context.sentence(one.clause.span))
        if name.value.form == "name"
    )


def _held(one: Told, known: Known) -> int:
    """How many words of the tellings the sentence of a name holds, whoever of those it befell counting as one, and
    whatever place or body they name as another.
    """
    sentence = one.context.sentence(one.clause.span)
    there = {entity.id for entity in one.context.entities(sentence)}
    return len(_senses(one, sentence) & known.senses) + bool(there & known.people) + bool(there & known.others)


def _senses(one: Told, span: Span) -> frozenset[str]:
    """The senses of the words in a span besides names, numbers, and words for the kind of event itself."""
    context = one.context
    own = {sense(one.clause.value.predicate), sense(one.kind.partition("/")[0])}
    named = {word for name in within(context.mentions.names, span) for word in content_words(context.text(name.span))}
    plain = (word for word in content_words(context.text(span)) if word not in named and word[0].isalpha())
    return frozenset(map(sense, plain)) - own


def _before(one: Told) -> str:
    """The words right before a name in its sentence."""
    start = one.context.sentence(one.clause.span).start
    return " ".join(one.context.text(Span(start, one.clause.span.start)).split()[-BEFORE:]).lower()


BEFORE = 3
"""Words before a noun that may say which it is: "the two fatal shootings"."""

NONE = re.compile(r"\b(?:no|without|any|never|not|nor)\b(?:\s+\w+)?$")
POINTS = re.compile(r"\b(?:the|this|that|these|those|his|her|their|its|our|my)\b|['’]s?\b")
SOME = re.compile(rf"{POINTS.pattern}|\b(?:both|two|three|four|\d+|double)\b")


def _is_many(one: Told) -> bool:
    """Whether a noun is a plural: "attacks"."""
    word = one.context.text(one.clause.span).lower()
    return one.clause.value.nominal and word.endswith("s") and not word.endswith("ss") and len(word) > 3


def _is_agent(one: Told) -> bool:
    word = one.clause.value.predicate
    return word in mapping("event_agents") or word.removesuffix("s") in mapping("event_agents")
