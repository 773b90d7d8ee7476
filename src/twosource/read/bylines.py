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
    r"^\W*(?:(?:written|story|reporting|words|report|analysis|review|text|posted|published|opinion|interview|as told to|exclusive)\s+by"
    r"|by|from|author|authors)\b[:\s]*",
    re.I,
)
AND = re.compile(r"\s*(?:,\s*and\s+|\s+and\s+|\s+&\s+|;|\s+with\s+|\s*\|\s*|\s+/\s+|\n|\s+•\s+|\s+·\s+)\s*", re.I)
COMMA = re.compile(r"\s*,\s*")
MAIL = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
TAIL = re.compile(
    r"\s+(?:[–—-]\s.*|(?:in|for|at|of the|reports?|reporting|is an?|are|has|covers|writes)\s.*|(?:published|updated|posted|last)\b.*|\d{1,2}[ :/].*)$",
    re.I,
)
NAME = re.compile(r"^[^\W\d_][\w.’'ʻ`-]*(?:\s+[^\W\d_][\w.’'ʻ`-]*){0,5}$")
LONGEST = 300
"""Bylines of twelve names are met; a longer line is a paragraph about its author."""

SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "esq", "esq."})


def authors_of(bylines: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """Return the authors that bylines name, each once, in order; an agency stays when nobody else is named.

    >>> authors_of(["By Ann Lee and Bo Diaz, Political Correspondent"])
    ('Ann Lee', 'Bo Diaz')
    >>> authors_of(["By Ann Lee, Example Staff in Minsk"]), authors_of(["Reuters"]), authors_of(["admin"])
    (('Ann Lee',), ('Reuters',), ())
    """
    named: dict[str, str] = {}
    for byline in bylines:
        for name in _names(byline):
            named.setdefault(name.casefold(), name)
    return tuple(name for name in named.values() if not _same(name, outlet))


def _same(name: str, outlet: str) -> bool:
    return bool(outlet) and name.casefold().removeprefix("the ") == outlet.casefold().removeprefix("the ")


def _names(byline: str) -> Iterable[str]:
    text = " ".join(BRACKET.sub("", html.unescape(MAIL.sub(" ", byline))).split(" "))
    if len(text) > LONGEST:
        return
    text = BY.sub("", text.strip())
    for group in AND.split(text):
        for place, part in enumerate(COMMA.split(group)):
            name = TAIL.sub("", BY.sub("", " ".join(part.split()))).strip(" .,:;–—-|")
            if place and part.casefold() in SUFFIXES:
                continue
            if _is_name(name):
                yield name


def _is_name(name: str) -> bool:
    """Whether the words can be a person's name, or an outlet's."""
    if not name or not NAME.match(name) or name.casefold() in words("byline_roles"):
        return False
    parts = name.casefold().split()
    roles = words("byline_roles")
    if any(part.strip(".") in roles for part in parts):
        return False
    return len(parts) > 1 or name[0].isupper()


def is_outlet(name: str) -> bool:
    """Whether an author is an outlet or agency and not a person."""
    return outlet_of(name) is not None
