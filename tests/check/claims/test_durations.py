"""How long something lasts or is for."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.durations import durations

TOLD = [
    # (text, what lasts, how long, in which unit)
    ("The singer signed a five-year contract.", "contract", 5.0, "year"),
    ("The singer signed a five-year, $20 million recording deal with the label.", "deal", 5.0, "year"),
    ("Police ended a seven-month investigation.", "investigation", 7.0, "month"),
    ("He was sentenced to nine years.", "sentence", 9.0, "year"),
    ("She faces up to 12 years in prison.", "sentence", 12.0, "year"),
    ("Repairs will take two weeks.", "repair", 2.0, "week"),
    ("The talks lasted five hours.", "talk", 5.0, "hour"),
    ("After six days of rioting the town was calm.", "rioting", 6.0, "day"),
    ("The label made an offer of four years.", "offer", 4.0, "year"),
    ("She had to do a 60-day court-ordered stay.", "stay", 60.0, "day"),
    ("He was jailed for 3 1/2 years.", "sentence", 3.5, "year"),
    ("The talks lasted two and a half hours.", "talk", 2.5, "hour"),
    ("The robber served a 4-1 / 2-month prison term.", "term", 4.5, "month"),
    ("The robber faces up to 30 years to life.", "sentence", 30.0, "year"),
    ("The robber could get 12 years if he is convicted.", "sentence", 12.0, "year"),
    ("Each count carries a maximum of 10 years.", "sentence", 10.0, "year"),
    ("The robber got a long sentence, with 7 months to serve.", "served", 7.0, "month"),
    ("The robber served seven months for it.", "served", 7.0, "month"),
    ("The mayor's term of office is six years.", "term", 6.0, "year"),
    ("The term of office of the mayors of Norby will be six years.", "term", 6.0, "year"),
    ("They built the bridge in the record time of nine days.", "time", 9.0, "day"),
]
STATES = [
    ("The robber was caught after eight days on the run.", "run", 8.0, "day"),
    ("The robber was caught after a week on the run.", "run", 1.0, "week"),
    ("The divers were freed after three months in captivity.", "captivity", 3.0, "month"),
    ("She spent five hours in surgery.", "surgery", 5.0, "hour"),
    ("The town had light again after two days without power.", "power", 2.0, "day"),
    ("The jury was split after 30 hours of deliberations.", "deliberation", 30.0, "hour"),
    ("The repair time for the bridge will be around nine days, depending on the tide.", "repair", 9.0, "day"),
    ("It will take nine days to repair the bridge.", "repair", 9.0, "day"),
    ("He was sentenced to two life terms plus 130 years.", "sentence", 130.0, "year"),
]
NOT_TOLD = [
    "She left the mill after ten years in Norby.",
    "She waited a week.",
    "He had waited for years.",
    "In recent months prices rose.",
    "The 33-year-old singer left.",
    "It was the ten-year anniversary of the flood.",
    "A zero-day flaw was found.",
    "The five-year veteran was hurt.",
    "She left two days later.",
    "It was their first win in four years.",
    "The mill was given six months to clean up the river.",
    "The election is two weeks away.",
    "The fire was three days old.",
    "The mill faces ten years without growth.",
    "She got four days off.",
]


@pytest.mark.parametrize(("text", "noun", "number", "unit"), TOLD + STATES)
def test_durations(text, noun, number, unit):
    [context] = contexts(text)
    [claim] = durations(context)
    assert (claim.measure, claim.low if claim.low is not None else claim.high, claim.unit) == (noun, number, unit)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_lasts_no_counted_time(text):
    [context] = contexts(text)
    assert durations(context) == ()


def test_one_contract_in_other_words():
    [fact] = [
        fact
        for fact in facts(
            "The Norra label offered the singer Ida Moll a six-year contract on Friday.",
            "The singer Ida Moll got a six-year offer from the Norra label, her manager said.",
        )
        if fact.kind == "figure"
    ]
    assert carriers(fact) == ["a", "b"]
    assert fact.question.startswith("How long: ")


def test_two_offers_are_not_at_odds():
    found = facts(
        "The Norra label offered the singer Ida Moll a six-year contract on Friday.",
        "The Arle label offered the singer Ida Moll a seven-year contract on Friday.",
    )
    assert "disputed" not in {fact.verdict for fact in found if fact.kind == "figure"}


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [
        ("He gave up on Monday, ending an 11-hour standoff without a shot.", "standoff", 11.0),
        ("The siege of the bank in Norby ends after 11 hours.", "siege", 11.0),
        ("The guests reached Norby 49 hours behind schedule.", "delay", 49.0),
        ("The first engine came after fifty minutes and had no water.", "arrival", 50.0),
        ("The pilot had logged 1,860 hours.", "flown", 1860.0),
        ("The pilot had about 2,400 hours in the air.", "flown", 2400.0),
        ("Moll gets nine years over the theft in Norby.", "sentence", 9.0),
    ],
)
def test_a_duration_by_the_words_on_either_side(text, noun, number):
    [context] = contexts(text)
    [claim] = durations(context)
    assert (claim.measure, claim.low or claim.high) == (noun, number)
