"""The commands that work on a library, as a person types them: add, stories, story, article, rebuild."""

import json

import pytest
from click.testing import CliRunner

import twosource.cli.add
from twosource.cli import cli, main
from twosource.cli.meter import Meter
from twosource.gather import page_of
from twosource.store import Store

FLOOD = "Four people died in Halvern when the River Maren broke a dyke on Tuesday, the mayor Ingrid Solheim said."
LATER = "Six people died in Halvern when the River Maren broke a dyke on Tuesday, the mayor Ingrid Solheim said."
MORE = "About 5,000 residents were taken to schools in the hills before dawn, said the fire brigade of Westmark."


def line(id, text, outlet="Harbour Post"):
    url = f"https://{outlet.split()[0].lower()}.example/{id}"
    return json.dumps(
        {"id": id, "title": "Dyke breaks", "text": f"{text}\n\n{MORE}", "outlet": outlet, "published": "2023-03-14",
         "url": url}
    )  # fmt: skip


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feed.jsonl").write_text(f"{line('flood', FLOOD)}\n{line('copy', FLOOD, 'Valley Courier')}\n")

    def run(*arguments, stdin=None):
        return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin, standalone_mode=False)

    return run


def test_a_new_user_adds_lists_and_shows(run, tmp_path):
    added = run("add", "feed.jsonl")
    assert (added.return_value, added.output) == (0, "twosource.db: 2 new; 1 story touched\n")
    assert (tmp_path / "twosource.db").exists()
    assert run("add", "feed.jsonl").output == "twosource.db: 0 new, 2 there already; 0 stories touched\n"

    listed = run("stories").output
    assert listed.startswith("flood  Dyke breaks\n    14 March 2023, 2 articles, 2 outlets,")
    shown = run("story", "flood").output
    assert shown.startswith("Dyke breaks\n2 articles from 2 outlets, published 14 March 2023. Of ")
    assert "Echoed" in shown and "Established" not in shown  # a copy is no second source
    assert run("story", "copy").output == shown
    assert max(map(len, shown.splitlines())) <= 100

    article = run("article", "copy").output
    assert "  family    copy with flood" in article
    assert article.rstrip().endswith(MORE)


def test_a_story_is_written_in_every_format_of_a_dossier(run, tmp_path):
    run("add", "feed.jsonl")
    run("story", "flood", "-o", "story.html")
    assert "<html" in (tmp_path / "story.html").read_text()
    run("story", "flood", "-o", "story.txt")
    assert (tmp_path / "story.txt").read_text() == run("story", "flood").output
    run("story", "flood", "-o", "story.json")
    dossier = json.loads((tmp_path / "story.json").read_text())
    assert [article["id"] for article in dossier["articles"]] == ["copy", "flood"]
    assert run("story", "flood", "--format", "md").output.startswith("# Dyke breaks")


def test_a_table_opens_in_a_spreadsheet_as_it_is(run, tmp_path):
    run("add", "feed.jsonl")
    run("story", "flood", "-o", "story.csv")
    run("export", "dossiers", "-o", "marked", "--format", "csv")
    run("export", "dossiers", "-o", "raw", "--format", "csv", "--raw")
    starts = [(tmp_path / path).read_bytes()[:8] for path in ("story.csv", "marked/flood.csv", "raw/flood.csv")]
    assert starts == [b"\xef\xbb\xbffact,", b"\xef\xbb\xbffact,", b"fact,kin"]


def test_what_there_is_none_of_is_said(run):
    run("add", "-", stdin="")
    assert "holds no story yet: `twosource add PAGE...`" in run("stories").stderr
    assert "nobody has judged anything yet" in run("rulings").stderr
    run("add", "feed.jsonl")
    assert run("article", "flood", "--diff").output.endswith("\nthere is one version of it: nothing has changed\n")


def test_the_outlets_of_a_story_are_those_of_its_pages(run, tmp_path):
    teaser = {
        "id": "other#teaser-1", "teaser_of": "other", "outlet": "Gazette", "title": "Dyke breaks", "maintext": FLOOD,
        "text": FLOOD, "blocks": [["paragraph", 0, len(FLOOD)]],
    }  # fmt: skip
    (tmp_path / "export.jsonl").write_text(f"{line('flood', FLOOD)}\n{json.dumps(teaser)}\n")
    run("add", "export.jsonl")
    assert "1 article, 1 outlet," in run("stories").output
    assert run("story", "flood").output.splitlines()[1].startswith("1 article from 1 outlet and 1 teaser")


def test_standard_input_and_a_changed_page(run):
    run("add", "feed.jsonl")
    changed = run("add", "-", stdin=line("flood", LATER) + "\n")
    assert changed.output == "twosource.db: 0 new, 1 changed; 1 story touched\n"
    assert "versions  flood, flood@2" in run("article", "flood@2").output
    told = run("article", "flood", "--diff").output.splitlines()
    assert f"- {FLOOD}" in told and f"+ {LATER}" in told


def test_what_fails_is_named_and_the_rest_is_added(run, tmp_path, capfd):
    (tmp_path / "empty.html").write_text("")
    result = run("add", "feed.jsonl", "empty.html", "nosuch.html")
    assert result.return_value == 1
    assert "2 new, 2 failed" in result.output
    assert "nosuch.html" in result.output and "empty.html" in result.output


def test_another_library_may_be_named(run, tmp_path, monkeypatch):
    run("add", "feed.jsonl", "--db", "other.db")
    assert not (tmp_path / "twosource.db").exists()
    monkeypatch.setenv("TWOSOURCE_DB", str(tmp_path / "other.db"))
    assert run("stories").output.startswith("flood")


def test_a_rebuild_changes_nothing_that_is_shown(run):
    run("add", "feed.jsonl")
    before = run("story", "flood").output
    assert run("rebuild", "--quiet").return_value == 0
    assert run("story", "flood").output == before


def test_facts_may_wait(run):
    run("add", "feed.jsonl", "--later")
    assert "facts out of date" in run("stories").output
    assert "Echoed" in run("story", "flood").output
    assert "facts out of date" not in run("stories").output


def test_a_run_that_is_stopped_goes_on_when_started_again(run, monkeypatch, tmp_path, capsys):
    def stopped(inputs, **_):
        yield page_of(line("flood", FLOOD).encode(), "flood", media_type="application/json")
        raise KeyboardInterrupt

    monkeypatch.setattr(twosource.cli.add, "gather", stopped)
    monkeypatch.setattr("sys.argv", ["twosource", "add", "feed.jsonl"])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 130
    assert "stopped" in capsys.readouterr().err
    assert "1 article not grouped yet" in run("stories").output
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert "new" in run("add", "feed.jsonl").output
    assert run("stories").output.count("Dyke breaks") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("story", "nosuch"), "the library holds no story 'nosuch'"),
        (("article", "nosuch"), "the library holds no article 'nosuch'"),
        (("add", "feed.jsonl", "--db", "absent/library.db"), "absent/library.db"),
        (("add", "feed.jsonl", "--db", "mysql://host/db"), "names no library"),
        (("stories", "--db", "feed.jsonl"), "no library"),
        (("stories", "--db", "mysql://host/db"), "names no library"),
    ],
)
def test_wrong_usage_says_what_to_do(run, monkeypatch, capsys, arguments, said):
    run("add", "feed.jsonl")
    monkeypatch.setattr("sys.argv", ["twosource", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert said in capsys.readouterr().err


def test_the_meter_shows_how_far_it_is():
    moments = iter((0.0, 0.0, 10.0, 20.0))
    meter = Meter(total=100, clock=lambda: next(moments), wide=10)
    meter("add", 0, 0)
    meter("failed", 3, 0)
    assert meter.line(50, 100, 10.0) == "add [#####.....] 50/100, 5.0 a second, 10 s left, 3 failed"
    assert meter.line(50, 0, 10.0) == "add 50, 5.0 a second, 3 failed"
    meter("facts", 1, 9)
    assert meter.line(1, 9, 10.0) == "facts [#.........] 1/9, 3 failed"


def test_a_library_opens_in_datasette_and_shows_its_views(run, tmp_path):
    """What datasette does with a file: it lists tables and views, counts rows, follows foreign keys, all read-only."""
    import sqlite3

    run("add", "feed.jsonl")
    connection = sqlite3.connect(f"file:{tmp_path / 'twosource.db'}?mode=ro", uri=True)
    names = connection.execute("SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    views = [name for name, kind in names if kind == "view"]
    assert {"citations", "facts_by_verdict", "outlets", "stories_with_articles", "page_versions"} <= set(views)
    for name in views:
        connection.execute(f'SELECT * FROM "{name}" LIMIT 101').fetchall()
    keys = connection.execute("SELECT * FROM pragma_foreign_key_list('claims')").fetchall()
    assert {key[2] for key in keys} == {"articles", "stories"}
    assert connection.execute("SELECT count(*) FROM citations WHERE words LIKE '%Four people%'").fetchone()[0] >= 2
    connection.close()
    Store.open(str(tmp_path / "twosource.db")).close()
