"""Whether two nouns may name one thing: "jewels" and "diamonds", "ship" and "vessel", "man" and "suspect".

Reads   the classes of `noun_senses`
Gives   `may_be_one`, `one_sort`, `is_person`, `is_noun`
Misses  one thing named by its part or its make ("the Boeing", "the jet"); parts and wholes ("town", "house")
"""

from functools import cache

from twosource.check.language.words import sense
from twosource.text.lexicon import mapping

PERSON = "p"


@cache
def _classes(noun: str) -> frozenset[str]:
    return frozenset(mapping("noun_senses").get(noun, "").split())


@cache
def may_be_one(a: str, b: str) -> bool:
    """Whether two nouns (lemmas in lower case) are synonyms, or lie in one narrow class, or both name a person.

    >>> may_be_one("ship", "vessel"), may_be_one("man", "suspect"), may_be_one("ship", "rifle")
    (True, True, False)
    """
    return a == b or sense(a) == sense(b) or bool(_classes(a) & _classes(b))


@cache
def one_sort(a: str, b: str) -> bool:
    """Whether two nouns are synonyms or lie in one class narrower than all persons: robbers and thieves, not men.

    >>> one_sort("robber", "thief"), one_sort("man", "worker")
    (True, False)
    """
    return a == b or sense(a) == sense(b) or bool(_classes(a) & _classes(b) - {PERSON})


def is_person(noun: str) -> bool:
    """Whether a noun usually names a person.

    >>> is_person("suspect"), is_person("boat")
    (True, False)
    """
    return PERSON in _classes(noun)


def is_noun(word: str) -> bool:
    """Whether a word (a lemma in lower case) is a noun that is known.

    >>> is_noun("vessel"), is_noun("sank")
    (True, False)
    """
    return bool(_classes(word))
