"""What a figure's question says: the whole clause that its number stands in."""

import pytest

from stories import facts

TOLD = [
    (
        "The mill holds $9 million abroad and would owe $2 million in taxes.",
        "How much: The mill holds $9 million abroad and would owe … in taxes?",
    ),
    (
        "Police said the boat was found by a fisherman 40 miles from the island.",
        "How many miles: the boat was found by a fisherman … from the island?",
    ),
    (
        "Nearly 30 inspectors from Arle and the harbour board were on the quay.",
        "How many inspectors from Arle and the harbour board were on the quay?",
    ),
    (
        "Only 19 percent knew that the mayor was against the bridge.",
        "What percentage knew that the mayor was against the bridge?",
    ),
    (
        "The standard $50,000 reward for news of the ring stands.",
        "How much: The standard … reward for news of the ring stands?",
    ),
    (
        "The harbour board would pay the owners of the three old ferries $12 million over ten years because it "
        "would need the berths for its new ships.",
        "How much: The harbour board would pay the owners of the three old ferries … over ten years?",
    ),
    (
        "The salaries touch $16.50 an hour in the dearest towns, said Ida Moll.",
        "How much: The salaries touch … an hour in the dearest towns?",
    ),
]


@pytest.mark.parametrize(("text", "question"), TOLD)
def test_a_question_holds_the_clause_of_its_number(text, question):
    assert question in [fact.question for fact in facts(text) if fact.kind == "figure"]


def test_a_noun_that_is_followed_by_which_is_not_the_subject_of_what_comes_behind():
    text = "The envoy was hurt in the blast, which cracked the front of the 22-story bank and felled a tower."
    assert not any("envoy cracked" in fact.question for fact in facts(text))


def test_initials_keep_their_stop():
    text = "Seven crates of shells were found near U.S. bases in the hills."
    [fact] = [fact for fact in facts(text) if fact.kind == "figure"]
    assert "U.S. bases" in fact.question
    assert "United States" not in fact.question


SHORTEST = [
    (
        "Moll received 38 percent support, the farmer Ed Kern 3 percent and Ida Lowe 2 percent.",
        "What percentage: Moll received … support?",
    ),
    (
        "Owners of boats would pay the harbour fee, which currently goes as high as $39 a day, as they do now.",
        "How much: the harbour fee goes as high as … a day?",
    ),
    (
        "All traffic was lost on the island, with the port also losing 70 percent of its traffic.",
        "What percentage: the port also losing … of its traffic?",
    ),
    (
        "The cars blew up 700 kilometres (450 miles) from the harbour, turning streets into rubble.",
        "How many kilometres: The cars blew up … from the harbour?",
    ),
    (
        "The port accounts for 25 percent of the island's jobs, 40 percent of which are new.",
        "What percentage: The port accounts for … of the island's jobs?",
    ),
]


@pytest.mark.parametrize(("text", "question"), SHORTEST)
def test_a_question_ends_where_another_clause_begins(text, question):
    assert question in [fact.question for fact in facts(text) if fact.kind == "figure"]


def test_two_verbs_of_one_clause_stay_together():
    told = [fact.question for fact in facts("Scott is one of 707 people shot and killed by police.")]
    assert not any(question.endswith("shot?") for question in told)
