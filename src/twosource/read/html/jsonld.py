"""Take what a page states of its article in JSON-LD.

Reads   the scripts of type application/ld+json: objects, lists, @graph, references by @id, and JSON that is slightly
        broken
Gives   the objects that describe articles, with their references resolved
Misses  JSON that is built by a script; microdata and RDFa
"""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "AnalysisNewsArticle",
        "AskPublicNewsArticle",
        "BackgroundNewsArticle",
        "OpinionNewsArticle",
        "ReportageNewsArticle",
        "ReviewNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "Report",
        "SocialMediaPosting",
        "TechArticle",
        "ScholarlyArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
        "Review",
    ]
)
Object = dict[str, Any]
COMMENT = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|\]\]>|/\*\s*\]\]>\s*\*/)\s*$"
)
TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
LARGEST = 5_000_000
"""Characters of one script: the largest of 127 pages has 90,000 (2026-11-22)."""

DEEPEST = 12
"""Levels searched for articles: @graph within a list within mainEntity are three."""


def articles_in(root: HtmlElement) -> list[Object]:
    """Return the objects that describe an article, in page order; [] when there are none."""
    objects = [found for script in _scripts(root) for found in _objects(loaded(script), 0)]
    by_id = {str(item["@id"]): item for item in objects if "@id" in item and len(item) > 1}
    return [_resolved(item, by_id) for item in objects if _types(item) & ARTICLE_TYPES]


def loaded(text: str) -> Any:
    """Return the JSON in a script, None when it cannot be mended.

    >>> loaded('<!-- {"headline": "Dam bursts",} -->')
    {'headline': 'Dam bursts'}
    >>> loaded('{"headline": ') is None
    True
    """
    text = COMMENT.sub("", text).strip().rstrip(";")
    for attempt in (str, _mended, html.unescape):
        try:
            return json.loads(attempt(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> str:
    return TRAILING_COMMA.sub("", text)


def _scripts(root: HtmlElement) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) <= LARGEST:
            yield script.text


def _objects(value: Any, level: int) -> Iterator[Object]:
    """Every object in the value, outermost first."""
    if level > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, level + 1)
    elif isinstance(value, dict):
        yield value
        for item in value.values():
            if isinstance(item, dict | list):
                yield from _objects(item, level + 1)


def _types(item: Object) -> set[str]:
    kinds = item.get("@type") or ()
    return {kind.rsplit("/", 1)[-1] for kind in ([kinds] if isinstance(kinds, str) else kinds) if isinstance(kind, str)}


def _resolved(item: Object, by_id: dict[str, Object]) -> Object:
    return {key: _followed(value, by_id) for key, value in item.items()}


def _followed(value: Any, by_id: dict[str, Object]) -> Any:
    if isinstance(value, list):
        return [_followed(part, by_id) for part in value]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and str(value.get("@id")) in by_id:
        return by_id[str(value["@id"])]
    return value


def strings(value: Any, *keys: str) -> list[str]:
    """Return the strings of a value: itself, its items, or of an object the first of `keys` that it has.

    >>> strings([{"@type": "Person", "name": "Ann Lee"}, "Bo Diaz"], "name")
    ['Ann Lee', 'Bo Diaz']
    """
    if isinstance(value, str):
        cleaned = " ".join(html.unescape(html.unescape(value)).split())
        return [cleaned] if cleaned else []
    if isinstance(value, list):
        return [found for item in value for found in strings(item, *keys)]
    if isinstance(value, dict):
        return next((found for key in keys if (found := strings(value.get(key), *keys))), [])
    return []
