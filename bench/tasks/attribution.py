"""Attributions of news articles (PolNeAR's form): source, cue and content as lists of [start, end].

The gold of this task annotates the outermost attribution only, so those nested in another's content are left out.
"""

from collections.abc import Iterator
from pathlib import Path

from twosource.annotate.attributions import find_attributions
from twosource.annotate.names import find_names
from twosource.annotate.parse import parse
from twosource.model import Article, Instant, Mentions, Span
from twosource.trace import credits_of


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield the attributions of each record, and the agency that all of it is credited to."""
    for record in records:
        article = article_of(record)
        parsed = parse(article)
        found = Mentions(article.id, sentences=parsed.sentences())
        found = Mentions(article.id, sentences=found.sentences, names=find_names(parsed, found))
        outer = [mention.value for mention in find_attributions(parsed, found) if mention.value.parent is None]
        yield {
            "id": record["id"],
            "pred": [
                {"source": pairs(value.source), "cue": pairs(value.cue), "content": pairs(value.content)}
                for value in outer
            ],
            "wire": wire_of(article),
        }


def article_of(record: dict) -> Article:
    """Return a record as an article; its text is the body, no block of it is known."""
    return Article(
        id=record["id"],
        text=record["text"],
        title=record.get("title") or "",
        outlet=record.get("outlet") or "",
        authors=tuple(name for name in [record.get("author")] if name),
        published=Instant(record["date"]) if record.get("date") else None,
    )


def wire_of(article: Article) -> str | None:
    """Return the agency whose text the whole article is, None when it is the outlet's own."""
    whole = (credit for credit in credits_of(article) if credit.whole and credit.kind == "agency")
    return next((credit.name for credit in whole), None)


def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    """Return spans as [start, end]."""
    return [[span.start, span.end] for span in spans]
