"""Quantities in CQE's shape: value, unit, change, concepts.

CQE counts durations as quantities, so times that are durations are left to the quantities finder. It writes ranges as
"low-high", and "dozens" as 12 to 120. It takes "from A to B" for a range, and a noun of change ("a 3 percent drop")
for no change.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from twosource.annotate.parse import parse
from twosource.annotate.quantities import find_quantities
from twosource.annotate.times import find_times
from twosource.model import Article, Mention, Mentions, Quantity
from twosource.text.lexicon import table

PART = re.compile(r"(?i)\b(?:half|halves|thirds?|quarters?|fifths?|tenths?)$|\b(?:in|out of) (?:\d+|\w+)$")
"""Parts in words, whose unit CQE writes with a percent sign before what they are parts of."""


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield the quantities of each record."""
    for record in records:
        parsed = parse(Article(id=str(record["id"]), text=record["text"]))
        times = find_times(parsed, Mentions(""))
        found = Mentions("", times=tuple(m for m in times if m.value.type not in ("DURATION", "SET")))
        mentions = list(find_quantities(parsed, found))
        yield {"id": record["id"], "pred": [shaped(m, record["text"]) for m in joined(mentions, record["text"])]}


def joined(mentions: list[Mention[Quantity]], text: str) -> list[Mention[Quantity]]:
    """Return the mentions with "from A to B" made one range."""
    out: list[Mention[Quantity]] = []
    for mention in mentions:
        last = out[-1] if out else None
        if (
            last
            and re.search(r"\bfrom\s+\S{0,3}$", text[: last.span.start])
            and text[last.span.end : mention.span.start].strip(" $€£") == "to"
        ):
            value = msgspec.structs.replace(
                mention.value, low=last.value.low, high=mention.value.high, concepts=last.value.concepts
            )
            out[-1] = Mention(value, last.span, mention.by)
        else:
            out.append(mention)
    return out


def shaped(mention: Mention[Quantity], text: str) -> dict:
    """Return one quantity as CQE writes it."""
    quantity = mention.value
    low, high = quantity.low, quantity.high
    if low is None or high is None or low == high:
        value = str(low if low is not None else high)
    else:
        value = f"{low}-{high + 1 if high == 10 * low - 1 else high}"
    nouns = {row[0] for row in table("quantity_changes") if row[2] == "noun"}
    before = re.search(r"\b(\w+?)s? of\b[^.,;:]{0,20}$", text[: mention.span.start].lower())
    nominal = (quantity.item is not None and quantity.item.of(text).lower() in nouns) or (
        before is not None and before[1] in nouns
    )
    return {
        "value": value,
        "unit": quantity.unit or "-",
        "normalized_unit": ("% " if PART.search(mention.span.of(text)) else "") + (quantity.norm or "-"),
        "change": quantity.bound if nominal else quantity.change or quantity.bound,
        "concepts": list(quantity.concepts),
    }
