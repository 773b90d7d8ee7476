"""Find the stories nearest to an article, by an inverted index of bounded lists.

Reads   StoriesState: the open stories and the index of their heaviest terms
Gives   the few stories that share heavy terms with a vector, and how like it they are
Misses  a story that shares none of its heaviest terms
"""

from collections import defaultdict

import numpy as np

from twosource.stories.opened import StoriesState
from twosource.stories.terms import BUCKETS
from twosource.stories.vectors import Vector, heaviest, trimmed

JOIN = 0.2
"""Cosine with a story's centre from which an article joins it: low, since what was joined wrongly is split later."""

TOGETHER, TWO = 0.13, 0.24
"""Mean likeness with a story's articles from which an article is of one event with them; and with a story of one
article, to which it may be like by chance. Two reports of one event have 0.44 in the middle, and 99 of 100 have one
with 0.29; articles on one campaign have 0.07. The centre alone tells a story of one event badly from a heap on one
topic: the more unlike what it is made of, the shorter it is, and the nearer to all."""

SEASON, TWO_APART = 60, 0.4
"""Days from which on two articles are like each other for their topic's sake; what they must have then. A story that
more articles tell finds its trial a year on."""

KEYS = 30
"""Terms by which an article looks for stories, and by which a story is found: the heaviest."""

LISTED = 64
"""Stories listed under one term, the latest: a term that more share says little."""

CANDIDATES = 8
"""Stories compared in full with an article."""

CENTRE = 300
"""Terms kept of a story's centre, the heaviest; a quiet story keeps `KEYS` of them."""

FRESH = 3
FADE = 30
LEAST_FRESH = 0.5
"""Days for which a story stays fresh; `FADE` days more halve the likeness of an article that comes to it, and it falls
no further: the same place and people a month on are more often a new event, yet trials must find their story."""


class Nearest:
    """The index of a state's open stories. It changes the state; what it holds itself is room to reckon in."""

    def __init__(self, state: StoriesState) -> None:
        self._state = state
        self._spread = np.zeros(BUCKETS, dtype=np.float32)  # one vector at a time, spread out; zero in between

    def best(self, vector: Vector, day: int, but: int = -1) -> int | None:
        """Return the story nearest to a vector, None when none (but the one to leave out) is near."""
        found = self.find(vector, day, CANDIDATES, but)
        return next((number for number, likeness in found if likeness >= JOIN), None)

    def home(self, vector: Vector, day: int, but: int = -1) -> int | None:
        """Return the nearest story that a vector is of one event with, None when none (but the one to leave out) is."""
        found = self.find(vector, day, CANDIDATES, but)
        return next((n for n, likeness in found if likeness >= JOIN and self._of_one_event(vector, day, n)), None)

    def _of_one_event(self, vector: Vector, day: int, number: int) -> bool:
        """Whether a vector is as like a story's articles as those of one event are; a quiet story's are not known."""
        story = self._state.open[number]
        count = story.weight()
        needed = together(count, abs(day - story.day) if day and story.day else 0)
        return story.quiet or vector.dot(story.centre) >= needed * count

    def find(self, vector: Vector, day: int, count: int, but: int = -1) -> list[tuple[int, float]]:
        """Return up to `count` stories that share heavy terms with a vector, and their likeness to it, nearest first.

        The vector has length one; `but` is the number of a story to leave out.
        """
        votes: defaultdict[int, float] = defaultdict(float)
        terms, heavy = heaviest(vector, KEYS)
        for term, weight in zip(terms.tolist(), heavy.tolist(), strict=True):
            for number in self._state.index.get(term, ()):
                votes[number] += weight
        votes.pop(but, None)
        likeliest = sorted(sorted(votes), key=votes.__getitem__, reverse=True)[:count]
        found = zip(likeliest, self._likeness(vector, day, likeliest), strict=True)
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def _likeness(self, vector: Vector, day: int, numbers: list[int]) -> list[float]:
        """The cosine of a vector with each story's centre, less for a story that is no longer fresh."""
        if not numbers:
            return []
        stories = [self._state.open[number] for number in numbers]
        ids, heavy = vector.arrays()
        theirs = np.frombuffer(b"".join([story.centre.ids for story in stories]), dtype=np.int32)
        weights = np.frombuffer(b"".join([story.centre.weights for story in stories]), dtype=np.float32)
        starts = np.cumsum([0, *(len(story.centre) for story in stories[:-1])])
        self._spread[ids] = heavy
        products = self._spread[theirs] * weights
        self._spread[ids] = 0.0
        sums = np.add.reduceat(products, starts, dtype=np.float64).tolist()
        return [
            cosine / story.length * (fresh(day - story.day) if day and story.day else 1.0)
            for cosine, story in zip(sums, stories, strict=True)
        ]

    def enlist(self, number: int) -> None:
        """Bring a story's length and its places in the index up to date with its centre."""
        story, index = self._state.open[number], self._state.index
        if len(story.centre) > 2 * CENTRE:
            story.centre = trimmed(story.centre, CENTRE)
        story.length = story.centre.length()
        keys = heaviest(story.centre, KEYS)[0].tolist()
        for term in sorted(set(story.keys) - set(keys)):
            self._unlist(term, number)
        for term in keys:
            listed = index.setdefault(term, [])
            if not listed or listed[-1] != number:
                if number in listed:
                    listed.remove(number)
                listed.append(number)
                del listed[:-LISTED]
        story.keys = keys

    def delist(self, number: int) -> None:
        """Take a story out of the index."""
        for term in self._state.open[number].keys:
            self._unlist(term, number)

    def _unlist(self, term: int, number: int) -> None:
        listed = self._state.index.get(term, [])
        if number in listed:
            listed.remove(number)
        if not listed:
            self._state.index.pop(term, None)


def together(articles: float, days: int = 0) -> float:
    """Return how like an article must be to those of a story on the whole, by how many these are and how far it is off.

    >>> together(1), round(together(10), 3), together(1, 365)
    (0.24, 0.141, 0.4)
    """
    return TOGETHER + ((TWO if days <= SEASON else TWO_APART) - TOGETHER) / max(1.0, articles)


def fresh(days: int) -> float:
    """Return how much of its likeness an article keeps that comes to a story so many days late.

    >>> fresh(2), fresh(33), fresh(400), fresh(-5)
    (1.0, 0.5, 0.5, 1.0)
    """
    late = max(0, days - FRESH)
    kept: float = max(LEAST_FRESH, 0.5 ** (late / FADE))
    return kept
