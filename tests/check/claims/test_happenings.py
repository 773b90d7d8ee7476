"""What happened, when: which times date a deed."""

import pytest

from stories import contexts, facts
from twosource import annotate
from twosource.check.claims.happenings import happenings
from twosource.check.claims.time_keys import compared, time_key
from twosource.check.context import Context
from twosource.model import Article, Instant


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("Twenty people were missing as of 1 p.m., the service said.", []),
        ("Nine people were still missing at 8 p.m. in Norwich.", []),
        ("By noon 30 people had been rescued.", []),
        ("As of 7 a.m., twelve people had been injured.", []),
        ("At 8 p.m. the river stood at six metres.", []),
        ("Three people were killed at 9 a.m. on Monday.", ["9 a.m. on Monday", "Monday"]),
        ("Updated: 9 a.m. Monday. Posted by Ann Lowe at 9 a.m. on Monday.", []),
        ("Anna Kern opened her shop on the second Tuesday of every month.", []),
        ("Police arrested Anna Kern at 9 p.m. on Friday.", ["9 p.m. on Friday", "Friday"]),
    ],
)
def test_a_time_as_of_which_people_are_counted_dates_nothing(text, times):
    [context] = contexts(text)
    assert [claim.value for claim in happenings(context) if claim.kind == "time"] == times


def claims(text):
    [context] = contexts(text)
    return happenings(context)


def test_a_deed_in_the_past_is_dated_whatever_it_is():
    [when] = [claim for claim in claims("On Friday, Ann Lowe twisted her knee in training.") if claim.kind == "time"]
    assert when.asked == "did Ann Lowe twist her knee"


def test_what_was_done_before_another_deed_was_not_done_on_its_day():
    text = "Ann Lowe had left the mill before her arrest on Tuesday."
    assert not [claim for claim in claims(text) if claim.kind == "time" and claim.measure.startswith("leave")]


def test_a_bracket_is_closed():
    [context] = contexts("Two officers pursued Anna Kern towards the A1(M).")
    assert [claim.value[-5:] for claim in happenings(context) if claim.kind == "event"] == ["A1(M)"]


def test_where_one_lives_is_no_event():
    assert not [claim for claim in claims("Ann Lowe lived in Leeds in a flat.") if claim.kind == "venue"]


def test_an_object_tells_the_deed_of_a_verb_that_tells_none():
    [when] = [one for one in claims("Around 11:15 a.m. somebody made a call to the Harn bank.") if one.kind == "time"]
    assert when.asked == "did somebody make a call to the Harn bank"


# (text, how a deed is told whose actor stands elsewhere)
ACTORS = [
    (
        "The trial of a Kyiv man accused of killing two women opened on Monday.",
        "a Kyiv man accused of killing two women",
    ),
    (
        "A Viasat plant worker, escorted from the building on Monday, returned with a gun and shot two colleagues.",
        "A Viasat plant worker shot two colleagues",
    ),
    ("Anna Kern, who led the club, was hurt on Monday and sold the club.", "Anna Kern sold the club"),
    ("Anna Kern and Tom Webb met in Kyiv on Monday and sold the club.", "Anna Kern and Tom Webb sold the club"),
]


@pytest.mark.parametrize(("text", "told"), ACTORS)
def test_a_name_beside_a_noun_did_not_do_the_deed(text, told):
    [context] = contexts(text)
    assert told in [claim.value for claim in happenings(context) if claim.kind == "event"]


@pytest.mark.parametrize(
    ("text", "inferred", "key"),
    [
        ("He was found on Saturday.", "dateline", "XXXX-WXX-6"),
        ("He was found on Saturday.", "", "2023-03-11"),
        ("He was found at 8. 40am on Saturday.", "dateline", "XXXX-WXX-6T08:40"),
        ("He was found on March 11.", "dateline", "2023-03-11"),
        ("He was found yesterday.", "dateline", "2023-03-13"),
    ],
)
def test_a_weekday_is_no_date_where_only_a_line_dates_the_page(text, inferred, key):
    article = Article("a", text=text, published=Instant("2023-03-14", inferred=inferred))
    context = Context(article, annotate(article), {}, "2023-03-14", {})
    assert [time_key(compared(context, time)) for time in context.mentions.times] == [key]


def test_a_verb_and_the_word_that_completes_it_are_one_deed():
    [context] = contexts("Tom Pike was let go by the mill last Thursday.")
    [when] = [claim for claim in happenings(context) if claim.kind == "time"]
    assert (when.asked, when.measure) == ("was Tom Pike let go", "fire/v happen day")


def test_a_holiday_that_names_a_party_dates_nothing():
    [context] = contexts("Tom Pike shot Ann Lowe at an office Christmas party.")
    assert not [claim for claim in happenings(context) if claim.kind == "time"]


def test_to_open_fire_is_to_shoot():
    [context] = contexts("Tom Pike opened fire at a mill on Friday.")
    assert {claim.measure.split()[0] for claim in happenings(context)} == {"shoot"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The knife has not been recovered.", ["The knife has not been recovered"]),
        ("No pleas were entered.", ["No pleas were entered"]),
        ("The knife was recovered.", []),
        ("It was not recovered.", []),
    ],
)
def test_what_was_not_done_to_a_thing_says_enough(text, told):
    [context] = contexts(text)
    assert [claim.value for claim in happenings(context) if claim.kind == "event"] == told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Harn voters in 2009 approved a loan for the mill.", "did Harn voters approve a loan for the mill"),
        ("The jury on Monday convicted Ann Lowe of fraud.", "did the jury convict Ann Lowe of fraud"),
        ("In 2002 Ann Lowe became president of the Harn guild.", "did Ann Lowe become president of the Harn guild"),
        ("In 1955 Tom Pike asked Ann Lowe to pose for a poster.", "did Tom Pike ask Ann Lowe to pose for a poster"),
        ("Gunfire in 2009 hit sales.", ""),
    ],
)
def test_a_deed_is_dated_and_asked_after(text, asked):
    assert [claim.asked for claim in claims(text) if claim.kind == "time"] == ([asked] if asked else [])


def test_what_was_not_done_until_an_hour_was_done_then():
    [when] = [one for one in claims("Harn Radio did not report the fire until 3:59 p.m.") if one.kind == "time"]
    assert when.value_key.endswith("15:59")


# (text, what is asked after each of its days)
DAYS = [
    ("Tom Pike is accused of killing a guard on May 3, 2011.", ["was the killing of a guard"]),
    ("A baker died after being struck by a van in Harn on Friday night.", ["was a baker struck"]),
    ("Ann Lowe had obtained restraining orders in 2005.", []),
    ("On Monday two men rammed a van through a shop window.", ["did two men ram a van"]),
    ("The old mill stayed open until May 3, when a fire destroyed it.", ["did a fire destroy it"]),
    ("It was not until May 30, 2005, that Ann Lowe revealed her name.", ["did Ann Lowe reveal her name"]),
    ("Ann Lowe went to the harbour church on Saturday.", ["did Ann Lowe go to the harbour church"]),
    ("Tom Pike walked into the red office with a knife on Monday.", ["did Tom Pike walk into the red office"]),
    ("Ann Lowe described a film of the spring of 1998.", []),
    ("16 May 2013 Last updated at 9 a.m. Ann Lowe left.", []),
]


@pytest.mark.parametrize(("text", "asked"), DAYS)
def test_what_a_day_dates(text, asked):
    days = [claim for claim in claims(text) if claim.kind == "time" and claim.measure.endswith("day")]
    assert sorted({claim.asked for claim in days if claim.asked}) == asked


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Tom Pike hired two guards to watch the mill.", "Tom Pike hired two guards to watch the mill"),
        ("Ann Lowe praised the vote as calm and fair.", "Ann Lowe praised the vote as calm and fair"),
        ("Tom Pike hosted the show five times.", "Tom Pike hosted the show five times"),
        ("Tom Pike hired two guards because the mill burned.", "Tom Pike hired two guards"),
    ],
)
def test_a_deed_is_told_with_what_completes_it(text, told):
    assert told in [account.value for fact in facts(text) if fact.kind == "event" for account in fact.accounts]
