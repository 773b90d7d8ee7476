"""Describe an event mention by what it tells of, who takes part, and when.

Reads   Article, Mentions, the mention's span; the entities named, where they are linked
Gives   Happening
Misses  parties that another sentence names
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

import msgspec

from twosource.check.context import within
from twosource.check.coreference.words import SAYING, Head, head_of, kind_of
from twosource.check.language.words import content_words, stem
from twosource.model import Article, Clause, Entity, Mention, Mentions, Occurrence, Span
from twosource.text.lexicon import words

PARTY_WORDS = 6
"""Content words of an argument that describe it: what follows is a clause of its own more often than not."""


class Happening(msgspec.Struct, frozen=True):
    """An event mention: its place, its kind ("" when only a pronoun stands there), and what tells it from others.

    `parties` are stems of the words of the clause's arguments, `patients` who is named as the one acted upon, `names`
    who is named in the sentence, `days` the days (ISO 8601) that date its predicate, `speaker` who speaks, for verbs of
    saying. Names are entities' ids, or last words where they are not linked.
    """

    at: Occurrence
    kind: str
    parties: frozenset[str] = frozenset()
    patients: frozenset[str] = frozenset()
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
        patients=_patients(found, head.clause, linked),
        names=_names(found, sentence, linked),
        days=_days(found, sentence, head),
        speaker=_speaker(article.text, found, span, head, linked) if kind == SAYING else "",
    )


def kind_at(article: Article, found: Mentions, span: Span) -> str:
    """Return the kind of the event mention at `span`, as `describe` has it, and nothing else of it."""
    head = head_of(article.text, span, _predicates(found.clauses, span))
    return kind_of(span.of(article.text), head) if head is not None else ""


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


def _patients(found: Mentions, clause: Clause | None, linked: Mapping[Span, Entity]) -> frozenset[str]:
    """Who is named in the clause's objects."""
    objects = [argument.span for argument in clause.arguments if argument.relation == "object"] if clause else []
    return frozenset(name for span in objects for name in _names(found, span, linked))


def _names(found: Mentions, sentence: Span, linked: Mapping[Span, Entity]) -> frozenset[str]:
    """Who and what a stretch of text names."""
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


def _speaker(text: str, found: Mentions, span: Span, head: Head, linked: Mapping[Span, Entity]) -> str:
    """Who speaks: the verb's subject, or else the attribution's source; "" when not told."""
    told = [a.span for a in head.clause.arguments if a.relation in ("subject", "agent")] if head.clause else []
    if not told:
        told = [
            who for a in found.attributions if any(cue.overlaps(span) for cue in a.value.cue) for who in a.value.source
        ]
    return _who(text, found, told[0], linked) if told else ""


def _who(text: str, found: Mentions, span: Span, linked: Mapping[Span, Entity]) -> str:
    """The entity or name that a noun phrase ends in, what its description or pronoun stands for, or its last word."""
    ends = [name for name in within(found.names, span) if name.span.end == span.end]
    if ends:
        return linked[ends[0].span].id if ends[0].span in linked else _last_word(ends[0].value.text)
    last = _last_word(span.of(text))
    return "" if last in words("pronouns") else last
