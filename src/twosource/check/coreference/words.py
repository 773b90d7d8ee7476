"""Which kind of event the words of a mention tell of: "robbery", "robbed" and "heist" are one kind.

Reads   the words of a mention; the clause of its head, where it has one
Gives   its head word, and a key that mentions of one kind of event share
Misses  idioms that are not in the list ("kicked the bucket"), and kinds that only the context tells apart
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from twosource.check.language.nouns import is_noun
from twosource.check.language.words import sense, stem
from twosource.model import Clause, Mention, Span
from twosource.text.lexicon import mapping, table, words

WORD = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")

SAYING = "say"
"""The key of verbs of saying."""


class Head(NamedTuple):
    """The word that tells of the event: in lower case, where it starts, and its clause where it is a predicate."""

    word: str
    start: int
    clause: Clause | None = None

    @property
    def verbal(self) -> bool:
        """Whether it is the predicate of a clause."""
        return self.clause is not None and not self.clause.nominal


def head_of(text: str, span: Span, clauses: tuple[Mention[Clause], ...]) -> Head | None:
    """Return the head of the mention at `span`; `clauses` are those whose predicate starts in it.

    The first verb that is not light; or else the last content word before a preposition that follows one. A verb of
    saying counts as content. None when all are function words ("it", "which").
    """
    predicates = {clause.span.start: clause.value for clause in clauses}
    found = [(match[0].lower(), match.start() + span.start) for match in WORD.finditer(span.of(text))]
    content = [(word, start) for word, start in found if _tells(word, predicates.get(start))]
    if not content:
        return None
    full = [
        (word, start) for word, start in content if _lemma(word, predicates.get(start)) not in _role("light")
    ] or content
    verbs = [(word, start) for word, start in full if start in predicates]
    ends = (start for word, start in found if word in _role("preposition") and start > full[0][1])
    end = next(ends, span.end)
    word, start = verbs[0] if verbs else [pair for pair in full if pair[1] < end][-1]
    return Head(word, start, predicates.get(start))


def _tells(word: str, clause: Clause | None) -> bool:
    """Whether a word can tell of an event: no function word, unless it says that somebody says."""
    form = stem(_lemma(word, clause))
    if SAYING in (_classes().get((form, "")), _classes().get((form, "v"))):
        return True
    return word not in words("stopwords") and word not in _role("empty")


def _lemma(word: str, clause: Clause | None) -> str:
    """The verb that a word is a form of or a noun made from, as far as it is known; or else the word."""
    if clause is not None and not clause.nominal:
        word = clause.predicate.split(" ")[0]
    return mapping("event_forms").get(word, word)


def kind_of(words_of_mention: str, head: Head) -> str:
    """Return the key of the kind of event that a mention tells of.

    A phrase that the list knows goes first ("took over"), then the head as verb or noun, then as either, then its sense
    among the words of the news.

    >>> kind_of("the heist", Head("heist", 4)) == kind_of("robbed", Head("robbed", 0))
    True
    >>> kind_of("took over", Head("took", 0)) == kind_of("took", Head("took", 0))
    False
    """
    known = _classes()
    for phrase in _phrases(words_of_mention, head):
        if (phrase, "") in known:
            return known[phrase, ""]
    lemma = _lemma(head.word, head.clause)
    if head.clause is not None and head.verbal and lemma == "fire" and _fires_a_gun(head.clause):
        return known.get((stem("shoot"), "v")) or known[stem("shoot"), ""]
    part = "v" if head.verbal or _participle(head.word) else "n"
    for form in dict.fromkeys((stem(lemma), stem(head.word))):
        for tag in (part, ""):
            if (form, tag) in known:
                return known[form, tag]
    return sense(lemma)


def _fires_a_gun(clause: Clause) -> bool:
    """Whether "fire" tells of a gun and of no dismissal: "he fired", "fired it", "shots were fired"."""
    thing = next((a.head.lower() for a in clause.arguments if a.relation == "object"), "")
    return (not thing and not clause.passive) or thing in SHOTS


SHOTS = frozenset(
    {"it", "shot", "round", "bullet", "gun", "weapon", "pistol", "rifle", "revolver", "handgun", "shotgun", "volley",
     "burst", "shots", "rounds", "bullets"}
)  # fmt: skip
"""What is fired that holds no office."""


def noun_kind(word: str) -> str:
    """Return the kind of event that a noun in lower case tells of, "" when the list has no such noun.

    >>> noun_kind("heist") == noun_kind("robbery"), noun_kind("table")
    (True, '')
    """
    known = _classes()
    form = stem(word)
    return known.get((form, "n")) or (known.get((form, ""), "") if is_noun(word) else "")


def phrase_kind(*found: str) -> str:
    """Return the kind of event that a verb with its preposition tells of, "" when the list has no such phrase.

    >>> phrase_kind("check", "into") == noun_kind("admission"), phrase_kind("look", "into")
    (True, '')
    """
    return _classes().get(("-".join(stem(word) for word in found), ""), "")


@cache
def kinds_of_events() -> frozenset[str]:
    """Return the kinds of event that `event_synonyms` knows."""
    return frozenset(row[0] for row in table("event_synonyms"))


@cache
def known_kinds() -> frozenset[str]:
    """Return the kinds of event that a story can be about."""
    return kinds_of_events() - words("no_main_events")


def _phrases(text: str, head: Head) -> list[str]:
    """The whole of a mention, each two neighbouring words of it, and a verb with its particle, as keys of the list."""
    found = [match[0].lower() for match in WORD.finditer(text)]
    kept = [stem(_lemma(word, None)) for word in found if word not in _role("filler")]
    phrases = ["-".join(kept), *("-".join(pair) for pair in pairwise(kept))] if kept[1:] else []
    if head.clause is not None and head.verbal and " " in head.clause.predicate:
        phrases.append("-".join(stem(word) for word in head.clause.predicate.split(" ")))
    return phrases


def _participle(word: str) -> bool:
    """Whether a word outside a clause looks like a verb's participle."""
    return word.endswith(("ed", "ing")) or word in mapping("event_forms")


@cache
def _classes() -> dict[tuple[str, str], str]:
    """Each form of `event_synonyms`, stemmed, with its part ("v", "n" or ""), mapped to its set's first."""
    found: dict[tuple[str, str], str] = {}
    for members in table("event_synonyms"):
        for member in members:
            word, _, part = member.partition("/")
            found.setdefault(("-".join(stem(piece) for piece in word.split("-")), part), members[0])
    return found


@cache
def _role(role: str) -> frozenset[str]:
    """The words of `event_head_words` with one role: "light", "preposition", "filler" or "empty"."""
    return frozenset(row[0] for row in table("event_head_words") if row[1] == role)
