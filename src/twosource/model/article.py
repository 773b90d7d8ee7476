"""An article: one canonical text, its blocks, and everything its page says about itself."""

from typing import Literal

import msgspec

from twosource.model.span import Span

BlockKind = Literal[
    "title", "byline", "dateline", "paragraph", "heading", "caption", "credit", "notice", "quote", "list item"
]
NoticeKind = Literal["syndicated", "developing", "contributed", "updated", "correction", "agency", "other"]

BODY_KINDS: frozenset[str] = frozenset({"paragraph", "heading", "quote", "list item"})
"""The kinds of block that make up an article's body."""


class Block(msgspec.Struct, frozen=True):
    """A stretch of `Article.text` with one role on the page. Blocks are in text order and never overlap."""

    kind: BlockKind
    span: Span


class Instant(msgspec.Struct, frozen=True):
    """A calendar day or a moment: ISO 8601, ``2022-02-28`` or ``2022-02-28T13:05:00+02:00``.

    `inferred` is "" when the page states it as its own; otherwise it says where it was taken from
    ("caption", "address", "dateline", "crawl time"), and `span` is that place in the text where there is one.
    """

    value: str
    inferred: str = ""
    span: Span | None = None

    @property
    def day(self) -> str:
        """The calendar day as written, ``YYYY-MM-DD``."""
        return self.value[:10]


class Notice(msgspec.Struct, frozen=True):
    """Something the page says about the article: where it first appeared, who contributed, that it is developing.

    `names` are the outlets or people it names. `span` is where it stands, or None when it came from metadata.
    """

    kind: NoticeKind
    text: str
    names: tuple[str, ...] = ()
    span: Span | None = None


class Link(msgspec.Struct, frozen=True):
    """A link in the text: the address and the span of the words it stands on."""

    url: str
    span: Span


class OtherStory(msgspec.Struct, frozen=True):
    """Another story that the page names by its title alone (no summary): not in the text, not an article of its own."""

    title: str
    url: str = ""


class Image(msgspec.Struct, frozen=True):
    """A picture: its address ("" when unknown), caption and credit as printed."""

    url: str = ""
    caption: str = ""
    credit: str = ""


class Article(msgspec.Struct, frozen=True):
    """One article, or one teaser of another story, as read from a page.

    Every span of every other noun counts Unicode code points of `text`. `text` holds all blocks, the title
    included, parted by blank lines. Fields that the page does not give are "" or () or None.

    `publisher` is the organisation that metadata names, where it differs from `outlet`; `canonical` is the
    address that the page names as the text's own (rel=canonical, syndication-source, original-source).
    `teasers` are the ids of the small articles made from "recommended" and "related" blocks of the same page;
    such an article has `teaser_of` set to the id of that page.
    """

    id: str = ""
    text: str = ""
    blocks: tuple[Block, ...] = ()
    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    published: Instant | None = None
    updated: Instant | None = None
    language: str = "en"
    url: str = ""
    canonical: str = ""
    publisher: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    teasers: tuple[str, ...] = ()
    teaser_of: str = ""
    lead_image: Image | None = None
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    related: tuple[OtherStory, ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> tuple[Block, ...]:
        """Return the blocks of the given kinds, in text order."""
        return tuple(block for block in self.blocks if block.kind in kinds)

    @property
    def body(self) -> tuple[str, ...]:
        """The texts of the body's blocks (`BODY_KINDS`), in order."""
        return tuple(block.span.of(self.text) for block in self.blocks if block.kind in BODY_KINDS)
