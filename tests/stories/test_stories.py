import random
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from twosource.model import Article, Instant
from twosource.stories import Stories, StoriesState, group, headline, related, story_of

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))
from copies import corpus

MADE = [made.article() for made in corpus(12, seed=5)]

SELBY = "A fire gutted the Selby bakery on Mill Street at dawn. Owner Tom Harker said the ovens exploded. Selby mourns."
GOOLE = "A fire gutted the Goole chandlery on Dock Road at noon. Watchman Ivo Prentiss saw a welder spark. Goole aches."
ASIDES = (
    "Crews from three towns came.",
    "The street stays shut until the walls are safe.",
    "Insurers sent a man with a camera.",
    "A kitchen for the crews was set up in the hall.",
    "Nobody was hurt, the brigade wrote.",
)


def coverage(lead: str, prefix: str) -> list[Article]:
    """Several reports of one fire: its facts in other orders, each with an aside that fits any fire."""
    parts = lead.split(". ")
    found = []
    for place, aside in enumerate(ASIDES):
        chance = random.Random(place)
        shuffled = chance.sample(parts, len(parts))
        found.append(Article(id=f"{prefix}{place}", text=". ".join([*shuffled, aside])))
    return found


def test_two_fires_are_two_stories_in_any_order():
    articles = coverage(SELBY, "s") + coverage(GOOLE, "g")
    for seed in range(4):
        random.Random(seed).shuffle(articles)
        found = {frozenset(id[0] for id in story.articles) for story in group(articles)}
        assert frozenset("sg") not in found


FAIR = (
    "The Selby fair opened on Mill Street with forty stalls. Mayor Ida Moll cut the ribbon and rode the big wheel. "
    "Bakers from Brent sold ginger loaves. A band from Goole played until the lamps were lit. Hats were thrown.",
    "Selby held its fair on Mill Street again. Rain kept many away, and Mayor Ida Moll spoke under a tarpaulin. "
    "A goat ate the prize marrow of Tom Harker. Children from Thane won the sack race, and Vicar Pell lost his keys.",
)


@pytest.mark.parametrize(("second", "stories"), [("2024-03-02", 1), ("2025-03-02", 2)])
def test_two_articles_a_year_apart_must_be_liker_to_be_of_one_event(second, stories):
    days = Instant("2024-03-01"), Instant(second)
    articles = [
        Article(id=str(n), text=text, published=day) for n, (text, day) in enumerate(zip(FAIR, days, strict=True))
    ]
    assert len(group(articles)) == stories


RIVALS = ("It was Odell against Marlow and Pell.", "The town of Harn voted for Odell.")


def on_the_race(number: int) -> Article:
    """An article on one campaign: it names the rivals, and tells of something that no other article tells."""
    chance = random.Random(number)
    told = [
        f"{made_word(chance).title()} {' '.join(made_word(chance) for _ in range(6))} {made_word(chance).title()}."
        for _ in range(12)
    ]
    return Article(id=str(number), text=" ".join([told[0], *RIVALS, *told[1:]]))


def made_word(chance: random.Random) -> str:
    """One of 3,000 words that no language has."""
    letters = random.Random(chance.randrange(3_000))
    return "".join(letters.choice("bdfgklmnprst") + letters.choice("aeiou") for _ in range(3))


def test_articles_on_one_topic_are_no_story():
    found = group([on_the_race(number) for number in range(24)])
    assert max(len(story.articles) for story in found) < 12


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_short_reports_finds_stories(seed):
    chance = random.Random(seed)
    sentences = [
        sentence
        for text in (SELBY, GOOLE, *(on_the_race(number).text for number in range(8)))
        for sentence in text.split(". ")
    ]
    articles = [Article(id=str(n), text=". ".join(chance.sample(sentences, 3))) for n in range(60)]
    stories = Stories()
    for article in articles:
        stories.add(article)
    stories.tidy()
    assert sorted(id for _, ids in stories.groups() for id in ids) == sorted(article.id for article in articles)


@pytest.mark.parametrize(
    "text", ["", " ", "Fire", "…", "🔥", "会談は月曜日に始まった。", "خبر", "word " * 50_000, "," * 10_000]
)
def test_odd_texts_find_a_story(text):
    articles = [Article(id=name, text=text) for name in "abc"]
    assert sorted(id for story in group(articles) for id in story.articles) == ["a", "b", "c"]


def test_a_thousand_equal_texts_are_one_story():
    assert len(group([Article(id=str(n), text=SELBY) for n in range(1000)])) == 1


def restart(stories: Stories) -> Stories:
    raw = msgspec.msgpack.encode(stories.state())
    return Stories(msgspec.msgpack.decode(raw, type=StoriesState))


@settings(max_examples=5, phases=(Phase.explicit, Phase.generate))
@given(st.integers(0, len(MADE)), st.integers(0, 3))
def test_stopping_anywhere_changes_nothing(stop, seed):
    articles = random.Random(seed).sample(MADE, len(MADE))
    through, stopped = Stories(), Stories()
    for place, article in enumerate(articles):
        if place == stop:
            stopped = restart(stopped)
        assert through.add(article) == stopped.add(article)
    through.tidy()
    stopped.tidy()
    assert through.groups() == stopped.groups()
    assert through.changes() == stopped.changes()


def test_every_article_is_in_one_story_and_changes_lead_to_it():
    stories = Stories()
    first = {article.id: stories.add(article) for article in MADE}
    stories.tidy()
    listed = [id for _, ids in stories.groups() for id in ids]
    assert sorted(listed) == sorted(article.id for article in MADE)
    moved = {id for change in stories.changes() for id in change.articles}
    assert all(stories.story_of(id) == story or id in moved for id, story in first.items())


def test_a_story_goes_quiet_and_comes_back(monkeypatch):
    monkeypatch.setattr("twosource.stories.stream.SWEEP", 1)
    stories = Stories()
    day = [Instant(f"2024-03-{number:02}") for number in range(1, 31)]
    stories.add(Article(id="1", text=SELBY, published=day[0]))
    stories.add(Article(id="2", text="Parliament in Valletta passed a budget after a long night.", published=day[9]))
    stories.add(Article(id="3", text=SELBY + " An inquest opened.", published=day[10]))
    assert [(change.kind, change.story) for change in stories.changes()] == [
        ("quiet", "story:1"),
        ("returned", "story:1"),
    ]
    assert stories.story_of("3") == stories.story_of("1")


def test_a_teaser_joins_but_does_not_lead():
    teaser = Article(
        id="t", title="Bakery fire", text="Bakery fire\n\nSelby bakery on Mill Street gutted.", teaser_of="9"
    )
    [story] = group([Article(id="1", text=SELBY), teaser, Article(id="2", text=SELBY + " It was cold.")])
    assert set(story.articles) == {"1", "2", "t"}
    assert story.summary_from is not None
    assert story.summary_from.article != "t"


@given(st.lists(st.text(max_size=300), min_size=1, max_size=4))
def test_headlines_cite_what_they_say(texts):
    articles = [Article(id=str(n), text=text, title=text.split("\n")[0][:80]) for n, text in enumerate(texts)]
    found = headline(articles)
    by_id = {article.id: article for article in articles}
    for said, place in ((found.title, found.title_from), (found.summary, found.summary_from)):
        if place is not None:
            assert place.span.of(by_id[place.article].text) == said


def test_related_says_why_and_leaves_itself_out():
    trial = Article(id="9", text="Tom Harker, who owned a bakery in Selby, went on trial over insurance on Tuesday.")
    budget = Article(id="8", text="Parliament in Valletta passed a budget after a night of talks with the Greens.")
    articles = [Article(id="1", text=SELBY, published=Instant("2024-03-01")), trial, budget]
    stories = [story_of(f"story:{article.id}", [article]) for article in articles]
    asked = stories[0]
    found = related(asked, stories, {article.id: article for article in articles})
    assert [item.id for item in found][:1] == ["story:9"]
    assert "Selby" in found[0].why
    assert asked.id not in {item.id for item in found}
