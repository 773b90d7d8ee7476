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
from typing import NamedTuple

from twosource.link.units import Unit
from twosource.text.lexicon import mapping
from twosource.text.names import fold, skeleton
from twosource.text.same_person import (
    LONG_ENOUGH,
    SHORT_FORM,
    Parts,
    near_given,
    near_word,
    nicknames_in,
    parts,
    same_person,
    same_word,
    shortened,
)

Cluster = list[Unit]
LONG_SURNAME = 7
"""Letters of a surname alone from which one letter else is a slip; "Hansen" and "Jansen" are two people."""
OLDEST = {"", "sr", "senior"}
SLIPS = 2
"""Times that one article may misspell a name in one way."""
OUTWEIGHS = 3
"""How many times as often the story must tell of one bearer of a surname as of any other for the surname alone to be
his: a relative is named in an article or two, a main figure in nearly all."""
MANY = 2
"""Articles that call somebody by the surname alone, from which that is a habit."""


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
        first = sorted(Bearer.of(cluster).given)
        for key in dict.fromkeys((*keys, *(skeleton(word) for word in first))):
            bearers[key].append(cluster)
    found.extend(_lone(lone, bearers))
    return found


def _full_names(units: Iterable[Unit]) -> list[Cluster]:
    """Cluster units with given names: one spelling at a time, longest given names first, initials last."""
    spelled: dict[tuple[Parts, frozenset[str]], Cluster] = defaultdict(list)
    for unit in units:
        spelled[parts(unit.name), nicknames_in(unit.name)].append(unit)
    clusters: list[list[Unit]] = []
    groups = sorted(spelled.values(), key=lambda group: (-len(group), fold(group[0].name)))
    whole = [group for group in groups if len(parts(group[0].name).given[0]) > 1]
    initials = sorted((group for group in groups if group not in whole), key=lambda group: fold(group[0].name))
    for answers, spellings in ((("yes",), whole), (("yes", "unsure"), initials)):
        for group in spellings:
            fits = [cluster for cluster in clusters if _all_agree(group[0].name, cluster, answers)]
            if len(fits) == 1 and not _generations_apart(group, fits[0]):
                fits[0].extend(group)
            else:
                clusters.append(list(group))
    return _apart_nowhere(clusters)


def _apart_nowhere(clusters: list[Cluster]) -> list[Cluster]:
    """Join clusters whose names may be one person's, where no article tells of two and none of them fits another.

    Those of one generation come first: "Ann Marlow" and "A. Marlow" are one before either may be "A. Marlow Jr.".
    """
    for alike in (_of_one_generation, _may_be_one):
        fits = {
            number: [other for other, two in enumerate(clusters) if other != number and alike(one, two)]
            for number, one in enumerate(clusters)
        }
        clusters = _joined(clusters, fits)
    return clusters


def _joined(clusters: list[Cluster], fits: dict[int, list[int]]) -> list[Cluster]:
    """The clusters, with those joined that all fit each other and nobody else."""
    sets = {number: {number, *fits.get(number, ())} for number in range(len(clusters))}
    found = []
    for number, cluster in enumerate(clusters):
        others = sorted(sets[number])
        if any(sets[other] != sets[number] for other in others):
            found.append(cluster)
        elif number == others[0]:
            found.append([unit for other in others for unit in clusters[other]])
    return found


def _of_one_generation(one: Cluster, two: Cluster) -> bool:
    return _generations(one) == _generations(two) and _may_be_one(one, two)


def _generations(cluster: Cluster) -> set[str]:
    return {parts(unit.name).generation for unit in cluster}


def _generations_apart(one: Cluster, two: Cluster) -> bool:
    """Whether an article has both and one of them only is of a younger generation: a father and his son."""
    if _generations(one) <= OLDEST and _generations(two) <= OLDEST:
        return False
    return _generations(one) != _generations(two) and bool(_articles(one) & _articles(two))


def _articles(cluster: Cluster) -> set[str]:
    return {unit.article for unit in cluster}


def _may_be_one(one: Cluster, two: Cluster) -> bool:
    """Whether all names of two clusters agree, or nearly, and no article tells the two apart."""
    if _goes_by(one, two) or _goes_by(two, one):
        return True
    if not all(_all_agree(name, two, ("yes", "unsure")) for name in {unit.name for unit in one}) or _generations_apart(
        one, two
    ):
        return False
    there: dict[str, list[Unit]] = defaultdict(list)
    for unit in two:
        there[unit.article].append(unit)
    return all(_one_in_both(a, b) for a in one for b in there.get(a.article, ()))


def _one_in_both(a: Unit, b: Unit) -> bool:
    """Whether two names in one article are forms of one name that nobody would tell two people apart by.

    An initial left out, the beginning of a name for the whole ("Ben", "Benjamin"), or a slip that stands there once or
    twice beside the right spelling.
    """
    first, second = parts(a.name).given, parts(b.name).given
    if 1 in (len(first[0]), len(second[0])) and first[0][0] == second[0][0]:
        return True
    if first[0] == second[0] or first[0] in second[1:] or second[0] in first[1:]:
        return True
    if first[0].startswith(second[0]) or second[0].startswith(first[0]):
        return min(len(first[0]), len(second[0])) >= SHORT_FORM and near_given(first[0], second[0])
    rare, usual = sorted((len(a.spans), len(b.spans)))
    return rare <= SLIPS and usual >= rare * OUTWEIGHS and near_given(first[0], second[0])


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
    """Whether every name of the cluster may be of the person that `name` is of; a nickname told once holds for all."""
    names = {unit.name for unit in cluster}
    called = nicknames_in(name).union(*(nicknames_in(other) for other in names))
    return all(same_person(name, other).answer in answers or _by_nickname(name, other, called) for other in names)


def _by_nickname(name: str, other: str, called: frozenset[str]) -> bool:
    one, two = parts(name), parts(other)
    return not called.isdisjoint({one.given[0], two.given[0]}) and same_word(one.surname, two.surname)


def _lone(units: Sequence[Unit], bearers: dict[str, list[Cluster]]) -> list[Cluster]:
    """Give each unit of one word to the one person who bears it as surname (or, failing that, as first name).

    By the first name alone goes only whose surname the article has, be it a relative's: "Oscar" is no Oscar Brandt.
    With several bearers it is whom `_meant` finds; with none, units of one spelling stay together and apart from all.
    """
    apart: dict[str, Cluster] = defaultdict(list)
    slips: dict[str, list[Cluster]] = defaultdict(list)
    known = {id(one): Bearer.of(one) for clusters in bearers.values() for one in clusters}
    told = {(unit.article, parts(unit.name).surname) for one in known.values() for unit in one.cluster}
    told |= {(unit.article, parts(unit.name).surname) for unit in units}
    for bearer in known.values():
        for key in sorted({key for unit in bearer.cluster for key in shortened(parts(unit.name).surname)}):
            slips[key].append(bearer.cluster)
    for unit in sorted(units, key=lambda unit: not unit.sexes):
        word = parts(unit.name).surname
        candidates = bearers.get(skeleton(word), [])
        named = [one for one in candidates if same_word(word, parts(one[0].name).surname)]
        named = named or [
            one
            for one in candidates
            if word in known[id(one)].given and (unit.article, parts(one[0].name).surname) in told
        ]
        named = named or _misprinted(word, slips)
        meant = _meant(unit, [known[id(one)] for one in named])
        if meant is not None and _kept_apart(unit, known[id(meant)], [known[id(one)] for one in named]):
            meant = None
        if meant is not None:
            meant.append(unit)
            if unit.sexes:
                known[id(meant)].styled.add(unit.article)
        else:
            apart[_common(word, apart)].append(unit)
    return list(apart.values())


class Bearer(NamedTuple):
    """A person with a full name: the units, first names and nicknames, articles, those that use the surname alone,
    those that put "Mr." or "Mrs." before it, those that use the first name alone, as of a child.
    """

    cluster: Cluster
    given: set[str]
    articles: set[str]
    alone: set[str]
    styled: set[str]
    familiar: set[str]

    @classmethod
    def of(cls, cluster: Cluster) -> "Bearer":
        """Count where the person is named, and where by the surname alone."""
        given = {parts(unit.name).given[0] for unit in cluster} | {
            word for unit in cluster for word in nicknames_in(unit.name)
        }
        surnames = {parts(unit.name).surname for unit in cluster}
        alone = {unit.article for unit in cluster if any(fold(one) in surnames for one in unit.spellings)}
        familiar = {unit.article for unit in cluster if any(fold(one) in given for one in unit.spellings)}
        return cls(cluster, given, _articles(cluster), alone, set(), familiar)


def _meant(unit: Unit, bearers: Sequence[Bearer]) -> Cluster | None:
    """The one of several bearers of a name whom an article means by it alone, None where that cannot be told.

    It is the only one whom the article names in full and does not call "Mr." or "Miss", or the story's main bearer, if
    the article names no other only.
    """
    opening = (fold(unit.name).split() or [""])[0]
    if _is_given(unit.name) and not any(_shares_first(opening, one) for one in bearers):
        return None
    fits = [one for one in bearers if any(near_given(opening, given) or opening == given for given in one.given)]
    if len(bearers) < 2:
        return bearers[0].cluster if bearers else None
    if " " in fold(unit.name) and len(fits) == 1:  # "Ben Marlow", whose first name is also a particle
        return fits[0].cluster
    titled = [one for one in bearers if not unit.sex or _sex(one) in ("", unit.sex)]
    if len(titled) == 1:
        return titled[0].cluster
    here = [one for one in titled if unit.article in one.articles]
    plain = [one for one in here if unit.sexes or unit.article not in one.styled]
    if len(here) == 1 and not here[0].alone:  # whom the article names in full only, and apart from the surname
        others = [one for one in titled if one is not here[0] and _is_main(one, here)]
        here = others if len(others) == 1 else here
        plain = here
    if len(here) == 1 or len(plain) == 1:
        return (plain or here)[0].cluster
    usual = [one for one in here or titled if one.alone or not one.familiar]
    main = [one for one in usual if _is_main(one, [other for other in bearers if other is not one])]
    return main[0].cluster if len(main) == 1 else None


def _is_given(name: str) -> bool:
    """Whether a name of two words opens with a first name that is also a particle: "Ben Marlow", "Van Marlow"."""
    told = name.split()
    return len(told) == FIRST_AND_LAST and told[0][:1].isupper() and told[0] in mapping("first_names")


FIRST_AND_LAST = 2
"""Words of a first name and a surname."""


def _shares_first(opening: str, bearer: Bearer) -> bool:
    """Whether somebody has that word in the name, as first name or as particle."""
    named = any(opening in fold(unit.name).split() for unit in bearer.cluster)
    return named or any(near_given(opening, given) for given in bearer.given)


def _kept_apart(unit: Unit, meant: Bearer, bearers: Sequence[Bearer]) -> bool:
    """Whether an article calls one of two bearers by the surname, and does so too where it may mean the other.

    Finding names keeps such mentions apart from the bearer's: who said it is then shown by the surname alone.
    """
    here = [one for one in bearers if unit.article in one.articles]
    fits = [one for one in here if not unit.sex or _sex(one) in ("", unit.sex)]
    alone = unit.article in meant.alone and fold(unit.name) == parts(meant.cluster[0].name).surname
    return alone and not unit.sexes and len(fits) > 1


def _is_main(one: Bearer, others: Iterable[Bearer]) -> bool:
    """Whether far more articles tell of one bearer than of any other, or far more call one by the surname alone."""
    articles, alone = len(one.articles), len(one.alone)
    return all(
        articles >= max(OUTWEIGHS * len(other.articles), OUTWEIGHS)
        or (articles >= len(other.articles) and alone >= max(OUTWEIGHS * len(other.alone), MANY))
        for other in others
    )


def _sex(bearer: Bearer) -> str:
    """Return "m" or "f" where the first names tell, else ""."""
    found = {mapping("first_names").get(given.title(), "") for given in bearer.given} & {"m", "f"}
    return found.pop() if len(found) == 1 else ""


def _misprinted(word: str, slips: dict[str, list[Cluster]]) -> list[Cluster]:
    """Those whose surname is a long word's but for one letter; "the Marlows" are several and none of them."""
    if len(word) < LONG_SURNAME:
        return []
    near = {id(one): one for key in sorted(shortened(word)) for one in slips.get(key, ())}
    names = ((one, {parts(unit.name).surname for unit in one}) for one in near.values())
    return [
        one
        for one, known in names
        if word.removesuffix("s") not in known and any(near_word(word, other) for other in known)
    ]


def _common(word: str, known: Iterable[str]) -> str:
    """Return the spelling already met that `word` is a form of, or `word` itself."""
    return next((other for other in known if skeleton(other) == skeleton(word) and same_word(word, other)), word)
