"""Export a library, or some of it, for other programs and for spreadsheets.

Reads   one state of a library: articles, pages, stories with what was derived from them
Gives   bytes, a piece at a time: no more than one story, or one chunk of articles, is held at once
Misses  search results and alerts; files of a spreadsheet's own (CSV opens in each)
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec

from twosource.dossier import FORMATS, render
from twosource.dossier import exports as x
from twosource.dossier.exports.tables import Row
from twosource.model import Article, BadSetting, Dossier, Evidence, Failure, SetupError, StoreError
from twosource.run.annotation import mistake
from twosource.run.library_derive import STEPS_OF_FACTS, derive, evidence_of_story
from twosource.store import View
from twosource.store.view import Filter
from twosource.text.calendar import ISO_DAY

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": ("jsonl", "jsonld"),
        "claims": ("csv", "jsonl"),
        "dossiers": tuple(FORMATS),
        "events": ("csv",),
        "facts": ("csv", "jsonl"),
        "ftm": ("jsonl",),
        "warc": ("warc.gz", "warc"),
    }
)
"""What can be exported, each with its formats, the usual one first."""

DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?")
PAGES = 200
"""Stories or pages looked up at a time: enough to make a query worth its while, few enough for memory."""

Failed = Callable[[Failure], None]


class Choice(msgspec.Struct, frozen=True):
    """What to export of a library: some stories, or what was published in some days; everything when both are empty.

    `since` and `until` are ISO 8601 days or instants, both inclusive. Of a story all is exported when it has an article
    of these days. With `raw` tables are written for programs: no byte-order mark, no guard against formulas.
    """

    stories: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    raw: bool = False


def export(view: View, kind: str, format: str, choice: Choice, failed: Failed) -> Iterator[bytes]:
    """Yield an export as bytes, in pieces; `failed` is told of each story that a step broke on, and the rest goes on.

    `kind` and `format` are of `KINDS`; raises BadSetting when they are not, UnknownId for a story that is not there.
    Dossiers are exported by `dossiers`, one document each.
    """
    check_kind(kind, format)
    return _pieces(view, kind, format, _checked(view, choice), failed)


def check_kind(kind: str, format: str) -> None:
    """Raise BadSetting when there is no such kind of export, or not in this format."""
    if kind not in KINDS:
        raise BadSetting(f"there is no export of {kind!r}: take one of {', '.join(KINDS)}")
    if format not in KINDS[kind]:
        raise BadSetting(f"{kind} are not exported as {format}: take {' or '.join(KINDS[kind])}")


def dossiers(view: View, format: str, choice: Choice, failed: Failed) -> Iterator[tuple[str, str]]:
    """Yield (a story's id, its dossier as text) for each story chosen."""
    check_kind("dossiers", format)
    told = _told(view, _checked(view, choice), failed, evidence=False)
    return ((story, render(dossier, format)) for story, dossier, _ in told)


def _checked(view: View, choice: Choice) -> Choice:
    """The choice with the ids of stories whole; raises UnknownId, BadSetting."""
    for day in (choice.since, choice.until):
        if day and not DATE.fullmatch(day):
            raise BadSetting(f"{day!r} is no day: write it as 2023-05-03")
    if choice.until and choice.since[:ISO_DAY] > choice.until[:ISO_DAY]:
        raise BadSetting(f"no day is both {choice.since} or later and {choice.until} or before")
    stories = dict.fromkeys(view.present(story) for story in choice.stories)
    return msgspec.structs.replace(choice, stories=tuple(stories))


def _pieces(view: View, kind: str, format: str, choice: Choice, failed: Failed) -> Iterator[bytes]:
    if kind == "warc":
        yield from _web_archive(view, choice, packed=format == "warc.gz")
    elif kind == "articles":
        write = x.article_lines if format == "jsonl" else x.article_nodes
        yield from _encoded(write(_articles(view, choice)))
    elif kind == "ftm":
        for story, dossier, evidence in _told(view, choice, failed):
            yield from _encoded(map(x.json_line, x.entities(story, evidence, dossier)))
    elif format == "csv":
        columns, rows = TABLES[kind]
        told = _told(view, choice, failed, evidence=kind == "events")
        found = (row for story, dossier, evidence in told for row in rows(story, evidence, dossier))
        yield from _encoded(x.table(columns, found, choice.raw))
    else:
        records = x.fact_records if kind == "facts" else x.claim_records
        for story, dossier, _ in _told(view, choice, failed, evidence=False):
            yield from _encoded(map(x.json_line, records(story, dossier)))


Rows = Callable[[str, Evidence, Dossier], Iterable[Row]]

TABLES: Mapping[str, tuple[tuple[str, ...], Rows]] = MappingProxyType(
    {
        "claims": (x.CLAIM_COLUMNS, lambda story, evidence, dossier: x.claim_rows(story, dossier)),
        "events": (x.EVENT_COLUMNS, x.event_rows),
        "facts": (x.FACT_COLUMNS, lambda story, evidence, dossier: x.fact_rows(story, dossier)),
    }
)
"""The header and the rows of each table."""


def _told(view: View, choice: Choice, failed: Failed, evidence: bool = True) -> Iterator[tuple[str, Dossier, Evidence]]:
    """Each story chosen with its dossier and, when asked for, its evidence."""
    for story in _stories(view, choice):
        try:
            dossier = _dossier(view, story)
            known = evidence_of_story(view, story) if evidence else Evidence((), ())
        except (SetupError, StoreError):
            raise
        except Exception as error:  # a mistake of ours in one story must not lose the others
            failed(Failure(story, "check", mistake(error)))
            continue
        if dossier is None:
            failed(Failure(story, "annotate", "none of its articles could be annotated"))
        else:
            yield story.removeprefix("story:"), dossier, known


def _dossier(view: View, story: str) -> Dossier | None:
    """A story's dossier as stored, or derived when that is out of date; None when nothing of it was annotated."""
    stored = view.dossier(story)
    if stored is not None and stored[1] == STEPS_OF_FACTS:
        return stored[0]
    made = derive(view, story)
    return made.dossier if made else None


def _stories(view: View, choice: Choice) -> Iterator[str]:
    """The ids of the stories chosen: as named, or the latest first."""
    if choice.stories:
        yield from choice.stories
        return
    offset = 0
    while lines := view.stories(PAGES, offset):
        for line in lines:
            if _within(line.first, line.last, choice):
                yield line.id
        offset += PAGES


def _within(first: str, last: str, choice: Choice) -> bool:
    """Whether some day of a story is among those chosen; a story without days is not, when any are."""
    if not choice.since and not choice.until:
        return True
    return bool(first) and last >= choice.since[:ISO_DAY] and (not choice.until or first <= choice.until[:ISO_DAY])


def _articles(view: View, choice: Choice) -> Iterator[Article]:
    if not choice.stories:
        yield from view.articles(Filter(since=choice.since, until=choice.until))
        return
    for story in _stories(view, choice):
        yield from view.articles_of(view.members(story)).values()


def _web_archive(view: View, choice: Choice, packed: bool) -> Iterator[bytes]:
    """The pages of the articles chosen, each page once; a file without an instant of its own has that of its adding."""
    opened = False
    for ids in _chunks(article.id for article in _articles(view, choice) if not article.teaser_of):
        for id, page in view.pages(ids):
            when = page.fetched or next((v.added for v in view.versions(id) if v.article == id), "")
            if not opened:
                yield x.warcinfo(when, packed)
                opened = True
            yield x.page_record(page, when, packed)


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    some: list[str] = []
    for id in ids:
        some.append(id)
        if len(some) == PAGES:
            yield some
            some = []
    if some:
        yield some


def _encoded(texts: Iterable[str]) -> Iterator[bytes]:
    return (text.encode() for text in texts)
