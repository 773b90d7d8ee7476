"""Which names are those of a place, a building or a street, and by what words two such names are compared.

Reads   the names and places of a sentence, the words beside them
Gives   `is_place`, `is_building`, `is_land`; `is_no_place` and `is_owned`, by which a name is none; `key_of` a name
Misses  buildings whose noun stands in another sentence
"""

import itertools
import re
from functools import cache

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.words import WORD, stem
from twosource.model import Span
from twosource.text.lexicon import mapping, table, words

NAME = re.compile(
    r"(?!(?:A|An|The|In|At|On)\b)[A-Z][\w-]*\.?(?:\s+(?:of\s+|de\s+|la\s+|le\s+|du\s+)?[A-Z][\w-]*\.?(?=\s|\W|$))*(?<!\.)"
)
"""Words with a capital in a row."""

BESIDE = re.compile(r"^(?:\s+[a-z][\w-]*){0,3}")
"""Words behind a name, the noun for a building among them: "the Harn jewellery store"."""

TITLE = re.compile(r"\b([a-z]+)(?:\s+of)?\s+$")
PIECES = re.compile(r"['’]s\b|[^\w\s]")

OF_REGIONS = frozenset(
    {
        "Asian",
        "European",
        "African",
        "American",
        "Sicilian",
        "Bavarian",
        "Catalan",
        "Scandinavian",
        "Siberian",
        "Baltic",
    }
)
"""Adjectives of regions; those of nations are a list."""


def key_of(text: str) -> str:
    """Return what the name of a place is compared by: its words, less those that only say what sort of place it is."""
    found = [match[0].lower() for match in WORD.finditer(PIECES.sub(" ", text).replace("-", " "))]
    kept = [word for word in found if word not in sorts_of_places() and word not in ("the", "of")] or found
    return " ".join(sorted({stem(word) for word in kept}))


@cache
def sorts_of_places() -> frozenset[str]:
    """Return the nouns for sorts of places and buildings, in lower case."""
    return words("location_nouns") | frozenset(row[0].lower() for row in table("place_types"))


def is_owned(context: Context, span: Span) -> bool:
    """Return whether somebody is named whose building it is: "at Ann Lowe's church"."""
    if context.article.text[span.end : span.end + 1] not in ("'", "’"):
        return False
    return any(name.value.kind == "person" for name in within(context.mentions.names, span))


def is_place(context: Context, span: Span) -> bool:
    """Return whether a place is named there, not an adjective made of it."""
    held = within(context.mentions.places, span)
    if any(place.value.use == "adjective" for place in held):
        return False
    named = [name for name in within(context.mentions.names, span) if name.value.form == "name"]
    return any(name.value.kind == "place" for name in named) or any(
        place.value.use in ("location", "dateline") for place in held
    )


def is_land(context: Context, span: Span) -> bool:
    """Return whether a name is that of a country, and all of it."""
    return any(
        place.span == span and place.value.feature == "country" for place in within(context.mentions.places, span)
    )


def is_building(name: str, before: str, behind: str) -> bool:
    """Return whether a name is a building's or a street's: its last or first word, or the noun beside it, says so."""
    ends = {name.split()[0].lower(), name.split()[-1].lower()} if " " in name else set()
    if ends & sorts_of_places():
        return True
    nouns, title = words("location_nouns"), TITLE.search(before)
    found = BESIDE.match(behind)
    following = list(
        itertools.takewhile(lambda word: word not in words("stopwords"), (found[0] if found else "").split())
    )
    return any(word in nouns for word in following) or (title is not None and title[1] in nouns)


def is_no_place(context: Context, span: Span) -> bool:
    """Return whether a name is an adjective ("French"), a day, or that of who speaks."""
    last = context.text(span).split()[-1]
    if _is_somebodys(context, span):
        return True
    if last in NO_PLACES or SUBURB.match(context.article.text, span.end):
        return True
    if last in mapping("nationalities") or last in OF_REGIONS:
        return True
    if any(time.span.overlaps(span) for time in within(context.mentions.times, context.sentence(span))):
        return True
    persons = (name for name in within(context.mentions.names, span) if name.value.kind == "person")
    if any(name.span == span for name in persons):
        return True  # "near the Webb home": nothing is in Webb
    return any(source.overlaps(span) for a in context.mentions.attributions for source in a.value.source)


def _is_somebodys(context: Context, span: Span) -> bool:
    """Whether a name behind "a" only says of which town or force somebody is: "from a State Police driver"."""
    text = context.article.text
    if not A_NEW.search(text, max(0, span.start - len(" an ")), span.start):
        return False
    behind = BESIDE.match(text[span.end : context.sentence(span).end])
    return behind is not None and any(is_person(word) for word in behind[0].split())


A_NEW = re.compile(r"\ban?\s$")

NO_PLACES = frozenset(
    {"Act", "Law", "Bill", "Code", "Treaty", "Agreement", "Accord", "Amendment", "Report", "Times", "Post", "News"}
)
"""How names end of what has a word for a place in it and is none: "the Clinic Entrances Act"."""

SUBURB = re.compile(r"\s+suburbs?\b")
"""Behind a town that something was not in, but beside."""
