"""Shares in a list, each of its own place."""

from stories import carriers, contexts, facts
from twosource.check.claims.figures import figures


def told(text):
    [context] = contexts(text)
    return [(claim.low, claim.measure.split()[0], claim.scope) for claim in figures(context)]


def test_the_shares_of_a_list_are_of_one_thing():
    found = told("Some 55 percent of phone calls in Malta, 52 percent in Cuba and 81 percent in Ghana failed.")
    assert found == [(55.0, "call", "malta"), (52.0, "call", "cuba"), (81.0, "call", "ghana")]


def test_two_shares_of_two_things_are_not():
    found = told("Exports fell by 55 percent, and 81 percent of shops in Ghana were closed.")
    assert len({measure for _, measure, _ in found}) == 2


def shares(*texts):
    return [
        (carriers(fact), sorted(account.low or account.high for account in fact.accounts))
        for fact in facts(*texts)
        if fact.kind == "figure"
    ]


def test_one_share_of_one_place_in_other_words():
    assert (["a", "b"], [81.0]) in shares(
        "Some 55 percent of phone calls in Malta and 81 percent in Ghana failed.",
        "Telephone services in Ghana went down by 81 percent on Friday.",
    )


def test_up_to_is_no_rise():
    [context] = contexts("Up to 80 people were hurt.")
    assert [claim.rule.partition(" told ")[0] for claim in figures(context)] == ["figures done:"]
