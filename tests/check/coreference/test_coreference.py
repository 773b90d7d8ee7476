"""Which mentions across articles tell of one event."""

import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from growth import in_proportion
from twosource.annotate import annotate
from twosource.check.coreference import same_events
from twosource.check.coreference.words import head_of, kind_of
from twosource.check.language.words import stem
from twosource.model import Argument, Article, Clause, Entity, Mention, Mentions, Name, Occurrence, Span, Time
from twosource.text.lexicon import table

SAME_KIND = [
    ("robbery", "robbed"),
    ("heist", "stolen"),
    ("the takeover", "bought"),
    ("acquisition", "acquire"),
    ("shot dead", "killed"),
    ("quake", "earthquake"),
    ("sacked", "dismissal"),
    ("checked herself into", "entered"),
    ("victory", "beat"),
    ("unveiled", "launch"),
    ("blaze", "fire"),
    ("fell", "fall"),
    ("was arrested", "apprehended"),
    ("found guilty", "conviction"),
    ("opened fire", "the shooting"),
]
OTHER_KIND = [
    ("robbery", "arrested"),
    ("took over", "took"),
    ("fire", "fired"),
    ("verdict", "sentence"),
    ("jailed", "arrested"),
    ("win", "loss"),
    ("said", "sentenced"),
]


def kind(words):
    head = head_of(words, Span(0, len(words)), ())
    return kind_of(words, head)


@pytest.mark.parametrize(("one", "other"), SAME_KIND)
def test_words_for_one_kind_of_event(one, other):
    assert kind(one) == kind(other)


@pytest.mark.parametrize(("one", "other"), OTHER_KIND)
def test_words_for_two_kinds_of_event(one, other):
    assert kind(one) != kind(other)


HEADS = [
    ("the armed robbery of a bank", "robbery"),
    ("took aim", "aim"),
    ("according to", "according"),
    ("driving under the influence", "driving"),
    ("on suspicion", "suspicion"),
    ("it", None),
    ("which", None),
]


@pytest.mark.parametrize(("words", "expected"), HEADS)
def test_the_head_of_a_mention(words, expected):
    head = head_of(words, Span(0, len(words)), ())
    assert (head.word if head else None) == expected


STORIES = [
    # texts, each event mention in brackets with the letter of its event
    (
        ["Masked men [a:robbed] a bank in Lund on Monday.", "The [a:heist] in Lund shocked the town."],
        "one kind, one event",
    ),
    (["Police [a:arrested] Ann Berg.", "Berg's [a:arrest] came at dawn."], "verb and noun"),
    (["Mayor Ann Berg [a:said] so.", "Judge Otto Lind [b:said] no."], "two speakers"),
    (["Ann Berg [a:said] so.", "It is late, Ann Berg [a:said]."], "one speaker"),
    (["A court in Oslo [a:jailed] Ann Berg.", "A court in Lima [b:jailed] Otto Lind."], "other place, other person"),
    (["[a:It] began.", "[b:It] ended."], "pronouns stand alone"),
]


def marked(texts):
    """The articles, the spans of their marked mentions, and the letter of each."""
    articles, spans, letters = [], {}, {}
    for number, text in enumerate(texts):
        plain, name = "", f"art{number}"
        for index, piece in enumerate(text.replace("]", "[").split("[")):
            word = piece[2:] if index % 2 else piece
            if index % 2:
                spans.setdefault(name, []).append(Span(len(plain), len(plain) + len(word)))
                letters[Occurrence(name, spans[name][-1])] = piece[0]
            plain += word
        articles.append(Article(id=name, text=plain))
    return articles, spans, letters


@pytest.mark.parametrize(("texts", "why"), STORIES, ids=[why for _, why in STORIES])
def test_events_across_articles(texts, why):
    articles, spans, letters = marked(texts)
    clusters = same_events(articles, [annotate(article) for article in articles], spans)
    expected = {frozenset(at for at in letters if letters[at] == letter) for letter in letters.values()}
    assert {frozenset(cluster) for cluster in clusters} == expected, why


def told(name, verb, who, day="", text=""):
    """An article in which somebody does something, with its mentions made by hand."""
    text = text or f"{who} {verb} ."
    at = Span(len(who) + 1, len(who) + 1 + len(verb))
    subject = Span(0, len(who))
    times = (Mention(Time("DATE", day, day, day, dates=(at,)), Span(at.end, at.end + 1), "t"),) if day else ()
    clause = Clause(verb, Span(0, len(text)), (Argument("subject", subject, who),))
    found = Mentions(
        name,
        sentences=(Span(0, len(text)),),
        names=(Mention(Name(who, "person"), subject, "t"),),
        times=times,
        clauses=(Mention(clause, at, "t"),),
    )
    return Article(id=name, text=text), found, at


def clustered(*stories, entities=()):
    return same_events(
        [article for article, _, _ in stories],
        [found for _, found, _ in stories],
        {article.id: [at] for article, _, at in stories},
        entities,
    )


def test_a_day_far_away_is_another_event():
    near = told("a", "marched", "Berg", "2021-05-03"), told("b", "marched", "Berg", "2021-05-04")
    far = told("a", "marched", "Berg", "2021-05-03"), told("b", "marched", "Berg", "2020-05-03")
    assert len(clustered(*near)) == 1
    assert len(clustered(*far)) == 2


def test_a_linked_entity_is_one_party_under_two_names():
    first, second = told("a", "said", "Berg"), told("b", "said", "Mayor")
    spans = tuple(Occurrence(article.id, found.names[0].span) for article, found, _ in (first, second))
    assert len(clustered(first, second)) == 2
    assert len(clustered(first, second, entities=[Entity("p1", "Ann Berg", "person", mentions=spans)])) == 1


def test_the_order_of_articles_does_not_matter():
    stories = [
        told(f"a{i}", verb, who) for i, (verb, who) in enumerate([("fled", "Li"), ("escaped", "Bo"), ("ran", "Li")])
    ]
    assert clustered(*stories) == clustered(*reversed(stories))


def test_an_article_without_mentions_of_its_own_is_still_clustered():
    article = Article(id="a", text="The blaze spread.")
    assert same_events([article], [], {"a": [Span(4, 9)]}) == ((Occurrence("a", Span(4, 9)),),)


@settings(max_examples=60)
@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 70), st.integers(0, 9)), max_size=8))
def test_every_mention_is_in_exactly_one_cluster(text, places):
    spans = [Span(start, start + length) for start, length in places]
    clusters = same_events([Article(id="a", text=text)], [Mentions("a")], {"a": spans})
    assert sorted(at.span for cluster in clusters for at in cluster) == sorted(set(spans))


@pytest.mark.parametrize(
    "text", ["said " * 2000, "\u202b\u05d0\u05de\u05e8 \U0001f525", "," * 10_000, "“unclosed 'x", ""]
)
def test_odd_text(text):
    span = Span(0, len(text))
    assert len(same_events([Article(id="a", text=text)], [], {"a": [span]})) == 1


def test_time_grows_about_with_the_number_of_mentions():
    def work(size):
        stories = [told(f"a{i:05}", ("fled", "said", "won")[i % 3], f"Name{i % 97}") for i in range(size)]
        return lambda: clustered(*stories)

    assert in_proportion(work, 2000, 8000, 10)  # four times the mentions; quadratic would take sixteen times


def test_each_word_of_the_list_stands_in_one_set():
    sets = {}
    for number, members in enumerate(table("event_synonyms")):
        for word, _, part in (member.partition("/") for member in members):
            key = ("-".join(stem(piece) for piece in word.split("-")), part)
            assert sets.setdefault(key, number) == number, word


def test_the_module_is_importable_beside_the_verb_of_its_package_s_name():
    assert importlib.import_module("twosource.check.coreference").same_events is same_events
