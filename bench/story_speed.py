"""Time the way from annotated articles of one story to its facts, as the story grows.

    python bench/story_speed.py [--articles 25 50 100 200]

The articles are reports of one made-up event by many outlets, each in words of its own (`copies.original`): the
hardest kind, since nothing is told twice in the same words. Seconds are the processor's.
"""

import argparse
import random
import time

from copies import event, original
from twosource import annotate, check, independent, link, trace
from twosource.model import Evidence, Story


def evidence_of(count: int) -> Evidence:
    """Annotated, linked and traced reports of one event."""
    chance = random.Random(7)
    about = event(1, chance)
    articles = tuple(original(number, about, chance).article() for number in range(count))
    mentions = tuple(annotate(article) for article in articles)
    return Evidence(articles, mentions, link(articles, mentions), trace(articles))


def main() -> int:
    """Measure and print a line a size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", nargs="+", type=int, default=[25, 50, 100, 200])
    for count in parser.parse_args().articles:
        evidence = evidence_of(count)
        story = Story("s", "t", tuple(article.id for article in evidence.articles))
        start = time.process_time()
        facts = check(story, evidence, independent)
        spent = time.process_time() - start
        claims = sum(len(account.claims) for fact in facts for account in fact.accounts)
        each = f"{1e3 * spent / claims:.2f} ms a claim"
        print(f"{count} articles: {spent:.2f} s, {len(facts)} facts, {claims:,} claims, {each}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
