"""Find the entity that a name stands for.

Reads   a name, entities
Gives   the one entity with that name, None when there is none or more than one
Misses  descriptions ("the president")
"""

from collections.abc import Iterable

from twosource.link.bodies import aliases
from twosource.model import Entity
from twosource.text.countries import country, country_name
from twosource.text.names import fold, skeleton
from twosource.text.same_person import parts, same_person, same_word

TITLES = ("the ", "a ", "an ", "mr. ", "mr ", "mrs. ", "ms. ", "dr. ", "president ", "prime minister ")


class Resolver:
    """Entities by folded name and by surname, for many look-ups."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._names: dict[str, dict[str, Entity]] = {}
        self._surnames: dict[str, dict[str, Entity]] = {}
        for entity in entities:
            for name in (entity.name, *entity.names):
                self._names.setdefault(_plain(name), {})[entity.id] = entity
            if entity.kind == "person":
                self._surnames.setdefault(skeleton(parts(entity.name).surname), {})[entity.id] = entity

    def resolve(self, name: str) -> Entity | None:
        """Return the one entity that the name stands for, None when none or several could be meant."""
        plain = _plain(name)
        usual = aliases().get(("organisation", plain)) or aliases().get(("place", plain)) or country_name(country(name))
        for key in (plain, _plain(usual) if usual else ""):
            found = self._names.get(key, {}) if key else {}
            if found:
                return _only(found)
        return self._person(name)

    def _person(self, name: str) -> Entity | None:
        wanted = parts(_plain(name))
        bearers = {
            one.id: one
            for one in self._surnames.get(skeleton(wanted.surname), {}).values()
            if wanted.surname and same_word(wanted.surname, parts(one.name).surname)
        }
        if not wanted.given:
            return _only(bearers)
        return _only({one.id: one for one in bearers.values() if same_person(_plain(name), one.name).answer == "yes"})


def resolve(name: str, entities: Iterable[Entity]) -> Entity | None:
    """Return the one entity that `name` stands for: by its name, a spelling met, an alias or a surname; else None."""
    return Resolver(entities).resolve(name)


def _plain(name: str) -> str:
    text = name.strip()
    lowered = text.lower()
    for title in TITLES:
        if lowered.startswith(title):
            text, lowered = text[len(title) :], lowered[len(title) :]
    return fold(text.removesuffix("'s").removesuffix("’s"))


def _only(found: dict[str, Entity]) -> Entity | None:
    return next(iter(found.values())) if len(found) == 1 else None
