"""Find which times of a sentence date the deed of a clause.

Reads   clauses and times, with the predicates that each time was taken to date
Gives   `times_of`; `bound_before`, `comes_again`, `names_a_thing` of times that date no deed, or only bound it
Misses  times of the sentence before
"""

import re

from twosource.check.claims.deeds import completed
from twosource.check.claims.event_kinds import NO_DEEDS
from twosource.check.claims.time_keys import MONTH_OR_YEAR, SPOKEN, time_key
from twosource.check.context import Context, within
from twosource.check.coreference.words import noun_kind
from twosource.model import Clause, Mention, Span, Time

PRINTED = re.compile(
    r"^\W*(?:first\s+|last\s+)?(?:published|posted|updated|modified|printed)\b"
    r"|\blast\s+(?:updated|modified)\b"
    r"|^[^a-z]*(?:[ap]\.?\s?m\.?)?\W*(?:published|posted|updated|modified)\W*$",
    re.I,
)
"""A line that dates the page: "Updated: 9 a.m.", "04/9/2012 Posted"."""


def bound_before(context: Context, time: Span) -> str:
    """Return the word before a time by which it only bounds when something was or went on ("before 1997"), or "".

    "Shortly before nine" is said of nine.
    """
    start = max(context.sentence(time).start, time.start - BEFORE)
    found = BOUNDS.search(context.text(Span(start, time.start)))
    return " ".join(found[1].lower().split()) if found else ""


BEFORE = 30
"""Characters before a time in which such a word stands."""


def comes_again(context: Context, time: Span) -> bool:
    """Return whether a time is said to come again, and dates no one deed: "on the second Tuesday of a month"."""
    return AGAIN.match(context.article.text, time.end) is not None


AGAIN = re.compile(r"\s+(?:of|in)\s+(?:each|every|a|the)\s+(?:week|month|year|season)\b", re.I)
"""Behind a day that comes again."""

BOUNDS = re.compile(
    r"(?<!shortly )(?<!just )(?<!minutes )(?<!moments )\b(before|prior\s+to|until|till|up\s+to|since|through)\s+"
    r"(?:about\s+|around\s+|early\s+|late\s+|sometime\s+)?$",
    re.I,
)


def times_of(context: Context, clause: Mention[Clause]) -> tuple[Mention[Time], ...]:
    """Return the times that date a clause's predicate: those said to, or those in its own arguments."""
    inside = within(context.mentions.times, context.sentence(clause.span))
    end = Span(clause.span.end + 1, clause.span.end + 1 + len(completed(clause)))
    told = (clause.span, end) if end.start < end.end else (clause.span,)
    said = [
        time
        for time in inside
        if time.value.type in ("DATE", "TIME")
        and (any(_dates(time.value, span) for span in told) or _between(clause, time) or when(context, clause, time))
    ]
    if said:
        return tuple(said)
    if behind := tuple(time for time in inside if _stands_behind(context, clause, time)):
        return behind
    parts = [a for a in clause.value.arguments if a.relation in ("time", "at", "on", "after", "before", "by")]
    others = {other.span.start for other in within(context.mentions.clauses, context.sentence(clause.span))}
    return tuple(
        time
        for time in inside
        if time.value.type in ("DATE", "TIME")
        and any(
            time.span.covers(a.span)
            or (
                a.span.covers(time.span)
                and (a.relation in BARE or others.isdisjoint(d.start for d in time.value.dates))
                and not names_a_thing(time, a.span)
            )
            for a in parts
        )
    )


def when(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Return whether a clause stands behind "when" or "that" and says what was at a time: "until May 3, when ...".

    Of "it was not until 1997 that ..." too.
    """
    if not clause.value.tense or clause.value.nominal or clause.span.start < time.span.end:
        return False
    between = context.article.text[time.span.end : clause.span.start]
    others = (c for c in within(context.mentions.clauses, Span(time.span.end, clause.span.start)) if c.value.tense)
    if len(between) > FAR or next(others, None) is not None:
        return False
    before = context.article.text[context.sentence(time.span).start : time.span.start]
    return bool(WHEN.match(between) or (THAT.match(between) and CLEFT.search(before)))


FAR = 60
"""Characters between "when" and the verb of its clause."""

WHEN = re.compile(r",?\s+when\b", re.I)
THAT = re.compile(r",?\s+that\b", re.I)
CLEFT = re.compile(r"\bit\s+(?:was|is|took|wasn.t|was\s+not)\s+(?:only\s+)?(?:not\s+)?(?:until|in|on|at)\s+$", re.I)
"""Before a time, what lets "that" behind it say what was then."""


def _between(clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Whether a time between a subject and its verb was taken for the subject's: "voters in 2009 approved a loan"."""
    relation = "object" if clause.value.passive else "subject"
    who = next((a for a in clause.value.arguments if a.relation == relation), None)
    if who is None or not clause.value.tense or not who.span.covers(time.span) or noun_kind(who.head.lower()):
        return False
    behind = who.span.end == time.span.end <= clause.span.start
    return behind and any(dated.end < time.span.start for dated in time.value.dates)


def _stands_behind(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Whether a day or an hour behind a thing, taken for that of the thing, is that of the verb: "entered the shop at
    nine". A thing that is an event has a time of its own, and a month or a year tells which thing is meant.
    """
    value, key = clause.value, time_key(time.value)
    if value.nominal or not value.tense or value.predicate in NO_DEEDS or MONTH_OR_YEAR.fullmatch(key) or not key:
        return False
    if not (SPOKEN.search(text := context.text(time.span)) or DIGIT_OR_DAY.search(text)):
        return False
    between = Span(clause.span.end, time.span.start)
    if between.start >= between.end or any(within(context.mentions.clauses, between)):
        return False
    return any(
        clause.span.end <= dated.start
        and dated.end <= time.span.start
        and not noun_kind(context.text(dated).lower().removeprefix("re-"))
        and any(a.span.covers(dated) and a.relation not in OF_ANOTHER for a in value.arguments)
        for dated in time.value.dates
    )


OF_ANOTHER = frozenset({"complement", "after", "before", "following", "during", "since", "until", "about"})
"""Relations of what tells of another deed or thing, whose time that is: "denied arson after a fire on Sunday"."""

DIGIT_OR_DAY = re.compile(r"\d|day\b|\bnoon\b|\bmidnight\b", re.I)
"""What a day or an hour has, and a feast or a season has not."""


def names_a_thing(time: Mention[Time], phrase: Span) -> bool:
    """Whether a time only says which thing a phrase means, with the thing behind it: "at an office Christmas party"."""
    return any(time.span.end <= dated.start and phrase.covers(dated) for dated in time.value.dates)


BARE = frozenset({"time", "at", "on"})
"""Relations of times themselves; what is done "before his arrest on Tuesday" was not done on Tuesday."""


def _dates(time: Time, predicate: Span) -> bool:
    """Whether a time dates a predicate; of "broke out" it may hold the verb alone."""
    return any(dated.start == predicate.start for dated in time.dates)
