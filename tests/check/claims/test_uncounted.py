"""Numbers that answer no question."""

import pytest

from stories import facts


def asked(text):
    return [fact.question for fact in facts(text) if fact.kind == "figure"]


NONE = [
    "She leads the populist Five-Harbour Movement in the north.",
    "His face joined the harbour board's Ten Most Feared smugglers at dawn.",
    "The top 1 percent will gain from the new tax.",
    "Most came from donors who gave $200 or less.",
    "The levy falls on those earning more than $75,000.",
    "What sort of banker loses $4 million in a week?",
    "They were 100 percent wrong about the bridge.",
    "It would be one hell of a way to lose.",
    "The talks soured from there, said one clerk in the room.",
    "Anyone who saw it is asked to call the harbour at 1-800-222-8400.",
    "The couple took time to high-five passersby.",
    "Trade grew as relations between the two countries improved.",
    "They went without the five-star lodges of the coast.",
]


@pytest.mark.parametrize("text", NONE)
def test_what_no_question_asks(text):
    assert asked(text) == []


def test_the_base_of_a_rate_is_no_count():
    [fact] = [fact for fact in facts("About eight of 10 voters will watch the debate.") if fact.kind == "figure"]
    assert (fact.question, fact.accounts[0].low) == ("What percentage of voters will watch the debate?", 80.0)


COUNTED = [
    "The party has one member in parliament.",
    "Two boats came near. Guards boarded the two ships.",
    "The repairs will cost $5 million or more.",
    "The clerks were glad, making between $20,000 and $50,000 every summer.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted(text):
    assert asked(text)
