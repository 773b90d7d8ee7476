"""Count what becomes of small cases: disputes that are found, agreements told as one, decoys fallen for.

    python bench/cases.py [--held-out] [--show]

A pair of values is found as a dispute when claims at both stand in one fact, disputed or revised, in two accounts; as
one when they stand in one account. `--show` prints each pair that came out otherwise. Even cases are for work, odd ones
are held out.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

BENCH = Path(__file__).parent
sys.path.insert(0, str(BENCH))

from tasks.facts import predict  # noqa: E402 - the path is set just above

DISPUTED, ONE, APART = "disputed", "one account", "apart"
WANTED = {"disputes": DISPUTED, "agree": ONE, "decoys": APART}


def outcome(facts: list[dict], texts: dict[str, str], values: list[dict]) -> str:
    """How the facts tell two values: as a dispute, in one account, or apart."""
    best = APART
    for fact in facts:
        accounts = [_accounts(fact, texts, value) for value in values]
        if sum(map(bool, accounts)) < len(values):
            continue
        if len(set().union(*accounts)) > 1 and fact["verdict"] in ("disputed", "revised"):
            return DISPUTED
        if set.intersection(*accounts):
            best = ONE
    return best


def _accounts(fact: dict, texts: dict[str, str], value: dict) -> set[int]:
    """The accounts of a fact with a claim at the place of a value, whose words the account or the question shares."""
    start = texts[value["article"]].find(value["text"])
    end = start + len(value["text"])
    said = [word for word in value["text"].lower().split() if len(word) > 3 or any(map(str.isdigit, word))]
    return {
        number
        for number, account in enumerate(fact["accounts"])
        if any(word in f"{account['value']} {fact['question']}".lower() for word in said)
        and any(
            claim["article"] == value["article"] and claim["start"] < end and start < claim["end"]
            for claim in account["claims"]
        )
    }


def main() -> int:
    """Run the cases of one side, print the sums."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=BENCH / "made" / "cases.jsonl")
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for line in args.data.read_text("utf-8").splitlines():
        case = json.loads(line)
        if int(case["id"][1:]) % 2 != args.held_out:
            continue
        [dossier] = predict(case["articles"], args.data)
        texts = {article["id"]: article["text"] for article in dossier["articles"]}
        for kind, wanted in WANTED.items():
            for pair in case.get(kind, []):
                came = outcome(dossier["facts"], texts, pair["values"])
                counts[kind, came] += 1
                if args.show and came != wanted:
                    told = " / ".join(f"{value['article']}: {value['text']}" for value in pair["values"])
                    print(f"{case['id']} {kind} {came}: {pair.get('question') or pair.get('why')} | {told}")
    for kind in WANTED:
        total = sum(count for (of, _), count in counts.items() if of == kind)
        print(f"{kind:9} {total:4}  " + "  ".join(f"{came} {counts[kind, came]}" for came in (DISPUTED, ONE, APART)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
