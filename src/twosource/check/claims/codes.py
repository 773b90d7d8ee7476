"""Numbers that are a part of something in figures, and count nothing: a clock time, a score, a make, a longer number.

Reads   the text of a quantity and the characters on either side of it
Gives   `is_of_code`
Misses  names of a number and a noun ("Channel 4")
"""

import re

SCORE = re.compile(r"(\d{1,3})\s?[-–]\s?(\d{1,3})(?!\d)")
"""Two numbers in a row: the score of a game, or a range."""

CLOCK_BEHIND = re.compile(
    r"^\s?:\s?[0-5]\d\b|^\s+\d{1,2}\s?:\s?[0-5]\d\b|^\s*(?:[ap]\.?\s?m\b|gmt\b|utc\b|(?:[ecmp][sd]t)\b"
    r"|(?:bst|ces?t|hkt|ist|jst|kst|ae[sd]t|sast|msk|pkt)\b|hours?\s+(?:gmt|local)|o['’]clock)",
    re.I,
)
CLOCK_BEFORE = re.compile(r"\d:\s?$")
"""Beside the minutes or the hour of a clock time: it counts nothing."""

CLOCK_OR_CODE = re.compile(
    r"\d{1,2}:\s?[0-5]\d(?:\b|[ap]\.?m)|[A-Z]\d+[A-Z]|\d{1,2}\s?[ap]\.?m\b"
    r"|(?:seven|eight|nine)teen(?=[\s-](?:hundreds|tens|(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies)\b)",
    re.I,
)
"""A quantity that is a clock time, a code or a decade: "22:07 GMT", "B2B sales", "the nineteen fifties"."""

CODE_BEHIND = re.compile(r"^-[A-Z]+-\d|^-(?:on|for)-(?:\w|$)|^-[a-z]+ed\b(?!\s+by)")
"""Behind a number of letters dialled, of players and of limbs: "800-HELP-24", "three-on-two", "two-handed"."""

POSITION = re.compile(r"^\d[BbMm]$")
""""1B" before a player's name is a base and no billion."""

MODEL = re.compile(
    r"(?:\b[A-Z]{1,3}[ -]|\b[A-Z][a-z]?\d*-|\b(?:[Nn]os?|[Nn]umber|[Rr]anked)\b\.?\s*|#\s?|\b(?:foot|feet)[ -])$"
)
"""Before a number that is part of a make or a model ("AK 47"), a rank ("No. 2 pick") or the inches of a height."""

REST_OF_NUMBER = re.compile(r"(?<![\d,])\d{1,3},\s$")
"""Before the rest of a number whose thousands stand apart: "15, 800 square metres"."""

DIALLED = re.compile(r"\d[-.]$|(?<![\w.])\d{1,3}\.\s$")
"""Before the last digits of a telephone number, and before those behind the point in "6. 7 assists"."""


def is_of_code(text: str, before: str, following: str) -> bool:
    """Return whether a quantity is part of a score, a clock time, a code, a make, a telephone or a longer number.

    `before` and `following` are what stands on either side of it.
    """
    return bool(
        _is_score(text)
        or CLOCK_OR_CODE.match(text + following[:12])
        or _is_clock_or_name(before, following[:20])
        or (REST_OF_NUMBER.search(before) and re.match(r"\d{3}(?!\d)", text))
        or (DIALLED.search(before) and text[:1].isdigit())
        or (POSITION.match(text) and re.match(r"(?:['’]s)?\s[A-Z]", following))
    )


def _is_clock_or_name(before: str, following: str) -> bool:
    """Whether a number is part of a clock time or of the name of a make: it counts nothing."""
    return bool(
        CODE_BEHIND.match(following)
        or CLOCK_BEHIND.match(following)
        or CLOCK_BEFORE.search(before)
        or MODEL.search(before)
    )


def _is_score(text: str) -> bool:
    """Whether "27-24" is a game's score: a range begins with its lower end."""
    found = SCORE.match(text)
    return found is not None and int(found[1]) >= int(found[2])
