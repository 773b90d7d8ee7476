"""Toponyms as TR-News marks them: names, adjectives, places inside names; but not a people in the plural."""

from collections.abc import Iterator
from pathlib import Path

from twosource.annotate.parse import parse
from twosource.annotate.places import find_places
from twosource.model import Article, Mentions
from twosource.text.countries import nationality
from twosource.text.lexicon import mapping


def is_people(word: str) -> bool:
    """Whether the word is a demonym in the plural."""
    return word.endswith("s") and bool(nationality(word) or word[:-1] in mapping("area_adjectives"))


def predict(records: list[dict], data: Path) -> Iterator[dict]:
    """Yield start, end, lat and lon of every place, one line a record."""
    for record in records:
        article = Article(
            id=str(record["id"]), text=record["text"], title=record.get("title") or "", url=record.get("url") or ""
        )
        yield {
            "id": record["id"],
            "pred": [
                {"start": m.span.start, "end": m.span.end, "lat": m.value.lat, "lon": m.value.lon}
                for m in find_places(parse(article), Mentions(article.id))
                if not (m.value.use == "adjective" and is_people(m.span.of(record["text"])))
            ],
        }
