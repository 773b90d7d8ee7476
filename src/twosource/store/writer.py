"""Write to a library: add what is kept for ever. Rows are added, never changed.

Reads   a connection inside a transaction of the only writer
Gives   rows of the tables that are kept; what was derived is written by `DerivedWriter`
Misses  the steps: it stores what they made
"""

import hashlib

import sqlalchemy as sa

from twosource.model import Article, Failure, Mentions, Page, Ruling
from twosource.store import find_index
from twosource.store import tables as t
from twosource.store.packing import article_row, pack, squeeze, storable, to_json
from twosource.store.write_derived import DerivedWriter, into

VERSIONS = t.versions.c
LATEST = (
    sa.select(VERSIONS.number, VERSIONS.article)
    .where(VERSIONS.key == sa.bindparam("page"))
    .order_by(VERSIONS.number.desc())
    .limit(1)
)
TAKEN = sa.select(t.articles.c.seq).where(t.articles.c.id == sa.bindparam("wanted"))
"""Statements that are made once, as in `view`."""


def digest_of(data: bytes) -> str:
    """Return the name of some bytes: SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class Writer(DerivedWriter):
    """One transaction. It also sees what it wrote itself."""

    def latest_version(self, key: str) -> tuple[int, str]:
        """Return (number, article id) of a page's latest version, (0, "") when it has none."""
        row = self.connection.execute(LATEST, {"page": key}).first()
        return (0, "") if row is None else (row.number, row.article)

    def free_id(self, wanted: str) -> str:
        """Return the id, with a number behind it when another page has it."""
        id, number = wanted, 2
        while self._taken(id):
            id, number = f"{wanted}-{number}", number + 1
        return id

    def _taken(self, id: str) -> bool:
        return self.connection.execute(TAKEN, {"wanted": id}).first() is not None

    def add_page(self, page: Page, source: str, key: str, added: str) -> int:
        """Add a page's bytes and return its number."""
        number = self._next(t.pages.c.page)
        row = {"page": number, "key": key, **page_row(page, source, added)}
        self.connection.execute(into(t.pages), storable_row(row))
        return number

    def add_unread(self, page: Page, failure: Failure, added: str) -> None:
        """Keep a page that could not be read, with the reason, once for the same bytes from the same source."""
        u = t.unread_pages.c
        known = sa.select(u.number).where(u.source == failure.source, u.digest == digest_of(page.data))
        if self.connection.execute(known).first() is None:
            told = {"number": self._next(u.number), "step": failure.step, "reason": failure.reason}
            row = {**told, **page_row(page, failure.source, added)}
            self.connection.execute(into(t.unread_pages), storable_row(row))

    def add_article(self, article: Article, page: int, seq: int = 0) -> int:
        """Add an article or teaser of a page and return its seq: the next number of the stream, looked up when 0."""
        seq = seq or self.newest() + 1
        self.connection.execute(into(t.articles), {"seq": seq, "page": page, **article_row(article)})
        find_index.add_article(self.connection, seq, article)
        return seq

    def add_version(self, key: str, number: int, article: str, page: int, before: str) -> None:
        """Add a version of a page: which article it is, and that of the version before."""
        row = {"key": key, "number": number, "article": article, "page": page, "before": before}
        self.connection.execute(into(t.versions), storable_row(row))

    def add_mentions(self, found: Mentions, version: int) -> None:
        """Add what this version of the step found in an article."""
        row = {"article": found.article, "version": version, "data": pack(found)}
        self.connection.execute(into(t.mentions), row)

    def add_batch(self, added: str) -> None:
        """Note that the stories were tidied behind the article added last."""
        row = {"batch": self._next(t.batches.c.batch), "last": self.newest(), "added": added}
        self.connection.execute(t.batches.insert(), row)

    def add_ruling(self, ruling: Ruling, story: str = "") -> None:
        """Add a person's ruling, made in a story or, with "", for every one; what it may touch is stale now."""
        story = story or ruling.story
        row = {
            "number": self._next(t.rulings.c.number), "id": ruling.id, "story": story, "action": ruling.action,
            "target": ruling.target, "who": ruling.who, "made": ruling.when, "others": to_json(ruling.others),
            "note": ruling.note, "anchors": to_json(ruling.anchors),
        }  # fmt: skip
        self.connection.execute(t.rulings.insert(), storable_row(row))
        self.make_stale([story] if story else None)

    def add_failure(self, failure: Failure, added: str) -> None:
        """Note an input that failed, once for each reason."""
        failure = storable(failure)
        f = t.failures.c
        known = sa.select(f.number).where(
            f.source == failure.source, f.step == failure.step, f.reason == failure.reason
        )
        if self.connection.execute(known).first() is None:
            row = {"source": failure.source, "step": failure.step, "reason": failure.reason, "added": added}
            self.connection.execute(t.failures.insert(), {"number": self._next(f.number), **row})


def page_row(page: Page, source: str, added: str) -> dict[str, object]:
    """Return the columns of a page as it was fetched."""
    return {
        "source": source, "digest": digest_of(page.data), "id": page.id, "media_type": page.media_type,
        "charset": page.charset, "url": page.url, "path": page.path, "fetched": page.fetched, "added": added,
        "size": len(page.data), "data": squeeze(page.data),
    }  # fmt: skip


def storable_row(row: dict[str, object]) -> dict[str, object]:
    """Return a row with all its texts storable."""
    return {name: storable(value) for name, value in row.items()}
