"""Look up places by name: countries, divisions, cities, waters, areas, with coordinates and what contains them.

Reads   the lexicons gazetteer.tsv.gz (GeoNames), country_points, continents, areas
Gives   Entry: one candidate for a name; `candidates` gives them all, the most populous first
Misses  villages under 500 people, streets and buildings; names in other than Latin letters

The names stand in one sorted block of bytes and are found by bisection: nothing is parsed but the lines asked for.
"""

import gzip
import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

import msgspec

from twosource.model import Place
from twosource.text.countries import country, country_name
from twosource.text.lexicon import mapping, table
from twosource.text.names import fold

Feature = Literal["country", "region", "district", "city", "water", "area", "continent", "landmark"]
FEATURES: dict[str, Feature] = {"r": "region", "d": "district", "c": "city"}
# Words that names of places are written with or without, or short: one form for all.
SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
EARTH = 6371.0088  # mean radius in km (IUGG)
INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]?|[A-Z]{1,2}")


class Entry(msgspec.Struct, frozen=True):
    """One place a name may mean.

    `admin` is the GeoNames code of its division ("US.NC.077"), its own code when it is a division itself; `country` is
    ISO 3166-1 alpha-3. `primary` is False when the name asked for is only another name of it. `population` is 0 when
    unknown; a division's is that of its towns.
    """

    name: str
    lat: float
    lon: float
    country: str
    admin: str
    feature: Feature
    population: int
    geonames: int | None
    primary: bool = True


@lru_cache(maxsize=50_000)
def place_key(name: str) -> str:
    """Return the key under which a place's name is kept: folded, without "the", "Saint" as "St".

    >>> place_key("Saint-Étienne"), place_key("the Gambia"), place_key("B.C.")
    ('st etienne', 'gambia', 'bc')
    """
    parts = fold(name).split()
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    return " ".join(SHORT.get(part, part) for part in parts)


@cache
def _names() -> bytes:
    return gzip.decompress((files("twosource.text") / "data" / "gazetteer.tsv.gz").read_bytes())


def _lines(key: bytes) -> Iterator[bytes]:
    """Yield the lines of a key, found by bisection over the sorted block."""
    data = _names()
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1
        if data[start : data.index(b"\t", start)] < key:
            low = data.index(b"\n", start) + 1
        else:
            high = start
    prefix = key + b"\t"
    while data.startswith(prefix, low):
        end = data.index(b"\n", low)
        yield data[low:end]
        low = end + 1


def _entry(line: bytes) -> Entry:
    key, name, primary, lat, lon, code, admin, feature, people, identity = line.decode().split("\t")
    return Entry(
        # A name that is its own key in lower case is left out of the file.
        name=name or key.title(),
        lat=float(lat),
        lon=float(lon),
        country=code,
        admin=admin,
        feature=FEATURES[feature],
        population=int(people),
        geonames=int(identity) or None,
        primary=primary == "1",
    )


@cache
def _points() -> dict[str, Entry]:
    """Countries by code."""
    return {
        code: Entry(country_name(code), float(lat), float(lon), code, "", "country", int(people), int(identity))
        for code, lat, lon, people, identity, _ in table("country_points")
    }


@cache
def _areas() -> dict[str, list[Entry]]:
    """Waters, areas, continents and landmarks by key."""
    found: dict[str, list[Entry]] = {}
    for names, feature, lat, lon, code in table("areas"):
        usual, *others = names.split("|")
        for name in (usual, *others):
            entry = Entry(usual, float(lat), float(lon), "" if code == "-" else code, "", feature, 0, None)  # type: ignore[arg-type]
            found.setdefault(place_key(name), []).append(entry)
    return found


def country_entry(code: str) -> Entry | None:
    """Return a country by its alpha-3 code, None when the code is unknown."""
    return _points().get(code)


@lru_cache(maxsize=20_000)
def candidates(name: str) -> tuple[Entry, ...]:
    """Return every place the name may mean: a country first, then areas, then by population; () when there is none.

    >>> [(one.feature, one.country) for one in candidates("Georgia")[:2]]
    [('country', 'GEO'), ('region', 'USA')]
    >>> candidates("Kiev")[0].name, candidates("Xyzzy")
    ('Kyiv', ())
    """
    key = place_key(name)
    if not key:
        return ()
    written = mapping("place_abbreviations").get(name)
    if written:
        return candidates(written)
    found = dict.fromkeys(_areas().get(key, ()))
    if name.startswith("River ") and not name.endswith(" River"):
        river = name.removeprefix("River ")
        return candidates(f"{river} River") or tuple(one for one in candidates(river) if one.feature == "water")
    state = country_entry(country(name))
    # England and Wales are countries in the list of countries too, but there they have the code of the kingdom.
    states = (state,) if state and not any(area.country == state.country for area in found) else ()
    if INITIALS.fullmatch(name):  # "M.D." is not the town of Md
        return (*states, *found)
    return (*states, *found, *sorted((_entry(line) for line in _lines(key.encode())), key=_rank))


def _rank(entry: Entry) -> tuple[int, bool, int]:
    return (-entry.population, not entry.primary, entry.geonames or 0)


def kilometres(a: Place | Entry, b: Place | Entry) -> float | None:
    """Return the great-circle distance in km, None when either place has no coordinates.

    >>> paris, kyiv = Place("Paris", 48.853, 2.349), Place("Kyiv", 50.455, 30.524)
    >>> round(kilometres(paris, kyiv))
    2024
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    south, west, north, east = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    bow = math.sin((north - south) / 2) ** 2 + math.cos(south) * math.cos(north) * math.sin((east - west) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(bow)))
