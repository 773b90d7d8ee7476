"""Cut one story's articles out of a file of stories, without their gold.

    python bench/story_data.py --data stories.jsonl --story 30_ecb --out 30_ecb.jsonl

The file written is what `bench/predict.py facts --data` reads: one article a line, in the order of the data.
Exit codes: 0 done, 1 no article of that story, 2 wrong usage or a file that cannot be read.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path


def articles_of(story: str, lines: Iterable[str]) -> Iterator[dict]:
    """Yield the records whose gold is `story`, their gold taken off, in order.

    >>> list(articles_of("1_x", ['{"id": "a", "text": "t", "gold": "1_x"}', '{"id": "b", "gold": "2_x"}', ""]))
    [{'id': 'a', 'text': 't'}]
    """
    for line in lines:
        record = json.loads(line) if line.strip() else {}
        if record.get("gold") == story:
            yield {key: value for key, value in record.items() if key != "gold"}


def main(argv: list[str] | None = None) -> int:
    """Parse the command line, cut, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True, type=Path, help="JSONL with id, text and gold (the story)")
    parser.add_argument("--story", required=True, help="the story's id")
    parser.add_argument("--out", required=True, type=Path)
    args = parser.parse_args(argv)
    try:
        found = list(articles_of(args.story, args.data.read_text(encoding="utf-8").split("\n")))
    except (OSError, ValueError) as error:
        print(f"story_data: {args.data}: {error}", file=sys.stderr)
        return 2
    if not found:
        print(f"story_data: no article of story {args.story!r} in {args.data}", file=sys.stderr)
        return 1
    args.out.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in found), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
