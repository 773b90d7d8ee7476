"""Find who else places a story's own event, in a clause that `main_where` did not take for one of its mentions.

Reads   groups of venue claims: of the main events, and of all else that is placed
Gives   the same, each further place of a main event's scene in the group of that place
Misses  places under other names ("the plant", "the Kraft factory"); what is told in a sentence about an older event

"Two were killed at the Harn factory in Norby" places the shooting in the Harn factory, and in Norby. What so joins
carries a place and confirms none.
"""

import re
from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import replace

from twosource.check.claims.happenings import BY as HAPPENINGS
from twosource.check.events.main_tellings import AFTERMATH
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.place_names import key_of
from twosource.check.events.scenes import parts_of_one_scene
from twosource.model import Claim

Group = tuple[Claim, ...]


def also_where(main: Sequence[Group], rest: Sequence[Group]) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both, main events' places with further carriers; what then has nothing left to tell is left out."""
    sited = [number for number, group in enumerate(main) if group[0].kind == "venue" and group[0].rule == MAIN]
    main = [tuple(_of_one_scene(group)) if n in sited else group for n, group in enumerate(main)]
    joined = {number: list(main[number]) for number in sited}
    kept = []
    for group in rest:
        homes = [[n for n in sited if _places(claim, main[n])] if _may_join(claim) else [] for claim in group]
        for claim, found in zip(group, homes, strict=True):
            for number in found:
                if claim.article not in {other.article for other in joined[number]}:
                    joined[number].append(_as_one_of(claim, main[number][0]))
        if not all(found and _says_no_more(claim, main, found) for claim, found in zip(group, homes, strict=True)):
            kept.append(group)
    told = [tuple(sorted(joined.get(n, group), key=_place)) for n, group in enumerate(main)]
    return tuple(told), tuple(kept)


def _of_one_scene(claims: Group) -> list[Claim]:
    """The claims of a place, less those of another scene than most of them are of.

    A long story has many scenes in one land, and is asked where one of them was.
    """
    kinds: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        kinds[claim.measure.split()[0]].add(claim.article)
    chief = max(sorted(kinds), key=lambda kind: (kind not in AFTERMATH, len(kinds[kind])))
    near = {kind for kind in kinds if kind == chief or kind in AFTERMATH or parts_of_one_scene(kind, chief)}
    return [claim for claim in claims if claim.measure.split()[0] in near]


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.article, claim.focus.start, claim.id


def _says_no_more(claim: Claim, main: Sequence[Group], homes: Sequence[int]) -> bool:
    """Whether the places that a claim joined are all that it names: in "Norby's Harn Square" the square is left."""
    named = set(key_of(" ".join(re.findall(r"\b[A-Z][\w'’-]*", claim.value))).split())
    return named <= {word for number in homes for word in main[number][0].value_key.removeprefix(">place:").split()}


def _may_join(claim: Claim) -> bool:
    """Whether a claim places a deed of the story's own time that happened."""
    return claim.kind == "venue" and claim.rule == HAPPENINGS and claim.disclosed and claim.polarity and not claim.event


def _places(claim: Claim, group: Group) -> bool:
    """Whether a claim names a group's place, and places a part of one scene with what the group tells of."""
    place = group[0].value_key.removeprefix(">place:").split()
    if not set(place) <= set(key_of(claim.value).split()):
        return False
    deed = claim.measure.split()[0]
    return any(parts_of_one_scene(deed, kind) for kind in sorted({other.measure.split()[0] for other in group}))


def _as_one_of(claim: Claim, like: Claim) -> Claim:
    return replace(
        claim,
        measure=f"{like.measure.split()[0]} happen",
        subject="",
        scope=like.scope,
        asked="",
        value_key=like.value_key,
        rule=MAIN,
    )
