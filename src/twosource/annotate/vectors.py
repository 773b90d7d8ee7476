"""Compute a spaCy model's word vectors faster: the same network, the same weights.

Reads   a thinc model made by ``spacy.Tok2Vec.v2`` of hashed features and a maxout window encoder (small models)
Gives   the same vectors to within rounding, in less than half the time
Misses  any other architecture, which is left as it is; training

spaCy computes a word's vector in two stages. The first looks at the word alone (its form, prefix, suffix, shape), so
its result is kept for words seen before. The second looks at the neighbours; here it is written out for numpy, whose
matrix product uses what the processor has, where thinc's is built for the processors of 2013.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

Floats = NDArray[np.float32]

KEPT_VECTORS = 20_000
"""Rows of the table of words seen before: 8 MB; 56 articles have 7,000 different ones. When the table is full it is
begun anew: the words of today's news are kept, not those of the archive's first day."""

EPSILON = np.float32(1e-8)
"""What thinc adds to a variance before it divides by it."""

EMBED_LAYERS = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
WINDOW_LAYERS = ("expand_window", "maxout", "layernorm")


class Layer(NamedTuple):
    """One window layer: ``maxout(window @ weights + bias)``, normalised, scaled by `gain`, moved by `shift`.

    `weights` is (inputs, pieces * width) with the columns of one piece side by side.
    """

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


def quicken(model: Model[Any, Any]) -> Model[Any, Any]:
    """Return the model with each network of word vectors in it replaced by a faster one; the model itself is changed.

    A model that is such a network as a whole gives a new one.
    """
    for node in tuple(model.walk()):
        quick = _quick(node)
        if quick is None:
            continue
        if node is model:
            return quick
        model.replace_node(node, quick)
    return model


def _quick(node: Model[Any, Any]) -> Model[Any, Any] | None:
    """The faster network in place of this one, or None when this is no network of word vectors that we know."""
    embed, encode = node.maybe_get_ref("embed"), node.maybe_get_ref("encode")
    if embed is None or encode is None or tuple(_plain(layer) for layer in embed.layers) != EMBED_LAYERS:
        return None
    layers = _window_layers(encode)
    if not layers:
        return None
    state = Vectors(embed, layers)
    return Model("twosource_vectors", _forward, dims={"nO": encode.get_dim("nO")}, attrs={"vectors": state})


def _plain(layer: Model[Any, Any]) -> str:
    return layer.name.partition("(")[0]


def _window_layers(encode: Model[Any, Any]) -> tuple[Layer, ...]:
    """The weights of an encoder's layers; () when it is anything but residual maxout layers over three words."""
    found = []
    if not encode.layers:
        return ()
    for residual in encode.layers[0].layers or ():
        parts = {node.name: node for node in residual.walk() if node.name in WINDOW_LAYERS}
        if _plain(residual) != "residual" or tuple(parts) != WINDOW_LAYERS:
            return ()
        window, maxout, norm = parts.values()
        if window.attrs["window_size"] != 1 or encode.attrs.get("pad") != len(encode.layers[0].layers):
            return ()
        raw, bias = np.asarray(maxout.get_param("W")), np.asarray(maxout.get_param("b"))
        weights = np.ascontiguousarray(raw.transpose(1, 0, 2).reshape(-1, raw.shape[2]).T)
        gain, shift = np.asarray(norm.get_param("G")), np.asarray(norm.get_param("b"))
        found.append(Layer(weights, np.ascontiguousarray(bias.T).reshape(-1), gain, shift))
    return tuple(found)


class Vectors:
    """A network of word vectors, and the first stage's results for the words it has seen."""

    def __init__(self, embed: Model[Any, Any], layers: Sequence[Layer], kept: int = KEPT_VECTORS) -> None:
        self.embed = embed
        self.layers = tuple(layers)
        self.width: int = layers[0].gain.shape[0]
        self.columns: list[int | str] = embed.layers[0].attrs["columns"]
        self.rows: dict[bytes, int] = {}
        self.table: Floats = np.zeros((kept, self.width), np.float32)

    def of(self, doc: Doc) -> Floats:
        """Return the vectors of a text's tokens: (tokens, width)."""
        return self._encoded(self._embedded(doc))

    def _embedded(self, doc: Doc) -> Floats:
        """The first stage: each word's vector by itself."""
        given: Any = doc.to_array(self.columns)
        features: NDArray[np.uint64] = given.reshape(len(doc), len(self.columns))
        raw, width = features.tobytes(), features.itemsize * features.shape[1]
        keys = [raw[at : at + width] for at in range(0, len(raw), width)]
        new = {key: place for place, key in enumerate(keys) if key not in self.rows}
        if len(self.rows) + len(new) > len(self.table):
            self.rows.clear()
            new = {key: place for place, key in enumerate(keys)}
        if len(new) > len(self.table):
            return self._made(features)
        if new:
            first = len(self.rows)
            self.table[first : first + len(new)] = self._made(features[list(new.values())])
            self.rows.update(zip(new, range(first, first + len(new)), strict=True))
        rows = self.rows
        return self.table[[rows[key] for key in keys]]

    def _made(self, features: NDArray[np.uint64]) -> Floats:
        """The first stage's vectors, by the model's own layers."""
        words: Any = features
        lengths: Any = np.asarray([len(features)], dtype="i")
        given: Any = Ragged(words, lengths)
        for layer in self.embed.layers[2:4]:
            given = layer.predict(given)
        made: Floats = given.dataXd
        return made

    def _encoded(self, words: Floats) -> Floats:
        """The second stage. Rows of zeros stand at both ends, one a layer, as thinc puts them."""
        pad, width = len(self.layers), self.width
        now = np.zeros((len(words) + 2 * pad, width), np.float32)
        now[pad : pad + len(words)] = words
        window = np.zeros((len(now), 3 * width), np.float32)
        pieces = np.empty((len(now), self.layers[0].bias.shape[0]), np.float32)
        best = np.empty_like(now)
        for layer in self.layers:
            window[1:, :width] = now[:-1]
            window[:, width : 2 * width] = now
            window[:-1, 2 * width :] = now[1:]
            now += _layer(window, layer, pieces, best)
        return now[pad : pad + len(words)]


def _layer(window: Floats, layer: Layer, pieces: Floats, best: Floats) -> Floats:
    """Return one layer's outcome: the greatest of the pieces, normalised to mean 0 and variance 1, scaled and moved.

    `pieces` and `best` are written over: memory taken anew for each layer costs a quarter of the time.
    """
    width = best.shape[1]
    np.matmul(window, layer.weights, out=pieces)
    pieces += layer.bias
    np.maximum(pieces[:, :width], pieces[:, width : 2 * width], out=best)
    for start in range(2 * width, pieces.shape[1], width):
        np.maximum(best, pieces[:, start : start + width], out=best)
    best -= best.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + EPSILON
    best *= 1 / np.sqrt(variance)
    best *= layer.gain
    best += layer.shift
    return best


def _forward(model: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
    """The vectors of each text by itself: larger products than one article's leave the processor's cache."""
    vectors: Vectors = model.attrs["vectors"]
    return [vectors.of(doc) for doc in docs], _untrained


def _untrained(_: Any) -> Any:
    raise NotImplementedError("these vectors cannot be trained")
