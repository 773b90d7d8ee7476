"""Names, quantities and times as typed spans.

The data marks phrases and not names alone: a person's span holds the title, descriptions and pronouns count, and what
stands inside a marked phrase is not marked again. So of nested mentions only the outermost is given, and possessive
pronouns, which the data leaves out, are too. A country that acts as a government is an Organisation there.
"""

from collections.abc import Iterator
from pathlib import Path

from twosource.annotate import annotate
from twosource.model import Article, Mentions, Span

KINDS = {"person": "Person", "organisation": "Organisation", "place": "Location", "group": "Organisation"}
POSSESSIVE = frozenset({"my", "your", "his", "her", "its", "our", "their"})
MONEY = frozenset({"dollar", "euro", "pound sterling", "yen", "rouble", "ruble", "yuan", "rupee", "franc", "cent"})


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield the typed spans of each record."""
    for record in records:
        found = annotate(Article(id=record["id"], text=record["text"]))
        spans = sorted((*phrases(found, record["text"]), *values(found, record["text"])))
        yield {"id": record["id"], "pred": [{"start": s.start, "end": s.end, "type": kind} for s, kind in spans]}


def phrases(found: Mentions, text: str) -> list[tuple[Span, str]]:
    """Return the outermost spans for persons, bodies and places."""
    titled = {role.value.holder_span: role.span for role in found.roles if is_title(role, text)}
    governments = {place.span for place in found.places if place.value.use == "government"}
    counts = {quantity.span.start: quantity.span.end for quantity in found.quantities}
    spans = []
    for name in found.names:
        kind = KINDS.get(name.value.kind)
        if name.value.form == "pronoun" and name.span.of(text).lower() in POSSESSIVE:
            continue
        if name.value.kind == "group" and name.value.form == "name" and name.value.chain < 0:
            kind = "Nationality"
        if name.span in governments:
            kind = "Organisation"
        if kind:
            span = titled.get(name.span, name.span)
            start = counts.get(span.start, span.start)  # the data marks "352" and "people" apart
            start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
            spans.append((Span(start, span.end) if start < span.end else span, kind))
    return outermost(spans)


def is_title(role, text: str) -> bool:
    """Whether a role's words stand before its holder's name, with no comma between."""
    holder, office = role.value.holder_span, role.value.office_span
    if holder is None or office is None or role.value.relation != "office":
        return False
    return office.end <= holder.start and "," not in text[office.end : holder.start]


def outermost(spans: list[tuple[Span, str]]) -> list[tuple[Span, str]]:
    """Return the spans that lie in no other; of equal ones the first."""
    kept: list[tuple[Span, str]] = []
    for span, kind in sorted(spans, key=lambda one: (one[0].start, -one[0].end)):
        if not kept or span.end > kept[-1][0].end:
            kept.append((span, kind))
    return kept


def values(found: Mentions, text: str) -> Iterator[tuple[Span, str]]:
    """Yield quantities, sums of money and times; "now" is no time there, "one" no quantity."""
    dated = [time.span for time in found.times]
    for quantity in found.quantities:
        span = quantity.span
        note = text[span.start - 1 : span.start] + text[span.end : span.end + 1] == "[]"
        if note or span.of(text).lower() == "one" or any(time.overlaps(span) for time in dated):
            continue
        yield span, "Money" if quantity.value.norm in MONEY else "Quantity"
    for time in found.times:
        if not time.value.value.endswith("_REF"):
            yield time.span, "Temporal"
