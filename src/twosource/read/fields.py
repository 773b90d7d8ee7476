"""Read the header lines that some dumps carry before the text: "Title: ...", "Date: ...", YAML front matter.

Reads   the first lines of a dump
Gives   what they state, as an Article without text, and the rest of the dump
Misses  header lines below the text
"""

import re

from twosource.model import Article, Instant
from twosource.read.bylines import authors_of
from twosource.read.dates import iso_of

FIELD = re.compile(r"^\W{0,3}(?P<name>[A-Za-z][A-Za-z_ -]{1,24}?)\W{0,3}:\s*(?P<value>\S.*)?$")
NAMES = {
    "title": "title",
    "headline": "title",
    "url": "url",
    "link": "url",
    "address": "url",
    "source url": "url",
    "canonical": "url",
    "author": "authors",
    "authors": "authors",
    "byline": "authors",
    "by": "authors",
    "date": "published",
    "published": "published",
    "publish date": "published",
    "publication date": "published",
    "date publish": "published",
    "date published": "published",
    "pubdate": "published",
    "updated": "updated",
    "modified": "updated",
    "last updated": "updated",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "site": "outlet",
    "sitename": "outlet",
    "newspaper": "outlet",
    "hostname": "host",
    "section": "section",
    "category": "section",
    "language": "language",
    "description": "description",
    "categories": "section",
    "tags": "keywords",
    "keywords": "keywords",
    "id": "id",
    "fingerprint": "id",
    "license": "licence",
}
FEWEST = 2
"""One line with a colon on top may be a headline ("Flood: what we know"); two header lines in a row are a header."""


def header_of(text: str) -> tuple[Article, str]:
    r"""Return what the header states and the text after it; an empty Article and all the text when there is none.

    >>> stated, rest = header_of("Title: Dam bursts\nDate: 28 February 2022\n\nTwo people died.")
    >>> stated.title, stated.published.value, rest
    ('Dam bursts', '2022-02-28', 'Two people died.')
    """
    lines = text.lstrip("\ufeff\n ").split("\n")
    fenced = lines[0].strip() == "---"
    used, values = 1 if fenced else 0, dict[str, str]()
    for line in lines[used:]:
        match = FIELD.match(line)
        name = NAMES.get(match["name"].strip().lower().replace("_", " ").replace("-", " "), "") if match else ""
        if not match or not name:
            break
        values.setdefault(name, (match["value"] or "").strip().strip("*\"' "))
        used += 1
    if fenced and used < len(lines) and lines[used].strip() == "---":
        used += 1
    elif len(values) < FEWEST:
        return Article(), text
    outlet = values.get("outlet", "")
    if outlet.startswith("http"):
        values.setdefault("url", outlet)
        outlet = ""
    stated = Article(
        title=values.get("title", ""),
        url=values.get("url", ""),
        outlet=outlet,
        authors=authors_of([values["authors"]]) if "authors" in values else (),
        published=_instant(values.get("published", "")),
        updated=_instant(values.get("updated", "")),
        section=values.get("section", ""),
    )
    return stated, "\n".join(lines[used:]).lstrip("\n")


def _instant(value: str) -> Instant | None:
    iso = iso_of(value)
    return Instant(iso) if iso else None
