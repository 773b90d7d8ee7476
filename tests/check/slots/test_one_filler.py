"""What a deed or a thing has but one of, told in two ways."""

import pytest

from stories import carriers, facts
from twosource.check.fillers import excludes


def at_odds(*texts):
    """The questions of the disputed facts on one slot, with the values of their accounts."""
    found = [fact for fact in facts(*texts) if fact.verdict == "disputed"]
    slots = [fact for fact in found if all(claim.rule == "one filler" for a in fact.accounts for claim in a.claims)]
    return {fact.question: sorted(account.value for account in fact.accounts) for fact in slots}


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        ("Ann Lowe died of pneumonia.", "Ann Lowe died on Monday from a stroke.", "Of what did Ann Lowe die?"),
        ("Ann Lowe died of a heart attack.", "Ann Lowe died of congestive heart failure.", ""),
        ("Ann Lowe died of her injuries.", "Ann Lowe died of a stroke.", ""),
        ("Ann Lowe died of pneumonia.", "Piet Lund died of a stroke.", ""),
        ("Ann Lowe died of pneumonia.", "Ann Lowe did not die of pneumonia. Her mother died of a stroke.", ""),
    ],
)
def test_of_what_somebody_died(one, other, question):
    assert list(at_odds(one, other)) == ([question] if question else [])


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("Ann Lowe died at the scene.", "Ann Lowe died on the way to the hospital.", True),
        ("Ann Lowe died at the scene.", "Ann Lowe died at her home in Harn.", False),
        ("Ann Lowe died in the prison hospital.", "Ann Lowe died in prison.", False),
        ("Ann Lowe died at the scene.", "Piet Lund died on the way to the hospital.", False),
    ],
)
def test_where_somebody_died(one, other, odd):
    assert bool(at_odds(one, other)) == odd


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("She was hit by a red 2009 Ford Focus.", "A 2009 silver Focus struck Ann Lowe.", True),
        ("The man wore a black hoodie.", "Police looked for a man in a gray hoodie.", True),
        ("She was hit by a grey van.", "A gray van struck Ann Lowe.", False),
        ("She was hit by a red van.", "A red van and a white van stood there.", False),
        ("A white South African was hurt.", "A black South African was hurt.", False),
        ("They saw a red light.", "They saw a green light.", False),
    ],
)
def test_a_thing_has_one_colour(one, other, odd):
    assert bool(at_odds(f"Harn was quiet. {one}", f"Police came to Harn. {other}")) == odd


@pytest.mark.parametrize(
    ("one", "other", "odd"),
    [
        ("Ann Lowe was in critical condition.", "Ann Lowe was listed in fair condition.", True),
        ("He held a .38-caliber revolver.", "He held a .45-caliber handgun.", True),
        ("The party was well equipped.", "Police said the party was ill-equipped.", True),
        ("The gun was accidentally fired.", "The gun was deliberately fired, a witness said.", True),
        ("The gun was accidentally fired.", "The guard was deliberately provoked.", False),
        ("Ann Lowe tore a ligament in her left knee.", "Ann Lowe hurt her right knee.", True),
        ("Ann Lowe tore a ligament in her left knee.", "Piet Lund hurt his right knee.", False),
        ("Three workers suffocated to death.", "Three workers were burned to death.", True),
        ("Ann Lowe was shot to death.", "In 1990 a clerk was stabbed to death.", False),
        ("The fire started in the kitchen.", "The fire broke out in the attic of the house.", True),
        ("Piet Lund shot Ann Lowe in the back of the head.", "Ann Lowe was shot in the face.", False),
        ("Piet Lund shot Ann Lowe in the back of the head.", "Ann Lowe was shot in the chest.", True),
        ("Piet Lund shot Ann Lowe in the head.", "Ann Lowe was shot in the head and chest.", False),
        ("Piet Lund attacked Ann Lowe with a hammer.", "Ann Lowe was attacked with a knife.", True),
        ("Police arrested Piet Lund at a hotel.", "Piet Lund was arrested at the airport.", True),
        ("A jogger found the body.", "The body was found by her husband.", True),
        ("Police found the body.", "The body was found by her husband.", False),
    ],
)
def test_other_slots(one, other, odd):
    assert bool(at_odds(one, other)) == odd


def test_the_accounts_are_told_side_by_side_with_all_who_carry_them():
    texts = [
        "Ann Lowe died of pneumonia.",
        "She said Ann Lowe died of a stroke.",
        "Ann Lowe died of pneumonia at home.",
    ]
    [fact] = [fact for fact in facts(*texts) if fact.verdict == "disputed"]
    assert carriers(fact) == ["a", "b", "c"]
    assert [account.value for account in fact.accounts] == ["died of pneumonia", "died of a stroke"]


def test_fillers_that_may_go_together_exclude_nothing():
    assert not excludes("place", "home", "scene")
    assert excludes("colour camry", "gray", "silver")
