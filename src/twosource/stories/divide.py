"""Tell whether a group of articles is one event or two of one kind.

Reads   the vectors of a group's articles
Gives   the two sides, or None when the group is one event
Misses  two events that the same people, places and numbers take part in

What all articles of the group have in common (the team, the town, the crime) says nothing here and weighs nothing. If
what remains falls into two sets of words that do not mix, there are two events.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

LEAST_SIDE = 3
"""Articles on either side of a cut: two may be copies of one report, or one reporter's follow-up."""

CUTS = 6
"""How many clusters to look among for the two sides: the first cut often only takes off a stray article."""

MIXED = 0.25
"""Likeness across the cut, as a part of the likeness inside the sides, from which on it is one event. Measured on the first 30
topics of `stories`: two events of one kind have 0.04 to 0.33 (20 of 28 below 0.25), halves of one event 0.25 and more (one of 66 below)."""

COPY = 0.4
"""Likeness beyond which two articles share text; more counts no more, or a pair of copies would look like a side."""


def divide(vectors: Sequence[dict[int, float]]) -> tuple[list[int], list[int]] | None:
    """Return the positions of the two sides' vectors, the larger first, or None when they are about one event."""
    if len(vectors) < 2 * LEAST_SIDE:
        return None
    likeness = np.minimum(contrast(vectors), COPY)
    labels = _clusters(likeness)
    if labels is None:
        return None
    (one, _), (two, _) = Counter(labels).most_common(2)
    a = np.array([label == one for label in labels])
    b = np.array([label == two for label in labels])
    for stray in np.flatnonzero(~(a | b)).tolist():
        side = a if likeness[stray, a].mean() >= likeness[stray, b].mean() else b
        side[stray] = True
    if mixed(likeness, a, b) >= MIXED:
        return None
    sides = [np.flatnonzero(side).tolist() for side in (a, b)]
    sides.sort(key=lambda side: (-len(side), side[0]))
    return sides[0], sides[1]


def contrast(vectors: Sequence[dict[int, float]]) -> Matrix:
    """Return the likeness (cosine) of each two vectors over terms that some but not most of them have."""
    count = len(vectors)
    having = Counter(term for vector in vectors for term in vector)
    kept = {term for term, number in having.items() if 2 <= number <= max(2, 0.75 * count)}
    column = {term: place for place, term in enumerate(sorted(kept))}
    table = np.zeros((count, len(column)))
    for row, vector in enumerate(vectors):
        for term, weight in vector.items():
            if term in column:
                table[row, column[term]] = weight * np.log((count + 1) / having[term])
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table /= np.where(lengths == 0, 1, lengths)
    found: Matrix = table @ table.T
    return found


def mixed(likeness: Matrix, a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float:
    """Return the mean likeness across two sides over the geometric mean of that inside each."""
    inside = 1.0
    for side in (a, b):
        block = likeness[np.ix_(side, side)]
        size = len(block)
        inside *= max(1e-9, (block.sum() - np.trace(block)) / (size * (size - 1)))
    return float(likeness[np.ix_(a, b)].mean() / np.sqrt(inside))


def _clusters(likeness: Matrix) -> list[int] | None:
    """Average-linkage clusters at the first cut into 2 to `CUTS` whose two largest both have `LEAST_SIDE` articles."""
    count = len(likeness)
    labels = list(range(count))
    between = likeness.copy()
    np.fill_diagonal(between, -1.0)
    sizes = np.ones(count)
    best: list[int] | None = None
    for left in range(count - 1, 1, -1):
        a, b = divmod(int(between.argmax()), count)
        a, b = min(a, b), max(a, b)
        joined = (between[a] * sizes[a] + between[b] * sizes[b]) / (sizes[a] + sizes[b])
        between[a], between[:, a] = joined, joined
        between[b], between[:, b] = -1.0, -1.0
        between[a, a] = -1.0
        sizes[a] += sizes[b]
        labels = [a if label == b else label for label in labels]
        if left <= CUTS and sorted(Counter(labels).values())[-2] >= LEAST_SIDE:
            best = labels
    return best
