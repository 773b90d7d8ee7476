"""Claims about how old somebody is.

Reads   the text beside people's names
Gives   figure claims with the measure "age"
Misses  ages that stand apart from any name or description that was linked ("she turned 40")
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.model import Claim, Entity, Mention, Name, Span

BY = "ages"
AFTER = re.compile(r"^,?\s*(?:\(|,|aged?\s|who is\s)\s*(?:aged?\s)?(\d{1,3})(?=\s*[,).;]|\s+years? old)")
"""The age behind a name: "Tara Reid, 33," and "Peter Guest (52)" and "Ann Hill, aged 40"."""

BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b([^.,;:]{0,60})$")
"""The age before a name: "the 33-year-old actress Tara Reid"; sixty characters hold the nouns between them."""

OLDEST = 122
"""Nobody is known to have lived longer than 122 years (Jeanne Calment)."""


def ages(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each age that stands beside a person's name, in text order."""
    text, found = context.article.text, {}
    for name in context.mentions.names:
        entity = context.at.get(name.span)
        if entity is None or entity.kind != "person" or not context.speaks(name.span):
            continue
        if name.value.form == "pronoun":
            continue
        after = AFTER.match(text[name.span.end : name.span.end + 24])
        sentence = context.sentence(name.span)
        before = BEFORE.search(text[sentence.start : name.span.start])
        if after:
            start = name.span.end + after.start(1)
            found[start] = _claim(context, Span(start, start + len(after[1])), entity)
        elif before and " and " not in before[2] and name.value.form == "name" and not _tells(context, before, name):
            start = sentence.start + before.start(1)
            found[start] = _claim(context, Span(start, start + len(before[1])), entity)
    return tuple(found[start] for start in sorted(found) if (found[start].low or 0) <= OLDEST)


def _tells(context: Context, before: re.Match[str], name: Mention[Name]) -> bool:
    """Whether a clause stands between an age and a name: then it is somebody else's."""
    between = Span(name.span.start - len(before[2]), name.span.start)
    return any(not clause.value.nominal for clause in within(context.mentions.clauses, between))


def _claim(context: Context, focus: Span, entity: Entity) -> Claim:
    years = float(context.text(focus))
    return make_claim(
        context,
        "figure",
        focus,
        measure="age",
        value=context.text(focus),
        subject=entity.name,
        low=years,
        high=years,
        unit="year",
        rule=BY,
    )
