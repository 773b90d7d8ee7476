"""Make entities of clusters: name, spellings, offices, country, whose voice it is.

Reads   clusters of units
Gives   Entity, by id
Misses  spokespersons whose office the text does not tell
"""

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from twosource.link.bodies import aliases
from twosource.link.units import Unit
from twosource.link.voices import Voices
from twosource.model import Entity, NameKind
from twosource.text.countries import country, country_name, nationality, seat
from twosource.text.names import fold

OWNED = re.compile(r"^(?:the )?(.+?)(?:['’]s?) (?:own )?(.+)$", re.I)


def build(clusters: Sequence[Sequence[Unit]]) -> tuple[Entity, ...]:
    """Return the entities of the clusters, by id; two clusters that would share an id are numbered."""
    drafts = sorted(
        ((_entity(cluster), {one for unit in cluster for one in unit.offices}) for cluster in clusters),
        key=lambda pair: (pair[0].id, pair[0].mentions),
    )
    seen: Counter[str] = Counter()
    numbered: list[Entity] = []
    offices: dict[str, set[tuple[str, str]]] = {}
    for draft, held in drafts:
        seen[draft.id] += 1
        number = seen[draft.id]
        numbered.append(draft if number == 1 else _renamed(draft, f"{draft.id}-{number}"))
        offices[numbered[-1].id] = held
    return _voices(tuple(numbered), offices)


def _renamed(entity: Entity, new: str) -> Entity:
    return structs.replace(entity, id=new)


def _entity(cluster: Sequence[Unit]) -> Entity:
    kind = _kind(cluster)
    name = shown_name(cluster, kind)
    spellings = sorted({spelling for unit in cluster for spelling in unit.spellings} | {name})
    offices = Counter(office for unit in cluster for (office, _), count in unit.offices.items() for _ in range(count))
    roles = tuple(sorted(offices, key=lambda office: (-offices[office], office)))
    mentions = tuple(sorted(one for unit in cluster for one in unit.occurrences))
    return Entity(
        entity_id(kind, name), name, kind, tuple(spellings), roles, _country(cluster, kind, name), "", mentions
    )


def entity_id(kind: NameKind, name: str) -> str:
    """Return the id made from kind and name: ``"person:volodymyr-zelenskyy"``."""
    return f"{kind}:{fold(name).replace(' ', '-')}"


def _kind(cluster: Sequence[Unit]) -> NameKind:
    tally = Counter(unit.kind for unit in cluster)
    return min(tally, key=lambda kind: (-tally[kind], kind))


def shown_name(cluster: Sequence[Unit], kind: NameKind) -> str:
    """Return the name that most articles give in full; a country's usual name."""
    codes = {country(unit.name) for unit in cluster} - {""}
    if len(codes) == 1 and kind == "place":
        return country_name(codes.pop())
    tally: Counter[str] = Counter()
    for unit in cluster:
        tally[unit.name] += len(unit.spans)
    words = max(min(len(name.split()), 2) for name in tally)  # a full name has two words or more; more are no better
    full = [name for name in tally if min(len(name.split()), 2) == words] if kind == "person" else list(tally)
    usual = {aliases().get((kind, fold(name)), "") for name in full} & set(full)
    return min(usual or full, key=lambda name: (-tally[name], name))


def _country(cluster: Sequence[Unit], kind: NameKind, name: str) -> str:
    """The country of a place, a people, a government's seat or an office's holder, "" when none is told."""
    direct = country(name) or nationality(name) or seat(name)
    if direct and kind != "person":
        return direct
    told: Counter[str] = Counter()
    for unit in cluster:
        if unit.country:
            told[unit.country] += 1
        for (_, of), count in unit.offices.items():
            code = country(of) or seat(of)
            if code:
                told[code] += count
    owner = OWNED.match(name)
    first = name.split()[0] if name else ""
    if not told and kind == "organisation":
        return (country(owner[1]) or seat(owner[1]) if owner else "") or nationality(first)
    return min(told, key=lambda code: (-told[code], code)) if told else ""


def _voices(entities: tuple[Entity, ...], offices: dict[str, set[tuple[str, str]]]) -> tuple[Entity, ...]:
    """Fill `speaks_for`; `offices` are those of each person, by id."""
    voices = Voices(entities)
    return tuple(_with_voice(entity, voices, offices.get(entity.id, set())) for entity in entities)


def _with_voice(entity: Entity, voices: Voices, offices: set[tuple[str, str]]) -> Entity:
    if entity.kind == "person":
        target = voices.of_person(sorted(offices))
    else:
        owner = OWNED.match(entity.name)
        target = voices.of_body(entity, owner[1] if owner else "", owner[2] if owner else "")
    if not target or target == entity.id:
        return entity
    return structs.replace(entity, speaks_for=target)
