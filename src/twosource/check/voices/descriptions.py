"""Say what a source without a name is called, and which outlet or body a common noun for one means.

Reads   the words of a source, the names in its article
Gives   a description as it can stand alone; the outlet of "the paper" or of a reporter, the body of "the agency"
Misses  nouns for bodies that are named only later
"""

import re
from functools import lru_cache

from twosource.check.context import Context, within
from twosource.check.language.plurals import singulars_of
from twosource.check.voices.mouthpieces import SPOKES
from twosource.check.voices.vouching import PAPERS, is_paper
from twosource.model import Entity, Span
from twosource.text.countries import nationality
from twosource.text.lexicon import mapping
from twosource.text.outlets import outlet_of

GENERIC_MOUTH = re.compile(rf"^((?:[\w-]+ )*?([\w-]+)) {SPOKES}$", re.I)


def shown_as(context: Context, described: str, span: Span) -> str:
    """Return a description with the capital of a name, and without one that only opens a sentence.

    "Justice official" within a sentence and "Fish and Wildlife" are of names, "Police officials" at its head is not.
    """
    first, _, rest = described.partition(" ")
    inside = not context.text(Span(context.sentence(span).start, span.end)).startswith(first)
    if rest and first[:1].isupper() and (inside or NAME_ON.match(rest)) and not first.isupper():
        mouth = GENERIC_MOUTH.match(described)
        return described if not mouth or NAME_ON.match(rest) else _levelled(described)
    small = _small(context, described, span)
    return small if small[:1].isupper() and _is_adjective(first) else _levelled(small)


NAME_ON = re.compile(r"(?:(?:and|&)\s+)?[A-Z]")
"""How the rest of a name goes on behind its first word."""


def _is_adjective(word: str) -> bool:
    """Whether a word has its capital wherever it stands, as of a people or a part of the world: "Western"."""
    return bool(nationality(word)) or word in CAPITALS


CAPITALS = frozenset({"Western", "Eastern", "Republican", "Democratic", "Labour", "Conservative", "Liberal"})


def body_before(context: Context, described: str, span: Span) -> str:
    """Return the body that "the agency" is: the only one so called that the article has named before; "" for none."""
    noun = described.casefold()
    if noun not in BODIES or not context.text(span).casefold().startswith("the "):
        return ""
    named = {
        entity.name
        for place, entity in context.at.items()
        if place.end <= span.start and entity.kind == "organisation" and noun.capitalize() in entity.name.split()[1:]
    }
    return next(iter(named)) if len(named) == 1 else ""


BODIES = frozenset(
    {"agency", "commission", "department", "ministry", "bureau", "board", "council", "committee", "court", "bank",
     "university", "hospital", "service", "association", "foundation", "union", "institute", "federation", "authority",
     "company", "corporation", "airline", "airlines", "museum"}
)  # fmt: skip
"""Nouns that the names of bodies have in them, by which they are called when they have been named."""


def _small(context: Context, described: str, span: Span) -> str:
    """A description whose first word has its capital from the sentence that it opens: "Security experts".

    A name keeps it, and so does what is no common word or has another capital after it ("Rescue Team").
    """
    first = described.split(" ")[0]
    if context.sentence(span).start != span.start or not context.text(span).startswith(first):
        return described
    at = Span(span.start, span.start + len(first))
    common = first[1:].islower() and first.lower() in mapping("word_frequency") and described != first
    named = any(name.value.form == "name" for name in within(context.mentions.names, span) if name.span.overlaps(at))
    if not common or named or first in mapping("first_names") or described[len(first) + 1 :][:1].isupper():
        return described
    return f"{first[0].lower()}{described[1:]}"


def paper_before(context: Context, described: str, span: Span) -> str:
    """Return the outlet that "the paper" is: the last one that the article named before; "" when it is none."""
    if described.casefold() not in PAPERS:
        return ""
    named = [one for one in context.mentions.names if one.span.end <= span.start and one.span in context.at]
    called = (context.at[one.span].name for one in reversed(named) if one.value.form == "name")
    return next((name for name in called if is_paper(name)), "")


def _last_outlet(context: Context, before: int) -> str:
    """The outlet that the article named last before an offset, "" when none."""
    named = [
        context.at[name.span].name
        for name in context.mentions.names
        if name.span.end <= before and name.value.form == "name" and name.span in context.at
    ]
    return next((name for name in reversed(named) if outlet_of(name) is not None), "")


def printed_by(context: Context, person: Entity) -> str:
    """Return the outlet that a person writes for, "" when none: behind "Ann Lee of the Herald" the Herald stands.

    Only of whoever the article names seldom: a reporter who is what the story is about speaks for himself.
    """
    if person.kind != "person":
        return ""
    spans = [span for span, entity in context.at.items() if entity is person]
    if len(spans) > SELDOM:
        return ""
    text = context.article.text
    for span in spans:
        near = within(context.mentions.names, Span(max(0, span.start - BESIDE), span.end + BESIDE))
        for name in near:
            entity = context.at.get(name.span)
            if entity is None or entity.kind == "person" or outlet_of(entity.name) is None:
                continue
            if name.span.start > span.end and WRITES_FOR.match(text[span.end : name.span.start]):
                return entity.name
            if name.span.end < span.start and WRITER_OF.match(text[name.span.end : span.start]):
                return entity.name
        if REPORTER.match(text, span.end):
            return _last_outlet(context, span.start)
    return ""


SELDOM, BESIDE = 3, 60
"""Times that an article names a reporter whom it only cites, and characters around the name that tell for whom."""

WRITERS = r"(?:reporter|columnist|correspondent|writer|journalist|blogger|critic|editor|beat writer)"
WRITES_FOR = re.compile(
    rf"^(?:,\s+(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}{WRITERS})?\s+(?:of|for|at|with|from)\s+(?:the\s+)?$"
)

WRITER_OF = re.compile(rf"^(?:['’]s?)?\s+(?:(?:[\w-]+\s+){{0,2}}{WRITERS}\s+)?$")
REPORTER = re.compile(rf",\s+the\s+(?:[\w-]+\s+){{0,2}}(?:{WRITERS})\s+who\b")


def in_midst(context: Context, name: str) -> str:
    """Return a noun without the capital that it has only where it opens a sentence of the article: "police"."""
    return _levelled(name) if name.isalpha() and not occurs(context.article.text, rf"[a-z,]\s{name}\b") else name


@lru_cache(maxsize=10_000)  # each claim that a source is cited for asks again
def occurs(text: str, pattern: str) -> bool:
    """Return whether a text has a match of a pattern anywhere."""
    return re.search(pattern, text) is not None


def _levelled(described: str) -> str:
    """A description without the capital that only opens its sentence: "Police" is "police", "Surrey Police" stays.

    "A police spokeswoman" is the police.
    """
    mouth = GENERIC_MOUTH.match(described)
    if mouth and mapping("noun_kinds").get(mouth[2].casefold()) == "organisation":
        described = mouth[1]
    first, _, rest = described.partition(" ")
    if any(form in mapping("noun_kinds") for form in singulars_of(first.casefold())):
        return described if rest[:1].isupper() else f"{first[:1].lower()}{first[1:]} {rest}".strip()
    return described
