"""Measure a large library: adding against the steps alone, a story's page, memory, the file's size.

    python bench/library.py [--articles 100000] [--db library.db] [--compare 2000] [--plot bench/results/library.svg]

The articles are made by bench/copies.py. For `--compare` they are the mix of that file: a third are reports of their
own, the rest are copies, cut, rewritten, merged. A whole library is filled with agency items of half a dozen sentences,
each printed by two dozen outlets, mostly word for word: so it can be filled in an hour, since copies take over what was
found in their original, and all else is done for each. `--db` may be a postgresql:// address; the library is kept, and
a second run goes on from it. Seconds are the processor's: of this process, and not of a database server; but for
`--compare` with a server, where both are by the clock, so that what the server does counts too: let nothing else run.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from copies import OUTLETS, copy, corpus, event, original
from twosource.check import check
from twosource.check.missing import missing
from twosource.dossier import render, write
from twosource.link import link
from twosource.model import Evidence, Mentions, Page
from twosource.read import read
from twosource.run.library import Adding, Original, annotate_from
from twosource.run.library_derive import dossier_of_story
from twosource.run.settings import Settings
from twosource.store import Store, find_index
from twosource.stories import Stories, story_of
from twosource.trace import Families, independent

CARRIERS = 24
"""Outlets that print an agency's report, on average: what large agencies' reports get."""

HOW = ("exact",) * 8 + ("headline", "cut")
"""How they print it: most as it is."""

SENTENCES = (4, 7)
"""The least and the most sentences of an agency's item."""

CHUNK = 2_500
PART = 100
"""Articles for which adding and the steps alone are compared at a time."""

Clock = Callable[[], float]
SILENT = lambda *_: None  # noqa: E731


def mixed(seed: int) -> Iterator[Page]:
    """Pages without end: reports and copies of all kinds, in the order of their events."""
    for made in corpus(10_000_000, seed):
        yield page_of(made.article(), made.number)


def pages(seed: int) -> Iterator[Page]:
    """Pages without end: agency items and the outlets that print them, in the order of their events."""
    chance = random.Random(seed)
    number = 0
    for at in range(10_000_000):
        about = event(at, chance)
        source = replace(original(number, about, chance, chance.randint(*SENTENCES)), outlet="Reuters")
        made = [source]
        number += 1
        for _ in range(chance.randint(0, 2 * CARRIERS)):
            made.append(copy(number, source, about, chance, chance.choice(HOW)))
            number += 1
        for one in made:
            yield page_of(one.article(), one.number)


def page_of(article, number: int) -> Page:
    """An article as the record that a feed would give."""
    paragraphs = [block.span.of(article.text) for block in article.blocks[1:]]
    record = {
        "id": f"a{number}",
        "title": article.title,
        "text": "\n\n".join(paragraphs),
        "outlet": article.outlet or OUTLETS[0],
        "published": article.published.value if article.published else "",
        "url": f"https://news.example/{number}",
    }
    return Page(f"a{number}", json.dumps(record).encode(), "application/json", path=f"/wire.jsonl#a{number}")


def steps_alone(chosen: list[Page], clock: Clock) -> float:
    """Return the seconds of all steps on the pages, from reading to writing dossiers, without a library."""
    start = clock()
    families, stories, settings = Families(), Stories(), Settings()
    articles, mentions, told = {}, dict[str, Mentions](), {}
    for page in chosen:
        for article in read(page):
            families.add(article)
            shares = [share for share, _ in families.made]
            best = max(shares, key=lambda s: s.of_later if s.later == article.id else s.of_earlier, default=None)
            source = None
            if best is not None:
                name = best.earlier if best.later == article.id else best.later
                source = Original(articles[name], mentions[name], best)
            articles[article.id] = article
            mentions[article.id] = annotate_from(source, article, settings)
            stories.add(article)
    stories.tidy()
    lineage = families.lineage()
    for id, members in stories.groups():
        kept = tuple(articles[name] for name in members)
        found = tuple(mentions[name] for name in members)
        evidence = Evidence(kept, found, link(kept, found), part_of(lineage, set(members)))
        story = story_of(id, kept)
        facts = check(story, evidence, independent)
        told[id] = write(story, facts, evidence, (), missing(facts, evidence))
    return clock() - start


def part_of(lineage, names: set[str]):
    """The lineage of some articles."""
    return type(lineage)(
        tuple(family for family in lineage.families if names.intersection(family.articles)),
        tuple(credit for credit in lineage.credits if credit.article in names),
        tuple(share for share in lineage.between if share.earlier in names or share.later in names),
    )


def add_to(store: Store, chosen: list[Page], clock: Clock) -> float:
    """Return the seconds of adding the pages to a library."""
    start = clock()
    adding = Adding(store, Settings(), lambda: "2026-11-22T00:00:00+00:00")
    adding.catch_up(SILENT)
    for page in chosen:
        adding.one(page)
    adding.finish(SILENT, later=False)
    return clock() - start


def compare(count: int, seed: int, address: str) -> None:
    """Print the speed of adding beside that of the steps alone, on the same pages.

    A part at a time, one before the other and then the other way round: other programs are busy now and then.
    """
    chosen = list(islice(mixed(seed), count))
    served = address.startswith("postgresql://")
    clock = time.perf_counter if served else time.process_time
    steps_alone(chosen[:50], clock)  # models and lexicons load
    with tempfile.TemporaryDirectory() as warm:
        store = Store.open(f"{warm}/warm.db")
        add_to(store, chosen[:5], clock)
        store.close()
    found = [0.0]
    for name in ("add_article", "write_story"):
        setattr(find_index, name, timed(getattr(find_index, name), found))
    rows = []
    for number, start in enumerate(range(0, count, PART)):
        part, spent = chosen[start : start + PART], {}
        for what in (("alone", "added"), ("added", "alone"))[number % 2]:
            if what == "alone":
                spent[what] = steps_alone(part, clock)
                continue
            store = Store.open(empty(address, number))
            spent[what] = add_to(store, part, clock)
            store.close()
        alone, added = spent["alone"], spent["added"]
        rows.append((alone, added))
        print(
            f"{len(part)} articles: steps alone {len(part) / alone:.1f} a second, adding {len(part) / added:.1f}: "
            f"{alone / added:.0%}",
            flush=True,
        )
    alone, added = (sum(row[at] for row in rows) for at in (0, 1))
    print(f"together: {count / alone:.1f} and {count / added:.1f} a second: {alone / added:.0%}")
    print(
        f"an article: {1000 * alone / count:.1f} ms in the steps, {1000 * found[0] / count:.1f} in making it findable, "
        f"{1000 * (added - alone - found[0]) / count:.1f} in keeping it: {(alone + found[0]) / added:.0%}"
    )


def empty(address: str, number: int) -> str:
    """The address of a new library: a file beside `address`, or another database of its server."""
    if not address.startswith("postgresql://"):
        folder = Path(address).parent
        for file in folder.glob("compare.db*"):
            file.unlink()
        return str(folder / "compare.db")
    import psycopg

    name = f"compare{number}"
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
        return address.replace(f"/{connection.info.dbname}", f"/{name}", 1)


def timed(function, total: list[float]):
    """The function, adding its seconds to a total."""

    def run(*arguments):
        start = time.process_time()
        try:
            return function(*arguments)
        finally:
            total[0] += time.process_time() - start

    return run


def fill(store: Store, count: int, seed: int, plot_to: Path | None) -> list[tuple[int, float, float]]:
    """Add articles until the library holds `count`; return (articles, ms each, peak MB) for each chunk."""
    with store.view() as view:
        held = view.newest()
    source = islice(pages(seed), held, None)
    adding, points = None, []
    while held < count:
        chunk = list(islice(source, min(CHUNK, count - held)))
        wall, start = time.perf_counter(), time.process_time()
        if adding is None:
            adding = Adding(store, Settings(), lambda: "2026-11-22T00:00:00+00:00")
            adding.catch_up(SILENT)
        for page in chunk:
            adding.one(page)
        done = adding.finish(SILENT, later=False)
        assert not done.failures, done.failures[:3]
        spent, wall = time.process_time() - start, time.perf_counter() - wall
        held += len(chunk)
        points.append((held, 1000 * spent / len(chunk), peak()))
        print(
            f"{held:>7} articles  {points[-1][1]:.1f} ms each ({1000 * wall / len(chunk):.1f} by the clock)  "
            f"{points[-1][2]:.0f} MB  {size(store):.0f} MB on disk",
            flush=True,
        )
        if plot_to and len(points) > 1:
            draw(points, plot_to)
    return points


def draw(points: list[tuple[int, float, float]], path: Path) -> None:
    """Draw time an article and memory over the size of the library, as bench/stream.py does."""
    from stream import plot

    plot(points, path)


def story_pages(store: Store, count: int, seed: int) -> None:
    """Print how long a story's page takes, read and rendered; and the listing of the latest stories."""
    with store.view() as view:
        lines = view.stories(limit=None)
    chosen = random.Random(seed).sample(lines, min(count, len(lines)))
    largest = sorted(lines, key=lambda line: -line.articles)[:10]
    for name, some in (("stories chosen at random", chosen), ("the ten largest", largest)):
        read_, whole = [], []
        for line in some:
            start = time.process_time()
            dossier = dossier_of_story(store, line.id)
            read_.append(time.process_time() - start)
            render(dossier, "html")
            whole.append(time.process_time() - start)
        articles = sum(line.articles for line in some) / len(some)
        print(f"{name} ({len(some)}, {articles:.0f} articles each): {told(read_)} to read, {told(whole)} as HTML")
    start = time.process_time()
    with store.view() as view:
        view.stories(50)
    print(f"list of the 50 latest of {len(lines)} stories: {1000 * (time.process_time() - start):.1f} ms")


def told(seconds: list[float]) -> str:
    """The median and the 95th percentile in milliseconds."""
    ordered = sorted(1000 * value for value in seconds)
    return f"{ordered[len(ordered) // 2]:.1f} ms (p95 {ordered[int(0.95 * (len(ordered) - 1))]:.1f})"


def size(store: Store) -> float:
    """The size of a library in MB, its log included."""
    if store.engine.dialect.name == "sqlite":
        path = Path(store.address)
        return sum(file.stat().st_size for file in path.parent.glob(path.name + "*")) / 2**20
    with store.view() as view:
        return view.connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar() / 2**20


def sizes(store: Store) -> None:
    """Print what takes the room, by table."""
    with store.view() as view:
        run = view.connection.exec_driver_sql
        if store.engine.dialect.name == "sqlite":
            try:
                rows = run("SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 16").all()
            except Exception:  # dbstat is an option of SQLite's build
                rows = []
        else:
            rows = run(
                "SELECT relname, pg_total_relation_size(oid) FROM pg_class WHERE relkind = 'r' ORDER BY 2 DESC LIMIT 16"
            ).all()
    print("; ".join(f"{name} {bytes_ / 2**20:.0f} MB" for name, bytes_ in rows))


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--db", default="library.db")
    parser.add_argument("--compare", type=int, default=0, metavar="ARTICLES", help="adding against the steps alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    if args.compare:
        compare(args.compare, args.seed, args.db)
        return
    store = Store.open(args.db)
    points = fill(store, args.articles, args.seed, args.plot)
    if points:
        print(
            f"{points[-1][0]} articles: {1000 * len(points) / sum(p[1] for p in points):.1f} a second of processor time"
        )
    with store.view() as view:
        print(f"{view.newest()} articles in {len(view.stories(limit=None))} stories, {size(store):.0f} MB")
    sizes(store)
    story_pages(store, 200, args.seed)
    print(f"peak memory {peak():.0f} MB")
    store.close()


if __name__ == "__main__":
    main()
