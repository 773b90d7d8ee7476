"""Tell whether a group of articles is one event or two of one kind.

Reads   the vectors of a group's articles
Gives   the two sides, or None when the group is one event
Misses  two events that the same people, places and numbers take part in

What all articles of the group have in common (the team, the town, the crime) says nothing here and weighs nothing. If
what remains falls into two sets of words that do not mix, there are two events.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.stories.vectors import Vector

Matrix = NDArray[np.float64]

LEAST_SIDE = 3
"""Articles on either side of a cut: two may be copies of one report, or one reporter's follow-up."""

TRACE = 1e-4
"""Likeness of any two articles at the least, so that one that shares no term with the others can be placed."""

MIXED = 0.18
MIXED_EACH = 0.025
MIXED_COUNTED = 12
"""Likeness across the cut, as a part of that inside the sides, from which on it is one event: 0.18, and 0.025 more
for each article of the smaller side up to twelve, since a mean over more articles strays less. Measured on the first
30 topics of `stories`: two events of one kind have 0.18 to 0.47 (21 of 28 below 0.26); halves of one event with a
side of three or four have 0.29 and more, with a side of nine or more 0.43 and more, but one."""

MERGED = 1.2
"""How far above the barrier two stories must be to be made one: a fifth, lest what was split is at once merged."""

ROUNDS = 4
"""Rounds of moving articles between two groups: nearly all settle in two."""

CLEARLY = 1.2
"""How many times liker the other group an article must be to be moved to it: a fifth more than chance sways."""

COPY = 0.4
"""Likeness beyond which two articles share text; more counts no more, or a pair of copies would look like a side."""


SAME_TEXT = 0.85
"""Likeness beyond which two articles are one text: an agency's report in three outlets is no side of its own."""


def divide(vectors: Sequence[Vector]) -> tuple[list[int], list[int]] | None:
    """Return the positions of the two sides' vectors, the larger first, or None when they are about one event."""
    if len(vectors) < 2 * LEAST_SIDE:
        return None
    table, having = _table(vectors)
    first = _originals(table)
    once = np.flatnonzero(first == np.arange(len(first)))
    if len(once) < 2 * LEAST_SIDE:
        return None
    likeness = np.minimum(_contrast(table, having)[np.ix_(once, once)], COPY)
    a = cut(likeness)
    b = ~a
    if mixed(likeness, a, b) >= barrier(a, b):
        return None
    sides = [np.flatnonzero(np.isin(first, once[side])).tolist() for side in (a, b)]
    sides.sort(key=lambda side: (-len(side), side[0]))
    return sides[0], sides[1]


def _originals(table: Matrix) -> NDArray[np.intp]:
    """For each article the first that has its text, itself where none has: copies of one report count once."""
    same = _cosines(table) >= SAME_TEXT
    np.fill_diagonal(same, True)  # one without a term is like nobody, itself included
    first: NDArray[np.intp] = np.argmax(same, axis=1)
    return first


def one_event(one: Sequence[Vector], two: Sequence[Vector]) -> bool:
    """Whether two groups of articles are about one event: together they would not be divided between the two."""
    count = len(one) + len(two)
    if count < LEAST_SIDE:
        return False
    likeness = np.minimum(contrast([*one, *two]), COPY)
    a = np.arange(count) < len(one)
    return mixed(likeness, a, ~a) >= MERGED * barrier(a, ~a)


def settle(one: Sequence[Vector], two: Sequence[Vector]) -> tuple[list[int], list[int]]:
    """Return the positions in `one` and in `two` of the articles that belong with the other group."""
    count, first = len(one) + len(two), len(one)
    if count < 2 * LEAST_SIDE:
        return [], []
    likeness = np.minimum(contrast([*one, *two]), COPY)
    np.fill_diagonal(likeness, 0.0)
    in_one = np.arange(count) < first
    for _ in range(ROUNDS):
        to_one = likeness[:, in_one].sum(axis=1) / np.maximum(1, in_one.sum() - in_one)
        to_two = likeness[:, ~in_one].sum(axis=1) / np.maximum(1, (~in_one).sum() - ~in_one)
        moved = np.where(in_one, to_one * CLEARLY >= to_two, to_one > to_two * CLEARLY)
        if moved.sum() < 1 or moved.all() or (moved == in_one).all():
            break
        in_one = moved
    return np.flatnonzero(~in_one[:first]).tolist(), np.flatnonzero(in_one[first:]).tolist()


def contrast(vectors: Sequence[Vector]) -> Matrix:
    """Return the likeness (cosine) of each two vectors over terms of at least three; those of all weigh nothing."""
    return _contrast(*_table(vectors))


def _table(vectors: Sequence[Vector]) -> tuple[Matrix, NDArray[np.int64]]:
    """The vectors as rows, a column for each term; and how many of them have each term."""
    count = len(vectors)
    parts = [vector.arrays() for vector in vectors]
    rows = np.repeat(np.arange(count), [len(ids) for ids, _ in parts])
    terms, columns, having = np.unique(
        np.concatenate([ids for ids, _ in parts]), return_inverse=True, return_counts=True
    )
    table = np.zeros((count, len(terms)))
    table[rows, columns] = np.concatenate([heavy for _, heavy in parts])
    return table, having


def _contrast(table: Matrix, having: NDArray[np.int64]) -> Matrix:
    shared = having >= LEAST_SIDE
    return _cosines(table[:, shared] * np.log((len(table) + 1) / having[shared]))


def _cosines(table: Matrix) -> Matrix:
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    table = table / np.where(lengths == 0, 1, lengths)
    found: Matrix = table @ table.T
    return found


def barrier(a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float:
    """Return the value of `mixed` from which on two sides of these sizes are one event."""
    return MIXED + MIXED_EACH * min(int(a.sum()), int(b.sum()), MIXED_COUNTED)


def mixed(likeness: Matrix, a: NDArray[np.bool_], b: NDArray[np.bool_]) -> float:
    """Return the mean likeness across two sides over the geometric mean of that inside each with two or more."""
    inside = []
    for side in (a, b):
        block = likeness[np.ix_(side, side)]
        size = len(block)
        if size > 1:
            inside.append(max(1e-9, (block.sum() - np.trace(block)) / (size * (size - 1))))
    return float(likeness[np.ix_(a, b)].mean() / np.prod(inside) ** (1 / len(inside)))


def cut(likeness: Matrix) -> NDArray[np.bool_]:
    """Return one side of the least normalised cut along the second eigenvector (Shi and Malik 2000)."""
    links = likeness + TRACE
    np.fill_diagonal(links, 0.0)
    degree = links.sum(axis=1)
    scaled = links / np.sqrt(np.outer(degree, degree))
    _, vectors = np.linalg.eigh(scaled)
    order = np.argsort(vectors[:, -2] / np.sqrt(degree), kind="stable")
    costs = []
    for size in range(LEAST_SIDE, len(order) - LEAST_SIDE + 1):
        side, rest = order[:size], order[size:]
        across = links[np.ix_(side, rest)].sum()
        costs.append(across / degree[side].sum() + across / degree[rest].sum())
    chosen: NDArray[np.bool_] = np.zeros(len(order), dtype=bool)
    chosen[order[: LEAST_SIDE + int(np.argmin(costs))]] = True
    return chosen
