"""Claims about which of several like places something is at: the north bank or the south bank.

Reads   the words of each sentence
Gives   venue claims
Misses  sides that are named without a direction ("the far bank")
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.language.words import stem
from twosource.model import Claim, Span

BY = "sides"
DIRECTION = r"(?:north|south|east|west|northern|southern|eastern|western|left|right|upper|lower)"
SIDE = r"(?:bank|side|shore|shoreline|end|wing|tower|edge|coast|lane|platform|entrance|gate|slope|runway|terminal)"
PHRASE = re.compile(
    rf"\b(?:an?|the|its|their|his|her)\s+(?:\w+\s+)?(?P<thing>[a-z]+)"
    rf"(?:\s+(?:that|which)\s[^,.;]{{1,40}}?)?(?:\s+(?:stands?|stood|lay|lies|is|was|were|are|sits?|sat))?"
    rf"\s+(?:on|at|in|along|near)\s+(?P<where>the\s+(?P<direction>{DIRECTION})\s+(?P<side>{SIDE}))\b",
    re.I,
)
"""A thing and the side it is on, with at most a short relative clause and a verb of standing between."""


def sides(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each thing that is said to be on one side of something, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        for match in PHRASE.finditer(context.text(sentence)):
            if context.speaks(sentence):
                found.append(_claim(context, sentence, match))
    return tuple(found)


def _claim(context: Context, sentence: Span, match: re.Match[str]) -> Claim:
    direction = match["direction"].lower().removesuffix("ern")
    return make_claim(
        context,
        "venue",
        Span(sentence.start + match.start("where"), sentence.start + match.end("where")),
        measure=f"{stem(match['thing'].lower())} {match['side'].lower()} hold",
        value=match["where"],
        value_key=f">side:{direction}",
        rule=BY,
    )
