"""Where somebody lives: what says it, and when two towns contradict each other."""

import pytest

from stories import carriers, facts


def _homes(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "venue" and fact.question.endswith((" live?", " from?"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lowe, 66, of Leeds, was struck by a van on Monday.", "Leeds"),
        ("Police charged Ann Lowe, of Mill Street, Leeds, with theft.", "Leeds"),
        ("Ann Lowe, who lived two miles away in York, was taken to a hospital.", "York"),
        ("The bank was robbed by Ann Lowe, 40, from Bristol.", "Bristol"),
        ("York resident Ann Lowe called the police on Monday.", "York"),
        ("Ann Lowe, originally from Leeds, was struck by a van.", None),
        ("Ann Lowe, 40, of France, won the race on Monday.", None),
        ("Ann Lowe, 40, of Vermont, won the race on Monday.", None),
        ("Ann Lowe, of Leeds police, said the road was shut.", None),
        ("Ann Lowe returned from Leeds on Monday.", None),
    ],
)
def test_a_home_is_told(text, expected):
    found = [account.value for fact in _homes(text) for account in fact.accounts]
    assert found == ([expected] if expected else [])


def test_two_towns_are_two_accounts():
    [fact] = _homes(
        "Ann Lowe, 66, of Leeds, was struck by a van on Monday.",
        "A van struck Ann Lowe, 66, of York, on Monday.",
        "Ann Lowe, who lived in Leeds, was killed by a van.",
    )
    assert fact.question == "Where did Ann Lowe live?"
    assert fact.verdict == "disputed"
    assert [account.value for account in fact.accounts] == ["Leeds", "York"]


def test_a_part_of_a_city_is_in_it():
    [fact] = _homes(
        "Ann Lowe, 66, of Queens, was struck by a van on Monday.",
        "A van struck Ann Lowe, 66, of College Point, on Monday.",
    )
    assert fact.verdict != "disputed"
    assert carriers(fact) == ["a", "b"]


def test_what_is_on_no_map_is_left_open():
    found = _homes(
        "Ann Lowe, who lived in Leeds, was struck by a van on Monday.",
        "A van struck Ann Lowe, 66, of Zorblatt, on Monday.",
    )
    assert {fact.verdict for fact in found} <= {"single"}
