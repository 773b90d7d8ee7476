"""A rank of a surname alone is a namesake's where its article gives the bearer another."""

from stories import facts

LIEUTENANT = "Lieutenant Sam Hale drowned at Norby weir. Hale had saved a boy."
CAPTAIN = "The boy lives because of Captain Hale. Major Tom Hale, the hero's brother, identified him."


def ranks(*texts):
    return {
        fact.question: (sorted(account.value for account in fact.accounts), fact.verdict)
        for fact in facts(*texts)
        if fact.kind == "role"
    }


def test_the_rank_is_his_whom_others_name():
    assert ranks(LIEUTENANT, CAPTAIN)["Who is Sam Hale?"] == (
        ["Sam Hale, captain", "Sam Hale, lieutenant"],
        "disputed",
    )


def test_one_article_does_not_dispute_with_itself():
    found = ranks(CAPTAIN)
    assert found == {"Who is Tom Hale?": (["Tom Hale, major"], "single")}
