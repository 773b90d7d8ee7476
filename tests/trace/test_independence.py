import pytest

from twosource.model import Credit, Family, Lineage, Passage, Share, Span, Voice
from twosource.trace import independent

REUTERS_COPY = Credit("1", "Reuters", "agency", whole=True)
FAMILY = Family("f", ("1", "2"), "Reuters")
PASTED = Share("1", "2", "rewrite", (Passage(Span(0, 50), Span(100, 150)),))

# (one voice, the other, lineage, answer, a word of the reason)
CASES = [
    (Voice("1", "CNN"), Voice("1", "CNN"), Lineage(), "no", "one article"),
    (Voice("1", "CNN"), Voice("2", "CNN.com"), Lineage(), "no", "printed by"),
    (Voice("1", "CNN"), Voice("2", "HuffPost"), Lineage((FAMILY,)), "no", "same text"),
    (Voice("1", "CNN"), Voice("2", "HuffPost"), Lineage(between=(PASTED,)), "no", "word for word"),
    (
        Voice("1", "CNN", span=Span(60, 70)),
        Voice("2", "HuffPost", span=Span(0, 9)),
        Lineage(between=(PASTED,)),
        "yes",
        "",
    ),
    (Voice("1", "CNN"), Voice("2", "Reuters"), Lineage(credits=(REUTERS_COPY,)), "no", "Reuters"),
    (Voice("1", "CNN"), Voice("2", "HuffPost", ("Reuters",)), Lineage(credits=(REUTERS_COPY,)), "no", "Reuters"),
    (Voice("1", "CNN", ("HuffPost",)), Voice("2", "HuffPost"), Lineage(), "no", "HuffPost"),
    (Voice("1", "CNN", ("Ada Berg",)), Voice("2", "HuffPost", ("Ada Berg",)), Lineage(), "no", "Ada Berg"),
    (
        Voice("1", "CNN", ("Berg",), "e1"),
        Voice("2", "HuffPost", ("the minister",), "e1"),
        Lineage(),
        "no",
        "Both have it",
    ),
    (Voice("1", "The Times"), Voice("2", "The Wall Street Journal"), Lineage(), "no", "owner"),
    (Voice("1", "CNN", ("unnamed",)), Voice("2", "HuffPost", ("unnamed",)), Lineage(), "unsure", "not name"),
    (Voice("1", "CNN", ("unnamed",)), Voice("2", "HuffPost"), Lineage(), "unsure", "not name"),
    (Voice("1", ""), Voice("2", "HuffPost"), Lineage(), "unsure", "not known"),
    (Voice("1", "Harbour Post"), Voice("2", "Valley Courier"), Lineage(), "yes", ""),
    (Voice("1", "Yahoo News"), Voice("2", "Valley Courier"), Lineage(), "unsure", "what others report"),
    (Voice("1", "Yahoo News", ("Ada Berg",)), Voice("2", "Valley Courier"), Lineage(), "yes", ""),
    (Voice("1", "CNN", ("Ada Berg",)), Voice("2", "HuffPost", ("Tom Lind",)), Lineage(), "yes", ""),
]


@pytest.mark.parametrize(("a", "b", "lineage", "answer", "word"), CASES)
def test_independence_both_ways(a, b, lineage, answer, word):
    found = independent(a, b, lineage)
    assert found.answer == answer
    assert word in found.why
    assert found.why.endswith(".")
    assert independent(b, a, lineage).answer == answer
