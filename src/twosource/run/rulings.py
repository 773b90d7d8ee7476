"""A person's own judgements on the facts and entities of a library.

Reads   ids as a person types them; what was derived, for what exactly they stand on
Gives   Ruling, added to the library for ever; the story is derived anew with it
Misses  two people who judge the same fact otherwise: both rulings are kept, and the later one is shown

A ruling keeps its anchors (see `check.rulings`), so that it holds when an article joins the story and when everything
is derived anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from twosource.check.rulings import held_by, place_of, spot_of
from twosource.model import BadSetting, Claim, Entity, Fact, Ruling, UnknownId
from twosource.run.library_derive import evidence_of_story
from twosource.store import Store, View
from twosource.store.view_named import Holder, holders

Judged = Literal["confirm", "reject", "merge", "split"]


class Judge(msgspec.Struct, frozen=True):
    """Who judges, when (ISO 8601 with zone), and what they say to it."""

    who: str
    when: str
    note: str = ""


class Listed(msgspec.Struct, frozen=True):
    """A ruling and what has become of it.

    `undone_by` is the id of the ruling that took it back, ""; `target` that of the fact or entity for which it holds
    now, "" when it has no effect; `title` is the fact's question.
    """

    ruling: Ruling
    undone_by: str = ""
    target: str = ""
    title: str = ""


def rule(
    store: Store, action: Judged, target: str, others: Sequence[str], judge: Judge, story: str = ""
) -> tuple[Ruling, Holder]:
    """Add a ruling on a fact or an entity and return it with what it is on.

    `target` is an id or the start of one; `others` are ids to merge, or what is to leave: of a fact its claims, as
    ``ARTICLE:START-END`` or ``ARTICLE``, of an entity names. `story` says which, when several stories have such an id.
    Raises UnknownId or BadSetting when something is not there or cannot be done.
    """
    with store.writer() as writer:
        about = holder_of(writer, target, story)
        given = _places(writer, about)
        names, anchors = list(others), [given.places(about.id)]
        if action == "merge":
            names = [holder_of(writer, other, about.story, about.kind).id for other in others]
            anchors += [given.places(name) for name in names]
            given.check_merge(about.id, names)
        elif action == "split":
            names = given.parts(about.id, others)
        ruling = Ruling(
            id=_next_id(writer.rulings()),
            action=action,
            target=about.id,
            who=judge.who,
            when=judge.when,
            others=tuple(names),
            note=judge.note,
            story=about.story,
            anchors=tuple(anchors),
        )
        writer.add_ruling(ruling)
    return ruling, about


def undo(store: Store, id: str, judge: Judge) -> Ruling:
    """Add a ruling that takes another one back and return it.

    Raises UnknownId, and BadSetting when it is undone already.
    """
    with store.writer() as writer:
        rulings = writer.rulings()
        taken = next((ruling for ruling in rulings if ruling.id == id), None)
        if taken is None:
            raise UnknownId("ruling", id)
        by = _undone(rulings).get(id)
        if by:
            raise BadSetting(f"ruling {id} is undone already, by {by}; `twosource undo {by}` brings it back")
        ruling = Ruling(
            id=_next_id(rulings),
            action="undo",
            target=id,
            who=judge.who,
            when=judge.when,
            note=judge.note,
            story=writer.present(taken.story) if taken.story else "",
            anchors=taken.anchors,
        )
        writer.add_ruling(ruling)
    return ruling


def listed(view: View) -> tuple[Listed, ...]:
    """Return every ruling in the order in which they were made, with what it holds for now."""
    rulings = view.rulings()
    undone = _undone(rulings)
    facts: dict[str, tuple[Fact, ...]] = {}
    found = []
    for ruling in rulings:
        story = ruling.story and view.present(ruling.story)
        if story and story not in facts:
            facts[story] = view.facts(story)
        found.append(_listed(ruling, undone.get(ruling.id, ""), facts.get(story, ())))
    return tuple(found)


def _listed(ruling: Ruling, undone_by: str, facts: Iterable[Fact]) -> Listed:
    if ruling.action == "undo" or undone_by:
        return Listed(ruling, undone_by)
    if not ruling.target.startswith("f") or ":" in ruling.target:  # an entity's id has its kind before a colon
        return Listed(ruling, "", ruling.target)
    by_id = {fact.id: fact for fact in facts}
    target = held_by(ruling, {id: claims_of(fact) for id, fact in by_id.items()})
    return Listed(ruling, "", target, by_id[target].question) if target else Listed(ruling)


def claims_of(fact: Fact) -> tuple[Claim, ...]:
    """Return the claims of a fact, account by account."""
    return tuple(claim for account in fact.accounts for claim in account.claims)


class Facts:
    """The facts of a story as something to judge."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {fact.id: fact for fact in facts}

    def places(self, id: str) -> tuple[str, ...]:
        """Return the anchors of a fact."""
        return tuple(sorted(set(map(place_of, claims_of(self._facts[id])))))

    def check_merge(self, id: str, others: Iterable[str]) -> None:
        """Raise BadSetting when facts are of two kinds, or one and the same."""
        for other in others:
            if other == id:
                raise BadSetting(f"{id} cannot be merged with itself")
            kinds = self._facts[id].kind, self._facts[other].kind
            if kinds[0] != kinds[1]:
                raise BadSetting(f"{id} is a fact of kind {kinds[0]}, {other} one of kind {kinds[1]}: they stay apart")

    def parts(self, id: str, wanted: Sequence[str]) -> list[str]:
        """Return the anchors of the claims that are to leave a fact; raises BadSetting when none, or none stays."""
        claims, leaving = claims_of(self._facts[id]), set[str]()
        for name in wanted:
            found = {place_of(claim) for claim in claims if name in _names(claim)}
            if not found:
                raise BadSetting(f"{id} has no claim at {name!r}; `twosource why {id}` lists its claims")
            leaving |= found
        if leaving >= set(map(place_of, claims)):
            raise BadSetting(f"no claim would stay in {id}: leave one out")
        return sorted(leaving)


class Entities:
    """The entities of a story as something to judge."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities = {entity.id: entity for entity in entities}

    def places(self, id: str) -> tuple[str, ...]:
        """Return the anchors of an entity."""
        return tuple(sorted(set(map(spot_of, self._of(id).mentions))))

    def check_merge(self, id: str, others: Iterable[str]) -> None:
        """Raise BadSetting when an entity is to be merged with itself."""
        if id in others:
            raise BadSetting(f"{id} cannot be merged with itself")

    def parts(self, id: str, wanted: Sequence[str]) -> list[str]:
        """Return the names that are to leave an entity; raises BadSetting when it has no such name, or none stays."""
        names = self._of(id).names
        for name in wanted:
            if name not in names:
                raise BadSetting(f"{id} has no name {name!r}; it has {', '.join(names)}")
        if set(names) <= set(wanted):
            raise BadSetting(f"no name would stay in {id}: leave one out")
        return list(dict.fromkeys(wanted))

    def _of(self, id: str) -> Entity:
        if id not in self._entities:
            raise UnknownId("entity", id)
        return self._entities[id]


def _places(view: View, about: Holder) -> Facts | Entities:
    if about.kind == "fact":
        return Facts(view.facts(about.story))
    return Entities(evidence_of_story(view, about.story).entities)


def holder_of(view: View, id: str, story: str, kind: str = "") -> Holder:
    """Return the one fact or entity that an id, or the start of one, names.

    Raises UnknownId when there is none, BadSetting when there are several. `story` and `kind` say which is meant.
    """
    known = holders(view.connection, id, view.present(story) if story else "")
    found = [holder for holder in known if not kind or holder.kind == kind]
    if not found:
        raise UnknownId(kind or "fact or entity", id)
    if len(found) == 1:
        return found[0]
    ids = sorted({holder.id for holder in found})
    if len(ids) > 1:
        raise BadSetting(f"{id!r} may be {', '.join(ids[:5])}: give more of it")
    stories = ", ".join(holder.story.removeprefix("story:") for holder in found[:5])
    raise BadSetting(f"{id} stands in several stories ({stories}): say which with --story")


def _names(claim: Claim) -> tuple[str, ...]:
    """What a claim may be called: its article, its sentence's place as shown, its value's place, its id."""
    return (
        claim.article,
        f"{claim.article}:{claim.span.start}-{claim.span.end}",
        f"{claim.article}:{claim.focus.start}-{claim.focus.end}",
        place_of(claim),
        claim.id,
    )


def _next_id(rulings: Sequence[Ruling]) -> str:
    """The next id in order: r1, r2, ...; rulings are never removed."""
    return f"r{len(rulings) + 1}"


def _undone(rulings: Iterable[Ruling]) -> Mapping[str, str]:
    """For each ruling that does not stand, the id of the one that took it back."""
    by = {ruling.target: ruling.id for ruling in rulings if ruling.action == "undo"}
    return {id: by[id] for id in by if not _stands(id, by)}


def _stands(id: str, by: Mapping[str, str]) -> bool:
    """Whether nobody has undone the ruling with this id, or whoever did was undone in turn."""
    return id not in by or not _stands(by[id], by)
