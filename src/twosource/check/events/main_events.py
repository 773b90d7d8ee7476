"""Find the events that a story is about, and who tells each, in whatever words: "robbed", "made off with", "the heist".

Reads   contexts of one story
Gives   groups of claims: one for each main event, one for each place and each day that it is given
Misses  a main event whose words `event_synonyms` does not know; one that is told by a pronoun alone

Details are lined up by their words (`tellings`); a story's own event is told by nearly every article in words of its
own, so here the kind of event decides, as in `coreference`: what a story tells more often than `SELDOM` is one event,
unless somebody else is named as the one it befell, or its day is far off.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.clause_marks import BEING
from twosource.check.claims.happenings import told_by
from twosource.check.claims.making import make_claim
from twosource.check.claims.told_alone import told_alone
from twosource.check.context import Context, within
from twosource.check.events.main_days import by_day
from twosource.check.events.main_tellings import BY, NOUN, Patient, Told, may_befall_one, told_in
from twosource.check.events.main_when import named_by, times
from twosource.check.events.main_where import places
from twosource.check.events.only_named import named_of
from twosource.check.language.order import in_order
from twosource.check.language.plurals import is_plural
from twosource.check.language.words import content_words, sense
from twosource.model import Claim, Span

__all__ = ["BY", "NOUN", "main_events"]

TOLD_BY = 3
"""Articles that must tell a kind of event for it to be one of the story's own: two may speak of two things."""

ENOUGH = 40
"""Mentions that speak for an event, the fullest first: more of them only cost time."""

MOST = 0.5
"""The part of an event's mentions that a further one must agree with on whom it befell: half, so that one does not
chain two events."""


def main_events(contexts: Sequence[Context], family: Mapping[str, str]) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups of claims about the story's own events, in order of kind.

    `family` maps the id of an article that shares its text with others to its family's: they count as one.
    """
    kinds: dict[str, list[Told]] = defaultdict(list)
    for context in contexts:
        for told in told_in(context):
            kinds[told.kind].append(told)
    texts = {
        context.article.id: family.get(context.article.id, context.article.id)
        for context in contexts
        if not context.article.teaser_of
    }
    events = [
        (kind, own)
        for kind in sorted(kinds)
        for event in _events(kinds[kind])
        for own in by_day(kind, event)
        if len({texts[told.article] for told in own if told.article in texts}) >= TOLD_BY
    ]
    events = _folded(_one_kind(events))
    groups = [group for kind, own in events for group in (*_told(kind, own, texts), *times(kind, own))]
    asked = [(named_by(own, shortly=True), own) for _, own in events]
    return (*groups, *places([(told, called) for called, own in asked for told in own]))


ONE_KIND = (("bomb", "explode"),)
"""Kinds of which a story tells one event by words of both: what a bombing is, and how it came about."""


def _one_kind(events: list[tuple[str, list[Told]]]) -> list[tuple[str, list[Told]]]:
    """Join the chief events of two such kinds where most articles that tell the one tell the other too."""
    for first, second in ONE_KIND:
        chief = {kind: own for kind, own in reversed(events) if kind in (first, second)}
        if len(chief) == len((first, second)):
            one, other = ({told.article for told in own} for own in chief.values())
            if len(one & other) > MOST * min(len(one), len(other)):
                joined = (first, [*chief[first], *chief[second]])
                rest = [event for event in events if event[1] is not chief[first] and event[1] is not chief[second]]
                events = sorted([*rest, joined], key=lambda event: event[0])
    return events


def _folded(events: list[tuple[str, list[Told]]]) -> list[tuple[str, list[Told]]]:
    """Join an event that most articles only name inside the telling of another to that: "checked into rehab"."""
    for _, own in sorted(events, key=lambda event: len(event[1])):
        by_article: dict[str, list[Told]] = defaultdict(list)
        for told in own:
            by_article[told.article].append(told)
        for _, other in events:
            if other is own or len(other) < len(own):
                continue
            inside = {a.article for a in other for b in by_article.get(a.article, ()) if _holds(a, b)}
            if len(inside) > MOST * len(by_article):
                other += [told for told in own if told.clause.value.nominal]
                rest = [event for event in events if event[1] is not own]
                return _folded(rest)
    return events


def _holds(outer: Told, inner: Told) -> bool:
    """Whether a clause tells of another's event in a part of its own, and not of what came before or after it."""
    return inner.clause.value.nominal and any(
        argument.relation in PARTS and argument.span.covers(inner.clause.span)
        for argument in outer.clause.value.arguments
    )


PARTS = frozenset({"into", "to", "in", "during", "at"})
"""Relations of what belongs to a deed: the clinic that is entered, the raid in which one is arrested."""


def _events(told: list[Told]) -> list[list[Told]]:
    """Part the mentions of one kind into events by whom they befell; those that do not say it join the chief one."""
    events: list[list[Told]] = []
    for one in sorted((one for one in told if one.patient != Patient()), key=_fullness):
        home = max((event for event in events if _fits(one, event)), key=len, default=None)
        if home is None:
            events.append([one])
        else:
            home.append(one)
    events.sort(key=lambda event: -len({one.article for one in event}))
    vague = [one for one in told if one.patient == Patient()]
    if events:
        events[0] += vague
    elif any(one.clause.value.tense for one in vague):
        events.append(vague)
    return events


def _fullness(told: Told) -> tuple[bool, int, str, Span]:
    patient = told.patient
    return not patient.nouns, -len(patient.named) - len(patient.countries), told.article, told.clause.span


def _fits(told: Told, event: list[Told]) -> bool:
    """Whether whom a mention names or describes may be whom most mentions of an event do."""
    speaking = event[:ENOUGH]
    return sum(may_befall_one(told.patient, other.patient) for other in speaking) >= MOST * len(speaking)


def _told(kind: str, told: list[Told], texts: Mapping[str, str]) -> tuple[tuple[Claim, ...], ...]:
    """The group of claims that an event took place; none where all only name it ("charged with kidnapping"), or where
    too few of those who name it name this one: "his cuffs hurt" and "without injury" are no one deed.
    """
    of_it = named_of(told, texts)
    enough = len({texts[one.article] for one, _ in of_it if one.article in texts}) >= TOLD_BY
    if not enough or not any(one.full for one, _ in of_it):
        return ()
    event = _event(kind, of_it)
    return (event,) if any(claim.rule == BY for claim in event) else ()


def _event(kind: str, told: Sequence[tuple[Told, int]]) -> tuple[Claim, ...]:
    """One claim an article and chain: its fullest telling; of names the one whose sentence holds most of what is told.

    Where an article tells it, the telling alone is cited: what only names it there adds nothing.
    """
    best: dict[tuple[str, tuple[str, ...]], tuple[tuple[bool, int, int, int], Claim]] = {}
    telling = {one.article for one, _ in told if one.full}
    for one, held in told:
        if not one.full and one.article in telling:
            continue
        value = one.clause.value
        alone = "" if value.nominal else TAIL.sub("", told_alone(one.context, one.clause))
        full = one.full and (alone != "" or _names_its_subject(one))
        claim = make_claim(
            one.context,
            "event",
            one.clause.span,
            measure=kind,
            value=_value(one),
            subject="",
            scope="happened",
            value_key=" ".join(sorted({sense(word) for word in content_words(_value(one))})),
            asked=alone,
            rule=BY if full else NOUN,
        )
        rank = (full, held, len(value.arguments), -one.clause.span.start)
        key = (one.article, claim.chain)
        if key not in best or rank > best[key][0]:
            best[key] = (rank, claim)
    return in_order((claim for _, claim in best.values()))


TAIL = re.compile(r"(?<=\w)(?<=\w\w\w\w),\s+(?:\w+ly\s+)?[a-z]+ing\b[^;]*\d.*$")
"""What came of an event, with numbers, behind its telling: they are questions of their own."""


def _value(told: Told) -> str:
    if told.clause.value.nominal:
        return " ".join(told.context.text(told.context.sentence(told.clause.span)).split())
    return _with_helper(told, told_by(told.context, told.clause))


def _with_helper(told: Told, said: str) -> str:
    """The words of a clause with the "was" that a participle beside its noun lacks: "a knife found near the mill"."""
    value, span, who = told.clause.value, told.clause.span, subject_of(told.clause.value)
    if who is None or not value.passive or BEING.search(told.context.text(value.span)):
        return said
    verb = told.context.text(span)
    front, found, rest = said.partition(f" {verb}")
    if not found or told.context.text(Span(min(who.span.end, span.start), span.start)).strip(" ,") not in ("", front):
        return said
    return f"{front.rstrip(',')} {'were' if is_plural(who.head) else 'was'} {verb.lower()}{rest}"


def _names_its_subject(told: Told) -> bool:
    """Whether a clause says who did it or whom it befell, and no day was taken for that: "April 8 buried"."""
    who, context = subject_of(told.clause.value), told.context
    if who is None or told.carried:
        return told.carried
    return not any(time.span.covers(who.span) for time in within(context.mentions.times, who.span))
