"""Part what a story tells of one kind of event by the days that dated articles give: another day is another event.

Reads   the mentions of one kind of event, whom they befell being one
Gives   the mentions of each event, the one that most articles tell first
Misses  two events of one day; articles without a date, which go with the chief event

"Police raided two homes" in September and "the homes that were raided on Friday" in an article of August are no one
raid. A mention without a day joins the event of one day, unless its article was printed before that, or other days are
given as often: of many rallies nobody knows which is meant. What befalls somebody but once is one event, whatever days
are given for it: those are at odds.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from twosource.check.events.main_tellings import Told
from twosource.check.events.main_when import days_of
from twosource.text.lexicon import words

NIGHT = timedelta(days=1)
"""What an article may be dated before the day that it tells of, in another zone."""

Given = tuple[Told, frozenset[date]]


def by_day(kind: str, told: Sequence[Told]) -> list[list[Told]]:
    """Return the mentions of events of a kind, those of one event together."""
    if kind in words("once_deeds") or sum(bool(one.context.day) for one in told) <= 1:
        return [list(told)]
    given = [(one, frozenset(filter(None, map(_date, days_of(one))))) for one in told]
    articles: dict[date, set[str]] = defaultdict(set)
    for one, days in given:
        for day in days:
            articles[day].add(one.article)
    if not articles:
        return [list(told)]
    ranked = sorted(articles, key=lambda day: (-len(articles[day]), day))
    chief, others = ranked[0], {article for day in ranked[1:] for article in articles[day]}
    sure = len(articles[chief]) > len(others - articles[chief])
    events: list[list[Told]] = []
    left = given
    for day in ranked:
        own = [pair for pair in left if day in pair[1] or (day == chief and sure and _since(pair, day))]
        left = [pair for pair in left if pair not in own]
        events.append([one for one, _ in own])
    rest = [one for one, _ in left] if sure else []
    return [event for event in (*events, rest) if event]


def _since(pair: Given, day: date) -> bool:
    """Whether a mention gives no day, and may have been printed since one."""
    one, days = pair
    printed = _date(one.context.day[:10])
    return not days and (printed is None or printed >= day - NIGHT)


def _date(day: str) -> date | None:
    """An ISO day as a date, None where no calendar has it."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
