"""One remark of a person in two articles' words, and two remarks of one."""

import pytest
from build import claim

from stories import carriers, facts
from twosource.check.carry.one_remark import one_remark
from twosource.check.claims.statements import BY
from twosource.check.language.words import content_words, stems

OTHERS = (
    "ferry crews will vote on the new rota",
    "the harbour master ordered two tugs from Norby",
    "no fish was landed at the east quay",
    "lawyers met the owners of the mill",
    "schools close at noon because of the heat",
)


def said(article, value, speaker="Ann Lowe", at=0, **slots):
    slots = {"chain": (speaker,), "subject": speaker, "rule": BY, "scope": "indirect", **slots}
    key = " ".join(sorted(stems(content_words(value))))
    return claim(article, "statement", value, at=at, measure="say", value_key=key, **slots)


def person(name="Ann Lowe"):
    return (claim("z", "role", name, value_key=name.lower(), measure="chief", subject=name),)


def joined(first, second, days=None):
    rest = [(said("y", told, at=100 * number),) for number, told in enumerate(OTHERS)]
    made = one_remark([(first,), (second,), *rest, person(), person("Piet Lund")], days or {})
    return next(group for group in made if first in group)


CABLE = "full service on the cable will hardly be restored before the end of January"
LATER = "it may be late January until service on the cable is restored in full"


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        (said("a", CABLE), said("b", LATER), True),
        # of two speakers, of one article, of a body, and of a speaker without a name
        (said("a", CABLE), said("b", LATER, "Piet Lund"), False),
        (said("a", CABLE), said("a", LATER, at=300), False),
        (said("a", CABLE, "Norby Cable"), said("b", LATER, "Norby Cable"), False),
        (said("a", CABLE, "police"), said("b", LATER, "police"), False),
        # of other numbers, of a no, of other places and of other things
        (said("a", f"{CABLE} 14"), said("b", f"{LATER} 16"), False),
        (said("a", CABLE), said("b", LATER, polarity=False), False),
        (said("a", f"{CABLE} to Harn"), said("b", f"{LATER} to Norby"), False),
        (said("a", CABLE), said("b", "the cable was cut by an anchor in the January gale"), False),
    ],
)
def test_a_person_says_a_thing_once(first, second, one):
    assert (len(joined(first, second)) == 2) == one


def test_the_other_articles_sentence_only_carries_the_remark():
    made = joined(said("a", CABLE), said("b", LATER))
    assert sorted(one.rule for one in made) == ["also told", BY]


@pytest.mark.parametrize(("days", "one"), [(("2023-01-02", "2023-01-04"), True), (("2023-01-02", "2023-02-04"), False)])
def test_who_speaks_again_weeks_later_says_another_thing(days, one):
    assert (len(joined(said("a", CABLE), said("b", LATER), dict(zip("ab", days, strict=True)))) == 2) == one


def test_one_remark_in_other_words_is_echoed():
    found = facts(
        "The alarm rang at the mill. Fire chief Ann Lowe said her crew's main concern was keeping the flames from"
        " spreading to the timber stored in the shed next door.",
        'The mill burned down. "We had to stop the flames from spreading to the timber in that shed right next door,"'
        " said fire chief Ann Lowe.",
    )
    [told] = [
        fact
        for fact in found
        if any("timber" in account.value for account in fact.accounts) and fact.kind == "statement"
    ]
    assert carriers(told) == ["a", "b"]
    assert told.verdict == "echoed"
