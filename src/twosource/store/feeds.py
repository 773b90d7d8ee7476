"""What `watch` keeps in a library: when to look at an address again, what was told of each story, alerts to send.

Reads   a writer or a view
Gives   Watched (an address that is polled), the last told state of a story, Posted (an alert as it was stored)
Misses  what an alert means: its maker knows (`run.alerts`)

These tables are neither what was added nor derived from it: `rebuild` leaves them alone.
"""

from collections.abc import Iterable, Sequence

import msgspec
import sqlalchemy as sa

from twosource.model import Dossier
from twosource.store import tables
from twosource.store.packing import squeeze, unsqueeze
from twosource.store.view import View, chunks
from twosource.store.writer import Writer

metadata = sa.MetaData()

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("address", sa.Text, primary_key=True),
    sa.Column("feed", sa.Text, nullable=False, index=True),  # the list that names it; "" for one that was given
    sa.Column("list", sa.Boolean, nullable=False),  # whether it is a list itself
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("etag", sa.Text, nullable=False),
    sa.Column("modified", sa.Text, nullable=False),
    sa.Column("stamp", sa.Text, nullable=False),  # of what the list says of a page
    sa.Column("due", sa.Double, nullable=False, index=True),  # seconds since 1970; 0: a page whose list calls it up
    sa.Column("pause", sa.Double, nullable=False),  # seconds until the next look, as set at the last
    sa.Column("failures", sa.Integer, nullable=False),  # in a row
    sa.Column("reason", sa.Text, nullable=False),  # of the last failure, "" after a success
    sa.Column("gone", sa.Boolean, nullable=False),  # never asked again
)
told = sa.Table(
    "told",
    metadata,
    sa.Column("story", sa.Text, primary_key=True),
    sa.Column("articles", sa.Integer, nullable=False),  # how many the story had
    sa.Column("dossier", sa.LargeBinary, nullable=False),  # Dossier as JSON, zlib: as of the last alerts
)
alerts = sa.Table(
    "alerts",
    metadata,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", sa.Text, nullable=False, unique=True),
    sa.Column("story", sa.Text, nullable=False, index=True),
    sa.Column("made", sa.Text, nullable=False),
    sa.Column("data", sa.Text, nullable=False),  # the alert as JSON
    sa.Column("sent", sa.Text, nullable=False),  # when a webhook took it, "" until then; "-" when there was none
)


class Watched(msgspec.Struct, frozen=True):
    """An address that is polled, and what to remember between two looks; the fields are the columns of `feeds`."""

    address: str
    feed: str = ""
    list: bool = False
    title: str = ""
    etag: str = ""
    modified: str = ""
    stamp: str = ""
    due: float = 0.0
    pause: float = 0.0
    failures: int = 0
    reason: str = ""
    gone: bool = False


class Posted(msgspec.Struct, frozen=True):
    """An alert as it was stored: `data` is JSON, `made` and `sent` are ISO 8601 instants, `sent` "" until it was.

    `sent` is "-" when no webhook was to have it.
    """

    number: int
    id: str
    story: str
    made: str
    data: str
    sent: str = ""


def watched(view: View, addresses: Iterable[str]) -> dict[str, Watched]:
    """Return what is remembered of the addresses, by address; those never asked are left out."""
    found = {}
    for some in chunks(list(dict.fromkeys(addresses))):
        for row in view.connection.execute(sa.select(feeds).where(feeds.c.address.in_(some))):
            found[row.address] = Watched(*row)
    return found


def due_pages(view: View, lists: Iterable[str], now: float) -> tuple[Watched, ...]:
    """Return the pages of these lists that are to be looked at again on their own account, the longest due first."""
    found = []
    for some in chunks(list(dict.fromkeys(lists))):
        query = sa.select(feeds).where(feeds.c.feed.in_(some), feeds.c.due <= now, feeds.c.due > 0)
        query = query.where(~feeds.c.gone, ~feeds.c.list)
        found += [Watched(*row) for row in view.connection.execute(query)]
    return tuple(sorted(found, key=lambda page: (page.due, page.address)))


def lists_of(view: View, lists: Iterable[str]) -> dict[str, Watched]:
    """Return the lists that these lists named when they were last had, by address, sorted."""
    found = []
    for some in chunks(list(dict.fromkeys(lists))):
        query = sa.select(feeds).where(feeds.c.feed.in_(some), feeds.c.list, ~feeds.c.gone)
        found += [Watched(*row) for row in view.connection.execute(query)]
    return {state.address: state for state in sorted(found, key=lambda state: state.address)}


def next_due(view: View, lists: Sequence[str]) -> float | None:
    """Return when the next of these lists or their pages is due, None when nothing will ever be."""
    found = []
    for some in chunks(list(lists)):
        wanted = sa.or_(feeds.c.feed.in_(some), feeds.c.address.in_(some))
        query = sa.select(sa.func.min(feeds.c.due)).where(wanted, ~feeds.c.gone, feeds.c.due > 0)
        found.append(view.connection.execute(query).scalar())
    return min((due for due in found if due is not None), default=None)


def remember(writer: Writer, state: Watched) -> None:
    """Replace what is remembered of an address."""
    writer.connection.execute(feeds.delete().where(feeds.c.address == state.address))
    writer.connection.execute(feeds.insert().values(**msgspec.structs.asdict(state)))


def told_of(view: View, stories: Iterable[str]) -> dict[str, Dossier]:
    """Return the dossiers, without their texts, as they were when alerts were last made, by story."""
    found = {}
    for some in chunks(list(dict.fromkeys(stories))):
        for row in view.connection.execute(sa.select(told).where(told.c.story.in_(some))):
            found[row.story] = msgspec.json.decode(unsqueeze(row.dossier), type=Dossier)
    return found


def has_told(view: View) -> bool:
    """Whether any story was ever told of: the first round of all makes no alerts."""
    return view.connection.execute(sa.select(told.c.story).limit(1)).first() is not None


def outdated(view: View) -> tuple[str, ...]:
    """Return the stories that were told of and have other articles now, sorted: a run was cut short before it told."""
    query = sa.select(told.c.story).join(tables.stories, tables.stories.c.id == told.c.story)
    query = query.where(told.c.articles != tables.stories.c.articles).order_by(told.c.story)
    return tuple(view.connection.execute(query).scalars())


def tell(writer: Writer, story: str, dossier: Dossier, made: Iterable[Posted]) -> None:
    """Write down alerts about a story and the state that they lead to; an alert with a known id is left out."""
    data = squeeze(msgspec.json.encode(dossier))
    row: dict[str, object] = {"story": story, "articles": len(writer.members(story)), "dossier": data}
    writer.connection.execute(told.delete().where(told.c.story == story))
    writer.connection.execute(told.insert().values(**row))
    newest = writer.connection.execute(sa.select(sa.func.max(alerts.c.number))).scalar() or 0
    for alert in made:
        known = writer.connection.execute(sa.select(alerts.c.id).where(alerts.c.id == alert.id)).first()
        if known is None:
            newest += 1
            numbered = msgspec.structs.replace(alert, number=newest)
            writer.connection.execute(alerts.insert().values(**msgspec.structs.asdict(numbered)))


def latest(view: View, limit: int) -> tuple[Posted, ...]:
    """Return the newest alerts, the newest first."""
    query = sa.select(alerts).order_by(alerts.c.number.desc()).limit(limit)
    return tuple(Posted(*row) for row in view.connection.execute(query))


def unsent(view: View, after: int, limit: int) -> tuple[Posted, ...]:
    """Return the oldest alerts behind a number that no webhook has taken, in order."""
    query = sa.select(alerts).where(alerts.c.sent == "", alerts.c.number > after).order_by(alerts.c.number)
    return tuple(Posted(*row) for row in view.connection.execute(query.limit(limit)))


def mark_sent(writer: Writer, number: int, when: str) -> None:
    """Note that an alert was taken."""
    writer.connection.execute(alerts.update().where(alerts.c.number == number).values(sent=when))
