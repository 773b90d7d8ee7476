"""Score families, directions and credits on made copies, with the truth known.

    python bench/families.py [--events 300] [--seed 1] [--order shuffled|made]

A pair of articles is true when they share at least three tenths of the shorter one's words, counted by the identity of
sentences; pairs that share less, but something, are left out of the count, either way. A pair is predicted when both
are in one family, or a share across families joins them.
"""

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from copies import Made, corpus
from twosource.model import Lineage
from twosource.trace import trace
from twosource.trace.independence import took

LEAST = 0.3
"""The part of the shorter text that makes a pair true, as the issue asks."""


def shared(a: Made, b: Made) -> float:
    """The part of the shorter article's words that stand in both, by the identity of sentences."""
    first, second = a.words(), b.words()
    common = sum(words for origin, words in first.items() if origin in second)
    return common / max(1, min(sum(first.values()), sum(second.values())))


def true_pairs(made: Sequence[Made]) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Pairs that share enough, and pairs that share something but less."""
    enough, some = set(), set()
    by_event: defaultdict[int, list[Made]] = defaultdict(list)
    for one in made:
        by_event[one.event].append(one)
    for group in by_event.values():
        for place, a in enumerate(group):
            for b in group[place + 1 :]:
                part = shared(a, b)
                if part > 0:
                    (enough if part >= LEAST else some).add(pair(a.id, b.id))
    return enough, some


def pair(a: str, b: str) -> tuple[str, str]:
    return (min(a, b), max(a, b))


def predicted_pairs(lineage: Lineage) -> set[tuple[str, str]]:
    """Pairs in one family, or joined by a share across families."""
    found = {
        pair(a, b)
        for family in lineage.families
        for place, a in enumerate(family.articles)
        for b in family.articles[place + 1 :]
    }
    for share in lineage.between:
        for outside, member in ((share.earlier, share.later), (share.later, share.earlier)):
            found.add(pair(outside, member))
            family = lineage.family_of(member)
            if family is not None:
                found |= {pair(outside, id) for id in family.articles if took(id, member, share, family)}
    return found


def directions(made: Sequence[Made], lineage: Lineage) -> Iterator[tuple[Made, bool, bool]]:
    """For each share between a copy and its source: the copy, whether the source is named first, whether it is sure."""
    by_id = {one.id: one for one in made}
    for share in [*lineage.between, *(share for family in lineage.families for share in family.shares)]:
        earlier, later = by_id[share.earlier], by_id[share.later]
        if later.number in (earlier.source, earlier.second):
            yield earlier, False, share.directed
        elif earlier.number in (later.source, later.second):
            yield later, True, share.directed


def credited(made: Sequence[Made], lineage: Lineage) -> tuple[int, int, int]:
    """Articles that carry an agency's mark, those said to be an agency's, and those rightly so."""
    said = {credit.article: credit.name for credit in lineage.credits if credit.whole}
    marked = {one.id: one for one in made if one.dateline}
    own = {one.id for one in made if one.dateline and one.source < 0}  # an agency owes itself nothing
    right = sum(1 for id in said if id in marked)
    return len(marked.keys() - own), len(said), right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    args = parser.parse_args()
    made = list(corpus(args.events, args.seed))
    random.Random(args.seed).shuffle(made)
    lineage = trace([one.article() for one in made])
    enough, some = true_pairs(made)
    found = predicted_pairs(lineage) - some
    right = found & enough
    print(f"{len(made)} articles, {len(enough)} true pairs, {len(lineage.families)} families")
    print(f"pairs: precision {len(right) / max(1, len(found)):.4f}, recall {len(right) / max(1, len(enough)):.4f}")
    ways = list(directions(made, lineage))
    sure = [first for _, first, known in ways if known]
    print(f"direction: {sum(first for _, first, _ in ways) / len(ways):.3f} of {len(ways)}; "
          f"where it is said to be known {sum(sure) / max(1, len(sure)):.3f} of {len(sure)}")  # fmt: skip
    print("credits: {} marked copies, {} said to be an agency's, {} rightly".format(*credited(made, lineage)))
    by_id = {one.id: one for one in made}
    for what, pairs in (("missed", enough - found), ("false", found - enough)):
        ways_made = Counter(tuple(sorted(by_id[id].how for id in two)) for two in pairs)
        print(f"{what}, by how the two were made:", ways_made.most_common(6))
    print("wrong directions:", Counter((one.how, known) for one, first, known in ways if not first).most_common(8))


if __name__ == "__main__":
    main()
