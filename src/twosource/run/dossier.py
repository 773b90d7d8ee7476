"""Everything in one go, without a library: inputs in, a dossier out.

Reads   any inputs of `gather`; addresses only with a Fetcher
Gives   Outcome: the dossier, and the inputs that failed
"""

from collections.abc import Iterable

import msgspec

from twosource.check import check
from twosource.check.missing import missing
from twosource.check.versions import versions
from twosource.dossier import write
from twosource.gather import Fetcher, Input, gather
from twosource.link import link
from twosource.model import (
    Article,
    Dossier,
    Evidence,
    Failure,
    InputError,
    RelatedItem,
    Story,
)
from twosource.read import read
from twosource.run.annotation import Progress, annotate_all, mistake
from twosource.run.settings import Settings
from twosource.run.steps import check_order
from twosource.stories import group
from twosource.trace import independent, trace

DEFAULTS = Settings()


class Outcome(msgspec.Struct, frozen=True):
    """What a run gave: the dossier (None when no input could be read) and every input that failed, in order."""

    dossier: Dossier | None
    failures: tuple[Failure, ...] = ()


def silent(step: str, done: int, total: int) -> None:
    """Report no progress."""


def make_dossier(
    inputs: Iterable[Input] | Input,
    settings: Settings = DEFAULTS,
    progress: Progress = silent,
    fetcher: Fetcher | None = None,
) -> Outcome:
    """Gather and read the inputs, or one, and return the dossier of what they tell. A bad one is recorded and left out.

    Addresses are fetched with `fetcher`; without one, nothing touches the network.
    """
    check_order()
    named, failures = _read_all(inputs, progress, fetcher)
    if not named:
        return Outcome(None, failures)
    evidence, broken = evidence_of(tuple(article for _, article in named), settings, progress)
    progress("check", 0, 0)
    sources = {article.id: source for source, article in named}
    broken = tuple(msgspec.structs.replace(failure, source=sources[failure.source]) for failure in broken)
    return Outcome(dossier_of(evidence) if evidence.articles else None, failures + broken)


def read_all(
    inputs: Iterable[Input] | Input, progress: Progress = silent, fetcher: Fetcher | None = None
) -> tuple[tuple[Article, ...], tuple[Failure, ...]]:
    """Return every article and teaser that can be read from the inputs, and a failure for each input that cannot."""
    named, failures = _read_all(inputs, progress, fetcher)
    return tuple(article for _, article in named), failures


def _read_all(
    inputs: Iterable[Input] | Input, progress: Progress, fetcher: Fetcher | None
) -> tuple[list[tuple[str, Article]], tuple[Failure, ...]]:
    """Each article with the path or address of its page, and the failures."""
    named: list[tuple[str, Article]] = []
    failures: list[Failure] = []
    for number, item in enumerate(gather(inputs, fetcher=fetcher), 1):
        progress("read", number, 0)
        if isinstance(item, Failure):
            failures.append(item)
            continue
        source = item.path or item.url or item.id
        try:
            named.extend((source, article) for article in read(item))
        except InputError as error:
            failures.append(Failure(source, error.step, str(error)))
        except Exception as error:  # a mistake of ours in reading one page must not lose the others
            failures.append(Failure(source, "read", mistake(error)))
    return named, tuple(failures)


def evidence_of(
    articles: tuple[Article, ...], settings: Settings = DEFAULTS, progress: Progress = silent
) -> tuple[Evidence, tuple[Failure, ...]]:
    """Return everything that can be found in the articles, and a failure for each one that a finder broke on."""
    articles = tuple(sorted(articles, key=_by_time))  # whatever the order in which they were given
    lineage = trace(articles)
    found, failures = annotate_all(articles, lineage, settings, progress)
    kept = tuple(article for article in articles if article.id in found)
    mentions = tuple(found[article.id] for article in kept)
    if len(kept) < len(articles):
        lineage = trace(kept)  # without those that a finder broke on
    return Evidence(kept, mentions, link(kept, mentions), lineage), failures


def dossier_of(evidence: Evidence) -> Dossier:
    """Return the dossier of articles that one person put together: all pages, and the teasers that belong to them.

    Facts are drawn from the pages and from teasers that grouping puts with one of them; the other teasers are
    listed as related. Raises InputError where `evidence` holds no article.
    """
    if not evidence.articles:
        raise InputError("no article could be read, so there is nothing to tell of")
    story, told, related = _story_of(evidence)
    facts = check(told, evidence, independent)
    dossier = write(story, facts, evidence, related, missing(facts, evidence))
    return msgspec.structs.replace(dossier, versions=versions(facts, evidence.lineage))


def _story_of(evidence: Evidence) -> tuple[Story, Story, tuple[RelatedItem, ...]]:
    """The story of all articles, the story without stray teasers that facts are drawn from, and the strays."""
    stories = group(evidence.articles, evidence.mentions)
    pages = {article.id for article in evidence.articles if not article.teaser_of}
    first = max(stories, key=lambda story: (len(pages.intersection(story.articles)), story.articles))
    near = {name for story in stories if pages.intersection(story.articles) for name in story.articles} | pages
    near |= _about_the_same(evidence, pages)
    order = [article.id for article in sorted(evidence.articles, key=_by_time)]
    related = tuple(
        RelatedItem(article.id, article.title, article.outlet, f"recommended on {article.teaser_of}")
        for article in evidence.articles
        if article.id not in near
    )
    told = tuple(name for name in order if name in near)
    return Story(first.id, first.title, tuple(order)), Story(first.id, first.title, told), related


MAIN = 4
"""How many of the entities named most often make up what a story is about: who, with or against whom, and where."""


def _about_the_same(evidence: Evidence, pages: set[str]) -> set[str]:
    """Teasers that name two of the `MAIN` entities of the pages: too short for grouping, and still of the story."""
    counts = {
        entity.id: sum(mention.article in pages for mention in entity.mentions)
        for entity in evidence.entities
        if entity.kind in ("person", "organisation", "place")
    }
    main = set(sorted(counts, key=lambda name: (-counts[name], name))[:MAIN])
    named: dict[str, set[str]] = {}
    for entity in evidence.entities:
        for mention in entity.mentions:
            if entity.id in main and mention.article not in pages:
                named.setdefault(mention.article, set()).add(entity.id)
    return {article for article, found in named.items() if len(found) >= 2}


def _by_time(article: Article) -> tuple[bool, str, str]:
    return bool(article.teaser_of), article.published.value if article.published else "9999", article.id
