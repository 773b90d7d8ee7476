r"""Tell what a document is by its first bytes: a page, or a list of pages of one kind or another.

Reads   the first bytes (unpacked), the file's name or address
Gives   Kind
Misses  XML in an encoding that is no superset of ASCII and has no byte order mark
"""

import codecs
import json
import re
from typing import Literal

from twosource.gather.fetch_address import is_address

Kind = Literal["page", "lines", "records", "addresses", "feed", "json feed", "sitemap", "opml", "warc", "xml"]

HEAD_BYTES = 65_536
"""Bytes looked at: enough for a few lines of JSON or of addresses, and for any prologue of XML."""

LINES = (".jsonl", ".ndjson")
ROOTS: dict[str, Kind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
    "opml": "opml",
    "html": "page",
}
"""The kind that the name of the outermost element tells, without its prefix."""

PROLOGUE = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.S | re.I)
ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([\w.-]+)")
JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/')


def kind_of(head: bytes, name: str = "") -> Kind:
    """Return what a document is, from its first bytes and, where these leave it open, its name.

    >>> kind_of(b'<?xml version="1.0"?><rss version="2.0">'), kind_of(b"<p>Dam bursts"), kind_of(b"Dam bursts")
    ('feed', 'page', 'page')
    """
    if head.startswith(b"WARC/"):
        return "warc"
    if name.lower().removesuffix(".gz").endswith(LINES):
        return "lines"
    text = _text(head[:HEAD_BYTES]).lstrip("\ufeff \t\r\n")
    if text.startswith("<"):
        return _of_markup(text)
    if text.startswith("["):
        return "records"
    if text.startswith("{"):
        return _of_object(text)
    return "addresses" if _only_addresses(text, len(head) >= HEAD_BYTES) else "page"


def _text(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.decode("utf-8", "replace")


def _of_markup(text: str) -> Kind:
    declared = text.startswith("<?xml")
    at = 0
    while match := PROLOGUE.match(text, at):
        at = match.end()
    root = ROOT.match(text, at)
    kind = ROOTS.get(root[1].lower()) if root else None
    if kind is None:
        return "xml" if declared else "page"
    return kind


def _of_object(text: str) -> Kind:
    """One object is a record or a feed; several, a line each, are JSON lines."""
    first, _, rest = text.partition("\n")
    if rest.lstrip().startswith("{"):
        try:
            json.loads(first)
        except (ValueError, RecursionError):
            pass
        else:
            return "lines"
    return "json feed" if JSON_FEED.search(text) else "page"


def _only_addresses(text: str, cut: bool) -> bool:
    """Whether every line that is not empty or a comment is a web address; the last may be cut off."""
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in (lines[:-1] if cut else lines) if line and not line.startswith("#")]
    return bool(lines) and all(is_address(line) and " " not in line for line in lines)
