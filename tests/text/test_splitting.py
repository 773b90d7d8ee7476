import re

from hypothesis import given
from hypothesis import strategies as st

from twosource.text.splitting import split

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
EACH = re.compile(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
JOINED = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
TEXTS = st.text() | st.text(alphabet="ab Z'’_,\n会ที่・ー🔥𝒜ßİ\u00a0\u2003-9½é\u0301\ud800")


def spans(found):
    return list(zip(found.words, found.starts.tolist(), found.ends.tolist(), strict=True))


@given(TEXTS)
def test_words_are_those_of_a_regular_expression(text):
    assert spans(split(text)) == [(match[0], *match.span()) for match in EACH.finditer(text)]
    joined = split(text, scripts=False, joined=True)
    assert spans(joined) == [(match[0], *match.span()) for match in JOINED.finditer(text)]
