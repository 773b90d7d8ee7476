"""Claims about how many of those just told of did or were something: "four men, two of them dressed as guards".

Reads   sentences, with the noun before the number
Gives   figure claims that are a part of a known number
Misses  parts told in another sentence ("Two wore masks")
"""

import re
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context
from twosource.check.language.numbers import numbers_in_words
from twosource.check.language.plurals import singular
from twosource.model import Claim, Span

BY = "figures part"
LONGEST = 8
"""Words of what the part did that a question holds."""


@cache
def _part() -> re.Pattern[str]:
    """A noun, a break, a number, and what so many of them did or were."""
    numbers = "|".join(numbers_in_words())
    return re.compile(
        r"\b(?P<noun>[^\W\d_]+)\s*(?:,|--|[-–—(])\s*(?:(?:including|at\s+least|some)\s+)?"
        rf"(?P<number>\b(?:{numbers}|\d{{1,3}})\b)\s+"
        r"(?:of\s+(?:whom|them)\s+(?P<of>(?:(?:was|were|are|is|had|have|has)\s+)?(?:\w+(?:ed|ing|en)|worn|hidden|still)\b)"
        r"|(?P<bare>(?:dressed|disguised|armed|masked|injured|wounded|wearing|carrying|posing|aged)\s+(?:as|with|in|by|like)\b))"
        r"(?P<rest>[^,;:()–—.]{0,80}?)(?=\s*(?:[,;:()–—.]|--|\s-\s|$))",
        re.I,
    )


def parts(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each number of some of those just told of, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        if not context.speaks(sentence):
            continue
        for match in _part().finditer(context.text(sentence)):
            noun = singular(match["noun"])
            if noun:
                did = f"{match['of'] or match['bare']}{match['rest']}".split()[:LONGEST]
                span = Span(sentence.start + match.start("number"), sentence.start + match.end("number"))
                found.append(_claim(context, span, noun, f"of the {match['noun']} {' '.join(did)}"))
    return tuple(found)


def _claim(context: Context, span: Span, noun: str, asked: str) -> Claim:
    told = context.text(span).lower()
    number = float(told) if told.isdigit() else numbers_in_words()[told]
    return make_claim(
        context,
        "figure",
        span,
        measure=noun,
        value=context.text(span),
        subject=GENERIC,
        low=number,
        high=number,
        value_key=" ".join(sorted(surroundings(context, span))),
        asked=asked,
        rule=BY,
    )
