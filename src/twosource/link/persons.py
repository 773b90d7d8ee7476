"""Join the units that are one person.

Reads   units of kind person, the judgement `same_person`
Gives   clusters of units; no cluster holds two names that are judged to be of different persons
Misses  one person under two surnames

Forms of a name that two people could bear ("Kathryn" and "Katie", "Latonya" and "Latoya") are one person's where no
article names both: whoever writes of two sisters tells them apart. An article that says "Kathryn Moll, known as Katie"
names one.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from twosource.link.units import Unit
from twosource.text.names import fold, skeleton
from twosource.text.same_person import LONG_ENOUGH, near_word, parts, same_person, same_word, shortened

Cluster = list[Unit]
LONG_SURNAME = 7
"""Letters of a surname alone from which one letter else is a slip; "Hansen" and "Jansen" are two people."""


def persons(units: Sequence[Unit]) -> list[Cluster]:
    """Return the units as clusters, one a person.

    Full names come first: a unit joins the one cluster all of whose names it can share. Then initials, then forms that
    no article tells apart, slips in a surname, and surnames alone, each only where one candidate is left. Only units
    with one key of the surname are compared, or one but for a letter.
    """
    blocks: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        blocks[skeleton(parts(unit.name).surname)].append(unit)
    lone = [unit for unit in units if not parts(unit.name).given]
    found: list[Cluster] = []
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for key in sorted(blocks):
        found.extend(_full_names([unit for unit in blocks[key] if parts(unit.name).given]))
    found = _slips(found)
    for cluster in found:
        keys = [skeleton(parts(unit.name).surname) for unit in cluster]
        for key in dict.fromkeys((*keys, skeleton(parts(cluster[0].name).given[0]))):
            bearers[key].append(cluster)
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
    return _apart_nowhere(clusters)


def _apart_nowhere(clusters: list[Cluster]) -> list[Cluster]:
    """Join two clusters whose names may be one person's, where no article has both and neither fits a third."""
    fits = {
        number: [other for other, two in enumerate(clusters) if other != number and _may_be_one(one, two)]
        for number, one in enumerate(clusters)
    }
    return _joined(clusters, fits)


def _joined(clusters: list[Cluster], fits: dict[int, list[int]]) -> list[Cluster]:
    """The clusters, with each pair joined that fit each other and nobody else."""
    pairs = {one: others[0] for one, others in fits.items() if len(others) == 1 and fits[others[0]] == [one]}
    return [
        cluster + clusters[pairs[number]] if number in pairs else cluster
        for number, cluster in enumerate(clusters)
        if pairs.get(number, number + 1) > number
    ]


def _may_be_one(one: Cluster, two: Cluster) -> bool:
    """Whether all names of two clusters agree, or nearly, and no article tells the two apart."""
    if _goes_by(one, two) or _goes_by(two, one):
        return True
    if {unit.article for unit in one} & {unit.article for unit in two}:
        return False
    return all(_all_agree(fold(unit.name), two, ("yes", "unsure")) for unit in one)


def _goes_by(one: Cluster, two: Cluster) -> bool:
    """Whether an article says that whoever bears the names of one cluster goes by every first name of the other."""
    given = {parts(unit.name).given[0] for unit in two}
    return any(given <= unit.called for unit in one)


def _slips(clusters: list[Cluster]) -> list[Cluster]:
    """Join clusters that share the given name and whose surnames differ by a slip, where no article has both."""
    keyed: dict[str, list[int]] = defaultdict(list)
    for number, cluster in enumerate(clusters):
        for key in sorted({key for unit in cluster for key in _keys(unit.name)}):
            keyed[key].append(number)
    fits: dict[int, set[int]] = defaultdict(set)
    for numbers in keyed.values():
        for one in numbers:
            fits[one].update(other for other in numbers if other != one and _slip(clusters[one], clusters[other]))
    return _joined(clusters, {one: sorted(others) for one, others in fits.items()})


def _keys(name: str) -> Iterable[str]:
    """What names share whose first given name is one and whose surnames are a slip apart."""
    given, surname, _ = parts(name)
    return (f"{given[0]} {short}" for short in shortened(surname)) if len(surname) >= LONG_ENOUGH else ()


def _slip(one: Cluster, two: Cluster) -> bool:
    if {unit.article for unit in one} & {unit.article for unit in two}:
        return False
    names = [(parts(a.name), parts(b.name)) for a in one for b in two]
    return all(
        (a.given, a.generation, a.surname[0]) == (b.given, b.generation, b.surname[0])
        and near_word(a.surname, b.surname)
        for a, b in names
    )


def _all_agree(name: str, cluster: Cluster, answers: tuple[str, ...]) -> bool:
    """Whether every name of the cluster may be of the person that `name` is of."""
    return all(same_person(name, other).answer in answers for other in {fold(unit.name) for unit in cluster})


def _lone(units: Sequence[Unit], bearers: dict[str, list[Cluster]]) -> list[Cluster]:
    """Give each unit of one word to the one person who bears it as surname (or, failing that, as first name).

    With two bearers or none, units of one spelling stay together and apart from both.
    """
    apart: dict[str, Cluster] = defaultdict(list)
    slips: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in {id(one): one for clusters in bearers.values() for one in clusters}.values():
        for key in sorted({key for unit in cluster for key in shortened(parts(unit.name).surname)}):
            slips[key].append(cluster)
    for unit in units:
        word = parts(unit.name).surname
        candidates = bearers.get(skeleton(word), [])
        named = [one for one in candidates if same_word(word, parts(one[0].name).surname)]
        named = named or [one for one in candidates if word == parts(one[0].name).given[0]]
        named = named or _misprinted(word, slips)
        if len(named) == 1:
            named[0].append(unit)
        else:
            apart[_common(word, apart)].append(unit)
    return list(apart.values())


def _misprinted(word: str, slips: dict[str, list[Cluster]]) -> list[Cluster]:
    """Those whose surname is a long word's but for one letter."""
    if len(word) < LONG_SURNAME:
        return []
    near = {id(one): one for key in sorted(shortened(word)) for one in slips.get(key, ())}
    return [one for one in near.values() if any(near_word(word, parts(unit.name).surname) for unit in one)]


def _common(word: str, known: Iterable[str]) -> str:
    """Return the spelling already met that `word` is a form of, or `word` itself."""
    return next((other for other in known if skeleton(other) == skeleton(word) and same_word(word, other)), word)
