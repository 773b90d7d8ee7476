"""A place and those in which it lies are one answer."""

from stories import carriers, facts

FIRE = (
    "A fire destroyed the Harn mill on Mill Street in Leeds on Monday.",
    "A fire destroyed a mill in Leeds on Monday, the mayor said.",
    "A blaze destroyed a Leeds mill on Monday.",
    "A fire destroyed the Harn mill on Mill Street in Leeds overnight.",
)


def venues(*texts):
    return [fact for fact in facts(*texts) if fact.kind == "venue"]


def test_a_street_and_its_town_are_one_answer_in_the_words_of_one_who_tells_both():
    [asked] = venues(*FIRE)
    assert [account.value for account in asked.accounts] == ["Mill Street in Leeds"]
    assert carriers(asked) == ["a", "b", "c", "d"]


def test_who_only_tells_the_town_does_not_vouch_for_the_street():
    [asked] = venues(FIRE[0], FIRE[1], FIRE[2])
    assert asked.verdict != "corroborated"


def test_two_towns_are_two_places():
    texts = (
        "Two bombs exploded in Leeds and York on Monday, killing a farmer.",
        "Bombs exploded in Leeds and in York on Monday.",
        "A bomb exploded in York. Another bomb exploded in Leeds.",
    )
    told = sorted(account.value for fact in venues(*texts) for account in fact.accounts)
    assert not any("Leeds" in one and "York" in one for one in told if "and" not in one)
