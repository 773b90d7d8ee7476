"""What somebody is who holds no office: ranks, callings, kin."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.callings import callings
from twosource.check.judge.one_thing import surely_one

# (text, the value of each claim)
TOLD = [
    ("Arle police Sgt. Tom Webb spoke.", ["Tom Webb, police sergeant"]),
    ("The Rev. Ann Lowe was there.", ["Ann Lowe, reverend"]),
    ("The helicopter pilot Tom Webb spoke.", ["Tom Webb, pilot"]),
    ("Tom Webb, 41, a retired plumber from Leeds, spoke.", ["Tom Webb, retired plumber"]),
    ("Nurse Ann Lowe spoke.", ["Ann Lowe, nurse"]),
    ("The popular former Moors player Tom Webb spoke.", ["Tom Webb, former player"]),
    ("The suspect Tom Webb spoke.", []),
    ("A nurse Tom Webb knew had left.", []),
    ("Tom Webb left. Webb's older sister, Ann Lowe, wept.", ["Ann Lowe, sister of Tom Webb"]),
    ("Tom Webb was held with his brother Jim Webb.", ["Jim Webb, brother of Tom Webb"]),
    ("Tom Webb was held. Ann Lowe, 30, a friend of Tom Webb, wept.", ["Ann Lowe, friend of Tom Webb"]),
    ("The firm's cousin Ann Lowe wept.", []),
]


@pytest.mark.parametrize(("text", "values"), TOLD)
def test_what_words_beside_a_name_say_of_its_bearer(text, values):
    [context] = contexts(text)
    assert [claim.value for claim in callings(context)] == values


def test_a_rank_goes_with_the_office():
    found = facts(
        "Police Sgt. Tom Webb spoke.", "Tom Webb, a police sergeant, spoke.", "Police spokesman Tom Webb spoke."
    )
    [fact] = [fact for fact in found if fact.kind == "role"]
    assert carriers(fact) == ["a", "b", "c"]


def test_whose_kin_somebody_is_is_asked_apart_from_the_office():
    texts = ["Tom Webb left. His sister Ann Webb wept.", "Mayor Ann Webb wept.", "Ann Webb, Tom Webb's sister, wept."]
    found = {fact.question: carriers(fact) for fact in facts(*texts) if fact.kind == "role"}
    assert found == {"Who is the sister of Tom Webb?": ["a", "c"], "Who is the mayor?": ["b"]}


def test_half_a_brother_does_not_confirm_a_brother():
    texts = ["Tom Webb was held with his brother Jim Webb.", "Tom Webb was held with his half-brother Jim Webb."]
    one, other = (claim for context in contexts(*texts) for claim in callings(context))
    assert not surely_one(one, other)


def test_a_calling_that_one_article_tells_is_no_fact():
    assert not [fact for fact in facts("The pilot Tom Webb spoke.", "It rained.") if fact.kind == "role"]


def test_a_president_told_by_surname_is_who_is_known_in_full():
    found = facts("President Ann Lowe spoke.", "Ann Lowe spoke. President Lowe was tired.")
    [fact] = [fact for fact in found if fact.kind == "role"]
    assert carriers(fact) == ["a", "b"]


def test_a_secretary_of_nothing_is_not_told():
    found = facts("Commerce Secretary Ann Lowe spoke.", "Secretary Lowe was tired.")
    [fact] = [fact for fact in found if fact.kind == "role"]
    assert carriers(fact) == ["a"]


APPOSED = [
    ("He paid in cash, said the desk clerk, Ida Moll.", "Ida Moll, clerk"),
    ("Her barrister, Tom Webb, said so.", "Tom Webb, barrister"),
    ("A court gave bail to Tom Webb, kingpin of the gang.", "Tom Webb, kingpin"),
    ("Ann Lee, daughter of slain reporter Jan Lee, wept.", "Ann Lee, daughter of Jan Lee"),
]


@pytest.mark.parametrize(("text", "value"), APPOSED)
def test_what_stands_beside_a_name_without_an_article(text, value):
    [context] = contexts(text)
    assert value in [claim.value for claim in callings(context)]


def test_the_daughter_of_whom_somebody_shot():
    [context] = contexts("Ann Lee, daughter of the clerk Jan Lee murdered, wept. Jan Lee is in prison.")
    assert not [claim for claim in callings(context) if claim.measure.startswith("kin")]


def test_a_former_driver_drives_nobody():
    [context] = contexts("His former driver, Tom Webb, carried the box.")
    assert not callings(context)


RIVALS = [
    (["Police Sgt. Tom Webb spoke.", "Police Lt. Tom Webb spoke."], "disputed"),
    (["Sgt. Tom Webb spoke.", "Police Sgt. Tom Webb spoke."], "echoed"),
    (["Tom Webb, the news director of Arle TV, spoke.", "Tom Webb, news manager of Arle TV, spoke."], "disputed"),
]


@pytest.mark.parametrize(("texts", "verdict"), RIVALS)
def test_two_ranks_of_one_person_are_at_odds(texts, verdict):
    [fact] = [fact for fact in facts(*texts) if fact.kind == "role"]
    assert fact.verdict == verdict


def test_one_article_alone_says_what_a_speaker_is():
    [fact] = [
        fact for fact in facts("Tom Webb, the store's insurer, said: “The roof will be mended.”") if fact.kind == "role"
    ]
    assert fact.accounts[0].value == "Tom Webb, insurer"
    told = facts("The crew met Tom Webb, the store's insurer, in Arle on Monday.")
    assert [fact for fact in told if fact.kind == "role"] == []
