"""Measure all finders together: articles a second, the share of the parse and of each finder, memory.

    python bench/speed.py [--articles 100] [--words 500] [--passes 1] [--data DEV/attribution.jsonl]
                          [--memory 10000] [--every 500] [--dossier examples/talks]

The articles are made by bench/news.py before the clock starts, denser in names and figures than news is; with --data
they are the openings of a file's texts, cut at so many words. One process, one thread; articles are annotated in
batches, as a dossier's are, and one by one. Seconds are the processor's, so that other programs on the machine change
them less; the wall clock's are given beside them. With --memory, the articles are annotated in batches and the
resident memory is printed every --every articles. With --passes, each measurement is made so often and the least is
taken: what other programs take away differs from pass to pass.
"""

import argparse
import json
import re
import resource
import time
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import msgspec

from news import stream
from twosource.annotate import BATCH, FINDERS, annotate, annotate_many
from twosource.annotate.parse import forgetting, parse_many
from twosource.model import Article, Mentions
from twosource.run import make_dossier

WARM = 5
"""Articles before the clock counts: the model and the lexicons load."""


def timed(batch: list[Article], spent: Counter[str]) -> list[Mentions]:
    """Annotate as `annotate_many` does, and add the processor's seconds of each part to `spent`."""
    with forgetting():
        start = time.process_time()
        parses = parse_many(batch)
        made = [Mentions(parsed.article.id, sentences=parsed.sentences()) for parsed in parses]
        spent["parse"] += time.process_time() - start
        for finder in FINDERS:
            start = time.process_time()
            for place, parsed in enumerate(parses):
                found = {finder.gives: finder.find(parsed, made[place])}
                made[place] = msgspec.structs.replace(made[place], **found)
            spent[finder.gives] += time.process_time() - start
    return made


def batches(articles: list[Article]) -> list[list[Article]]:
    """Return the articles in groups of as many as `annotate_many` takes."""
    return [articles[start : start + BATCH] for start in range(0, len(articles), BATCH)]


def shares(articles: list[Article], passes: int) -> None:
    """Print the time of the parse and of each finder, then the speed of annotation as it is called."""
    for _ in annotate_many(articles[:WARM]):
        pass
    least: Counter[str] = Counter()
    mentions: Counter[str] = Counter()
    for _ in range(passes):
        spent: Counter[str] = Counter()
        found = [one for batch in batches(articles) for one in timed(batch, spent)]
        least = Counter({part: min(seconds, least.get(part, seconds)) for part, seconds in spent.items()})
    for one in found:
        mentions.update({finder.gives: len(getattr(one, finder.gives)) for finder in FINDERS})
    print(f"{'part':14} {'ms an article':>13} {'share':>6} {'mentions an article':>20}")
    for part, seconds in least.items():
        found_each = f"{mentions[part] / len(articles):.0f}" if part in mentions else ""
        share = seconds / least.total()
        print(f"{part:14} {1000 * seconds / len(articles):13.1f} {share:6.1%} {found_each:>20}")
    words = sum(len(article.text.split()) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {words:.0f} words, least of {passes} passes:")
    ways = {"in batches": lambda: list(annotate_many(articles)), "one by one": lambda: list(map(annotate, articles))}
    for way, run in ways.items():
        seconds, wall = map(min, zip(*(clocked(run) for _ in range(passes)), strict=True))
        print(
            f"{way}: {1000 * seconds / len(articles):.1f} ms of processor time an article, "
            f"{len(articles) / seconds:.1f} articles a second of it, {len(articles) / wall:.1f} by the clock"
        )
    print(f"peak memory {peak():.0f} MB")


def clocked(run: Callable[[], object]) -> tuple[float, float]:
    """Return the processor's seconds and the clock's that a call takes."""
    wall, start = time.perf_counter(), time.process_time()
    run()
    return time.process_time() - start, time.perf_counter() - wall


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
    for number, _ in enumerate(annotate_many(islice(stream(words), count)), 1):
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
    parser.add_argument("--passes", type=int, default=1)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--dossier", type=Path, metavar="FOLDER", help="time the whole dossier of a folder as well")
    args = parser.parse_args()
    if args.memory:
        memory(args.memory, args.every, args.words)
        return
    articles = openings(args.data, args.words) if args.data else islice(stream(args.words), args.articles)
    shares(list(islice(articles, args.articles)), args.passes)
    if args.dossier:
        dossier(args.dossier)


if __name__ == "__main__":
    main()
