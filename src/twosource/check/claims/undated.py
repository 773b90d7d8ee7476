"""Which times near a deed do not date it: part of a name or a dateline, one of two, or reckoned from another day.

Reads   a time, the noun or verb that a parse gives it to, the text around them
Gives   whether no deed can safely be given that time
Misses  a time that a parse gives to the wrong one of two verbs
"""

import re

from twosource.check.context import Context, within
from twosource.check.coreference.words import noun_kind
from twosource.check.language.nouns import is_noun
from twosource.model import Clause, Mention, Span, Time
from twosource.text.calendar import WEEKDAY
from twosource.text.lexicon import mapping

RECKONED = re.compile(
    r"\b(?:the|that|this)\s+(?:very\s+)?(?:same\s+)?(?:next|following|previous|preceding|same)\s+\w+$"
    r"|\b(?:that|those)\s+(?:same\s+)?(?:day|night|morning|evening|afternoon|week|weekend|month|year|summer|winter)s?$"
    r"|\b(?:day|night|morning|evening|afternoon|hour|week|month|year|decade)s?\s+(?:earlier|later|before|after)$"
    r"|\bearl(?:y|ier)\s+that\s+\w+$|\bover\s+the\s+next\b",
    re.I,
)
"""A time that is counted from another one, told before: which day it is the words alone do not say."""

YEAR = re.compile(r"\d{4}")
MAKE = re.compile(r"\s+[A-Z][A-Za-z]*\w")
OWNER = re.compile(r"(?:\b(?:an?|the|his|her|their|its|my|our|your)|['’]s)\s+(?:[a-z]+\s+)?$")
"""Around a year that is part of the name of a make: "his 2013 Norby Comet"."""

DAY_NAMED = re.compile(rf"{WEEKDAY}\b|(?:Today|Tonight|Yesterday|Tomorrow)\b")
CAPITALISED = re.compile(r"\b(?P<word>[A-Z][a-z]+)\s$")

OR_ANOTHER = re.compile(r"\s+(?:or|to|through|until|till)\s+(?:(?:early|late|on|in|about|around)\s+)?")
"""Between two times of which a parse may keep one: "from June 2 to July 6", "either May 2 or May 3"."""

AND = re.compile(r"\s+(?:and|or)\s+(?:in\s+)?")
"""Between two years."""

DATELINE = re.compile(
    r"^\W*(?:[A-Z][A-Z.'’-]+\s*){1,4}(?:,\s*[A-Z][\w.'’]+(?:\s[\w.'’]+){0,3})?\s*(?:\([^()]{2,40}\)\s*)?(?:—|–|--|-\s|:)"
    r"|^\W*(?:[A-Z][A-Z.'’-]+\s+){0,3}[A-Z][A-Z.'’-]{3,},\s[^—–:a-z]{2,30}:"
)
"""The place, the day and the agency before the first sentence of a report."""

LEADS = re.compile(
    r"\b(?P<lead>about|into|over|for|in|of|to|on|from)\s+(?:the|his|her|their|this|that)\s+(?:\w+\s+){0,2}$", re.I
)
"""Before a noun for an event that the reader knows of: a time behind it may be that of the verb."""

ALSO_THEN = frozenset(
    {"die", "kill", "injure", "wound", "hurt", "destroy", "damage", "shoot", "lose", "perish", "burn", "be", "win",
     "score", "collapse", "rob", "steal", "hit", "strike"}
)  # fmt: skip
"""Verbs that tell what was done in an event: they are of its own time."""

SET_UP = frozenset(
    {"announce", "call", "call for", "plan", "schedule", "promise", "propose", "order", "organise", "organize",
     "declare", "threaten", "advertise", "demand", "want", "expect", "await", "cancel", "postpone"}
)  # fmt: skip
"""Verbs whose object is yet to come: a day behind it is that of the object."""

PURPOSE = re.compile(r"\b(?:time|date|day|moment)\s+of\s+$", re.I)
"""Before a verb in "-ing" that says when one wrote: "at the time of filing this report"."""


def is_undated(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Return whether a time that a parse gives to a clause's deed cannot safely be taken for it."""
    if is_no_day(context, time.span):
        return True
    value = clause.value
    if value.nominal:
        return of_another(context, clause.span, time.span)
    if not value.tense and PURPOSE.search(context.article.text, context.sentence(clause.span).start, clause.span.start):
        return True
    if value.predicate not in ALSO_THEN and is_of_a_noun(context, clause.span, time.span):
        return True
    return value.predicate in SET_UP and not value.passive and _is_of_object(clause, time.span)


def is_of_a_noun(context: Context, verb: Span, time: Span) -> bool:
    """Return whether a time behind a verb only says which event a noun means: "held in the May 3 raid", "held in the
    raid of last year that killed two".
    """
    if time.start < verb.end:
        return False
    text, sentence = context.article.text, context.sentence(verb)
    if KNOWN.search(text, verb.end, time.start) and (behind := NOUNS.match(text, time.end, sentence.end)):
        return any(is_noun(word.lower()) or noun_kind(word.lower()) for word in behind[1].split())
    between = text[verb.end : time.start]
    if WHICH.match(text, time.end, sentence.end) is None:
        return False
    return any(noun_kind(word) or noun_kind(word.removesuffix("s")) for word in between.lower().split())


KNOWN = re.compile(r"\b(?:in|of|for|with|from|after|over|to|about)\s+(?:the|an?|his|her|their|its|this|that)\s+$", re.I)
"""Before a time that says which of several things is meant."""

NOUNS = re.compile(r",?\s+((?:[a-z][\w-]*\s+)?[a-z][\w-]*)\b")
WHICH = re.compile(r"\s+(?:that|which)\s+[a-z]+")
"""Behind a time that stands in the phrase of a noun."""


def is_no_day(context: Context, time: Span) -> bool:
    """Return whether a time tells no day alone: it is reckoned from another, is part of a name, or is one of two."""
    text = context.text(time)
    return (
        RECKONED.search(text) is not None
        or _is_aim(context, time)
        or _in_feast(context, time)
        or _in_range(context, time)
        or _in_name(context, time)
        or _one_of_two(context, time)
        or in_dateline(context, time)
    )


def _is_aim(context: Context, time: Span) -> bool:
    """Whether a time is only what one goes towards, or how long something is for."""
    text = context.article.text
    before = text[context.sentence(time).start : time.start]
    return AIM.search(before) is not None or (FOR.search(before) is not None and " from " in context.text(time))


AIM = re.compile(
    r"\b(?:towards?|ahead\s+of|in\s+advance\s+of|leading\s+up\s+to|in\s+the\s+run-up\s+to)\s+(?:the\s+)?$", re.I
)
FOR = re.compile(r"\bfor\s+(?:about\s+|some\s+|the\s+)?$", re.I)


def _in_feast(context: Context, time: Span) -> bool:
    """Whether the name of a feast is part of another: "the Good Friday Agreement", "the Election Day rally" is not."""
    text = context.text(time)
    feast = FEAST.fullmatch(text)
    behind = TITLED.match(context.article.text, time.end)
    return feast is not None and behind is not None and is_noun(behind[1].lower())


FEAST = re.compile(rf"(?!{WEEKDAY}\b)[A-Z][a-z]+(?:['’]s)?\s+(?:[A-Z][a-z]+\s?)+")
TITLED = re.compile(r"\s([A-Z][a-z]+)\b")


def _in_range(context: Context, time: Span) -> bool:
    """Whether a date is one end of a span of days: "June 3-July 7"."""
    text = context.article.text
    if not text[time.start : time.end].strip()[:1].isalnum():
        return False
    ahead = DASHED.search(text, max(context.sentence(time).start, time.start - LONGEST), time.start)
    behind = TO_DATE.match(text, time.end)
    return ahead is not None or (behind is not None and not YEAR.fullmatch(context.text(time)))


DASHED = re.compile(r"\b[A-Z][a-z]{2,8}\.?\s\d{1,2}\s?[–—-]\s?$")
TO_DATE = re.compile(r"\s?[–—-]\s?(?:[A-Z][a-z]{2,8}\.?\s)?\d{1,2}\b(?![:.\d])")


def in_dateline(context: Context, span: Span) -> bool:
    """Return whether something stands in the line of place and day before a report."""
    sentence = context.sentence(span)
    if span.start - sentence.start > LONGEST:
        return False
    found = DATELINE.match(context.text(sentence))
    return found is not None and span.end <= sentence.start + found.end()


LONGEST = 60
"""Characters of such a line, about."""


def _in_name(context: Context, time: Span) -> bool:
    """Whether a time is part of a name: the year of a make, the day of "Patch Tuesday" or of a newspaper."""
    text, sentence = context.article.text, context.sentence(time)
    before = text[sentence.start : time.start]
    if YEAR.fullmatch(context.text(time)):
        return OWNER.search(before[-24:]) is not None and MAKE.match(text, time.end) is not None
    if not DAY_NAMED.match(text, time.start):
        return False
    lead = CAPITALISED.search(before)
    if lead is None or not before[: lead.start()].strip(" \"“'"):
        return False
    if text[time.start : time.start + 2] in ("To", "Ye"):
        return True  # "Norby Today reported"
    place = Span(sentence.start + lead.start("word"), sentence.start + lead.end("word"))
    person = any(name.span.covers(place) for name in within(context.mentions.names, sentence))
    return not person and is_noun(lead["word"].lower()) and lead["word"].lower() not in ("last", "early", "late")


def _one_of_two(context: Context, time: Span) -> bool:
    """Whether another time of the same kind stands beside a time, parted by "and", "or" or "to" alone."""
    text, sentence = context.article.text, context.sentence(time)
    for other in within(context.mentions.times, sentence):
        first, second = sorted((time, other.span))
        if first.end < second.start and OR_ANOTHER.fullmatch(text, first.end, second.start):
            return True
        years = all(YEAR.fullmatch(context.text(one)) for one in (first, second))
        if years and AND.fullmatch(text, first.end, max(first.end, second.start)):
            return True
    return False


def of_another(context: Context, noun: Span, time: Span) -> bool:
    """Return whether a time beside a noun for an event is rather that of the verb that the noun belongs to.

    "Planned for Sunday at the site of the attack" and "details of the inquiry on Monday" date neither.
    """
    text, sentence = context.article.text, context.sentence(noun)
    if time.end <= noun.start:
        return BETWEEN.search(text, time.end, noun.start) is not None
    lead = LEADS.search(text, sentence.start, noun.start)
    if lead is None or time.start < noun.end:
        return False
    verbs = [c for c in within(context.mentions.clauses, Span(sentence.start, lead.start())) if not c.value.nominal]
    return bool(verbs) and verbs[-1].value.predicate not in ALSO_THEN


BETWEEN = re.compile(r"\s(?:at|of|in|into|from|to|for|with|on|about|over|near)\s", re.I)
"""What between a time and a noun says that the noun is another's."""


def _is_of_object(clause: Mention[Clause], time: Span) -> bool:
    """Whether a time behind what is announced or called for is that of the thing."""
    return any(
        a.relation == "object"
        and clause.span.end <= a.span.start < time.start
        and (a.head.lower() in mapping("event_classes") or a.head.lower() in OCCASIONS)
        for a in clause.value.arguments
    )


OCCASIONS = frozenset({"walkout", "walk-out", "boycott", "vigil", "auction", "rollout", "release", "launch", "party"})
"""More nouns for what is announced for a day."""
