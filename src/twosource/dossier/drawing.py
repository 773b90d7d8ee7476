"""Draw how the sources depend on one another: whose text it is, who is credited, which outlets stand on their own.

Reads   Outline (families, credits, chains)
Gives   Drawing: where each node and arrow goes, in the units of an SVG view box; the same as sentences
"""

import itertools
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.dossier.outline import Outline
from twosource.dossier.wording import clock, count, day, listed
from twosource.model import DossierFamily

# In view box units, about one CSS pixel on a phone.
WIDTH = 400.0
ROW = 46.0
NODE_X = 222.0
"""Where the articles' discs stand; their labels have the room to the right."""
CREDITOR_X = 138.0
"""Where the discs of agencies and other creditors stand; their labels have the room to the left."""
LABEL, CREDITOR_LABEL = 23, 16
"""Letters that fit beside a disc at the label's size."""
FAMILY_ROWS = 6
"""A family's articles that are drawn; the rest is one row "and 12 more"."""
MOST_ROWS = 24
"""Rows drawn in all, about two screens of a phone; what is left out stands in the sentences."""

WHOLE = frozenset({"agency", "republished"})
"""Credits for a whole text; the others are for a part or say who owns whom."""


class Node(NamedTuple):
    """A creditor or an article. `own` says that its text is its own (a disc), else taken over (a ring)."""

    x: float
    y: float
    label: str
    detail: str
    own: bool
    title: str
    number: int = 0


class Arrow(NamedTuple):
    """From whom to whom the text went: an SVG path; `part` when only some of it."""

    path: str
    part: bool


class Band(NamedTuple):
    """The ground behind a family's articles, with what they have in common."""

    y: float
    height: float
    label: str


class Drawing(NamedTuple):
    """The drawing, and how many articles are left out of it."""

    height: float
    creditors: tuple[Node, ...]
    articles: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    bands: tuple[Band, ...]
    left_out: int


RELATIONS = {"copy": "one text, copied", "rewrite": "one text, rewritten", "update": "one page, updated"}


def drawing(plan: Outline) -> Drawing | None:
    """Return the drawing; None when there is only one article and nobody it credits."""
    debts = _debts(plan)
    families = [family for family in plan.dossier.families if len(family.articles) > 1]
    if not debts and not families and sum(not article.teaser for article in plan.dossier.articles) < 2:
        return None
    rows: list[tuple[str, float, int]] = []
    bands: list[Band] = []
    at = 12.0
    for family, names in _groups(plan, families, debts):
        if len(rows) + len(names) > MOST_ROWS and rows:
            break
        if not family and len(names) > 1:
            rows.append((names[0], at + ROW / 2, len(names)))
            at += ROW
            continue
        shown = names[:FAMILY_ROWS] if len(names) > FAMILY_ROWS + 1 and family else names
        more = len(names) - len(shown)
        if family:
            bands.append(Band(at, ROW * (len(shown) + bool(more)) + 18, RELATIONS[family.relation]))
            at += 16
        for name in shown:
            rows.append((name, at + ROW / 2, 0))
            at += ROW
        if more:
            rows.append((names[len(shown)], at + ROW / 2, more))
            at += ROW
        at += 12 if family else 0
    placed = {name: y for name, y, _ in rows}
    owing = {debtor for debtor, _, part in debts if not part}
    articles = tuple(_article_node(plan, name, y, more, name not in owing) for name, y, more in rows)
    creditors = _creditors(plan, debts, placed)
    arrows = _arrows(debts, placed, creditors)
    drawn = sum(1 + max(more - 1, 0) for _, _, more in rows)
    height = max(at, max((node.y + ROW / 2 for node in creditors.values()), default=0.0))
    return Drawing(height, tuple(creditors.values()), articles, arrows, tuple(bands), len(_drawable(plan)) - drawn)


Debt = tuple[str, str, bool]
"""The id of the article that owes, the creditor's name or "#" and an article's id, and whether only a part is owed."""


def _debts(plan: Outline) -> list[Debt]:
    """Every debt once: family members to the family's origin, articles to the outlets they credit or quote through."""
    outlets: dict[str, str] = {}
    for article in plan.dossier.articles:
        if not article.teaser:
            outlets.setdefault(article.outlet.casefold(), article.id)
    found: dict[tuple[str, str], bool] = {}

    def owe(debtor: str, name: str, part: bool) -> None:
        own = plan.outlet(debtor).casefold() == name.casefold()
        if not own and name not in ("", "unnamed"):
            creditor = f"#{outlets[name.casefold()]}" if name.casefold() in outlets else name
            found[(debtor, creditor)] = found.get((debtor, creditor), True) and part

    press = outlets.keys() | {credit.name.casefold() for credit in plan.dossier.credits}
    for family in plan.dossier.families:
        first = plan.outlet(family.articles[0])
        for name in family.articles:
            owe(name, family.origin or "", False)
        if not family.origin or family.origin.casefold() == first.casefold():
            for earlier, later in _passed_on(family):
                found[(later, f"#{earlier}")] = False
    for credit in plan.dossier.credits:
        if credit.article in plan.articles:
            owe(credit.article, credit.name, credit.kind not in WHOLE)
    for fact in plan.dossier.facts:
        for account in fact.accounts:
            for claim in account.claims:
                if len(claim.chain) > 1 and claim.chain[0].casefold() in press:
                    owe(claim.article, claim.chain[0], True)
    return [(debtor, creditor, part) for (debtor, creditor), part in sorted(found.items())]


def _passed_on(family: DossierFamily) -> Iterable[tuple[str, str]]:
    """Which article had the text from which: an update from the version before it, a copy from the original."""
    names = family.articles
    if family.relation == "update":
        return itertools.pairwise(names)
    return ((names[0], name) for name in names[1:])


def _drawable(plan: Outline) -> list[str]:
    """The articles, and those teasers that a fact of this story cites."""
    cited = {
        claim.article
        for fact in plan.dossier.facts
        if fact.id not in plan.aside
        for account in fact.accounts
        for claim in account.claims
    }
    return [article.id for article in plan.dossier.articles if not article.teaser or article.id in cited]


def _groups(
    plan: Outline, families: Sequence[DossierFamily], debts: Sequence[Debt]
) -> list[tuple[DossierFamily | None, list[str]]]:
    """Families first, then articles that owe something, then the others, each in order of the dossier.

    Teasers of one page that owe nothing are one group: they stand in one row.
    """
    groups: list[tuple[DossierFamily | None, list[str]]] = []
    drawable = _drawable(plan)
    kept = set(drawable)
    groups += [(family, names) for family in families if (names := [name for name in family.articles if name in kept])]
    taken = {name for family in families for name in family.articles}
    owing = {debtor for debtor, _, _ in debts}
    rest = [name for name in drawable if name not in taken]
    groups += [(None, [name]) for name in rest if name in owing]
    free = [name for name in rest if name not in owing]
    groups += [(None, [name]) for name in free if not plan.articles[name].teaser]
    pages = dict.fromkeys(plan.articles[name].page for name in free if plan.articles[name].teaser)
    groups += [(None, [name for name in free if (one := plan.articles[name]).teaser and one.page == p]) for p in pages]
    return groups


def _article_node(plan: Outline, name: str, y: float, more: int, own: bool) -> Node:
    """The node of an article, or of several of one family."""
    page = plan.articles[name].page
    if more and own and page:
        on = f"on [{plan.numbers[page]}]" if page in plan.numbers else "on one page"
        return Node(NODE_X, y, count(more, "teaser"), on, True, "")
    if more:
        return Node(NODE_X, y, f"and {count(more, 'more', 'more')}", "of the same text", False, "")
    article = plan.articles[name]
    if not article.outlet and article.page in plan.numbers:
        return Node(
            NODE_X, y, f"Teaser on [{plan.numbers[article.page]}]", f"[{plan.numbers[name]}]", own, article.title
        )
    dated = ", ".join(part for part in (day(article.updated or article.published, year=False),) if part)
    hour = clock(article.updated or article.published)
    on = f"teaser on [{plan.numbers[article.page]}]" if article.page in plan.numbers else ""
    detail = " ".join(part for part in (f"[{plan.numbers[name]}]", on or dated, "" if on else hour) if part)
    outlet = plan.outlet(name)
    return Node(NODE_X, y, _clipped(outlet, LABEL), detail, own, f"{outlet}: {article.title}", plan.numbers[name])


def _creditors(plan: Outline, debts: Sequence[Debt], placed: dict[str, float]) -> dict[str, Node]:
    """The creditors that are no article here, each at the height of those who owe it, none on another."""
    owed: dict[str, list[float]] = {}
    for debtor, creditor, _ in debts:
        if debtor in placed and not creditor.startswith("#"):
            owed.setdefault(creditor, []).append(placed[debtor])
    nodes, floor = {}, 0.0
    for name in sorted(owed, key=lambda name: (sum(owed[name]) / len(owed[name]), name)):
        y = max(sum(owed[name]) / len(owed[name]), floor + ROW / 2)
        floor = y + ROW / 2 - 6
        nodes[name] = Node(CREDITOR_X, y, _clipped(name, 2 * CREDITOR_LABEL), "", True, name)
    return nodes


def _arrows(debts: Sequence[Debt], placed: dict[str, float], creditors: dict[str, Node]) -> tuple[Arrow, ...]:
    """An arrow for each debt between nodes that are drawn."""
    arrows = []
    end = NODE_X - 9
    for debtor, creditor, part in debts:
        if debtor not in placed:
            continue
        y = placed[debtor]
        if creditor in creditors:
            start, at = CREDITOR_X + 9, creditors[creditor].y
            middle = (start + end) / 2
            arrows.append(Arrow(f"M{start} {at:.1f}C{middle} {at:.1f} {middle} {y:.1f} {end} {y:.1f}", part))
        elif creditor[1:] in placed:
            at, bulge = placed[creditor[1:]], NODE_X - 44
            arrows.append(
                Arrow(f"M{end} {at + 3:.1f}C{bulge} {at + 3:.1f} {bulge} {y - 3:.1f} {end} {y - 3:.1f}", part)
            )
    return tuple(arrows)


def _clipped(label: str, length: int) -> str:
    return label if len(label) <= length else label[: length - 1].rstrip() + "…"


def dependence(plan: Outline) -> tuple[str, ...]:
    """Return what the drawing shows, as sentences: families, credits, and who stands alone."""
    said = []
    kept = set(_drawable(plan))
    for family in plan.dossier.families:
        if len(family.articles) > 1 and kept.intersection(family.articles):
            said.append(_family_sentence(plan, family))
    credited: dict[tuple[str, str], list[str]] = {}
    for credit in plan.dossier.credits:
        if credit.article in kept:
            credited.setdefault((credit.name, credit.kind), []).append(credit.article)
    for (name, kind), articles in credited.items():
        verb = "credits" if len(set(articles)) == 1 else "credit"
        said.append(f"{_cited(plan, articles)} {verb} {name} ({kind}).")
    owing = {debtor for debtor, _, _ in _debts(plan)}
    tied = owing | {name for family in plan.dossier.families if len(family.articles) > 1 for name in family.articles}
    alone = [name for name in _drawable(plan) if name not in tied and not plan.articles[name].teaser]
    if alone:
        verb = "shares" if len(alone) == 1 else "share"
        said.append(
            f"{_cited(plan, alone)} {verb} text with no other article here and credit{'s' * (len(alone) == 1)} none."
        )
    return tuple(said)


def _family_sentence(plan: Outline, family: DossierFamily) -> str:
    """One family as a sentence."""
    who = _cited(plan, family.articles)
    if family.relation == "update":
        return f"{who} are versions of one page."
    whose = f"of {family.origin}" if family.origin else "whose origin is not known"
    how = ", some of it rewritten" if family.relation == "rewrite" else ""
    return f"{who} carry one text {whose}{how}: one source."


def _cited(plan: Outline, names: Iterable[str]) -> str:
    """Articles as outlet and number, at most six by name: what a sentence can hold."""
    each = [f"{plan.outlet(name)} [{plan.numbers[name]}]" for name in dict.fromkeys(names)]
    return listed(each if len(each) <= 6 else [*each[:5], f"{len(each) - 5} more"])
