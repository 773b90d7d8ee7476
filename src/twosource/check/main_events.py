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
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from twosource.check.chains import covering
from twosource.check.claims.happenings import (
    CLAUSE,
    time_key,
    times_of,
    told_by,
)
from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.coreference_mentions import kind_at
from twosource.check.coreference_words import noun_kind
from twosource.check.nouns import is_noun, is_person, may_be_one
from twosource.check.words import WORD, content_words, sense
from twosource.model import Claim, Clause, Mention, Span
from twosource.text.lexicon import table, words

BY = "main event"
NOUN = "main event, named"
"""The rule of a claim that only names the event ("hours after the heist"): it is carried, and confirms nothing."""

TOLD_BY = 3
"""Articles that must tell a kind of event for it to be one of the story's own: two may speak of two things."""

ENOUGH = 40
"""Mentions that speak for an event, the fullest first: more of them only cost time."""

MOST = 0.5
"""The part of an event's mentions that a further one must agree with on whom it befell: half, so that one does not
chain two events."""


class Patient(NamedTuple):
    """The one that an event befell, as one mention has it: ids of who is named, nouns, and countries told."""

    named: frozenset[str] = frozenset()
    nouns: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()


class Told(NamedTuple):
    """A mention of a main event: the clause that tells it, what kind of event that is, and whom it befell."""

    context: Context
    clause: Mention[Clause]
    kind: str
    patient: Patient

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.context.article.id

    @property
    def full(self) -> bool:
        """Whether it is a finite clause that says whom it befell."""
        return bool(self.clause.value.tense) and self.patient != Patient()


def main_events(contexts: Sequence[Context], family: Mapping[str, str]) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups of claims about the story's own events, in order of kind.

    `family` maps the id of an article that shares its text with others to its family's: they count as one.
    """
    kinds: dict[str, list[Told]] = defaultdict(list)
    for context in contexts:
        for told in _told(context):
            kinds[told.kind].append(told)
    texts = {
        context.article.id: family.get(context.article.id, context.article.id)
        for context in contexts
        if not context.article.teaser_of
    }
    groups: list[tuple[Claim, ...]] = []
    placed: list[Told] = []
    for kind in sorted(kinds):
        for own in _events(kinds[kind]):
            if len({texts[told.article] for told in own if told.article in texts}) >= TOLD_BY:
                groups += [_event(kind, own), *_days(kind, own)]
                placed += own
    return (*groups, *_places(placed))


def _told(context: Context) -> Iterable[Told]:
    """The clauses of an article that tell that something happened, of the kinds that the list knows."""
    known = _known()
    for clause in context.mentions.clauses:
        value = clause.value
        if value.negated or value.status != "happened" or not context.speaks(clause.span):
            continue
        kind = kind_at(context.article, context.mentions, clause.span)
        if kind not in known or context.event_key(clause.span):
            continue
        if _told_as_so(context, clause) and not _counts(context, clause):
            yield Told(context, clause, kind, _patient(context, clause.value))
    yield from _named(context)


def _named(context: Context) -> Iterable[Told]:
    """The nouns of such kinds that are no clause of their own: "the heist", "hours after the raid"."""
    taken = {clause.span.start for clause in context.mentions.clauses}
    for sentence in context.mentions.sentences:
        if context.event_key(sentence) or not context.speaks(sentence):
            continue
        for match in WORD.finditer(context.text(sentence)):
            kind = noun_kind(match[0].lower())
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            if kind in _known() and span.start not in taken:
                clause = Mention(Clause(match[0].lower(), span, nominal=True), span, BY)
                yield Told(context, clause, kind, Patient())


def _told_as_so(context: Context, clause: Mention[Clause]) -> bool:
    """Whether nobody merely wants, expects, refuses or denies what a clause tells."""
    return all(
        attribution.value.stance in ("says", "confirms") and not attribution.value.negated
        for attribution in covering(context, clause.span)
    )


def _counts(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells how many it befell: that is a figure, and is told as one."""
    befallen = [a.span for a in clause.value.arguments if a.relation in ("object", "subject")]
    counted = (found.value for span in befallen for found in within(context.mentions.quantities, span))
    return any(value.norm not in words("measuring_units") for value in counted)


@cache
def _known() -> frozenset[str]:
    return frozenset(row[0] for row in table("event_synonyms")) - words("no_main_events")


def _patient(context: Context, clause: Clause) -> Patient:
    """The object of a clause, or its subject where it has none; with whom it was taken from."""
    found = [a for a in clause.arguments if a.relation == "object"] or [
        a for a in clause.arguments if a.relation == "subject"
    ]
    found += [a for a in clause.arguments if a.relation == "from"]  # one steals jewels, and robs a shop
    named: set[str] = set()
    nouns: set[str] = set()
    countries: set[str] = set()
    for argument in found:
        piece = CLAUSE.split(context.text(argument.span))[0]
        span = Span(argument.span.start, argument.span.start + len(piece))
        entity = context.entity(argument.span)
        if entity is not None and entity.kind in ("person", "organisation"):
            named.add(entity.id)
        countries |= {place.value.country for place in within(context.mentions.places, span) if place.value.country}
        head = argument.head
        if head == head.lower() and head.isalpha() and head not in words("pronouns"):
            plain = is_noun(head) and head not in MEASURES and not SEVERAL.search(piece)
            nouns |= {head} if plain else {head, *_nouns_in(piece)} - MEASURES
    return Patient(frozenset(named), frozenset(nouns), frozenset(countries))


SEVERAL = re.compile(r",|\band\b")
MEASURES = frozenset({"worth", "value", "number", "dozen", "score", "amount", "part", "lot", "pair", "group", "rest"})
"""Nouns that only say how much of something there is: what it is stands behind them."""


def _nouns_in(text: str) -> set[str]:
    return {word for word in content_words(text) if is_noun(word)}


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
    if events and vague:
        events[0] += vague
    return events


def _fullness(told: Told) -> tuple[bool, int, str, Span]:
    patient = told.patient
    return not patient.nouns, -len(patient.named) - len(patient.countries), told.article, told.clause.span


def _fits(told: Told, event: list[Told]) -> bool:
    """Whether whom a mention names or describes may be whom most mentions of an event do."""
    speaking = event[:ENOUGH]
    return sum(_may_be_one(told.patient, other.patient) for other in speaking) >= MOST * len(speaking)


def _may_be_one(a: Patient, b: Patient) -> bool:
    if a.named and b.named:
        return bool(a.named & b.named)
    if a.countries and b.countries and not a.countries & b.countries:
        return False
    if a.nouns and b.nouns:
        return any(may_be_one(one, other) for one in a.nouns for other in b.nouns)
    (named, described) = (a, b) if a.named else (b, a)
    people = any(name.startswith("person:") for name in named.named)
    return not described.nouns or any(is_person(noun) == people for noun in described.nouns)


def _event(kind: str, told: list[Told]) -> tuple[Claim, ...]:
    """One claim an article and chain: its fullest telling."""
    best: dict[tuple[str, tuple[str, ...]], tuple[tuple[bool, int, int], Claim]] = {}
    for one in told:
        value = one.clause.value
        claim = make_claim(
            one.context,
            "event",
            one.clause.span,
            measure=kind,
            value=_value(one),
            subject="",
            scope="happened",
            value_key=" ".join(sorted({sense(word) for word in content_words(_value(one))})),
            rule=BY if one.full else NOUN,
        )
        rank = (one.full, len(value.arguments), -one.clause.span.start)
        key = (one.article, claim.chain)
        if key not in best or rank > best[key][0]:
            best[key] = (rank, claim)
    return tuple(sorted((claim for _, claim in best.values()), key=lambda c: (c.article, c.focus, c.id)))


def _value(told: Told) -> str:
    if told.clause.value.nominal:
        return " ".join(told.context.text(told.context.sentence(told.clause.span)).split())
    return told_by(told.context, told.clause)


def _places(told: list[Told]) -> list[tuple[Claim, ...]]:
    """A group for each place or building that any main event is said to be at, one claim an article.

    What a story tells of together happened at one place: the fire, the evacuation and the robbery.
    """
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for one in told:
        for place in _sites(one):
            claim = make_claim(
                one.context,
                "venue",
                place,
                about=one.clause.span,
                measure=f"{one.kind} happen",
                value=" ".join(one.context.text(place).split()),
                value_key=_key_of(one.context, place),
                rule=BY,
            )
            found[claim.value_key].setdefault(one.article, claim)
    told_twice = (claims for _, claims in sorted(found.items()) if len(claims) > 1)
    return [tuple(claims[name] for name in sorted(claims)) for claims in told_twice]


def _sites(told: Told) -> Iterable[Span]:
    """The names in the mention's sentence that stand behind a preposition of place, those of its sources left out."""
    context = told.context
    sentence = context.sentence(told.clause.span)
    text = context.article.text
    sources = [span for attribution in context.mentions.attributions for span in attribution.value.source]
    for name in within(context.mentions.names, sentence):
        if name.value.form != "name" or name.value.kind == "person" or any(s.overlaps(name.span) for s in sources):
            continue
        before = text[sentence.start : name.span.start]
        behind = text[name.span.end : sentence.end]
        building = _is_building(context.text(name.span), behind)
        if (AT.search(before) and (name.value.kind == "place" or building)) or (FROM.search(before) and building):
            yield name.span


def _is_building(name: str, behind: str) -> bool:
    """Whether a name is a building's: its last word, or the one behind it, is a noun for where something is."""
    following = WORD.match(behind.lstrip(" "))
    last = [name.split()[-1].lower()] + ([following[0].lower()] if following else [])
    return any(word in words("location_nouns") for word in last)


AT = re.compile(
    r"\b(?:in|at|on|near|outside|inside|off|along)\s+(?:(?:the|a|an|its|his|her|their|central|\w+ern)\s+)*$", re.I
)
"""A preposition of place right before a name."""

FROM = re.compile(r"\bfrom\s+(?:(?:the|a|an|its)\s+)?$", re.I)
"""Of what was taken from a building."""


def _key_of(context: Context, span: Span) -> str:
    """What a place is compared by: its entity, else its words."""
    entity = context.at.get(span)
    return entity.id if entity is not None else context.text(span).casefold()


def _days(kind: str, told: list[Told]) -> list[tuple[Claim, ...]]:
    found: dict[str, dict[str, Claim]] = defaultdict(dict)
    for one in told:
        for time in times_of(one.context, one.clause):
            key = time_key(time.value)
            if not key:
                continue
            claim = make_claim(
                one.context,
                "time",
                time.span,
                about=one.clause.span,
                measure=f"{kind} happen {'clock' if 'T' in key else 'day'}",
                value=one.context.text(time.span),
                value_key=key,
                as_of=time.value.start,
                rule=BY,
            )
            found[key].setdefault(one.article, claim)
    return [tuple(claims[name] for name in sorted(claims)) for _, claims in sorted(found.items())]
