"""Pages: the article of each HTML page through `gather.page_of` and `read`."""

import gzip
from collections.abc import Iterable, Iterator
from pathlib import Path

from twosource.gather import page_of
from twosource.model import ReadError
from twosource.read import read


def predict(records: Iterable[dict], data: Path) -> Iterator[dict]:
    """Yield the body, title, day and authors of each record's page; nothing for a page that cannot be read."""
    for record in records:
        path = data.parent / record["html"]
        html = gzip.decompress(path.read_bytes())
        try:
            article = read(page_of(html, record["id"], url=record["url"]))[0]
        except ReadError:
            continue
        published = article.published.value if article.published else None
        yield {
            "id": record["id"],
            "pred": {
                "body": list(article.body),
                "title": article.title,
                "published": published,
                "authors": list(article.authors),
            },
        }
