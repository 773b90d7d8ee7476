"""Annotate articles, each text once: a copy takes over what was found in its original.

Reads   articles, lineage
Gives   Mentions, one an article, in the same order; failures for articles that a finder broke on
"""

from collections.abc import Callable, Iterable
from itertools import chain

import msgspec

from twosource.annotate import annotate, annotate_many
from twosource.model import Article, Failure, InputError, Lineage, Mention, Mentions, Name, SetupError, Share, Span
from twosource.run.settings import Settings
from twosource.trace import inherit

Progress = Callable[[str, int, int], None]
"""Called with a step's name, how many inputs it has done, and of how many (0 when not known)."""

MOSTLY = 0.8
"""The part of a copy's text that must be its original's for the rest to be read alone: with less, pronouns and surnames
in the rest would too often point into words that are not looked at."""


def annotate_all(
    articles: tuple[Article, ...], lineage: Lineage, settings: Settings, progress: Progress
) -> tuple[dict[str, Mentions], tuple[Failure, ...]]:
    """Return the mentions of each article by id, originals first, and a failure for each one that a finder broke on.

    An article that a finder broke on is left out: what was not looked for must not seem not to be there.
    """
    by_id = {article.id: article for article in articles}
    owed = {article: share for article, share in _debts(lineage) if {share.earlier, share.later} <= by_id.keys()}
    found: dict[str, Mentions] = {}
    failures: list[Failure] = []
    originals = tuple(article for article in articles if article.id not in owed)
    copies = tuple(article for article in articles if article.id in owed)
    tried = chain(
        zip(originals, annotate_many(originals, settings.model), strict=True),
        ((copy, _tried(copy, owed[copy.id], by_id, found, settings)) for copy in copies),
    )
    for number, (article, outcome) in enumerate(tried, 1):
        progress("annotate", number, len(articles))
        if isinstance(outcome, Mentions):
            found[article.id] = outcome
        else:
            failures.append(Failure(article.id, "annotate", mistake(outcome)))
    return found, tuple(failures)


def mistake(error: Exception) -> str:
    """Return what to tell a person of an error: of an input's own fault its words, else that it is ours."""
    if isinstance(error, InputError):
        return str(error)
    return f"a mistake of ours, please report it: {type(error).__name__}: {error}"


def _debts(lineage: Lineage) -> Iterable[tuple[str, Share]]:
    """Each copy with the share between it and its family's first article."""
    for family in lineage.families:
        for share in family.shares:
            first = family.articles[0]
            if first in (share.earlier, share.later):
                yield (share.later if share.earlier == first else share.earlier), share


def _tried(
    copy: Article, share: Share, by_id: dict[str, Article], found: dict[str, Mentions], settings: Settings
) -> Mentions | Exception:
    """The copy's mentions, inherited where its original was annotated; or the error that a finder broke on."""
    name = share.earlier if share.later == copy.id else share.later
    try:
        if name not in found:
            return annotate(copy, settings.model)
        return annotate_copy(copy, by_id[name], found[name], share, settings)
    except SetupError:
        raise
    except Exception as error:  # a mistake of ours in one article must not lose the others
        return error


def annotate_copy(
    article: Article, original: Article, mentions: Mentions, share: Share, settings: Settings
) -> Mentions:
    """Return an article's mentions: inherited where it is mostly its original's words, found in the rest.

    `mentions` are the original's, `share` what the two have in common, in either direction.
    """
    inherited = inherit(original, article, mentions, share)
    left = sum(span.end - span.start for span in inherited.missing)
    if left > (1 - MOSTLY) * len(article.text):
        return annotate(article, settings.model)
    if not inherited.missing:
        return inherited.mentions
    rest = annotate(msgspec.structs.replace(article, text=_only(article.text, inherited.missing)), settings.model)
    return _joined(inherited.mentions, rest)


def _only(text: str, spans: Iterable[Span]) -> str:
    """The text with all but the spans blanked out, so that offsets stay."""
    kept = [" "] * len(text)
    for span in spans:
        kept[span.start : span.end] = text[span.start : span.end]
    return "".join(kept)


def _joined(inherited: Mentions, rest: Mentions) -> Mentions:
    """Both sets of mentions in text order; chains of the rest are numbered behind the inherited ones."""
    behind = 1 + max((name.value.chain for name in inherited.names), default=-1)
    names = tuple(_renumbered(name, behind) for name in rest.names)
    fields: dict[str, tuple[Mention[object], ...]] = {
        field: getattr(inherited, field) + (names if field == "names" else getattr(rest, field))
        for field in Mentions.__struct_fields__
        if field not in ("article", "sentences")
    }
    ordered = {field: tuple(sorted(values, key=lambda mention: mention.span)) for field, values in fields.items()}
    return msgspec.structs.replace(
        inherited, sentences=tuple(sorted({*inherited.sentences, *rest.sentences})), **ordered
    )


def _renumbered(name: Mention[Name], behind: int) -> Mention[Name]:
    if name.value.chain < 0:
        return name
    return Mention(msgspec.structs.replace(name.value, chain=name.value.chain + behind), name.span, name.by)
