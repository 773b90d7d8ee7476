"""Since when and until when something was so."""

import pytest

from stories import carriers, facts


def _lasting(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "time" and " when: " in fact.question]


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("Ann Lowe has been in the post since June 2017.", "Since when: Ann Lowe has been in the post?", "June 2017"),
        ("The ferry, which has sailed here since 1926, sank.", "Since when: The ferry has sailed here?", "1926"),
        ("Ann Lowe, in office since January 2012, resigned.", "Since when: Ann Lowe in office?", "January 2012"),
        ("Crews were on the scene until 5 a.m.", "Until when: Crews were on the scene?", "5 a.m."),
        ("Tom Pike will remain in charge until May 9.", "Until when: Tom Pike will remain in charge?", "May 9"),
    ],
)
def test_an_end_of_what_lasts_is_told(text, question, value):
    found = [(fact.question, account.value) for fact in _lasting(text) for account in fact.accounts]
    assert (question, value) in found


@pytest.mark.parametrize(
    "text",
    [
        "Tom Pike sold the mill in May 2017.",
        "Tom Pike has until May 9 to sell the mill.",
        "Some 300 people have been arrested since Monday.",
        "It was the first flood in Arle since 1990.",
        "Ann Lowe did not report the theft until May 9.",
        "Ann Lowe has never looked back since.",
    ],
)
def test_no_end_is_told(text):
    assert _lasting(text) == []


def test_both_ends_are_told():
    found = _lasting("Tom Pike won 34 caps between 1993 and 2002.")
    assert sorted(fact.accounts[0].value for fact in found) == ["1993", "2002"]


def test_two_tell_of_one_end():
    post = "Ann Lowe has been in the post since June 2017."
    [fact] = _lasting(post, "Ann Lowe, who had been in office since June 2017, quit.")
    assert carriers(fact) == ["a", "b"]
