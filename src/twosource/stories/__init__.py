"""What is it about: group articles into stories, and name what is related.

Reads   Article
Gives   Story, StoryChange, Related
Misses  see `terms`, `stream`, `divide`, `title`, `related`
"""

from collections.abc import Sequence

from twosource.model import Article, Mentions, Story
from twosource.stories.opened import StoriesState
from twosource.stories.related import reason, related
from twosource.stories.stream import Stories
from twosource.stories.title import Headline, headline

__all__ = ["Headline", "Stories", "StoriesState", "group", "headline", "reason", "related", "story_of"]


def group(articles: Sequence[Article], mentions: Sequence[Mentions] | None = None) -> tuple[Story, ...]:
    """Return the stories of the articles, in the order in which they were founded; articles are taken as given.

    `mentions` are not needed: names are read off the text, since grouping comes before annotation in a stream.

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
    return tuple(story_of(id, [by_id[article] for article in members]) for id, members in stream.groups())


def story_of(id: str, articles: Sequence[Article]) -> Story:
    """Return a story of the articles, with its headline."""
    found = headline(articles)
    ordered = sorted(articles, key=lambda article: (article.published.value if article.published else "", article.id))
    return Story(
        id,
        found.title,
        tuple(article.id for article in ordered),
        found.summary,
        found.title_from,
        found.summary_from,
    )
