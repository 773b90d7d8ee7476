"""Write alerts as an Atom feed (RFC 4287), for any feed reader.

Reads   alerts, the newest first
Gives   the feed as text
"""

from collections.abc import Sequence

import msgspec
from lxml import etree

from twosource.run.alerts import Alert
from twosource.store import Store
from twosource.store.feeds import latest

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 100
"""Alerts in the feed: a reader that looks once a day misses none of a busy story's."""

WORDS = {"origin": "New source", "dispute": "In dispute", "revision": "Revised", "withdrawn": "Withdrawn"}


def latest_alerts(store: Store, limit: int = ENTRIES) -> tuple[Alert, ...]:
    """Return the newest alerts of a library, the newest first."""
    with store.view() as view:
        return tuple(msgspec.json.decode(posted.data, type=Alert) for posted in latest(view, limit))


def atom_of(alerts: Sequence[Alert], updated: str) -> str:
    """Return the alerts as a feed; `updated` is an ISO 8601 instant, for a feed without any."""
    feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    _add(feed, "id", "urn:twosource:alerts")
    _add(feed, "title", "Twosource: what changed")
    _add(feed, "updated", alerts[0].made if alerts else updated)
    _add(_add(feed, "author"), "name", "Twosource")
    for alert in alerts:
        entry = _add(feed, "entry")
        _add(entry, "id", f"urn:twosource:alert:{alert.id}")
        _add(entry, "title", f"{WORDS[alert.kind]}: {alert.title}")
        _add(entry, "updated", alert.made)
        _add(entry, "category", term=alert.kind)
        for number, address in enumerate(address for address in alert.articles if "://" in address):
            _add(entry, "link", rel="related" if number else "alternate", href=address)
        _add(entry, "content", alert.text, type="text")
    etree.indent(feed)
    written: bytes = etree.tostring(feed, xml_declaration=True, encoding="UTF-8")
    return written.decode() + "\n"


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = "".join(char for char in text if char >= " " or char in "\t\n") or None
    return element
