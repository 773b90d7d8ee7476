"""Tell whether one place lies inside another, as far as the gazetteer knows.

Reads   Place values; the gazetteer's divisions, the lexicon country_points (continents)
Gives   True, False, or None when it cannot be told
Misses  waters and areas that cross borders; districts of a town
"""

from functools import cache, lru_cache

from twosource.model import Place
from twosource.text.gazetteer import Entry, candidates, kilometres
from twosource.text.lexicon import table

# Continents by name -> GeoNames code, as the lexicon country_points has it.
CONTINENTS = {
    "Africa": "AF",
    "Antarctica": "AN",
    "Asia": "AS",
    "Europe": "EU",
    "North America": "NA",
    "Oceania": "OC",
    "South America": "SA",
}
# Two points this near are one place under two names (a town and its district's middle, a town and its port).
SAME_KM = 5.0
# No town reaches farther from its middle; a landmark beyond that is not in it.
TOWN_KM = 60.0


@cache
def _continents() -> dict[str, str]:
    return {row[0]: row[5] for row in table("country_points")}


@lru_cache(maxsize=20_000)
def entry_of(place: Place) -> Entry | None:
    """Return the gazetteer's line for a resolved place, None when it has none."""
    if place.geonames is None:
        return None
    return next((one for one in candidates(place.name) if one.geonames == place.geonames), None)


def place_within(a: Place, b: Place) -> bool | None:
    """Whether `a` lies inside `b`, or is the same place; None when the gazetteer cannot tell.

    >>> belarus = Place("Belarus", 53.0, 28.0, "BLR", 630336, "country")
    >>> gomel = Place("Gomel", 52.312, 29.713, "BLR", 628281, "region")
    >>> place_within(gomel, belarus), place_within(belarus, gomel)
    (True, False)
    >>> place_within(gomel, Place("Poland", 52.0, 20.0, "POL", 798544, "country"))
    False
    """
    if a.lat is None or b.lat is None:
        return None
    if a.geonames is not None and a.geonames == b.geonames:
        return True
    if b.name in CONTINENTS and b.feature == "area":
        return _continents().get(a.country) == CONTINENTS[b.name] if a.country else None
    if a.country and b.country and a.country != b.country:
        return False
    if b.feature == "country":
        return a.country == b.country if a.country else None
    if a.feature == "country":
        return False if b.feature in ("region", "city") else None
    return _inside_country(a, b)


def _inside_country(a: Place, b: Place) -> bool | None:
    """Whether one place of a country lies inside another of it."""
    inner, outer = entry_of(a), entry_of(b)
    apart = kilometres(a, b) or 0.0
    if b.feature == "city":
        if a.feature in ("city", "region"):
            return apart <= SAME_KM and a.feature == "city"
        return None if apart <= TOWN_KM else False
    if b.feature != "region" or inner is None or outer is None or not outer.admin or not inner.admin:
        return None
    if inner.admin == outer.admin:
        return a.feature == "city"
    return inner.admin.startswith(outer.admin + ".")
