"""A person's judgement survives a new article and a rebuild, and can be taken back."""

import shutil

import pytest
from ferry import PAGES

from twosource.gather import page_of
from twosource.model import BadSetting, UnknownId
from twosource.run.library import add
from twosource.run.library_derive import dossier_of_story
from twosource.run.library_rebuild import rebuild
from twosource.run.rulings import Judge, listed, rule, undo
from twosource.store import Store

EDITOR = Judge("A. Editor", "2023-05-04T09:00:00+00:00", "rang the coastguard")


def pages(*names):
    return [page_of(PAGES[name].encode(), name, media_type="text/plain") for name in names]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / "ferry.db"
    made = Store.open(str(path))
    add(made, pages("morning", "noon"))
    made.close()
    return path


@pytest.fixture
def store(library, tmp_path):
    for file in library.parent.iterdir():
        shutil.copy(file, tmp_path)
    opened = Store.open(str(tmp_path / library.name))
    yield opened
    opened.close()


def story_of(store):
    with store.view() as view:
        return view.story_of("morning")


def facts(store):
    return dossier_of_story(store, story_of(store)).facts


def fact_about(store, word):
    return next(fact for fact in facts(store) if fact.kind == "figure" and word in fact.question)


def another_kind(store):
    return next(fact for fact in facts(store) if fact.kind != "figure")


def claimed(fact):
    return {(claim.article, claim.text) for account in fact.accounts for claim in account.claims}


def test_a_confirmation_survives_an_article_that_changes_the_question_and_a_rebuild(store):
    toll = fact_about(store, "killed")
    made, _ = rule(store, "confirm", toll.id, (), EDITOR)
    for step in (lambda: None, lambda: add(store, pages("evening")), lambda: rebuild(store)):
        step()
        [judged] = [fact for fact in facts(store) if fact.ruling]
        assert claimed(toll) <= claimed(judged)
        assert judged.ruling == "confirmed by A. Editor, 2023-05-04: rang the coastguard"
    assert {article for article, _ in claimed(judged)} == {"morning", "noon", "evening"}
    undo(store, made.id, EDITOR)
    assert not any(fact.ruling for fact in facts(store))
    rebuild(store)
    assert not any(fact.ruling for fact in facts(store))


def test_a_merge_and_a_split_survive_a_new_article_and_a_rebuild(store):
    before = facts(store)
    toll, saved = fact_about(store, "killed"), fact_about(store, "rescued")
    merged, _ = rule(store, "merge", toll.id, [saved.id], EDITOR)
    split, _ = rule(store, "split", saved_claims(store, merged)[0], ["noon"], EDITOR)
    add(store, pages("evening"))
    rebuild(store)
    parted = [fact for fact in facts(store) if fact.id.endswith(f"/{split.id}")]
    assert len(parted) == 1
    assert {article for article, _ in claimed(parted[0])} == {"noon"}
    undo(store, split.id, EDITOR)
    undo(store, merged.id, EDITOR)
    assert not any(fact.ruling for fact in facts(store))
    assert {fact.question for fact in before if fact.kind == "figure"} & {fact.question for fact in facts(store)}


def saved_claims(store, merged):
    [fact] = [fact for fact in facts(store) if fact.ruling]
    assert fact.ruling.startswith("merged")
    return fact.id, claimed(fact)


def entity_ids(store):
    return {entity.name: entity.id for entity in dossier_of_story(store, story_of(store)).entities}


def test_a_rejected_entity_is_left_out_until_that_is_undone(store):
    assert "Ida Holm" in entity_ids(store)
    made, about = rule(store, "reject", entity_ids(store)["Ida Holm"], (), EDITOR)
    assert about.kind == "entity"
    assert "Ida Holm" not in entity_ids(store)
    add(store, pages("evening"))
    rebuild(store)
    assert "Ida Holm" not in entity_ids(store)
    undo(store, made.id, EDITOR)
    assert "Ida Holm" in entity_ids(store)


def test_merged_entities_are_one_in_the_dossier(store):
    ids = entity_ids(store)
    rule(store, "merge", ids["Tove Aasen"], [ids["Ida Holm"]], EDITOR)
    rebuild(store)
    assert "Ida Holm" not in entity_ids(store)
    [entity] = [one for one in dossier_of_story(store, story_of(store)).entities if one.name == "Tove Aasen"]
    assert "Ida Holm" in entity.names


def test_rulings_are_listed_with_what_they_hold_for(store):
    toll = fact_about(store, "killed")
    made, _ = rule(store, "reject", toll.id, (), EDITOR)
    lifted = undo(store, made.id, EDITOR)
    undo(store, lifted.id, EDITOR)
    with store.view() as view:
        first, second, third = listed(view)
    assert (first.ruling.id, first.undone_by, first.target) == ("r1", "", toll.id)
    assert (second.ruling.id, second.undone_by) == ("r2", "r3")
    assert third.undone_by == ""


WRONG = [
    (lambda s, f: rule(s, "confirm", "nothing", (), EDITOR), UnknownId, "nothing"),
    (lambda s, f: rule(s, "confirm", "f", (), EDITOR), BadSetting, "give more"),
    (lambda s, f: rule(s, "merge", f.id, [f.id], EDITOR), BadSetting, "itself"),
    (lambda s, f: rule(s, "merge", f.id, [another_kind(s).id], EDITOR), BadSetting, "kind"),
    (lambda s, f: rule(s, "split", f.id, ["nowhere:1-2"], EDITOR), BadSetting, "no claim"),
    (lambda s, f: rule(s, "split", f.id, ["morning", "noon"], EDITOR), BadSetting, "would stay"),
    (lambda s, f: undo(s, "r9", EDITOR), UnknownId, "r9"),
]


def test_what_cannot_be_judged_is_said_and_nothing_is_kept(store):
    toll = fact_about(store, "killed")
    for wrong, error, said in WRONG:
        with pytest.raises(error, match=said):
            wrong(store, toll)
    with store.view() as view:
        assert view.rulings() == ()


def test_undoing_twice_is_refused(store):
    made, _ = rule(store, "confirm", fact_about(store, "killed").id, (), EDITOR)
    undo(store, made.id, EDITOR)
    with pytest.raises(BadSetting, match="undone already, by r2"):
        undo(store, made.id, EDITOR)
