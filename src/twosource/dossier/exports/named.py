"""Which entities one article names, and where.

Reads   Entity with its occurrences
Gives   Named for each article: look-ups by place and by kind
Misses  nothing of its own
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from twosource.model import Entity, NameKind, Span

WEIGHTS = {"person": 4, "organisation": 3, "group": 2, "place": 1, "other": 0}
"""Who of several named in one phrase is meant: people and bodies act, a place beside them says whose they are."""


class Named(NamedTuple):
    """The entities named in one article, each at its place, in text order."""

    at: tuple[tuple[Span, Entity], ...]

    def names(self, kind: NameKind) -> tuple[str, ...]:
        """Return the names of one kind, each once, in order of first mention."""
        return tuple(dict.fromkeys(entity.name for _, entity in self.at if entity.kind == kind))

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities named, each once, in order of first mention."""
        return tuple({entity.id: entity for _, entity in self.at}.values())

    def inside(self, span: Span) -> Entity | None:
        """Return whom the words at `span` name: the weightiest one that ends them, of equals the last; None for nobody.

        Whoever is named before says whose somebody is ("his police"), and so does a place in a longer phrase ("envoys
        from Kyiv").
        """
        found = []
        for place, entity in self.at[bisect_left(self.at, span.start, key=lambda item: item[0].start) :]:
            if place.start >= span.end:
                break
            if place.end == span.end and (entity.kind != "place" or place == span):
                found.append((WEIGHTS[entity.kind], place, entity))
        return max(found, key=lambda item: item[:2])[2] if found else None


def named_in(entities: Iterable[Entity]) -> dict[str, Named]:
    """Return what each article names, by the article's id."""
    places: dict[str, dict[Span, Entity]] = {}
    for entity in entities:
        for mention in entity.mentions:
            places.setdefault(mention.article, {})[mention.span] = entity
    return {article: Named(tuple(sorted(found.items(), key=lambda item: item[0]))) for article, found in places.items()}
