"""Stories: a story id for each document, grouped from their texts alone in the order of the file."""

from collections.abc import Iterator
from pathlib import Path

from twosource.model import Article
from twosource.stories import group


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield each record's story."""
    articles = [Article(id=record["id"], text=record["text"]) for record in records]
    story_of = {article: story.id for story in group(articles) for article in story.articles}
    for record in records:
        yield {"id": record["id"], "pred": story_of[record["id"]]}
