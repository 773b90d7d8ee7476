"""Read the names of an article's authors out of its byline.

Reads   a byline as printed or as metadata give it; text/data/byline_roles.tsv
Gives   the names, in order, without outlets, roles, places and addresses
Misses  one-name authors in a byline without "by"
"""

import html
import re
from collections.abc import Iterable

from twosource.text.lexicon import words
from twosource.text.outlets import outlet_of

BY = re.compile(
    r"^\W*(?:(?:written|story|reporting|words|report|analysis|review|text|posted|published|opinion|interview"
    r"|as told to|exclusive)\s+by"
    r"|by|from|author|authors)\b[:\s]*",
    re.I,
)
AND = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|\s+&\s+|;|\s+with\s+|\s*\|\s*|\s+/\s+|\n|\s+•\s+|\s+·\s+)\s*", re.I)
COMMA = re.compile(r"\s*,\s*")
MAIL = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
TAIL = re.compile(
    r"\s+(?:[–—-]\s.*|(?:in|for|at|of the|reports?|reporting|is an?|are|has|covers|writes)\s.*|(?:published"
    r"|updated|posted|last)\b.*|\d{1,2}[ :/].*)$",
    re.I,
)
NAME = re.compile(r"^[^\W\d_][^\d<>@/\\|{}\[\]()!?;:\"“”]*$")
NAME_WORDS = 6
"""Words of the longest names met: given names, two surnames and the particles between them."""

LONGEST = 300
"""Bylines of twelve names are met; a longer line is a paragraph about its author."""

PARTICLES = frozenset(
    [
        "al",
        "bin",
        "da",
        "de",
        "del",
        "della",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "e",
        "el",
        "ibn",
        "la",
        "le",
        "ten",
        "ter",
        "van",
        "von",
        "y",
        "zu",
    ]
)
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "esq", "esq."})


def authors_of(bylines: Iterable[str], *, stated: bool = False) -> tuple[str, ...]:
    """Return the authors that bylines name, each once, in order; an agency or outlet counts as one.

    `stated` says that each byline is a field of metadata that holds a name: a word such as "Team" may belong to it.

    >>> authors_of(["By Ann Lee and Bo Diaz, Political Correspondent"])
    ('Ann Lee', 'Bo Diaz')
    >>> authors_of(["By Ann Lee, Example Staff in Minsk"]), authors_of(["Reuters"]), authors_of(["admin"])
    (('Ann Lee',), ('Reuters',), ())
    >>> authors_of(["Gear Team"], stated=True), authors_of(["Gear Team"])
    (('Gear Team',), ())
    """
    named: dict[str, str] = {}
    for byline in bylines:
        for name in _names(byline, stated):
            named.setdefault(name.casefold(), name)
    return tuple(named.values())


def _names(byline: str, stated: bool) -> Iterable[str]:
    text = " ".join(BRACKET.sub("", html.unescape(MAIL.sub(" ", byline))).split(" "))
    if len(text) > LONGEST:
        return
    text = BY.sub("", text.strip())
    for number, group in enumerate(AND.split(text)):
        for place, part in enumerate(COMMA.split(group)):
            name = TAIL.sub("", BY.sub("", " ".join(part.split()))).strip(" .,:;–—-|")
            if place and part.casefold() in SUFFIXES:
                continue
            if _is_name(name, strict=not (stated and number == place == 0)):
                yield name


def _is_name(name: str, strict: bool) -> bool:
    """Whether the words can be a person's name, or an outlet's."""
    if not name or not NAME.match(name) or len(name.split()) > NAME_WORDS:
        return False
    roles = words("byline_roles")
    if name.casefold() in roles:
        return False
    parts = name.casefold().split()
    if strict and outlet_of(name) is None:
        spelt_as_words = [part for part in name.split() if part[0].islower() and part not in PARTICLES]
        if spelt_as_words or any(part.strip(".") in roles for part in parts):
            return False
    if sum(part.strip(".") in roles for part in parts) > 1:  # "Example staff reporter"
        return False
    return len(parts) > 1 or not name[0].islower()
