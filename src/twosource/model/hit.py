"""What a search is asked and what it finds."""

from typing import Literal

import msgspec

from twosource.model.fact import Verdict
from twosource.model.span import Span

HitKind = Literal["article", "fact", "statement"]


class Filters(msgspec.Struct, frozen=True):
    """Where to search: "" or () leaves a field open.

    `since` and `until` are days of publication, both inclusive. `entity` and `place` are names in any spelling.
    `verdict` finds facts with it, and articles that carry such a fact. `replaced` finds also what a newer version of
    its page has replaced.
    """

    kinds: tuple[HitKind, ...] = ()
    outlet: str = ""
    since: str = ""
    until: str = ""
    entity: str = ""
    place: str = ""
    language: str = ""
    verdict: Verdict | Literal[""] = ""
    replaced: bool = False


class Snippet(msgspec.Struct, frozen=True):
    """The sentence to show: it reads exactly ``text[start:end]`` of the article with this id.

    `words` are the places of the words that were asked for, in the article's text, all within the span.
    """

    article: str
    span: Span
    text: str
    words: tuple[Span, ...] = ()


class Hit(msgspec.Struct, frozen=True):
    """Something found. `id` is an article's or, within `story`, a fact's; `score` is 1 for the best of its kind.

    `title` is an article's title or a fact's question, `verdict` "" for an article. `why` says by what it was found:
    the words, the meaning, the speaker, being a figure.
    """

    kind: HitKind
    id: str
    story: str
    score: float
    title: str
    snippets: tuple[Snippet, ...] = ()
    outlet: str = ""
    published: str = ""
    verdict: str = ""
    why: str = ""
