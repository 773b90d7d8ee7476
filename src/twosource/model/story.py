"""Articles about one event, and everything found in them."""

from typing import Literal

import msgspec

from twosource.model.article import Article
from twosource.model.entity import Entity, Occurrence
from twosource.model.lineage import Lineage
from twosource.model.mention import Mentions


class Story(msgspec.Struct, frozen=True):
    """A group of articles about one event. `articles` are ids in order of publication, then id; teasers included.

    `summary` is one sentence of one of the articles. `title_from` and `summary_from` are where the two stand: they read
    exactly ``text[start:end]`` of that article. `title_from` is None when the title stands in no text.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    summary: str = ""
    title_from: Occurrence | None = None
    summary_from: Occurrence | None = None


class StoryChange(msgspec.Struct, frozen=True):
    """What happened to a story, so that links to it keep working.

    `story` was split off from `other`, or took in all of it (merged) or some of its articles (moved); or it went quiet,
    or came back. `article` is the id of the article that brought it about, "" when none did; `articles` are those that
    changed story.
    """

    kind: Literal["split", "merged", "moved", "quiet", "returned"]
    story: str
    other: str = ""
    article: str = ""
    articles: tuple[str, ...] = ()


class Related(msgspec.Struct, frozen=True):
    """A story or article near another but not of it: `id`, likeness (0 to 1), and the reason in a few words."""

    id: str
    likeness: float
    why: str


class Evidence(msgspec.Struct, frozen=True):
    """What is known of a set of articles: the articles themselves, their mentions, entities and lineage.

    `mentions` holds one item an article, in the same order as `articles`.
    """

    articles: tuple[Article, ...]
    mentions: tuple[Mentions, ...]
    entities: tuple[Entity, ...] = ()
    lineage: Lineage = Lineage()
