"""Group a stream of articles into stories, one article at a time.

Reads   articles in the order in which they come
Gives   the story that each joins or founds; a record of splits, merges, moves, pauses and returns; a state to store
Misses  a story whose second half shares neither names nor places with its first

An article is compared with the few stories that share its weightiest terms, found in an inverted index of bounded
lists; so the cost does not grow with the archive. It joins generously, and a story that turns out to be two events is
split when its articles show it (`divide`).
"""

from collections import defaultdict
from typing import Literal

import msgspec
import numpy as np

from twosource.model import Article, Instant
from twosource.stories.divide import divide, settle
from twosource.stories.terms import BUCKETS, terms_of, weights

JOIN = 0.2
"""Cosine with a story's centre from which an article joins it: low, since what was joined wrongly is split later."""

KEYS = 30
"""Terms by which an article looks for stories, and by which a story is found: the heaviest."""

LISTED = 64
"""Stories listed under one term, the latest: a term that more share says little."""

CANDIDATES = 8
"""Stories compared in full with an article."""

CENTRE = 300
"""Terms kept of a story's centre, the heaviest."""

TEASER = 0.3
"""Weight of a teaser in its story's centre: a fifth to a third of an article's words."""

GROWTH = 1.2
"""A story is looked at again when it has grown by a fifth since it was last looked at."""

VIEW = 48
"""Articles of a story that are looked at, the latest: the test needs no more, and its cost grows with their square."""

Why = Literal["split", "merged", "moved", "quiet", "returned"]


class StoryChange(msgspec.Struct, frozen=True):
    """What happened to a story: `story` was split off from, merged into, or came back; `other` is the other story's id.

    `article` is the id of the article that brought it about, `articles` those that changed story.
    """

    kind: Why
    story: str
    other: str = ""
    article: str = ""
    articles: tuple[str, ...] = ()


class Open(msgspec.Struct):
    """A story that articles may still join: members and their vectors in order of arrival, and its centre."""

    id: str
    articles: list[str]
    vectors: list[dict[int, float]]
    teasers: list[bool]
    centre: dict[int, float]
    keys: list[int] = []
    looked: int = 0
    touched: int = 0


class StoriesState(msgspec.Struct):
    """All that `Stories` knows; `msgspec.msgpack` writes and reads it. `seen` holds the term counts (int32)."""

    count: int = 0
    founded: int = 0
    seen: bytes = b""
    open: dict[int, Open] = {}
    index: dict[int, list[int]] = {}
    story_of: dict[str, int] = {}
    changes: list[StoryChange] = []


class Stories:
    """Stories of a stream. Feed it articles in the order in which they come."""

    def __init__(self, state: StoriesState | None = None) -> None:
        self._state = state or StoriesState()
        self._seen = np.zeros(BUCKETS, dtype=np.int32)
        if self._state.seen:
            self._seen = np.frombuffer(self._state.seen, dtype=np.int32).copy()

    def state(self) -> StoriesState:
        """Return all that is known, to be stored; `Stories(state)` goes on from there with the same results."""
        self._state.seen = self._seen.tobytes()
        return self._state

    def add(self, article: Article) -> str:
        """Take in an article and return its story's id. Adding an id again changes nothing."""
        state = self._state
        if article.id in state.story_of:
            return state.open[state.story_of[article.id]].id
        terms = terms_of(article)
        self._seen[terms.ids] += 1
        state.count += 1
        vector = weights(terms, self._seen, state.count)
        number = self._best(vector)
        if number is None:
            number = self._found(article.id)
        self._join(number, article, vector)
        story = state.open[number]
        if len(story.articles) >= max(story.looked * GROWTH, story.looked + 1):
            self._look(number, article.id)
        return state.open[state.story_of[article.id]].id

    def tidy(self) -> None:
        """Look once more at every story that has grown since it was last looked at."""
        for number in sorted(self._state.open):
            if self._state.open[number].looked < len(self._state.open[number].articles):
                self._look(number, "")

    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (story id, article ids in order of arrival), the stories in the order in which they were founded."""
        return tuple((story.id, tuple(story.articles)) for _, story in sorted(self._state.open.items()))

    def changes(self) -> tuple[StoryChange, ...]:
        """Return what happened to stories, in order."""
        return tuple(self._state.changes)

    def _best(self, vector: dict[int, float], but: int = -1) -> int | None:
        """The story nearest to a vector, None when none (but the one to leave out) is near."""
        votes: defaultdict[int, float] = defaultdict(float)
        for term in heaviest(vector, KEYS):
            for number in self._state.index.get(term, ()):
                votes[number] += vector[term]
        best, nearest = None, JOIN
        for number, _ in sorted(votes.items(), key=lambda item: (-item[1], item[0]))[: CANDIDATES + 1]:
            if number == but:
                continue
            likeness = cosine(vector, self._state.open[number].centre)
            if likeness >= nearest:
                best, nearest = number, likeness
        return best

    def _found(self, article: str) -> int:
        state = self._state
        number = state.founded
        state.founded += 1
        state.open[number] = Open(f"story:{article}", [], [], [], {})
        return number

    def _join(self, number: int, article: Article, vector: dict[int, float]) -> None:
        state = self._state
        story = state.open[number]
        story.articles.append(article.id)
        story.vectors.append(vector)
        story.teasers.append(bool(article.teaser_of))
        story.touched = state.count
        state.story_of[article.id] = number
        for term, weight in vector.items():
            story.centre[term] = story.centre.get(term, 0.0) + weight * (TEASER if article.teaser_of else 1.0)
        if len(story.centre) > 2 * CENTRE:
            story.centre = {term: story.centre[term] for term in heaviest(story.centre, CENTRE)}
        self._list(number)

    def _list(self, number: int) -> None:
        """List a story under its heaviest terms, as the latest."""
        story, index = self._state.open[number], self._state.index
        keys = heaviest(story.centre, KEYS)
        for term in set(story.keys) - set(keys):
            index[term] = [other for other in index[term] if other != number]
        for term in keys:
            listed = [other for other in index.get(term, ()) if other != number]
            index[term] = [*listed[-LISTED + 1 :], number]
        story.keys = keys

    def _look(self, number: int, article: str) -> None:
        """Split a story when its articles are about two events; else exchange articles with its neighbour."""
        story = self._state.open[number]
        story.looked = len(story.articles)
        first = max(0, len(story.vectors) - VIEW)
        sides = divide(story.vectors[first:])
        if sides is None:
            self._settle(number, article)
            return
        leaving = [first + place for place in sides[1]]
        if first == 0 and 0 in leaving:  # the story keeps its first article, and so its name
            leaving = sides[0]
        other = self._found(story.articles[leaving[0]])
        self._move(number, other, leaving)
        moved = tuple(self._state.open[other].articles)
        self._state.changes.append(StoryChange("split", self._state.open[other].id, story.id, article, moved))
        self._look(number, article)
        self._look(other, article)

    def _settle(self, number: int, article: str) -> None:
        """Let a story and the one nearest to it exchange the articles that are nearer to the other."""
        state = self._state
        other = self._best(scaled(state.open[number].centre), number)
        if other is None:
            return
        one, two = state.open[number], state.open[other]
        leaving, coming = settle(one.vectors[-VIEW:], two.vectors[-VIEW:])
        for source, target, places in ((number, other, leaving), (other, number, coming)):
            first = max(0, len(state.open[source].vectors) - VIEW)
            if places:
                moved = tuple(state.open[source].articles[first + place] for place in places)
                self._move(source, target, [first + place for place in places])
                state.changes.append(StoryChange("moved", state.open[target].id, state.open[source].id, article, moved))

    def _move(self, source: int, target: int, leaving: list[int]) -> None:
        """Move articles, given by their places in `source`, to `target`."""
        state = self._state
        story, goal = state.open[source], state.open[target]
        for place in leaving:
            goal.articles.append(story.articles[place])
            goal.vectors.append(story.vectors[place])
            goal.teasers.append(story.teasers[place])
            state.story_of[story.articles[place]] = target
        gone = set(leaving)
        staying = [place for place in range(len(story.articles)) if place not in gone]
        story.articles = [story.articles[place] for place in staying]
        story.vectors = [story.vectors[place] for place in staying]
        story.teasers = [story.teasers[place] for place in staying]
        for changed in (source, target):
            one = state.open[changed]
            one.centre = _centre(list(zip(one.vectors, one.teasers, strict=True)))
            self._list(changed)


def heaviest(vector: dict[int, float], count: int) -> list[int]:
    """Return the `count` heaviest terms, heaviest first."""
    return sorted(vector, key=lambda term: (-vector[term], term))[:count]


def scaled(centre: dict[int, float]) -> dict[int, float]:
    """Return a centre's heaviest terms as a vector of length one."""
    kept = {term: centre[term] for term in heaviest(centre, CENTRE)}
    length = sum(weight * weight for weight in kept.values()) ** 0.5 or 1.0
    return {term: weight / length for term, weight in kept.items()}


def cosine(vector: dict[int, float], centre: dict[int, float]) -> float:
    """Return the cosine of a vector of length one with a centre of any length."""
    length = sum(weight * weight for weight in centre.values()) ** 0.5
    return sum(weight * centre.get(term, 0.0) for term, weight in vector.items()) / length if length else 0.0


def _centre(members: list[tuple[dict[int, float], bool]]) -> dict[int, float]:
    centre: dict[int, float] = {}
    for vector, teaser in members:
        for term, weight in vector.items():
            centre[term] = centre.get(term, 0.0) + weight * (TEASER if teaser else 1.0)
    return centre


def day_of(instant: Instant | None) -> str:
    """Return an instant's day, "" when there is none."""
    return instant.day if instant else ""
