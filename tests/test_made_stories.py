"""The made-up stories and cases are whole: every carrier is an article, every value stands in its article."""

import json
import re
from pathlib import Path

import pytest

MADE = Path(__file__).parent.parent / "bench" / "made"
STORIES: dict[str, dict[str, str]] = {}
for line in (MADE / "stories.jsonl").read_text(encoding="utf-8").splitlines():
    record = json.loads(line)
    STORIES.setdefault(record["gold"], {})[record["id"]] = record["text"]


@pytest.mark.parametrize("story", sorted(STORIES))
def test_every_carrier_is_an_article_of_the_story(story):
    gold = json.loads((MADE / f"{story}.json").read_text(encoding="utf-8"))
    carriers = {carrier for fact in gold["facts"] for account in fact["accounts"] for carrier in account["carriers"]}
    assert carriers <= STORIES[story].keys()
    assert all("low" in account or account["value"] for fact in gold["facts"] for account in fact["accounts"])


def test_the_table_names_every_story_and_its_use():
    rows = re.findall(r"^\| `(\w+)` \|.*\| (work|held out) \|$", (MADE / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(story for story, _ in rows) == sorted(STORIES)


def test_every_value_of_a_case_stands_in_its_article():
    for line in (MADE / "cases.jsonl").read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        texts = {article["id"]: article["text"] for article in case["articles"]}
        pairs = [pair for kind in ("disputes", "agree", "decoys") for pair in case.get(kind, [])]
        assert all(value["text"] in texts[value["article"]] for pair in pairs for value in pair["values"]), case["id"]
