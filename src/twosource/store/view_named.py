"""Find in which stories a fact or an entity stands.

Reads   a connection that sees one state of the library; the start of an id
Gives   Holder: the story and the whole id
Misses  facts of stories that were never derived
"""

from typing import Literal, NamedTuple

import sqlalchemy as sa

from twosource.store import tables as t

SHOWN = 20
"""Holders returned at most: more are of no use to anyone who looks for one."""


class Holder(NamedTuple):
    """Where something stands: its story, what it is, its id, and its question or name."""

    story: str
    kind: Literal["fact", "entity"]
    id: str
    title: str


def holders(connection: sa.Connection, id: str, story: str = "") -> tuple[Holder, ...]:
    """Return the facts and entities with this id, or where none has it those whose ids begin so; by story and id.

    With `story` only those of one story are looked for.
    """
    f, e = t.facts.c, t.entities.c
    for exact in (True, False):
        found = [
            *_found(connection, "fact", (f.story, f.id, f.question), id, story, exact),
            *_found(connection, "entity", (e.story, e.id, e.name), id, story, exact),
        ]
        if found:
            return tuple(sorted(found))
    return ()


def _found(
    connection: sa.Connection,
    kind: Literal["fact", "entity"],
    columns: tuple[sa.ColumnElement[str], sa.ColumnElement[str], sa.ColumnElement[str]],
    id: str,
    story: str,
    exact: bool,
) -> list[Holder]:
    held, name, _ = columns
    query = sa.select(*columns).where(name == id if exact else name.startswith(id, autoescape=True))
    if story:
        query = query.where(held == story)
    rows = connection.execute(query.order_by(held, name).limit(SHOWN))
    return [Holder(row[0], kind, row[1], row[2]) for row in rows]
