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
