"""Where a text gives somebody's age: the number, and how it stands to whom it is of.

Reads   sentences, the names in them
Gives   Aged, in text order; of a list ("61 and 48 years old") one each
Misses  ages in months; "in his forties"; a number between commas behind somebody who is not named or described
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.check.context import Context
from twosource.model import Span
from twosource.text.lexicon import table

OLDEST = 122
"""Nobody is known to have lived longer than 122 years (Jeanne Calment)."""

GROWN = 20
"""From here on a number behind "died at" is hardly an hour."""


class Aged(NamedTuple):
    """An age where it stands: its number, the whole expression, and which of how many in a list it is.

    `form` says how it was told: "joined" ("33-year-old"), "aged" ("at the age of 33"), "behind" (", 33,") or "is"
    ("was 33"). `bounded` ones are of nobody in particular ("under age 40", "18 years or older").
    """

    span: Span
    years: float
    whole: Span
    form: str
    number: int = 0
    of: int = 1
    bounded: bool = False


@cache
def _values() -> dict[str, float]:
    return {row[0]: float(row[1]) for row in table("number_words") if row[2] in ("unit", "teen", "ten")}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    one = rf"(?:\d{{1,3}}|{'|'.join(_values())})"
    several = rf"(?<![\w.,$€£/-])(?P<ages>{one}(?:-?,\s+{one})*-?,?\s+and\s+{one}|{one})"
    return {
        "number": re.compile(rf"\b{one}\b", re.I),
        "joined": re.compile(rf"{several}(?:[-\s]+years?[-\s]+olds?\b|\s+years\s+of\s+age\b)", re.I),
        "aged": re.compile(rf"\b(?:aged|ages?|age\s+of)\s+{several}\b(?![\w%]|[.,:]\d)", re.I),
        "behind": re.compile(
            r"(?:['’]s)?,?\s*(?:\(|,|--|who\s+is\s)\s*(?:(?:both|each|now)\s+)?(?:aged\s+)?"
            rf"(?!one\b){several.replace(',$', '$')}"
            r"(?=\s*[,).;]|\s+(?:and|of\s+[A-Z]|from\s+[A-Z]|who|--)|\s*[–—]|-(?:an?|the|his|her|their)\s|\s+years?\s+old)",
        ),
        "is": re.compile(rf"\s+(?:is|was)\s+(?:just\s+|only\s+|aged\s+)?(?P<ages>{one})(?=\s*(?:[.;,](?!\d)|$|\n))"),
        "died": re.compile(
            r"\b(?:died|dies|dead|passed\s+away|death)\b(?:[^.;:\n]|\b[A-Z]\.){0,60}?\s+at\s+(?P<ages>\d{2,3})(?=\s*(?:[.;,](?!\d)|$|\n))",
            re.I,
        ),
    }


LIMIT_BEFORE = {
    "joined": re.compile(r"\b(?:under|over|below|above|than|least|between|minimum|maximum|legal)\s+$", re.I),
    "aged": re.compile(
        r"\b(?:under|over|below|above|than|least|between|from|minimum|maximum|legal|by|until|before)\s+(?:(?:the|an?)\s+)?$",
        re.I,
    ),
}
LIMIT_BEHIND = re.compile(r"^\s*(?:or|and)\s+(?:older|over|above|up|under|younger)\b|^\s*(?:to|[-–])\s*\d", re.I)
"""Beside an age that is a limit: it is nobody's in particular."""


def aged(context: Context) -> tuple[Aged, ...]:
    """Return every age that the text gives, in text order, none twice."""
    text, found = context.article.text, dict[int, Aged]()
    for form in ("joined", "aged", "died"):
        for match in _patterns()[form].finditer(text):
            _add(context, found, match, "aged" if form == "died" else form)
    for name in context.mentions.names:
        known = name.span in context.at and context.at[name.span].kind == "person"
        several = name.value.form == "description" and name.value.kind == "group"
        person = known or several or name.value.kind == "person"
        if person and name.value.form != "pronoun" and (behind := _patterns()["behind"].match(text, name.span.end)):
            _add(context, found, behind, "behind")
        if person and name.value.form != "description" and (told := _patterns()["is"].match(text, name.span.end)):
            _add(context, found, told, "is")
    return tuple(found[start] for start in sorted(found))


def _add(context: Context, found: dict[int, Aged], match: re.Match[str], form: str) -> None:
    """Note each age of an expression, unless one was found at its place."""
    text, start = context.article.text, match.start("ages")
    numbers = list(_patterns()["number"].finditer(match["ages"]))
    lead = LIMIT_BEFORE.get(form)
    limit = lead is not None and lead.search(text[max(0, match.start() - 24) : match.start()]) is not None
    limit = limit or LIMIT_BEHIND.match(text[match.end() : match.end() + 16]) is not None
    for count, number in enumerate(numbers):
        told = number[0].lower()
        years = float(told) if told.isdigit() else _values()[told]
        span = Span(start + number.start(), start + number.end())
        if years <= OLDEST and not (match.re is _patterns()["died"] and years < GROWN):
            whole = Span(match.start("ages"), match.end())
            found.setdefault(span.start, Aged(span, years, whole, form, count, len(numbers), limit))
