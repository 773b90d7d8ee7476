"""Whether two figures may hold for one place, by their scopes and by the names under which they are asked.

Reads   the scopes of two figures, and what is asked of them
Gives   `places_fit`, `of_others`; `on_map` and `place_words` of one scope
Misses  towns that lie in one another
"""

import re
from functools import lru_cache

from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import singular
from twosource.check.language.words import content_words, stem
from twosource.model import Claim
from twosource.text.countries import country


def places_fit(a: Claim, b: Claim) -> bool:
    """Whether two figures may hold for one place: one has none, or is the country of the other, or on no map."""
    one, other = (claim.scope for claim in (a, b))
    if not one or not other or one == other or on_map(one) != on_map(other):
        return True
    if not on_map(one):
        return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
    (town, land), (second, land_of_second) = (_parts(scope) for scope in (one, other))
    return land == land_of_second and (not town or not second or town == second)


def _parts(scope: str) -> tuple[str, str]:
    town, comma, land = scope.rpartition(", ")
    return (town, land) if comma else ("", scope)


@lru_cache(maxsize=10_000)
def on_map(scope: str) -> bool:
    """Whether a scope names a country or a place in one: a sea, a street and "the building" may lie in any."""
    return ", " in scope or bool(country(scope.title()))


def of_others(a: Claim, b: Claim) -> bool:
    """Whether both numbers are asked after under names, and none of these is the same: a march in another town."""
    one, other = _names(a.asked), _names(b.asked)
    return bool(one and other) and not one & other


@lru_cache(maxsize=20_000)
def _names(asked: str) -> frozenset[str]:
    return frozenset(word for word in NAME.findall(asked) if not is_noun(singular(word) or word.lower()))


NAME = re.compile(r"\b[A-Z][a-z]+\b")


def place_words(claim: Claim) -> set[str]:
    """Return the stems of the words of the place that a figure holds for."""
    return {stem(word) for word in content_words(claim.scope)}
