"""Who else tells a thing in words of their own: the deed in it, its other words covered by the likest."""

import pytest

from stories import carriers, facts
from twosource.check.carry.alike import Likeness

OTHERS = (
    "The weather in Arle was mild for the season. A ferry was late at the pier.",
    "Crane won the regatta by four lengths. The mayor handed him a cup in the rain.",
    "A school in Tharn has got a new roof. Pupils moved back on Monday after the holidays.",
    "The council met about parking. Nobody spoke for long, and the meeting closed early.",
)
TOLD = "Firefighters rescued three children from the burning farmhouse with a ladder, Ann Lowe said."


def together(text):
    """Whether one fact about a deed or a statement is carried by the two articles."""
    found = facts(TOLD, text, *OTHERS)
    return any(fact.kind in ("event", "statement") and carriers(fact) == ["a", "b"] for fact in found)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Crews saved three kids from a farmhouse on fire using ladders.", True),
        ("Crews could not save three kids from a farmhouse on fire, even using ladders.", False),
        ("Crews saved seven kids from a farmhouse on fire using ladders.", False),
        ("Crews taught three kids from a school how a fire is put out.", False),
    ],
)
def test_a_deed_told_in_other_words_is_carried_unless_denied_or_of_another_number(text, carried):
    assert together(text) == carried


def test_what_is_added_confirms_nothing():
    found = facts(TOLD, "Crews saved three kids from a farmhouse on fire using ladders.", *OTHERS)
    told = [fact for fact in found if fact.kind in ("event", "statement") and carriers(fact) == ["a", "b"]]
    assert told and all(fact.verdict != "corroborated" for fact in told)


def test_a_word_is_covered_by_itself_wholly_and_by_a_like_one_in_part():
    like = Likeness({"kill": "killed", "die": "died", "boat": "boat", "resign": "resigned", "quit": "quit"})
    covering = dict(like.covering("resign"))
    assert covering["resign"] == 1.0
    assert 0.0 < covering["quit"] < 1.0
    assert "boat" not in covering


def test_a_deed_is_looked_for_under_what_is_much_like_it():
    like = Likeness({"die": "died", "boat": "boat"})
    assert like.near("killed", 0.4) == {"die"}


@pytest.mark.parametrize(
    ("told", "text", "carried"),
    [
        (
            "The Halvern club acquired Tom Pike in a July deal with the Tharn team.",
            "After being acquired by the Halvern club before the deadline, Tom Pike hit twelve homers.",
            True,
        ),
        (
            "The storm damaged the roof of the harbour church badly.",
            "Slates lay in the lane after the storm had damaged the church and two barns.",
            True,
        ),
        (
            "The storm damaged the roof of the harbour church badly.",
            "Slates lay in the lane, as a storm usually damages the church and two barns.",
            False,
        ),
        (
            "The storm damaged the roof of the harbour church badly.",
            "Slates lay in the lane after boys had damaged a wall and two barns.",
            False,
        ),
    ],
)
def test_a_looser_sentence_carries_a_deed_of_the_same_class_with_those_who_take_part(told, text, carried):
    found = [fact for fact in facts(told, text, *OTHERS) if fact.kind in ("event", "statement")]
    assert any(carriers(fact) == ["a", "b"] for fact in found) == carried
    assert all(fact.verdict != "corroborated" for fact in found if carriers(fact) == ["a", "b"])
