"""Articles about one event, and everything found in them."""

import msgspec

from twosource.model.article import Article
from twosource.model.entity import Entity
from twosource.model.lineage import Lineage
from twosource.model.mention import Mentions


class Story(msgspec.Struct, frozen=True):
    """A group of articles about one event. `articles` are ids in order of publication, then id; teasers included."""

    id: str
    title: str
    articles: tuple[str, ...]


class Evidence(msgspec.Struct, frozen=True):
    """What is known of a set of articles: the articles themselves, their mentions, entities and lineage.

    `mentions` holds one item an article, in the same order as `articles`.
    """

    articles: tuple[Article, ...]
    mentions: tuple[Mentions, ...]
    entities: tuple[Entity, ...] = ()
    lineage: Lineage = Lineage()
