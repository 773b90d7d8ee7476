"""What is told on another day or at another hour: a count that went on, a figure that its teller corrected."""

import pytest

from stories import dated_facts

REVISED = [
    (
        "fewer missing the same evening",
        ("2024-06-01T08:00:00Z", "A landslide hit a hotel in Molvo; 22 guests are missing, the mountain rescue said."),
        (
            "2024-06-01T20:00:00Z",
            "Nine guests of the Molvo hotel are still missing, the mountain rescue said at night.",
        ),
    ),
    (
        "its teller's later number",
        (
            "2024-05-01",
            "The farm ministry said that 12,000 birds had been culled near Molvo. Geese brought the disease.",
        ),
        ("2024-05-04", "Some 19,000 birds have now been culled near Molvo, according to the farm ministry."),
    ),
    (
        "a correction",
        ("2024-03-01", "The trade fair in Norby drew 41,000 visitors, organisers said. It was sunny."),
        ("2024-03-04", "Organisers of the trade fair in Norby corrected their figure: it drew 37,000 visitors."),
    ),
    (
        "a number that others were reached by",
        ("2024-03-01", "More than 80 children fell ill after lunch at three schools in Molvo, health officials said."),
        ("2024-03-02", "The number of children who fell ill at schools in Molvo has reached 112, the clinic said."),
    ),
]
DISPUTED = [
    (
        "two sources of one hour",
        ("2024-06-01T08:00:00Z", "A landslide hit a hotel in Molvo; 22 guests are missing, the mountain rescue said."),
        (
            "2024-06-01T08:00:00Z",
            "After the landslide in Molvo 17 guests of the hotel are missing, its owner Karl Heim said.",
        ),
    ),
    (
        "another teller's number",
        ("2024-05-01", "Police said that four shots had been fired at the bar in Molvo. The owner hid in the cellar."),
        ("2024-05-02", "Seven shots were fired at the bar in Molvo, prosecutor Ulf Rahn said. A window broke."),
    ),
    (
        "something else was revised",
        ("2024-03-01", "Molvo council will build 320 flats on the old harbour, mayor Ida Moll said on Friday."),
        ("2024-03-02", "Norby revised its budget. Molvo council will build 280 flats at the harbour, a plan shows."),
    ),
]


@pytest.mark.parametrize(
    ("verdict", "case", "one", "other"),
    [*(("revised", *row) for row in REVISED), *(("disputed", *row) for row in DISPUTED)],
    ids=[row[0] for row in (*REVISED, *DISPUTED)],
)
def test_later(verdict, case, one, other):
    [fact] = [fact for fact in dated_facts(one, other) if fact.kind == "figure" and len(fact.accounts) > 1]
    assert fact.verdict == verdict, fact.why
