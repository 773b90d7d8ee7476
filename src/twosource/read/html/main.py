"""Choose the runs of text that make up a page's article.

Reads   Layout, and the votes of trafilatura and of the body that the page states
Gives   Chosen: each run of the article with its part (paragraph, heading, list item, quote, caption), and each run
        that tells of
        other stories
Misses  articles spread over several pages; the later entries of live pages that load as one scrolls
"""

import re
from collections import Counter, defaultdict
from typing import Literal, NamedTuple

from twosource.model import BlockKind
from twosource.read.clutter import folded, is_clutter, label_of, section_of
from twosource.read.html.flow import Layout, Run
from twosource.read.html.votes import Votes
from twosource.read.html.zones import Zone, zones_of

PROSE_SHORTEST = 60
"""Characters. Captions, labels and headlines are mostly shorter, paragraphs mostly longer."""

SENTENCE_FEWEST = 5
"""Words of a short paragraph; buttons and labels have fewer."""

LINKED = 0.5
"""A run of which half stands on links points elsewhere."""

ALL_LINK = 0.9
"""A run that is a link and a mark or two besides."""

BIG = 0.25
"""An element that holds half of the article's text is called what it is called for other reasons than what it holds."""

HELD = 0.8
"""The article's root is the innermost element that holds four fifths of what was voted for: the rest are stray
votes."""

ALIKE_SHARE = 0.15
"""Runs in elements of one make that hold this share of the voted text are the article's paragraphs, whatever their
class says."""

ALIKE_FEWEST = 3
"""Voted runs of one make from which on others of the same make are taken for paragraphs too."""

ALIKE_ONE_SHARE = 0.3
"""In a short article one or two voted runs hold this share: others made like them are paragraphs too."""

AGREED = 0.85
"""A stated body that has this share of what trafilatura took is the whole article: what it lacks is doubtful."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
SENTENCE_MARK = re.compile(r"[.!?…”\"’'।:]")

Make = tuple[str, str, str, str]
Part = Literal["body", "caption", "other"]


class Chosen(NamedTuple):
    """A run and what it is: `part` says whether it is the article's, a caption, or of another story."""

    run: Run
    kind: BlockKind
    part: Part = "body"


class _Page(NamedTuple):
    """What is known of a page before runs are chosen; lists run parallel to its elements or runs."""

    layout: Layout
    voted: list[bool]
    zones: list[Zone]
    inside: frozenset[int]
    root: int
    likely: frozenset[Make]
    first_heading: int
    first_prose: int


def linked_share(run: Run) -> float:
    """Return the share of a run's characters that stand on links."""
    return sum(end - start for start, end, _ in run.links) / max(1, len(run.text))


def is_prose(run: Run) -> bool:
    """Whether a run looks like a paragraph: long enough, with a mark of punctuation, and not made of links."""
    return len(run.text) >= PROSE_SHORTEST and linked_share(run) < LINKED and bool(SENTENCE_MARK.search(run.text))


def chosen_of(layout: Layout, taken: Votes, stated: Votes, description: str = "") -> tuple[Chosen, ...]:
    """Return the article's runs and those of other stories, in reading order, each text once.

    `description` is the summary that the page states: shown above the article, it belongs to it.
    """
    page = _page(layout, _voted(layout, taken, stated))
    others = _other_runs(page)
    found: list[Chosen] = []
    waiting: list[Chosen] = []
    seen: set[str] = set()
    for number, run in enumerate(layout.runs):
        chosen = _choose(page, number, run, number in others, description)
        if chosen is None:
            waiting = []
            continue
        if chosen.part == "body" and chosen.kind == "heading" and not page.voted[number]:
            waiting.append(chosen)  # a heading without a vote is the article's when what it stands over is
            continue
        if chosen.part != "other" and len(run.text) >= PROSE_SHORTEST:
            if run.text in seen:
                continue
            seen.add(run.text)
        found += waiting if chosen.part == "body" else []
        waiting = waiting if chosen.part == "caption" else []
        found.append(chosen)
    return tuple(_trimmed(found))


def _voted(layout: Layout, taken: Votes, stated: Votes) -> list[bool]:
    """Which runs are voted for; where the stated body is the whole article, it decides alone on the runs after its
    last.
    """
    by_taken = [taken.has(run.text) for run in layout.runs]
    by_stated = [bool(stated.lines) and stated.has(run.text) for run in layout.runs]
    mass = sum(len(run.text) for run, vote in zip(layout.runs, by_taken, strict=True) if vote)
    both = sum(len(run.text) for run, a, b in zip(layout.runs, by_taken, by_stated, strict=True) if a and b)
    either = [a or b for a, b in zip(by_taken, by_stated, strict=True)]
    if mass and both >= AGREED * mass:
        last = max(number for number, vote in enumerate(by_stated) if vote)
        return [vote and number <= last for number, vote in enumerate(either)]
    if any(either):
        return either
    prose = [is_prose(run) for run in layout.runs]
    return prose if any(prose) else [_is_sentence(run) for run in layout.runs]


def _is_sentence(run: Run) -> bool:
    """Whether a run could be a short paragraph: asked only where no run is a long one."""
    return len(run.text.split()) >= SENTENCE_FEWEST and linked_share(run) < LINKED and run.text[-1:] in '.!?”"’।'


def _page(layout: Layout, voted: list[bool]) -> _Page:
    held = [0.0] * len(layout.nodes)
    for run, vote in zip(layout.runs, voted, strict=True):
        held[run.node] += len(run.text) if vote else 0.0
    for node in reversed(layout.nodes):
        if node.parent >= 0:
            held[node.parent] += held[node.number]
    total = max(held, default=0.0)
    big = frozenset(number for number, mass in enumerate(held) if total and mass > BIG * total)
    root = max((number for number, mass in enumerate(held) if total and mass >= HELD * total), default=0)
    inside = {root}
    for node in layout.nodes[root + 1 :]:
        if node.parent in inside:
            inside.add(node.number)
    shares: defaultdict[Make, float] = defaultdict(float)
    counts: Counter[Make] = Counter()
    trusted: set[str] = set()
    for run, vote in zip(layout.runs, voted, strict=True):
        if vote and is_prose(run):
            for make in _makes(layout, run.node):
                shares[make] += len(run.text) / max(1.0, total)
                counts[make] += 1
    for make, share in shares.items():
        if share >= ALIKE_SHARE:
            trusted.update(f"{make[1]} {make[3]}".split())
    zones = zones_of(layout, big, frozenset(trusted))
    likely = {make for make in shares if counts[make] >= ALIKE_FEWEST or shares[make] >= ALIKE_ONE_SHARE}
    prose = next(
        (r.node for r, vote in zip(layout.runs, voted, strict=True) if vote and is_prose(r)), len(layout.nodes)
    )
    heading = next((r.node for r in layout.runs if "h1" in _tags(layout, r.node)), len(layout.nodes))
    return _Page(layout, voted, zones, frozenset(inside), root, frozenset(likely), heading, prose)


def _makes(layout: Layout, number: int) -> tuple[Make, Make]:
    """The tags and classes of an element and of the one that holds it; with and without the element's own class."""
    tag, own, *above = _make(layout, number)
    return (tag, own, above[0], above[1]), (tag, "", above[0], above[1])


def _make(layout: Layout, number: int) -> Make:
    """The tags and classes of an element and of the one that holds it."""
    node = layout.nodes[number]
    above = layout.nodes[node.parent] if node.parent >= 0 else node
    return node.tag, node.element.get("class") or "", above.tag, above.element.get("class") or ""


def _choose(page: _Page, number: int, run: Run, other: bool, description: str) -> Chosen | None:
    zone = page.zones[run.node]
    tags = _tags(page.layout, run.node)
    if other or zone == "other":
        return Chosen(run, "heading" if tags & HEADINGS else "paragraph", "other")
    if zone == "caption" or "figcaption" in tags:
        return Chosen(run, "caption", "caption") if run.node in page.inside or page.voted[number] else None
    if "h1" in tags or is_clutter(run.text):
        return None
    if len(run.text) >= PROSE_SHORTEST / 2 and zone in ("", "summary") and _is_summary(page, run, description):
        return Chosen(run, "paragraph")
    if page.voted[number]:
        wanted = zone not in ("chrome", "byline")
    else:
        wanted = run.node in page.inside and zone == "" and _is_missed(page, run, tags)
    if not wanted or (linked_share(run) > ALL_LINK and not tags & HEADINGS):
        return None
    return Chosen(run, _kind(tags))


def _is_summary(page: _Page, run: Run, description: str) -> bool:
    """Whether a run is the summary that stands over an article: by its class, or as the page states it."""
    above = page.zones[run.node] == "summary" and page.first_heading < run.node < page.first_prose
    return above or (bool(description) and folded(run.text) == folded(description))


def _is_missed(page: _Page, run: Run, tags: set[str]) -> bool:
    """Whether a run without a vote is made like runs that have one: a paragraph, or a heading."""
    if tags & HEADINGS:
        return True
    return is_prose(run) and any(make in page.likely for make in _makes(page.layout, run.node))


def _tags(layout: Layout, number: int) -> set[str]:
    return {node.tag for node in layout.ancestors(number)}


def _kind(tags: set[str]) -> BlockKind:
    if tags & HEADINGS:
        return "heading"
    if "blockquote" in tags:
        return "quote"
    return "list item" if "li" in tags else "paragraph"


def _other_runs(page: _Page) -> set[int]:
    """The runs in blocks of other stories, known by their headings ("Related", "More from ...") and labels ("Read
    more: ...").
    """
    runs = page.layout.runs
    found: set[int] = set()
    for number, run in enumerate(runs):
        if number in found:
            continue
        if label_of(run.text) and linked_share(run) > 0:
            found.add(number)
        elif section_of(run.text) and not is_prose(run):
            found.update(_section(page, number))
    return found


def _section(page: _Page, number: int) -> set[int]:
    """The runs that a heading stands over: those of the largest element that it opens and that holds little of the
    article.
    """
    layout = page.layout
    first_run = layout.runs[number]
    scope = -1
    for node in layout.ancestors(first_run.node):
        if not _opens(layout, node.number, number) or node.number <= page.root:
            break
        scope = node.number
    end = number + 1
    if scope < 0:
        while end < len(layout.runs) and linked_share(layout.runs[end]) > LINKED:
            end += 1
        return set(range(number, end))
    last = _last_inside(layout, scope)
    while end < len(layout.runs) and scope <= layout.runs[end].node <= last:
        end += 1
    if end == number + 1:  # the heading has a box of its own: the links after it are the section
        while end < len(layout.runs) and linked_share(layout.runs[end]) > LINKED:
            end += 1
    return set(range(number, end))


def _opens(layout: Layout, node: int, number: int) -> bool:
    """Whether the run is the first in the element."""
    return number == 0 or layout.runs[number - 1].node < node


def _last_inside(layout: Layout, scope: int) -> int:
    last = scope
    inside = {scope}
    for node in layout.nodes[scope + 1 :]:
        if node.parent not in inside:
            break
        inside.add(node.number)
        last = node.number
    return last


def _trimmed(found: list[Chosen]) -> list[Chosen]:
    """Without headings at the end that nothing follows."""
    body = [number for number, chosen in enumerate(found) if chosen.part == "body"]
    loose = set()
    for number in reversed(body):
        if found[number].kind != "heading":
            break
        loose.add(number)
    return [chosen for number, chosen in enumerate(found) if number not in loose]
