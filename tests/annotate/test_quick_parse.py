"""The faster parts give what the model's own parts give, alone and in batches, and forget what they must."""

import importlib
import random

import numpy as np
import pytest
import spacy

from twosource.annotate import annotate, annotate_many, lemmas, vectors
from twosource.annotate.parse import KEPT_WORDS, MODELS, forgetting, model, parse, parse_many
from twosource.model import Article, Block, Mentions, SetupError, Span

STEP = importlib.import_module("twosource.annotate")  # its name in the package is that of the function

TEXTS = (
    "Officials in the northern town said on Monday that 12 people had died when a bridge gave way.",
    "There's a man who can't come; let's go. They've gotta leave. Y'all ain't gonna sing, c'mon!\n\nThere were two.",
    "“It is what it is,” the minister told me. I'd have said it, had he not; do you doubt it? He got it. You did.",
    "",
    " \n\n ",
    "😀 Zażółć gęślą jaźń 東京 شكرا",
    "That was the plan that he had, unless it rained; this one's better than those. Nothin' doin'.",
)


@pytest.fixture(scope="module")
def slow():
    """The same model with all its own parts."""
    name = next(name for name in MODELS if spacy.util.is_package(name))
    return spacy.load(name)


def scramble(seed: int, words: int) -> str:
    """Words of the texts in no order: tags and dependencies that no grammar gives."""
    pool = " ".join(TEXTS).split()
    return " ".join(random.Random(seed).choices(pool, k=words))


@pytest.mark.parametrize("text", [*TEXTS, scramble(1, 200), scramble(2, 200)])
def test_words_get_the_lemmas_and_parts_of_speech_of_the_model(slow, text):
    doc = slow.make_doc(text)
    for name in slow.pipe_names[: slow.pipe_names.index("attribute_ruler")]:
        doc = slow.get_pipe(name)(doc)
    quick = lemmas.Lemmas(slow, slow.get_pipe("attribute_ruler"), slow.get_pipe("lemmatizer"))
    made = quick(doc.copy())
    own = slow.get_pipe("lemmatizer")(slow.get_pipe("attribute_ruler")(doc))
    assert read(made) == read(own)
    assert read(quick(made)) == read(own)


def read(doc):
    return [(word.text, word.tag_, word.dep_, word.pos_, word.lemma_) for word in doc]


@pytest.mark.parametrize("pipe", ["tok2vec", "ner"])
def test_words_get_the_vectors_of_the_model(slow, pipe):
    whole = slow.get_pipe(pipe).model
    own = whole if pipe == "tok2vec" else whole.layers[0].layers[0]
    quick = vectors.quicken(own)
    assert quick is not own
    for _ in range(2):  # the second time from the table
        for doc in [slow.make_doc(text) for text in TEXTS if text]:
            # Sums of 288 products in another order: a few units of the last place of numbers near 1.
            np.testing.assert_allclose(quick.predict([doc])[0], own.predict([doc])[0], atol=1e-5)


def test_a_table_of_vectors_that_is_full_begins_anew(slow):
    own = slow.get_pipe("tok2vec").model
    state = vectors.quicken(own).attrs["vectors"]
    small = vectors.Vectors(state.embed, state.layers, kept=12)
    for text in (*TEXTS, *TEXTS):
        doc = slow.make_doc(text)
        if len(doc):
            np.testing.assert_allclose(small.of(doc), state.of(doc), atol=1e-6)
        assert len(small.rows) <= 12


def articles(texts=TEXTS):
    return [Article(str(number), text) for number, text in enumerate(texts)]


def test_articles_parsed_together_are_parsed_as_alone():
    given = articles([*TEXTS, "One.\n\nTwo, and three"])
    given.append(
        Article("blocks", "Dam breaks Two dead", (Block("title", Span(0, 10)), Block("paragraph", Span(11, 19))))
    )
    alone, together = [parse(article) for article in given], parse_many(given)
    assert [read(one.doc) for one in together] == [read(one.doc) for one in alone]
    assert [one.sentences() for one in together] == [one.sentences() for one in alone]
    assert parse_many([]) == []


def test_articles_annotated_together_are_annotated_as_alone(monkeypatch):
    monkeypatch.setattr(STEP, "BATCH", 3)
    given = articles()
    assert list(annotate_many(given)) == [annotate(article) for article in given]
    assert list(annotate_many(iter(()))) == []


def test_an_article_that_breaks_a_finder_leaves_the_others_whole(monkeypatch):
    def broken(parsed, found):
        if parsed.article.id == "1":
            raise RuntimeError("no such day")
        return ()

    monkeypatch.setattr(STEP, "FINDERS", (STEP.FINDERS[0]._replace(find=broken), *STEP.FINDERS[1:]))
    first, second, third = annotate_many(articles(TEXTS[:3]))
    assert isinstance(first, Mentions) and isinstance(third, Mentions)
    assert isinstance(second, RuntimeError)


def test_an_article_that_cannot_be_parsed_leaves_the_others_whole(monkeypatch):
    def choosy(given, name=""):
        if any(article.id == "2" for article in given):
            raise ValueError("too long")
        return parse_many(given, name)

    monkeypatch.setattr(STEP, "parse_many", choosy)
    monkeypatch.setattr(STEP, "parse", lambda article, name: choosy([article], name)[0])
    found = list(annotate_many(articles(TEXTS[:4])))
    assert [isinstance(one, Mentions) for one in found] == [True, True, False, True]
    assert isinstance(found[2], ValueError)


def test_a_model_that_is_not_there_is_a_bad_set_up():
    with pytest.raises(SetupError, match="no_such_model"):
        list(annotate_many(articles(), "no_such_model"))


def test_lemmas_learnt_while_forgetting_are_learnt_again():
    text = "Blorps blorped two blorpings near Blorpham, they said."
    with forgetting(kept=0):
        first = read(parse(Article("a", text)).doc)
    table = model("").get_pipe("twosource_lemmas")
    known = len(table.known)
    with forgetting(kept=0):
        assert read(parse(Article("b", text)).doc) == first
        assert table.passing
    assert table.passing is None and len(table.known) == known
    with forgetting(kept=KEPT_WORDS):
        assert read(parse(Article("c", text)).doc) == first
