"""Adding to a library, deriving and rebuilding: on SQLite and PostgreSQL alike, with the real steps on short texts."""

import json

import msgspec
import pytest
import sqlalchemy as sa

from twosource.dossier import render
from twosource.gather import gather, page_of
from twosource.model import Failure, Page, Ruling, UnknownId
from twosource.run import library, library_derive
from twosource.run.library import Adding, add, key_of, renamed, source_of
from twosource.run.library_derive import dossier_of_story
from twosource.run.library_rebuild import rebuild
from twosource.run.library_stream import STEPS_OF_STREAM, Pace, Stream
from twosource.run.library_versions import changes
from twosource.run.settings import Settings
from twosource.store import Store, tables

FLOOD = "Four people died in Halvern when the River Maren broke a dyke on Tuesday, the mayor Ingrid Solheim said."
MORE = " About 5,000 residents were taken to schools in the hills before dawn, said the fire brigade of Westmark."
VOTE = "Parliament in Valletta passed the budget by two votes on Monday after a night of talks with the Greens."
FIRE = "A fire gutted a bakery on Mill Street in Selby on Thursday. Two bakers were taken to hospital, police said."


def page(id, text, outlet="Harbour Post", url="", title="", day="2023-03-14"):
    record = {"id": id, "title": title or text[:30], "text": text, "outlet": outlet, "published": day, "url": url}
    return Page(id, json.dumps(record).encode(), "application/json", path=f"/feed.jsonl#{id}")


PAGES = (
    page("flood-1", FLOOD + MORE, "Tidewater Press"),
    page("vote", VOTE),
    page("flood-2", FLOOD + MORE + " The school gave its hall.", "Valley Courier"),
    page("fire", FIRE, "Metro Tribune", day="2023-03-16"),
)


@pytest.fixture
def store(address):
    store = Store.open(address)
    yield store
    store.close()


def now():
    return "2026-01-01T00:00:00+00:00"


def derived(store):
    """Every derived row but the cached state, in order."""
    with store.view() as view:
        return {
            table.name: view.connection.execute(sa.select(table).order_by(*table.primary_key)).all()
            for table in tables.DERIVED
            if table is not tables.states
        }


def test_pages_become_articles_families_stories_and_facts(store):
    added = add(store, [*PAGES, Failure("nosuch.html", "gather", "there is no such file")], clock=now)
    assert added.new == ("flood-1", "vote", "flood-2", "fire")
    assert (added.changed, added.same, len(added.stories)) == ((), 0, 3)
    assert added.failures == (Failure("nosuch.html", "gather", "there is no such file"),)
    with store.view() as view:
        assert view.failures() == added.failures
        assert view.lineage_of(["flood-2"]).family_of("flood-2").articles == ("flood-1", "flood-2")
        assert view.story("flood-2").articles == ("flood-1", "flood-2")
        verdicts = {fact.question: fact.verdict for fact in view.facts("flood-1")}
        assert set(verdicts.values()) == {"echoed"}  # a copy is no second source
        assert view.stale() == ()
    dossier = dossier_of_story(store, "flood-1")
    texts = {article.id: article.text for article in dossier.articles}
    claims = [claim for fact in dossier.facts for account in fact.accounts for claim in account.claims]
    assert claims
    assert all(texts[claim.article][claim.start : claim.end] == claim.text for claim in claims)


def test_adding_the_same_again_changes_nothing(store):
    add(store, PAGES, clock=now)
    with store.view() as view:
        before = {t.name: view.connection.execute(sa.select(t)).all() for t in (*tables.KEPT, *tables.DERIVED)}
    again = add(store, PAGES, clock=lambda: "2027")
    assert (again.new, again.changed, again.same, again.stories) == ((), (), 4, ())
    with store.view() as view:
        for table in (*tables.KEPT, *tables.DERIVED):
            assert sorted(view.connection.execute(sa.select(table)).all()) == sorted(before[table.name]), table.name


def test_rebuilding_gives_what_adding_gave(store):
    for some in (PAGES[:2], PAGES[2:3], PAGES[3:]):
        add(store, some, clock=now)
    before = derived(store)
    assert rebuild(store) == ()
    assert derived(store) == before


def test_a_copy_takes_over_what_was_found_in_its_original(store, monkeypatch):
    seen = []

    def annotate(article, model=""):
        seen.append(article)
        return library.annotate_copy.__globals__["annotate"](article, model)

    monkeypatch.setattr(library, "annotate", annotate)
    add(store, PAGES, clock=now)
    assert [article.id for article in seen] == ["flood-1", "vote", "fire"]
    with store.view() as view:
        assert view.mentions("flood-2").names[:2] == view.mentions("flood-1").names[:2]


def test_a_changed_page_becomes_a_new_version(store):
    url = "https://beacon.example/flood"
    first = page("live", FLOOD + MORE, "Daily Beacon", url, title="Dyke breaks")
    second = page("live", FLOOD.replace("Four", "Six") + MORE, "Daily Beacon", url, title="Dyke breaks")
    add(store, [first], clock=now)
    added = add(store, [second], clock=now)
    assert (added.new, added.changed) == ((), ("live@2",))
    with store.view() as view:
        assert [version.article for version in view.versions("live")] == ["live", "live@2"]
        family = view.lineage_of(["live"]).family_of("live@2")
        assert (family.relation, set(family.articles)) == ("update", {"live", "live@2"})
        texts = [view.article(version.article).text for version in view.versions("live")]
    [change] = changes(*texts)
    assert (change.before[0][:4], change.after[0][:4]) == ("Four", "Six ")
    told = {(change.change, change.before[:4], change.after[:4]) for change in dossier_of_story(store, "live").versions}
    assert ("changed", "Four", "Six ") in told
    assert add(store, [first, second], clock=now).same == 2


def test_a_later_version_in_another_story_withdraws_nothing(store):
    url = "https://beacon.example/flood"
    for text in (FLOOD, FLOOD.replace("Four", "Six")):
        add(store, [page("live", text + MORE, "Daily Beacon", url, title="Dyke breaks")], clock=now)
    with store.writer() as writer:
        writer.write_groups([("story:live", ["live"]), ("story:other", ["live@2"])], [])
    dossier = dossier_of_story(store, "story:live")
    assert [article.id for article in dossier.articles] == ["live"]
    assert dossier.versions == ()
    assert render(dossier, "html")


def test_what_stands_around_an_article_makes_no_new_version(store):
    html = "<html><body><article><h1>Dyke breaks</h1><p>%s</p><p>%s</p></article><!-- %d --></body></html>"
    pages = [page_of((html % (FLOOD, MORE, visit)).encode(), url="https://x.example/flood") for visit in (1, 2)]
    assert add(store, pages[:1], clock=now).new == (pages[0].id,)
    assert add(store, pages[1:], clock=now).same == 1


def test_versions_of_a_file_without_an_address_are_known_as_updates(store):
    add(store, [page("a", FLOOD + MORE)], clock=now)
    add(store, [page("a", FLOOD + MORE + " The dam holds, she said, and no more rain is expected.")], clock=now)
    with store.view() as view:
        assert view.lineage_of(["a"]).family_of("a").relation == "update"


def test_two_pages_with_one_id_keep_apart(store):
    one = msgspec.structs.replace(page("news", FLOOD), path="/a/news.json")
    two = msgspec.structs.replace(page("news", VOTE), path="/b/news.json")
    assert add(store, [one, two], clock=now).new == ("news", "news-2")


def test_facts_can_wait_for_the_first_look(store):
    added = add(store, PAGES, clock=now, later=True)
    with store.view() as view:
        assert view.stale() == added.stories
        assert [line.title for line in view.stories()]
        assert view.dossier("flood-1") is None
    assert dossier_of_story(store, "flood-1").facts
    with store.view() as view:
        assert "story:flood-1" not in view.stale()
        assert view.dossier("flood-1") is not None


def test_a_ruling_is_applied_when_the_story_is_looked_at(store):
    add(store, PAGES, clock=now)
    with store.view() as view:
        fact = view.facts("vote")[0]
    with store.writer() as writer:
        writer.add_ruling(Ruling("r1", "confirm", fact.id, "A. Editor", now(), story="story:vote"))
    [ruled] = [found for found in dossier_of_story(store, "vote").facts if found.id == fact.id]
    assert "confirmed by A. Editor" in ruled.ruling
    rebuild(store)
    with store.view() as view:
        assert "confirmed by A. Editor" in view.facts("vote")[0].ruling


def test_a_page_that_cannot_be_read_is_noted_and_the_rest_goes_on(store, monkeypatch):
    added = add(store, [Page("empty", b"", path="/empty.html"), PAGES[1]], clock=now)
    assert added.new == ("vote",)
    assert [(failure.source, failure.step) for failure in added.failures] == [("/empty.html", "read")]

    def breaks(article, model=""):
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr(library, "annotate", breaks)
    [failure] = add(store, PAGES[3:], clock=now).failures
    assert failure.step == "annotate" and "report it" in failure.reason
    assert failure.source.startswith(("/", "http", "sha256:"))  # where the page is, not what we call its article
    monkeypatch.undo()
    with store.view() as view:
        assert view.article("fire").id == "fire"  # it is kept, and annotated by a rebuild
    assert rebuild(store) == ()
    with store.view() as view:
        assert view.mentions("fire").names


def test_a_page_that_cannot_be_read_is_kept_with_the_reason_and_tried_again(store, monkeypatch):
    empty = Page("empty", b" ", "text/html", path="/empty.html")

    def breaks(page):
        raise ZeroDivisionError("by zero")

    for _ in range(2):
        assert not add(store, [empty], clock=now).new
        monkeypatch.setattr(library, "read", breaks)
        assert not add(store, [PAGES[1]], clock=now).new
        monkeypatch.undo()
    with store.view() as view:
        (first, page), (second, broken) = view.unread()
        assert (page, broken) == (empty, PAGES[1])
        assert (first.source, first.step) == ("/empty.html", "read") and first.reason == "the file is empty"
        assert "ZeroDivisionError" in second.reason
        assert view.count() == 0
    assert add(store, [empty, PAGES[1]], clock=now).new == ("vote",)
    with store.view() as view:
        assert [page.id for _, page in view.unread()] == ["empty", PAGES[1].id]  # nothing is ever deleted


def test_a_step_that_breaks_on_one_story_leaves_it_stale(store, monkeypatch):
    monkeypatch.setattr(library_derive, "check", lambda *_: 1 / 0)
    added = add(store, PAGES[:1], clock=now)
    assert [failure.step for failure in added.failures] == ["check"]
    monkeypatch.undo()
    assert dossier_of_story(store, "flood-1").facts


def test_the_stream_goes_on_from_any_written_state(tmp_path):
    """Rows and state written often or never, read again or gone through anew: the same stories come out."""
    found = []
    for pace in (Pace(1, 1), Pace(2, 1), Pace(1000, 1000)):
        store = Store.open(str(tmp_path / f"{pace.flush}.db"))
        for some in (PAGES[:1], PAGES[1:3], PAGES[3:]):
            adding = Adding(store, Settings(), now, pace)
            adding.catch_up(lambda *_: None)
            for one in some:
                adding.one(one)
            adding.finish(lambda *_: None, later=False)
        found.append(derived(store))
        store.close()
    assert found[0] == found[1] == found[2]


def test_two_processes_may_add_at_once(store):
    one, two = (Adding(store, Settings(), now) for _ in range(2))
    for first, second in zip(PAGES[:2], PAGES[2:], strict=True):
        one.one(first)
        two.one(second)
    one.one(PAGES[3])  # the other has added it by now
    assert one.tally.same == 1
    one.finish(lambda *_: None, later=False)
    two.finish(lambda *_: None, later=False)
    before = derived(store)
    with store.view() as view:
        assert [article.id for article in view.articles()] == ["flood-1", "flood-2", "vote", "fire"]
        assert view.lineage_of(["flood-1"]).families
    rebuild(store)
    assert derived(store) == before


def test_a_library_made_by_other_versions_of_the_steps_is_made_anew(store):
    add(store, PAGES[:2], clock=now)
    before = derived(store)
    with store.writer() as writer:
        writer.write_derived("stories", 2, "trace/0 group/0")
    add(store, [], clock=now)
    assert derived(store) == before


def test_a_state_in_another_shape_is_made_anew(store):
    add(store, PAGES[:2], clock=now)
    before = derived(store)
    with store.writer() as writer:
        writer.write_state("stream", 2, STEPS_OF_STREAM, b"\x81\xa3old\x01")
    add(store, [], clock=now)
    assert derived(store) == before


def test_an_unknown_story_is_named(store):
    with pytest.raises(UnknownId, match="no story 'nosuch'"):
        dossier_of_story(store, "nosuch")


def test_a_saved_page_with_teasers_is_added_whole(store, examples):
    added = add(store, gather([examples / "talks" / "east-river-tribune.txt"]), clock=now)
    with store.view() as view:
        ids = [article.id for article in view.articles()]
    assert added.new == ("east-river-tribune",)
    assert len(ids) > 1 and all(id.startswith("east-river-tribune#teaser-") for id in ids[1:])


def test_an_empty_library_can_be_looked_at(store):
    assert add(store, [], clock=now).stories == ()
    assert rebuild(store) == ()
    with store.writer() as writer:
        assert Stream.load(writer).last == 0
    with store.view() as view:
        assert view.stories() == ()


@pytest.mark.parametrize(
    ("url", "path", "given", "key"),
    [
        ("https://x.example/a#top", "", "", "https://x.example/a"),
        ("", "/p/a.html", "https://x.example/a", "https://x.example/a"),
        ("", "/p/a.html", "https://x.example/", "/p/a.html"),
        ("https://x.example/?id=4", "", "", "https://x.example/?id=4"),
        ("", "/p/../p/f.jsonl#7", "", "/p/f.jsonl#7"),
    ],
)
def test_a_page_is_known_by_its_address_or_its_path(url, path, given, key):
    from twosource.model import Article

    one = Page("a", b"x", url=url, path=path)
    assert key_of(one, Article("a", url=given), source_of(one)) == key


def test_teasers_are_renamed_with_their_page():
    from twosource.model import Article

    page, teaser = renamed((Article("a", teasers=("a#teaser-1",)), Article("a#teaser-1", teaser_of="a")), "a@2")
    assert (page.id, page.teasers, teaser.id, teaser.teaser_of) == ("a@2", ("a@2#teaser-1",), "a@2#teaser-1", "a@2")
