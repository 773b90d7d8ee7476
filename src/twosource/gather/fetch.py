"""Fetch addresses politely and safely: robots.txt, pauses, conditional requests, limits, no private addresses.

Reads   addresses, and what was kept of an earlier answer (ETag, Last-Modified)
Gives   Fetched, or FetchError with one clear sentence
Misses  pages behind a log-in, a cookie or a script

A redirect is a new request: its address is checked, resolved and held against its own site's robots.txt again.
"""

import threading
from collections.abc import Mapping
from email.message import Message
from email.utils import parsedate_to_datetime
from importlib.metadata import version

import msgspec

from twosource.gather.fetch_address import Target, is_public, target_of
from twosource.gather.fetch_http import Answer, Bounds, Call, Wanted, exchange
from twosource.gather.fetch_network import NETWORK, Network
from twosource.gather.fetch_robots import ROBOTS_BYTES, Rules, rules_of, unreachable
from twosource.gather.limits import LIMITS, Limits
from twosource.gather.page import instant
from twosource.model import FetchError

AGENT = "Twosource"
"""The name that a robots.txt addresses us by."""


class Manners(msgspec.Struct, frozen=True):
    """How sites are treated, and what is put up with. Times are in seconds.

    `contact` is an address or e-mail that goes into the user agent, so that a site can reach whoever runs this.
    `pause` between two requests to a host: one a second is what crawlers of news keep to. `patience` is the longest
    wait for a site's turn; when it asks for more, the address fails and says for how long. `redirects`: browsers follow
    20, and honest chains have up to five (http to https, to www, to the new path). `connect`, `read` and `total` bound
    one exchange; a page of a slow site takes ten seconds. `hosts` are asked at once: each once a second at the most, so
    eight give as much as one processor reads. `private` allows addresses of one's own network.
    """

    contact: str = ""
    pause: float = 1.0
    patience: float = 120.0
    redirects: int = 8
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    hosts: int = 8
    private: bool = False

    @property
    def agent(self) -> str:
        """The user agent: name, version, what it is, and whom to ask."""
        who = f"; {self.contact}" if self.contact else ""
        return f"{AGENT}/{version('twosource')} (reads news and compares sources; obeys robots.txt{who})"


MANNERS = Manners()


class Fetched(msgspec.Struct, frozen=True):
    """An answer. `fresh` is False for 304: what was had before still holds, and `data` is empty.

    `url` is where it was found in the end. `fetched` is an ISO 8601 instant in UTC. `max_age` is for how many seconds
    the site says that it holds, 0 when it does not say.
    """

    url: str
    data: bytes = b""
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    modified: str = ""
    fetched: str = ""
    fresh: bool = True
    max_age: float = 0.0


REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 530})
"""Statuses that tell of the server's state and not of the page; those from 520 on are Cloudflare's."""

REASONS = {
    401: "the page asks for a log-in (401)",
    402: "the page asks for payment (402)",
    403: "the site refuses it (403)",
    404: "there is no such page (404)",
    410: "the page was removed for good (410)",
    429: "the site asks to slow down (429)",
    451: "the page is barred for legal reasons (451)",
    503: "the site is unavailable (503)",
}
NOT_TEXT = {
    "image/": "a picture",
    "video/": "a film",
    "audio/": "a sound",
    "font/": "a font",
    "application/pdf": "a PDF file",
    "application/zip": "a ZIP archive",
    "application/msword": "an office document",
    "application/vnd.": "an office document",
    "text/css": "a style sheet",
    "text/javascript": "a program",
    "application/javascript": "a program",
}
ACCEPT = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, */*;q=0.5"


class Fetcher:
    """Fetches addresses one host at a time; several threads may use it. Keeps rules and turns of each host."""

    def __init__(self, manners: Manners = MANNERS, network: Network = NETWORK, limits: Limits = LIMITS) -> None:
        self.manners = manners
        self.network = network
        self.limits = limits
        self._rules: dict[str, Rules] = {}
        self._turn: dict[str, float] = {}
        self._locks: dict[str, threading.RLock] = {}

    def fetch(self, url: str, etag: str = "", modified: str = "") -> Fetched:
        """Return what stands at the address now; with `etag` or `modified` only if it is other than what was had.

        Raises FetchError: forbidden, private, too large, too slow, a loop of redirects, an error of the server.
        """
        target, seen = target_of(url), set[str]()
        while True:
            answer = self._polite(target, _conditions(etag, modified), _readable)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return self._fetched(target, answer, bool(etag or modified))
            target = self._next(target, answer, seen)

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send `body` to an address that the user named, and return the status; redirects are not followed.

        The address may be private: it is the user's own. Raises FetchError when nothing answers.
        """
        target = target_of(url)
        sent = {"User-Agent": self.manners.agent, **headers}
        call = Call(target, sent, lambda status, found: False, body)
        return self._asked(call, private=True).status

    def _next(self, target: Target, answer: Answer, seen: set[str]) -> Target:
        seen.add(target.url)
        found = target_of(answer.headers["location"], target.url)
        if found.url in seen:
            raise FetchError("its redirects lead in a circle", answer.status, again=False)
        if len(seen) > self.manners.redirects:
            raise FetchError(f"it redirects more than {self.manners.redirects} times", answer.status, again=False)
        return found

    def _polite(self, target: Target, headers: Mapping[str, str], wanted: Wanted) -> Answer:
        """Ask when the site's rules allow it and its turn has come."""
        with self._locks.setdefault(target.host, threading.RLock()):
            self._checked(target)  # a private address is refused before its robots.txt is asked for
            rules = self._rules_of(target)
            if why := rules.refusal(target.url):
                raise FetchError(why, again=bool(rules.closed))
            self._wait(target.host)
            sent = {"User-Agent": self.manners.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", **headers}
            answer = None
            try:
                answer = self._asked(Call(target, sent, wanted), self.manners.private)
            finally:
                held = _seconds_asked(answer, self.network.clock()) if answer else 0.0
                self._turn[target.host] = self.network.clock() + max(self.manners.pause, rules.pause, held)
            return answer

    def _wait(self, host: str) -> None:
        left = self._turn.get(host, 0.0) - self.network.clock()
        if left > self.manners.patience:
            raise FetchError(f"the site asks to wait another {left:,.0f} seconds", 429, left)
        if left > 0:
            self.network.sleep(left)

    def _rules_of(self, target: Target) -> Rules:
        now, agent = self.network.clock(), AGENT.lower()
        kept = self._rules.get(target.origin)
        if kept is None or kept.until <= now:
            try:
                answer = self._robots(target_of("/robots.txt", target.url))
                kept = rules_of(answer.status, answer.data, agent, now)
            except FetchError as error:
                kept = unreachable(str(error), agent, now)
            self._rules[target.origin] = kept
        return kept

    def _robots(self, target: Target) -> Answer:
        """The robots.txt, five redirects on at the most (RFC 9309); a longer chain counts as no file."""
        sent = {"User-Agent": self.manners.agent, "Accept": "text/plain, */*;q=0.5", "Accept-Encoding": "gzip"}
        for _ in range(6):
            answer = self._asked(Call(target, sent, _succeeded, cut=True), self.manners.private, ROBOTS_BYTES)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                break
            target = target_of(answer.headers["location"], target.url)
        return answer

    def _asked(self, call: Call, private: bool, most: int = 0) -> Answer:
        """Ask the host at its checked addresses."""
        manners = self.manners
        bounds = Bounds(manners.connect, manners.read, manners.total, most or self.limits.page_bytes)
        return exchange(call, self._checked(call.target, private), self.network, bounds)

    def _checked(self, target: Target, private: bool | None = None) -> tuple[str, ...]:
        """The host's IP addresses, if all of them may be asked."""
        try:
            found = self.network.resolve(target.host, target.port)
        except (OSError, UnicodeError) as error:
            raise FetchError(f"no address is known for {target.host}") from error
        if not found:
            raise FetchError(f"no address is known for {target.host}")
        if not (self.manners.private if private is None else private):
            for address in found:
                if not is_public(address):
                    at = "" if address == target.host else f" ({address})"
                    raise FetchError(
                        f"{target.host} is not on the open internet{at}, so it is not asked without --allow-private",
                        again=False,
                    )
        return found

    def _fetched(self, target: Target, answer: Answer, conditional: bool) -> Fetched:
        headers, now = answer.headers, self.network.clock()
        if answer.status not in ((200, 203, 304) if conditional else (200, 203)):
            why = REASONS.get(answer.status, f"the site answers with status {answer.status}")
            raise FetchError(why, answer.status, _seconds_asked(answer, now), answer.status in PASSING)
        media_type, charset = _content_type(headers.get("content-type", ""))
        if answer.status != 304 and (what := not_text(media_type)):
            raise FetchError(f"this is {what} ({media_type}), not a page", answer.status, again=False)
        return Fetched(
            url=target.url,
            data=answer.data,
            media_type=media_type,
            charset=charset,
            etag=headers.get("etag", ""),
            modified=headers.get("last-modified", ""),
            fetched=instant(now),
            fresh=answer.status != 304,
            max_age=_max_age(headers.get("cache-control", "")),
        )


def _conditions(etag: str, modified: str) -> dict[str, str]:
    given = {"If-None-Match": etag, "If-Modified-Since": modified}
    return {name: value for name, value in given.items() if value}


def _readable(status: int, headers: Mapping[str, str]) -> bool:
    return status in (200, 203) and not not_text(_content_type(headers.get("content-type", ""))[0])


def _succeeded(status: int, headers: Mapping[str, str]) -> bool:
    return 200 <= status < 300


def not_text(media_type: str) -> str:
    """Return what a media type is when it is no text ("a picture"), "" when it may be."""
    return next((what for start, what in NOT_TEXT.items() if media_type.startswith(start)), "")


def _content_type(value: str) -> tuple[str, str]:
    """The media type and charset of a Content-Type header.

    >>> _content_type('text/html; charset="UTF-8"')
    ('text/html', 'utf-8')
    """
    message = Message()
    message["Content-Type"] = " ".join(value.split())
    return (message.get_content_type() if value else ""), str(message.get_content_charset() or "")


def _seconds_asked(answer: Answer, now: float) -> float:
    """Seconds that a Retry-After header asks to wait, given as a number or a date; 0 without one."""
    value = answer.headers.get("retry-after", "").strip()
    if not value or answer.status not in (429, 503):
        return 0.0
    if value.isdecimal():
        return float(value[:9])
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return 0.0


def _max_age(value: str) -> float:
    for part in value.lower().split(","):
        name, _, seconds = part.strip().partition("=")
        if name == "max-age" and seconds.strip('"').isdecimal():
            return float(seconds.strip('"')[:9])
    return 0.0
