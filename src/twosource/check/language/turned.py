"""Whether two texts turn one deed round: who does it in one is he to whom it is done in the other.

Reads   texts, each with the verb of its deed
Gives   turned_round, verb_in (where the verb stands) and is_past
Misses  what stands four words or more from the verb; what is told by two verbs ("bought", "sold")
"""

import re
from functools import lru_cache

from twosource.check.language.words import content_words, sense
from twosource.text.lexicon import mapping

WORD = re.compile(r"\b[a-z][a-z-]+\b")
PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be|got)\s+(?:[a-z]+ly\s+)?$", re.I)
BY = re.compile(r"^(?:\s+[^\s,;]+){0,5}?\s+by\s")
CLAUSE_ENDS = re.compile(r"[,;:]|\b(?:who|which|that|after|before|when|while|as|because|and|but)\b", re.I)

NEAR = 3
"""How many words before and behind a verb are looked at: further ones mostly say when and where."""


def turned_round(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether something before the verb of one text stands only behind that of the other, and the reverse.

    >>> turned_round(("Zenta sued Haulco", "sue"), ("Haulco sued Zenta", "sue"))
    True
    >>> turned_round(("Zenta sued Haulco", "sue"), ("Haulco was sued by Zenta", "sue"))
    False
    """
    first, second = _sides(*a), _sides(*b)
    if not first or not second:
        return False
    (doing, done), (other_doing, other_done) = first, second
    return bool((doing - done) & (other_done - other_doing)) and bool((done - doing) & (other_doing - other_done))


@lru_cache(maxsize=20_000)
def verb_in(text: str, deed: str) -> re.Match[str] | None:
    """Return where the first form of a verb, given by its lemma, stands in a text."""
    if not deed:
        return None
    return next((found for found in WORD.finditer(text) if sense(deed) in _lemmas(found[0])), None)


def shared_verb(a: str, b: str) -> str:
    """Return the first past form that stands in two texts, "" for none.

    >>> shared_verb("Stone tackled Holm near Oro", "Holm tackled Stone")
    'tackled'
    """
    others = {found[0] for found in WORD.finditer(b)}
    return next((found[0] for found in WORD.finditer(a) if found[0] in others and is_past(found[0])), "")


def is_past(word: str) -> bool:
    """Return whether a word has the form of a verb that tells what was done."""
    return word.endswith("ed") or word in mapping("event_forms")


@lru_cache(maxsize=20_000)
def _lemmas(word: str) -> frozenset[str]:
    """The senses of the verbs that a word may be a form of."""
    return frozenset(sense(form) for form in (word, mapping("event_forms").get(word, word), word.removesuffix("d")))


@lru_cache(maxsize=20_000)
def _sides(text: str, deed: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The senses of the words right before and behind the verb, the other way round in the passive; None where no verb
    has both.
    """
    verb = verb_in(text, deed)
    if verb is None:
        return None
    lead, rest = text[: verb.start()], text[verb.end() :]
    before, behind = (
        [sense(word.lower()) for word in content_words(part) if word.isalpha()]
        for part in (CLAUSE_ENDS.split(lead)[-1], CLAUSE_ENDS.split(rest, maxsplit=1)[0])
    )
    sides = frozenset(before[-NEAR:]), frozenset(behind[:NEAR])
    if PASSIVE.search(lead) or rest.startswith(" by "):
        return (sides[1], sides[0]) if BY.match(rest) else None
    return None if NO_OBJECT.match(rest) else sides


NO_OBJECT = re.compile(
    r"\s+(?:of|with|in|on|at|for|by|after|before|near|as|about|when|while|that|during|off|out|up)\b", re.I
)
"""Behind a participle to which something was done, or a verb that is done to nobody: "charged with", "died in"."""
