"""Tell a statement that only takes a stand on a thing from one that tells something of it: "condemned the attack".

Reads   statement and event claims
Gives   `is_stand`: whether a claim tells no more than how somebody speaks of a thing; `of_one_holder`: whether another
        claim may tell the stand of the same holder; `holder_of`: the words by which one knows that holder;
        `is_told_in`: whether a sentence tells a stand
Misses  stands whose verb is not listed

What two ministers say of a storm may be one thing, but that each of them mourned its dead is two: it is the speaker
who makes the statement, and whoever tells of the storm alone tells neither.
"""

import re
from functools import lru_cache

from twosource.check.language.words import WORD
from twosource.model import Claim
from twosource.text.calendar import WEEKDAY
from twosource.text.lexicon import words

VERBS = (
    r"(?:applaud|assail|call|condemn|congratulat|critici|decr(?:y|ied)|denounc|deplor|derid|dismiss|express|hail"
    r"|lament|laud|mock|mourn|object|prais|regret|ridicul|salut|thank|voic|welcom)\w*"
)
"""Verbs by which somebody takes a stand on the thing behind them, and tells nothing that others could tell of it."""

VERB = re.compile(rf"\b({VERBS})", re.I)
STEM = 5
"""Letters of a verb that all its forms share: "mourn", "condemned" and "condemnation"."""

BEFORE = r"(?:(?:has|have|had|also|again|\w+ly)\s+)*"
STAND = re.compile(rf"^{BEFORE}{VERBS}\s", re.I)
HOLDS = re.compile(rf"^(.+?)\s+{BEFORE}{VERBS}\b", re.S)
DEED = re.compile(VERBS)

NOBODYS = re.compile(rf"{WEEKDAY}|today|yesterday|government|president|minister|mr|mrs|ms", re.I)
"""Words beside a holder's name by which nobody is known."""


def is_stand(claim: Claim) -> bool:
    """Return whether a claim tells no more than that somebody takes a stand on a thing."""
    if claim.kind == "statement":
        return STAND.match(claim.value) is not None
    return claim.kind == "event" and DEED.fullmatch(claim.measure) is not None and HOLDS.match(claim.value) is not None


def of_one_holder(stand: Claim, other: Claim) -> bool:
    """Return whether another claim may tell a stand too: it is of the same speaker, or names the one whose stand it is.

    Names in common decide; a holder who is only described, and whom no word names, may be anybody.
    """
    holder = holder_of(stand)
    told = other.subject if other.kind == "statement" else other.value
    return not holder or bool(holder & _names(told))


def holder_of(stand: Claim) -> frozenset[str]:
    """Return the words by which the holder of a stand is known, in small letters."""
    if stand.kind == "statement":
        return _names(stand.subject)
    told = HOLDS.match(stand.value)
    return _names(told[1]) if told else frozenset()


def is_told_in(stand: Claim, sentence: str) -> bool:
    """Return whether a sentence tells a stand: it has its verb, in whatever form, and names the holder."""
    holder, verb = holder_of(stand), VERB.search(stand.value)
    named = not holder or bool(holder & _names(sentence))
    return named and verb is not None and verb[1][:STEM].casefold() in sentence.casefold()


@lru_cache(maxsize=10_000)
def _names(told: str) -> frozenset[str]:
    plain = {word.casefold().removesuffix("'s").removesuffix("’s") for word in WORD.findall(told)}
    return frozenset(word for word in plain - words("stopwords") if not NOBODYS.fullmatch(word))
