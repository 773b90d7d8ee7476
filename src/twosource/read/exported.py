"""Read a record that ``twosource export articles`` wrote: its text, blocks and notices are taken as they are.

Reads   a JSON object with the exact `text` and `blocks` of an article
Gives   Draft, which sets the same text again; None for any other record
Misses  the related stories and captioned pictures of the page, which the export has no room for
"""

import msgspec

from twosource.model import Article, BlockKind, Image, Instant, Notice, NoticeKind
from twosource.read.draft import GAP, Draft, Piece

Place = tuple[BlockKind, int, int]


class _Notice(msgspec.Struct):
    kind: NoticeKind
    text: str
    names: tuple[str, ...] = ()


class _Record(msgspec.Struct):
    """The fields of the export that say what an article is; `maintext` repeats what `text` holds."""

    text: str
    blocks: tuple[Place, ...]
    maintext: str
    teaser_of: str
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    date_publish: str = ""
    date_inferred: str = ""
    date_modify: str = ""
    language: str = ""
    url: str = ""
    canonical: str = ""
    publisher_name: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    image_url: str = ""
    notices: tuple[_Notice, ...] = ()
    links: tuple[tuple[str, int, int], ...] = ()


def draft_of(record: object, head: Article) -> Draft | None:
    """Return the article of one of our own records, None for a record of another make or one that was altered."""
    try:
        known = msgspec.convert(record, _Record)
    except msgspec.ValidationError:
        return None
    pieces = tuple(Piece(kind, known.text[start:end], _links(known, start, end)) for kind, start, end in known.blocks)
    if not pieces or GAP.join(piece.text for piece in pieces) != known.text:
        return None
    notices = tuple(Notice(notice.kind, notice.text, notice.names) for notice in known.notices)
    return Draft(pieces, _head(known, head), notices)


def _links(known: _Record, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
    """The links of a block, counted from its start."""
    return tuple((at - start, to - start, url) for url, at, to in known.links if start <= at <= to <= end)


def _head(known: _Record, head: Article) -> Article:
    return msgspec.structs.replace(
        head,
        title=known.title,
        outlet=known.outlet,
        authors=known.authors,
        published=Instant(known.date_publish, known.date_inferred) if known.date_publish else None,
        updated=Instant(known.date_modify) if known.date_modify else None,
        language=known.language or head.language,
        url=known.url or head.url,
        canonical=known.canonical,
        publisher=known.publisher_name,
        section=known.section,
        keywords=known.keywords,
        teaser_of=known.teaser_of,
        lead_image=Image(known.image_url) if known.image_url else None,
    )
