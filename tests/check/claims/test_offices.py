"""Who holds what office: the person with the office as value, one question a person."""

import pytest

from stories import contexts
from twosource.check.claims.offices import offices
from twosource.check.judge.one_thing import surely_one
from twosource.check.questions import question_of

# (text, the value of each claim)
HELD = [
    ("Arle's police chief, Tom Webb, was hurt.", ["Tom Webb, police chief of Arle"]),
    ("Gov. Ann Lee thanked them.", ["Ann Lee, governor"]),
    ("Tom Webb, a physician and former mayor of Kyiv, left.", ["Tom Webb, physician and former mayor of Kyiv"]),
    ("Ann Lee met Kyiv Bank owner Tom Webb.", ["Tom Webb, Kyiv Bank owner"]),
    ("The court reporter Webb shot him.", []),
    ("The foreign ministers Ann Lee of Malta and Tom Webb of Chile met.", []),
    ("They cannot allow Ann Lee to become president.", []),
    ("The vice presidential nominee Gov. Ann Lee spoke.", ["Ann Lee, vice presidential nominee"]),
    ("Tom Webb, a former Kyiv Bank director, left.", ["Tom Webb, former Kyiv Bank director"]),
    (
        "Tom Webb, a spokesman for the Guild of Arle and Norby, left.",
        ["Tom Webb, spokesman for the Guild of Arle and Norby"],
    ),
    (
        "Tom Webb, director of the Institute of Trade and Law at Arle University, left.",
        ["Tom Webb, director of the Institute of Trade and Law at Arle University"],
    ),
    ("Ann Lowe is the sixth Arle mayor in eight years.", ["Ann Lowe, Arle mayor"]),
    ("Ida Moll, founder and director of the Arle Guild, left.", ["Ida Moll, founder and director of the Arle Guild"]),
    ("After talks with Ida Moll, the Arle mayor said no.", []),
    ("It named former Harn Group executive Tom Webb.", ["Tom Webb, former Harn Group executive"]),
    ("Bank of Arle chief economist Tom Webb left.", ["Tom Webb, Bank of Arle chief economist"]),
    ("Lee campaign manager Tom Webb spoke. Ann Lee smiled.", ["Tom Webb, Lee campaign manager"]),
    (
        "The head of the Traders Guild and shop owner, Tom Webb, left.",
        ["Tom Webb, head of the Traders Guild and shop owner and shop owner"],
    ),
]


@pytest.mark.parametrize(("text", "values"), HELD)
def test_an_office_is_told_with_its_holder(text, values):
    [context] = contexts(text)
    assert [claim.value for claim in offices(context)] == values


# (texts, the question)
ASKED = [
    (
        ["Chief Tom Webb spoke.", "Police Chief Tom Webb spoke.", "Tom Webb, the chief of police, spoke."],
        "the police chief",
    ),
    (["Coach Tom Webb spoke.", "Head coach Tom Webb spoke.", "Coach Tom Webb left."], "the head coach"),
    (["Prosecutor Tom Webb spoke.", "Tom Webb, a judge, spoke.", "Judge Tom Webb left."], "Tom Webb"),
    (["The late Sen. Tom Webb spoke."], "Tom Webb"),
    (["Ann Lee is dean of the Law School of Arle."], "the dean of the Law School of Arle"),
    (["President Ann Lee spoke."], "Ann Lee"),
    (["Republican nominee Tom Webb spoke."], "the Republican nominee"),
]


@pytest.mark.parametrize(("texts", "asked"), ASKED)
def test_a_question_names_each_office_once_and_in_full(texts, asked):
    claims = tuple(claim for context in contexts(*texts) for claim in offices(context))
    assert len(claims) == len(texts)
    assert question_of(claims) == f"Who is {asked}?"


@pytest.mark.parametrize(
    ("texts", "confirmed"),
    [
        (["Police Chief Tom Webb spoke.", "Tom Webb, the chief of police, sat."], True),
        (["Tom Webb, a judge and former senator, spoke.", "Senator Tom Webb left."], True),
        (["Judge Tom Webb spoke.", "Tom Webb, the founder of a club, sat."], False),
    ],
)
def test_two_offices_of_a_person_confirm_neither(texts, confirmed):
    one, other = (claim for context in contexts(*texts) for claim in offices(context))
    assert surely_one(one, other) is confirmed
