"""Look in a library's search tables: which articles hold these words, what passages mean, where names stand.

Reads   a connection that sees one state of the library
Gives   seqs of articles with scores; codes; facts of stories as they are searched; articles that name an entity
Misses  the ranking of both together: `run.search` fuses them

A common word is in half of all articles and ranking them all takes a fifth of a second, while it tells nothing. So only
`CANDIDATES` articles are ranked: those with the rarest words, then those with all words, the latest first.
"""

import json
from collections.abc import Sequence
from math import log
from typing import Any

import msgspec
import numpy as np
import sqlalchemy as sa
from numpy.typing import NDArray
from rapidfuzz.distance import JaroWinkler

from twosource.store import find_tables as t
from twosource.store import tables
from twosource.store.find_index import StoryFacts, sound_of
from twosource.text.names import fold

CANDIDATES = 1_000
"""Articles whose words are ranked: ranking takes 2 microseconds each on SQLite and 10 on PostgreSQL, and the tenth hit
has been among the first few hundred."""

RANKED = 400
"""Articles that a ranking by words holds: a page of hits is 10, and facts are looked for in 50."""

PLACES = 30_000
"""Articles, summed over the words, that a ranking by words goes through: 6 milliseconds on SQLite. The commonest words
are left out of it beyond that: they weigh next to nothing beside the rare ones."""

COUNTED = 30_000
"""Articles up to which those with a word are counted: it is a common word then, however many more have it, and counting
100,000 takes four milliseconds."""

AHEAD = 4
"""How many times as many articles as are wanted are looked at first when filters let through some of them only."""

TOGETHER = 6
"""Words that an article must have all of, the rarest, to be ranked beside those that have a rare one."""

RELAXED = 3
"""How often the commonest word is given up when few articles have all of them."""

ALIKE = 0.88
"""Jaro-Winkler likeness from which two words of one sound are spellings of one name (see `text.same_person`)."""

Seqs = NDArray[np.int64]


class Words(msgspec.Struct, frozen=True):
    """What is looked for: `stems` any of which may be there, and `phrases` each of which must be, word behind word."""

    stems: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...] = ()


class Finder:
    """The search tables in one state of a library. `counts` remembers how many articles have a stem."""

    def __init__(self, connection: sa.Connection, counts: dict[str, int] | None = None) -> None:
        self.connection = connection
        self.lite = connection.dialect.name == "sqlite"
        self.counts = {} if counts is None else counts
        if not self.lite:
            # A common word makes PostgreSQL's planner read all rows, whose vectors lie out of line where it does not
            # see their cost: 590 ms for a word that the index counts in 17 (42,000 articles, 2026-11-25).
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")

    def size(self) -> int:
        """Return how many articles can be found, which is the seq of the last one: `seq` has no gaps."""
        return self.connection.execute(sa.select(sa.func.max(t.passages.c.seq))).scalar() or 0

    def count(self, stem: str) -> int:
        """Return how many articles have a stem, `COUNTED` at the most."""
        if stem not in self.counts:
            query = f"SELECT count(*) FROM (SELECT 1 FROM search_words WHERE {self._match} LIMIT :most) AS found"
            values = {"q": self._one((stem,)), "most": COUNTED}
            self.counts[stem] = self.connection.execute(sa.text(query), values).scalar() or 0
        return self.counts[stem]

    def matching(self, wanted: str, most: int | None = None) -> Seqs:
        """Return the seqs of the articles that fit an expression, the latest first."""
        if self.lite:
            query = f"SELECT rowid FROM search_words WHERE {self._match} ORDER BY rowid DESC"
        else:  # first all that fit, by the index of words; the planner would rather go back from the last row
            found = f"WITH found AS MATERIALIZED (SELECT seq FROM search_words WHERE {self._match})"
            query = f"{found} SELECT seq FROM found ORDER BY seq DESC"
        values: dict[str, object] = {"q": wanted}
        if most is not None:
            query += " LIMIT :most"
            values["most"] = most
        return np.array([row[0] for row in self.connection.execute(sa.text(query), values).all()], dtype=np.int64)

    def candidates(self, words: Words, allowed: NDArray[np.bool_] | None = None) -> Seqs:
        """Return the articles to rank, sorted; `allowed` says for each seq (from 0) whether it may be among them."""
        rare = sorted(
            (stem for stem in dict.fromkeys(words.stems) if self.count(stem)), key=lambda s: (self.count(s), s)
        )
        if words.phrases:
            return np.sort(self._taken(self._all(words.phrases), CANDIDATES, allowed))
        if not rare:
            return np.zeros(0, dtype=np.int64)
        few = _prefix([self.count(stem) for stem in rare], CANDIDATES)
        found = self._taken(self._any(rare[:few]), CANDIDATES, allowed) if few else np.zeros(0, dtype=np.int64)
        for given_up in range(RELAXED if few < len(rare) else 0):
            room = CANDIDATES - len(found)
            kept = rare[: min(len(rare), TOGETHER) - given_up]
            if room <= CANDIDATES // 4 or len(kept) <= few:
                break
            found = np.union1d(found, self._taken(self._all([(stem,) for stem in kept]), room, allowed))
        return np.unique(found)

    def ranked(self, words: Words, among: Seqs, articles: int) -> dict[int, float]:
        """Return the score of each of some articles by their words, best first; more is better."""
        stems = list(dict.fromkeys((*words.stems, *(s for p in words.phrases for s in p))))
        rare = sorted((stem for stem in stems if self.count(stem)), key=lambda stem: (self.count(stem), stem))
        known = rare[: max(1, _prefix([self.count(stem) for stem in rare], PLACES))]
        if not known or not len(among):
            return {}
        seqs = json.dumps(among.tolist())
        rows = self._bm25(known, seqs) if self.lite else self._weighed(known, seqs, articles)
        return {row[0]: float(row[1]) for row in rows}

    def rarity(self, stem: str, articles: int) -> float:
        """Return BM25's weight of a stem: how rare it is among the articles."""
        have = self.count(stem)
        return log(1 + (articles - have + 0.5) / (have + 0.5))

    def passages(self, after: int) -> list[tuple[int, bytes]]:
        """Return (seq, codes of its passages) of the articles behind a seq, in order."""
        c = t.passages.c
        rows = self.connection.execute(sa.select(c.seq, c.codes).where(c.seq > after).order_by(c.seq))
        return [(row[0], bytes(row[1])) for row in rows]

    def labels(self, after: int) -> list[tuple[int, str, str, str, str]]:
        """Return (seq, outlet, published, language, teaser_of) of the articles behind a seq, in order."""
        a = tables.articles.c
        query = sa.select(a.seq, a.outlet, a.published, a.language, a.teaser_of).where(a.seq > after).order_by(a.seq)
        return [(row[0], row[1], row[2], row[3], row[4]) for row in self.connection.execute(query)]

    def replaced(self, after: int) -> list[int]:
        """Return the seqs of the articles that a newer version behind a seq has replaced, in no order."""
        new, v = tables.articles.alias(), tables.versions.c
        old = tables.articles.c
        query = sa.select(old.seq).join(tables.versions, v.before == old.id).join(new, new.c.id == v.article)
        return list(self.connection.execute(query.where(v.number > 1, new.c.seq > after)).scalars())

    def places_of(self, seqs: Sequence[int]) -> dict[int, tuple[str, str]]:
        """Return for each seq the article's id and the story it is in ("" for none)."""
        a, s = tables.articles.c, tables.story_articles.c
        query = sa.select(a.seq, a.id, s.story).outerjoin(tables.story_articles, s.article == a.id)
        rows = self.connection.execute(query.where(a.seq.in_([int(seq) for seq in seqs])))
        return {row[0]: (row[1], row[2] or "") for row in rows}

    def facts(self, stories: Sequence[str]) -> dict[str, StoryFacts]:
        """Return what the facts of these stories are found by, by story."""
        c = t.facts.c
        rows = self.connection.execute(sa.select(c.story, c.data).where(c.story.in_(list(stories))).order_by(c.story))
        return {row[0]: msgspec.msgpack.decode(row[1], type=StoryFacts) for row in rows}

    def naming(self, name: str, kinds: Sequence[str]) -> Seqs:
        """Return the seqs of the articles that name an entity of one of the kinds so, in any spelling; sorted."""
        n, e, a = t.names.c, tables.entity_articles.c, tables.articles.c
        wanted = fold(name)
        rows = self.connection.execute(
            sa.select(n.story, n.entity, n.name)
            .where(sa.or_(n.name == wanted, n.sound == sound_of(wanted)), n.kind.in_(list(kinds)))
            .distinct()
        )
        pairs = sorted({(r[0], r[1]) for r in rows if JaroWinkler.similarity(r[2], wanted) >= ALIKE})
        found: set[int] = set()
        for start in range(0, len(pairs), 200):  # two values a pair: databases take some thousand in a statement
            some = pairs[start : start + 200]
            query = sa.select(a.seq).join(tables.entity_articles, e.article == a.id)
            query = query.where(sa.or_(*(sa.and_(e.story == story, e.entity == entity) for story, entity in some)))
            found.update(self.connection.execute(query).scalars())
        return np.array(sorted(found), dtype=np.int64)

    @property
    def _match(self) -> str:
        return "search_words MATCH :q" if self.lite else "words @@ CAST(:q AS tsquery)"

    def _one(self, phrase: Sequence[str]) -> str:
        return f'"{" ".join(phrase)}"' if self.lite else "(" + " <-> ".join(f"'{stem}'" for stem in phrase) + ")"

    def _any(self, stems: Sequence[str]) -> str:
        return (" OR " if self.lite else " | ").join(self._one((stem,)) for stem in stems)

    def _all(self, phrases: Sequence[Sequence[str]]) -> str:
        return (" AND " if self.lite else " & ").join(self._one(phrase) for phrase in phrases)

    def _taken(self, wanted: str, most: int, allowed: NDArray[np.bool_] | None) -> Seqs:
        if allowed is None:
            return self.matching(wanted, most)
        found = self.matching(wanted, AHEAD * most)
        kept = found[allowed[found]][:most]
        if len(kept) < most and len(found) == AHEAD * most:  # the filters are narrow: all are needed
            found = self.matching(wanted)
            kept = found[allowed[found]][:most]
        return kept

    def _bm25(self, stems: Sequence[str], seqs: str) -> Sequence[Any]:
        # The plus keeps SQLite from starting the match anew for each row: it goes through all matches once, which is
        # quick, and ranks those that are wanted.
        query = (
            "SELECT rowid, -bm25(search_words) FROM search_words WHERE search_words MATCH :q"
            " AND +rowid IN (SELECT value FROM json_each(:seqs)) ORDER BY 2 DESC, 1 DESC LIMIT :most"
        )
        return self.connection.execute(sa.text(query), {"q": self._any(stems), "seqs": seqs, "most": RANKED}).all()

    def _weighed(self, stems: Sequence[str], seqs: str, articles: int) -> Sequence[Any]:
        """Rarity times what PostgreSQL makes of how often and where a word stands (its ranking knows no rarity)."""
        parts = [
            f"{self.rarity(stem, articles):.6f} * ts_rank('{{0.5,0.5,0.5,1}}', words, CAST(:w{number} AS tsquery), 1)"
            for number, stem in enumerate(stems)
        ]
        values = {f"w{number}": f"'{stem}'" for number, stem in enumerate(stems)}
        query = (
            f"SELECT seq, {' + '.join(parts)} FROM search_words"
            " WHERE seq IN (SELECT CAST(value AS integer) FROM json_array_elements_text(CAST(:seqs AS json)))"
            " ORDER BY 2 DESC, 1 DESC LIMIT :most"
        )
        return self.connection.execute(sa.text(query), {**values, "seqs": seqs, "most": RANKED}).all()


def _prefix(sizes: Sequence[int], most: int) -> int:
    """How many of the sizes, from the first, sum up to `most` at most."""
    total, number = 0, 0
    for number, size in enumerate(sizes):
        total += size
        if total > most:
            return number
    return number + 1 if sizes else 0
