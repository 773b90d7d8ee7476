"""A library exported: every kind in every format, some of it, in pieces, on the command line."""

import csv
import io
import json
import shutil
from itertools import count, islice

import pytest
from click.testing import CliRunner
from fastwarc.warc import ArchiveIterator
from ferry import PAGES

from twosource.cli import cli
from twosource.gather import gather, page_of
from twosource.model import Article, BadSetting, Instant, Page, StoryLine, UnknownId
from twosource.run.export import KINDS, Choice, dossiers, export
from twosource.run.library import add
from twosource.run.library_derive import STEPS_OF_FACTS, dossier_of_story
from twosource.run.rulings import Judge, rule, undo
from twosource.store import Store

COURT = """Court in Vessel jails banker for fraud

By Mia Rask
The Ledger
9 June 2023

A court in Vessel sentenced the banker Nils Odum to four years in prison on Friday for defrauding 120 customers.

- Odum will appeal, his lawyer Ane Lind said.
"""
CLOCK = "2023-06-10T08:00:00+00:00"


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / "news.db"
    made = Store.open(str(path))
    pages = [page_of(text.encode(), name, media_type="text/plain") for name, text in PAGES.items() if name != "evening"]
    url = "https://ledger.example/court/odum"
    pages.append(
        page_of(COURT.encode(), "court", media_type="text/plain", url=url, fetched="2023-06-09T12:00:00+02:00")
    )
    add(made, pages, clock=lambda: CLOCK)
    made.close()
    return path


@pytest.fixture
def store(library, tmp_path):
    for file in library.parent.iterdir():
        shutil.copy(file, tmp_path)
    opened = Store.open(str(tmp_path / library.name))
    yield opened
    opened.close()


EVERYTHING = Choice()


def exported(store, kind, format, choice=EVERYTHING):
    failures = []
    with store.view() as view:
        data = b"".join(export(view, kind, format, choice, failures.append))
    assert failures == []
    return data


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


ALL = [(kind, format) for kind, formats in KINDS.items() if kind != "dossiers" for format in formats]


@pytest.mark.parametrize(("kind", "format"), ALL)
def test_every_export_is_written_and_the_same_each_time(store, kind, format):
    data = exported(store, kind, format)
    assert len(data) > 100
    assert exported(store, kind, format) == data


def test_claims_and_facts_are_those_of_the_dossiers(store):
    with store.view() as view:
        stories = [line.id for line in view.stories()]
    told = [fact for story in stories for fact in dossier_of_story(store, story).facts]
    assert sorted(row["fact"] for row in rows(exported(store, "facts", "csv"))) == sorted(fact.id for fact in told)
    claims = [json.loads(line) for line in exported(store, "claims", "jsonl").splitlines()]
    assert {claim["fact"] for claim in claims} == {fact.id for fact in told}
    with store.view() as view:
        for claim in claims:
            assert view.article(claim["article"]).text[claim["start"] : claim["end"]] == claim["text"]


def test_only_the_stories_asked_for_are_exported(store):
    court = rows(exported(store, "facts", "csv", Choice(stories=("court",))))
    assert {row["story"] for row in court} == {"court"}
    lines = exported(store, "articles", "jsonl", Choice(stories=("noon",))).splitlines()
    assert {json.loads(line)["id"] for line in lines} == {"morning", "noon"}


DAYS = [
    (Choice(since="2023-06-01"), {"court"}),
    (Choice(until="2023-05-03"), {"morning", "noon"}),
    (Choice(since="2023-05-03", until="2023-05-03"), {"morning", "noon"}),
    (Choice(since="2023-05-04", until="2023-06-08"), set()),
    (Choice(), {"morning", "noon", "court"}),
]


@pytest.mark.parametrize(("choice", "ids"), DAYS)
def test_only_what_was_published_in_the_days_asked_for_is_exported(store, choice, ids):
    articles = exported(store, "articles", "jsonl", choice).splitlines()
    assert {json.loads(line)["id"] for line in articles} == ids
    claims = exported(store, "claims", "jsonl", choice).splitlines()
    assert {json.loads(line)["article"] for line in claims} == ids


def test_pages_come_back_from_a_web_archive_as_they_were_added(store, tmp_path):
    (tmp_path / "out.warc.gz").write_bytes(exported(store, "warc", "warc.gz"))
    records = ArchiveIterator(io.BytesIO(exported(store, "warc", "warc")))
    dates = {record.headers.get("WARC-Target-URI"): record.headers["WARC-Date"] for record in records}
    assert dates["https://ledger.example/court/odum"] == "2023-06-09T10:00:00Z"
    assert dates["urn:x-twosource:page:noon"] == "2023-06-10T08:00:00Z"
    again = [item for item in gather([tmp_path / "out.warc.gz"]) if isinstance(item, Page)]
    assert COURT.encode() in [page.data for page in again]
    assert "https://ledger.example/court/odum" in [page.url for page in again]
    with store.view() as view:
        kept = {page.id: page for _, page in view.pages(["morning", "noon"])}
    files = {page.id: page for page in again if not page.url}
    assert {id: (page.data, page.media_type) for id, page in files.items()} == {
        id: (page.data, page.media_type) for id, page in kept.items()
    }
    assert {page.fetched for page in files.values()} == {""}  # nobody fetched them: "today" in them stays open


def test_articles_exported_can_be_added_to_another_library(store, tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_bytes(exported(store, "articles", "jsonl"))
    other = Store.open(str(tmp_path / "other.db"))
    added = add(other, gather([path]), clock=lambda: CLOCK, later=True)
    assert set(added.new) == {"morning", "noon", "court"}
    assert exported(other, "articles", "jsonl") == path.read_bytes()
    with store.view() as first, other.view() as second:
        for id in added.new:
            assert second.article(id).body == first.article(id).body
            assert second.article(id).outlet == first.article(id).outlet
    other.close()


def test_a_teaser_exported_is_a_teaser_again_and_no_version_of_the_page_that_it_names(tmp_path):
    page = """<html><head><title>Dyke breaks</title></head><body><article><h1>Dyke breaks</h1><p>Four people died in
        Halvern on Tuesday, the mayor said, when the river broke a dyke.</p></article><section><h2>Recommended</h2>
        <article><h3><a href="https://ledger.example/court/odum">Court in Vessel jails banker for four years</a></h3>
        <p>A court sentenced the banker on Friday for fraud.</p></article></section></body></html>"""
    url = "https://ledger.example/court/odum"
    pages = [
        page_of(page.encode(), "dyke", media_type="text/html"),
        page_of(COURT.encode(), "court", media_type="text/plain", url=url),
    ]
    libraries = [Store.open(str(tmp_path / f"{name}.db")) for name in ("first", "second")]
    add(libraries[0], pages, clock=lambda: CLOCK, later=True)
    (tmp_path / "articles.jsonl").write_bytes(exported(libraries[0], "articles", "jsonl"))
    added = add(libraries[1], gather([tmp_path / "articles.jsonl"]), clock=lambda: CLOCK, later=True)
    assert (added.new, added.changed, added.failures) == (("dyke", "court"), (), ())
    with libraries[1].view() as view:
        assert view.article("dyke#teaser-1").teaser_of == "dyke"
    for library in libraries:
        library.close()


def test_a_story_out_of_date_is_derived_for_the_export(store):
    expected = exported(store, "facts", "jsonl")
    with store.writer() as writer:
        writer.make_stale(None)
    assert exported(store, "facts", "jsonl") == expected


def test_a_story_that_breaks_is_named_and_the_others_are_exported(store, monkeypatch):
    failures = []
    with store.writer() as writer:
        writer.make_stale(["story:court"])

    def broken(view, story):
        raise ZeroDivisionError("no")

    monkeypatch.setattr("twosource.run.export.derive", broken)
    with store.view() as view:
        data = b"".join(export(view, "facts", "csv", Choice(), failures.append))
    assert [failure.source for failure in failures] == ["story:court"]
    assert {row["story"] for row in rows(data)} != {"court"}
    assert rows(data)


WRONG = [
    ("nothing", "csv", Choice(), BadSetting, "no export of 'nothing'"),
    ("facts", "xml", Choice(), BadSetting, "csv or jsonl"),
    ("facts", "csv", Choice(since="yesterday"), BadSetting, "2023-05-03"),
    ("facts", "csv", Choice(since="2023-05-04", until="2023-05-03"), BadSetting, "no day is both 2023-05-04 or later"),
    ("facts", "csv", Choice(stories=("nowhere",)), UnknownId, "nowhere"),
]


@pytest.mark.parametrize(("kind", "format", "choice", "error", "said"), WRONG)
def test_what_cannot_be_exported_is_said_before_anything_is_written(store, kind, format, choice, error, said):
    with store.view() as view, pytest.raises(error, match=said):
        export(view, kind, format, choice, print)


def test_dossiers_are_one_document_a_story(store):
    with store.view() as view:
        made = dict(dossiers(view, "md", Choice(), print))
    assert set(made) == {"court", "morning"} or set(made) == {"court", "noon"}
    assert made["court"].startswith("# ")


class Endless:
    """A view of a library without end, of which every story is the same."""

    def __init__(self, story, dossier):
        self.told, self.made = story, dossier

    def articles(self, chosen):
        return (Article(f"a{number}", "Text.", published=Instant("2023-05-03")) for number in count())

    def stories(self, limit, offset):
        return tuple(StoryLine(f"s{offset + number}", "Title") for number in range(limit))

    def dossier(self, story):
        return self.made, STEPS_OF_FACTS

    def pages(self, ids):
        return ((id, Page(id, b"data", fetched=CLOCK)) for id in ids)


@pytest.mark.parametrize(
    ("kind", "format"), [("articles", "jsonl"), ("facts", "csv"), ("claims", "jsonl"), ("warc", "warc")]
)
def test_nothing_is_gathered_up_before_it_is_written(store, kind, format):
    endless = Endless("court", dossier_of_story(store, "court"))
    first = list(islice(export(endless, kind, format, Choice(), print), 2000))
    assert len(first) == 2000


def test_exports_and_judgements_hold_on_both_databases(address):
    store = Store.open(address)
    add(store, [page_of(COURT.encode(), "court", media_type="text/plain")], clock=lambda: CLOCK)
    assert {row["story"] for row in rows(exported(store, "facts", "csv"))} == {"court"}
    assert json.loads(exported(store, "articles", "jsonl"))["id"] == "court"
    first = dossier_of_story(store, "court").facts[0]
    made, about = rule(store, "reject", first.id, (), Judge("A. Editor", CLOCK))
    assert (about.story, about.title) == ("story:court", first.question)
    assert [fact.id for fact in dossier_of_story(store, "court").facts if fact.ruling] == [first.id]
    undo(store, made.id, Judge("B. Editor", CLOCK))
    assert not any(fact.ruling for fact in dossier_of_story(store, "court").facts)
    store.close()


# On the command line.


def test_a_library_that_is_not_there_is_not_made_by_looking_at_it(tmp_path):
    for command in (["export", "facts"], ["rulings"], ["why", "f1"], ["confirm", "f1"], ["undo", "r1"]):
        result = CliRunner().invoke(cli, [*command, "--db", str(tmp_path / "none.db")], standalone_mode=False)
        assert "there is no library" in str(result.exception), command
    assert list(tmp_path.iterdir()) == []


def twosource(store, *arguments):
    return CliRunner().invoke(cli, [*arguments, "--db", store.address], standalone_mode=False)


def test_the_command_writes_a_file_whose_ending_names_the_format(store, tmp_path):
    for name in ("facts.csv", "claims.jsonl", "articles.jsonld", "warc.warc"):
        result = twosource(store, "export", name.split(".")[0], "-o", str(tmp_path / name))
        assert result.return_value == 0, result
    assert (tmp_path / "facts.csv").read_bytes().startswith(b"\xef\xbb\xbfstory,fact")
    assert json.loads((tmp_path / "articles.jsonld").read_text("utf-8"))["@graph"]
    assert (tmp_path / "warc.warc").read_bytes().startswith(b"WARC/1.1")


def test_tables_for_programs_are_raw(store):
    result = twosource(store, "export", "facts", "--raw")
    assert result.stdout_bytes.startswith(b"story,fact")


def test_dossiers_fill_a_folder_or_one_file(store, tmp_path):
    assert twosource(store, "export", "dossiers", "-o", str(tmp_path / "all")).return_value == 0
    assert len(list((tmp_path / "all").glob("*.html"))) == 2
    result = twosource(store, "export", "dossiers", "--story", "court", "--format", "md")
    assert result.stdout.startswith("# ")
    assert isinstance(twosource(store, "export", "dossiers").exception, BadSetting)


def test_a_failed_export_leaves_the_file_that_was_there(store, tmp_path):
    path = tmp_path / "facts.csv"
    path.write_text("before")
    assert twosource(store, "export", "facts", "--story", "nowhere", "-o", str(path)).exception
    assert path.read_text() == "before"


def test_judging_and_explaining_on_the_command_line(store):
    fact = next(fact for fact in dossier_of_story(store, "noon").facts if fact.kind == "figure")
    said = twosource(store, "confirm", fact.id, "--who", "A. Editor", "--note", "rang them")
    assert "r1: confirm" in said.stdout
    assert "confirmed by A. Editor" in said.stdout
    assert "a person's ruling: confirmed by A. Editor" in twosource(store, "why", fact.id).stdout
    assert "A. Editor" in twosource(store, "export", "dossiers", "--story", "noon", "--format", "md").stdout
    assert "A. Editor" in twosource(store, "export", "dossiers", "--story", "noon", "--format", "html").stdout
    assert f"holds for {fact.id}" in twosource(store, "rulings").stdout
    assert "r1 is undone" in twosource(store, "undo", "r1", "--who", "B").stdout
    assert "undone by r2" in twosource(store, "rulings").stdout
    assert "ruling" not in twosource(store, "why", fact.id).stdout
