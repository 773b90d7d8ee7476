"""Bring together groups of tellings that tell one deed, whatever older event or person they are filed under.

Reads   groups of claims, each telling one thing
Gives   the groups, those joined whose tellings say the same in much the same words
Misses  one deed told in other words

A sentence about somebody's past is filed under the year that stands in it or near it, and each article has another one
there: "She moved to Harn", "She moved to Harn in 1957". Who "he" or "the gunman" is may have been read as two people.
And tellings join groups one by one, the fullest first, so that two of one deed may have gone to two groups. Over two
events or people what is joined here is only carried: two sources that confirm each other must tell of one event and
person still (`tellings.surely_one`).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from math import fsum
from typing import NamedTuple

from rapidfuzz import fuzz

from twosource.check.compatible import compatible
from twosource.check.language.opposed import opposed
from twosource.check.language.order import Group, in_order
from twosource.check.language.words import another_stage, another_time, contrary, senses
from twosource.check.tellings import ENOUGH, Telling, by_signature, topics_of, two_stands, weigh, weights

HELD, HELD_OF_LONGER = 0.75, 0.45
"""The part of the shorter telling's weight that the longer one must have, and the part of the longer one's: what holds
three things of which one is told elsewhere is no telling of that one alone."""

HELD_OF_ANOTHER = 0.8
"""The first of these where the two do not tell of one class of deed: to be promoted is not to coach."""

SAID_OF_LONGER = 0.4
"""The same part of the longer one of their clauses as they are shown, of which the shorter one's must be held as well:
the words behind a clause may be much alike where the clauses are two ("he wed", three weeks before "he was shot")."""

ON_AVERAGE = 0.5
"""The part of the shorter one's weight that the tellings of two groups must share on average: one long quotation may
hold what one group tells and what another does."""

LEAST = 3
"""Words that must be shared."""

PLAIN, OF_ONE_DEED = 2, 1
"""Words besides names and topics that must be among them, and where both tell of one class of deed."""

ONE_NAME = 90
"""How alike the ids of two people must be to be spellings of one name, of 100."""

OFTEN = 200
"""Tellings that may hold a word for others to be found by it: what more hold is rare in none."""

SPEAK = 3
"""Claims of one signature that are looked at for how they are worded."""


class Pair(NamedTuple):
    """Two groups that may be one, how much of the shorter telling the longer one has, and how much of the longer."""

    held: float
    of_longer: float
    first: int
    second: int


class Told(NamedTuple):
    """All tellings with the number of each one's group, what words weigh, the mere topics, where each word stands."""

    tellings: list[tuple[int, Telling]]
    weight: dict[str, float]
    totals: list[float]
    topics: frozenset[str]
    holding: dict[str, list[int]]


def reunited(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups in order of their first claims, those of deeds and statements joined that tell one thing.

    The surest are joined first; no telling of a group may be at odds with one of the group that it joins.
    """
    told = [by_signature(group) if _tells(group) else [] for group in groups]
    words = _told(told)
    home = list(range(len(groups)))
    members = {number: [number] for number in home}
    for pair in sorted(_pairs(words), key=lambda pair: (-pair.held, -pair.of_longer, pair.first, pair.second)):
        one, other = sorted((home[pair.first], home[pair.second]))
        if one != other and _fit(told[one], told[other], words.weight):
            told[one] = sorted((*told[one], *told[other]), key=lambda telling: -len(telling.stems))
            members[one] += members.pop(other)
            for number in members[one]:
                home[number] = one
    made = (_joined([groups[number] for number in found]) for found in members.values())
    return tuple(sorted(made, key=lambda group: (group[0].article, group[0].focus, group[0].id)))


def _tells(group: Group) -> bool:
    return all(claim.kind in ("event", "statement") and claim.disclosed for claim in group)


def _joined(groups: Sequence[Group]) -> Group:
    if len(groups) == 1:
        return groups[0]
    return in_order(c for group in groups for c in group)


def _pairs(told: Told) -> Iterable[Pair]:
    """Every two groups of which one has a telling that says what one of the other says, with the most alike two."""
    best: dict[tuple[int, int], Pair] = {}
    for place, (number, telling) in enumerate(told.tellings):
        for other in _near(telling, told):
            beside, longer = told.tellings[other]
            if beside == number or told.totals[other] < told.totals[place]:
                continue
            shared = telling.stems & longer.stems
            if len(shared) < LEAST:
                continue
            common = weigh(told.weight, shared)
            pair = Pair(
                common / told.totals[place], common / told.totals[other], min(number, beside), max(number, beside)
            )
            known = best.get(pair[2:])
            if (known is None or pair > known) and _one_telling(pair, telling, longer, told):
                best[pair[2:]] = pair
    return best.values()


def _told(groups: Sequence[list[Telling]]) -> Told:
    tellings = [(number, telling) for number, group in enumerate(groups) for telling in group]
    plain = [telling for _, telling in tellings]
    weight = weights(plain)
    holding: dict[str, list[int]] = defaultdict(list)
    for place, telling in enumerate(plain):
        for stem in telling.stems:
            holding[stem].append(place)
    return Told(tellings, weight, [weigh(weight, telling.stems) for telling in plain], topics_of(plain), holding)


def _near(telling: Telling, told: Told) -> list[int]:
    """The tellings that hold one of a telling's rarest words, without which none can have most of its weight."""
    first = sorted(telling.stems, key=lambda stem: (len(told.holding[stem]), stem))[: len(telling.stems) // 4 + 1]
    return sorted({other for stem in first if len(told.holding[stem]) <= OFTEN for other in told.holding[stem]})


def _one_telling(pair: Pair, a: Telling, b: Telling, told: Told) -> bool:
    """Whether the longer telling says what the shorter one says and not too much besides, in the clauses as shown."""
    held, least = (HELD, OF_ONE_DEED) if a.deed and a.deed == b.deed else (HELD_OF_ANOTHER, PLAIN)
    if pair.held < held or pair.of_longer < HELD_OF_LONGER:
        return False
    plain = (a.stems & b.stems) - told.topics - a.names - b.names
    if len(plain) < least:
        return False
    return any(
        _worded_alike(senses(one.value) & told.weight.keys(), senses(other.value) & told.weight.keys(), told.weight)
        for one, other in product(a.claims[:SPEAK], b.claims[:SPEAK])
    )


def _worded_alike(a: Collection[str], b: Collection[str], weight: Mapping[str, float]) -> bool:
    shared = set(a).intersection(b)
    if len(shared) < LEAST:
        return False
    common = weigh(weight, shared)
    shorter, longer = sorted((weigh(weight, a), weigh(weight, b)))
    return common >= HELD * shorter and common >= SAID_OF_LONGER * longer


def _fit(first: Sequence[Telling], second: Sequence[Telling], weight: Mapping[str, float]) -> bool:
    """Whether no telling of a group is at odds with one of another, and they share enough on average."""
    pairs = list(product(first[:ENOUGH], second[:ENOUGH]))
    if any(_at_odds(a, b) for a, b in pairs):
        return False
    parts = (weigh(weight, a.stems & b.stems) / min(weigh(weight, a.stems), weigh(weight, b.stems)) for a, b in pairs)
    return fsum(parts) >= ON_AVERAGE * len(pairs)


def _at_odds(a: Telling, b: Telling) -> bool:
    """Whether two tellings may be of two deeds: other people, days or stages, a number of its own in either."""
    one, other = a.claims[0], b.claims[0]
    if one.polarity != other.polarity or (one.kind == other.kind and not compatible(one, other)):
        return True
    if _two_people(a, b) or two_stands(a, b) or another_stage(a.stages, b.stages):
        return True
    if a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    return contrary(a.stems, b.stems) or another_time(a.stems, b.stems) or opposed(one.value, other.value)


def _two_people(a: Telling, b: Telling) -> bool:
    """Whether both name who acts, and name other people; whom "he" or "the gunman" stands for may have been misread."""
    if not a.people or not b.people or any(_one_name(one, other) for one, other in product(a.people, b.people)):
        return False
    return all(any(_called(person, telling) for person in telling.people) for telling in (a, b))


def _one_name(one: str, other: str) -> bool:
    """Whether two people's ids are spellings of one name, or one has a name or initial more."""
    names = [set(person.removeprefix("person:").split("-")) for person in (one, other)]
    return names[0] <= names[1] or names[1] <= names[0] or fuzz.ratio(one, other) >= ONE_NAME


def _called(person: str, telling: Telling) -> bool:
    """Whether a telling has a person's last name."""
    return any(person.rpartition("-")[2] in claim.value.lower() for claim in telling.claims[:SPEAK])
