"""Tell from elements' names and classes which part of a page they make: its workings, other stories, captions, bylines.

Reads   tags, classes, ids and roles; text/data/page_zones.tsv
Gives   a zone for each element, handed down to what it holds
Misses  class names that say nothing ("css-1x2y3z")
"""

import re
from functools import cache, lru_cache
from typing import Literal

from lxml.html import HtmlElement

from twosource.read.html.flow import Layout
from twosource.text.lexicon import mapping

Zone = Literal["", "chrome", "other", "byline", "caption", "summary"]
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
TAGS: dict[str, Zone] = {
    "nav": "chrome",
    "footer": "chrome",
    "form": "chrome",
    "dialog": "chrome",
    "menu": "chrome",
    "fieldset": "chrome",
    "figcaption": "caption",
    "address": "byline",
    "time": "byline",
}
ROLES: dict[str, Zone] = {
    "navigation": "chrome",
    "banner": "chrome",
    "contentinfo": "chrome",
    "search": "chrome",
    "dialog": "chrome",
    "alert": "chrome",
    "menu": "chrome",
    "menubar": "chrome",
    "toolbar": "chrome",
    "complementary": "other",
}
RANK = {"chrome": 5, "other": 4, "caption": 3, "byline": 2, "summary": 1, "": 0}
LONGEST_NAME = 300
"""Class lists made by style tools run to thousands of characters and say nothing."""


def zones_of(layout: Layout, main: frozenset[int], trusted: frozenset[str]) -> list[Zone]:
    """Return the zone of each element; the strongest of its own and its holders'.

    `main` are elements that hold most of the page's text: what they are called says nothing of what they hold.
    `trusted`
    are class names that the article's own paragraphs carry ("paywall"): they say nothing either.
    """
    zones: list[Zone] = []
    for node in layout.nodes:
        own = "" if node.number in main else _own(node.tag, node.element, trusted)
        above: Zone = zones[node.parent] if node.parent >= 0 else ""
        zones.append(own if RANK[own] > RANK[above] else above)
    return zones


def _own(tag: str, element: HtmlElement, trusted: frozenset[str]) -> Zone:
    by_tag = TAGS.get(tag, "")
    by_role = ROLES.get(element.get("role") or "", "")
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("data-component"))))
    names = " ".join(name for name in names.split() if name not in trusted) if trusted else names
    by_name = named(names) if names and len(names) <= LONGEST_NAME else ""
    return max((by_tag, by_role, by_name), key=RANK.__getitem__)


@cache
def _entries() -> dict[tuple[str, ...], Zone]:
    known = frozenset(RANK)
    return {tuple(words.split()): zone for words, zone in mapping("page_zones").items() if zone in known}  # type: ignore[misc]


@lru_cache(maxsize=4096)  # a site's pages share their class lists
def named(names: str) -> Zone:
    """Return the zone that a class list names.

    >>> named("article__relatedStories"), named("story-body"), named("image-caption"), named("shadow-box")
    ('other', '', 'caption', '')
    """
    entries = _entries()
    best: Zone = ""
    for name in names.split():
        parts = [part.lower() for part in WORD.findall(name)]
        for start in range(len(parts)):
            for end in range(start + 1, min(start + 3, len(parts)) + 1):
                zone = entries.get(tuple(parts[start:end]), "")
                if RANK[zone] > RANK[best]:
                    best = zone
    return best
