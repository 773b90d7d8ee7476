"""What a store promises, on SQLite and on PostgreSQL alike."""

import ast
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stored import TEXT, article, dossier, entity, fact, mentions, put

from twosource.model import (
    Credit,
    Failure,
    Family,
    Occurrence,
    Page,
    Passage,
    Ruling,
    Share,
    Span,
    StoreError,
    Story,
    StoryChange,
    UnknownId,
)
from twosource.store import Filter, Store, tables
from twosource.store.packing import storable
from twosource.store.views import VIEWS


@pytest.fixture
def store(address):
    store = Store.open(address)
    yield store
    store.close()


def filled(store, *ids, **more):
    with store.writer() as writer:
        for id in ids:
            put(writer, article(id, **more))


def test_what_is_added_is_there_when_opened_again(address):
    page = Page("a", b"<p>Dam \xff bursts</p>", "text/html", "https://x.example/a", "2023-03-14T10:00:00Z", "latin-1")
    first = Store.open(address)
    with first.writer() as writer:
        number = writer.add_page(page, page.url, page.url, "2026-01-01T00:00:00Z")
        assert writer.add_article(article("a"), number) == 1
        assert writer.add_article(article("a#teaser-1", teaser_of="a"), number) == 2
        writer.add_version(page.url, 1, "a", number, "")
        writer.add_mentions(mentions("a"), 1)
    first.close()
    second = Store.open(address)
    with second.view() as view:
        assert view.article("a") == article("a")
        assert view.mentions("a") == mentions("a")
        assert dict(view.pages(["a#teaser-1"])) == {"a#teaser-1": page}
        assert [found.id for found in view.articles()] == ["a", "a#teaser-1"]
        assert [found.id for found in view.articles(Filter(teasers=False))] == ["a"]
        assert [version.article for version in view.versions("a#teaser-1")] == ["a"]
        assert view.newest() == 2
    second.close()


def test_many_that_open_a_new_library_at_once_make_it_once(address):
    ready, opened = threading.Barrier(8), []

    def open_it():
        ready.wait()
        opened.append(Store.open(address))

    threads = [threading.Thread(target=open_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 8
    for store in opened:
        with store.view() as view:
            assert view.newest() == 0
        store.close()


def test_a_writer_that_fails_leaves_nothing(store):
    filled(store, "a")
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        put(writer, article("b"))
        assert writer.article("b").id == "b"
        raise ZeroDivisionError
    with store.view() as view:
        assert [found.id for found in view.articles()] == ["a"]
    filled(store, "c")
    with store.view() as view:
        assert [seq for seq, _, _ in view.stream()] == [1, 2]


def test_a_view_sees_one_state_while_others_write(store):
    filled(store, "a")
    with store.view() as view:
        assert view.newest() == 1
        filled(store, "b")
        assert view.newest() == 1
        assert [found.id for found in view.articles()] == ["a"]
    with store.view() as view:
        assert view.newest() == 2


def test_writers_take_turns(store):
    order = []

    def write(id):
        with store.writer() as writer:
            order.append(id)
            put(writer, article(id))

    with store.writer() as writer:
        other = threading.Thread(target=write, args=("b",))
        other.start()
        other.join(0.2)
        assert order == []
        put(writer, article("a"))
    other.join()
    with store.view() as view:
        assert [(seq, found.id) for seq, _, found in view.stream()] == [(1, "a"), (2, "b")]


def test_a_writer_that_waits_too_long_says_so(store, monkeypatch):
    monkeypatch.setattr("twosource.store.store.begin_writing.__defaults__", (0.05,))
    with store.writer(), pytest.raises(StoreError, match="another process"), store.writer():
        pass


def test_versions_of_a_page_are_numbered_and_know_the_one_before(store):
    with store.writer() as writer:
        for id in ("a", "a@2", "a@3"):
            put(writer, article(id), key="/pages/a")
        assert writer.latest_version("/pages/a") == (3, "a@3")
        assert writer.free_id("a") == "a-2"
    with store.view() as view:
        assert [(v.number, v.article, v.before) for v in view.versions("a@2")] == [
            (1, "a", ""), (2, "a@2", "a"), (3, "a@3", "a@2"),
        ]  # fmt: skip


@pytest.mark.parametrize("ask", ["article", "mentions", "versions", "story", "facts", "dossier"])
def test_an_id_that_is_not_held_is_named(store, ask):
    with store.view() as view, pytest.raises(UnknownId, match="'nosuch'"):
        getattr(view, ask)("nosuch")


def test_an_article_without_mentions_is_no_evidence(store):
    with store.writer() as writer:
        put(writer, article("a"))
        put(writer, article("b"), annotated=False)
        assert writer.without_mentions(1) == [(2, "b")]
        assert [seq for seq, _ in writer.without_mentions(2)] == [1, 2]
    with store.view() as view:
        evidence = view.evidence_of(["b", "a"])
    assert [found.id for found in evidence.articles] == ["a"]
    assert evidence.mentions == (mentions("a"),)


def test_newer_mentions_stand_beside_older_ones(store):
    filled(store, "a")
    with store.writer() as writer:
        writer.add_mentions(mentions("a").__class__("a"), 2)
    with store.view() as view:
        assert view.mentions("a").names == ()
        assert view.connection.execute(sa.select(sa.func.count()).select_from(tables.mentions)).scalar() == 2


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (Filter(), "abc"),
        (Filter(outlet="Valley Courier"), "b"),
        (Filter(since="2023-03-15"), "bc"),
        (Filter(until="2023-03-15"), "ab"),
        (Filter(since="2023-03-15", until="2023-03-15"), "b"),
        (Filter(after=1), "bc"),
        (Filter(language="fr"), "c"),
    ],
)
def test_articles_are_filtered(store, chosen, expected):
    with store.writer() as writer:
        put(writer, article("a"))
        put(writer, article("b", outlet="Valley Courier", day="2023-03-15T09:00:00Z"))
        put(writer, article("c", day="2023-03-16", language="fr"))
    with store.view() as view:
        assert "".join(found.id for found in view.articles(chosen)) == expected


def test_lineage_comes_back_as_it_was_written(store):
    filled(store, "a", "b", "c")
    shares = [
        Share("a", "b", "copy", (Passage(Span(0, 10), Span(2, 12)),), 1.0, 0.5),
        Share("b", "c", "rewrite", (), 0.2, 0.1, False),
    ]
    credit = Credit("b", "Reuters", "agency", True, Span(0, 3))
    family = Family("family:a", ("a", "b"), "Reuters", "copy", (shares[0],))
    with store.writer() as writer:
        writer.write_families([family])
        writer.write_shares([(shares[0], False), (shares[1], True)])
        writer.write_credits([credit, Credit("b", "AP", "contribution", field="author")])
    with store.view() as view:
        lineage = view.lineage_of(["b"])
        assert lineage.families == (family,)
        assert lineage.between == (shares[1],)
        assert [found.name for found in lineage.credits] == ["Reuters", "AP"]
        assert lineage.credits[0] == credit
        assert view.lineage_of(["c"]).between == (shares[1],)
        assert view.kin(["b"]) == ("a", "b")
        assert view.shares_with_earlier("b") == (shares[0],)


def test_families_that_join_become_one_and_forgotten_articles_stay(store):
    filled(store, *"abcd")
    with store.writer() as writer:
        writer.write_families([Family("family:a", ("a", "b")), Family("family:c", ("c", "d"))])
        writer.write_families([Family("family:a", ("a", "c"))])  # the stream has forgotten b and d
    with store.view() as view:
        assert view.kin(["d"]) == ("a", "b", "c", "d")
        assert [family.id for family in view.lineage_of("abcd").families] == ["family:a"]


def test_stories_split_and_merge_and_old_names_still_lead_there(store):
    filled(store, *"abc")
    with store.writer() as writer:
        writer.write_groups([("story:a", ["a", "b"]), ("story:c", ["c"])], [])
        assert writer.stale() == ("story:a", "story:c")
        writer.write_headline(Story("story:a", "Dam bursts", ("b", "a")), [article("a"), article("b")])
        writer.write_story("story:a", [fact()], [entity()], dossier(facts=[fact()]), "check/1")
        assert writer.stale() == ("story:c",)
        writer.write_groups([("story:a", ["b", "a"])], [])
        assert writer.stale() == ("story:c",)
        writer.write_groups([("story:c", ["c", "a", "b"])], ["story:a"])
        writer.write_changes([StoryChange("merged", "story:c", "story:a", "c", ("a", "b"))])
    with store.view() as view:
        assert view.story("story:a").id == view.story("a").id == view.story("b").id == "story:c"
        assert view.names_of("story:c") == ("story:c", "story:a")
        assert view.members("story:c") == ("c", "a", "b")
        assert view.changes("story:a")[0][1].kind == "merged"
        assert view.facts("story:c") == ()


def test_a_story_comes_back_with_facts_and_dossier(store):
    filled(store, "a")
    told = Story("story:a", "Dam bursts", ("a",), "Four died.", None, Occurrence("a", Span(12, 40)))
    facts = (fact(),)
    with store.writer() as writer:
        writer.write_groups([("story:a", ["a"])], [])
        writer.write_headline(told, [article("a")])
        for _ in range(2):  # again, in its own place
            writer.write_story("story:a", facts, [entity()], dossier(facts=facts), "check/1")
    with store.view() as view:
        assert view.story("a") == told
        assert view.facts("story:a") == facts
        assert view.dossier("story:a") == (dossier(facts=facts), "check/1")
        [line] = view.stories()
        assert (line.pages, line.outlets, line.facts, line.first, line.stale) == (1, 1, 1, "2023-03-14", False)
        [row] = view.connection.execute(sa.text("SELECT words, value FROM citations"))
        assert tuple(row) == (TEXT[12:40], "4")


def test_an_article_that_moves_takes_its_names_along(store):
    filled(store, "a", "b")
    with store.writer() as writer:
        writer.write_groups([("story:a", ["a", "b"])], [])
        writer.write_story("story:a", (), [entity("ab")], dossier("ab"), "check/1")
        writer.write_groups([("story:a", ["a"]), ("story:b", ["b"])], [])
        writer.write_story("story:b", (), [entity("b")], dossier("b"), "check/1")
        writer.write_story("story:a", (), [entity("a")], dossier("a"), "check/1")
        c = tables.entity_articles.c
        assert sorted(map(tuple, writer.connection.execute(sa.select(c.article, c.story)))) == [
            ("a", "story:a"), ("b", "story:b"),
        ]  # fmt: skip


def test_rulings_are_kept_in_order_and_make_stories_stale(store):
    filled(store, "a")
    ruling = Ruling("r1", "confirm", "f1", "A. Editor", "2026-01-02T00:00:00Z", ("x",), "seen", "story:a")
    with store.writer() as writer:
        writer.write_groups([("story:a", ["a"])], [])
        writer.write_story("story:a", (), (), dossier(), "check/1")
        writer.add_ruling(ruling)
        writer.add_ruling(Ruling("r2", "undo", "r1", "B", "2026-01-03T00:00:00Z", story="story:z"))
        assert writer.stale() == ("story:a",)
    with store.view() as view:
        assert view.rulings("story:a") == (ruling,)
        assert [found.id for found in view.rulings()] == ["r1", "r2"]


def test_a_failure_is_noted_once(store):
    for _ in range(2):
        with store.writer() as writer:
            writer.add_failure(Failure("a.html", "read", "there is no article on this page"), "2026")
    with store.view() as view:
        assert view.failures() == (Failure("a.html", "read", "there is no article on this page"),)


def test_a_state_comes_back_to_those_who_made_it(store):
    filled(store, "a")
    with store.writer() as writer:
        writer.write_state("stream", 1, "trace/1", b"\x00abc")
        writer.write_state("stream", 2, "trace/1", b"\x00abcd")
    with store.view() as view:
        assert view.state("stream", "trace/1") == (2, b"\x00abcd")
        assert view.state("stream", "trace/2") is None


def test_clearing_what_is_derived_leaves_what_is_kept(store):
    filled(store, "a")
    with store.writer() as writer:
        writer.add_batch("2026")
        writer.write_groups([("story:a", ["a"])], [])
        writer.write_story("story:a", [fact()], [entity()], dossier(facts=[fact()]), "check/1")
        kept = {t.name: writer.connection.execute(sa.select(t)).all() for t in tables.KEPT}
        writer.clear_derived()
        assert {t.name: writer.connection.execute(sa.select(t)).all() for t in tables.KEPT} == kept
        assert not any(writer.connection.execute(sa.select(t)).all() for t in tables.DERIVED)


def test_the_views_for_people_can_be_read(store):
    filled(store, "a")
    with store.view() as view:
        for name in VIEWS:
            view.connection.execute(sa.text(f"SELECT * FROM {name}")).all()
        assert view.connection.execute(sa.text("SELECT outlet, articles FROM outlets")).all() == [("Harbour Post", 1)]


@given(text=st.text(st.characters(exclude_categories=())), name=st.text(st.characters(exclude_categories=())))
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_can_be_stored_and_keeps_its_length(store, text, name):
    one = storable(article("a", f"{name}\n\n{text}", outlet=name))
    assert len(one.text) == len(name) + 2 + len(text)
    with pytest.raises(ZeroDivisionError), store.writer() as writer:
        put(writer, one)
        assert writer.article("a") == one
        raise ZeroDivisionError


def test_nothing_changes_what_is_kept():
    kept = {table.name for table in tables.KEPT}
    for path in (Path(tables.__file__).parent).glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in ("update", "delete"):
                assert getattr(node.value, "attr", "") not in kept, f"{path.name}:{node.lineno}"
