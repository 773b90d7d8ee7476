"""Cutting a text at its citations loses nothing and marks the right words."""

import time

from hypothesis import given
from hypothesis import strategies as st

from twosource.dossier.marking import Cite, paragraphs
from twosource.model import DossierArticle, DossierBlock


def article(text, *blocks):
    return DossierArticle("a", "", "", "", "", "en", None, False, text, blocks=tuple(blocks))


TEXTS = st.text(alphabet=st.sampled_from("ab .,\n\u202e\U0001f600é“”‏ש"), max_size=60)


@st.composite
def cited(draw):
    text = draw(TEXTS)
    borders = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    blocks = [DossierBlock("paragraph", a, b) for a, b in zip(borders[::2], borders[1::2], strict=False)]
    spans = draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2, st.integers(1, 4)), max_size=8))
    cites = [Cite(min(a, b), max(a, b), min(a, b), min(min(a, b) + 1, max(a, b)), fact) for a, b, fact in spans]
    return article(text, *blocks), cites


@given(cited())
def test_nothing_is_lost_and_every_cited_letter_is_marked(case):
    one, cites = case
    pieces = [piece for paragraph in paragraphs(one, cites) for piece in paragraph.pieces]
    covered = set()
    for piece in pieces:
        assert one.text[piece.start : piece.start + len(piece.text)] == piece.text
        positions = range(piece.start, piece.start + len(piece.text))
        assert not covered & set(positions)
        covered |= set(positions)
        for at in positions:
            assert set(piece.facts) == {cite.fact for cite in cites if cite.start <= at < cite.end}
    assert all(one.text[at].isspace() for at in set(range(len(one.text))) - covered)


def test_the_number_of_a_fact_stands_where_its_sentence_ends():
    one = article("One. Two. Three.", DossierBlock("paragraph", 0, 16))
    [paragraph] = paragraphs(one, [Cite(0, 4, 0, 3, 7), Cite(0, 9, 5, 8, 8)])
    assert [(piece.text, piece.facts, piece.values, piece.ends) for piece in paragraph.pieces] == [
        ("One", (7, 8), (7,), ()),
        (".", (7, 8), (), (7,)),
        (" ", (8,), (), ()),
        ("Two", (8,), (8,), ()),
        (".", (8,), (), (8,)),
        (" Three.", (), (), ()),
    ]


def test_text_without_blocks_is_cut_at_blank_lines():
    found = paragraphs(article("One.\n\n \nTwo\nlines."), [])
    assert [piece.text for paragraph in found for piece in paragraph.pieces] == ["One.", "Two\nlines."]


def test_a_long_text_with_many_claims_takes_time_in_proportion():
    text = "word " * 40_000
    cites = [Cite(at, at + 40, at, at + 4, at % 97 + 1) for at in range(0, 200_000 - 40, 20)]
    start = time.process_time()
    paragraphs(article(text, DossierBlock("paragraph", 0, len(text))), cites)
    assert time.process_time() - start < 3, "10,000 claims on 200,000 letters: a tenth of a second on a quiet machine"
