"""Open a library, write to it, look at it.

Reads   the library's address
Gives   Store; `writer()` commits on success and rolls back on error, `view()` sees one state of the library
Misses  two writers at once: the second waits for the first
"""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from twosource.model import StoreError
from twosource.store.dialects import begin_reading, begin_writing, engine_of, meaning, named, prepare
from twosource.store.migrations import MIGRATIONS, Migration, holds_other_tables, migrate, version_of
from twosource.store.view import View
from twosource.store.writer import Writer


class Store:
    """A library. Threads and processes may each open it; use one Store in a process."""

    def __init__(self, address: str, engine: sa.Engine) -> None:
        self.address = address
        self.engine = engine

    @classmethod
    def open(cls, address: str, migrations: tuple[Migration, ...] = MIGRATIONS) -> "Store":
        """Open a library, made when there is none and brought to the present version when it is older.

        `address` is a file's path or ``postgresql://USER@HOST/NAME``. Raises StoreError, with what to do, when it
        cannot be opened, is none of ours or a newer version's; BadSetting for an address that names nothing.
        """
        store = cls(address, engine_of(address))
        try:
            store._bring_up_to_date(migrations)
        except BaseException:
            store.close()
            raise
        return store

    def _bring_up_to_date(self, migrations: tuple[Migration, ...]) -> None:
        with self._told(), self.engine.connect() as connection:
            begin_reading(connection)  # one state: another process may be making this very library
            have = version_of(connection)
            strange = not have and holds_other_tables(connection)
            connection.rollback()
            if strange:
                raise StoreError(
                    f"library {named(self.address)}: it is a database, but not a library of Twosource; name another"
                )
            if migrations and have == migrations[-1].number:
                return
            prepare(connection)
            connection.rollback()
            begin_writing(connection)
            try:
                migrate(connection, migrations)
            except StoreError as error:
                raise StoreError(f"library {named(self.address)}: {error}") from None
            connection.commit()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """Write: all of the block or, when it raises, nothing. Waits for another writer; raises StoreError."""
        with self._told(), self.engine.connect() as connection:
            begin_writing(connection)
            yield Writer(connection)
            connection.commit()

    @contextmanager
    def view(self) -> Iterator[View]:
        """Look at one state of the library, whatever others write meanwhile; raises StoreError."""
        with self._told(), self.engine.connect() as connection:
            begin_reading(connection)
            yield View(connection)

    @contextmanager
    def glance(self) -> Iterator[View]:
        """Look at the library for one question only: each answer may be of another state; raises StoreError."""
        with self._told(), self.engine.connect() as connection:
            yield View(connection)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell what the database says as a StoreError."""
        try:
            yield
        except DBAPIError as error:
            raise meaning(error, self.address) from error
