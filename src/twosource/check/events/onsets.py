"""Ask once at what time a story's own event came about: by whatever verb or noun each article tells it.

Reads   groups of claims, those about the main events and the rest; contexts
Gives   the same, with all clock times of the chief event in one group, and out of the others
Misses  parts of a day ("before dawn"); stories without a sudden event, or with several of one sort

"The shop was targeted at 9.35", "the impact occurred at 8:25", "it happened at ten to four" give the hour of the event
that most articles tell. An article that gives two such hours tells of a series, and then nothing is joined. What
is joined confirms nothing, but two hours at odds are a dispute.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.claims.alarms import is_alarm
from twosource.check.claims.dating import bound_before, comes_again, times_of
from twosource.check.claims.deed_times import time_claim
from twosource.check.claims.deeds import completed
from twosource.check.claims.event_kinds import takes_place
from twosource.check.claims.time_keys import time_key
from twosource.check.compatible import same_day, same_time
from twosource.check.context import Context, within
from twosource.check.coreference.words import known_kinds, noun_kind
from twosource.check.events.clocks import Clock, apart, clock_of, lined_up
from twosource.check.events.main_tellings import BY as MAIN
from twosource.check.events.main_tellings import event_noun, kinds_at, told_in
from twosource.check.events.main_when import dates_it
from twosource.check.language.order import Group, in_order
from twosource.model import Argument, Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import table

FAR = 180
"""Minutes that two times of one event may lie apart: further ones are of something else, or by another clock."""


NEAR = 75
"""Minutes that an hour which is told by itself may lie off, to be taken for that of the event at all."""


class Row(NamedTuple):
    """Kinds of event that are one moment, the verbs that tell it, and the nouns for what comes in it."""

    kinds: frozenset[str]
    verbs: frozenset[str]
    nouns: frozenset[str]


class Onset(NamedTuple):
    """A claim of the hour at which the chief event came about, the number of its group, and the clock that it gives.

    `bare` is whether the hour is told by itself ("It was half past two"), and only may be the event's.
    """

    claim: Claim
    group: int
    clock: Clock
    bare: bool = False


def one_onset(
    main: Sequence[Group], rest: Sequence[Group], contexts: Sequence[Context]
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return both with the clock times of the story's chief event in one group; groups that were taken in are empty."""
    groups = [*main, *rest]
    kept = len(groups)
    chief = _chief({**_told_by_three(contexts), **_told_for_main(main)} or _told_by_two(contexts))
    if chief is None:
        return tuple(main), tuple(rest)
    telling = _Telling(chief, contexts)
    if any(_is_series(telling.hours(context)) for context in contexts):
        return tuple(main), tuple(rest)
    days = _days(main, chief)
    groups += [(claim,) for claim in telling.untold(groups)]
    onsets = _onsets(groups, telling)
    beside = tuple(dict.fromkeys(one.clock.day for one in onsets if one.clock.day))
    told = _one_an_article(
        _of_its_day(one, days or beside)
        for one in onsets
        if not days or not one.clock.day or any(same_day(one.clock.day, day) for day in days)
    )
    if len(told) > 1 and (home := _home(told)) is not None:
        groups = _moved(groups, home, _fitting(told, home))
    return tuple(groups[: len(main)]), tuple(groups[len(main) : kept])


def _told_for_main(main: Sequence[Group]) -> dict[str, list[int]]:
    """How many articles tell each of the story's main events, by kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for group in main:
        if group and group[0].kind == "event" and group[0].rule.startswith(MAIN):
            found[group[0].measure].append(len({claim.article for claim in group}))
    return found if not _sudden().isdisjoint(found) else {}


def _told_by_three(contexts: Sequence[Context]) -> dict[str, list[int]]:
    """How many articles tell or only name a sudden event of each kind: three and more, as for a main event.

    An hour is told in sentences of their own, which need not hold anything else of what happened.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for context in contexts:
        for told in told_in(context):
            if told.kind in _sudden():
                found[told.kind].add(told.article)
    return {kind: [len(articles)] for kind, articles in found.items() if len(articles) > NAMED_BY}


NAMED_BY = 2
"""Articles that must be exceeded: what two speak of may be two things, as for a main event."""


def _told_by_two(contexts: Sequence[Context]) -> dict[str, list[int]]:
    """How many articles tell a sudden event of each kind, in a story too small for main events: two and more."""
    if len(contexts) > SMALL:
        return {}
    found: dict[str, set[str]] = defaultdict(set)
    for context in contexts:
        for told in told_in(context):
            if told.kind in _sudden():
                found[told.kind].add(told.article)
    return {kind: [len(articles)] for kind, articles in found.items() if len(articles) > 1}


SMALL = 6
"""Articles up to which a story is small: what two of them tell is what it is about."""


def _chief(articles: dict[str, list[int]]) -> Row | None:
    """The sort of event that most articles tell, None where no sudden event is told or two of one kind are."""
    told = [kind for kind in sorted(articles) if kind in _sudden()]
    best = max(told, key=lambda kind: (sum(articles[kind]), kind), default="")
    if not best or len(articles[best]) > 1:
        return None
    rows = [row for row in _rows() if best in row.kinds]
    with_others = [row for row in rows if (row.kinds - {best}).intersection(told)]
    rows = with_others[:1] if len(with_others) == 1 else rows
    kinds, verbs, nouns = (frozenset().union(*(row[n] for row in rows)) for n in range(len(Row._fields)))
    # of a raid with a theft and a shooting each may have its own hour
    return Row(frozenset({best}) if len(with_others) > 1 else kinds, verbs, nouns)


def _days(main: Sequence[Group], chief: Row) -> tuple[str, ...]:
    """The days that two articles tell for the chief event: one alone may tell of another."""
    told: dict[str, set[str]] = defaultdict(set)
    for group in main:
        for claim in group if group and group[0].kind == "time" and group[0].measure.endswith(" day") else ():
            if claim.measure.split()[0] in chief.kinds and not claim.event:
                told[claim.value_key].add(claim.article)
    return tuple(day for day, articles in told.items() if len(articles) > 1)


@cache
def _sudden() -> frozenset[str]:
    return frozenset(kind for row in _rows() for kind in row.kinds)


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(Row(*(frozenset(cell.split()) for cell in row)) for row in table("onsets"))


class _Telling:
    """Which times of a story's articles are the hour of its chief event."""

    def __init__(self, chief: Row, contexts: Sequence[Context]) -> None:
        self._chief = chief
        self._by = {context.article.id: context for context in contexts}

    def onset(self, claim: Claim) -> tuple[Clock, bool] | None:
        """The clock that a claim gives for the chief event, and whether it does so by itself; None if of another."""
        context = self._by[claim.article]
        sentence = context.sentence(claim.focus)
        time = next((t for t in within(context.mentions.times, sentence) if t.span == claim.focus), None)
        if time is None or "T" not in time_key(time.value) or context.event_key(sentence):
            return None
        if claim.rule != MAIN and (bound_before(context, time.span) or comes_again(context, time.span)):
            return None
        if self._dated(context, time, claim.rule == MAIN):
            return clock_of(context, time), False
        return (clock_of(context, time), True) if _is_bare(context, time.span) else None

    def untold(self, groups: Sequence[Group]) -> list[Claim]:
        """Claims of the hours that stand by themselves and are in no group."""
        held = {(claim.article, claim.focus) for group in groups for claim in group if claim.kind == "time"}
        return [
            time_claim(
                context,
                Mention(Clause("be", time.span), time.span, time.by),
                time,
                time_key(time.value),
                measure="happen happen clock",
                rule=BARE,
            )
            for context in self._by.values()
            for time in context.mentions.times
            if (context.article.id, time.span) not in held and context.speaks(time.span)
            if "T" in time_key(time.value) and _is_bare(context, time.span)
        ]

    def hours(self, context: Context) -> list[Clock]:
        """The hours that an article gives for the chief event in clauses of its own time."""
        return [
            clock_of(context, time)
            for time in context.mentions.times
            if "T" in time_key(time.value) and context.speaks(time.span) and not context.event_key(time.span)
            if self._dated(context, time, False) and not bound_before(context, time.span)
        ]

    def _dated(self, context: Context, time: Mention[Time], main: bool) -> bool:
        """Whether a time is said to be that of the chief event; by a noun alone only where it is a `main` event's."""
        sentence = context.sentence(time.span)
        clauses = (c for c in within(context.mentions.clauses, sentence) if time in times_of(context, c))
        return self._begins(context, sentence, time.span) or any(self._tells(context, c, time, main) for c in clauses)

    def _tells(self, context: Context, clause: Mention[Clause], time: Mention[Time], main: bool) -> bool:
        """Whether a clause tells that the chief event came about: by its kind, its verb, or as what happened."""
        value = clause.value
        if value.negated or value.status != "happened" or is_alarm(context, clause):
            return False
        if not dates_it(context, clause, time):
            return False
        kinds = set(kinds_at(context, clause)) & self._chief.kinds
        if kinds:
            return main or not value.nominal
        if value.nominal or value.tense != "past":
            return False
        subject = _came(value)
        if value.predicate in HAPPENS or takes_place(value):
            return subject is not None and self._is_it(context, clause, subject)
        verbs = {value.predicate.replace(" ", "-"), f"{value.predicate} {completed(clause)}".strip().replace(" ", "-")}
        return not verbs.isdisjoint(self._chief.verbs) and self._comes(value)

    def _is_it(self, context: Context, clause: Mention[Clause], subject: Argument) -> bool:
        """Whether the subject of "happened" stands for the chief event."""
        head = subject.head.lower()
        kind = noun_kind(event_noun(context, clause, subject))
        if kind in known_kinds():
            return kind in self._chief.kinds
        return head in ANY_EVENT or head in self._chief.nouns

    def _comes(self, value: Clause) -> bool:
        """Whether those who do it, or what comes, may be the event's: no police, no firemen."""
        doer = next((a for a in value.arguments if a.relation == ("agent" if value.passive else "subject")), None)
        if doer is None:
            return value.passive
        head = doer.head.lower()
        return not _forms(head).isdisjoint(self._chief.nouns)

    def _begins(self, context: Context, sentence: Span, time: Span) -> bool:
        """Whether a time stands behind "the start of the fire", right after "at"."""
        before = context.article.text[sentence.start : time.start]
        noun = START_OF.search(before)
        return noun is not None and noun_kind(noun[1].lower()) in self._chief.kinds


BARE = "bare hour"
"""The rule of a claim of an hour that is told by itself."""

ALONE = re.compile(
    r"(?:^|[\"“‘'.,;:]\s*|\band\s+)it\s+(?:was|must\s+have\s+been|would\s+have\s+been|had\s+just\s+gone)\s+(?:[a-z]+\s+){0,2}$"
    r"|\b(?:clock|watch|wristwatch)\s+(?:had\s+)?(?:said|read|showed|stopped\s+at)\s+(?:about\s+)?$"
    r"|\b(?:put|puts|putting)\s+(?:the|its|their)\s+(?:time|hour)\s+(?:[^.;]{3,40}\s)?(?:at|as)\s+(?:about\s+|around\s+)?$"
    r"|^\W*that\s+was\s+(?:at|about|around)\s+$",
    re.I,
)
"""What stands before an hour that is told by itself: by who looked at the clock, or by a clock that stopped."""

GOES_ON = re.compile(r"[^.;]{0,20}\b(?:when|that|before|until|by\s+the\s+time|after)\b", re.I)
"""Behind an hour, what tells which deed was then."""


def _is_bare(context: Context, time: Span) -> bool:
    """Whether an hour is told by itself: what was then the story tells, and not its sentence."""
    text, sentence = context.article.text, context.sentence(time)
    return (
        ALONE.search(text[sentence.start : time.start]) is not None
        and GOES_ON.match(text[time.end : sentence.end]) is None
    )


HAPPENS = frozenset({"happen", "occur", "unfold", "strike"})
ANY_EVENT = frozenset(
    {"it", "this", "incident", "accident", "tragedy", "disaster", "impact", "drama", "emergency", "catastrophe",
     "outrage", "atrocity", "ordeal", "horror", "calamity"}
)  # fmt: skip
"""What is said to happen, and is the event that the story is about."""

START_OF = re.compile(
    r"\b(?:start|beginning|outbreak|onset|time|hour|moment)\s+of\s+(?:the|this)\s+([a-z-]+)"
    r"(?:\s+(?:was|is|has\s+been|being)\s+\w+)?\s+(?:at|as)\s+(?:about\s+|around\s+|approximately\s+)?$",
    re.I,
)


def _came(value: Clause) -> Argument | None:
    return next((a for a in value.arguments if a.relation == "subject"), None)


def _forms(head: str) -> set[str]:
    return {head, head.removesuffix("s"), head.removesuffix("es"), head.removesuffix("ies") + "y"}


def _onsets(groups: Sequence[Group], telling: _Telling) -> list[Onset]:
    """All claims of the hour of the chief event, in the order of groups."""
    return [
        Onset(claim, number, *told)
        for number, group in enumerate(groups)
        if group and group[0].kind == "time" and group[0].disclosed and group[0].measure.endswith(" clock")
        for claim in group
        if claim.measure.split()[-2] != "plan" and not claim.event
        if (told := telling.onset(claim)) is not None
    ]


def _of_its_day(one: Onset, days: Sequence[str]) -> Onset:
    """An onset without the day that is told last before it, where nobody tells the event of that day."""
    elsewhere = days and one.clock.near and not any(same_day(one.clock.near, day) for day in days)
    return one._replace(clock=one.clock._replace(near="")) if elsewhere else one


def _is_series(hours: Sequence[Clock]) -> bool:
    """Whether an article gives several hours, as of one bomb after the other."""
    return any(apart(one, hours[0]) > SAME_HOUR for one in hours[1:])


SAME_HOUR = 15
"""Minutes by which one article may give one hour more loosely the second time."""


def _one_an_article(found: Iterable[Onset]) -> dict[str, Onset]:
    """The onset of each article, that of a main event's own telling before others, then the first."""
    order = sorted(
        found, key=lambda one: (one.claim.article, one.bare, one.claim.rule != MAIN, one.claim.focus, one.group)
    )
    return {one.claim.article: one for one in reversed(order)}


def _plain(one: Onset) -> Claim:
    """A claim by its clock, with its day where that stands beside it."""
    return replace(one.claim, value_key=f"{one.clock.day}T{one.clock.time}")


def _home(told: dict[str, Onset]) -> Onset | None:
    """The onset whose hour most articles give, that of a main event's own telling before others, none that is bare."""
    agreed = {
        article: sum(same_time(_plain(one), _plain(other)) for other in told.values()) for article, one in told.items()
    }
    return max(
        (told[article] for article in sorted(told) if not told[article].bare),
        key=lambda one: (agreed[one.claim.article], one.claim.rule == MAIN, not one.clock.halves, -one.group),
        default=None,
    )


def _fitting(told: dict[str, Onset], home: Onset) -> list[Onset]:
    """The onsets that may be compared with that of `home`, each by its clock: on one day, and not too far off."""
    fitting = []
    for one in (told[article] for article in sorted(told)):
        clock = lined_up(one.clock, home.clock)
        if clock is not None and apart(clock, home.clock) <= (NEAR if one.bare else FAR):
            fitting.append(one._replace(clock=clock))
    return fitting


def _moved(groups: list[Group], home: Onset, told: list[Onset]) -> list[Group]:
    """The groups, with the onsets that fit in the group of `home`, and nowhere else."""
    like = max((one.claim for one in told), key=lambda c: (c.rule == MAIN, "start of" not in c.asked, len(c.asked)))
    measure = f"{' '.join(like.measure.split()[:-2])} happen clock"
    taken = {(one.claim.article, one.claim.focus) for one in told}
    joined = []
    for one in told:
        own = one.group == home.group
        slots = {} if own else {"measure": measure, "subject": "", "rule": like.rule, "asked": like.asked}
        joined.append(replace(_plain(one), **slots))
    held = {claim.article for claim in joined}
    out: list[Group] = []
    for number, group in enumerate(groups):
        if number == home.group:
            out.append(in_order((*joined, *(claim for claim in group if claim.article not in held))))
        elif group and group[0].kind == "time" and group[0].measure.endswith(" clock"):
            out.append(tuple(claim for claim in group if (claim.article, claim.focus) not in taken))
        else:
            out.append(group)
    return out
