"""Older events in background paragraphs."""

import pytest

from stories import contexts
from twosource import annotate
from twosource.check.background import background, own_year
from twosource.model import Article, Instant, Mentions

# (text, the words of a sentence, its key)
OLDER = [
    ("A flood killed four people on Tuesday. In 1998 a flood killed 1,200 people.", "In 1998", "1998"),
    ("The quake struck at noon. A quake killed more than 26,000 people in Bam in December 2003.", "A quake", "2003"),
    ("It was the worst flood since 1998.", "It was", ""),
    ("More people died than in 1998.", "More", ""),
    ("Some 14,000 people have died since 2014.", "Some", "since 2014"),
    ("In 1998 a flood hit Arle.\n\nIt killed 40 people.", "It killed", "1998"),
    ("In 1998 a flood hit Arle.\n\nThe mayor spoke on.", "The mayor", ""),
]


@pytest.mark.parametrize(("text", "words", "key"), OLDER)
def test_older(text, words, key):
    [context] = contexts(text)
    [sentence] = [s for s in context.mentions.sentences if context.text(s).startswith(words)]
    assert context.background.get(sentence, "") == key


def test_no_year_is_known():
    assert own_year([Mentions("a")]) is None


UNDATED = [
    ("A clerk was shot on Tuesday. A guard was shot at the mill two years ago.", "A guard", "two years ago"),
    ("A clerk was shot on Tuesday. Two years ago, a guard left. It killed his pride.", "It killed", "two years ago"),
    ("He was found guilty today of shooting a guard two years ago.", "He was", ""),
    ("She left Leeds four years ago and came back 12 weeks ago.", "She left", ""),
    ("The guard had worked there for two years.", "The guard", ""),
]


@pytest.mark.parametrize(("text", "words", "key"), UNDATED)
def test_years_ago_is_older_whenever_the_article_was_written(text, words, key):
    mentions = annotate(Article(id="a", text=text))
    found = background(Article(id="a", text=text), mentions, "")
    [sentence] = [s for s in mentions.sentences if s.of(text).startswith(words)]
    assert found.get(sentence, "") == key


def test_a_month_that_was_long_ago_is_another_time():
    text = "A man shot a clerk on Monday. In February a gunman killed five people."
    article = Article("a", text=text, published=Instant("2023-04-11"))
    [older] = background(article, annotate(article), "2023-04-11").values()
    assert older == "2023"


def test_who_counts_in_weeks_tells_of_what_goes_on():
    article = Article("a", text="She came home 12 weeks ago.", published=Instant("2023-06-10"))
    assert background(article, annotate(article), "2023-06-10") == {}


def test_a_story_that_only_names_a_year_far_ahead_has_no_background():
    text = "The river rose on Tuesday. By 2150 the sea will be a metre higher."
    assert background(Article("a", text=text), annotate(Article("a", text=text)), "") == {}


def test_what_was_news_when_the_story_began_is_the_storys_own():
    text = "The storm of Aug. 7, 2021 killed 30 people. The one of June 3, 2020 killed five."
    article = Article(id="late", text=text, published=Instant("2022-08-04"))
    mentions = annotate(article)
    keys = [
        key
        for _, key in sorted(background(article, mentions, "2022-08-04", None, {"2021-08-09", "2022-08-04"}).items())
    ]
    assert keys == ["2020"]
