"""How well each telling of one event would do as a headline: whole, concrete, and about what the others tell.

Reads   the words of all tellings of a story's own event
Gives   for each a factor, 1.0 for one that a newsroom could print as it is
Misses  names that are printed in small letters; tellings of another event that names nobody

A reader who sees one telling only wants to know who did what to whom, and where. What takes somebody for known ("the
teenager", "her school"), points elsewhere ("at the same time") or names nobody tells less of that. A name that no
other telling has is a bad sign: it may be that of another event, told for comparison.
"""

import re
from collections import Counter
from collections.abc import Sequence

from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import forms_of
from twosource.check.language.words import WORD
from twosource.text.calendar import MONTH, MONTH_SHORT, WEEKDAY
from twosource.text.lexicon import words

BADLY, DETAILED = 0.6, 0.8
"""What a telling counts for that reads badly, or that has a day or a number, on which its carriers may differ."""

VAGUE, NAMELESS, STRANGE = 0.7, 0.8, 0.6
"""What one counts for that takes something for known, that names nothing, or that names what no other one names."""

DETAIL = re.compile(rf"\d|\b{WEEKDAY}|\byesterday|\btoday", re.I)
AGE = re.compile(r",\s\d{1,3}(?:,|$)")
"""The age of somebody, which belongs to the name."""

KNOWN = re.compile(r"(?:the|this|that|these|those|both|another)\s+(?:[a-z][\w-]*\b,?\s+){1,3}", re.I)
"""How a telling opens with what its own text has told of before; a name has a capital."""

POINTING = re.compile(
    r"\b(?:at\s+the\s+same\s+time|(?:that|the\s+(?:same|next|previous|following))\s+(?:day|night|morning|evening|week)"
    r"|the\s+(?:day|night|week)\s+(?:before|after)|ago|again|another|him|them|earlier\s+in\s+the\s+(?:day|week))\b",
    re.I,
)
"""Words that point to a time or a deed that is told elsewhere."""

OF_SOMEBODY = re.compile(r"\b(?:his|her)\b", re.I)
CAPITAL, OWN = re.compile(r"\b[A-Z][\w’'-]+"), re.compile(r"['’]s?$")
DAYS = re.compile(rf"(?:{WEEKDAY}|(?!May\b){MONTH}|(?!(?:Mar|Apr|Jun|Jul|Sep)\b){MONTH_SHORT})\b")
"""Words with a capital that name no party; "May" and "Mar" are also those of somebody or of some place."""

ENOUGH = 5
"""Tellings among which a name that one alone has is a bad sign."""


def worth(tellings: Sequence[str]) -> list[float]:
    """Return for each telling what it counts for as a headline."""
    inside = [_inside(told) for told in tellings]
    known = frozenset().union(*inside)
    found = [names | _first(told, known) for told, names in zip(tellings, inside, strict=True)]
    held = Counter(name for names in dict(zip(tellings, found, strict=True)).values() for name in sorted(names))
    return [_alone(told) * _naming(names, held, len(found)) for told, names in zip(tellings, found, strict=True)]


def _alone(told: str) -> float:
    factor = 1.0 if reads_well(told) else BADLY
    factor *= DETAILED if DETAIL.search(AGE.sub(" ", told)) else 1.0
    return factor * (VAGUE if KNOWN.match(told) or _points(told) else 1.0)


def _points(told: str) -> bool:
    """Whether a telling points to what is told elsewhere: of whom a name in brackets is put for a pronoun, or of "his"
    or "her" before anybody is told of.
    """
    if POINTING.search(told) or told.startswith("["):
        return True
    found = OF_SOMEBODY.search(told)
    return found is not None and not any(map(_is_somebody, WORD.findall(told[: found.start()])))


def _is_somebody(word: str) -> bool:
    """Whether a word may be for somebody: a noun for a person, or a name, which the first word of many is not."""
    low = word.lower()
    name = word[0].isupper() and low not in words("stopwords") and not is_noun(low)
    return name or any(map(is_person, forms_of(low)))


def _naming(names: frozenset[str], held: Counter[str], tellings: int) -> float:
    """What a telling counts for by whom and what it names: best where others name it too."""
    if not names:
        return NAMELESS
    strange = sum(held[name] == 1 for name in names)
    return STRANGE if tellings >= ENOUGH and strange * 2 > len(names) else 1.0


def _inside(told: str) -> frozenset[str]:
    """The names in a telling but for its first word, which has a capital anyhow."""
    found = (match[0] for match in CAPITAL.finditer(told) if match.start() and not DAYS.match(match[0]))
    return frozenset(OWN.sub("", word).casefold() for word in found)


def _first(told: str, known: frozenset[str]) -> frozenset[str]:
    """The first word of a telling where it is a name elsewhere."""
    first = WORD.search(told)
    name = OWN.sub("", first[0]).casefold() if first else ""
    return frozenset({name} & known)


def reads_well(value: str) -> bool:
    """Return whether a telling can stand by itself.

    >>> reads_well("Thieves stole two paintings from the museum"), reads_well("Museum Robbed Of Two Paintings")
    (True, False)
    >>> reads_well("A banker hanged himself in the county jail hours")
    False
    """
    plain = value.split()
    capitals = sum(word[0].isupper() for word in plain)
    whole = not MARKS.search(value) and not TORN.search(value)
    return READABLE[0] <= len(plain) <= READABLE[1] and whole and capitals <= HEADLINE * len(plain)


READABLE = (4, 30)
"""Words of a telling that can stand by itself: with fewer there is no deed in it, with more there are several."""

HEADLINE = 0.6
"""The part of a telling's words with a capital above which it is a headline: names seldom fill half of a clause."""

MARKS = re.compile(r"[“”\"]|``|''|--|\b(?:he|she|it|they|who|which)\b", re.I)
"""What makes a telling hard to read by itself: pieces of quotations, and pronouns that point elsewhere."""

TORN = re.compile(
    r"(?<!few )(?<!for )(?<!\d )(?<!many )(?<!several )(?<!in )(?<!of )\b(?:hours|minutes|days|weeks|moments)$"
)
"""How a telling ends that was cut off before its "after" or "before"."""
