"""The times of one deed are one question, in whatever words it is told."""

import pytest
from build import claim

from stories import carriers, facts
from twosource.check.events.retold import retold

ARRESTED = ("arrest happen day", "was Tom Pike arrested", "person:tom-pike")


def time(article, key, told=ARRESTED, **slots):
    measure, asked, subject = told
    slots.setdefault("rule", "happenings time")
    value = slots.pop("value", key)
    return claim(article, "time", value, measure=measure, asked=asked, subject=subject, value_key=key, **slots)


def joined(*claims):
    groups = retold([(one,) for one in claims], lambda a, b: False)
    return [[one.article for one in group] for group in groups if group]


FIRED = ("alert happen clock", "were officers alerted", "offic")
BROKE_OUT = ("fire happen clock", "did the fire break out", "fire")
CONVICTED = ("convict happen day", "was Tom Pike convicted of fraud", "person:tom-pike")
NOUN = ("conviction happen day", "was the fraud conviction", "convict")
BOUGHT = ("buy happen day", "did Harn buy the mill", "place:harn|mill")

ROSE = ("rise happen clock", "did Ann Lowe rise", "person:ann-lowe")
SPOKE = ("speak happen clock", "did Tom Pike speak", "person:tom-pike")
BROKE_OUT_DAY = ("fire happen day", "did the fire break out", "fire")
SPREAD = ("spread happen day", "did a fire spread", "fire")
SOLD = ("sell happen day", "was the mill sold", "mill")
BURIED = ("bury happen day", "was the old baker buried", "baker")
LEFT = ("leave happen day", "did a young baker leave", "baker")
JOINED = ("join happen day", "did Ann Lowe join the navy", "person:ann-lowe|navy")
MOVED = ("move happen day", "did Ann Lowe move", "person:ann-lowe")

CAUGHT = ("catch happen day", "was a convicted offender caught", "offend")
FLED = ("flee happen day", "did a convicted offender flee", "offend")

# (two times, whether they are of one moment)
MOMENTS = [
    (time("a", "T20:49", FIRED), time("b", "XXXX-WXX-5T20:49", BROKE_OUT), True),
    (time("a", "T20:30", FIRED), time("b", "T20:30", BROKE_OUT), True),
    (time("a", "T20:30", FIRED), time("b", "T21:30", BROKE_OUT), False),
    (time("a", "T20:30", ROSE), time("b", "T20:30", SPOKE), False),
    (time("a", "XXXX-WXX-5", BROKE_OUT_DAY), time("b", "XXXX-WXX-5", SPREAD), True),
    (time("a", "XXXX-WXX-5", BROKE_OUT_DAY), time("b", "XXXX-WXX-5", SOLD), False),
    (time("a", "XXXX-WXX-5", BURIED, deed="bury"), time("b", "XXXX-WXX-5", LEFT), False),
    (time("a", "2005-05-27", BROKE_OUT_DAY, value="yesterday"), time("b", "XXXX-WXX-5", SPREAD), True),
    (time("a", "2005-05-27", BROKE_OUT_DAY, value="May 27"), time("b", "XXXX-WXX-5", SPREAD), False),
    (time("a", "XXXX-WXX-5", CAUGHT), time("b", "XXXX-WXX-5", FLED), False),
    (time("a", "2005-05-27", JOINED, value="May 27"), time("b", "2005-05-27", MOVED, value="May 27"), True),
    (time("a", "1997", CONVICTED, deed="convict"), time("b", "1997-07", NOUN, deed="convict"), True),
    (time("a", "1997", CONVICTED, deed="convict"), time("b", "1997", BOUGHT, deed="buy"), False),
    (time("a", "XXXX-05-29", event="1998"), time("b", "XXXX-05-29"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), MOMENTS)
def test_one_time_for_one_deed_is_one_question(one, other, same):
    assert joined(one, other) == ([["a", "b"]] if same else [["a"], ["b"]])


FOUNDED = ("found happen day", "did Ann Lowe found the Harn clinic", "person:ann-lowe")
CHANGED = ("change happen day", "was the rule on nets changed", "rule")
INDICTED = ("charge happen day", "was Tom Pike charged with fraud", "person:tom-pike")

# (two times, whether they are at odds about one deed)
ODDS = [
    (time("a", "1990", FOUNDED), time("b", "1987", FOUNDED), True),
    (time("a", "XXXX-WXX-4", CONVICTED, deed="convict"), time("b", "XXXX-WXX-5", CONVICTED, deed="convict"), True),
    (time("a", "XXXX-WXX-4", CONVICTED, deed="convict"), time("b", "XXXX-05-29", CONVICTED, deed="convict"), False),
    (time("a", "XXXX-05-23", CONVICTED, deed="convict"), time("b", "XXXX-06-08", CONVICTED, deed="convict"), False),
    (time("a", "2008-12", CHANGED), time("b", "2009-01", CHANGED), True),
    (time("a", "2003", CHANGED), time("b", "2009", CHANGED), False),
    (time("a", "1985", INDICTED, deed="accuse"), time("b", "1990", INDICTED, deed="accuse"), False),
]


@pytest.mark.parametrize(("one", "other", "same"), ODDS)
def test_two_times_for_a_deed_that_is_done_once_are_at_odds(one, other, same):
    assert joined(one, other) == ([["a", "b"]] if same else [["a"], ["b"]])


def test_what_is_joined_confirms_nothing():
    [group, _] = retold([(time("a", "T20:49", FIRED),), (time("b", "T20:49", BROKE_OUT),)], lambda a, b: False)
    assert [one.subject for one in group] == ["offic", ""]


def test_an_article_that_gives_both_times_disputes_nothing():
    assert joined(time("a", "1990", FOUNDED), time("a", "1987", FOUNDED)) == [["a"], ["a"]]


def test_a_year_beside_a_noun_is_that_of_the_event():
    told = (
        "Tom Pike was convicted of fraud in 1997 in Harn. He died on Monday, the mayor said.",
        "His long luck had ended with a July 1997 fraud conviction. Tom Pike died on Monday.",
    )
    [asked] = [fact for fact in facts(*told) if fact.kind == "time" and "convict" in fact.question]
    assert carriers(asked) == ["a", "b"]


def test_before_a_year_is_not_in_it():
    told = "Before 1997, Tom Pike had served a short sentence in Harn."
    assert not [fact for fact in facts(told, told) if fact.kind == "time"]


SANK = ("sink hold day", "did the cutter sink a boat", "")


def test_a_main_event_that_is_done_once_is_disputed_in_any_words():
    one = time("a", "XXXX-11-19", SANK, rule="main event")
    other = time("b", "XXXX-11-18", ("sink hold day", "did it sink a trawler", ""), rule="main event")
    assert joined(one, other) == [["a", "b"]]


def test_two_who_died_on_two_days_are_not_disputed():
    died = ("kill hold day", "was the victim killed", "")
    one = time("a", "XXXX-11-19", died, rule="main event", deed="kill")
    other = time("b", "XXXX-11-18", ("kill hold day", "did a passer-by die", ""), rule="main event", deed="kill")
    assert joined(one, other) == [["a"], ["b"]]


def test_a_plan_is_one_with_a_plan_and_not_with_a_deed():
    due = ("appear plan day", "will Tom Pike appear in court", "person:tom-pike")
    tried = ("try/n plan day", "will Tom Pike be tried in court", "person:tom-pike")
    was = ("appear happen day", "did Tom Pike appear in court", "person:tom-pike")
    assert joined(time("a", "XXXX-10-28", due), time("b", "2013-10-28", tried)) == [["a", "b"]]
    assert joined(time("a", "XXXX-10-28", due), time("b", "XXXX-10-28", was)) == [["a"], ["b"]]


CALLED = ("call happen clock", "were police called", "police")
SOUNDED = ("sound happen clock", "did the alarm sound", "alarm")
TAKEN = ("arrest happen clock", "was Tom Pike arrested", "person:tom-pike")


def hour(article, clock, told=CALLED, deed="alarm", **slots):
    return time(article, f"T{clock}", told, deed=deed, **slots)


@pytest.mark.parametrize(
    ("claims", "together"),
    [
        ((hour("a", "09:15"), hour("b", "09:40", SOUNDED)), True),
        ((hour("a", "09:15"), hour("b", "11:40", SOUNDED)), False),
        ((hour("a", "09:15"), hour("b", "09:40", value="9.40am GMT")), False),
        ((hour("a", "09:15", TAKEN, "arrest"), hour("b", "09:40", TAKEN, "arrest")), True),
        ((hour("a", "09:15", TAKEN, "arrest"), hour("b", "09:40")), False),
        ((hour("a", "09:15"), hour("b", "09:40"), hour("b", "09:55", SOUNDED)), False),
    ],
)
def test_two_hours_of_what_is_done_but_once_are_one_question(claims, together):
    assert (["a", "b"] in joined(*claims)) == together
