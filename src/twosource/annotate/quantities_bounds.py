"""Tell the bound of a number ("at least", "about") and whether it is the size of a change ("rose by 5").

Reads   text beside a number, its verb; the lexicons `quantity_bounds`, `quantity_changes`
Gives   bound "=", "~", "<" or ">"; change "up", "down" or ""
Misses  bounds that stand apart from the number ("the figure, at least, is 5")
"""

import re
from functools import cache

from spacy.tokens import Token

from twosource.annotate.numbers import either
from twosource.model import Bound, Change
from twosource.text.lexicon import table, words

REACH = 36
"""Characters beside a number in which its bound stands: the longest with a currency between."""


@cache
def _bounds() -> dict[tuple[str, str], Bound]:
    return {(row[0], row[2]): row[1] for row in table("quantity_bounds")}  # type: ignore[misc]


@cache
def _patterns() -> dict[str, "re.Pattern[str]"]:
    before = [words for words, side in _bounds() if side == "before"]
    after = [words for words, side in _bounds() if side == "after"]
    return {
        "before": re.compile(
            rf"(?:\b(?P<words>{either(before)})|(?P<sign>[~≈<>≤≥∼+]))(?:\s+(?:the|a|an|another|only|just))?[\s-]*$",
            re.IGNORECASE,
        ),
        "after": re.compile(rf"(?P<words>\+|[\s-]*(?:{either(after)})\b)", re.IGNORECASE),
    }


SIGNS: dict[str, Bound] = {"~": "~", "≈": "~", "∼": "~", "<": "<", "≤": "<", ">": ">", "≥": ">", "+": "="}


def bound_of(text: str, start: int, end: int, number_end: int) -> tuple[Bound, int]:
    """Return the bound of the quantity at ``[start, end)`` and where its words begin; `number_end` ends the number.

    >>> bound_of("at least 352 people", 9, 12, 12), bound_of("50 or more", 0, 2, 2)
    (('>', 0), ('>', 0))
    """
    if found := _patterns()["before"].search(text, max(0, start - REACH), start):
        if found["sign"]:
            return SIGNS[found["sign"]], found.start()
        words = " ".join(found["words"].lower().split())
        if not _misread(words, text, found.start()):
            return _bounds()[words, "before"], found.start()
    for at in (number_end, end):
        if bound := bound_after(text, at):
            return bound, start
    return "=", start


def bound_after(text: str, at: int) -> Bound | None:
    """Return the bound that the words at an offset set for the number before them, None when they set none.

    >>> bound_after("carries 30 people at most", 17), bound_after("30 people", 2)
    ('<', None)
    """
    found = _patterns()["after"].match(text, at, at + REACH)
    if found is None:
        return None
    words = " ".join(found["words"].lower().strip(" -").split())
    return ">" if words == "+" else _bounds().get((words, "after")) or _bounds()["-" + words, "after"]


def _misread(words: str, text: str, start: int) -> bool:
    """Whether the words before a number do not bound it: "over" after a noun of time, "the some", "all about"."""
    lead = text[max(0, start - 12) : start].lower()
    if words in ("about", "around", "over", "below", "above", "under", "beyond"):
        # "a report about 12 men", "concerns over 3 flights": a noun or verb of saying before it makes it a preposition
        return bool(
            re.search(r"(?:concerns?|report|worry|talk\w*|said|asked|story|dispute|row|anger|questions?)\s+$", lead)
        )
    return False


@cache
def _changes(kind: str) -> dict[str, Change]:
    return {row[0]: row[1] for row in table("quantity_changes") if row[2] == kind}  # type: ignore[misc]


def change_of(text: str, start: int, end: int, verb: Token | None, noun: Token | None, counts: bool) -> Change:
    """Return the direction of the change that a number is the size of, "" when it is a state.

    A number after "to", "at", "from" or "above" is a state. A particle right before it outranks the verb; `noun` is the
    noun that the number modifies ("a 3 percent drop"). A number that `counts` things is a change only after "by".
    """
    if (signed := SIGNED.search(text, max(0, start - 2), end)) and (signed[1] == "+" or verb is None):
        return "up" if signed[1] == "+" else "down"
    if not counts and not text[start:end].strip()[-1:].isdigit() and (behind := AFTER.match(text, end)):
        return _changes("particle")[behind[1].lower()]
    lead = _lead().search(text, max(0, start - LEAD), start)
    if THRESHOLD.match(text, start) and not (lead and lead["by"]):
        return ""  # "fell below 4 percent"
    word, before, by = (lead["word"].lower(), (lead["before"] or "").lower(), lead["by"]) if lead else ("", "", None)
    if counts and not by:
        return ""
    if word in _changes("particle") and before not in _changes("phrasal"):
        return _changes("particle")[word]
    if word == "of" and (told := _changes("noun").get(before) or _changes("noun").get(before.removesuffix("s"))):
        return told  # "a rise of 5 percent"
    if by and word in _changes("noun"):
        return _changes("noun")[word]  # "and a decrease by 3 percent"
    pace = word == "of" and before in PACES
    if (word in words("quantity_state_leads") or word in COLLECTED) and not by and not pace:
        return ""
    if verb is not None and verb.lemma_.lower() in _changes("verb") and verb.pos_ == "VERB" and verb.idx < start:
        return _changes("verb")[verb.lemma_.lower()]
    if noun is not None and noun.lemma_.lower() in _changes("noun"):
        return _changes("noun")[noun.lemma_.lower()]
    return ""


THRESHOLD = re.compile(r"(?:just |well )?(?:above|below|beyond)\b", re.IGNORECASE)
"""Words of a bound that, behind a verb of change, say which mark was passed, where "over" and "under" size the step."""

SIGNED = re.compile(r"(?<![\w).%])([+−–-])\d[\d.,]*\s?%$")
"""A share with a sign before it, as markets are told ("Dow +0.2%, Nasdaq -1.1%"); with a verb, minus may be a state."""

PACES = frozenset({"average", "mean", "median", "rate", "pace", "total"})
"""What the size of a change may be called ("grew at a rate of 3 percent", "rose by an average of 2 percent")."""

COLLECTED = frozenset({"raise", "raises", "raised", "raising"})
"""Forms of "raise", which right before an amount means to collect it ("raised $5 million"), not to lift by it."""

AFTER = re.compile(r"\s+(higher|lower|up|down)\b(?!\s+(?:to|from)\b)", re.IGNORECASE)
"""A particle behind an amount ("closed 2% lower")."""

LEAD = 60
"""Characters before a number that hold the two words before it, bounds and articles passed over."""


@cache
def _lead() -> "re.Pattern[str]":
    """Return a pattern for the two words before a number, articles and bounds passed over."""
    passed = [
        words
        for words, side in _bounds()
        if side == "before" and words not in ("up to", "under", "over", "above", "below")
    ]
    skip = either([*passed, "a", "an", "the", "another", "only", "just", "its", "their", "his", "her", "under", "over"])
    return re.compile(
        rf"(?:\b(?P<before>\w+)\s+)?\b(?!(?:{skip}|by)\s)(?P<word>\w+)\s+(?P<by>by\s+(?:between\s+)?)?(?:(?:{skip})\s+)*[^\w\s]*$",
        re.IGNORECASE,
    )


def is_change_verb(verb: Token | None) -> bool:
    """Whether a verb tells of a change in size ("rise")."""
    return verb is not None and verb.lemma_.lower() in _changes("verb")
