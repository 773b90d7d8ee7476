"""Bring a library to the present version: numbered functions, each recorded in the transaction that it runs in.

Reads   a connection inside a writer's transaction
Gives   a library of version `VERSION`; a StoreError for one that a newer Twosource made
Misses  the way back to an earlier version

A migration is never edited once a version of Twosource has been released with it: add the next one. Its SQL is a file
in `schema`, so that what the tables are now changes none of what they were.
"""

from collections.abc import Callable
from typing import NamedTuple

import sqlalchemy as sa

from twosource.model import StoreError
from twosource.store import find_index, schema


class Migration(NamedTuple):
    """One step between two versions: its number, what it does, and the function that does it."""

    number: int
    name: str
    apply: Callable[[sa.Connection], None]


def _scripted(number: int) -> Callable[[sa.Connection], None]:
    return lambda connection: schema.run(connection, number)


def _search(connection: sa.Connection) -> None:
    schema.run(connection, 2)
    find_index.fill(connection)


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "pages, articles, stories, facts", _scripted(1)),
    Migration(2, "search", _search),
    Migration(3, "watch", _scripted(3)),
    Migration(4, "pages that could not be read", _scripted(4)),
)
"""Every migration, in order."""

RECORD = sa.table("migrations", sa.column("number"), sa.column("name"))
"""The table that says which migrations a library has had; it is made before the first."""


def version_of(connection: sa.Connection) -> int:
    """Return the version of a library, 0 for a new one."""
    if not sa.inspect(connection).has_table("migrations"):
        return 0
    return connection.execute(sa.select(sa.func.max(RECORD.c.number))).scalar() or 0


def holds_other_tables(connection: sa.Connection) -> bool:
    """Whether a database without a version holds tables all the same: it is somebody else's."""
    return bool(sa.inspect(connection).get_table_names())


def migrate(connection: sa.Connection, migrations: tuple[Migration, ...] = MIGRATIONS) -> None:
    """Apply the migrations that a library has not had; raises StoreError when it is of a newer version.

    It runs in the caller's transaction: either all of it holds or none.
    """
    have = version_of(connection)
    newest = migrations[-1].number if migrations else 0
    if have > newest:
        raise StoreError(
            f"it was made by a newer Twosource (version {have} of the library, this one knows {newest}): "
            "pip install --upgrade twosource"
        )
    if not have:
        connection.execute(sa.text("CREATE TABLE migrations (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)"))
    for migration in migrations:
        if migration.number > have:
            migration.apply(connection)
            connection.execute(RECORD.insert().values(number=migration.number, name=migration.name))
