"""Describe an event mention by what it tells of, who takes part, and when.

Reads   Article, Mentions, the mention's span; the entities named, where they are linked
Gives   Happening
Misses  parties that another sentence names
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

import msgspec

from twosource.check.context import within
from twosource.check.coreference_words import SAYING, Head, head_of, kind_of
from twosource.check.words import content_words, stem
from twosource.model import Article, Clause, Entity, Mention, Mentions, Occurrence, Span
from twosource.text.lexicon import words

PARTY_WORDS = 6
"""Content words of an argument that describe it: what follows is a clause of its own more often than not."""


class Happening(msgspec.Struct, frozen=True):
    """An event mention: where it is, its kind ("" when only a pronoun stands there), and what tells it from others.

    `parties` are stems of the words of the clause's arguments, `names` who is named in the sentence, `days` the days
    (ISO 8601) that date its predicate. `speaker` is who speaks, for a verb of saying.
    """

    at: Occurrence
    kind: str
    parties: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    days: frozenset[str] = frozenset()
    speaker: str = ""


def describe(article: Article, found: Mentions, span: Span, linked: Mapping[Span, Entity]) -> Happening:
    """Return the description of the event mention at `span`; `linked` maps spans of names to their entities."""
    at = Occurrence(article.id, span)
    head = head_of(article.text, span, _predicates(found.clauses, span))
    if head is None:
        return Happening(at, "")
    sentence = _sentence(found.sentences, head.start)
    kind = kind_of(span.of(article.text), head)
    return Happening(
        at=at,
        kind=kind,
        parties=_parties(article.text, head.clause),
        names=_names(found, sentence, linked),
        days=_days(found, sentence, head),
        speaker=_speaker(article.text, found, span, head) if kind == SAYING else "",
    )


def _predicates(clauses: tuple[Mention[Clause], ...], span: Span) -> tuple[Mention[Clause], ...]:
    """The clauses whose predicate starts inside `span`."""
    first = bisect_left(clauses, span.start, key=lambda clause: clause.span.start)
    last = bisect_left(clauses, span.end, key=lambda clause: clause.span.start)
    return clauses[first:last]


def _sentence(sentences: tuple[Span, ...], at: int) -> Span:
    """The sentence that holds the place `at`, or an empty span."""
    index = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 and sentences[index].end > at else Span(at, at)


def _parties(text: str, clause: Clause | None) -> frozenset[str]:
    """Stems of the words that name the clause's arguments."""
    if clause is None:
        return frozenset()
    told = (content_words(argument.span.of(text))[:PARTY_WORDS] for argument in clause.arguments)
    return frozenset(stem(word) for argument in told for word in argument)


def _names(found: Mentions, sentence: Span, linked: Mapping[Span, Entity]) -> frozenset[str]:
    """Who and what the sentence names: an entity's id, or the last word of a name."""
    return frozenset(
        linked[name.span].id if name.span in linked else _last_word(name.value.text)
        for name in within(found.names, sentence)
        if name.value.form == "name"
    )


def _last_word(name: str) -> str:
    return stem((name.lower().split() or [""])[-1])


def _days(found: Mentions, sentence: Span, head: Head) -> frozenset[str]:
    """The single days that date the head."""
    return frozenset(
        time.value.start[:10]
        for time in within(found.times, sentence)
        if time.value.start
        and time.value.start[:10] == time.value.end[:10]
        and any(dated.start <= head.start < dated.end for dated in time.value.dates)
    )


def _speaker(text: str, found: Mentions, span: Span, head: Head) -> str:
    """Who speaks: the head noun of the verb's subject, or else of the attribution's source; "" when not told."""
    heads = [a.head.lower() for a in head.clause.arguments if a.relation in ("subject", "agent")] if head.clause else []
    if not heads:
        sources = [source for a in found.attributions if any(c.overlaps(span) for c in a.value.cue) for source in a.value.source]
        heads = [_last_word(source.of(text)) for source in sources]
    return stem(heads[0]) if heads and heads[0] not in words("pronouns") else ""
