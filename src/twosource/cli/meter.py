"""Show how far a long run has got: one line on a terminal, with its rate and what failed.

Reads   the steps' calls of progress
Gives   Meter, a Progress
"""

import sys
import time
from collections.abc import Callable

import click

WIDTH = 24
"""Characters of the bar: it leaves room for the rest on a line of 80."""

PAUSE = 0.1
"""Seconds between two lines: more than ten a second cannot be read."""


class Meter:
    """A progress callback that rewrites one line: a bar where the end is known, inputs a second, failures so far.

    It shows nothing where standard error is no terminal, or when `quiet`. ``failed`` as a step counts failures.
    """

    def __init__(
        self, quiet: bool = False, total: int = 0, clock: Callable[[], float] = time.monotonic, wide: int = WIDTH
    ) -> None:
        self.silent = quiet or not sys.stderr.isatty()
        self.total = total
        self.clock = clock
        self.wide = wide
        self.step = ""
        self.failed = 0
        self.since = self.shown = clock()
        self.first = 0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Take note of `done` of `total` (0 when not known) and show it now and then."""
        if step == "failed":
            self.failed = done
            return
        now = self.clock()
        if step != self.step:
            self.step, self.since, self.first = step, now, done
        elif now - self.shown < PAUSE and done != total:
            return
        self.shown = now
        if not self.silent:
            click.echo(
                f"\r\x1b[K{self.line(done, total or (self.total if step == 'add' else 0), now)}", err=True, nl=False
            )

    def line(self, done: int, total: int, now: float) -> str:
        """Return the line for `done` of `total`, 0 when not known."""
        spent = now - self.since
        rate = f", {(done - self.first) / spent:.1f} a second" if spent > 1 else ""
        failed = f", {self.failed:,} failed" if self.failed else ""
        if total < done or not total:
            return f"{self.step} {done:,}{rate}{failed}"
        full = min(self.wide, self.wide * done // total)
        left = f", {_span((total - done) * spent / (done - self.first))} left" if rate and done > self.first else ""
        bar = "#" * full + "." * (self.wide - full)
        return f"{self.step} [{bar}] {done:,}/{total:,}{rate}{left}{failed}"

    def end(self) -> None:
        """Leave the line."""
        if not self.silent and self.step:
            click.echo("", err=True)


def _span(seconds: float) -> str:
    """A stretch of time in words.

    >>> _span(42), _span(150), _span(9000)
    ('42 s', '2 min', '2 h 30 min')
    """
    minutes = int(seconds // 60)
    if minutes >= 60:
        return f"{minutes // 60} h {minutes % 60} min"
    return f"{minutes} min" if minutes else f"{int(seconds)} s"
