"""Read lists of addresses in XML and plain text: sitemaps with their news entries, sitemap indexes, OPML, bare lines.

Reads   the bytes of the list, its address
Gives   Listing: items for pages, addresses of further lists
Misses  the pictures and films of a sitemap

The XML is read without entities, without a DTD and without the network: a list comes from a stranger.
"""

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from twosource.gather.fetch_address import is_address
from twosource.gather.listing import Item, Listing, in_order, plain_address
from twosource.model import GatherError


def sitemap_of(data: bytes, url: str = "") -> Listing:
    """Return what a sitemap or an index of sitemaps lists; raises GatherError when it cannot be read."""
    root = _root(data)
    if _name(root) == "sitemapindex":
        entries = [_fields(entry) for entry in root if _name(entry) == "sitemap"]
        entries.sort(key=lambda entry: entry.get("lastmod", ""))
        return Listing(lists=tuple(dict.fromkeys(address for entry in entries if (address := _address(entry, url)))))
    items = [
        Item(
            url=address,
            title=entry.get("title", ""),
            published=entry.get("publication_date", "") or entry.get("lastmod", ""),
            updated=entry.get("lastmod", ""),
            outlet=entry.get("name", ""),
            language=entry.get("language", "")[:2],
        )
        for node in root
        if _name(node) == "url" and (address := _address(entry := _fields(node), url))
    ]
    return Listing(items=in_order(items))


def opml_of(data: bytes, url: str = "") -> Listing:
    """Return the feeds that an OPML file lists, groups within groups; raises GatherError when it cannot be read."""
    root = _root(data)
    title = next((" ".join((node.text or "").split()) for node in root.iter() if _name(node) == "title"), "")
    found = (urljoin(url, address) for node in root.iter() if (address := _feed(node)))
    return Listing(title, lists=tuple(dict.fromkeys(address for address in found if is_address(address))))


def addresses_of(data: bytes, url: str = "") -> Listing:
    """Return the addresses of a plain list, one a line; lines that begin with # are comments."""
    lines = (line.strip() for line in data.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
    return Listing(lists=tuple(dict.fromkeys(line for line in lines if is_address(line))))


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise GatherError("this list is damaged XML") from error
    if root is None:
        raise GatherError("this list is damaged XML")
    return root


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname if isinstance(node.tag, str) else ""


def _fields(entry: etree._Element) -> dict[str, str]:
    """The texts below an entry by the names of their elements, the first of each; pictures and films left out."""
    found: dict[str, str] = {}
    for node in _below(entry):
        if node.text and node.text.strip():
            found.setdefault(_name(node), " ".join(node.text.split()))
    return found


def _below(entry: etree._Element) -> Iterator[etree._Element]:
    for node in entry:
        if _name(node) in ("image", "video"):
            continue
        yield node
        yield from _below(node)


def _address(entry: dict[str, str], base: str) -> str:
    address = urljoin(base, entry.get("loc", ""))
    return plain_address(address) if is_address(address) else ""


def _feed(node: etree._Element) -> str:
    """The feed's address on an outline; writers of OPML do not agree on the case of the attribute's name."""
    if _name(node) != "outline":
        return ""
    return next((str(value).strip() for name, value in node.items() if str(name).lower() == "xmlurl"), "")
