"""Claims about how old somebody is.

Reads   the ages in a text, the names and descriptions beside them
Gives   figure claims with the measure "age"; of somebody only described, with whom the article tells of most beside
Misses  ages that stand apart from any name or description ("she turned 40")
"""

import re
from collections import Counter
from typing import Any

from twosource.check.claims.age_owners import Whose, is_known, whose_age
from twosource.check.claims.aged import Aged, aged
from twosource.check.claims.making import certainty_of, make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.context import Context
from twosource.check.voices.in_passing import in_passing
from twosource.model import Claim, Span

BY = "ages"
THEN = " then"
"""How the rule of an age ends that an older event's sentence gives: it may be the age of that time."""

BARE = " bare"
"""In the rule of an age told of nobody but a pronoun or "the 15-year-old": whose it is the other articles must tell."""

THE = " the"
"""In the rule of an age of somebody described as known: "the 39-year-old plumber" has been told of before."""

ONLY = " only"
"""In the rule of an age of a child without a name, where the article tells of no other child's."""

BOTH = " other"
"""In the rule of the second claim of two people who are "both 51"."""

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
"""In a sentence that gives an age: it may be the age of that year."""


def ages(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each age that stands beside a person's name or describes somebody, in text order."""
    cast, found = _cast(context), []
    for told in aged(context):
        if not told.bounded and context.speaks(told.span):
            for number, whose in enumerate(whose_age(context, told, cast[0])):
                other = BOTH if number else BARE if whose.bare else THE if _is_known_of(context, told, whose) else ""
                found.append(_claim(context, told, whose, cast, other))
    return tuple(found)


def _is_known_of(context: Context, told: Aged, whose: Whose) -> bool:
    """Whether a description stands behind "the": "the 39-year-old plumber", "the plumber, a 39-year-old"."""
    sentence = context.sentence(told.span)
    before = context.text(Span(sentence.start, told.whole.start))
    noun = re.escape(whose.described.split(" ")[-1]) if whose.described else "-"
    return bool(
        not whose.name and re.search(rf"\b[Tt]he\s(?:{KNOWN_WORDS}{noun}\b[^,;]*(?:,\s(?:an?\s)?|\s\()?)?$", before)
    )


KNOWN_WORDS = r"(?:[\w'’-]+\s){0,3}?"
"""Words between "the" and the noun of a description."""


def _claim(context: Context, told: Aged, whose: Whose, cast: list[str], other: str) -> Claim:
    then = context.event_key(told.span) or YEAR.search(context.text(context.sentence(told.span)))
    number = context.text(told.span)
    before = Span(max(0, told.whole.start - NEAR), told.whole.start)
    hedged = certainty_of(context, told.span) if BELIEVED.search(context.text(before)) else "said"
    own: dict[str, Any] = {"chain": ()} if told.form != "is" and in_passing(context, told.span, whose.name) else {}
    return make_claim(
        context,
        "figure",
        told.span,
        **own,
        measure="age",
        value=number if told.unit == "year" else f"{number} {told.unit}s",
        subject=whose.name or GENERIC,
        low=told.years,
        high=told.years,
        unit=told.unit,
        event="",
        asked=whose.described,
        value_key="" if whose.name and not whose.bare else " ".join(name.replace(" ", "_") for name in cast),
        certainty=hedged,
        deed=whose.told_of,
        rule=BY + other + (THEN if then else ""),
    )


BELIEVED = re.compile(
    r"\b(?:believed|thought|reported|said|perhaps|possibly|maybe|about|around|reportedly)\b[^,.;]*$", re.I
)

NEAR = 40
"""Characters before an age that hold how sure it is: what may become of somebody of 58 says nothing of the age."""


def _cast(context: Context) -> list[str]:
    """The names of the three whom the article speaks of most; the first is "" when two are spoken of as often."""
    counts = Counter(context.at[name.span].name for name in context.mentions.names if is_known(context, name))
    told = [*counts.most_common(3), ("", 0), ("", 0)]
    names = [name for name, count in told if count]
    return names if told[0][1] > told[1][1] else ["", *names]
