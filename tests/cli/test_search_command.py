"""``twosource search`` and ``twosource related``, as a user types them."""

import json

import pytest
from click.testing import CliRunner

from twosource.cli import cli
from twosource.model import Article, BadSetting, Page, Span
from twosource.store import Store

TEXTS = (
    ("fire", "Blaze guts a bakery in Selby", "A blaze gutted the Riverside bakery in Selby. Nobody was hurt."),
    ("talks", "Talks open in Gomel", "Negotiators in Gomel demanded an immediate cease-fire on Monday."),
)  # fmt: skip


@pytest.fixture
def library(tmp_path):
    address = str(tmp_path / "library.db")
    store = Store.open(address)
    with store.writer() as writer:
        page = writer.add_page(Page("p", b"page"), "p", "p", "")
        for name, title, text in TEXTS:
            writer.add_article(Article(name, f"{title}\n\n{text}", title=title, outlet="Harbour Post"), page)
    store.close()
    return address


def run(*arguments):
    return CliRunner().invoke(cli, list(arguments), standalone_mode=False, catch_exceptions=False)


def test_text_shows_title_outlet_and_place(library):
    shown = run("search", "cease-fire", "--db", library).output
    assert "Talks open in Gomel" in shown and "article · Harbour Post · talks" in shown and "[talks 21-" in shown
    assert "bakery" not in shown


def test_json_gives_exact_spans(library):
    found = json.loads(run("search", "bakery", "fire", "--db", library, "--format", "json").output)
    assert found["query"] == "bakery fire" and found["hits"][0]["id"] == "fire"
    text = f"{TEXTS[0][1]}\n\n{TEXTS[0][2]}"
    for shown in found["hits"][0]["snippets"]:
        assert Span(**shown["span"]).of(text) == shown["text"]
        assert {Span(**word).of(text).lower() for word in shown["words"]} <= {"bakery", "fire"}


def test_nothing_found_is_said(library):
    assert run("search", "xyzzyplugh", "--db", library).output == "nothing found\n"
    assert run("related", "fire", "--db", library).output == "nothing related\n"
    assert json.loads(run("related", "fire", "--db", library, "--format", "json").output) == {
        "id": "fire",
        "related": [],
    }


def test_a_search_for_nothing_is_refused(library):
    with pytest.raises(BadSetting, match="nothing to search for"):
        run("search", "--db", library)
    with pytest.raises(BadSetting, match="no day is both 2023-05-04 or later and 2023-05-03 or earlier"):
        run("search", "fire", "--since", "2023-05-04", "--until", "2023-05-03", "--db", library)


def test_filters_alone_list_the_articles(library):
    assert "Blaze guts" in run("search", "--outlet", "harbour post", "--db", library).output
