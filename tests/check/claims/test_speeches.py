"""A quotation is one statement, however its lines are set."""

from stories import contexts, facts
from twosource.check.claims.speeches import speeches

TAGGED = (
    "Council leader Ann Lowe opened the market.\n``We have waited for years.\nWe counted every stone of that bridge "
    "twice.\nNobody will take it from us,'' Lowe said."
)
LED = (
    "In an interview with the Harn Post, council leader Ann Lowe said she was proud:\n``We have waited for years.\n"
    "We counted every stone of that bridge twice.\nNobody will take it from us.''"
)
REOPENED = (
    "Council leader Ann Lowe said: “We have waited for years.\n“We counted every stone of that bridge twice.\n"
    "“Nobody will take it from us.”\nShe left early."
)
APART = "Ann Lowe said she was tired.\nThe “Old Bridge” opened.\nIt is a “wonder”."


def told(text):
    [context] = contexts(text)
    return [context.text(speech.span) for speech in speeches(context)]


def test_a_speech_goes_over_lines_to_its_closing_mark():
    for text in (TAGGED, LED, REOPENED):
        [said] = told(text)
        assert said.startswith("We have waited") and said.endswith(("from us", "from us.", "from us,"))


def test_marks_that_close_in_their_line_make_no_speech():
    assert told(APART) == []


def test_one_speech_is_one_statement_of_its_speaker():
    found = [fact for fact in facts(TAGGED, LED) if fact.kind == "statement" and "stone" in fact.accounts[0].value]
    assert len(found) == 1
    assert found[0].accounts[0].origins == ("Ann Lowe",)
    assert found[0].verdict == "echoed"
