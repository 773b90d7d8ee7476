"""A person's own judgements: kept apart from what is derived, and applied again on every rebuild.

Reads   groups of claims or entities, rulings in the order in which they were made
Gives   the groups or entities as the person left them, and what to say beside each
Misses  a ruling on something that is no longer derived has no effect; it is kept, and holds again when that returns

The id of a fact is made from its question, that of an entity from its name: both may change when an article joins the
story. A ruling that has anchors is therefore held to what it was made on, and finds it under whatever name it goes.
"""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from twosource.check.language.order import in_order, stands_in
from twosource.model import Claim, Entity, Evidence, Occurrence, Ruling

Groups = Mapping[str, tuple[Claim, ...]]

WORDS = {"confirm": "confirmed", "reject": "rejected", "merge": "merged", "split": "split"}

ENOUGH = 0.5
"""The part of what a ruling was made on that must still stand together: with less, most of it is something else now,
and one ruling would hold for two things."""


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that nobody has undone, in order of time; an undone "undo" brings its ruling back.

    >>> a = Ruling("1", "reject", "f1", "A", "2023-01-01T00:00Z")
    >>> standing([a, Ruling("2", "undo", "1", "A", "2023-01-02T00:00Z")])
    ()
    """
    # Ids that count up sort by length first: r9 before r10, when both were made in one second.
    ordered = sorted(rulings, key=lambda ruling: (ruling.when, len(ruling.id), ruling.id))
    undone: set[str] = set()
    for ruling in reversed(ordered):
        if ruling.action == "undo" and ruling.id not in undone:
            undone.add(ruling.target)
    return tuple(ruling for ruling in ordered if ruling.action != "undo" and ruling.id not in undone)


def place_of(claim: Claim) -> str:
    """Return where a claim stands, as anchors of rulings hold it: ``"ARTICLE:START-END:KIND"``."""
    return f"{claim.article}:{claim.focus.start}-{claim.focus.end}:{claim.kind}"


def spot_of(mention: Occurrence) -> str:
    """Return where a name stands, as anchors of rulings hold it: ``"ARTICLE:START-END"``."""
    return f"{mention.article}:{mention.span.start}-{mention.span.end}"


def settle(groups: Groups, rulings: Iterable[Ruling]) -> tuple[dict[str, tuple[Claim, ...]], dict[str, str]]:
    """Return the groups of claims by fact id after all merges and splits, and what was decided about each.

    A merged fact keeps the target's id; claims that are split off get the target's id with the ruling's behind it.
    What was decided is as shown: "confirmed by A. Editor, 2023-03-15"; of several, in the order of time.
    """
    made, said = dict(groups), dict[str, dict[str, str]]()
    places = _places(made)
    for ruling in standing(rulings):
        target, *others = _found(ruling, places)
        if target is None:
            continue
        if ruling.action == "merge":
            joined = sorted({other for other in others if other is not None} - {target})
            if not joined:
                continue
            made[target] = _in_order((*made[target], *(claim for other in joined for claim in made.pop(other))))
        elif ruling.action == "split":
            leaving, staying = _cut(made[target], frozenset(ruling.others))
            if not leaving or not staying:
                continue
            made |= {target: staying, f"{target}/{ruling.id}": leaving}
            said[f"{target}/{ruling.id}"] = {ruling.id: _told(ruling)}
        # Of a fact's confirmations and rejections the last one counts; what was done to its claims stays true.
        key = ruling.id if ruling.action in ("merge", "split") else "judged"
        said.setdefault(target, {}).pop(key, None)
        said[target][key] = _told(ruling)
        places = _places(made)
    return made, {id: "; ".join(told.values()) for id, told in said.items() if id in made}


def _cut(claims: tuple[Claim, ...], named: frozenset[str]) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """The claims that leave, and those that stay. A sentence leaves as a whole: of its claims only one is shown."""
    places = {stands_in(claim) for claim in claims if named & {claim.id, place_of(claim)}}
    leaving = tuple(claim for claim in claims if stands_in(claim) in places)
    return leaving, tuple(claim for claim in claims if claim not in leaving)


def held_by(ruling: Ruling, groups: Groups) -> str:
    """Return the id of the fact that a ruling holds for now, "" when it has no effect."""
    return _found(ruling, _places(groups))[0] or ""


def ruled(evidence: Evidence, rulings: Iterable[Ruling]) -> Evidence:
    """Return the evidence with its entities as people left them; doing it twice changes nothing more."""
    texts = {article.id: article.text for article in evidence.articles}
    entities = reconcile(evidence.entities, rulings, lambda mention: mention.span.of(texts[mention.article]))
    return msgspec.structs.replace(evidence, entities=entities)


def reconcile(
    entities: Iterable[Entity], rulings: Iterable[Ruling], words: Callable[[Occurrence], str]
) -> tuple[Entity, ...]:
    """Return the entities after all merges and splits; a rejected entity is left out.

    A merged entity keeps the target's id and name; names that are split off become an entity of their own, with the
    mentions that read so (`words` reads a mention).
    """
    made = {entity.id: entity for entity in entities}
    places = _spots(made)
    for ruling in standing(rulings):
        target, *others = _found(ruling, places)
        if target is None:
            continue
        if ruling.action == "reject":
            del made[target]
        elif ruling.action == "merge":
            for other in sorted({other for other in others if other is not None} - {target}):
                made[target] = _joined(made[target], made.pop(other))
        elif ruling.action == "split":
            made |= {entity.id: entity for entity in _parted(made[target], ruling, words)}
        places = _spots(made)
    return tuple(made.values())


def _places(groups: Groups) -> dict[str, frozenset[str]]:
    return {id: frozenset(map(place_of, claims)) for id, claims in groups.items()}


def _spots(entities: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    return {id: frozenset(map(spot_of, entity.mentions)) for id, entity in entities.items()}


def _found(ruling: Ruling, places: Mapping[str, frozenset[str]]) -> list[str | None]:
    """The ids under which the ruling's target and its others go now, None for what is not there.

    With anchors that is whatever holds most of them, of equals the one with the least besides; nothing when it holds
    less than `ENOUGH` of them.
    """
    names = (ruling.target, *ruling.others) if ruling.action == "merge" else (ruling.target,)
    found: list[str | None] = []
    for number, name in enumerate(names):
        if len(ruling.anchors) <= number:
            found.append(name if name in places else None)
            continue
        anchors = frozenset(ruling.anchors[number])
        held = {id: anchors & stand for id, stand in places.items() if anchors & stand}
        ranked = sorted((-len(kept), len(places[id]), id != name, id) for id, kept in held.items())
        found.append(ranked[0][-1] if ranked and -ranked[0][0] >= ENOUGH * len(anchors) else None)
    return found


def _told(ruling: Ruling) -> str:
    note = f": {ruling.note}" if ruling.note else ""
    return f"{WORDS[ruling.action]} by {ruling.who}, {ruling.when[:10]}{note}"


def _parted(target: Entity, ruling: Ruling, words: Callable[[Occurrence], str]) -> tuple[Entity, ...]:
    """The target without the names that leave it, and a new entity with them; the target when none or all leave."""
    leaving = tuple(name for name in target.names if name in ruling.others)
    staying = tuple(name for name in target.names if name not in ruling.others)
    if not leaving or not staying:
        return (target,)
    gone = tuple(mention for mention in target.mentions if words(mention) in leaving)
    kept = tuple(mention for mention in target.mentions if words(mention) not in leaving)
    name = target.name if target.name in staying else max(staying, key=lambda n: (len(n), n))
    other = max(leaving, key=lambda n: (len(n), n))
    replace = msgspec.structs.replace
    return (
        replace(target, name=name, names=staying, mentions=kept),
        replace(
            target, id=f"{target.id}/{ruling.id}", name=other, names=leaving, mentions=gone, roles=(), speaks_for=""
        ),
    )


def _joined(target: Entity, other: Entity) -> Entity:
    return msgspec.structs.replace(
        target,
        names=tuple(sorted({*target.names, *other.names})),
        roles=tuple(dict.fromkeys((*target.roles, *other.roles))),
        country=target.country or other.country,
        mentions=tuple(sorted({*target.mentions, *other.mentions})),
    )


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return in_order(set(claims))
