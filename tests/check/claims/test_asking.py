"""What the questions of figures say."""

import pytest

from stories import contexts, facts
from twosource.check.claims.figures import figures

QUESTIONS = [
    ("Ida Moll missed four games after her knee was hurt.", "How many games did Ida Moll miss?"),
    ("Ida Moll is hurt. She will miss four games.", "How many games will Ida Moll miss?"),
    ("Ida Moll landed 178 punches on Monday.", "How many punches did Ida Moll land?"),
    ("The storm tore down 40 houses.", "How many houses did the storm tear down?"),
    ("Ida Moll faces 12 counts of fraud.", "How many counts of fraud does Ida Moll face?"),
    ("Police say 40 houses were flooded on Monday.", "How many houses were flooded?"),
    (
        "The man accused of robbing his three former partners is Ida Moll.",
        "How many former partners: The man was accused of robbing his …?",
    ),
    ("He has three brothers in Arle.", "How many brothers: He has … in Arle?"),
    ("The Moors lost a 10-point lead.", "How many points: The Moors lost … lead?"),
    (
        "Half of the 40 houses in the village burned down.",
        "What percentage of the 40 houses in the village burned down?",
    ),
    ("The parliament has one Green member.", "How many Green members does the parliament have?"),
    ("The Moors own 40 houses.", "How many houses do the Moors own?"),
    ("He carried a 12-gauge shotgun.", "Of what gauge?"),
    ("The 12,000 square foot mill burned down.", "How many square feet: mill burned down?"),
    ("They owe hundreds of thousands of dollars in taxes.", "How much: They owe … in taxes?"),
    ("Two thirds of the shops were looted.", "What percentage of the shops were looted?"),
    ("Ida Moll played in 10 games.", "How many games did Ida Moll play in?"),
    ("Some 200 people, most of them children, left their homes on Monday.", "How many people left their homes?"),
    ("The number of cases has risen to 400.", "How many cases: The number of cases has risen to …?"),
    ("Some 4,000 pages of records were burned.", "How many pages of records were burned?"),
    ("Seven other workers were hiding in a closet.", "How many other workers were hiding in a closet?"),
    ("Temperatures were minus 30 overnight.", "How many degrees: Temperatures were … overnight?"),
]


@pytest.mark.parametrize(("text", "question"), QUESTIONS)
def test_a_question_holds_what_is_counted_and_the_deed(text, question):
    assert question in [fact.question for fact in facts(text) if fact.kind == "figure"]


NOT_COUNTED = [
    "A 911 dispatcher told reporters so.",
    "They answered 911 calls from the mill.",
    "The six-foot-five champion was never in danger.",
    "The No. 2 pick in the draft was hurt.",
    "The 8 Block gang was blamed, they said.",
    "It hit the town at 1852 HKT.",
    "The photograph was taken in the nineteen fifties.",
    "It was a two-handed throw on a three-on-two break.",
    "Call 800-HELP-24 for more.",
    "One night she left.",
    "One woman said so.",
]


@pytest.mark.parametrize("text", NOT_COUNTED)
def test_a_number_that_is_a_name_counts_nothing(text):
    [context] = contexts(text)
    assert not [claim for claim in figures(context) if not claim.unit]


def test_a_place_that_few_figures_name_is_not_in_the_question():
    [fact, *_] = [
        fact
        for fact in facts(
            "Robbers stole 412 rings.", "The robbers stole 412 rings in Paris.", "Robbers made off with 412 rings."
        )
        if fact.kind == "figure"
    ]
    assert "Paris" not in fact.question


def test_a_year_stands_in_a_question_once():
    for fact in facts("Moll has had one loss since beating Ida Holt in 2001.", "Moll won on Friday."):
        assert fact.question.count("2001") < 2


def test_a_question_ends_in_one_mark():
    found = facts("“Oh no, there are forty boats burning!” said Ida Moll. Did Piet Lund sell his forty boats?")
    assert all(not fact.question.rstrip("?").endswith(("!", "?", ",", " ")) for fact in found)


def test_several_who_demand_are_asked_for_in_the_plural():
    found = facts("The strikers demand a pardon. Ida Moll demands a truce.")
    asked = {fact.question.split(" ")[1] for fact in found if fact.kind == "position"}
    assert asked == {"do", "does"}
