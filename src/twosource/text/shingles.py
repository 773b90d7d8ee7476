"""Word hashes and shingles: the arithmetic behind finding shared text.

Reads   a text
Gives   Words: one 64-bit hash a word with its place; the hashes of runs of `SIZE` words; a fixed sample of those
Misses  words that are spelt differently: "Kyiv" and "Kiev" are two words here
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.text.splitting import split

Hashes = NDArray[np.uint64]

SIZE = 5
"""Words in a shingle: long enough that running prose rarely repeats one by chance, short enough to survive between
two re-spelt names (news sentences hold about one name in six words)."""

SAMPLE = 4
"""One shingle in four is kept for the index (those whose hash is 0 modulo four, so two texts keep the same ones):
thirty shared words, the least that makes a family, leave six kept shingles on average."""

# Odd multipliers of 64-bit mixing (splitmix64, Steele et al. 2014).
MIX = np.uint64(0xBF58476D1CE4E5B9)
STEP = np.uint64(0x9E3779B97F4A7C15)
HALF = np.uint64(31)


@dataclass(frozen=True)
class Words:
    """The words of a text in order: `hashes[i]` stands at code points ``starts[i]`` to ``ends[i]``."""

    hashes: Hashes
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.hashes)


@lru_cache(maxsize=200_000)  # about the vocabulary of a year of one newspaper
def word_hash(word: str) -> int:
    """Return a hash of the case-folded word, the same in every process."""
    return zlib.crc32(word.casefold().encode("utf-8", "surrogatepass"))


def words(text: str) -> Words:
    """Return the words of a text with their places, each hashed.

    >>> found = words("Talks began.")
    >>> found.starts.tolist(), found.ends.tolist(), len(words("")), len(words("会談"))
    ([0, 6], [5, 11], 0, 2)
    """
    found = split(text)
    raw = np.fromiter(map(word_hash, found.words), dtype=np.uint64, count=len(found.words))
    return Words(_mix(raw), found.starts, found.ends)


def shingles(hashed: Hashes, size: int = SIZE) -> Hashes:
    """Return the hashes of all runs of `size` words, in order; empty when there are fewer words."""
    count = len(hashed) - size + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        total = total * STEP + hashed[place : place + count]
    return _mix(total)


def sample(hashed: Hashes) -> list[int]:
    """Return the sampled shingles of a text, each once, sorted."""
    return sorted(set(hashed[hashed % np.uint64(SAMPLE) == 0].tolist()))


def digest(hashed: Hashes) -> int:
    """Return one number for a whole text; equal texts (case and punctuation aside) have equal digests."""
    return zlib.crc32(hashed.tobytes()) | len(hashed) << 32


def _mix(values: Hashes) -> Hashes:
    mixed = (values ^ (values >> HALF)) * MIX
    return mixed ^ (mixed >> HALF)
