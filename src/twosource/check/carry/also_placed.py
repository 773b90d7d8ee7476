"""Find who else names the place of a thing: a sentence that names it and means much the same.

Reads   groups of venue claims, every place named in the articles
Gives   the groups, with a claim more for each further article that names one of their places of the same thing
Misses  the same place under another name

As for numbers (`also_counted`) and times (`also_when.dated_alike`): of two sentences of one story that name one place
and mean much the same beside what all of its sentences with places mean, nearly all place one thing. What is added
carries, and confirms nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.check.carry.alike import Sentences, likest, sentence_of
from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.language.order import in_order, stands_in
from twosource.check.language.words import another_time, content_words, stem
from twosource.model import Claim, Span

BY = "also placed"
"""The rule of what is added."""

Group = tuple[Claim, ...]

ALIKE = 0.35
"""How alike two sentences that name one place must be to place one thing."""

OF_A_NAME = re.compile(r"(?:['’]s)?\s+[A-Z]|['’]s\b")
"""Behind a place that says whose or which something is: "Norby Police", "Norby's mayor"."""

SPEAKING = 6
"""Claims of a group that speak for it."""


class Named(NamedTuple):
    """A place named in an article."""

    context: Context
    span: Span


class Places:
    """The places named in a story's articles, by name, and how alike their sentences are."""

    def __init__(self, contexts: Iterable[Context]) -> None:
        self.contexts = {context.article.id: context for context in contexts}
        self.named: dict[str, list[Named]] = defaultdict(list)
        spoken: list[tuple[Context, Span]] = []
        for article in sorted(self.contexts):
            context = self.contexts[article]
            for place in context.mentions.places:
                if context.speaks(place.span) and not OF_A_NAME.match(context.article.text, place.span.end):
                    self.named[_name(context, place.span)].append(Named(context, place.span))
                    spoken.append((context, place.span))
        self.sentences = Sentences(spoken)


def _name(context: Context, span: Span) -> str:
    """A place as it is named, for comparison."""
    return " ".join(context.text(span).casefold().removeprefix("the ").split())


def also_placed(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups in the same order, those that place something with who else names the place."""
    places = Places(contexts)
    return tuple(_extended(group, places) if group and group[0].kind == "venue" else group for group in groups)


def _extended(group: Group, places: Places) -> Group:
    given: dict[str, list[Claim]] = defaultdict(list)
    for claim in group:
        if (name := _name(places.contexts[claim.article], claim.focus)) in places.named:
            given[name].append(claim)  # a place by its bare name: the border of two lands is in neither
    added: dict[str, Claim] = {}
    articles = {claim.article for claim in group}
    for name in sorted(given):
        for article, claim in _others(name, given[name], articles, places).items():
            added.setdefault(article, claim)
    return in_order((*group, *added.values()))


def _others(name: str, claims: list[Claim], articles: set[str], places: Places) -> dict[str, Claim]:
    """A claim for each other article that names the place of the same thing: from its likest sentence."""
    own = places.sentences.known(stands_in(claim) for claim in claims[:SPEAKING])
    if not own:
        return {}
    said = frozenset(claims[0].asked.split())
    told = []
    for one in places.named[name]:
        article = one.context.article.id
        if article in articles or one.context.event_key(one.span) != claims[0].event:
            continue
        alike = places.sentences.likeness(own, sentence_of(one.context, one.span))
        if alike >= ALIKE and not another_time(said, _words(one)):
            told.append((article, alike, one))
    return {article: _claim(claims[0], one) for article, one in likest(told).items()}


def _words(one: Named) -> frozenset[str]:
    return frozenset(stem(word) for word in content_words(one.context.text(one.context.sentence(one.span))))


def _claim(shown: Claim, one: Named) -> Claim:
    return make_claim(
        one.context,
        "venue",
        one.span,
        measure=shown.measure,
        value=" ".join(one.context.text(one.span).split()),
        scope=shown.scope,
        value_key=shown.value_key,
        asked=shown.asked,
        rule=BY,
    )
