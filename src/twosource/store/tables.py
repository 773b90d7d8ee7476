"""The tables: what is kept for ever, and what is derived from it.

Reads   nothing
Gives   `KEPT` and `DERIVED`, tables of SQLAlchemy Core as they are now; migrations make them (`schema`)

Rows of `KEPT` are added and never changed. Those of `DERIVED` may be dropped and are made anew by `twosource rebuild`.
Columns whose words are lists hold JSON. Offsets (`starts`, `ends`) count Unicode code points, half-open.
"""

import sqlalchemy as sa

metadata = sa.MetaData()


def _table(name: str, *columns: sa.schema.SchemaItem, by_key: bool = False) -> sa.Table:
    """A table; `by_key` lets SQLite keep its rows in the order of their key, a third smaller where rows are short."""
    return sa.Table(name, metadata, *columns, sqlite_with_rowid=not by_key)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, primary_key=True)


def _place(name: str) -> sa.Column[int]:
    """A number that is part of a table's key, given by us and not by the database."""
    return sa.Column(name, sa.Integer, primary_key=True, autoincrement=False)


def _text(name: str, *more: sa.schema.SchemaItem, index: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, *more, nullable=False, index=index)


def _number(name: str, *more: sa.schema.SchemaItem) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, *more, nullable=False)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean, nullable=False)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary, nullable=False)


def _maybe(name: str, kind: type[sa.Integer] | type["sa.Double[float]"]) -> sa.Column[int | float | None]:
    return sa.Column(name, kind, nullable=True)


pages = _table(
    "pages",
    _place("page"),
    _text("key", index=True),  # what names the page from one version to the next: its address, else its path
    _text("source"),  # where these bytes came from: an address, or a path, with the record's id behind a '#'
    _text("digest"),  # SHA-256 of the bytes
    _text("id"),
    _text("media_type"),
    _text("charset"),
    _text("url"),
    _text("path"),
    _text("fetched"),
    _text("added"),
    _number("size"),  # of the bytes as fetched
    _bytes("data"),  # zlib
    sa.UniqueConstraint("source", "digest"),
)
articles = _table(
    "articles",
    _place("seq"),  # the order of the stream: 1, 2, ... without gaps
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _number("page", sa.ForeignKey("pages.page")),
    _text("outlet", index=True),
    _text("title"),
    _text("published", index=True),
    _text("url"),
    _text("language"),
    _text("section"),
    _text("authors"),
    _text("teaser_of"),
    _text("text"),
    _text("data"),  # the Article as JSON, without its text
)
versions = _table(
    "versions",
    _key("key"),
    _place("number"),
    _text("article", sa.ForeignKey("articles.id"), index=True),
    _number("page", sa.ForeignKey("pages.page")),
    _text("before"),
)
mentions = _table(
    "mentions",
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    _place("version"),  # of the step that found them
    _bytes("data"),  # Mentions as msgpack, zlib
)
batches = _table(
    "batches",
    _place("batch"),
    _number("last"),  # the seq of the last article that came in it; the stories were tidied behind it
    _text("added"),
)
rulings = _table(
    "rulings",
    _place("number"),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    _text("story", index=True),  # in which it was made; "" when it holds everywhere
    _text("action"),
    _text("target"),
    _text("who"),
    _text("made"),
    _text("others"),
    _text("note"),
    _text("anchors"),  # the places that were judged
)
failures = _table(
    "failures",
    _place("number"),
    _text("source"),
    _text("step"),
    _text("reason"),
    _text("added"),
    sa.UniqueConstraint("source", "step", "reason"),
)

unread_pages = _table(
    "unread_pages",
    _place("number"),
    _text("source"),
    _text("digest"),
    _text("id"),
    _text("media_type"),
    _text("charset"),
    _text("url"),
    _text("path"),
    _text("fetched"),
    _text("added"),
    _text("step"),
    _text("reason"),
    _number("size"),
    _bytes("data"),  # zlib
    sa.UniqueConstraint("source", "digest"),
)

derived = _table("derived", _key("name"), _number("last"), _text("steps"))
families = _table("families", _key("id"), _text("origin"), _text("relation"), _number("articles"))
family_articles = _table(
    "family_articles",
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    _text("family", sa.ForeignKey("families.id"), index=True),
    _number("position"),
)
shares = _table(
    "shares",
    _place("number"),
    _text("earlier", sa.ForeignKey("articles.id"), index=True),
    _text("later", sa.ForeignKey("articles.id"), index=True),
    _text("relation"),
    _flag("between"),  # two families
    sa.Column("of_earlier", sa.Double, nullable=False),
    sa.Column("of_later", sa.Double, nullable=False),
    _flag("directed"),
    _text("passages"),
)
credits = _table(
    "credits",
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    _place("position"),
    _text("name", index=True),
    _text("kind"),
    _flag("whole"),
    _maybe("starts", sa.Integer),
    _maybe("ends", sa.Integer),
    _text("field"),
)
stories = _table(
    "stories",
    _key("id"),
    _text("title"),
    _text("summary"),
    _text("title_from"),
    _text("summary_from"),
    _number("articles"),
    _number("pages"),
    _number("outlets"),
    _text("first_day"),
    sa.Column("last_day", sa.Text, nullable=False, index=True),
    _number("facts"),
    _number("disputed"),
    _flag("stale"),
    _text("steps"),
)
story_articles = _table(
    "story_articles",
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    _text("story", sa.ForeignKey("stories.id"), index=True),
    _number("position"),
)
story_changes = _table(
    "story_changes",
    _place("number"),
    _text("kind"),
    _text("story", index=True),
    _text("other", index=True),
    _text("article"),
    _text("articles"),
)
entities = _table(
    "entities",
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True),
    sa.Column("id", sa.Text, primary_key=True, index=True),
    _text("name", index=True),
    _text("kind"),
    _text("country"),
    _text("speaks_for"),
    _text("names"),
    _text("roles"),
    _number("articles"),
    _number("mentions"),
)
entity_articles = _table(
    "entity_articles",
    sa.Column("article", sa.Text, sa.ForeignKey("articles.id"), primary_key=True),
    sa.Column("entity", sa.Text, primary_key=True, index=True),
    _text("story", sa.ForeignKey("stories.id"), index=True),
    _number("times"),
    by_key=True,
)
facts = _table(
    "facts",
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True),
    _key("id"),
    _number("position"),
    _text("kind"),
    _text("question"),
    _text("verdict", index=True),
    _text("why"),
    _maybe("stands", sa.Integer),
    _text("event"),
    _text("ruling"),
    _text("origins"),
    _text("carriers"),
)
accounts = _table(
    "accounts",
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True),
    _key("fact"),
    _place("number"),
    _text("value"),
    _maybe("low", sa.Double),
    _maybe("high", sa.Double),
    _text("unit"),
    _text("measure"),
    _text("as_of"),
    _flag("polarity"),
    _text("origins"),
    _text("carriers"),
)
claims = _table(
    "claims",
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True),
    _key("fact"),
    _place("account"),
    _place("number"),
    _text("article", sa.ForeignKey("articles.id"), index=True),
    _number("starts"),
    _number("ends"),
    _number("focus_starts"),
    _number("focus_ends"),
    _text("certainty"),
    _text("chain"),
    by_key=True,
)
dossiers = _table(
    "dossiers",
    sa.Column("story", sa.Text, sa.ForeignKey("stories.id"), primary_key=True),
    _text("steps"),
    _bytes("dossier"),  # Dossier as JSON, zlib
    _bytes("facts"),  # the Facts as msgpack, zlib
)
states = _table("states", _key("name"), _number("last"), _text("steps"), _bytes("data"))

KEPT = (pages, articles, versions, mentions, batches, rulings, failures, unread_pages)
"""What nothing ever changes, parents before children."""

DERIVED = (
    derived, families, family_articles, shares, credits, stories, story_articles, story_changes, entities,
    entity_articles, facts, accounts, claims, dossiers, states,
)  # fmt: skip
"""What `rebuild` makes anew, parents before children."""
