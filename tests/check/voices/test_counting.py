import pytest

from twosource.annotate import annotate
from twosource.check import contexts_of
from twosource.check.voices.counting import counted_by
from twosource.link import link
from twosource.model import Article, Evidence, Span, Story


def counters(text, number):
    article = Article(id="a", text=text)
    mentions = annotate(article)
    evidence = Evidence((article,), (mentions,), link((article,), (mentions,)))
    [context] = contexts_of(Story("s", "", ("a",)), evidence)
    start = text.index(number)
    return counted_by(context, Span(start, start + len(number)))


# (text, a number in it, who counted it)
COUNTED = [
    ("The harbour agency counted 52 barns wrecked and 1,140 people driven from theirs.", "52", ("harbour agency",)),
    ("The harbour agency counted 52 barns wrecked and 1,140 people driven from theirs.", "1,140", ("harbour agency",)),
    ("The harbour agency counted 52 barns, and then 12 boats came.", "12", ()),
    ("The Norra Ministry raised the number of dead to 15, after a boy had died.", "15", ("Norra Ministry",)),
    ("The Norra Ministry raised the rent to 15 crowns.", "15", ()),
    ("Police put the crowd at 5,000.", "5,000", ("police",)),
    ("A wave that measured 12 metres hit the quay.", "12", ()),
]


@pytest.mark.parametrize(("text", "number", "chain"), COUNTED)
def test_who_counts(text, number, chain):
    assert counters(text, number) == chain
