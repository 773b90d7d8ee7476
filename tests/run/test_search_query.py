"""What is typed into a search is understood: words, phrases, speakers, figures."""

import pytest

from twosource.model import BadSetting
from twosource.run.search_query import MOST_WORDS, understand

SPEAKERS = [
    ("what did Medinsky say about the withdrawal", "medinski", "withdraw"),
    ("What did the fire chief say about motives?", "fire chief", "motiv"),
    ("what has Anna Larsson said on taxes", "anna larsson", "tax"),
    ("statements by Rita Borg on bread", "rita borg", "bread"),
    ("Rita Borg on bread prices", "rita borg", "bread price"),
]


@pytest.mark.parametrize(("query", "speaker", "topic"), SPEAKERS)
def test_who_is_asked_about(query, speaker, topic):
    asked = understand(query)
    assert " ".join(asked.speaker) == speaker
    assert asked.words.stems == tuple(f"{speaker} {topic}".split())


NO_SPEAKER = ["what happened in Selby", "blaze on Mill Street", "how many people said yes", "news about taxes"]


@pytest.mark.parametrize("query", NO_SPEAKER)
def test_nobody_is_asked_about(query):
    assert understand(query).speaker == ()


FIGURES = [
    ("how many refugees crossed", True, "refuge cross"),
    ("figures for refugees", True, "refuge"),
    ("number of prisoners released", True, "prison releas"),
    ("death toll in Vesta", True, "death toll vesta"),
    ("figures", False, "figur"),
    ("refugees in Medyka", False, "refuge medyka"),
]


@pytest.mark.parametrize(("query", "figure", "words"), FIGURES)
def test_figures_are_asked_for(query, figure, words):
    asked = understand(query)
    assert (asked.figure, " ".join(asked.words.stems)) == (figure, words)


def test_phrases_are_kept_as_typed():
    asked = understand('talks "immediate cease-fire" “safe corridor”')
    assert asked.exact == ("immediate cease-fire", "safe corridor")
    assert asked.words.phrases == (("immedi", "ceas", "fire"), ("safe", "corridor"))


def test_only_function_words_are_words_all_the_same():
    assert understand("to be or not").words.stems == ("to", "be", "or", "not")


def test_a_long_query_is_read_to_a_limit():
    asked = understand(" ".join(f"word{number}" for number in range(5_000)))
    assert len(asked.words.stems) == MOST_WORDS


@pytest.mark.parametrize("query", ["!!!", "🙂", "'", '" "'])
def test_no_word_is_refused(query):
    with pytest.raises(BadSetting, match="no word"):
        understand(query)
