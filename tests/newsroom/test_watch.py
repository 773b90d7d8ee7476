"""Watching beyond the day: the command, the webhook, a run cut short, addresses given to `gather`."""

import hashlib
import hmac
import json
import sys

import feedparser
import pytest
from click.testing import CliRunner
from day import COURIER, DAY, GAZETTE, LANTERN, OPML, POST, TRAIN, TRAPS, plan

from newsroom import Clock, Newsroom, Reply
from twosource.cli import cli
from twosource.gather import Fetcher, Manners, gather, inputs
from twosource.model import Failure, Page
from twosource.run import Settings
from twosource.run.alerts_webhook import Webhook, key_of, signature
from twosource.run.watch import Watching, look, watch
from twosource.store import Store
from twosource.store.feeds import latest, unsent


@pytest.fixture
def store(tmp_path):
    store = Store.open(str(tmp_path / "news.db"))
    yield store
    store.close()


def watching(room, *feeds, **more):
    return Watching(tuple(f"http://{feed}" for feed in feeds), Fetcher(Manners(hosts=1), room.network), **more)


def test_alerts_go_to_the_webhook_signed_and_again_until_they_are_taken(store):
    with Newsroom(plan() | {"hook.example": {}}, Clock(f"{DAY}T07:10:00")) as room:
        how = watching(room, f"{GAZETTE}/rss", webhook=True)
        watch(store, how, Settings(), lambda round: None, rounds=1)
        room.clock.to("12:15")
        watch(store, how, Settings(), lambda round: None, rounds=1)
        hook = Webhook("http://hook.example/alerts", "a secret", how.fetcher)
        room.refuse_posts = 9
        sent, failure = hook.send_all(store)
        assert (sent, failure.reason) == (0, "the webhook answered with status 503")
        with store.view() as view:
            waiting = len(unsent(view, 0, 99))
        room.refuse_posts = 2
        assert hook.send_all(store) == (waiting, None)
        assert hook.send_all(store) == (0, None)
    path, headers, body = room.posted[0]
    assert waiting >= 1
    assert len(room.posted) == waiting
    assert path == "/alerts"
    assert headers["webhook-signature"] == signature(
        key_of("a secret"), headers["webhook-id"], headers["webhook-timestamp"], body
    )
    assert hmac.new(b"a secret", b"", hashlib.sha256)  # the key is the text itself
    assert json.loads(body)["type"] == "story.revision"
    assert json.loads(body)["data"]["after"] == "Seven people"


def test_a_run_that_is_cut_short_before_it_told_tells_later(store, monkeypatch):
    with Newsroom(plan(), Clock(f"{DAY}T07:10:00")) as room:
        how = watching(room, f"{GAZETTE}/rss", f"{COURIER}/atom")
        look(store, how, Settings())
        room.clock.to("09:30")
        more = watching(room, f"{GAZETTE}/rss", f"{COURIER}/atom", f"{POST}/news.xml")
        monkeypatch.setattr("twosource.run.watch.tell_changes", _killed)
        with pytest.raises(KeyboardInterrupt):
            look(store, more, Settings())
        monkeypatch.undo()
        room.clock.now += 60
        found = look(store, more, Settings())
    assert found.added.new == ()
    assert "origin" in {alert.kind for alert in found.alerts}
    with store.view() as view:
        assert len(latest(view, 99)) == len(found.alerts)


def _killed(*args):
    raise KeyboardInterrupt


def test_a_feed_that_breaks_its_reader_does_not_stop_the_others(store, monkeypatch):
    def broken(data, url=""):
        raise ZeroDivisionError

    monkeypatch.setitem(inputs.LISTINGS, "json feed", ("a feed", broken))
    with Newsroom(plan(), Clock(f"{DAY}T07:10:00")) as room:
        found = look(store, watching(room, f"{LANTERN}/feed.json", f"{GAZETTE}/rss"), Settings())
    assert ["cannot be read (ZeroDivisionError" in failure.reason for failure in found.failures] == [True]
    assert len(found.added.new) == 1


def test_a_source_that_is_no_list_is_a_failure_each_time_it_changes_and_no_more(store, tmp_path):
    (tmp_path / "page.html").write_text("<p>x")
    with Newsroom(plan(), Clock(f"{DAY}T07:10:00")) as room:
        feeds = (
            str(tmp_path / "page.html"),
            str(tmp_path / "none.opml"),
            f"http://{GAZETTE}{TRAIN}",
            f"http://{GAZETTE}/rss",
        )
        how = Watching(feeds, Fetcher(Manners(hosts=1), room.network))
        first = look(store, how, Settings())
        room.clock.now += 4_000
        second = look(store, how, Settings())
    reasons = [failure.reason for failure in first.failures]
    assert ["neither a feed" in reasons[0], "No such file" in reasons[1], "neither a feed" in reasons[2]] == [True] * 3
    assert [failure.source for failure in second.failures] == list(feeds[:2])


def test_addresses_feeds_and_opml_give_the_pages_that_they_list(tmp_path):
    (tmp_path / "feeds.opml").write_text(OPML)
    listed = Reply(f"http://{GAZETTE}{TRAIN}\nhttp://{LANTERN}/feed.json\n".encode(), media_type="text/plain")
    with Newsroom(plan() | {"lists.example": {"/all.txt": [("00:00", listed)]}}, Clock(f"{DAY}T09:30:00")) as room:
        fetcher = Fetcher(Manners(hosts=1), room.network)
        one = list(gather([f"http://{GAZETTE}{TRAIN}"], fetcher=fetcher))
        feed = list(gather([f"http://{COURIER}/atom"], fetcher=fetcher))
        index = list(gather([f"http://{POST}/sitemaps.xml"], fetcher=fetcher))
        lists = list(gather(["http://lists.example/all.txt"], fetcher=fetcher))
        twice = list(
            gather([f"http://{GAZETTE}/rss", f"http://{GAZETTE}/rss", f"http://{GAZETTE}{TRAIN}"], fetcher=fetcher)
        )
        page = list(gather([f"http://{LANTERN}/feed.json"], fetcher=fetcher))
    assert [page.url for page in one] == [f"http://{GAZETTE}{TRAIN}"]
    assert [page.url for page in feed] == [f"http://{COURIER}/herring", f"http://{COURIER}{TRAIN}"]
    assert [page.url for page in index] == [f"http://{POST}{TRAIN}"]
    assert [page.url for page in lists if isinstance(page, Page)] == [
        f"http://{GAZETTE}{TRAIN}",
        f"http://{LANTERN}{TRAIN}",
    ]
    assert [page.url for page in twice] == [f"http://{GAZETTE}{TRAIN}"]
    assert len({page.id for page in (*one, *feed, *index)}) == 4
    assert [page.fetched[:10] for page in page] == [DAY]


def test_a_feed_whose_entry_is_a_feed_is_not_followed_in_circles():
    from day import rss

    loop = {
        "/rss": [("00:00", rss("loop.example", [("/rss?2", "Again", "", "06:00"), ("/page", "Page", "", "06:00")]))]
    }
    loop["/rss?2"] = loop["/rss"]
    with Newsroom({"loop.example": loop}, Clock(f"{DAY}T09:30:00")) as room:
        found = list(gather(["http://loop.example/rss"], fetcher=Fetcher(Manners(hosts=1), room.network)))
    assert sorted(item.reason for item in found if isinstance(item, Failure)) == [
        "there is no such page (404)",
        "this is a feed, not a page",
    ]


def test_the_command_looks_once_prints_and_writes_the_atom_file(tmp_path, monkeypatch):
    with Newsroom(plan(), Clock(f"{DAY}T07:10:00")) as room:
        monkeypatch.setattr("twosource.cli.watch.Fetcher", lambda manners: Fetcher(manners, room.network))
        options = ["--once", "--db", str(tmp_path / "news.db"), "--atom", str(tmp_path / "alerts.atom"), "--quiet"]
        feeds = [f"http://{GAZETTE}/rss", f"http://{COURIER}/atom"]
        first = CliRunner().invoke(cli, ["watch", *feeds, *options], standalone_mode=False)
        room.clock.to("12:15")
        second = CliRunner().invoke(cli, ["watch", *feeds, *options], standalone_mode=False)
        third = CliRunner().invoke(cli, ["watch", *feeds, f"http://{GAZETTE}/no", *options], standalone_mode=False)
    assert (first.stdout, first.return_value, second.return_value, third.return_value) == ("", 0, 0, 1)
    [line] = second.stdout.splitlines()
    assert line.startswith(f"{DAY}T12:15")
    assert " revision: " in line
    assert "2 feeds, 3 new, 0 changed" in first.stderr
    assert f"http://{GAZETTE}/no: there is no such page (404)" in third.stderr
    assert len(feedparser.parse(str(tmp_path / "alerts.atom")).entries) == 1


def test_the_dossier_of_an_address_is_fetched_through_the_same_seam(monkeypatch):
    with Newsroom(plan(), Clock(f"{DAY}T09:30:00")) as room:
        monkeypatch.setattr(
            sys.modules["twosource.cli.dossier"], "Fetcher", lambda manners: Fetcher(manners, room.network)
        )
        pages = [f"http://{GAZETTE}{TRAIN}", f"http://{POST}/sitemaps.xml", f"http://{TRAPS}/metadata"]
        result = CliRunner().invoke(cli, ["dossier", *pages, "--format", "json"], standalone_mode=False)
    found = json.loads(result.stdout)
    assert {article["url"] for article in found["articles"]} == {f"http://{GAZETTE}{TRAIN}", f"http://{POST}{TRAIN}"}
    assert "corroborated" in {fact["verdict"] for fact in found["facts"]}
    assert result.return_value == 1
    assert "169.254.169.254 is not on the open internet" in result.stderr


def test_a_webhook_without_a_secret_is_wrong_set_up(tmp_path):
    options = ["--once", "--db", str(tmp_path / "news.db"), "--webhook", "http://hook.example/"]
    result = CliRunner().invoke(cli, ["watch", "http://a.example/rss", *options], standalone_mode=False)
    assert "needs a secret" in str(result.exception)
