"""Which body "the agency" or "a company spokeswoman" means: the only one that acted or spoke right before.

Reads   a source called by the noun of a body; clauses, attributions and names of its sentence and the one before
Gives   `body_meant`
Misses  a body that was named further up; one that nothing knows for a body

A name whose own noun is of another sort ("aviation authority" of an airline) is not what is meant, and where two bodies
of the right sort act nothing is chosen.
"""

import re
from bisect import bisect_left

from twosource.check.context import Context, within
from twosource.check.voices.vouching import is_paper
from twosource.model import Span

CALLED = re.compile(
    r"^(?:the\s+(?:[a-z]+\s+)?(?P<noun>[a-z]+)(?:\s+in\s+an?\s.*)?"
    r"|(?:an?|the)\s+(?P<mouth>[a-z]+)\s+(?:spokes(?:man|woman|person|people)|officials?))$",
    re.I,
)
"""A body called by its noun, also with where it spoke ("the company in a statement"), or one who speaks for it."""

STATE = frozenset(
    {"agency", "administration", "authority", "bureau", "center", "centre", "commission", "department", "ministry",
     "office", "service", "survey"}
)  # fmt: skip
TRADE = frozenset({"airline", "airlines", "bank", "company", "corporation", "firm"})
UNITED = frozenset(
    {"alliance", "association", "center", "centre", "club", "coalition", "council", "federation", "foundation", "guild",
     "league", "society", "union"}
)  # fmt: skip

SORTS: dict[str, frozenset[str]] = {
    "agency": STATE,
    "company": TRADE,
    "firm": TRADE,
    "group": UNITED,
    "organisation": UNITED,
    "organization": UNITED,
    "union": frozenset({"association", "federation", "guild", "union"}),
}
"""The nouns of bodies that stand for any of a sort, each with those that names of the sort have in them."""

OTHERS = STATE | TRADE | UNITED | frozenset(
    {"army", "board", "college", "committee", "congress", "council", "court", "government", "hospital", "house",
     "military", "navy", "parliament", "party", "police", "school", "senate", "university"}
)  # fmt: skip
"""Nouns by which the name of a body tells of what sort it is."""

PRINTED = frozenset({"newspaper", "paper", "report", "station"})
"""Nouns for an outlet, or for what it has told."""


def body_meant(context: Context, source: Span) -> str:
    """Return the name of the body that a source is called by the noun of, "" when none or several did."""
    called = CALLED.match(context.text(source))
    noun = (called["noun"] or called["mouth"]).casefold() if called else ""
    if noun not in SORTS and noun not in PRINTED:
        return ""
    acting = {name: ends for name, ends in _acting_before(context, source).items() if _fits(name, noun)}
    [name, *more] = acting or [""]
    return name if not more and name != context.article.outlet and acting.get(name) else ""


def _acting_before(context: Context, source: Span) -> dict[str, bool]:
    """The bodies that act or are cited in the sentence of a source before it or in the sentence before that.

    Each with whether it ends the phrase that it stands in, and no second body does: of "the Arle-based manager" Arle is
    no body.
    """
    index = bisect_left(context.mentions.sentences, context.sentence(source))
    before = Span(context.mentions.sentences[max(0, index - 1)].start, source.start)
    subjects = (
        part.span
        for clause in within(context.mentions.clauses, before)
        for part in clause.value.arguments
        if part.relation == "subject"
    )
    cited = (part for one in context.mentions.attributions for part in one.value.source if before.covers(part))
    acting = (*subjects, *cited)
    found: dict[str, bool] = {}
    for name in within(context.mentions.names, before):
        body = context.at.get(name.span)
        inside = [part for part in acting if part.covers(name.span)]
        if body is not None and body.kind == "organisation" and inside:
            alone = any(part.end == name.span.end and " and " not in context.text(part) for part in inside)
            found[body.name] = found.get(body.name, False) or alone
    return found


def _fits(name: str, noun: str) -> bool:
    """Whether a body may be called by a noun: an outlet by those of outlets, others where no noun of theirs says no."""
    if noun in PRINTED:
        return is_paper(name)
    own = OTHERS.intersection(name.casefold().split())
    return name.casefold() != noun and not is_paper(name) and (not own or bool(own & SORTS[noun]))
