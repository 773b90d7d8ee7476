"""One quotation, however it is cut."""

import pytest

from stories import carriers, facts

LONG = "“The bridge was a rusty old wreck and everybody in the county knew it,” engineer Piet Lund said."


def told(found, words):
    return [fact for fact in found if fact.kind == "statement" and any(words in a.value for a in fact.accounts)]


def test_a_phrase_between_marks_is_the_same_speech():
    found = facts(LONG, "Piet Lund called it “a rusty old wreck” and went home.")
    assert any(carriers(fact) == ["a", "b"] for fact in told(found, "rusty"))


def test_a_phrase_of_another_speaker_is_not():
    found = facts(LONG, "Ida Moll said that her car was “a rusty old wreck” and laughed.")
    assert all(carriers(fact) != ["a", "b"] for fact in told(found, "rusty"))


def test_a_paper_that_is_cited_for_the_phrase_is_no_other_speaker():
    found = facts(LONG, "According to the Boston Herald, the bridge was “a rusty old wreck” for years.")
    assert any(carriers(fact) == ["a", "b"] for fact in told(found, "rusty"))
    assert all(fact.verdict != "corroborated" for fact in told(found, "rusty"))


def test_one_quoted_word_is_a_term():
    found = facts(LONG, "Piet Lund called the “wreck” dangerous on Monday.")
    assert all(carriers(fact) != ["a", "b"] for fact in told(found, "rusty"))


def test_a_phrase_alone_confirms_nothing():
    found = facts(LONG, "Piet Lund called it “a rusty old wreck” and went home.")
    assert all(fact.verdict != "corroborated" for fact in told(found, "rusty"))


THREW = "Piet Lund threw down his hammer by the old town hall on Monday when the bridge fell."


def test_who_tells_another_deed_in_the_same_words_does_not_tell_this_one():
    found = facts(THREW, "When the bridge fell on Monday, Piet Lund with his hammer ran from the old town hall.")
    claims = [claim for fact in found for account in fact.accounts for claim in account.claims]
    assert not [claim for claim in claims if claim.rule == "quoted too"]


def test_a_form_of_the_deed_tells_it():
    found = facts(
        "A lorry struck Ann Webb outside the Harn bakery at noon.",
        "The police, who came from Leeds, think that by the Harn bakery Ann Webb was struck by a lorry at noon.",
    )
    assert any(carriers(fact) == ["a", "b"] for fact in found if fact.kind in ("event", "statement"))


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Ann Webb said the town wanted “a brand-new bridge, not another rusty old patched-up wreck like this”.", True),
        ("Workers were told that “another rusty old patched up wreck” had no place there.", True),
        ("Ann Webb said the town wanted “a brand-new road, and not another wreck like this”.", False),
        ("Ann Webb said that the “Harn Bridge Repair Act” was late.", False),
    ],
)
def test_four_words_in_a_row_are_one_speech_however_it_is_cut(text, one):
    mine = (
        "Piet Lund said on Monday: “The people of Harn don't need another rusty old patched-up wreck, and the"
        " Harn Bridge Repair Act isn't enough.”"
    )
    found = [fact for fact in facts(mine, text) if fact.kind == "statement" and "rusty" in fact.accounts[0].value]
    assert any(carriers(fact) == ["a", "b"] for fact in found) == one
    assert all(fact.verdict != "corroborated" for fact in found)
