"""Attributions of news articles (PolNeAR's form): source, cue and content as lists of [start, end].

The gold of this task annotates the outermost attribution only, so those nested in another's content are left out.
"""

from collections.abc import Iterator
from pathlib import Path

from twosource.annotate.attributions import find_attributions
from twosource.annotate.parse import parse
from twosource.model import Article, Mentions, Span


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield the attributions of each record, and the agency that it is credited to."""
    for record in records:
        article = Article(id=record["id"], text=record["text"])
        parsed = parse(article)
        found = find_attributions(parsed, Mentions(article.id, sentences=parsed.sentences()))
        outer = [mention.value for mention in found if mention.value.parent is None]
        yield {
            "id": record["id"],
            "pred": [
                {"source": pairs(value.source), "cue": pairs(value.cue), "content": pairs(value.content)}
                for value in outer
            ],
            "wire": None,
        }


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    """Return spans as [start, end]."""
    return [[span.start, span.end] for span in spans]
