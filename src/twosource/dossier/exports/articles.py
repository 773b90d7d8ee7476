"""Articles as lines of JSON in the field's common shape, and as schema.org's NewsArticle.

Reads   Article
Gives   one record an article: the names of news-please (title, maintext, authors, date_publish, ...), which
        ``twosource add`` and other tools read, then what only we know; or one NewsArticle node an article
Misses  where the words of a notice stand, in the JSON-LD: schema.org has no room for spans of an article's own text
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote

from twosource.dossier.exports.tables import json_line
from twosource.model import Article
from twosource.text.outlets import domain_of


def article_lines(articles: Iterable[Article]) -> Iterator[str]:
    """Yield one line of JSON an article. `maintext` is the body; spans count code points of `text`, which holds all."""
    for article in articles:
        yield json_line(article_record(article))


def article_record(article: Article) -> dict[str, object]:
    """Return an article under the names that news-please gave the field, and behind them what else is known.

    Instants are ISO 8601, as precise as the page gives them, "" when unknown.
    """
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "maintext": "\n\n".join(article.body),
        "authors": list(article.authors),
        "date_publish": article.published.value if article.published else "",
        "date_modify": article.updated.value if article.updated else "",
        "source_domain": domain_of(article.url),
        "outlet": article.outlet,
        "language": article.language,
        "section": article.section,
        "keywords": list(article.keywords),
        "image_url": article.lead_image.url if article.lead_image else "",
        "publisher_name": article.publisher,
        "canonical": article.canonical,
        "date_inferred": article.published.inferred if article.published else "",
        "teaser_of": article.teaser_of,
        "text": article.text,
        "blocks": [[block.kind, block.span.start, block.span.end] for block in article.blocks],
        "notices": [
            {
                "kind": notice.kind,
                "text": notice.text,
                "names": list(notice.names),
                "start": notice.span.start if notice.span else None,
                "end": notice.span.end if notice.span else None,
            }
            for notice in article.notices
        ],
        "links": [[link.url, link.span.start, link.span.end] for link in article.links],
    }


def article_nodes(articles: Iterable[Article]) -> Iterator[str]:
    """Yield one JSON-LD document, in pieces: a graph of NewsArticle nodes, one a line."""
    yield '{"@context":{"@vocab":"https://schema.org/"},"@graph":[\n'
    before = ""
    for article in articles:
        yield before + json.dumps(news_article(article), ensure_ascii=False, separators=(",", ":"))
        before = ",\n"
    yield "\n]}\n"


def news_article(article: Article) -> dict[str, Any]:
    """Return an article as a NewsArticle node without its empty fields."""
    node = {
        "@type": "NewsArticle",
        # Not the address: two versions of one page are two articles.
        "@id": f"urn:x-twosource:article:{quote(article.id, safe='')}",
        "identifier": article.id,
        "url": article.url,
        "headline": article.title,
        "datePublished": article.published.value if article.published else "",
        "dateModified": article.updated.value if article.updated else "",
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": article.outlet} if article.outlet else "",
        "articleBody": "\n\n".join(article.body) or article.text,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "inLanguage": article.language,
        "image": article.lead_image.url if article.lead_image else "",
        "isBasedOn": article.canonical if article.canonical != article.url else "",
        "isPartOf": {"@type": "WebPage", "identifier": article.teaser_of} if article.teaser_of else "",
        "correction": [notice.text for notice in article.notices if notice.kind == "correction"],
        "creditText": "; ".join(
            notice.text for notice in article.notices if notice.kind in ("agency", "syndicated", "contributed")
        ),
        "citation": [link.url for link in article.links],
    }
    return {key: value for key, value in node.items() if value not in ("", [])}
