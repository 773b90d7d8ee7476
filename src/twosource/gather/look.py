"""Look into an answer: is it a list of pages (feed, sitemap, OPML), or a page?

Reads   Fetched; the bytes of a local file
Gives   Listing, or Page
"""

from pathlib import Path

import msgspec

from twosource.gather.fetch import Fetched
from twosource.gather.inputs import LISTINGS, read_listing
from twosource.gather.kinds import kind_of
from twosource.gather.limits import LIMITS, Limits
from twosource.gather.listing import Listing
from twosource.gather.page import page_of
from twosource.gather.streams import GZIP, unpacked
from twosource.model import GatherError, Page


def listing_of(data: bytes, url: str = "", limits: Limits = LIMITS) -> Listing:
    """Return what a feed, sitemap, OPML file or list of addresses lists; raises GatherError when it is none."""
    data = unpacked(data, limits.page_bytes) if data.startswith(GZIP) else data
    kind = kind_of(data, url)
    if kind not in LISTINGS:
        raise GatherError("this is neither a feed nor a sitemap")
    return read_listing(kind, data, url)


def lists_in(path: Path, limits: Limits = LIMITS) -> tuple[str, ...]:
    """Return the addresses of the feeds that a local OPML file or list names; raises GatherError when it names none."""
    try:
        with path.open("rb") as file:
            found = listing_of(file.read(limits.page_bytes), limits=limits).lists
    except OSError as error:
        raise GatherError(f"it could not be read ({error.strerror or error})") from error
    if not found:
        raise GatherError("it names no feed; give an OPML file, a list of addresses, or a feed's own address")
    return found


def page_at(found: Fetched, limits: Limits = LIMITS) -> Page:
    """Return an answer as a page; raises GatherError when it is a list."""
    kind = kind_of(found.data, found.url)
    if kind in LISTINGS:
        raise GatherError(f"this is {LISTINGS[kind][0]}, not a page")
    if kind == "xml":
        raise GatherError("this XML is no page, feed, sitemap or OPML file")
    page = page_of(found.data, media_type=found.media_type, url=found.url, fetched=found.fetched, limits=limits)
    return msgspec.structs.replace(page, charset=found.charset)
