"""What a story's main events say already is not said again among the details."""

from stories import facts

TEXTS = (
    "Masked men robbed a jewellery shop in Leeds on Monday. The owner, Ann Lowe, hid behind a curtain.",
    "Masked men robbed a jewellery shop in Leeds on Monday. The owner, Ann Lowe, hid behind a curtain.",
    "A gang robbed a jewellery shop in Leeds on Monday. It rained.",
    "A jewellery shop in Leeds was robbed on Monday by masked men with hammers from Hull.",
)


def test_a_main_event_is_one_fact():
    told = [fact for fact in facts(*TEXTS) if fact.kind == "event" and "robbed" in fact.question]
    assert len([fact for fact in told if len(fact.accounts[0].carriers) > 2]) == 1


def test_a_day_and_a_place_are_one_fact_each():
    found = [fact.question for fact in facts(*TEXTS) if fact.kind in ("time", "venue")]
    assert len(found) == len(set(found)) == 2


def test_details_stay():
    assert any("curtain" in fact.question or "owner" in fact.question for fact in facts(*TEXTS))


ENTERED = (
    "The actress Mia Olsen has entered rehab, her agent said.",
    "Mia Olsen has entered rehab.",
    "Mia Olsen has entered rehab, her agent Jo Hall told the Post.",
)


def test_an_event_and_who_says_it_are_one_fact():
    found = [fact for fact in facts(*ENTERED) if any("entered rehab" in a.value for a in fact.accounts)]
    assert [fact.kind for fact in found] == ["event"]
    assert "Jo Hall" in {origin for account in found[0].accounts for origin in account.origins}


def test_what_else_is_said_stays_a_statement():
    found = facts(*ENTERED[:2], "Mia Olsen has entered rehab to get over a painful divorce, her agent Jo Hall said.")
    told = [claim for fact in found for account in fact.accounts for claim in account.claims]
    assert any(claim.kind == "statement" and "divorce" in claim.value for claim in told)


def test_who_denies_it_is_no_origin_of_it():
    found = facts(*ENTERED[:2], "Her agent Jo Hall denied that Mia Olsen had entered rehab.")
    kept = [a for f in found for a in f.accounts if "Jo Hall" in a.origins and a.value.startswith("Mia Olsen has")]
    assert not kept
