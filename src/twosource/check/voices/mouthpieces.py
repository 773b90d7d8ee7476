"""Tell for whom a source speaks, and which of those named in it is the source.

Reads   a source's words, the names in it
Gives   the person or body that a spokesman, an office or a statement stands for; the one who acts; joint sources
Misses  mouthpieces whose owner the source does not name
"""

import itertools
import re

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singulars_of
from twosource.model import Entity, Span
from twosource.text.countries import nationality
from twosource.text.lexicon import mapping, words
from twosource.text.outlets import outlet_of

MOUTHPIECE = r"(?:office|press (?:office|service|secretary)|spokes(?:man|woman|person|people)|aides?)"
"""Words for those who speak in another's name; lawyers and agents have names of their own and speak for themselves."""

OF_MOUTHPIECE = re.compile(rf"['’]s?\s+{MOUTHPIECE}$", re.I)
"""How a name ends that is a mouthpiece's of somebody: "'s office"."""

OFFICE_AFTER = re.compile(rf"^['’]s?\s+(?:\w+\s+)?{MOUTHPIECE}\W*$", re.I)
OFFICE_BEFORE = re.compile(rf"\b{MOUTHPIECE}\s+(?:for|of|to)\s+(?:[\w.]+\s+){{0,4}}$", re.I)
"""Behind and before the one whose mouthpiece a source is."""

SPOKES = r"spokes(?:man|woman|person|people|men|women)"
TEXTS = "|".join(sorted(words("text_nouns") | {"story"}))
ISSUED = r"(?!seen|obtained|reviewed|viewed|read|cited|quoted|carried|leaked)\w+"
MOUTH_AFTER = re.compile(rf"^(?:\s+\w+)?\s+{SPOKES}\W*$", re.I)
ISSUED_BY = re.compile(
    rf"^(?:an?|the)?\s*(?:\w+\s+){{0,2}}(?:{TEXTS})s?\s+(?:{ISSUED}\s+)?(?:from|by|of)\s+(?:the\s+)?$", re.I
)

RELEASED_BY = re.compile(
    r"^(?:an?|the|its|their)?\s*(?:\w+\s+){1,3}(?:released|issued|published|compiled|put\s+out)\s+by\s+(?:the\s+)?$",
    re.I,
)
"""Before the body that gave out what the words name: "a tally published by the"."""

PRINTED_IN = re.compile(
    rf"^(?:an?|the|this)?\s*(?:\w+\s+){{0,2}}(?:{TEXTS})s?\s+(?:\w+ed\s+)?(?:in|on|at)\s+(?:the\s+)?$", re.I
)
"""Before the outlet that printed what the words name: "a report in the"."""

ASIDE = re.compile(r"\s*\(.*|,?\s+(?:which|that)\s.*$", re.S)
"""What a source's description adds that names nobody else: "this Times story (which credits a radio station)"."""

OWNED_THING = re.compile(r"^['’]s?\s+(?:[\w-]+\s+){0,3}([\w-]+)\W*$")
"""Behind the body whose thing the words name: "'s tide gauges"."""

OWNS = re.compile(r"^(?:his|her|its|their)\s+([\w-]+)['’]s?\s+(?:[\w-]+\s+){0,2}([\w-]+)\W*$", re.I)
TEXT_AFTER = re.compile(rf"^(?:['’]s?)?\s+(?:\w+\s+)?(?:{TEXTS})s?\W*$", re.I)
OTHER_HEAD = re.compile(r"\b(?:of|to|for|from|in|with|by|at|between|like|as|than|near|on|inside)\s", re.I)
ANOTHER = re.compile(r"\b[A-Z][\w.-]*\s+(?:and|or)\s")
END_OF_NAME = re.compile(r"^\W*$|^\s*[,;(–—]|^\s+(?:who|which|himself|herself|itself|themselves)\b")
JOINS = re.compile(r"^,?\s+(?:and|&|as well as)\s+(?:the\s+)?(?:[\w.-]+\s+){0,4}$", re.I)
LISTED = re.compile(r"^,\s+(?:the\s+)?$", re.I)


def joint_name(context: Context, source: Span) -> str:
    """Return the names of those who are named together as one source, "" when it is one alone.

    "Leeds and York" are; "Ann Lee, who heads the Bank of Leeds and York," is one.
    """
    linked = [name for name in within(context.mentions.names, source) if name.span in context.at]
    linked = [name for name in linked if name.value.form == "name" and name.value.kind != "group"]
    if len(linked) < 2 or not END_OF_NAME.match(context.article.text[linked[-1].span.end : source.end]):
        return ""
    gaps = [context.article.text[before.span.end : after.span.start] for before, after in itertools.pairwise(linked)]
    opened = context.article.text[source.start : linked[0].span.start]
    if not JOINS.match(gaps[-1]) or not all(JOINS.match(gap) or LISTED.match(gap) for gap in gaps):
        return ""
    if OTHER_HEAD.search(opened) or ANOTHER.search(opened):
        return ""
    names = list(dict.fromkeys(context.at[name.span].name for name in linked))
    return " and ".join(names) if len(names) > 1 else ""


def principal_of(context: Context, source: Span) -> Entity | None:
    """Return the person or body that a source speaks for or that issued it.

    Makei of "Makei's office" and "a spokesman for Makei", the bank of "a bank spokeswoman" and "a statement from the
    bank". None when the source is no mouthpiece and no text, or is itself a named person ("Putin's spokesman Dmitry
    Peskov").
    """
    told = context.text(source)
    aside = ASIDE.search(told)
    source = Span(source.start, source.start + aside.start()) if aside and aside.start() else source
    named = [
        name
        for name in within(context.mentions.names, source)
        if name.value.form == "name" and name.value.kind in ("person", "organisation")
    ]
    if not named and (owns := OWNS.match(context.text(source))):
        body = mapping("noun_kinds").get(owns[1].casefold()) == "organisation"
        owner = context.at.get(Span(source.start, source.start + context.text(source).find(" ")))
        return owner if body and _is_thing(owns[2]) else None
    if not named or len({name.value.text for name in named}) > 1:
        return None
    before = context.article.text[source.start : named[-1].span.start]
    after = context.article.text[named[-1].span.end : source.end]
    body = named[-1].value.kind == "organisation"
    if OFFICE_AFTER.match(after) or OFFICE_BEFORE.search(before) or (body and MOUTH_AFTER.match(after)):
        return context.at.get(named[-1].span)
    thing = OWNED_THING.match(after) if body else None
    if thing and _is_thing(thing[1]):
        return context.at.get(named[-1].span)
    if PRINTED_IN.match(before) and outlet_of(named[-1].value.text) is not None and not after.strip():
        return context.at.get(named[-1].span)
    if ISSUED_BY.match(before) or RELEASED_BY.search(before) or TEXT_AFTER.match(after):
        return context.at.get(named[-1].span)
    return None


def _is_thing(noun: str) -> bool:
    """Whether a noun names a finding or an instrument of somebody's, and nobody who speaks for himself: "sensors"."""
    forms = (noun.casefold(), noun.casefold().removesuffix("s"))
    return any(form in words("vouching_nouns") for form in forms) and not any(
        is_person(form) or form in mapping("noun_kinds") for form in forms
    )


def in_longer_name(context: Context, source: Span, who: str) -> bool:
    """Return whether all that a source has of a name is the place that a longer one ends with: "Environment Canada"."""
    found = [name for name in within(context.mentions.names, source) if name.value.text == who]
    places = [one for one in found if one.span in context.at and context.at[one.span].kind == "place"]
    before = [context.article.text[source.start : one.span.start] for one in places]
    return bool(found) and len(places) == len(found) and all(_is_named_after(words) for words in before)


def _is_named_after(before: str) -> bool:
    """Whether the words before a place, a noun with a capital the last of them, make it a part of a body's name."""
    last = before.split()[-1] if before.endswith(" ") and before.strip() else ""
    noun = any(is_noun(form) for form in singulars_of(last.casefold()))
    return last.istitle() and last.isalpha() and noun and not nationality(last)


def acting_entity(context: Context, source: Span) -> Entity | None:
    """Return the entity named inside a source that is the source: "Minister Makei" is, "an aide to Putin" is not.

    It is when it stands at the end of the phrase, or before a comma, and nothing before it says that somebody is "of"
    or "for" it or that it is one of several; people come first. "Belarusian state television" is not Belarus.
    """
    found = []
    for name in within(context.mentions.names, source):
        if name.span in context.at:
            before = context.article.text[source.start : name.span.start]
            if context.at[name.span].kind == "person":  # "the head of the bank, Ann Lee"; not "police in Arle, Malta"
                before = before.rpartition(",")[2]
            elif context.at[name.span].kind == "place" and _is_named_after(before):
                continue
            after = context.article.text[name.span.end : source.end]
            if not OTHER_HEAD.search(before) and not ANOTHER.search(before) and END_OF_NAME.match(after):
                found.append(context.at[name.span])
    return next((one for one in found if one.kind == "person"), found[0] if found else None)
