"""A person's own judgements: kept apart from what is derived, and applied again on every rebuild.

Reads   groups of claims or entities, rulings in the order in which they were made
Gives   the groups or entities as the person left them, and what to say beside each
Misses  a ruling on something that is no longer derived has no effect; it is kept, and holds again when that returns
"""

from collections.abc import Callable, Iterable, Mapping

import msgspec

from twosource.model import Claim, Entity, Occurrence, Ruling

Groups = Mapping[str, tuple[Claim, ...]]


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Return the rulings that nobody has undone, in order of time; an undone "undo" brings its ruling back.

    >>> a = Ruling("1", "reject", "f1", "A", "2023-01-01T00:00Z")
    >>> standing([a, Ruling("2", "undo", "1", "A", "2023-01-02T00:00Z")])
    ()
    """
    ordered = sorted(rulings, key=lambda ruling: (ruling.when, ruling.id))
    undone: set[str] = set()
    for ruling in reversed(ordered):
        if ruling.action == "undo" and ruling.id not in undone:
            undone.add(ruling.target)
    return tuple(ruling for ruling in ordered if ruling.action != "undo" and ruling.id not in undone)


def regroup(groups: Groups, rulings: Iterable[Ruling]) -> dict[str, tuple[Claim, ...]]:
    """Return the groups of claims by fact id after all merges and splits.

    A merged fact keeps the target's id; claims that are split off get the target's id with the ruling's behind it.
    """
    made = dict(groups)
    for ruling in standing(rulings):
        if ruling.target not in made:
            continue
        if ruling.action == "merge":
            joined = [claim for other in ruling.others for claim in made.pop(other, ()) if other != ruling.target]
            made[ruling.target] = _in_order((*made[ruling.target], *joined))
        elif ruling.action == "split":
            leaving = tuple(claim for claim in made[ruling.target] if claim.id in ruling.others)
            staying = tuple(claim for claim in made[ruling.target] if claim.id not in ruling.others)
            if leaving and staying:
                made[ruling.target] = staying
                made[f"{ruling.target}/{ruling.id}"] = leaving
    return made


def decided(target: str, rulings: Iterable[Ruling]) -> str:
    """Return what a person last decided about a fact, as shown: "confirmed by A. Editor, 2023-03-15", or ""."""
    words = {"confirm": "confirmed", "reject": "rejected", "merge": "merged", "split": "split"}
    last = ""
    for ruling in standing(rulings):
        if ruling.target == target:
            last = f"{words[ruling.action]} by {ruling.who}, {ruling.when[:10]}" + (
                f": {ruling.note}" if ruling.note else ""
            )
    return last


def reconcile(
    entities: Iterable[Entity], rulings: Iterable[Ruling], words: Callable[[Occurrence], str]
) -> tuple[Entity, ...]:
    """Return the entities after all merges and splits; a rejected entity is left out.

    A merged entity keeps the target's id and name; names that are split off become an entity of their own, with the
    mentions that read so (`words` reads a mention).
    """
    made = {entity.id: entity for entity in entities}
    for ruling in standing(rulings):
        target = made.get(ruling.target)
        if target is None:
            continue
        if ruling.action == "reject":
            del made[ruling.target]
        elif ruling.action == "merge":
            for other in (made.pop(name) for name in ruling.others if name in made and name != ruling.target):
                target = _joined(target, other)
            made[ruling.target] = target
        elif ruling.action == "split":
            made |= {entity.id: entity for entity in _parted(target, ruling, words)}
    return tuple(made.values())


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
    return tuple(sorted(set(claims), key=lambda claim: (claim.article, claim.focus, claim.id)))
