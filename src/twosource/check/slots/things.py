"""What a thing is like, or how a deed was done: the colour of a car, the calibre of a gun, well or ill equipped.

Reads   Article.text
Gives   Filler, in text order
Misses  what stands apart from its thing ("the car, which was red")
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.check.context import Context
from twosource.check.fillers import fillers_of
from twosource.check.language.words import sense
from twosource.check.slots.filler import Filler, words_of
from twosource.model import Span
from twosource.text.lexicon import mapping, table


@cache
def _coloured() -> re.Pattern[str]:
    things = "|".join(sorted(word for row in table("one_filler") if row[0] == "coloured" for word in row[1:]))
    make = r"(?:(?:19|20)\d\d\s+)?[A-Z][a-z]+\s+(?P<model>[A-Z][\w-]+)\b"
    return re.compile(rf"\b(?P<colour>{words_of('colour')})\s+(?:{make}|(?:[A-Z][a-z]+\s+)?(?P<thing>{things})\b)")


YEARLY = re.compile(r"\b(?:19|20)\d\d\s+(?P<colour>[a-z]+)\s+(?:[A-Z][a-z]+\s+)?(?P<model>[A-Z][\w-]+)\b")
"""A car by its year and model: "2013 gray Camry"."""


def colours(context: Context) -> Iterator[Filler]:
    """Yield the colour of a thing: of a car by the name of its model, "gray 2013 Toyota Camry"."""
    text = context.article.text
    for match in (*_coloured().finditer(text), *YEARLY.finditer(text)):
        colour = fillers_of("colour").get(match["colour"], "")
        thing = match["model"] or match.groupdict().get("thing", "")
        people = any(match[0].endswith(f" {nation}") for nation in mapping("nationalities") if nation.endswith(thing))
        if colour and not people:
            asked = f"Of what color was the {thing}?"
            yield Filler(context, f"colour {thing.lower()}", thing.lower(), colour, Span(*match.span()), asked)


CALIBRE = re.compile(
    r"(?:\.\s?|\b)(\d\d\d?)[\s-]*cal(?:i?b(?:er|re))?\b\.?\s*(?:[a-z]+\b)?"
    r"|\b(\d{1,2}(?:\.\d\d)?)[\s-]*(?:mm|millimet(?:er|re))[\s-]+(?:[a-z-]+ )?"
    r"(?:(?:hand)?gun|pistol|rifle|round|bullet|casing|shell|cartridge|revolver)s?\b",
    re.I,
)


def calibres(context: Context) -> Iterator[Filler]:
    """Yield of what calibre a gun was, in text order."""
    for match in CALIBRE.finditer(context.article.text):
        focus = Span(match.start(), match.end())
        yield Filler(context, "calibre", "gun", match[1] or f"{match[2]} mm", focus, "Of what caliber was the gun?")


MANNERS = ("manner", "purpose", "law", "part", "weight", "will")


@cache
def _adverbs() -> re.Pattern[str]:
    every = "|".join(words_of(slot) for slot in MANNERS)
    return re.compile(rf"\b({every})[\s-]+([a-z]+(?:ed|en|wn|lt|nt|red))\b")


def manners(context: Context) -> Iterator[Filler]:
    """Yield how something was done, or somebody was equipped: well or ill, deliberately or by mistake."""
    for match in _adverbs().finditer(context.article.text):
        slot = next(slot for slot in MANNERS if match[1] in fillers_of(slot))
        focus = Span(match.start(), match.end())
        done = sense(match[2])
        yield Filler(context, f"{slot} {done}", done, fillers_of(slot)[match[1]], focus, f"How was it {match[2]}?")
