"""Read one record of JSONL in the field's common shape: title, maintext, url, date_publish, authors, source_domain.

Reads   a JSON object with these names or those of kindred tools (text, content, headline, published, byline, outlet)
Gives   Draft
Misses  records that hold several articles
"""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from twosource.model import Article, Image, Instant, ReadError
from twosource.read.bylines import authors_of
from twosource.read.dates import iso_of
from twosource.read.draft import Draft
from twosource.read.exported import draft_of as exported_draft
from twosource.read.html.page import draft_of as html_draft
from twosource.read.infer import outlet_at
from twosource.read.plain import draft_of as plain_draft
from twosource.text.outlets import domain_of, outlet_of

# The names each field goes by, best first: news-please, newspaper4k, trafilatura, fundus, Common Crawl sets,
# schema.org.
NAMES = {
    "text": (
        "maintext",
        "text",
        "cleaned_text",
        "article_text",
        "articleBody",
        "body",
        "content",
        "plaintext",
        "raw_text",
        "full_text",
    ),
    "title": ("title", "headline", "title_page", "name"),
    "url": ("url", "source_url", "link", "canonical_link", "canonical_url", "address"),
    "published": (
        "date_publish",
        "published",
        "publish_date",
        "published_at",
        "publishing_date",
        "pub_date",
        "datePublished",
        "date",
        "pubDate",
    ),
    "updated": ("date_modify", "updated", "modified", "date_modified", "dateModified", "updated_at"),
    "authors": ("authors", "author", "byline"),
    "outlet": ("outlet", "sitename", "source_name", "publication", "publisher", "source", "newspaper"),
    "domain": ("source_domain", "hostname", "domain", "site"),
    "language": ("language", "lang", "inLanguage"),
    "section": ("section", "category", "articleSection"),
    "image": ("image_url", "image", "top_image", "lead_image"),
    "html": ("html", "raw_html"),
}


def draft_of(text: str, head: Article) -> Draft:
    """Return what a record holds; raises ReadError when it is cut off, no object, or without a text."""
    try:
        record = _whole(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise ReadError("this line is not whole JSON; it may be cut off") from error
    if not isinstance(record, dict):
        raise ReadError("this JSON is not an object with the fields of an article")
    if exported := exported_draft(record, head):
        return exported
    known = _head(record, head)
    body = _string(record, "text")
    if not body and _string(record, "html"):
        return html_draft(_string(record, "html"), known)
    if not body:
        raise ReadError("this record has no text (looked for maintext, text, content, body)")
    # A title of its own goes before the text, so that the text's first line is not taken for one.
    return plain_draft(f"# {' '.join(known.title.split())}\n\n{body}" if known.title else body, known)


def _head(record: Mapping[str, Any], head: Article) -> Article:
    url = _string(record, "url") or head.url
    outlet = _string(record, "outlet") or _string(record, "domain")
    image = _string(record, "image")
    return msgspec.structs.replace(
        head,
        title=_string(record, "title"),
        url=url,
        outlet=_named(outlet) or outlet_at(url),
        authors=authors_of(_strings(record, "authors"), stated=True),
        published=_instant(_string(record, "published")),
        updated=_instant(_string(record, "updated")),
        language=_string(record, "language")[:2] or head.language,
        section=_string(record, "section"),
        lead_image=Image(image) if image else None,
    )


def _named(outlet: str) -> str:
    """The usual name of an outlet given by name or address; a name that the table does not know is kept as it is."""
    known = outlet_of(outlet) if outlet else None
    return known.name if known else outlet if " " in outlet or "." not in outlet else domain_of(outlet)


def _instant(value: str) -> Instant | None:
    iso = iso_of(value) if value else ""
    return Instant(iso) if iso else None


def _strings(record: Mapping[str, Any], field: str) -> list[str]:
    for name in NAMES[field]:
        value = record.get(name)
        values = value if isinstance(value, list) else [value]
        found = [str(item.get("name", "")) if isinstance(item, dict) else str(item) for item in values if item]
        if any(found):
            return [item.strip() for item in found if item.strip()]
    return []


def _string(record: Mapping[str, Any], field: str) -> str:
    return next(iter(_strings(record, field)), "")


LONE_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
"""Halves of characters, which JSON can escape and no encoding can write: each becomes the replacement character."""


def _whole(value: object) -> Any:
    """A JSON value with every lone surrogate replaced, at any depth."""
    if isinstance(value, str):
        return value.translate(LONE_SURROGATES)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value
