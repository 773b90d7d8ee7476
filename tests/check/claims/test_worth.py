"""Sums of money: what they are the worth of, and the same sum in two currencies."""

import pytest

from stories import contexts, facts
from twosource.check.claims.figures import figures
from twosource.check.claims.worth import goods_of
from twosource.check.language.money import CONVERTED


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("The gang stole watches worth $4 million.", "watch"),
        ("The gang took $4 million worth of gold coins from the vault.", "coin"),
        ("The gang made off with an estimated $4 million in paintings.", "painting"),
        ("Paintings valued at more than $4 million were stolen.", "painting"),
        ("The club paid $4 million for a player.", ""),
        ("Sales fell by $4 million in the year.", ""),
        ("The gang of $4 million men was caught.", ""),
    ],
)
def test_goods(text, goods):
    [context] = contexts(text)
    found = [goods_of(context, quantity) for quantity in context.mentions.quantities]
    assert [one.noun for one in found if one] == ([goods] if goods else [])


@pytest.mark.parametrize(
    "text",
    [
        "Thieves stole paintings worth 3 million euros ($4 million).",
        "Thieves stole paintings worth 3 million euros, or $4 million, on Monday.",
        "Thieves stole paintings worth 3 million euros (about $4 million).",
    ],
)
def test_a_sum_told_twice(text):
    [context] = contexts(text)
    first, second = figures(context)
    assert (first.unit, second.unit, second.rule) == ("euro", "dollar", "figures converted")
    assert (first.measure, first.deed) == (second.measure, second.deed) == ("painting", "steal")
    [fact] = [fact for fact in facts(text) if fact.kind == "figure"]
    assert {(account.low, account.unit) for account in fact.accounts} == {(3e6, "euro"), (4e6, "dollar")}
    assert fact.verdict == "single"


def test_two_sums_are_two():
    [context] = contexts("The club paid 3 million euros for one player and $4 million for another.")
    assert not any(claim.rule.endswith(CONVERTED) for claim in figures(context) if claim.unit)


def test_what_the_loot_was_worth_is_one_question():
    [fact] = [
        fact
        for fact in facts(
            "Thieves stole paintings worth 3 million euros ($4 million) from a museum in Malta.",
            "The gang that robbed the museum made off with $6 million in paintings.",
            "Paintings worth 3 million euros were stolen from a museum.",
        )
        if fact.kind == "figure"
    ]
    assert {(account.low, account.unit) for account in fact.accounts} == {
        (3e6, "euro"),
        (4e6, "dollar"),
        (6e6, "dollar"),
    }
    assert fact.verdict == "disputed"


def test_sums_in_two_currencies_alone_are_no_dispute():
    found = [
        fact
        for fact in facts(
            "Thieves stole paintings worth 3 million euros from a museum.",
            "Thieves stole paintings worth $4 million from a museum.",
        )
        if fact.kind == "figure"
    ]
    assert {fact.verdict for fact in found} <= {"single", "echoed"}


def test_two_bids_of_two_clubs_are_not_at_odds():
    found = [
        fact
        for fact in facts(
            "The Arle Hawks offered the goalkeeper a contract worth $5 million.",
            "The Norra Bears offered the goalkeeper a contract worth $7 million.",
        )
        if fact.kind == "figure"
    ]
    assert "disputed" not in {fact.verdict for fact in found}
