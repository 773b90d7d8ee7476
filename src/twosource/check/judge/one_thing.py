"""How sure it must be, for each kind of fact, that two claims tell of one thing before they can confirm each other.

Reads   two claims of one question
Gives   whether they surely tell of one thing: `surely_one`, by the table `ONE_THING`
Misses  two tellings of one deed in words that share too little

Lining up is generous, so that who carries a thing is found in whatever words; confirming is strict.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from twosource.check import tellings
from twosource.check.accounts import ALSO_COUNTED
from twosource.check.carry import also, quoted
from twosource.check.carry.also_placed import BY as ALSO_PLACED
from twosource.check.carry.also_when import BY as ALSO_DATED
from twosource.check.events.main_events import NOUN
from twosource.check.figures import one_count
from twosource.check.judge.otherwise import otherwise
from twosource.check.language.opposed import opposed
from twosource.check.language.put_at import places_put
from twosource.check.language.words import senses
from twosource.model import Claim


def _always(a: Claim, b: Claim) -> bool:
    """Claims of other kinds are lined up by slots, which settle what they are about."""
    return True


def _of_somebody(a: Claim, b: Claim) -> bool:
    """The happening that is dated or placed is the story's own phase, or of one by name: attacks are many, and so are
    the votes on one bill.
    """
    own = [claim.rule == "sides" or bool(PHASES.intersection(claim.measure.split()[-2:])) for claim in (a, b)]
    if all(own):
        return True
    one, other = ({party for party in claim.subject.split("|") if ":" in party} for claim in (a, b))
    return bool(one & other) or (any(own) and bool(one or other))


def _told_in_full(a: Claim, b: Claim) -> bool:
    """Both tell the deed, and do not only name it ("hours after the heist") or hold its words or a phrase of it.

    How long ago it was ("twelve weeks ago") is a figure that a third may dispute, and is confirmed by nothing here.
    """
    if a.rule in CARRIED or b.rule in CARRIED or not tellings.surely_one(a, b):
        return False
    return not (AGO.search(a.value) and AGO.search(b.value))


def tells_else(a: Claim, b: Claim) -> bool:
    """Two tellings of one deed differ in what a reader would take for confirmed: a place, a number, for or against."""
    if a.kind not in ("event", "statement"):
        return False
    return _elsewhere(a.value, b.value) or _counts_more(a, b) or opposed(a.value, b.value) or otherwise(a, b)


def _counts_more(a: Claim, b: Claim) -> bool:
    """Whether one of two tellings gives a number and the other none: what is shown would say more than one source.

    Ages, dates and times of day are told in passing, and so is how many a deed was done with, by or on.
    """
    first, second = (_counted(claim.value) for claim in (a, b))
    return bool(first) != bool(second)


@lru_cache(maxsize=50_000)
def _counted(value: str) -> frozenset[str]:
    """The numbers of what a telling says first, without what went with it: "after pulling a gun on two guards"."""
    return frozenset(tellings.numbers_of(senses(BESIDES.split(IN_PASSING.sub(" ", value))[0])))


BESIDES = re.compile(r",\s|\b(?:after|before|when|while|as|who|which|that)\s")

IN_PASSING = re.compile(
    r",\s*\d{1,3}(?=\W|$),?|\b\d+-year-olds?\b|\b(?:19|20)\d\d\b|\b[A-Z][a-z]+\.?\s+\d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+\b|\b\d{1,2}(?:[:.]\d\d)?\s*[ap]\.?m\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:on|of|with|by|from|at|in|between|among)\s+(?:the\s+|his\s+|her\s+|its\s+|their\s+)?[a-z]+\b"
)


def _elsewhere(a: str, b: str) -> bool:
    """Whether two tellings put a deed at two places, and neither has the other's: "met in Geneva", "met in Vienna"."""
    places = [places_put(value) for value in (a, b)]
    if not all(places):
        return False
    return not any(place in other for here, other in ((places[0], b), (places[1], a)) for place in here)


def _same_office(a: Claim, b: Claim) -> bool:
    """Both give the person one office, in whatever words before its noun: a judge is no author, who may be both."""
    if any(claim.measure.startswith("member") for claim in (a, b)):
        return True
    one, other = _office_nouns(a), _office_nouns(b)
    return any(noun == another and _one_hold(held, how) for noun, held in one for another, how in other)


def _one_hold(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two hold an office in one way: who once held it is still called by it, an acting one was none before."""
    return a == b or (not (a and b) and a | b <= GONE)


GONE = frozenset({"former", "ex", "then", "late", "retired"})


def _office_nouns(claim: Claim) -> set[tuple[str, frozenset[str]]]:
    """The nouns of a role claim's offices, "chief" of "police chief" and of "chief of police", and how each is held."""
    offices = claim.measure.partition(": ")[2].casefold().split("; ")
    named = [re.split(r" (?:of|for) ", SECOND.sub(r"\1 ", office))[0].split() for office in offices]
    return {(words[-1], HELD.intersection(words[:-1])) for words in named if words}


HELD = GONE | {
    *("acting", "interim", "caretaker", "incoming", "outgoing", "designate"),
    *("deputy", "vice", "assistant", "associate", "honorary"),
}
"""Words before an office that say how it is held, or that it is the second one: a closed class."""

SECOND = re.compile(r"\b(vice|ex|deputy)-")


AGO = re.compile(r"\b(?:days?|weeks?|months?|years?)\s+(?:ago|earlier|before|later)\b", re.I)

CARRIED = frozenset({NOUN, also.BY, quoted.BY})
"""Rules of claims that only carry what others tell: they have not been taken apart."""


ALIKE = frozenset({ALSO_COUNTED, ALSO_PLACED, ALSO_DATED})
"""Rules of claims that have a number, a place or a time of others in a sentence that means much the same."""

PHASES = frozenset({"start", "hold", "end"})

ONE_THING: dict[str, Callable[[Claim, Claim], bool]] = {
    "figure": one_count.surely_one,
    "time": _of_somebody,
    "venue": _of_somebody,
    "event": _told_in_full,
    "statement": _told_in_full,
    "role": _same_office,
}
"""How sure it must be, for each kind, that two claims tell of one thing before they can confirm each other."""


def surely_one(a: Claim, b: Claim) -> bool:
    """Two claims of one kind tell of one thing, as surely as their kind asks; what was found by its likeness never."""
    if ALIKE.intersection((a.rule, b.rule)):
        return False
    return ONE_THING.get(a.kind, _always)(a, b)
