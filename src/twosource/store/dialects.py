"""All that differs between SQLite and PostgreSQL: how to connect, to lock, to see one snapshot; and what errors mean.

Reads   the address of a library: a file's path, ``sqlite:///PATH`` or ``postgresql://USER@HOST/NAME``
Gives   an engine; `begin_writing` and `begin_reading` on its connections; StoreError for what the database says
Misses  other databases

SQLite keeps a library in one file with a write-ahead log: several processes read while one writes, and a process that
is killed loses only what it had not committed. ``synchronous=NORMAL`` does not wait for the disk at each commit: a
power failure may undo the last commits, never half of one.
"""

import os
import time
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError, OperationalError

from twosource.model import BadSetting, MissingExtra, StoreError

PATIENCE = 120.0
"""Seconds for which a writer waits for another: longer than the slowest article takes."""

POLL = 0.01
"""Seconds between two tries of a waiting SQLite writer. SQLite's own handler waits up to ten times as long, and would
rarely meet the gap of a millisecond or two that a busy writer leaves between two articles."""

READING = 10.0
"""Seconds for which a reader waits: for a migration or for a log that is put in order, never for an article."""

WRITERS_LOCK = 0x74776F73
"""The number of our advisory lock in PostgreSQL ("twos"): one writer at a time, so that `seq` has no gaps."""


def engine_of(address: str) -> sa.Engine:
    """Return an engine for a library; nothing is opened yet. Raises BadSetting, MissingExtra."""
    if address.startswith(("postgresql:", "postgres:")):
        return _postgresql(address)
    path = address.removeprefix("sqlite:///")
    if "://" in path or not path:
        raise BadSetting(f"{address!r} names no library: give a file, or postgresql://USER@HOST/NAME")
    return _sqlite(path)


def _postgresql(address: str) -> sa.Engine:
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise MissingExtra("psycopg", "postgres") from error
    rest = address.split(":", 1)[1]
    return sa.create_engine(f"postgresql+psycopg:{rest}", isolation_level="READ COMMITTED", pool_pre_ping=True)


def _sqlite(path: str) -> sa.Engine:
    url = sa.URL.create("sqlite", database=path)
    if _cannot_change(Path(path)):
        place = f"file:{quote(str(Path(path).absolute()))}"
        url = sa.URL.create("sqlite", database=place, query={"immutable": "1", "uri": "true"})
    engine = sa.create_engine(url, connect_args={"timeout": POLL, "check_same_thread": False})

    @sa.event.listens_for(engine, "connect")
    def connected(connection: Any, record: object) -> None:
        connection.isolation_level = None  # the driver begins no transactions of its own: we do, below
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={int(1000 * READING)}")  # while another process makes the library
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA cache_size=-32000")  # 32 MB: the upper levels of every index of a million articles
        cursor.execute("PRAGMA journal_size_limit=64000000")  # the log is cut back to 64 MB once it is written home
        cursor.execute(f"PRAGMA busy_timeout={int(1000 * POLL)}")
        cursor.close()

    return engine


def _cannot_change(path: Path) -> bool:
    """Whether a library lies where nothing can be written, with no log beside it: it is read as it stands there."""
    log = path.with_name(path.name + "-wal")
    return path.is_file() and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)


def prepare(connection: sa.Connection) -> None:
    """Give a new SQLite file its lasting settings; call it outside a transaction."""
    if connection.dialect.name == "sqlite":
        _persist(connection, "PRAGMA journal_mode=WAL", PATIENCE)  # another process may be making the same library


def begin_writing(connection: sa.Connection, patience: float = PATIENCE) -> None:
    """Begin a transaction as the only writer; raises StoreError when another one does not end within `patience`."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(1000 * patience)}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITERS_LOCK})")
        return
    _persist(connection, "BEGIN IMMEDIATE", patience)


def _persist(connection: sa.Connection, statement: str, patience: float) -> None:
    """Try again while SQLite says that the library is locked."""
    end = time.monotonic() + patience
    while True:
        try:
            connection.exec_driver_sql(statement)
            return
        except OperationalError as error:
            if "locked" not in str(error.orig) or time.monotonic() > end:
                raise
            time.sleep(POLL)


def begin_reading(connection: sa.Connection) -> None:
    """Begin a transaction that sees one state of the library whatever others write meanwhile."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN")
        _persist(connection, "SELECT 1 FROM sqlite_master LIMIT 1", READING)  # the first read takes the snapshot
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


MEANINGS = (
    ("readonly database", "it may not be written (the file or its folder is read-only)"),
    ("read-only transaction", "it may not be written (the database is read-only)"),
    ("permission denied", "it may not be read or written (no permission)"),
    ("database or disk is full", "the disk is full"),
    ("No space left", "the disk is full"),
    ("disk I/O error", "the disk does not take what is written: it is full, over a quota, or broken"),
    ("unable to open database file", "the file cannot be opened or made: is there such a folder, may you write there"),
    ("not a database", "the file is no library"),
    ("malformed", "the file is damaged: take it from a backup, or ask sqlite3 to .recover it"),
    ("database is locked", "another process has been writing for too long"),
    ("lock timeout", "another process has been writing for too long"),
    ("does not exist", "there is no such database: make it with createdb"),
    ("onnection", "the database server does not answer or does not let you in"),
)  # fmt: skip
"""What a database says, and what that means to a person; the first that fits."""


def meaning(error: DBAPIError, address: str) -> StoreError:
    """Return the error to raise for what a database said. What was committed before is still there."""
    said = " ".join(str(error.orig).split())
    reason = next((meaning for words, meaning in MEANINGS if words in said), said)
    return StoreError(f"library {named(address)}: {reason}; nothing that was added before is lost")


def named(address: str) -> str:
    """Return a library's address as it may be shown: without a password.

    >>> named("postgresql://ann:secret@db/news"), named("news.db")
    ('postgresql://ann:***@db/news', 'news.db')
    """
    if "://" not in address:
        return str(Path(address))
    return sa.make_url(address).render_as_string(hide_password=True)
