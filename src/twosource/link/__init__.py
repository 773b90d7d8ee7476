"""Join the names of one person, body, place or group across spellings and articles.

Reads   Articles and their Mentions (names, places, roles)
Gives   Entities, in a fixed order, each with every mention; `resolve` maps a name to one of them
Misses  one person under two surnames; what only knowledge of the world could join
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from twosource.link.bodies import bodies, key_of
from twosource.link.entities import build
from twosource.link.officers import rename_owners, seat_officers
from twosource.link.persons import persons
from twosource.link.resolve import Resolver, resolve
from twosource.link.units import Unit, officers_of, units_of
from twosource.model import Article, Entity, Mentions
from twosource.text.countries import country, nationality, seat
from twosource.text.same_person import parts

__all__ = ["Resolver", "link", "resolve"]


def link(articles: Iterable[Article], mentions: Sequence[Mentions]) -> tuple[Entity, ...]:
    """Return one entity for each person, body, place and group named in the articles, by id.

    `mentions` holds one item an article, in any order. The same articles in another order give the same entities.
    Cost grows with the number of names, not with its square: only names with one key are compared.
    """
    texts = {article.id: article for article in articles}
    told = [(texts[found.article], found) for found in sorted(mentions, key=_article) if found.article in texts]
    units = _agree_on_kind([unit for article, found in told for unit in units_of(article, found)])
    people = persons([unit for unit in units if unit.kind == "person"])
    seat_officers(people, [unit for article, found in told for unit in officers_of(article, found)])
    others = [unit for unit in units if unit.kind != "person"]
    rename_owners(others, people)
    return build([*people, *bodies(others)])


def _article(found: Mentions) -> str:
    return found.article


def _agree_on_kind(units: list[Unit]) -> list[Unit]:
    """Give units of one name the kind that most articles give it, so that one slip founds no second entity."""
    votes: dict[str, Counter[str]] = {}
    free = [unit for unit in units if not country(unit.name) and not nationality(unit.name)]
    for unit in free:
        votes.setdefault(key_of(unit).partition(":")[2], Counter())[unit.kind] += len(unit.spans)
    for unit in free:
        tally = votes[key_of(unit).partition(":")[2]]
        best = min(tally, key=lambda kind: (-tally[kind], kind))
        clear = 1 if " " not in unit.name else 2  # a full name is better evidence of its kind than one word
        if best != unit.kind and tally[best] > clear * tally[unit.kind]:
            unit.kind = best  # type: ignore[assignment]
    return _surnames(units)


def _surnames(units: list[Unit]) -> list[Unit]:
    """Take a body of one word for the person whose surname it is, where the articles name that person in full."""
    surnames = {parts(unit.name).surname for unit in units if unit.kind == "person" and parts(unit.name).given}
    for unit in units:
        one_word = unit.kind == "organisation" and " " not in unit.name and not unit.name.isupper()
        if one_word and parts(unit.name).surname in surnames and not seat(unit.name):
            unit.kind = "person"
    return units
