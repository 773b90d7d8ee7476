"""Figures of nought: nobody was hurt."""

import pytest

from stories import contexts, facts
from twosource.check.claims.nobody import nobody

# (text, what befell nobody, of which place)
TOLD = [
    ("No one was injured in the fire.", "injured", ""),
    ("Nobody was hurt, the mayor said.", "injured", ""),
    ("No-one is believed to have been killed.", "dead", ""),
    ("No injuries were reported.", "injured", ""),
    ("There were no deaths in Oslo.", "dead", "oslo"),
    ("No passengers were hurt.", "injured", ""),
    ("None were killed when the roof fell.", "dead", ""),
    ("“No one was hurt,” she said.", "injured", ""),
    ("The mayor added that no-one had been injured.", "injured", ""),
    ("Everyone inside got out safely, the mayor said.", "injured", ""),
    ("All 40 passengers were rescued unhurt.", "injured", ""),
]
NOT_TOLD = [
    "No one else was hurt.",
    "Everyone else got out safely.",
    "Five women escaped unhurt.",
    "All boxes arrived safely.",
    "No one was seriously hurt.",
    "They hope that no one was hurt.",
    "Was no one hurt?",
    "If no one is hurt, the road opens at noon.",
    "No trees were damaged.",
    "No one was pleased.",
    "Twelve people were hurt.",
    "There were no further injuries.",
]


@pytest.mark.parametrize(("text", "measure", "scope"), TOLD)
def test_nobody(text, measure, scope):
    [context] = contexts(text)
    [claim] = nobody(context)
    assert (claim.measure, claim.low, claim.high, claim.scope) == (measure, 0.0, 0.0, scope)
    assert claim.focus.of(text).lower().startswith(("no", "every", "all"))


@pytest.mark.parametrize("text", NOT_TOLD)
def test_something_else(text):
    [context] = contexts(text)
    assert nobody(context) == ()


def test_nobody_and_somebody_are_at_odds():
    [fact] = [
        fact
        for fact in facts("No one was injured in the fire, Ida Moll said.", "Four people were injured in the fire.")
        if fact.kind == "figure"
    ]
    assert {account.low for account in fact.accounts} == {0.0, 4.0}
    assert fact.verdict in ("disputed", "revised")


@pytest.mark.parametrize(
    "text",
    [
        "Not one person was hurt in the fire in Arle.",
        "Not one was hurt in the fire in Arle.",
        "Not one of the passengers was injured in Arle.",
        "Not a single resident was injured in the fire in Arle.",
    ],
)
def test_not_one_is_nobody(text):
    [fact] = [fact for fact in facts(text) if fact.kind == "figure"]
    assert [(account.low, account.high) for account in fact.accounts] == [(0.0, 0.0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Not one gate was moved on Monday night in Arle.", []),
        ("Two people, not three, were hurt in Arle.", [2.0]),
        ("Not only two but three ships sank off Arle.", [3.0]),
        ("Not more than 12 ships sank off Arle.", [None]),
    ],
)
def test_a_number_that_is_denied_counts_nothing(text, told):
    found = [account.low for fact in facts(text) if fact.kind == "figure" for account in fact.accounts]
    assert found == told
