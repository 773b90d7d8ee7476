"""Know news outlets and agencies by their names and addresses, and who owns them.

Reads   text/data/outlets.tsv
Gives   Outlet records, looked up by name, domain or address
Misses  outlets that the table does not list; owners change, and the table says who owned them when it was made
"""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Literal, cast
from urllib.parse import urlsplit

import msgspec

from twosource.text.lexicon import table, words

OutletKind = Literal[
    "agency",
    "photo agency",
    "press release",
    "newspaper",
    "magazine",
    "journal",
    "digital",
    "broadcaster",
    "aggregator",
]

ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//|[\w-]+(?:\.[\w-]+)+(?:[/:?#]|$)", re.IGNORECASE)


class Outlet(msgspec.Struct, frozen=True):
    """A news outlet or agency. `names` are its spellings, the usual one first; `owner` is the group that owns it.

    `country` is ISO 3166-1 alpha-3. `state_run` is True where a government owns and directs it.
    """

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str = ""
    kind: OutletKind = "digital"
    state_run: bool = False
    country: str = ""
    source: str = ""


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return every outlet of the table, in file order."""
    return tuple(_outlet(row) for row in table("outlets"))


def _outlet(row: tuple[str, ...]) -> Outlet:
    name, spellings, domains, owner, kind, state_run, country, source = row
    return Outlet(
        name=name,
        names=(name, *(spelling for spelling in spellings.split("|") if spelling)),
        domains=tuple(domain for domain in domains.split("|") if domain),
        owner=owner,
        kind=cast("OutletKind", kind),
        state_run=state_run == "yes",
        country=country,
        source=source,
    )


@lru_cache(maxsize=20_000)  # a day's bylines and addresses
def outlet_of(url_or_name: str) -> Outlet | None:
    """Return the outlet that an address or a name belongs to, None when the table does not know it.

    A name matches whole, whatever its case, accents and a leading "the"; an address matches by its domain.

    >>> outlet_of("https://www.themoscowtimes.com/2022/02/28/a-story").name
    'The Moscow Times'
    >>> outlet_of("huffington post").name, outlet_of("AP").kind, outlet_of("A village paper")
    ('HuffPost', 'agency', None)
    """
    asked = url_or_name.strip()
    if not asked:
        return None
    by_name = _by_name().get(_folded(asked))
    if by_name is not None or not ADDRESS.match(asked):
        return by_name
    return _of_domain(domain_of(asked))


def known_name(stated: str, url: str = "") -> str:
    """Return the usual name of the outlet that a page states and its address tells; "" when neither says anything.

    A key that a data set has for an outlet is read as its name. "The Post" alone is whichever Post the address is of,
    and an outlet that the table does not know is called as its page does, else by its host.

    >>> known_name("nyt"), known_name("usa-today"), known_name("", "https://www.bbc.com/news/1")
    ('The New York Times', 'USA Today', 'BBC')
    >>> known_name("The Post", "https://nypost.com/a"), known_name("Arle Gazette"), known_name("", "http://arle.example/a")
    ('New York Post', 'Arle Gazette', 'arle.example')
    """
    bare = _folded(stated)
    found = None if bare in words("outlet_words") else outlet_of(stated) or _of_key(stated)
    if found is None and (not stated or bare in words("outlet_words")):
        found = outlet_of(url)
    return found.name if found is not None else stated or domain_of(url)


def _of_key(stated: str) -> Outlet | None:
    """The outlet whose name is written as a key, in small letters and with hyphens for its spaces: "usa-today"."""
    return outlet_of(re.sub(r"[-_]", " ", stated)) if KEY.fullmatch(stated) else None


KEY = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")


def domain_of(url: str) -> str:
    """Return the host of an address, lower case, without "www."; "" when there is none.

    >>> domain_of("https://www.example.co.uk:8080/a?b"), domain_of("example.org/x"), domain_of("http://[broken")
    ('example.co.uk', 'example.org', '')
    """
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").rstrip(".")


def same_owner(a: str, b: str) -> bool | None:
    """Whether two outlets (names or addresses) belong to one owner; None when either is not in the table.

    >>> same_owner("The Times", "wsj.com"), same_owner("Reuters", "TASS"), same_owner("Reuters", "A village paper")
    (True, False, None)
    """
    first, second = outlet_of(a), outlet_of(b)
    if first is None or second is None:
        return None
    return first == second or (bool(first.owner) and first.owner == second.owner)


def _of_domain(host: str) -> Outlet | None:
    """The outlet of the longest listed domain that `host` is or lies under."""
    labels = host.split(".")
    for start in range(len(labels) - 1):
        found = _by_domain().get(".".join(labels[start:]))
        if found is not None:
            return found
    return None


@cache
def _by_name() -> dict[str, Outlet]:
    # An earlier line keeps a spelling that a later one repeats.
    return {_folded(name): outlet for outlet in reversed(outlets()) for name in outlet.names}


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in reversed(outlets()) for domain in outlet.domains}


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.replace("’", "'").split()).removeprefix("the ")
