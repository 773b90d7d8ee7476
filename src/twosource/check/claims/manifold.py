"""Claims about how many died that one word counts: "a double murder", "the triple homicide".

Reads   article text
Gives   figure claims of the dead
Misses  "a double shooting", which may leave nobody dead; "twin killings"
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.context import Context
from twosource.model import Claim, Span

BY = "manifold"
TIMES = {"double": 2.0, "triple": 3.0, "quadruple": 4.0}
"""Words that count the dead of one crime."""

CRIME = re.compile(
    r"\b(?P<times>double|triple|quadruple)[\s-]+(?:axe\s+|fatal\s+)?(?:murder|homicide|killing|slaying)s?\b", re.I
)
ANOTHER = re.compile(
    r"\b(?:another|earlier|previous|unrelated|similar|former|separate|second|attempted|no|any|every)\s+$", re.I
)
"""Before a crime that is not the story's own, or was none."""


def manifold(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each crime whose name counts its dead, in text order."""
    text = context.article.text
    found = []
    for match in CRIME.finditer(text):
        focus = Span(match.start(), match.end())
        if context.speaks(focus) and not ANOTHER.search(text[max(0, focus.start - 16) : focus.start]):
            found.append(_claim(context, focus, TIMES[match["times"].lower()]))
    return tuple(found)


def _claim(context: Context, focus: Span, number: float) -> Claim:
    return make_claim(
        context,
        "figure",
        focus,
        measure="dead",
        value=" ".join(context.text(focus).split()),
        subject=GENERIC,
        low=number,
        high=number,
        rule=BY,
    )
