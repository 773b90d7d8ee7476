"""Words for countries: names, people, seats, former names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.countries import country_of
from twosource.text.lexicon import table

WORDS = [
    ("Ukraine", "UKR"),
    ("the United States", "USA"),
    ("U.S.", "USA"),
    ("U.K.", "GBR"),
    ("Ukrainian", "UKR"),
    ("Iraqis", "IRQ"),
    ("the Dutch", "NLD"),
    ("French", "FRA"),
    ("Swiss", "CHE"),
    ("Lebanese", "LBN"),
    ("Bosnian Serbs", "BIH"),
    ("South Koreans", "KOR"),
    ("Kyiv", "UKR"),
    ("Kiev", "UKR"),
    ("Tehran's", "IRN"),
    ("Russia’s", "RUS"),
    ("the Kremlin", "RUS"),
    ("Soviet", "RUS"),
    ("Zaire", "COD"),
    ("Burma", "MMR"),
    ("Yugoslavia", "SRB"),
    ("Kosovo", "XKX"),
    ("West Bank", "PSE"),
    ("Taiwanese", "TWN"),
    ("Ivory Coast", "CIV"),
    ("Côte d'Ivoire", "CIV"),
    ("Islamic Republic of Iran", "IRN"),
    ("Dominican", "DOM"),
    ("Niger", "NER"),
    ("Nigerian", "NGA"),
    ("Odesa", ""),
    ("", ""),
    ("s", ""),
    ("the", ""),
    ("turkey", ""),
]


@pytest.mark.parametrize(("word", "code"), WORDS)
def test_country_of(word, code):
    assert country_of(word) == code


@given(st.text(max_size=30))
def test_any_text_gives_a_code_or_nothing(word):
    assert len(country_of(word)) in {0, 3}


def test_every_word_of_the_list_is_found():
    assert all(country_of(row[0]) == row[1] for row in table("country_words"))
