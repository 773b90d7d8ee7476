"""Read an article's debts to other outlets: agency datelines, bylines, notices, canonical links, "first reported by".

Reads   Article.text, authors, notices, canonical, publisher, outlet, url
Gives   Credit, each with the span or the metadata field that says so, in order of place
Misses  outlets that text/data/outlets.tsv does not list, unless a notice or a link names them
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from twosource.model import Article, Credit, CreditKind, Notice, Span
from twosource.text.calendar import WEEKDAY
from twosource.text.lexicon import table, words
from twosource.text.outlets import Outlet, domain_of, outlet_of

HEAD = 600
"""A dateline stands in the first paragraph: title and standfirst together are seldom longer than 600 characters."""

TAIL = 700
"""Sign-offs stand in the last paragraphs, about 700 characters with a copyright line after them."""

LONGEST_NAME = 6
"""Words in the longest outlet name of the table ("China's official Xinhua news agency")."""

NEAR = 30
"""Characters around a name in which "first" belongs to it: "as Reuters was the first to report"."""

# "LONDON (Reuters) - ", "FLINT, Mich., Oct. 4 (UPI) --", "MINSK, February 28. /TASS/."
DATELINE = re.compile(
    r"\(([A-Z][\w .&'’-]{1,40})\)\s*(?:[-–—―:]|--)|/([A-Z][\w .-]{1,30})/\s?\.?|^([A-Z]{2,12})\s*[-–—―]\s", re.M
)
# Reuters closes its reports with the names of desk and editor. Another wire may do likewise with its own.
WIRE = re.compile(r"\b(?:Wire|Agency|Press|News Service|Newswires?)\b")
REUTERS_DESK = re.compile(
    r"\((?:Reporting|Additional reporting|Writing) by [^()]{3,400}[Ee]dit(?:ing|ed) by [^()]{3,200}\)"
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:by )?(?=[A-Z])")
SIGN_OFF = re.compile(r"(?m)^\s*(?:[-–—―(\[]{1,2}|Source:|SOURCE:|Via|Credit:)\s*(?=[A-Z])")

# The words that a cue of text/data/credit_cues.tsv may begin with. Each is looked for by itself, as plain text: that
# takes half the time of one expression with all of them.
TRIGGERS = (
    *("originally", "first", "Republished", "republished", "Reprinted", "reprinted", "Syndicated", "syndicated"),
    *("Additional", "additional", "Material", "material", "With", "with", "According", "according", "told", "report"),
    *("reports", "Citing", "citing", "interview", "quoted", "cited", "also", "contributed", "earlier", "later", "has"),
    *("have", "had", "previously", "reported", "revealed", "wrote", "writes", "said", "obtained", "reviewed", "seen"),
)
# A name and those joined to it: "CNN and The New York Times", "the AP, Reuters and AFP".
JOINT = re.compile(r"(?:,| and|, and|;|/| &) (?:the |The )?$")
# A capitalised word beside a name belongs to it: "Metro North" is not Metro, "Halvern Gazette" is not the Gazette.
GOES_ON = re.compile(rf" (?!{WEEKDAY})[A-Z]")
WENT_BEFORE = re.compile(r"(?<![.!?] )\b(?!The |And |But |While |As )[A-Z][\w’'-]+ $")
NAME_WORD = re.compile(r"[\w.&'’-]+")
BYLINE_LEAD = re.compile(r"^\s*(?:by|from|with|via)\b[:\s]*", re.I)
BYLINE_SPLIT = re.compile(r"\s*(?:,|;|\||/|\band\b|\bfor\b|\bof\b|\s[-–—]\s|\(|\))\s*")
BYLINE_STAFF = re.compile(
    r"\s+(?:staff|reporters?|writers?|correspondents?|news service|wire|wires|news agency)\.?$", re.I
)


@dataclass(frozen=True)
class Cue:
    """Words that say that a debt follows (`leads`) or went before, its kind, and whether the whole text is meant."""

    words: re.Pattern[str]
    kind: CreditKind
    whole: bool
    leads: bool


def credits_of(article: Article) -> tuple[Credit, ...]:
    """Return an article's credits: those of metadata first, then those of the text in text order, each once.

    >>> [found] = credits_of(Article(text="LONDON (Reuters) - The river rose overnight."))
    >>> found.name, found.kind, found.whole, found.span
    ('Reuters', 'agency', True, Span(start=8, end=15))
    >>> credits_of(Article(text="The town flooded, according to the Associated Press."))[0].whole
    False
    """
    found = [*_of_metadata(article), *_of_notices(article)]
    found += sorted(_of_text(article), key=lambda credit: (credit.span or Span(0, 0), credit.name))
    return _once(article, found)


def whole_creditor(credits: tuple[Credit, ...]) -> str:
    """Return the name of the agency or outlet whose text the whole article is said to be, "" when none is named."""
    return next((credit.name for credit in credits if credit.whole), "")


def _of_metadata(article: Article) -> Iterator[Credit]:
    here = _home(article)
    for author in article.authors:
        outlets = _byline_outlets(author)
        for outlet in outlets:
            if outlet.kind == "agency":
                yield Credit(article.id, outlet.name, "agency", whole=len(outlets) == 1, field="author")
            elif here:  # else the byline may name the very outlet that prints it
                yield Credit(article.id, outlet.name, "republished", whole=len(outlets) == 1, field="author")
    if article.canonical and (place := domain_of(article.canonical)):
        named = outlet_of(article.canonical)
        if here and not _same(here, named.name if named else place):
            name = named.name if named else place
            yield Credit(article.id, name, "republished", whole=True, field="canonical")
    if article.publisher and here and not _same(here, article.publisher):
        named = outlet_of(article.publisher)
        if named is not None and named.kind == "agency":
            yield Credit(article.id, named.name, "agency", whole=True, field="publisher")
        else:
            yield Credit(article.id, named.name if named else article.publisher, "owner", field="publisher")


def _byline_outlets(author: str) -> list[Outlet]:
    """The outlets that a byline names: "Jane Roe, Associated Press", "Reuters Staff", "UPI"."""
    plain = BYLINE_LEAD.sub("", author)
    parts = [plain, *BYLINE_SPLIT.split(plain)]
    found: list[Outlet] = []
    for part in parts:
        outlet = outlet_of(BYLINE_STAFF.sub("", part.strip())) if part.strip() else None
        if outlet is not None and outlet not in found:
            found.append(outlet)
    return found


def _of_notices(article: Article) -> Iterator[Credit]:
    for notice in article.notices:
        for name in notice.names:
            yield from _of_notice(article, notice, name)


def _of_notice(article: Article, notice: Notice, name: str) -> Iterator[Credit]:
    outlet = outlet_of(name)
    usual = outlet.name if outlet else name.split(". ")[0]
    if notice.kind == "syndicated":
        yield Credit(
            article.id, usual, "republished", whole=True, span=notice.span, field="" if notice.span else "notice"
        )
    elif notice.kind == "agency":
        yield Credit(article.id, usual, "agency", whole=True, span=notice.span, field="" if notice.span else "notice")
    elif notice.kind == "contributed" and outlet is not None:
        yield Credit(article.id, usual, "contribution", span=notice.span, field="" if notice.span else "notice")


def _of_text(article: Article) -> Iterator[Credit]:
    text = article.text
    yield from _of_dateline(article)
    tail = max(0, len(text) - TAIL)
    if not WIRE.search(_home(article)):
        for match in REUTERS_DESK.finditer(text, tail):
            yield Credit(article.id, "Reuters", "agency", whole=True, span=Span(*match.span()))
    for pattern in (COPYRIGHT, SIGN_OFF):
        for match in pattern.finditer(text, tail):
            for outlet, span in _names_after(text, match.end()):
                line_end = not text[span.end : span.end + 40].split("\n")[0].strip(" .)]—-")
                if outlet.kind == "agency" and (pattern is COPYRIGHT or line_end):
                    yield Credit(article.id, outlet.name, "agency", whole=True, span=span)
    for start in _triggers(text):
        for cue in _cues():
            told = cue.words.match(text, start)
            if told is None:
                continue
            edge = told.end() if cue.leads else _end_before(text, told.start())
            for outlet, span in _names_after(text, edge) if cue.leads else _names_before(text, edge):
                yield _told(article, outlet, cue, span)


def _triggers(text: str) -> list[int]:
    """Where the words stand that a cue may begin with, in order."""
    found = []
    for word in TRIGGERS:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if (end == len(text) or not _in_word(text[end])) and (at == 0 or not _in_word(text[at - 1])):
                found.append(at)
            at = text.find(word, end)
    return sorted(found)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _of_dateline(article: Article) -> Iterator[Credit]:
    for match in DATELINE.finditer(article.text, 0, HEAD):
        group = match.lastindex or 1
        outlet = outlet_of(match[group])
        if outlet is not None and outlet.kind == "agency":
            yield Credit(article.id, outlet.name, "agency", whole=True, span=Span(*match.span(group)))
            return


def _told(article: Article, outlet: Outlet, cue: Cue, span: Span) -> Credit:
    """A credit in running text; what an agency is quoted for, unless it was first, counts as its contribution."""
    kind = cue.kind
    if kind == "first report" and outlet.kind == "agency":
        near = article.text[max(0, span.start - NEAR) : span.end + NEAR]
        kind = kind if "first" in near else "contribution"
    return Credit(article.id, outlet.name, kind, whole=cue.whole, span=span)


def _end_before(text: str, at: int) -> int:
    """Where the word before `at` ends, a comma passed over."""
    while at > 0 and text[at - 1] in ", ":
        at -= 1
    return at


@cache
def _cues() -> tuple[Cue, ...]:
    return tuple(
        Cue(
            re.compile(f"{cue} (?:the )?" if side == "after" else cue),
            cast("CreditKind", kind),
            whole == "yes",
            side == "after",
        )
        for side, kind, whole, cue in table("credit_cues")
    )


def _names_after(text: str, start: int) -> Iterator[tuple[Outlet, Span]]:
    """The outlets named from `start` on, joined by commas or "and"."""
    while True:
        found = _longest(text, start)
        if found is None:
            return
        yield found
        gap = re.compile(r"(?:, and|,| and|;| &) (?:the |The )?").match(text, found[1].end)
        if gap is None:
            return
        start = gap.end()


def _names_before(text: str, end: int) -> Iterator[tuple[Outlet, Span]]:
    """The outlets named up to `end`, joined by commas or "and", the last one first."""
    while True:
        found = _longest_before(text, end)
        if found is None:
            return
        yield found
        joint = JOINT.search(text, max(0, found[1].start - 12), found[1].start)
        if joint is None:
            return
        end = joint.start()


def _longest(text: str, start: int) -> tuple[Outlet, Span] | None:
    """The longest outlet name that starts at `start`."""
    tokens = list(NAME_WORD.finditer(text, start, start + 90))[: LONGEST_NAME + 1]
    if not tokens or tokens[0].start() != start or "\n" in text[start : tokens[-1].end()]:
        tokens = [token for token in tokens if "\n" not in text[start : token.end()]]
    if not tokens or tokens[0].start() != start:
        return None
    for last in reversed(tokens):
        name = text[start : last.end()].rstrip(".'’")
        outlet = _named(name)
        if outlet is not None and not GOES_ON.match(text, start + len(name)):
            return outlet, Span(start, start + len(name))
    return None


def _longest_before(text: str, end: int) -> tuple[Outlet, Span] | None:
    """The longest outlet name that ends at `end`."""
    floor = max(0, end - 90)
    floor = max(floor, text.rfind("\n", floor, end) + 1)
    tokens = list(NAME_WORD.finditer(text, floor, end))[-LONGEST_NAME:]
    if not tokens or tokens[-1].end() != end:
        return None
    for first in tokens:
        outlet = _named(text[first.start() : end])
        if outlet is not None and not WENT_BEFORE.search(text, floor, first.start()):
            return outlet, Span(first.start(), end)
    return None


def _named(name: str) -> Outlet | None:
    """The outlet that a name in running text stands for: it must be written with capitals."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if not bare or not (bare[0].isupper() or bare in ("dpa", "epa")):
        return None
    found = outlet_of(bare)
    if found is not None and found.name not in (bare, name) and bare.casefold() in words("outlet_words"):
        return None  # "the Gazette" is whichever Gazette the page is about, "The Guardian" is a name
    return found


def _home(article: Article) -> str:
    """The outlet that printed the article, by its usual name; "" when nothing says."""
    named = outlet_of(article.outlet) or outlet_of(article.outlet.replace("-", " "))
    named = named or (outlet_of(article.url) if article.url else None)
    return named.name if named else article.outlet or domain_of(article.url)


def _same(a: str, b: str) -> bool:
    first, second = outlet_of(a), outlet_of(b)
    if first is None or second is None:
        return _bare(a) == _bare(b)
    return first.name == second.name


def _bare(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _once(article: Article, found: list[Credit]) -> tuple[Credit, ...]:
    """Drop credits to the outlet itself and repeated ones; a name's whole credit makes its lesser ones redundant."""
    here = _home(article)
    whole = {credit.name for credit in found if credit.whole}
    kept: dict[tuple[str, str], Credit] = {}
    for credit in found:
        if here and _same(here, credit.name):
            continue
        if credit.whole or credit.name not in whole:
            kept.setdefault((credit.name, credit.kind), credit)
    return tuple(kept.values())
