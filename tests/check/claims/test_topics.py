"""What a question says that a statement is about."""

import pytest

from stories import facts

# (text, the question of its statement)
ABOUT = [
    (
        "The flood is a sign of things to come, said Anna Kern.",
        "What did Anna Kern say about the flood?",
    ),
    (
        "The mayor had closed the mill, said Anna Kern.",
        "What did Anna Kern say about the mayor and the mill?",
    ),
    ("“It was a really bitter winter,” said Anna Kern.", "What did Anna Kern say about a really bitter winter?"),
    ("“It was a sort of escape for us all,” said Anna Kern.", "What did Anna Kern say about a sort of escape?"),
    ("“You have to take a look,” said Anna Kern.", "What did Anna Kern say: “You have to take a look”?"),
    ("“I am very much against ovens,” said Anna Kern.", "What did Anna Kern say about ovens?"),
    (
        "“I would go there again with him,” said Anna Kern.",
        "What did Anna Kern say: “I would go there again with him”?",
    ),
]


@pytest.mark.parametrize(("text", "question"), ABOUT)
def test_a_question_asks_about_what_is_spoken_of(text, question):
    assert question in [fact.question for fact in facts(text) if fact.kind == "statement"]


# (text, the question of its statement)
SPEAKERS = [
    (
        "Bakers of that old guild said the ferry had sunk in Leeds.",
        "What did bakers of the old guild say about the ferry?",
    ),
    ("The White House said the ferry had sunk in Leeds.", "What did the White House say about the ferry?"),
    (
        "The ferry had sunk in Leeds, according to a speech Mrs. Kern delivered on Monday.",
        "What did the speech say about the ferry?",
    ),
]


@pytest.mark.parametrize(("text", "question"), SPEAKERS)
def test_a_question_names_whoever_speaks(text, question):
    assert question in [fact.question for fact in facts(text) if fact.kind == "statement"]


def test_what_somebody_does_who_ruled_is_not_what_he_says():
    text = "By comparison, Anna Kern, who ruled in exile from Leeds, often took a mild view of bakers."
    assert not [fact for fact in facts(text) if fact.kind == "statement"]
