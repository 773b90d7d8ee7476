"""The gazetteer: names meet their places, one place lies in another, and any name can be asked for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Place
from twosource.text.containment import entry_of, place_within
from twosource.text.gazetteer import Entry, candidates, country_entry, place_key
from twosource.text.lexicon import table

# A name and the place that it means first: feature, country.
FIRST = [
    ("Georgia", ("country", "GEO")),
    ("the Netherlands", ("country", "NLD")),
    ("Mumbai", ("city", "IND")),
    ("Peking", ("city", "CHN")),
    ("Saigon", ("city", "VNM")),
    ("Texas", ("region", "USA")),
    ("Ont.", ("region", "CAN")),
    ("Saint-Étienne", ("city", "FRA")),
    ("St. Etienne", ("city", "FRA")),
    ("Black Sea", ("water", "")),
    ("Middle East", ("area", "")),
    ("England", ("region", "GBR")),
    ("River Thames", ("water", "GBR")),
]


@pytest.mark.parametrize(("name", "expected"), FIRST, ids=[name for name, _ in FIRST])
def test_the_first_candidate(name, expected):
    first = candidates(name)[0]
    assert (first.feature, first.country) == expected


@pytest.mark.parametrize("name", ["", " ", "M.D.", "River River", "Xyzzyville", "\t", "\n", "a\tb", "🙂", "北京"])
def test_what_is_no_place_has_no_candidates(name):
    assert candidates(name) == ()


def place(name: str, number: int = 0) -> Place:
    return as_place(candidates(name)[number])


def as_place(entry: Entry) -> Place:
    feature = {"district": "region", "continent": "area", "landmark": "area"}.get(entry.feature, entry.feature)
    return Place(entry.name, entry.lat, entry.lon, entry.country, entry.geonames, feature)


def city(name: str, country: str) -> Place:
    return next(as_place(one) for one in candidates(name) if one.feature == "city" and one.country == country)


WITHIN = [
    (place("Gomel"), place("Belarus"), True),
    (place("Belarus"), place("Gomel"), False),
    (city("Gomel", "BLR"), place("Gomel"), True),
    (city("Minsk", "BLR"), place("Gomel"), False),
    (city("Kyiv", "UKR"), place("Belarus"), False),
    (place("Belarus"), place("Europe"), True),
    (place("Belarus"), place("Africa"), False),
    (place("Belarus"), place("Belarus"), True),
    (place("Black Sea"), place("Ukraine"), None),
    (place("Kings County"), place("Texas"), False),
    (Place("Nowhere"), place("Belarus"), None),
    (Place("White House", 38.8977, -77.0365, "USA", None, "area"), city("Washington", "USA"), None),
    (Place("White House", 38.8977, -77.0365, "USA", None, "area"), city("Seattle", "USA"), False),
]


@pytest.mark.parametrize(("a", "b", "expected"), WITHIN, ids=[f"{a.name} in {b.name}" for a, b, _ in WITHIN])
def test_one_place_in_another(a, b, expected):
    assert place_within(a, b) is expected


def test_a_place_printed_under_another_name_is_still_known():
    kyiv = candidates("Kiev")
    printed = [Place("Kiev", one.lat, one.lon, one.country, one.geonames, "city") for one in kyiv if one.name == "Kyiv"]
    assert entry_of(printed[0]).name == "Kyiv"


def test_every_country_has_a_point():
    codes = {code for _, code in table("country_names")} - {"ANT", "SCG"}
    missing = sorted(code for code in codes if country_entry(code) is None)
    assert missing == []


def test_the_lexicons_hold_what_their_readers_expect():
    for names, feature, lat, lon, code in table("areas"):
        assert names and -90 <= float(lat) <= 90 and -180 <= float(lon) <= 180
        assert feature in ("region", "city", "water", "area", "continent", "landmark")
        assert code == "-" or len(code) == 3
    for short, name in table("place_abbreviations"):
        assert candidates(name), short
    for adjective, name in table("area_adjectives"):
        assert candidates(name) or name == "Prussia", adjective


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_any_name_can_be_asked_for(name):
    for entry in candidates(name):
        assert -90 <= entry.lat <= 90 and -180 <= entry.lon <= 180
        assert entry.name
    assert place_key(place_key(name)) == place_key(name) or not name.isascii()
