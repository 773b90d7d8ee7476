"""What shows that two numbers of one deed are not at odds: one is a part of the other, or they are of two times.

Reads   a quantity and its sentence
Gives   words at the end of a figure's rule, and what two such rules say of each other
Misses  lists of three; parts told in two sentences; days that an earlier sentence set

A count of one day is no count of all days so far, and what a quarter or a year saw is no count of one event.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.check.background import FULL_DAY
from twosource.check.claims.measures import BEFALLING, GENERIC, unit_of
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.parts import BY as PARTS
from twosource.check.context import Context, within
from twosource.check.language.numbers import as_said
from twosource.model import Claim, Mention, Quantity, Span
from twosource.text.calendar import WEEKDAY
from twosource.text.countries import country
from twosource.text.lexicon import table

ALL = " in all "
DAY = " on "
TOLD = " told "
LONG = " over long"
SO_FAR = " so far"
WIDE = " all over"
ALSO = " also"
WITH_OTHERS = " with others"
SHARE = "percentage"
MORE = " besides others"
KNOWN = " known"
BESIDES = re.compile(
    r"\b(?:additional|extra|further|another|other|(?:along|together)\s+with|as\s+well\s+as|in\s+addition\s+to|besides"
    r"|among\s+(?:those|these|the|them)\b[^,.;]{0,30},)\s+"
    r"(?:(?:about|around|some|at\s+least|more\s+than)\s+)?$",
    re.I,
)
AND_BESIDES = re.compile(r"^\s+(?:(?:or|and)\s+)?(?:more|additional|extra|further|other)\b(?!\s+than)", re.I)
"""Before and behind a number of those who come to others: "a further 20", "two extra doctors"."""

THE = re.compile(r"\b(?:the|these|those|both|all|his|her|its|their|which|whose)\s+(?:other\s+)?$", re.I)
"""Before a number of what the reader knows of: "the two vessels" may be the two boats told of before."""

MARKED = re.compile(rf"{ALL}(\d+)")
DATED = re.compile(rf"{DAY}(?P<day>[a-z]+day)(?: (?P<iso>\d{{4}}-\d\d-\d\d))?")
WRITTEN = re.compile(rf"{TOLD}(\d{{4}}-\d\d-\d\d)")
PERIOD = r"(?:quarters?|half|months|years?|decades?|season|century)"
LONG_TIME = re.compile(
    rf"\b(?:in|during|over|for)\s+(?:the\s+)?(?:first|second|third|fourth|final|last|past|previous|whole)\s+(?:[\w-]+\s+)?{PERIOD}\b"
    r"|(?<!earlier\s)(?<!later\s)\bthis\s+(?:year|season|century)\b|\b(?:each|every)\s+year\b|\ba\s+year\b(?=[\s,]*$|[,.;])|\bannually\b"
    r"|\bsince\s+the\s+(?:start|beginning|turn)\s+of\s+the\s+(?:year|decade|century)\b",
    re.I,
)
"""The time in which many events of a kind are counted together."""

COMPARED = re.compile(r"\b(?:most|first|second|third|only|worst|latest|record|\w{3,}est)\b[^,;]*$", re.I)
"""Before a time in which one thing is the worst, or the third, of its kind."""

UNTIL_NOW = re.compile(
    r"\b(?:have|has)\s+(?:now\s+|also\s+)?been\b|\bso\s+far\b|\bto\s+date\b|\bsince\s+(?:\w+day\b(?!['’])|then\b)"
    r"|\bover\s+(?:the\s+(?:past|last)\s+)?\w+\s+(?:days|nights|weeks)\b",
    re.I,
)
"""In the clause of a number that was counted up to the time when it is told."""

ALL_OVER = re.compile(
    r"\b(?:nation|country|world)-?wide\b|\b(?:across|throughout|around)\s+(?:the|this)\s+(?:country|nation|world)\b"
    r"|\bin\s+the\s+(?:\w+\s+of\s+the\s+)?(?:country|nation)\b",
    re.I,
)
THEM_AMONG = re.compile(r"[^.;:,]{0,60},?\s+(?:including|among\s+(?:them|whom))\b", re.I)
"""Behind what several hold together: "holders of 29 percent, among them the family"."""

CLAUSE_END = re.compile(
    r"[;:“”\"]|,?\s(?:who|whose|which|where|when)\s|,?\s(?:and|but|while|as(?!\s+part\b)|after|before)\s(?=\S+\s+\S)"
)
"""Where the clause of a number may end: what stands beyond it says nothing of its time."""

ANY_DAY = rf"(?P<day>{WEEKDAY})"
ON_DAY = re.compile(
    rf"(?:(?P<verb>\b[\w’']+)\s+)?\b(?:on|in|during|over\s+the\s+course\s+of|late|early)\s+{ANY_DAY}\b"
    rf"|\b{ANY_DAY.replace('day>', 'owner>')}['’]s\b"
    rf"|(?P<done>\b[a-z]+)\s+(?-i:{ANY_DAY.replace('day>', 'bare>')})\b(?!['’])",
    re.I,
)
NO_DEED = re.compile(
    r"(?:a|an|the|this|next|last|every|each|until|till|by|of|since|from|before|after|to|for|and|or|through)", re.I
)
"""Before a day that only says which one, or up to when."""

ELSEWHERE = re.compile(
    r"\b(?:who|whom|whose|which|where|after|before|since)\b|\w,?\s+when\b|\b(?:of|for|from|in|to)\s+[a-z]+ing\b|\bto\s+[a-z]{3,}\b",
    re.I,
)
"""Between a number and a day that is another deed's."""

TELLING = re.compile(
    r"(?:said|says?|told|announced|reported|confirmed|added|statement|press|television|reporters)", re.I
)
"""Before a day on which somebody spoke: it dates no deed."""


def told_apart(context: Context, quantity: Mention[Quantity]) -> str:
    """Return what keeps a count from being at odds with others: " in all 23" beside its other part, " on monday",
    " besides others" of a further 20; " known" says that those counted were told of before.
    """
    if unit := unit_of(quantity.value):
        behind = context.article.text[quantity.span.end : context.sentence(quantity.span).end]
        return WITH_OTHERS if unit == SHARE and THEM_AMONG.match(behind) else ""
    total, day = _total(context, quantity), _day(context, quantity)
    return (
        (f"{ALL}{total}" if total else "")
        + (f"{DAY}{day}" if day else "")
        + _besides(context, quantity)
        + _reach(context, quantity)
        + (f"{TOLD}{context.day[:10]}" if context.day else "")
    )


class Reach(NamedTuple):
    """What the rule of a count says of its reach (`told_apart`).

    `of_all`: the sum of it and of its other part; `day`: the weekday that it is of, with its ISO `date` where that is
    known; `written`: the ISO day of its article; whether it is of all so far, or of a long time. "" and None say that
    nothing is known.
    """

    of_all: float | None
    day: str
    date: str
    written: str
    so_far: bool
    long: bool


@lru_cache(maxsize=10_000)  # a story's counts have few rules, and are compared by pairs
def _reach_of(rule: str) -> Reach:
    of_all, dated, written = MARKED.search(rule), DATED.search(rule), WRITTEN.search(rule)
    return Reach(
        float(of_all[1]) if of_all else None,
        dated["day"] if dated else "",
        (dated["iso"] or "") if dated else "",
        written[1] if written else "",
        SO_FAR in rule,
        LONG in rule,
    )


def apart(a: Claim, b: Claim) -> bool:
    """One is a part of the other or comes to others, or they are of two times: two days, a day and all so far, a day
    after the other was told.
    """
    return (
        _of_two_days(a, b)
        or comes_to(a, b)
        or _is_part(a, b)
        or _is_part(b, a)
        or _of_a_day(a, b)
        or _of_a_day(b, a)
        or of_a_place_and_all(a, b)
        or _is_added(a, b)
        or _is_added(b, a)
    )


def of_other_times(a: Claim, b: Claim) -> bool:
    """One counts what a quarter or a year saw, or what was before, and the other one event, as far as words tell."""
    if _reach_of(a.rule).long != _reach_of(b.rule).long and not {a.rule, b.rule} & {
        ORDINALS
    }:  # whose fifth it is tells of when
        return True
    return a.measure == b.measure and a.measure in BEFALLING and _is_prior(a.value) != _is_prior(b.value)


@lru_cache(maxsize=50_000)
def _is_prior(value: str) -> bool:
    return PRIOR.search(value) is not None


PRIOR = re.compile(r"\s(?:prior|previous|earlier|past)\s", re.I)
"""In a value that counts what was before: "four prior arrests"."""


def comes_to(a: Claim, b: Claim) -> bool:
    """One counts those who come to others, or what a long time saw: no toll that rose is at odds with it."""
    return _is_more(a) != _is_more(b) or of_other_times(a, b)


def _of_two_days(a: Claim, b: Claim) -> bool:
    """Whether both tell of a day of their own, or one was written before the day of the other."""
    one, other = _reach_of(a.rule), _reach_of(b.rule)
    if one.day and other.day:
        return one.date != other.date if one.date and other.date else one.day != other.day
    if not _written_before(one, other) and not _written_before(other, one):
        return False
    return not any(claim.measure in BEFALLING and claim.measure not in TAKEN for claim in (a, b))


TAKEN = frozenset({"arrested", "detained", "captured"})
"""What befalls others every day: of the dead, the hurt and the missing a day tells how many they were by then."""


def _written_before(one: Reach, other: Reach) -> bool:
    return bool(one.written) and bool(other.date) and one.written < other.date


def _of_a_day(day: Claim, whole: Claim) -> bool:
    """Whether one is of a day, and the other, which is as large or larger, of all days up to when it was told."""
    if not _reach_of(whole.rule).so_far or _reach_of(whole.rule).day or not _reach_of(day.rule).day:
        return False
    return (as_said(day) or 0.0) <= (as_said(whole) or 0.0)


def of_a_place_and_all(a: Claim, b: Claim) -> bool:
    """Return whether one is of a town or a district, and the other of the whole country."""
    return any(_is_all(whole) and _is_of_part(part) for part, whole in ((a, b), (b, a)))


def _is_all(claim: Claim) -> bool:
    return WIDE in claim.rule and ", " not in claim.scope


def _is_of_part(claim: Claim) -> bool:
    return bool(claim.scope) and WIDE not in claim.rule and not country(claim.scope.title())


def _is_added(some: Claim, others: Claim) -> bool:
    """Whether one is told besides others, who are twice as many or more: "they also beat a guard, hurting two"."""
    return ALSO in some.rule and ALSO not in others.rule and 2.0 * (as_said(some) or 0.0) <= (as_said(others) or 0.0)


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
    of_all = _reach_of(part.rule).of_all
    if of_all is None:
        return False
    some_of_all = part.subject != GENERIC == whole.subject and (as_said(whole) or 0.0) > (as_said(part) or 0.0)
    return some_of_all or whole.low == whole.high == of_all


@cache
def _numbers() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("number_words") if row[2] in ("unit", "teen", "ten")}


@cache
def _beside() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The other part before and behind a number: "12 Omani and", "Cubans and 12"."""
    number = rf"(?<![\w.,])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|{'|'.join(_numbers())})\b(?![.,]\d)"
    between = r"(?:[^\W\d][\w’'-]*\s+){1,3}(?:and|plus)\s+"
    return re.compile(rf"{number}\s+(?P<noun>{between})$", re.I), re.compile(rf"^\s+(?P<noun>{between}){number}", re.I)


def _total(context: Context, quantity: Mention[Quantity]) -> int:
    """The sum of a count and the one that "and" joins to it, 0 when there is none or a verb stands between."""
    sentence, text, value = context.sentence(quantity.span), context.article.text, quantity.value
    if value.low is None or value.low != value.high or value.low != int(value.low) or value.low < 1:
        return 0
    before, behind = _beside()
    number = re.search(r"\d[\d,]*|[A-Za-z]+", text[quantity.span.start : sentence.end])
    end = quantity.span.start + (number.end() if number else 0)
    for found, start in (
        (before.search(text[sentence.start : quantity.span.start]), sentence.start),
        (behind.match(text[end : sentence.end]), end),
    ):
        if found is None:
            continue
        between = Span(start + found.start("noun"), start + found.end("noun"))
        if not any(not clause.value.nominal for clause in within(context.mentions.clauses, between)):
            told = found["number"].lower().replace(",", "")
            return int(value.low) + (int(told) if told.isdigit() else _numbers()[told])
    return 0


def _day(context: Context, quantity: Mention[Quantity]) -> str:
    """The one day of the week on which what a sentence tells took place, with its date as far as that is known; ""
    where it names none or two, or where only another clause does.
    """
    sentence, text = context.sentence(quantity.span), context.article.text
    days: dict[str, Span] = {}
    for found in ON_DAY.finditer(text, sentence.start, sentence.end):
        verb = found["verb"] or found["done"] or ""
        if TELLING.fullmatch(verb) or (found["done"] and NO_DEED.fullmatch(verb)):
            continue
        days.setdefault((found["day"] or found["owner"] or found["bare"]).lower(), Span(found.start(), found.end()))
    if len(days) != 1:
        return ""
    [(day, at)] = days.items()
    between = text[quantity.span.end : at.start] if at.start > quantity.span.end else text[at.end : quantity.span.start]
    if ELSEWHERE.search(between):
        return ""
    dates = {time.value.start[:10] for time in context.mentions.times if time.span.overlaps(at)}
    date = dates.pop() if len(dates) == 1 else ""
    return f"{day} {date}" if FULL_DAY.fullmatch(date) else day


def _reach(context: Context, quantity: Mention[Quantity]) -> str:
    """How far a number reaches, as its own clause says: over a long time, up to now, over the whole country."""
    sentence, text = context.sentence(quantity.span), context.article.text
    before = CLAUSE_END.split(text[sentence.start : quantity.span.start])[-1]
    behind = CLAUSE_END.split(text[quantity.span.end : sentence.end], maxsplit=1)[0]
    clause = f"{before}{behind}"
    found, wide = LONG_TIME.search(clause), ALL_OVER.search(clause)
    return (
        (LONG if found and not COMPARED.search(clause[: found.start()]) else "")
        + (SO_FAR if UNTIL_NOW.search(clause) else "")
        + (WIDE if wide and not COMPARED.search(clause[: wide.start()]) else "")
        + (ALSO if re.search(r"\balso\b", before, re.I) else "")
    )
