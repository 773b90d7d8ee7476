"""Add pages to a library.

Reads   pages and failures as `gather` gives them, one at a time
Gives   Added: what is new, what changed, which stories were touched, what failed
Misses  pages that can be read by nobody: they are kept apart with the reason, and tried again when added again

Each page is one transaction: its bytes, its article and teasers, and what was found in them are all there or none are.
Stories and facts follow at the end; a run that was stopped is gone on with by adding the same again.
"""

import os
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

import msgspec

from twosource.annotate import annotate
from twosource.model import Article, Failure, InputError, Mentions, Page, SetupError, Share
from twosource.read import read
from twosource.run.annotation import Progress, annotate_copy, mistake
from twosource.run.dossier import silent
from twosource.run.library_derive import derive_all, name_stories
from twosource.run.library_stream import PACE, Pace, Stream
from twosource.run.settings import Settings
from twosource.run.steps import STEPS
from twosource.store import Store, View, Writer
from twosource.store.packing import storable
from twosource.store.writer import digest_of

Clock = Callable[[], str]
"""Returns the present instant, ISO 8601 with zone."""

DEFAULTS = Settings()
ANNOTATE = next(step.version for step in STEPS if step.name == "annotate")

SEEN = 100
"""Articles kept in memory with what was found in them: about 20 MB, the originals of the last hour of a newsroom."""


class Original(msgspec.Struct, frozen=True):
    """The article that another one has its words from, with what was found in it and what the two share."""

    article: Article
    mentions: Mentions
    share: Share


class Added(msgspec.Struct, frozen=True):
    """What an `add` did: ids of new articles and of new versions, how many pages were there already, stories touched.

    Teasers are not among the ids. `failures` names every input that could not be added or worked on.
    """

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: int = 0
    stories: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()


class Tally(msgspec.Struct):
    """An `Added` in the making."""

    new: list[str] = []
    changed: list[str] = []
    same: int = 0
    stories: set[str] = set()
    failures: list[Failure] = []


def add(
    store: Store,
    inputs: Iterable[Page | Failure],
    settings: Settings = DEFAULTS,
    clock: Clock = lambda: "",
    progress: Progress = silent,
    later: bool = False,
) -> Added:
    """Add pages to a library, group them, and derive the stories that changed; `later` leaves their facts for later.

    Adding the same page again changes nothing; a page that changed becomes a new version. Raises StoreError when the
    library cannot be written: what was added before it is there, and adding the same again goes on from it.
    """
    adding = Adding(store, settings, clock)
    adding.catch_up(progress)
    for number, item in enumerate(inputs, 1):
        adding.one(item)
        progress("failed", len(adding.tally.failures), 0)
        progress("add", number, 0)
    return adding.finish(progress, later)


class Adding:
    """A run of `add`: the library, its stream, and what has been done so far."""

    def __init__(self, store: Store, settings: Settings, clock: Clock, pace: Pace = PACE) -> None:
        self.store = store
        self.settings = settings
        self.clock = clock
        self.pace = pace
        self.tally = Tally()
        self.seen: dict[str, tuple[Article, Mentions]] = {}
        with store.writer() as writer:
            self.stream = Stream.load(writer)

    def catch_up(self, progress: Progress) -> None:
        """Go through the articles that came after the stream was last written down."""
        done = False
        while not done:
            with self.store.writer() as writer:
                newest = writer.newest()
                done = self.stream.catch_up(writer, self.pace.flush, lambda seq, of=newest: progress("trace", seq, of))  # type: ignore[misc]
                if not done:
                    self.tally.stories |= set(self.stream.flush(writer, self.pace.snapshot))

    def one(self, item: Page | Failure) -> None:
        """Add one page with its article and teasers, all or nothing; note a failure."""
        if isinstance(item, Failure):
            self._failed(item)
            return
        source, digest = source_of(item), digest_of(item.data)
        with self.store.glance() as view:
            known = view.has_page(source, digest)
        if known:
            self.tally.same += 1
            return
        try:
            articles = storable(read(item))
        except InputError as error:
            self._failed(Failure(source, error.step, str(error)), item)
            return
        except Exception as error:  # a mistake of ours in reading one page must not lose the others
            self._failed(Failure(source, "read", mistake(error)), item)
            return
        with self.store.writer() as writer:
            if writer.newest() != self.stream.last:  # another process has added something meanwhile, perhaps this
                self.stream.catch_up(writer)
                if writer.has_page(source, digest):
                    self.tally.same += 1
                    return
            self._add(writer, item, source, articles)
            if self.stream.last - self.stream.written >= self.pace.flush:
                self.tally.stories |= set(self.stream.flush(writer, self.pace.snapshot))

    def finish(self, progress: Progress, later: bool) -> Added:
        """Tidy and write down the stories, derive those that are out of date, and return what was done."""
        with self.store.writer() as writer:
            self.stream.catch_up(writer)
            self.stream.end_batch(writer, self.clock())
            self.tally.stories |= set(self.stream.flush(writer, self.pace.snapshot))
            stale = writer.stale()
            touched = tuple(writer.story_lines(sorted(self.tally.stories)))
        if later:
            name_stories(self.store, touched)
        else:
            self.tally.failures += derive_all(self.store, stale, progress, self.seen)
        tally = self.tally
        return Added(tuple(tally.new), tuple(tally.changed), tally.same, touched, tuple(tally.failures))

    def _failed(self, failure: Failure, page: Page | None = None) -> None:
        """Note a failure; a page that was fetched and could not be read is kept with it."""
        self.tally.failures.append(failure)
        with self.store.writer() as writer:
            writer.add_failure(failure, self.clock())
            if page is not None:
                writer.add_unread(page, failure, self.clock())

    def _add(self, writer: Writer, page: Page, source: str, articles: tuple[Article, ...]) -> None:
        key = key_of(page, articles[0], source)
        number, before = writer.latest_version(key)
        if number and same_text(writer.article(before), articles[0]):
            self.tally.same += 1
            return
        id = f"{writer.versions(before)[0].article}@{number + 1}" if number else page.id
        articles = renamed(articles, writer.free_id(storable(id)))
        if number:
            articles = without(articles, writer.teasers_of(key))
        kept = writer.add_page(page, source, key, self.clock())
        for article in articles:
            seq = writer.add_article(article, kept, self.stream.last + 1)
            shares = self.stream.take(writer, seq, key, article)
            self._annotate(writer, article, shares, source)
        writer.add_version(key, number + 1, articles[0].id, kept, before)
        if not articles[0].teaser_of:
            (self.tally.changed if number else self.tally.new).append(articles[0].id)

    def _annotate(self, writer: Writer, article: Article, shares: tuple[Share, ...], source: str) -> None:
        original = self._original(writer, article, shares)
        try:
            found = annotate_from(original, article, self.settings)
        except SetupError:
            raise
        except Exception as error:  # a mistake of ours in one article must not lose the others
            failure = Failure(source, "annotate", mistake(error))
            self.tally.failures.append(failure)
            writer.add_failure(failure, self.clock())
        else:
            writer.add_mentions(found, ANNOTATE)
            self.seen[article.id] = (article, found)
            if len(self.seen) > SEEN:
                del self.seen[next(iter(self.seen))]

    def _original(self, writer: Writer, article: Article, shares: tuple[Share, ...]) -> Original | None:
        """The article's original, from memory when it came a short while ago: most copies come in the same hours."""
        share = nearest(article, shares)
        if share is None:
            return None
        name = share.earlier if share.later == article.id else share.later
        if name not in self.seen:
            return original_of(writer, article, shares)
        self.seen[name] = self.seen.pop(name)  # it stays while copies of it come
        return Original(*self.seen[name], share)


def original_of(view: View, article: Article, shares: tuple[Share, ...]) -> Original | None:
    """Return the earlier article that has most of an article's words, None when there is none that was annotated.

    `shares` are those between the article and earlier ones of the library.
    """
    share = nearest(article, shares)
    if share is None:
        return None
    name = share.earlier if share.later == article.id else share.later
    articles, mentions = view.articles_of([name]), view.mentions_of([name])
    return Original(articles[name], mentions[name], share) if name in articles and name in mentions else None


def nearest(article: Article, shares: tuple[Share, ...]) -> Share | None:
    """Return the share that covers most of an article's words, None when there is none."""
    return max(shares, key=lambda share: (_part(share, article.id), share.earlier, share.later), default=None)


def annotate_from(original: Original | None, article: Article, settings: Settings) -> Mentions:
    """Return an article's mentions, taken over from its original where it has one."""
    if original is None:
        return annotate(article, settings.model)
    return annotate_copy(article, original.article, original.mentions, original.share, settings)


def _part(share: Share, article: str) -> float:
    """The part of an article's words that a share covers."""
    return share.of_later if share.later == article else share.of_earlier


def source_of(page: Page) -> str:
    """Return where a page's bytes came from: its address, its path from the root, or for neither their digest."""
    if page.url:
        return page.url
    return os.path.abspath(page.path) if page.path else f"sha256:{digest_of(page.data)}"  # noqa: PTH100 (text only)


def key_of(page: Page, article: Article, source: str) -> str:
    """Return what names a page from one version to the next: the address that it has or gives itself, else its source.

    An address without a path is a site's front page, which some pages give as their own: it names none of them. The
    address of a teaser that comes by itself, as from an export, is that of the story that it recommends.
    """
    if article.teaser_of:
        return source
    for address in (page.url, article.url):
        parts = urlsplit(address)
        if address and (parts.path.strip("/") or parts.query):
            return parts._replace(fragment="").geturl()
    return source


def renamed(articles: tuple[Article, ...], id: str) -> tuple[Article, ...]:
    """Return a page's article and teasers with ids that begin with `id` instead of the page's own."""
    old = articles[0].id

    def new(name: str) -> str:
        return id + name[len(old) :] if name.startswith(old) else name

    return tuple(
        msgspec.structs.replace(
            article,
            id=new(article.id),
            teasers=tuple(new(name) for name in article.teasers),
            teaser_of=new(article.teaser_of) if article.teaser_of else "",
        )
        for article in articles
    )


def without(articles: tuple[Article, ...], teasers: dict[str, str]) -> tuple[Article, ...]:
    """Return a page's article and those of its teasers that no earlier version had; it names the others' ids."""
    known = {article.id: teasers[article.text] for article in articles[1:] if article.text in teasers}
    names = tuple(known.get(id, id) for id in articles[0].teasers)
    head = msgspec.structs.replace(articles[0], teasers=names)
    return (head, *(article for article in articles[1:] if article.id not in known))


def same_text(held: Article, read: Article) -> bool:
    """Whether a page still says the same: what stands around an article changes at each visit and is no new version."""
    return (held.text, held.title, held.outlet) == (read.text, read.title, read.outlet)
