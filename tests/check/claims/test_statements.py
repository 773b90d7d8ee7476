"""What is said of a thing: who calls it so, and who says the same."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.statements import statements
from twosource.check.claims.wording import as_subject, quoted, reported

HAILED = "The election was hailed by the government as progress but dismissed by opposition critics as a rigged sham."


def told(found, words):
    return [fact for fact in found if fact.kind == "statement" and any(words in a.value for a in fact.accounts)]


def test_a_label_is_its_givers_and_meets_those_who_say_so():
    [fact] = told(facts(HAILED, "Opposition critics say the election is a rigged sham."), "sham")
    assert carriers(fact) == ["a", "b"]
    assert {origin for account in fact.accounts for origin in account.origins} == {"opposition critics"}


def test_what_others_call_it_is_another_statement():
    assert all("progress" not in account.value for fact in told(facts(HAILED), "sham") for account in fact.accounts)


def test_what_is_called_so_may_stand_behind_the_label():
    text = "Described by French media as the most lucrative jewel heist ever, the raid took five minutes."
    [fact] = told(facts(text), "heist")
    assert fact.accounts[0].value == "described the raid as the most lucrative jewel heist ever"


def test_what_is_relayed_is_the_statement_of_whoever_said_it():
    found = facts("Ora Radio quoted the mayor, Ida Moll, as saying that the bridge would open on Monday.")
    assert {fact.accounts[0].origins for fact in told(found, "bridge")} == {("Ida Moll",)}


def test_whoever_is_cited_before_that_vouches():
    found = facts("Ora Radio reported, citing Interfax, that 40 people died in Leeds.")
    assert {origin for fact in found for account in fact.accounts for origin in account.origins} == {"Interfax"}


def test_a_clause_of_two_words_is_a_statement_and_two_words_alone_are_none():
    found = facts("“The shop was uninsured,” Ida Moll said.", "Ida Moll spoke of “great luck”.")
    assert [fact.accounts[0].origins for fact in told(found, "uninsured")] == [("Ida Moll",)]
    assert not told(found, "luck")


def test_what_one_speaker_says_in_small_words_is_one_statement_however_it_is_cut():
    found = facts(
        "“If there was any more that I could do for you, I would,” Ida Moll said.",
        "Ida Moll smiled. “If I could do more for you, I would,” she said.",
        "“So do I,” Ida Moll said.",
    )
    [fact] = [fact for fact in found if fact.kind == "statement"]
    assert carriers(fact) == ["a", "b"]
    assert fact.verdict == "echoed"


def test_two_speakers_of_small_words_confirm_nothing():
    found = facts(
        "“I have done all that I could,” coach Ida Moll said.", "“I have done all that I could,” keeper Tom Webb said."
    )
    assert not [fact for fact in found if fact.verdict == "corroborated"]


def test_a_denial_may_be_of_one_word():
    [fact] = told(facts("Tom Webb has denied arson after a fire in a shop."), "arson")
    assert fact.accounts[0].value == "denied: arson"


def test_what_somebody_does_not_deny_is_shown_as_not_denied():
    [fact] = told(facts("Tom Webb did not deny that his client was at the harbour that night."), "harbour")
    assert fact.accounts[0].value == "did not deny: his client was at the harbour that night"


# (text, the question, the answer)
ASKED = (
    (
        "“We wrote to the harbour office twice,” said Ida Moll, the keeper. “Nobody came.”",
        "What did Ida Moll say about the harbour office?",
        "“We wrote to the harbour office twice. Nobody came.”",
    ),
    (
        "“Sailors asked how much it was,” Ida Moll said.",
        "What did Ida Moll say about sailors?",
        "“Sailors asked how much it was”",
    ),
    (
        "“The bridge was closed on Friday, ” Ida Moll said.",
        "What did Ida Moll say about the bridge?",
        "“The bridge was closed on Friday”",
    ),
    (
        "Ida Moll said the keeper had stayed up to watch the lamp.",
        "What did Ida Moll say about the keeper and the lamp?",
        "the keeper had stayed up to watch the lamp",
    ),
    (
        "“I just wish they would listen to me,” Ida Moll said.",
        "What did Ida Moll say: “I just wish they would listen to me”?",
        "“I just wish they would listen to me”",
    ),
    (
        "A neighbour said the lighthouse was lovely and old.",
        "What did the neighbour say about the lighthouse?",
        "the lighthouse was lovely and old",
    ),
    (
        "Ida Moll believes the lighthouse is haunted by sailors.",
        "What did Ida Moll think about the lighthouse and sailors?",
        "the lighthouse is haunted by sailors",
    ),
    (
        "President Ida Moll has spoken of 120 new homes near the port.",
        "What did Ida Moll say about 120 new homes near the port?",
        "has spoken of 120 new homes near the port",
    ),
)


@pytest.mark.parametrize(("text", "question", "value"), ASKED)
def test_a_statement_is_asked_for_by_what_it_is_about(text, question, value):
    [claim] = [claim for context in contexts(text) for claim in statements(context)]
    assert (f"What {as_subject(claim.subject)} {claim.asked}?", claim.value) == (question, value)


# (text, why it holds no statement)
NONE = (
    ("Ida Moll accused of old harbour murder", "a headline on whom others accuse"),
    ("Ida Moll has accepted the resignation of the old keeper.", "a deed"),
    ("The jury found him guilty of a long range of charges.", "a deed"),
    ("Tom Webb: Keen sailor held as ship sinks off old port", "a headline on him"),
    ("These paths are the prefixes, meaning that ships would be lost.", "a thing does not speak"),
    ("Piles of empty canisters attested to the scores of bombs and stones.", "a thing does not speak"),
    ("Thousands protesting against the harsh new cuts blocked a road.", "what they did besides"),
    ("Neither could deny the strong pull of the old sea.", "nobody speaks"),
    ("Ida Moll knew the identity of the old keeper.", "known, and not said"),
)


@pytest.mark.parametrize("text", [text for text, _ in NONE], ids=[why for _, why in NONE])
def test_what_nobody_says_is_no_statement(text):
    [context] = contexts(text)
    assert statements(context) == ()


def test_what_carries_a_statement_is_not_shown_for_it():
    text = "“The lamp of the lighthouse burned for forty long hours,” keeper Ida Moll said."
    other = "Ships came home by night. The lamp of the lighthouse burned for forty long hours, and the sea was calm."
    for fact in facts(text, other):
        if fact.kind == "statement" and fact.question.startswith("What did Ida Moll"):
            assert fact.accounts[0].value == "“The lamp of the lighthouse burned for forty long hours”"


def test_words_outside_marks_are_shown_without_marks():
    shown = quoted(["'It sounded like a bell,'"]), reported('he had sworn off raids - "night jobs')
    assert shown == ("“It sounded like a bell”", "he had sworn off raids - night jobs")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ida Moll described the pier as a death trap that should be closed.", "described the pier as a death trap"),
        ("That ferry was insured, Ida Moll said.", "That ferry was insured"),
        ("Ida Moll said that the ferry, which sank in June, was raised.", "the ferry, which sank in June,"),
    ],
)
def test_a_thing_that_is_only_named_stands_with_the_verb_that_speaks_of_it(text, value):
    assert any(value in account.value for fact in facts(text) for account in fact.accounts)


@pytest.mark.parametrize(
    "text",
    [
        "Judge Ida Moll denied the motion to move the trial.",
        "Ida Moll showed little interest in the ferry.",
        "Greece's debt crisis showed that the banks were weak.",
    ],
)
def test_a_deed_and_a_thing_say_nothing(text):
    assert not [fact for fact in facts(text) if fact.kind == "statement"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("In June, he said, the ferry sank", "In June, the ferry sank"),
        ("the ferry sank, he said, and burned", "the ferry sank, and burned"),
    ],
)
def test_who_says_it_is_no_part_of_what_is_said(said, shown):
    assert reported(said) == shown


def test_a_name_keeps_all_its_letters():
    assert as_subject("Amy Moll") == "did Amy Moll"
    assert as_subject("Academy of Sciences") == "did Academy of Sciences"
    assert as_subject("makers raising funds", "do") == "do makers raising funds"


def test_a_headline_that_asks_says_nothing():
    assert statements(contexts("Ida Moll: what we know so far")[0]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Few residents here think that the ferry will sail again.",
        "I wonder how long it will be before Ida Moll says that the ferry was unsafe.",
    ],
)
def test_what_nobody_says_yet_is_no_statement(text):
    assert not [fact for fact in facts(text) if fact.kind == "statement"]


def said_in(*texts):
    return {fact.accounts[0].value for fact in facts(*texts) if fact.kind == "statement"}


def asked_in(*texts):
    return {fact.question for fact in facts(*texts) if fact.kind == "statement"}


def test_what_one_thinks_in_a_quotation_of_his_own_is_no_statement_more():
    found = said_in("“I think the ferry was too old for this harbour,” Ida Moll said. “It leaked.”")
    assert found == {"“I think the ferry was too old for this harbour. It leaked.”"}


def test_whoever_is_spoken_of_at_large_says_nothing():
    found = facts("“It hurts to watch how people deny the town its right to a ferry,” Ida Moll said.")
    assert {origin for fact in found for account in fact.accounts for origin in account.origins} == {"Ida Moll"}


def test_what_is_called_so_by_name_stands_with_its_verb():
    assert said_in("Ida Moll is denouncing what she calls “the worst ferry in the world.”") == {
        "is denouncing what she calls “the worst ferry in the world.”"
    }


def test_a_word_that_joins_to_what_was_said_before_is_left_out():
    assert said_in("But the ferry may have saved the town, an official said.") == {"the ferry may have saved the town"}
    assert said_in("Ida Moll said that, if asked, she would sell the ferry.") == {"if asked, she would sell the ferry"}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ida Moll said she hoped the ferry would sail again.", "What did Ida Moll say about the ferry?"),
        ("Ida Moll hopes the ferry will sail again by summer.", "What did Ida Moll hope about the ferry?"),
    ],
)
def test_a_hope_is_asked_for_as_a_hope(text, question):
    assert asked_in(text) == {question}


def test_a_question_leaves_out_words_that_only_lead_to_a_thing():
    [asked] = asked_in("In addition, the ferry was arrested in connection with a debt of the harbour, Ida Moll said.")
    assert asked == "What did Ida Moll say about the ferry?"


def test_a_question_names_a_thing_once():
    [asked] = asked_in("“It is ruining the ferry. It is ruining the name of the ferry,” Ida Moll said.")
    assert asked == "What did Ida Moll say about the ferry?"


def test_a_quotation_stands_with_what_it_is_said_of():
    found = said_in('Ida Moll said the ferry and its crew "should be left in peace by\nthe town"')
    assert all(not value.strip("“").startswith("should") for value in found)


def test_a_quotation_goes_on_with_the_sentence_that_it_ends():
    assert said_in("Ida Moll said in a statement that Piet Lund had “sunk to a new low by selling the ferry.”") == {
        "Piet Lund had “sunk to a new low by selling the ferry.”"
    }
    assert said_in('Ida Moll said on Monday, "we were sold a ferry that cannot sail."') == {
        "“we were sold a ferry that cannot sail.”"
    }


def test_what_a_thing_is_called_stands_with_its_verb_though_a_clause_describes_it():
    assert said_in("Ida Moll called the ferry a “good story in a year when we hear of nothing but storms.”") == {
        "called the ferry a “good story in a year when we hear of nothing but storms.”"
    }


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("“On the eve of the fair, the ferry sank with a load of salt,” Ida Moll said.", "about the ferry"),
        ("Ida Moll said Tom Webb had sold a gun.", "about Tom Webb"),
        ("“I just found his hat and a coat in a row,” Ida Moll said.", ": “I just found his hat and a coat in a row”"),
        ("Ida Moll said there were no signs of smoke.", "about signs of smoke"),
    ],
)
def test_a_question_asks_for_what_does_it_before_what_stands_beside(text, question):
    [asked] = asked_in(text)
    assert asked == f"What did Ida Moll say{' ' if question[0] != ':' else ''}{question}?"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moll has spoken openly about the ferry and its crew.",
        "People say the ferry will never sail from the town again.",
        "About 3 in 10 say the ferry will never sail from the town again.",
        "The owners decided to call the ferry the Grey Lady of Malta.",
    ],
)
def test_what_says_nothing_or_is_said_by_nobody_in_particular_is_no_statement(text):
    assert said_in(text) == set()


def test_what_is_told_of_the_speaker_is_not_said():
    text = "Ida Moll said the ferry was safe for the town, although she again refused to sail on it."
    assert "the ferry was safe for the town" in said_in(text)
    assert said_in("However, the ferry was safe for the town, Ida Moll said.") == {"the ferry was safe for the town"}


def test_what_another_tells_of_somebodys_mind_is_his_word_alone():
    found = facts("Tom Webb claimed that Ida Moll believes the ferry is haunted by sailors.")
    assert {name for fact in found for account in fact.accounts for name in account.origins} == {"Tom Webb"}


@pytest.mark.parametrize(
    ("name", "question"),
    [
        ("Harbour and Tides Commission", "does the Harbour and Tides Commission"),
        ("43-year-old", "does the 43-year-old"),
        ("webb99", "does webb99"),
        ("Office of Tides (OT", "does the Office of Tides"),
        ("new report published by the friends of the old harbour", "does the new report"),
    ],
)
def test_a_body_and_a_description_stand_with_their_article(name, question):
    assert as_subject(name, "do") == question


def test_a_body_speaks_of_somebody_by_name():
    found = facts("Tom Webb was held on Monday. Police said he was lucid and calm during questioning.")
    assert ("What did police say about Tom Webb?", "he [Tom Webb] was lucid and calm during questioning") in {
        (fact.question, fact.accounts[0].value) for fact in found
    }


def test_of_what_was_said_no_part_without_its_verb_is_told():
    text = "Harn Police said carters, along with two vans, and clerks would remain at the mill until Monday."
    assert not any(claim.value.startswith("carters, along with two vans") for claim in statements(contexts(text)[0]))
