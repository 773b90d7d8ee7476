"""At what spot a deed was done that a common noun names."""

import pytest

from stories import carriers, facts


def _spots(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "venue"]


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("Tom Pike was found in a gravel pit.", "Where was Tom Pike found?", "a gravel pit"),
        ("Police arrested Ann Lowe at a motel on Monday.", "Where did police arrest Ann Lowe?", "a motel"),
        ("Police arrested Ann Lowe outside a motel.", "Where did police arrest Ann Lowe?", "outside a motel"),
    ],
)
def test_a_spot_is_told(text, question, value):
    assert (question, value) in [(fact.question, fact.accounts[0].value) for fact in _spots(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Pike was not found in the garage.",
        "Tom Pike was found in the area.",
        "Tom Pike was elected in office.",
        "Tom Pike will be shot in the garage.",
        "He was found in the garage.",
        "Tom Pike was found at another house.",
        "Tom Pike was treated at the same clinic.",
    ],
)
def test_no_spot_is_told(text):
    assert _spots(text) == []


def test_two_spots_of_one_deed_are_never_at_odds():
    found = _spots(
        "Tom Pike was found in the kitchen.", "Tom Pike was found in the house.", "Pike was found in the kitchen."
    )
    assert sorted(carriers(fact) for fact in found) == [["a", "c"], ["b"]]
    assert all(fact.verdict != "disputed" for fact in found)
