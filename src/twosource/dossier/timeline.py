"""Lay out in time what the facts tell of: time facts, events with a time of their own, figures with their as-of.

Reads   Facts, Mentions.times, Mentions.events
Gives   TimelineItem, in order of time; Period
Misses  events whose time is told in another sentence
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from twosource.dossier.wording import answer
from twosource.model import Account, Article, Claim, Fact, Mentions, Period, Span, TimelineItem
from twosource.text.calendar import ISO_DAY

Moment = tuple[str, str]
"""First and last day or minute, ISO 8601; the last is "" when it is not known."""


def timeline(facts: Iterable[Fact], mentions: Iterable[Mentions]) -> tuple[TimelineItem, ...]:
    """Return one item for each account that can be placed in time, by start, end, then order of the facts."""
    by_article = {found.article: found for found in mentions}
    items = []
    for fact in facts:
        for account in fact.accounts:
            moment = _moment(fact, account, by_article)
            if moment:
                items.append(TimelineItem(moment[0], moment[1], answer(fact.question, account.value), fact.id))
    return tuple(sorted(dict.fromkeys(items), key=lambda item: (item.start, item.end)))


def _moment(fact: Fact, account: Account, mentions: Mapping[str, Mentions]) -> Moment | None:
    """When an account's value holds: the time most of its claims give, the earliest of equals."""
    if fact.kind == "figure":
        return (account.as_of, account.as_of) if account.as_of else None
    if fact.kind not in ("time", "event"):
        return None
    found = Counter(moment for claim in account.claims if (moment := _told(fact, claim, mentions)))
    return min(found, key=lambda moment: (-found[moment], moment)) if found else None


def _told(fact: Fact, claim: Claim, mentions: Mapping[str, Mentions]) -> Moment | None:
    """The time that a claim's own words give to its event, or its as-of."""
    found = mentions.get(claim.article)
    wanted: tuple[Span, ...] = (claim.focus,)
    if found and fact.kind == "event":
        own = [event for event in found.events if event.span.overlaps(claim.focus)]
        wanted = tuple(event.value.time for event in own if event.value.time)
    for mention in found.times if found else ():
        time = mention.value
        named = any(mention.span.overlaps(span) for span in wanted)
        dated = fact.kind == "event" and any(span.overlaps(claim.focus) for span in time.dates)
        if time.start and (named or dated):
            return time.start, time.end
    return (claim.as_of, claim.as_of) if claim.as_of else None


def period(articles: Iterable[Article], facts: Iterable[Fact], items: Iterable[TimelineItem]) -> Period:
    """Return the first and last day of the articles and of what the facts tell of the story's own event.

    An older event in a background paragraph does not stretch it, nor does a time coarser than a day.
    """
    main = {fact.id for fact in facts if all(not claim.event for account in fact.accounts for claim in account.claims)}
    own = [article for article in articles if not article.teaser_of]
    days = {instant.day for article in own for instant in (article.published, article.updated) if instant}
    for item in items:
        if item.fact in main and item.end[:10] in ("", item.start[:10]):
            days.add(item.start[:10])
    # A bare year or month is no day.
    days = {day for day in days if len(day) == ISO_DAY}
    return Period(min(days, default=""), max(days, default=""))
