"""Find what an article says: names, places, times, quantities, roles, attributions, clauses, events.

Reads   Article
Gives   Mentions
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, TypeVar

import msgspec

from twosource.annotate.attributions import find_attributions
from twosource.annotate.clauses import find_clauses
from twosource.annotate.events import find_events
from twosource.annotate.names import find_names
from twosource.annotate.parse import Parse, forgetting, parse, parse_many
from twosource.annotate.places import find_places
from twosource.annotate.quantities import find_quantities
from twosource.annotate.roles import find_roles
from twosource.annotate.times import find_times
from twosource.model import Article, Mention, Mentions, SetupError

T = TypeVar("T")

BATCH = 16
"""Articles parsed together: the parser's steps take a third less from 8 on; more gain little and hold more memory."""

BATCH_CHARACTERS = 200_000
"""Characters parsed together at most, unless one article alone has more: some 200 MB while they are parsed."""


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
        return _found(parse(article, model))


def annotate_many(articles: Iterable[Article], model: str = "") -> Iterator[Mentions | Exception]:
    """Yield for each article, in order, what `annotate` returns, or the error that it raised; faster than one by one.

    Articles are taken and parsed a batch at a time. Raises SetupError when the model is not there.
    """
    for batch in _batches(articles):
        yield from _batch(batch, model)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    batch: list[Article] = []
    characters = 0
    for article in articles:
        if batch and (len(batch) == BATCH or characters + len(article.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(article)
        characters += len(article.text)
    if batch:
        yield batch


def _batch(articles: list[Article], model: str) -> list[Mentions | Exception]:
    """What is found in each of a few articles. Only when they cannot be parsed together, each is parsed by itself."""
    with forgetting(model):
        try:
            parsed = parse_many(articles, model)
        except SetupError:
            raise
        except Exception:  # it is one article's fault, and the others must not suffer for it
            parsed = []
        if parsed:
            return [_tried(_found, one) for one in parsed]
        return [_tried(lambda one: _found(parse(one, model)), article) for article in articles]


def _tried(find: Callable[[T], Mentions], given: T) -> Mentions | Exception:
    try:
        return find(given)
    except SetupError:
        raise
    except Exception as error:
        return error


def _found(parsed: Parse) -> Mentions:
    """What the finders find, each seeing what those before it found."""
    found = Mentions(parsed.article.id, sentences=parsed.sentences())
    for finder in FINDERS:
        found = msgspec.structs.replace(found, **{finder.gives: finder.find(parsed, found)})
    return found
