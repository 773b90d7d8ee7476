"""An age without a name, told beside a name, is theirs whom others name there."""

import pytest

from stories import facts

NAMED = "Jonas Hale, 41, and Clara Moll, 63, were found dead in a house in Norby on Monday."


def ages(*texts):
    found = [fact for fact in facts(*texts) if fact.question.startswith("How old")]
    return {fact.question: (sorted(account.value for account in fact.accounts), fact.verdict) for fact in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jonas Hale, 41, and a 65-year-old woman were found dead in Norby.", (["63", "65"], "disputed")),
        ("Jonas Hale, 41, and a 63-year-old woman were found dead in Norby.", (["63"], "echoed")),
        ("Jonas Hale, 41, and a 19-year-old woman were found dead in Norby.", (["63"], "single")),
        ("Jonas Hale, 41, and a 65-year-old man were found dead in Norby.", (["63"], "single")),
        ("A 65-year-old woman was hurt in a crash in Norby.", (["63"], "single")),
    ],
)
def test_an_age_beside_a_name(text, expected):
    assert ages(NAMED, text)["How old is Clara Moll?"] == expected


def test_she_who_is_named_with_her_age_is_somebody_else():
    text = "Jonas Hale, 41, and a 65-year-old woman were found. Clara Moll, 63, lived next door."
    assert ages(NAMED, text)["How old is Clara Moll?"][0] == ["63"]
