"""Bring together what one speaker is told to have said in several articles: cut, put otherwise, or in reported speech.

Reads   groups of claims, each one telling
Gives   the groups, those joined in which two articles tell the same words of one named speaker
Misses  paraphrases that share less than two rare words; speakers who are only described ("police")

Who speaks to several papers is asked one thing once, and two rare words in common are one remark. What is so joined has
one origin, and confirms nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.language.order import Group, in_order
from twosource.check.language.words import contradict, sense, senses
from twosource.check.tellings import CAPITALISED, ENOUGH, Telling, at_odds, by_signature, weigh, weights
from twosource.check.voices.chains import UNNAMED
from twosource.model import Claim

HALF, LONGER = 0.5, 0.2
"""The part of the shorter telling's weight that must be shared, and of the longer one's, as in `tellings`."""

RARE, FEW, MANY, MOST = 2, 4, 0.02, 20
"""How many rare words must be shared, and in how many of the story's tellings a word may stand that is rare: in four of
a short story, two of a hundred in a long one, and in twenty at the most, so that few need be compared."""

SAME_WORDS = 0.5
"""The part of the longer telling's weight from which a no in one of two is a matter of how it is put."""


class Said(NamedTuple):
    """A telling of one speaker's, the group that it is in, and its words besides names that are rare in the story."""

    group: int
    telling: Telling
    rare: frozenset[str]


def one_voice(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the groups in their order, what one speaker said joined to the first group that has it."""
    told = {number: by_signature(group) for number, group in enumerate(groups) if _tells(group)}
    weight = weights([telling for some in told.values() for telling in some])
    home = {number: number for number in told}
    for part, first, second in _pairs(told, weight):
        one, other = sorted((_root(home, first), _root(home, second)))
        if one != other and not _at_odds(told[one], told[other], part >= SAME_WORDS):
            home[other] = one
            told[one] = [*told[one], *told[other]]
    joined: dict[int, list[Claim]] = defaultdict(list)
    for number, group in enumerate(groups):
        joined[_root(home, number) if number in home else number] += group
    return tuple(_of_one_mind(joined[number], groups[number]) for number in sorted(joined))


def _tells(group: Group) -> bool:
    return all(claim.kind in ("statement", "event") and claim.disclosed for claim in group)


def _root(home: dict[int, int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number


def _pairs(told: dict[int, list[Telling]], weight: dict[str, float]) -> list[tuple[float, int, int]]:
    """The pairs of groups that hold one remark, the surest first, with how much of the longer telling."""
    best: dict[tuple[int, int], float] = {}
    for some in _by_speaker(told).values():
        for a, b in _near(some):
            if _one_remark(a, b, weight):
                longer = max(weigh(weight, one.telling.stems) for one in (a, b))
                part = weigh(weight, a.telling.stems & b.telling.stems) / longer
                pair = (a.group, b.group)
                best[pair] = max(best.get(pair, 0.0), part)
    return sorted(((part, *pair) for pair, part in best.items()), key=lambda found: (-found[0], found[1:]))


def _by_speaker(told: dict[int, list[Telling]]) -> dict[str, list[Said]]:
    """What each named speaker says."""
    counts = Counter(stem for some in told.values() for telling in some for stem in telling.stems)
    few = min(MOST, max(FEW, MANY * sum(map(len, told.values()))))
    found: dict[str, list[Said]] = defaultdict(list)
    for number, some in told.items():
        for telling in some:
            rare = frozenset(stem for stem in telling.stems if counts[stem] <= few) - _names(telling)
            for speaker in {claim.chain[-1] for claim in telling.claims if claim.chain}:
                if speaker != UNNAMED and not speaker[:1].islower():
                    found[speaker].append(Said(number, telling, rare - senses(speaker)))
    return found


def _names(telling: Telling) -> frozenset[str]:
    return frozenset(sense(w.lower()) for claim in telling.claims for w in CAPITALISED.findall(claim.value))


def _near(some: list[Said]) -> Iterable[tuple[Said, Said]]:
    """The pairs of tellings in two groups that share rare words."""
    holding: dict[str, list[int]] = defaultdict(list)
    for number, said in enumerate(some):
        for stem in said.rare:
            holding[stem].append(number)
    near = {pair for numbers in holding.values() for pair in combinations(numbers, 2)}
    for one, other in sorted(near):
        if some[one].group != some[other].group:
            yield some[one], some[other]


def _one_remark(a: Said, b: Said, weight: dict[str, float]) -> bool:
    """Whether two tellings, in two articles, are one remark: two rare words and half of the shorter one's weight."""
    if len(a.rare & b.rare) < RARE or _articles(a.telling) & _articles(b.telling):
        return False
    shared = weigh(weight, a.telling.stems & b.telling.stems)
    sizes = [weigh(weight, one.telling.stems) for one in (a, b)]
    return shared >= HALF * min(sizes) and shared >= LONGER * max(sizes)


def _articles(telling: Telling) -> set[str]:
    return {claim.article for claim in telling.claims}


def _at_odds(some: list[Telling], others: list[Telling], same_words: bool) -> bool:
    """Whether any telling of one group cannot be of the other; a no does not matter where the words are the same."""
    for a in some[:ENOUGH]:
        for b in others[:ENOUGH]:
            if a.claims[0].polarity != b.claims[0].polarity and not same_words:
                return True
            if at_odds(a, _as(b, a.claims[0].polarity)) or contradict(a.claims[0].value, b.claims[0].value):
                return True
    return False


def _as(telling: Telling, polarity: bool) -> Telling:
    return telling._replace(claims=tuple(replace(claim, polarity=polarity) for claim in telling.claims))


def _of_one_mind(claims: list[Claim], first: Group) -> Group:
    """The claims of a group in order; of joined ones all say yes or no as the first group does."""
    if len(claims) == len(first):
        return first
    polarity = Counter(claim.polarity for claim in first).most_common(1)[0][0]
    made = (replace(claim, polarity=polarity) for claim in claims)
    return in_order(made)
