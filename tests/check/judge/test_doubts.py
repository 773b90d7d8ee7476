"""Why two claims do not confirm each other: the table of doubts, row by row, on stories of two short texts."""

import msgspec
import pytest
from build import claim

from stories import evidence_of, facts, story_of
from twosource import check, independent
from twosource.check import tellings
from twosource.check.judge.doubts import DOUBTS

MAYOR = "Eleven people drowned in the flood in Halvern, mayor Ingrid Solheim said."
CROSS = "The flood in Halvern killed eleven people, according to the Red Cross."
STATED = "In Halvern eleven people lost their lives in the flood."
TOLD = "The flood that came down on Halvern before dawn killed eleven people."
CITED = " Mayor Ingrid Solheim said that schools stay closed."
ALIKE = (
    " The water rose by two metres in three hours and reached the first floor of the old school on the market square,"
    " where the fire crews had moved the pumps. Buses stood still in the whole valley."
)
ALIKE_TOO = (
    " Nobody had warned the town, and the lights went out at four. Many slept in the town hall, others with friends on"
    " the hill, and the bakers gave bread away for nothing until noon, when the army came with tents and soup for all"
    " who had lost what they owned. The first trains ran again on the upper line late in the evening of that long day."
    " The water rose by two metres in three hours and reached the first floor of the old school."
)
HE = "Ingrid Solheim is the mayor. She met the fire chief. She said the flood in Halvern had killed eleven people."
WORD = "The flood in Halvern killed eleven people, the Halvern fire service said."
OTHER_WORD = "Eleven people drowned in the flood in Halvern, a spokesman for the Halvern clinic said."
HEAD = "Eleven people drowned when the water came to Halvern, said Tom Berg, head of the Red Cross."
PAPER = "The flood in Halvern killed eleven people, the Daily Beacon reported."
MINISTRY = "Eleven people drowned in the flood in Halvern, Norway's interior ministry said."
POLICE = "The flood in Halvern killed eleven people, said the police in Halvern."
PROSECUTOR = "The flood in Halvern killed eleven people, District Attorney Nora Lunt said."
DEPUTY = "Eleven people drowned in the flood in Halvern, said Deputy District Attorney Omar Feld."
SECRETARY = "The flood in Halvern killed eleven people, Interior Secretary Nora Lunt said."
SPOKESWOMAN = "Nora Lunt is a spokeswoman. Eleven people drowned in the flood in Halvern, spokeswoman Nora Lunt said."

LEADS = "Mila Storm leads the Red Cross in Norway. Storm said that eleven people had drowned in the flood in Halvern."
SURGEON = "Red Cross engineer Mila Storm said that eleven people had drowned in the flood in Halvern."
CHIEF = "The flood in Halvern killed eleven people, Red Cross chief Todd Pell said."
REBEL = "The flood in Halvern killed eleven people, rebel spokesman Karim Nour said."
COMMANDER = "Eleven people drowned in the flood in Halvern, said rebel commander Abu Zeid."
QUOTING = (
    "Eleven people drowned in the flood in Halvern, mayor Ingrid Solheim said, quoting figures from the Red Cross."
)
AFTER = "Eleven people drowned in the flood in Halvern, mayor Ingrid Solheim said, after a call to the Red Cross."
UNKNOWN = "Omar Feld said that eleven people had drowned in the flood in Halvern."
RANK = "Special Agent Omar Feld said that eleven people had drowned in the flood in Halvern."
EMBASSY = "Eleven people drowned in the flood in Halvern, the Norwegian embassy said."


def dead(*texts):
    [fact] = [fact for fact in facts(*texts) if fact.kind == "figure" and "killed" in fact.question]
    return fact


def test_two_bodies_that_have_nothing_to_do_with_each_other_corroborate():
    assert dead(MAYOR, CROSS).verdict == "corroborated"


CASES = [
    ("a figure without a source", STATED, CROSS, "gives it without a source"),
    ("both cite one and the same", STATED + CITED, TOLD + CITED, "both cite Ingrid Solheim"),
    ("worded alike elsewhere", STATED + ALIKE, TOLD + ALIKE_TOO, "in much the same words"),
    ("a pronoun", HE, CROSS, "not named where"),
    ("one word in both names", WORD, OTHER_WORD, "called by the same word"),
    ("one is the other's head", HEAD, CROSS, "belong together"),
    ("a newspaper that is cited", PAPER, MAYOR, "second hand"),
    ("two authorities of one state", MINISTRY, POLICE, "speak for the authorities"),
    ("two prosecutors", PROSECUTOR, DEPUTY, "speak for the authorities"),
    ("a spokeswoman and a body", SPOKESWOMAN, CROSS, "may speak for"),
    ("a ministry and its head", MINISTRY, SECRETARY, "speak for the authorities"),
    ("an embassy and the police", EMBASSY, POLICE, "speak for the authorities"),
    ("a body and who leads it, as the next sentence says", LEADS, CROSS, "belong together"),
    ("two of one body", SURGEON, CHIEF, "belong together"),
    ("two of one group", REBEL, COMMANDER, "may be of one rebel"),
    ("somebody who quotes the other", QUOTING, CROSS, "is named where"),
    ("somebody who had it from the other", AFTER, CROSS, "is named where"),
    ("a person whom nobody describes, and a body", UNKNOWN, CROSS, "Nobody says who"),
    ("a rank, and a body", RANK, CROSS, "Nobody says who"),
]


@pytest.mark.parametrize(("case", "one", "other", "why"), CASES, ids=[case[0] for case in CASES])
def test_a_doubt_keeps_two_claims_from_corroborating(case, one, other, why):
    for fact in (dead(one, other), dead(other, one)):
        assert fact.verdict == "echoed", fact.why
        assert why in fact.why


def printed_at(url, *texts):
    """The facts of a story whose first article names no outlet and stands at an address."""
    evidence = evidence_of(*texts)
    first = msgspec.structs.replace(evidence.articles[0], outlet="", url=url)
    evidence = msgspec.structs.replace(evidence, articles=(first, *evidence.articles[1:]))
    return check(story_of(evidence), evidence, independent)


@pytest.mark.parametrize(
    ("url", "verdict"),
    [("https://www.bbc.co.uk/news/1", "corroborated"), ("https://a-blog.example/1", "echoed")],
)
def test_an_address_tells_the_outlet_where_the_table_knows_it(url, verdict):
    [fact] = [f for f in printed_at(url, STATED, TOLD) if f.kind == "figure" and "killed" in f.question]
    assert fact.verdict == verdict, fact.why


def test_an_article_that_names_its_source_has_it_from_there_whatever_its_headline_says():
    head = (
        "The flood in Halvern killed eleven people\n\nThe flood in Halvern killed eleven people, Ingrid Solheim said."
    )
    other = "Eleven people lost their lives when the water came down on Halvern before dawn."
    assert dead(head, other).verdict == "echoed"


def test_two_vague_numbers_do_not_confirm_each_other():
    one = "The flaw left millions of computers open to thieves, Ida Moll said."
    other = "Thieves hold millions of computers, according to the Red Cross."
    assert all(fact.verdict != "corroborated" for fact in facts(one, other))


def test_every_doubt_says_what_it_tests():
    assert all(doubt.__doc__.endswith(".") for doubt in DOUBTS)


def test_seven_years_and_twelve_are_two_things():
    words = "judg moll prison sentenc year"
    seven, twelve, in_figures = (
        claim(kind="event", value="x", measure="sentence", value_key=f"{number} {words}", low=0.0)
        for number in ("seven", "twelv", "7")
    )
    assert tellings.surely_one(seven, in_figures)
    assert not tellings.surely_one(seven, twelve)


def test_the_media_of_a_country_are_whatever_paper_is_named_elsewhere():
    media = "The flood in Halvern killed eleven people, Norwegian media reported."
    assert dead(CROSS, media).verdict != "corroborated"


def test_how_long_ago_a_deed_was_is_not_confirmed_with_the_deed():
    texts = [
        "Ingrid Solheim returned to her home town of Halvern with her brother 12 weeks ago.",
        "Her neighbours told how Ingrid Solheim returned to her home town Halvern with her brother 12 weeks ago.",
    ]
    assert all(fact.verdict != "corroborated" for fact in facts(*texts))


def test_an_age_told_in_passing_is_confirmed_whomever_both_articles_cite():
    cited = " Mayor Ingrid Solheim said that schools stay closed."
    texts = [
        f"Martin Keller, 43, was swept off the bridge when the river rose.{cited}",
        f"The flood took Martin Keller, a 43-year-old baker, on his way home.{cited}",
    ]
    [age] = [fact for fact in facts(*texts) if fact.kind == "figure" and "old" in fact.question]
    assert age.verdict == "corroborated", age.why


def test_one_deed_at_two_places_is_not_confirmed():
    told = facts("Ministers Sol and Darr met in Geneva on Monday.", "Ministers Sol and Darr met in Vienna on Monday.")
    assert all(fact.verdict != "corroborated" for fact in told if fact.kind == "event")


def test_a_deed_told_with_a_number_is_not_confirmed_by_one_without():
    told = facts(
        "Telmark bought Sonet for an undisclosed sum on Monday.", "Telmark bought Sonet for $2 billion on Monday."
    )
    assert all(fact.verdict != "corroborated" for fact in told if fact.kind == "event")


def test_a_wedding_of_two_at_two_places_is_not_confirmed():
    one = "Singer Lola Marsh married Joe Tate at Cliveden on Saturday."
    told = facts(one, "Lola Marsh, the singer, married Joe Tate near Siena on Saturday.")
    assert all(fact.verdict != "corroborated" for fact in told if fact.kind == "event")


def test_for_and_against_do_not_confirm_each_other():
    told = facts("Ray Dole voted for the dam bill on Tuesday.", "Ray Dole voted against the dam bill on Tuesday.")
    assert all(fact.verdict != "corroborated" for fact in told if fact.kind == "event")


def test_an_article_that_cites_the_others_outlet_confirms_nothing_in_its_own_voice():
    one = "The mill in Hartz burned down on Thursday. Foreman Ole Brink, 44, saw the flames."
    other = "Nobody was hurt when a mill burned down in Hartz, {} reported. Foreman Ole Brink, 44, saw flames."

    def verdicts(who):
        evidence = evidence_of(one, other.format(who))
        first = msgspec.structs.replace(evidence.articles[0], outlet="Valley Radio")
        evidence = msgspec.structs.replace(evidence, articles=(first, *evidence.articles[1:]))
        return {fact.verdict for fact in check(story_of(evidence), evidence, independent)}

    assert "corroborated" not in verdicts("Valley Radio")
    assert "corroborated" in verdicts("neighbours")
