"""Tell what an outlet adds in passing to what somebody said: an age beside a name is not the speaker's word.

Reads   attributions around a place, names, roles
Gives   `in_passing` and `is_taken_for_known`: whether what stands there is the outlet's own
Misses  an age that a speaker without any office did give

In "the minister warned that 6-year-old Ivo must go back" the minister warns of something and tells no age. Who first
tells of somebody ("police said Tom Webb, 40, was hurt") may well be where the age is from, and so may the police and
all whose trade it is to know who people are; what they say in quotation marks is their own in any case.
"""

import re

from twosource.check.context import Context
from twosource.check.voices.antecedents import giver
from twosource.check.voices.chains import covering, speaks
from twosource.check.voices.going_on import headed
from twosource.model import Attribution, Mention, Span

TELLS = frozenset({"says", "confirms"})

CHARGES = re.compile(r"\b(?:charg|accus)", re.I)
"""Verbs by which prosecutors tell who did something."""

KNOWS = re.compile(
    r"\b(?:police\w*|sheriffs?|troopers?|deput(?:y|ies)|detectives?|officers?|investigators?|inspectors?|prosecutors?"
    r"|coroners?|medical examiners?|marshals?|constables?|sergeants?|superintendents?|lieutenants?|captains?|sgt|lt"
    r"|capt|det|supt|insp|const|attorneys?|lawyers?|hospitals?|doctors?|courts?|judges?|records?|documents?|affidavit"
    r"|complaint|indictment|officials?|authorit(?:y|ies)|f\.?b\.?i|fire|rescue|coast ?guard|spokes\w+)\b",
    re.I,
)
"""Words of those whose trade it is to know who somebody is."""

STATE = re.compile(
    r"\b(?:presidents?|prime minister|premier|chancellor|ministers?|senators?|representatives?|congress(?:man|woman)"
    r"|ambassadors?|candidates?|nominees?|diplomats?|legislators?|lawmakers?|sen|rep)\b",
    re.I,
)
"""Words of those who speak of affairs, and give nobody's age."""


def in_passing(context: Context, place: Span, bearer: str) -> bool:
    """Return whether the age of `bearer` ("" when not named) is the outlet's own though somebody is cited around it."""
    around = covering(context, place)
    if not around or any(one.value.form == "direct" for one in around) or giver(context, place) is not None:
        return False
    return not any(_gives(context, one, bearer) for one in around)


def is_taken_for_known(context: Context, time: Span, noun: Span) -> bool:
    """Return whether a day that stands before the noun it dates is the outlet's own in what somebody is told to say.

    In "Lee said that she was sad about last Friday's fire" it is the outlet that tells which fire.
    """
    between = context.article.text[time.end : noun.start] if time.end <= noun.start else "."
    around = covering(context, Span(time.start, noun.end))
    return bool(around and DATES.fullmatch(between)) and all(one.value.form == "indirect" for one in around)


DATES = re.compile(r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}")
"""Between a day and the noun that it dates: "Friday's fatal fire"."""


def _gives(context: Context, one: Mention[Attribution], bearer: str) -> bool:
    value = one.value
    told = speaks(context, value) or any(CHARGES.search(context.text(cue)) for cue in value.cue)
    if value.stance not in TELLS or value.negated or not value.source or not told:
        return False
    called = _called(context, value)
    if KNOWS.search(called):
        return True
    return not STATE.search(called) and not _named_before(context, bearer, min(part.start for part in value.content))


def _called(context: Context, attribution: Attribution) -> str:
    """A source in its words, with the name and the offices that it is known by."""
    entity = context.entity(attribution.source[0])
    known = (entity.name, *entity.roles) if entity is not None else ()
    return " ".join((context.text(attribution.source[0]), *known))


def _named_before(context: Context, bearer: str, start: int) -> bool:
    """Whether somebody is named before a place, in the text below the headline."""
    top = headed(context).end
    return bool(bearer) and any(
        top <= span.start and span.end <= start and entity.name == bearer for span, entity in context.at.items()
    )
