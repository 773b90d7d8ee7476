"""Claims about the year in which a thing began: a ship was built, a firm founded, a prison opened.

Reads   clauses of making and founding, with the years that date them; "the 1991-built craft", "(built 2009)"
Gives   time claims, in text order: `deed` is how it began, `subject` the thing that is named, or the noun for it
Misses  a thing that is told by a pronoun which nobody resolved; "a ship built in 1999", which is
        some ship
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from twosource.check.claims.dating import times_of
from twosource.check.claims.deeds import asked_after
from twosource.check.claims.making import make_claim
from twosource.check.claims.time_keys import time_key
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.model import Argument, Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import words

BY = "beginnings"
"""The rule of these claims."""

BEGINS = {
    "build": "built", "construct": "built", "erect": "built", "date": "built",
    "launch": "launched",
    "found": "founded", "establish": "founded", "set up": "founded", "form": "founded", "incorporate": "founded",
    "open": "opened", "inaugurate": "opened",
    "trade": "founded", "be": "founded", "stand": "built",
}  # fmt: skip
"""The verbs that tell how a thing began, with what is asked."""

ITSELF = frozenset({"date", "open", "trade", "launch", "stand", "be"})
"""Verbs that without an object tell it of their subject."""

SINCE = frozenset({"trade", "stand", "be"})
"""Verbs that tell it with "since" alone."""

STAPLES = frozenset(
    {"staple", "fixture", "landmark", "institution", "tradition", "business", "favourite", "favorite", "presence"}
)
"""What something is that has been there since it began."""

YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d)?(?:-\d\d)?")
"""A time that gives a year."""

DECADE = re.compile(r"((?:1[5-9]|20)\d)X")
"""The value of a time that gives a decade."""

MADE_IN = re.compile(
    r"\b(?P<year>(?:1[5-9]|20)\d\d)-built\s+(?P<noun>[a-z]+)\b"
    r"|[,(]\s*built\s+(?:in\s+)?(?P<y>(?:1[5-9]|20)\d\d)\b(?=\s*[,);.])"
)
"""A year with a participle that no clause is made of."""

SOME = re.compile(r"^(?:an?|another|one|some|two|three|several|many|other|new)\b", re.I)
"""How a phrase begins that means no thing that is known."""

NEAR = 80
"""Characters before "(built 2009)" in which the thing is named."""


class Begun(NamedTuple):
    """What began, how, when, and where the text says so."""

    thing: str
    deed: str
    year: str
    focus: Span
    about: Span
    asked: str


def beginnings(context: Context) -> tuple[Claim, ...]:
    """Return the claims of the years in which things began, in text order."""
    found: dict[Span, Begun] = {}
    for begun in (*_in_clauses(context), *_in_passing(context)):
        found.setdefault(begun.focus, begun)
    return tuple(_claim(context, found[focus]) for focus in sorted(found))


def _claim(context: Context, begun: Begun) -> Claim:
    return make_claim(
        context,
        "time",
        begun.focus,
        about=begun.about,
        value=context.text(begun.focus),
        value_key=begun.year,
        measure=f"{begun.deed} happen day",
        subject=begun.thing,
        asked=begun.asked,
        deed=begun.deed,
        event="",
        as_of=begun.year,
        rule=BY,
    )


def _in_clauses(context: Context) -> Iterator[Begun]:
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate not in BEGINS or value.negated or value.status != "happened" or value.nominal:
            continue
        if value.predicate == "be" and not any(a.head.lower() in STAPLES for a in value.arguments):
            continue
        argument = _begun(value)
        if argument is None or not context.speaks(clause.span) or not (thing := _thing(context, argument)):
            continue
        for time in times_of(context, clause):
            year = _year(context, time)
            since = any(a.relation == "since" and a.span.overlaps(time.span) for a in value.arguments)
            if year and since == (value.predicate in SINCE):
                asked = asked_after(context, clause)
                yield Begun(thing, BEGINS[value.predicate], year, time.span, clause.span, asked)


def _year(context: Context, time: Mention[Time]) -> str:
    """The year that a time names, or the first three figures of a decade; "" for one that names neither."""
    if decade := DECADE.fullmatch(time.value.value):
        return decade[1]
    key = time_key(time.value)
    return key[:4] if YEAR.fullmatch(key) and key[:4] in context.text(time.span) else ""


def _begun(value: Clause) -> Argument | None:
    """What a clause says began: its object, or its subject where it has none."""
    told = next((a for a in value.arguments if a.relation == "object"), None)
    if told is None and value.predicate in ITSELF and not value.passive:
        told = next((a for a in value.arguments if a.relation == "subject"), None)
    return told


def _thing(context: Context, argument: Argument) -> str:
    """The thing of a phrase: the one that is named, or the noun for one that is known; "" for some thing or another."""
    head = argument.head.lower()
    entity = context.entity(argument.span)
    if entity is not None and entity.kind != "place" and (head in entity.name.lower() or head in words("pronouns")):
        return entity.id
    plain = argument.head == head and head.isalpha() and head not in words("pronouns")
    return head if plain and not is_person(head) and not SOME.match(context.text(argument.span)) else ""


def _in_passing(context: Context) -> Iterator[Begun]:
    text = context.article.text
    for match in MADE_IN.finditer(text):
        year = match["year"] or match["y"]
        start = match.start("year") if match["year"] else match.start("y")
        if not context.speaks(Span(start, start + 4)):
            continue
        sentence = context.sentence(Span(start, start + 4))
        thing = match["noun"] or _named_before(context, Span(max(sentence.start, start - NEAR), match.start()))
        if thing:
            called = thing.partition(":")[2] or thing
            yield Begun(thing, "built", year, Span(start, start + 4), Span(start, start + 4), f"was the {called} built")


def _named_before(context: Context, span: Span) -> str:
    """The last thing that is named in a stretch of text, else the last noun with "the"."""
    named = [name for name in within(context.mentions.names, span) if name.value.form == "name"]
    if named:
        entity = context.at.get(named[-1].span)
        if entity is not None:
            return entity.id if entity.kind != "place" else ""
        return f"thing:{'-'.join(context.text(named[-1].span).lower().split())}"
    nouns = [match[1] for match in KNOWN.finditer(context.text(span)) if is_noun(match[1]) and not is_person(match[1])]
    return nouns[-1] if nouns else ""


KNOWN = re.compile(r"\b[Tt]he\s+(?:[\w-]+\s+){0,2}?([a-z]+)\b(?=\s*$|\s*[,(])")
