"""Read an HTML page: its article, what it states of itself, and the stories it points to.

Reads   HTML as text
Gives   Draft
Misses  text that only scripts put on the page
"""

import msgspec
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from twosource.model import Article, Image, Notice, ReadError
from twosource.read.captions import split_credit
from twosource.read.clutter import folded
from twosource.read.draft import Draft, Piece
from twosource.read.html.flow import Layout, layout
from twosource.read.html.head import Shown, head_of
from twosource.read.html.main import body_of
from twosource.read.html.stated import stated_in
from twosource.read.html.tree import tree_of
from twosource.read.infer import Evidence, infer
from twosource.read.notices import notices_of

LARGEST_VOTE = 3_000_000
"""Characters: trafilatura reads a page of this size in seconds; a longer one is read by the layout alone."""


def draft_of(text: str, head: Article, fetched: str = "") -> Draft:
    """Return what an HTML page holds; raises ReadError when it has no element at all."""
    root = tree_of(text)
    if root is None:
        raise ReadError("there is no article on this page")
    stated = stated_in(root)
    laid = layout(root)
    voted = votes(root) if len(text) <= LARGEST_VOTE else frozenset()
    head = head_of(stated, _shown(laid), head)
    pieces: list[Piece] = [Piece("title", head.title)] if head.title else []
    notices: list[Notice] = []
    images: list[Image] = []
    for chosen in body_of(laid, voted):
        words = chosen.run.text
        if folded(words) == folded(head.title):
            continue
        found = notices_of(words)
        if found:
            notices += found
            pieces.append(Piece("notice", words, chosen.run.links))
            continue
        pieces.append(Piece(chosen.kind, words, chosen.run.links))
    evidence = Evidence(tuple(pieces), tuple(notices))
    head, dated_by = infer(msgspec.structs.replace(head, images=tuple(images)), evidence)
    return Draft(tuple(pieces), head, tuple(notices), dated_by)


def votes(root: HtmlElement) -> frozenset[str]:
    """Return the lines that trafilatura takes for the article, folded."""
    found = bare_extraction(root, favor_precision=True, include_comments=False, include_tables=True)
    text = getattr(found, "text", "") or ""
    return frozenset(folded(line) for line in text.split("\n"))


def _shown(laid: Layout) -> Shown:
    headlines = [run.text for run in laid.runs if any(node.tag == "h1" for node in laid.ancestors(run.node)[:3])]
    return Shown(tuple(headlines))
