"""What a figure answers, in the text's own words: "homes were without power", "robbers stole diamonds worth …".

Reads   a quantity, its sentence
Gives   the words for `Claim.asked`
"""

import re

from twosource.check.claims.measures import MAGNITUDE, unit_of
from twosource.check.context import Context
from twosource.model import Mention, Quantity, Span
from twosource.text.lexicon import words

STOP = re.compile(r"[,;:()“”\"]|``|''|\.\s|\s[-–—]+\s|\b(?:who|which|that|when|while|after|before|because|as)\b")
"""Where the words that belong to a number end."""

ANOTHER = re.compile(
    r"\s+(?:and|but|along\s+with|as\s+well\s+as)\s+"
    r"(?:\w+ing\b|\w+ed\b|\d|(?:an?|the|his|her|its)\s|\w+\s+of\s"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|dozens|hundreds|thousands)\b)"
)
"""Where something else begins that is told of."""

ASKED = 8
"""Words of the text that a question holds at the most."""

BEFORE = 7
"""Words before a measure that say of what it is."""

GAP = "…"


def asked_of(context: Context, quantity: Mention[Quantity], measure: str) -> str:
    """Return what is counted and what it did ("homes were without power"), or what surrounds a measure, at `GAP`."""
    if measure.split()[0] == MAGNITUDE:
        return ""
    if unit_of(quantity.value):
        return around(context, quantity.span, quantity.span.end)
    item, sentence = quantity.value.item, context.sentence(quantity.span)
    if item is None or item.start < quantity.span.start:
        return ""
    return clause_words(context.article.text[max(item.start, quantity.span.end) : sentence.end])


def clause_words(rest: str) -> str:
    """Return the first words of a text, as far as they belong together."""
    told = ANOTHER.split(STOP.split(rest.strip(), maxsplit=1)[0], maxsplit=1)[0].split()[:ASKED]
    while told and told[-1].lower().strip(".") in words("stopwords"):
        told.pop()
    return " ".join(told).rstrip(" .”\"'")


def around(context: Context, span: Span, end: int) -> str:
    """Return the words of the clause on either side of a measure that goes up to `end`, the measure itself left out."""
    sentence, text = context.sentence(span), context.article.text
    before = STOP.split(text[sentence.start : span.start])[-1].split()[-BEFORE:]
    while before and before[0].lower() in words("stopwords"):
        before.pop(0)
    after = clause_words(text[end : sentence.end]) if re.match(r"\s", text[end : end + 1]) else ""
    return " ".join(f"{' '.join(before)} {GAP} {after}".split()) if before or after else ""
