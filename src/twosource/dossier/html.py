"""Write a dossier as one self-contained HTML file: no network, no framework, readable without JavaScript.

Reads   Dossier, templates/*.html, dossier.css, dossier.js
Gives   HTML under a strict content security policy: only its own style and script, by hash; nothing is fetched
Misses  a map: it would need tiles from the network
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from twosource.dossier import drawing, marking, outline, plot, wording
from twosource.dossier.speakers import speakers, vouchers
from twosource.model import Dossier, DossierArticle, DossierClaim, DossierFact, TimelineItem
from twosource.text.calendar import ISO_DAY

FOLD = 12
"""Facts shown at once in a section, about three screens; the others are folded away under "and 40 more"."""

FEW = 6
"""Lines shown at once in a list within a section."""

UNSAFE_IN_ID = re.compile(r"[^A-Za-z0-9_.:-]+")
OURS = re.compile(r"a\d+(-\d+)?|[dghq]-.*|s:.*|arrow|back|bar|clear|live|next|prev|theme")
"""The ids that the templates use: an article is ``a1``, its text at an offset ``a1-120``, a section ``s:facts``."""
WEB_ADDRESS = re.compile(r"https?://[^\s]+", re.IGNORECASE)


def to_html(dossier: Dossier) -> str:
    """Return the dossier as a page of its own. Everything that comes from a page is escaped text.

    A fact's anchor is its id (with anything but letters, digits and ``_.:-`` made a dash), a cited sentence's
    is ``aN-OFFSET``, N being the article's number in the dossier.
    """
    plan = outline.outline(dossier)
    dossier = plan.dossier
    anchored = anchors(plan)
    older = plan.aside | {fact.id for fact in dossier.facts if fact.event}
    style, script = _asset("dossier.css"), _asset("dossier.js")
    page = _environment().get_template("dossier.html")
    text = page.render(
        plan=plan,
        dossier=dossier,
        anchors=anchored,
        ids={number: anchored[fact] for fact, number in plan.order.items()},
        pages=[article for article in dossier.articles if article.page not in plan.articles],
        teasers=_teasers(plan),
        cited={claim.article for fact in dossier.facts for one in fact.accounts for claim in one.claims},
        kin=_kin(plan),
        days=_days(item for item in dossier.timeline if item.fact not in older),
        days_aside=_days(item for item in dossier.timeline if item.fact in older),
        texts=_texts(plan),
        figures=_figures(plan),
        plots={fact.id: drawn for fact in dossier.facts if (drawn := _plot(plan, fact))},
        drawing=drawing.drawing(plan),
        dependence=drawing.dependence(plan),
        letters=drawing.CREDITOR_LABEL,
        speakers=speakers(plan),
        vouchers=vouchers(plan),
        fold=FOLD,
        few=FEW,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    # A lone surrogate cannot be written as UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def anchors(plan: outline.Outline) -> dict[str, str]:
    """Return each fact's anchor: its id as far as an address can hold it, with a number where two are alike."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for fact in plan.dossier.facts:
        plain = UNSAFE_IN_ID.sub("-", fact.id).strip("-") or "fact"
        plain = f"fact-{plain}" if OURS.fullmatch(plain) else plain
        anchor, again = plain, 1
        while anchor in taken:
            again += 1
            anchor = f"{plain}-{again}"
        taken.add(anchor)
        found[fact.id] = anchor
    return found


def quotes(claims: Iterable[DossierClaim]) -> tuple[tuple[str, str, str, tuple[DossierClaim, ...]], ...]:
    """The words of claims: each sentence once, cut into before, value and after, with the claims on it."""
    cut = []
    for text, same in outline.sentences(claims).items():
        first = same[0]
        start, end = (first.focus_start, first.focus_end)
        left, right = (start - first.start, end - first.start) if start is not None and end is not None else (0, 0)
        cut.append((text[:left], text[left:right], text[right:], same))
    return tuple(cut)


def _texts(plan: outline.Outline) -> dict[str, tuple[marking.Paragraph, ...]]:
    """Every article's paragraphs with its cited sentences marked."""
    cites: dict[str, list[marking.Cite]] = {name: [] for name in plan.articles}
    for fact in plan.dossier.facts:
        number = plan.order[fact.id]
        for account in fact.accounts:
            for claim in account.claims:
                value = (claim.focus_start or 0, claim.focus_end or 0)
                cites[claim.article].append(marking.Cite(claim.start, claim.end, *value, number))
    return {name: marking.paragraphs(article, cites[name]) for name, article in plan.articles.items()}


def _teasers(plan: outline.Outline) -> dict[str, list[DossierArticle]]:
    """The teasers of each page."""
    found: dict[str, list[DossierArticle]] = {}
    for article in plan.dossier.articles:
        if article.page in plan.articles:
            found.setdefault(article.page, []).append(article)
    return found


def _kin(plan: outline.Outline) -> dict[str, tuple[str, ...]]:
    """For each article the others of its family."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(plan.articles, ())
    for family in plan.dossier.families:
        for name in family.articles:
            found[name] = tuple(other for other in family.articles if other != name)
    return found


def _figures(plan: outline.Outline) -> list[DossierFact]:
    """The figures: those with several accounts first, those of teasers last, else in reading order."""
    found = [fact for section in plan.sections for fact in section.facts if fact.kind == "figure"]
    return sorted(found, key=lambda fact: (fact.id in plan.aside, len(fact.accounts) < 2))


def _plot(plan: outline.Outline, fact: DossierFact) -> plot.Plot | None:
    """A fact's plot. What was revised is drawn over the times at which it was told."""
    return plot.plot(fact, outline.moments(fact, plan.articles) if fact.verdict == "revised" else ())


def _days(items: Iterable[TimelineItem]) -> list[tuple[str, str, list[TimelineItem]]]:
    """Items by the day or stretch of days that they belong to: first day, the stretch in words, its items."""
    keyed = groupby(
        items,
        key=lambda item: (item.start[:ISO_DAY], item.end[:ISO_DAY] or item.start[:ISO_DAY]),
    )
    return [(start, wording.stretch(start, end), list(found)) for (start, end), found in keyed]


def _web(url: str) -> bool:
    """Whether an address may be a link: only http and https."""
    return bool(WEB_ADDRESS.fullmatch(url))


def _hash(content: str) -> str:
    """The source expression that lets this inline style or script through the content security policy."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"


@cache
def _asset(name: str) -> str:
    """A style or script of ours, as it stands in the package."""
    return (files("twosource.dossier") / "templates" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Jinja with escaping on for everything, and an error for a name that is not there."""
    made = Environment(
        loader=PackageLoader("twosource.dossier", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "moment": wording.moment,
        "day": wording.day,
        "held": wording.held,
        "listed": wording.listed,
        "number": wording.number,
        "counted": wording.count,
    }
    made.globals |= {
        "answer": wording.answer,
        "bounds": wording.bounds,
        "hour": wording.hour,
        "stretch": wording.stretch,
        "extent": outline.extent,
        "tally": outline.tally,
        "counts": outline.counted,
        "summary": outline.summary,
        "dated": outline.dated,
        "headline": outline.headline,
        "noted": outline.noted,
        "unit": outline.unit,
        "standing": outline.standing,
        "stated": outline.stated,
        "parts": outline.parts,
        "gloss": outline.VERDICTS,
        "quotes": quotes,
    }
    made.tests |= {"web": _web, "opening": str.startswith}
    return made
