"""What shows that two numbers of one deed are not at odds: one is a part of the other, or they are of two days.

Reads   a quantity and its sentence
Gives   words at the end of a figure's rule, and what two such rules say of each other
Misses  lists of three; parts told in two sentences; days that an earlier sentence set
"""

import re
from functools import cache, lru_cache

from twosource.check.claims.measures import unit_of
from twosource.check.claims.parts import BY as PARTS
from twosource.check.context import Context, within
from twosource.model import Claim, Mention, Quantity, Span
from twosource.text.lexicon import table

ALL = " in all "
DAY = " on "
MORE = " besides others"
KNOWN = " known"
BESIDES = re.compile(
    r"\b(?:additional|extra|further|another|other)\s+(?:(?:about|around|some|at\s+least|more\s+than)\s+)?$", re.I
)
AND_BESIDES = re.compile(r"^\s+(?:(?:or|and)\s+)?(?:more|additional|extra|further|other)\b(?!\s+than)", re.I)
"""Before and behind a number of those who come to others: "a further 20", "two extra doctors"."""

THE = re.compile(r"\b(?:the|these|those|both|all|his|her|its|their|which|whose)\s+(?:other\s+)?$", re.I)
"""Before a number of what the reader knows of: "the two vessels" may be the two boats told of before."""

MARKED = re.compile(rf"{ALL}(\d+)")
DATED = re.compile(rf"{DAY}(\w+day)")
WEEKDAY = r"(?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
ON_DAY = re.compile(
    rf"(?:(?P<verb>\b[\w’']+)\s+)?\b(?:on|in|during|over\s+the\s+course\s+of|late|early)\s+{WEEKDAY}\b"
    rf"|\b{WEEKDAY.replace('day>', 'owner>')}['’]s\b",
    re.I,
)
TELLING = re.compile(
    r"(?:said|says?|told|announced|reported|confirmed|added|statement|press|television|reporters)", re.I
)
"""Before a day on which somebody spoke: it dates no deed."""


def told_apart(context: Context, quantity: Mention[Quantity]) -> str:
    """Return what keeps a count from being at odds with others: " in all 23" beside its other part, " on monday",
    " besides others" of a further 20; " known" says that those counted were told of before.
    """
    if unit_of(quantity.value):
        return ""
    total, day = _total(context, quantity), _day(context, quantity)
    return (f"{ALL}{total}" if total else "") + (f"{DAY}{day}" if day else "") + _besides(context, quantity)


def apart(a: Claim, b: Claim) -> bool:
    """One is the sum of two parts of which the other is one, or comes to others, or both tell of their own day."""
    days = {found[1] for claim in (a, b) if (found := DATED.search(claim.rule))}
    return len(days) > 1 or _is_more(a) != _is_more(b) or _is_part(a, b) or _is_part(b, a)


PART_OF = re.compile(r"\bof\s+(?:the|their|its|his|her|those|these|them|whom|which|[A-Z]\w+['’]s?)\b")

AND_MORE = re.compile(r"\band\s+\d")
"""In a value that goes on counting: "12 Somali and 11 Yemeni sailors" are no 12 sailors in all."""


def is_partial(claim: Claim) -> bool:
    """Whether a figure tells how many of a known number: "three of the seven bullets"."""
    if claim.unit:
        return False  # of what a share is, its words tell
    return claim.rule == PARTS or _of_more(claim.value)


@lru_cache(maxsize=50_000)
def _of_more(value: str) -> bool:
    return PART_OF.search(value) is not None or AND_MORE.search(value) is not None


def _is_more(claim: Claim) -> bool:
    """Whether those counted come to others of one place; those of another place are all that it has."""
    return MORE in claim.rule and not claim.scope


def _besides(context: Context, quantity: Mention[Quantity]) -> str:
    text, span = context.article.text, quantity.span
    known = KNOWN if THE.search(text[: span.start][-16:]) else ""
    return known + (
        MORE if BESIDES.search(text[: span.start][-40:]) or AND_BESIDES.match(text[span.end :][:16]) else ""
    )


def _is_part(part: Claim, whole: Claim) -> bool:
    found = MARKED.search(part.rule)
    return found is not None and whole.low == whole.high == float(found[1])


@cache
def _numbers() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("number_words") if row[2] in ("unit", "teen", "ten")}


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The other part before and behind a number: "12 Omani and", "Cubans and 12"."""
    number = rf"(?<![\w.,])(?P<number>\d{{1,4}}|{'|'.join(_numbers())})\b(?![.,]\d)"
    between = r"(?:[^\W\d][\w’'-]*\s+){1,3}(?:and|plus)\s+"
    return re.compile(rf"{number}\s+(?P<noun>{between})$", re.I), re.compile(rf"^\s+(?P<noun>{between}){number}", re.I)


def _total(context: Context, quantity: Mention[Quantity]) -> int:
    """The sum of a count and the one that "and" joins to it, 0 when there is none or a verb stands between."""
    sentence, text, value = context.sentence(quantity.span), context.article.text, quantity.value
    if value.low is None or value.low != value.high or value.low != int(value.low) or value.low < 1:
        return 0
    before, behind = _beside()
    number = re.search(r"\d+|[A-Za-z]+", text[quantity.span.start : sentence.end])
    end = quantity.span.start + (number.end() if number else 0)
    for found, start in (
        (before.search(text[sentence.start : quantity.span.start]), sentence.start),
        (behind.match(text[end : sentence.end]), end),
    ):
        if found is None:
            continue
        between = Span(start + found.start("noun"), start + found.end("noun"))
        if not any(not clause.value.nominal for clause in within(context.mentions.clauses, between)):
            told = found["number"].lower()
            return int(value.low) + (int(told) if told.isdigit() else _numbers()[told])
    return 0


def _day(context: Context, quantity: Mention[Quantity]) -> str:
    """The one day of the week on which what a sentence tells took place, "" when it names none or two."""
    days = {
        (found["day"] or found["owner"]).lower()
        for found in ON_DAY.finditer(context.text(context.sentence(quantity.span)))
        if not (found["verb"] and TELLING.fullmatch(found["verb"]))
    }
    return days.pop() if len(days) == 1 else ""
