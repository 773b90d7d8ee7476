"""Claims about one who was hurt where others died: "killing two and wounding a third".

Reads   sentences that tell of the dead
Gives   figure claims of one injured
Misses  one who was hurt, told of by name alone
"""

import re
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context
from twosource.check.language.nouns import is_person
from twosource.check.language.words import WORD, stem
from twosource.model import Claim, Span
from twosource.text.lexicon import mapping, table

BY = "another"
ONE = r"(?P<one>another|a\s+(?:second|third|fourth|fifth|sixth))"
HURT = r"(?:wound|injur|hurt)"
ADVERB = r"(?:\w+ly\s+)?"
BEHIND = re.compile(rf"\b{HURT}(?:ing|ed|s|es)?\s+{ADVERB}{ONE}\b(?:\s+(?P<noun>[\w-]+))?", re.I)
"""The deed before whom it befell: "wounding a third", "injuring another worker"."""

BEFORE = re.compile(
    rf"\b{ONE}\s+(?:(?P<noun>[\w-]+)\s+)?(?:(?:was|is|were|has\s+been)\s+)?{ADVERB}(?:wounded|injured|hurt)\b", re.I
)
"""Behind whom it befell: "and another wounded", "a third worker was badly hurt"."""

SINGLE = re.compile(
    rf"\b(?P<one>an?)\s+(?:[\w-]+\s+)?(?P<noun>[\w-]+)\s+(?:was|is|has\s+been)\s+{ADVERB}(?:wounded|injured|hurt)\b",
    re.I,
)
"""One person told of by a noun: "a guard was wounded"."""

COUNTED = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|others?|more|several|dozens?|people)\b", re.I
)


def another(context: Context) -> tuple[Claim, ...]:
    """Return a claim of one injured for each sentence that tells so beside a death, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        if not context.speaks(sentence) or not tells_of_dead(text):
            continue
        matches = [match for pattern in (BEHIND, BEFORE, SINGLE) if (match := pattern.search(text)) and _is_one(match)]
        if matches:
            first = min(matches, key=lambda match: match.start())
            focus = Span(sentence.start + first.start("one"), sentence.start + first.end("one"))
            found.append(_claim(context, focus, _said(first)))
    return tuple(found)


def _said(match: re.Match[str]) -> str:
    """The words of one told of, without what stands behind where that is no noun for a person."""
    noun = (match["noun"] or "").lower()
    person = "-" in noun or is_person(noun) or mapping("noun_kinds").get(noun) == "person"
    return match[0] if person or match.re is not BEHIND else match.string[match.start() : match.end("one")]


def tells_of_dead(text: str) -> bool:
    """Whether a text has a word for a death."""
    return any(stem(word.lower()) in _deadly() for word in WORD.findall(text))


@cache
def _deadly() -> frozenset[str]:
    return frozenset(stem(row[0]) for row in table("casualties") if row[1] == "dead") - {"bodi", "toll"}


def _is_one(match: re.Match[str]) -> bool:
    """Whether one person is told of: not "another two", and no "third quarter"."""
    noun = (match["noun"] or "").lower()
    if COUNTED.fullmatch(noun):
        return False
    person = is_person(noun) or mapping("noun_kinds").get(noun) == "person" or "-" in noun
    return person or (match.re is not SINGLE and noun in ("", "at", "in", "on", "before", "and", "with", "as", "when"))


def _claim(context: Context, focus: Span, told: str) -> Claim:
    return make_claim(
        context,
        "figure",
        focus,
        measure="injured",
        value=" ".join(told.split()),
        subject=GENERIC,
        low=1.0,
        high=1.0,
        value_key=" ".join(sorted(surroundings(context, focus))),
        rule=BY,
    )
