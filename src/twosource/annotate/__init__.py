"""Find what an article says: names, places, times, quantities, roles, attributions, clauses, events.

Reads   Article
Gives   Mentions
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import msgspec

from twosource.annotate.attributions import find_attributions
from twosource.annotate.clauses import find_clauses
from twosource.annotate.events import find_events
from twosource.annotate.names import find_names
from twosource.annotate.parse import Parse, forgetting, parse
from twosource.annotate.places import find_places
from twosource.annotate.quantities import find_quantities
from twosource.annotate.roles import find_roles
from twosource.annotate.times import find_times
from twosource.model import Article, Mention, Mentions


class Finder(NamedTuple):
    """One finder: the field of `Mentions` it fills, the fields it reads, and the function."""

    gives: str
    reads: tuple[str, ...]
    find: Callable[[Parse, Mentions], tuple[Mention[Any], ...]]


FINDERS: tuple[Finder, ...] = (
    Finder("times", (), find_times),
    Finder("places", (), find_places),
    Finder("names", ("places",), find_names),
    Finder("quantities", ("times", "places"), find_quantities),
    Finder("roles", ("names",), find_roles),
    Finder("attributions", ("names",), find_attributions),
    Finder("clauses", ("times",), find_clauses),
    Finder("events", ("names", "places", "times"), find_events),
)
"""Every finder, in the order in which they run: each reads only what those before it give (a test checks it)."""


def annotate(article: Article, model: str = "") -> Mentions:
    """Return everything the finders find in the article; `model` names the spaCy model to use.

    The text is parsed once; each finder sees the parse and what the finders before it found.
    """
    with forgetting(model):
        parsed = parse(article, model)
        found = Mentions(article.id, sentences=parsed.sentences())
        for finder in FINDERS:
            found = msgspec.structs.replace(found, **{finder.gives: finder.find(parsed, found)})
    return found
