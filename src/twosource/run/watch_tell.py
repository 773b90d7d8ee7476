"""Tell what changed in the stories that are followed, and keep what was told.

Reads   the library, the stories that were touched
Gives   Alert for each change, once; written down with the state of the story that it leads to
Misses  stories that nobody follows: their state is kept, so that following them later begins there
"""

from collections.abc import Iterable

import msgspec

from twosource.model import Dossier, Failure, SetupError, StoreError, TwosourceError
from twosource.run.alerts import Alert, changes, together, without_texts
from twosource.run.annotation import mistake
from twosource.run.library_derive import dossier_of_story
from twosource.store import Store, View
from twosource.store.feeds import Posted, has_told, outdated, tell, told_of


class Follow(msgspec.Struct, frozen=True):
    """Which stories are followed: those with these ids, and those with all words of one of these phrases.

    All of them when neither is given.
    """

    stories: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def takes(self, names: Iterable[str], dossier: Dossier) -> bool:
        """Whether a story with these ids, present and former, is followed."""
        if not self.stories and not self.phrases:
            return True
        known = {name.removeprefix("story:") for name in names}
        if known & {name.removeprefix("story:") for name in self.stories}:
            return True
        text = " ".join((dossier.title, *(article.title for article in dossier.articles))).casefold()
        return any(all(word in text for word in phrase.casefold().split()) for phrase in self.phrases if phrase.split())


def tell_changes(
    store: Store, stories: Iterable[str], follow: Follow, made: str, webhook: bool
) -> tuple[tuple[Alert, ...], tuple[Failure, ...]]:
    """Return alerts for the stories, and for those whose last change was never told; a failure for each that broke.

    In the first round of a library there is nothing to compare with: nothing is told. Later, a story that is new is
    told of only when it is in dispute.
    """
    with store.view() as view:
        known = has_told(view)
        names = sorted({*stories, *outdated(view)})
    found: list[Alert] = []
    failures = []
    for name in names:
        try:
            found += _told(store, name, follow, made, known, webhook)
        except (SetupError, StoreError):
            raise
        except TwosourceError as error:
            failures.append(Failure(name, "check", str(error)))
        except Exception as error:  # a mistake of ours in one story must not lose the others
            failures.append(Failure(name, "check", mistake(error)))
    return tuple(found), tuple(failures)


def _told(store: Store, story: str, follow: Follow, made: str, known: bool, webhook: bool) -> tuple[Alert, ...]:
    now = dossier_of_story(store, story)
    with store.view() as view:
        names = view.names_of(story)
        before = together(list(told_of(view, _sources(view, story, names)).values()))
    alerts = changes(before, now, story, made) if known and follow.takes(names, now) else ()
    sent = "" if webhook else "-"
    posted = [Posted(0, alert.id, story, made, msgspec.json.encode(alert).decode(), sent) for alert in alerts]
    with store.writer() as writer:
        tell(writer, story, without_texts(now), posted)
    return alerts


def _sources(view: View, story: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """The stories whose articles a story has now: itself, those that it took in, those that it came out of."""
    came = (change.other for _, change in view.changes(story) if change.story == story and change.other)
    return tuple(dict.fromkeys((*names, *came)))
