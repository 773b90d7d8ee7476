"""Write a digest of everything annotated in each article, and compare two such files: does a change change output?

    python bench/fingerprint.py --out BEFORE.jsonl [--articles 100] [--data FILE.jsonl ...]
    python bench/fingerprint.py --out AFTER.jsonl --before BEFORE.jsonl [...]

The articles are made by bench/news.py, and whole texts of the data files' records. A line holds a digest of each field
of an article's mentions. With --before, prints how many articles differ, field by field, and exits with 1 if any does.
With --together the articles are annotated in batches.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import msgspec

from news import stream
from twosource.annotate import annotate, annotate_many
from twosource.model import Article, Mentions


def articles(made: int, files: list[Path]) -> Iterator[Article]:
    """Yield `made` articles of bench/news.py, then the texts of the data files."""
    yield from islice(stream(500), made)
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield Article(f"{path.stem} {record['id']}", record["text"])


def digests(found: Mentions) -> dict[str, str]:
    """Return a short digest of each field of an article's mentions."""
    return {
        field: hashlib.sha256(msgspec.json.encode(getattr(found, field))).hexdigest()[:16]
        for field in Mentions.__struct_fields__
    }


def main() -> int:
    """Parse the command line, write the digests, compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--before", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--together", action="store_true")
    args = parser.parse_args()
    given = articles(args.articles, args.data)
    found = annotate_many(given) if args.together else map(annotate, given)
    lines = [digests(mentions) for mentions in found]
    args.out.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    if args.before is None:
        return 0
    before = [json.loads(line) for line in args.before.read_text(encoding="utf-8").splitlines()]
    pairs = zip(before, lines, strict=True)
    changed = Counter(chain.from_iterable((key for key in new if new[key] != old[key]) for old, new in pairs))
    print(f"{len(lines)} articles; that differ: {dict(changed) or 'none'}")
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
