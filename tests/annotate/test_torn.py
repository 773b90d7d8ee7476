import pytest

from twosource.annotate.attributions import find_attributions
from twosource.annotate.parse import parse
from twosource.model import Article, Mentions


def lines(text):
    article = Article(text=text)
    return [
        " | ".join(
            " ... ".join(" ".join(span.of(text).split()) for span in spans)
            for spans in (found.value.source, found.value.cue, found.value.content)
        )
        for found in find_attributions(parse(article), Mentions(""))
    ]


BEHIND = [
    (  # an inquiry has found it
        "The bell rang at noon for forty seconds, which nobody in the town had heard, an inquiry by the council has "
        "found.",
        "an inquiry by the council | has found | The bell rang at noon for forty seconds, which nobody in the town had "
        "heard",
    ),
    (  # the speaker was read as an apposition, and the cue as a participle
        "The state will pay 900 crowns to the kin of each person hurt in the fire and cover the rent of the homeless "
        "for a year, the ministry announced on Monday.",
        "the ministry | announced | The state will pay 900 crowns to the kin of each person hurt in the fire and cover "
        "the rent of the homeless for a year",
    ),
    (  # the speaker is described by a clause of her own
        "The cuts were to both lines, which join the ports of Malta and Spain, a Telmar spokeswoman who asked not to "
        "be named said.",
        "a Telmar spokeswoman who asked not to be named | said | The cuts were to both lines, which join the ports of "
        "Malta and Spain",
    ),
    (  # a quotation between single marks, the last of which was drawn into the speaker
        "'I had no need of that bridge anymore,' she told the Herald.",
        "she | told | 'I had no need of that bridge anymore,'",
    ),
    (  # why and when it was said stands behind the cue
        "The mill had no alarm, an official said on condition of anonymity because he was not to speak of it.",
        "an official | said | The mill had no alarm",
    ),
    (
        "Nine barges were sunk and some 40 men hurt, officials said as dawn broke on Saturday.",
        "officials | said | Nine barges were sunk and some 40 men hurt",
    ),
    (  # a description stands before the name
        "Guards found nine keys, and a purse, the spokeswoman, Ida Moll, said.",
        "the spokeswoman, Ida Moll, | said | Guards found nine keys, and a purse",
    ),
]
AHEAD = [
    (
        "The US soap giant said on Tuesday that in answer to “the threat to bathers” it at once called in chemists.",
        "The US soap giant | said | that in answer to “the threat to bathers” it at once called in chemists",
    ),
    (
        "Some guards told police that when the driver came into the yard at about noon, he looked as if he was lost.",
        "Some guards | told | that when the driver came into the yard at about noon, he looked as if he was lost",
    ),
    (
        "The college, whose surveyors saw the dam on Friday, holds that the quarry took away its foot.",
        "The college, whose surveyors saw the dam on Friday, | holds | that the quarry took away its foot",
    ),
]
SILENT = [
    "They hold that office for life.",  # what is held may be called "that"
    "In short, the bridge is old.",
]


@pytest.mark.parametrize(("text", "expected"), BEHIND + AHEAD)
def test_a_cue_is_found_where_it_stands(text, expected):
    assert expected in lines(text)


@pytest.mark.parametrize("text", SILENT)
def test_nothing_else_is_a_cue(text):
    assert lines(text) == []


def test_nobody_speaks_twice_through_one_cue():
    text = "The dam held, the mayor said on Sunday. It was old, he said, and it leaked."
    assert len(lines(text)) == 2
