"""Claims about how long somebody has done something, and how long before or after one thing another was.

Reads   durations and the words around them, clauses, the people named
Gives   figure claims with a unit of time, of the verb that lasts ("work") or is dated ("return ago")
Misses  "since March"; two deeds in two sentences
"""

import re
from functools import cache

from twosource.check.claims.asking import GAP, around
from twosource.check.claims.durations import DECIMALS
from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context, within
from twosource.check.language.keys import head
from twosource.check.language.numbers import numbers_in_words
from twosource.check.language.words import content_words, stem
from twosource.check.voices.chains import chain_of
from twosource.model import Bound, Claim, Clause, Mention, Span

BY = "intervals"
AGO, BETWEEN = "ago", "between"
"""What an interval is counted from: the day of the report, or another deed."""

UNITS = r"(?P<unit>decade|year|month|week|day|hour|minute|second)s?"
SMALLER = {"year": ("month", 12.0), "day": ("hour", 24.0), "hour": ("minute", 60.0)}
"""The unit in which the rest of a time may be told, and how many make one: "three hours and ten minutes"."""
DECADE, TEN = "decade", 10.0


HALVES = {"1/2": 0.5, "½": 0.5, "and a half": 0.5, "and one-half": 0.5, "1/4": 0.25, "¼": 0.25, "and a quarter": 0.25}
"""What follows a whole number of units and adds a part of one: "2 1/2 hours", "two and a half hours"."""


@cache
def _number() -> str:
    part = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in HALVES)
    return rf"(?P<number>\d{{1,3}}(?:\.\d)?|{'|'.join(numbers_in_words())})(?:[\s-]?(?P<half>{part}))?"


@cache
def _length() -> str:
    """A number of units, and the rest of it in a smaller one."""
    rest = (
        rf"(?:,?\s+(?:and\s+)?(?P<rest>\d{{1,2}}|{'|'.join(numbers_in_words())})\s+(?P<smaller>month|hour|minute)s?)?"
    )
    return rf"{_number()}\s+{UNITS}{rest}"


WORDS = r"about|around|some|roughly|nearly|almost|more\s+than|over|at\s+least|less\s+than|under|up\s+to"
LASTING = re.compile(
    rf"\b(?:for|last\w*|took|tak(?:es?|ing)|spent|within|first|next)\s+(?:the\s+)?(?:(?:{WORDS})\s+)?$", re.I
)
"""Before a time that something lasts: what happened "before" its end is told beside it."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    bound = rf"(?P<bound>(?:{WORDS})\s+)?"
    return {
        "for": re.compile(
            rf"\bfor\s+(?:the\s+(?:past|last|previous)\s+)?{bound}(?:the\s+(?:past|last)\s+)?"
            rf"(?P<focus>{_length()})\b(?!\s+(?:ago|old|earlier|later|after|in\s+(?:prison|jail)|of))",
            re.I,
        ),
        "person": re.compile(
            rf"\b(?P<bound>)(?P<focus>{_number()}[-\s](?P<unit>year))[-\s](?!olds?\b)(?:[\w’']+\s+){{0,2}}?(?P<who>{'|'.join(SERVING)})\b",
            re.I,
        ),
        "apart": re.compile(rf"{bound}\b(?P<focus>{_length()}\s+(?P<way>ago|earlier|later|before|after)\b)(?!-)", re.I),
    }


MORE_BEFORE = re.compile(
    r"\b(?:or|to|(?:years?|days?|hours?|minutes?)(?:,|\s+and)|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[\s-]+$",
    re.I,
)
"""Before a number that is only the end of one or of a range: "thirty four", "five or six"."""

SERVING = {
    "employee": "work",
    "worker": "work",
    "veteran": "work",
    "staffer": "work",
    "member": "work",
    "resident": "live",
}
"""Nouns for people with the years that they have done something, mapped to what they do."""

ALIKE = {
    "serve": "work", "employ": "work", "spend": "work", "reside": "live", "stay": "live",
    "move back": "return", "come back": "return", "go back": "return", "get back": "return", "reenter": "return",
    "re-enter": "return", "wed": "marry", "drive back": "return", "walk back": "return", "run back": "return",
}  # fmt: skip
"""Verbs that an interval tells of, mapped to another that says the same."""

NOT_DONE = frozenset({"sentence", "jail", "imprison", "say", "tell", "expect", "last", "take"})
"""Verbs whose "for five years" is a sentence or an offer, which `durations` reads, or says nothing of a doing."""


LONG = frozenset({"week", "month", "year"})
"""Units of which hardly one more or less has passed between two reports of a story."""

SAYS_LITTLE = frozenset({"be", "have", "do", "go", "come", "get", "take", "make", "see", "begin", "start", "happen"})
"""Verbs of which a story tells many deeds."""


def is_reckoned(claim: Claim) -> bool:
    """Whether a time is reckoned from another: from when an article was written, or from one deed to the next."""
    return claim.rule == BY and claim.measure.endswith((f" {AGO}", f" {BETWEEN}"))


def lasting(claim: Claim) -> str:
    """Return the stem of what lasts or is dated, be its measure a noun (of a duration) or a verb's stem already."""
    return head(claim) if claim.rule == BY else stem(head(claim))


BOUNDS: dict[str, Bound] = {
    "more than": ">",
    "over": ">",
    "at least": ">",
    "less than": "<",
    "under": "<",
    "up to": "<",
}


ASKED = 7
"""Words before an interval that say of what it is."""


def intervals(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each time that somebody has done something, or that lies between two things, in text order."""
    found: dict[int, Claim] = {}
    for form, pattern in _patterns().items():
        for match in pattern.finditer(context.article.text):
            span = Span(match.start("focus"), match.end("focus"))
            if span.start not in found and context.speaks(span) and (claim := _claim(context, match, span, form)):
                found[span.start] = claim
    return tuple(found[start] for start in sorted(found))


def _claim(context: Context, match: re.Match[str], span: Span, form: str) -> Claim | None:
    way = match["way"].lower() if form == "apart" else ""
    clause = _dated(context, match, span, way) if form == "apart" else _clause(context, span)
    if form != "person" and (clause is None or clause.value.predicate in NOT_DONE or clause.value.negated):
        return None
    verb, said = (SERVING[match["who"].lower()], "") if form == "person" else _doing(context, match, span, clause, way)
    asked = f"{GAP} {match['who'].lower()}" if form == "person" else _asked(context, span, clause, way)
    before = context.article.text[: match.start("focus")][-40:]
    if (
        not set(content_words(asked)) - {said}
        or MORE_BEFORE.search(before)
        or (form == "apart" and LASTING.search(before))
        or (length := _length_of(match)) is None
    ):
        return None
    number, unit = length
    about = match["bound"] or match["unit"].lower() == DECADE
    bound = BOUNDS.get(" ".join((match["bound"] or "").lower().split()), "~" if about else "=")
    return make_claim(
        context,
        "figure",
        span,
        measure=stem(verb) + (f" {AGO if said == AGO else BETWEEN}" if said else ""),
        value=" ".join(context.text(span).split()),
        subject=_who(context, clause.value if clause else None, span) or GENERIC,
        low=None if bound == "<" else number,
        high=None if bound == ">" else number,
        bound=bound,
        unit=unit,
        value_key=" ".join(sorted(surroundings(context, span))),
        asked=asked,
        rule=BY,
    )


def _dated(context: Context, match: re.Match[str], span: Span, way: str) -> Mention[Clause] | None:
    """The clause that an interval "ago", "later", "before" dates, which may stand behind it or before it."""
    if (opened := _opened(context, span)) is not None:
        return opened
    before = _right_before(context, match.start(), span.end) if way in BEHIND_IT else []
    return before[0] if before else _clause(context, span)


def _doing(
    context: Context, match: re.Match[str], span: Span, clause: Mention[Clause] | None, way: str
) -> tuple[str, str]:
    """The verb of what lasted or was dated, and the word that counts from it, "" where it lasted.

    A state that lasted until somebody did something tells when that was: "outside for an hour before coming back".
    """
    predicate = _predicate(context, clause) if clause else ""
    state = _state(context, clause, match.start()) if predicate == "be" and clause and not way else ""
    until = _until(context, span) if state and not way else ""
    verb = until or state or predicate
    return ALIKE.get(verb, verb), "later" if until else way


def _length_of(match: re.Match[str]) -> tuple[float, str] | None:
    """How many of which unit an interval is; None where its rest is told in a unit that is no part of the first."""
    digits, unit = match["number"].lower(), match["unit"].lower()
    number = numbers_in_words()[digits] if digits in numbers_in_words() else float(digits)
    number += HALVES[" ".join(match["half"].lower().split())] if match["half"] else 0.0
    if rest := match.groupdict().get("rest"):
        smaller, parts = SMALLER.get(unit, ("", 1.0))
        if smaller != match["smaller"].lower():
            return None
        number = round(number + (numbers_in_words().get(rest.lower()) or float(rest)) / parts, DECIMALS)
    return (TEN * number, "year") if unit == DECADE else (number, unit)


BEHIND_IT = ("before", "after")
"""Words between what an interval dates, which stands before it, and from what it is counted."""


def _predicate(context: Context, clause: Mention[Clause]) -> str:
    """The verb of a clause, whole where the parse has parted it: "re-entered"; a "was wed" is a wedding."""
    predicate, text = clause.value.predicate.lower(), context.article.text
    if text[: clause.span.start][-3:].lower() == "re-":
        return f"re-{predicate}"
    return "wed" if predicate == "be" and WED.match(text, clause.span.end) else predicate


def _until(context: Context, span: Span) -> str:
    """What somebody did at the end of a state that lasted so long: "come back" of "before coming back"."""
    found = BEFORE_DOING.match(context.article.text, span.end)
    clauses = within(context.mentions.clauses, context.sentence(span)) if found else ()
    at = found.start("doing") if found else 0
    return next((one.value.predicate.lower() for one in clauses if one.span.start == at and not one.value.nominal), "")


BEFORE_DOING = re.compile(r"\s+before\s+(?P<doing>[a-z]+ing)\b")
WED = re.compile(r"\s+(?:just\s+|only\s+)?wed\b", re.I)


def _state(context: Context, clause: Mention[Clause], end: int) -> str:
    """In what state somebody is for so long, the last word said of it: "had been in hospital for three weeks"."""
    found = content_words(context.article.text[clause.span.end : end])
    return found[-1] if found and clause.span.end < end else ""


def _asked(context: Context, span: Span, clause: Mention[Clause] | None, said: str) -> str:
    """What an interval is of, in the words of the text, with the word that says from when it counts."""
    told = around(context, span, span.end)
    if not told and clause is not None and clause.value.span.start < span.start:
        before = context.article.text[clause.value.span.start : span.start].split()[-ASKED:]
        told = f"{' '.join(before)} {GAP}"
    return told.replace(GAP, f"{GAP} {said}") if said else told


def _clause(context: Context, span: Span) -> Mention[Clause] | None:
    """The innermost clause that holds an interval, behind its verb where there is one."""
    sentence = context.sentence(span)
    found = [
        clause
        for clause in within(context.mentions.clauses, sentence)
        if not clause.value.nominal and clause.value.span.covers(span)
    ]
    found = (
        [clause for clause in found if clause.span.start < span.start]
        or found
        or _right_before(context, span.start, span.end)
    )
    return min(found, key=lambda clause: clause.value.span.end - clause.value.span.start, default=None)


def _opened(context: Context, span: Span) -> Mention[Clause] | None:
    """The clause that an interval at the head of its sentence dates: "Ten minutes after she left, | she came back"."""
    sentence = context.sentence(span)
    comma = context.article.text.find(",", span.end, sentence.end)
    if comma < 0 or not OPENING.fullmatch(context.article.text[sentence.start : span.start]):
        return None
    behind = within(context.mentions.clauses, Span(comma, sentence.end))
    return next((clause for clause in behind if not clause.value.nominal and clause.value.tense), None)


OPENING = re.compile(rf"\W*(?:(?:{WORDS}|just|only)\s+)*", re.I)


def _right_before(context: Context, start: int, end: int) -> list[Mention[Clause]]:
    """The clauses that end where an interval stands: "the dam was closed | six days after cracks were seen"."""
    sentence = context.sentence(Span(start, start))
    return [
        clause
        for clause in within(context.mentions.clauses, sentence)
        if not clause.value.nominal
        and clause.span.start < start
        and (
            start <= clause.value.span.end < end
            or BOUNDED.fullmatch(context.article.text[clause.value.span.end : start])
        )
    ]


BOUNDED = re.compile(rf"\s+(?:(?:{WORDS}|just|only)\s+)*", re.I)
"""Between the end of a clause and an interval that tells when it was."""


def _who(context: Context, clause: Clause | None, span: Span) -> str:
    """Who does what an interval tells of: the subject, else the one person whom the sentence names; "" for nobody."""
    if clause is not None:
        for part in clause.arguments:
            if part.relation == "subject" and (entity := context.at.get(part.span)) and entity.kind == "person":
                return entity.name
    named = within(context.mentions.names, context.sentence(span))
    speaking = {part.lower() for name in chain_of(context, span) for part in name.split()}
    people = {
        context.at[one.span].name
        for one in named
        if one.span in context.at
        and context.at[one.span].kind == "person"
        and not speaking & set(context.at[one.span].name.lower().split())  # who only tells of it
    }
    return people.pop() if len(people) == 1 else ""
