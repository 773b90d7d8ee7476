"""Find what a reader sees of headline, byline and date: for pages that state none of them in their head.

Reads   Layout
Gives   Shown
Misses  bylines without a class, a rel, an itemprop or the word "by"
"""

import re

from twosource.read.dates import printed_date
from twosource.read.html.flow import Layout, Node
from twosource.read.html.head import Shown

BYLINE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:by-?lines?|authors?(?:-?name)?|contributors?|writer|reporter)(?:$|[\s_-])", re.I
)
BY = re.compile(r"^\W{0,3}by:?\s+[A-Z\W]", re.I)
BYLINE_LONGEST = 200
"""Characters of a byline with several names and their offices."""

BYLINES_MOST = 6
"""Author boxes further down repeat the first, or belong to other stories."""


def shown_in(laid: Layout) -> Shown:
    """Return the headlines, bylines and dates that are shown, in page order; those above the headline are not the
    article's.
    """
    headlines: list[str] = []
    bylines: list[str] = []
    dates: list[str] = []
    for run in laid.runs:
        above = laid.ancestors(run.node)[:4]
        if any(node.tag == "h1" for node in above):
            headlines.append(run.text)
        elif (
            headlines
            and len(run.text) <= BYLINE_LONGEST
            and len(bylines) < BYLINES_MOST
            and _is_byline(run.text, above)
        ):
            bylines.append(run.text)
    for node in laid.nodes:
        if node.tag == "time":
            dates.append(node.element.get("datetime") or " ".join(node.element.text_content().split()))
    dates += (
        [run.text for run in laid.runs if len(run.text) <= BYLINE_LONGEST / 2 and printed_date(run.text)]
        if not dates
        else []
    )
    return Shown(tuple(headlines), tuple(bylines), tuple(dates))


def _is_byline(text: str, above: list[Node]) -> bool:
    if BY.match(text):
        return True
    return any(
        node.element.get("rel") == "author"
        or node.element.get("itemprop") == "author"
        or BYLINE_CLASS.search(node.element.get("class") or "")
        for node in above[:2]
    )
