"""The whole way: pages in, a cited dossier out, the same each time."""

import json
import os
import subprocess
import sys

import msgspec
import pytest

from twosource import make_dossier
from twosource.model import Article, Dossier, InputError
from twosource.run import dossier_of, evidence_of


@pytest.fixture(scope="module", params=["talks", "flood"])
def story(request, examples):
    """An example story: its dossier and its gold."""
    outcome = make_dossier([examples / request.param])
    assert outcome.failures == ()
    gold = json.loads((examples / f"{request.param}.gold.json").read_text("utf-8"))
    return outcome.dossier, gold


def test_every_claim_is_cited_exactly(story):
    dossier, _ = story
    texts = {article.id: article.text for article in dossier.articles}
    claims = [claim for fact in dossier.facts for account in fact.accounts for claim in account.claims]
    assert claims
    for claim in claims:
        assert texts[claim.article][claim.start : claim.end] == claim.text
        assert claim.start <= claim.focus_start < claim.focus_end <= claim.end


def test_the_gold_is_met(story, score_facts):
    """The floors that the first input must reach, on stories of our own."""
    dossier, gold = story
    result = score_facts(gold, msgspec.to_builtins(dossier))
    assert result["found"] >= 0.9 * result["facts"], result["missing"]
    assert result["accounts"]["f1"] >= 0.8
    assert result["verdicts_right"] >= 0.8 * result["facts"]
    assert result["traps_fallen"] == []


def test_pages_that_share_text_are_families(story):
    dossier, gold = story
    found = {frozenset(family.articles) for family in dossier.families}
    for wanted in gold["families"]:
        assert any(set(wanted) <= family for family in found), f"{wanted} are not one family in {found}"


def test_teasers_are_articles_of_their_own(story):
    dossier, gold = story
    for page, count in gold["teasers"].items():
        teasers = [article for article in dossier.articles if article.id.startswith(f"{page}#teaser-")]
        assert len(teasers) == count
        body = next(article.text for article in dossier.articles if article.id == page)
        assert all(teaser.title not in body for teaser in teasers)


def test_no_entity_is_made_of_two_people(story):
    dossier, _ = story
    for entity in dossier.entities:
        if entity.kind == "person":
            firsts = {name.split()[0] for name in entity.names if len(name.split()) == 2}
            surnames = {name.split()[-1][:4].casefold() for name in entity.names}
            assert len(surnames) == 1, entity.names
            assert len(firsts) <= 1 or len({first[:3] for first in firsts}) == 1, entity.names


def test_a_dossier_goes_to_json_and_back(story):
    dossier, _ = story
    assert msgspec.json.decode(msgspec.json.encode(dossier), type=Dossier) == dossier


def test_the_order_of_pages_does_not_matter(examples):
    pages = sorted((examples / "flood").iterdir())
    assert make_dossier(pages).dossier == make_dossier(reversed(pages)).dossier


def test_two_runs_give_the_same_bytes(examples, tmp_path):
    """In processes of their own, with other hash seeds: nothing may depend on the order of a set."""
    outputs = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "twosource", "dossier", str(examples / "talks"), "-o", str(path), "--quiet"]
        subprocess.run(command, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        outputs.append(path.read_bytes())
    assert outputs[0] == outputs[1]


def test_one_article_alone_makes_a_dossier_of_single_facts(examples):
    dossier = make_dossier([examples / "flood" / "halvern-gazette.txt"]).dossier
    assert dossier.facts
    assert {fact.verdict for fact in dossier.facts} <= {"single", "undisclosed", "disputed", "revised"}


def test_the_shared_talks(shared, score_facts):
    """The first input that must work."""
    gold = json.loads((shared / "gold" / "talks.json").read_text("utf-8"))
    outcome = make_dossier(sorted((shared / "pages").iterdir()))
    dossier = outcome.dossier
    result = score_facts(gold, msgspec.to_builtins(dossier))
    assert result["found"] >= 9, result["missing"]
    assert result["accounts"]["f1"] >= 0.8
    assert result["verdicts_right"] >= 8
    assert result["cited"]["exact"] == result["cited"]["checkable"] == result["cited"]["claims"]
    assert sorted(article.teaser for article in dossier.articles) == [False] * 2 + [True] * 20
    assert {article.published for article in dossier.articles if not article.teaser} == {"2022-02-28"}
    names = [entity for entity in dossier.entities if any("Zelensk" in name for name in entity.names)]
    people = [entity for entity in names if entity.kind == "person"]
    assert len(people) == 1
    assert len([e for e in dossier.entities if e.kind == "person" and any("Putin" in n for n in e.names)]) == 1


def test_articles_none_of_which_could_be_read_are_no_dossier():
    evidence, failures = evidence_of(
        (Article("a", text="Der Fluss trat in der Nacht zum Dienstag über den Damm. " * 5),)
    )
    assert [failure.reason for failure in failures] == ["its text is not English (de), and only English is read"]
    with pytest.raises(InputError, match="no article could be read"):
        dossier_of(evidence)


def test_a_page_that_could_not_be_annotated_is_named_by_its_path(tmp_path):
    text = "Der Fluss trat in der Nacht zum Dienstag über den Damm, und die Stadt wurde geräumt. " * 5
    (tmp_path / "brand.txt").write_text(text, "utf-8")
    outcome = make_dossier([tmp_path / "brand.txt"])
    assert outcome.dossier is None
    assert [failure.source for failure in outcome.failures] == [str(tmp_path / "brand.txt")]
