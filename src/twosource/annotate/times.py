"""Find times as TIMEX3: dates, times of day, durations and sets, resolved against publication and text.

Reads   Parse (text, tokens, syntax), Article.published, the dateline
Gives   Mention[Time], in text order, never overlapping
Misses  event-anchored times ("two days before the vote" is a duration), lunar holidays, times given only by tense
"""

import re
from datetime import date
from functools import cache
from typing import NamedTuple

import msgspec
from spacy.tokens import Token

from twosource.annotate.lookup import Lookup, Taken
from twosource.annotate.numbers import either
from twosource.annotate.parse import Parse
from twosource.annotate.times_calendar import bounds
from twosource.annotate.times_clock import clock_rules, with_day, zone_of, zones
from twosource.annotate.times_dates import date_rules
from twosource.annotate.times_durations import duration_rules
from twosource.annotate.times_grammar import Anchor, Rule
from twosource.annotate.times_guard import names_in, plausible
from twosource.annotate.times_offset import with_offsets
from twosource.annotate.times_relative import relative_rules
from twosource.annotate.times_tense import dated_words, direction
from twosource.annotate.times_triggers import RULES, triggers, windows
from twosource.model import Article, Mention, Mentions, Span, Time
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import table

BY = "times/4"


class Candidate(NamedTuple):
    """A match of a rule that passed its guard."""

    start: int
    end: int
    rule: Rule
    found: "re.Match[str]"


def find_times(parse: Parse, found: Mentions) -> tuple[Mention[Time], ...]:
    """Return every time expression of the article, in text order.

    A relative time is resolved against `Article.published`; without it the value keeps its X's ("XXXX-WXX-1").
    """
    lookup = Lookup(parse.doc)
    chosen = _choose(_candidates(parse.text, lookup))
    mentions = _with_clocks(parse.text, _read(chosen, parse, lookup), parse.article)
    joined = with_offsets(parse.text, _joined(parse.text, mentions))
    return tuple(Mention(_finished(mention, parse, lookup), mention.span, BY) for mention in joined)


@cache
def rules() -> tuple[Rule, ...]:
    """Return all rules, in the order in which they win where they match the same words."""
    return (*date_rules(), *relative_rules(), *clock_rules(), *duration_rules())


def _candidates(text: str, lookup: Lookup) -> list[Candidate]:
    """Return all matches of all rules that pass their guards."""
    named, places = Taken(names_in(text)), triggers(text)
    kept = []
    for rule in rules():
        starts = [start for kind in RULES[rule.name] for start in places.get(kind, ())]
        for left, right in windows(starts, len(text)) if starts else ():
            for found in rule.pattern.finditer(text, left, right):
                start, end = found.span()
                if named.overlaps(start, end):
                    continue
                if plausible(rule.name, found, _head_token(found, lookup)):
                    kept.append(Candidate(start, end, rule, found))
    return kept


def _head_token(found: "re.Match[str]", lookup: Lookup) -> Token | None:
    """Return the token at the word that names the time, not at its modifier."""
    groups = found.re.groupindex
    for name in ("month", "weekday", "year", "season", "part", "word", "unit"):
        if name in groups and found.start(name) >= 0:
            return lookup.at(found.start(name))
    return lookup.at(found.start())


def _choose(candidates: list[Candidate]) -> list[Candidate]:
    """Keep the longest of the candidates that overlap, the first rule's among equals; in text order."""
    order = {rule.name: at for at, rule in enumerate(rules())}
    ordered = sorted(candidates, key=lambda c: (c.start, -c.end, order[c.rule.name]))
    kept: list[Candidate] = []
    for candidate in ordered:
        if kept and candidate.start < kept[-1].end:
            if candidate.end - candidate.start > kept[-1].end - kept[-1].start:
                kept[-1] = candidate
            continue
        kept.append(candidate)
    return kept


def anchor_of(article: Article) -> Anchor:
    """Return the day and clock of publication as the start of resolution; an empty Anchor when the page gives none."""
    value = article.published.value if article.published else ""
    try:
        day = date.fromisoformat(value[:10])
    except ValueError:
        return Anchor()
    return Anchor(day, value[11:16]) if 1000 < day.year < 9000 else Anchor()


def _read(chosen: list[Candidate], parse: Parse, lookup: Lookup) -> list[Mention[Time]]:
    """Read the candidates in text order, each against what was named before it."""
    anchor = anchor_of(parse.article)
    mentions: list[Mention[Time]] = []
    for candidate in chosen:
        token = _head_token(candidate.found, lookup)
        toward = direction(token) if candidate.rule.tensed and token is not None else 0
        told = anchor._replace(direction=toward)
        if candidate.rule.name == "weekday" and (first := _first_day(parse.text, mentions, candidate.start)):
            told = anchor._replace(direction=1, published=first)
        time = candidate.rule.read(candidate.found, told)
        if time is None:
            continue
        mentions.append(Mention(time, Span(candidate.start, candidate.end), BY))
        if time.type == "DATE" and time.start:
            anchor = anchor._replace(said=time.value)
    return mentions


def _first_day(text: str, mentions: list[Mention[Time]], start: int) -> date | None:
    """Return the day that a stretch of days begins with, when its last is the weekday at `start` ("Monday through")."""
    if not mentions or len(mentions[-1].value.value) != ISO_DAY or "X" in mentions[-1].value.value:
        return None
    between = text[mentions[-1].span.end : start].strip().lower()
    return date.fromisoformat(mentions[-1].value.value) if between in ("through", "thru", "to", "–") else None


def _with_clocks(text: str, mentions: list[Mention[Time]], article: Article) -> list[Mention[Time]]:
    """Give each clock time its day: that of the nearest date in its clause, else the last one named."""
    days = {m.span: m.value.value[:ISO_DAY] for m in mentions if PLAIN_DAY.fullmatch(m.value.value)}
    dated, anchor = Taken(list(days)), anchor_of(article)
    out: list[Mention[Time]] = []
    for mention in mentions:
        if not mention.value.value.startswith("T"):
            out.append(mention)
            continue
        if out and _restated(text, out[-1], mention):
            continue
        span = mention.span
        around = [dated.spans[at] for at in dated.near(max(0, span.start - 2 * NEAR), span.end + NEAR)]
        near = [(abs(day.start - span.start), days[day]) for day in around if _together(text, day, span)]
        before = dated.around(span.start)
        said = anchor._replace(said=days[before] if before else "")
        time = with_day(mention.value, said, min(near)[1] if near else "")
        if time is not None:
            out.append(Mention(time, span, BY))
    return out


PLAIN_DAY = re.compile(r"[\dX]{4}-(?:[\dX]{2}-[\dX]{2}|WXX-\d)(?:T[A-Z]{2})?")
"""The value of a day, or of a part of one ("Thursday night")."""


def _restated(text: str, one: Mention[Time], two: Mention[Time]) -> bool:
    """Whether a clock time in brackets says the one before it again, in another zone ("10:35 a.m. (0735 GMT)")."""
    return one.value.type == "TIME" and bool(two.value.zone) and text[one.span.end : two.span.start].strip() == "("


NEAR = 60
"""Characters between a clock time and its day at most: both stand in one clause."""


def _together(text: str, one: Span, other: Span) -> bool:
    """Whether two spans stand in one clause: near, and no end of sentence between."""
    left, right = (one, other) if one.start < other.start else (other, one)
    between = text[left.end : right.start]
    return len(between) < NEAR and not re.search(r"[!?;\n]|(?<![ap.]m)\.\s+[A-Z]", between)


def _joined(text: str, mentions: list[Mention[Time]]) -> list[Mention[Time]]:
    """Make one mention of a clock time and the day right behind it ("4 a.m. EDT Thursday")."""
    out: list[Mention[Time]] = []
    for mention in mentions:
        last = out[-1] if out else None
        if (
            last is not None
            and last.value.type == "TIME"
            and PLAIN_DAY.fullmatch(mention.value.value)
            and re.search(r"T\d\d:", last.value.value)
            and last.value.value.startswith(mention.value.value[:ISO_DAY])
            and text[last.span.end : mention.span.start].strip() in ("", "on")
            and "\n" not in text[last.span.end : mention.span.start]
        ):
            out[-1] = Mention(last.value, Span(last.span.start, mention.span.end), BY)
        else:
            out.append(mention)
    return out


@cache
def _modifiers() -> "re.Pattern[str]":
    """Return a pattern for modifiers that stay outside the span, right before it."""
    outside = [row[0] for row in table("time_modifiers") if row[2] == "out"]
    return re.compile(rf"\b({either(outside)})\s+$", re.IGNORECASE)


def _finished(mention: Mention[Time], parse: Parse, lookup: Lookup) -> Time:
    """Return the time with the modifier before it, its zone and the words it dates."""
    time, start = mention.value, mention.span.start
    mod = time.mod
    if not mod and (before := _modifiers().search(parse.text, max(0, start - 20), start)):
        mod = {row[0]: row[1] for row in table("time_modifiers")}[before[1].lower()]
    if mod == "AFTER" and time.value.endswith("T24:00"):
        early = f"{time.value.removesuffix('24:00')}00:00"  # "shortly after midnight on Sunday" is early on Sunday
        first, last = bounds(early)
        time = msgspec.structs.replace(time, value=early, start=first, end=last)
    zone = time.zone
    if zone == "local":
        zone = _local_zone(parse.article, mention.span)
    elif not zone and time.type == "TIME":
        tail = re.match(r"[ ,(]{1,2}(local time)\b", parse.text[mention.span.end : mention.span.end + 13])
        zone = _local_zone(parse.article, mention.span) if tail else ""
    dates = dated_words(lookup.within(mention.span.start, mention.span.end)) if time.type in ("DATE", "TIME") else ()
    return msgspec.structs.replace(time, mod=mod, zone=zone, dates=dates)


@cache
def _zone_places() -> "re.Pattern[str]":
    """Return a pattern for countries and cities whose zone is known."""
    return re.compile(
        r"\b(?:" + either(sorted(row[0] for row in table("time_zones") if row[2] in ("country", "city"))) + r")\b"
    )


SENTENCE = 200
"""Characters around a "local time" in which its place is looked for: about a sentence."""


def _local_zone(article: Article, span: Span) -> str:
    """Return the zone that "local time" means: of the one place near it, else of the dateline's; "" when open."""
    text = article.text
    near = {
        zones()[m[0]]
        for m in _zone_places().finditer(text, max(0, span.start - SENTENCE), min(len(text), span.end + SENTENCE))
    }
    if len(near) == 1:
        return near.pop()
    for block in article.blocks_of("dateline"):
        head = block.span.of(text)
        for name in re.split(r"[,(–—-]", head):
            if zone := zone_of(name.strip().title() + " time"):
                return zone if zone != "local" else ""
    return ""
