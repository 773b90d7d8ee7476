"""Tell what form a page's text has: HTML, a JSON record, or plain text.

Reads   the text and its media type, which may be wrong
Gives   "html", "json" or "plain"
Misses  other markup (RTF, wiki text): read as plain text
"""

import re
from typing import Literal

HTML_OPENING = re.compile(r"<(?:!doctype html|html|head|body|\?xml[^<>]{0,200}\?>\s*<(?:!doctype )?html)\b", re.I)
ANY_TAG = re.compile(
    r"<(?:div|p|a|span|article|section|meta|title|h1|h2|ul|li|table|br|img|script)\b[^<>]{0,500}>", re.I
)
LOOKED_AT = 20_000
"""Characters looked at: a page shows what it is in its first screenful."""

TAGS_ENOUGH = 3
"""A text that quotes a tag or two is still text."""


def form_of(text: str, media_type: str) -> Literal["html", "json", "plain"]:
    """Return the form of a text; what it looks like counts for more than what it is called.

    >>> form_of("<!doctype html><p>Hello", "text/plain"), form_of("Hello", "text/html"), form_of('{"title": "x"}', "")
    ('html', 'plain', 'json')
    """
    head = text[:LOOKED_AT]
    start = head.lstrip()
    if HTML_OPENING.match(start) or (HTML_OPENING.search(head) and start.startswith("<")):
        return "html"
    if "json" in media_type or (start.startswith("{") and re.match(r'\{\s*"', start)):
        return "json"
    tags = len(ANY_TAG.findall(head))
    if tags >= TAGS_ENOUGH or (tags and "html" in media_type):
        return "html"
    return "plain"
