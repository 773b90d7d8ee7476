"""What one speaker said, in several articles."""

import pytest
from build import claim

from stories import carriers, facts
from twosource.check.language.words import content_words, sense
from twosource.check.tellings.one_voice import one_voice


def said(article, speaker, words, polarity=True):
    key = " ".join(sorted({sense(word) for word in content_words(words)}))
    return (claim(article, "statement", words, value_key=key, chain=(speaker,), subject=speaker, polarity=polarity),)


OTHERS = tuple(
    said("c", "Ida Moll", words)
    for words in ("the shop was shut", "no bus ran on Sunday", "a roof fell in", "the tide came early", "we lost power")
)
MUD = said("a", "Piet Lund", "we waded through knee-deep mud to reach the lambs")


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (said("b", "Piet Lund", "the lambs stood in knee-deep mud"), True),
        # another speaker may mean something else
        (said("b", "Ida Moll", "the lambs stood in knee-deep mud"), False),
        # whoever is only described may be somebody else
        (said("b", "police", "the lambs stood in knee-deep mud"), False),
        # two rare words are asked for, and names are none
        (said("b", "Piet Lund", "mud ruined the carpets"), False),
        # one article says two things
        (said("a", "Piet Lund", "the lambs stood in knee-deep mud"), False),
    ],
)
def test_two_rare_words_of_one_speaker_are_one_remark(other, one):
    assert len(one_voice((MUD, other, *OTHERS))) == len(OTHERS) + (1 if one else 2)


@pytest.mark.parametrize(
    ("other", "one"),
    [
        ("our crew had been trained for winter rescues", True),
        ("nobody trained our crew though the winter was near and all the boats were out at sea for months", False),
    ],
)
def test_a_no_in_the_same_words_is_a_matter_of_how_it_is_put(other, one):
    first = said("a", "Piet Lund", "I don't believe our crew had been trained for winter rescues")
    joined = one_voice((first, said("b", "Piet Lund", other, polarity=False), *OTHERS))
    assert len(joined) == len(OTHERS) + (1 if one else 2)
    assert {found.polarity for found in joined[0]} == {True}


def test_who_is_named_for_it_further_down_is_the_source():
    found = facts(
        "A lorry carrying timber rammed the old toll bridge near Harn on Monday.",
        "After the ramming of the old toll bridge near Harn by a timber lorry on Monday, boats stopped.\n"
        "The ramming of the old toll bridge near Harn by a timber lorry on Monday will cost millions, Tom Webb said.",
    )
    told = [fact for fact in found if fact.kind == "event" and carriers(fact) == ["a", "b"]]
    assert any({"The A Post", "Tom Webb"} <= set(account.origins) for fact in told for account in fact.accounts)
