"""The indexes that search reads: each is told of new articles, of stories derived, and of what is gone.

Reads   nothing
Gives   `INDEXES`, one literal tuple; the writer calls every one of them in its own transaction
Misses  what an index is made of: see the `find` modules

An index is derived: it is cleared by `rebuild`, and told of everything again in the same order.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import sqlalchemy as sa

from twosource.model import Article, Dossier


class Index(NamedTuple):
    """What keeps one index up to date. Each function runs inside a writer's transaction.

    `add_articles` gets articles once each, in order of seq, up to 500 at a time; `write_story` a story's id and
    its dossier, in place of any before; `drop_stories` the ids of stories that are gone; `clear` empties the index.
    """

    name: str
    add_articles: Callable[[sa.Connection, Sequence[Article]], None]
    write_story: Callable[[sa.Connection, str, Dossier], None]
    drop_stories: Callable[[sa.Connection, Sequence[str]], None]
    clear: Callable[[sa.Connection], None]


INDEXES: tuple[Index, ...] = ()
"""Every index."""
