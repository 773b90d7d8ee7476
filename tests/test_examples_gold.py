"""The gold beside the examples is well formed, and what it says stands in the texts."""

import html
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
BENCH_GOLD = ROOT / "bench" / "gold"
STORIES = ("flood", "talks")
KINDS = {"figure", "event", "statement", "position", "role", "time", "venue"}
VERDICTS = {"corroborated", "echoed", "single", "disputed", "revised", "undisclosed"}
FACT_KEYS = {"kind", "measure", "verdict", "accounts", "stands", "origins"}
# The numbers that the examples write in words.
WORDS = "two:2 three:3 four:4 eight:8 nine:9 eleven:11 twelve:12 seventeen:17 twenty:20"
IN_WORDS = {int(number): word for word, number in (pair.split(":") for pair in WORDS.split())}


def gold_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


def texts_of(story):
    """Return the words of each page by file stem: tags off, lower-cased, thousands without commas."""
    pages = {path.stem: path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / story).iterdir())}
    return {stem: plain(text) for stem, text in pages.items()}


def plain(text):
    bare = html.unescape(re.sub(r"<script.*?</script>|<[^>]+>", " ", text, flags=re.DOTALL))
    return re.sub(r"(?<=\d),(?=\d{3})", "", bare.replace("’", "'")).lower()


def stands_in(text, number):
    written = f"{number:g}" if number < 1e6 else str(number)
    words = [re.escape(written), IN_WORDS.get(number, "")]
    return any(re.search(rf"(?<![\d.]){word}(?![\d])", text) for word in words if word)


def check_form(gold):
    assert set(gold) <= {"story", "facts", "traps", "families", "updates", "may_join", "teasers"}
    for fact in gold["facts"]:
        kinds = fact["kind"] if isinstance(fact["kind"], list) else [fact["kind"]]
        assert set(fact) <= FACT_KEYS and set(kinds) <= KINDS and set(fact["verdict"]) <= VERDICTS
        assert kinds and fact["verdict"] and fact["measure"] and fact["accounts"]
        for account in fact["accounts"]:
            assert account["carriers"] == sorted(set(account["carriers"])) != []
            assert ("low" in account and account["low"] <= account["high"]) or account["value"]
        if "stands" in fact:
            assert any(a["low"] <= fact["stands"] <= a["high"] for a in fact["accounts"])
        assert all(names and all(names) for names in fact.get("origins", []))
    for trap in gold["traps"]:
        assert trap["measure"] and trap["why"] and trap["low"] <= trap["high"]


@pytest.mark.parametrize("story", STORIES)
def test_gold_is_well_formed_and_large_enough(story):
    gold = gold_of(EXAMPLES / f"{story}.gold.json")
    check_form(gold)
    assert len(gold["facts"]) >= 12
    assert gold["traps"]


@pytest.mark.parametrize("story", STORIES)
def test_values_and_origins_stand_in_the_texts_of_their_carriers(story):
    gold, texts = gold_of(EXAMPLES / f"{story}.gold.json"), texts_of(story)
    for fact in gold["facts"]:
        carried = set()
        for account in fact["accounts"]:
            for carrier in account["carriers"]:
                carried.add(carrier)
                found = stands_in(texts[carrier], account["low"]) if "low" in account else False
                found = found or any(value.lower() in texts[carrier] for value in account.get("value", []))
                assert found, f"{account} is not in {carrier}"
        for names in fact.get("origins", []):
            assert any(name.lower() in texts[carrier] for name in names for carrier in carried), names


@pytest.mark.parametrize("story", STORIES)
def test_traps_stand_somewhere_and_are_no_account(story):
    gold, texts = gold_of(EXAMPLES / f"{story}.gold.json"), texts_of(story)
    for trap in gold["traps"]:
        assert any(stands_in(text, trap["low"]) for text in texts.values()), trap
        same = [
            f for f in gold["facts"] if f["kind"] in ("figure", ["figure"]) and set(f["measure"]) & set(trap["measure"])
        ]
        assert all(a["low"] != trap["low"] for f in same for a in f["accounts"] if "low" in a), trap


@pytest.mark.parametrize("story", STORIES)
def test_families_and_updates_name_pages(story):
    gold, texts = gold_of(EXAMPLES / f"{story}.gold.json"), texts_of(story)
    groups = gold["families"] + gold["updates"] + gold.get("may_join", [])
    assert all(len(group) > 1 and set(group) <= set(texts) for group in groups)
    assert set(gold["teasers"]) <= set(texts)


@pytest.mark.parametrize("path", sorted(BENCH_GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_bench_gold_is_well_formed(path):
    gold = gold_of(path)
    check_form(gold)
    assert gold["story"] == path.stem
    assert 8 <= len(gold["facts"]) <= 15
    assert 1 <= len(gold["traps"]) <= 6


@pytest.mark.parametrize("path", sorted(BENCH_GOLD.glob("*.json")), ids=lambda path: path.stem)
def test_bench_gold_names_articles_of_its_story_and_holds_no_sentences(path):
    topic, half = path.stem.split("_")
    gold = gold_of(path)
    accounts = [account for fact in gold["facts"] for account in fact["accounts"]]
    assert all(re.fullmatch(rf"{topic}_\d+{half}", carrier) for account in accounts for carrier in account["carriers"])
    words = [word for fact in gold["facts"] for word in fact["measure"]]
    words += [value for account in accounts for value in account.get("value", [])]
    # The longest value is a phrase that names a thing; a sentence of news has more than five words.
    assert max(len(word.split()) for word in words) <= 5


def test_readme_assigns_every_story_to_work_or_held_out_once():
    readme = (BENCH_GOLD / "README.md").read_text(encoding="utf-8")
    use = dict(re.findall(r"^\| `(\w+)` \|.*\| (work|held out) \|$", readme, flags=re.MULTILINE))
    assert set(use) == {path.stem for path in BENCH_GOLD.glob("*.json")}
    assert list(use.values()).count("work") >= 5
    assert list(use.values()).count("held out") >= 3
