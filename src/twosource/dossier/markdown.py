"""Write a dossier as Markdown that also reads well in a terminal.

Reads   Dossier
Gives   Markdown (CommonMark): facts by verdict with numbered citations; each number stands for a sentence of an article
Misses  the articles' texts: only the sentences cited are given
"""

import re
from collections.abc import Iterable, Iterator

from twosource.dossier.outline import (
    VERDICTS,
    Outline,
    counted,
    dated,
    extent,
    headline,
    noted,
    outline,
    sentences,
    short,
    stated,
    summary,
    unit,
)
from twosource.dossier.wording import bounds, count, day, hour, listed, moment, stretch
from twosource.model import Dossier, DossierAccount, DossierArticle, DossierClaim, DossierFact

# What CommonMark gives a meaning inside a line. Angle brackets and ampersands are here because they open HTML.
SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
BLOCK_START = re.compile(r"^([#+\-=]|\d+(?=[.)]))")
WEB_ADDRESS = re.compile(r"https?://[^\s<>]+")

Place = tuple[str, int, int]


class _Citations:
    """Numbers for the places cited, in the order in which they are first cited, from 1."""

    def __init__(self) -> None:
        self.numbers: dict[Place, int] = {}
        self.claims: list[DossierClaim] = []

    def mark(self, claims: Iterable[DossierClaim]) -> str:
        """The citation marks of some claims: ``[1][4]``."""
        found = []
        for claim in claims:
            place = (claim.article, claim.start, claim.end)
            if place not in self.numbers:
                self.numbers[place] = len(self.numbers) + 1
                self.claims.append(claim)
            found.append(self.numbers[place])
        return "".join(f"[{number}]" for number in dict.fromkeys(found))


def to_markdown(dossier: Dossier) -> str:
    """Return the dossier as Markdown. Text from pages is escaped: it can neither format nor link."""
    plan, citations = outline(dossier), _Citations()
    parts = (
        _head(plan),
        *(_sections(plan, citations)),
        _sides(plan),
        _timeline(plan),
        _sources(plan),
        _coverage(plan),
        _versions(plan),
        _missing(plan),
        _related(plan),
        _cited(plan, citations),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def escape(text: str) -> str:
    r"""Text as Markdown shows it unchanged, on one line.

    >>> print(escape("a *b* <i>\n[c](d)"))
    a \*b\* \<i\> \[c\](d)
    >>> print(escape("# 1"), escape("1. one"))
    \# 1 1\. one
    """
    flat = SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return BLOCK_START.sub(lambda found: found[0] + "\\" if found[0].isdecimal() else "\\" + found[0], flat)


def _head(plan: Outline) -> Iterator[str]:
    dossier = plan.dossier
    yield f"# {escape(dossier.title)}"
    yield ""
    yield f"{extent(dossier)} {counted(dossier)}"
    for line in summary(plan):
        for fact in line.facts:
            note = noted(fact)
            said = f"{short(fact)} ({note})" if note else short(fact)
            yield ""
            yield f"- **{line.verdict}** {escape(said)} (fact {plan.order[fact.id]})"


def _sections(plan: Outline, citations: _Citations) -> Iterator[Iterator[str]]:
    for section in plan.sections:
        if section.facts:
            yield iter((f"## {section.heading}", "", f"*{section.gloss}*"))
            for fact in section.facts:
                yield _fact(plan, fact, citations)


def _fact(plan: Outline, fact: DossierFact, citations: _Citations) -> Iterator[str]:
    yield f"### {plan.order[fact.id]}. {escape(fact.question)}"
    yield ""
    yield f"{fact.verdict.capitalize()}: {VERDICTS[fact.verdict].lower()}. {escape(fact.why)}"
    if fact.ruling:
        yield ""
        yield f"**A person's ruling: {escape(fact.ruling)}**"
    for index, account in enumerate(fact.accounts):
        yield ""
        stands = " (stands now)" if fact.stands == index and len(fact.accounts) > 1 else ""
        yield f"- **{escape(stated(account))}**{stands}{_details(fact, account)} {citations.mark(account.claims)}"
        yield f"  {_voices(plan, account)}"
        for words, same in sentences(account.claims).items():
            yield ""
            alike = " (found by likeness)" if all(claim.likeness for claim in same) else ""
            yield f"  > {escape(words)} {citations.mark(same)}{alike}"


def _details(fact: DossierFact, account: DossierAccount) -> str:
    """Bounds and as-of of an account, where it has them."""
    limits = bounds(account.low, account.high)
    told = limits == account.value or stated(account) != account.value
    parts = ["" if told else limits, escape(unit(account))]
    parts += [
        dated(fact, account),
        "" if account.polarity or account.value.lower().startswith("denied") else "denied",
    ]
    kept = " ".join(part for part in parts[:2] if part), *parts[2:]
    joined = ", ".join(part for part in kept if part)
    return f", {joined}" if joined else ""


def _voices(plan: Outline, account: DossierAccount) -> str:
    """Who vouches for an account and who carries it."""
    parts = []
    if account.origins:
        parts.append(f"Vouched for by {escape(plan.names(account.origins))}")
    if account.carriers and account.carriers != account.origins:
        parts.append(f"{'carried' if parts else 'Carried'} by {escape(plan.names(account.carriers))}")
    return "; ".join(parts) + "." if parts else ""


def _sides(plan: Outline) -> Iterator[str]:
    if plan.dossier.sides:
        yield "## The sides"
    for side in plan.dossier.sides:
        yield ""
        yield f"### {escape(side.entity)}"
        yield ""
        for member in side.delegation:
            yield f"- {escape(' – '.join(part for part in (member.name, member.role) if part))}"
        for position in side.positions:
            yield f"- Position: {escape(short(plan.facts[position]))} (fact {plan.order[position]})"


def _timeline(plan: Outline) -> Iterator[str]:
    if plan.dossier.timeline:
        yield "## Timeline"
        yield ""
    for item in plan.dossier.timeline:
        same = item.start[:10] == item.end[:10] or not item.end
        at = hour(item.start, item.end)
        when = f"{day(item.start)}{', ' + at if at else ''}" if same else stretch(item.start, item.end)
        yield f"- {when}: {escape(item.text)} (fact {plan.order[item.fact]})"


def _sources(plan: Outline) -> Iterator[str]:
    yield "## Sources"
    yield ""
    for article in plan.dossier.articles:
        yield f"- Article {plan.numbers[article.id]}: {_source(plan, article)}"
    for family in plan.dossier.families:
        if len(family.articles) > 1:
            names = listed(f"{plan.numbers[name]}" for name in family.articles)
            origin = f" of {escape(family.origin)}" if family.origin else ", whose is not known"
            yield f"- Articles {names} share one text{origin} ({family.relation})."
    for credit in plan.dossier.credits:
        yield f"- Article {plan.numbers[credit.article]} credits {escape(credit.name)} ({credit.kind})."


def _source(plan: Outline, article: DossierArticle) -> str:
    """An article as a reference."""
    titled = f"“{article.title}”" if article.title else "" if article.teaser else headline(article)
    parts = [plan.outlet(article.id), titled, listed(article.authors)]
    dated = moment(article.published) + (f" (from the {article.date_inferred})" if article.date_inferred else "")
    parts += [dated if article.published else "", f"updated {moment(article.updated)}" if article.updated else ""]
    if article.page in plan.numbers:
        parts.append(f"teaser on the page of article {plan.numbers[article.page]}")
    address = f" <{article.url}>" if WEB_ADDRESS.fullmatch(article.url) else ""
    return escape(", ".join(part for part in parts if part)) + address


def _coverage(plan: Outline) -> Iterator[str]:
    if any(one.only or one.omits for one in plan.dossier.coverage):
        yield "## What each outlet alone has, and what it leaves out"
        yield ""
    for one in plan.dossier.coverage:
        if one.only:
            yield f"- {escape(one.outlet)} alone: {_numbers(plan, one.only)}"
        if one.omits:
            yield f"- {escape(one.outlet)} leaves out: {_numbers(plan, one.omits)}"


def _numbers(plan: Outline, facts: Iterable[str]) -> str:
    """Facts as numbers with their questions."""
    return "; ".join(f"{plan.order[fact]}. {escape(plan.facts[fact].question)}" for fact in facts)


def _versions(plan: Outline) -> Iterator[str]:
    if plan.dossier.versions:
        yield "## What later versions of a page changed"
        yield ""
    for item in plan.dossier.versions:
        what = f"{item.before} → {item.after}" if item.change == "changed" else item.after or item.before
        where = f"{escape(plan.outlet(item.later))}, article {plan.numbers[item.later]}"
        yield f"- {where}, {item.change}: {escape(what)} (fact {plan.order[item.fact]})"


def _missing(plan: Outline) -> Iterator[str]:
    if plan.dossier.missing:
        yield "## What nobody says"
        yield ""
    for item in plan.dossier.missing:
        who = listed(plan.outlet(name) for name in item.articles if name in plan.articles)
        yield f"- {escape(item.question)}{' Only ' + escape(who) + ' says.' if item.state == 'one' and who else ''}"


def _related(plan: Outline) -> Iterator[str]:
    if plan.dossier.related:
        yield "## Near this story"
        yield ""
    for item in plan.dossier.related:
        yield f"- {escape(item.title)} ({escape(item.outlet)}): {escape(item.why)}"


def _cited(plan: Outline, citations: _Citations) -> Iterator[str]:
    if citations.claims:
        yield f"## Citations ({count(len(citations.claims), 'sentence')})"
    for claim in citations.claims:
        number = citations.numbers[(claim.article, claim.start, claim.end)]
        chain = "".join(f" ← {plan.name(name)}" for name in claim.chain)
        at = f"article {plan.numbers[claim.article]}, characters {claim.start}–{claim.end}"
        yield ""
        yield f"[{number}] {escape(plan.outlet(claim.article) + chain)} ({at}): “{escape(claim.text)}”"
