"""Claims about sport's pairs of numbers: somebody's record of wins and losses, how a game ended, how many of the last.

Reads   pairs like "52-3" and "45-7-2", "eight of their last ten", the names and words around them
Gives   figure claims without bounds: the pair is the value; of how many of the last games, with the number
Misses  scores told in words ("two goals to one"); sets and innings; how it stood at half-time
"""

import re
from functools import cache
from typing import NamedTuple

from twosource.check.claims.asking import around
from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context, within
from twosource.check.language.numbers import numbers_in_words
from twosource.check.language.plurals import plural
from twosource.model import Claim, Span

BY = "scores"
RECORD, SCORE = "win-loss", "final-score"
"""The measures of the two, as no noun in a text is called."""

AFTER = " after"
"""How the rule of a record ends that it came to by what the story tells: "improved to 53-3"."""

OF_A_TIME = " called"
"""How the rule of a pair ends that is called somebody's record: it may be that of any season."""

PAIR = re.compile(r"(?<![\w$€£.,:/-])(?P<pair>\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?)(?![\w-]*\w|[.,:/]\d|\s?%)")
BEHIND_NAME = re.compile(r"\s*\(\s*$|,\s+$")
ENDS = re.compile(r"\s*[,);]")
KNOCKOUTS = re.compile(r"\s*,\s*\d+\s*(?:KO|knockout)", re.I)
CAME_TO = re.compile(
    r"\b(?:improv\w+|fell|fall\w*|dropp?\w*|mov\w+|rose|slipp\w+|took|tak(?:es|ing)|rais\w+)\b[^.;:]{0,40}"
    r"\sto\s+(?:a\s+)?$",
    re.I,
)
STANDS_AT = re.compile(r"\b(?:(?:is|are)\s+(?:now\s+)?|(?:record|mark)\s+(?:of|is|was|at|to)\s+)$", re.I)
MARK = re.compile(r"\b(?:record|mark)\s+(?:of|was)\s+$", re.I)
CALLED = re.compile(r"\s+(?:(?:regular|win|career|overall|league)[\s-]+){0,2}(?:record|mark)\b", re.I)
"""Behind a pair that is called a record: "led them to a 43-39 record"."""

PART = re.compile(
    r"^[^.;]{0,30}?\b(?:since|at\s+home|on\s+the\s+road|away|last|against|in\s+(?:the|one|\w+-)|conference|when)\b",
    re.I,
)
"""Behind a record that is of some games only: "2-6 at home"."""

WEIGHT = re.compile(r"\s*,?\s*\d{3}\b")
"""Behind a height in feet and inches: "(5-11, 220)"."""

AGED = re.compile(r"\b(?:aged?|ages|adults|men|women)\s+$", re.I)
"""Before a range of ages: "women 25-54"."""

WENT = re.compile(r"\b(?:went|gone|go|goes|going)\s+$", re.I)
"""Before a record of some games: "went 2-6"."""

WON = re.compile(
    r"\b(?:w[io]n\w*|victor\w+|beat\w*|defeat\w*|loss(?:es)?|los[et]\w*|top(?:s|ped)?|edg(?:ed?|es|ing)|rout\w*|triumph\w*"
    r"|dispatch\w*|down(?:ed|s)|thrash\w*|crush\w*|draw|drew|outlast\w*|upset\w*|overc[ao]me\w*|fell|rall\w+|score)\b",
    re.I,
)
STOOD = re.compile(
    r"\b(?:lead\w*|led|trail\w*|half-?time|deficit|tied?|tying|ahead|behind|record|series|run|season|vote\w*)\b", re.I
)
"""Beside a pair that is no final score."""

LEAD, TAIL = 60, 30
"""Characters on either side of a score in which its deed stands."""


class Pair(NamedTuple):
    """A pair of numbers that is a record or a score."""

    span: Span
    measure: str
    subject: str
    rule: str = ""


def pairs(context: Context) -> tuple[Pair, ...]:
    """Return every record and score of a text, in text order; a record only of somebody who is named."""
    text, found = context.article.text, []
    for match in PAIR.finditer(text):
        span = Span(match.start("pair"), match.end("pair"))
        sentence = context.sentence(span)
        before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
        if WEIGHT.match(behind) or WENT.search(before) or AGED.search(before):
            continue
        if who := _named_before(context, span, before, behind):
            found.append(Pair(span, RECORD, who))
        elif CALLED.match(behind):
            found.append(Pair(span, RECORD, _subject(context, span) or GENERIC, OF_A_TIME))
        elif (came := CAME_TO.search(before)) or STANDS_AT.search(before):
            if (who := _told_of(context, span)) and not PART.match(behind):
                found.append(Pair(span, RECORD, who, AFTER if came else OF_A_TIME if MARK.search(before) else ""))
        elif match["pair"].count("-") + match["pair"].count("–") == 1:
            around_it = f"{before[-LEAD:]} {behind[:TAIL]}"
            if WON.search(around_it) and not STOOD.search(f"{before[-TAIL:]} {behind[:TAIL]}"):
                found.append(Pair(span, SCORE, GENERIC))
    return tuple(found)


def scores(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each record, each final score and each run of games, in text order."""
    told = [_claim(context, pair) for pair in pairs(context) if context.speaks(pair.span)]
    return tuple(sorted([*told, *_runs(context)], key=lambda claim: claim.focus))


def _runs(context: Context) -> list[Claim]:
    """How many of their last games somebody won or lost: "have lost eight of ten", "eight losses in ten games"."""
    found = []
    for match in _run().finditer(context.article.text):
        verb = (match["verb"] or match["noun"]).lower()
        number, games = (_number(match[part] or match[f"{part}_of_noun"]) for part in ("won", "of"))
        focus = Span(match.start("won" if match["won"] else "won_of_noun"), match.end())
        if number <= games and context.speaks(focus):
            found.append(_run_claim(context, focus, WINS if verb.startswith(("w", "v")) else LOSSES, number, games))
    return found


WINS, LOSSES = "win", "loss"
OF_GAMES = " of games"
"""How the rule of a run ends: of how many of the last games it is."""


@cache
def _run() -> re.Pattern[str]:
    number = rf"\d{{1,2}}|{'|'.join(numbers_in_words())}"
    last = r"(?:(?:its|their|his|her|the|our)\s+)?(?:(?:last|past|previous|first|final)\s+)?"
    behind = r"(?:\s+(?:games|matches|starts|bouts|fights|meetings)\b|\b(?=\s*[.,;]))"
    return re.compile(
        rf"\b(?P<verb>won|win|winning|wins|lost|lose|losing|loses|dropped|dropping)\s+(?P<won>{number})\s+"
        rf"(?:out\s+)?of\s+{last}(?P<of>{number}){behind}"
        rf"|\b(?P<won_of_noun>{number})\s+(?P<noun>wins|losses|defeats|victories)\s+in\s+{last}"
        rf"(?P<of_of_noun>{number}){behind}",
        re.I,
    )


def _number(told: str) -> float:
    return float(told) if told.isdigit() else numbers_in_words()[told.lower()]


def _run_claim(context: Context, focus: Span, won: str, number: float, games: float) -> Claim:
    return make_claim(
        context,
        "figure",
        focus,
        measure=f"{won} {games:.0f}",
        value=" ".join(context.text(focus).split()),
        subject=GENERIC,
        low=number,
        high=number,
        value_key=" ".join(sorted(surroundings(context, focus))),
        asked=f"{plural(won)} in the last {games:.0f} games",
        rule=BY + OF_GAMES,
    )


def _named_before(context: Context, span: Span, before: str, behind: str) -> str:
    """Whose record stands in brackets or between commas behind a name; "" for none."""
    lead = BEHIND_NAME.search(before)
    if lead is None or not ENDS.match(behind) or ("(" not in lead[0] and not KNOCKOUTS.match(behind)):
        return ""
    end = span.start - len(lead[0])
    names = [name for name in context.mentions.names if name.span.end == end and name.value.form == "name"]
    return _name(context, names[-1].span) if names else ""


def _told_of(context: Context, span: Span) -> str:
    """Who a sentence tells of that a record is of: the subject of its clause, else the one that it names first."""
    if who := _subject(context, span):
        return who
    start = context.sentence(span).start
    names = [one for one in within(context.mentions.names, Span(start, span.start)) if one.span in context.at]
    return context.at[names[0].span].name if names else ""


def _subject(context: Context, span: Span) -> str:
    """Whose deed a pair stands in: the subject of the last clause before it that has one known by name."""
    for clause in reversed(within(context.mentions.clauses, context.sentence(span))):
        if clause.value.span.covers(span) and clause.span.start < span.start and not clause.value.nominal:
            for part in clause.value.arguments:
                if part.relation == "subject" and (entity := context.entity(part.span)):
                    return entity.name
    return ""


def _name(context: Context, span: Span) -> str:
    entity = context.at.get(span)
    return entity.name if entity else " ".join(context.text(span).split())


def _claim(context: Context, pair: Pair) -> Claim:
    return make_claim(
        context,
        "figure",
        pair.span,
        measure=pair.measure,
        value=context.text(pair.span).replace("–", "-"),
        subject=pair.subject,
        value_key=" ".join(sorted(surroundings(context, pair.span))),
        asked=around(context, pair.span, pair.span.end) if pair.measure == SCORE else "",
        rule=BY + pair.rule,
    )
