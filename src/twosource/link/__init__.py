"""Join the names of one person, body, place or group across spellings and articles.

Reads   Articles and their Mentions (names, places, roles)
Gives   Entities, in a fixed order, each with every mention; `resolve` maps a name to one of them
Misses  one person under two surnames; what only knowledge of the world could join
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.link.bodies import bodies, key_of
from twosource.link.entities import build
from twosource.link.persons import persons
from twosource.link.resolve import Resolver, resolve
from twosource.link.units import Unit, units_of
from twosource.model import Article, Entity, Mentions

__all__ = ["Resolver", "link", "resolve"]


def link(articles: Iterable[Article], mentions: Sequence[Mentions]) -> tuple[Entity, ...]:
    """Return one entity for each person, body, place and group named in the articles, by id.

    `mentions` holds one item an article, in any order. The same articles in another order give the same entities.
    Cost grows with the number of names, not with its square: only names with one key are compared.
    """
    texts = {article.id: article for article in articles}
    units = [
        unit
        for found in sorted(mentions, key=lambda found: found.article)
        if found.article in texts
        for unit in units_of(texts[found.article], found)
    ]
    units = _agree_on_kind(units)
    people = [unit for unit in units if unit.kind == "person"]
    others = [unit for unit in units if unit.kind != "person"]
    return build([*persons(people), *bodies(others)])


def _agree_on_kind(units: list[Unit]) -> list[Unit]:
    """Give units of one name the kind that most articles give it, so that one slip founds no second entity."""
    votes: dict[str, Counter[str]] = {}
    for unit in units:
        votes.setdefault(key_of(unit).partition(":")[2], Counter())[unit.kind] += len(unit.spans)
    for unit in units:
        tally = votes[key_of(unit).partition(":")[2]]
        best = min(tally, key=lambda kind: (-tally[kind], kind))
        if best != unit.kind and tally[best] > 2 * tally[unit.kind]:  # a clear majority, not one mention more
            unit.kind = best  # type: ignore[assignment]
    return units
