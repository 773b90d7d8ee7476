"""Claims about how strong something is on a scale of few steps: "a category four storm", "Stage 3 cancer".

Reads   the name of a scale with a step of it, in words or figures
Gives   figure claims, of the scale's name
Misses  steps told without the scale ("upgraded to a four"); letters ("Category A")
"""

import re
from functools import cache

from twosource.check.claims.asking import around
from twosource.check.claims.making import certainty_of, make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context
from twosource.check.voices.chains import chain_of
from twosource.model import Claim, Span
from twosource.text.lexicon import table

BY = "levels"
LEAST = 2.0
"""A story that tells of a first category or stage hardly means the step of a scale."""


@cache
def _steps() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in table("number_words") if row[2] == "unit"}


@cache
def _level() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<scale>category|stage)[\s-](?P<step>[1-9]|{'|'.join(_steps())})\b(?![.,:/-]?\d)", re.I)


def levels(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each step of a scale, in text order."""
    found = []
    for told in _level().finditer(context.article.text):
        span, digits = Span(told.start(), told.end()), told["step"].lower()
        step = _steps()[digits] if digits in _steps() else float(digits)
        if step < LEAST or not context.speaks(span):
            continue
        found.append(_claim(context, span, told["scale"].lower(), step))
    return tuple(found)


def _claim(context: Context, span: Span, scale: str, step: float) -> Claim:
    return make_claim(
        context,
        "figure",
        span,
        measure=scale,
        value=" ".join(context.text(span).split()),
        subject=GENERIC,
        event=context.event_key(span),
        low=step,
        high=step,
        chain=chain_of(context, span),
        asked=around(context, span, span.end),
        value_key=" ".join(sorted(surroundings(context, span))),
        certainty=certainty_of(context, span),
        rule=BY,
    )
