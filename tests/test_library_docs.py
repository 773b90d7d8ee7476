"""docs/library.md names every table, view, kind of export and command of the library."""

import re
import tomllib
from pathlib import Path

import pytest
import sqlalchemy as sa

from twosource.cli import cli
from twosource.run.export import KINDS
from twosource.store import Store
from twosource.store.views import VIEWS

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "library.md").read_text("utf-8")
NAMED = frozenset(re.findall(r"`([^`\n]+)`", PAGE))
OF_FTS5 = "search_words_"  # the tables that SQLite keeps beside one of ours


def test_every_table_and_view_is_explained(tmp_path):
    store = Store.open(str(tmp_path / "library.db"))
    with store.view() as view:
        tables = {name for name in sa.inspect(view.connection).get_table_names() if not name.startswith(OF_FTS5)}
    store.close()
    assert tables <= NAMED, sorted(tables - NAMED)
    assert set(VIEWS) <= NAMED


@pytest.mark.parametrize("kind", KINDS)
def test_every_export_is_explained_with_its_formats(kind):
    exports = PAGE.partition("## Exports")[2]
    [row] = [line for line in exports.splitlines() if line.startswith("|") and f"`{kind}`" in line.split("|")[1]]
    assert all(f"`{format}`" in row for format in KINDS[kind])


def test_every_command_is_named():
    assert all(re.search(rf"`(?:twosource )?{name}\b", PAGE) for name in cli.commands if name != "dossier")


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(name for extra in project["optional-dependencies"].values() for name in extra),
    ]
    reasons = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    given = {name for row in re.findall(r"^\| ([^|]+) \|", reasons, re.MULTILINE) for name in re.split(r",? |, ", row)}
    assert {re.match(r"[\w-]+", name)[0].lower() for name in wanted} <= given


def test_the_example_in_python_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    code = PAGE.partition("```python\n")[2].partition("```")[0]
    names = {}
    exec(compile(code, "docs/library.md", "exec"), names)
    assert names["table"].startswith(b"\xef\xbb\xbfstory,fact")
    assert names["ruling"].id == "r1"
