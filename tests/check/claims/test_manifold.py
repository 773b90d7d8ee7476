"""A crime whose name counts its dead, and headlines that count without a noun."""

import pytest

from stories import facts


def tolls(measure, *texts):
    return [
        (account.low, len(account.carriers))
        for fact in facts(*texts)
        if fact.kind == "figure"
        for account in fact.accounts
        if account.measure == measure
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was charged with the double murder in Norby.", [(2.0, 1)]),
        ("Police are looking into a triple homicide in Norby.", [(3.0, 1)]),
        ("The officer had worked on an earlier double murder.", []),
        ("A double shooting shook the town of Norby.", []),
    ],
)
def test_a_crime_that_counts_its_dead(text, expected):
    assert tolls("dead", text) == expected


def test_a_double_murder_is_two_dead():
    texts = ("Two women were killed in Norby on Monday.", "A man of 30 was charged with the double murder in Norby.")
    assert tolls("dead", *texts) == [(2.0, 2)]


def test_a_headline_that_counts_the_wounded_without_a_noun():
    assert tolls("injured", "Gunman kills 1, wounds 2 at mill\n\nThe mill at Norby was closed on Monday.") == [(2.0, 1)]
