"""How a claim reached the reader: from the outlet back to whoever vouches for it.

Reads   attributions, entities, credits
Gives   a chain of names, nearest the reader first; the carrier itself is not in it
"""

import re

from twosource.check.context import Context, within
from twosource.model import Attribution, Entity, Mention, Span
from twosource.text.lexicon import words
from twosource.text.outlets import outlet_of

UNNAMED = "unnamed"
OFFICE = "'s office"
MOUTHPIECE = r"(?:office|press (?:office|service|secretary)|spokes(?:man|woman|person|people)|aides?)"
"""Words for those who speak in another's name; lawyers and agents have names of their own and speak for themselves."""

SUFFIX = re.compile(rf"['’]s?\s+{MOUTHPIECE}$", re.I)
OFFICE_AFTER = re.compile(rf"^['’]s?\s+(?:\w+\s+)?{MOUTHPIECE}\W*$", re.I)
OFFICE_BEFORE = re.compile(rf"\b{MOUTHPIECE}\s+(?:for|of|to)\s+(?:[\w.]+\s+){{0,4}}$", re.I)
END_OF_NAME = re.compile(r"^\W*$|^\s*[,;(–—]|^\s+(?:who|which|himself|herself|itself|themselves)\b")
OF_IT = re.compile(r"\b(of|to|for|from|in|with|by|at)\s+(the\s+)?$", re.I)
ARTICLE = re.compile(r"^(the|a|an|its|his|her|their|our)\s+", re.I)


def chain_of(context: Context, focus: Span, without: Mention[Attribution] | None = None) -> tuple[str, ...]:
    """Return the names of those who stand between the outlet and the words at `focus`, nearest the reader first.

    Each attribution whose content holds `focus` adds its source: a linked entity's name, or else the words of the
    text ("two officials"), or `UNNAMED` where the text names nobody ("reportedly"). `without` is left out.
    """
    names: list[str] = []
    for attribution in covering(context, focus):
        if attribution is without:
            continue
        name = source_name(context, attribution.value)
        if not names or names[-1] != name:
            names.append(name)
    if UNNAMED in names and len(names) > 1:
        names = [name for name in names if name != UNNAMED]
    return tuple(sorted(names, key=lambda name: outlet_of(name) is None))  # what a paper reports others told it


def covering(context: Context, focus: Span) -> tuple[Mention[Attribution], ...]:
    """Return the attributions whose content holds `focus`, the outermost first."""
    found = [
        attribution
        for attribution in context.mentions.attributions
        if any(content.start <= focus.start and focus.end <= content.end for content in attribution.value.content)
        and not any(source.overlaps(focus) for source in attribution.value.source)
    ]
    return tuple(sorted(found, key=lambda a: (-sum(c.end - c.start for c in a.value.content), a.span)))


def source_name(context: Context, attribution: Attribution) -> str:
    """Return the name of an attribution's source: its entity's, its name in the article, its words, or `UNNAMED`."""
    return name_of(context, attribution.source[0], attribution.who) if attribution.source else UNNAMED


def name_of(context: Context, span: Span, who: str = "") -> str:
    """Return the name of whoever is named or described at `span`; `who` is the name it has in the article, if known."""
    principal = principal_of(context, span)
    if principal is not None:
        return principal.name + OFFICE
    exact = context.at.get(span)
    if exact is not None:
        return exact.name
    entity = acting_entity(context, span)
    if entity is not None:
        return entity.name
    if who:
        return _canonical(context, who)
    described = ARTICLE.sub("", " ".join(context.text(span).split()))
    return UNNAMED if described.casefold() in words("pronouns") else described or UNNAMED


def _canonical(context: Context, name: str) -> str:
    """A name in the article as its entity is called, also when it is an office of one ("Makei's office")."""
    core = SUFFIX.sub("", name)
    for mention in context.mentions.names:
        if mention.value.text == core and mention.span in context.at:
            return context.at[mention.span].name + (OFFICE if core != name else "")
    return name


def principal_of(context: Context, source: Span) -> Entity | None:
    """Return the person or body that a source speaks for: Makei of "Makei's office", "a spokesman for Makei".

    None when the source is no mouthpiece, or is itself a named person ("Putin's spokesman Dmitry Peskov").
    """
    named = [
        name
        for name in within(context.mentions.names, source)
        if name.value.form == "name" and name.value.kind in ("person", "organisation")
    ]
    if not named or len({name.value.text for name in named}) > 1:
        return None
    before = context.article.text[source.start : named[-1].span.start]
    after = context.article.text[named[-1].span.end : source.end]
    if OFFICE_AFTER.match(after) or OFFICE_BEFORE.search(before):
        return context.at.get(named[-1].span)
    return None


def acting_entity(context: Context, source: Span) -> Entity | None:
    """Return the first entity named inside a source that is the source: "Minister Makei" is, "an aide to Putin" is not.

    It is when it stands at the end of the phrase, or before a comma, and nothing says that somebody is "of" or
    "for" it. "Belarusian state television" is not Belarus.
    """
    for name in within(context.mentions.names, source):
        if name.span in context.at:
            before = context.article.text[source.start : name.span.start]
            after = context.article.text[name.span.end : source.end]
            if not OF_IT.search(before) and END_OF_NAME.match(after):
                return context.at[name.span]
    return None
