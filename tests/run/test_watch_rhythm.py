"""When to look again: tables of what came back and the pause that follows."""

import pytest

from twosource.gather import Fetched
from twosource.model import FetchError
from twosource.run.watch_rhythm import RHYTHM, failed, list_seen, page_seen
from twosource.store.feeds import Watched

LIST = Watched("https://a.example/rss", list=True, etag='"1"', pause=600.0, failures=3, reason="it failed")
PAGE = Watched("https://a.example/1", feed="https://a.example/rss", stamp="s1", etag='"1"', pause=900.0)
NEW, SAME = Fetched("https://a.example/rss", b"x", etag='"2"'), Fetched("https://a.example/rss", fresh=False)

LISTS = [
    ("news", NEW, 0.0, True, 600.0),
    ("none", SAME, 0.0, False, 900.0),
    ("none, and the feed asks for an hour", SAME, 3_600.0, False, 3_600.0),
    ("news, and the feed asks for five seconds", NEW, 5.0, True, 600.0),
    ("news, and the feed asks for a year", NEW, 3e7, True, 86_400.0),
]


@pytest.mark.parametrize(("what", "found", "asked", "news", "pause"), LISTS, ids=[case[0] for case in LISTS])
def test_the_pause_after_a_list_was_had(what, found, asked, news, pause):
    state = list_seen(LIST, found, "T", asked, news, 1_000.0, RHYTHM)
    assert (state.pause, state.due, state.failures, state.reason) == (pause, 1_000.0 + pause, 0, "")
    assert state.etag == ('"2"' if found.fresh else '"1"')


def test_a_list_without_news_is_looked_at_once_an_hour_at_the_least():
    state = LIST
    for _ in range(20):
        state = list_seen(state, SAME, "", 0.0, False, 0.0, RHYTHM)
    assert state.pause == 3_600.0


def test_a_page_is_looked_at_ever_more_rarely_and_then_left_alone():
    state, looks = Watched(PAGE.address, PAGE.feed), []
    while not looks or state.due:
        state = page_seen(state, SAME, "s1", state.due, RHYTHM)
        looks.append(state.due)
    assert looks[:3] == [900.0, 2_250.0, 4_275.0]
    assert len([due for due in looks if 0 < due < 86_400]) == 9
    assert page_seen(state, NEW, "s2", 0.0, RHYTHM).pause == 900.0  # the list says that it changed


FAILURES = [
    ("a list", LIST, FetchError("x", 500), 4_800.0, False),
    ("a list that asks to wait", LIST, FetchError("x", 503, wait=9_000.0), 9_000.0, False),
    ("a page", PAGE, FetchError("x", 500), 900.0, False),
    ("a page that is missing", PAGE, FetchError("x", 404, again=False), None, False),
    ("a page that is gone", PAGE, FetchError("x", 410, again=False), None, True),
    ("a list that is missing", LIST, FetchError("x", 404, again=False), 4_800.0, False),
    ("a list that is gone", LIST, FetchError("x", 410, again=False), 4_800.0, True),
]


@pytest.mark.parametrize(("what", "state", "error", "pause", "gone"), FAILURES, ids=[case[0] for case in FAILURES])
def test_the_pause_after_a_failure(what, state, error, pause, gone):
    found = failed(state, error, "s2", 1_000.0, RHYTHM)
    assert found.due == (0.0 if pause is None else 1_000.0 + pause)
    assert (found.gone, found.failures, found.reason, found.stamp) == (gone, state.failures + 1, "x", "s2")


def test_a_page_that_keeps_failing_is_left_alone_and_a_list_is_not():
    page, feed = PAGE, LIST
    for _ in range(9):
        page, feed = (failed(state, FetchError("x", 500), "s", 1_000.0, RHYTHM) for state in (page, feed))
    assert (page.due, feed.due) == (0.0, 1_000.0 + RHYTHM.failing)
