"""Static word vectors: what a word is like, whatever text it stands in.

Reads   the weights and the tokenizer that the package wordllama ships (its own loader sets up logging and knows how to
        download; neither is wanted here, so its two files are read directly)
Gives   a vector of 256 numbers for a word
Misses  context: "bank" has one vector
"""

import importlib.util
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from twosource.model import SetupError

Vector = NDArray[np.float32]

WIDTH = 256
"""Numbers in a vector, as in the smallest model that wordllama ships."""


@cache
def _model() -> tuple[Vector, Tokenizer]:
    spec = importlib.util.find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        raise SetupError("wordllama is not installed: pip install wordllama")
    home = Path(spec.submodule_search_locations[0])
    weights = load_file(home / "weights" / f"l2_supercat_{WIDTH}.safetensors")
    tokenizer = Tokenizer.from_file(str(home / "tokenizers" / "l2_supercat_tokenizer_config.json"))
    tokenizer.no_padding()
    return next(iter(weights.values())).astype(np.float32), tokenizer


@lru_cache(maxsize=100_000)  # 100 MB: about the vocabulary of some months of news
def vector_of(word: str) -> Vector:
    """Return a word's vector: the mean of its pieces' vectors; zeros for a word without pieces.

    >>> float(vector_of("fire") @ vector_of("blaze")) > float(vector_of("fire") @ vector_of("budget"))
    True
    """
    table, tokenizer = _model()
    pieces = tokenizer.encode(word, add_special_tokens=False).ids
    if not pieces:
        return np.zeros(WIDTH, dtype=np.float32)
    mean: Vector = table[np.minimum(pieces, len(table) - 1)].mean(axis=0)
    return mean
