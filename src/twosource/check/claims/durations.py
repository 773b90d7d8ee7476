"""Claims about how long something lasts or is for: a contract, a probe, a sentence, a repair.

Reads   durations with a count, and the words around them
Gives   figure claims with a unit of time
Misses  "for years", "in recent months"; a duration whose noun stands in another clause
"""

import re

from twosource.check.claims.asking import GAP, around
from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import singular
from twosource.check.language.words import WORD
from twosource.model import Bound, Claim, Mention, Span, Time
from twosource.text.lexicon import words

BY = "durations"
COUNT = re.compile(r"^P(?P<clock>T?)(?P<count>\d+(?:\.\d+)?)(?P<unit>[YMWDHS])(?:T?(?P<rest>\d+)(?P<smaller>[MHS]))?$")
UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day", "TH": "hour", "TM": "minute", "TS": "second"}
SMALLER = {"YM": 12.0, "DH": 24.0, "HM": 60.0, "MS": 60.0}
"""How many of the smaller unit of a duration make one of its larger unit: two and a half hours are PT2H30M."""

JOINED = re.compile(r"(?:\d|[a-z])[-‑ ](?:year|month|week|day|hour|minute)$", re.I)
"""A duration that modifies what follows: "eight-year", "8 year"."""

SUM = re.compile(r"^,?\s*(?:[$€£]|US\$)?\d[\d.,]*[- ]?(?:(?:million|billion|m|bn)\b)?[- ]?(?:dollar|euro|pound)?,?\s*")
"""A sum between a duration and its noun: "a seven-year, $161-million deal"."""

OF_BEHIND = re.compile(r"^\s+of\s+", re.I)
OF_BEFORE = re.compile(r"\b(?P<noun>[a-z]+)\s+of\s+(?:(?:at\s+least|up\s+to|more\s+than|about|some|nearly)\s+)?$", re.I)
PRISON = re.compile(
    r"^['’]?\s+(?:in\s+(?:prison|jail|custody|a\s+labou?r\s+camp)|behind\s+bars|(?:of\s+)?(?:imprisonment|probation)"
    r"|to\s+life)\b",
    re.I,
)
SENTENCED = re.compile(
    r"\b(?:sentenced|jailed|imprisoned|condemned)\s+(?:\w+\s+)?(?:to|for)\s+(?:(?:at\s+least|up\s+to|more\s+than|about)\s+)?$",
    re.I,
)
SENTENCED_TOO = re.compile(
    r"\b(?:sentenced|jailed|condemned)\s[^.;]*\b(?:plus|and)\s+(?:(?:an?|another)\s+)?(?:additional\s+|extra\s+|further\s+)?$",
    re.I,
)
"""Before the last of several sentences: "sentenced to two life terms plus 20 years"."""

FACES = re.compile(
    r"\b(?:fac(?:es?|ed|ing)|g[eo]t|gets|getting|receiv(?:es?|ed|ing)|handed|given|carr(?:y|ies|ied|ying)|punishable\s+by)\s+"
    r"(?:(?:at\s+least|up\s+to|more\s+than|about|as\s+(?:much|many)\s+as|an?|the|maximum|minimum|mandatory|possible"
    r"|(?:sentence|penalty|term)?\s*of)\s+)*$",
    re.I,
)
"""Before years that somebody may have to spend in prison, where nothing but the deed or the time stands behind."""

PUT_AWAY = re.compile(r"^\s*(?:[.,;:\n]|$|(?:to\s+serve|if|when|once|for|on|under|over|should)\b)", re.I)
SERVED = re.compile(r"\bserv(?:ed?|es|ing)\s+(?:(?:just|only|about|almost|nearly|more\s+than|at\s+least)\s+)*$", re.I)
TO_SERVE = re.compile(r"^\s+to\s+serve\b", re.I)
OF_TERM = re.compile(r"^\s*(?:[.,;:]|$|(?:of|in|for|on|before|behind)\b)", re.I)
IS_LONG = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)|['’]s)\s+(?:[\w'’]+\s+){0,3}?(?:(?P<of>[a-z]+)\s+)?(?P<noun>[a-z]+)"
    r"(?:\s+(?:of|for|in)\s+[^,.;:]{2,40}?)?\s+(?:is|was|are|were|(?:will|would|can)\s+be)\s+"
    r"(?:(?:at\s+least|up\s+to|more\s+than|about|around|some|nearly|only|just)\s+)*$"
)
"""Between a noun and how long it is: "the term of office of deputies is five years"."""

STANDS = re.compile(r"^\s*(?:[.,;:]|$|(?:and|but|in|for|from|while|with|depending|if|to\s+life)\b)", re.I)
"""Behind a duration that tells all of its noun, and no distance or age ("is two weeks away", "is ten years old")."""

LASTS = re.compile(
    r"\b(?:last(?:s|ed)?|tak(?:es?|en)|took)\s+(?:(?:for|at\s+least|up\s+to|more\s+than|about|around|some|nearly|another)\s+)*$",
    re.I,
)
"""Before a duration that is what the sentence tells: "the repairs will take two weeks"."""

TERM, TIME_SERVED = "sentence", "served"
TIME_OF = "time"
"""A noun that says nothing of itself how long it is, but in "the record time of nine days"."""

BOUNDS: dict[str, Bound] = {
    "APPROX": "~",
    "MORE_THAN": ">",
    "EQUAL_OR_MORE": ">",
    "LESS_THAN": "<",
    "EQUAL_OR_LESS": "<",
}
"""The bound that a TIMEX3 mod sets to a duration."""

ADJECTIVES = 2
"""Words between a duration and its noun that are no nouns ("an eight-year guaranteed contract")."""


def durations(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each duration that something is said to last or to be for, in text order."""
    found = []
    for time in context.mentions.times:
        count = COUNT.match(time.value.value)
        if time.value.type != "DURATION" or count is None or _number(count) == 0.0:
            continue  # "zero-day"
        if not context.speaks(time.span) or time.value.start:
            continue
        first = context.text(time.span).split()[0].lower()
        if first == "the":
            continue  # "the four days" are known
        noun, focus = _lasting(context, time.span)
        uncounted = first in ("a", "an") and not JOINED.search(context.text(time.span))
        if uncounted and not count["rest"] and not _is_state(context, time.span):
            continue  # "a week" is hardly counted
        if noun:
            found.append(_claim(context, time, focus, noun))
    return tuple(found)


def _lasting(context: Context, span: Span) -> tuple[str, Span]:
    """What lasts so long (a lemma), with the words that say it; "" when it is nothing."""
    sentence, text = context.sentence(span), context.article.text
    before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
    if (SERVED.search(before) and OF_TERM.match(behind)) or TO_SERVE.match(behind):
        return TIME_SERVED, span
    if PRISON.match(behind) or SENTENCED.search(before):
        return TERM, span
    if LONG.search(context.text(span)) and FACES.search(before) and PUT_AWAY.match(behind):
        return TERM, span
    if LONG.search(context.text(span)) and SENTENCED_TOO.search(before) and PUT_AWAY.match(behind):
        return TERM, span
    if (state := STATE.match(behind)) and (SPENT.search(before) or _is_state(context, span)):
        return state["state"].lower(), Span(span.start, span.end + state.end())
    if JOINED.search(context.text(span)):
        gap = SUM.match(behind)
        found = _noun_behind(behind, gap.end() if gap else 0, span)
        return found if found[0] else _word_behind(behind, span)
    if of := OF_BEHIND.match(behind):
        found = _noun_behind(behind, of.end(), span)
        return found if found[0] else _named_deed(behind, of.end(), span)
    if (of := OF_BEFORE.search(before)) and (of["noun"].lower() == TIME_OF or _may_last(of["noun"].lower())):
        return of["noun"].lower(), span
    if (long := IS_LONG.search(before)) and STANDS.match(behind):
        noun = long["of"] or "" if long["noun"] == TIME_OF else long["noun"]
        return (noun, span) if _may_last(noun) else ("", span)
    if LASTS.search(before) or PASSED.match(behind):
        return _of_taking(context, span), span
    return _by_cue(before, behind) or (_of_taking(context, span) if ENDED.search(before) else ""), span


def _by_cue(before: str, behind: str) -> str:
    """What a duration is of by the words on either side alone: how long help took, how late a plane came."""
    cues = (
        ("arrival", ARRIVED, before),
        ("delay", LATE, behind),
        ("flown", LOGGED, before),
        ("flown", IN_THE_AIR, behind),
    )
    return next((noun for noun, pattern, text in cues if pattern.search(text)), "")


ROUGHLY = (
    r"(?:(?:at\s+least|up\s+to|more\s+than|less\s+than|about|around|some|nearly|almost|only|just|over|under|barely)"
    r"\s+)*"
)
ARRIVED = re.compile(
    rf"\b(?:arriv\w+|reach\w*|respond\w*|turned\s+up|came|on\s+the\s+(?:spot|scene))\s+(?:[\w’'-]+\s+){{0,3}}?"
    rf"(?:in|within|after)\s+{ROUGHLY}$",
    re.I,
)
"""Before how long somebody took to come: "the first engine came after fifty minutes"."""

LATE = re.compile(r"^\s+(?:late\b|overdue\b|behind\s+(?:schedule|time)\b|later\s+than\s+(?:planned|scheduled)\b)", re.I)
LOGGED = re.compile(rf"\b(?:logged|clocked\s+up|flown)\s+{ROUGHLY}$", re.I)
IN_THE_AIR = re.compile(r"^\s+(?:in\s+the\s+air|of\s+fl(?:ying|ight)|at\s+the\s+controls)\b", re.I)
PASSED = re.compile(r"^\s+(?:went\s+by|passed|elapsed|had\s+passed)\b", re.I)
ENDED = re.compile(
    rf"\b(?:end(?:s|ed|ing)?|over|finish\w*|split|splits|separat\w+|divorc\w+|collaps\w+|call\w*\s+(?:it\s+quits|off))"
    rf"\s+after\s+{ROUGHLY}$",
    re.I,
)
"""Before how long something had lasted when it ended: "the siege ended after 11 hours"."""


def _of_taking(context: Context, span: Span) -> str:
    """What takes or lasts so long: a deed ("take two weeks to repair"), else the noun of the clause ("repairs")."""
    if deed := TO_DO.match(context.article.text, span.end):
        return deed["deed"].lower()
    for clause in reversed(within(context.mentions.clauses, context.sentence(span))):
        if clause.span.start < span.start and clause.value.span.covers(span):
            heads = [part.head.lower() for part in clause.value.arguments if part.relation == "subject"]
            noun = next((one for head in heads for one in (singular(head), head) if one and _may_last(one)), "")
            return noun or "duration"
    return "duration"


def _word_behind(behind: str, span: Span) -> tuple[str, Span]:
    """The one word behind a duration that modifies it, though no list of nouns has it: "an 11-hour standoff"."""
    found = ONE_WORD.match(behind)
    noun = found["noun"].replace("-", "") if found else ""
    if found is None or is_person(noun) or noun in words("undated_nouns") | words("stopwords"):
        return "", span
    return noun, Span(span.start, span.end + found.end("noun"))


ONE_WORD = re.compile(
    r"[\s-](?P<noun>[a-z]{4,}(?:-[a-z]+)?)(?=\s*(?:[.,;:\n]|$)|\s+(?:with|without|in|on|at|that|which|and|by|of|for|after)\b)"
)


def _named_deed(behind: str, at: int, span: Span) -> tuple[str, Span]:
    """A deed behind a duration that no list of nouns has, by how its noun is formed: "30 hours of deliberations"."""
    found = DEED.match(behind, at)
    return (found["deed"], Span(span.start, span.end + found.end())) if found else ("", span)


DEED = re.compile(r"(?:[a-z]+\s+)??(?P<deed>[a-z]{3,}(?:tion|sion|ment|ance|ence))s?\b(?!-)")


def _is_state(context: Context, span: Span) -> bool:
    """Whether somebody came to an end of what they were in for so long: "caught after a week on the run"."""
    before, behind = context.article.text[: span.start][-24:], context.article.text[span.end :][:40]
    return AFTER.search(before) is not None and STATE.match(behind) is not None


AFTER = re.compile(
    r"\b(?:after|following|during|despite)\s+(?:(?:almost|about|nearly|some|just|only|more\s+than|over)\s+)?$", re.I
)
SPENT = re.compile(r"\bsp(?:ent|ends?|ending)\s+(?:(?:almost|about|nearly|some|just|only|more\s+than|over)\s+)?$", re.I)
STATE = re.compile(r"\s+(?:on|in|at|under|behind|without)\s+(?:(?:the|an?|his|her|their)\s+)?(?P<state>[a-z]+)\b(?!-)")
"""Behind a duration, in what somebody or something was for so long: "on the run", "at large", "without power"."""

TO_DO = re.compile(r"\s+to\s+(?P<deed>[a-z]+)\b")


LONG = re.compile(r"\b(?:years?|months?)\b", re.I)


DECIMALS = 4
"""Ten minutes are told as 0.1667 hours."""


def _number(count: re.Match[str]) -> float:
    """How many of its larger unit a duration lasts."""
    per = SMALLER.get(f"{count['unit']}{count['smaller']}", 0.0) if count["rest"] else 0.0
    return round(float(count["count"]) + (float(count["rest"]) / per if per else 0.0), DECIMALS)


def _mixed(found: re.Match[str] | None, number: float) -> float:
    """A length with the whole number and the upper part of the fraction that it ends: "a 4-1 / 2-month term"."""
    return float(found[1]) + float(found[2]) / number if found and number > float(found[2]) else number


MIXED = re.compile(r"(?<![\d/])(\d{1,2})[-\s](\d)\s?/\s?$")


def _noun_behind(behind: str, at: int, span: Span) -> tuple[str, Span]:
    """The last noun of the noun phrase that opens at an offset behind a duration, and the words up to it."""
    noun, end, skipped, stop = "", 0, 0, at
    for word in WORD.finditer(behind, at):
        low = word[0].lower()
        if re.search(r"[^\s-]", behind[stop : word.start()]) or low in words("stopwords") or low == "worth":
            break
        lemma = next((form for form in (low, low.removesuffix("s")) if is_noun(form)), "")
        if behind[word.end() : word.end() + 1] == "-":
            lemma = ""  # "a 90-day court-ordered stay"
        if lemma:
            noun, end = lemma, word.end()
        elif noun or skipped == ADJECTIVES:
            break
        else:
            skipped += 1
        stop = word.end()
    return (noun, Span(span.start, span.end + end)) if _may_last(noun) else ("", span)


def _may_last(noun: str) -> bool:
    """Whether a noun names what may last: no person, and nothing that only marks a date."""
    return (
        bool(noun) and noun.isalpha() and is_noun(noun) and not is_person(noun) and noun not in words("undated_nouns")
    )


def _claim(context: Context, time: Mention[Time], focus: Span, noun: str) -> Claim:
    count = COUNT.match(time.value.value)
    if count is None:
        raise ValueError(time.value.value)
    mixed = MIXED.search(context.article.text, max(0, time.span.start - 10), time.span.start)
    number, bound = _mixed(mixed, _number(count)), BOUNDS.get(time.value.mod, "=")
    asked = _asked(context, time.span, focus)
    if mixed:
        focus = Span(mixed.start(), focus.end)
        asked = asked.replace(mixed[0].strip(), "").replace("  ", " ")
    return make_claim(
        context,
        "figure",
        focus,
        measure=noun,
        value=" ".join(context.text(focus).split()),
        subject=GENERIC,
        low=None if bound == "<" else number,
        high=None if bound == ">" else number,
        bound=bound,
        unit=UNITS[count["clock"] + count["unit"]],
        value_key=" ".join(sorted(surroundings(context, time.span))),
        asked=asked,
        rule=BY,
    )


def _asked(context: Context, span: Span, focus: Span) -> str:
    """What lasts so long in the words of the text, the noun that stands behind the duration with it."""
    behind = context.article.text[span.end : focus.end]
    gap = SUM.match(behind)
    noun = OF_BEHIND.sub("", behind[gap.end() if gap else 0 :]).lstrip("'’").strip()
    told = around(context, span, focus.end, noun)
    if SERVED.search(context.article.text[: span.start][-30:]) and told.startswith(f"{GAP} of "):
        return f"served {told}"  # the sentence alone says nothing of who served it
    return told
