"""Read feeds: RSS, Atom, RDF and JSON Feed.

Reads   the bytes of a feed, its address
Gives   Listing: an item for each entry that links to a page
Misses  entries without a link; podcasts' sounds; where a feed gives whole texts, their markup
"""

import calendar
import io
import json
import re
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

from twosource.gather.fetch_address import is_address
from twosource.gather.listing import Item, Listing, in_order, plain_address
from twosource.model import GatherError

PERIODS = {"hourly": 3_600.0, "daily": 86_400.0, "weekly": 604_800.0}
BLOCKS = frozenset({"p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote", "tr", "figure"})
EMAIL = re.compile(r"[^\s()<>]+@[^\s()<>]+")
UNSEEN = ("script", "style", "template", "figure", "iframe")


def feed_of(data: bytes, url: str = "") -> Listing:
    """Return what an RSS, RDF or Atom feed lists; raises GatherError when it cannot be read as a feed."""
    # The bytes go in as a file: a string would be taken for a path or an address to open.
    base = {"content-location": url} if url else {}
    found = feedparser.parse(io.BytesIO(data), response_headers=base, sanitize_html=True)
    if not found.get("version") and not found.entries:
        raise GatherError("this feed is damaged and nothing in it could be read")
    language = str(found.feed.get("language", ""))
    items = [_entry(entry, language) for entry in found.entries if is_address(str(entry.get("link", "")))]
    return Listing(str(found.feed.get("title", "")), in_order(items), every=_every(found.feed))


def _entry(entry: Mapping[str, Any], language: str) -> Item:
    whole = [str(part.get("value", "")) for part in entry.get("content", [])]
    longest = max((*whole, str(entry.get("summary", ""))), key=len)
    source = entry.get("source", {})
    return Item(
        url=plain_address(str(entry["link"])),
        title=plain_text(str(entry.get("title", ""))),
        summary=plain_text(longest),
        published=_moment(entry, "published") or _moment(entry, "updated"),
        updated=_moment(entry, "updated"),
        authors=_authors(entry),
        outlet=str(source.get("title", "")) if isinstance(source, Mapping) else "",
        language=str(entry.get("language", "") or language)[:2],
    )


def _authors(entry: Mapping[str, Any]) -> tuple[str, ...]:
    """The names of an entry's authors, without their e-mail addresses (RSS: "ann@news.example (Ann Lee)")."""
    given = [str(author.get("name", "")) for author in entry.get("authors", [])]
    if len(given) == 1:  # feedparser takes "news.example" for "news.exam" and a name "ple (Ann Lee"
        given = [str(dict.get(entry, "author", given[0]))]  # type: ignore[call-overload]
    names = (" ".join(EMAIL.sub(" ", name).split()).strip("()<> ") for name in given)
    return tuple(name for name in names if name)


def _moment(entry: Mapping[str, Any], field: str) -> str:
    """A date as ISO 8601 in UTC where feedparser could read it, else as it stands."""
    # feedparser's own `get` answers "published" when it is asked for an "updated" that is not there.
    parsed = dict.get(entry, f"{field}_parsed")  # type: ignore[call-overload]
    if isinstance(parsed, time.struct_time):
        try:
            return datetime.fromtimestamp(calendar.timegm(parsed), UTC).isoformat()
        except (ValueError, OverflowError, OSError):
            pass
    return str(dict.get(entry, field, ""))  # type: ignore[call-overload]


def _every(feed: Mapping[str, Any]) -> float:
    """Seconds between two looks that the feed asks for: <ttl> in minutes, or the syndication module."""
    ttl = str(feed.get("ttl", ""))
    if ttl.isdecimal():
        return float(ttl[:6]) * 60
    times = str(feed.get("sy_updatefrequency", "1"))
    period = PERIODS.get(str(feed.get("sy_updateperiod", "")).strip().lower(), 0.0)
    return period / max(1.0, float(times)) if times.isdecimal() else period


def json_feed_of(data: bytes, url: str = "") -> Listing:
    """Return what a JSON Feed lists; raises GatherError when it is no whole JSON."""
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise GatherError("this JSON feed is damaged or cut off") from error
    entries = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(entries, list):
        raise GatherError("this JSON feed has no items")
    language = _string(feed, "language")
    items = [_json_item(entry, url, language) for entry in entries if isinstance(entry, dict)]
    return Listing(_string(feed, "title"), in_order([item for item in items if is_address(item.url)]))


def _json_item(entry: Mapping[str, Any], base: str, language: str) -> Item:
    text = _string(entry, "content_text") or plain_text(_string(entry, "content_html")) or _string(entry, "summary")
    authors = entry.get("authors") or [entry.get("author")]
    named = [author for author in authors if isinstance(author, Mapping)] if isinstance(authors, list) else []
    link = _string(entry, "url") or _string(entry, "id")
    return Item(
        url=plain_address(urljoin(base, link)) if link else "",
        title=plain_text(_string(entry, "title")),
        summary=text,
        published=_string(entry, "date_published") or _string(entry, "date_modified"),
        updated=_string(entry, "date_modified"),
        authors=tuple(name for author in named if (name := _string(author, "name"))),
        language=(_string(entry, "language") or language)[:2],
    )


def _string(fields: Mapping[str, Any], name: str) -> str:
    value = fields.get(name)
    return value.strip() if isinstance(value, str) else ""


def plain_text(markup: str) -> str:
    r"""Return a fragment of HTML as text, with a blank line between its paragraphs.

    >>> plain_text("<p>Two&nbsp;died.</p><p>The <b>dam</b> broke.</p>")
    'Two died.\n\nThe dam broke.'
    """
    if "<" not in markup and "&" not in markup:
        return _squeezed(markup.splitlines())
    try:
        root = html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    parts = [""]
    for text, breaks in _runs(root):
        if breaks:
            parts.append("")
        parts[-1] += text
    return _squeezed(parts)


def _runs(root: html.HtmlElement) -> Iterable[tuple[str, bool]]:
    """The text of an element, each stretch with whether a paragraph begins before it."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        breaks = isinstance(element.tag, str) and element.tag in BLOCKS
        if event == "start":
            hidden = not isinstance(element.tag, str) or element.tag in UNSEEN
            yield "" if hidden else element.text or "", breaks
        elif element is not root:
            yield element.tail or "", breaks


def _squeezed(parts: Iterable[str]) -> str:
    return "\n\n".join(line for part in parts if (line := " ".join(part.split())))
