"""The tables of search: the words of articles, the meaning of their sentences, the facts of stories, names.

Reads   nothing
Gives   tables; `create` makes them, on SQLite with FTS5 and on PostgreSQL with a GIN index over tsvector
Misses  other databases

Words are stems made by `text.stems`, so both databases hold and find the same ones. Meanings are compared in the
searching process (`text.meaning`), not by an extension of the database: many builds of Python, python.org's for macOS
among them, let SQLite load none, and PostgreSQL's needs an administrator; a million sentences take ten milliseconds.
"""

import sqlalchemy as sa

metadata = sa.MetaData()

passages = sa.Table(
    "search_passages",
    metadata,
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("codes", sa.LargeBinary, nullable=False),  # 32 bytes a passage, in the order of text.passages
)
facts = sa.Table(
    "search_facts",
    metadata,
    sa.Column("story", sa.Text, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),  # StoryFacts, as msgpack
)
names = sa.Table(
    "search_names",
    metadata,
    sa.Column("story", sa.Text, primary_key=True),
    sa.Column("entity", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True, index=True),  # folded: whole, and a person's last word
    sa.Column("sound", sa.Text, nullable=False, index=True),  # the key that transliterations share
    sa.Column("kind", sa.Text, nullable=False),
)

KEPT = (passages,)
DERIVED = (facts, names)

SQLITE = "CREATE VIRTUAL TABLE search_words USING fts5(headline, body, content='', tokenize='unicode61')"
POSTGRESQL = (
    "CREATE TABLE search_words (seq INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
    # Out of line from 2 KB on: rows stay narrow, and counting or intersecting thousands of them reads a few pages.
    "ALTER TABLE search_words ALTER COLUMN words SET STORAGE EXTERNAL",
    "CREATE INDEX search_words_words ON search_words USING GIN (words)",
)


def create(connection: sa.Connection) -> None:
    """Make the tables of search in a library that has none."""
    metadata.create_all(connection, tables=[*KEPT, *DERIVED], checkfirst=False)
    for statement in (SQLITE,) if connection.dialect.name == "sqlite" else POSTGRESQL:
        connection.exec_driver_sql(statement)
