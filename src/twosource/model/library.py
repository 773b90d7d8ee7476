"""What a library knows about what it holds: versions of pages, stories at a glance."""

import msgspec


class Version(msgspec.Struct, frozen=True):
    """One version of a page.

    `key` is the page's address, or the path it was read from; `number` counts from 1 in the order in which versions
    were added. `article` is the article read from it, `before` that of the version before, "" for the first. `fetched`
    and `added` are ISO 8601 instants, `fetched` "" for a file.
    """

    key: str
    number: int
    article: str
    before: str = ""
    fetched: str = ""
    added: str = ""


class StoryLine(msgspec.Struct, frozen=True):
    """A story at a glance.

    `articles` counts its articles and teasers, `pages` the articles alone, `outlets` who carries it. `first` and
    `last` are the days of publication, "" when unknown. `facts` counts its facts, `disputed` those in dispute;
    `stale` is True when articles came after the facts were last drawn.
    """

    id: str
    title: str
    summary: str = ""
    articles: int = 0
    pages: int = 0
    outlets: int = 0
    first: str = ""
    last: str = ""
    facts: int = 0
    disputed: int = 0
    stale: bool = False
