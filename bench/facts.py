"""Score the facts of every gold story, one line each and the sums: the work stories, or the held-out ones.

    python bench/facts.py --data DEV/stories.jsonl --scorer score_facts.py [--held-out] [--story 14_ecb] [--out DIR]
    python bench/facts.py --gold bench/made --data bench/made/stories.jsonl --scorer score_facts.py [--held-out]
    python bench/facts.py --gold bench/dispatches --data DEV/times.jsonl --scorer score_facts.py [--held-out]

The split is the table in the README.md of the folder with the gold.
"""

import argparse
import importlib.util
import json
import re
import sys
from pathlib import Path

BENCH = Path(__file__).parent
sys.path.insert(0, str(BENCH))

from tasks.facts import predict  # noqa: E402 - the path is set just above


def split(gold: Path, held_out: bool) -> list[str]:
    """The stories of one side of the split, in the order of the table."""
    use = "held out" if held_out else "work"
    rows = re.findall(r"^\| `(\w+)` \|.*\| ([\w ]+) \|$", (gold / "README.md").read_text("utf-8"), re.M)
    return [story for story, kept in rows if kept == use]


OUTLETS = {"APW": "Associated Press", "NYT": "The New York Times", "XIE": "Xinhua"}
"""Whose dispatch it is, by the first letters of its id, where the data says no outlet."""


def articles_of(gold: dict, records: list[dict]) -> list[dict]:
    """The records of a story: those that its gold names, or that name it."""
    named = set(gold.get("articles", ()))
    if not named:
        return [record for record in records if record["gold"] == gold["story"]]
    return [{"outlet": OUTLETS.get(record["id"][:3]), **record} for record in records if record["id"] in named]


def load(path: Path):
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_facts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> int:
    """Make the dossiers, score them, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--scorer", required=True, type=Path)
    parser.add_argument("--gold", type=Path, default=BENCH / "gold", help="folder with a gold file a story")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--story", action="append")
    parser.add_argument("--out", type=Path, help="folder to keep the dossiers in")
    args = parser.parse_args()
    scorer = load(args.scorer)
    records = [json.loads(line) for line in args.data.read_text("utf-8").splitlines() if line]
    sums = dict.fromkeys(("facts", "found", "verdicts_right", "origins_right", "origins_asked", "traps", "fallen"), 0)
    sums |= {"stands_right": 0, "stands_asked": 0}
    f1s: dict[str, list[float]] = {"accounts": [], "carriers": []}
    for story in args.story or split(args.gold, args.held_out):
        gold = json.loads((args.gold / f"{story}.json").read_text("utf-8"))
        [dossier] = predict(articles_of(gold, records), args.data)
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            (args.out / f"{story}.json").write_text(json.dumps(dossier, ensure_ascii=False, indent=1), "utf-8")
        result = scorer.score(gold, dossier)
        result["fallen"] = len(result["traps_fallen"])
        for name in sums:
            sums[name] += result[name]
        for name, kept in f1s.items():
            kept.append(result[name]["f1"])
        exact = result["cited"]["exact"] == result["cited"]["checkable"] == result["cited"]["claims"]
        print(
            _line(story, result, result["accounts"]["f1"], result["carriers"]["f1"]), "exact" if exact else "NOT EXACT"
        )
        print("    missing:", ", ".join(result["missing"]) or "-", "| traps:", "; ".join(result["traps_fallen"]) or "-")
    print(_line("all", sums, *(sum(kept) / max(1, len(kept)) for kept in f1s.values())))
    return 0


def _line(name: str, counts: dict, accounts: float, carriers: float) -> str:
    return (
        f"{name:11} found {counts['found']}/{counts['facts']}  accounts {accounts:.2f}  carriers {carriers:.2f}"
        f"  verdicts {counts['verdicts_right']}/{counts['found']}"
        f"  origins {counts['origins_right']}/{counts['origins_asked']}"
        f"  stands {counts['stands_right']}/{counts['stands_asked']}  traps {counts['fallen']}/{counts['traps']}"
    )


if __name__ == "__main__":
    sys.exit(main())
