"""Keep the articles of the window small: packed texts, with the few that were used last unpacked.

Reads   articles, and the numbers under which `families` holds them
Gives   Held and FamiliesState, which `msgspec.msgpack` writes and reads; Recent
Misses  what tracing does not read: images, links, keywords, sections
"""

import zlib

import msgspec

from twosource.model import Article, Credit, Share, Span
from twosource.trace.align import Prepared, prepare
from twosource.trace.direction import Side, moment

RECENT = 256
"""Articles kept unpacked and ready to align: copies come close upon their original, and more were never found again."""

LEVEL = 1
"""zlib's fastest: news text shrinks to half in 30 microseconds, and no level does better than four tenths."""

ENCODER = msgspec.msgpack.Encoder()
DECODER = msgspec.msgpack.Decoder(Article)


class Tie(msgspec.Struct, gc=False):
    """What holds an article in its family: the spans shared, and whether it is the later text there."""

    spans: list[Span]
    later: bool
    update: bool


class Held(msgspec.Struct, gc=False):
    """An article in the window: what is asked of it often, and the rest as `packed` by `pack`.

    `when` is its moment of publication in ISO 8601, UTC or with its zone, "" when it is not known.
    """

    id: str
    outlet: str
    when: str
    packed: bytes
    credits: tuple[Credit, ...]
    sampled: int
    family: int
    ties: list[Tie] = []


class FamiliesState(msgspec.Struct):
    """All that `Families` knows; `msgspec.msgpack` writes and reads it.

    `young` and `old` map a sampled shingle to the number of the article that had it first, or to several numbers, or
    to none when it is a stock phrase. `groups` and `shares` are keyed by the family's number, that of its
    first article.
    """

    count: int = 0
    held: dict[int, Held] = {}
    numbers: dict[str, int] = {}
    young: dict[int, int | list[int]] = {}
    old: dict[int, int | list[int]] = {}
    exact: dict[int, int] = {}
    pages: dict[str, int] = {}
    groups: dict[int, list[int]] = {}
    shares: dict[int, list[Share]] = {}
    between: list[Share] = []


def hold(article: Article, credits: tuple[Credit, ...], sampled: int, number: int) -> Held:
    """Return what is kept of an article; at first it is a family of its own."""
    at = moment(article.published)
    return Held(
        article.id,
        Side(article, credits).outlet,
        at.isoformat() if at else "",
        pack(article),
        credits,
        sampled,
        number,
    )


def pack(article: Article) -> bytes:
    """Return an article as bytes, without the parts that tracing does not read."""
    kept = msgspec.structs.replace(
        article, images=(), links=(), lead_image=None, keywords=(), section="", teasers=(), related=()
    )
    return zlib.compress(ENCODER.encode(kept), LEVEL)


def unpack(packed: bytes) -> Article:
    """Return the article that was packed, without what `pack` leaves out.

    >>> unpack(pack(Article(id="1", text="The river rose.", keywords=("flood",)))) == Article("1", "The river rose.")
    True
    """
    return DECODER.decode(zlib.decompress(packed))


class Recent:
    """The articles used last, ready to align, by their numbers."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Article, Prepared]] = {}

    def get(self, number: int, held: Held) -> tuple[Article, Prepared]:
        """Return an article and its text made ready; it counts as used."""
        found = self._kept.pop(number, None)
        if found is None:
            article = unpack(held.packed)
            found = article, prepare(article)
        self.put(number, found)
        return found

    def put(self, number: int, ready: tuple[Article, Prepared]) -> None:
        """Keep an article, in place of the one that was not used for longest."""
        self._kept[number] = ready
        if len(self._kept) > RECENT:
            del self._kept[next(iter(self._kept))]
