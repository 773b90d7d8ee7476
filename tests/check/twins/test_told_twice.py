"""Groups that show a reader one telling twice, and those that only look like it."""

import pytest
from build import claim
from msgspec.structs import replace

from stories import facts
from twosource.check.accounts import told_best
from twosource.check.fillers import BY as ONE_FILLER
from twosource.check.language.order import in_order
from twosource.check.language.words import content_words, stems
from twosource.check.twins.told_twice import told_once


def told(value, *places, kind="event", measure="", subject="", polarity=True, rule="happenings"):
    """A group of claims of one telling, at each place ("a0" is the first sentence of article a)."""
    key = " ".join(sorted(stems(content_words(value))))
    asked = measure if kind == "statement" else ""
    slots = {"measure": measure, "subject": subject, "value_key": key, "asked": asked, "rule": rule}
    return tuple(claim(place[0], kind, value, at=100 * int(place[1]), polarity=polarity, **slots) for place in places)


GUN = "Officers found a sawn-off shotgun under the seat"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        # a deed, and the same read once more as a deed of another class or as what somebody said
        (told(GUN, "a0", "b0", measure="find/v"), told(GUN, "a0", "b0", measure="recover"), True),
        (told(GUN, "a0", "b0", measure="find"), told(GUN, "a0", kind="statement", subject="police"), True),
        # the same words, in other sentences
        (told(GUN, "a0", "b0", measure="find/v"), told(GUN, "c0", "d0", measure="recover"), False),
        (
            told(GUN, "a0", kind="statement", subject="Ann Lowe"),
            told(GUN, "b0", kind="statement", subject="Ann Lowe"),
            True,
        ),
        (
            told(GUN, "a0", kind="statement", subject="Ann Lowe"),
            told(GUN, "b0", kind="statement", subject="Piet Lund"),
            False,
        ),
        # two deeds of one sentence
        (
            told("Officers found a shotgun", "a0", measure="find"),
            told("Officers chased a van", "a0", measure="chase"),
            False,
        ),
        # a deed told along with more, and one of two that a sentence tells
        (
            told("Piet Lund sold the old mill", "a0", measure="sell"),
            told("Piet Lund, a miller, sold the old mill of Harn", "a0", "b0", measure="sell"),
            True,
        ),
        (
            told("Piet Lund sold the old mill", "a0", measure="sell"),
            told("Piet Lund, who sold the old mill, bought a boat", "a0", "b0", measure="buy"),
            False,
        ),
        (
            told("the old mill of Harn was sold", "a0", kind="statement", subject="Piet Lund"),
            told("Piet Lund warned that the old mill of Harn was sold", "a0", measure="warn"),
            True,
        ),
        # many articles carry both in the same sentences, in words that are half alike
        (
            told("Thieves emptied the safe of the harbour bank", "a0", "b0", "c0", "d0", measure="steal"),
            told("Masked thieves on scooters robbed the harbour bank safe", "a0", "b0", "c0", "d0", measure="steal"),
            True,
        ),
        # one says that it is not so
        (told(GUN, "a0", "b0", measure="find"), told(GUN, "b0", "c0", measure="find", polarity=False), False),
        (
            told("denied: he had met the smugglers", "a0", kind="statement", subject="Piet Lund", polarity=False),
            told("he had met the smugglers", "a0", measure="meet"),
            False,
        ),
        (
            told("denied: he had met the smugglers", "a0", kind="statement", subject="Piet Lund", polarity=False),
            told("Lund denied he had met the smugglers", "a0", measure="deny"),
            True,
        ),
        # but no sentence says of the same words that it is so and that it is not
        (told(GUN, "a0", "b0", measure="find"), told(GUN, "a0", measure="find", polarity=False), True),
        # what a thing has but one of is asked in words of its own
        (told(GUN, "a0", "b0", measure="find"), told(GUN, "a0", "b0", measure="weapon", rule=ONE_FILLER), False),
    ],
)
def test_what_is_shown_twice_is_told_once(first, second, one):
    assert [len(told_once(pair)) == 1 for pair in ((first, second), (second, first))] == [one, one]


def test_no_claim_of_what_is_joined_is_lost():
    groups = told(GUN, "a0", "b0", measure="find/v"), told(GUN, "b0", "c0", measure="recover")
    [made] = told_once(groups)
    assert {(one.article, one.span.start) for one in made} == {("a", 0), ("b", 0), ("c", 0)}


def test_what_is_seen_alike_once_it_is_joined_is_told_once_and_only_carried():
    flat = "Piet Lund left the mill and the mill was sold to a bank"
    first = told(flat, "a0", "b0", "c0", measure="leave")
    other = tuple(replace(one, asked=flat, rule="happenings") for one in told("a bank bought it", "a0", measure="buy"))
    new = tuple(replace(one, asked=flat, rule="happenings") for one in told("a bank bought it", "d0", measure="buy"))
    [made] = told_once((first, in_order((*other, *new))))
    assert [(one.article, one.rule) for one in made] == [
        ("a", "happenings"),
        ("b", "happenings"),
        ("c", "happenings"),
        ("d", "also told"),
    ]
    assert told_best(made).value == flat


def test_groups_of_other_kinds_stay_as_they_are():
    groups = (claim("a", "time", "Monday"),), (claim("b", "time", "Monday"),)
    assert told_once(groups) == groups


def test_no_dossier_asks_one_thing_twice():
    found = facts(
        "Masked men robbed the harbour bank of Harn. Officers found a sawn-off shotgun in the van, Ann Lowe said.",
        "Masked men robbed the harbour bank of Harn on Monday. Officers found a sawn-off shotgun in the van.",
        "Police said officers found a sawn-off shotgun in the van after the robbery of the harbour bank of Harn.",
    )
    asked = [fact.question for fact in found if fact.kind in ("event", "statement")]
    assert len(asked) == len(set(asked))
    assert len([question for question in asked if "shotgun" in question]) == 1
