"""What is no dispute, though words exclude each other: two demands, a no and a yes of one breath, the days of deeds."""

import pytest
from build import claim

from stories import facts
from twosource.check.align import align

PEACE = [
    (
        "a no and a yes of one breath",
        "“We are not asking for favours, we are asking for a level field,” the union leader Ann Holt said on Monday.",
        "The union leader Ann Holt asked for a level field.",
    ),
    (
        "two demands",
        "The union leader Ann Holt demanded higher wages for the nurses of Arle.",
        "The union leader Ann Holt demanded shorter shifts for the nurses of Arle.",
    ),
    (
        "days that stand beside the deed",
        "Fire crews searched the burned theatre in Arle for the missing actor on Monday after the roof fell in.",
        "Fire crews searched the burned theatre in Arle for the missing actor after the roof fell in on Sunday.",
    ),
    (
        "directions in names",
        "The storm cut the power lines between Arle in the South Island and the ferry port on Friday night.",
        "The storm cut the power lines between Arle and the ferry port of the North Island on Friday night.",
    ),
    (
        "two elections",
        "The opposition in Marand said the election had been rigged.",
        "The opposition in Tavria said the election had been fair.",
    ),
    (
        "boys and girls",
        "The boys were wearing seat belts, police said.",
        "The girls were not wearing seat belts, police in Arden said.",
    ),
]
DISPUTES = [
    (
        "two banks",
        "The Maren broke through the dyke on its north bank in Halvern, the river authority said.",
        "The Maren broke through the dyke on its south bank in Halvern, according to Harbour Radio.",
    ),
]


@pytest.mark.parametrize(("case", "one", "other"), PEACE, ids=[case[0] for case in PEACE])
def test_no_dispute(case, one, other):
    assert all(fact.verdict not in ("disputed", "revised") for fact in facts(one, other))


@pytest.mark.parametrize(("case", "one", "other"), DISPUTES, ids=[case[0] for case in DISPUTES])
def test_a_dispute(case, one, other):
    assert any(fact.verdict == "disputed" for fact in facts(one, other))


def test_a_denial_that_stands_beside_what_it_denies_is_no_fact_of_its_own():
    found = facts(
        "Norby's army chief said that Arle's soldiers had crossed the river border on Monday morning.",
        "Arle's defence ministry denied on Monday that any of its soldiers had crossed the river border.",
    )
    denying = [fact for fact in found if any(not account.polarity for account in fact.accounts)]
    assert [fact.verdict for fact in denying] == ["disputed"]


def test_a_second_round_is_held_in_a_place_of_its_own():
    talks = {"kind": "venue", "measure": "talks hold", "subject": ""}
    first = claim("a", value="Brest", value_key="BLR>city:brest", asked="were consultations held", **talks)
    again = claim("b", value="Gomel", value_key="BLR>city:gomel", asked="was a second round held", **talks)
    other = claim("c", value="Gomel", value_key="BLR>city:gomel", asked="were talks held", **talks)
    assert len(align((first, again))) == 2
    assert len(align((first, other))) == 1
