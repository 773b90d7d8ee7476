"""Claims about how old somebody is.

Reads   the text beside people's names, and descriptions that give an age
Gives   figure claims with the measure "age"; of somebody who is only described, with the article's chief person beside
Misses  ages that stand apart from any name or description ("she turned 40")
"""

import re
from collections import Counter

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.context import Context, within
from twosource.check.nouns import is_person
from twosource.model import Claim, Mention, Name, Span

BY = "ages"
THEN = " then"
"""How the rule of an age ends that an older event's sentence gives: it may be the age of that time."""

AFTER = re.compile(r"^(?:['’]s)?,?\s*(?:\(|,|aged?\s|who is\s)\s*(?:aged?\s)?(\d{1,3})(?=\s*[,).;]|\s+years? old)")
"""The age behind a name: "Tara Reid, 33," and "Peter Guest (52)" and "Ann Hill, aged 40"."""

BEFORE = re.compile(r"\b(\d{1,3})[- ]years?[- ]old\b([^.,;:]{0,60})$")
"""The age before a name: "the 33-year-old actress Tara Reid"; sixty characters hold the nouns between them."""

DESCRIBED = re.compile(r"\bthe\s+(?P<age>\d{1,3})[- ]years?[- ]old\s+(?P<who>(?:[\w-]+\s+){0,3}?[\w-]+)\b", re.I)
"""Somebody told of by age: "the 33-year-old film actress"."""

OWNED = re.compile(r"^\s[^.,;:]*['’]s\s")
"""Words between an age and a name that make it another's: "the 33-year-old actress's agent Jack Hill"."""

DETERMINER = re.compile(r"^(?:the|a|an|his|her|their|its|our|my|this|that)\s+", re.I)
OLDEST = 122
"""Nobody is known to have lived longer than 122 years (Jeanne Calment)."""


def ages(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each age that stands beside a person's name or describes somebody, in text order."""
    text, found = context.article.text, {}
    for name in context.mentions.names:
        if name.value.form == "pronoun" or not context.speaks(name.span):
            continue
        who = context.at[name.span].name if _names_person(context, name) else ""
        after = AFTER.match(text[name.span.end : name.span.end + 24])
        sentence = context.sentence(name.span)
        before = BEFORE.search(text[sentence.start : name.span.start])
        if after and (who or (name.value.form == "description" and name.value.kind == "person")):
            start = name.span.end + after.start(1)
            found[start] = _claim(context, Span(start, start + len(after[1])), who, context.text(name.span))
        elif who and before and name.value.form == "name" and not _of_another(context, before, name):
            start = sentence.start + before.start(1)
            found[start] = _claim(context, Span(start, start + len(before[1])), who, "")
    for described in DESCRIBED.finditer(text):
        start = described.start("age")
        span = Span(start, described.end("age"))
        if start not in found and context.speaks(span) and (told := _person(described["who"])):
            found[start] = _claim(context, span, "", told)
    return tuple(found[start] for start in sorted(found) if (found[start].low or 0) <= OLDEST)


def _of_another(context: Context, before: re.Match[str], name: Mention[Name]) -> bool:
    """Whether an age before a name is somebody else's: a clause, a name, an "and" or an owner stands between."""
    between = Span(name.span.start - len(before[2]), name.span.start)
    clauses = within(context.mentions.clauses, between)
    if any(one.value.form == "name" and one.value.kind == "person" for one in within(context.mentions.names, between)):
        return True
    return " and " in before[2] or OWNED.match(before[2]) is not None or any(not one.value.nominal for one in clauses)


def _person(told: str) -> str:
    """The words up to the first noun for a person, "" when there is none."""
    found = told.split()
    for number, word in enumerate(found, 1):
        if is_person(word.lower().removesuffix("'s").removesuffix("’s")):
            return " ".join(found[:number])
    return ""


def _claim(context: Context, focus: Span, who: str, told: str) -> Claim:
    years = float(context.text(focus))
    then = bool(context.event_key(focus))
    return make_claim(
        context,
        "figure",
        focus,
        measure="age",
        value=context.text(focus),
        subject=who or GENERIC,
        low=years,
        high=years,
        unit="year",
        event="",
        asked="" if who else DETERMINER.sub("", told),
        value_key="" if who else _chief(context),
        rule=BY + (THEN if then else ""),
    )


def _chief(context: Context) -> str:
    """The name of the person whom the article speaks of most, as one word; "" when two are spoken of as often."""
    counts = Counter(context.at[name.span].name for name in context.mentions.names if _names_person(context, name))
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[0].replace(" ", "_") if first[1] > second[1] else ""


def _names_person(context: Context, name: Mention[Name]) -> bool:
    return name.span in context.at and context.at[name.span].kind == "person"
