"""Of which places, and of whom, a story's tolls are: all it tells of, or a part.

Reads   figure claims of one story
Gives   claims whose scope names one place in one way, marked where they hold for that place or that part alone
Misses  places that lie in one another, where no gazetteer says so

A story of two bombings has a toll of both and one of each. A toll of all places is asked without naming any. Where an
article tells of two places, a toll that names none is of all, unless its very number is that of one place alone. "12
Americans" who are told as a part of all the dead are never all the dead, whoever leaves the others out.
"""

from collections import Counter, defaultdict
from itertools import combinations

import msgspec

from twosource.check.claims.apart import WIDE
from twosource.check.claims.measures import BEFALLING, GENERIC
from twosource.check.claims.toll_places import SEVERAL
from twosource.check.compatible import compatible
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.where_counted import on_map
from twosource.check.language.keys import head
from twosource.check.language.numbers import as_said, is_order
from twosource.check.language.words import content_words, stem
from twosource.model import Claim

THERE_ALONE = " there alone"
"""In the rule of a toll of one place, where others of the story have their own."""

AMONG = " among all"
"""In the rule of a toll of some of those that another one counts."""

SMALL = 10
"""Numbers up to ten are as likely another place's."""

Places = frozenset[str]


def mark_whole(claims: list[Claim]) -> list[Claim]:
    """Return the claims in order, each toll's scope in one spelling, marked where it is of a part."""
    tolls: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if is_toll(claim):
            tolls[claim.event].append(claim)
    made: dict[int, Claim] = {}
    for told in tolls.values():
        for old, new in zip(told, _beside_all(_placed(told)), strict=True):
            made[id(old)] = new
    return _some_of_all([made.get(id(claim), claim) for claim in claims])


def is_toll(claim: Claim) -> bool:
    """Whether a claim counts those whom something befell."""
    return head(claim) in COUNTED.keys() | BEFALLING and not claim.unit


def of_another_part(a: Claim, b: Claim) -> bool:
    """Whether two tolls are of two places or of a part and all, as marked."""
    marks = a.rule + b.rule
    if THERE_ALONE not in marks and AMONG not in marks:  # nearly always, and no other claims are marked
        return False
    if not is_toll(a) or not is_toll(b):
        return False
    return (THERE_ALONE in marks and a.scope != b.scope) or (AMONG in marks and not _one_sort(a, b))


def _one_sort(a: Claim, b: Claim) -> bool:
    """Whether two tolls are of people of one name: officers, and police officers."""
    one, other = set(a.subject.split()), set(b.subject.split())
    return one <= other or other <= one


def parted_by(claim: Claim) -> frozenset[str]:
    """Return the stems of the words by which a toll is known as of one place among several, or of some of all."""
    place = content_words(claim.scope.partition(", ")[0]) if THERE_ALONE in claim.rule else []
    return frozenset([*map(stem, place), *(claim.subject.split() if AMONG in claim.rule else ())])


def _placed(told: list[Claim]) -> list[Claim]:
    """Tolls of one event with their places named in one way."""
    towns = _towns(told)
    known = {town: f"{town}, {land}" for land in sorted(towns) for town in sorted(towns[land])}
    places = [_places(claim.scope, towns, known) for claim in told]
    whole = _whole(places)
    several = _tells_of_two(told, places)
    if not several and not whole:
        return told
    whole = whole or _of_one_land(places)
    shown = _spellings(told, places)
    numbers = _numbers(told, places, whole)
    spread = _spread(told, places, whole)
    return [
        _in(claim, _meant(claim, place, whole, numbers), whole, shown, several and claim.subject in spread)
        for claim, place in zip(told, places, strict=True)
    ]


def _beside_all(told: list[Claim]) -> list[Claim]:
    """Tolls of one event, those of a part without a name ("in the city") marked where a larger one is of a country."""
    most: dict[str, float] = defaultdict(float)
    for claim in told:
        if WIDE in claim.rule and not claim.scope:
            most[head(claim)] = max(most[head(claim)], as_said(claim) or 0.0)
    return [
        msgspec.structs.replace(claim, rule=marked(claim.rule, THERE_ALONE))
        if claim.scope.startswith("the ") and (as_said(claim) or 0.0) < most.get(head(claim), 0.0)
        else claim
        for claim in told
    ]


def _spread(told: list[Claim], places: list[Places], whole: Places) -> set[str]:
    """Those of whom one place need not have all: people in general, and others but those told of as many in one place
    as in all.
    """
    where: dict[str, set[str]] = defaultdict(set)
    here: dict[str, set[object]] = defaultdict(set)
    everywhere: dict[str, set[object]] = defaultdict(set)
    for claim, place in zip(told, places, strict=True):
        alone = len(place) == 1 and not _land_of_all(place, whole)
        where[claim.subject] |= place if alone else set()
        (here if alone else everywhere)[claim.subject].add((head(claim), as_said(claim)))
    return {
        subject
        for subject, of in where.items()
        if subject == GENERIC or len(of) > 1 or (everywhere[subject] and not here[subject] & everywhere[subject])
    }


def _in(claim: Claim, places: Places, whole: Places, shown: dict[Places, str], several: bool) -> Claim:
    """A toll with its places as they are shown, marked where it is of one among several."""
    if not places or (whole and (places >= whole or _land_of_all(places, whole))):
        return msgspec.structs.replace(claim, scope="")
    scope = shown.get(places) or " and ".join(sorted(shown.get(frozenset({one}), one) for one in places))
    rule = marked(claim.rule, THERE_ALONE) if several else claim.rule
    return msgspec.structs.replace(claim, scope=scope, rule=rule)


def _land_of_all(places: Places, whole: Places) -> bool:
    """Whether a country is that of all the places that the story tells of."""
    return bool(whole) and len(places) == 1 and all(place.rpartition(", ")[2] in places for place in whole)


def marked(rule: str, mark: str) -> str:
    """Return a rule with a mark behind its first word: its end says how a number was told."""
    first, space, rest = rule.partition(" ")
    return rule if mark in rule else f"{first}{mark}{space}{rest}"


def _towns(told: list[Claim]) -> dict[str, set[str]]:
    """The towns that tolls name in each country."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in told:
        for scope in claim.scope.split(SEVERAL):
            town, comma, land = scope.partition(", ")
            if comma:
                found[land].add(town)
    return found


def _places(scope: str, towns: dict[str, set[str]], known: dict[str, str]) -> Places:
    """The places of a scope; a country's only town that is told of stands for the country."""
    found = set()
    for name in scope.split(SEVERAL) if scope else ():
        one = known.get(name, name)  # "in the city" tells no country
        _, comma, land = one.partition(", ")
        found.add(land if comma and len(towns[land]) == 1 else one)
    return frozenset(found)


def _whole(places: list[Places]) -> Places:
    """The places of which most tolls are that tell of several at once."""
    joint = Counter(one for one in places if len(one) > 1)
    return min(joint, key=lambda one: (-joint[one], sorted(one)), default=frozenset())


def _of_one_land(places: list[Places]) -> Places:
    """The places inside a country, where all that tolls name lie in one: what is told of that country is of all."""
    inside = frozenset(one for place in places for one in place if ", " in one)
    return inside if len({one.rpartition(", ")[2] for one in inside}) == 1 else frozenset()


def _tells_of_two(told: list[Claim], places: list[Places]) -> bool:
    """Whether an article counts two numbers for two places, or for one of them and several."""
    of: dict[tuple[str, str], list[tuple[Claim, Places]]] = defaultdict(list)
    for claim, place in zip(told, places, strict=True):
        if claim.subject == GENERIC and place and all(map(on_map, place)):
            of[claim.article, head(claim)].append((claim, place))
    return any(
        _apart(one, other) and not compatible(a, b)
        for found in of.values()
        for (a, one), (b, other) in combinations(found[:FEW], 2)
    )


FEW = 40
"""The most tolls of one article that are compared."""


def _apart(one: Places, other: Places) -> bool:
    """Whether two sets of places are not one place and the country that it lies in."""
    lands = [{place.rpartition(", ")[2] for place in places} for places in (one, other)]
    return one != other and (lands[0] != lands[1] or not (one & lands[0] or other & lands[1]))


def _spellings(told: list[Claim], places: list[Places]) -> dict[Places, str]:
    """How each single place is named most often, without others."""
    names: dict[Places, Counter[str]] = defaultdict(Counter)
    for claim, place in zip(told, places, strict=True):
        if len(place) == 1:
            names[place][claim.scope] += 1
    return {place: min(found, key=lambda name: (-found[name], name)) for place, found in names.items()}


Number = tuple[str, str, float]


def _number(claim: Claim) -> Number | None:
    """What befell whom and how many, of a toll that is no order of size and no small one."""
    said = as_said(claim)
    if said is None or said <= SMALL or is_order(claim.low, claim.high):
        return None
    return (head(claim), claim.subject, said)


def _numbers(told: list[Claim], places: list[Places], whole: Places) -> dict[Number, set[Places]]:
    """The places for which each number is given."""
    found: dict[Number, set[Places]] = defaultdict(set)
    for claim, place in zip(told, places, strict=True):
        if place and (number := _number(claim)):
            found[number].add(whole if place >= whole and whole else place)
    return found


def _meant(claim: Claim, places: Places, whole: Places, numbers: dict[Number, set[Places]]) -> Places:
    """The places that a toll holds for: where it names none, those for which alone its very number is given."""
    number = _number(claim)
    if places or number is None or len(found := numbers.get(number, set())) != 1:
        return places
    [only] = found
    return frozenset() if only == whole else only


def _some_of_all(claims: list[Claim]) -> list[Claim]:
    """The claims, those marked whose people are told as some of all: "258 people, including 12 Americans"."""
    most: dict[tuple[str, str, str], float] = defaultdict(float)
    for claim in claims:
        if is_toll(claim) and claim.subject == GENERIC:
            key = (claim.article, claim.event, head(claim))
            most[key] = max(most[key], as_said(claim) or 0.0)
    some = {
        (claim.event, head(claim), claim.subject)
        for claim in claims
        if is_toll(claim)
        and claim.subject != GENERIC
        and (as_said(claim) or 0.0) < most.get((claim.article, claim.event, head(claim)), 0.0)
    }
    return [
        msgspec.structs.replace(claim, rule=marked(claim.rule, AMONG))
        if is_toll(claim) and (claim.event, head(claim), claim.subject) in some
        else claim
        for claim in claims
    ]
