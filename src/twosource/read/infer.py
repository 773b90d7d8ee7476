"""Date an article and name its outlet from the best evidence on its page, when the page does not say so itself.

Reads   the pieces, notices and teasers of a page, and its address
Gives   the head of the article with outlet and date filled in, and the words that the date was taken from
Misses  a page that names no day at all
"""

import re

import msgspec

from twosource.model import Article, BlockKind, Instant, Notice
from twosource.read.dates import address_date, iso_of, printed_date
from twosource.read.draft import Piece, Teaser
from twosource.text.outlets import domain_of, outlet_of

DATELINE = re.compile(r"^[A-Z][A-Z .,'’/-]{2,60}[A-Za-z .,]{0,40}?\(?[A-Z]\w+\)?\s*[-–—]{1,2}\s")


class Evidence(msgspec.Struct, frozen=True):
    """What a page gives to date it by. `own` is the date that it states as its own, with the words: ("", "") if
    none.
    """

    pieces: tuple[Piece, ...] = ()
    notices: tuple[Notice, ...] = ()
    teasers: tuple[Teaser, ...] = ()
    own: tuple[str, str] = ("", "")


def infer(head: Article, evidence: Evidence, fetched: str = "") -> tuple[Article, str]:
    """Return the head with `outlet` and `published` filled in where they can be, and the words the date stands in."""
    outlet = head.outlet or _outlet(head.url, evidence.notices)
    if head.published is not None:
        return msgspec.structs.replace(head, outlet=outlet), ""
    published, words = _published(head, evidence)
    if published is None and fetched:
        published = Instant(fetched[:10], inferred="crawl time")
    return msgspec.structs.replace(head, outlet=outlet, published=published), words


def outlet_at(url: str) -> str:
    """Return the usual name of the outlet at an address, its domain when the table does not know it, "" for no address.

    >>> outlet_at("https://www.themoscowtimes.com/2022/02/28/a"), outlet_at("https://example.org/a"), outlet_at("")
    ('The Moscow Times', 'example.org', '')
    """
    known = outlet_of(url) if url else None
    return known.name if known else domain_of(url)


def _outlet(url: str, notices: tuple[Notice, ...]) -> str:
    """The outlet whose article it is: where a notice says it first appeared; else the one at its address."""
    for notice in notices:
        if notice.kind == "syndicated" and notice.names:
            known = outlet_of(notice.names[0])
            return known.name if known else notice.names[0]
    return outlet_at(url)


def _published(head: Article, evidence: Evidence) -> tuple[Instant | None, str]:
    if evidence.own[0]:
        return Instant(evidence.own[0]), evidence.own[1]
    if head.updated is not None:
        return Instant(head.updated.value, inferred="update"), ""
    day = address_date(head.url)
    if day:
        return Instant(day, inferred="address"), ""
    kinds: tuple[tuple[BlockKind, str], ...] = (
        ("dateline", "dateline"),
        ("byline", "byline"),
        ("caption", "caption"),
        ("notice", "notice"),
    )
    for kind, source in kinds:
        for piece in evidence.pieces:
            if piece.kind == kind and (found := printed_date(piece.text)):
                return Instant(found[0][:10], inferred=source), piece.text[found[1] : found[2]]
    for piece in evidence.pieces:
        found = printed_date(piece.text) if piece.kind == "paragraph" and DATELINE.match(piece.text) else None
        if found:
            return Instant(found[0][:10], inferred="dateline"), piece.text[found[1] : found[2]]
    return _latest(evidence)


def _latest(evidence: Evidence) -> tuple[Instant | None, str]:
    """The last day that a teaser names, else the last that the text names: a page is no older than what it tells."""
    for source, texts in (
        ("teaser", [f"{teaser.title} {teaser.summary}" for teaser in evidence.teasers]),
        ("text", [piece.text for piece in evidence.pieces]),
    ):
        found = [(date[0][:10], text[date[1] : date[2]]) for text in texts if (date := printed_date(text))]
        if found:
            day, words = max(found)
            return Instant(iso_of(day), inferred=source), words if source == "text" else ""
    return None, ""
