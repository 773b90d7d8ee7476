"""Who else tells a thing: by the words held, by what is meant beside the story's topic, never with other numbers."""

import pytest

from stories import carriers, facts
from twosource.check.carry.alike import Meaning
from twosource.check.carry.also import ALIKE, BY

STORY = (
    "The council of Norby put off the bridge over the harbour because money had run out.",
    "A bridge over the harbour of Norby must wait, as the council has no money left.",
    "The council of Norby opened the bridge over the harbour with songs and a cake.",
    "The harbour of Norby is old.",
    "The council met by the bridge.",
    "A school in Tharn has got a new roof.",
    "The weather in Arle was mild for the season.",
    "Crane won the regatta by four lengths.",
    "Fishermen of Norby say the bridge would be in their way.",
    "The mayor of Norby handed the skipper a cup.",
)
OTHER_THINGS = (
    "The weather in Arle was mild for the season. A ferry was late.",
    "Crane won the regatta by four lengths. The mayor handed him a cup.",
    "A school in Tharn has got a new roof. Pupils moved back on Monday.",
)


def test_what_all_of_a_story_means_makes_no_two_sentences_alike():
    meaning = Meaning(STORY)
    told = meaning.of(STORY[0])
    paraphrase, *others = (meaning.likeness(told, number) for number in (1, 3, 4, 8))
    assert paraphrase >= ALIKE > max(others)


def test_a_story_of_one_sentence_means_nothing_besides_it():
    assert Meaning(STORY[:1]).likeness(Meaning(STORY).of(STORY[0]), 0) == 0.0


def test_a_sentence_with_other_numbers_in_words_tells_another_thing():
    told = "The harbour office of Norby fined four skippers for fishing in the closed bay at night."
    behind = "skippers learned so from the harbour office."
    bay = "At night, those who fish in the closed bay off Norby pay for it:"
    carried = [
        any(
            carriers(fact) == ["a", "b"]
            for fact in facts(told, f"{bay} {number} {behind}", *OTHER_THINGS)
            if fact.kind == "event"
        )
        for number in ("four", "nine")
    ]
    assert carried == [True, False]


def test_what_is_carried_by_likeness_says_so():
    shown = "Piet Lund, a doctor, said that they had severe head injuries."
    text = "Two sailors from the ferry, who had been on deck in the storm, suffered severe head injuries."
    told = [fact for fact in facts(shown, text, *OTHERS) if {"a", "b"} <= set(carriers(fact))]
    claims = [claim for fact in told for account in fact.accounts for claim in account.claims]
    assert any(claim.likeness for claim in claims)
    assert all(claim.likeness == (claim.rule == BY) for claim in claims)


OTHERS = [
    "The storm over Harn was severe. The head of the council spoke of injuries.",
    "The damage at the harbour was severe. Injuries were treated by the head of the clinic.",
    "A severe shortage of beds was feared. The head nurse said that most injuries were slight.",
]


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Two sailors from the ferry, who had been on deck in the storm, suffered severe head injuries.", True),
        ("A severe storm threw two sailors over the rail of the ferry. The head of the clinic saw injuries.", False),
    ],
)
def test_a_short_clause_is_carried_by_a_long_sentence_that_has_it_nearly_word_for_word(text, carried):
    shown = "Piet Lund, a doctor, said that they had severe head injuries."
    told = [fact for fact in facts(shown, text, *OTHERS) if fact.kind == "statement"]
    assert any({"a", "b"} <= set(carriers(fact)) for fact in told) == carried


DENIALS = [
    ("The harbour office of Norby fined four skippers for fishing in the closed bay, but told no names.", True),
    ("The harbour office of Norby has not fined four skippers for fishing in the closed bay.", False),
    ("The harbour office of Norby didn't fine the four skippers for fishing in the closed bay.", False),
]


@pytest.mark.parametrize(("text", "carried"), DENIALS)
def test_only_a_denial_beside_the_words_of_a_telling_keeps_a_sentence_from_telling_it(text, carried):
    told = "The harbour office of Norby fined four skippers for fishing in the closed bay."
    found = [fact for fact in facts(told, text, *OTHER_THINGS) if fact.kind == "event"]
    sides = [{claim.article for claim in account.claims} for fact in found for account in fact.accounts]
    assert ({"a", "b"} in sides) == carried


def test_an_age_need_not_be_told_again():
    told = "Skipper Olaf Crane, 47, was rescued by the lifeboat from a sandbank off the harbour of Norby."
    text = "The lifeboat rescued skipper Olaf Crane from a sandbank off the harbour of Norby."
    found = facts(told, text, *OTHER_THINGS)
    assert any(carriers(fact) == ["a", "b"] for fact in found if fact.kind == "event")


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("Ann Lowe will be arraigned in Harn District Court today on two counts of fraud.", False),
        ("Ann Lowe was arraigned in Harn District Court today, and smiled.", True),
    ],
)
def test_what_is_only_to_be_done_is_no_telling_of_what_was(text, carried):
    told = "Ann Lowe was arraigned in Harn District Court today on two counts of fraud."
    found = [fact for fact in facts(told, text) if fact.question.startswith("What happened: Ann Lowe was arraigned")]
    assert any(len(carriers(fact)) > 1 for fact in found) == carried
