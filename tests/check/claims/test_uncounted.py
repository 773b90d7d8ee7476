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
    "Within a moment or two the yard was in flames.",
    "There may be a strong gust or two over the harbour.",
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
    "Youths stormed a barracks as well as at least three banks, several shops and a town hall, police said.",
    "The party has one member in parliament.",
    "Two boats came near. Guards boarded the two ships.",
    "The repairs will cost $5 million or more.",
    "The clerks were glad, making between $20,000 and $50,000 every summer.",
]


@pytest.mark.parametrize("text", COUNTED)
def test_what_is_counted(text):
    assert asked(text)


IDLE = [
    "One fisher in the bay threw a rope at the ferry.",
    "The harbour board has one view of the bridge.",
    "The three-term senator from Arle opposed the bridge.",
    "A 200-pound man climbed the crane in the harbour.",
    "Kern and Lowe scored 30 and 20 points in the final.",
    "Two clerks, Ann Moll and Ed Kern, opposed the bridge.",
    "The robber is a 5 foot, 8 inch tall clerk.",
    "Weight with rope: 3 kg / 6 lb",
]


@pytest.mark.parametrize("text", IDLE)
def test_what_nobody_would_ask(text):
    assert not [fact for fact in facts(text) if fact.kind == "figure"]


BESIDE = [
    "The boat held two women and one man from Arle.",
    "Only one fisher saw the ferry sink.",
    "Kern faces one count of arson.",
    "Between 60 and 100 fishers stood on the quay.",
    "Two ferries, a tug and a barge of the harbour board sank.",
]


@pytest.mark.parametrize("text", BESIDE)
def test_what_is_told_for_its_number(text):
    assert asked(text)


def test_what_only_sounds_like_a_casualty_befell_nobody():
    assert asked("There is no federal homicide statute in Arle.") == []
    assert asked("No senior executives of the bank were in Arle.") == []
    assert asked("No one was killed in the fire at the bank.") == ["How many were killed?"]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has sent medicine to the two countries.",
        "Neither he nor the boy's four aunts could be found in Arle.",
    ],
)
def test_those_whom_the_reader_knows_and_those_who_did_nothing_are_not_asked_for(text):
    assert not [fact for fact in facts(text) if fact.kind == "figure"]
