"""The words of a clause with names for its pronouns, its object behind its verb, and what is said aside left out.

Reads   a clause, the span of it that is told
Gives   `swapped`: its words so changed; `tidied`: words without torn marks and white space
Misses  pronouns that are no part of the clause itself
"""

import re
from collections import Counter
from typing import NamedTuple

from twosource.check.claims.brought import is_between, meant
from twosource.check.claims.clause_ends import is_finite, subject_of
from twosource.check.claims.clause_marks import DETERMINED, DOTTED, HELPING, PARTIES, QUOTES, SAID, SUBJECT
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.not_alone import OF_IT
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.words import WORD
from twosource.model import Argument, Clause, Entity, Span
from twosource.text.lexicon import words


class Swap(NamedTuple):
    """Words to put in the place of a span."""

    span: Span
    words: str


def swapped(context: Context, value: Clause, span: Span) -> str:
    """Return the words of a span with names for its pronouns, and with what "who" or nothing stands for put back."""
    parts = [part for part in value.arguments if part.relation in PARTIES]
    often = Counter(entity.id for part in parts if (entity := context.called(part)) is not None)
    swaps = [*_gap(context, value), *_besides(context, value, span), *_whose(context, value, span)]
    for part in parts:
        name, entity = meant(context, part), context.entity(part.span)
        if not name or entity is None or often[entity.id] > 1 or not span.covers(part.span):
            continue
        if entity.name.split()[-1] in WORD.findall(context.text(span)):
            continue  # "he was tipped by Felt": he is not Felt
        if part is subject_of(value) or _is_named_before(context, entity, part.span):
            swaps.append(Swap(part.span, name))
    told, at = [], span.start
    for swap in sorted(swaps):
        told += [context.article.text[at : swap.span.start], swap.words]
        at = swap.span.end
    return "".join([*told, context.article.text[at : span.end]])


def _whose(context: Context, value: Clause, span: Span) -> list[Swap]:
    """The name for "his" or "her" where it is the first word that is told: "[Ann Lowe]'s mother"."""
    who = subject_of(value)
    found = (
        HIS.match(context.article.text, who.span.start) if who is not None and who.span.start == span.start else None
    )
    entity = context.at.get(Span(*found.span())) if found is not None else None
    if who is None or found is None or entity is None or entity.kind != "person":
        return []
    if is_between(context, entity, Span(*found.span())) or entity.name.split()[-1] in context.text(span).split():
        return []
    return [Swap(Span(*found.span()), f"[{entity.name}]'s")]


HIS = re.compile(r"(?:his|her)\b", re.I)


def _besides(context: Context, value: Clause, span: Span) -> list[Swap]:
    """The clause between commas that only says more of a subject, left out: "the mill, which had closed, was sold"."""
    who, text = subject_of(value), context.article.text
    verb = next((c.span for c in context.mentions.clauses if c.value is value), None)
    if who is None or verb is None or not span.covers(who.span) or verb.start < who.span.start:
        return []
    found = WHICH.search(text, who.span.start, verb.start)
    if (
        found is None
        or found.start() > who.span.end
        or who.head.lower() not in text[who.span.start : found.start()].lower()
    ):
        return []
    closed = CLOSING.search(text, found.end(), verb.start)
    if closed is None or not any(
        is_finite(text, c) for c in within(context.mentions.clauses, Span(found.start(), closed.start()))
    ):
        return []
    return [Swap(Span(found.start(), closed.start() + 1), "")]


WHICH = re.compile(r",\s+(?:who|which|whose|whom|where)\b")
CLOSING = re.compile(rf",{HELPING.pattern}", re.I)
"""The comma before a verb with its helping verbs."""


def _is_named_before(context: Context, entity: Entity, place: Span) -> bool:
    """Whether a sentence names somebody before a place: whom an object in it means is else too often unsure."""
    before = Span(context.sentence(place).start, place.start)
    return any(context.at.get(name.span) is entity for name in within(context.mentions.names, before))


def _gap(context: Context, value: Clause) -> list[Swap]:
    """The object of "the award she received", put behind its verb."""
    verb = next((c.span for c in context.mentions.clauses if c.value is value), None)
    if value.passive or verb is None:
        return []
    objects = [a for a in value.arguments if a.relation == "object"]
    if len(objects) != 1 or objects[0].span.overlaps(value.span) or objects[0].span.start >= verb.start:
        return []
    if _is_told(context, objects[0], min(value.span.start, verb.start)):
        return []
    thing = " ".join(CLAUSE.split(context.text(objects[0].span))[0].split())
    plain = DETERMINED.match(thing) or thing.lower().startswith(objects[0].head[:3])  # a name's head is as printed
    thing = thing[0].lower() + thing[1:] if plain else thing
    between = context.article.text[objects[0].span.end : min(value.span.start, verb.start)]
    if objects[0].head.lower() not in thing.lower() or not OF_IT.match(between):
        return []
    return [Swap(Span(verb.end, verb.end), f" {thing}")]


def _is_told(context: Context, whom: Argument, start: int) -> bool:
    """Whether somebody before a clause is told it: "she told the mayor the bakers share the bread"."""
    if context.article.text[whom.span.end : start].strip():
        return False  # "the baker, whom she accused"
    if context.called(whom) is None and not is_person(whom.head.lower()):
        return False
    return any(
        clause.value.predicate in words("attribution_verbs")
        and any(a.span == whom.span for a in clause.value.arguments)
        for clause in within(context.mentions.clauses, context.sentence(whom.span))
        if clause.span.end <= whom.span.start
    )


def tidied(told: str) -> str:
    """Return the words on one line, without quotation marks that lost their other half and marks at either end."""
    told = " ".join(told.split())
    for opened, closed in QUOTES[:2]:
        if told.count(opened) != told.count(closed):
            told = told.replace(opened, "").replace(closed, "")
    if told.count('"') % 2:
        told = told.replace('"', "")
    if "‘" in told and "’" not in told:
        told = told.replace("‘", "")
    told = SAID.sub("", told)
    told = SUBJECT.sub(r"\1 ", told)
    told = BRACKETED.sub("] is ", told)
    told = HAD.sub(lambda found: " had" if found[1] else " would", told)
    told = SHORTENED.sub(lambda found: " " + LONG[found[1].lower()], told)
    told = BEEN.sub(" has", told)
    told = told if ALSO_SO.search(told) else NOT_ONLY.sub("", told)
    if told.count("(") > told.count(")"):
        told += ")"
    told = told.strip(" ,;:-–—_")
    return told.rstrip(".") + ("." if DOTTED.search(told.rstrip(".") + ".") else "")


BRACKETED = re.compile(r"\]['’]s (?=\w+(?:ed|ing|en)\b)")
"""A name in the place of a pronoun before a shortened verb: "he's held"."""


SHORTENED = re.compile(r"(?:\s['’](?=s\b)|(?:(?<=\])|\s)['’](?!s\b))(s|re|ve|ll)(?=\s)", re.I)
"""A helping verb that lost the word it was joined to: "who's held", told of whom it means."""

HAD = re.compile(
    r"(?<=\])['’]d\b(?:(?=\s+(?:\w+ly\s+|also\s+|already\s+|never\s+)?(\w+(?:ed|en|wn|ne)\b|had\b|met\b|made\b)))?"
)
"""The same of "had" and "would"."""

LONG = {"s": "is", "re": "are", "ve": "have", "ll": "will"}
NOT_ONLY = re.compile(r"\bnot\s+(?:only|just|merely)\s+(?!did|does|do\b)", re.I)
ALSO_SO = re.compile(r"\bnot\s+(?:only|just|merely)\b.*\bbut\b", re.I)
"""What says that a thing is so and another too: without the other it says no more than that it is so."""

BEEN = re.compile(r"\sis(?=\s+been\b)")
