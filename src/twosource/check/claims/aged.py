"""Where a text gives somebody's age: the number, and how it stands to whom it is of.

Reads   sentences, the names in them
Gives   Aged, in text order; of a list ("61 and 48 years old") one each
Misses  "in his forties"; a birthday; a number between commas behind somebody who is not named or described
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.check.context import Context
from twosource.check.language.nouns import is_person
from twosource.model import Span
from twosource.text.lexicon import mapping, table

OLDEST = 122
"""Nobody is known to have lived longer than 122 years (Jeanne Calment)."""

GROWN = 20
"""From here on a number behind "died at" is hardly an hour."""


class Aged(NamedTuple):
    """An age where it stands: its number, the whole expression, and which of how many in a list it is.

    `form` says how it was told: "joined" ("33-year-old"), "aged" ("at the age of 33"), "behind" (", 33,"), "of" ("a
    woman of 33") or "is" ("was 33"). `bounded` ones are of nobody in particular ("under age 40", "18 years or older").
    `unit` is what the number counts: years, or a baby's months and weeks.
    """

    span: Span
    years: float
    whole: Span
    form: str
    number: int = 0
    of: int = 1
    bounded: bool = False
    unit: str = "year"


@cache
def _values() -> dict[str, float]:
    """Numbers in words up to ninety-nine."""
    sorts = {row[0]: (float(row[1]), row[2]) for row in table("number_words") if row[2] in ("unit", "teen", "ten")}
    units = {word: value for word, (value, sort) in sorts.items() if sort == "unit" and value}
    tens = {word: value for word, (value, sort) in sorts.items() if sort == "ten" and value >= GROWN}
    joined = {f"{ten}-{unit}": tens[ten] + units[unit] for ten in tens for unit in units}
    return joined | {word: value for word, (value, _) in sorts.items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    plain = [word for word in _values() if "-" not in word]
    units = "|".join({word.partition("-")[2] for word in _values() if "-" in word} - {""})
    tens = "|".join(dict.fromkeys(word.partition("-")[0] for word in _values() if "-" in word))
    one = rf"(?:\d{{1,3}}|(?:{tens})[-\s](?:{units})\b|{'|'.join(plain)})"
    several = rf"(?<![\w.,$€£/-])(?P<ages>{one}(?:-?,\s+{one})*-?,?\s+and\s+{one}|{one})"
    of_baby = r"(?:\s+(?P<unit>months|weeks)(?:\s+old)?)?"
    return {
        "number": re.compile(rf"\b{one}\b", re.I),
        "joined": re.compile(
            rf"{several}(?:[-\s]+(?P<unit>year|month|week)s?[-\s]+olds?\b|\s+years\s+of\s+age\b)", re.I
        ),
        "aged": re.compile(rf"\b(?:aged|ages?|age\s+of)\s+{several}\b{of_baby}(?![\w%]|[.,:]\d)", re.I),
        "of": re.compile(
            r"\b[Aa]n?\s+(?:[\w-]+\s+){0,2}?(?P<noun>[a-z-]+)\s+of\s+(?:just\s+|only\s+)?"
            rf"(?!one\b){several.replace(',$', '$')}(?=\s*[,.;)](?!\d)"
            r"|\s+(?:who|from|and|was|is|had|has|died|[a-z]{3,}ed\s+(?:to|in|on|at|by|from|when|after|her|his|their|the|a))\b|\s*$)",
            re.M,
        ),
        "at": re.compile(rf"(?:^|[.!?”\"]\s+)At\s+(?:just\s+|only\s+)?(?P<ages>{one})(?=,\s+[A-Z])", re.M),
        "oldest": re.compile(
            rf"\bat\s+(?:just\s+|only\s+)?(?P<ages>{one}),?\s+(?:is|was|becomes|became)\s+the\s+(?:\w+\s+)?(?:old|young)est\b"
        ),
        "behind": re.compile(
            r"(?:['’]s)?,?\s*(?:\(|,|--|who\s+is\s)\s*(?:(?:both|each|now|just|only)\s+)?(?:aged\s+)?"
            rf"(?!one\b){several.replace(',$', '$')}{of_baby}"
            r"(?=\s*[,).;]|\s+(?:and|of\s+[A-Z]|from\s+[A-Z]|who|--)|\s*[–—]|-(?:an?|the|his|her|their)\s|\s+years?\s+old)",
        ),
        "is": re.compile(
            rf"\s+(?:is|was)\s+(?:just\s+|only\s+|aged\s+)?(?P<ages>{one})(?=\s*(?:[.;,](?!\d)|$|\n)|\s+and\s+[a-z])"
        ),
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
    for form in ("joined", "aged", "died", "of", "at", "oldest"):
        for match in _patterns()[form].finditer(text):
            if form != "of" or _has_age(match["noun"], match["ages"].split()[0].strip("-,")):
                _add(context, found, match, FORMS.get(form, form))
    for name in context.mentions.names:
        known = name.span in context.at and context.at[name.span].kind == "person"
        several = name.value.form == "description" and name.value.kind == "group"
        person = known or several or name.value.kind == "person"
        if person and name.value.form != "pronoun" and (behind := _patterns()["behind"].match(text, name.span.end)):
            _add(context, found, behind, "behind")
        if person and name.value.form != "description" and (told := _patterns()["is"].match(text, name.span.end)):
            _add(context, found, told, "is")
    return tuple(found[start] for start in sorted(found))


FORMS = {"died": "aged", "at": "first", "oldest": "is"}


def _has_age(noun: str, years: str) -> bool:
    """Whether a number behind a noun and "of" is an age: a father of four has four children, a team of nine is nine."""
    small = _number(years) < TEEN
    person = is_person(noun) or mapping("noun_kinds").get(noun) == "person"
    return person and noun not in PARENTS and (not small or noun in CHILDREN)


PARENTS = frozenset(
    {"father", "mother", "dad", "mum", "mom", "parent", "grandfather", "grandmother", "grandad", "grandma", "couple",
     "pair", "widow", "widower", "leader"}
)  # fmt: skip
CHILDREN = frozenset(
    {"boy", "girl", "child", "toddler", "lad", "lass", "daughter", "son", "youngster", "infant", "baby"}
)
TEEN = 13
"""Below this only a child is told to be "of" so many, and nothing is told to be done "at" so many."""


def _number(told: str) -> float:
    word = re.sub(r"\s", "-", told.lower())
    return float(word) if word.isdigit() else _values()[word]


def _add(context: Context, found: dict[int, Aged], match: re.Match[str], form: str) -> None:
    """Note each age of an expression, unless one was found at its place."""
    text, start = context.article.text, match.start("ages")
    numbers = list(_patterns()["number"].finditer(match["ages"]))
    lead = LIMIT_BEFORE.get(form)
    limit = lead is not None and lead.search(text[max(0, match.start() - 24) : match.start()]) is not None
    limit = limit or LIMIT_BEHIND.match(text[match.end() : match.end() + 16]) is not None
    unit = (match.groupdict().get("unit") or "year").lower().removesuffix("s")
    for count, number in enumerate(numbers):
        years = _number(number[0])
        span = Span(start + number.start(), start + number.end())
        least = GROWN if match.re is _patterns()["died"] else TEEN if form == "first" else 0.0
        if least <= years <= OLDEST:
            whole = Span(match.start("ages"), match.end())
            found.setdefault(span.start, Aged(span, years, whole, form, count, len(numbers), limit, unit))
