"""Join the units that are one person.

Reads   units of kind person, the judgement `same_person`
Gives   clusters of units; no cluster holds two names that are judged to be of different persons
Misses  one person under two surnames
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.link.units import Unit
from twosource.text.names import fold, skeleton
from twosource.text.same_person import parts, same_person, same_word

Cluster = list[Unit]


def persons(units: Sequence[Unit]) -> list[Cluster]:
    """Return the units as clusters, one a person.

    Full names come first: a unit joins the one cluster all of whose names it can share. Then initials, then
    surnames alone, each only where one candidate is left. Only units with one key of the surname are compared.
    """
    blocks: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        blocks[skeleton(parts(unit.name).surname)].append(unit)
    lone = [unit for unit in units if not parts(unit.name).given]
    found: list[Cluster] = []
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for key in sorted(blocks):
        full = _full_names([unit for unit in blocks[key] if parts(unit.name).given])
        found.extend(full)
        for cluster in full:
            bearers[key].append(cluster)
            first = skeleton(parts(cluster[0].name).given[0])
            if first != key:
                bearers[first].append(cluster)
    found.extend(_lone(lone, bearers))
    return found


def _full_names(units: Iterable[Unit]) -> list[Cluster]:
    """Cluster units with given names: one spelling at a time, longest given names first, initials last."""
    spelled: dict[str, Cluster] = defaultdict(list)
    for unit in units:
        spelled[fold(unit.name)].append(unit)
    clusters: list[list[Unit]] = []
    initials = [name for name in sorted(spelled) if len(parts(name).given[0]) == 1]
    whole = sorted((name for name in spelled if name not in initials), key=lambda name: (-len(spelled[name]), name))
    for name in whole:
        fits = [cluster for cluster in clusters if _all_agree(name, cluster, ("yes",))]
        if len(fits) == 1:
            fits[0].extend(spelled[name])
        else:
            clusters.append(list(spelled[name]))
    for name in initials:
        fits = [cluster for cluster in clusters if _all_agree(name, cluster, ("yes", "unsure"))]
        if len(fits) == 1:
            fits[0].extend(spelled[name])
        else:
            clusters.append(list(spelled[name]))
    return clusters


def _all_agree(name: str, cluster: Cluster, answers: tuple[str, ...]) -> bool:
    """Whether every name of the cluster may be of the person that `name` is of."""
    return all(same_person(name, other).answer in answers for other in {fold(unit.name) for unit in cluster})


def _lone(units: Sequence[Unit], bearers: dict[str, list[Cluster]]) -> list[Cluster]:
    """Give each unit of one word to the one person who bears it as surname (or, failing that, as first name).

    With two bearers or none, units of one spelling stay together and apart from both.
    """
    apart: dict[str, Cluster] = defaultdict(list)
    for unit in units:
        word = parts(unit.name).surname
        candidates = bearers.get(skeleton(word), [])
        named = [one for one in candidates if same_word(word, parts(one[0].name).surname)]
        named = named or [one for one in candidates if word == parts(one[0].name).given[0]]
        if len(named) == 1:
            named[0].append(unit)
        else:
            apart[_common(word, apart)].append(unit)
    return list(apart.values())


def _common(word: str, known: Iterable[str]) -> str:
    """Return the spelling already met that `word` is a form of, or `word` itself."""
    return next((other for other in known if skeleton(other) == skeleton(word) and same_word(word, other)), word)
