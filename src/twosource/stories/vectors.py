"""Sparse vectors as bytes: sum them, and find their heaviest terms.

Reads   term numbers and weights
Gives   Vector
Misses  weights finer than float32 holds: seven digits, far beyond what separates two stories
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Weights = NDArray[np.float32]


class Vector(msgspec.Struct, frozen=True, gc=False):
    """A sparse vector as bytes, eight a term: `ids` (int32, ascending) and `weights` (float32)."""

    ids: bytes = b""
    weights: bytes = b""

    def __len__(self) -> int:
        return len(self.ids) // 4

    def arrays(self) -> tuple[Ids, Weights]:
        """Return ids and weights as arrays."""
        return np.frombuffer(self.ids, dtype=np.int32), np.frombuffer(self.weights, dtype=np.float32)

    def items(self) -> dict[int, float]:
        """Return ids mapped to weights, in order of id."""
        ids, heavy = self.arrays()
        return dict(zip(ids.tolist(), heavy.tolist(), strict=True))

    def dot(self, other: "Vector") -> float:
        """Return the sum of the products of the weights of the terms that both have.

        >>> vector_of(np.array([1, 4]), np.array([2.0, 3.0])).dot(vector_of(np.array([4, 7]), np.array([5.0, 6.0])))
        15.0
        """
        (ids, heavy), (others, theirs) = self.arrays(), other.arrays()
        _, mine, its = np.intersect1d(ids, others, assume_unique=True, return_indices=True)
        return float(np.dot(heavy[mine].astype(np.float64), theirs[its].astype(np.float64)))

    def length(self) -> float:
        """Return the vector's length, 1.0 when it is empty, so that one may divide by it."""
        _, heavy = self.arrays()
        return float(np.sqrt(np.dot(heavy, heavy))) or 1.0


def vector_of(ids: Ids, heavy: NDArray[np.floating]) -> Vector:
    """Return arrays as a vector; `ids` ascend."""
    return Vector(ids.astype(np.int32, copy=False).tobytes(), heavy.astype(np.float32, copy=False).tobytes())


def summed(ids: Ids, heavy: NDArray[np.floating]) -> tuple[Ids, NDArray[np.floating]]:
    """Return the different ids, ascending, and the sum of the weights of each.

    >>> [found.tolist() for found in summed(np.array([7, 3, 7]), np.array([1.0, 2.0, 4.0]))]
    [[3, 7], [2.0, 5.0]]
    """
    if not len(ids):
        return ids, heavy
    order = np.argsort(ids, kind="stable")
    ids = ids[order]
    first = np.flatnonzero(np.concatenate(([True], ids[1:] != ids[:-1])))
    return ids[first], np.add.reduceat(heavy[order], first)


def total(vectors: Sequence[Vector], factors: Sequence[float]) -> Vector:
    """Return the sum of vectors, each times its factor."""
    parts = [vector.arrays() for vector in vectors]
    if not parts:
        return Vector()
    ids = np.concatenate([ids for ids, _ in parts])
    heavy = np.concatenate([heavy * np.float32(factor) for (_, heavy), factor in zip(parts, factors, strict=True)])
    return vector_of(*summed(ids, heavy))


def heaviest(vector: Vector, count: int) -> tuple[Ids, Weights]:
    """Return the `count` heaviest terms and their weights, heaviest first; of equal weights the lower number first."""
    ids, heavy = vector.arrays()
    order = np.argsort(-heavy, kind="stable")[:count]
    return ids[order], heavy[order]


def trimmed(vector: Vector, count: int) -> Vector:
    """Return the vector with its `count` heaviest terms alone."""
    return trimmed_by(vector, vector.arrays()[1], count)


def trimmed_by(vector: Vector, rank: Weights, count: int) -> Vector:
    """Return the vector with the `count` terms alone for which `rank` is highest."""
    if len(vector) <= count:
        return vector
    ids, heavy = vector.arrays()
    kept = np.sort(np.argsort(-rank, kind="stable")[:count])
    return vector_of(ids[kept], heavy[kept])
