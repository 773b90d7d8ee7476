"""What is no dispute, though words or numbers exclude each other: two demands, two shocks, a part and the whole."""

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
TWO_THINGS = [
    (
        "the shock and the one that came after it",
        "A magnitude 7.2 earthquake struck off the coast of Sabela on Monday, the geological institute said.",
        "An aftershock of magnitude 5.9 rattled Sabela hours later on Monday, the seismological centre said.",
    ),
    (
        "what was expected and what was",
        "Corvax reported net profit of $12 million for the fourth quarter.",
        "Analysts had expected Corvax to report fourth-quarter net profit of $15 million, Marten Research said.",
    ),
    (
        "room for so many and those aboard",
        "The ferry Santa Rita can carry 180 passengers, the coastguard said after it sank off Morro on Sunday.",
        "Some 176 people were on board the ferry Santa Rita when it sank off Morro, harbour master Luis Vega said.",
    ),
    (
        "a share of the vote and the turnout",
        "Candidate Paola Ruiz won 62 percent of the vote in Sunday's election, officials said.",
        "Turnout in Sunday's election won by Paola Ruiz was 38 percent, the electoral commission said.",
    ),
    (
        "a district and the whole country",
        "The quake left 50,000 people homeless in Hatra district, the governor said.",
        "Across the country 80,000 people were made homeless by the quake, the interior minister said.",
    ),
    (
        "those taken and those let go",
        "The gang took 20 hostages at the bank in Torreon on Monday, prosecutors said.",
        "Thirteen hostages were freed from the bank in Torreon on Monday, according to the negotiator.",
    ),
    (
        "one attacker and another",
        "A suicide bomber killed 8 people at a checkpoint in Mahad on Sunday, police said.",
        "On Monday another attacker killed 8 people at a market in Mahad, the interior ministry said.",
    ),
    (
        "two stuffs",
        "Police seized 30 kilos of cocaine in the port of Gila on Monday, the customs chief said.",
        "Officers found 12 kilos of heroin in the port of Gila on Monday, prosecutors said.",
    ),
    (
        "two deeds of nobody named in two towns",
        "A bomb killed two policemen in Kabul on Monday, the interior ministry said.",
        "Two policemen were shot dead in Herat on Monday, the provincial governor said.",
    ),
    (
        "a speed and the limit",
        "The lorry was going at 95 kilometres an hour when it hit the bus near Dorn, police said.",
        "The speed limit on the road near Dorn is 60 kilometres an hour, the bus company said.",
    ),
]
DISPUTES = [
    (
        "two lengths in one and the same clause",
        "The prosecutor's office said Nikol Varga was sentenced to 15 years in prison on Monday for spying.",
        "Her lawyer said Nikol Varga was sentenced to 12 years in prison on Monday for spying.",
    ),
    (
        "two crowds in one and the same clause",
        "The unions said 1.5 million people joined Tuesday's march in Paris.",
        "The interior ministry said 380,000 people joined Tuesday's march in Paris.",
    ),
    (
        "two banks",
        "The Maren broke through the dyke on its north bank in Halvern, the river authority said.",
        "The Maren broke through the dyke on its south bank in Halvern, according to Harbour Radio.",
    ),
]


@pytest.mark.parametrize(("case", "one", "other"), PEACE, ids=[case[0] for case in PEACE])
def test_no_dispute(case, one, other):
    assert all(fact.verdict not in ("disputed", "revised") for fact in facts(one, other))


@pytest.mark.parametrize(("case", "one", "other"), TWO_THINGS, ids=[case[0] for case in TWO_THINGS])
def test_two_things_are_not_at_odds(case, one, other):
    assert not [fact for fact in facts(one, other) if fact.verdict in ("disputed", "revised")]


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


def test_the_votes_of_two_chambers_do_not_confirm_each_other():
    found = facts(
        "The House passed the budget bill by 218 votes to 210 on Monday.",
        "The Senate approved the budget bill on Monday with 54 votes to 46.",
    )
    assert all(fact.verdict == "single" for fact in found if fact.kind == "time")


def test_an_age_given_where_somebody_is_named_is_that_of_whoever_named_him():
    found = facts(
        "The victim was identified by police as Kevin Marsh, 29.",
        "Kevin Marsh, a 29-year-old from Duffield, was named by police as the man killed.",
    )
    assert [fact.verdict for fact in found if fact.question == "How old is Kevin Marsh?"] == ["echoed"]


def test_what_is_only_reported_confirms_nothing():
    found = facts(
        "Hannah Vogt, who won the race in Tarn on Sunday, is reportedly 14 years old.",
        "Fourteen-year-old Hannah Vogt has won Sunday's race in Tarn.",
    )
    assert [fact.verdict for fact in found if fact.question == "How old is Hannah Vogt?"] == ["echoed"]


def test_a_body_and_its_letters_are_one_source():
    found = facts(
        "The quake near Altos measured 4.3, the U.S. Geological Survey said on Monday.",
        "According to the USGS, a tremor with a magnitude of 4.3 shook the Altos area on Monday.",
    )
    assert [fact.verdict for fact in found if fact.kind == "figure"] == ["echoed"]


def test_as_many_of_whom_another_thing_is_told_confirm_nothing():
    found = facts(
        "Union leader Pat Doyle said 300 nurses had resigned at Mercy Hospital.",
        "Manager Jo Falk said 300 nurses had been hired at Mercy Hospital.",
    )
    assert all(fact.verdict != "corroborated" for fact in found if fact.kind == "figure")


def test_as_many_in_two_towns_are_no_dispute_over_the_place():
    found = facts(
        "Police chief Omar Dastan said 17 people were arrested in Varna on Saturday.",
        "Prosecutor Emil Kadar said 17 people were arrested in Burgas on Saturday.",
    )
    assert all(fact.verdict == "single" for fact in found if fact.kind == "venue")
