"""The tables of search: the words of articles, the meaning of their sentences, the facts of stories, names.

Reads   nothing
Gives   tables; words are held by SQLite's FTS5, and by PostgreSQL in a tsvector with a GIN index (`schema`)
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
