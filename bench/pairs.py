"""Count what becomes of pairs of short reports that were written to mislead: wrong confirmations and disputes first.

    python bench/pairs.py [--data bench/made/pairs.jsonl] [--show]

A case holds two or three reports by outlets of their own, of one day, and what an editor expects of them: `apart` (they
look alike and tell of two things), `unconfirmed` (one thing, from one origin or nobody knows whose), `disputed` and
`confirmed`. What it came to is the strongest verdict of a fact that two of the reports tell: corroborated, disputed
(or revised), echoed; or nothing. Who holds an office is left out: two outlets rightly vouch for that. `--show` prints
each case that came out wrong.
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

BENCH = Path(__file__).parent
sys.path.insert(0, str(BENCH))

from tasks.facts import predict  # noqa: E402 - the path is set just above

WRONG = {
    "apart": {"corroborated", "disputed"},
    "unconfirmed": {"corroborated", "disputed"},
    "disputed": {"corroborated"},
    "confirmed": {"disputed"},
}
"""What a case must not come to: the worst that a dossier can say."""

STRENGTH = ("nothing", "echoed", "disputed", "corroborated")
"""Outcomes, the strongest last; where a dispute is expected it is stronger than a confirmation beside it."""


def outcome(facts: list[dict], expect: str) -> str:
    """The strongest verdict of a fact that two of a case's reports tell."""
    came = set()
    for fact in facts:
        told = {claim["article"] for account in fact["accounts"] for claim in account["claims"]}
        if len(told) > 1 and fact["kind"] != "role":
            came.add("disputed" if fact["verdict"] == "revised" else fact["verdict"])
    if expect == "disputed" and "disputed" in came:
        return "disputed"
    return max((one for one in came if one in STRENGTH), key=STRENGTH.index, default="nothing")


def articles(case: dict) -> list[dict]:
    """The reports of a case as articles of one day, each with an outlet of its own."""
    return [
        {"id": letter, "outlet": f"The {letter.upper()} Post", "published": "2023-03-14", "text": text}
        for letter, text in zip("abc", case["texts"], strict=False)
    ]


def main() -> int:
    """Run the cases, print the sums."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=BENCH / "made" / "pairs.jsonl")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for line in args.data.read_text("utf-8").splitlines():
        case = json.loads(line)
        [dossier] = predict(articles(case), args.data)
        came = outcome(dossier["facts"], case["expect"])
        counts[case["expect"], came] += 1
        if args.show and came in WRONG[case["expect"]]:
            print(f"{case['id']} expected {case['expect']}, {came}: {' | '.join(case['texts'])}")
    for expect in WRONG:
        total = sum(count for (wanted, _), count in counts.items() if wanted == expect)
        told = "  ".join(f"{came} {counts[expect, came]}" for came in reversed(STRENGTH))
        print(f"{expect:11} {total:4}  {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
