"""Whether two claims surely tell of one happening although their words say too little: by its day and its parties.

Reads   two claims of one kind, what stands beside them in their sentences
Gives   one_happening
Misses  a happening that one of two sentences only points at ("that night")

A day of the calendar, with its year, is a rare thing to share: two sentences of one story that give it to a deed of
one class, and name one person or two places or bodies in common, tell of one happening.
"""

from collections.abc import Callable

from twosource.check.judge.said_beside import Beside
from twosource.check.language.words import content_words, sense
from twosource.model import Claim, Entity


def one_happening(a: Claim, b: Claim, beside: Beside) -> bool:
    """Two claims tell of one happening, by what their sentences name in common."""
    ask = BY_PARTIES.get(a.kind)
    return ask is not None and ask(a, b, beside)


def _one_day(a: Claim, b: Claim, beside: Beside) -> bool:
    """Both sentences give one day, with its year, to a deed of one class, and name one party or much else."""
    day = a.value_key
    if a.chain or b.chain:
        return False  # who announced it may be called by two names
    if day != b.value_key or len(day) != len("1998-08-07") or not _one_deed(a, b, beside):
        return False
    return {a.event, b.event} <= {"", day[:4]} and _one_party(a, b, beside)


def _one_deed(a: Claim, b: Claim, beside: Beside) -> bool:
    """Whether both date one class of deed, in the very clause that tells it."""
    deed = a.measure.split()[0]
    if deed != b.measure.split()[0] or _phase(a) != _phase(b):
        return False
    return all(one.rule in TOLD or beside.dates(one, sense(deed.partition("/")[0])) for one in (a, b))


def _phase(claim: Claim) -> str:
    """What of a deed a claim dates: its course, or its end; that it lasts is part of its course."""
    phase = claim.measure.split()[1:2]
    return "happen" if phase == ["hold"] else "".join(phase)


def _one_party(a: Claim, b: Claim, beside: Beside) -> bool:
    shared = beside.shared(a, b)
    if any(one.kind == "person" for one in shared) or len(shared) >= NAMES:
        return True
    return len((beside.words(a) & beside.words(b)) - _called(shared) - _said(a) - _said(b)) >= PLAIN


def _called(entities: list[Entity]) -> set[str]:
    """The senses of the words in names."""
    return {sense(word) for one in entities for name in (one.name, *one.names) for word in content_words(name.lower())}


def _said(claim: Claim) -> set[str]:
    """The senses of the words of a claim's value and of its deed."""
    return {sense(word) for word in (*content_words(claim.value.lower()), *claim.measure.split())}


TOLD = frozenset({"main event", "happenings time"})
"""Rules by which the time of a deed is read from the clause that tells it."""

NAMES, PLAIN = 2, 4
"""Names of places and bodies, and words besides names, that two sentences share when they tell of one happening."""

BY_PARTIES: dict[str, Callable[[Claim, Claim, Beside], bool]] = {"time": _one_day}
"""For each kind that may be sure by its parties, how it is asked."""
