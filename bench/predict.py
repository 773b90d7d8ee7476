"""Run the public API over a data file of the benchmark and write predictions.

    python bench/predict.py TASK --data FILE.jsonl --out PRED.jsonl [--limit N]

Reads only the input fields of each record, never `gold`; for `coref`, where peers were given the mentions, their
spans are handed on as ``mentions: [[start, end], ...]``, sorted, without the clusters. Each task is a module of
`bench/tasks` with one function,
``predict(records, data) -> iterable of lines``; `data` is the path of the file, for paths relative to it.
A line is what is written: ``{"id": ..., "pred": ...}``; for `facts` the one line is the dossier itself.
Articles a second and peak memory go to standard error.
"""

import argparse
import importlib
import json
import resource
import sys
import time
from pathlib import Path

BENCH = Path(__file__).parent
GOLD_FIELDS = frozenset({"gold", "wire", "credit"})


def read_records(path: Path, mentions: bool = False) -> list[dict]:
    """Return the records of a JSONL file without their gold; `mentions` keeps its spans, sorted, no more of it."""
    with path.open(encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    if mentions:
        for record in records:
            record["mentions"] = sorted([item["start"], item["end"]] for item in record["gold"])
    return [{key: value for key, value in record.items() if key not in GOLD_FIELDS} for record in records]


def main() -> int:
    """Parse the command line, predict, write."""
    tasks = sorted(path.stem for path in (BENCH / "tasks").glob("[a-z]*.py"))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("task", choices=tasks)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--limit", type=int, default=None)
    args = parser.parse_args()
    sys.path.insert(0, str(BENCH))
    task = importlib.import_module(f"tasks.{args.task}")
    records = read_records(args.data, mentions=args.task == "coref")[: args.limit]
    start = time.perf_counter()
    with args.out.open("w", encoding="utf-8") as out:
        for line in task.predict(records, args.data):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{args.task}: {len(records)} records in {seconds:.1f} s, {len(records) / seconds:.1f}/s, peak {peak:.0f} MB",
        file=sys.stderr,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
