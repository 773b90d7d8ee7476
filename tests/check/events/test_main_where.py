"""Where a story's own event happened: a question for each town, street and building."""

import pytest

from stories import contexts, facts
from twosource.check.events.main_events import main_events
from twosource.check.events.main_where import WIDELY, key_of

SHOP = (
    "Masked men robbed the Harn & Lowe shop on Mill Street in Leeds on Monday.",
    "A gang has stolen diamonds from a Leeds jewellery shop.",
    "Diamonds were stolen from the Harn & Lowe shop on fashionable Mill Street, off the market in Leeds.",
)


def places(*texts):
    return {
        group[0].value_key.removeprefix(">place:"): sorted({claim.article for claim in group})
        for group in main_events(contexts(*texts), {})
        if group[0].kind == "venue"
    }


def test_each_grain_has_its_carriers():
    found = places(*SHOP)
    assert found["leed"] == ["a", "b", "c"]
    assert found["mill"] == ["a", "c"]


def test_a_disaster_happens_at_what_it_befalls():
    texts = (
        "A strong earthquake struck the island of Lesbos on Monday.",
        "An earthquake shook Lesbos on Monday, killing a farmer.",
        "Lesbos was hit by an earthquake, officials said.",
    )
    assert places(*texts)["lesbo"] == ["a", "b", "c"]


def test_one_goes_into_a_building():
    texts = (
        "Singer Ann Lowe checked into the Hillside Treatment Center in Leeds.",
        "Ann Lowe has checked herself into Hillside Treatment Center, her agent said.",
        "Ann Lowe entered a Leeds clinic on Monday.",
    )
    found = places(*texts)
    assert found["hillsid treatment"] == ["a", "b"]
    assert found["leed"] == ["a", "c"]


def test_other_deeds_and_people_have_places_of_their_own():
    texts = (
        *SHOP[:2],
        "Diamonds were stolen from a shop, police in Bristol said.",
        "Hours after the heist, detectives searched a flat in Cardiff.",
        "Ann Lowe, the head of a jewellers' guild in Oxford, was robbed of her diamonds.",
        "The robbers were arrested in Dover.",
    )
    assert not {"bristol", "cardiff", "oxford", "dover"} & set(places(*texts))


def test_neither_days_nor_adjectives_are_places():
    texts = (
        *SHOP[:2],
        "French diamonds were stolen from a shop on the coast Sunday.",
        "The heist in the French capital is the work of a Russian gang.",
    )
    assert not {"sunday", "french", "russian"} & set(places(*texts))


@pytest.mark.parametrize(
    ("a", "b"), [("Kos Island", "island of Kos"), ("Rue Vert", "Rue-Vert"), ("Harn Street", "the Harn street")]
)
def test_one_place_has_one_key(a, b):
    assert key_of(a) == key_of(b)


def questions(*texts):
    return {f"{fact.question} {fact.id}": fact.accounts[0].value for fact in facts(*texts) if fact.kind == "venue"}


def test_a_place_in_which_another_lies_is_known_as_the_wider_one():
    groups = [group for group in main_events(contexts(*SHOP), {}) if group[0].kind == "venue"]
    assert {group[0].value_key for group in groups if group[0].scope == WIDELY} == {">place:mill", ">place:leed"}


def test_what_somebody_is_charged_with_happened_where_it_is_told():
    texts = (
        "Tom Pike has been charged with the murder of a clerk in Leeds.",
        "Prosecutors charged Tom Pike over a murder that shocked the county. It happened in Leeds.",
        "The murder of a clerk in Leeds led to charges: Tom Pike was charged on Monday.",
    )
    assert not [question for question in questions(*texts) if "charge" in question]


def test_whose_building_it_is_is_no_place():
    texts = [f"A fire {broke} Ann Lowe's church in Leeds on Monday." for broke in ("damaged", "burned", "destroyed")]
    assert not {"ann low", "low"} & set(places(*texts))


def test_a_town_stands_behind_the_land_and_the_sort_of_place_it_is():
    texts = (
        "Fire gutted a foam factory in the northern Indian city of Ludhiana on Monday.",
        "A fire destroyed a factory in Ludhiana on Monday.",
        "The fire destroyed a factory in the city of Ludhiana, police said.",
    )
    assert places(*texts)["ludhiana"] == ["a", "b", "c"]


def test_a_place_in_another_part_of_the_sentence_is_not_the_events():
    texts = (
        "Ida Moll resigned on Monday, a graduate of the college in Norby.",
        "Ida Moll, who taught at a school in Norby, has resigned.",
        "Ida Moll resigned on Monday.",
    )
    assert "norbi" not in places(*texts)
