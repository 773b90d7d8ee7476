"""Say which event mentions of a story's articles tell of one event.

Reads   articles of one story, their mentions, the spans of the event mentions
Gives   clusters of occurrences
Misses  an event told in words of another kind ("the incident"); two events of one kind between the same parties on one
        day; pronouns, which stand alone

Mentions of one kind ("robbed", "the heist") are taken for one event of the story unless actors, place or time tell them
apart: other parties and other names, as long as few tell of that kind, or days far from each other. Words of saying are
one event only where one speaker speaks.

Each mention is compared with those clusters of its kind that share a party or a name with it, found by an index, so the
time grows with the mentions and the words that describe them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta

from twosource.check.context import occurrences
from twosource.check.coreference.mentions import Happening, describe
from twosource.check.coreference.words import SAYING
from twosource.model import Article, Entity, Mentions, Occurrence, Span

Cluster = tuple[Occurrence, ...]

SELDOM = 3
"""Mentions of one kind up to which parties and names decide. What a story tells more often is its own event, told of
one party here and of another there: among seldom told kinds, two in three pairs with other parties and names are two
events, among the others one in three (event mentions of ECB+, 2026-11-22)."""

APART = timedelta(days=7)
"""Days between two events of one kind. Reports of one event are a few days apart, and a report's own day is at times
taken for the event's."""

FEW = 8
"""How many events a vague mention is tried against, the first told first: a story has seldom more of one kind, and it
keeps the time from growing with their square."""


def same_events(
    articles: Iterable[Article],
    mentions: Iterable[Mentions],
    spans: Mapping[str, Sequence[Span]],
    entities: Iterable[Entity] = (),
) -> tuple[Cluster, ...]:
    """Return the event mentions of one story's articles, grouped by the event that they tell of.

    `spans` maps an article's id to the spans of its event mentions; every one is in exactly one cluster. Clusters are
    sorted by their first occurrence, occurrences by article id and place. The order of articles does not matter.
    """
    found = {mention.article: mention for mention in mentions}
    at = occurrences(entities)
    told = [
        describe(article, found.get(article.id, Mentions(article.id)), span, at.get(article.id, {}))
        for article in sorted(articles, key=lambda article: article.id)
        for span in sorted(set(spans.get(article.id, ())))
    ]
    kinds: dict[tuple[str, ...], list[Happening]] = {}
    for happening in told:
        kinds.setdefault(_block(happening), []).append(happening)
    clusters = [cluster for block in kinds.values() for cluster in _divide(block)]
    return tuple(sorted(tuple(sorted(happening.at for happening in cluster)) for cluster in clusters))


def _block(happening: Happening) -> tuple[str, ...]:
    """What two mentions must share to be one event: a kind; a speaker too for saying. Pronouns share nothing."""
    alone = (str(happening.at.span.start), str(happening.at.span.end), happening.at.article)
    if not happening.kind:
        return alone
    if happening.kind == SAYING:
        return (SAYING, happening.speaker) if happening.speaker else (SAYING, *alone)
    return (happening.kind,)


@dataclass
class _Event:
    """A cluster as it grows: its mentions, and everything that describes them."""

    members: list[Happening] = field(default_factory=list)
    parties: set[str] = field(default_factory=set)
    patients: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    def add(self, happening: Happening) -> None:
        """Take in a mention."""
        self.members.append(happening)
        self.parties |= happening.parties
        self.patients |= happening.patients
        self.names |= happening.names
        self.days |= happening.days

    def admits(self, happening: Happening, usual: bool) -> bool:
        """Whether nothing says that the mention tells of another event.

        A day far from the others does. Unless it is the `usual` thing for the story to tell, so does another who is
        acted upon by name, and so do other parties and other names together; not either alone ("the gang fled", "three
        men fled").
        """
        if _far(self.days, happening.days):
            return False
        if usual:
            return True
        others = _apart(self.parties, happening.parties) and _apart(self.names, happening.names)
        return not others and not _apart(self.patients, happening.patients)


def _apart(a: Set[str], b: Set[str]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(a) and bool(b) and not a & b


def _far(a: Set[str], b: Set[str]) -> bool:
    """Whether both are dated, and each day of one lies more than `APART` from each of the other."""
    if not _apart(a, b):
        return False
    return all(abs(date.fromisoformat(day) - date.fromisoformat(other)) > APART for day in a for other in b)


def _divide(block: Sequence[Happening]) -> list[list[Happening]]:
    """Part mentions of one kind into events, the most fully described first."""
    events: list[_Event] = []
    having: dict[str, set[int]] = {}
    vague: list[int] = []
    usual = len(block) > SELDOM
    for happening in sorted(block, key=_fullness):
        full = bool(happening.parties and happening.names)
        words = sorted(happening.parties | happening.names)
        shared = Counter(number for word in words for number in having.get(word, ()))
        near = sorted(shared, key=lambda number: (-shared[number], number))
        loose = vague if full and not usual else range(len(events))
        number = next((n for n in (*near, *loose[:FEW]) if events[n].admits(happening, usual)), len(events))
        if number == len(events):
            events.append(_Event())
            if not full:
                vague.append(number)
        events[number].add(happening)
        for word in words:
            having.setdefault(word, set()).add(number)
    return [event.members for event in events]


def _fullness(happening: Happening) -> tuple[int, Occurrence]:
    return -bool(happening.parties) - bool(happening.names), happening.at
