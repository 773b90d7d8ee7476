"""Tell whose voice an entity is: a seat for its country, an office for its owner, a head or a spokesman for the body.

Reads   entities; for persons, the offices that the articles give them, each with the body or country it is held in
Gives   the id of the entity spoken for, "" for one who speaks for themselves
Misses  spokespersons whose office the text does not tell; who serves under a head without speaking for the body

A prosecutor does not speak for the court, nor a general manager for the club: only whoever leads a body or is there to
speak for it does. What the others say is not independent of it either, but it is not the body's word.
"""

from collections.abc import Iterable, Mapping

from twosource.model import Entity
from twosource.text.countries import country, houses, nationality, seat
from twosource.text.lexicon import mapping
from twosource.text.names import fold

Offices = Mapping[str, Iterable[tuple[str, str]]]
"""For each person's id, the offices held: (office, of)."""

# Bodies that are their owner's voice: what they say, a government or a person says.
VOICES = frozenset(
    {"office", "government", "ministry", "administration", "delegation", "team", "cabinet", "presidency", "embassy",
     "spokesman", "spokeswoman", "spokesperson", "press service", "press office", "campaign", "side", "camp",
     "mission", "negotiators", "authorities"}
)  # fmt: skip
HEADS = frozenset(
    {"president", "chief executive", "chief executive officer", "ceo", "premier", "prime minister", "chancellor",
     "king", "queen", "emir", "commissioner", "superintendent", "publisher", "owner"}
)  # fmt: skip
RULERS = frozenset(
    {"president", "premier", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "leader"}
)
PAST = (
    "former ",
    "ex-",
    "late ",
    "associate ",
    "deputy ",
    "vice",
    "assistant ",
    "opposition ",
    "incoming ",
    "outgoing ",
)


class Voices:
    """Look-ups over the entities of a story, for asking whose voice each is."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_name: dict[str, list[Entity]] = {}
        self._countries: dict[str, str] = {}
        for entity in entities:
            for name in {fold(one) for one in (entity.name, *entity.names)}:
                self._by_name.setdefault(name, []).append(entity)
            if entity.kind == "place" and country(entity.name):
                self._countries[entity.country] = entity.id

    def of_body(self, entity: Entity, owner: str, owned: str) -> str:
        """Return whose voice a body or place is; "Ann Lee’s office" has the `owner` "Ann Lee", its word is `owned`."""
        code = seat(entity.name)
        if code and (entity.kind == "place" or entity.name.removeprefix("the ") in houses()):
            return self._countries.get(code, "")
        if owner and any(owned.lower().endswith(word) for word in VOICES):
            named = self._by_name.get(fold(owner), [])
            if len(named) == 1:
                return named[0].id
        words = entity.name.split() or [""]
        if entity.kind == "organisation" and words[-1].lower() in VOICES and entity.country and nationality(words[0]):
            return self._countries.get(entity.country, "")
        return ""

    def of_person(self, offices: Iterable[tuple[str, str]]) -> str:
        """Return the one body, country or person that a holder of these offices speaks for, "" for none or several."""
        found = {self._office(office.lower(), of) for office, of in offices} - {""}
        return found.pop() if len(found) == 1 else ""

    def _office(self, office: str, of: str) -> str:
        """The id of whom the holder of one office speaks for."""
        if not of or office.startswith(PAST):
            return ""
        mouth = any(office.endswith(noun) for noun, kind in mapping("speaking_nouns").items() if kind == "voice")
        code = country(of) or nationality(of) or seat(of)
        if code:
            return self._countries.get(code, "") if mouth or office in RULERS else self._ministry(office, code)
        if office.endswith("police chief") or office == "chief of police":
            return self._body(f"{of} police") or self._body(f"{of} police department")
        return self._body(of, any_kind=mouth) if mouth or _heads(office) else ""

    def _body(self, name: str, any_kind: bool = False) -> str:
        named = [one for one in self._by_name.get(fold(name), []) if any_kind or one.kind == "organisation"]
        return named[0].id if len(named) == 1 else ""

    def _ministry(self, office: str, code: str) -> str:
        """The ministry of a minister: the country's one body with the minister's field in its name."""
        *before, noun = office.split() or [""]
        if not before or noun not in ("minister", "secretary"):
            return ""
        field = fold(before[-1])
        bodies = {
            one.id
            for name, entities in self._by_name.items()
            for one in entities
            if one.kind == "organisation" and one.country == code and {field, "ministry"} <= set(name.split())
        }
        return bodies.pop() if len(bodies) == 1 else ""


def _heads(office: str) -> bool:
    """Whether the holder of an office leads the body that it is held in."""
    last = office.split()[-1] if office else ""
    return office in HEADS or (mapping("offices").get(last) == "led" and " of " not in office)
