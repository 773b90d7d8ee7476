"""What a story's articles tell of its sources: who is named, who belongs to whom, who speaks with a state's authority.

Reads   contexts, entities
Gives   Sources: look-ups by the names that stand at the ends of chains
Misses  ties that no article of the story tells of
"""

import re
from collections import Counter
from functools import cache, cached_property

from rapidfuzz import fuzz

from twosource.check.context import Context, within
from twosource.check.judge.belonging import beside_saying, groups, is_described, led
from twosource.check.judge.said_beside import VOUCHING, Beside
from twosource.check.judge.wording import Wording
from twosource.check.language.nouns import is_person
from twosource.check.voices.antecedents import giver
from twosource.check.voices.chains import OFFICE, announcing, gone_on, holding, source_name
from twosource.check.voices.mouthpieces import SPOKES
from twosource.check.voices.vouching import is_paper
from twosource.model import Claim, Entity, Span
from twosource.text.lexicon import mapping, table, words
from twosource.text.names import fold
from twosource.text.outlets import known_name

WORD = re.compile(r"\w+")


@cache
def _offices() -> frozenset[str]:
    rows = (*table("offices"), *table("titles"), *table("mouthpieces"))
    return frozenset(word for row in rows for word in row[0].casefold().split())


@cache
def _portfolio() -> re.Pattern[str]:
    """The title of a member of a government by what he or she has charge of: "the interior secretary"."""
    fields = "|".join(sorted(words("portfolios")))
    return re.compile(
        rf"\b(?:{fields}) (?:secretary|minister)\b|\b(?:secretary|minister) (?:of|for) (?:the )?(?:{fields})\b"
    )


def _has_name(entity: Entity) -> bool:
    """Whether an entity can vouch by name: no office taken for a name ("Fire Officer"), no people, no mere place."""
    if entity.kind in ("group", "other") or (entity.kind == "place" and not entity.speaks_for):
        return False
    if " " not in entity.name and entity.name.casefold() in mapping("noun_kinds"):
        return False  # "police", "Post"
    return entity.kind != "person" or entity.name.split()[-1].casefold() not in _offices()


MANY = frozenset(
    {"media", "press", "reports", "newspapers", "papers", "outlets", "broadcasters", "agencies", "channels"}
)
"""Nouns for the outlets of a country or a town, of which one that is named may be one."""

BEFORE, BEHIND = 40, 80
"""Characters before and behind a name in which its bearer's office or body is told: a title and an apposition."""

NAMING = re.compile(
    r"\b(?:identified|named)\b[^;]{0,80}?\b(?:as|by)\b|\b(?:as|by)\b[^;]{0,80}?\b(?:identified|named)\b"
    r"|\b(?:was|were|been|being)\b[^,;]{0,30}\b(?:identified|named)\b",
    re.I,
)
"""In a sentence that tells who somebody is by the word of somebody else, with his age."""

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


def _body(name: str) -> str:
    """A name to compare bodies by: an officer's office is the officer."""
    return fold(name).removesuffix(" office").removesuffix("s")


class Sources:
    """Look-ups over one story, by name as shown or by claim."""

    def __init__(self, contexts: tuple[Context, ...], entities: tuple[Entity, ...]) -> None:
        self._contexts = contexts
        self._context = {context.article.id: context for context in contexts}
        self._entities = entities
        self.beside = Beside(contexts)
        self.wording = Wording(context.article for context in contexts)
        self._state = cache(self._find_state)  # asked of each pair of voices

    def entity(self, name: str) -> Entity | None:
        """Return the one entity that a chain's name stands for, its office included; None when none or several do."""
        return self._by_name.get(name.removesuffix(OFFICE).casefold())

    @cached_property
    def _by_name(self) -> dict[str, Entity | None]:
        """Entities by folded name; None where a name is shared by two."""
        found: dict[str, Entity | None] = {}
        for entity in self._entities:
            for name in {entity.name, *entity.names}:
                key = name.casefold()
                found[key] = entity if key not in found or found[key] is entity else None
        return found

    def cited_by_name(self, claim: Claim) -> bool:
        """Whether the source at the end of a claim's chain stands there by name: a pronoun may be read wrongly."""
        context = self._context[claim.article]
        cited = [source for attribution in holding(context, claim.focus) for source in attribution.value.source]
        if not cited:
            return giver(context, claim.focus) is not None or not gone_on(context, claim.focus)
        return any(name.value.form == "name" for source in cited for name in within(context.mentions.names, source))

    def announces(self, claim: Claim) -> bool:
        """Whether a claim is only that its source has spoken: "the board announced Friday"."""
        return bool(claim.chain) and bool(announcing(self._context[claim.article], claim.focus))

    def tells_naming(self, claim: Claim) -> bool:
        """Whether a claim's sentence tells that somebody was named or identified."""
        context = self._context[claim.article]
        return NAMING.search(context.text(context.sentence(claim.focus))) is not None

    def cited_in(self, article: str) -> frozenset[str]:
        """Return the names of the people and bodies that an article cites for anything."""
        return self._cited.get(article, frozenset())

    def cites_outlet(self, article: str, outlet: str) -> bool:
        """Whether an article cites an outlet for anything, be it one that no table lists."""
        return fold(outlet).removeprefix("the ") in self._papers.get(article, ())

    @cached_property
    def _papers(self) -> dict[str, set[str]]:
        """For each article, the folded names under which it cites anybody, as outlets are called."""
        found: dict[str, set[str]] = {}
        for context in self._contexts:
            for attribution in context.mentions.attributions:
                if attribution.value.stance in VOUCHING and attribution.value.source:
                    name = source_name(context, attribution.value)
                    called = fold(known_name(name)).removeprefix("the ")
                    found.setdefault(context.article.id, set()).add(called)
        return found

    def spelled(self, name: str) -> str:
        """Return a source's name as most attributions have it: "D.A.'s Office" and "DA’s office" are one voice."""
        return self._spelled.get(fold(name), name)

    @cached_property
    def _spelled(self) -> dict[str, str]:
        told: dict[str, Counter[str]] = {}
        for context in self._contexts:
            for attribution in context.mentions.attributions:
                if attribution.value.source:
                    name = source_name(context, attribution.value)
                    told.setdefault(fold(name), Counter())[name] += 1
        return {key: min(names, key=lambda name: (-names[name], name)) for key, names in told.items() if key}

    @cached_property
    def _cited(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for context in self._contexts:
            for attribution in context.mentions.attributions:
                if attribution.value.stance in VOUCHING and attribution.value.source:
                    name = source_name(context, attribution.value)
                    entity = self.entity(name)
                    if entity is not None and entity.kind in ("person", "organisation"):
                        found.setdefault(context.article.id, set()).add(entity.name)
        return {article: frozenset(names) for article, names in found.items()}

    def belong_together(self, first: str, second: str) -> bool:
        """Whether one of two sources stands beside the other somewhere, or is named in its description."""
        for one, other in ((first, second), (second, first)):
            beside = {*self._with.get(one, ()), *self._named_in(one)}
            theirs = {other, *self._named_in(other)}
            if any(fuzz.ratio(_body(a), _body(b)) >= ALIKE for a in beside for b in theirs):
                return True
        return bool(self._bodies(first) & self._bodies(second))

    def _bodies(self, name: str) -> frozenset[str]:
        """The bodies beside a source to which it may belong: no outlet, which only printed what it said."""
        beside = self._of.get(name, ())
        return frozenset(one for one in beside if self.kind(one) == "organisation" and not is_paper(one))

    def group(self, first: str, second: str) -> str:
        """Return the word by which both sources' offices are called: "rebel" of two rebel leaders; "" when by none."""
        return min(groups(self.entity(first)) & groups(self.entity(second)), default="")

    def is_anybody(self, name: str) -> bool:
        """Whether a person is named of whom no article of the story says who that is."""
        entity = self.entity(name)
        if entity is None or entity.kind != "person" or self._with.get(entity.name):
            return False
        return not is_described(entity, self._around.get(entity.id, ""))

    def named_with(self, claim: Claim, name: str) -> bool:
        """Whether a source is named where another one is cited, and not in what that one says."""
        said = f" {' '.join(WORD.findall(beside_saying(self._context[claim.article], claim)))} "
        entity = self.entity(name)
        return any(f" {' '.join(WORD.findall(one))} " in said for one in {name, *(entity.names if entity else ())})

    def _named_in(self, described: str) -> tuple[str, ...]:
        """The bodies named in a source's description: Trend Micro of "researchers at Trend Micro"."""
        text = f" {' '.join(WORD.findall(described))} "
        return tuple(name for name in self._own_names if f" {name} " in text)

    def of_one_state(self, first: str, second: str) -> bool:
        """Whether both are bodies of the state, or hold an office in one, and not of two countries."""
        states = [self._state(name) for name in (first, second)]
        return None not in states and (not states[0] or not states[1] or states[0] == states[1])

    def _find_state(self, name: str) -> str | None:
        """The country ("" when not known) for which a name speaks with authority; None when it is no authority."""
        entity = self.entity(name)
        around = self._around.get(entity.id, "") if entity and entity.kind == "person" else ""
        called = " ".join((name, *(entity.roles if entity else ()), around)).casefold()
        held = any(re.search(rf"\b{word}\b", called) for word in words("authorities"))
        governs = entity is not None and entity.kind == "organisation" and entity.speaks_for.startswith("place:")
        if not held and not governs and not _portfolio().search(called):
            return None
        return entity.country if entity else ""

    def is_spokesman(self, name: str) -> bool:
        """Whether a name is that of a person who is known as somebody's spokesman."""
        entity = self.entity(name)
        return entity is not None and any(re.search(SPOKES, role, re.I) for role in entity.roles)

    def kind(self, name: str) -> str:
        """Return the kind of the entity of that name, "" when there is none."""
        entity = self._by_name.get(name.casefold())
        return entity.kind if entity else ""

    def is_named(self, end: str, entity: Entity | None) -> bool:
        """Whether the end of a chain is somebody in particular: linked, or with a linked name in its description.

        "Officials" and "the Fire Officer" may stand for the same people as another description.
        """
        said = WORD.findall(end)
        if said and said[-1].casefold() in MANY:
            return False  # "Norwegian media" are whatever paper is named elsewhere
        if entity is not None:
            return _has_name(entity)
        held = said and (any(word in _offices() for word in said) or said[-1].casefold() in _offices())
        if not said or held or said[0].casefold() in words("text_nouns") or is_person(said[-1]):
            return False  # "Reid's rep", "a Perth man" may be anybody, "a report in ..." may have it from anybody
        described = f" {' '.join(said)} "
        return any(f" {name} " in described and f" {name} " != described for name in self._own_names)

    @cached_property
    def _own_names(self) -> tuple[str, ...]:
        """The names, a space between words, that make a body's description its own: "the Saint Vera hospital"."""
        named = (entity for entity in self._entities if entity.kind == "place" or _has_name(entity))
        return tuple(sorted({" ".join(WORD.findall(name)) for entity in named for name in entity.names}))

    @cached_property
    def _of(self) -> dict[str, set[str]]:
        """For each name, those that stand beside it where it is a source, and the bodies that it holds a place in."""
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
            for person, body in led(context):
                found.setdefault(person, set()).add(body)
        return found

    @cached_property
    def _with(self) -> dict[str, set[str]]:
        """For each name, those that it belongs to or stands with as a source, and the bodies named right beside it."""
        found = {name: set(others) for name, others in self._of.items()}
        for context in self._contexts:
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
