"""Which one in order: what is counted through, and two ordinals of one thing."""

import pytest

from stories import carriers, contexts, facts
from twosource.check.claims.ordinals import ordinals


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arle marked its 160th anniversary on Monday.", [(160, "160th anniversary")]),
        ("Lowe will host the 81st annual Harn Awards ceremony.", [(81, "81st annual Harn Awards ceremony")]),
        ("Pike is the fifth coach fired this season.", [(5, "fifth coach")]),
        ("Arle won their eighth consecutive match.", [(8, "eighth consecutive match")]),
        ("It was Harn's twenty-fifth election.", [(25, "twenty-fifth election")]),
        ("It was his third win.", []),
        ("It fell in the seventh round.", []),
        ("He lived on the fifth floor.", []),
        ("They met in the 19th century.", []),
        ("In the sixth Lowe fell.", []),
    ],
)
def test_an_ordinal_tells_which_one_it_is(text, told):
    [context] = contexts(text)
    assert [(claim.low, claim.value) for claim in ordinals(context)] == told


def _asked(*texts):
    return [fact for fact in facts(*texts) if fact.question.startswith("Which number in order")]


def test_one_ordinal_in_other_words_is_one_fact():
    [fact] = _asked("Lowe will host the 81st Harn Awards.", "Ann Lowe is host of the 81st annual Harn ceremony.")
    assert carriers(fact) == ["a", "b"]


def test_two_ordinals_of_one_thing_differ():
    texts = (
        "Pike is the fifth Harn coach fired this season.",
        "Tom Pike became the sixth Harn coach who was fired this season.",
    )
    [fact] = _asked(*texts)
    assert fact.verdict == "disputed"


def test_who_tells_of_both_contradicts_nobody():
    texts = (
        "Pike is the fifth Harn coach fired this season. Lowe was the sixth Harn coach fired this season.",
        "Tom Pike became the sixth Harn coach who was fired this season.",
    )
    assert "disputed" not in {fact.verdict for fact in _asked(*texts)}
