"""What `watch` keeps in a library, on SQLite and on PostgreSQL alike."""

import msgspec
import pytest
from stored import dossier

from twosource.store import Store
from twosource.store.feeds import (
    Posted,
    Watched,
    due_pages,
    has_told,
    latest,
    lists_of,
    mark_sent,
    next_due,
    outdated,
    remember,
    tell,
    told_of,
    unsent,
    watched,
)

FEED = Watched("https://a.example/rss", list=True, title="A", etag='"1"', due=500.0, pause=600.0)
INNER = Watched("https://a.example/map", feed="https://a.example/rss", list=True, due=300.0)
PAGES = tuple(
    Watched(f"https://a.example/{n}", feed=FEED.address, stamp="s", due=due)
    for n, due in enumerate((0.0, 90.0, 80.0, 999.0))
)
GONE = Watched("https://a.example/gone", feed=FEED.address, due=10.0, gone=True)


@pytest.fixture
def store(address):
    store = Store.open(address)
    with store.writer() as writer:
        for state in (FEED, INNER, *PAGES, GONE):
            remember(writer, state)
    yield store
    store.close()


def test_what_is_remembered_comes_back_and_is_replaced(store):
    newer = msgspec.structs.replace(FEED, failures=2, reason="it failed", due=1e9)
    with store.writer() as writer:
        remember(writer, newer)
    with store.view() as view:
        assert watched(view, [FEED.address, "https://unknown.example/", INNER.address]) == {
            FEED.address: newer,
            INNER.address: INNER,
        }


def test_pages_that_are_due_come_the_longest_due_first(store):
    with store.view() as view:
        assert [page.address[-1] for page in due_pages(view, [FEED.address], 100.0)] == ["2", "1"]
        assert due_pages(view, ["https://unknown.example/"], 100.0) == ()


def test_the_next_look_is_that_of_the_first_list_or_page_that_is_due(store):
    with store.view() as view:
        assert next_due(view, [FEED.address]) == 80.0
        assert next_due(view, [INNER.address]) == 300.0
        assert next_due(view, []) is None


def test_lists_within_lists_are_known(store):
    with store.view() as view:
        assert lists_of(view, [FEED.address]) == {INNER.address: INNER}


def test_alerts_are_kept_once_in_order_and_sent_once(store):
    alerts = [
        Posted(0, f"id{n}", "story:1", "2026-03-10T09:00:00+00:00", f'{{"n":{n}}}', "-" if n == 3 else "")
        for n in range(4)
    ]
    with store.writer() as writer:
        assert not has_told(writer)
        tell(writer, "story:1", dossier(), alerts[:2])
        tell(writer, "story:1", dossier(), alerts)
    with store.view() as view:
        assert has_told(view)
        assert [alert.id for alert in latest(view, 3)] == ["id3", "id2", "id1"]
        assert [alert.number for alert in unsent(view, 0, 9)] == [1, 2, 3]
        assert [alert.number for alert in unsent(view, 1, 1)] == [2]
        assert told_of(view, ["story:1", "story:2"]) == {"story:1": dossier()}
        assert outdated(view) == ()
    with store.writer() as writer:
        mark_sent(writer, 2, "2026-03-10T10:00:00+00:00")
    with store.view() as view:
        assert [alert.number for alert in unsent(view, 0, 9)] == [1, 3]


def test_clearing_what_is_derived_leaves_what_watch_keeps(store):
    with store.writer() as writer:
        tell(writer, "story:1", dossier(), [])
        writer.clear_derived()
    with store.view() as view:
        assert has_told(view)
        assert len(watched(view, [FEED.address, *(page.address for page in PAGES)])) == 5
