"""Bring together what different sentences tell of one thing, in whatever words: deeds and statements.

Reads   event and statement claims of one story
Gives   groups of claims, each telling one thing
Misses  tellings that share no word ("gutted" and "burned down"), beyond the classes of `verb_classes`

Two tellings are of one thing when most of the weight of the shorter one's words stands in the longer one. A word weighs
more the fewer of the story's sentences hold it: in a story of one fire "fire" says little and "alarm" much. A copied
sentence is counted once, so that copies weigh nothing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from math import fsum, log
from typing import NamedTuple

from twosource.check.claims.stands import is_stand, of_one_holder
from twosource.check.language.opposed import opposed
from twosource.check.language.order import in_order
from twosource.check.language.words import another_stage, another_time, contrary, parted, sense, stages
from twosource.check.tellings.answers import answers, two_speak_of_themselves
from twosource.model import Claim
from twosource.text.countries import country
from twosource.text.lexicon import table

SHARED = 0.6
"""The part of the shorter telling's weight that must stand in the longer one: three fifths keeps a clause that was cut
or filled up, and drops two deeds of one person."""

MEAN = 0.45
"""The part that must be shared on average with all tellings of a group, so that near matches do not chain."""

LONGER = 0.2
"""The part of the longer telling's weight that must be shared, so that two words do not bring in a paragraph."""

WORDS, OF_ONE_DEED = 3, 2
"""The least number of words that must be shared, and when both tell of one class of deed: one word is a topic, two may
be a phrase that everybody uses, three say something."""

TOPICAL = 0.15
"""The part of a story's tellings that hold a word which is merely its topic: of a fire, "fire" and the place."""

COMMON = 4
"""How many tellings must hold a word for it to be a topic at all: in a short story nothing is."""

PLAIN, OF_OTHER_DEEDS = 2, 3
"""Words besides names and topics that must be shared where a deed is not known, and where two differ: to wait for an
arrival is not to arrive."""

HALF, NEARLY_ALL, THREE, FOUR = 0.5, 0.75, 3, 4
"""What two sources must share to confirm each other: half of the longer telling and three words of it, or three
quarters of the shorter one and at least a deed with three parts to it."""

ENOUGH = 20
"""How many tellings speak for a group: they come fullest first, and more of them only cost time."""

CAPITALISED = re.compile(r"(?<=\w\s)[A-Z][^\W\d_]+|^[A-Z][a-z]+(?=\s[A-Z])")
NUMBER = re.compile(r"\d")


class Telling(NamedTuple):
    """The claims with one signature: their stems, who acts in them, and the class of the deed, if known.

    `stand` tells whether it is no more than a stand that somebody takes on a thing.
    """

    claims: tuple[Claim, ...]
    stems: frozenset[str]
    people: frozenset[str]
    deed: str
    numbers: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    stages: tuple[tuple[int, frozenset[int]], ...]
    stand: bool = False
    lands: frozenset[str] = frozenset()

    def beside_deed(self) -> list[str]:
        """Each of its words together with its deed, none where that is not known."""
        return [f"{self.deed}|{stem}" for stem in self.stems] if self.deed else []


class Words(NamedTuple):
    """The tellings of a story and what their words weigh: each stem, each telling as a whole, and the mere topics."""

    told: list[Telling]
    weight: dict[str, float]
    totals: list[float]
    topics: frozenset[str]


def tellings(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in groups that tell of one thing; claims within a group in order of article and place."""
    told = by_signature(claims)
    weight = weights(told)
    words = Words(told, weight, [weigh(weight, telling.stems) for telling in told], topics_of(told))
    groups: list[list[int]] = []
    near = _Near(words.topics)
    for number, telling in enumerate(told):
        scores = ((_score(number, groups[group], words), -group) for group in near.of(telling))
        best = max((score for score in scores if score[0]), default=None)
        if best is None:
            groups.append([number])
            home = len(groups) - 1
        else:
            home = -best[1]
            groups[home].append(number)
        near.add(telling, home)
    return [_claims([told[number] for number in group]) for group in groups]


class _Near:
    """Which groups share enough with a telling to be compared: of all others `_score` would be 0."""

    def __init__(self, topics: frozenset[str]) -> None:
        self._topics = topics
        self._words: dict[str, set[int]] = defaultdict(set)
        self._deeds: dict[str, set[int]] = defaultdict(set)

    def of(self, telling: Telling) -> set[int]:
        """The groups with two of its words that are no mere topics, or one and its deed, or any beside its deed."""
        once: set[int] = set()
        twice: set[int] = set()
        for stem in telling.stems - self._topics:
            twice |= once & self._words[stem]
            once |= self._words[stem]
        beside = (self._deeds[trait] for trait in telling.beside_deed())
        return twice.union(once & self._deeds[telling.deed], *beside)

    def add(self, telling: Telling, number: int) -> None:
        """Note that a group holds a telling."""
        for stem in telling.stems - self._topics:
            self._words[stem].add(number)
        for trait in (telling.deed, *telling.beside_deed()) if telling.deed else ():
            self._deeds[trait].add(number)


def surely_one(a: Claim, b: Claim) -> bool:
    """Two tellings are of one thing: half of the longer one's words are shared, or nearly all of the shorter one's.

    A group may hold tellings that overlap in part; for two sources to confirm each other, they must say the same, and
    tell of a deed of one class: a noun ("the attack") or a verb that tells of none ("was in the sea") is not enough.
    What is filed under two older events, or linked to other people, is only carried by both.
    """
    acting = [_people(claim.subject) for claim in (a, b)]
    if a.event != b.event or (all(acting) and not acting[0] & acting[1]):
        return False
    deeds = [deed_of(claim) for claim in (a, b)]
    if not deeds[0] or deeds[0] != deeds[1]:
        return False
    first, second = parted(a.value_key), parted(b.value_key)
    counted = [numbers_of(stems) for stems in (first, second)]
    if all(counted) and not counted[0] & counted[1]:
        return False  # "sentenced to seven years" and "sentenced to 12 years"
    shared = len(first & second)
    return (shared >= HALF * max(len(first), len(second)) and shared >= THREE) or (
        shared >= NEARLY_ALL * min(len(first), len(second)) and shared >= FOUR
    )


def numbers_of(stems: Iterable[str]) -> set[str]:
    """Return the numbers among stems, in figures: "12", and 7 of "seven"; one is mostly an article."""
    known = _number_words()
    return {known.get(stem, stem) for stem in stems if stem in known or NUMBER.match(stem)}


@cache
def _number_words() -> dict[str, str]:
    """The stems of number words up to the tens, but for one, with what they are in figures."""
    rows = (row for row in table("number_words") if row[2] in ("unit", "teen", "ten"))
    return {sense(row[0]): f"{float(row[1]):g}" for row in rows if float(row[1]) > 1}


def weights(told: list[Telling]) -> dict[str, float]:
    """Return the weight of each stem: the logarithm of how rare it is among the tellings."""
    counts = Counter(stem for telling in told for stem in telling.stems)
    return {stem: log((len(told) + 1) / count) + 0.1 for stem, count in counts.items()}  # no word weighs nothing


def weigh(weight: Mapping[str, float], stems: Iterable[str]) -> float:
    """Return what stems weigh together, exactly rounded: the order of a set, which no two runs share, changes nothing.

    >>> weigh({"fire": 0.1, "crew": 0.2, "town": 0.3}, ["fire", "crew", "town"])
    0.6
    """
    return fsum(map(weight.__getitem__, stems))


def topics_of(told: list[Telling]) -> frozenset[str]:
    """Return the stems that so many tellings hold that sharing them says nothing."""
    counts = Counter(stem for telling in told for stem in telling.stems)
    return frozenset(stem for stem, count in counts.items() if count >= max(COMMON, TOPICAL * len(told)))


def at_odds(a: Telling, b: Telling) -> bool:
    """Whether two tellings cannot be of one thing: they name other people or numbers, or a no that answers no yes.

    Nor is a speaker's stand on a thing anybody else's, or told by whoever tells of the thing.
    """
    if a.claims[0].polarity != b.claims[0].polarity and not _contradict(a, b):
        return True
    if a.people and b.people and not a.people & b.people:
        return True
    if a.lands and b.lands and not a.lands & b.lands and a.deed == b.deed:
        return True  # "11 were killed in Kenya" and "11 were killed in Chad"
    if opposed(a.claims[0].value, b.claims[0].value):
        return True  # "voted for the bill" and "voted against the bill"
    if a.stages and b.stages and another_stage(a.stages, b.stages):
        return True
    return two_stands(a, b) or bool(a.numbers and b.numbers and not a.numbers & b.numbers)


def two_stands(a: Telling, b: Telling) -> bool:
    """Whether one of two tellings is a stand that somebody takes, and the other not of him."""
    one, other = a.claims[0], b.claims[0]
    return (a.stand and not of_one_holder(one, other)) or (b.stand and not of_one_holder(other, one))


def _contradict(a: Telling, b: Telling) -> bool:
    """Whether a yes and a no answer each other: they surely tell of one thing, in two articles, and one denies it.

    "Will not sign" does not contradict "if he signs": both must be told as having happened, or one as denied, or say
    nearly the same of the same time. What happened on Saturday is not denied by what did not on Sunday.
    """
    first, second = a.claims[0], b.claims[0]
    if {claim.article for claim in a.claims} & {claim.article for claim in b.claims}:
        return False
    if another_time(a.stems, b.stems) or two_speak_of_themselves(first, second):
        return False
    if any(claim.value.startswith("denied: ") for claim in (first, second)):
        return len(a.stems & b.stems) >= max(WORDS, NEARLY_ALL * min(len(a.stems), len(b.stems)))
    if a.deed != b.deed:
        return False
    told = first.scope == second.scope == "happened"
    return (bool(a.deed) and told and surely_one(first, second)) or answers(first, second)


def _score(number: int, group: list[int], words: Words) -> float:
    """How well a telling fits a group, 0 when it does not: one of the group must be near, and all of it on average."""
    total, near = 0.0, False
    one, size = words.told[number], words.totals[number]
    group = group[:ENOUGH]
    for other in group:
        beside, size_beside = words.told[other], words.totals[other]
        if at_odds(one, beside):
            return 0.0
        common = weigh(words.weight, one.stems & beside.stems)
        part = common / min(size, size_beside)
        if _same_deed(one, beside, words.topics):
            part, near = max(part, SHARED), True
        elif part >= SHARED and common >= LONGER * max(size, size_beside):
            near = near or _says_something(one, beside, words.topics)
        total += part
    return total / len(group) if near and total / len(group) >= MEAN else 0.0


def _same_deed(a: Telling, b: Telling, topics: frozenset[str]) -> bool:
    """Whether two clauses tell who did what to whom alike, whatever else they say: one class of deed, two parties.

    Places and mere topics are no such parties: an earthquake that hits a country is not what all quakes there do.
    """
    if not a.deed or a.deed != b.deed:
        return False
    shared = {party for party in a.parties & b.parties if not party.startswith("place:")} - topics
    return len(shared) >= PARTIES and not contrary(a.stems, b.stems) and not another_time(a.stems, b.stems)


PARTIES = 2
"""Who did it and whom or what it befell: with one of them alone, somebody's two deeds of a kind would be one."""


def _says_something(a: Telling, b: Telling, topics: frozenset[str]) -> bool:
    """Whether what two tellings share is more than who and where: two plain words, or the deed and one besides.

    Names of people and places are what a story is about, and so are its commonest words: "Ukraine" and "invasion" are
    in half of the sentences of a war.
    """
    shared = a.stems & b.stems
    plain = shared - topics - a.names - b.names
    if a.deed and a.deed == b.deed:
        return len(shared) >= WORDS or (len(shared) >= OF_ONE_DEED and bool(plain - {a.deed}))
    needed = OF_OTHER_DEEDS if a.deed and b.deed else PLAIN
    return len(shared) >= WORDS and len(plain) >= needed


def deed_of(claim: Claim) -> str:
    """Return the class of deed that a claim tells of, "" when it tells of none."""
    return " ".join(sense(word) for word in (claim.measure if claim.kind == "event" else claim.deed).split())


def _people(subject: str) -> frozenset[str]:
    """The people among the parties of a deed."""
    return frozenset(party for party in subject.split("|") if party.startswith("person:"))


def by_signature(claims: Iterable[Claim]) -> list[Telling]:
    """Return one telling for each set of stems, the fullest first."""
    found: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        deed = deed_of(claim)
        found[(claim.value_key, claim.subject, str(claim.polarity), deed)].append(claim)
    made = []
    for key in sorted(found, key=lambda key: (-len(key[0].split()), key)):
        people = _people(key[1])
        stems = frozenset(key[0].split())
        numbers = frozenset(stem for stem in stems if NUMBER.search(stem))
        names = frozenset(sense(word.lower()) for claim in found[key] for word in CAPITALISED.findall(claim.value))
        acted = all(claim.kind == "event" for claim in found[key])
        parties = frozenset(key[1].split("|")) - {""} if acted else frozenset()
        stand = is_stand(found[key][0])
        lands = frozenset(land for claim in found[key] for land in lands_of(claim.value))
        made.append(
            Telling(tuple(found[key]), stems, people, key[3], numbers, names, parties, stages(stems), stand, lands)
        )
    return made


@lru_cache(maxsize=20_000)
def lands_of(value: str) -> frozenset[str]:
    """Return the codes of the countries in which a telling says that something was.

    >>> sorted(lands_of("Eleven clerks from Chad were killed in Kenya"))
    ['KEN']
    """
    return frozenset(code for match in IN_LAND.finditer(value) if (code := country(match[1])))


IN_LAND = re.compile(r"\b(?:in|inside|across|throughout)\s+(?:the\s+)?([A-Z][\w.]+(?:\s+(?:of\s+)?[A-Z][\w.]+)*)")


def _claims(group: list[Telling]) -> tuple[Claim, ...]:
    found = (claim for telling in group for claim in telling.claims)
    return in_order(found)
