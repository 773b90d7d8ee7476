"""Look at the stories of a library and what was derived from them.

Reads   a connection that sees one state of the library
Gives   StoryLine, Story, Fact, Dossier, StoryChange
Misses  whether a dossier is stale by the steps' versions: its maker knows (`steps`)
"""

from itertools import islice
from typing import Any, Literal

import msgspec
import sqlalchemy as sa

from twosource.model import Dossier, Fact, Occurrence, Story, StoryChange, StoryLine, UnknownId
from twosource.store import tables as t
from twosource.store.packing import of_json, unpack, unsqueeze

MANY = 500
"""Ids asked for in one statement."""

Order = Literal["latest", "largest", "facts"]


class StoryView:
    """The part of a View that looks at stories."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def stories(
        self, limit: int | None = 50, offset: int = 0, order: Order = "latest", least: int = 1
    ) -> tuple[StoryLine, ...]:
        """Return stories at a glance: the latest, the largest or those with most facts first.

        `least` leaves out stories of fewer pages; a story of teasers alone has none.
        """
        s = t.stories.c
        by = {"latest": s.last_day.desc(), "largest": s.articles.desc(), "facts": s.facts.desc()}[order]
        query = sa.select(*_line()).where(s.pages >= least).order_by(by, s.pages.desc(), s.id)
        rows = self.connection.execute(query.limit(limit).offset(offset))
        return tuple(StoryLine(*_plain(row)) for row in rows)

    def story_lines(self, ids: list[str]) -> dict[str, StoryLine]:
        """Return the stories with these ids at a glance, by id; those that are gone are left out."""
        found: dict[str, StoryLine] = {}
        rest = iter(ids)
        while some := list(islice(rest, MANY)):
            rows = self.connection.execute(sa.select(*_line()).where(t.stories.c.id.in_(some)))
            found |= {row.id: StoryLine(*_plain(row)) for row in rows}
        return {id: found[id] for id in ids if id in found}

    def story(self, id: str) -> Story:
        """Return the story with this id, or the one that took it in; raises UnknownId."""
        s = t.stories.c
        row = self.connection.execute(sa.select(t.stories).where(s.id == self.present(id))).one()
        return Story(
            row.id,
            row.title,
            self.members(row.id),
            row.summary,
            of_json(row.title_from, Occurrence | None),
            of_json(row.summary_from, Occurrence | None),
        )

    def members(self, story: str) -> tuple[str, ...]:
        """Return the ids of a story's articles, in its order."""
        c = t.story_articles.c
        query = sa.select(c.article).where(c.story == story).order_by(c.position)
        return tuple(self.connection.execute(query).scalars())

    def story_of(self, article: str) -> str:
        """Return the id of the story that an article is in, "" when it is in none yet."""
        c = t.story_articles.c
        return self.connection.execute(sa.select(c.story).where(c.article == article)).scalar_one_or_none() or ""

    def present(self, id: str) -> str:
        """Return the id of the story that an id stands for now: itself, or what took it in; raises UnknownId.

        ``story:`` may be left out, and an article's id stands for its story.
        """
        seen: set[str] = set()
        for name in (id, f"story:{id}"):
            while name and name not in seen:
                seen.add(name)
                if self.connection.execute(sa.select(t.stories.c.id).where(t.stories.c.id == name)).first():
                    return name
                name = self._taken_in_by(name)
        found = self.story_of(id)
        if not found:
            raise UnknownId("story", id)
        return found

    def _taken_in_by(self, id: str) -> str:
        c = t.story_changes.c
        query = sa.select(c.story).where(c.other == id, c.kind == "merged").order_by(c.number.desc()).limit(1)
        return self.connection.execute(query).scalar() or ""

    def names_of(self, story: str) -> tuple[str, ...]:
        """Return a story's id and those of the stories that it took in, which older rulings name."""
        c, found, new = t.story_changes.c, [story], [story]
        while new:
            query = sa.select(c.other).where(c.kind == "merged", c.story.in_(new)).distinct().order_by(c.other)
            new = [name for name in self.connection.execute(query).scalars() if name not in found]
            found += new
        return tuple(found)

    def changes(self, story: str = "", after: int = 0) -> tuple[tuple[int, StoryChange], ...]:
        """Return (number, what happened to stories), in order: all behind a number, or one story's."""
        c = t.story_changes.c
        query = sa.select(t.story_changes).where(c.number > after).order_by(c.number)
        if story:
            query = query.where(sa.or_(c.story == story, c.other == story))
        return tuple((row.number, _change(row)) for row in self.connection.execute(query))

    def facts(self, story: str) -> tuple[Fact, ...]:
        """Return a story's facts as last derived, in the dossier's order; () when none were derived yet."""
        c = t.dossiers.c
        data = self.connection.execute(sa.select(c.facts).where(c.story == self.present(story))).scalar_one_or_none()
        return () if data is None else unpack(data, tuple[Fact, ...])

    def dossier(self, story: str) -> tuple[Dossier, str] | None:
        """Return a story's dossier and the steps that made it; None when there is none or it is stale."""
        c, s = t.dossiers.c, t.stories.c
        query = sa.select(c.dossier, c.steps).join(t.stories, s.id == c.story)
        row = self.connection.execute(query.where(s.id == self.present(story), ~s.stale)).one_or_none()
        if row is None:
            return None
        return msgspec.json.decode(unsqueeze(row.dossier), type=Dossier), row.steps

    def stale(self) -> tuple[str, ...]:
        """Return the ids of the stories whose facts are out of date, sorted."""
        query = sa.select(t.stories.c.id).where(t.stories.c.stale).order_by(t.stories.c.id)
        return tuple(self.connection.execute(query).scalars())

    def grouped(self) -> int:
        """Return the seq of the last article that the stories take account of, 0 when there is none."""
        return self.derived_to("stories")

    def derived_to(self, name: str) -> int:
        """Return the seq of the last article that something derived takes account of, 0 when there is none."""
        c = t.derived.c
        return self.connection.execute(sa.select(c.last).where(c.name == name)).scalar() or 0

    def derived_by(self, name: str) -> str:
        """Return the versions of the steps by which something was derived, "" when it was not."""
        c = t.derived.c
        return self.connection.execute(sa.select(c.steps).where(c.name == name)).scalar() or ""


def _plain(row: Any) -> tuple[Any, ...]:
    return tuple(row)


def _change(row: Any) -> StoryChange:
    return StoryChange(row.kind, row.story, row.other, row.article, of_json(row.articles, tuple[str, ...]))


def _line() -> list[sa.ColumnElement[Any]]:
    """The columns of a StoryLine, in its order."""
    s = t.stories.c
    return [
        s.id, s.title, s.summary, s.articles, s.pages, s.outlets, s.first_day.label("first"), s.last_day.label("last"),
        s.facts, s.disputed, s.stale,
    ]  # fmt: skip
