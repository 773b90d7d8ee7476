"""Where a clause that is told alone ends, and who did what it tells.

Reads   a clause, the other clauses of its sentence, the marks between them
Gives   `subject_of`: who did it, or whom it befell; `end_of`: the place behind its last word
Misses  clauses that go on behind a comma other than lists
"""

import re

from twosource.check.claims.clause_marks import (
    AND,
    BEING,
    BESIDES,
    CLAUSAL,
    CLOSED,
    FINITE,
    HELPING,
    LATER,
    LED_IN,
    LIST,
    MARK,
    NEAR,
    REST,
    SET_ON,
    SIDE,
    SOURCE,
)
from twosource.check.claims.wording import balanced
from twosource.check.context import Context, within
from twosource.model import Argument, Clause, Mention, Span

REST_OF_WORD = re.compile(r"[\w’'-]+")


def subject_of(value: Clause) -> Argument | None:
    """Return who did what a clause tells, or whom it befell in a passive; None where nobody is found."""
    wanted = "object" if value.passive else "subject"
    found = [a for a in value.arguments if a.relation == wanted]
    told = [a for a in found if a.span.overlaps(value.span)]
    if len(told) > 1 and not value.passive:  # a dateline may be taken for another one
        return max(told, key=lambda a: a.span.start)
    return found[0] if found else None


def end_of(context: Context, clause: Mention[Clause], sentence: Span) -> int:
    """Return where a clause ends, as an offset of the text that is no further than the end of its `sentence`.

    It ends at the next mark, before what is joined to it, or before a verb that it only describes.
    """
    text, value = context.article.text, clause.value
    end = max(value.span.end, clause.span.end)
    if text[end : end + 1].isalnum() and (torn := REST_OF_WORD.match(text, end)):
        end = torn.end()
    mark = MARK.search(text, end, sentence.end)
    stop = mark.start() if mark else sentence.end
    if (opened := CLAUSAL.search(text, end, stop)) is not None and not any(
        not c.value.nominal for c in within(context.mentions.clauses, Span(opened.start(), stop))
    ):
        return opened.start()
    if (parted := _cut_subject(context, Span(clause.span.end, stop), sentence)) is not None:
        return parted
    for other in within(context.mentions.clauses, Span(end, stop)):
        if other.value.nominal or not is_finite(text, other):
            continue
        cut = _cut_before(text, clause, other, end)
        if cut is not None:
            return cut
    if (cut := _cut_deed_of_another(context, clause, Span(end, stop))) is not None:
        return cut
    if (begun := _begun(context, Span(clause.span.end, stop), sentence)) is not None:
        return begun
    if mark is not None and SET_ON.match(text, stop):
        mark = MARK.search(text, stop + 1, sentence.end)
        return mark.start() if mark else sentence.end
    return _rest(context, stop, sentence)


def _cut_subject(context: Context, rest: Span, sentence: Span) -> int | None:
    """Where a clause is led in of which the rest of another holds the subject alone."""
    for other in within(context.mentions.clauses, Span(rest.end, sentence.end)):
        who = None if other.value.nominal else subject_of(other.value)
        if who is None or not rest.start < who.span.start < rest.end:
            continue
        led = LED_IN.search(context.article.text, rest.start, who.span.start)
        if led is not None:
            return led.start()
    return None


def _cut_deed_of_another(context: Context, clause: Mention[Clause], rest: Span) -> int | None:
    """Where "and" joins a bare verb to a clause in the past: it goes on with what was told before the clause.

    "She was to see those who survived the blast and meet the mayor": it is not they who meet him.
    """
    text = context.article.text
    if clause.value.tense != "past" or clause.value.passive:
        return None
    for other in within(context.mentions.clauses, rest):
        between = text[rest.start : other.span.start]
        joined = list(AND.finditer(between))
        bare = not (
            other.value.nominal or other.value.tense or other.value.passive or context.text(other.span) in ALIKE
        )
        if not bare or not joined or joined[-1].end() != len(between) or context.text(other.span).endswith("ing"):
            continue
        if not INFINITIVE.search(text[clause.span.end : rest.start] + between):
            return rest.start + joined[-1].start()
    return None


ALIKE = frozenset(
    {"set", "put", "cut", "hit", "let", "shut", "hurt", "cost", "read", "quit", "split", "spread", "cast", "burst",
     "beat", "bet", "shed", "thrust", "upset", "broadcast"}
)  # fmt: skip
"""Verbs that are the same in the past."""

INFINITIVE = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|do|did|not|help(?:ed)?|let|make|made|saw|see|heard)\b", re.I
)
"""What a bare verb may hang on."""


def _begun(context: Context, rest: Span, sentence: Span) -> int | None:
    """Where a clause is led in of which the rest of another holds the beginning of a list that is its subject.

    "He fell after Lowe, Kern and others pushed him."
    """
    text = context.article.text
    found = LATER.search(text, rest.start, rest.end)
    if found is None or not text.startswith(", ", rest.end):
        return None
    for other in within(context.mentions.clauses, Span(rest.end, sentence.end)):
        who = None if other.value.nominal else subject_of(other.value)
        if who is not None and who.span.start == rest.end + len(", ") and is_finite(text, other):
            return found.start()
    return None


def is_finite(text: str, clause: Mention[Clause]) -> bool:
    """Return whether a clause has a verb of its own, be it a modal one: "can be reversed"."""
    helping = text[min(clause.value.span.start, clause.span.start) : clause.span.start]
    return bool(clause.value.tense) or FINITE.search(helping) is not None


def _cut_before(text: str, clause: Mention[Clause], other: Mention[Clause], end: int) -> int | None:
    """Where a clause ends before another of its sentence; None where that says more of one of its own parts."""
    who = subject_of(other.value)
    start = min(other.value.span.start, other.span.start)
    if who is not None and who.span.start >= end:
        start = min(start, who.span.start)
    start = max(start, end)
    between = text[end:start]
    if _is_participle(text, other):
        return None
    apart = (
        SIDE.search(between + " ") if who is not None and who.span.start >= end and not clause.value.negated else None
    )
    if apart is not None:
        return end + apart.start()
    if who is not None and other.span.start < who.span.start and not text[end : other.span.start].strip():
        return end  # "evidence not yet shown is a note": what stands before the verb is its subject
    joined = list(AND.finditer(between + " "))
    if joined and end + joined[-1].start() == clause.span.end:
        return None  # "shot and killed": of both verbs the object stands behind the second
    if joined and joined[-1].end() >= len(between) - NEAR and who is not None:
        return end + joined[-1].start()
    if (
        who is None
        or who.span.start >= end
        or re.search(r"\b(?:who|which|that|whom|whose|where|when)\b", text[end : other.span.start], re.I)
    ):
        return None
    if clause.value.span.covers(who.span):
        return None  # "a note found on the body"
    helped = HELPING.search(text[end : other.span.start])
    return end + helped.start() if helped else end


def _is_participle(text: str, clause: Mention[Clause]) -> bool:
    """Whether a clause is told by a participle alone, which only says more of a noun."""
    start = min(clause.value.span.start, clause.span.start)
    return clause.value.passive and BEING.search(text[start : clause.span.start]) is None


def _rest(context: Context, stop: int, sentence: Span) -> int:
    """Where a clause ends that stops at a comma: a list, or a short rest without a verb, is told with it."""
    text = context.article.text
    if not text.startswith(",", stop):
        return stop
    rest = Span(stop, sentence.end)
    told = context.text(rest)
    verbs = any(not c.value.nominal and is_finite(text, c) for c in within(context.mentions.clauses, rest))
    if (
        not verbs
        and balanced(told)
        and not BESIDES.search(told)
        and len(told.split()) <= REST
        and not SOURCE.search(told)
    ):
        mark = CLOSED.search(text, stop, sentence.end)
        return mark.start() if mark else sentence.end
    found = LIST.match(text, stop, sentence.end)
    if found is None or any(not c.value.nominal for c in within(context.mentions.clauses, Span(*found.span()))):
        return stop
    return found.end()
