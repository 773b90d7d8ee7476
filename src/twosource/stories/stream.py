"""Group a stream of articles into stories, one article at a time.

Reads   articles in the order in which they come
Gives   the story that each joins or founds; a record of splits, merges, moves, pauses and returns; a state to store
Misses  a story whose second half shares neither names nor places with its first

An article is compared with the few stories that share its weightiest terms, found in an inverted index of bounded
lists; so the cost does not grow with the archive. It joins generously, and a story that turns out to be two events is
split when its articles show it (`divide`).
"""

from collections.abc import Collection, Sequence
from datetime import date

import numpy as np

from twosource.model import Article, StoryChange
from twosource.stories.divide import divide, one_event, settle
from twosource.stories.nearest import CENTRE, KEYS, Nearest, together
from twosource.stories.opened import Open, StoriesState
from twosource.stories.terms import BUCKETS, profile, terms_of, weighed
from twosource.stories.vectors import Vector, total, trimmed, vector_of

GROWTH = 1.2
"""A story is looked at again when it has grown by a fifth since it was last looked at."""

VIEW = 48
"""Articles of a story that are looked at, the latest: the test needs no more, and its cost grows with their square."""

SMALL = 3
"""A story of fewer articles is looked at again at the end: what it belongs to may have come later."""

QUIET_DAYS = 3
QUIET_ARTICLES = 20_000
"""A story is quiet when nothing came to it for three days, or, where no times are known, for 20,000 articles, what two
days bring to a newsroom."""

SWEEP = 1_000
"""Articles between two looks for stories that went quiet."""

KEPT = 50_000
"""Quiet stories that can still come back; beyond them the longest quiet is let go (a store has it all the same)."""


class Stories:
    """Stories of a stream. Feed it articles in the order in which they come."""

    def __init__(self, state: StoriesState | None = None) -> None:
        self._state = state or StoriesState()
        self._seen = np.zeros(BUCKETS, dtype=np.int32)
        if self._state.seen:
            self._seen = np.frombuffer(self._state.seen, dtype=np.int32).copy()
        self._nearest = Nearest(self._state)
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
        kept = profile(terms, self._seen, state.count)
        [vector] = weighed([kept], self._seen, state.count)
        number = self._nearest.home(vector, day)
        if number is None:
            number = self._found(article.id)
        self._join(number, article, kept, vector)
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
        [vector] = self._weighed([profile(terms_of(article), self._seen, max(1, self._state.count))])
        found = self._nearest.find(vector, 0, 4 * count)
        return tuple((self._state.open[number].id, likeness) for number, likeness in found[:count])

    def _weighed(self, profiles: Sequence[Vector]) -> list[Vector]:
        return weighed(profiles, self._seen, max(1, self._state.count))

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

    def _join(self, number: int, article: Article, kept: Vector, vector: Vector) -> None:
        state = self._state
        story = state.open[number]
        if story.quiet:
            story.quiet = False
            state.changes.append(StoryChange("returned", story.id, article=article.id))
        story.articles.append(article.id)
        story.profiles.append(kept)
        story.teasers.append(bool(article.teaser_of))
        if len(story.profiles) > 2 * VIEW:
            del story.profiles[:VIEW], story.teasers[:VIEW]
        story.touched = state.count
        story.day = max(story.day, day_of(article))
        state.story_of[article.id] = number
        story.gather(vector, bool(article.teaser_of))
        self._nearest.enlist(number)

    def _look(self, number: int, article: str) -> None:
        """Split a story when its articles are about two events; else exchange articles with its neighbour."""
        state = self._state
        story = state.open[number]
        story.looked = len(story.articles)
        view = min(VIEW, len(story.profiles))
        sides = divide(self._weighed(story.profiles[-view:]))
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
        ids, heavy = trimmed(one.centre, CENTRE).arrays()
        centre = vector_of(ids, heavy / np.float32(one.length))
        if len(one.articles) == 1 and (home := self._nearest.home(centre, one.day, number)) is not None:
            self._merge(number, home, article)  # what it belongs to may have come later
            return
        other = self._nearest.best(centre, 0, number)
        if other is None:
            return
        two = state.open[other]
        views = [min(VIEW, len(story.profiles)) for story in (one, two)]
        ours, theirs = (self._weighed(story.profiles[-view:]) for story, view in zip((one, two), views, strict=True))
        days = abs(one.day - two.day) if one.day and two.day else 0
        if one_event(ours, theirs) and _alike(ours, theirs, days):
            self._merge(number, other, article)
            return
        leaving, coming = settle(ours, theirs)
        for source, target, places, view in ((number, other, leaving, views[0]), (other, number, coming, views[1])):
            if places and source in state.open and target in state.open:  # all of one may have gone to the other
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
        whole.articles[:0] = part.articles[: len(part.articles) - len(part.profiles)]
        for id in moved:
            state.story_of[id] = keep
        part.articles = part.articles[len(part.articles) - len(part.profiles) :]
        self._move(gone, keep, list(range(len(part.articles))), len(part.articles))
        whole.looked = len(whole.articles)
        state.changes.append(StoryChange("merged", whole.id, part.id, article, moved))

    def _move(self, source: int, target: int, places: list[int], view: int) -> tuple[str, ...]:
        """Move articles, given by their places among the last `view` of `source`, to `target`; return their ids."""
        state = self._state
        story, goal = state.open[source], state.open[target]
        names, profiles, teasers = story.articles[-view:], story.profiles[-view:], story.teasers[-view:]
        goal.articles += [names[place] for place in places]
        goal.profiles += [profiles[place] for place in places]
        goal.teasers += [teasers[place] for place in places]
        for place in places:
            state.story_of[names[place]] = target
        goal.day, goal.touched = max(goal.day, story.day), max(goal.touched, story.touched)
        gone = set(places)
        staying = [place for place in range(view) if place not in gone]
        story.articles[-view:] = [names[place] for place in staying]
        story.profiles[-view:] = [profiles[place] for place in staying]
        story.teasers[-view:] = [teasers[place] for place in staying]
        for changed in (source, target):
            self._recentre(changed)
        return tuple(names[place] for place in places)

    def _recentre(self, number: int) -> None:
        """Make a story's centre anew from the articles in view; drop a story that has none left."""
        story = self._state.open[number]
        if not story.articles:
            self._nearest.delist(number)
            self._names.discard(self._state.open.pop(number).id)
            return
        story.recentre(self._weighed(story.profiles))
        self._nearest.enlist(number)

    def _sweep(self) -> None:
        """Put to rest the stories to which nothing comes any more, and let the longest quiet ones go."""
        state = self._state
        for _, story in sorted(state.open.items()):
            days = state.today - story.day if story.day else 0
            if not story.quiet and (days > QUIET_DAYS or state.count - story.touched > QUIET_ARTICLES):
                story.quiet = True
                story.profiles, story.teasers = story.profiles[-1:], story.teasers[-1:]
                story.centre = trimmed(story.centre, KEYS)
                state.changes.append(StoryChange("quiet", story.id))
        resting = [number for number, story in state.open.items() if story.quiet]
        for number in sorted(resting, key=lambda number: (state.open[number].touched, number))[
            : max(0, len(resting) - KEPT)
        ]:
            self._let_go(number)

    def _let_go(self, number: int) -> None:
        self._nearest.delist(number)
        story = self._state.open.pop(number)
        self._names.discard(story.id)
        for article in story.articles:
            self._state.story_of.pop(article, None)


def _alike(ours: Sequence[Vector], theirs: Sequence[Vector], days: int) -> bool:
    """Whether the articles of two stories, so many days apart, are as like each other as those of one event are."""
    one, two = (total(vectors, [1.0] * len(vectors)) for vectors in (ours, theirs))
    pairs = len(ours) * len(theirs)
    return one.dot(two) >= together(pairs, days) * pairs


def day_of(article: Article) -> int:
    """Return the ordinal of the day on which an article was published, 0 when it is not known."""
    if article.published is None:
        return 0
    try:
        return date.fromisoformat(article.published.day).toordinal()
    except ValueError:
        return 0
