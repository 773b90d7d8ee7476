"""Take what a page states of itself in its head: meta tags, links, and JSON-LD's fields beside them.

Reads   the page's tree
Gives   Stated: every candidate for each field, best first; `read.html.head` chooses among them
Misses  RDFa; what only a script adds
"""

from typing import Any

import msgspec
from lxml.html import HtmlElement

from twosource.read.html.jsonld import Object, articles_in, strings

# meta names and properties for each field, best first. Sources: Open Graph and its article vocabulary, Dublin Core,
# schema.org microdata,
# Parse.ly, Sailthru, Google News, and the names that trafilatura and fundus read.
META = {
    "titles": (
        "og:title",
        "twitter:title",
        "parsely-title",
        "dc.title",
        "dcterms.title",
        "sailthru.title",
        "title",
        "hdl",
        "headline",
    ),
    "authors": (
        "author",
        "article:author",
        "byl",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dcsext.author",
        "creator",
        "article:author_name",
        "cxenseparse:author",
        "authors",
        "og:article:author",
        "article.author",
        "article_author_name",
    ),
    "published": (
        "article:published_time",
        "datepublished",
        "article:published",
        "og:published_time",
        "parsely-pub-date",
        "pubdate",
        "publishdate",
        "publish-date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "sailthru.date",
        "article.published",
        "date",
        "publication_date",
        "og:article:published_time",
        "cxenseparse:recs:publishtime",
        "published_at",
        "originalpublicationdate",
        "article_date_original",
        "rnews:datepublished",
        "timestamp",
        "datecreated",
    ),
    "updated": (
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "lastmod",
        "last-modified",
        "dc.date.modified",
        "dcterms.modified",
        "article.updated",
        "revision_date",
        "modificationdate",
        "article:modified",
    ),
    "outlets": (
        "og:site_name",
        "publisher",
        "application-name",
        "dc.publisher",
        "dcterms.publisher",
        "cre",
        "twitter:app:name:iphone",
        "article:publisher",
    ),
    "sections": ("article:section", "parsely-section", "section", "dc.subject", "category", "cg", "og:article:section"),
    "keywords": ("news_keywords", "keywords", "parsely-tags", "article:tag", "sailthru.tags"),
    "images": ("og:image", "og:image:url", "twitter:image", "twitter:image:src", "parsely-image-url", "thumbnail"),
    "origins": ("syndication-source", "original-source"),
    "descriptions": ("og:description", "description", "twitter:description", "dc.description"),
    "languages": ("og:locale", "content-language", "dc.language", "dcterms.language", "language"),
}


class Stated(msgspec.Struct, frozen=True):
    """Candidates for each field in order of trust; JSON-LD's own stand apart under `ld`."""

    meta: dict[str, tuple[str, ...]]
    ld: Object
    page_title: str = ""
    canonical: str = ""
    language: str = ""
    itemprops: dict[str, tuple[str, ...]] = {}

    def first(self, field: str) -> str:
        """Return the best candidate among the meta tags, "" when there is none."""
        return next(iter(self.meta.get(field, ())), "")

    def of_ld(self, key: str, *inner: str) -> tuple[str, ...]:
        """Return the strings of a field of the JSON-LD article."""
        return tuple(strings(self.ld.get(key), *inner))


def stated_in(root: HtmlElement) -> Stated:
    """Return everything the page states of itself."""
    by_name: dict[str, list[str]] = {}
    for tag in root.iter("meta"):
        name = (
            (tag.get("property") or tag.get("name") or tag.get("itemprop") or tag.get("http-equiv") or "")
            .strip()
            .lower()
        )
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            by_name.setdefault(name, []).append(content)
    meta = {field: tuple(value for name in names for value in by_name.get(name, ())) for field, names in META.items()}
    page_title = next(
        (" ".join(tag.text_content().split()) for tag in root.iter("title") if tag.getparent().tag in ("head", "html")),
        "",
    )
    canonical = next(
        (tag.get("href", "") for tag in root.iter("link") if (tag.get("rel") or "").lower() == "canonical"), ""
    )
    return Stated(
        meta=meta,
        ld=_chosen(articles_in(root), canonical),
        page_title=page_title,
        canonical=canonical.strip(),
        language=root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        itemprops=_itemprops(root),
    )


def _chosen(articles: list[Object], canonical: str) -> Object:
    """The object that is about this page: the one with its address, else the one that says most; gaps filled from the
    others like it.
    """
    if not articles:
        return {}
    best = max(articles, key=lambda item: (_is_at(item, canonical), "headline" in item, len(item)))
    title = strings(best.get("headline"))
    merged: dict[str, Any] = dict(best)
    for other in articles:
        if strings(other.get("headline")) == title:
            merged = {**other, **{key: value for key, value in merged.items() if value}}
    return merged


def _is_at(item: Object, canonical: str) -> bool:
    if not canonical:
        return False
    addresses = [
        *strings(item.get("url")),
        *strings(item.get("mainEntityOfPage"), "@id", "url"),
        *strings(item.get("@id")),
    ]
    return any(address.split("#")[0].rstrip("/") == canonical.rstrip("/") for address in addresses)


def _itemprops(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    """Microdata of an article that stands in the page's body, by its name."""
    found: dict[str, list[str]] = {}
    for name in ("headline", "author", "datePublished", "dateModified"):
        for tag in root.iterfind(f".//body//*[@itemprop='{name}']"):
            value = tag.get("content") or tag.get("datetime") or " ".join(tag.text_content().split())
            if value and len(value) <= LONGEST_VALUE:
                found.setdefault(name, []).append(value)
    return {name: tuple(values) for name, values in found.items()}


LONGEST_VALUE = 300
"""A headline or byline is shorter; a longer value is an element that holds the article."""
