"""Find who gives only a part of the day for a deed whose hour others tell: "in the early hours of Monday" for 4.30.

Reads   groups of claims that give an hour; the clauses of all articles, with the times that date them
Gives   the groups, each with a claim for every further article whose part of the day holds the hour
Misses  a part of the day without a clause of its own ("an overnight blaze")

By eye 34 of 35 that were joined so were right. What is added carries, and confirms nothing. A part of the day that does
not hold the hour is at odds with it only where somebody is named in both, on one day.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.check.carry.also_when import BY
from twosource.check.claims.dating import times_of
from twosource.check.claims.making import make_claim
from twosource.check.claims.time_keys import compared, day_of, time_key
from twosource.check.compatible import same_day, same_time
from twosource.check.context import Context, within
from twosource.check.coreference.words import kinds_of_events
from twosource.check.events.main_tellings import AFTERMATH, kinds_at
from twosource.check.events.main_when import dates_it
from twosource.check.events.retold import told_as
from twosource.check.language.order import in_order
from twosource.model import Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import mapping

Group = tuple[Claim, ...]

PARTS = (
    (re.compile(r"\b(?:early|small)\s+hours\b", re.I), "00:00-06:30"),
    (re.compile(r"\b(?:dawn|first\s+light|daybreak|sunrise)\b", re.I), "03:00-08:00"),
    (re.compile(r"\bbreakfast(?:\s*time)?\b", re.I), "05:30-10:00"),
    (re.compile(r"\b(?:lunch(?:\s*time)?|midday)\b", re.I), "11:00-14:30"),
    (re.compile(r"\bmorning\b", re.I), "03:00-12:30"),
    (re.compile(r"\bafternoon\b", re.I), "11:30-18:30"),
    (re.compile(r"\bevening\b", re.I), "16:00-23:59"),
    (re.compile(r"\b(?:over)?night\b|\btonight\b", re.I), "17:00-06:00"),
    (re.compile(r"\bearly\s+(?:on\s+)?[A-Z][a-z]+day\b"), "00:00-10:00"),
    (re.compile(r"\blate\s+(?:on\s+)?(?:[A-Z][a-z]+day|yesterday)\b"), "15:00-23:59"),
)
"""The words for parts of a day, the narrower ones first, with the hours that they may be said of."""

BEFORE = 22
"""Characters before a day in which its part may be named: "in the early hours of"."""


class Asked(NamedTuple):
    """A group that asks for an hour: its first claim, one for each hour that it has, who tells it and who is named."""

    first: Claim
    given: tuple[Claim, ...]
    articles: frozenset[str]
    named: frozenset[str]
    deeds: frozenset[str]


class Part(NamedTuple):
    """A part of a day that dates a clause: who tells it, the hours, and the kinds and people of the deed."""

    context: Context
    time: Mention[Time]
    span: Span
    hours: str
    kinds: frozenset[str]
    named: frozenset[str]
    told: Span


def parts_of_day(
    main: Sequence[Group], rest: Sequence[Group], contexts: Iterable[Context]
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both with what only tells the part of the day in the groups that ask for the hour of the same deed."""
    groups = [*main, *rest]
    asking = {number: _asked(group) for number, group in enumerate(groups) if group and _asks(group[0])}
    if not asking:
        return tuple(main), tuple(rest)
    by_kind: dict[str, list[int]] = defaultdict(list)
    for number in sorted(asking, key=lambda number: (-len(asking[number].articles), number)):
        for kind in sorted(_kinds(groups[number])):
            by_kind[kind].append(number)
    added: dict[int, dict[str, Claim]] = defaultdict(dict)
    for part in (part for context in contexts for part in _parts(context)):
        near = dict.fromkeys(number for kind in sorted(part.kinds) for number in by_kind.get(kind, ()))
        home = next((number for number in near if _fits(part, asking[number])), None)
        if home is not None:
            added[home].setdefault(part.context.article.id, _claim(part, asking[home].first))
    told = [in_order((*group, *added[n].values())) if n in added else group for n, group in enumerate(groups)]
    return tuple(told[: len(main)]), tuple(told[len(main) :])


def _asks(claim: Claim) -> bool:
    happened = claim.kind == "time" and claim.disclosed and claim.measure.split()[-2] in ("happen", "hold", "start")
    return happened and claim.measure.endswith(" clock") and not claim.event


def _kinds(group: Group) -> frozenset[str]:
    return frozenset(kind for claim in group for kind in (claim.deed, " ".join(claim.measure.split()[:-2])) if kind)


def _parts(context: Context) -> Iterable[Part]:
    """The parts of days that date clauses of an article, in text order."""
    for time in context.mentions.times:
        if not context.speaks(time.span) or ":" in time_key(time.value).partition("T")[2]:
            continue
        sentence = context.sentence(time.span)
        start = max(sentence.start, time.span.start - BEFORE)
        found = _named(context.article.text[start : time.span.end])
        if found is None or not _is_of(context.article.text[start + found[1] : time.span.start]):
            continue
        for clause in within(context.mentions.clauses, sentence):
            if time in times_of(context, clause) and _happened(clause.value) and dates_it(context, clause, time):
                span = Span(min(start + found[1], time.span.start), time.span.end)
                yield Part(
                    context, time, span, found[0], _kinds_of(context, clause), _people(context, clause), clause.span
                )


def _is_of(between: str) -> bool:
    """Whether a day that stands behind the words for its part is the day of that part."""
    return not between or OF_DAY.fullmatch(between) is not None


OF_DAY = re.compile(
    r"(?:(?:early|small)\s+hours|dawn|first\s+light|daybreak|breakfast|early|late)\s+(?:(?:of|on)\s+)?(?:the\s+)?", re.I
)
"""The words for a part of the day up to the day."""


def _named(text: str) -> tuple[str, int] | None:
    """The hours of the part of a day that a text names, and where its words stand."""
    for pattern, hours in PARTS:
        if match := pattern.search(text):
            return hours, match.start()
    return None


def _happened(value: Clause) -> bool:
    return value.status == "happened" and not value.negated and (value.nominal or value.tense in ("past", ""))


def _kinds_of(context: Context, clause: Mention[Clause]) -> frozenset[str]:
    kinds = frozenset(kinds_at(context, clause))
    if clause.value.nominal:
        return kinds
    predicate = clause.value.predicate
    return kinds | {mapping("verb_classes").get(predicate, predicate)}


def _people(context: Context, clause: Mention[Clause]) -> frozenset[str]:
    found = (context.entity(a.span) for a in clause.value.arguments if a.relation in ("subject", "object", "agent"))
    return frozenset(entity.id for entity in found if entity is not None and entity.kind in ("person", "organisation"))


def _asked(group: Group) -> Asked:
    told = {claim.deed or claim.measure.split()[0] for claim in group}
    return Asked(
        group[0],
        tuple({(claim.value_key, claim.bound): claim for claim in reversed(group)}.values()),
        frozenset(claim.article for claim in group),
        frozenset(party for claim in group for party in claim.subject.split("|") if ":" in party),
        frozenset(told & kinds_of_events()) - AFTERMATH,
    )


def _fits(part: Part, asked: Asked) -> bool:
    """Whether a part of the day is told of a group's deed: of one of its kind, or of somebody named in both."""
    if part.context.article.id in asked.articles or part.context.event_key(part.told):
        return False
    both = bool(asked.named & part.named)
    if not both and ((asked.named and part.named) or part.kinds.isdisjoint(asked.deeds)):
        return False
    claim = _claim(part, asked.first)
    if all(same_time(claim, other) for other in asked.given):
        return True
    day = claim.value_key.partition("T")[0]
    days = [other.value_key.partition("T")[0] for other in asked.given]
    return both and bool(day) and all(one and same_day(day, one) for one in days)


def _claim(part: Part, like: Claim) -> Claim:
    value = compared(part.context, part.time)
    return make_claim(
        part.context,
        "time",
        part.span,
        about=part.told,
        value=" ".join(part.context.text(part.span).split()),
        value_key=f"{day_of(value)}T{part.hours}",
        measure=told_as(like),
        asked=like.asked,
        as_of=part.time.value.start,
        rule=BY,
    )
