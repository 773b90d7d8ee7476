"""Find the words and figures without which no time expression is there, so that few patterns read little text.

Reads   text, the lexicons `time_words` and `time_holidays`
Gives   windows of text for each kind of rule
Misses  expressions longer than a window
"""

import re
from collections.abc import Iterable
from functools import cache

from twosource.text.lexicon import table

LEFT, RIGHT = 48, 48
"""Characters read on either side of a trigger: "no more than two hundred and fifty-five" before a unit is 42 long."""

TOKEN = re.compile(r"[A-Za-z]+|\d+(?:['’]?s\b|[:/.h-]\d|\s?[ap]\.?\s?m\b|\s?o['’]clock)?", re.IGNORECASE)

RULES: dict[str, tuple[str, ...]] = {
    "iso": ("year", "figures"),
    "month day": ("month",),
    "day month": ("month",),
    "month year": ("month",),
    "month": ("month",),
    "week of": ("month",),
    "weekday": ("weekday",),
    "year": ("year",),
    "after year": ("year",),
    "decade": ("decade",),
    "century": ("unit",),
    "season": ("season",),
    "quarter": ("quarter",),
    "day word": ("day word",),
    "this part": ("part",),
    "this unit": ("unit",),
    "the weekend": ("unit",),
    "holiday": ("holiday",),
    "ago": ("unit",),
    "nth": ("unit", "part"),
    "edge": ("unit",),
    "vague": ("present",),
    "beside": ("part",),
    "spoken": ("spoken",),
    "clock": ("clock", "part", "figures"),
    "part": ("part",),
    "duration": ("unit",),
    "duration in two units": ("unit",),
    "units": ("unit",),
    "unit-long": ("unit",),
    "set word": ("set",),
    "often": ("unit",),
    "every": ("unit", "part", "weekday"),
}
"""The kinds of trigger that each rule needs one of."""


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the trigger words, lower case, with their kinds."""
    listed: dict[str, set[str]] = {}
    for word, kind, *_ in table("time_words"):
        listed.setdefault(re.split(r"[\s.]", word.lower())[-1 if kind == "present" else 0], set()).add(
            "unit" if kind == "short" else kind
        )
    for row in table("time_holidays"):
        for word in re.findall(r"[a-z]+", row[0].lower()):
            if len(word) > 3:
                listed.setdefault(word, set()).add("holiday")
    extra = {
        "day word": "today yesterday tomorrow tonight night overnight",
        "clock": "noon midday midnight gmt utc hours hrs clock local",
        "spoken": "half quarter five ten twenty minutes past",
        "decade": "twenties thirties forties fifties sixties seventies eighties nineties",
        "quarter": "quarter half q",
        "weekday": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    }
    for kind, words in extra.items():
        for word in words.split():
            listed.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in listed.items()}


def triggers(text: str) -> dict[str, list[int]]:
    """Return where the triggers of each kind begin, in text order.

    >>> triggers("At 10 a.m. in May 1998") == {"figures": [3], "month": [14], "year": [18]}
    True
    """
    found: dict[str, list[int]] = {}
    kinds = _kinds()
    for token in TOKEN.finditer(text):
        word = token[0]
        if word[0].isdigit():
            digits = re.match(r"\d+", word)
            if len(word) > 1 and word[-1] in "sS":
                found.setdefault("decade", []).append(token.start())
            elif digits and len(digits[0]) < len(word):
                found.setdefault("figures", []).append(token.start())
            if digits and len(digits[0]) == 4:
                found.setdefault("year", []).append(token.start())
            continue
        for kind in kinds.get(word.lower(), ()):
            found.setdefault(kind, []).append(token.start())
    return found


def windows(starts: Iterable[int], length: int) -> list[tuple[int, int]]:
    """Return the stretches around the triggers, merged where they meet, cut at the text's `length`."""
    out: list[tuple[int, int]] = []
    for start in sorted(starts):
        left, right = max(0, start - LEFT), min(length, start + RIGHT)
        if out and left <= out[-1][1]:
            out[-1] = (out[-1][0], right)
        else:
            out.append((left, right))
    return out
