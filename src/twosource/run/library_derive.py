"""Derive the facts and the dossier of a library's stories.

Reads   a story's articles with their mentions and lineage, people's rulings
Gives   Derived; written down beside the story with the versions of the steps that made it
Misses  what is told of one event in two stories
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from twosource.check import check
from twosource.check.missing import missing
from twosource.check.rulings import ruled
from twosource.check.versions import versions
from twosource.dossier import write
from twosource.link import link
from twosource.model import (
    Article,
    Dossier,
    Evidence,
    Fact,
    Failure,
    Lineage,
    Mentions,
    Ruling,
    SetupError,
    StoreError,
    Story,
    TwosourceError,
)
from twosource.run.annotation import Progress, mistake
from twosource.run.steps import steps_named
from twosource.store import Store, View, Writer
from twosource.stories import story_of
from twosource.trace import independent

STEPS_OF_FACTS = steps_named("trace", "annotate", "link", "group", "check", "write")
"""The versions of the steps that made a story's facts."""


Seen = Mapping[str, tuple[Article, Mentions]]
NONE_SEEN: Seen = {}


class Derived(msgspec.Struct, frozen=True):
    """What was derived from a story. `articles` are all of its own, `evidence` holds those that were annotated."""

    story: Story
    articles: tuple[Article, ...]
    evidence: Evidence
    facts: tuple[Fact, ...]
    dossier: Dossier


def derive(view: View, story: str, seen: Seen = NONE_SEEN) -> Derived | None:
    """Return what a story's articles tell; None when none of them was annotated. Raises UnknownId.

    `seen` are articles of the library at hand, with what was found in them.
    """
    story = view.present(story)
    members, rulings = view.members(story), view.rulings(story)
    evidence = _evidence(view, members, rulings, seen)
    if not evidence.articles:
        return None
    whole = len(evidence.articles) == len(members)
    articles = evidence.articles if whole else tuple(view.articles_of(members).values())
    named = story_of(story, articles)
    read = {article.id for article in evidence.articles}
    told = msgspec.structs.replace(named, articles=tuple(id for id in named.articles if id in read))
    facts = check(told, evidence, independent, rulings)
    dossier = write(told, facts, evidence, (), missing(facts, evidence))
    dossier = msgspec.structs.replace(dossier, versions=versions(facts, within(evidence.lineage, read)))
    return Derived(named, articles, evidence, facts, dossier)


def evidence_of_story(view: View, story: str) -> Evidence:
    """Return all that is known of a story's articles, names linked and as people left them.

    Articles that were not annotated are left out.
    """
    story = view.present(story)
    return _evidence(view, view.members(story), view.rulings(story), NONE_SEEN)


def _evidence(view: View, members: Sequence[str], rulings: Sequence[Ruling], seen: Seen) -> Evidence:
    evidence = view.evidence_of(members, seen)
    linked = msgspec.structs.replace(evidence, entities=link(evidence.articles, evidence.mentions))
    return ruled(linked, rulings)


def within(lineage: Lineage, articles: Collection[str]) -> Lineage:
    """Return a lineage without shares with others: a later version in another story withdraws nothing here."""
    families = tuple(
        msgspec.structs.replace(
            family,
            shares=tuple(share for share in family.shares if share.earlier in articles and share.later in articles),
        )
        for family in lineage.families
    )
    return msgspec.structs.replace(lineage, families=families)


def save(writer: Writer, made: Derived) -> bool:
    """Write down what was derived; False, and nothing written, when articles joined or left the story meanwhile."""
    if set(writer.members(made.story.id)) != set(made.story.articles):
        return False
    writer.write_headline(made.story, made.articles)
    writer.write_story(made.story.id, made.facts, made.evidence.entities, made.dossier, STEPS_OF_FACTS)
    return True


def derive_all(store: Store, stories: Iterable[str], progress: Progress, seen: Seen = NONE_SEEN) -> tuple[Failure, ...]:
    """Derive the stories, one transaction each, and write them down; return a failure for each that a step broke on."""
    names = sorted(stories)
    failures = []
    for number, name in enumerate(names, 1):
        progress("facts", number, len(names))
        try:
            with store.view() as view:
                made = derive(view, name, seen)
            if made is not None:
                with store.writer() as writer:
                    save(writer, made)
        except (SetupError, StoreError):
            raise
        except Exception as error:  # a mistake of ours in one story must not lose the others; it stays stale
            failures.append(Failure(name, "check", mistake(error)))
    return tuple(failures)


def name_stories(store: Store, stories: Iterable[str]) -> None:
    """Give stories their titles and sizes, and leave their facts for later."""
    for name in sorted(stories):
        with store.writer() as writer:
            articles = tuple(writer.articles_of(writer.members(name)).values())
            if articles:
                writer.write_headline(story_of(name, articles), articles)


def dossier_of_story(store: Store, story: str) -> Dossier:
    """Return the dossier of a story: as it is stored, or derived anew when it is stale and stored if that can be.

    Raises UnknownId, and StoreError when the library cannot be read; one that cannot be written is no error here.
    """
    with store.view() as view:
        found = view.dossier(story)
        if found is not None and found[1] == STEPS_OF_FACTS:
            return found[0]
        made = derive(view, story)
    if made is None:
        raise TwosourceError(f"no article of story {story!r} could be annotated: run `twosource rebuild`")
    try:
        with store.writer() as writer:
            save(writer, made)
    except StoreError:
        return made.dossier
    return made.dossier
