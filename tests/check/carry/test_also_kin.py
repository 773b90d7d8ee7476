"""Kin of somebody who is not named beside."""

import pytest

from stories import carriers, facts

NAMED = "Tom Webb was saved on Monday. Tom Webb's father, Carl Anders Webb, wept."

# (another text, whether it calls the same person the same kin)
TOLD = [
    ("A boy was saved on Monday. The boy's father, Carl Anders Webb, wept.", True),
    ("A boy was saved on Monday. His divorced father, Carl Anders Webb, wept.", True),
    ("A boy was saved on Monday. Carl Anders Webb, the boy's father, wept.", True),
    ("A boy was saved on Monday. The boy's uncle, Carl Anders Webb, wept.", False),
    ("Ida Moll was saved on Monday. Her father, Carl Anders Webb, wept.", False),
    ("A firm was saved on Monday. The firm's father, Carl Anders Webb, wept.", False),
]


def kin(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "role" and "father of Tom Webb" in fact.question]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_who_calls_somebody_the_father_of_one_who_is_not_named(text, told):
    [fact] = kin(NAMED, text)
    assert (carriers(fact) == ["a", "b"]) is told


def test_a_father_by_his_first_names_is_the_father_by_his_full_name():
    [fact] = kin(NAMED, "Tom Webb was saved on Monday. Tom Webb's father, Carl Anders, wept.")
    assert carriers(fact) == ["a", "b"]


def test_of_two_who_have_a_father_of_that_name_either_may_be_meant():
    other = "Ida Moll was saved on Monday. Ida Moll's father, Carl Anders Webb, wept."
    [fact] = kin(NAMED, other, "A boy was saved on Monday. The boy's father, Carl Anders Webb, wept.")
    assert carriers(fact) == ["a"]
