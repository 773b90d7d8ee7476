"""Deeds as a question asks after them."""

import pytest

from stories import contexts
from twosource.check.claims.deeds import asked_after, best_asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Ann Lowe was arrested in Arle on Monday.", "was Ann Lowe arrested"),
        ("Guards were called to the mill at 9 a.m. on Monday.", "were guards called to the mill"),
        ("A man was charged with murder on Monday.", "was a man charged with murder"),
        ("The old mill burned down on Monday.", "did the old mill burn down"),
        (
            "Tom Pike signed a three-year, $5-million contract on Monday.",
            "did Tom Pike sign a three-year, $5-million contract",
        ),
        ("Tom Pike will be sentenced on Monday.", "will Tom Pike be sentenced"),
        ("They reopened on Monday.", "did they reopen"),
        ("Ann Lowe declined to comment on Monday.", "did Ann Lowe decline to comment"),
        ("Guards hit her in August.", "did guards hit her"),
        ("His mother and his sister were found on Monday.", "were his mother and his sister found"),
        ('Ann Lowe won a "golden quill" on Monday.', "did Ann Lowe win a golden quill"),
        (
            "A team of experts from the governorate of the Arle province and of Norby arrived on Monday.",
            "did a team of experts arrive",
        ),
        ("Three prisoners broke out of the Arle jail on Saturday.", "did three prisoners break out of the Arle jail"),
        ("An agency put the bond on review on Monday.", "did an agency put the bond on review"),
        ("Tom Pike fired at the guards on Monday.", "did Tom Pike open fire"),
        ("Tom Pike hanged himself on Monday.", "did Tom Pike hang himself"),
        ("Guards issued a warrant Monday for Tom Pike.", "did guards issue a warrant"),
        ("Ann Lowe resigned. Her brother was found stabbed in a mill.", "was Ann Lowe's brother stabbed"),
    ],
)
def test_a_deed_is_asked_after_in_plain_words(text, asked):
    [context] = contexts(text)
    assert asked in {asked_after(context, clause) for clause in context.mentions.clauses}


def test_a_deed_whose_object_is_lost_is_not_asked_after():
    [context] = contexts("The mill experienced on Monday.")
    assert {asked_after(context, clause) for clause in context.mentions.clauses} <= {""}


def test_what_one_asks_by_a_pronoun_is_asked_by_name_where_another_does():
    assert (
        best_asked(["did it sink a boat", "did it sink a boat", "did the tug sink a boat"]) == "did the tug sink a boat"
    )
    assert best_asked(["did it sink a boat", "was Ann Lowe fined"]) == "did it sink a boat"


def test_what_most_say_is_asked():
    told = ["was Ann Lowe arrested", "was Lowe arrested at her flat", "was Ann Lowe arrested", ""]
    assert best_asked(told) == "was Ann Lowe arrested"
    assert best_asked([]) == ""


def test_a_deed_whose_object_no_words_can_tell_is_not_asked_after():
    [context] = contexts("Tom Pike opened one in July.")
    assert [asked_after(context, clause) for clause in context.mentions.clauses if clause.value.tense] == [""]
