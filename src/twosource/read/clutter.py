"""Know the lines that belong to the page and not to its article, and the headings of blocks that point elsewhere.

Reads   one line; text/data/page_clutter.tsv, text/data/page_sections.tsv
Gives   whether it is clutter; which kind of section a heading opens
Misses  clutter that reads like a sentence of the story
"""

import re
from functools import cache
from typing import Literal

from twosource.text.lexicon import mapping, words

LONGEST = 220
"""Sign-up lines and share rows are shorter; a paragraph that opens with the same words is longer."""

MINUTES = re.compile(r"^[·•|\s]*\d{1,3}\s*-?\s?min(?:ute)?s?\b(?:\s+(?:read|listen|watch))?[\s·•|.]*$", re.I)
COUNTS = re.compile(r"^[\d.,]+\s?[km]?\s+(?:comments?|shares?|views?|likes?|reactions?|replies|reads?)$", re.I)
FOLLOW = re.compile(
    r"^(?:click here to )?(?:follow|like|find|join|add) .{2,60}\b(?:on|in|as a preferred source (?:on|in)) "
    r"(?:google|x|twitter|facebook|instagram|linkedin|whatsapp|telegram|tiktok|threads|bluesky|youtube|flipboard|apple)\b",
    re.I,
)
MARKS = re.compile(r"^[\W\d_]*$")
HEADING_WORDS = 8
"""The longest section heading of the list has seven words; "More from The Daily Example" adds a name to three."""


def folded(text: str) -> str:
    """Return the line with case, marks and white space folded away.

    >>> folded("You Might Also Like…")
    'you might also like'
    """
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def is_clutter(text: str) -> bool:
    """Whether a line is a button, a sign-up, a count or a notice of the page's own workings.

    >>> is_clutter("ADVERTISEMENT"), is_clutter("·1 min read"), is_clutter("The dam burst.")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return False
    line = folded(text)
    if (
        FOLLOW.match(text)
        or MARKS.match(text)
        or MINUTES.match(text)
        or COUNTS.match(text)
        or line in words("page_clutter")
    ):
        return True
    return line.startswith(_openings())


@cache
def _openings() -> tuple[str, ...]:
    return tuple(sorted(entry[1:] for entry in words("page_clutter") if entry.startswith("*")))


def section_of(text: str) -> Literal["", "list", "line"]:
    """Return what kind of block a heading opens: "list" or "line" of other stories, "" when it is none.

    >>> section_of("Recommended Stories"), section_of("Related article:"), section_of("More from The Daily Example")
    ('list', 'line', 'list')
    >>> section_of("Talks resume")
    ''
    """
    line = folded(text)
    if len(line.split()) > HEADING_WORDS:
        return ""
    kind = mapping("page_sections").get(line, "")
    if not kind and line.startswith(("more from ", "more in ", "more on ", "most read in ", "most popular in ")):
        kind = "list" if len(line.split()) > 2 and text.strip()[-1:] not in ".!?" else ""
    return "list" if kind == "list" else "line" if kind == "line" else ""


def label_of(text: str) -> str:
    """Return the related-story label that a line opens with ("Read more:"), "" when it opens with none.

    >>> label_of("Read more: Talks resume in Minsk"), label_of("Read more about it")
    ('Read more: ', '')
    """
    match = re.match(r"\s*([\w’' ]{4,40}?)\s?[:|–—]\s*(?=\S)", text)
    return match[0] if match and section_of(match[1]) else ""
