"""Who carries a claim, who vouches for it, for which moment it speaks, and whether two claims are independent.

Reads   contexts, entities, lineage, the test of independence
Gives   Origins: look-ups by claim
"""

import re
from collections.abc import Callable
from functools import cache, cached_property
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from twosource.check import also, counts, quoted, tellings
from twosource.check.chains import MOUTHPIECE, OFFICE, UNNAMED, covering
from twosource.check.context import Context, within
from twosource.check.main_events import NOUN
from twosource.check.nouns import is_person
from twosource.check.words import content_words
from twosource.model import Claim, Entity, Evidence, Judgement, Lineage, Span, Voice
from twosource.text.lexicon import mapping, table, words
from twosource.text.outlets import outlet_of

WORD = re.compile(r"\w+")
MOUTH = re.compile(rf"(?:['’]s?\s+|\b(?:for|of)\s+.*){MOUTHPIECE}|{MOUTHPIECE}\s+(?:for|of|to)\b", re.I)
RUN = 7
"""Words in a row that two reporters do not hit upon by chance: stock phrases are shorter."""

Independent = Callable[[Voice, Voice, Lineage], Judgement]


def _always(a: Claim, b: Claim) -> bool:
    """Claims of other kinds are lined up by slots, which settle what they are about."""
    return True


def _of_somebody(a: Claim, b: Claim) -> bool:
    """The happening that is dated or placed is the story's own phase, or somebody's by name: attacks are many."""
    phase = a.measure.split()[-1] == "hold" or (len(a.measure.split()) > 1 and a.measure.split()[-2] in PHASES)
    return phase or any(":" in party for party in a.subject.split("|")) or a.rule == "sides"


def _told_in_full(a: Claim, b: Claim) -> bool:
    """Both tell the deed, and do not only name it ("hours after the heist") or hold its words or a phrase of it."""
    return not CARRIED.intersection((a.rule, b.rule)) and tellings.surely_one(a, b)


CARRIED = frozenset({NOUN, also.BY, quoted.BY})
"""Rules of claims that only carry what others tell: they have not been taken apart."""


PHASES = frozenset({"start", "hold", "end"})

PERHAPS_ANOTHER = "They may not tell of the same thing."
"""The doubt of two claims that may be of two things: whether their sources are independent is not asked then."""

ONE_THING: dict[str, Callable[[Claim, Claim], bool]] = {
    "figure": counts.surely_one,
    "time": _of_somebody,
    "venue": _of_somebody,
    "event": _told_in_full,
    "statement": _told_in_full,
}
"""How sure it must be, for each kind, that two claims tell of one thing before they can confirm each other."""


def same_wording(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Both sentences hold the same `RUN` words in a row, or the shorter one of them whole (of four words or more)."""
    run = min(RUN, len(a), len(b))
    if run < 4:  # a sentence of three words says what anybody would say
        return False
    return not _runs(a, run).isdisjoint(_runs(b, run))


def _runs(words: tuple[str, ...], length: int) -> set[tuple[str, ...]]:
    return {words[start : start + length] for start in range(len(words) - length + 1)}


@cache
def _offices() -> frozenset[str]:
    rows = (*table("offices"), *table("titles"), *table("mouthpieces"))
    return frozenset(word for row in rows for word in row[0].casefold().split())


def _has_name(entity: Entity) -> bool:
    """Whether an entity can vouch by name: no office taken for a name ("Fire Officer"), no people, no mere place."""
    if entity.kind in ("group", "other") or (entity.kind == "place" and not entity.speaks_for):
        return False
    if " " not in entity.name and entity.name.casefold() in mapping("noun_kinds"):
        return False  # "police", "Post"
    return entity.kind != "person" or entity.name.split()[-1].casefold() not in _offices()


def _is_paper(name: str) -> bool:
    """Whether a source is an outlet: one that the table knows, or one that is called like an outlet."""
    said = WORD.findall(name)
    called = any(w.casefold() in words("outlet_words") for w in said[1:]) or any(w.endswith("News") for w in said)
    return outlet_of(name) is not None or called


def _shared_words(a: Claim, b: Claim) -> str:
    """A content word that two differing names of sources share ("Arle police", "an Arle Police spokeswoman"), or ""."""
    if not a.chain or not b.chain or a.chain[-1] == b.chain[-1]:
        return ""
    shared = set(content_words(a.chain[-1])) & set(content_words(b.chain[-1]))
    return min(shared, default="")


BEFORE, BEHIND = 40, 80
"""Characters before and behind a name in which its bearer's office or body is told: a title and an apposition."""

ALIKE = 85
"""Of a hundred: a name and a slip of the pen in it ("Angels", "Angeles") score more, two names less."""

APPOSITION = re.compile(r"\s*,|\s+(?:of|from|at|with|for)\b")


def _beside(context: Context, name: Span) -> Span:
    """The stretch of a sentence in which a name's bearer is described: right before it, and behind a comma or "of"."""
    sentence = context.sentence(name)
    text = context.article.text
    start = max(sentence.start, name.start - BEFORE)
    end = min(sentence.end, name.end + BEHIND) if APPOSITION.match(text, name.end) else name.end
    cut = text.find(",", name.end + 1 + len(text[name.end : end]) - len(text[name.end : end].lstrip(" ,")), end)
    return Span(start, cut if cut > 0 else end)


class Origins:
    """Look-ups by claim over one story. Names are as shown; comparisons go by entity where one is known."""

    def __init__(self, contexts: tuple[Context, ...], evidence: Evidence, independent: Independent) -> None:
        self._contexts = contexts
        self._articles = {context.article.id: context.article for context in contexts}
        self._context = {context.article.id: context for context in contexts}
        self._evidence = evidence
        self._independent = independent
        self._family = {article: family for family in evidence.lineage.families for article in family.articles}

    @cached_property
    def _by_name(self) -> dict[str, Entity | None]:
        """Entities by folded name; None where a name is shared by two."""
        found: dict[str, Entity | None] = {}
        for entity in self._evidence.entities:
            for name in {entity.name, *entity.names}:
                key = name.casefold()
                found[key] = entity if key not in found or found[key] is entity else None
        return found

    def outlet(self, claim: Claim) -> str:
        """Return the outlet that printed a claim: its name, else its host, else the page's id."""
        article = self._articles[claim.article]
        known = article.outlet or urlsplit(article.url).netloc.removeprefix("www.")
        page = self._articles.get(article.teaser_of)
        if not known and page is not None and page.outlet:
            return f"teasers on {page.outlet}’s page"
        return known or article.teaser_of or article.id

    def origin(self, claim: Claim) -> str:
        """Return who vouches for a claim: the end of its chain, else whose text it is, else the outlet."""
        if claim.chain:
            return f"unnamed source in {self.outlet(claim)}" if claim.chain[-1] == UNNAMED else claim.chain[-1]
        family = self._family.get(claim.article)
        if family is not None and family.origin:
            return family.origin
        whole = [credit.name for credit in self._evidence.lineage.credits_of(claim.article) if credit.whole]
        return whole[0] if whole else self.outlet(claim)

    def moment(self, claim: Claim) -> str:
        """Return the ISO day or minute that a claim speaks for: its own, else that of its article's last change."""
        article = self._articles[claim.article]
        instant = article.updated or article.published
        printed = instant.value[:16] if instant else ""
        said = claim.as_of[:16] if claim.kind == "figure" else ""
        if not said or (printed and said[:10] == printed[:10] and (len(said) == 10 or said > printed)):
            return printed  # "this afternoon" ends when the article was printed, at the latest
        return said

    def independent(self, a: Claim, b: Claim) -> Judgement:
        """Whether two claims come from independent origins and say the same: the one question of `corroborated`.

        The doubts are asked in the order of `_doubts`; only where none applies is the answer of `trace` taken.
        """
        if same_wording(self._words(a), self._words(b)):
            return Judgement("no", f"{self.outlet(a)} and {self.outlet(b)} have it in the same words.")
        doubt = self._doubt(a, b)
        if doubt:
            return Judgement("unsure", doubt)
        return self._independent(self.voice(a), self.voice(b), self._evidence.lineage)

    def _doubt(self, a: Claim, b: Claim) -> str:
        """The first reason why two claims may not be independent although nothing says so; "" when there is none."""
        if not ONE_THING.get(a.kind, _always)(a, b):
            return PERHAPS_ANOTHER
        if a.kind == "figure" and bool(a.chain) != bool(b.chain):
            bare, sourced = (a, b) if not a.chain else (b, a)
            return f"{self.outlet(bare)} gives the figure without a source, and may have it from {sourced.chain[-1]}."
        if not a.chain or not b.chain:
            return ""
        first, second = a.chain[-1], b.chain[-1]
        for claim in (a, b):
            if not self._cited_by_name(claim):
                return f"{claim.chain[-1]} is not named where {self.outlet(claim)} cites it, and may be somebody else."
        shared = _shared_words(a, b)
        if shared:
            return f"Both sources are called by the same word, {shared!r}, and may be the same."
        if self._belong_together(first, second):
            return f"{first} and {second} belong together."
        if _is_paper(first) != _is_paper(second):
            paper, source = (first, second) if _is_paper(first) else (second, first)
            return f"{paper} is cited for it second hand, and may have it from {source}."
        if self._of_one_state(first, second):
            return f"{first} and {second} may both speak for the authorities."
        for one, other in ((first, second), (second, first)):
            if MOUTH.search(one) and self._kind(other) == "person":
                return f"{other} may be {one}."
        return ""

    def _cited_by_name(self, claim: Claim) -> bool:
        """Whether the source at the end of a claim's chain stands there by name: a pronoun may be read wrongly."""
        context = self._context[claim.article]
        cited = [source for attribution in covering(context, claim.focus) for source in attribution.value.source]
        return not cited or any(
            name.value.form == "name" for source in cited for name in within(context.mentions.names, source)
        )

    def _belong_together(self, first: str, second: str) -> bool:
        """Whether one of two sources stands beside the other somewhere, or is named in its description."""
        for one, other in ((first, second), (second, first)):
            beside = {*self._with.get(one, ()), *self._named_in(one)}
            theirs = {other, *self._named_in(other)}
            if any(fuzz.ratio(a.casefold(), b.casefold()) >= ALIKE for a in beside for b in theirs):
                return True
        return False

    def _named_in(self, described: str) -> tuple[str, ...]:
        """The bodies named in a source's description: Trend Micro of "researchers at Trend Micro"."""
        text = f" {' '.join(WORD.findall(described))} "
        return tuple(name for name in self._own_names if f" {name} " in text)

    def _of_one_state(self, first: str, second: str) -> bool:
        """Whether both are bodies of the state, or hold an office in one, and not of two countries."""
        states = [self._state(name) for name in (first, second)]
        return None not in states and (not states[0] or not states[1] or states[0] == states[1])

    def _state(self, name: str) -> str | None:
        """The country ("" when not known) for which a name speaks with authority; None when it is no authority."""
        entity = self._by_name.get(name.removesuffix(OFFICE).casefold())
        around = self._around.get(entity.id, "") if entity and entity.kind == "person" else ""
        called = " ".join((name, *(entity.roles if entity else ()), around)).casefold()
        if not any(re.search(rf"\b{word}\b", called) for word in words("authorities")):
            return None
        return entity.country if entity else ""

    def _kind(self, name: str) -> str:
        entity = self._by_name.get(name.casefold())
        return entity.kind if entity else ""

    @cached_property
    def _with(self) -> dict[str, set[str]]:
        """For each name, those that stand beside it where it is a source, and the bodies that it holds an office in."""
        found: dict[str, set[str]] = {}
        for context in self._contexts:
            for attribution in context.mentions.attributions:
                for source in attribution.value.source:
                    names = [entity.name for entity in context.entities(source)]
                    for name in names:
                        found.setdefault(name, set()).update(set(names) - {name})
            for role in context.mentions.roles:
                holder = context.entity(role.value.holder_span) if role.value.holder_span else None
                if holder is not None and role.value.of:
                    found.setdefault(holder.name, set()).add(role.value.of)
            for span, entity in context.at.items():
                if entity.kind == "person":
                    near = context.entities(_beside(context, span))
                    found.setdefault(entity.name, set()).update(
                        other.name for other in near if other.kind == "organisation"
                    )
        return found

    @cached_property
    def _around(self) -> dict[str, str]:
        """For each person's id, the words beside the name wherever it stands: a title, what follows a comma."""
        found: dict[str, list[str]] = {}
        for context in self._contexts:
            for span, entity in sorted(context.at.items()):
                if entity.kind == "person":
                    found.setdefault(entity.id, []).append(context.text(_beside(context, span)))
        return {name: " ".join(told) for name, told in found.items()}

    def voice(self, claim: Claim) -> Voice:
        """Return a claim's side of the question whether two are independent."""
        end = claim.chain[-1] if claim.chain else ""
        entity = self._by_name.get(end.removesuffix(OFFICE).casefold()) if end else None
        named = not claim.chain or self._is_named(end, entity)
        return Voice(
            claim.article,
            self._articles[claim.article].outlet,
            claim.chain,
            (entity.speaks_for or entity.id) if entity else "",
            named and end != UNNAMED,
            claim.focus,
        )

    def _is_named(self, end: str, entity: Entity | None) -> bool:
        """Whether the end of a chain is somebody in particular: linked, or with a linked name in its description.

        "Officials" and "the Fire Officer" may stand for the same people as another description.
        """
        if entity is not None:
            return _has_name(entity)
        said = WORD.findall(end)
        held = said and (any(word in _offices() for word in said) or said[-1].casefold() in _offices())
        if not said or held or said[0].casefold() in words("text_nouns") or is_person(said[-1]):
            return False  # "Reid's rep", "a Perth man" may be anybody, "a report in ..." may have it from anybody
        described = f" {' '.join(said)} "
        return any(f" {name} " in described and f" {name} " != described for name in self._own_names)

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        """The names, a space between words, that make a body's description its own: "the Saint Vera hospital"."""
        named = (entity for entity in self._evidence.entities if entity.kind == "place" or _has_name(entity))
        return tuple(sorted({" ".join(WORD.findall(name)) for entity in named for name in entity.names}))

    def _words(self, claim: Claim) -> tuple[str, ...]:
        return tuple(WORD.findall(claim.span.of(self._articles[claim.article].text).lower()))
