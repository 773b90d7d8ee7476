"""Group a stream of articles into stories, one article at a time.

Reads   articles in the order in which they come
Gives   the story that each joins or founds; a record of splits, merges, moves, pauses and returns; a state to store
Misses  a story whose second half shares neither names nor places with its first

An article is compared with the few stories that share its weightiest terms, found in an inverted index of bounded
lists; so the cost does not grow with the archive. It joins generously, and a story that turns out to be two events is
split when its articles show it (`divide`).
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from itertools import repeat
from operator import mul

import msgspec
import numpy as np

from twosource.model import Article, StoryChange
from twosource.stories.divide import divide, one_event, settle
from twosource.stories.terms import BUCKETS, Vector, terms_of, weights

JOIN = 0.2
"""Cosine with a story's centre from which an article joins it: low, since what was joined wrongly is split later."""

KEYS = 30
"""Terms by which an article looks for stories, and by which a story is found: the heaviest."""

LISTED = 64
"""Stories listed under one term, the latest: a term that more share says little."""

CANDIDATES = 8
"""Stories compared in full with an article."""

CENTRE = 300
"""Terms kept of a story's centre, the heaviest; a quiet story keeps `KEYS` of them."""

TEASER = 0.1
"""Weight of a teaser in its story's centre: ten count as one article, or a page with twenty would draw its story
towards whatever else was in the news that day."""

GROWTH = 1.2
"""A story is looked at again when it has grown by a fifth since it was last looked at."""

VIEW = 48
"""Articles of a story that are looked at, the latest: the test needs no more, and its cost grows with their square."""

SMALL = 3
"""A story of fewer articles is looked at again at the end: what it belongs to may have come later."""

FRESH = 3
FADE = 30
LEAST_FRESH = 0.5
"""Days for which a story stays fresh; `FADE` days more halve the likeness of an article that comes to it, and it falls
no further: the same place and people a month on are more often a new event, yet trials must find their story."""

QUIET_DAYS = 3
QUIET_ARTICLES = 20_000
"""A story is quiet when nothing came to it for three days, or, where no times are known, for 20,000 articles, what two
days bring to a newsroom."""

SWEEP = 1_000
"""Articles between two looks for stories that went quiet."""

KEPT = 50_000
"""Quiet stories that can still come back; beyond them the longest quiet is let go (a store has it all the same)."""


class Open(msgspec.Struct):
    """A story that articles may still join.

    `articles` in order of arrival; `vectors` and `teasers` are those of the last of them. `day` is the latest day of
    publication as an ordinal, 0 when none is known; `touched` the number of the last article that came.
    """

    id: str
    articles: list[str]
    vectors: list[Vector] = []
    teasers: list[bool] = []
    centre: dict[int, float] = {}
    length: float = 0.0
    keys: list[int] = []
    looked: int = 0
    touched: int = 0
    day: int = 0
    quiet: bool = False


class StoriesState(msgspec.Struct):
    """All that `Stories` knows; `msgspec.msgpack` writes and reads it. `seen` holds the term counts (int32)."""

    count: int = 0
    founded: int = 0
    today: int = 0
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
        self._names = {story.id for story in self._state.open.values()}

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
        day = day_of(article)
        state.today = max(state.today, day)
        vector = weights(terms, self._seen, state.count)
        number = self._best(vector.items(), day)
        if number is None:
            number = self._found(article.id)
        self._join(number, article, vector, day)
        story = state.open[number]
        if len(story.articles) >= max(story.looked * GROWTH, story.looked + 1):
            self._look(number, article.id)
        if state.count % SWEEP == 0:
            self._sweep()
        return state.open[state.story_of[article.id]].id

    def tidy(self, since: int = 0) -> None:
        """Look again at each story that is small or has grown, if something came after `since` articles."""
        for number in sorted(self._state.open):
            story = self._state.open.get(number)
            if story is None or story.touched <= since:
                continue
            if story.looked < len(story.articles) or len(story.articles) < SMALL:
                self._look(number, "")

    def groups(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (story id, article ids in order of arrival), the stories in the order in which they were founded."""
        return tuple((story.id, tuple(story.articles)) for _, story in sorted(self._state.open.items()))

    def story_of(self, article: str) -> str | None:
        """Return the id of an article's story as of now, None when the article is not known or was let go."""
        number = self._state.story_of.get(article)
        return None if number is None else self._state.open[number].id

    def changes(self) -> tuple[StoryChange, ...]:
        """Return what happened to stories since `take_changes`, in order."""
        return tuple(self._state.changes)

    def take_changes(self) -> tuple[StoryChange, ...]:
        """Return what happened to stories since this was last asked, and forget it: a store has it then."""
        taken = tuple(self._state.changes)
        self._state.changes = []
        return taken

    def articles_of(self, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
        """Return the articles of stories, by id, in order of arrival; stories that are gone or let go are left out."""
        return {story.id: tuple(story.articles) for _, story in sorted(self._state.open.items()) if story.id in ids}

    def near(self, article: Article, count: int) -> tuple[tuple[str, float], ...]:
        """Return the ids of the stories nearest to an article, with their likeness (0 to 1), nearest first."""
        vector = weights(terms_of(article), self._seen, max(1, self._state.count))
        found = self._nearest(vector.items(), 0, 4 * count)
        return tuple((self._state.open[number].id, likeness) for number, likeness in found[:count])

    def _best(self, vector: dict[int, float], day: int, but: int = -1) -> int | None:
        """The story nearest to a vector, None when none (but the one to leave out) is near."""
        for number, likeness in self._nearest(vector, day, CANDIDATES):
            if number != but:
                return number if likeness >= JOIN else None
        return None

    def _nearest(self, vector: dict[int, float], day: int, count: int) -> list[tuple[int, float]]:
        """Stories that share heavy terms with a vector, and their likeness to it, nearest first."""
        votes: defaultdict[int, float] = defaultdict(float)
        for term in heaviest(vector, KEYS):
            weight = vector[term]
            for number in self._state.index.get(term, ()):
                votes[number] += weight
        likeliest = sorted(sorted(votes), key=votes.__getitem__, reverse=True)[:count]
        found = [(number, self._likeness(vector, day, self._state.open[number])) for number in likeliest]
        return sorted(found, key=lambda item: (-item[1], item[0]))

    def _likeness(self, vector: dict[int, float], day: int, story: Open) -> float:
        # All in C, since this is the inner loop of grouping: a term that the centre lacks adds nothing.
        cosine: float = sum(map(mul, vector.values(), map(story.centre.get, vector, repeat(0.0)))) / story.length
        return cosine * fresh(day - story.day) if day and story.day else cosine

    def _found(self, article: str) -> int:
        state = self._state
        number = state.founded
        state.founded += 1
        name = f"story:{article}"
        while name in self._names:  # the article left the story that is named after it, and founds one again
            name += "+"
        self._names.add(name)
        state.open[number] = Open(name, [])
        return number

    def _join(self, number: int, article: Article, vector: Vector, day: int) -> None:
        state = self._state
        story = state.open[number]
        if story.quiet:
            story.quiet = False
            state.changes.append(StoryChange("returned", story.id, article=article.id))
        story.articles.append(article.id)
        story.vectors.append(vector)
        story.teasers.append(bool(article.teaser_of))
        if len(story.vectors) > 2 * VIEW:
            del story.vectors[:VIEW], story.teasers[:VIEW]
        story.touched = state.count
        story.day = max(story.day, day)
        state.story_of[article.id] = number
        _gather(story, vector, bool(article.teaser_of))
        self._measure(number)

    def _measure(self, number: int) -> None:
        """Bring a story's length and its places in the index up to date with its centre."""
        story, index = self._state.open[number], self._state.index
        if len(story.centre) > 2 * CENTRE:
            story.centre = {term: story.centre[term] for term in heaviest(story.centre, CENTRE)}
        story.length = sum(map(mul, story.centre.values(), story.centre.values())) ** 0.5 or 1.0
        keys = heaviest(story.centre, KEYS)
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

    def _unlist(self, term: int, number: int) -> None:
        listed = self._state.index.get(term, [])
        if number in listed:
            listed.remove(number)
        if not listed:
            self._state.index.pop(term, None)

    def _look(self, number: int, article: str) -> None:
        """Split a story when its articles are about two events; else exchange articles with its neighbour."""
        state = self._state
        story = state.open[number]
        story.looked = len(story.articles)
        view = min(VIEW, len(story.vectors))
        sides = divide(story.vectors[-view:])
        if sides is None:
            self._settle(number, article)
            return
        leaving = sides[1]
        if view == len(story.articles) and 0 in leaving:  # the story keeps its first article, and so its name
            leaving = sides[0]
        first = len(story.articles) - view
        other = self._found(story.articles[first + leaving[0]])
        state.open[other].day, state.open[other].touched = story.day, story.touched
        moved = self._move(number, other, leaving, view)
        state.changes.append(StoryChange("split", state.open[other].id, story.id, article, moved))
        for part in (number, other):
            if part in state.open:
                self._look(part, article)

    def _settle(self, number: int, article: str) -> None:
        """Let a story and the one nearest to it exchange the articles that are nearer to the other."""
        state = self._state
        one = state.open[number]
        centre = {term: one.centre[term] / one.length for term in heaviest(one.centre, CENTRE)}
        other = self._best(centre, 0, number)
        if other is None:
            return
        two = state.open[other]
        views = [min(VIEW, len(story.vectors)) for story in (one, two)]
        if one_event(one.vectors[-views[0] :], two.vectors[-views[1] :]):
            self._merge(number, other, article)
            return
        leaving, coming = settle(one.vectors[-views[0] :], two.vectors[-views[1] :])
        for source, target, places, view in ((number, other, leaving, views[0]), (other, number, coming, views[1])):
            if places:
                from_id, to_id = state.open[source].id, state.open[target].id
                moved = self._move(source, target, places, view)
                emptied = source not in state.open
                state.changes.append(StoryChange("merged" if emptied else "moved", to_id, from_id, article, moved))

    def _merge(self, a: int, b: int, article: str) -> None:
        """Make one story of two; the older keeps its name."""
        state = self._state
        keep, gone = min(a, b), max(a, b)
        whole, part = state.open[keep], state.open[gone]
        moved = tuple(part.articles)
        whole.articles[:0] = part.articles[: len(part.articles) - len(part.vectors)]
        for id in moved:
            state.story_of[id] = keep
        part.articles = part.articles[len(part.articles) - len(part.vectors) :]
        self._move(gone, keep, list(range(len(part.articles))), len(part.articles))
        whole.looked = len(whole.articles)
        state.changes.append(StoryChange("merged", whole.id, part.id, article, moved))

    def _move(self, source: int, target: int, places: list[int], view: int) -> tuple[str, ...]:
        """Move articles, given by their places among the last `view` of `source`, to `target`; return their ids."""
        state = self._state
        story, goal = state.open[source], state.open[target]
        names, vectors, teasers = story.articles[-view:], story.vectors[-view:], story.teasers[-view:]
        goal.articles += [names[place] for place in places]
        goal.vectors += [vectors[place] for place in places]
        goal.teasers += [teasers[place] for place in places]
        for place in places:
            state.story_of[names[place]] = target
        goal.day, goal.touched = max(goal.day, story.day), max(goal.touched, story.touched)
        gone = set(places)
        staying = [place for place in range(view) if place not in gone]
        story.articles[-view:] = [names[place] for place in staying]
        story.vectors[-view:] = [vectors[place] for place in staying]
        story.teasers[-view:] = [teasers[place] for place in staying]
        for changed in (source, target):
            self._recentre(changed)
        return tuple(names[place] for place in places)

    def _recentre(self, number: int) -> None:
        """Make a story's centre anew from the articles in view; drop a story that has none left."""
        story = self._state.open[number]
        if not story.articles:
            for term in story.keys:
                self._unlist(term, number)
            self._names.discard(self._state.open.pop(number).id)
            return
        story.centre = {}
        for vector, teaser in zip(story.vectors, story.teasers, strict=True):
            _gather(story, vector, teaser)
        self._measure(number)

    def _sweep(self) -> None:
        """Put to rest the stories to which nothing comes any more, and let the longest quiet ones go."""
        state = self._state
        for _, story in sorted(state.open.items()):
            days = state.today - story.day if story.day else 0
            if not story.quiet and (days > QUIET_DAYS or state.count - story.touched > QUIET_ARTICLES):
                story.quiet = True
                story.vectors, story.teasers = story.vectors[-1:], story.teasers[-1:]
                story.centre = {term: story.centre[term] for term in story.keys}
                state.changes.append(StoryChange("quiet", story.id))
        resting = [number for number, story in state.open.items() if story.quiet]
        for number in sorted(resting, key=lambda number: (state.open[number].touched, number))[
            : max(0, len(resting) - KEPT)
        ]:
            self._let_go(number)

    def _let_go(self, number: int) -> None:
        story = self._state.open.pop(number)
        self._names.discard(story.id)
        for term in story.keys:
            self._unlist(term, number)
        for article in story.articles:
            self._state.story_of.pop(article, None)


def heaviest(vector: dict[int, float], count: int) -> list[int]:
    """Return the `count` heaviest terms, heaviest first; those that weigh the same in the vector's own order."""
    return sorted(vector, key=vector.__getitem__, reverse=True)[:count]


def fresh(days: int) -> float:
    """Return how much of its likeness an article keeps that comes to a story so many days late.

    >>> fresh(2), fresh(33), fresh(400), fresh(-5)
    (1.0, 0.5, 0.5, 1.0)
    """
    late = max(0, days - FRESH)
    kept: float = max(LEAST_FRESH, 0.5 ** (late / FADE))
    return kept


def day_of(article: Article) -> int:
    """Return the ordinal of the day on which an article was published, 0 when it is not known."""
    if article.published is None:
        return 0
    try:
        return date.fromisoformat(article.published.day).toordinal()
    except ValueError:
        return 0


def _gather(story: Open, vector: Vector, teaser: bool) -> None:
    """Add an article's vector to its story's centre."""
    factor = TEASER if teaser else 1.0
    centre = story.centre
    for term, weight in vector.items().items():
        centre[term] = centre.get(term, 0.0) + weight * factor
