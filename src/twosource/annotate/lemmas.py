"""Give words their part of speech and lemma by a table: what a spaCy model's rules say of a word is worked out once.

Reads   tags and dependencies of a Doc; the model's own attribute rules and rule lemmatizer
Gives   the same tags, parts of speech, lemmas and dependencies as those two components give
Misses  morphology, which no finder reads; rules over more than two words or over other things than words, tags and
        dependencies: a model with such rules keeps its own components

For every word the rules depend on three things: the word, its tag, its dependency; for a word that no rule names, on
the last two. The few rules over two words are tried only where a word stands that may open one; then the rules are run
on that word and its neighbours.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler, Lemmatizer
from spacy.tokens import Doc

KEY: list[int | str] = ["ORTH", "TAG", "DEP"]
PARSED: list[int | str] = ["TAG", "DEP"]
GIVEN: list[int | str] = ["TAG", "DEP", "POS", "LEMMA"]
RULED: list[int | str] = ["TAG", "DEP", "POS", "MORPH"]
READABLE = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
LONGEST_RULE = 2
"""Words of a rule that the table can stand for: a model with longer ones keeps its own components."""

NEVER = "(?!)"
"""Matches nothing."""

Key = tuple[int, int, int]
Values = tuple[int, int, int, int]


def quicken(nlp: Language) -> None:
    """Put the table in the place of the model's attribute rules and lemmatizer, where it can stand for them."""
    names = nlp.pipe_names
    if "attribute_ruler" not in names or names[names.index("attribute_ruler") + 1 :][:1] != ["lemmatizer"]:
        return
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    if not isinstance(ruler, AttributeRuler) or not isinstance(lemmatizer, Lemmatizer):
        return
    if lemmatizer.mode == "rule" and all(map(_readable, _patterns(ruler))):
        nlp.add_pipe("twosource_lemmas", before="attribute_ruler")
        nlp.disable_pipes("attribute_ruler", "lemmatizer")


@Language.factory("twosource_lemmas")
def make(nlp: Language, name: str) -> "Lemmas":
    """Make the component from the model's own two, which must be there."""
    ruler, lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
    assert isinstance(ruler, AttributeRuler) and isinstance(lemmatizer, Lemmatizer)
    return Lemmas(nlp, ruler, lemmatizer)


def _patterns(ruler: AttributeRuler) -> Iterator[list[dict[str, Any]]]:
    for rule in ruler.patterns:
        yield from rule["patterns"]  # type: ignore[misc]


def _readable(pattern: list[dict[str, Any]]) -> bool:
    lowers = [word.get("LOWER", "") for word in pattern]
    return (
        len(pattern) <= LONGEST_RULE
        and all(READABLE.issuperset(word) for word in pattern)
        and all(isinstance(lower, str) or lower.keys() <= {"IN", "REGEX"} for lower in lowers)
    )


def _named(patterns: Iterable[list[dict[str, Any]]]) -> tuple[frozenset[str], re.Pattern[str]]:
    """The lower-case words that rules name, and an expression for those that they describe."""
    named: set[str] = set()
    described = {NEVER}
    for word in (word.get("LOWER") for pattern in patterns for word in pattern):
        if isinstance(word, dict):
            named.update(word.get("IN", ()))
            described.update(f"(?:{word[operator]})" for operator in ("REGEX",) if operator in word)
        elif word is not None:
            named.add(word)
    return frozenset(named), re.compile("|".join(sorted(described)))


def _array(rows: Sequence[tuple[int, ...]]) -> Any:
    return np.array(rows, dtype=np.uint64)


class Lemmas:
    """The component. `known` holds for good; `passing` is forgotten with the words of a memory zone."""

    def __init__(self, nlp: Language, ruler: AttributeRuler, lemmatizer: Lemmatizer) -> None:
        index = lemmatizer.lookups.get_table("lemma_index")
        for part in tuple(index):
            index[part] = frozenset(index[part])  # delivered as a list, which spaCy searches from its start each time
        self.vocab = nlp.vocab
        self.ruler = ruler
        self.lemmatizer = lemmatizer
        self.openers = Matcher(nlp.vocab)
        pairs = [pattern for pattern in _patterns(ruler) if len(pattern) > 1]
        if pairs:
            self.openers.add("first of two", [[pattern[0]] for pattern in pairs])
        self.named, self.described = _named(_patterns(ruler))
        self.plain: dict[tuple[int, int, bool], tuple[Values, bool]] = {}
        self.known: dict[Key, Values] = {}
        self.opening: set[Key] = set()
        self.passing: dict[Key, Values] | None = None

    @contextmanager
    def memory_zone(self, mem: Any = None) -> Iterator[Any]:
        """Forget at the end what is learnt within: spaCy forgets the lemmas' strings then. Called by spaCy."""
        self.passing, cache = {}, dict(self.lemmatizer.cache)
        try:
            yield mem
        finally:
            self.passing, self.lemmatizer.cache = None, cache

    def __call__(self, doc: Doc) -> Doc:
        """Set the tags, dependencies (of white space), parts of speech and lemmas of the words."""
        if not len(doc):
            return doc
        keys: list[Key] = list(map(tuple, doc.to_array(KEY).tolist()))
        values = [self._value(key) for key in keys]
        if not self.opening.isdisjoint(keys):
            for place in [place for place, key in enumerate(keys) if key in self.opening]:
                # Two words, the word before, which may open a rule too, and the word after, which may end one.
                first = max(place - 1, 0)
                values[place : place + 2] = self._by_rules(keys[first : place + 3])[place - first :][:2]
        return doc.from_array(GIVEN, _array(values))

    def _value(self, key: Key) -> Values:
        """What the rules say of a word by itself."""
        value = self.known.get(key)
        if value is None and self.passing is not None:
            value = self.passing.get(key)
        if value is None:
            table = self.known if self.passing is None else self.passing
            word = self.vocab.strings[key[0]]
            lower = word.lower()
            if lower in self.named or self.described.search(lower):
                [value] = self._by_rules([key])
                opens = self._opens(key)
            else:
                value, opens = self._plainly(key, word)
            table[key] = value
            if opens:
                self.opening.add(key)
        return value

    def _opens(self, key: Key) -> bool:
        """Whether a rule over two words may begin with this one."""
        return bool(self.openers(self._doc([key]), allow_missing=True))

    def _plainly(self, key: Key, word: str) -> tuple[Values, bool]:
        """What the rules say of a word that none of them names: the same as of all with its tag and dependency."""
        kind = (key[1], key[2], word.isspace())
        if kind not in self.plain:
            ruled = self.ruler(self._doc([key]))
            [values] = map(tuple, ruled.to_array(RULED).tolist())
            self.plain[kind] = values, self._opens(key)
        values, opens = self.plain[kind]
        doc = Doc(self.vocab, [word]).from_array(RULED, _array([values]))
        return (*values[:3], self.lemmatizer(doc)[0].lemma), opens

    def _by_rules(self, keys: list[Key]) -> list[Values]:
        """What the model's own components say of these words, taken for a text."""
        doc = self.lemmatizer(self.ruler(self._doc(keys)))
        values: list[Values] = list(map(tuple, doc.to_array(GIVEN).tolist()))
        return values

    def _doc(self, keys: list[Key]) -> Doc:
        doc = Doc(self.vocab, [self.vocab.strings[key[0]] for key in keys])
        return doc.from_array(PARSED, _array([key[1:] for key in keys]))
