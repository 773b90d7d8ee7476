"""One deed of one to another, told in other words."""

import pytest

from stories import carriers, facts

OFFERED = "The Harn Group hired Ann Lowe on Monday to lead its troubled mining arm in the far north."


def together(*texts):
    return any(carriers(fact) == ["a", "b"] for fact in facts(*texts) if fact.kind in ("event", "statement"))


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Ann Lowe, a former banker, was hired by the Harn Group after two rivals for the post withdrew.", True),
        ("Ann Lowe, a former banker, was sued by the Harn Group after two rivals for the post withdrew.", False),
        ("Piet Lund, a former banker, was hired by the Harn Group after two rivals for the post withdrew.", False),
        ("Ann Lowe, a former banker, was hired by the Harn Group on Friday after two rivals withdrew.", False),
    ],
)
def test_who_did_what_to_whom_is_one_thing_in_whatever_words(text, one):
    assert together(OFFERED, text) == one
