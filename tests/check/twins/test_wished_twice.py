"""One wish of one holder under two names, and wishes of two."""

import pytest
from build import claim

from stories import carriers, facts
from twosource.check.twins.wished_twice import wished_once

TEST = "to test and mend the sluices before the next spring tide"


def wish(article, holder, value, verb="demand", chain=(), polarity=True):
    slots = {"measure": f"{verb} {value}", "subject": holder, "value_key": value, "rule": "statements position"}
    return claim(article, "position", value, chain=chain or (holder,), polarity=polarity, **slots)


@pytest.mark.parametrize(
    ("first", "second", "holder"),
    [
        (wish("a", "MV Harn", "to stop"), wish("b", "Harn", "to stop"), "MV Harn"),
        (
            wish("a", "kin of the two dead men", "privacy"),
            wish("b", "families of the hurt men", "total privacy"),
            0,
        ),
        (
            wish("a", "families of the two hurt men", "privacy"),
            wish("b", "families of the hurt men", "total privacy"),
            1,
        ),
        (wish("a", "Norby Water", TEST), wish("b", "company", TEST), "Norby Water"),
        (wish("a", "Port unions", TEST), wish("b", "port unions", TEST), "port unions"),
        # a number that both tell, or a head that both have
        (
            wish("a", "Harn Council and Norby Water", "a $45,000 reward for word that leads to the arson arrest"),
            wish("b", "Norby Water and Harn Council", "a $45,000 reward for word that leads to the guilty"),
            1,
        ),
        (
            wish("a", "Harn Council", "a $45,000 reward for word of the arsonist"),
            wish("b", "Harn Council", "a $45,000 ferry for the far island"),
            0,
        ),
        (
            wish("a", "Harn Council", "anything with a smell of tar"),
            wish(
                "b",
                "This council",
                "anything with a smell of tar, and goes after moorings that let skippers caulk hulls",
            ),
            1,
        ),
        # two named holders may want one thing, and a few words are wanted by many
        (wish("a", "Norby Water", TEST), wish("b", "Harn Council", TEST), 0),
        (wish("a", "Ann Lowe", "to stop"), wish("b", "officer", "to stop"), 0),
        (wish("a", "Ann Lowe", "a new bridge"), wish("b", "Ann Lowe", "a later ferry"), 0),
        (wish("a", "Ann Lowe", TEST), wish("b", "Ann Lowe", TEST, "refuse"), 0),
        (wish("a", "Ann Lowe", TEST), wish("b", "Ann Lowe", TEST, polarity=False), 0),
    ],
)
def test_a_wish_is_told_once_under_its_holders_best_name(first, second, holder):
    made = wished_once([(first,), (second,)])
    assert len(made) == (1 if holder else 2)
    if isinstance(holder, str) and holder:
        assert {one.subject for group in made for one in group} == {holder}


def test_who_only_tells_of_a_wish_elsewhere_is_not_its_holder():
    misread = wish("a", "Ann Lowe", TEST)
    told = wish("b", "families of the hurt men", TEST, chain=("Lowe",))
    [made] = wished_once([(misread,), (told,)])
    assert {one.subject for one in made} == {"families of the hurt men"}


def test_families_that_are_told_with_and_without_their_number_want_one_thing():
    found = facts(
        "The families of the two hurt men demanded an inquiry into the fire.",
        "There were no news from the ward. The families of the hurt men demanded an inquiry into the fire.",
    )
    assert [carriers(fact) for fact in found if fact.kind == "position"] == [["a", "b"]]


def test_a_statement_of_two_wishes_is_no_third_fact():
    found = facts(
        "The harbour office said it will seek an immediate truce and the withdrawal of tugs from Harn.",
        "The harbour office demanded an immediate truce, a spokesman said.",
    )
    wishes = {fact.accounts[0].value: len(carriers(fact)) for fact in found if fact.kind == "position"}
    assert wishes["an immediate truce"] == 2
    assert wishes["the withdrawal of tugs from Harn"] == 1
    assert not [fact for fact in found if fact.kind in ("event", "statement") and "truce" in fact.question]


def test_a_statement_that_tells_more_than_a_wish_is_kept():
    found = facts("The harbour office said it will seek a truce because nine pilots had drowned in the gale off Norby.")
    told = [fact for fact in found if fact.kind in ("event", "statement")]
    assert any("drowned" in account.value for fact in told for account in fact.accounts)
