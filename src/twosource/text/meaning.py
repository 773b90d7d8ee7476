"""Turn sentences into vectors by what they mean, and compare a question with many of them fast.

Reads   sentences in English
Gives   unit vectors of 256 numbers; codes of 32 bytes (the numbers' signs); distances and likenesses
Misses  word order, negation; names it never met, which fall apart into pieces of words

The vectors are averages of WordLlama's static token embeddings (Miller 2024, MIT; cut from Llama 2), a token weighing
the less the more common it is (SIF: Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline", ICLR 2017). The files
of the package are read directly: its own loader may reach for the network and sets up the whole program's logging.
"""

import importlib.util
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.model import SetupError
from twosource.text.lexicon import table

DIMENSIONS = 256
CODE = DIMENSIONS // 8
"""Bytes of a code."""

RARITY = 1e-2
"""SIF's constant a: a token of frequency p weighs a / (a + p). Of 1e-4 to 1e-1, what found most of both articles
(by single sentences) and facts on the odd half of bench/queries.jsonl (2026-11-22)."""

READ = 1_000
"""Characters read of a sentence: news writes none so long, and what a longer one means is told by its start."""

BLOCK = 1 << 16
"""Codes compared at a time: they and the sums stay in the processor's cache."""

Vectors = NDArray[np.float32]
Codes = NDArray[np.uint64]
"""Codes of n sentences as four rows of n numbers of 64 bits."""


SIGNS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little").astype(np.float32) * 2 - 1
"""The eight signs that each value of a byte of a code stands for."""
PLACES = np.arange(CODE, dtype=np.int64) * 256
"""Where the values of each byte of a code begin in a table of all of them."""


class Model(NamedTuple):
    """The tokenizer, a vector for each token, and how much each token weighs."""

    tokenizer: Any
    vectors: Vectors
    weights: Vectors


@cache
def model() -> Model:
    """Load the embeddings (16 MB) that come with the package wordllama; raises SetupError when they are not there."""
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    found = importlib.util.find_spec("wordllama")
    folder = Path((found.submodule_search_locations or [""])[0]) if found else Path()
    weights = folder / "weights" / "l2_supercat_256.safetensors"
    names = folder / "tokenizers" / "l2_supercat_tokenizer_config.json"
    if not (weights.is_file() and names.is_file()):
        raise SetupError("the embeddings of wordllama are not installed: pip install 'wordllama>=0.4,<0.5'")
    tokenizer = Tokenizer.from_file(str(names))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    vectors = load_file(weights)["embedding.weight"].astype(np.float32)
    return Model(tokenizer, vectors, _rarity(tokenizer, len(vectors)))


def _rarity(tokenizer: Any, tokens: int) -> Vectors:
    """The weight of each token by how often the words that it begins, or is, are written."""
    rows = table("word_frequency")
    often = np.array([10 ** (int(tenths) / 10) for _, tenths in rows])
    often /= often.sum()
    share = np.zeros(tokens)
    pieces = tokenizer.encode_batch([f" {word}" for word, _ in rows], add_special_tokens=False)
    for piece, weight in zip(pieces, often, strict=True):
        share[piece.ids] += weight
    return (RARITY / (RARITY + share)).astype(np.float32)


def vectors_of(sentences: Sequence[str]) -> Vectors:
    """Return one unit vector a sentence, shape (n, 256); zeros for one without words.

    >>> a, b, c = vectors_of(["The ship sank.", "The vessel went down.", "Parliament passed the budget."])
    >>> bool(a @ b > a @ c)
    True
    """
    made = np.zeros((len(sentences), DIMENSIONS), dtype=np.float32)
    known = model()
    texts = [sentence[:READ].encode("utf-8", "replace").decode("utf-8") for sentence in sentences]
    for row, text in enumerate(texts):  # one by one: threads cost more than a dozen sentences take
        ids = [id for id in known.tokenizer.encode(text, add_special_tokens=False).ids if id < len(known.weights)]
        if ids:
            made[row] = known.weights[ids] @ known.vectors[ids]
    length = np.linalg.norm(made, axis=1, keepdims=True)
    return np.asarray(made / np.where(length > 0, length, 1), dtype=np.float32)


def codes_of(vectors: Vectors) -> bytes:
    """Return the codes of vectors, 32 bytes each: a bit for each number, set where it is positive."""
    return np.packbits(vectors > 0, axis=1, bitorder="little").tobytes()


@lru_cache(maxsize=20_000)
def code_of(sentence: str) -> bytes:
    """Return the code of one sentence. What was read lately is remembered (7 MB): copies bring the same sentences."""
    return codes_of(vectors_of([sentence]))


def as_codes(data: bytes) -> Codes:
    """Return stored codes in the shape in which they are compared: four rows of 64 bits, a column each.

    >>> as_codes(codes_of(vectors_of(["One.", "Two."]))).shape
    (4, 2)
    """
    return np.ascontiguousarray(np.frombuffer(data, dtype="<u8").reshape(-1, 4).T)


def distances(codes: Codes, code: Codes) -> NDArray[np.uint16]:
    """Return in how many bits each of the codes differs from the one given (its shape is (4, 1))."""
    count = codes.shape[1]
    made = np.empty(count, dtype=np.uint16)
    for start in range(0, count, BLOCK):
        part = codes[:, start : start + BLOCK]
        some = np.bitwise_count(part[0] ^ code[0])
        for row in (1, 2):  # 192 bits at most: a byte holds that
            some += np.bitwise_count(part[row] ^ code[row])
        np.add(some, np.bitwise_count(part[3] ^ code[3]), out=made[start : start + BLOCK], dtype=np.uint16)
    return made


def likeness(codes: Codes, vector: Vectors) -> Vectors:
    """Return how like each coded sentence is to a vector: about their cosine, -1 to 1.

    The vector keeps its numbers, only the codes are signs: so hardly anything of the ranking is lost to the coding.
    """
    # What each of the 256 values of a byte adds, by the byte's place: looked up instead of multiplied bit by bit.
    added = SIGNS @ np.asarray(vector, dtype=np.float32).reshape(CODE, 8).T
    values = np.ascontiguousarray(codes.T).view(np.uint8)
    made = np.take(added.T.ravel(), values + PLACES).sum(axis=1)
    return np.asarray(made / np.sqrt(DIMENSIONS), dtype=np.float32)
