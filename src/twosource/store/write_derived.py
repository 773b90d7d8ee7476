"""Write what is derived: families, stories, facts, and the state of the stream. All of it can be made anew.

Reads   a connection inside a transaction of the only writer; nouns
Gives   rows of the derived tables, each replaced as a whole
Misses  the steps: it stores what they made
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import sqlalchemy as sa

from twosource.model import Article, Credit, Dossier, Entity, Fact, Family, Share, Story, StoryChange
from twosource.store import find_index
from twosource.store import tables as t
from twosource.store.packing import pack, squeeze, to_json
from twosource.store.view import View, chunks, passages_json

OF_A_STORY = (t.claims, t.accounts, t.facts, t.entity_articles, t.entities, t.dossiers)
"""The tables that hold what was derived from one story, children before parents."""


DERIVED_BEFORE = sa.select(t.dossiers.c.story).where(t.dossiers.c.story == sa.bindparam("of"))


class DerivedWriter(View):
    """The part of a Writer that writes what is derived."""

    def write_families(self, families: Iterable[Family]) -> None:
        """Replace the families as they are now. What an earlier one had of their articles goes over to them.

        A family that the stream has partly forgotten keeps the articles that were written before, behind its first.
        """
        for family in families:
            told = list(family.articles)
            earlier = self._families(told)
            forgotten = [id for members in earlier.values() for id in members if id not in set(told)]
            members = [told[0], *dict.fromkeys(forgotten), *told[1:]]
            self._delete(t.family_articles, t.family_articles.c.article, members)
            self._delete(t.families, t.families.c.id, sorted({*earlier, family.id}))
            row = {"id": family.id, "origin": family.origin or "", "relation": family.relation}
            self._insert(t.families, [{**row, "articles": len(members)}])
            rows = [{"article": id, "family": family.id, "position": at} for at, id in enumerate(members)]
            self._insert(t.family_articles, rows)

    def write_shares(self, shares: Iterable[tuple[Share, bool]]) -> None:
        """Add shares in the order in which they were found; True marks those between two families."""
        first = self._next(t.shares.c.number)
        rows = [
            {
                "number": number, "earlier": share.earlier, "later": share.later, "relation": share.relation,
                "between": between, "of_earlier": share.of_earlier, "of_later": share.of_later,
                "directed": share.directed, "passages": passages_json(share.passages),
            }
            for number, (share, between) in enumerate(shares, first)
        ]  # fmt: skip
        self._insert(t.shares, rows)

    def write_credits(self, credits: Iterable[Credit]) -> None:
        """Add the credits of articles that have none yet; those of one article in order."""
        rows, at = [], dict[str, int]()
        for credit in credits:
            at[credit.article] = at.get(credit.article, -1) + 1
            span = credit.span
            rows.append({
                "article": credit.article, "position": at[credit.article], "name": credit.name, "kind": credit.kind,
                "whole": credit.whole, "starts": span.start if span else None, "ends": span.end if span else None,
                "field": credit.field,
            })  # fmt: skip
        self._insert(t.credits, rows)

    def write_groups(self, groups: Iterable[tuple[str, Sequence[str]]], gone: Iterable[str]) -> None:
        """Replace which articles are in which story; stories whose articles changed are stale, those `gone` go.

        `groups` holds every story that lost or won an article, so each article is in one story in the end.
        """
        groups = list(groups)
        names = sorted({*(id for id, _ in groups), *gone})
        before = {id: set(self.members(id)) for id, _ in groups}
        self._delete(t.story_articles, t.story_articles.c.story, names)
        self._delete(t.story_articles, t.story_articles.c.article, [id for _, ids in groups for id in ids])
        for table in OF_A_STORY:
            self._delete(table, table.c.story, sorted(set(gone)))
        self._delete(t.stories, t.stories.c.id, sorted(set(gone)))
        for name in sorted(set(gone)):
            find_index.clear_story(self.connection, name)
        known = {row.id for row in self._chosen(t.stories, t.stories.c.id, names)}
        self._insert(t.stories, [_new_story(id) for id, _ in groups if id not in known])
        rows = [{"article": one, "story": id, "position": at} for id, ids in groups for at, one in enumerate(ids)]
        self._insert(t.story_articles, rows)
        self.make_stale([id for id, ids in groups if id in known and before[id] != set(ids)])

    def write_changes(self, changes: Iterable[StoryChange]) -> None:
        """Add what happened to stories, in order."""
        first = self._next(t.story_changes.c.number)
        rows = [
            {
                "number": number, "kind": change.kind, "story": change.story, "other": change.other,
                "article": change.article, "articles": to_json(change.articles),
            }
            for number, change in enumerate(changes, first)
        ]  # fmt: skip
        self._insert(t.story_changes, rows)

    def make_stale(self, stories: Sequence[str] | None) -> None:
        """Mark stories, or with None all of them, as out of date: their facts are to be derived again."""
        c = t.stories.c
        if stories is None:
            self.connection.execute(t.stories.update().values(stale=True))
        for id in stories or ():
            self.connection.execute(t.stories.update().where(c.id == id).values(stale=True))

    def write_headline(self, story: Story, articles: Sequence[Article]) -> None:
        """Write a story's title, summary, order and size; its facts are left as they are."""
        days = sorted(article.published.day for article in articles if article.published)
        pages = [article for article in articles if not article.teaser_of]
        values = {
            "title": story.title, "summary": story.summary, "title_from": to_json(story.title_from),
            "summary_from": to_json(story.summary_from), "articles": len(articles),
            "pages": len(pages), "outlets": len({article.outlet for article in pages or articles if article.outlet}),
            "first_day": days[0] if days else "", "last_day": days[-1] if days else "",
        }  # fmt: skip
        self.connection.execute(t.stories.update().where(t.stories.c.id == story.id).values(**values))
        self._delete(t.story_articles, t.story_articles.c.story, [story.id])
        rows = [{"article": id, "story": story.id, "position": at} for at, id in enumerate(story.articles)]
        self._insert(t.story_articles, rows)

    def write_story(
        self, story: str, facts: Sequence[Fact], entities: Sequence[Entity], dossier: Dossier, steps: str
    ) -> None:
        """Replace a story's entities, facts and dossier; it is up to date then."""
        if self.connection.execute(DERIVED_BEFORE, {"of": story}).first():
            for table in OF_A_STORY:
                self._delete(table, table.c.story, [story])
        told = {article.id for article in dossier.articles}
        # Of an article that moved here, what the story that it left said is gone too.
        self._delete(t.entity_articles, t.entity_articles.c.article, sorted(told))
        self._insert(t.entities, [row for one in entities if (row := _entity_row(story, one, told))])
        self._insert(t.entity_articles, [row for one in entities for row in _entity_articles(story, one, told)])
        shown = {fact.id: fact for fact in dossier.facts}
        self._insert(t.facts, [_fact_row(story, at, f, shown[f.id].event) for at, f in enumerate(facts)])
        self._insert(t.accounts, [row for fact in facts for row in _account_rows(story, fact)])
        self._insert(t.claims, [row for fact in facts for row in _claim_rows(story, fact)])
        data = {"dossier": squeeze(to_json(dossier).encode()), "facts": pack(facts)}
        self._insert(t.dossiers, [{"story": story, "steps": steps, **data}])
        cited = {claim.article for fact in facts for account in fact.accounts for claim in account.claims}
        find_index.write_story(self.connection, story, facts, entities, self.articles_of(sorted(cited)))
        disputed = sum(fact.verdict == "disputed" for fact in facts)
        values = {"facts": len(facts), "disputed": disputed, "stale": False, "steps": steps}
        self.connection.execute(t.stories.update().where(t.stories.c.id == story).values(**values))

    def write_state(self, name: str, last: int, steps: str, data: bytes) -> None:
        """Replace the state of a stream as it was behind the article with seq `last`."""
        self._delete(t.states, t.states.c.name, [name])
        self._insert(t.states, [{"name": name, "last": last, "steps": steps, "data": squeeze(data)}])

    def write_derived(self, name: str, last: int, steps: str) -> None:
        """Note up to which article something was derived, and by which versions of the steps."""
        self._delete(t.derived, t.derived.c.name, [name])
        self._insert(t.derived, [{"name": name, "last": last, "steps": steps}])

    def clear_derived(self) -> None:
        """Drop everything that was derived."""
        find_index.clear_derived(self.connection)
        for table in reversed(t.DERIVED):
            self.connection.execute(table.delete())

    def _insert(self, table: sa.Table, rows: Sequence[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(into(table), rows)

    def _delete(self, table: sa.Table, column: sa.Column[str], values: Sequence[str]) -> None:
        if len(values) == 1:
            self.connection.execute(out_of(table, column), {"gone": values[0]})
            return
        for some in chunks(values):
            self.connection.execute(table.delete().where(column.in_(some)))

    def _next(self, column: sa.Column[int]) -> int:
        """One more than the greatest number of a column: there is one writer, so numbers have no gaps."""
        last: int | None = self.connection.execute(greatest(column)).scalar()
        return (last or 0) + 1


@cache
def into(table: sa.Table) -> sa.Insert:
    """The statement that adds rows to a table, made once."""
    return table.insert()


@cache
def out_of(table: sa.Table, column: sa.Column[str]) -> sa.Delete:
    """The statement that takes rows with the value `gone` in a column out of a table, made once."""
    return table.delete().where(column == sa.bindparam("gone"))


@cache
def greatest(column: sa.Column[int]) -> sa.Select[Any]:
    """The question for the greatest number of a column, made once."""
    return sa.select(sa.func.max(column))


def _new_story(id: str) -> dict[str, object]:
    empty = dict.fromkeys(("title", "summary", "first_day", "last_day", "steps"), "")
    none = dict.fromkeys(("articles", "pages", "outlets", "facts", "disputed"), 0)
    return {"id": id, **empty, **none, "title_from": "null", "summary_from": "null", "stale": True}


def _entity_row(story: str, entity: Entity, told: set[str]) -> dict[str, object] | None:
    """An entity's row, None when the story's articles do not name it."""
    named = [mention.article for mention in entity.mentions if mention.article in told]
    if not named:
        return None
    return {
        "story": story, "id": entity.id, "name": entity.name, "kind": entity.kind, "country": entity.country,
        "speaks_for": entity.speaks_for, "names": to_json(entity.names), "roles": to_json(entity.roles),
        "articles": len(set(named)), "mentions": len(named),
    }  # fmt: skip


def _entity_articles(story: str, entity: Entity, told: set[str]) -> list[dict[str, object]]:
    times: dict[str, int] = {}
    for mention in entity.mentions:
        if mention.article in told:
            times[mention.article] = times.get(mention.article, 0) + 1
    return [
        {"article": article, "entity": entity.id, "story": story, "times": count} for article, count in times.items()
    ]


def _fact_row(story: str, position: int, fact: Fact, event: str) -> dict[str, object]:
    return {
        "story": story, "id": fact.id, "position": position, "kind": fact.kind, "question": fact.question,
        "verdict": fact.verdict, "why": fact.why, "stands": fact.stands, "event": event, "ruling": fact.ruling,
        "origins": to_json(sorted({name for account in fact.accounts for name in account.origins})),
        "carriers": to_json(sorted({name for account in fact.accounts for name in account.carriers})),
    }  # fmt: skip


def _account_rows(story: str, fact: Fact) -> list[dict[str, object]]:
    return [
        {
            "story": story, "fact": fact.id, "number": number, "value": account.value, "low": account.low,
            "high": account.high, "unit": account.unit, "measure": account.measure, "as_of": account.as_of,
            "polarity": account.polarity, "origins": to_json(account.origins), "carriers": to_json(account.carriers),
        }
        for number, account in enumerate(fact.accounts)
    ]  # fmt: skip


def _claim_rows(story: str, fact: Fact) -> list[dict[str, object]]:
    return [
        {
            "story": story, "fact": fact.id, "account": account, "number": number, "article": claim.article,
            "starts": claim.span.start, "ends": claim.span.end, "focus_starts": claim.focus.start,
            "focus_ends": claim.focus.end, "certainty": claim.certainty, "chain": to_json(claim.chain),
        }
        for account, told in enumerate(fact.accounts)
        for number, claim in enumerate(told.claims)
    ]  # fmt: skip
