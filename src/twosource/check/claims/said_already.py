"""What an attribution tells that is no statement of its source: what another says already, a topic, what is wondered.

Reads   an attribution and those that it stands in
Gives   `said_within`, `minded_by_another`, `relays`, `told_aside`, `is_wondered`, `names_its_topic`
Misses  speakers whom no cue tells
"""

import re

from twosource.check.claims.said_words import ASKS, between_marks
from twosource.check.context import Context, within
from twosource.check.voices.antecedents import RELATIVE
from twosource.check.voices.chains import UNNAMED, source_name
from twosource.check.voices.going_on import TELLS
from twosource.model import Attribution, Mention, Span, hull


def said_within(context: Context, attribution: Mention[Attribution], spoken: dict[Span, list[Attribution]]) -> bool:
    """Whether what one says stands in what is said already: "“I think it burned,” Lee said" is one statement of Lee's.

    Nor does anybody speak whom a quotation only speaks of at large: "we cannot have people deny it".
    """
    value = attribution.value
    if value.parent is None or not value.source:
        return False
    for outer in spoken.get(value.parent, ()):
        if (
            outer is value
            or not outer.source
            or not _is_spoken(context, outer)
            or not any(c.covers(value.cue[0]) for c in outer.content if value.cue)
        ):
            continue
        if (outer.form == "direct" and _at_large(context, value)) or (
            outer.stance in TELLS and _is_himself(context, value, outer)
        ):
            return True
    return False


def minded_by_another(context: Context, value: Attribution, spoken: dict[Span, list[Attribution]]) -> bool:
    """Whether another tells what is in somebody's mind: "Lee claimed that Moll supports the ban" is Lee's word."""
    if value.parent is None or value.stance != "believes" or not value.source:
        return False
    return any(
        outer is not value and bool(outer.source) and outer.stance in TELLS and not _is_himself(context, value, outer)
        for outer in spoken.get(value.parent, ())
    )


def _is_spoken(context: Context, value: Attribution) -> bool:
    """Whether what is said to be a quotation stands between marks as a whole."""
    return value.form != "direct" or all(between_marks(context, content) for content in value.content)


def _is_himself(context: Context, inner: Attribution, outer: Attribution) -> bool:
    """Whether one who says something in what another says is the same: "Lee said he thought it burned"."""
    if context.text(inner.source[0]).casefold() in ITSELF:
        return True
    return source_name(context, inner) == source_name(context, outer) != UNNAMED


def _at_large(context: Context, value: Attribution) -> bool:
    return not value.who and context.text(value.source[0]).casefold() in AT_LARGE


ITSELF = frozenset({"i", "we", "me", "us"})
AT_LARGE = frozenset(
    {"people", "they", "you", "everybody", "everyone", "some", "others", "men", "women", "folks", "one"}
)
"""Whoever somebody speaks of without meaning anybody."""


def names_its_topic(context: Context, value: Attribution) -> bool:
    """Whether a headline only opens with the name of whom it tells of: "Tom Webb: son held over fire"."""
    if value.form != "headline" or not value.source:
        return False
    if ASKS.match(context.text(value.content[0])):
        return True  # "Ferry Anna: what we know"
    entity = context.entity(value.source[0])
    said = " ".join(context.text(content) for content in value.content)
    return entity is not None and entity.kind == "person" and not SPOKEN.search(said)


SPOKEN = re.compile(r"\b(?:I|we|my|our|us|me)\b|[“”\"]|``|''|(?<!\w)['‘’]", re.I)


def is_wondered(context: Context, value: Attribution) -> bool:
    """Whether a sentence only wonders whether or when somebody will say it."""
    start = value.content[0].start
    return WONDERS.search(context.article.text, context.sentence(value.content[0]).start, start) is not None


WONDERS = re.compile(r"\b(?:wonder(?:s|ed|ing)?|imagine|suppose|what if|as if|as though)\b", re.I)


def relays(context: Context, attribution: Mention[Attribution]) -> bool:
    """Whether all that is said is what another said: "Ora quoted the mayor as saying ..." is the mayor's statement."""
    value = attribution.value
    whole = hull(value.content)
    for inner in within(context.mentions.attributions, whole):
        told = inner.value
        said = hull(told.content)
        if inner is attribution or not told.source or told.negated or told.stance not in TELLS or said == whole:
            continue
        if _is_himself(context, told, value):
            continue
        opened = LEADS.fullmatch(context.article.text[whole.start : told.source[0].start])
        if said.end == whole.end and opened and told.cue[0].start - told.source[0].end <= NEXT:
            return source_name(context, told) != UNNAMED
    return False


def told_aside(context: Context, value: Attribution) -> bool:
    """Whether what is said only describes somebody: "shot by police who claim that he drew" states that he was shot."""
    if not value.source or context.text(value.source[0]).casefold() not in RELATIVE:
        return False
    around = value.content[0].end <= value.source[0].start and value.source[0].end <= value.content[-1].start
    return not value.who or around  # "Kern, who ruled from abroad, took a mild view"


NEXT = len(" as also ")
"""Characters between a source and its cue where the cue is its verb and not that of another clause."""

LEADS = re.compile(r"\W*(?:that\s+)?", re.I)
