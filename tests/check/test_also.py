"""Who else tells a thing, in a sentence that has the clause nearly word for word."""

import pytest

from stories import carriers, facts

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
