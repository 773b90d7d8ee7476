"""One article as claims are made from it: its mentions by place, its entities, and the day it speaks from.

Reads   Article, Mentions, entities, the day of the story
Gives   Context, with look-ups by span
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from twosource.model import Argument, Article, Certainty, Entity, Mention, Mentions, Span

V = TypeVar("V")

CLAIM_KINDS: frozenset[str] = frozenset({"title", "paragraph", "heading", "caption", "quote", "list item"})
"""The kinds of block that speak of the story; bylines, notices and credits make no claims."""


@dataclass(frozen=True)
class Context:
    """An article with everything found in it, and look-ups by place.

    `at` maps the span of a name to the entity that it was linked to; `day` is the ISO day from which the article
    speaks ("" when nothing tells); `background` maps the span of a sentence about an older event to that event's key.
    """

    article: Article
    mentions: Mentions
    at: Mapping[Span, Entity]
    day: str
    background: Mapping[Span, str]

    @cached_property
    def sources(self) -> dict[tuple[Span, str], str]:
        """The names of its sources as far as they were asked for, by their place and name (`chains.source_name`)."""
        return {}

    @cached_property
    def vouched(self) -> dict[Span, tuple[tuple[str, ...], Certainty]]:
        """The chain and the certainty at each place as far as they were asked for (`making.make_claim`)."""
        return {}

    @cached_property
    def kinds(self) -> dict[tuple[Span, str, bool], tuple[str, ...]]:
        """The kinds of event that its clauses tell of as far as they were asked for (`main_tellings.kinds_at`)."""
        return {}

    def text(self, span: Span) -> str:
        """Return the words at `span`."""
        return span.of(self.article.text)

    def sentence(self, span: Span) -> Span:
        """Return the sentence that holds the start of `span`, or `span` itself when there is none."""
        sentences = self.mentions.sentences
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and sentences[index].end > span.start:
            return sentences[index]
        return span

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.mentions.sentences)

    def speaks(self, span: Span) -> bool:
        """Whether the block that holds `span` speaks of the story (an article without blocks always does)."""
        if not self.article.blocks:
            return True
        return any(block.kind in CLAIM_KINDS and block.span.covers(span) for block in self.article.blocks)

    def entity(self, span: Span) -> Entity | None:
        """Return the entity named at `span`: the longest linked name inside it that ends last, or None."""
        exact = self.at.get(span)
        if exact is not None:
            return exact
        inside = [name for name in within(self.mentions.names, span) if name.span in self.at]
        if not inside:
            return None
        best = max(inside, key=lambda name: (_weight(self.at[name.span]), name.span.end, -name.span.start))
        return self.at[best.span]

    def called(self, argument: Argument) -> Entity | None:
        """Return the entity that a part of a clause is: one whose name holds its head, never one that describes it.

        "A Halvern man" is not Halvern, and "Marlow's knee" is not Marlow.
        """
        entity = self.at.get(argument.span)
        if entity is not None:
            return entity
        head = argument.head.casefold()
        inside = [name.span for name in within(self.mentions.names, argument.span) if name.span in self.at]
        heads = [span for span in inside if head in self.text(span).casefold().split()]
        return self.at[heads[0]] if heads else None

    def entities(self, span: Span) -> tuple[Entity, ...]:
        """Return every entity named inside `span`, in text order, each once."""
        found = {
            self.at[name.span].id: self.at[name.span]
            for name in within(self.mentions.names, span)
            if name.span in self.at
        }
        return tuple(found.values())

    def event_key(self, span: Span) -> str:
        """Return the key of the older event that the sentence at `span` tells of, "" for the story's own."""
        return self.background.get(self.sentence(span), "")


def _weight(entity: Entity) -> int:
    """People and bodies act; a place or an adjective of nationality beside them says whose they are."""
    return ("other", "group", "place", "organisation", "person").index(entity.kind)


START = attrgetter("span.start")


def within(mentions: tuple[Mention[V], ...], span: Span) -> tuple[Mention[V], ...]:
    """Return the mentions that lie wholly inside `span`; `mentions` are in text order.

    >>> within((Mention("a", Span(0, 1), "t"), Mention("b", Span(3, 4), "t")), Span(2, 9))[0].value
    'b'
    """
    first = bisect_left(mentions, span.start, key=START)
    after = bisect_left(mentions, span.end, first, key=START)
    return tuple([mention for mention in mentions[first:after] if mention.span.end <= span.end])


def occurrences(entities: Iterable[Entity]) -> dict[str, dict[Span, Entity]]:
    """Return, for each article id, the entity named at each span."""
    found: dict[str, dict[Span, Entity]] = {}
    for entity in entities:
        for mention in entity.mentions:
            found.setdefault(mention.article, {})[mention.span] = entity
    return found
