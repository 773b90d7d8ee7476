"""Find where a story takes place: the places that its facts' own words name.

Reads   Facts, Mentions.places
Gives   DossierPlace, most cited first
Misses  places named by a name that stands for something else there ("Moscow says")
"""

from collections import Counter
from collections.abc import Iterable

from twosource.model import DossierPlace, Fact, Mentions, Place


def places(facts: Iterable[Fact], mentions: Iterable[Mentions]) -> tuple[DossierPlace, ...]:
    """Return the resolved places inside the claims of `facts`, by how many of the texts' mentions name them."""
    claimed: dict[str, list[tuple[int, int]]] = {}
    for fact in facts:
        for account in fact.accounts:
            for claim in account.claims:
                claimed.setdefault(claim.article, []).append((claim.span.start, claim.span.end))
    cited: dict[tuple[object, ...], Counter[Place]] = {}
    for found in mentions:
        spans = _joined(claimed.get(found.article, []))
        for mention in found.places:
            place = mention.value
            known = place.use == "location" and place.lat is not None and place.lon is not None
            if known and any(start <= mention.span.start and mention.span.end <= end for start, end in spans):
                key = (place.geonames,) if place.geonames is not None else (place.lat, place.lon)
                cited.setdefault(key, Counter())[place] += 1
    ranked = sorted(cited.values(), key=lambda same: (-same.total(), min(place.name for place in same)))
    return tuple(_written(same) for same in ranked)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in order, overlapping ones as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _written(same: Counter[Place]) -> DossierPlace:
    """One place under the name it is most often given."""
    place = min(same, key=lambda one: (-same[one], one.name))
    return DossierPlace(place.name, float(place.lat or 0), float(place.lon or 0))
