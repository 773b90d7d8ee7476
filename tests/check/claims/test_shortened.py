"""Words around a number are short: what says nothing of it is left out."""

import pytest

from twosource.check.claims.shortened import short, without_stub

SHORT = [
    (
        ("The harbour board of Arle said on Monday that the old ferries of the northern line had carried", "fishers"),
        ("the old ferries of the northern line had carried", "fishers"),
    ),
    (
        ("Ida Moll, a clerk at the old harbour office in Arle, has sold", "boats to the fishers of the bay"),
        ("Ida Moll has sold", "boats to the fishers of the bay"),
    ),
    (
        ("Guards found 30 crates of shells in the hold, 12 barrels of oil and", "ropes, several knives and a boat"),
        ("Guards found", "ropes"),
    ),
    (
        ("The mill bought 30 old looms from the owners of a rival in the south, 12 new looms and", "sheds"),
        ("The mill bought", "sheds"),
    ),
    (
        ("The new hall held more than 700 fishers of the bay that night and", "out of 30 guards had shown up"),
        ("", "out of 30 guards had shown up"),
    ),
    (
        ("Arle - which has", "fishers of northern descent - is close to both of its neighbours in the bay and beyond"),
        ("Arle has", "fishers of northern descent"),
    ),
    (
        ("The fuels of those who live in Arle are gas (5%), coal (", "), wood (3%) and oil (2%) of the old kind"),
        ("The fuels of those who live in Arle are coal", ""),
    ),
    (
        ("The board of the harbour was fined", ", including a record sum that was set in the spring by the court"),
        ("The board of the harbour was fined", ""),
    ),
    (("The board gives the most (although, at", ", it is little"), ("The board gives the most", "")),
    (("(The old clerk of Arle sold", "boats.)"), ("The old clerk of Arle sold", "boats.")),
    (("The mast is", "long"), ("The mast is", "long")),
]


@pytest.mark.parametrize(("told", "kept"), SHORT)
def test_what_is_left_out(told, kept):
    assert short(*told) == kept


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("in the trial where he made", "in the trial"),
        ("for news and arrest", "for news and arrest"),
        ("of the ships as they sought", "of the ships"),
    ],
)
def test_cut_words_end_where_a_phrase_ends(told, kept):
    assert without_stub(told) == kept
