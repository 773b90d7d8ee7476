"""What a feed, a sitemap or an OPML file lists: items with a page each, and further lists.

Reads   nothing
Gives   Item, Listing
"""

import hashlib
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

TRACKERS = ("utm_", "at_medium", "at_campaign", "fbclid", "gclid", "mc_cid", "mc_eid", "ns_mchannel", "ns_campaign")
"""Starts of query fields that say where a reader came from, and nothing of the page."""


class Item(msgspec.Struct, frozen=True):
    """One entry: the address of its page, and what the list itself says of it ("" where it says nothing).

    `summary` is plain text, paragraphs parted by blank lines; `published` and `updated` are as ISO 8601 where they
    could be read, else as given.
    """

    url: str
    title: str = ""
    summary: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""

    @property
    def stamp(self) -> str:
        """A digest of what the list says of the page: another one means that the page may have changed."""
        return hashlib.sha256(msgspec.json.encode(self)).hexdigest()[:16]

    @property
    def record(self) -> bytes:
        """The item as a record of JSON in the common shape: a short article of title and summary."""
        fields = {
            "title": self.title,
            "text": self.summary or self.title,
            "url": self.url,
            "date_publish": self.published,
            "date_modify": self.updated,
            "authors": list(self.authors),
            "outlet": self.outlet,
            "language": self.language,
        }
        return msgspec.json.encode({name: value for name, value in fields.items() if value})


class Listing(msgspec.Struct, frozen=True):
    """What one document lists, oldest first where the items are dated, and the addresses of further lists.

    `every` is for how many seconds the list says that it stays as it is, 0 when it does not say.
    """

    title: str = ""
    items: tuple[Item, ...] = ()
    lists: tuple[str, ...] = ()
    every: float = 0.0


def plain_address(url: str) -> str:
    """Return an address without what says where its reader came from.

    >>> plain_address("https://news.example/a?id=7&utm_source=rss&utm_medium=feed#top")
    'https://news.example/a?id=7'
    """
    parts = urlsplit(url.strip())
    kept = [(name, value) for name, value in parse_qsl(parts.query, True) if not name.lower().startswith(TRACKERS)]
    query = parts.query if len(kept) == len(parse_qsl(parts.query, True)) else urlencode(kept)
    return parts._replace(query=query, fragment="").geturl()


def in_order(items: list[Item]) -> tuple[Item, ...]:
    """Return the items each address once, oldest first; when one has no date, the list's last is taken for oldest."""
    once = list({item.url: item for item in reversed(items)}.values())
    return tuple(sorted(once, key=lambda item: item.published) if all(item.published for item in once) else once)
