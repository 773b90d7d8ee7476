"""Which clauses tell that help was called for."""

import pytest

from stories import contexts, facts
from twosource.check.claims.alarms import is_alarm

# (text, whether a clause of it tells that help was called for)
TOLD = [
    ("Police were called to a house in Harn at 8.40am.", True),
    ("A neighbour alerted the coastguard at noon.", True),
    ("Two engines were sent to the mill at 6am.", True),
    ("The alarm was raised at 7.15pm.", True),
    ("The tower picked up a distress call at 11 a.m.", True),
    ("Emergency services received a call about the crash at 6.12pm.", True),
    ("Gunfire was reported at 2:10 a.m. in Harn.", True),
    ("Officers got a call at 3.30am that the mill was on fire.", True),
    ("The first 9-1-1 call came at 3.33am.", True),
    ("A rescue helicopter was called at 3pm.", True),
    ("Ann Lowe got a call at noon.", False),
    ("Ann Lowe called the minister at noon.", False),
    ("Police sent the file to a judge at noon.", False),
    ("He was called to testify at 10 a.m.", False),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_call_for_help_is_known_in_any_words(text, told):
    [context] = contexts(text)
    assert any(is_alarm(context, clause) for clause in context.mentions.clauses) is told


def test_the_hour_at_which_help_was_called_for_is_asked_once():
    told = [
        "Crews were called to the mill in Harn just after 6am.",
        "Two engines were sent to the mill in Harn at 6am.",
        "The alarm was raised at about 6am at the mill in Harn.",
    ]
    [asked] = [fact for fact in facts(*told) if fact.kind == "time"]
    assert (asked.verdict, len(asked.accounts[0].carriers)) == ("echoed", 3)
