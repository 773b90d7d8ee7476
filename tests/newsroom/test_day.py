"""A day of five outlets: `watch` survives every trap and ends with the right stories, versions and alerts."""

import pytest
from day import COURIER, DAY, GAZETTE, LANTERN, OPML, POST, RADIO, TRAIN, TRAPS, plan

from newsroom import Clock, Newsroom
from twosource.gather import Fetcher, Manners
from twosource.run import Settings
from twosource.run.watch import Watching, watch
from twosource.run.watch_tell import Follow
from twosource.store import Store

REFUSED = {
    "loop-a": "circle",
    "slow": "longer than",
    "bomb": "too large",
    "local": "127.0.0.1 is not on the open internet",
    "metadata": "169.254.169.254 is not on the open internet",
    "paper.pdf": "a PDF file",
    "missing": "404",
    "members/only": "robots.txt forbids",
    "endless": "redirects more than 8 times",
}


class Day:
    """What a watch from six to eight in the evening brought."""

    def __init__(self, folder, follow=Follow()) -> None:  # noqa: B008 (a frozen struct)
        opml = folder / "feeds.opml"
        opml.write_text(OPML)
        clock = Clock(f"{DAY}T06:01:00")
        self.store = Store.open(str(folder / "news.db"))
        self.rounds = []
        with Newsroom(plan(), clock) as room:
            fetcher = Fetcher(Manners(hosts=1, total=1.0, contact="desk@twosource.example"), room.network)
            watching = Watching((str(opml),), fetcher, follow)
            while clock.hour < "20:00":
                watch(self.store, watching, Settings(), self.rounds.append, rounds=1)
                clock.now = max(self.rounds[-1].next, clock.now + 60)
            self.asked, self.agents = room.asked, room.agents
        self.alerts = [alert for round in self.rounds for alert in round.alerts]
        self.failures = {failure.source: failure.reason for round in self.rounds for failure in round.failures}


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    day = Day(tmp_path_factory.mktemp("day"))
    yield day
    day.store.close()


@pytest.mark.parametrize("path", sorted(REFUSED))
def test_each_trap_is_a_failure_with_one_sentence_of_why(day, path):
    assert REFUSED[path] in day.failures[f"http://{TRAPS}/{path}"]


def test_what_will_not_change_is_asked_once(day):
    for path in ("/loop-a", "/bomb", "/local", "/metadata", "/paper.pdf", "/missing", "/endless"):
        assert [asked[1] for asked in day.asked].count(path) == 1
    assert not any(path.startswith("/members") for _, path, _ in day.asked)


def test_the_sites_are_told_who_asks_and_asked_for_their_rules_once(day):
    assert len(day.agents) == 1
    assert "Twosource/" in min(day.agents)
    assert "desk@twosource.example" in min(day.agents)
    assert [path for _, path, _ in day.asked].count("/robots.txt") == 6


def test_what_did_not_change_is_not_sent_again(day):
    statuses = [status for host, path, status in day.asked if (host, path) == (GAZETTE, "/rss")]
    assert statuses.count(200) == 2  # at six, and when the page changed
    assert statuses.count(304) > 5


def test_the_story_holds_every_outlet_and_every_version(day):
    with day.store.view() as view:
        train, fish = sorted(view.stories(), key=lambda line: -line.pages)
        articles = {article.url.split("/")[2]: article.id for article in view.articles() if article.url.endswith(TRAIN)}
        versions = {host: len(view.versions(id)) for host, id in articles.items()}
    assert (train.pages, train.outlets, fish.pages) == (7, 5, 1)
    assert [versions[host] for host in (GAZETTE, COURIER, LANTERN, POST, RADIO)] == [2, 1, 1, 2, 1]


ALERTS = [
    ("09", "origin", "Miriam Holt (in Northern Post) give it independently", f"http://{POST}{TRAIN}"),
    ("12", "revision", "four people", f"http://{GAZETTE}{TRAIN}"),
    ("15", "dispute", "140 kilometres per hour", f"http://{RADIO}{TRAIN}"),
    ("17", "withdrawn", "Northern Post no longer says it: Thirty people", f"http://{POST}{TRAIN}"),
]
"""Hour, kind, words of the sentence, the page that brought it."""


@pytest.mark.parametrize(("hour", "kind", "words", "page"), ALERTS)
def test_each_change_is_told_within_the_hour_with_its_page(day, hour, kind, words, page):
    found = [alert for alert in day.alerts if alert.kind == kind and words in alert.text]
    assert [(alert.made[11:13], alert.articles) for alert in found] == [(hour, (page,))]


def test_copies_and_the_first_look_make_no_alert(day):
    assert {alert.made[11:13] for alert in day.alerts} == {hour for hour, *_ in ALERTS}
    assert {alert.kind for alert in day.alerts if alert.made[11:13] != "09"} == {"revision", "dispute", "withdrawn"}
    assert len({alert.id for alert in day.alerts}) == len(day.alerts) <= 6


def test_a_day_again_in_the_same_library_changes_nothing(day, tmp_path):
    with day.store.view() as view:
        before = view.count()
    with Newsroom(plan(), Clock(f"{DAY}T20:30:00")) as room:
        fetcher = Fetcher(Manners(hosts=1), room.network)
        rounds = []
        feeds = tuple(f"http://{host}{path}" for host, path in ((GAZETTE, "/rss"), (LANTERN, "/feed.json")))
        watch(day.store, Watching(feeds, fetcher), Settings(), rounds.append, rounds=1)
    with day.store.view() as view:
        assert view.count() == before
    assert rounds[0].alerts == ()


def test_only_followed_stories_are_told_of():
    follow = Follow(phrases=("herring quota",))
    assert not Follow(stories=("story:b",)).takes(["story:a"], _titled("Train derails"))
    assert Follow(stories=("a",)).takes(["story:c", "story:a"], _titled("Train derails"))
    assert follow.takes(["story:a"], _titled("Assembly lowers Herring quota"))
    assert not follow.takes(["story:a"], _titled("Train derails"))


def _titled(title):
    from twosource.model import Dossier, Period

    return Dossier(title, Period("", ""), (), (), (), (), (), (), (), (), ())
