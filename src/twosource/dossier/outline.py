"""Lay a dossier out for a reader: sections by verdict, numbers for facts and articles, what can be said in short.

Reads   Dossier
Gives   Outline: what the Markdown and the HTML writer both show, in the same order and words
"""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import msgspec

from twosource.dossier.wording import answer, clipped, count, day, held, limited, listed, stretch
from twosource.model import Dossier, DossierAccount, DossierArticle, DossierClaim, DossierFact, FactKind, Verdict
from twosource.text.calendar import ISO_DAY
from twosource.text.wording import within_sentence

UNNAMED = "unnamed"
"""What a chain ends in when its last source is not named."""


TELLING: tuple[FactKind, ...] = ("figure", "position", "venue", "time", "event", "statement", "role")
"""Kinds of fact, those first that a reader asks for first."""

MOST_ACCOUNTS = 3
"""Accounts told on one line: more cannot be compared at a glance; the fact itself shows all."""

LONGEST_OF_SEVERAL = 100
"""Letters of a value that is told beside another, with who gives it: a line and a half."""


class Section(NamedTuple):
    """A part of the dossier: its heading, what its verdicts mean, and its facts."""

    key: str
    heading: str
    gloss: str
    verdicts: tuple[Verdict, ...]
    facts: tuple[DossierFact, ...] = ()


SECTIONS = (
    Section(
        "established",
        "Established",
        "Two or more sources that are independent of each other give compatible values.",
        ("corroborated",),
    ),
    Section(
        "contested",
        "Disputed or revised",
        "Accounts that do not agree, or that a later one supersedes.",
        ("disputed", "revised"),
    ),
    Section(
        "echoed",
        "Echoed",
        "Several outlets carry it, but no two of them are known to vouch for it independently.",
        ("echoed",),
    ),
    Section("single", "From one source", "One outlet carries it, from one origin.", ("single",)),
    Section("undisclosed", "Not disclosed", "A source says that it is not known or not told.", ("undisclosed",)),
)
"""The sections, in the order in which a reader meets them."""

VERDICTS: Mapping[Verdict, str] = {
    "corroborated": "Independent sources agree",
    "echoed": "Several outlets, no two known to be independent",
    "single": "One outlet, one origin",
    "disputed": "Accounts do not agree",
    "revised": "A later account supersedes an earlier one",
    "undisclosed": "Said not to be known or told",
}
"""What each verdict means, in a few words."""


class Outline(NamedTuple):
    """A dossier in reading order. `numbers` counts articles from 1, `order` counts facts from 1.

    `aside` are the facts that stand only in teasers of other stories.
    """

    dossier: Dossier
    sections: tuple[Section, ...]
    numbers: Mapping[str, int]
    order: Mapping[str, int]
    articles: Mapping[str, DossierArticle]
    facts: Mapping[str, DossierFact]
    aside: frozenset[str]

    def outlet(self, article: str) -> str:
        """The name under which an article's outlet is shown; without one, the page it stood on, or its id."""
        found = self.articles[article]
        if not found.outlet and found.teaser and found.page in self.articles:
            return f"a teaser on {self.articles[found.page].outlet or found.page}’s page"
        return found.outlet or article

    def name(self, source: str) -> str:
        """An origin or carrier as shown: its name, or words for one that has none."""
        if source == UNNAMED:
            return "an unnamed source"
        if source in self.articles and self.articles[source].outlet:
            return f"teasers on {self.outlet(source)}’s page"
        return source

    def names(self, sources: Iterable[str], most: int = 0) -> str:
        """Origins or carriers as shown, listed; where there are more than `most`, how many more."""
        shown = [self.name(source) for source in sources]
        return listed([*shown[:most], f"{len(shown) - most} more"] if most and len(shown) > most + 1 else shown)


def outline(dossier: Dossier) -> Outline:
    """Return the dossier in reading order: disputes before revisions, most carriers first, revised accounts by time.

    What only teasers of other stories tell comes last in its section.
    """
    articles = {article.id: article for article in dossier.articles}
    dossier = msgspec.structs.replace(dossier, facts=tuple(_in_time(fact, articles) for fact in dossier.facts))
    small = {article.id for article in dossier.articles if article.teaser}
    aside = frozenset(
        fact.id
        for fact in dossier.facts
        if all(claim.article in small for account in fact.accounts for claim in account.claims)
    )
    sections = tuple(section._replace(facts=_ranked(dossier.facts, section.verdicts, aside)) for section in SECTIONS)
    reading = [fact.id for section in sections for fact in section.facts]
    return Outline(
        dossier=dossier,
        sections=sections,
        numbers={article.id: index for index, article in enumerate(dossier.articles, start=1)},
        order={fact: index for index, fact in enumerate(reading, start=1)},
        articles=articles,
        facts={fact.id: fact for fact in dossier.facts},
        aside=aside,
    )


def moments(fact: DossierFact, articles: Mapping[str, DossierArticle]) -> tuple[str, ...]:
    """The ISO moments that the accounts speak for, "" where none is known.

    An account speaks for its as-of, or for the first article with it; the one that stands for the last, since it is
    still told there.
    """
    return tuple(spoken(account, articles, index == fact.stands) for index, account in enumerate(fact.accounts))


def spoken(account: DossierAccount, articles: Mapping[str, DossierArticle], last: bool = False) -> str:
    """The ISO moment that an account speaks for: its as-of, or when the first (or last) article with it was changed.

    An as-of without an hour gives way to an article of that day that has one. "" when neither is known.
    """
    claims = [claim for claim in account.claims if not claim.likeness] or account.claims
    carrying = [articles[claim.article] for claim in claims]
    printed = sorted(filter(None, (article.updated or article.published for article in carrying)))
    if not printed or len(account.as_of) > ISO_DAY:
        return account.as_of
    if last and printed[-1] > account.as_of:
        return printed[-1]
    hours = [told for told in printed if len(told) > ISO_DAY and told.startswith(account.as_of)]
    return account.as_of if account.as_of and not hours else (hours or printed)[0]


def _in_time(fact: DossierFact, articles: Mapping[str, DossierArticle]) -> DossierFact:
    """A revised figure with its accounts in order of time; where a time is not known, what stands comes last."""
    if fact.verdict != "revised" or fact.stands is None or fact.kind != "figure":
        return fact
    spoke = moments(fact, articles)
    if all(spoke):
        order = sorted(range(len(fact.accounts)), key=lambda index: (spoke[index], index == fact.stands, index))
    else:
        order = sorted(range(len(fact.accounts)), key=lambda index: index == fact.stands)
    accounts = tuple(fact.accounts[index] for index in order)
    return msgspec.structs.replace(fact, accounts=accounts, stands=order.index(fact.stands))


def _ranked(
    facts: tuple[DossierFact, ...], verdicts: tuple[Verdict, ...], aside: frozenset[str]
) -> tuple[DossierFact, ...]:
    """Facts with one of the verdicts, by verdict, most carriers first; then offices, older events, teasers' facts."""
    kept = [fact for fact in facts if fact.verdict in verdicts]

    def rank(fact: DossierFact) -> tuple[bool, bool, bool, int, int]:
        place = verdicts.index(fact.verdict), -len(carriers(fact))
        return fact.id in aside, bool(fact.event), fact.kind == "role", *place

    return tuple(sorted(kept, key=rank))


def carriers(fact: DossierFact) -> tuple[str, ...]:
    """The outlets that carry any account of a fact, sorted."""
    return tuple(sorted({name for account in fact.accounts for name in account.carriers}))


def sentences(claims: Iterable[DossierClaim]) -> dict[str, tuple[DossierClaim, ...]]:
    """Each different sentence of some claims, with the claims on it; those found by likeness alone come last."""
    groups: dict[str, list[DossierClaim]] = {}
    for claim in sorted(claims, key=lambda claim: claim.likeness):
        groups.setdefault(claim.text, []).append(claim)
    return {text: tuple(same) for text, same in groups.items()}


def stated(account: DossierAccount) -> str:
    """An account's value, with "at least" or "up to" where its number is only a bound."""
    return limited(account.value, account.low, account.high)


def unit(account: DossierAccount) -> str:
    """The unit of an account's number where its value does not name it by word or sign."""
    said = account.value.casefold()
    named = any(sign in said for sign in "$€£¥%") or "per cent" in said or "percent" in said
    return "" if named or not account.unit or account.unit.casefold().split()[0] in said else account.unit


NAMES_A_DAY = re.compile(
    r"\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(today|yesterday|tomorrow|tonight|noon|mid(day|night))\b"
    r"|\b[ap]\. ?m\b|\d:\d|\d ?[ap]m\b",
    re.IGNORECASE,
)
"""Words of a time that are of one day: "1998" and "March" are not."""


def dated(fact: DossierFact, account: DossierAccount) -> str:
    """The time of an account in words: which day "Monday" is, or as of when a figure holds; else ""."""
    if not account.as_of:
        return ""
    if fact.kind != "time":
        return f"as of {held(account.as_of)}"
    on = day(account.as_of)
    one_day = NAMES_A_DAY.search(account.value) or on.partition(" ")[0] in re.findall(r"\d+", account.value)
    return f"that is, {on}" if one_day and on not in account.value else ""


def headline(article: DossierArticle) -> str:
    """An article's title; without one, how its text begins."""
    told = (article.text[block.start : block.end] for block in article.blocks if block.kind == "paragraph")
    first = next((words for words in told if len(words) >= SENTENCE), "")
    return article.title or (f"“{clipped(' '.join(first.split()), LONGEST_OF_SEVERAL)}”" if first else "")


SENTENCE = 40
"""Letters from which on a paragraph is more than a dateline or a byline."""


def standing(fact: DossierFact) -> DossierAccount | None:
    """The account that stands now, or the only one; None when there is nothing to choose or no account."""
    if fact.stands is not None and 0 <= fact.stands < len(fact.accounts):
        return fact.accounts[fact.stands]
    return fact.accounts[0] if len(fact.accounts) == 1 else None


SUMMED_UP: Mapping[Verdict, str] = {
    "corroborated": "Independent sources agree",
    "disputed": "Accounts differ",
    "revised": "Revised since",
    "echoed": "Repeated, not confirmed",
    "single": "One outlet only",
    "undisclosed": "Not told",
}
"""The lines of a summary: what is solid, what is contested, what hangs on one source, what is not known."""

MOST_EARLIER = 2
"""Superseded values that a summary names: the first, and one more."""


class Line(NamedTuple):
    """A line of the summary: how it opens, the facts it names, and how many more there are."""

    verdict: Verdict
    opening: str
    facts: tuple[DossierFact, ...]
    more: int


def summary(plan: Outline) -> tuple[Line, ...]:
    """The summary, a line a verdict that is given; that nothing is corroborated is a line too."""
    lines = []
    for verdict, opening in SUMMED_UP.items():
        found = [fact for section in plan.sections for fact in section.facts if fact.verdict == verdict]
        if found or (verdict == "corroborated" and plan.facts):
            named = leading(found)
            lines.append(Line(verdict, opening, named, len(found) - len(named)))
    return tuple(lines)


def leading(facts: Iterable[DossierFact], most: int = 3) -> tuple[DossierFact, ...]:
    """The facts that a summary names of one verdict: what is counted and wanted before who holds which office, and what
    is asked plainly before what is asked in the words of a sentence ("How many metres: it reached …?").

    Of what is only echoed, what most outlets carry: it tells what the story is about.
    """
    found = tuple(facts)
    if found and found[0].verdict == "echoed":
        return tuple(fact for fact in found if fact.kind != "role" and not fact.event)[:most] or found[:most]
    plain = sorted(found, key=lambda fact: (bool(fact.event), ": " in fact.question, TELLING.index(fact.kind)))
    return tuple(plain)[:most]


def noted(fact: DossierFact) -> str:
    """What must be said along with a fact's value on one line: whose word it is, or what it supersedes; else "".

    Where several vouch for it the verdict says enough, and a disputed fact's values name their sources.
    """
    if fact.verdict == "revised" and fact.stands is not None:
        earlier = [stated(account) for index, account in enumerate(fact.accounts) if index != fact.stands]
        more = len(earlier) - MOST_EARLIER
        if fact.kind == "figure":
            earlier = [within_sentence(told) for told in earlier]
        names = earlier if more <= 0 else [*earlier[:MOST_EARLIER], f"{more} more"]
        return f"revised from {listed(names)}"
    chosen = standing(fact)
    if chosen is None or fact.verdict in ("corroborated", "disputed", "revised"):
        return ""
    if fact.verdict == "echoed":
        return f"all from {_who(chosen)}" if len(chosen.origins) == 1 else ""
    return _who(chosen)


def parts(fact: DossierFact) -> tuple[str, str]:
    """A fact's question, and the value that stands or else every value with who gives it.

    The question is "" when the value says it all ("What happened: the envoys met?" – "The envoys met").
    """
    chosen = standing(fact)
    if chosen is not None and fact.verdict != "disputed":
        told = stated(chosen)
    else:
        shown = fact.accounts[:MOST_ACCOUNTS]
        told = "; ".join(f"{clipped(stated(account), LONGEST_OF_SEVERAL)} ({_who(account)})" for account in shown)
        told += f"; and {len(fact.accounts) - len(shown)} more" if len(shown) < len(fact.accounts) else ""
    asked = _asked(fact)
    whole = answer(asked, told)
    return (asked, whole[len(asked) :].lstrip(": ")) if whole.startswith(asked) else ("", whole)


def _asked(fact: DossierFact) -> str:
    """A fact's question. A position's does without the words of its answer, and keeps the verb: sought, or refused.

    "What will Kyiv seek: “the withdrawal of the troops”?" becomes "What will Kyiv seek?".
    """
    asked = fact.question.rstrip()
    head, _, rest = asked.partition(": ")
    known = fact.kind == "position" and any(account.value.casefold() in rest.casefold() for account in fact.accounts)
    return f"{head}?" if rest and known else asked


def _who(account: DossierAccount) -> str:
    """Who vouches for an account, in a few words."""
    names = [name if name != UNNAMED else "unnamed source" for name in account.origins or account.carriers]
    return listed(names if len(names) <= 2 else [names[0], f"{len(names) - 1} others"])


def short(fact: DossierFact) -> str:
    """A fact on one line: its question with the value that stands, or with every value and who gives it."""
    asked, told = parts(fact)
    return answer(asked, told) if asked else told


def extent(dossier: Dossier) -> str:
    """What was read, in one sentence."""
    pages = [article for article in dossier.articles if not article.teaser]
    teasers = len(dossier.articles) - len(pages)
    outlets = {article.outlet for article in pages if article.outlet}
    read = count(len(pages), "article")
    if outlets:
        read += f" from {count(len(outlets), 'outlet')}"
    if teasers:
        read += f" and {count(teasers, 'teaser')} of other stories"
    days = sorted(date for article in pages if len(date := article.published[:ISO_DAY]) == ISO_DAY)
    when = f"published {stretch(days[0], days[-1])}" if days else stretch(dossier.period.start, dossier.period.end)
    return f"{read}{', ' + when if when else ''}."


def tally(dossier: Dossier) -> tuple[tuple[Verdict, int], ...]:
    """How many facts have each verdict, in reading order; all six, zeros too."""
    given = [fact.verdict for fact in dossier.facts]
    return tuple((verdict, given.count(verdict)) for section in SECTIONS for verdict in section.verdicts)


def counted(dossier: Dossier) -> str:
    """The counts by verdict as one sentence."""
    if not dossier.facts:
        return "No facts could be made out."
    words = {
        "corroborated": ("is corroborated by independent origins", "are corroborated by independent origins"),
        "echoed": ("is only echoed", "are only echoed"),
        "single": ("has one source", "have one source"),
        "disputed": ("is disputed", "are disputed"),
        "revised": ("was revised", "were revised"),
        "undisclosed": ("is not disclosed", "are not disclosed"),
    }
    given = dict(tally(dossier))
    parts = [f"{many:,} {words[verdict][many != 1]}" for verdict, many in given.items() if many]
    if not given["corroborated"]:
        parts.insert(0, f"none {words['corroborated'][0]}")
    return f"Of {count(len(dossier.facts), 'fact')}, {listed(parts)}."
