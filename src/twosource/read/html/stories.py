"""Gather the other stories that a page points to: their titles, addresses, and summaries where they are shown.

Reads   Layout and the runs chosen as other stories'
Gives   Teaser for each story with a summary, Related for each with a title alone
Misses  stories shown by a picture alone
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urljoin

from twosource.model import OtherStory
from twosource.read.bylines import authors_of
from twosource.read.clutter import folded, is_clutter, label_of, section_of
from twosource.read.draft import Teaser
from twosource.read.html.flow import Layout, Run
from twosource.read.html.main import Chosen, linked_share
from twosource.read.infer import outlet_at

TITLE_FEWEST = 4
"""Words: shorter links are sections, topics and names."""

TITLE_LONGEST = 220
"""Characters: a link around more holds a whole story."""

SUMMARY_SHORTEST = 40
"""Characters: shorter runs beside a title are dates, names and counts."""

LINKED = 0.5
"""Half of a run on a link makes it a story's title: its age and section often stand beside the link."""

NEAR = 4
"""Levels up to the box that a title and its summary share."""

AGE = re.compile(r"^\s*\d{1,3}\s?(?:s|m|h|d|mins?|minutes?|hrs?|hours?|days?)\s?ago\s*", re.I)
NO_TITLE = re.compile(r"[›»@]|\bago$|^(?:follow|stay|sign|send|contact|subscribe|join)\b", re.I)
MOST = 60
"""Stories kept of one page: recommendation feeds that go on for ever say nothing after the first dozens."""


def stories_in(laid: Layout, chosen: Iterable[Chosen], url: str) -> tuple[list[Teaser], list[OtherStory]]:
    """Return the stories with a summary and those without, in page order, each title once."""
    runs = [item.run for item in chosen if item.part == "other"]
    teasers: list[Teaser] = []
    related: list[OtherStory] = []
    seen: set[str] = set()
    for number, run in enumerate(runs):
        title, address = _title(run)
        if not title or folded(title) in seen:
            continue
        seen.add(folded(title))
        summary = _summary(laid, runs, number)
        address = absolute(url, address)
        if summary:
            teasers.append(Teaser(title, summary, address, outlet_at(address)))
        else:
            related.append(OtherStory(title, address))
    return teasers[:MOST], related[:MOST]


def _title(run: Run) -> tuple[str, str]:
    """A story's title and address, when the run is one: words on a link that fill the run, or all but a label."""
    text = AGE.sub("", run.text[len(label_of(run.text)) :]).strip()
    links = [link for link in run.links if link[2] and not link[2].startswith(("#", "javascript:", "mailto:"))]
    if not links or linked_share(run) < LINKED or len(text) > TITLE_LONGEST or len(text.split()) < TITLE_FEWEST:
        return "", ""
    if is_clutter(text) or section_of(text) or NO_TITLE.search(text) or _are_names(text):
        return "", ""
    return text, links[0][2]


def _are_names(text: str) -> bool:
    names = authors_of([text])
    return len(names) > 1 and sum(len(name.split()) for name in names) >= len(text.replace(" and ", " ").split())


def _summary(laid: Layout, runs: Sequence[Run], number: int) -> str:
    """The sentences after a title, when they stand in the same box and on no other story's link."""
    if number + 1 >= len(runs):
        return ""
    title, after = runs[number], runs[number + 1]
    if len(after.text) < SUMMARY_SHORTEST or after.text[-1] not in '.!?…”"’' or is_clutter(after.text):
        return ""
    other = {link[2] for link in after.links} - {link[2] for link in title.links}
    if other and linked_share(after) >= LINKED:
        return ""
    here = {node.number for node in laid.ancestors(title.node)[:NEAR]}
    there = {node.number for node in laid.ancestors(after.node)[:NEAR]}
    return after.text if here & there else ""


def absolute(url: str, address: str) -> str:
    """Return the whole address of a link on the page at `url`; the link as it stands when it is broken."""
    try:
        return urljoin(url, address)
    except ValueError:
        return address
