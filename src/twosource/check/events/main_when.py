"""Say when a story's own event happened: one question for the day and one for the clock, whoever answers it.

Reads   the mentions of one main event
Gives   groups of time claims, one for each question
Misses  "yesterday" in a text without a date

An article dates one event once: where it gives two days or hours, the one that the other articles have is taken, or
else the first. Another day is another event of that kind, unless both sentences surely tell of this one.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from twosource.check.background import FULL_DAY
from twosource.check.claims.dating import PRINTED, comes_again, names_a_thing, times_of
from twosource.check.claims.deed_times import time_claim
from twosource.check.claims.deeds import asked_after, best_asked, of_noun
from twosource.check.claims.time_keys import NAMED_DAY, SPOKEN, compared, day_of, grain_of, time_key
from twosource.check.claims.undated import ALSO_THEN, is_of_a_noun
from twosource.check.compatible import is_coarse, is_one_time, same_time
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import known_kinds, noun_kind
from twosource.check.events.main_tellings import (
    AFTERMATH,
    BY,
    Told,
    kinds_at,
    label,
    may_befall_one,
    parties_of,
)
from twosource.check.events.named_there import sites
from twosource.check.events.place_names import key_of
from twosource.check.language.nouns import is_noun
from twosource.check.language.order import in_order
from twosource.check.language.words import content_words, sense
from twosource.model import Bound, Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import mapping, words

UNTIL = re.compile(r"\b(?:until|till|through|since|by|from|to)\s+(?:at\s+|about\s+|around\s+|the\s+)*$", re.I)
"""What makes a time the end or the beginning of a state, and not when the event happened."""

BEFORE = 20
"""Characters before a time that are looked at for such words."""

POINTS = re.compile(r"\b(?:earlier|later|before|after|previous|following|next|that|same|each|every)\b", re.I)
"""Words of a time that is reckoned from another one."""

SPEAKERS = re.compile(rf"{SPOKEN.pattern}|\blast\b", re.I)
"""Words of a time that a quoted speaker reckons from when it was said."""

ASIDE = re.compile(r"\([^()]*$")
"""An open bracket before a time: it gives another zone's hour, or when something else was."""

NIGHT, EARLY = (
    re.compile(r"\b(?:night|late|midnight|overnight|evening)\b", re.I),
    re.compile(r"\b(?:early|morning|overnight|midnight|hours)\b", re.I),
)
"""What may be said of one night: "late on Friday" and "early on Saturday"."""

SERIAL = frozenset(
    {"win", "lose", "score", "meet", "say", "release", "sell", "publish", "hit", "trade", "rise", "fall"}
)
"""Kinds of which there are many in a season or a week: another day is another one."""


class Dated(NamedTuple):
    """A claim about time with the mention of the event that it dates."""

    told: Told
    claim: Claim


def times(kind: str, told: Sequence[Told]) -> list[tuple[Claim, ...]]:
    """Return the groups of claims that say when an event happened, or ended: the day and the clock of each."""
    asked: dict[str, list[Dated]] = defaultdict(list)
    called, ended = named_by(told), f"did the {label(told)} end"
    for one in _of_what_is_asked(kind, told, called):
        for clause in _dated(one):
            for time in _times(one.context, clause):
                if dates_it(one.context, clause, time):
                    for key in _keys(compared(one.context, time), one.context.text(time.span), one.context.day[:10]):
                        claim = _claim(kind, one, clause, time, key)
                        claim = replace(claim, asked=ended if claim.measure.split()[-2] == "end" else called)
                        asked[claim.measure.replace(" hold ", " happen ")].append(Dated(one, claim))
    days, ends = (f"{kind} {phase} day" for phase in ("happen", "end"))
    if all(same_time(a.claim, b.claim) for a in asked.get(days, ()) for b in asked.get(ends, ())):
        asked[days] += [Dated(one, replace(c, measure=days, asked=called)) for one, c in asked.pop(ends, ())]
    return [group for measure in sorted(asked) for group in _parted(kind, asked[measure])]


def _of_what_is_asked(kind: str, told: Sequence[Told], called: str) -> Sequence[Told]:
    """Those of what is done about an event whose sentences hold a word of what is asked: a story tells of many finds.

    When a strand of hair was found nobody says who tells when a rifle was.
    """
    deed = {sense(one.clause.value.predicate) for one in told}
    about = {sense(word) for word in content_words(called)} - deed
    if kind not in AFTERMATH or not about:
        return told
    return [one for one in told if about & {sense(word) for word in content_words(_sentence_of(one))}]


def _sentence_of(one: Told) -> str:
    return one.context.text(one.context.sentence(one.clause.span))


def days_of(told: Told) -> frozenset[str]:
    """Return the days, as ISO dates, that a mention of an event gives for it; none where only a weekday is known."""
    context = told.context
    found = set()
    for clause in _dated(told):
        for time in _times(context, clause):
            day = _with_year(day_of(compared(context, time)), context.day[:10])
            if FULL_DAY.fullmatch(day) and dates_it(context, clause, time):
                found.add(day)
    return frozenset(found)


def _with_year(day: str, today: str) -> str:
    """A day without its year as the last one of that name before the article's own."""
    if not (day.startswith(ANY_YEAR) and FULL_DAY.fullmatch(today)):
        return day
    year = int(today[:4]) - (day.removeprefix(ANY_YEAR) > today[4:])
    return f"{year}{day.removeprefix(ANY_YEAR)}"


ANY_YEAR = "XXXX"


def named_by(told: Sequence[Told], shortly: bool = False) -> str:
    """Return an event as it is asked after: by its noun where that is as common, else as most tell it.

    Told `shortly` the noun will do where it is there at all: what most tell may hold the place that is asked for.
    """
    name = label(told)
    named = [one for one in told if one.clause.value.nominal and one.clause.value.predicate == name]
    known = (noun_kind(name) or is_noun(name)) and not all(map(_only_describes, named))
    called = Counter(one.context.text(one.clause.span).lower() for one in named if known)
    noun = max(sorted(called), key=lambda word: called[word], default="")
    nouns = called.total()
    full = [asked_after(one.context, one.clause) for one in told if one.full and not one.clause.value.nominal]
    return (
        of_noun(noun)
        if nouns and (shortly or nouns >= len(full))
        else best_asked(full) or (of_noun(noun) if nouns else "")
    )


def _only_describes(one: Told) -> bool:
    """Whether a noun for an event only says what the noun behind it is: nobody asks when the stab of a wound was."""
    behind = BEHIND.match(one.context.article.text, one.clause.span.end)
    return behind is not None and is_noun(behind[1].removesuffix("s"))


BEHIND = re.compile(r" ([a-z]+)\b")


def _times(context: Context, clause: Mention[Clause]) -> tuple[Mention[Time], ...]:
    """The times of a clause, with those taken for the time of a thing in it ("from a shop early on Tuesday")."""
    found = times_of(context, clause)
    parts = [a.span for a in clause.value.arguments if a.relation != "complement"]
    things = [
        time
        for time in within(context.mentions.times, context.sentence(clause.span))
        if time not in found and any(part.covers(dated) for part in parts for dated in time.value.dates)
        if not any(_is_event(context, dated) for dated in time.value.dates)
        and not any(names_a_thing(time, part) for part in parts)
    ]
    return (*found, *things)


def _is_event(context: Context, dated: Span) -> bool:
    """Whether a word tells of an event itself, as a clause or as a noun."""
    if any(clause.span.start == dated.start for clause in within(context.mentions.clauses, context.sentence(dated))):
        return True
    return bool(noun_kind(context.text(dated).lower()))


IN_A_NAME = re.compile(r"\b(?:Patch|Black|Super|Good|Cyber|Ash|Palm|Easter|Bloody)\s$")
"""Before a day that is part of a name: "the worst Patch Tuesday"."""


def dates_it(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Return whether a time says when a clause's event was, told by itself."""
    text, place = context.text(time.span), time.span.start
    if IN_A_NAME.search(context.article.text[max(0, place - BEFORE) : place]):
        return False
    if UNTIL.search(context.article.text[max(0, place - BEFORE) : place]) or POINTS.search(text):
        return False
    if ASIDE.search(context.article.text[max(0, place - BEFORE) : place]) or comes_again(context, time.span):
        return False
    if PRINTED.search(context.text(context.sentence(clause.span))):
        return False
    value = clause.value
    if not value.nominal and value.predicate not in ALSO_THEN and is_of_a_noun(context, clause.span, time.span):
        return False
    quoted = any(
        a.value.form in ("direct", "mixed") and any(content.covers(time.span) for content in a.value.content)
        for a in context.mentions.attributions
    )
    return not (quoted and SPEAKERS.search(text))


def _keys(time: Time, text: str, today: str) -> tuple[str, ...]:
    """The keys of a time: of its clock, and of its day, each where it has one.

    A weekday that only stands nearby may be another zone's: "at 6:41 this evening (02:41 GMT Friday)".
    """
    clock, day = time_key(time), day_of(time)
    if "W" in day and "day" not in text.lower():
        clock, day = clock.removeprefix(day), ""
    if "T" in clock and day == today and not (NAMED_DAY.search(text) or SPOKEN.search(text)):
        day = ""  # an hour without its day is no sign that it was today: a report may come years later
    return tuple(dict.fromkeys(key for key in (clock, day) if key))


def _claim(kind: str, one: Told, clause: Mention[Clause], time: Mention[Time], key: str) -> Claim:
    phase = "" if clause.value.nominal else mapping("aspect_verbs").get(clause.value.predicate, "")
    ends = phase == "end" and kind_at(one.context.article, one.context.mentions, clause.span) != kind
    phase = "end" if ends else "hold" if one.full else "happen"
    around = one.context.article.text[max(0, time.span.start - len("early on ")) : time.span.end]
    night: Bound = ">" if NIGHT.search(around) else "<" if EARLY.search(around) else "="
    measure = f"{kind} {phase} {grain_of(key)}"
    return time_claim(one.context, clause, time, key, day_bound=night, measure=measure, rule=BY)


def _dated(one: Told) -> Iterable[Mention[Clause]]:
    """The clauses whose time is the event's: its own, that of what happened in it, and what was done in one breath.

    In "burst into the shop late on Friday and stole watches" the day is that of the theft, in "two were hurt in the
    crash on Sunday" that of the crash.
    """
    yield one.clause
    sentence = one.context.sentence(one.clause.span)
    for clause in within(one.context.mentions.clauses, sentence):
        if clause is one.clause or clause.value.nominal or not clause.value.tense:
            continue
        kinds = kinds_at(one.context, clause)
        if one.clause.value.nominal or not one.clause.value.tense:
            if AFTERMATH.isdisjoint(kinds) and _takes_place_in(one, clause):
                yield clause
        elif _subject(clause) is not None and _subject(clause) == _subject(one.clause):
            same = clause.value.tense == one.clause.value.tense and clause.value.predicate not in words("light_verbs")
            if same and known_kinds().isdisjoint(kinds) and not _parted_by_another(one, clause):
                yield clause


def _parted_by_another(one: Told, clause: Mention[Clause]) -> bool:
    """Whether a verb of somebody else stands between two of one subject: they are not told in one breath."""
    first, last = sorted((one.clause.span, clause.span))
    between = within(one.context.mentions.clauses, Span(first.end, last.start))
    return any(other.value.tense and _subject(other) != _subject(clause) for other in between)


def _takes_place_in(one: Told, clause: Mention[Clause]) -> bool:
    """Whether a clause has the noun for the event as the head of where it takes place ("hurt in the crash")."""
    return any(
        a.relation in ("in", "during", "at") and a.span.covers(one.clause.span) and a.span.end == one.clause.span.end
        for a in clause.value.arguments
    )


def _subject(clause: Mention[Clause]) -> Span | None:
    return next((a.span for a in clause.value.arguments if a.relation == "subject"), None)


def _parted(kind: str, dated: list[Dated]) -> list[tuple[Claim, ...]]:
    """The answers to one question, in groups: what most articles have with what disputes it, then the rest."""
    left = sorted(dated, key=lambda one: (one.claim.article, one.claim.focus, one.claim.id))
    groups: list[tuple[Claim, ...]] = []
    while left:
        agreed = {
            number: len({other.claim.article for other in left if is_one_time(one.claim, other.claim)})
            for number, one in enumerate(left)
        }
        number = max(agreed, key=lambda number: (not is_coarse(left[number].claim.value_key), agreed[number], -number))
        own = [best := left[number]]
        for one in sorted(left, key=lambda one: is_coarse(one.claim.value_key)):
            if one is not best and all(is_one_time(one.claim, other.claim) for other in own[:ENOUGH]):
                own.append(one)
        articles = {one.claim.article for one in own}
        against = [
            one
            for one in left
            if one.claim.article not in articles
            and not same_time(one.claim, best.claim)
            and not (_by_the_page(one) or _by_the_page(best))
            and (kind not in AFTER_ONE_ANOTHER or (_day_known(one.claim) and _day_known(best.claim)))
            and any(_surely_one(kind, one.told, other.told) for other in own)
        ]
        first: dict[str, Dated] = {}
        for one in against:
            first.setdefault(one.claim.article, one)
        group = {one.claim.id: one.claim for one in (*own, *first.values())}
        groups.append(in_order(group.values()))
        taken = articles | set(first)
        left = [one for one in left if one.claim.article not in taken]
    return groups


AFTER_ONE_ANOTHER = frozenset({"quake", "attack", "bomb", "explode", "shoot", "storm/n"})
"""Kinds of which one may follow the other within a day or two: an hour without its day may be another one's."""


def _by_the_page(dated: Dated) -> bool:
    """Whether a day is reckoned from a line at the top of a page, which may be that of an update: "yesterday"."""
    published = dated.told.context.article.published
    return published is not None and bool(published.inferred) and SPOKEN.search(dated.claim.value) is not None


def _day_known(claim: Claim) -> bool:
    return not claim.value_key.startswith("T")


ENOUGH = 40
"""Claims of a value that a further one is compared with."""


def _surely_one(kind: str, a: Told, b: Told) -> bool:
    """Whether two mentions surely tell of one event, so that two days for it are at odds: both say in full that it
    happened, to the same, and name no other.
    """
    if kind in SERIAL or not (a.full and b.full) or {a.clause.value.tense, b.clause.value.tense} != {"past"}:
        return False
    if not may_befall_one(a.patient, b.patient) or _elsewhere(a, b):
        return False
    if a.carried and b.carried:
        return True
    return bool(parties_of(a) & parties_of(b))


def _elsewhere(a: Told, b: Told) -> bool:
    """Whether two mentions are placed, and not at one place."""
    first, second = ({key_of(one.context.text(place)) for place in sites(one)} for one in (a, b))
    return bool(first and second) and not first & second
