"""The examples' families, origins and stories are those of their gold."""

import json
from pathlib import Path

import pytest

from twosource import gather, read
from twosource.stories import group
from twosource.trace import trace

EXAMPLES = Path(__file__).parents[2] / "examples"


def articles_of(name):
    return [article for page in gather([EXAMPLES / name]) for article in read(page)]


@pytest.mark.parametrize("name", ["talks", "flood"])
def test_families_begin_with_their_origin_and_are_those_of_the_gold(name):
    gold = json.loads((EXAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))
    found = [family for family in trace(articles_of(name)).families if "#" not in family.articles[0]]
    joined = [set(pair) for pair in gold.get("may_join", [])]
    for expected in gold["families"]:
        [family] = [family for family in found if set(expected) <= set(family.articles)]
        extra = set(family.articles) - set(expected)
        assert not extra or any(pair <= set(family.articles) and extra <= pair for pair in joined)
        assert family.articles[0] == expected[0] or family.articles[0] in extra
    assert len(found) == len(gold["families"])
    updates = [list(family.articles) for family in found if family.relation == "update"]
    assert updates == gold["updates"]


@pytest.mark.parametrize(("name", "origin"), [("talks", "Meridian Wire"), ("flood", "Tidewater Press")])
def test_a_family_is_its_agencys(name, origin):
    families = trace(articles_of(name)).families
    assert origin in {family.origin for family in families if len(family.articles) > 2}


@pytest.mark.parametrize(("name", "pages"), [("talks", 8), ("flood", 9)])
def test_all_pages_of_an_example_are_one_story(name, pages):
    articles = articles_of(name)
    whole = {article.id for article in articles if not article.teaser_of}
    assert len(whole) == pages
    assert sum(bool(whole & set(story.articles)) for story in group(articles)) == 1
