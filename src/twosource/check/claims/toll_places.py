"""The places that a toll holds for where its sentence names several: one of them, or some told side by side.

Reads   a quantity, the places of its sentence and of the ones before
Gives   a scope; several places are joined by `SEVERAL`
Misses  places that are told of as "both cities"

"247 people in Kenya and 10 in Tanzania" are two tolls, "bombs in Kenya and Tanzania killed 257" is one of both.
Whose embassy it was, and where those who tell it are, says nothing of where people died.
"""

import re
from typing import NamedTuple

from twosource.check.claims.measures import BEFALLING, measure_of
from twosource.check.claims.scopes import named, scope_of
from twosource.check.context import Context, within
from twosource.model import Mention, Place, Quantity, Span
from twosource.text.countries import country_name

SEVERAL = " & "
"""Between the places of one toll."""

OWNER = re.compile(
    r"^(?:['’]s)?\s+(?:embass(?:y|ies)|consulates?|missions?|ambassadors?|governments?|officials?|troops|forces|soldiers"
    r"|police|authorities|citizens|nationals|bases?)\b(?P<event>\s+(?:bomb|attack|blast|explosion|siege|raid)\w*)?",
    re.I,
)
"""Behind a place that only says whose something is; "the Kenya embassy bombing" tells where it was."""

OWNER_BEFORE = re.compile(
    r"\b(?:embass(?:y|ies)|consulates?|missions?|ambassadors?|governments?|troops|forces|citizens)\s+of\s+(?:the\s+)?$",
    re.I,
)
WAY = re.compile(r"\b(?:from|to|for|into|towards?|via|between)\s+(?:the\s+)?$", re.I)
CAPITAL = re.compile(r"^(?:\s+and\s+\w+)?\s+(?:capitals?|cit(?:y|ies)|towns?|provinces?|coasts?)\b", re.I)
"""Behind an adjective that tells of a place: "the Kenyan and Tanzanian capitals"."""

OF_LAND = re.compile(r"^(?:['’]s\s+(?:\w+\s+){0,2}|\s+(?:capital|city|town|province)(?:\s+of)?,?\s+)$", re.I)
"""Between a country and its town."""

OF_IT = re.compile(r"^,?\s+(?:the\s+)?(?:capital\s+of\s+)?(?:the\s+)?$|^,?\s+in\s+(?:\w+\s+)?$", re.I)
"""Between a town and its country."""

BESIDE = re.compile(
    r"^(?:,?\s+(?:the\s+(?:\w+\s+)?)?capital)?(?:,\s*|,?\s*\band\b\s*|,?\s*\bor\b\s*)(?:(?:in|near|at|outside|off|the|of)\s+)*$",
    re.I,
)
"""Between two places that are told of side by side."""

AND = re.compile(r"\b(?:and|or)\b", re.I)
THERE = re.compile(r"^[^;.]*\bthere\b(?!\s+(?:is|are|was|were|has|have)\b)", re.I)
INCLUDED = re.compile(r",\s+(?:including|among\s+them)\b[^,;]*,?", re.I)
BACK = 3
"""Sentences before one that says "there" in which the place is looked for."""

ALL = re.compile(r"\b(?:both|altogether|overall|combined|in\s+all|in\s+total)\b", re.I)
"""In a sentence of all places of the story, unless it names some."""


class Run(NamedTuple):
    """Places told of side by side, and where they stand."""

    span: Span
    scopes: tuple[str, ...]


class Item(NamedTuple):
    """A place, its country's ISO code, and its name with the country's."""

    span: Span
    country: str
    scope: str
    is_country: bool


def place_of(context: Context, quantity: Mention[Quantity]) -> str:
    """Return the folded names of the place or places that a figure holds for, "" for none."""
    if measure_of(context, quantity) in BEFALLING and (found := toll_scope(context, quantity)) is not None:
        return found
    return scope_of(context, quantity)


def toll_scope(context: Context, quantity: Mention[Quantity]) -> str | None:
    """Return the places that a toll holds for, joined where there are several; None where this cannot be told."""
    sentence = context.sentence(quantity.span)
    found = runs(context, sentence)
    if not found:
        return _there(context, quantity, sentence)
    if len(found) == 1 and _elsewhere(context, quantity, found[0]):
        return ""
    run = _of(context, quantity, found)
    return SEVERAL.join(run.scopes) if run else None


def _elsewhere(context: Context, quantity: Mention[Quantity], run: Run) -> bool:
    """Whether places behind a comma are those of another deed: "killing 63 people, went on trial in Athens"."""
    if "," not in INCLUDED.sub("", context.article.text[quantity.span.end : run.span.start]):
        return False
    held = [
        any(part.span.covers(quantity.span) for part in clause.value.arguments)
        for clause in within(context.mentions.clauses, context.sentence(quantity.span))
        if any(part.span.covers(run.span) for part in clause.value.arguments)
    ]
    return bool(held) and not any(held)


def _of(context: Context, quantity: Mention[Quantity], found: list[Run]) -> Run | None:
    """The run that a number belongs to: the one that bears on it, else the nearest before it, else one right behind."""
    at, span = quantity.value.place, quantity.span
    if at is not None and (held := [run for run in found if run.span.covers(at)]):
        return held[0]
    before = [run for run in found if run.span.end <= span.start]
    if before and ";" not in context.article.text[before[-1].span.end : span.start]:
        return before[-1]
    behind = [run for run in found if run.span.start >= span.end]
    if behind:
        between = INCLUDED.sub("", context.article.text[span.end : behind[0].span.start])
        return None if len(found) > 1 and re.search(r"\d|;", between) else behind[0]
    return None


def _there(context: Context, quantity: Mention[Quantity], sentence: Span) -> str | None:
    """The places that "there" points back to; where the story's are all told of, none."""
    if ALL.search(context.text(sentence)):
        return ""
    if not THERE.match(context.article.text[quantity.span.end : sentence.end]):
        return None
    own = within(context.mentions.places, Span(sentence.start, quantity.span.start))
    if len({place.value.name for place in own}) == 1 and own[0].value.country:
        return _item(own[0]).scope  # the ministry of a country says so
    for before in reversed(_sentences_before(context, sentence)):
        if found := runs(context, before):
            return SEVERAL.join(found[-1].scopes)
    return None


def _sentences_before(context: Context, sentence: Span) -> tuple[Span, ...]:
    sentences = context.mentions.sentences
    index = next((n for n, one in enumerate(sentences) if one == sentence), 0)
    return sentences[max(0, index - BACK) : index]


def runs(context: Context, sentence: Span) -> list[Run]:
    """Return the places of a sentence at which something may have happened, those side by side together."""
    text = context.article.text
    found: list[list[Item]] = []
    for item in _items(context, sentence):
        if found and BESIDE.match(text[found[-1][-1].span.end : item.span.start]):
            found[-1].append(item)
        else:
            found.append([item])
    return [_run(items if _counted_up(items, text) else items[:1]) for items in found]


def _counted_up(items: list[Item], text: str) -> bool:
    """Whether the last of several places is joined by a word: commas alone may lead from a street to its town."""
    joined = text[items[-2].span.end : items[-1].span.start] if len(items) > 1 else ""
    return AND.search(joined) is not None


def _run(items: list[Item]) -> Run:
    return Run(Span(items[0].span.start, items[-1].span.end), tuple(sorted({item.scope for item in items})))


def _items(context: Context, sentence: Span) -> list[Item]:
    """The places of a sentence, a town and its country as one."""
    text = context.article.text
    found: list[Item] = []
    for place in within(context.mentions.places, sentence):
        if found and text[found[-1].span.end : place.span.start].strip("-") in ("", "es"):  # Dar-es-Salaam
            found[-1] = _named_on(context, found[-1], place)
            continue
        last = found[-1] if found else None
        if last and last.country == place.value.country and _is_of(text[last.span.end : place.span.start], place, text):
            found[-1] = last._replace(span=Span(last.span.start, place.span.end))
        elif last and _names_town(last, place, text):
            found[-1] = _item(place)
        elif _may_be_where(context, place):
            found.append(_item(place))
    return found


def _named_on(context: Context, item: Item, place: Mention[Place]) -> Item:
    """A place whose name goes on behind hyphens."""
    span = Span(item.span.start, place.span.end)
    name, comma, of = context.text(span).casefold().replace("-", " "), *item.scope.partition(", ")[1:]
    return item._replace(span=span, scope=f"{name}{comma}{of}")


def _is_of(between: str, place: Mention[Place], text: str) -> bool:
    """Whether a land behind a town is the town's: "Accra, Ghana", "Accra, the Ghanaian capital", "Leeds, England"."""
    if place.value.feature not in ("country", "region") or OF_IT.match(between) is None:
        return False
    return place.value.use != "adjective" or CAPITAL.match(text[place.span.end :][:24]) is not None


def _names_town(last: Item, place: Mention[Place], text: str) -> bool:
    """Whether a town is named behind its country: "the Tanzanian capital Dodoma", "Ghana's Volta province"."""
    between = text[last.span.end : place.span.start]
    same = last.is_country and last.country == place.value.country and place.value.feature != "country"
    return same and OF_LAND.match(between) is not None


def _item(place: Mention[Place]) -> Item:
    value = place.value
    if value.feature == "country":
        return Item(place.span, value.country, country_name(value.country).casefold() or named(value), True)
    return Item(place.span, value.country, named(value).replace("-", " "), False)


def _may_be_where(context: Context, place: Mention[Place]) -> bool:
    """Whether something may have happened at a known place: it says neither whose a thing is nor where one tells."""
    text, span = context.article.text, place.span
    behind, before = text[span.end :][:40], text[: span.start][-40:]
    if not place.value.country or place.value.use in ("dateline", "government", "part of name"):
        return False
    if place.value.use == "adjective":
        return CAPITAL.match(behind) is not None
    if OWNER_BEFORE.search(before) or WAY.search(before):
        return False
    if (owner := OWNER.match(behind)) and (not owner["event"] or "." in context.text(span)):
        return False
    return not any(source.covers(span) for a in context.mentions.attributions for source in a.value.source)
