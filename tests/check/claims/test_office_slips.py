"""Offices that a finder tore at a hyphen, joined from two, or gave to whoever stood near."""

import pytest

from stories import contexts, facts
from twosource.check.claims.callings import callings
from twosource.check.claims.offices import offices

# (text, the value of each claim)
MENDED = [
    ("The Kyiv-based bank director Tom Webb spoke.", ["Tom Webb, bank director"]),
    ("The former editor-in-chief Tom Webb agreed.", ["Tom Webb, former editor-in-chief"]),
    ("Arle-Norby Mayor Ann Lee and Kyiv Mayor Tom Webb left.", ["Ann Lee, Arle-Norby mayor", "Tom Webb, Kyiv mayor"]),
    ("Tom Webb, a 32-year-old member of Harn's council, left.", ["Tom Webb, member of Harn's council"]),
    ("If Ann Lee becomes the next Chilean president, many will cheer.", []),
    ("Is Ann Lee a good president?", []),
    ("Racing United have sacked manager Tom Webb.", ["Tom Webb, manager"]),
    ("Neighbours of the boy nicknamed King Tom Webb left.", ["Tom Webb, king"]),
]


@pytest.mark.parametrize(("text", "values"), MENDED)
def test_an_office_is_whole(text, values):
    [context] = contexts(text)
    assert [claim.value for claim in offices(context)] == values


def test_a_president_is_not_whoever_was_met_before():
    [context] = contexts("After a meeting with Kyiv Mayor Tom Webb, the Chilean president said she was glad.")
    assert [claim.value for claim in offices(context)] == ["Tom Webb, Kyiv mayor"]


def test_a_high_office_of_a_surname_alone_is_nobodys_where_nobody_gives_it_in_full():
    text = "Ann Lee was cheered in Arle. Her husband once served there. Senator Lee left early, said clerk Tom Webb."
    assert [fact.question for fact in facts(text) if "Lee" in fact.question and fact.kind == "role"] == []


def test_an_office_that_everybody_knows_is_no_fact_of_one_article():
    assert not [f for f in facts("The mill burned. President Ann Lee was told of it.") if f.kind == "role"]
    told = [f.question for f in facts("The mill burned. Chilean President Ann Lee was told of it.") if f.kind == "role"]
    assert told == ["Who is the president of Chile?"]


def test_one_who_joins_a_team_is_on_no_list():
    told = facts("Tom Webb, a hiker, joined the small team at the mill as executive director.")
    assert not [fact for fact in told if "on the" in fact.question]


def test_his_wife_is_that_of_the_man_named_last():
    [context] = contexts(
        "Tom Webb is accused of harming the bond between Jan Lind, and his wife, Ida Moll Lind, a clerk."
    )
    assert not [claim.value for claim in callings(context) if "Tom Webb" in claim.value and "wife" in claim.value]
