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


CHARGED = "Piet Lund was charged with two counts of fraud and one count of theft in the Harn court."
PLEADED = "Piet Lund pleaded not guilty to two counts of fraud and one count of theft in the Harn court."


def test_to_plead_is_not_to_be_charged():
    assert not together(CHARGED, PLEADED)
    assert together(CHARGED, CHARGED.replace("was charged with", "has been indicted on"))


def test_who_only_names_a_deed_in_a_charge_does_not_tell_it():
    texts = [
        "Piet Lund faces a charge of kidnapping in Harn.",
        "Piet Lund, a baker, pleaded not guilty to kidnapping.",
        "Piet Lund was arrested on a charge of kidnapping.",
    ]
    assert not [fact for fact in facts(*texts) if fact.kind == "event" and len(carriers(fact)) > 2]


def test_so_many_killed_in_one_land_are_not_those_killed_in_another():
    texts = ("Eleven clerks of the Harn Guild were killed in Kenya.", "Of the clerks eleven were killed in Chad.")
    assert not together(*texts)
