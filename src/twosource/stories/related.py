"""Name the stories near an article or a story, ranked and diverse, each with its reason.

Reads   stories with their articles, and the one that is asked about
Gives   Related, nearest first
Misses  what is related by cause alone and shares no name, place or subject
"""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

import numpy as np

from twosource.model import Article, Instant, Related, Story
from twosource.stories.terms import BUCKETS, INSIDE, READ, Terms, months, profile, term_of, terms_of, weighed
from twosource.stories.vectors import Vector, total
from twosource.text.lexicon import table, words
from twosource.text.outlets import outlet_of
from twosource.text.splitting import split

LEAST = 0.09
"""Likeness below which two stories share only common words: of some forty below it that were read, three were
related."""

DIVERSE = 0.5
"""How much of its likeness to those already named is taken off the next one's rank (maximal marginal relevance,
Carbonell and Goldstein 1998): half, so that ten items on one trial do not push out the rest."""

SPOKEN = 3
"""Names given in a reason at most."""

SMALL = 4
"""A word written small once in four times is no name: less often it is a slip."""

SHORTEST = 3
"""Letters of a name that says something: "Sgt" and "PM" do not."""

FIRST = 12
"""Articles of a story that are read for it, the first."""


def related(
    asked: Story | Article, stories: Sequence[Story], articles: Mapping[str, Article], count: int = 5
) -> tuple[Related, ...]:
    """Return up to `count` stories near the one asked about, nearest first; it itself is left out.

    `articles` maps the ids of the stories' articles to them; ids that it lacks are passed over.
    """
    members = [asked] if isinstance(asked, Article) else _members(asked, articles)
    own = {article.id for article in members}
    others = [story for story in stories if story.id != asked.id and not own & set(story.articles)]
    pools = [members, *(_members(story, articles) for story in others)]
    vectors = _vectors(pools)
    order = _diverse([_cosine(vectors[0], vector) for vector in vectors[1:]], vectors[1:], count)
    return tuple(
        Related(others[place].id, round(likeness, 3), reason(members, pools[place + 1])) for place, likeness in order
    )


def reason(asked: Sequence[Article], other: Sequence[Article]) -> str:
    """Say in a few words what two stories share: names, and whether the other is earlier or later.

    >>> one = Article(text="Police said Maria Kovac was held in Split.")
    >>> reason([one], [Article(text="A court in Split freed Maria Kovac.")])
    'same names: Maria Kovac, Split'
    """
    mine, theirs = _names(asked), _names(other)
    both = sorted(
        (name for name in mine if name in theirs), key=lambda name: (-min(mine[name], theirs[name]), -len(name), name)
    )
    shared = [name for name in both if not any(name != longer and name in longer.split() for longer in both)]
    when = _when(asked, other)
    what = f"same names: {', '.join(shared[:SPOKEN])}" if shared else "same subject"
    return f"{what}; {when}" if when else what


def _members(story: Story, articles: Mapping[str, Article]) -> list[Article]:
    return [articles[id] for id in story.articles if id in articles][:FIRST]


def _vectors(pools: Sequence[Sequence[Article]]) -> list[dict[int, float]]:
    """One vector of length one for each pool of articles."""
    terms: list[list[Terms]] = [[terms_of(article) for article in pool] for pool in pools]
    seen = np.zeros(BUCKETS, dtype=np.int32)
    for pool in terms:
        for found in pool:
            seen[found.ids] += 1
    count = sum(len(pool) for pool in terms)
    return [_centre(weighed([profile(found, seen, count) for found in pool], seen, count)) for pool in terms]


def _centre(vectors: Sequence[Vector]) -> dict[int, float]:
    centre = total(vectors, [1.0] * len(vectors))
    length = centre.length()
    return {term: weight / length for term, weight in centre.items().items()}


def _cosine(a: dict[int, float], b: dict[int, float]) -> float:
    return sum(weight * b[term] for term, weight in a.items() if term in b)


def _diverse(likeness: list[float], vectors: Sequence[dict[int, float]], count: int) -> list[tuple[int, float]]:
    """Places and likeness of those to name, in order: near to what is asked and not to one another."""
    left = [place for place, value in enumerate(likeness) if value >= LEAST]
    left.sort(key=lambda place: (-likeness[place], place))
    left = left[: 8 * count]
    nearest = dict.fromkeys(left, 0.0)
    chosen: list[tuple[int, float]] = []
    while left and len(chosen) < count:
        best = max(left, key=lambda place: (likeness[place] - DIVERSE * nearest[place], -place))
        chosen.append((best, likeness[best]))
        left.remove(best)
        for place in left:
            nearest[place] = max(nearest[place], _cosine(vectors[best], vectors[place]))
    return chosen


def _names(articles: Sequence[Article]) -> Counter[str]:
    """Runs of capitalised words inside sentences, with the number of articles that have them.

    Left out are outlets, days, months and clock times, and words that the same articles also write small, more than now
    and then: a headline's capitals make no name.
    """
    found: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for article in articles:
        found.update(_names_of(article.text))
        for word in split(article.text[:READ], scripts=False).words:
            small[word.casefold()] += SMALL if word.islower() else -1
    never = (
        {word for word, more in small.items() if more > 0}
        | words("calendar_names")
        | months().keys()
        | {row[0].casefold() for row in table("time_zones") if row[-1] == "abbreviation"}
    )
    return Counter({name: count for name, count in found.items() if _is_name(name, never)})


def _is_name(name: str, never: Set[str]) -> bool:
    parts = name.casefold().split()
    return len(name) > SHORTEST and not any(part in never or "'" in part or "’" in part for part in parts)


def _names_of(text: str) -> set[str]:
    names: set[str] = set()
    run: list[str] = []
    end = -1
    for match in INSIDE.finditer(text, 0, READ):
        word = match[0]
        named = word[0].isupper() and len(word) > 1 and term_of(word) >= 0
        if run and (not named or text[end : match.start()] != " "):
            names.add(" ".join(run))
            run = []
        if named:
            run.append(word.removesuffix("'s").removesuffix("’s"))
            end = match.end()
    if run:
        names.add(" ".join(run))
    return {name for name in names if outlet_of(name) is None}


def _when(asked: Sequence[Article], other: Sequence[Article]) -> str:
    """Whether the other story is earlier or later, "" when the times are not known or overlap."""
    mine, theirs = _days(asked), _days(other)
    if not mine or not theirs:
        return ""
    if theirs[-1] < mine[0]:
        return "earlier event"
    return "later event" if theirs[0] > mine[-1] else ""


def _days(articles: Sequence[Article]) -> list[str]:
    days: list[Instant] = [article.published for article in articles if article.published]
    return sorted(instant.day for instant in days)
