"""When to look again: at a list of pages, at a page, after a failure.

Reads   what is remembered of an address, what came back
Gives   what to remember
Misses  the hours at which a site publishes

A list that has news is looked at every `every` seconds and one without ever more rarely; a page more and more rarely as
it ages, unless its list says that it changed; one that fails after pauses that double.
"""

import msgspec

from twosource.gather import Fetched
from twosource.model import FetchError
from twosource.store.feeds import Watched


class Rhythm(msgspec.Struct, frozen=True):
    """Seconds. `every`: ten minutes is what feeds commonly ask for, and how fast newsrooms follow one another.

    `least`: never more often, whatever a feed asks. `quiet`: the longest pause for a list without news, an hour, so
    that the first report after a quiet night is not late. `failing`: the longest pause for what fails, two hours: a
    server that is up again is found the same morning. `longest`: what a site itself may ask, a day. `page`: the first
    look back at a page, when most corrections have been made; `aged`: no look back after a longer pause, so the last
    is two days behind the first.
    """

    every: float = 600.0
    least: float = 60.0
    quiet: float = 3_600.0
    failing: float = 7_200.0
    longest: float = 86_400.0
    page: float = 900.0
    aged: float = 86_400.0


RHYTHM = Rhythm()

TRIES = 6
"""Failures in a row after which a page is left alone until its list names it anew: six hours of doubled pauses."""

SLOWER = 1.5
"""Each pause without news over the one before: a page is looked at ten times in its first day."""

GONE = 410


def list_seen(state: Watched, found: Fetched, title: str, asked: float, news: bool, now: float, r: Rhythm) -> Watched:
    """Return what to remember of a list that was had; `asked` is the pause in seconds that it asks for itself."""
    pause = r.every if news or not state.pause else min(state.pause * SLOWER, max(r.quiet, r.every))
    pause = max(pause, r.least, min(max(asked, found.max_age), r.longest))
    return msgspec.structs.replace(
        state,
        title=title or state.title,
        etag=found.etag or ("" if found.fresh else state.etag),
        modified=found.modified or ("" if found.fresh else state.modified),
        due=now + pause,
        pause=pause,
        failures=0,
        reason="",
    )


def page_seen(state: Watched, found: Fetched, stamp: str, now: float, r: Rhythm) -> Watched:
    """Return what to remember of a page that was had; `stamp` is what its list says of it now."""
    renewed = stamp != state.stamp or not state.pause
    pause = r.page if renewed else state.pause * SLOWER
    return msgspec.structs.replace(
        state,
        etag=found.etag or ("" if found.fresh else state.etag),
        modified=found.modified or ("" if found.fresh else state.modified),
        stamp=stamp,
        due=now + pause if pause <= r.aged else 0.0,
        pause=pause,
        failures=0,
        reason="",
    )


def failed(state: Watched, error: FetchError, stamp: str, now: float, r: Rhythm) -> Watched:
    """Return what to remember of an address that could not be had; one that is gone for good is not asked again."""
    failures = state.failures + 1
    pause = max(min((r.every if state.list else r.page) * 2 ** min(failures - 1, 16), r.failing), error.wait)
    given_up = not state.list and (failures >= TRIES or not error.again)
    return msgspec.structs.replace(
        state,
        stamp=stamp,
        due=0.0 if given_up else now + pause,
        pause=pause,
        failures=failures,
        reason=str(error),
        gone=error.status == GONE,
    )
