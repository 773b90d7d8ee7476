"""Measure how well a library is searched: nDCG@10 of the fused ranking and of either half alone, on articles and facts.

    python bench/search.py quality --library LIB [--queries bench/queries.jsonl] [--half odd|even|both] [--each]
    python bench/search.py build --library LIB [--count 100000]
    python bench/search.py speed --library LIB [--count 400]

`quality` wants a library of the stories that the queries were made for: ``twosource add stories.jsonl --db LIB``.
A fact is as relevant as the best sentence judged that one of its claims shares half with. `--each` prints every query.
`build` fills a library with generated articles (bench/news.py) of 300 words: findable, neither grouped nor annotated.
`speed` asks questions made of the library's own titles (whole, two words of one, a name, a phrase, a question about a
speaker), in a warm process; milliseconds are of processor time, since the machine may be shared.
"""

import argparse
import json
import random
import resource
import statistics
import sys
import time
from math import log2
from pathlib import Path

from news import news
from twosource.model import Page
from twosource.run.search import LOOKED_IN, Search
from twosource.run.search_query import understand
from twosource.run.search_rank import (
    FACT_ARTICLE,
    FACT_CARRIED,
    FACT_MEANING,
    FACT_SHAPE,
    MEANING,
    meaning_of,
    rank_articles,
    rank_facts,
)
from twosource.store import Store
from twosource.store.find import Finder

DEPTH = 10
CHUNK = 500
"""Articles added in one transaction."""
WAYS = {
    "words": ((1.0, 0.0), (1.0, 0.0, 0.0, 0.0, 0.0)),
    "meaning": ((0.0, 1.0), (0.0, 1.0, 0.0, 0.0, 0.0)),
    "no meaning": ((1.0, 0.0), (1.0, 0.0, FACT_ARTICLE, FACT_CARRIED, FACT_SHAPE)),
    "fused": ((1.0, MEANING), (1.0, FACT_MEANING, FACT_ARTICLE, FACT_CARRIED, FACT_SHAPE)),
}
"""Weights of words and meaning for articles; of words, meaning, article, carriers and shape for facts. "no meaning" is
the fused ranking with all of its meaning taken out."""


def ndcg(ranked: list, grades: dict) -> float:
    """Return nDCG@10 of a ranking: gains 2^grade - 1, discounted by log2 of the place.

    >>> ndcg(["b", "a"], {"a": 2}), round(ndcg(["x"], {"a": 1}), 1)
    (0.6309297535714574, 0.0)
    """
    best = sorted(grades.values(), reverse=True)[:DEPTH]
    ideal = sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(best))
    found = sum((2 ** grades.get(id, 0) - 1) / log2(place + 2) for place, id in enumerate(ranked[:DEPTH]))
    return found / ideal if ideal else 0.0


def claims_of(view) -> dict[str, list[tuple[int, int, tuple[str, str]]]]:
    """Return for each article where its claims stand, and the fact of each as (story, id)."""
    found: dict[str, list] = {}
    for line in view.stories(None, least=0):
        for fact in view.facts(line.id):
            for account in fact.accounts:
                for claim in account.claims:
                    found.setdefault(claim.article, []).append((claim.span.start, claim.span.end, (line.id, fact.id)))
    return found


def grades_of(judged: list, claims: dict) -> dict[tuple[str, str], int]:
    """Return how relevant facts are by the sentences judged: [article, start, end, grade]."""
    grades: dict[tuple[str, str], int] = {}
    for article, start, end, grade in judged:
        for first, last, fact in claims.get(article, ()):
            if min(end, last) - max(start, first) >= 0.5 * min(end - start, last - first):
                grades[fact] = max(grades.get(fact, 0), grade)
    return grades


def rank(search: Search, view, query: str, weights: tuple) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the articles and the facts found, by the weights of a way."""
    finder = Finder(view.connection)
    search.memory.refresh(finder)
    asked = understand(query)
    vector = meaning_of(asked)
    scores = rank_articles(finder, search.memory, asked, vector, None, weights[0])
    best = list(scores.total)[:LOOKED_IN]
    places = finder.places_of(best)
    top = scores.total[best[0]] if best else 1.0
    articles = {places[seq][0]: scores.total[seq] / top for seq in best}
    stories = finder.facts(list(dict.fromkeys(places[seq][1] for seq in best if places[seq][1])))
    facts = rank_facts(stories, articles, finder, search.memory, asked, vector, weights[1])
    return list(articles), [(found.story, stories[found.story].ids[found.place]) for found in facts[:DEPTH]]


def quality(args: argparse.Namespace) -> None:
    queries = [json.loads(line) for line in args.queries.read_text("utf-8").splitlines()]
    store = Store.open(args.library)
    search = Search(store)
    with store.view() as view:
        claims = claims_of(view)
        table: dict[tuple[str, str, str], list[float]] = {}
        for query in queries:
            half = "odd" if query["id"] % 2 else "even"
            if args.half not in (half, "both"):
                continue
            grades = grades_of(query["facts"], claims)
            line = []
            for way, weights in WAYS.items():
                articles, facts = rank(search, view, query["query"], weights)
                both = ndcg(articles, query["articles"]), ndcg(facts, grades)
                line += both
                for what, value in zip(("articles", "facts"), both, strict=True):
                    table.setdefault((half, what, way), []).append(value)
            if args.each:
                print(f"{query['id']:>3} {query['query']:<62}", *(f"{value:.2f}" for value in line))
    for (half, what, way), values in sorted(table.items()):
        print(f"{half:<5} {what:<9} {way:<10} {statistics.mean(values):.3f}  ({len(values)} queries)")


def build(args: argparse.Namespace) -> None:
    store = Store.open(args.library)
    start = time.process_time()
    with store.writer() as writer:
        first, page = writer.newest(), writer.add_page(Page("news", b"generated"), "bench/news.py", "news", "")
    for at in range(first, args.count or 100_000, CHUNK):
        made = [news(number, 300) for number in range(at, min(at + CHUNK, args.count or 100_000))]
        with store.writer() as writer:
            for article in made:
                writer.add_article(article, page)
    print(f"{args.count or 100_000} articles in {time.process_time() - start:.0f} s of processor time")


def questions(store: Store, count: int) -> list[str]:
    """Return questions made of titles of the library, the same ones each time."""
    chance = random.Random(1)
    with store.view() as view:
        newest = view.newest()
        seqs = sorted(chance.randint(1, newest) for _ in range(count))
        ids = [id for id, _ in (Finder(view.connection).places_of(seqs)).values()]
        titles = [article.title or article.text[:80] for article in view.articles_of(ids).values()]
    made = []
    for number, title in enumerate(titles):
        words = [word.strip(".,;:'\"()") for word in title.split()]
        names = [word for word in words[1:] if word[:1].isupper()] or words
        made.append(
            (
                title,
                " ".join(chance.sample(words, min(2, len(words)))),
                chance.choice(names),
                f'"{" ".join(words[1:3])}"',
                f"what did {chance.choice(names)} say about {words[-1]}",
                f"how many {words[-1]} {chance.choice(names)}",
            )[number % 6]
        )
    return made


def speed(args: argparse.Namespace) -> None:
    store = Store.open(args.library)
    asked = questions(store, args.count or 400)
    start = time.perf_counter()
    search = Search(store)
    search.find(asked[0])
    print(f"first search (memory filled): {time.perf_counter() - start:.2f} s; {search.memory.articles} articles, "
          f"{search.memory.codes.shape[1]} passages")  # fmt: skip
    for query in asked[:20]:
        search.find(query)
    spent, wall, slowest = [], [], (0.0, "")
    for query in asked:
        begun, clock = time.process_time(), time.perf_counter()
        search.find(query)
        spent.append(1000 * (time.process_time() - begun))
        wall.append(1000 * (time.perf_counter() - clock))
        slowest = max(slowest, (wall[-1], query))
    for name, values in (("processor", spent), ("wall clock", wall)):
        cuts = statistics.quantiles(values, n=100)
        print(f"{name}: median {cuts[49]:.1f} ms, p95 {cuts[94]:.1f} ms, p99 {cuts[98]:.1f} ms, {len(values)} searches")
    print(f"slowest {slowest[0]:.0f} ms: {slowest[1]!r}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("quality", "build", "speed"))
    parser.add_argument("--library", required=True)
    parser.add_argument("--queries", type=Path, default=Path(__file__).parent / "queries.jsonl")
    parser.add_argument("--half", choices=("odd", "even", "both"), default="odd")
    parser.add_argument("--each", action="store_true")
    parser.add_argument("--count", type=int, default=0, help="Articles, or searches.")
    args = parser.parse_args()
    {"quality": quality, "build": build, "speed": speed}[args.what](args)
    return 0


if __name__ == "__main__":
    sys.exit(main())
