"""Follow feeds: look at those that are due, add their pages, and say what changed in the stories that are followed.

Reads   addresses of feeds and sitemaps, OPML files that name some; the library
Gives   Round: what was added, alerts, failures, when the next look is due
Misses  what happens on a page between two looks

What is due within a minute is looked at now, so that a run every ten minutes finds what is due every ten minutes. What
is remembered of a list is written down after its pages were added, so a run that is cut short loses none of them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from twosource.gather import Fetched, Fetcher
from twosource.gather.fetch_address import is_address
from twosource.gather.fetch_many import Wanted, by_turns, fetch_all
from twosource.gather.listing import Item
from twosource.gather.look import listing_of, lists_in, page_at
from twosource.gather.page import instant
from twosource.model import Failure, FetchError, GatherError, Page
from twosource.run.alerts import Alert
from twosource.run.annotation import Progress
from twosource.run.dossier import silent
from twosource.run.library import Added, add
from twosource.run.settings import Settings
from twosource.run.watch_rhythm import RHYTHM, Rhythm, failed, list_seen, page_seen
from twosource.run.watch_tell import Follow, tell_changes
from twosource.store import Store
from twosource.store.feeds import Watched, due_pages, lists_of, next_due, remember, watched

NEWEST = 200
"""Entries taken of one list at one look, the newest: feeds hold 10 to 100, and a sitemap's archive is not news."""

DEPTH = 3
"""Lists within lists: an index of sitemaps that an OPML file names, its sitemaps."""


class Watching(msgspec.Struct, frozen=True):
    """How to watch: `sources` are OPML files and addresses.

    `webhook` says whether alerts are to be kept for a webhook to take.
    """

    sources: tuple[str, ...]
    fetcher: Fetcher
    follow: Follow = Follow()
    rhythm: Rhythm = RHYTHM
    webhook: bool = False


class Round(msgspec.Struct, frozen=True):
    """One round of looking: `next` is when the next look is due, in seconds since 1970, None when nothing ever is."""

    added: Added
    alerts: tuple[Alert, ...] = ()
    failures: tuple[Failure, ...] = ()
    lists: int = 0
    next: float | None = None


class _Page(msgspec.Struct, frozen=True):
    """A page to look at: what is remembered of it, and what its list says now."""

    state: Watched
    stamp: str


class _Looked(msgspec.Struct):
    """What a look at the lists brought: what to remember of them, pages to look at by address, failures."""

    states: list[Watched] = []
    pages: dict[str, _Page] = {}
    failures: list[Failure] = []
    known: list[str] = []


def watch(
    store: Store,
    watching: Watching,
    settings: Settings,
    report: Callable[[Round], None],
    rounds: int | None = None,
    progress: Progress = silent,
) -> None:
    """Look, report, wait for what is due next, and so on: `rounds` times, or until nothing will ever be due."""
    network, done = watching.fetcher.network, 0
    while rounds is None or done < rounds:
        found = look(store, watching, settings, progress)
        report(found)
        done += 1
        if found.next is None or done == rounds:
            return
        network.sleep(max(found.next - network.clock(), watching.rhythm.least))


def look(store: Store, watching: Watching, settings: Settings, progress: Progress = silent) -> Round:
    """Look once at everything that is due. Raises StoreError; a site that fails is a Failure."""
    clock = watching.fetcher.network.clock
    looked = _look_at_lists(store, watching, progress)
    with store.view() as view:
        for state in due_pages(view, looked.known, clock() + watching.rhythm.least):
            looked.pages.setdefault(state.address, _Page(state, state.stamp))
    pages = chain(looked.failures, _pages(store, watching, list(looked.pages.values())))
    first = next(pages, None)  # most rounds bring none, and then the library need not be made ready for any
    added = Added()
    if first is not None:
        added = add(store, chain((first,), pages), settings, lambda: instant(clock()), progress)
    with store.writer() as writer:
        for state in looked.states:
            remember(writer, state)
    alerts, broken = tell_changes(store, added.stories, watching.follow, instant(clock()), watching.webhook)
    with store.view() as view:
        due = next_due(view, looked.known)
    return Round(added, alerts, (*added.failures, *broken), len(looked.states), due)


def _look_at_lists(store: Store, watching: Watching, progress: Progress) -> _Looked:
    """Look at every list that is due, and at the lists in it."""
    looked, soon = _Looked(), watching.fetcher.network.clock() + watching.rhythm.least
    level = {address: Watched(address, list=True) for address in _sources(watching, looked)}
    for _ in range(DEPTH):
        looked.known += level
        with store.view() as view:
            held, inner = watched(view, level), lists_of(view, level)
        states = {address: held.get(address, new) for address, new in level.items()}
        due = [state for state in states.values() if state.due <= soon and not state.gone]
        wanted = by_turns(Wanted(state.address, state.etag, state.modified) for state in due)
        for number, (one, answer) in enumerate(fetch_all(watching.fetcher, wanted, watching.fetcher.manners.hosts), 1):
            progress("feeds", number, len(wanted))
            named = _list_seen(store, states[one.url], answer, looked, watching)
            if named is not None:
                inner = _renewed(inner, one.url, named, looked)
        level = {address: state for address, state in inner.items() if address not in looked.known}
        if not level:
            break
    return looked


def _renewed(inner: dict[str, Watched], parent: str, named: Sequence[str], looked: _Looked) -> dict[str, Watched]:
    """The lists within lists, after one was had anew: what it names now is followed, what it dropped no longer."""
    dropped = [state for address, state in inner.items() if state.feed == parent and address not in named]
    looked.states += [msgspec.structs.replace(state, gone=True) for state in dropped]
    kept = {address: state for address, state in inner.items() if state not in dropped}
    return {address: Watched(address, parent, list=True) for address in named} | kept


def _sources(watching: Watching, looked: _Looked) -> Iterator[str]:
    """The addresses to poll: those given, and those that a local file names."""
    for source in watching.sources:
        if is_address(source):
            yield source
            continue
        try:
            yield from lists_in(Path(source))
        except GatherError as error:
            looked.failures.append(Failure(source, error.step, str(error)))


def _list_seen(
    store: Store, state: Watched, answer: Fetched | FetchError, looked: _Looked, watching: Watching
) -> tuple[str, ...] | None:
    """Take in what a list gave; return the lists that it names, None when they are those that it named before."""
    now, rhythm = watching.fetcher.network.clock(), watching.rhythm
    try:
        if isinstance(answer, FetchError):
            raise answer
        if not answer.fresh:
            looked.states.append(list_seen(state, answer, "", 0.0, False, now, rhythm))
            return None
        listing = listing_of(answer.data, answer.url)
    except GatherError as error:
        if str(error) != state.reason:  # what goes on failing was told already
            looked.failures.append(Failure(state.address, error.step, str(error)))
        known = error if isinstance(error, FetchError) else FetchError(str(error))
        looked.states.append(failed(state, known, "", now, rhythm))
        return None
    news = _note_items(store, state.address, listing.items[-NEWEST:], looked)
    looked.states.append(list_seen(state, answer, listing.title, listing.every, news, now, rhythm))
    return listing.lists[-NEWEST:]


def _note_items(store: Store, feed: str, items: Sequence[Item], looked: _Looked) -> bool:
    """Note the pages that are new, or that the list describes in other words than before; whether there are any."""
    with store.view() as view:
        states = watched(view, (item.url for item in items))
    news = False
    for item in items:
        state = states.get(item.url, Watched(item.url, feed))
        elsewhere = state.stamp and state.feed != feed  # another list has it too, in words of its own
        if state.stamp != item.stamp and not elsewhere and item.url not in looked.pages:
            looked.pages[item.url] = _Page(state, item.stamp)
            news = True
    return news


def _pages(store: Store, watching: Watching, pages: Sequence[_Page]) -> Iterator[Page | Failure]:
    """Fetch the pages and hand them on; what is remembered of each is written down when it has been added."""
    by_url = {page.state.address: page for page in pages if not page.state.gone}
    wanted = by_turns(Wanted(url, page.state.etag, page.state.modified) for url, page in by_url.items())
    for one, answer in fetch_all(watching.fetcher, wanted, watching.fetcher.manners.hosts):
        page, now = by_url[one.url], watching.fetcher.network.clock()
        try:
            if isinstance(answer, FetchError):
                raise answer
            if answer.fresh:
                yield page_at(answer)
            state = page_seen(page.state, answer, page.stamp, now, watching.rhythm)
        except GatherError as error:
            known = error if isinstance(error, FetchError) else FetchError(str(error), again=False)
            state = failed(page.state, known, page.stamp, now, watching.rhythm)
            if str(error) != page.state.reason:
                yield Failure(one.url, error.step, str(error))
        with store.writer() as writer:
            remember(writer, state)
