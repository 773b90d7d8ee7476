"""Look at a library: articles, mentions, versions, lineage, and what is known of a set of articles.

Reads   a connection that sees one state of the library
Gives   the nouns; iterators read `CHUNK` rows at a time, so memory does not grow with the archive
Misses  stories and facts (`view_stories`), search (`find`)
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any

import msgspec
import sqlalchemy as sa

from twosource.model import (
    Article,
    Credit,
    Evidence,
    Failure,
    Family,
    Lineage,
    Mentions,
    Page,
    Passage,
    Ruling,
    Share,
    Span,
    UnknownId,
    Version,
)
from twosource.store import tables as t
from twosource.store.packing import article_of, of_json, unpack, unsqueeze
from twosource.store.view_stories import StoryView

CHUNK = 500
"""Rows or ids at a time: an article with its text is about 5 KB, so a chunk is a few MB."""


NEWEST = sa.select(sa.func.max(t.articles.c.seq))
HAVE_PAGE = sa.select(t.pages.c.page).where(
    t.pages.c.source == sa.bindparam("from"), t.pages.c.digest == sa.bindparam("bytes")
)
"""Statements that are made once: making one takes longer than running it, and these are run for every page."""


class Filter(msgspec.Struct, frozen=True):
    """Which articles: "" leaves a field open. `since` and `until` are days or instants, both inclusive.

    `after` leaves out articles up to that `seq`.
    """

    outlet: str = ""
    language: str = ""
    since: str = ""
    until: str = ""
    teasers: bool = True
    after: int = 0


ALL = Filter()


class View(StoryView):
    """One state of a library. Ask `Store.view()` for one."""

    def articles(self, chosen: Filter = ALL) -> Iterator[Article]:
        """Yield the articles, in the order in which they were added."""
        for _, _, article in self.stream(chosen):
            yield article

    def stream(self, chosen: Filter = ALL) -> Iterator[tuple[int, str, Article]]:
        """Yield (seq, the key of its page, article), in the order in which they were added."""
        a, after = t.articles.c, chosen.after
        while True:
            query = sa.select(a.seq, t.pages.c.key, a.data, a.text).join(t.pages, t.pages.c.page == a.page)
            query = query.where(a.seq > after, *_conditions(chosen)).order_by(a.seq).limit(CHUNK)
            rows = self.connection.execute(query).all()
            for row in rows:
                yield row.seq, row.key, article_of(row.data, row.text)
            if len(rows) < CHUNK:
                return
            after = rows[-1].seq

    def article(self, id: str) -> Article:
        """Return the article with this id; raises UnknownId."""
        found = self.articles_of([id])
        if not found:
            raise UnknownId("article", id)
        return found[id]

    def articles_of(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return the articles with these ids, by id, in the order of `ids`; those that are not held are left out."""
        wanted = list(dict.fromkeys(ids))
        a, found = t.articles.c, {}
        for some in chunks(wanted):
            for row in self.connection.execute(sa.select(a.id, a.data, a.text).where(a.id.in_(some))):
                found[row.id] = article_of(row.data, row.text)
        return {id: found[id] for id in wanted if id in found}

    def newest(self) -> int:
        """Return the seq of the article added last, 0 when there is none."""
        return self.connection.execute(NEWEST).scalar() or 0

    def count(self) -> int:
        """Return how many articles and teasers are held; `seq` has no gaps."""
        return self.newest()

    def mentions(self, id: str) -> Mentions:
        """Return what was found in the article with this id; raises UnknownId when nothing was looked for."""
        found = self.mentions_of([id])
        if not found:
            raise UnknownId("annotated article", id)
        return found[id]

    def mentions_of(self, ids: Iterable[str]) -> dict[str, Mentions]:
        """Return the newest mentions of the articles, by id, in the order of `ids`; those without are left out."""
        wanted = list(dict.fromkeys(ids))
        m, found = t.mentions.c, {}
        for some in chunks(wanted):
            query = sa.select(m.article, m.data).where(m.article.in_(some)).order_by(m.article, m.version)
            for row in self.connection.execute(query):
                found[row.article] = row.data
        return {id: unpack(found[id], Mentions) for id in wanted if id in found}

    def without_mentions(self, version: int, after: int = 0, limit: int = CHUNK) -> list[tuple[int, str]]:
        """Return (seq, id) of articles that no finder of this version of the step has seen, in order of seq."""
        a, m = t.articles.c, t.mentions.c
        found = sa.exists().where(m.article == a.id, m.version == version)
        query = sa.select(a.seq, a.id).where(a.seq > after, ~found).order_by(a.seq).limit(limit)
        return [(row.seq, row.id) for row in self.connection.execute(query)]

    def versions(self, id: str) -> tuple[Version, ...]:
        """Return all versions of the page that an article was read from, the first one first; raises UnknownId."""
        a, v, p = t.articles.c, t.versions.c, t.pages.c
        key = self.connection.execute(
            sa.select(p.key).join(t.articles, a.page == p.page).where(a.id == id)
        ).scalar_one_or_none()
        if key is None:
            raise UnknownId("article", id)
        query = sa.select(v.key, v.number, v.article, v.before, p.fetched, p.added).join(t.pages, p.page == v.page)
        rows = self.connection.execute(query.where(v.key == key).order_by(v.number))
        return tuple(Version(*row) for row in rows)

    def has_page(self, source: str, digest: str) -> bool:
        """Whether these bytes were added from this source before."""
        return self.connection.execute(HAVE_PAGE, {"from": source, "bytes": digest}).first() is not None

    def teasers_of(self, key: str) -> dict[str, str]:
        """Return the ids of the teasers on all versions of a page by their texts, the earliest of each."""
        a, p = t.articles.c, t.pages.c
        query = sa.select(a.text, a.id).join(t.pages, p.page == a.page).where(p.key == key, a.teaser_of != "")
        rows = self.connection.execute(query.order_by(a.seq.desc()))
        return {row.text: row.id for row in rows}

    def pages(self, ids: Iterable[str]) -> Iterator[tuple[str, Page]]:
        """Yield (article id, its page with the bytes as they were fetched), in the order of `ids`."""
        a, p = t.articles.c, t.pages.c
        for some in chunks(list(dict.fromkeys(ids))):
            query = sa.select(
                a.id.label("article"), p.id, p.data, p.media_type, p.url, p.fetched, p.charset, p.path
            ).join(t.pages, p.page == a.page)
            found = {row.article: row for row in self.connection.execute(query.where(a.id.in_(some)))}
            for id in some:
                if id in found:
                    _, name, data, *rest = found[id]
                    yield id, Page(name, unsqueeze(data), *rest)

    def unread(self) -> Iterator[tuple[Failure, Page]]:
        """Yield each page that could not be read, with the reason, in the order in which they came."""
        u, after = t.unread_pages.c, 0
        while True:
            query = sa.select(t.unread_pages).where(u.number > after).order_by(u.number).limit(1)
            row = self.connection.execute(query).first()
            if row is None:
                return
            after = row.number
            page = Page(row.id, unsqueeze(row.data), row.media_type, row.url, row.fetched, row.charset, row.path)
            yield Failure(row.source, row.step, row.reason), page

    def failures(self) -> tuple[Failure, ...]:
        """Return every input that failed, in the order in which they did."""
        f = t.failures.c
        rows = self.connection.execute(sa.select(f.source, f.step, f.reason).order_by(f.number))
        return tuple(Failure(*row) for row in rows)

    def rulings(self, story: str = "") -> tuple[Ruling, ...]:
        """Return people's rulings in the order in which they were made: all, or those that may hold for a story.

        A ruling with anchors may hold wherever the articles that it was made on are now.
        """
        r = t.rulings.c
        query = sa.select(r.id, r.action, r.target, r.who, r.made, r.others, r.note, r.story, r.anchors)
        if story:
            query = query.where(sa.or_(r.story.in_(["", *self.names_of(story)]), r.anchors != "[]"))
        rows = self.connection.execute(query.order_by(r.number))
        return tuple(
            Ruling(
                row.id, row.action, row.target, row.who, row.made, of_json(row.others, tuple[str, ...]), row.note,
                row.story, of_json(row.anchors, tuple[tuple[str, ...], ...]),
            )
            for row in rows
        )  # fmt: skip

    def lineage_of(self, ids: Iterable[str]) -> Lineage:
        """Return who has whose text among these articles: their families whole, their credits, shares between."""
        wanted = list(dict.fromkeys(ids))
        members = self._families(wanted)
        inside = sorted({id for articles in members.values() for id in articles})
        own = {id: family for family, articles in members.items() for id in articles}
        told: dict[str, list[Share]] = {family: [] for family in members}
        between = []
        asked = set(wanted)
        for share, crosses in self._shares([*inside, *(id for id in wanted if id not in own)]):
            if crosses:
                if {share.earlier, share.later} & asked:
                    between.append(share)
            elif own.get(share.earlier) and own.get(share.earlier) == own.get(share.later):
                told[own[share.earlier]].append(share)
        families = tuple(
            Family(row.id, tuple(members[row.id]), row.origin or None, row.relation, tuple(told[row.id]))
            for row in self._chosen(t.families, t.families.c.id, sorted(members))
        )
        return Lineage(families, self._credits(wanted), tuple(between))

    def evidence_of(
        self, ids: Sequence[str], seen: Mapping[str, tuple[Article, Mentions]] = MappingProxyType({})
    ) -> Evidence:
        """Return the articles with their mentions and lineage, in the order of `ids`; entities are left to `link`.

        Articles that no finder has seen are left out: what was not looked for must not seem not to be there. Those in
        `seen`, with what was found in them, are not read again: neither ever changes.
        """
        rest = [id for id in ids if id not in seen]
        mentions, read = self.mentions_of(rest), self.articles_of(rest)
        found = {
            id: seen[id] if id in seen else (read[id], mentions[id])
            for id in dict.fromkeys(ids)
            if id in seen or (id in mentions and id in read)
        }
        articles = tuple(article for article, _ in found.values())
        return Evidence(articles, tuple(told for _, told in found.values()), (), self.lineage_of(found))

    def batches(self, after: int = 0) -> tuple[int, ...]:
        """Return the seq of the last article of each batch that ended behind one, in order."""
        c = t.batches.c
        return tuple(self.connection.execute(sa.select(c.last).where(c.last > after).order_by(c.batch)).scalars())

    def state(self, name: str, steps: str) -> tuple[int, bytes] | None:
        """Return (seq of its last article, state) as these versions of the steps wrote it, None when there is none."""
        c = t.states.c
        row = self.connection.execute(sa.select(c.last, c.data).where(c.name == name, c.steps == steps)).first()
        return None if row is None else (row.last, unsqueeze(row.data))

    def kin(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the articles of all families that these articles are in, sorted."""
        return tuple(sorted({id for members in self._families(ids).values() for id in members}))

    def stories_of(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the stories that these articles are in, sorted."""
        column = t.story_articles.c.article
        return tuple(sorted({row.story for row in self._chosen(t.story_articles, column, ids)}))

    def _families(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """The families that the articles are in, each with all its articles in order."""
        f = t.family_articles.c
        names = sorted({row.family for row in self._chosen(t.family_articles, f.article, ids)})
        found: dict[str, list[tuple[int, str]]] = {name: [] for name in names}
        for row in self._chosen(t.family_articles, f.family, names):
            found[row.family].append((row.position, row.article))
        return {name: [article for _, article in sorted(found[name])] for name in names}

    def _shares(self, ids: Sequence[str]) -> list[tuple[Share, bool]]:
        """The shares in which the articles take part, in the order in which they were found."""
        s, found = t.shares.c, {}
        for column in (s.earlier, s.later):
            for row in self._chosen(t.shares, column, ids):
                found[row.number] = row
        return [
            (
                Share(row.earlier, row.later, row.relation, of_passages(row.passages), row.of_earlier, row.of_later,
                      row.directed), row.between
            )
            for _, row in sorted(found.items())
        ]  # fmt: skip

    def shares_with_earlier(self, id: str) -> tuple[Share, ...]:
        """Return what an article shares with articles that were added before it, in the order in which it was found."""
        told = [share for share, _ in self._shares([id])]
        names = {name for share in told for name in (share.earlier, share.later)}
        seq = {row.id: row.seq for row in self._chosen(t.articles, t.articles.c.id, sorted(names))}
        return tuple(share for share in told if max(seq[share.earlier], seq[share.later]) == seq[id])

    def _credits(self, ids: Sequence[str]) -> tuple[Credit, ...]:
        found: dict[str, list[tuple[int, Credit]]] = {}
        for row in self._chosen(t.credits, t.credits.c.article, ids):
            span = None if row.starts is None else Span(row.starts, row.ends)
            credit = Credit(row.article, row.name, row.kind, row.whole, span, row.field)
            found.setdefault(row.article, []).append((row.position, credit))
        return tuple(credit for id in ids for _, credit in sorted(found.get(id, ()), key=lambda item: item[0]))

    def _chosen(self, table: sa.Table, column: sa.Column[Any], values: Sequence[str]) -> Iterator[Any]:
        for some in chunks(values):
            yield from self.connection.execute(sa.select(table).where(column.in_(some)))


def passages_json(passages: Iterable[Passage]) -> str:
    """Return passages as JSON lists of four offsets: earlier start and end, later start and end."""
    return msgspec.json.encode(
        [(p.earlier.start, p.earlier.end, p.later.start, p.later.end) for p in passages]
    ).decode()


def of_passages(text: str) -> tuple[Passage, ...]:
    """Return the passages that were written as lists of four offsets.

    >>> of_passages("[[0,5,7,12]]")
    (Passage(earlier=Span(start=0, end=5), later=Span(start=7, end=12)),)
    """
    four = of_json(text, list[tuple[int, int, int, int]])
    return tuple(Passage(Span(a, b), Span(c, d)) for a, b, c, d in four)


def _conditions(chosen: Filter) -> list[sa.ColumnElement[bool]]:
    a = t.articles.c
    return [
        condition
        for wanted, condition in (
            (chosen.outlet, a.outlet == chosen.outlet),
            (chosen.language, a.language == chosen.language),
            (chosen.since, a.published >= chosen.since),
            # A day includes all its instants, which are longer texts that begin with it.
            (chosen.until, sa.and_(a.published != "", a.published < chosen.until + "\U0010ffff")),
            (not chosen.teasers, a.teaser_of == ""),
        )
        if wanted
    ]


def chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    """Yield the ids `CHUNK` at a time: databases take so many values in one statement and no more."""
    rest = iter(ids)
    while some := list(islice(rest, CHUNK)):
        yield some
