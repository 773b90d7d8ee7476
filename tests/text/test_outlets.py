"""Outlets by name and address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.outlets import domain_of, outlet_of, outlets, same_owner


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Reuters", "Reuters"),
        ("the associated press", "Associated Press"),
        ("AP", "Associated Press"),
        ("https://edition.cnn.com/2025/a", "CNN"),
        ("news.sky.com", "Sky News"),
        ("Belarusian state television", "Belarus 1"),
        ("RTE", "RTÉ"),
        ("notreuters.com", None),
        ("reuters.com.example.org", None),
        ("", None),
        ("https://[broken", None),
    ],
)
def test_an_outlet_is_known_by_name_and_address(asked, name):
    found = outlet_of(asked)
    assert (found.name if found else None) == name


def test_every_line_of_the_table_is_whole():
    names = [name for outlet in outlets() for name in sorted({spelling.casefold() for spelling in outlet.names})]
    assert len(names) == len(set(names))
    domains = [domain for outlet in outlets() for domain in outlet.domains]
    assert len(domains) == len(set(domains))
    for outlet in outlets():
        assert outlet.source
        assert len(outlet.country) == 3
        assert all(domain == domain_of(domain) for domain in outlet.domains), outlet.name


def test_owners_are_told_apart_or_not_known():
    assert same_owner("The Sun", "https://www.wsj.com/a") is True
    assert same_owner("The Dallas Morning News", "Houston Chronicle") is True
    assert same_owner("CNBC", "NBC News") is False  # parted in 2025
    assert same_owner("Reuters", "TASS") is False
    assert same_owner("Reuters", "The Riverton Herald") is None


@given(st.text(max_size=60))
def test_any_text_may_be_asked_for(text):
    outlet_of(text)
    domain_of(text)
