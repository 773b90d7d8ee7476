"""Read an HTML page: its article, what it states of itself, and the stories it points to.

Reads   HTML as text
Gives   Draft
Misses  text that only scripts put on the page
"""

import re
from collections.abc import Iterable

import msgspec

from twosource.model import Article, Image, Notice, ReadError
from twosource.read.bylines import authors_of
from twosource.read.captions import split_credit
from twosource.read.clutter import folded, is_clutter
from twosource.read.draft import Draft, Piece
from twosource.read.html.flow import layout
from twosource.read.html.head import Shown, head_of
from twosource.read.html.main import Chosen, chosen_of, is_prose
from twosource.read.html.shown import shown_in
from twosource.read.html.stated import Stated, stated_in
from twosource.read.html.stories import absolute, stories_in
from twosource.read.html.tree import tree_of
from twosource.read.html.votes import Votes, extracted, stated
from twosource.read.infer import Evidence, infer
from twosource.read.notices import notices_of

LARGEST_VOTE = 3_000_000
DEEPEST_VOTE = 100
"""Characters, and levels of elements: trafilatura's cost grows with the square of either, so that a page of more is
read by its layout
alone. The longest of 127 news pages has 1.7 million characters, the deepest 27 levels (2026-11-22)."""

BIO_LONGEST = 900
"""Characters of a paragraph about the author; those of several authors together reach 800."""

INNER_BYLINE_AMONG = 4
"""Runs looked at for a byline inside the body: at most two lines of summary stand over it."""

INNER_BYLINE_SHARE = 0.8
"""Of such a line nearly all is names: what is left is "By", "and" and marks."""

BIO = re.compile(
    r"(?:,? (?:who |also )?(?:is|was|are|has|have|covers?|writes?|reports?|joined|can be|works?|serves?|holds?"
    r"|makes|previously|spent|hails)\b"
    r"|,? an? \w+|\s*[–—-]\s|, [A-Z])"
)


def draft_of(text: str, head: Article, fetched: str = "") -> Draft:
    """Return what an HTML page holds; raises ReadError when it has no element at all.

    `fetched` dates a page that names no day at all: it is no younger than the day it was had.
    """
    root = tree_of(text)
    if root is None:
        raise ReadError("there is no article on this page")
    given = stated_in(root)
    laid = layout(root)
    bounded = len(text) <= LARGEST_VOTE and laid.depth() <= DEEPEST_VOTE
    taken = extracted(root) if bounded else Votes()
    chosen = chosen_of(laid, taken, stated(_body(given)), _description(given))
    shown = shown_in(laid)
    inner = _inner_byline(chosen)
    head = head_of(given, msgspec.structs.replace(shown, inner=inner.run.text if inner else ""), head)
    if inner is not None:
        chosen = tuple(item for item in chosen if item is not inner)
    pieces, notices, images = _pieces(chosen, head, shown)
    teasers, related = stories_in(laid, chosen, head.url)
    evidence = Evidence(tuple(pieces), tuple(notices), tuple(teasers))
    head = msgspec.structs.replace(head, images=tuple(images), related=tuple(related))
    head, dated_by = infer(head, evidence, fetched)
    return Draft(tuple(pieces), head, tuple(notices), dated_by, tuple(teasers))


def _body(given: Stated) -> str:
    """The body that the page states, with the entries of a live page."""
    entries = given.ld.get("liveBlogUpdate")
    parts = [given.ld, *(entries if isinstance(entries, list) else [])]
    fields = [part.get(name) for part in parts if isinstance(part, dict) for name in ("headline", "articleBody")]
    return "\n".join(field for field in fields[1:] if isinstance(field, str))


def _description(given: Stated) -> str:
    return next(iter((*given.of_ld("description"), *given.meta["descriptions"])), "")


def _inner_byline(chosen: Iterable[Chosen]) -> Chosen | None:
    """The byline that stands as a bold line of names just over the first paragraph, None when there is none."""
    for item in [item for item in chosen if item.part == "body"][:INNER_BYLINE_AMONG]:
        words = item.run.text
        names = authors_of([words.replace("/", " and ")])
        spelt = sum(len(name) for name in names)
        if (
            item.run.strong >= len(words) - 1
            and all(" " in name for name in names)
            and spelt >= INNER_BYLINE_SHARE * len(words)
        ):
            return item
        if is_prose(item.run) and item.run.strong < len(words) / 2:
            break
    return None


def _pieces(chosen: Iterable[Chosen], head: Article, shown: Shown) -> tuple[list[Piece], list[Notice], list[Image]]:
    """The article's blocks in order, with what its notices say and its pictures' captions."""
    pieces = [Piece("title", head.title)] if head.title else []
    notices: list[Notice] = []
    images: list[Image] = []
    titles = {folded(title) for title in (head.title, *shown.headlines)}
    seen: set[str] = set()
    for item in chosen:
        words = item.run.text
        if item.part == "other" or folded(words) in titles or _is_bio(words, head.authors):
            continue
        if item.part == "caption":
            if folded(words) not in seen and not is_clutter(words):
                _add_caption(words, pieces, images)
            seen.add(folded(words))
            continue
        found = notices_of(words)
        if found and words in seen:
            continue
        if found:
            seen.add(words)
        notices += found
        pieces.append(Piece("notice" if found else item.kind, words, _links(item.run.links, head.url)))
    return pieces, notices, images


def _links(links: Iterable[tuple[int, int, str]], url: str) -> tuple[tuple[int, int, str], ...]:
    """The links with whole addresses, without those that lead to a place on the same page or run a script."""
    return tuple(
        (start, end, absolute(url, address))
        for start, end, address in links
        if start < end and not address.strip().lower().startswith(("#", "javascript:", "data:"))
    )


def _add_caption(words: str, pieces: list[Piece], images: list[Image]) -> None:
    """Put down a caption and its credit; a credit that stands in a run of its own joins the caption before it."""
    caption, credit = split_credit(words) or (words, "")
    alone = not caption or (not credit and split_credit(f"({words})") is not None)
    if alone and pieces[-1:] and pieces[-1].kind == "caption" and images:
        credit = credit or words
        pieces.append(Piece("credit", credit))
        images[-1] = msgspec.structs.replace(images[-1], credit=credit)
        return
    pieces.extend(piece for piece in (Piece("caption", caption), Piece("credit", credit)) if piece.text)
    images.append(Image("", caption, credit))


def _is_bio(words: str, authors: tuple[str, ...]) -> bool:
    """Whether a paragraph tells who the author is, as those at the foot of an article do."""
    if len(words) > BIO_LONGEST:
        return False
    bare = re.sub(r"^(?:about (?:the )?authors?:?|by)\s+", "", words, flags=re.I)
    return any(
        bare.casefold().startswith(name.casefold()) and BIO.match(bare[len(name) :]) for name in authors if " " in name
    )
