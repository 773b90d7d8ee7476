"""Gather the pages of any inputs, each told by its content: the one door of this package.

Reads   paths of files and folders, web addresses, streams (standard input), pages handed over
Gives   Page for each document, Failure for each that could not be had; in order of the inputs, folders sorted, what a
        list names in its order but with hosts taking turns
Misses  what only a browser would see

A feed, sitemap, OPML file or list of addresses stands for the pages that it lists. They are fetched if a Fetcher is
given; without one an entry of a feed is itself a short article, and an address alone is a Failure.
"""

import gzip
import io
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, cast

import msgspec

from twosource.gather import files, lists
from twosource.gather.archives import pages_of
from twosource.gather.feeds import feed_of, json_feed_of
from twosource.gather.fetch import Fetched, Fetcher
from twosource.gather.fetch_address import is_address, other_scheme
from twosource.gather.fetch_many import Wanted, by_turns, fetch_all
from twosource.gather.kinds import HEAD_BYTES, Kind, kind_of
from twosource.gather.limits import LIMITS, Limits
from twosource.gather.listing import Item, Listing
from twosource.gather.names import Names
from twosource.gather.page import page_of
from twosource.gather.streams import GZIP, ZSTD, opened, rewound
from twosource.model import Failure, FetchError, GatherError, Page

Input = str | Path | Page | BinaryIO
"""What may be given: a path, an address, a page, or a binary stream such as standard input."""

Found = Page | Failure | Item
"""What a document gives: an Item stands for a page that is yet to be fetched."""

Expected = Literal["anything", "a page", "a list"]

LISTINGS: dict[Kind, tuple[str, Callable[[bytes, str], Listing]]] = {
    "feed": ("a feed", feed_of),
    "json feed": ("a feed", json_feed_of),
    "sitemap": ("a sitemap", lists.sitemap_of),
    "opml": ("an OPML list of feeds", lists.opml_of),
    "addresses": ("a list of addresses", lists.addresses_of),
}


def read_listing(kind: Kind, data: bytes, url: str) -> Listing:
    """Return what a list of a kind of `LISTINGS` lists; raises GatherError when it cannot be read."""
    what, reader = LISTINGS[kind]
    try:
        return reader(data, url)
    except GatherError:
        raise
    except Exception as error:  # a feed that a parser breaks on must not lose the other inputs
        raise GatherError(f"this is {what} that cannot be read ({type(error).__name__}: {error})") from error


class _Run(NamedTuple):
    """What holds for all inputs of one run, and the addresses and files already asked for."""

    names: Names
    limits: Limits
    fetcher: Fetcher | None
    seen: set[str]


class _Source(NamedTuple):
    """Where a document comes from: what failures call it, and what its page is to carry."""

    name: str
    id: str = ""
    path: str = ""
    page: Page = Page("", b"")
    expected: Expected = "anything"
    level: int = 0


def gather(
    inputs: Iterable[Input] | Input, limits: Limits = LIMITS, fetcher: Fetcher | None = None
) -> Iterator[Page | Failure]:
    """Yield the pages of the inputs, one after the other; each page and each address once.

    An input that cannot be had is a Failure in its place; the rest go on. Nothing is fetched without a `fetcher`.
    One input may be given without a list around it. Raises TypeError for what is no input at all.
    """
    run = _Run(Names(), limits, fetcher, set())
    for given in _each(inputs):
        listed: list[str] = []
        for found in _of_input(given, run):
            if isinstance(found, Item):
                listed.append(found.url)
            else:
                yield found
        for answer in _answers(listed, "a page", 0, run):
            if not isinstance(answer, Item):  # a page lists nothing
                yield answer


def _each(inputs: Iterable[Input] | Input) -> Iterable[Input]:
    """The inputs one by one: a lone path is no list of letters, and an open file none of lines."""
    if isinstance(inputs, str | Path | Page):
        return (inputs,)
    return (cast("BinaryIO", inputs),) if hasattr(inputs, "read") else inputs


def _of_input(given: Input, run: _Run) -> Iterator[Found]:
    if isinstance(given, Page):
        yield msgspec.structs.replace(given, id=run.names.unique(given.id))
    elif isinstance(given, str) and is_address(given):
        yield from _answers([given], "anything", 0, run)
    elif isinstance(given, str) and (scheme := other_scheme(given)):
        instead = "" if scheme == "file" else ", or an http or https address"
        yield Failure(given, "gather", f"{scheme} addresses are not read: give the path of a file{instead}")
    elif isinstance(given, str) and not given.strip():
        yield Failure("(nothing)", "gather", "an input is empty: name a file, a folder or an address")
    elif isinstance(given, str | Path):
        yield from _of_path(Path(given), run)
    elif not hasattr(given, "read"):
        raise TypeError(f"an input is a path, an address, a Page or a binary stream, not {type(given).__name__}")
    else:
        yield from _guarded("standard input", _of_stream(given, _Source("standard input", id="stdin"), run))


def _guarded(name: str, found: Iterator[Found]) -> Iterator[Found]:
    """Yield what is found; an error ends it as a Failure."""
    try:
        yield from found
    except GatherError as error:
        yield Failure(name, error.step, str(error))
    except (EOFError, zlib.error):
        yield Failure(name, "gather", "the gzip file is damaged or cut off")
    except OSError as error:
        yield Failure(name, "gather", files.reason(error))


def _of_path(path: Path, run: _Run) -> Iterator[Found]:
    if not path.is_dir():
        yield from _guarded(str(path), _of_file(path, run))
        return
    for found in files.below(path, run.limits):
        if isinstance(found, Failure):
            yield found
        else:
            yield from _guarded(str(found), _of_file(found, run))


def _of_file(path: Path, run: _Run) -> Iterator[Found]:
    if not path.exists():
        raise GatherError("there is no such file")
    if (whole := str(path.resolve())) in run.seen:  # named once by itself and once by its folder, it is one page
        return
    run.seen.add(whole)
    page = Page("", b"", media_type=files.media_type(path))
    with path.open("rb") as stream:
        yield from _of_stream(stream, _Source(str(path), files.stem(path), str(path), page), run)


def _of_stream(stream: BinaryIO, source: _Source, run: _Run) -> Iterator[Found]:
    """The pages of one document, whatever it is."""
    head = stream.read(HEAD_BYTES)
    whole = rewound(head, stream)
    inner = opened(head) if head.startswith(GZIP) else head
    kind: Kind = "warc" if head.startswith(ZSTD) else kind_of(inner, source.name)
    if kind == "warc":
        yield from pages_of(whole, source.name, run.names.unique, run.limits)
        return
    if head.startswith(GZIP):
        whole = io.BufferedReader(gzip.GzipFile(fileobj=whole))
    elif source.path.lower().endswith(".gz"):
        raise GatherError("it is named .gz and is no gzip file")
    if kind == "lines":
        for line, id in files.lines(whole, source.id or "line", run.limits):
            yield _page(line, _record(source, id), run)
        return
    data = files.whole(whole, run.limits)
    yield from _of_bytes(data, kind, source, run)


def _of_bytes(data: bytes, kind: Kind, source: _Source, run: _Run) -> Iterator[Found]:
    if kind in LISTINGS:
        if source.expected == "a page":
            raise GatherError(f"this is {LISTINGS[kind][0]}, not a page")
        inner: Expected = "anything" if kind == "addresses" else "a list"
        yield from _listed(read_listing(kind, data, source.page.url), inner, source.level + 1, run)
    elif source.expected == "a list":
        raise GatherError("this is neither a feed nor a sitemap")
    elif kind == "xml":
        raise GatherError("this XML is no page, feed, sitemap or OPML file")
    elif kind == "records" and (records := files.records(data)) is not None:
        for number, (record, id) in enumerate(records, 1):
            named = id or f"{source.id or 'record'}:{number}"
            yield _page(record, _record(source, named), run)
    else:
        yield _page(data, source, run)


def _record(source: _Source, id: str) -> _Source:
    """One record of a file that holds many: its path is the file's with the record's id behind it."""
    path = f"{source.path}#{id}" if source.path else ""
    return _Source(source.name, id, path, Page("", b"", "application/json"))


def _page(data: bytes, source: _Source, run: _Run) -> Page:
    known = source.page
    page = page_of(
        data, source.id, media_type=known.media_type, url=known.url, fetched=known.fetched, limits=run.limits
    )
    return msgspec.structs.replace(page, id=run.names.unique(page.id), charset=known.charset, path=source.path)


def _listed(listing: Listing, inner: Expected, level: int, run: _Run) -> Iterator[Found]:
    """What a list stands for: the pages of the addresses and lists in it, and its own items."""
    if not listing.items and not listing.lists:
        raise GatherError("it lists no page")
    if level > run.limits.lists:
        raise GatherError(f"lists stand within lists more than {run.limits.lists} deep; the rest were left out")
    most = run.limits.addresses
    if run.fetcher is None:
        yield from _unfetched(listing, run)
    else:
        yield from _answers(listing.lists[:most], inner, level, run)
        yield from listing.items[:most]
    if max(len(listing.lists), len(listing.items)) > most:
        raise GatherError(f"it lists more than {most:,} addresses; the rest were left out")


def _unfetched(listing: Listing, run: _Run) -> Iterator[Found]:
    """What a list tells of its pages by itself."""
    told = [item for item in listing.items[: run.limits.addresses] if item.title or item.summary]
    for item in told:
        yield _entry(item, run)
    bare = len(listing.lists) + len(listing.items) - len(told)
    if bare:
        raise GatherError(f"{bare:,} of its addresses were not fetched, since the network is not used")


def _entry(item: Item, run: _Run) -> Page:
    """An entry of a feed as a page of its own: a record with title and summary."""
    page = page_of(item.record, media_type="application/json", url=item.url, limits=run.limits)
    return msgspec.structs.replace(page, id=run.names.unique(page.id))


def _answers(urls: Sequence[str], expected: Expected, level: int, run: _Run) -> Iterator[Found]:
    """What stands at the addresses, each once in a run; several hosts are asked at once."""
    new = [url for url in dict.fromkeys(urls) if url not in run.seen]
    run.seen.update(new)
    if run.fetcher is None:
        yield from (Failure(url, "gather", "the network is not used, so this address was not fetched") for url in new)
        return
    wanted = by_turns(Wanted(url) for url in new)
    for one, answer in fetch_all(run.fetcher, wanted, run.fetcher.manners.hosts):
        yield from _guarded(one.url, _answer(one.url, answer, expected, level, run))


def _answer(url: str, found: Fetched | FetchError, expected: Expected, level: int, run: _Run) -> Iterator[Found]:
    if isinstance(found, FetchError):
        raise found
    if found.url != url:
        if found.url in run.seen:
            return
        run.seen.add(found.url)
    page = Page("", b"", found.media_type, found.url, found.fetched, found.charset)
    source = _Source(url, page=page, expected=expected, level=level)
    yield from _of_stream(io.BytesIO(found.data), source, run)
