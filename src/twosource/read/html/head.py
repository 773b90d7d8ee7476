"""Choose, among all that a page states of itself, the article's title, authors, dates, outlet and the rest.

Reads   Stated, the visible headlines and bylines
Gives   the article's fields that need no place in the text
Misses  pages that state nothing and show no headline
"""

import re
from collections.abc import Sequence

import msgspec

from twosource.model import Article, Image, Instant
from twosource.read.bylines import authors_of
from twosource.read.clutter import folded
from twosource.read.dates import is_later, iso_of
from twosource.read.html.jsonld import strings
from twosource.read.html.stated import Stated
from twosource.read.infer import outlet_at
from twosource.text.outlets import outlet_of

SITE = re.compile(r"\s+(?:[|–—•·»-]|::)\s+")
SECTION_LONGEST = 60
"""Characters: what is longer is a list of sections or a sentence about one."""

KEYWORDS_MOST = 40
"""Keyword fields of hundreds of words are made for search engines."""


class Shown(msgspec.Struct, frozen=True):
    """What a reader sees of these: headlines, bylines and dates, in page order; `inner` is a byline inside the body."""

    headlines: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    inner: str = ""


def head_of(stated: Stated, shown: Shown, head: Article) -> Article:
    """Return `head` with the fields that the page gives; what `head` already has is kept."""
    url = head.url or stated.canonical or next(iter(stated.of_ld("url")), "")
    names = _outlet_names(stated)
    outlet = head.outlet or _outlet(url, names)
    publisher = next(iter(stated.of_ld("publisher", "name")), "")
    published = _first_date(
        *stated.of_ld("datePublished"),
        *stated.meta["published"],
        *stated.itemprops.get("datePublished", ()),
        *shown.dates,
    )
    updated = _first_date(
        *stated.of_ld("dateModified"), *stated.meta["updated"], *stated.itemprops.get("dateModified", ())
    )
    return msgspec.structs.replace(
        head,
        url=url,
        title=head.title or title_of(stated, shown.headlines, (outlet, publisher, *names)),
        outlet=outlet,
        publisher=publisher if publisher != outlet else "",
        authors=head.authors or _authors(stated, shown, (outlet, publisher, *names)),
        published=head.published or (Instant(published) if published else None),
        updated=head.updated or (Instant(updated) if is_later(updated, published) else None),
        language=_language(stated, head.language),
        canonical=_canonical(stated, url),
        section=head.section or _section(stated),
        keywords=head.keywords or _keywords(stated),
        lead_image=head.lead_image or _lead_image(stated),
    )


def title_of(stated: Stated, headlines: Sequence[str], names: Sequence[str] = ()) -> str:
    """Return the title: JSON-LD's headline, else the headline shown; without the site's name at its end."""
    candidates = [
        *stated.of_ld("headline"), *stated.itemprops.get("headline", ()), *stated.meta["titles"], *headlines,
        stated.page_title
    ]  # fmt: skip
    first = next((candidate for candidate in candidates if candidate), "")
    for headline in headlines:
        # The headline shown is the title where what is stated is that and a suffix, or cut off.
        if len(headline) > 15 and folded(first).startswith(folded(headline)) and SITE.match(first[len(headline) :]):
            return headline
    return without_site(first, names)


def without_site(title: str, names: Sequence[str] = ()) -> str:
    """Return a title without the site's name behind a bar or dash.

    >>> without_site("Dam bursts | The Daily Example", ["The Daily Example"]), without_site("Dam bursts - two dead", [])
    ('Dam bursts', 'Dam bursts - two dead')
    """
    known = {folded(name).removeprefix("the ") for name in names if name}
    while True:
        marks = list(SITE.finditer(title))
        if not marks:
            return title
        tail = title[marks[-1].end() :].strip()
        if folded(tail).removeprefix("the ") not in known and outlet_of(tail) is None:
            return title
        title = title[: marks[-1].start()].strip()


def _outlet_names(stated: Stated) -> tuple[str, ...]:
    return tuple(
        name for name in (*stated.meta["outlets"], *stated.of_ld("publisher", "name")) if not name.startswith("http")
    )


def _outlet(url: str, names: Sequence[str]) -> str:
    """The outlet of the address when the table knows it, else the first name stated that it knows, else the first
    stated.
    """
    known = outlet_of(url) if url else None
    if known:
        return known.name
    listed = next((found.name for name in names if (found := outlet_of(name))), "")
    return listed or next(iter(names), "") or outlet_at(url)


def _authors(stated: Stated, shown: Shown, outlets: Sequence[str]) -> tuple[str, ...]:
    """The first source that names someone who is not the outlet itself; the outlet when nobody else is named."""
    spare: tuple[str, ...] = ()
    fields = (
        stated.of_ld("author", "name"),
        stated.of_ld("creator", "name"),
        stated.meta["authors"],
        stated.itemprops.get("author", ()),
    )
    sources = [authors_of([name for name in field if not name.startswith("http")], stated=True) for field in fields]
    sources.append(authors_of([shown.inner.replace("/", " and ")]))
    sources.append(authors_of(shown.bylines))
    own = {folded(name).removeprefix("the ") for name in outlets if name}
    for named in sources:
        people = tuple(name for name in named if not _is_of(folded(name).removeprefix("the "), own, bool(shown.inner)))
        if people:
            return people
        spare = spare or named
    return spare


def _is_of(name: str, outlets: set[str], loosely: bool) -> bool:
    """Whether an author is the outlet itself; `loosely` takes the outlet's first word for it ("Example D")."""
    return name in outlets or (loosely and any(outlet.split()[:1] == name.split()[:1] for outlet in outlets))


def _first_date(*candidates: str) -> str:
    return next((iso for candidate in candidates if (iso := iso_of(candidate))), "")


def _language(stated: Stated, fallback: str) -> str:
    for value in (stated.language, *stated.of_ld("inLanguage", "alternateName", "name"), stated.first("languages")):
        code = re.match(r"[a-zA-Z]{2,3}(?=$|[-_])", value.strip())
        if code:
            return code[0].lower()
    return fallback


def _canonical(stated: Stated, url: str) -> str:
    """The address that the page names as the text's own, when it is another than the page's."""
    named = [*stated.meta["origins"], *stated.of_ld("isBasedOn", "url", "@id"), stated.canonical]
    return next(
        (address for address in named if address.startswith("http") and address.rstrip("/") != url.rstrip("/")), ""
    )


def _section(stated: Stated) -> str:
    found = [*stated.of_ld("articleSection"), *stated.meta["sections"]]
    return next((value for value in found if len(value) <= SECTION_LONGEST), "")


def _keywords(stated: Stated) -> tuple[str, ...]:
    values = stated.of_ld("keywords", "name") or stated.meta["keywords"]
    parts = [part.strip() for value in values for part in re.split(r"[,;]", value)]
    return tuple(dict.fromkeys(part for part in parts if part))[:KEYWORDS_MOST]


def _lead_image(stated: Stated) -> Image | None:
    stated_images = stated.ld.get("image")
    first = stated_images[0] if isinstance(stated_images, list) and stated_images else stated_images
    url = next(iter((*strings(first, "url", "contentUrl", "@id"), *stated.meta["images"])), "")
    if not url:
        return None
    described = first if isinstance(first, dict) else {}
    credit = (
        strings(described.get("creditText"))
        or strings(described.get("author"), "name")
        or strings(described.get("copyrightHolder"), "name")
    )
    return Image(url, next(iter(strings(described.get("caption"))), ""), next(iter(credit), ""))
