"""Bring together the figures that answer one question.

Reads   figure claims of one story
Gives   groups of claims, each one question
Misses  one question whose figures differ and stand in quite different words

Two figures that are compatible answer one question when what is counted, or most of the words around them, agree. Two
figures at odds do so only when what is counted, of whom and where all agree: a false dispute misleads as much as a
false agreement. Two figures at odds in one article count two things, unless the article dates them apart.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from twosource.check.claims.figures import GENERIC
from twosource.check.compatible import compatible
from twosource.check.nouns import may_be_one
from twosource.check.questions import COUNTED
from twosource.model import Claim
from twosource.text.lexicon import words

AROUND = 0.5
"""The part of the fewer surrounding words that two figures must share where their nouns differ or they are at odds."""

ANSWERED_ONCE = frozenset({*COUNTED, *words("answered_once")})
"""Measures that a story has one of: its toll, its magnitude, its turnout; whatever the words around them."""

MONEY = frozenset({"dollar", "euro", "pound sterling", "pound", "yen", "yuan", "rupee", "rouble", "ruble", "hryvnia"})

PART_OF = re.compile(r"\bof\s+(?:the|their|its|his|her|those|these|[A-Z]\w+['’]s?)\b")

WORDS = 2
"""The least number of surrounding words shared: one is the story's topic."""


ONE_NUMBER = 0.01
"""The part by which two figures may differ to be one number: 35 miles and 56 km are."""

FEW, MANY_WORDS = 20, 4
"""Counts up to a score are of many things in any story ("two boats"): four words around them must agree to be sure."""


def counts(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in groups; within a group in order of article and place."""
    by_signature: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        by_signature[_signature(claim)].append(claim)
    groups: list[list[Claim]] = []
    members: list[list[Claim]] = []
    by_head: dict[str, list[int]] = defaultdict(list)
    by_value: dict[float | None, list[int]] = defaultdict(list)
    for key in sorted(by_signature):
        claim = by_signature[key][0]
        near = sorted({*by_head[_head(claim)], *by_value[_value(claim)]})
        home = next((n for n in near if _fits(claim, members[n])), None)
        if home is None:
            home = len(groups)
            groups.append([])
            members.append([])
        groups[home] += by_signature[key]
        members[home].append(claim)
        by_head[_head(claim)].append(home)
        by_value[_value(claim)].append(home)
    return [tuple(sorted(group, key=lambda c: (c.article, c.focus, c.id))) for group in groups]


def _fits(claim: Claim, group: list[Claim]) -> bool:
    """Whether a figure answers the question of all members; one of people in general is spoken for by its like.

    "352 people" joins "352 civilians" by its number; another number of civilians then need only fit the civilians.
    """
    same = [other for other in group if other.subject == claim.subject]
    return all(
        one_question(claim, other)
        for other in group
        if other.subject != GENERIC or claim.subject == GENERIC or not any(compatible(other, like) for like in same)
    )


def one_question(a: Claim, b: Claim) -> bool:
    """Both count the same thing, of the same people, in the same place."""
    if bool(a.unit) != bool(b.unit):
        return False
    agree = compatible(a, b)
    particular = agree and _unlikely(a) and _head(a) == _head(b)  # of whom may be put in other words then
    if not particular and not _subjects_fit(a, b):
        return False
    if not _scopes_fit(a, b, agree):
        return False
    if agree:
        same = a.measure == b.measure or (_head(a) == _head(b) and _head(a) in ANSWERED_ONCE)
        return same or _alike(a, b) or (_unlikely(a) and bool(_words(a) & _words(b)))
    if _partial(a) != _partial(b):
        return False
    if a.article != b.article and a.deed and a.deed == b.deed and may_be_one(_noun(a), _noun(b)) and not a.unit:
        return True  # how many of a kind underwent one deed
    if _head(a) != _head(b) or a.subject != b.subject:
        return False
    if a.article == b.article:
        return a.as_of != b.as_of and _head(a) in COUNTED
    alike = a.measure == b.measure and len(_words(a) & _words(b)) >= MANY_WORDS and _alike(a, b)
    return _head(a) in ANSWERED_ONCE or alike


def _scopes_fit(a: Claim, b: Claim, agree: bool) -> bool:
    """Both hold for one place; figures that agree may hold for a place and its country, or one told more closely."""
    (one, of), (other, of_other) = (
        (scope.partition(", ")[0], scope.partition(", ")[2]) for scope in (a.scope, b.scope)
    )
    if one == other:
        return True
    if not agree and any(claim.high == 0.0 and claim.scope for claim in (a, b)):
        return False  # "no injuries in Dubai" says nothing of all the others
    if not one or not other:
        return agree or _head(a) in COUNTED
    nested = (
        one == of_other
        or other == of
        or set(one.split()) <= set(other.split())
        or set(other.split()) <= set(one.split())
    )
    return agree and nested


def surely_one(a: Claim, b: Claim) -> bool:
    """Two figures are one number and count one thing: it has one name, or most of the words around them agree.

    "At least 20" and "roughly 22" can both be right, and do not confirm each other.
    """
    if abs((_value(a) or 0.0) - (_value(b) or 0.0)) > ONE_NUMBER * abs(_value(a) or 0.0):
        return False
    if _head(a) == _head(b) and _head(a) in ANSWERED_ONCE:
        return True
    if max(_value(a) or 0.0, _value(b) or 0.0) <= FEW and not a.unit:
        shared = _words(a) & _words(b)
        return a.measure == b.measure and len(shared) >= MANY_WORDS and _alike(a, b)
    return a.measure == b.measure or _alike(a, b)


def _subjects_fit(a: Claim, b: Claim) -> bool:
    return a.subject == b.subject or (GENERIC in (a.subject, b.subject) and compatible(a, b))


def _alike(a: Claim, b: Claim) -> bool:
    """Whether most of the words around the two figures are the same."""
    first, second = _words(a), _words(b)
    shared = len(first & second)
    return shared >= WORDS and shared >= AROUND * min(len(first), len(second))


def _words(claim: Claim) -> set[str]:
    return set(claim.value_key.split())


def _unlikely(claim: Claim) -> bool:
    """Whether a number is so particular that two reports of one story hardly give it for two things.

    A sum of money, a number of three figures besides zeros, or of four digits: "$160 million", "8.49", "1,200".
    """
    number = abs(_value(claim) or 0.0)
    figures = len(f"{number:.6f}".replace(".", "").strip("0"))
    return claim.unit in MONEY or figures >= 3 or number >= 1000


def _head(claim: Claim) -> str:
    return claim.measure.split()[0] if claim.measure else ""


def _partial(claim: Claim) -> bool:
    """Whether a figure tells how many of a known number: "three of the seven bullets"."""
    return PART_OF.search(claim.value) is not None


def _noun(claim: Claim) -> str:
    """The lemma of what is counted, as far as its plural can be told."""
    return (claim.subject if _head(claim) in COUNTED and claim.subject != GENERIC else _head(claim)).split(" ")[-1]


def _value(claim: Claim) -> float | None:
    return claim.low if claim.low is not None else claim.high


def _signature(claim: Claim) -> tuple[str, ...]:
    """All that matters of a figure for lining it up, its article left out."""
    exact = "0" if claim.low == claim.high and claim.bound == "=" else "1"
    slots = (claim.measure, claim.subject, claim.scope, claim.as_of, claim.bound, claim.unit, claim.value_key)
    return (exact, f"{claim.low}/{claim.high}", *slots)
