"""The stream of a library's articles: families and stories grow with each, and are written down from time to time.

Reads   articles in the order of their seq
Gives   rows of families, shares, credits and stories; a state from which the stream goes on
Misses  the order of time: an article belongs where it came in, as it did for whoever read along

The state is a cache: without it the articles are gone through again, and give the same families and stories. Where a
batch ended, the stories were tidied; so the batches are part of what the stream is made from.
"""

from collections.abc import Callable

import msgspec

from twosource.model import Article, Credit, Share, StoryChange
from twosource.run.steps import steps_named
from twosource.store import Filter, Writer
from twosource.stories import Stories, StoriesState
from twosource.trace import Families, FamiliesState

STEPS_OF_STREAM = steps_named("trace", "group")
"""The versions of the steps that made families and stories."""


class Pace(msgspec.Struct, frozen=True):
    """How often the stream is written down, in articles.

    `flush`: after so many, rows and state are written in the middle of a long run; a stop costs half a minute of going
    through them again. Far fewer than the stories that `Stories` keeps, so none is let go before it is written.
    `snapshot`: the end of a run writes the state when it is so many old; going through them again takes about a second,
    as long as writing the state of a large library.
    """

    flush: int = 5_000
    snapshot: int = 250


PACE = Pace()

Tell = Callable[[int], None]
"""Called with the seq of an article that was gone through again."""


class StreamState(msgspec.Struct):
    """What is written down of a stream; `tidied` is the seq behind which the stories were last tidied."""

    families: FamiliesState
    stories: StoriesState
    tidied: int = 0


class Pending(msgspec.Struct):
    """What came out of the stream and is not written yet, each with the seq of the article that brought it."""

    shares: list[tuple[int, Share, bool]] = []
    credits: list[tuple[int, Credit]] = []
    changes: list[tuple[int, bool, StoryChange]] = []  # True: when the stories were tidied behind that article
    related: set[str] = set()  # articles in families
    unwritten: set[str] = set()  # those of them whose families are not written
    grouped: set[str] = set()


class Stream:
    """Families and stories of a library, as of the article with seq `last`."""

    def __init__(self, state: StreamState | None = None, last: int = 0) -> None:
        self.families = Families(state.families if state else None)
        self.stories = Stories(state.stories if state else None)
        self.tidied = state.tidied if state else 0
        self.last = last
        self.kept = last  # the seq of the last article in the state as it is written down
        self.written = 0  # that of the last one in the rows
        self.pending = Pending()

    @classmethod
    def load(cls, writer: Writer) -> "Stream":
        """Return the stream as it was last written down; `catch_up` brings it to the present."""
        if writer.derived_by("stories") not in ("", STEPS_OF_STREAM):
            writer.clear_derived()  # by other versions of the steps: all is made anew
        found = writer.state("stream", STEPS_OF_STREAM)
        if found is None:
            return cls()
        last, data = found
        try:
            return cls(msgspec.msgpack.decode(data, type=StreamState), last)
        except msgspec.MsgspecError:  # written by a Twosource that kept it in another shape
            writer.clear_derived()
            return cls()

    def catch_up(self, writer: Writer, most: int | None = None, tell: Tell = lambda seq: None) -> bool:
        """Go through the articles added since, or `most` of them; return whether it is at the present."""
        batches = list(writer.batches(self.tidied))
        self.written = max(self.written, writer.grouped())
        for done, (seq, key, article) in enumerate(writer.stream(Filter(after=self.last))):
            self._tidy_behind(batches, seq - 1)
            if done == most:
                return False
            self.take(writer, seq, key, article)
            tell(seq)
        self._tidy_behind(batches, self.last)
        return True

    def take(self, writer: Writer, seq: int, key: str, article: Article) -> tuple[Share, ...]:
        """Take in the next article, of the page with this key; return what it shares with those before it."""
        if self.families.nearly_full() and seq > self.written:  # it may forget articles, so they are written first
            self._write_families(writer)
        address = article.url or ("" if article.teaser_of else f"file:///{key.lstrip('/')}")
        self.families.add(msgspec.structs.replace(article, url=address))  # so versions of one file are known as such
        self.stories.add(article)
        self.last = seq
        changes = self.stories.take_changes()
        if seq > self.written:
            self._note(seq, article.id, changes)
        return tuple(share for share, _ in self.families.made)

    def _note(self, seq: int, article: str, changes: tuple[StoryChange, ...]) -> None:
        """Keep what an article brought until it is written."""
        self.pending.credits += [(seq, credit) for credit in self.families.credits_of(article)]
        self.pending.shares += [(seq, share, between) for share, between in self.families.made]
        if self.families.family_id(article):
            self.pending.related.add(article)
            self.pending.unwritten.add(article)
        self.pending.grouped.add(article)
        self.pending.changes += [(seq, False, change) for change in changes]

    def end_batch(self, writer: Writer, added: str) -> None:
        """Tidy the stories to which something came, and note that it was done here. Does nothing without articles."""
        if self.last == self.tidied:
            return
        self._tidy(self.last)
        writer.add_batch(added)

    def flush(self, writer: Writer, snapshot: int = PACE.snapshot) -> tuple[str, ...]:
        """Write all rows that changed, and the state when it is `snapshot` articles old; return the stories touched.

        A story is touched when articles joined or left it, or when a family of one of its articles changed.
        """
        flushed, tidied = writer.grouped(), writer.derived_to("tidied")
        if self.last < flushed:
            return ()  # it is still going through what was written before
        self._write_families(writer)
        waiting, self.pending = self.pending, Pending()
        writer.write_shares([(share, between) for seq, share, between in waiting.shares if seq > flushed])
        writer.write_credits([credit for seq, credit in waiting.credits if seq > flushed])
        changes = [change for seq, tidy, change in waiting.changes if seq > (tidied if tidy else flushed)]
        writer.write_changes(changes)
        moved = [change for change in changes if change.kind not in ("quiet", "returned")]
        names = {name for article in waiting.grouped if (name := self.stories.story_of(article))}
        names |= {name for change in moved for name in (change.story, change.other)}
        groups = self.stories.articles_of(names)
        gone = {change.other for change in moved if change.kind == "merged"} - groups.keys()
        writer.write_groups(list(groups.items()), sorted(gone))
        kin = writer.stories_of(writer.kin(sorted(waiting.related)))
        writer.make_stale(kin)
        writer.write_derived("stories", self.last, STEPS_OF_STREAM)
        writer.write_derived("tidied", self.tidied, STEPS_OF_STREAM)
        self.written = self.last
        if self.last - self.kept >= snapshot:
            self._snapshot(writer)
        return tuple(sorted({*groups, *kin}))

    def _snapshot(self, writer: Writer) -> None:
        state = StreamState(self.families.state, self.stories.state(), self.tidied)
        writer.write_state("stream", self.last, STEPS_OF_STREAM, msgspec.msgpack.encode(state))
        self.kept = self.last

    def _write_families(self, writer: Writer) -> None:
        """Write the families of the articles that came since they were last written."""
        found = {}
        for article in sorted(self.pending.unwritten):
            name = self.families.family_id(article)
            if name is not None and name not in found:
                family = self.families.family_of(article)
                if family is not None:
                    found[name] = family
        writer.write_families([found[name] for name in sorted(found)])
        self.pending.unwritten.clear()

    def _tidy_behind(self, batches: list[int], seq: int) -> None:
        """Tidy where each batch up to a seq ended, as was done when it was added."""
        while batches and batches[0] <= seq:
            self._tidy(batches.pop(0))

    def _tidy(self, last: int) -> None:
        self.stories.tidy(self.tidied)
        self.tidied = last
        self.pending.changes += [(last, True, change) for change in self.stories.take_changes()]
