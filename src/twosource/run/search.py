"""Search a library: articles, facts and statements, by words and by meaning, in one ranking.

Reads   a query as typed, filters
Gives   Hits with exact snippets; BadSetting for a query that cannot be answered
Misses  other languages' questions; what is in no article's words and in none of its first sentences

A `Search` keeps the meanings of all passages in memory and is made once in a process that searches often; `search` is
for one question.
"""

import threading
from collections.abc import Mapping, Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, BadSetting, Claim, Fact, Filters, Hit, HitKind, Snippet
from twosource.run.search_memory import Memory, day_of
from twosource.run.search_query import Asked, understand
from twosource.run.search_rank import ALONE, LOOKED_IN, FactScore, Scores, meaning_of, rank_articles, rank_facts
from twosource.run.search_snippet import of_claim, phrases_in, snippet, weight_of
from twosource.store import Store, View
from twosource.store.find import Finder

LIMIT = 10
MOST = 1_000
"""Hits that are given at most."""

SHOWN = 3
"""Snippets of a fact: one of each of its first accounts."""

CLAIMS = 8
"""Claims of an account that are looked at for it: those that follow are copies, mostly."""

STATEMENTS = ("statement", "position")
ENTITIES = ("person", "organisation", "group", "other")
ANY = Filters()


class Search:
    """A searching process's view of a library. Safe to use from several threads."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.memory = Memory()
        self._alone = threading.Lock()

    def find(self, query: str, filters: Filters = ANY, limit: int = LIMIT) -> tuple[Hit, ...]:
        """Return the best hits, best first; with an empty query what the filters let through, the latest first.

        Raises BadSetting for a query without words and without filters, or a limit or day that is none.
        """
        check(filters, limit)
        if not query.strip() and filters in (ANY, Filters(replaced=True)):
            raise BadSetting("nothing to search for: give words, or filters such as --outlet or --verdict")
        asked = understand(query) if query.strip() else None
        with self.store.view() as view:
            finder = Finder(view.connection)
            with self._alone:  # others search on meanwhile: what they hold is replaced, never changed
                self.memory.refresh(finder)
                memory = copy(self.memory)
            allowed = allowed_by(filters, memory, finder)
            if asked is None:
                return tuple(listed(view, finder, filters, allowed, memory, limit))
            return tuple(found(view, finder, memory, asked, filters, allowed, limit))


def found(
    view: View, finder: Finder, memory: Memory, asked: Asked, filters: Filters, allowed: NDArray[np.bool_] | None,
    limit: int,
) -> list[Hit]:  # fmt: skip
    """Return the best hits for what is asked, best first."""
    vector = meaning_of(asked)
    scores = rank_articles(finder, memory, asked, vector, allowed)
    kinds = filters.kinds or ("article", "fact", "statement")
    depth = LOOKED_IN if set(kinds) != {"article"} or filters.verdict else 0
    places = finder.places_of(list(scores.total)[: max(depth, 2 * limit)])
    rarity = {stem: finder.rarity(stem, memory.articles) for stem in asked.words.stems}
    hits: list[Hit] = []
    carriers: set[str] = set()
    if depth:
        ranked = facts_found(finder, memory, asked, vector, scores, places, filters)
        hits += facts_shown(view, ranked, asked, kinds, rarity, limit)
        carriers = {shown.article for hit in hits for shown in hit.snippets}
    if "article" in kinds:
        hits += articles_shown(view, scores, places, asked, rarity, limit, carriers if filters.verdict else None)
    return sorted(hits, key=lambda hit: (-hit.score, hit.kind, hit.story, hit.id))[:limit]


def facts_found(
    finder: Finder, memory: Memory, asked: Asked, vector: NDArray[np.float32], scores: Scores,
    places: Mapping[int, tuple[str, str]], filters: Filters,
) -> list[tuple[FactScore, str]]:  # fmt: skip
    """Return the facts of the stories that the best articles are in, with their ids, best first."""
    best = list(scores.total)[:LOOKED_IN]
    top = scores.total[best[0]] if best else 1.0
    articles = {places[seq][0]: scores.total[seq] / top for seq in best if seq in places}
    names = dict.fromkeys(places[seq][1] for seq in best if seq in places and places[seq][1])
    stories = finder.facts(list(names))
    ranked = rank_facts(stories, articles, finder, memory, asked, vector)
    narrow = filters != Filters(kinds=filters.kinds, verdict=filters.verdict, replaced=filters.replaced)
    return [
        (found, story.ids[found.place])
        for found in ranked
        for story in (stories[found.story],)
        if (not filters.verdict or story.verdicts[found.place] == filters.verdict)
        # With filters on articles, a fact counts by the articles that passed them.
        and (not narrow or found.near)
    ]


def search(store: Store, query: str, filters: Filters = ANY, limit: int = LIMIT) -> tuple[Hit, ...]:
    """Return the best hits of one search, best first. Raises BadSetting, StoreError."""
    return Search(store).find(query, filters, limit)


def check(filters: Filters, limit: int) -> None:
    """Raise BadSetting for filters that can let nothing through."""
    if not 1 <= limit <= MOST:
        raise BadSetting(f"a search gives 1 to {MOST} hits, not {limit}")
    for name, day in (("since", filters.since), ("until", filters.until)):
        if day and (not day_of(day) or len(day) != len("YYYY-MM-DD")):
            raise BadSetting(f"--{name} {day!r} is no day: write it YYYY-MM-DD")
    if filters.until and filters.since > filters.until:
        raise BadSetting(f"no day is both {filters.since} or later and {filters.until} or earlier")


def allowed_by(filters: Filters, memory: Memory, finder: Finder) -> NDArray[np.bool_] | None:
    """Return for each seq (from 0) whether an article passes the filters, None when all do."""
    made = np.ones(memory.last + 1, dtype=bool) if filters.replaced else memory.current[: memory.last + 1].copy()
    if filters.outlet:
        made &= np.array([outlet == filters.outlet.casefold() for outlet in memory.outlets[: memory.last + 1]])
    if filters.language:
        made &= np.array([language == filters.language.casefold() for language in memory.languages[: memory.last + 1]])
    if filters.since or filters.until:
        days = np.array(memory.days[: memory.last + 1])
        made &= (days >= day_of(filters.since)) & (days > 0)
        if filters.until:
            made &= days <= day_of(filters.until)
    for name, kinds in ((filters.entity, ENTITIES), (filters.place, ("place",))):
        if name:
            named = np.zeros_like(made)
            seqs = finder.naming(name, kinds)
            named[seqs[seqs <= memory.last]] = True
            made &= named
    return None if made.all() else made


def facts_shown(
    view: View, found: Sequence[tuple[FactScore, str]], asked: Asked, kinds: Sequence[HitKind],
    rarity: Mapping[str, float], limit: int,
) -> list[Hit]:  # fmt: skip
    """Return the hits for facts, best first: those of the kinds wanted, and with an exact phrase those that have it."""
    hits: list[Hit] = []
    facts: dict[str, dict[str, Fact]] = {}
    articles: dict[str, Article] = {}
    top = found[0][0].score if found else 1.0
    for start in range(0, len(found), limit):
        if len(hits) == limit:
            break
        some: list[tuple[FactScore, Fact]] = []
        for score, id in found[start : start + limit]:
            if score.story not in facts:
                facts[score.story] = {fact.id: fact for fact in view.facts(score.story)}
            fact = facts[score.story].get(id)
            if fact is not None and kind_of(fact) in kinds:
                some.append((score, fact))
        # Of all of them in one query: a query for each fact made a search of PostgreSQL half as slow again.
        wanted = [claim.article for _, fact in some for claims in told(fact) for claim in claims]
        articles |= view.articles_of(name for name in wanted if name not in articles)
        for score, fact in some:
            shown = claims_shown(articles, fact, rarity)
            if len(hits) < limit and all(any(phrases_in(one.text, phrase) for one in shown) for phrase in asked.exact):
                hits.append(
                    Hit(kind_of(fact), fact.id, score.story, round(score.score / top, 4), fact.question, shown,
                        verdict=fact.verdict, why=score.why)
                )  # fmt: skip
    return hits


def kind_of(fact: Fact) -> HitKind:
    """Return as what a fact is found: somebody's statement or position, or a fact."""
    return "statement" if fact.kind in STATEMENTS else "fact"


def told(fact: Fact) -> list[tuple[Claim, ...]]:
    """Return the claims of a fact's first accounts that may be shown."""
    return [account.claims[:CLAIMS] for account in fact.accounts if account.claims][:SHOWN]


def claims_shown(articles: Mapping[str, Article], fact: Fact, rarity: Mapping[str, float]) -> tuple[Snippet, ...]:
    """Return a sentence for each of a fact's first accounts: that of its claims with the rarest of the words."""
    shown = []
    for claims in told(fact):
        there = [claim for claim in claims if claim.article in articles]
        if there:
            best = max(there, key=lambda claim: weight_of(claim.span.of(articles[claim.article].text), rarity))
            shown.append(of_claim(articles[best.article], best.span, rarity))
    return tuple(shown)


def articles_shown(
    view: View, scores: Scores, places: Mapping[int, tuple[str, str]], asked: Asked, rarity: Mapping[str, float],
    limit: int, carriers: set[str] | None,
) -> list[Hit]:  # fmt: skip
    """Return the hits for articles, best first; `carriers`, where given, are the only ones let through."""
    wanted = [(seq, *places[seq]) for seq in scores.total if seq in places]
    if carriers is not None:
        wanted = [row for row in wanted if row[1] in carriers]
    top = next(iter(scores.total.values()), 1.0)
    hits: list[Hit] = []
    for start in range(0, len(wanted), limit):
        if len(hits) == limit:
            break
        some = wanted[start : start + limit]
        articles = view.articles_of(id for _, id, _ in some)
        for seq, id, story in some:
            article = articles[id]
            if len(hits) < limit and all(phrases_in(article.text, phrase) for phrase in asked.exact):
                why = ["words"] * (seq in scores.words) + ["meaning"] * (scores.alike.get(seq, 0.0) >= ALONE)
                shown = snippet(article, rarity, asked.exact, scores.passage.get(seq, -1))
                hits.append(hit_of(article, story, round(scores.total[seq] / top, 4), shown, ", ".join(why)))
    return hits


def hit_of(article: Article, story: str, score: float, shown: Snippet, why: str) -> Hit:
    """Return an article as a hit."""
    published = article.published.value if article.published else ""
    title = article.title or shown.text
    return Hit("article", article.id, story, score, title, (shown,), article.outlet, published, why=why)


def listed(
    view: View, finder: Finder, filters: Filters, allowed: NDArray[np.bool_] | None, memory: Memory, limit: int
) -> list[Hit]:
    """Return what the filters let through, the latest articles first."""
    passed = np.flatnonzero(allowed) if allowed is not None else np.arange(memory.last + 1)
    order = sorted((int(seq) for seq in passed if seq), key=lambda seq: (-memory.days[seq], -seq))
    kinds = filters.kinds or (("fact", "statement") if filters.verdict else ("article",))
    hits: list[Hit] = []
    seen: set[tuple[str, str]] = set()
    for start in range(0, len(order), MOST):
        places = finder.places_of(order[start : start + MOST])
        for id, story in (places[seq] for seq in order[start : start + MOST] if seq in places):
            if "article" in kinds and not filters.verdict:
                article = view.article(id)
                hits.append(hit_of(article, story, 1.0, snippet(article, {}), "filters"))
            elif story:
                facts = [f for f in view.facts(story) if (story, f.id) not in seen and _told_by(f, id, filters, kinds)]
                seen.update((story, fact.id) for fact in facts)
                hits += [fact_listed(view, fact, story) for fact in facts]
            if len(hits) >= limit:
                return hits[:limit]
    return hits


def fact_listed(view: View, fact: Fact, story: str) -> Hit:
    """Return a fact as a hit that the filters let through."""
    articles = view.articles_of(claim.article for claims in told(fact) for claim in claims)
    shown = claims_shown(articles, fact, {})
    return Hit(kind_of(fact), fact.id, story, 1.0, fact.question, shown, verdict=fact.verdict, why="filters")


def _told_by(fact: Fact, article: str, filters: Filters, kinds: Sequence[HitKind]) -> bool:
    """Whether a fact has the verdict and kind wanted and a claim in the article."""
    told = any(claim.article == article for account in fact.accounts for claim in account.claims)
    return told and kind_of(fact) in kinds and filters.verdict in ("", fact.verdict)
