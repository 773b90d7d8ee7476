"""Claims about which in order something is: "the 81st annual Awards", "their eighth straight win", "the No. 5 seed".

Reads   ordinals in words and figures with the noun behind
Gives   figure claims, of the noun and that it is told in order
Misses  the first and the second of anything; an ordinal whose noun stands elsewhere ("their eighth straight")
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.check.claims.asking import following
from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import singular
from twosource.check.language.words import WORD
from twosource.model import Claim, Span
from twosource.text.lexicon import table, words

BY = "ordinals"
NTH = "nth"
"""What the measure of an ordinal ends in: the fifth coach is no count of coaches."""

LEAST = 3
"""The first and the second of a thing are told of all things, and tell no number."""

BEFORE_NOUN = 4
"""Words between an ordinal and its noun: "the fifth National Basketball Association head coach"."""

PART_BEFORE = re.compile(r"\b(?:an?|one|two|three|four|every|each|per)[\s-]+$", re.I)
"""Before a fraction and before what comes back: "two thirds", "every third day"; but not "a third man"."""

OF_BEHIND = re.compile(r"^\s+of\b", re.I)


class Ordered(NamedTuple):
    """An ordinal: its number, its place, the lemma and the end of its noun."""

    number: float
    span: Span
    noun: str
    end: int


@cache
def _words() -> dict[str, float]:
    ones = {row[0]: float(row[1]) for row in table("number_words") if row[2] == "ordinal"}
    tens = {row[0]: float(row[1]) for row in table("number_words") if row[2] == "ten"}
    joined = {f"{ten}-{one}": high + low for ten, high in tens.items() for one, low in ones.items() if low < 10}
    return joined | ones


@cache
def _ordinal() -> re.Pattern[str]:
    told = "|".join(sorted(_words(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,$€£/-])(?:(?P<figure>\d{{1,4}}|\d{{1,3}},\d{{3}})(?:st|nd|rd|th)|(?P<word>{told}|{told.upper()})"
        r"|(?:[Nn]o\.\s?|[Nn]umber[\s-]|#\s?)(?P<rank>\d{1,3}))(?=\s+[^\W\d_])"
    )


def ordinals(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each thing that is told to be the third or a later one, in text order."""
    return tuple(
        _claim(context, told)
        for match in _ordinal().finditer(context.article.text)
        if (told := _read(context, match)) is not None and context.speaks(told.span)
    )


def _read(context: Context, match: re.Match[str]) -> Ordered | None:
    """What an ordinal is of; None for a date, a fraction, a name, and where no noun follows."""
    span, text = Span(match.start(), match.end()), context.article.text
    figure = match["figure"] or match["rank"]
    number = float(figure.replace(",", "")) if figure else _words()[match["word"].lower()]
    if (
        number < LEAST
        or _is_part(text, span)
        or any(time.value.type in ("DATE", "TIME") and time.span.covers(span) for time in context.mentions.times)
    ):
        return None
    noun, end = _noun(context, span.end, lower=match["rank"] is not None)
    return Ordered(number, span, noun, end) if noun else None


def _is_part(text: str, span: Span) -> bool:
    lead = PART_BEFORE.search(text[max(0, span.start - 8) : span.start])
    once = lead is not None and lead[0].split("-")[0].strip().lower() in ("a", "an")
    return lead is not None and (not once or OF_BEHIND.match(text[span.end :][:6]) is not None)


def _noun(context: Context, start: int, lower: bool) -> tuple[str, int]:
    """The last noun of the phrase behind an ordinal, as a lemma, and where it ends; `lower` refuses one in capitals."""
    text, sentence = context.article.text, context.sentence(Span(start, start))
    verbs = {one.span.start for one in within(context.mentions.clauses, sentence) if not one.value.nominal}
    noun, end, skipped, stop = "", start, 0, start
    for word in WORD.finditer(text, start, sentence.end):
        low = word[0].lower()
        if APART.search(text[stop : word.start()]) or low in words("stopwords") or (noun and word.start() in verbs):
            break
        if low in words("numbered_names") and (stop == start or word[0][0].isupper()):
            return "", start
        lemma = next((form for form in (singular(low), low) if form and is_noun(form) and low not in RUNNING), "")
        if lemma and not (lower and word[0][0].isupper()):
            noun, end = lemma, word.end()
        elif noun or skipped == BEFORE_NOUN:
            break
        else:
            skipped += 1
        stop = word.end()
    return ("", start) if noun in words("numbered_names") else (noun, end)


APART = re.compile(r"[^\s-]|\n\s*\n")
"""Between two words that are not of one phrase."""

RUNNING = frozenset({"straight", "consecutive", "successive", "annual", "overall"})
"""Adjectives behind an ordinal that are nouns elsewhere."""


def _claim(context: Context, told: Ordered) -> Claim:
    focus = Span(told.span.start, told.end)
    return make_claim(
        context,
        "figure",
        focus,
        measure=f"{told.noun} {NTH}",
        value=" ".join(context.text(focus).split()),
        subject=GENERIC,
        event=_event(context, focus),
        low=told.number,
        high=told.number,
        value_key=" ".join(sorted(surroundings(context, told.span))),
        asked=following(context, told.span.end, context.sentence(told.span).end),
        rule=BY,
    )


def _event(context: Context, span: Span) -> str:
    """The older event that an ordinal is of; "the third since 1994" counts from then on, up to this one."""
    key = context.event_key(span)
    return "" if key.startswith(SINCE) else key


SINCE = "since "
