"""Obey robots.txt (RFC 9309): what may be fetched, and how long to pause.

Reads   the answer to a request for robots.txt
Gives   Rules: may this address be fetched, and the pause in seconds that the site asks for
Misses  a site's terms of use, and tags in its pages
"""

from typing import NamedTuple

from protego import Protego

ROBOTS_BYTES = 512_000
"""RFC 9309 asks to read at least 500 KiB; what is beyond is left out."""

KEPT = 86_400.0
"""Seconds for which rules hold: RFC 9309 says 24 hours at the most."""

KEPT_WITHOUT = 600.0
"""Seconds for which "could not be had" holds: a server that fails is asked again when it may have recovered."""


class Rules(NamedTuple):
    """What one robots.txt says to one agent. `closed` is why nothing may be fetched, "" when the file decides."""

    file: Protego
    agent: str
    until: float
    closed: str = ""

    def refusal(self, url: str) -> str:
        """Return why the address may not be fetched, "" when it may."""
        if self.closed:
            return self.closed
        return "" if self.file.can_fetch(url, self.agent) else "the site's robots.txt forbids it"

    @property
    def pause(self) -> float:
        """Seconds between two requests that the file asks for, 0 when it asks for none."""
        rate = self.file.request_rate(self.agent)
        each = rate.seconds / rate.requests if rate and rate.requests else 0.0
        return max(float(self.file.crawl_delay(self.agent) or 0.0), each)


def rules_of(status: int, data: bytes, agent: str, now: float) -> Rules:
    """Return what an answer with this status and body means: no file means no rules; a failing server, no entry.

    429 counts with the failing server: a site that asks to slow down has not said yes.

    >>> rules_of(404, b"", "twosource", 0).refusal("https://news.example/a")
    ''
    >>> rules_of(503, b"", "twosource", 0).refusal("https://news.example/a")
    "the site's robots.txt could not be had (status 503), which counts as a no"
    """
    if 200 <= status < 300:
        return Rules(Protego.parse(data.decode("utf-8", "replace").removeprefix("\ufeff")), agent, now + KEPT)
    if 300 <= status < 500 and status != 429:
        return Rules(Protego.parse(""), agent, now + KEPT)
    why = f"the site's robots.txt could not be had (status {status}), which counts as a no"
    return Rules(Protego.parse(""), agent, now + KEPT_WITHOUT, why)


def unreachable(reason: str, agent: str, now: float) -> Rules:
    """Return the rules of a site whose robots.txt could not be had at all."""
    return Rules(Protego.parse(""), agent, now + KEPT_WITHOUT, f"the site's robots.txt could not be had: {reason}")
