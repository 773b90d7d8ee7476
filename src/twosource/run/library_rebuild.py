"""Make everything anew that is derived: families, stories, facts, dossiers, and mentions of an older version.

Reads   what a library keeps: articles in the order in which they came, where batches ended, mentions, rulings
Gives   the derived tables, the same as when they were made step by step; failures of articles and stories
Misses  pages are not read again: what was read from them is kept as it was
"""

from twosource.model import Failure, SetupError
from twosource.run.annotation import Progress, mistake
from twosource.run.dossier import silent
from twosource.run.library import ANNOTATE, DEFAULTS, Adding, annotate_from, original_of
from twosource.run.library_derive import derive_all
from twosource.run.settings import Settings
from twosource.store import Store, Writer


def rebuild(store: Store, settings: Settings = DEFAULTS, progress: Progress = silent) -> tuple[Failure, ...]:
    """Drop and derive everything again; return a failure for each article and story that a step broke on.

    A rebuild that was stopped is gone on with by the next `add` or `rebuild`; nothing that is kept is touched.
    """
    with store.writer() as writer:
        writer.clear_derived()
    adding = Adding(store, settings, lambda: "")
    adding.catch_up(progress)
    with store.writer() as writer:
        adding.stream.catch_up(writer)
        adding.stream.flush(writer)
    failures = annotate_missing(store, settings, progress)
    with store.view() as view:
        stale = view.stale()
    return failures + derive_all(store, stale, progress)


def annotate_missing(store: Store, settings: Settings, progress: Progress) -> tuple[Failure, ...]:
    """Annotate the articles that the present finders have not seen, in order; what older ones found is kept."""
    failures: list[Failure] = []
    after = 0
    while True:
        with store.view() as view:
            waiting, newest = view.without_mentions(ANNOTATE, after), view.newest()
        if not waiting:
            return tuple(failures)
        for seq, id in waiting:
            progress("annotate", seq, newest)
            with store.writer() as writer:
                failures += _annotate(writer, id, settings)
        after = waiting[-1][0]


def _annotate(writer: Writer, id: str, settings: Settings) -> list[Failure]:
    """Annotate one article as `add` does; its shares with earlier articles stand in the library by now."""
    article = writer.article(id)
    original = original_of(writer, article, writer.shares_with_earlier(id))
    try:
        found = annotate_from(original, article, settings)
    except SetupError:
        raise
    except Exception as error:  # a mistake of ours in one article must not lose the others
        return [Failure(id, "annotate", mistake(error))]
    writer.add_mentions(found, ANNOTATE)
    return []
