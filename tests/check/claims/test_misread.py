"""Clauses that a parse has read wrongly, and deeds that nobody did: no time or place is asked of them."""

import pytest

from stories import facts


def _asked(text):
    return {fact.question for fact in facts(text) if fact.kind in ("time", "venue")}


@pytest.mark.parametrize(
    "text",
    [
        "Two nurses were hurt, clerks said as dawn broke Sunday.",
        "Two nurses were hurt, clerks said as night fell Sunday.",
        "Friday will likely feature a row of storms over Arle.",
        "On Monday, no trucks reached the camp in Norby.",
        "Ann Lowe had been at risk of losing the mill in May.",
        "The coast has been split between Malta and Chile.",
        "The guild will go on with its march toward Election Day.",
        "The Good Friday Agreement was signed by Ann Lowe.",
        "The guild held the survey on May 3-7.",
    ],
)
def test_what_nobody_did_has_no_time_and_no_place(text):
    assert _asked(text) == set()


def test_a_participle_before_its_subject_is_no_deed_of_it():
    asked = _asked("Buried a yard beneath a shed, the rifle was found Thursday by two clerks. It was taken to Arle.")
    assert asked == {"On what day was the rifle found?"}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ann Lowe headed Tuesday to East Africa.", "On what day did Ann Lowe head to East Africa?"),
        ("On May 3, a blast left two clerks dead.", "On what day did a blast leave two clerks dead?"),
        ("A painter, Lowe was born in New York City. Ann Lowe was glad.", "Where was Ann Lowe born?"),
        ("Ann Lowe, from Leeds, smiled.", "Where is Ann Lowe from?"),
        ("Tom Webb was taken to the Arle County Jail.", "Where was Tom Webb held in prison?"),
        ("Storms will fire over Arle on Saturday.", "On what day will storms fire over Arle?"),
    ],
)
def test_a_question_says_who_did_what(text, question):
    assert question in _asked(text)


def test_a_place_in_what_something_was_done_for_or_in_the_name_of_a_law_is_not_where_it_was():
    told = [
        "Ann Lowe was killed to give the boy a home in Chile.",
        "Ann Lowe was charged under the Clinic Entrances Act.",
    ]
    assert not [fact for fact in facts(*told) if fact.kind == "venue"]


def test_the_place_of_what_somebody_protests_is_not_where_he_does():
    assert _asked("Ann Lowe protested the war in Chile.") == set()
    assert _asked("Ann Lowe protested in Chile.") == {"Where did Ann Lowe protest?"}


def test_who_was_born_is_not_asked_where_it_may_be_either_of_two():
    assert _asked("Ann Lowe doubted the word of Ida Moll because she was born in Chile.") == set()


def test_whoever_tells_a_deed_in_a_quotation_did_not_do_it():
    text = "Lowe telling the jury, 'The baker, Tom Webb, took the bag and threw out the knife.' Ann Lowe is a lawyer."
    assert not [fact for fact in facts(text) if fact.question.startswith("What happened: Ann Lowe threw")]


def test_who_was_found_beaten_beat_nobody_and_who_stands_in_line_will_not_eat():
    text = "The baker's old mule was later found beaten to death in the yard of the mill."
    assert not any("did the baker" in one for one in _asked(text))
    assert not any("will" in one for one in _asked("Bakers push in line to receive a loaf in Arle on 24 April 2025."))


def test_the_place_at_the_head_of_a_report_did_nothing():
    text = "Arle, Malta (Harn Wire) - Tom Webb kept his title by flooring Jan Lee on Saturday night."
    assert not any("did Arle" in one for one in _asked(text))
