"""Sentences become vectors and codes, the same each time; passages and words stand where they say."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.model import Article, Block, Span
from twosource.text.meaning import CODE, as_codes, codes_of, distances, likeness, vectors_of
from twosource.text.passages import PASSAGES, headline, passages, sentences
from twosource.text.stems import joined, words_of

ODD = [
    "",
    " ",
    "🙂🙂",
    "a" * 200_000,
    "," * 10_000,
    "שלום עולם",
    "\ud800",
    "\x00",
    "مرحبا ؟",
    "Zelenskyy’s",
    "“",
    "é" * 50,
]

NEARER = [
    ("The ship sank off the coast.", "A vessel went down at sea.", "Parliament passed the budget."),
    ("Police arrested two suspects.", "Officers detained a pair of men.", "Rain is expected at the weekend."),
    ("The president resigned.", "The head of state stepped down.", "The striker scored twice."),
]


@pytest.mark.parametrize(("asked", "near", "far"), NEARER)
def test_what_means_the_same_is_nearer(asked, near, far):
    a, b, c = vectors_of([asked, near, far])
    assert a @ b > a @ c


def test_vectors_have_length_one_or_none_and_do_not_depend_on_company():
    together = vectors_of(["The ship sank.", "", "Rain fell."])
    assert np.allclose(np.linalg.norm(together, axis=1), [1, 0, 1], atol=1e-5)
    assert (vectors_of(["Rain fell."])[0] == together[2]).all()


def test_codes_are_compared_by_bits_and_by_likeness():
    told = ["The ship sank.", "A vessel went down.", "Parliament passed the budget."]
    vectors = vectors_of(told)
    data = codes_of(vectors)
    assert len(data) == CODE * len(told)
    codes = as_codes(data)
    plain = [[int(((one > 0) != (other > 0)).sum()) for other in vectors] for one in vectors]
    for number in range(len(told)):
        assert distances(codes, codes[:, number : number + 1]).tolist() == plain[number]
    assert likeness(codes, vectors[0]).argmax() == 0
    assert distances(as_codes(b""), codes[:, :1]).tolist() == []


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_cut_within_bounds(text):
    article = Article(text=text)
    assert vectors_of([text]).shape == (1, 256)
    for span in (*sentences(text), *passages(article)):
        assert 0 <= span.start < span.end <= len(text) and span.of(text).strip() == span.of(text)
    for word in (*words_of(text), *joined(text)):
        assert 0 <= word.start < word.end <= len(text) and word.stem


@settings(max_examples=100)
@given(st.text(max_size=300))
def test_words_and_sentences_are_in_order(text):
    words, spans = list(words_of(text)), list(sentences(text))
    assert [word.start for word in words] == sorted(word.start for word in words)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(word.stem.isalnum() for word in words)


def test_passages_are_title_and_body_without_captions():
    parts = (
        "A title of some length here",
        "A caption under the picture",
        "First sentence of the body. Second one follows.",
    )
    text = "\n\n".join(parts)
    at = [text.index(part) for part in parts]
    kinds = ("title", "caption", "paragraph")
    blocks = tuple(Block(k, Span(a, a + len(p))) for k, a, p in zip(kinds, at, parts, strict=True))  # type: ignore[arg-type]
    article = Article(text=text, blocks=blocks)
    assert [span.of(text) for span in passages(article)] == [parts[0], "First sentence of the body."]
    assert headline(article).of(text) == parts[0]
    assert len(passages(Article(text="This is a sentence that counts. " * 50))) == PASSAGES
