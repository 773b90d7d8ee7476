"""Whether a number near a word for what befalls people is of those whom it befell: "17 dead", and no dead man of 24.

Reads   a quantity that may count casualties, its sentence
Gives   `befalls_nobody`, `is_whole`; `befalls` of a text that ends in such a verb
Misses  things whose name sounds like such a word and is in no list of nouns
"""

import re
from functools import cache

from twosource.check.context import Context
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import content_words, stem
from twosource.model import Mention, Quantity
from twosource.text.lexicon import mapping, table

COUNTED = frozenset(row[1] for row in table("casualties"))
"""What may befall those counted, so that a bare number says it ("the toll rose to 17")."""


def befalls_nobody(context: Context, quantity: Mention[Quantity]) -> bool:
    """Return whether a number that seems to count the dead, the hurt or the like counts nobody."""
    return quantity.value.measure in COUNTED and (_only_sounds(context, quantity) or _is_no_toll(context, quantity))


def _only_sounds(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether what is counted only has a word like one for what befalls people: no executives, no homicide statute, two
    strands of hair.
    """
    item = quantity.value.item
    if item is None or item.start < quantity.span.end:
        return False
    noun = context.text(item).lower().split()[-1]
    lemma = singular(noun) or noun
    told = mapping("casualties")
    if stem(noun) in stems_of_casualties() and not {noun, lemma} & told.keys() and is_noun(lemma):
        return True
    behind = re.match(r" ([a-z]+)\b", context.article.text[item.end :][:24])
    named = lemma in told and noun == lemma and quantity.value.low == 0.0 and behind is not None
    return lemma in THINGS or (named and behind is not None and is_noun(behind[1]))


def _is_no_toll(context: Context, quantity: Mention[Quantity]) -> bool:
    """Whether a number near a word for what befalls people counts nobody: "the dead man was 24", attempted murders, a
    bare number beside a body of owners.
    """
    value, text, sentence = quantity.value, context.article.text, context.sentence(quantity.span)
    if ATTEMPTED.match(text, quantity.span.end) or OF_THE_MISSING.match(text, quantity.span.end):
        return True
    if value.item is not None:
        return False
    if (of := IS_SO_OLD.search(text[sentence.start : quantity.span.start])) and is_person(of[1].lower()):
        return True
    told = {stem(word) for word in content_words(context.text(sentence))} & stems_of_casualties()
    return value.measure == "dead" and told <= BODY and BODIES.search(context.text(sentence)) is None


ATTEMPTED = re.compile(r"\s+(?:counts?\s+)?(?:of\s+)?(?:attempted|alleged|conspiracy)\b", re.I)
OF_THE_MISSING = re.compile(r"\s+of\s+(?:the|those)\s+(?:missing|injured|wounded|homeless|trapped)\b", re.I)
"""Behind the number of some of them, of whom something else is told: "five of the missing were found"."""

IS_SO_OLD = re.compile(r"\b([a-z]+)\s+(?:is|was)\s+(?:only\s+|just\s+|aged\s+)?$", re.I)
BODY = frozenset({stem("body")})
BODIES = re.compile(r"\bbodies\b|\bbody\s+(?:bags?|parts?|count)\b", re.I)


@cache
def stems_of_casualties() -> frozenset[str]:
    """Return the stems of the words for what befalls people and things, and for those whom it befell."""
    return frozenset(stem(word) for word in mapping("casualties"))


THINGS = frozenset({"strand", "trap"})
"""Nouns for things that are verbs for what befalls people."""


def befalls(before: str) -> bool:
    """Return whether a text ends in a verb for what befell those counted behind it."""
    found = content_words(before)
    return bool(found) and before.rstrip().lower().endswith(found[-1]) and stem(found[-1]) in _befalling()


def is_whole(quantity: Mention[Quantity], before: str) -> bool:
    """Return whether a number is of those of whom something befell only some: "two of the three guards were hurt"."""
    value = quantity.value
    befell = any(stem(word) in _befalling() for word in content_words(value.unit))
    return value.measure in COUNTED and not befell and SOME_OF.search(before) is not None


SOME_OF = re.compile(r"\w\s+of\s+(?:the|its|their|his|her|those|these)\s+$", re.I)


@cache
def _befalling() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in table("casualties") if len(row) == 2)
