"""What is not told, in whatever words, and who does not tell it."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.undisclosed import undisclosed

# (text, whether it says that something is not told)
SILENT = [
    ("It was too early to talk of causes, Moll said.", True),
    ("I won't speculate, she said.", True),
    ("The firm won't say who bought it.", True),
    ("The boy, whose name was withheld, is at home.", True),
    ("Moll was at a loss to explain why it burned.", True),
    ("Don't tell me it is raining.", False),
    ("Information on a lawyer for Tom Pike was not immediately available.", True),
    ("Details of the sale were unavailable on Monday.", True),
    ("The room was not available on Monday.", False),
    ("Ida Moll did not say what she was treated for.", True),
    ("It is still unclear how the fire began.", True),
    ("The cause is currently unknown to the police.", True),
    ("No reason was given for the delay.", True),
    ("She left for undisclosed reasons.", True),
    ("He resigned without saying why.", True),
    ("Nobody knows how the fire began.", True),
    ("She was treated for an unspecified illness.", True),
    ("The club made an offer (sum undisclosed) to the goalkeeper.", True),
    ("No dollar figures have been released.", True),
    ("The firm isn't sure what broke the pipe.", True),
    ("The firm doesn't know exactly what broke the pipe.", True),
    ("Ida Moll did not know if there were more leaks.", True),
    ("It is too early to link the leak to the frost.", True),
    ("No word yet on a cause.", True),
    ("Ida Moll has not commented on the matter.", True),
    ("The firm had no immediate comment.", True),
    ("The mayor could not be reached for comment.", True),
    ("“We have no idea what caused it,” Ida Moll said.", True),
    ("Police do not know who fired the shots.", True),
    ("Ida Moll was unavailable for comment on Monday.", True),
    ("The firm did not return several calls.", True),
    ("The driver's name could not be determined.", True),
    ("The mayor is unsure whether the bridge will hold.", True),
    ("The police have no leads on the theft.", True),
    ("The cause of the blaze has not been determined.", True),
    ("The report is yet to be made public.", True),
    ("It is too early to say what broke the pipe.", True),
    ("The firm did not give a reason for the recall.", True),
    ("Information on a lawyer was not immediately available.", True),
    ("The airline declined comment.", True),
    ("The cause of the crash is under investigation.", True),
    ("Little is known about the driver.", True),
    ("Divers are trying to find out why the boat sank.", True),
    ("Asked about the fee, the buyer gave no figure.", True),
    ("The firm has never explained why it left.", True),
    ("There is no information on the driver.", True),
    ("The club said there would be no further comment.", True),
    ("The widow would not speak to reporters.", True),
    ("The sergeant would not guess how many fled.", True),
    ("She declined a request for an interview.", True),
    ("Police refused to release the names of the boys.", True),
    ("The sergeant refused to speak to his brother.", True),
    ("The team gave no ground.", False),
    ("The firm has never paid.", False),
    ("The plan did not provide money for schools.", False),
    ("It is too early to celebrate.", False),
    ("The tickets are not available online.", False),
    ("The judge has not been convinced.", False),
    ("The players were unsure about their roles.", False),
    ("Ida Moll did not return the ball.", False),
    ("“I don't know how I can thank you,” Ida Moll said.", False),
    ("Ring us if you don't know who can mend it.", False),
    ("It is clear how the fire began.", False),
    ("It's clear how the fire began.", False),
    ("The cause was known at once.", False),
    ("Ida Moll said what she was treated for.", False),
]


@pytest.mark.parametrize(("text", "silent"), SILENT)
def test_silence(text, silent):
    [context] = contexts(text)
    assert bool(undisclosed(context)) is silent


def test_one_silence_in_many_words():
    found = facts(
        "Ida Moll would not say what she was being treated for.",
        "It is unclear what Ida Moll is being treated for.",
        "No reason was given for the treatment.",
    )
    [fact] = [fact for fact in found if fact.verdict == "undisclosed"]
    assert carriers(fact) == ["a", "b", "c"]
    assert "Ida Moll" in fact.accounts[0].origins


def test_two_silences():
    found = facts(
        "The police did not say how many shots were fired.", "The police would not say why the road was closed."
    )
    assert sorted(carriers(fact) for fact in found if fact.verdict == "undisclosed") == [["a"], ["b"]]


def test_one_sum_is_withheld_in_many_words():
    found = facts(
        "Ida Moll declined to provide the value of the offer.",
        "The dollar amount of the offer was unspecified.",
        "No dollar figures have been released.",
    )
    [fact] = [fact for fact in found if fact.verdict == "undisclosed"]
    assert carriers(fact) == ["a", "b", "c"]
    assert len(fact.accounts) == 1
    assert not [other for other in found if other.kind == "event" and "declined" in other.question]


def test_two_things_may_be_withheld_at_once():
    [context] = contexts("Ida Moll did not say why she left or when she will return.")
    assert {claim.measure.split()[-1] for claim in undisclosed(context)} == {"cause", "time"}


def test_when_nothing_was_told_is_not_what_was_not_told():
    [context] = contexts("Nobody knew who had called when the police arrived.")
    assert not [claim for claim in undisclosed(context) if claim.kind == "time"]


def test_how_long_is_no_point_of_time():
    found = facts(
        "Piet Lund did not know how long the man had worked at the mill.",
        "It was unclear when Ida Moll would stand trial.",
    )
    assert sorted(carriers(fact) for fact in found if fact.verdict == "undisclosed") == [["a"], ["b"]]
    assert not [fact for fact in found if fact.question == "What is the exact time?"]


def test_a_cause_is_no_motive():
    found = facts("Police said they had no leads on a motive.", "It is not known what caused the fire.")
    assert sorted(carriers(fact) for fact in found if fact.verdict == "undisclosed") == [["a"], ["b"]]


def test_a_question_goes_on_behind_a_comma():
    found = facts("It was not clear what would happen to the men, or where they would be taken.")
    [fact] = [fact for fact in found if fact.verdict == "undisclosed"]
    assert "where they would be taken" in fact.question


# (what a mayor says, what of it is a statement)
BESIDES = [
    ("The cause was not known, but the mill had been empty for years", ["the mill had been empty for years"]),
    ("The mill is a ruin, however it is too early to confirm the cause", ["The mill is a ruin"]),
    ("Nobody knows what caused the fire in the mill", []),
    ("The driver, who was not identified, drove through two fences", [
        "The driver, who was not identified, drove through two fences"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), BESIDES)
def test_a_silence_is_no_statement_but_what_is_told_beside_it_is(said, told):
    found = facts(f"{said}, mayor Ida Moll said.")
    assert [account.value for fact in found if fact.kind == "statement" and fact.verdict != "undisclosed"
            for account in fact.accounts] == told  # fmt: skip


# (text, what is not told)
SHOWN = (
    ("Ida Moll, the mayor, would not comment on the means used.", "Ida Moll would not comment on the means used"),
    (
        "Tom Webb had a weak heart but the real reason of his long fall from the pier was not yet known.",
        "the real reason of his long fall from the pier was not yet known",
    ),
    ("The man, whom police did not identify, was ill.", "police did not identify the man"),
    ("The landlord, who has not been identified, was ill.", "The landlord has not been identified"),
    ("Ida Moll spoke briefly, declining to elaborate.", "Ida Moll declined to elaborate"),
    ("It remains unclear whether the ship will sail -- it is old.", "It remains unclear whether the ship will sail"),
    ("“It is too early to confirm a cause,” said Ida Moll.", "It is too early to confirm a cause"),
    ("The firm said that it would not say who had left.", "the firm would not say who had left"),
    ("The boy, whose name was withheld, is at home.", "The boy’s name was withheld"),
    ("Norda said the duty lay with the owner, whose identity it could not disclose.", "Norda could not disclose"),
)


@pytest.mark.parametrize(("text", "value"), SHOWN)
def test_a_silence_is_shown_with_whose_it_is(text, value):
    [context] = contexts(text)
    assert [claim.value for claim in undisclosed(context)] == [value]


# (text, why nothing is untold)
TOLD = (
    ("After refusing to name his attacker in court, Tom Webb retired.", "long past"),
    ("Tom Webb refused to name his attacker in court.", "told to others"),
    ("The keeper’s identity was unknown until Tom Webb stepped forward.", "told since"),
    ("No one knew what to do.", "at a loss"),
    ("There were unconfirmed reports that the shop was looted.", "rumoured"),
)


@pytest.mark.parametrize("text", [text for text, _ in TOLD], ids=[why for _, why in TOLD])
def test_what_was_once_or_elsewhere_untold_is_no_silence(text):
    [context] = contexts(text)
    assert undisclosed(context) == ()


@pytest.mark.parametrize(
    "text",
    [
        "“We cannot go on if we don't know why it burned,” Ida Moll said.",  # it is only supposed
        "“We don't know what we're doing,” Ida Moll said.",
        "Ida Moll told stories that nobody knows.",
        "Ida Moll has other questions than the ones he refused to answer last year.",
        "“It burned,” said a sailor, who refused to identify himself.",
    ],
)
def test_silence_that_leaves_nothing_of_the_story_untold_is_none(text):
    assert not any(fact.verdict == "undisclosed" for fact in facts(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“I don't know why it burned,” Ida Moll said.", "Ida Moll doesn't know why it burned"),
        ("Five sailors, whose names were not disclosed, were sent home.", "Five sailors’ names were not disclosed"),
        ("The police refused to provide any details.", "The police refused to provide any details"),
    ],
)
def test_a_silence_reads_as_a_sentence(text, told):
    [fact] = [fact for fact in facts(text) if fact.verdict == "undisclosed"]
    assert fact.accounts[0].value == told


def test_two_who_do_not_comment_are_two_silences():
    found = facts(
        "The union of Norby did not immediately respond to requests for comment on Monday.",
        "The harbour office of Norby did not immediately respond to requests for comment on Monday.",
        "The union of Norby did not immediately respond to requests for comment on Monday.",
    )
    silent = [fact for fact in found if fact.verdict == "undisclosed"]
    assert sorted(len(carriers(fact)) for fact in silent) == [1, 2]


BOMB = "A bomb went off in Arle on Monday. "
RESPONSIBLE = [
    ("Nobody has claimed responsibility.", "There was no immediate claim of responsibility for the attack.", True),
    ("No group has yet claimed responsibility for the blast.", "No one claimed responsibility for it.", True),
    ("The group that claimed responsibility declined to comment.", "No one claimed responsibility.", False),
]


@pytest.mark.parametrize(("one", "other", "same"), RESPONSIBLE)
def test_that_nobody_says_he_did_it_is_one_silence(one, other, same):
    found = [fact for fact in facts(BOMB + one, BOMB + other) if fact.verdict == "undisclosed"]
    assert any(carriers(fact) == ["a", "b"] for fact in found) is same


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("It goes without saying that the ferry leaks.", []),
        ("Ida Moll would not say.", []),
        ("It is not clear what, if any, harm was done.", ["It is not clear what harm was done"]),
        ("(Ida Moll did not respond to a request for comment.)", ["Ida Moll did not respond to a request for comment"]),
    ],
)
def test_a_silence_says_on_what_it_is(text, told):
    [context] = contexts(text)
    assert [claim.value for claim in undisclosed(context)] == told


def test_a_reason_told_of_elsewhere_is_not_what_nobody_comments_on():
    [context] = contexts("She gave him a reason to leave, and the mayor could not be reached for comment.")
    assert [claim.measure.split()[0] for claim in undisclosed(context)] == ["undisclosed"]


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("The kidnappers did not release the hostages on Sunday.", False),
        ("The prisoners have not been released, the Red Cross said.", False),
        ("Milo Danek was not released on Monday.", False),
        ("The police did not release the names of the hostages.", True),
        ("The hospital has not released a statement.", True),
        ("The cause of death was not released.", True),
    ],
)
def test_who_is_not_let_go_is_no_silence(text, silent):
    [context] = contexts(text)
    assert bool(undisclosed(context)) is silent
