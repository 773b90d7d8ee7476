"""How alike the sentences of a story are, beside what all of them mean; and the likest one of each article.

Reads   sentences, by their place
Gives   Meaning and Sentences: cosines of vectors (`text.meaning`) less the mean of them all
Misses  what only the order of words tells; stories of a few sentences, whose mean is one of these
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

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

    def likenesses(self, vector: Vectors, numbers: NDArray[np.intp]) -> Vectors:
        """Return the cosine between a text's vector and each of some sentences, rounded likewise."""
        return np.asarray(np.round(self._vectors[numbers] @ vector, 4), dtype=np.float32)

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


COVERS_NOTHING, COVERS = 0.35, 0.7
"""How like a word must be to cover another in part, and in whole: "resigned" and "quit" are 0.5, "killed" and "died"
0.7."""


class Likeness:
    """How like the words of a story are to each other: each sense by the form in which it is written."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        self._senses = sorted(forms)
        self._numbers = {one: number for number, one in enumerate(self._senses)}
        self._vectors = np.stack([_vector(forms[one]) for one in self._senses]) if forms else vectors_of([])
        self._near: dict[tuple[str, float], frozenset[str]] = {}

    def near(self, word: str, least: float) -> frozenset[str]:
        """Return the senses that are so like a word, which need not be one of the story's."""
        if (word, least) not in self._near:
            alike = np.round(self._vectors @ _vector(word), 4)
            self._near[word, least] = frozenset(self._senses[number] for number in np.flatnonzero(alike >= least))
        return self._near[word, least]

    def covering(self, one: str) -> list[tuple[str, float]]:
        """Return the senses that cover one, and how well, 0 to 1: the best last, itself wholly."""
        part = (self._vectors @ self._vectors[self._numbers[one]] - COVERS_NOTHING) / (COVERS - COVERS_NOTHING)
        part = np.round(np.clip(part, 0, 1), 3)
        part[self._numbers[one]] = 0
        found = [(self._senses[number], float(part[number])) for number in np.flatnonzero(part)]
        return [*sorted(found, key=lambda pair: (pair[1], pair[0])), (one, 1.0)]


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


BEFORE, BEHIND = 8, 6
"""How many words before something and behind it tell what it is of: a clause's worth."""


class Around:
    """What the words around some spans mean, such as all times: a long sentence tells of more than the one deed."""

    def __init__(self, places: Iterable[tuple[Context, Span]]) -> None:
        texts = {(context.article.id, span.start): _around(context, span) for context, span in places}
        self._numbers = {place: number for number, place in enumerate(texts)}
        self._meaning = Meaning(list(texts.values()))

    def likeness(self, own: Iterable[Place], other: Place) -> float:
        """Return how alike the words around a span are to the likest around `own`; places that are not known are none.

        A place is an article's id and where the span starts.
        """
        number = self._numbers[other]
        known = (self._numbers[place] for place in own if place in self._numbers)
        return max((self._meaning.between(one, number) for one in known), default=0.0)


def _around(context: Context, span: Span) -> str:
    """The words around a span in its sentence, without its own: those are the same for all that are compared."""
    sentence = context.sentence(span)
    before = context.text(Span(sentence.start, max(sentence.start, span.start))).split()[-BEFORE:]
    return " ".join((*before, *context.text(Span(min(span.end, sentence.end), sentence.end)).split()[:BEHIND]))


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
