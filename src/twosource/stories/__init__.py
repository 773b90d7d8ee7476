"""What is it about: group articles into stories, and name what is related.

Reads   Article
Gives   Story
Misses  see `terms`, `stream`, `divide`
"""

from collections.abc import Sequence

from twosource.model import Article, Mentions, Story
from twosource.stories.stream import Stories, StoriesState

__all__ = ["Stories", "StoriesState", "group"]


def group(articles: Sequence[Article], mentions: Sequence[Mentions] | None = None) -> tuple[Story, ...]:
    """Return the stories of the articles, taken in the order given.

    >>> fire = "A fire gutted the Selby bakery on Mill Street. Firefighters from Selby and Goole fought it until dawn."
    >>> vote = "Parliament in Valletta passed the budget by two votes after a night of talks with the Greens."
    >>> articles = [Article(id="1", text=fire), Article(id="2", text=vote), Article(id="3", text=fire)]
    >>> [story.articles for story in group(articles)]
    [('1', '3'), ('2',)]
    """
    stream = Stories()
    for article in articles:
        stream.add(article)
    stream.tidy()
    by_id = {article.id: article for article in articles}
    return tuple(
        Story(story, _title([by_id[id] for id in ids]), _ordered(ids, by_id)) for story, ids in stream.groups()
    )


def _title(articles: list[Article]) -> str:
    return next((article.title for article in articles if article.title), articles[0].text.strip().split("\n")[0][:120])


def _ordered(ids: tuple[str, ...], by_id: dict[str, Article]) -> tuple[str, ...]:
    def key(id: str) -> tuple[str, str]:
        published = by_id[id].published
        return (published.value if published else "", id)

    return tuple(sorted(ids, key=key))
