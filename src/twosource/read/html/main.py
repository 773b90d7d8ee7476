"""Choose the runs of text that make up a page's article.

Reads   Layout
Gives   for each run of the article its part: paragraph, heading, list item, quote, caption, ...
Misses  articles spread over several pages
"""

import re
from typing import NamedTuple

from twosource.model import BlockKind
from twosource.read.clutter import folded, is_clutter
from twosource.read.html.flow import Layout, Run
from twosource.read.html.zones import Zone, zones_of

PROSE_SHORTEST = 60
LINK_SHARE = 0.5
MOST = 0.5
HELD = 0.8
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Chosen(NamedTuple):
    run: Run
    kind: BlockKind
    zone: Zone


def linked_share(run: Run) -> float:
    return sum(end - start for start, end, _ in run.links) / max(1, len(run.text))


def is_prose(run: Run) -> bool:
    return (
        len(run.text) >= PROSE_SHORTEST
        and linked_share(run) < LINK_SHARE
        and bool(re.search(r"[.!?…”\"’'।:]", run.text))
    )


def masses(layout: Layout, weights: list[float]) -> list[float]:
    """What each element holds of the runs' weights."""
    held = [0.0] * len(layout.nodes)
    for run, weight in zip(layout.runs, weights, strict=True):
        if run.node >= 0:
            held[run.node] += weight
    for node in reversed(layout.nodes):
        if node.parent >= 0:
            held[node.parent] += held[node.number]
    return held


def main_of(layout: Layout, voted: frozenset[str]) -> tuple[Chosen, ...]:
    prose = [float(len(run.text)) if is_prose(run) else 0.0 for run in layout.runs]
    if voted:
        prose = [float(len(run.text)) if folded(run.text) in voted else 0.0 for run in layout.runs]
    first = masses(layout, prose)
    total = max(first, default=0.0)
    big = frozenset(index for index, held in enumerate(first) if held > MOST * total)
    zones = zones_of(layout, big)
    weights = (
        prose if voted else [w if zones[run.node] == "" else 0.0 for run, w in zip(layout.runs, prose, strict=True)]
    )
    held = masses(layout, weights)
    total = max(held, default=0.0)
    root = max((i for i, h in enumerate(held) if h >= HELD * total and total), default=0)
    inside = _inside(layout, root)
    near = _parents(layout, voted)
    out = []
    for run in layout.runs:
        vote = folded(run.text) in voted
        if run.node not in inside and not vote:
            continue
        zone = zones[run.node]
        if (
            voted
            and not vote
            and not (
                layout.nodes[run.node].parent in near and (is_prose(run) or layout.nodes[run.node].tag in HEADINGS)
            )
        ):
            continue
        if vote and zone == "byline":
            zone = ""
        tags = _tags(layout, run.node, root)
        kind: BlockKind = "paragraph"
        if zone == "caption":
            kind = "caption"
        elif tags & HEADINGS:
            kind = "heading"
        elif "blockquote" in tags:
            kind = "quote"
        elif "li" in tags:
            kind = "list item"
        out.append(Chosen(run, kind, zone))
    return tuple(out)


def _parents(layout: Layout, voted: frozenset[str]) -> set[int]:
    from collections import Counter

    c = Counter(
        layout.nodes[run.node].parent for run in layout.runs if folded(run.text) in voted and len(run.text) > 60
    )
    return {k for k, v in c.items() if v >= 2}


def _inside(layout: Layout, root: int) -> set[int]:
    found = {root}
    for node in layout.nodes[root + 1 :]:
        if node.parent in found:
            found.add(node.number)
    return found


def _tags(layout: Layout, node: int, root: int) -> set[str]:
    tags = set()
    while node > root:
        tags.add(layout.nodes[node].tag)
        node = layout.nodes[node].parent
    return tags


def body_of(layout: Layout, voted: frozenset[str] = frozenset()) -> list[Chosen]:
    out = []
    seen = set()
    for c in main_of(layout, voted):
        t = c.run.text
        if c.zone or is_clutter(t) or c.kind == "caption" or t in seen:
            continue
        if len(t) > 40:
            seen.add(t)
        if c.kind in ("paragraph", "list item") and linked_share(c.run) > 0.9:
            continue
        out.append(c)
    return out
