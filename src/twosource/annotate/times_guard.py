"""Turn down what only looks like a time: "may", "March on Washington", "2,000 people", "Sunday Times".

Reads   one match of a rule, the text around it, its first token
Gives   a yes or no; one test per rule
Misses  people named after months where the model does not see the person; "in 1900 homes"
"""

import re
from functools import cache

from spacy.tokens import Token

from twosource.annotate.numbers import either
from twosource.model import Span
from twosource.text.calendar import MONTH_SHORT
from twosource.text.lexicon import marked, words

BEFORE = 24
"""Characters of context before a match: room for the two words that the tests look at."""


NUMBER_VERB = re.compile(
    r"\b(?:stood|stands?|standing|rose|rises?|risen|climb\w*|jump\w*|fell|fallen|falls?|dropp?\w*|grew|grown|remain\w*"
    r"|toll|number|total|count|put|increas\w*|up|down)\s+(?:at|to|by|from|about|around|near)\s+$",
    re.IGNORECASE,
)
"""Verbs and nouns of number with the preposition of a level: what follows is a figure, not an hour."""

AMBIGUOUS_MONTHS = frozenset({"may", "march", "august", "april", "june"})
"""Months that also are other words or given names."""


@cache
def _names() -> "re.Pattern[str]":
    return re.compile(r"\b(?:" + either(sorted(words("time_names"))) + r")\b")


def names_in(text: str) -> list[Span]:
    """Return the places of names that hold a word of the calendar ("Sunday Times")."""
    return [Span(*found.span()) for found in _names().finditer(text)]


def last_word(text: str, start: int) -> str:
    """Return the word before an offset, lower case, "" when punctuation or nothing stands there."""
    found = re.search(r"([\w$€£%.]+)[\s-]*$", text[max(0, start - BEFORE) : start])
    return found[1].lower() if found else ""


def plausible(rule: str, found: "re.Match[str]", token: Token | None) -> bool:
    """Whether a match of the rule is a time, judged by the words around it and its token."""
    test = TESTS.get(rule)
    return test is None or test(found, token)


def _month(found: "re.Match[str]", token: Token | None) -> bool:
    month, text = found["month"], found.string
    if len(month) <= 4 and not month.endswith(".") and month.lower() not in ("may", "june", "july"):
        return False  # "Jan", "Mar", "Dec" alone are names more often than months
    if found["which"] or found["mod"]:
        return (found["which"] or "").lower() != "that"
    lead = last_word(text, found.start())
    if (
        token is not None
        and month.lower() in AMBIGUOUS_MONTHS
        and token.dep_ == "compound"
        and token.head.pos_ == "PROPN"
    ):
        return False
    if month.lower() in ("may", "march"):
        if lead in ("and", "or", "to", "for") and not re.search(
            rf"(?:{MONTH_SHORT}|May|between)[\w.]*\W+(?:\w+\W+)?$", text[max(0, found.start() - BEFORE) : found.start()]
        ):
            return False  # "and May" is a month only after another one
        if re.match(r"['’]s\b", text[found.end() : found.end() + 2]) and lead != "in":
            return False
        return lead in marked("time_leads", "month") and not re.match(
            r"\s+(?:on|for|of|against)\b", text[found.end() : found.end() + 9]
        )
    if token is not None and token.ent_type_ == "PERSON" and month.lower() in AMBIGUOUS_MONTHS:
        return False
    after = re.match(r"\s+[A-Z][a-z]+", text[found.end() : found.end() + 12])
    return lead in marked("time_leads", "month") or not (after and month.lower() in AMBIGUOUS_MONTHS)


def _year(found: "re.Match[str]", token: Token | None) -> bool:
    text, year = found.string, int(found["year"])
    lead, after = last_word(text, found.start()), text[found.end() : found.end() + 30]
    if re.match(
        r"\s*(?:%|percent|per cent|million|billion|thousand|hundred|km|miles|feet|metres|meters|rpm|"
        r"calories|points|GMT|UTC|hours\b|local time)",
        after,
    ):
        return False
    if text[max(0, found.start() - 1) : found.start()] in ("'", "’"):
        return False
    if re.search(
        r"(?:[$€£#]|No\.|Flight|flight|Highway|Route|Room|BMW|Boeing|Article|Section|Street|page|pages)\s?$",
        text[max(0, found.start() - 10) : found.start()],
    ):
        return False
    if re.search(
        r"(?:more|fewer|less|over|nearly|almost|some|least|most|up to|roughly|approximately|other|another|"
        r"these|those|all)\s(?:than\s)?$",
        text[max(0, found.start() - 14) : found.start()],
    ):
        return False
    counted = re.match(r"[\s-]+(?!(?:and|to|or|by|when|in|but|as|at|until)\b)([a-z]+)", after)
    plural = bool(counted and token is not None and _head_plural(token))
    if 1900 <= year < 2100:
        return not plural or lead in marked("time_leads", "year") - {
            "of",
            "to",
            "for",
            "and",
            "or",
            "than",
            "a",
            "about",
            "around",
            "over",
        }
    return lead in ("in", "since", "from", "until", "circa", "of", "between", "by", "to") and not counted


def _head_plural(token: Token) -> bool:
    """Whether a number counts a plural noun to its right."""
    return (
        token.dep_ == "nummod"
        and token.head.i > token.i
        and token.head.tag_ in ("NNS", "NNPS")
        and token.head.i - token.i <= 3
    )


def _season(found: "re.Match[str]", token: Token | None) -> bool:
    if found["year"]:
        return True
    word, text = found["season"], found.string
    if token is not None and (token.pos_ == "VERB" or token.tag_ in ("VB", "VBD", "VBP", "VBZ", "NNS")):
        return False
    which = (found["which"] or "").lower()
    before = text[max(0, found.start() - BEFORE) : found.start()].rstrip(" \n“\"'")
    if word[0].isupper() and which in ("", "the") and before and not before.endswith((".", ":", "!", "?")):
        return False  # "Arab Spring"
    if token is not None and token.dep_ == "compound" and word.lower() == "spring":
        return False  # "the spring water"
    if which and which != "the":
        return which != "that" or word.lower() != "fall"
    lead = last_word(text, found.start())
    if word[0].isupper() or re.match(r"\s+(?:of|to|in)\b", text[found.end() : found.end() + 4]):
        return False
    if word.lower() in ("fall", "spring"):
        return bool(found["mod"]) or (
            which == "the" and lead in ("in", "during", "by", "until", "since", "of", "through", "for")
        )
    return which == "the" or bool(found["mod"]) or lead in marked("time_leads", "month")


def _units(found: "re.Match[str]", token: Token | None) -> bool:
    if found["which"]:
        return True
    lead = last_word(found.string, found.start())
    if found[0].lower().endswith(("-long", "-old")):
        return True
    if found["unit"].lower() in ("seconds", "minutes", "quarters", "weekends"):
        return lead == "for" or bool(
            re.match(r"\s+(?:after|before|later)\b", found.string[found.end() : found.end() + 8])
        )
    return lead in marked("time_leads", "units") or bool(
        re.match(r"\s+(?:after|before|later)\b", found.string[found.end() : found.end() + 8])
    )


HOUR = re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")
AT = re.compile(r"\b(?:at|by|around|about|from|until|till|before|after)\s+$", re.I)
"""Hour and minute in one number, and the words before it that make it a time of day."""


def _duration(found: "re.Match[str]", token: Token | None) -> bool:
    unit, count = (found["unit"] or found["short"]).lower(), found["count"].lower()
    if unit == "quarter" or (unit == "second" and count in ("a", "an")) or count in ("many",):
        return False
    if unit == "quarters" or (unit == "weekend" and count in ("a", "an")):
        return False
    if unit in ("min", "sec", "hr") and not count[-1].isdigit():
        return False
    if unit in ("hours", "hrs") and HOUR.fullmatch(count) and AT.search(found.string[: found.start()][-9:]):
        return False  # "at 1100 hours"
    after = found.string[found.end() : found.end() + 8]
    if re.match(r"\s+(?:old\b|of age)", after):
        return False
    # "one day he left" tells of some day
    return not (
        count in ("one", "a") and unit == "day" and re.match(r"[\s,]+(?:he|she|it|they|I|we|you|when)\b", after)
    )


SO_LONG = re.compile(r" (?:hours|hrs)\b")


def _clock(found: "re.Match[str]", token: Token | None) -> bool:
    if (
        (found["gmt"] or found["h24"])
        and SO_LONG.search(found[0])
        and not AT.search(found.string[: found.start()][-9:])
    ):
        return False  # "worked 1200 hours", "won in 2:05 hours"
    if found["word"]:
        return last_word(found.string, found.start()) != "high"
    if found["part2"] and not found["m"]:
        # "rose to four in the morning", "four in the evening session": a figure
        lead = found.string[max(0, found.start() - BEFORE) : found.start()]
        return last_word(found.string, found.start()) in marked("time_leads", "hour") and not NUMBER_VERB.search(lead)
    if found["h24"] is None:
        return True
    if CLOCK_SAYS.search(found.string[max(0, found.start() - BEFORE) : found.start()]):
        return True
    return bool(found["zone"]) or last_word(found.string, found.start()) in marked("time_leads", "clock")


CLOCK_SAYS = re.compile(
    r"\b(?:clock|watch|wristwatch|timestamp)\s+(?:had\s+)?(?:says|said|reads?|shows|showed|gave|marked)\s+$",
    re.I,
)
"""What shows an hour, right before it."""


def _beside(found: "re.Match[str]", token: Token | None) -> bool:
    """An hour stands behind "at" or the like; "two this morning" are two of something."""
    lead = found.string[max(0, found.start() - BEFORE) : found.start()]
    return last_word(found.string, found.start()) in marked("time_leads", "hour") and not NUMBER_VERB.search(lead)


def _spoken(found: "re.Match[str]", token: Token | None) -> bool:
    """Past an hour is said of clocks; "five to seven people" and "ten to four" votes only look like it."""
    text, side, count = found.string, found["side"].lower(), found["count"].lower()
    told = bool(found["part"] or found["part2"] or found["half"] or found["zone"])
    if side == "after" and count == "half":
        return False
    if not told and COUNTS.match(text, found.end()):
        return False
    if told or side == "past" or count.endswith("quarter"):
        return True
    if side == "to" and IT_WAS.search(text[max(0, found.start() - BEFORE) : found.start()]):
        return ENDS.match(text, found.end()) is not None
    return last_word(text, found.start()) in SPOKEN_LEADS and (side == "to" or "minutes" in found[0].lower())


COUNTS = re.compile(
    r"\s?(?!(?:was|is|as|his|its|this|across|unless|hours)\b)(?:[a-z]+s|people|men|women|children|percent|per)\b|\s?[%-]"
)
"""Behind a number, what it counts."""

IT_WAS, ENDS = (
    re.compile(r"\bit\s+was\s+(?:about\s+|around\s+|just\s+)?$", re.I),
    re.compile(r"\s*(?:[.,;\"”]|when\b|$)"),
)
"""Before and behind an hour that is said to have been: "it was ten to nine when"."""

SPOKEN_LEADS = frozenset({"at", "by", "until", "till", "since", "around", "about"})
"""Words before a spoken hour to which so many minutes are left."""


def _part(found: "re.Match[str]", token: Token | None) -> bool:
    if found["mod"]:
        return True
    lead = last_word(found.string, found.start())
    article = found[0].lower().startswith("the ")
    return lead in marked("time_leads", "part") if article else lead == "at" and found["part"].lower() == "night"


def _quarter(found: "re.Match[str]", token: Token | None) -> bool:
    if found["q"]:
        return True
    tail = bool(found["year"]) or bool(
        re.match(r"\s+of (?:the|this|last|next) (?:year|fiscal)", found.string[found.end() : found.end() + 20])
    )
    return tail or (found["what"].lower() == "quarter" and found["ordinal"].lower() != "last")


def _day_word(found: "re.Match[str]", token: Token | None) -> bool:
    return found["word"].lower() != "overnight" or token is None or token.pos_ == "ADV"


def _this_unit(found: "re.Match[str]", token: Token | None) -> bool:
    which = found["which"].lower()
    if which == "that":
        return token is None or token.dep_ != "mark"
    return not (which == "current" and found["the"] is None)


def _weekday(found: "re.Match[str]", token: Token | None) -> bool:
    return token is None or token.ent_type_ != "PERSON"


def _ago(found: "re.Match[str]", token: Token | None) -> bool:
    """Hours and minutes before or after something named stay durations: no clock is known to move."""
    small = found["unit"].lower().rstrip("s") in ("hour", "minute", "second")
    return not small or found["dir"].lower() in ("ago", "from now", "hence")


def _vague(found: "re.Match[str]", token: Token | None) -> bool:
    """A word for the past or present beside a fuller time adds nothing ("most recently last October")."""
    return not (found["word"].lower() == "recently" and last_word(found.string, found.start()) == "most")


TESTS = {
    "vague": _vague,
    "ago": _ago,
    "month": _month,
    "year": _year,
    "season": _season,
    "units": _units,
    "duration": _duration,
    "duration in two units": _duration,
    "beside": _beside,
    "spoken": _spoken,
    "clock": _clock,
    "part": _part,
    "quarter": _quarter,
    "day word": _day_word,
    "this unit": _this_unit,
    "weekday": _weekday,
}
