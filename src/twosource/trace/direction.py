"""Decide which of two articles had a text first.

Reads   credits, addresses, publication times, and how the shared passages lie in the two texts
Gives   whether the first one had it first, and whether that is known or only the order in which they came
Misses  pages whose date was changed afterwards

The signs are asked in order of how hard they are to mistake; the first that speaks decides.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from twosource.model import Article, Credit, Instant
from twosource.text.outlets import known_name, outlet_of
from twosource.trace.align import FOOTER, Alignment
from twosource.trace.credits import whole_creditor

COMPLETE = 0.9
"""A text that holds nine tenths of the other holds it all: the rest goes to re-spelt names and house style."""


SHORTEST = 4
"""Letters of a name that is no common word or initial by chance."""

DATELINE = 90
"""Characters of an opening that may be a dateline: two towns, a day and an agency in brackets."""


REPRINTED = re.compile(r"\bre(?:printed|published)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Side:
    """One of two articles that share text, with its credits."""

    article: Article
    credits: tuple[Credit, ...]

    @property
    def outlet(self) -> str:
        """The usual name of the outlet that printed it, "" when nothing says."""
        named = outlet_of(self.article.outlet) or outlet_of(self.article.url)
        return named.name if named else known_name(self.article.outlet.removeprefix("By "), self.article.url)


def first_of(a: Side, b: Side, shared: Alignment) -> tuple[bool, bool]:
    """Return whether `a` had the text first, and whether that is known; `a` is the one that came in first."""
    for sign in (_canonical, _credited, _named, _reprinted, _published, _agency, _complete):
        answer = sign(a, b, shared)
        if answer is not None:
            return answer, True
    return True, False


def moment(instant: Instant | None) -> datetime | None:
    """Return an instant as a moment (UTC where no zone is given), None when it is missing or cannot be read.

    >>> moment(Instant("2022-02-28")).isoformat(), moment(Instant("soon"))
    ('2022-02-28T00:00:00+00:00', None)
    """
    if instant is None or not instant.value:
        return None
    try:
        found = datetime.fromisoformat(instant.value.replace("Z", "+00:00"))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def before(a: Instant | None, b: Instant | None) -> bool | None:
    """Whether `a` is earlier than `b`; None when equal, unknown, or one is a bare day and it is the same day.

    >>> before(Instant("2022-02-28T09:00Z"), Instant("2022-02-28T11:30+01:00")), before(None, Instant("2022-02-28"))
    (True, None)
    """
    first, second = moment(a), moment(b)
    if first is None or second is None or a is None or b is None:
        return None
    if len(a.value) <= 10 or len(b.value) <= 10:
        return None if a.day == b.day else a.day < b.day
    return None if first == second else first < second


def _canonical(a: Side, b: Side, _: Alignment) -> bool | None:
    """One page names the other's address as the text's own."""
    a_points = bool(b.article.url) and a.article.url != a.article.canonical == b.article.url
    b_points = bool(a.article.url) and b.article.url != b.article.canonical == a.article.url
    return None if a_points == b_points else b_points


def _credited(a: Side, b: Side, _: Alignment) -> bool | None:
    """One says that its text, or some of it, is the other outlet's."""
    a_owes = any(credit.name == b.outlet for credit in a.credits)
    b_owes = any(credit.name == a.outlet for credit in b.credits)
    return None if a_owes == b_owes else b_owes


def _named(a: Side, b: Side, _: Alignment) -> bool | None:
    """One names the other's outlet where a text says whose it is, also an outlet that no table knows."""
    a_owes, b_owes = _says_it_is(a, b.outlet), _says_it_is(b, a.outlet)
    return None if a_owes == b_owes else b_owes


def _says_it_is(side: Side, outlet: str) -> bool:
    """Whether an article's authors, byline, notices or opening dateline name an outlet that is not its own."""
    article = side.article
    if len(outlet) < SHORTEST or outlet == side.outlet:
        return False
    said = [block.span.of(article.text) for block in article.blocks_of("byline", "dateline", "notice")]
    opening = next((block.span.of(article.text) for block in article.blocks_of("paragraph")), article.text)
    return any(outlet in line for line in (*article.authors, *said)) or f"({outlet})" in opening[:DATELINE]


def _reprinted(a: Side, b: Side, _: Alignment) -> bool | None:
    """One says that it is reprinted: the page may name no outlet but the one whose text it is."""
    a_is, b_is = is_reprint(a.article), is_reprint(b.article)
    return None if a_is == b_is else b_is


def is_reprint(article: Article) -> bool:
    """Whether a notice on the page says that the text first appeared elsewhere."""
    return any(notice.kind == "syndicated" or REPRINTED.search(notice.text) for notice in article.notices)


def _published(a: Side, b: Side, _: Alignment) -> bool | None:
    """One was published earlier."""
    return before(a.article.published, b.article.published)


def _agency(a: Side, b: Side, _: Alignment) -> bool | None:
    """One says that it is another's text and the other keeps silent: the one that says so stands nearer to it."""
    a_says, b_says = bool(whole_creditor(a.credits)), bool(whole_creditor(b.credits))
    return None if a_says == b_says else a_says


def _complete(a: Side, b: Side, shared: Alignment) -> bool | None:
    """A text cut from the end lacks only the end; one pasted into another has the other's words around it."""
    if shared.of_b >= COMPLETE > shared.of_a:
        return _lacking_at_end(shared.in_a)
    if shared.of_a >= COMPLETE > shared.of_b:
        lacking = _lacking_at_end(shared.in_b)
        return None if lacking is None else not lacking
    return None


def _lacking_at_end(shared: NDArray[np.bool_]) -> bool | None:
    """Whether most words that only the longer text has stand after the last shared one; None if it may be a footer."""
    alone = np.flatnonzero(~shared)
    if len(alone) <= FOOTER or len(alone) == len(shared):
        return None
    last = int(np.flatnonzero(shared)[-1])
    return bool((alone > last).mean() >= 0.5)
