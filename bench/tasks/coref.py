"""Coref: events across the articles of each story; the spans of mentions and the stories are given."""

from collections.abc import Iterator
from pathlib import Path

from twosource.annotate import annotate
from twosource.check.coreference import same_events
from twosource.model import Article, Mentions, Span


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield the clusters of each record's mentions, numbered over the whole file."""
    yield from clustered(records, (annotate(Article(id=record["id"], text=record["text"])) for record in records))


def clustered(records: list[dict], annotated: Iterator[Mentions]) -> Iterator[dict]:
    """Yield the predictions, given what was found in each record's text."""
    found = dict(zip((record["id"] for record in records), annotated, strict=True))
    clusters: dict[str, list[dict]] = {record["id"]: [] for record in records}
    count = 0
    for story in dict.fromkeys(record["story"] for record in records):
        own = [record for record in records if record["story"] == story]
        spans = {record["id"]: [Span(*span) for span in record["mentions"]] for record in own}
        articles = [Article(id=record["id"], text=record["text"]) for record in own]
        for cluster in same_events(articles, [found[record["id"]] for record in own], spans):
            for at in cluster:
                clusters[at.article].append({"start": at.span.start, "end": at.span.end, "cluster": str(count)})
            count += 1
    for record in records:
        yield {"id": record["id"], "pred": clusters[record["id"]]}
