"""Whether two claims surely tell of one happening although their words say too little: by its day and its parties.

Reads   two claims of one kind, what stands beside them in their sentences
Gives   one_happening
Misses  a happening that one of two sentences only points at ("that night")

A day of the calendar, with its year, is a rare thing to share: two sentences of one story that give it to a deed of
one class, and name one person or two places or bodies in common, tell of one happening.
"""

from collections.abc import Callable

from twosource.check.judge.said_beside import Beside
from twosource.check.language.words import content_words, contrary, parted, sense
from twosource.check.tellings import deed_of, numbers_of
from twosource.model import Claim, Entity


def one_happening(a: Claim, b: Claim, beside: Beside) -> bool:
    """Two claims tell of one happening, by what their sentences name in common."""
    ask = BY_PARTIES.get(a.kind)
    if ask is None or a.chain or b.chain or not ask(a, b, beside):
        return False
    return not beside.attributed(a) and not beside.attributed(b)  # who announced it may be called by two names


def _one_day(a: Claim, b: Claim, beside: Beside) -> bool:
    """Both sentences give one day, with its year, to a deed of one class, and name one party or much else."""
    day = a.value_key
    if day != b.value_key or len(day) != len("1998-08-07") or not _one_deed(a, b, beside):
        return False
    return {a.event, b.event} <= {"", day[:4]} and _one_party(a, b, beside)


def _one_deed(a: Claim, b: Claim, beside: Beside) -> bool:
    """Whether both date one class of deed, in the very clause that tells it."""
    deed = a.measure.split()[0]
    if deed != b.measure.split()[0] or _phase(a) != _phase(b):
        return False
    return all(one.rule in TOLD or beside.dates(one, sense(deed.partition("/")[0])) for one in (a, b))


def _one_place(a: Claim, b: Claim, beside: Beside) -> bool:
    """Both clauses put a deed of one class at one place, and their sentences name more in common than that."""
    if a.value_key != b.value_key or not {a.rule, b.rule} <= PLACED:
        return False
    if a.event != b.event or a.measure.split()[0] != b.measure.split()[0] or _phase(a) != _phase(b):
        return False
    others = [one for one in beside.shared(a, b) if _called([one]).isdisjoint(_said(a) | _said(b))]
    plain = len(_plain(a, b, beside))
    return any(one.kind == "person" for one in others) or plain >= (BESIDE if others else ALONE)


def _one_telling(a: Claim, b: Claim, beside: Beside) -> bool:
    """Both tell a deed of one class and one person, their sentences name another one too, and share a plain word."""
    if {a.rule, b.rule} != {"happenings"} or a.polarity != b.polarity or a.scope != b.scope:
        return False
    if not _people(a) & _people(b) or deed_of(a) != deed_of(b) or deed_of(a) in SERIAL:
        return False
    first, second = parted(a.value_key), parted(b.value_key)
    counted = [numbers_of(stems) for stems in (first, second)]
    if (all(counted) and not counted[0] & counted[1]) or contrary(first, second):
        return False
    shared = beside.shared(a, b)
    plain = (first & second) - _called(shared) - {deed_of(a)}
    return sum(one.kind == "person" for one in shared) >= PEOPLE and bool(plain)


def _people(claim: Claim) -> set[str]:
    return {party for party in claim.subject.split("|") if party.startswith("person:")}


def _phase(claim: Claim) -> str:
    """What of a deed a claim dates: its course, or its end; that it lasts is part of its course."""
    phase = claim.measure.split()[1:2]
    return "happen" if phase == ["hold"] else "".join(phase)


def _one_party(a: Claim, b: Claim, beside: Beside) -> bool:
    shared = beside.shared(a, b)
    if any(one.kind == "person" for one in shared) or len(shared) >= NAMES:
        return True
    return len(_plain(a, b, beside)) >= PLAIN


def _plain(a: Claim, b: Claim, beside: Beside) -> frozenset[str]:
    """The words that both sentences share besides names, the deed and the value."""
    return (beside.words(a) & beside.words(b)) - _called(beside.shared(a, b)) - _said(a) - _said(b)


def _called(entities: list[Entity]) -> set[str]:
    """The senses of the words in names."""
    return {sense(word) for one in entities for name in (one.name, *one.names) for word in content_words(name.lower())}


def _said(claim: Claim) -> set[str]:
    """The senses of the words of a claim's value and of its deed."""
    return {sense(word) for word in (*content_words(claim.value.lower()), *claim.measure.split())}


TOLD = frozenset({"main event", "happenings time"})
"""Rules by which the time of a deed is read from the clause that tells it."""

SERIAL = frozenset(map(sense, ("win", "lose", "score", "meet", "say", "speak", "visit", "attack", "protest", "call")))
"""Classes of deeds that the same two people do to each other again and again."""

NAMES, PLAIN = 2, 4
"""Names of places and bodies, and words besides names, that two sentences share when they tell of one happening."""

PLACED = frozenset({"main event", "happenings"})
"""Rules by which the place of a deed is read from the clause that tells it."""

BESIDE, ALONE = 1, 3
"""Plain words that two sentences about one deed at one place share where they name another party too, and where not."""

PEOPLE = 2
"""People that two sentences name where they tell of one deed of one of them."""

BY_PARTIES: dict[str, Callable[[Claim, Claim, Beside], bool]] = {
    "time": _one_day,
    "venue": _one_place,
    "event": _one_telling,
    "statement": _one_telling,
}
"""For each kind that may be sure by its parties, how it is asked."""
