"""Lay a page out as the blocks of text that a reader sees, each with its place in the tree.

Reads   an lxml tree
Gives   Layout: the elements in document order with their parents, and the blocks of text in reading order
Misses  what style sheets and scripts hide, move or add
"""

import re
from typing import NamedTuple

from lxml.html import HtmlElement

BLOCK_TAGS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
UNSEEN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "map",
        "math",
        "head",
        "title",
        "select",
        "option",
        "textarea",
        "button",
        "input",
        "datalist",
        "progress",
        "meter",
    ]
)
SPACE = re.compile(r"[\s\u200b\ufeff\u00ad]+")


class Node(NamedTuple):
    """An element: its own number in document order, its parent's (-1 for the root), its tag."""

    number: int
    parent: int
    tag: str
    element: HtmlElement


class Run(NamedTuple):
    """A block of text as laid out: `node` is the index of the block element that holds it.

    `links` are (start, end, address) in `text`; `strong` the number of its characters that stand in bold or italics.
    """

    node: int
    text: str
    links: tuple[tuple[int, int, str], ...] = ()
    strong: int = 0


class Layout(NamedTuple):
    """A page's elements in document order and its runs of text in reading order."""

    nodes: tuple[Node, ...]
    runs: tuple[Run, ...]

    def depth(self) -> int:
        """Return how many elements stand inside one another at the deepest place."""
        levels: list[int] = []
        for node in self.nodes:
            levels.append(levels[node.parent] + 1 if node.parent >= 0 else 1)
        return max(levels, default=0)

    def ancestors(self, node: int) -> list[Node]:
        """Return the element with this index and those that hold it, innermost first."""
        found = []
        while node >= 0:
            found.append(self.nodes[node])
            node = self.nodes[node].parent
        return found


class _Pen:
    """Collects text, and cuts it into runs where a block element begins or ends."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self._parts: list[str] = []
        self._length = 0
        self._links: list[tuple[int, int, str]] = []
        self._strong = 0

    def write(self, raw: str | None, link: str, link_start: bool, strong: bool) -> None:
        """Add text with its white space folded; `link` is the address it stands on, "" for none."""
        text = SPACE.sub(" ", raw or "")
        if not self._parts or self._parts[-1].endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            return
        start, end = self._length, self._length + len(text)
        self._parts.append(text)
        self._length = end
        if link and not link_start and self._links and self._links[-1][2] == link:
            self._links[-1] = (self._links[-1][0], end, link)
        elif link:
            self._links.append((start, end, link))
        self._strong += len(text) if strong else 0

    def cut(self, node: int) -> None:
        """End the run: it belongs to the element with this index."""
        text = "".join(self._parts).rstrip()
        if text:
            links = tuple((start, min(end, len(text)), url) for start, end, url in self._links if start < len(text))
            self.runs.append(Run(node, text, links, self._strong))
        self._parts, self._length, self._links, self._strong = [], 0, [], 0


def layout(root: HtmlElement) -> Layout:
    """Return the page laid out; linear in the size of the tree and without recursion."""
    pen = _Pen()
    nodes: list[Node] = []
    # (element, its index or -1 when it is leaving, block it writes into, link, strong)
    stack: list[tuple[HtmlElement, bool, int, int, str, bool]] = [(root, False, -1, -1, "", False)]
    while stack:
        element, leaving, parent, block, link, strong = stack.pop()
        if leaving:
            _leave(element, pen, link, strong, parent)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in UNSEEN or _hidden(element):
            pen.write(element.tail, link, False, strong)
            continue
        index = len(nodes)
        nodes.append(Node(index, parent, tag, element))
        stack.append((element, True, index, block, link, strong))
        here = index if tag in BLOCK_TAGS else block
        if tag in BLOCK_TAGS:
            pen.cut(block)
        if tag == "br":
            _break(pen, element, here)
        inner = element.get("href") or "" if tag == "a" else link
        bold = strong or tag in {"b", "strong", "i", "em"}
        pen.write(element.text, inner, tag == "a", bold)
        stack.extend((child, False, index, here, inner, bold) for child in reversed(element))
    return Layout(tuple(nodes), tuple(pen.runs))


def _leave(element: HtmlElement, pen: _Pen, link: str, strong: bool, index: int) -> None:
    if element.tag in BLOCK_TAGS:
        pen.cut(index)
    pen.write(element.tail, link, False, strong)


def _break(pen: _Pen, element: HtmlElement, block: int) -> None:
    """Two line breaks in a row part paragraphs; one is a space."""
    before = element.getprevious()
    if before is not None and before.tag == "br" and not (before.tail or "").strip():
        pen.cut(block)
    else:
        pen.write(" ", "", False, False)


def _hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        # A paragraph hidden from screen readers is text behind a paywall's blur; what else is hidden from them is
        # decoration.
        return element.tag not in {"body", "main", "article", "p"}
    style = element.get("style")
    return style is not None and "display:none" in style.replace(" ", "").lower()
