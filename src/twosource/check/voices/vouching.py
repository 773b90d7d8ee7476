"""Whether words describe somebody or something that can vouch: a person, a body, a text, an outlet; which are outlets.

Reads   a description, as an attribution has it for its source
Gives   whether it can
Misses  what is only a figure of speech ("the numbers say"); a noun that no list knows is let through
"""

import re

from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import forms_of
from twosource.text.lexicon import mapping, words
from twosource.text.outlets import outlet_of

BEHIND = re.compile(
    r"[,(–—:]|\s(?:of|from|in|at|by|to|for|with|on|into|near|who|whom|which|that|whose|there|here|close|available|"
    r"[^\W\d]+(?:ed|ing))(?=\s|$)"
)
"""Where what stands behind the noun of a description begins."""

SOMEBODY = frozenset({"person", "organisation", "group"})
PAPERS = frozenset({"paper", "newspaper", "daily", "tabloid", "broadsheet", "magazine", "weekly"})
"""Nouns by which an outlet is called that was named before."""


def is_paper(name: str) -> bool:
    """Whether a source is an outlet: one that the table knows, or one that is called like an outlet."""
    said = re.findall(r"\w+", name)
    called = any(w.casefold() in words("outlet_words") for w in said[1:]) or any(w.endswith("News") for w in said)
    return outlet_of(name) is not None or called


def can_vouch(described: str) -> bool:
    """Whether a description is of somebody, some body or some text; one without a noun that is known may be.

    >>> can_vouch("two sailors from Malta"), can_vouch("preliminary autopsy findings"), can_vouch("rising anger")
    (True, True, False)
    """
    head = _head(described.casefold())
    forms = forms_of(head)
    if any(map(_speaks, forms)):
        return True
    return bool(head) and not any(map(is_noun, forms))


def is_somebody(described: str) -> bool:
    """Whether the noun of a description is known to be of a person, a body or a text, and not only not of a thing.

    >>> is_somebody("makers of the rocket"), is_somebody("interesting part of that blaze")
    (True, False)
    """
    return any(map(_speaks, forms_of(_head(described.casefold()))))


def _head(described: str) -> str:
    """The noun of a description: the last word before what stands behind it."""
    found = BEHIND.split(described, maxsplit=1)[0].split()
    return re.sub(r"['’]s?$", "", found[-1]) if found else ""


def _speaks(noun: str) -> bool:
    known = words("text_nouns") | words("vouching_nouns") | words("pronouns")
    return is_person(noun) or mapping("noun_kinds").get(noun, "") in SOMEBODY or noun in known
