"""Say which event mentions of a story's articles tell of one event.

Reads   articles of one story, their mentions, the spans of the event mentions
Gives   clusters of occurrences
Misses  an event told in words of another kind ("the incident"); two events of one kind between the same parties on one
        day; pronouns, which stand alone

Mentions of one kind ("robbed", "the heist") are one event of the story, by actors, type, place and time, not by words
alone: two that name other parties and other names, or other days, are kept apart. Words of saying are one event only
where one speaker speaks.

Each mention is compared with those clusters of its kind that share a party or a name with it, found by an index, so the
time grows with the mentions and the words that describe them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from twosource.check.context import occurrences
from twosource.check.coreference_mentions import Happening, describe
from twosource.check.coreference_words import SAYING
from twosource.model import Article, Entity, Mentions, Occurrence, Span

Cluster = tuple[Occurrence, ...]

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
    names: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)

    def add(self, happening: Happening) -> None:
        """Take in a mention."""
        self.members.append(happening)
        self.parties |= happening.parties
        self.names |= happening.names
        self.days |= happening.days

    def admits(self, happening: Happening) -> bool:
        """Whether nothing says that the mention tells of another event.

        Other parties alone do not ("the gang fled", "three men fled"), nor other names alone; both together do, and so
        does another day.
        """
        if _apart(self.days, happening.days):
            return False
        return not (_apart(self.parties, happening.parties) and _apart(self.names, happening.names))


def _apart(a: Set[str], b: Set[str]) -> bool:
    """Whether both tell something, and nothing in common."""
    return bool(a) and bool(b) and not a & b


def _divide(block: Iterable[Happening]) -> list[list[Happening]]:
    """Part mentions of one kind into events, the most fully described first."""
    events: list[_Event] = []
    having: dict[str, set[int]] = {}
    vague: list[int] = []
    for happening in sorted(block, key=_fullness):
        words = sorted(happening.parties | happening.names)
        shared = Counter(number for word in words for number in having.get(word, ()))
        near = sorted(shared, key=lambda number: (-shared[number], number))
        loose = vague if happening.parties and happening.names else range(min(len(events), FEW))
        number = next((n for n in (*near, *loose[:FEW]) if events[n].admits(happening)), len(events))
        if number == len(events):
            events.append(_Event())
            if not (happening.parties and happening.names):
                vague.append(number)
        events[number].add(happening)
        for word in words:
            having.setdefault(word, set()).add(number)
    return [event.members for event in events]


def _fullness(happening: Happening) -> tuple[int, Occurrence]:
    return -bool(happening.parties) - bool(happening.names), happening.at
