"""Name the stories of a library near a story or an article, each with its reason.

Reads   the id of a story or an article
Gives   Related with the story's title, nearest first, diverse; UnknownId
Misses  what is related by cause alone and shares no name, place, subject or meaning

The search finds the stories to look at, by the words and the meaning of titles and leads; `stories.related` ranks them.
"""

from collections.abc import Sequence

from twosource.model import Article, Related, Story, UnknownId
from twosource.run.search_memory import Memory
from twosource.run.search_query import understand
from twosource.run.search_rank import meaning_of, rank_articles
from twosource.store import Store, View
from twosource.store.find import Finder
from twosource.stories import related
from twosource.text.passages import passages

ASKED_BY = 5
"""Articles of a story by which its neighbours are looked for, the first and the last among them."""

LEAD = 3
"""Passages of an article that are looked for: title and lead."""

LOOKED_AT = 40
"""Stories that are ranked: eight times what is shown."""

READ_OF = 12
"""Articles of a story that are read for it: as many as `stories.related` looks at."""


def related_in(store: Store, id: str, count: int = 5, memory: Memory | None = None) -> tuple[tuple[Related, str], ...]:
    """Return up to `count` stories near the story or article with this id, each with its title; raises UnknownId.

    `memory` is that of a process that searches often.
    """
    with store.view() as view:
        asked, own = _asked(view, id)
        finder = Finder(view.connection)
        memory = memory or Memory()
        memory.refresh(finder)
        members = [asked] if isinstance(asked, Article) else list(view.articles_of(asked.articles).values())
        near = _near(finder, memory, members, own)
        stories = [view.story(name) for name in near]
        articles = view.articles_of(one for story in stories for one in story.articles[:READ_OF])
        articles |= {article.id: article for article in members}
        titles = {story.id: story.title for story in stories}
        return tuple((found, titles[found.id]) for found in related(asked, stories, articles, count))


def _asked(view: View, id: str) -> tuple[Story | Article, str]:
    """The article or story with this id, and the id of the story that it is (in)."""
    try:
        article = view.article(id)
    except UnknownId:
        story = view.story(id)
        return story, story.id
    return article, view.story_of(id)


def _near(finder: Finder, memory: Memory, members: Sequence[Article], own: str) -> list[str]:
    """Stories that share words or meaning with the articles, the nearest first."""
    scores: dict[str, float] = {}
    step = max(1, len(members) // ASKED_BY)
    for article in members[::step][:ASKED_BY]:
        text = " ".join(span.of(article.text) for span in passages(article, LEAD))
        if not any(char.isalnum() for char in text):
            continue
        asked = understand(text.replace('"', " ").replace("“", " ").replace("”", " "))
        found = rank_articles(finder, memory, asked, meaning_of(asked), None).total
        places = finder.places_of(list(found)[: 5 * LOOKED_AT])
        for seq, score in found.items():
            story = places.get(seq, ("", ""))[1]
            if story and story != own:
                scores[story] = max(scores.get(story, 0.0), score)
    return sorted(scores, key=lambda story: (-scores[story], story))[:LOOKED_AT]
