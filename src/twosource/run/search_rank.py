"""Rank articles and facts by their words and by their meaning, and fuse the two.

Reads   what was asked, the tables of search, the meanings in memory
Gives   scores of articles by seq; scores of facts of the stories that the best articles are in
Misses  a fact whose article is not among the best `LOOKED_IN`
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.run.search_memory import Memory
from twosource.run.search_query import Asked
from twosource.store.find import Finder
from twosource.store.find_index import StoryFacts, hashed
from twosource.text.meaning import Vectors, as_codes, likeness, vectors_of

NEAREST = 200
"""Articles whose likeness is computed in full, the nearest by the bits of their codes."""

MEANING = 0.8
"""What likeness (about -1 to 1) weighs against words (1 for the best of them). On the odd half of bench/queries.jsonl
nDCG@10 of articles was 0.821 by words alone, 0.686 by meaning alone, and 0.831 to 0.836 with anything from 0.2 to
1.0; sums of reciprocal ranks gave 0.799 to 0.830 (2026-11-22)."""

FACT_MEANING = 0.3
FACT_ARTICLE = 0.8
FACT_CARRIED = 0.15
FACT_SHAPE = 0.3
"""What else counts beside a fact's words (which have 1 when all are there): the meaning of its sentence, the rank of
its article (a sentence seldom names what its article is about), the logarithm of how many articles carry it, and that
it is a figure when one is asked for, or a statement of the one asked about. On the odd half of bench/queries.jsonl
nDCG@10 was flat: 0.612 to 0.639 for meaning 0 to 0.6, article 0.4 to 1.2 and carried 0.05 to 0.25 (2026-11-22)."""

LOOKED_IN = 50
"""Articles whose stories' facts are ranked."""

ALONE = 0.25
"""Likeness from which an article, or a fact, is found by its meaning alone, with none of the words: of 12,032 articles
about something else and without a word of the question, one was so like it (the odd half of bench/queries.jsonl)."""


class Scores(msgspec.Struct, frozen=True):
    """Articles by seq, best first: `total`, and of what it is made; the number of the passage nearest in meaning."""

    total: dict[int, float]
    words: Mapping[int, float]
    alike: Mapping[int, float]
    passage: Mapping[int, int]


class FactScore(msgspec.Struct, frozen=True):
    """A fact found: its story, its place in the story's `StoryFacts`, its score, and why.

    `near` says whether an article that carries it is itself among those found.
    """

    story: str
    place: int
    score: float
    near: bool
    why: str


def rank_articles(
    finder: Finder, memory: Memory, asked: Asked, vector: Vectors, allowed: NDArray[np.bool_] | None,
    weights: tuple[float, float] = (1.0, MEANING),
) -> Scores:  # fmt: skip
    """Return the articles found by words or by meaning; `weights` are those of the two, 0 leaves one out."""
    candidates = finder.candidates(asked.words, allowed)
    by_words = finder.ranked(asked.words, candidates, memory.articles) if weights[0] else {}
    if asked.words.phrases and not by_words:
        return Scores({}, {}, {}, {})
    near = _near(memory, vector, allowed) if weights[1] and not asked.words.phrases else []
    read = list(dict.fromkeys([*near, *list(by_words)[:NEAREST]])) if weights[1] else []
    likenesses, nearest = memory.likeness(read, vector)
    alike = dict(zip(read, likenesses.tolist(), strict=True))
    passage = dict(zip(read, nearest.tolist(), strict=True))
    best = next(iter(by_words.values()), 1.0)
    words = {seq: score / best for seq, score in by_words.items()}
    total = {
        seq: weights[0] * words.get(seq, 0.0) + weights[1] * alike.get(seq, 0.0)
        for seq in dict.fromkeys([*by_words, *alike])
        if seq in by_words or not weights[0] or alike[seq] >= ALONE
    }
    return Scores(_sorted(total), words, alike, passage)


class Column(NamedTuple):
    """Numbers with the row that each is in, and how many rows there are."""

    numbers: NDArray[np.uint32]
    rows: NDArray[np.int64]
    size: int

    @classmethod
    def of(cls, numbers: bytes, ends: bytes) -> "Column":
        """Read a column as `find_index.column` writes it."""
        stops = np.frombuffer(ends, dtype="<u4").astype(np.int64)
        sizes = np.diff(np.concatenate([np.zeros(1, dtype=np.int64), stops]))
        return cls(np.frombuffer(numbers, dtype="<u4"), np.repeat(np.arange(len(sizes)), sizes), len(sizes))

    def having(self, number: int) -> NDArray[np.bool_]:
        """Return for each row whether it has a number."""
        made = np.zeros(self.size, dtype=bool)
        made[self.rows[self.numbers == number]] = True
        return made


class Told(NamedTuple):
    """The facts of a story: their hashed words and speakers with the fact of each, and a number for every fact."""

    story: str
    words: Column
    speakers: Column
    near: NDArray[np.float64]
    carried: NDArray[np.int64]

    @classmethod
    def of(cls, name: str, story: StoryFacts, articles: Mapping[str, float]) -> "Told":
        """Read a story's columns; `near` is the score of a fact's best article, `carried` how many carry it."""
        carriers = Column.of(story.carriers, story.carriers_ends)
        scores = np.array([articles.get(id, 0.0) for id in story.articles])
        near = np.zeros(len(story.ids))
        np.maximum.at(near, carriers.rows, scores[carriers.numbers])
        words, speakers = Column.of(story.words, story.words_ends), Column.of(story.speakers, story.speakers_ends)
        return cls(name, words, speakers, near, np.bincount(carriers.rows, minlength=len(story.ids)))


def rank_facts(
    stories: Mapping[str, StoryFacts], articles: Mapping[str, float], finder: Finder, memory: Memory, asked: Asked,
    vector: Vectors, weights: tuple[float, ...] = (1.0, FACT_MEANING, FACT_ARTICLE, FACT_CARRIED, FACT_SHAPE),
) -> list[FactScore]:  # fmt: skip
    """Return the facts of these stories, best first; `articles` are the scores of articles by id, 1 for the best.

    `weights` are those of words, meaning, article, carriers and shape of the question.
    """
    told = [Told.of(name, stories[name], articles) for name in sorted(stories)]
    if not told:
        return []
    words = _by_words([one.words for one in told], asked, finder, memory.articles)
    alike = likeness(np.concatenate([as_codes(stories[one.story].codes) for one in told], axis=1), vector)
    near, carried = (np.concatenate([getattr(one, part) for one in told]) for part in ("near", "carried"))
    shape = np.concatenate([_shape(one, stories[one.story], asked) for one in told])
    parts = (words, alike, near, np.log(carried.clip(min=1)), shape)
    total = sum(weight * part for weight, part in zip(weights, parts, strict=True))
    found = (words > 0) | (alike >= ALONE) | (not weights[0])
    order = np.lexsort((np.arange(len(words)), -total))
    places = [(one.story, place) for one in told for place in range(len(one.near))]
    made = []
    for at in order[found[order]].tolist():
        (story, place), why = places[at], _why(words[at], alike[at], shape[at], asked)
        made.append(FactScore(story, place, float(total[at]), bool(near[at]), why))
    return made


def _by_words(stories: Sequence[Column], asked: Asked, finder: Finder, articles: int) -> NDArray[np.float64]:
    """For each fact the part of the query's weight that its words have, 0 to 1.

    A word weighs by how rare it is among the articles and, as much, among these facts: what the whole story is about
    does not tell its facts apart. The length of a fact does not count: it is long when many tell it.
    """
    rows = sum(story.size for story in stories)
    score, most = np.zeros(rows), 0.0
    for stem in asked.words.stems:
        have = np.concatenate([story.having(hashed(stem)) for story in stories])
        count = int(have.sum())
        here = float(np.log(1 + (rows - count + 0.5) / (count + 0.5)))
        weight = (finder.rarity(stem, articles) + here) / 2
        score += weight * have
        most += weight
    return score / (most or 1.0)


def _shape(told: Told, story: StoryFacts, asked: Asked) -> NDArray[np.float64]:
    """Whether a fact is of the kind that is asked for: a statement by that speaker, a figure."""
    if asked.speaker:
        spoken = [told.speakers.having(hashed(stem)) for stem in asked.speaker]
        return np.asarray(np.any(spoken, axis=0), dtype=float)
    return np.array([float(asked.figure and kind == "figure") for kind in story.kinds])


def _why(word: float, alike: float, shape: float, asked: Asked) -> str:
    parts = ["words"] if word > 0 else []
    parts += ["meaning"] if alike >= ALONE else []
    if shape:
        parts.append("speaker" if asked.speaker else "figure")
    return ", ".join(parts)


def _near(memory: Memory, vector: Vectors, allowed: NDArray[np.bool_] | None) -> list[int]:
    far = memory.distances(vector)
    if allowed is not None:
        far = np.where(allowed, far, np.uint16(999))
    most = min(NEAREST, len(far) - 1)
    if most <= 0:
        return []
    found = np.argpartition(far, most)[: most + 1]
    return [int(seq) for seq in found[np.lexsort((found, far[found]))] if far[seq] < 999]


def _sorted(scores: Mapping[int, float]) -> dict[int, float]:
    return dict(sorted(scores.items(), key=lambda item: (-item[1], -item[0])))


def meaning_of(asked: Asked) -> Vectors:
    """Return the vector of what is asked."""
    return np.asarray(vectors_of([asked.meaning])[0], dtype=np.float32)
