"""Tell the story's own event from the older ones that background paragraphs speak of.

Reads   times, sentences and paragraphs of one article; the day it speaks from
Gives   a key for each sentence that tells of an older event ("1998"), nothing for the others
Misses  an older event that is told without any date or comparison ("the earlier flood")

A figure for an earlier event never answers a question about this one, so in doubt a sentence that names a year
before the story's own is background.
"""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from twosource.model import Article, Mention, Mentions, Span, Time

AGE = 45
"""How long before the article something happened to be an older event: a story in the news runs for weeks, and
anniversaries and "last year" lie well beyond; between the two, news of a month ago is still the same affair."""

MONTH, HALF_A_MONTH = re.compile(r"\d{4}-\d\d"), 15
"""A month, and how far before its end the days lie that it is said of: in April "in February" is long ago."""

WEEK = re.compile(r"\d{4}-W\d\d")
"""A week, as of "twelve weeks ago": who reckons in weeks from now tells of what still goes on."""

BARE_MONTH = re.compile(r"XXXX-\d\d")
UNDATED = re.compile(r"XXXX-(?:WXX|XX-XX|\d\d-\d\d)")
"""A weekday, "today", weeks ago or a date without its year, which nothing dates: news of its own days."""

YEARS_AGO = re.compile(
    r"^(?:[\w-]+\s+){0,3}(?:years|decades)\s+(?:ago|earlier|before|back)$|^a\s+(?:year|decade)\s+ago$", re.I
)
"""A time so far back that no story of these days runs from there."""

YEAR = re.compile(r"^(\d{4})")
COMPARES = re.compile(
    r"\b(?:worst|deadliest|biggest|largest|strongest|heaviest|highest|lowest|most|first|record)\b"
    r"[^.]*\b(?:since|after|from|of)(?:\s+(?:the|those?))?\W*$"
    r"|\b(?:more|fewer|less|higher|lower|as|like)\b[^.\d]{0,20}\b(?:than|as|like)"
    r"(?:\s+(?:the|that|those|one|ones|in|of|on|during))*\W*$",
    re.I,
)
"""Words before a date that compare this event with that one, and do not tell of it."""

SINCE = re.compile(r"\b(since|from|after)\W*$", re.I)
POINTS_BACK = re.compile(r"^\W*(?:it|that|this)\s+(?!is\b|was\b|has\b)\w+(?:ed|t)\b", re.I)
"""The start of a paragraph that goes on about the deed of the one before: "It killed ..."."""

CARRIES_ON = re.compile(r"^\W*(it|that|this|then|those|they|the|more|about|some|at least|over|nearly)\b", re.I)

THEN = re.compile(r"\b(?:then|at\s+(?:the|that)\s+time)\W*$", re.I)
"""The end of a sentence that tells of the time of the one before: "Nobody was hurt then"."""


def own_year(told: Iterable[Mentions]) -> int | None:
    """Return the year in which a story happens that nothing dates: the latest year that most of its articles name.

    One article may name none but that of an older event; the later of two years that are named as often is taken.
    """
    latest = Counter(max(years) for mentions in told if (years := _years(mentions)))
    return max(latest, key=lambda year: (latest[year], year), default=None)


def background(
    article: Article, mentions: Mentions, day: str, year: int | None = None, told_on: Iterable[str] = ()
) -> dict[Span, str]:
    """Return the key of the older event for each sentence that tells of one.

    `day` is the ISO day from which the article speaks; without it, only years are compared, against `year`, that of the
    story, or else the latest that the article names. A sentence without a date of its own that follows such a one in
    the same block and carries on from it ("It killed ...") tells of the same event. "The worst since 1998" compares,
    and does not tell; "14,000 died since 2014" tells of all those years, which is another question with a key of its
    own, "since 2014". What happened in the week before a day on which the story was told (`told_on`) is the story's
    own, however long ago it is for a later article.
    """
    reference = _reference(mentions, day, year) or date.min
    own = _own_days(told_on)
    found: dict[Span, str] = {}
    previous: tuple[Span | None, str] = (None, "")
    times = mentions.times
    position = 0
    for sentence in mentions.sentences:
        inside = []
        while position < len(times) and times[position].span.start < sentence.end:
            if times[position].span.start >= sentence.start:
                inside.append(times[position])
            position += 1
        block = next((b.span for b in article.blocks if b.span.covers(sentence)), None)
        news = any(time.value.start == time.value.end and time.value.end in own for time in inside)
        key = "" if news else _older(article, sentence, inside, reference)
        dated = any(time.value.start for time in inside)
        if not key and not dated and previous[1]:
            carries = CARRIES_ON if previous[0] == block else POINTS_BACK
            told = sentence.of(article.text)
            key = previous[1] if carries.match(told) or THEN.search(told) else ""
        if key:
            found[sentence] = key
        previous = (block, key)
    return found


def _own_days(told_on: Iterable[str]) -> frozenset[str]:
    """The days of which a story told as news: those on which it was told, and the week before each."""
    return frozenset(
        (date.fromisoformat(day[:10]) - timedelta(days=back)).isoformat()
        for day in told_on
        if FULL_DAY.match(day)
        for back in range(NEWS + 1)
    )


NEWS = 7
"""Days for which something that happened is told as news."""

FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def older_key(time: Time, reference: date) -> str:
    """Return the year of a time that lies well before `reference`, "" for any other.

    >>> older_key(Time("DATE", "1998", "1998-01-01", "1998-12-31"), date(2022, 2, 28))
    '1998'
    >>> older_key(Time("DATE", "2022-01", "2022-01-01", "2022-01-31"), date(2022, 3, 10))
    '2022'
    >>> older_key(Time("DATE", "2016-12-25", "2016-12-25", "2016-12-25"), date.min)
    ''
    """
    if time.type not in ("DATE", "TIME") or not time.end:
        return ""
    try:
        end = date.fromisoformat(time.end[:10])
    except ValueError:
        return ""
    # Days are counted, since an undated story's reference is the first day there is and a time's end may be the last.
    passed = reference.toordinal() - end.toordinal()
    if MONTH.fullmatch(time.value):
        passed += HALF_A_MONTH
    return time.start[:4] if passed > AGE and not WEEK.fullmatch(time.value) else ""


def _bare_month(time: Time) -> str:
    """The month of a time that names one without day or year and was not resolved: in an undated story, months ago.

    News of its own days names weekdays or days; "in February" is said of another time.
    """
    return f"month {time.value[5:]}" if BARE_MONTH.fullmatch(time.value) else ""


def _years_ago(article: Article, time: Mention[Time]) -> str:
    """The words of a time years back that could not be resolved, since nothing dates the article."""
    told = " ".join(time.span.of(article.text).lower().split())
    return told if not time.value.start and YEARS_AGO.match(told) else ""


def _older(article: Article, sentence: Span, times: list[Mention[Time]], reference: date) -> str:
    """A sentence's key: set when some time in it is old, none is of the story's own days, and it does not compare."""
    keys = []
    for time in times:
        key = older_key(time.value, reference) or _bare_month(time.value) or _years_ago(article, time)
        before = article.text[sentence.start : time.span.start]
        if key and not COMPARES.search(before):
            keys.append(f"since {key}" if SINCE.search(before) else key)
        elif not key and time.value.type in ("DATE", "TIME") and (time.value.start or UNDATED.match(time.value.value)):
            return ""
    return keys[0] if keys else ""


def _reference(mentions: Mentions, day: str, year: int | None) -> date | None:
    if day:
        try:
            return date.fromisoformat(day[:10])
        except ValueError:
            return None
    latest = year or max(_years(mentions), default=None)
    return date(latest, 1, 1) + timedelta(days=AGE) if latest else None


def _years(mentions: Mentions) -> list[int]:
    """The years that an article names, none of a far future."""
    return [int(m[1]) for time in mentions.times if (m := YEAR.match(time.value.end)) and 0 < int(m[1]) < 2100]
