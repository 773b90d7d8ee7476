"""Read an address, and tell which machines may be asked.

Reads   a web address; an IP address that a name was resolved to
Gives   Target; whether an IP address is of the open internet
Misses  a public address behind which a private network stands
"""

import ipaddress
import re
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from twosource.model import FetchError

LONGEST = 4_096
"""Characters of an address: servers refuse longer ones (8,192 for the whole line), and no news page has one."""

PORTS = {"http": 80, "https": 443}
LEAST_PORT = 1_024
"""Below it stand mail, shells and other services of a machine, which an address in a feed must not reach; the web's own
ports are excepted."""

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

NOT_PUBLIC = tuple(
    ipaddress.ip_network(net)
    for net in (
        "192.0.0.0/24",  # protocol assignments; older Pythons hold some of them for public
        "192.88.99.0/24",  # relays of 6to4, which nobody runs any more
        "64:ff9b:1::/48",  # a local network's own translation to IPv4
        "fec0::/10",  # once site-local
        "::/96",  # IPv4-compatible, long withdrawn
        "5f00::/16",  # segment routing
    )
)
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Target(NamedTuple):
    """Where a request goes: `host` in lower case without brackets, `path` with its query; `url` is the whole."""

    scheme: str
    host: str
    port: int
    path: str
    url: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt holds for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}" + ("" if self.port == PORTS[self.scheme] else f":{self.port}")


def is_address(text: str) -> bool:
    """Whether an input is a web address.

    >>> is_address("https://example.org/a"), is_address("page.html")
    (True, False)
    """
    return bool(re.match(r"https?://", text, re.I))


def other_scheme(text: str) -> str:
    """Return the scheme of an address that is not one of the web, "" for a web address or a path.

    >>> other_scheme("ftp://example.org/a"), other_scheme("https://example.org/a"), other_scheme("C:/page.html")
    ('ftp', '', '')
    """
    found = re.match(r"([a-z][a-z0-9+.-]+)://", text, re.I)
    return found[1].lower() if found and found[1].lower() not in PORTS else ""


def target_of(url: str, base: str = "") -> Target:
    """Return where an address leads, without its fragment; `base` completes a relative one.

    Raises FetchError with one sentence when it is no web address that may be asked.

    >>> target_of("../b?x=1#top", "HTTP://News.example/a/").url
    'http://news.example/b?x=1'
    """
    try:
        joined = urljoin(base, url.strip()) if base else url.strip()
        if len(joined) > LONGEST:
            raise FetchError(f"the address is longer than {LONGEST:,} characters", again=False)
        parts = parse_url(_ascii_host(joined))
    except (LocationParseError, ValueError) as error:
        raise FetchError("this is not a web address", again=False) from error
    scheme, host = (parts.scheme or "").lower(), (parts.host or "").lower().strip("[]").rstrip(".")
    if scheme not in PORTS:
        raise FetchError(f"only http and https addresses are fetched, not {scheme or 'this'}", again=False)
    if not host:
        raise FetchError("the address names no site", again=False)
    if parts.auth:
        raise FetchError("the address holds a user name or password, which is never sent", again=False)
    port = parts.port or PORTS[scheme]
    if port < LEAST_PORT and port not in PORTS.values():
        raise FetchError(f"port {port} belongs to another service than the web", again=False)
    target = Target(scheme, host, port, parts.request_uri, "")
    return target._replace(url=target.origin + target.path)


def _ascii_host(url: str) -> str:
    """The address with a host of other letters in the form that name servers know."""
    if url.isascii():
        return url
    host = urlsplit(url).hostname or ""
    return url if host.isascii() else url.replace(urlsplit(url).netloc, host.encode("idna").decode("ascii"), 1)


def is_public(address: str) -> bool:
    """Whether an IP address is of the open internet: not private, loopback, link-local, shared, multicast or reserved.

    An IPv6 address that stands for an IPv4 one is as public as that one.

    >>> [is_public(ip) for ip in ("8.8.8.8", "127.0.0.1", "169.254.169.254", "::ffff:10.0.0.1", "64:ff9b::7f00:1")]
    [True, False, False, False, False]
    """
    try:
        ip: IPAddress = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    for inner in _inside(ip):
        if not is_public(str(inner)):
            return False
    if ip.version == 6 and ip in NAT64:
        return True  # the IPv4 address inside is public, see above
    return (
        ip.is_global and not ip.is_multicast and not any(ip.version == net.version and ip in net for net in NOT_PUBLIC)
    )


def _inside(ip: IPAddress) -> tuple[ipaddress.IPv4Address, ...]:
    """The IPv4 addresses that an IPv6 address stands for: mapped, 6to4, Teredo, NAT64."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ()
    found = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
    if ip in NAT64:
        found.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
    return tuple(inner for inner in found if inner is not None)
