"""Set an article: from its parts, in order, to one text with exact spans. The only place where offsets are made.

Reads   Draft: pieces (kind, text, links), facts of the page, teasers
Gives   Article, and one small Article for each teaser
"""

import msgspec

from twosource.model import Article, Block, BlockKind, Instant, Link, Notice, Span
from twosource.read.dates import date_line, iso_of

GAP = "\n\n"


class Piece(msgspec.Struct, frozen=True):
    """A block before it has its place. `links` are (start, end, address) in `text`."""

    kind: BlockKind
    text: str
    links: tuple[tuple[int, int, str], ...] = ()


class Teaser(msgspec.Struct, frozen=True):
    """Another story's title and summary as they stand on this page."""

    title: str
    summary: str = ""
    url: str = ""
    outlet: str = ""


class Draft(msgspec.Struct, frozen=True):
    """All that was read from one page. `head` holds the fields of `Article` that need no place in the text.

    `notices` are those that stand in the text, found again by their words, and those of the metadata.
    `published` may name in `dated_by` the words of the text it was taken from.
    """

    pieces: tuple[Piece, ...]
    head: Article = Article()
    notices: tuple[Notice, ...] = ()
    dated_by: str = ""
    teasers: tuple[Teaser, ...] = ()


def set_article(draft: Draft) -> tuple[Article, ...]:
    """Return the page's article and then its teasers, `PAGE#teaser-1` first."""
    text = GAP.join(piece.text for piece in draft.pieces)
    blocks, links, at = [], [], 0
    for piece in draft.pieces:
        blocks.append(Block(piece.kind, Span(at, at + len(piece.text))))
        links += [Link(url, Span(at + start, at + end)) for start, end, url in piece.links if url]
        at += len(piece.text) + len(GAP)
    ids = tuple(f"{draft.head.id}#teaser-{n}" for n in range(1, len(draft.teasers) + 1))
    article = msgspec.structs.replace(
        draft.head,
        text=text,
        blocks=tuple(blocks),
        links=tuple(links),
        teasers=ids,
        notices=_placed(draft.notices, text, tuple(blocks)),
        published=_grounded(draft.head.published, draft.dated_by, text),
    )
    small = (_small(article, id, teaser) for id, teaser in zip(ids, draft.teasers, strict=True))
    return (article, *small)


def _placed(notices: tuple[Notice, ...], text: str, blocks: tuple[Block, ...]) -> tuple[Notice, ...]:
    """Give each notice the span of the notice block that has its words."""
    spans = {block.span.of(text): block.span for block in blocks if block.kind == "notice"}
    return tuple(msgspec.structs.replace(notice, span=spans.get(notice.text)) for notice in notices)


def _grounded(published: Instant | None, words: str, text: str) -> Instant | None:
    start = text.find(words) if words else -1
    if published is None or start < 0:
        return published
    return msgspec.structs.replace(published, span=Span(start, start + len(words)))


def _small(page: Article, id: str, teaser: Teaser) -> Article:
    """A teaser as an article: its date is the page's, as long as it gives none of its own."""
    pieces = [Piece("title", teaser.title)] if teaser.title else []
    pieces += [Piece("paragraph", teaser.summary)] if teaser.summary else []
    published = None if page.published is None else Instant(page.published.value, inferred="page")
    head = Article(
        id=id,
        title=teaser.title,
        outlet=teaser.outlet,
        published=published,
        language=page.language,
        url=teaser.url,
        teaser_of=page.id,
    )
    [article] = set_article(Draft(tuple(pieces), head))
    return article


def article_of(
    text: str, id: str = "", published: str = "", title: str = "", outlet: str = "", url: str = ""
) -> Article:
    r"""Wrap an exact text as an article: not a character is changed, so that offsets into `text` hold.

    Blocks are the stretches between blank lines, or the lines where there are no blank lines; a first one that equals
    `title` is the title. `published` is a day or a moment as pages and feeds write them ("2022-02-28", "9:30 AM ET,
    Dec. 17, 2016"); without one that can be read the day is that of a line near the top that gives nothing else.

    >>> article = article_of("Dam bursts\n\nTwo people died.", title="Dam bursts")
    >>> [(block.kind, block.span.of(article.text)) for block in article.blocks]
    [('title', 'Dam bursts'), ('paragraph', 'Two people died.')]
    """
    spans = _stretches(text)
    kinds: list[BlockKind] = ["paragraph"] * len(spans)
    if spans and title and " ".join(spans[0].of(text).split()) == " ".join(title.split()):
        kinds[0] = "title"
    blocks = tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True))
    stated = iso_of(published)
    instant = Instant(stated) if stated else _printed(text)
    return Article(id=id, text=text, blocks=blocks, title=title, outlet=outlet, published=instant, url=url)


def _printed(text: str) -> Instant | None:
    """The day that a line at the top of the text gives by itself, where nobody says when it was published."""
    found = date_line(text)
    return Instant(found[0], inferred="dateline", span=Span(found[1], found[2])) if found else None


def _stretches(text: str) -> list[Span]:
    """The spans between blank lines; those of the lines when no line is blank; white space at their ends left out."""
    lines: list[Span] = []
    at = 0
    for row in text.splitlines(keepends=True):
        bare = row.strip()
        start = at + row.index(bare) if bare else at
        lines.append(Span(start, start + len(bare)))
        at += len(row)
    inner = lines[:]
    while inner and inner[-1].start == inner[-1].end:
        inner.pop()
    while inner and inner[0].start == inner[0].end:
        inner.pop(0)
    if all(line.start < line.end for line in inner):
        return inner
    joined: list[Span] = []
    fresh = True
    for line in inner:
        if line.start == line.end:
            fresh = True
        elif fresh:
            joined.append(line)
            fresh = False
        else:
            joined[-1] = Span(joined[-1].start, line.end)
    return joined
