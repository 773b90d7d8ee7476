"""The day by which something must be done."""

import pytest

from stories import carriers, facts


def _deadlines(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "time" and "deadline" in fact.question]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tom Pike must sell the mill by May 9.", "May 9"),
        ("The club has until June 30 to pay.", "June 30"),
        ("Ann Lowe missed the May 9 deadline.", "May 9"),
        ("The deadline is May 9.", "May 9"),
        ("Tom Pike sold the mill before May 9.", None),
        ("Tom Pike must sell the mill on May 9.", None),
    ],
)
def test_a_deadline_is_told(text, expected):
    found = [account.value for fact in _deadlines(text) for account in fact.accounts]
    assert found == ([expected] if expected else [])


def test_two_tell_of_one_deadline():
    [fact] = _deadlines("Tom Pike must sell the mill by May 9.", "Pike says he will not meet the May 9 deadline.")
    assert carriers(fact) == ["a", "b"]
    assert fact.question == "By what deadline must Tom Pike sell the mill?"
