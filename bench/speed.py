"""Measure all finders together: articles a second, the share of the parse and of each finder, memory.

    python bench/speed.py [--articles 100] [--words 500] [--data DEV/attribution.jsonl] [--memory 10000] [--every 500]
                          [--dossier examples/talks]

The articles are made by bench/news.py before the clock starts, denser in names and figures than news is; with --data
they are the openings of a file's texts, cut at so many words. One process, one thread. Seconds are the processor's,
so that other programs on the machine change them little; the wall clock's are given beside them. With --memory, the
articles are annotated one after another instead and the resident memory is printed every --every articles.
"""

import argparse
import json
import re
import resource
import time
from collections import Counter
from itertools import islice
from pathlib import Path

import msgspec

from news import stream
from twosource.annotate import FINDERS, annotate
from twosource.annotate.parse import parse
from twosource.model import Article, Mentions
from twosource.run import make_dossier

WARM = 5
"""Articles before the clock counts: the model and the lexicons load."""


def timed(article: Article, spent: Counter[str]) -> Mentions:
    """Annotate as `annotate` does, and add the processor's seconds of each part to `spent`."""
    start = time.process_time()
    parsed = parse(article)
    found = Mentions(article.id, sentences=parsed.sentences())
    spent["parse"] += time.process_time() - start
    for finder in FINDERS:
        start = time.process_time()
        found = msgspec.structs.replace(found, **{finder.gives: finder.find(parsed, found)})
        spent[finder.gives] += time.process_time() - start
    return found


def shares(articles: list[Article]) -> None:
    """Print the time of the parse and of each finder, then the speed of `annotate` as it is called."""
    for article in articles[:WARM]:
        annotate(article)
    spent: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for article in articles:
        found = timed(article, spent)
        mentions.update({finder.gives: len(getattr(found, finder.gives)) for finder in FINDERS})
    print(f"{'part':14} {'ms an article':>13} {'share':>6} {'mentions an article':>20}")
    for part, seconds in spent.items():
        found_each = f"{mentions[part] / len(articles):.0f}" if part in mentions else ""
        share = seconds / spent.total()
        print(f"{part:14} {1000 * seconds / len(articles):13.1f} {share:6.1%} {found_each:>20}")
    wall, start = time.perf_counter(), time.process_time()
    for article in articles:
        annotate(article)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    print(
        f"all: {1000 * seconds / len(articles):.1f} ms of processor time, {len(articles)} articles of {words:.0f} words"
    )
    print(f"{len(articles) / seconds:.1f} articles a second of processor time, {len(articles) / wall:.1f} by the clock")
    print(f"peak memory {peak():.0f} MB")


def peak() -> float:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def resident() -> float:
    """Return the memory that this process holds now, in MB (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20


def openings(path: Path, words: int) -> list[Article]:
    """Return the first `words` words of each text of a data file that has so many."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = re.match(rf"(?:\s*+\S++){{{words}}}", record["text"])
        if text:
            found.append(Article(record["id"], text[0]))
    return found


def memory(count: int, every: int, words: int) -> None:
    """Print resident memory as articles go by, and what the second half added per 1,000 articles."""
    points = []
    for number, article in enumerate(islice(stream(words), count), 1):
        annotate(article)
        if number % every == 0 or number == WARM:
            points.append((number, resident()))
            print(f"{number:>7} articles  {points[-1][1]:.0f} MB", flush=True)
    half = [point for point in points if point[0] >= count / 2]
    if len(half) > 1:
        (first, before), (last, after) = half[0], half[-1]
        print(
            f"second half: {1000 * (after - before) / (last - first):+.1f} MB per 1,000 articles; peak {peak():.0f} MB"
        )


def dossier(folder: Path) -> None:
    """Print what a whole dossier costs, the models loaded."""
    make_dossier([folder])
    wall, start = time.perf_counter(), time.process_time()
    made = make_dossier([folder]).dossier
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    articles, words = made.articles, sum(len(article.text.split()) for article in made.articles)
    print(f"dossier of {folder.name}: {len(articles)} articles and teasers, {words} words, {len(made.facts)} facts:")
    print(f"{seconds:.2f} s of processor time, {wall:.2f} s by the clock; peak memory {peak():.0f} MB")


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--data", type=Path, metavar="FILE", help="take the texts of a data file instead of made ones")
    parser.add_argument("--memory", type=int, metavar="ARTICLES", help="watch memory over so many articles instead")
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--dossier", type=Path, metavar="FOLDER", help="time the whole dossier of a folder as well")
    args = parser.parse_args()
    if args.memory:
        memory(args.memory, args.every, args.words)
        return
    articles = openings(args.data, args.words) if args.data else islice(stream(args.words), args.articles)
    shares(list(islice(articles, args.articles)))
    if args.dossier:
        dossier(args.dossier)


if __name__ == "__main__":
    main()
