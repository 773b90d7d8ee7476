"""Parse HTML into a tree whose depth and cost are bounded, whatever the page holds.

Reads   HTML as text
Gives   an lxml element, at most `DEEPEST` elements deep; nothing is fetched and nothing is run
Misses  the nesting of elements below `DEEPEST`: their text stays, their tags go
"""

import re

from lxml import html
from lxml.html import HtmlElement

DEEPEST = 200
"""Levels kept. The deepest of 127 news pages is 27 levels (2026-11-22); libxml2 itself stops at 256."""

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)[^<>]*>")
UNCOUNTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "td",
        "th",
        "tr",
        "option",
    ]
)
"""Elements that hold nothing, or that their next sibling closes: they add no depth that lasts."""

RAW = ("script", "style")
PARSER_OPTIONS = {
    "encoding": "utf-8",
    "huge_tree": True,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
    "recover": True,
}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")


def tree_of(text: str) -> HtmlElement | None:
    """Return the root element of a page, None when it holds no element at all."""
    shallow = flattened(CONTROL.sub(" ", text))
    data = shallow.encode("utf-8", "replace")
    if not data.strip():
        return None
    root = html.document_fromstring(data, parser=html.HTMLParser(**PARSER_OPTIONS), ensure_head_body=True)
    return root if isinstance(root, HtmlElement) else None


def flattened(text: str) -> str:
    """Return the page without the tags that lie deeper than `DEEPEST`; in time linear in its length.

    >>> flattened("<p>as it was</p>")
    '<p>as it was</p>'
    >>> flattened("<div>" * 100_000 + "deep" + "</div>" * 100_000).count("<div>") == DEEPEST
    True
    """
    kept, depth, last, skip_to = [], 0, 0, 0
    for tag in TAG.finditer(text):
        if tag.start() < skip_to:
            continue
        closing, name = tag[1], tag[2].lower()
        if name in RAW and not closing:
            skip_to = _end_of_raw(text, name, tag.end())
        if name in UNCOUNTED or tag[0].endswith("/>"):
            continue
        if closing:
            too_deep = depth > DEEPEST
            depth = max(0, depth - 1)
        else:
            depth += 1
            too_deep = depth > DEEPEST
        if too_deep:
            kept.append(text[last : tag.start()])
            last = tag.end()
    return "".join([*kept, text[last:]]) if kept else text


def _end_of_raw(text: str, name: str, start: int) -> int:
    """Where a script or style ends: at its closing tag, or with the page when it is never closed."""
    end = text.find(f"</{name}", start)
    return end if end >= 0 else len(text)
