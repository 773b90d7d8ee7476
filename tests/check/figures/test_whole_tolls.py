"""Tolls of all places and of each, of all people and of some."""

from stories import carriers, facts

BOTH = "Bombs in Ghana and Togo killed 48 people, including 5 Danes."
EACH = "The bombs killed 41 people in Ghana and 7 in Togo."


def killed(*texts):
    return {
        (fact.question, account.low): carriers(fact)
        for fact in facts(*texts)
        if fact.kind == "figure" and "killed" in fact.question
        for account in fact.accounts
    }


def test_each_place_has_a_toll_and_all_have_one():
    found = killed(BOTH, EACH, "The blasts left 48 people dead.", "A bomb in Ghana killed 41 people.")
    assert found["How many were killed?", 48.0] == ["a", "c"]
    assert found["How many were killed in Ghana?", 41.0] == ["b", "d"]
    assert found["How many were killed in Togo?", 7.0] == ["b"]


def test_a_number_of_one_place_alone_says_where_it_is():
    found = killed(BOTH, EACH, "Mourners met on Friday. They were talking when the blast came, killing 41 people.")
    assert found["How many were killed in Ghana?", 41.0] == ["b", "c"]


def test_some_of_all_are_never_all():
    found = killed(BOTH, "A bomb went off in Togo. 5 people were killed there.")
    assert len({question for question, number in found if number == 5.0}) == 2


def test_a_story_of_one_place_has_one_toll_wherever_it_is_named():
    found = killed("A mine fire in Ghana killed 23 people.", "23 people were killed in the mine.")
    assert list(found.values()) == [["a", "b"]]


def test_the_toll_of_the_country_of_all_places_is_that_of_all():
    towns = "Shells killed 41 people in Lviv and 17 in Odesa. The war has killed 352 people, the ministry said."
    found = killed(towns, "The war has killed 406 people in Ukraine, an aid group said.")
    assert found["How many were killed?", 352.0] == ["a", "b"]


def test_the_dead_of_the_city_are_no_toll_of_the_country():
    texts = [
        "Heat has killed 54 people in the country since Sunday, the government said.",
        "Nineteen people died in the city, deputy mayor Rita Falk said.",
        "The heat has now claimed 61 lives, the government said on Tuesday.",
    ]
    tolls = [fact for fact in facts(*texts) if "killed" in fact.question]
    assert not any(
        claim.low == 19.0 for fact in tolls if len(fact.accounts) > 1 for a in fact.accounts for claim in a.claims
    )


def test_two_armies_dead_are_no_toll_of_the_war():
    texts = [
        "The war of 1987 between Ostria and Velt killed 9,000 people. A border post was opened on Monday.",
        "Ostria and Velt opened a post. Some 3,100 Ostrian and 4,900 Veltian soldiers died in the war of 1987.",
    ]
    assert all(fact.verdict not in ("disputed", "revised") for fact in facts(*texts) if fact.kind == "figure")
