"""Measure families and stories together on a long stream: articles a second, time an article as it grows, memory.

    python bench/stream.py [--articles 100000] [--plot bench/results/stream.svg]

The articles are made by bench/copies.py before the clock starts for each chunk; one process, one thread.
"""

import argparse
import resource
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from copies import corpus
from twosource.model import Article
from twosource.stories import Stories
from twosource.trace import Families

CHUNK = 2_000
WARM = 2
"""Chunks before the clock counts: lexicons load and the first stories are founded."""


def articles(seed: int) -> Iterator[Article]:
    """Articles without end, by time of their events."""
    for made in corpus(10_000_000, seed):
        yield made.article()


def measure(count: int, seed: int, path: Path | None) -> tuple[list[tuple[int, float, float]], Families, Stories]:
    """Return (articles so far, milliseconds an article, peak memory in MB) for each chunk."""
    families, stories, points, source = Families(), Stories(), [], articles(seed)
    for done in range(0, count, CHUNK):
        chunk = list(islice(source, min(CHUNK, count - done)))
        start = time.process_time()  # the machine may be shared: the processor's time, not the wall clock's
        for article in chunk:
            families.add(article)
            stories.add(article)
        spent = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        points.append((done + len(chunk), 1000 * spent / len(chunk), peak))
        if done % (5 * CHUNK) == 0:
            print(f"{points[-1][0]:>7} articles  {points[-1][1]:.2f} ms each  {peak:.0f} MB", flush=True)
            if path and len(points) > WARM:
                plot(points, path)  # what there is, should the run be stopped
    return points, families, stories


def snapshots(families: Families, stories: Stories) -> None:
    """Print how large the states are as msgpack, and how long it takes to write and to read them."""
    for name, state in (("families", families.state), ("stories", stories.state())):
        start = time.process_time()
        raw = msgspec.msgpack.encode(state)
        between = time.process_time()
        msgspec.msgpack.decode(raw, type=type(state))
        end = time.process_time()
        times = f"{between - start:.2f} s to write, {end - between:.2f} s to read"
        print(f"state of {name}: {len(raw) / 1e6:.0f} MB, {times}")


def plot(points: list[tuple[int, float, float]], path: Path) -> None:
    """Draw time an article and memory over the length of the stream."""
    width, height, edge = 720, 360, 50
    most = max(point[0] for point in points)
    top, peak = 1.2 * max(point[1] for point in points), 1.2 * max(point[2] for point in points)

    def line(values: list[float], scale: float) -> str:
        across, up = (width - 2 * edge) / most, (height - 2 * edge) / scale
        return " ".join(
            f"{edge + across * point[0]:.1f},{height - edge - up * value:.1f}"
            for point, value in zip(points, values, strict=True)
        )

    marks = "".join(
        f'<text x="{edge + (width - 2 * edge) * part / 5:.0f}" y="{height - edge + 18}" text-anchor="middle">'
        f"{most * part // 5:,}</text>"
        for part in range(6)
    )
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif"'
        f' font-size="12">'
        f'<rect width="{width}" height="{height}" fill="white"/>'
        f'<path d="M{edge},{edge} V{height - edge} H{width - edge} V{edge}" fill="none" stroke="#888"/>'
        f'<polyline points="{line([p[1] for p in points], top)}" fill="none" stroke="#1f5fa8" stroke-width="2"/>'
        f'<polyline points="{line([p[2] for p in points], peak)}" fill="none" stroke="#b5541c" stroke-width="2"/>'
        f'{marks}<text x="{edge}" y="{edge - 24}" fill="#1f5fa8">milliseconds an article (left, 0 to {top:.1f})</text>'
        f'<text x="{edge}" y="{edge - 8}" fill="#b5541c">peak memory in MB (right, 0 to {peak:.0f})</text>'
        f'<text x="{width / 2:.0f}" y="{height - 8}" text-anchor="middle">articles so far</text></svg>\n',
        encoding="utf-8",
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    started = time.monotonic()
    points, families, stories = measure(args.articles, args.seed, args.plot)
    wall = time.monotonic() - started
    steady = points[WARM:]
    fifth = max(1, len(steady) // 5)
    first = sum(point[1] for point in steady[:fifth]) / fifth
    last = sum(point[1] for point in steady[-fifth:]) / fifth
    mean = sum(point[1] for point in steady) / len(steady)
    print(f"{points[-1][0]} articles: {1000 / mean:.0f} a second of processor time")
    print(f"{first:.2f} ms each in the first fifth, {last:.2f} in the last: {last / first:.2f} times")
    print(f"{wall:.0f} s by the clock, the making of the articles included")
    print(f"peak memory {points[-1][2]:.0f} MB; {len(families.state.groups)} families or single articles held")
    print(f"{len(stories.groups())} stories held, {len(stories.changes())} changes recorded")
    snapshots(families, stories)
    if args.plot:
        plot(points, args.plot)


if __name__ == "__main__":
    main()
