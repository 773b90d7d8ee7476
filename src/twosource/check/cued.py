"""Read what a story has but one of by the words that lead to it: what caused the fire, whether the alarm rang.

Reads   `slot_cues`: regular expressions, each with its slot, whose it is, and the question
Gives   Cued: slot, filler, whose, place, question, in text order
Misses  what is told in a sentence that holds neither the question's words nor its filler's

A cue names its filler itself ("the alarm never rang": no), or holds one of the words of the slot ("blamed a boiler").
What the sentence doubts, asks or rules out ("whether the boiler was to blame") fills nothing.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from twosource.check.context import Context
from twosource.check.fillers import fillers_of
from twosource.model import Entity, Span
from twosource.text.lexicon import table


class Cue(NamedTuple):
    """A pattern: its slot, whose the slot is, the question, the filler ("" where a word of the slot is it)."""

    slot: str
    whose: str
    asked: str
    filler: str
    pattern: re.Pattern[str]


class Cued(NamedTuple):
    """A slot filled at a place: `who` is the id of a person, or ""."""

    slot: str
    who: str
    filler: str
    focus: Span
    asked: str


ONE, ANY = "one", "any"
"""Whose a slot is: the one person of the sentence, and nothing without; or that person, and somebody's else."""


def cued(context: Context) -> Iterator[Cued]:
    """Yield every slot that a cue fills in an article, cue by cue and in text order."""
    text = context.article.text
    for cue in _cues():
        for match in cue.pattern.finditer(text):
            focus = _whole_words(text, match)
            sentence = context.sentence(focus)
            word = match.groupdict().get("f") or ""
            filler = cue.filler or fillers_of(cue.slot.split()[0]).get(word.lower(), "")
            if not filler or focus.end > sentence.end or _doubted(context, sentence, focus, bool(cue.filler)):
                continue
            who = only_one(context, focus) if cue.whose else None
            if cue.whose != ONE or who is not None:
                slot, asked = (part.format(**_parts(match)) for part in (cue.slot, cue.asked))
                name = who.name if who else "somebody"
                yield Cued(slot, who.id if who else "", filler, focus, asked.replace("WHO", name))


def _whole_words(text: str, match: re.Match[str]) -> Span:
    """The place of a match, from the start of its first word: "didn't hear", of which the cue holds the end."""
    start = match.start()
    while start and not text[start - 1].isspace():
        start -= 1
    return Span(start, match.end())


def _parts(match: re.Match[str]) -> dict[str, str]:
    """What the named groups of a match hold, in small letters."""
    return {name: (held or "").lower() for name, held in match.groupdict().items()}


def only_one(context: Context, focus: Span) -> Entity | None:
    """Return the one person whom the sentence at a place names, None where it names none or several."""
    people = {entity.id: entity for entity in context.entities(context.sentence(focus)) if entity.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 else None


FEW = r"(?:[\w'’-]+ ){0,5}?"
DENIED = re.compile(
    r"\b(?:not|never|no(?! doubt)|nor|neither|without|unlikely|ruled out|rul\w+ out|den(?:y|ied|ies))\b|n['’]t\b", re.I
)
DOUBTED = re.compile(
    r"\b(?:if|whether|could|may|might|perhaps|possibl[ey]|potential|would|unless|fear\w*|investigating)\b", re.I
)
NOT_SO = re.compile(r"(?:\b(?:no|not|never|without|any|neither|none of \w+)|n['’]t)\s+(?:[\w'’-]+\s+)?$", re.I)
"""What stands right before a cue and turns it into its contrary."""

BEFORE = 45
"""Characters before a cue in which a word of doubt or denial bears on it."""


def _doubted(context: Context, sentence: Span, focus: Span, says_itself: bool) -> bool:
    """Whether the words at a cue, or shortly before, doubt it, or deny it where the cue does not say that itself."""
    said = context.article.text[max(sentence.start, focus.start - BEFORE) : focus.end]
    if says_itself and NOT_SO.search(context.article.text[sentence.start : focus.start]):
        return True  # "no alert was sent" holds "alert was sent"
    asks = context.text(sentence).rstrip("\"”’' ").endswith("?")
    return asks or bool(DOUBTED.search(said)) or (not says_itself and bool(DENIED.search(said)))


@cache
def _cues() -> tuple[Cue, ...]:
    return tuple(
        Cue(slot, whose, asked, filler, re.compile(_whole(slot, pattern), re.I))
        for slot, whose, asked, filler, pattern in table("slot_cues")
    )


def _whole(slot: str, pattern: str) -> str:
    """A pattern with the words of its slot in place of FILLER, and up to five words in place of FEW."""
    words = "|".join(
        re.escape(word) for word in sorted(fillers_of(slot.split()[0]), key=lambda word: (-len(word), word))
    )
    return pattern.replace("FILLER", f"(?P<f>{words})").replace("FEW", FEW)
