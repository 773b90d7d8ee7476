"""How alike the sentences of a story are, beside what all of them mean; and the likest one of each article.

Reads   sentences, by their place
Gives   Meaning and Sentences: cosines of vectors (`text.meaning`) less the mean of them all
Misses  what only the order of words tells; stories of a few sentences, whose mean is one of these
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np

from twosource.check.context import Context
from twosource.model import Span
from twosource.text.meaning import Vectors, vectors_of

V = TypeVar("V")

Place = tuple[str, int]
"""An article's id, and where a sentence of it starts."""


class Meaning:
    """What the sentences of a story mean, less what they all mean: what they tell apart from the story's topic."""

    def __init__(self, sentences: Sequence[str]) -> None:
        vectors = np.stack([_vector(text) for text in sentences]) if sentences else vectors_of([])
        self._topic = vectors.mean(axis=0) if len(sentences) else vectors.sum(axis=0)
        self._vectors = self._apart(vectors)

    def of(self, text: str) -> Vectors:
        """Return the unit vector of a text."""
        vector: Vectors = self._apart(_vector(text)[None, :])[0]
        return vector

    def likeness(self, vector: Vectors, number: int) -> float:
        """Return the cosine between a text's vector and a sentence, rounded so that no processor's order shows."""
        return round(float(self._vectors[number] @ vector), 4)

    def between(self, one: int, other: int) -> float:
        """Return the cosine between two of the sentences."""
        return self.likeness(self._vectors[one], other)

    def _apart(self, vectors: Vectors) -> Vectors:
        told = vectors - self._topic
        length = np.maximum(np.linalg.norm(told, axis=1, keepdims=True), 1e-6)
        return np.asarray(told / length, dtype=np.float32)


@lru_cache(maxsize=20_000)
def _vector(text: str) -> Vectors:
    """The vector of a text: a story is asked for its words, numbers, times and places in turn."""
    vector: Vectors = vectors_of([text])[0]
    return vector


class Sentences:
    """Some sentences of a story by their place, such as all with a number, and how alike they are beside each other."""

    def __init__(self, places: Iterable[tuple[Context, Span]]) -> None:
        texts: dict[Place, str] = {}
        for context, span in places:
            sentence = context.sentence(span)
            texts.setdefault((context.article.id, sentence.start), context.text(sentence))
        self._numbers = {place: number for number, place in enumerate(texts)}
        self._meaning = Meaning(list(texts.values()))

    def known(self, places: Iterable[Place]) -> list[Place]:
        """Return those of the places that are of these sentences."""
        return [place for place in places if place in self._numbers]

    def likeness(self, own: Iterable[Place], other: Place) -> float:
        """Return how alike a sentence is to the likest of `own`, of which there is at least one."""
        number = self._numbers[other]
        return max(self._meaning.between(self._numbers[place], number) for place in own)


def sentence_of(context: Context, span: Span) -> Place:
    """Return the place of the sentence that holds `span`."""
    return context.article.id, context.sentence(span).start


def likest(told: Iterable[tuple[str, float, V]]) -> dict[str, V]:
    """Return, for each article, what is most alike of what it has; the first of equals.

    >>> likest([("a", 0.3, "one"), ("a", 0.5, "two"), ("b", 0.2, "three"), ("a", 0.5, "four")])
    {'a': 'two', 'b': 'three'}
    """
    best: dict[str, tuple[float, V]] = {}
    for article, alike, one in told:
        if article not in best or alike > best[article][0]:
            best[article] = (alike, one)
    return {article: one for article, (_, one) in best.items()}
