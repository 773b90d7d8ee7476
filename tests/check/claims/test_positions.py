"""What somebody demands, offers, refuses: each readable as one sentence, and nothing shown as a demand that is none."""

import pytest

from stories import contexts, facts
from twosource.check.claims.positions import positions

# (text, what is asked, what is answered)
TAKEN = (
    ("Ida Moll ordered an inquiry to find the leak.", "What did Ida Moll order?", "an inquiry to find the leak"),
    ("The union demanded an immediate truce.", "What did the union demand?", "an immediate truce"),
    ("Ann Lee, the mayor, is calling for fresh elections.", "What does Ann Lee call for?", "fresh elections"),
    ("Police told residents to stay indoors.", "What did police tell residents to do?", "to stay indoors"),
    ("Judge Ann Lowe ordered Tom Webb held without bail.", "What did Ann Lowe order?", "Tom Webb held without bail"),
    ("Two families asked that no names be given.", "What did two families ask?", "that no names be given"),
    ("“I want people to think of the sea,” Ida Moll said.", "What does Ida Moll want?", "people to think of the sea"),
    ("The firm agreed to pay the workers.", "What did the firm agree?", "to pay the workers"),
    ("The company offered its customers a refund.", "What did the company offer?", "a refund"),
    ("Prosecutors will seek the death penalty.", "What will prosecutors seek?", "the death penalty"),
    ("The mayor's office said it will seek a truce.", "What will the mayor's office seek?", "a truce"),
    ("Ida Moll did not ask for a pardon.", "What did Ida Moll ask for?", "did not ask for a pardon"),
    ("The minister proposed the new rules in May.", "What did the minister propose?", "the new rules"),
    (
        "The firm agreed to loans from Leeds Bank and the Monetary Fund.",
        "What did the firm agree to?",
        "loans from Leeds Bank and the Monetary Fund",
    ),
    ("The officer told the man to show his hands, which others heard.", "What did the officer tell the man to do?",
     "to show his hands"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "question", "value"), TAKEN)
def test_a_position_reads_as_one_sentence(text, question, value):
    [fact] = [fact for fact in facts(text) if fact.kind == "position"]
    assert (fact.question, fact.accounts[0].value) == (question, value)


# (text, why it holds no position)
NONE = (
    ("Tom Webb ordered Lou Hart to the roof.", "a deed"),
    ("A rule demands that agencies seek advice first.", "what others are to do"),
    ("Bodies proposing to dig on the site must consult with a biologist.", "what others are to do"),
    ("Prosecutors ruled out foul play.", "a finding"),
    ("“I just wanted to say that I am sorry,” Ida Moll said.", "a wish to speak"),
    ("Ida Moll wanted to leave early.", "a wish of one's own"),
    ("Tom Webb denied that the union wants a truce.", "denied"),
    ("If the union demands a truce, talks will end, Ida Moll said.", "only supposed"),
    ("Prosecutors will decide whether to seek the death penalty.", "undecided"),
    ("Ida Moll told the court that her client was ill.", "a statement"),
    ("Ida Moll told police she had seen the boat.", "a statement"),
    ("Ida Moll planned to fix the roof.", "a plan"),
    ("Ida Moll called police for the smell.", "a telephone call"),
    ("More than 200 of the comments opposed the change.", "a thing holds none"),
    ("Tom Webb refused to comment.", "a silence"),
    ("Tom Webb was offered the job.", "nobody offers"),
    ("People who reject the rule may leave, Ida Moll said.", "nobody in particular"),
)


@pytest.mark.parametrize("text", [text for text, _ in NONE], ids=[why for _, why in NONE])
def test_what_is_no_position_is_not_shown_as_one(text):
    [context] = contexts(text)
    assert positions(context) == ()


def test_who_is_called_by_a_pronoun_is_not_guessed():
    text = "Ida Moll had a brother. Tom Webb met Lou Hart there. Piet Lund asked him to leave."
    assert not [fact for fact in facts(text) if fact.kind == "position"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ida Moll, the boy's mother, wants her son back.", "her son back"),
        ("“We want a ferry. We want a new harbour.”", "a ferry"),
        ("The union demanded that the mill be sold, and the mayor has said that she agrees.", "that the mill be sold"),
    ],
)
def test_what_is_wanted_ends_where_it_ends(text, wanted):
    values = [claim.value for claim in positions(contexts(text)[0])]
    assert not values or wanted in values


@pytest.mark.parametrize("text", ["Ida Moll offered doctors help.", "Ida Moll offered insights into the trade."])
def test_whom_one_helps_and_what_one_tells_is_no_offer(text):
    assert not positions(contexts(text)[0])


def test_what_is_asked_to_be_told_or_offered_in_words_is_no_position():
    for text in ("Asked why the ferry was shut, Ida Moll replied at once.", "Ida Moll offers hope to the sailors."):
        [context] = contexts(text)
        assert positions(context) == ()


@pytest.mark.parametrize("text", ["Ida Moll rejected the offer.", "Ida Moll wants people to say, for once, thanks."])
def test_what_only_points_or_breaks_off_is_no_position(text):
    assert not positions(contexts(text)[0])
