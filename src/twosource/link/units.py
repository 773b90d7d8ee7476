"""Gather, for each article, what its mentions say of one thing: the units that linking joins.

Reads   Article, Mentions (names, places, roles)
Gives   Unit: kind, fullest name, spellings, places of mention, GeoNames id, offices
Misses  names that the article itself leaves unsure stay one unit a spelling
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from twosource.model import Article, Mention, Mentions, Name, NameKind, Occurrence, Span
from twosource.text.countries import nationality
from twosource.text.names import fold

KNOWN_AS = re.compile(
    r"(?:,| \(|,? who (?:was|is))? ?(?:also |better |best )?(?:known|called|nicknamed)(?: to [\w ]{1,30}?)?(?: as| by)?"
    r" [“\"‘'`]*([A-Z]\w+)"
)
"""What stands after a full name that tells by which name somebody goes: "Kathryn Moll, known to friends as Katie"."""
STYLE = re.compile(r"\b(Mr|Mrs|Ms|Miss)\.? $")
STYLE_NEAR = 6
"""Characters that "Mrs. " fills, with one before it."""
SEXES = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
ENOUGH = 2
"""Pronouns from which they tell whether a man or a woman is meant: one may stand for somebody else."""
DEFINITE = re.compile(r"the\b", re.I)
KNOWN_NEAR = 60
"""Characters after a name within which that stands."""


@dataclass
class Unit:
    """All mentions of one thing in one article.

    `called` are the folded names that a person is said to go by; `definite` tells "the fire chief" from "a fire chief";
    `sexes` are those that "Mr." and "Mrs." before the name tell, `pronouns` counts those that stand for it.
    """

    article: str
    kind: NameKind
    name: str
    form: str
    spellings: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)
    offices: Counter[tuple[str, str]] = field(default_factory=Counter)
    geonames: int | None = None
    country: str = ""
    called: set[str] = field(default_factory=set)
    definite: bool = True
    sexes: set[str] = field(default_factory=set)
    pronouns: Counter[str] = field(default_factory=Counter)

    @property
    def sex(self) -> str:
        """Whether a man or a woman is meant: "m" or "f" by a title, or by pronouns that agree, else ""."""
        told = self.sexes or {SEXES[word] for word in self.pronouns if word in SEXES}
        sure = bool(self.sexes) or self.pronouns.total() >= ENOUGH
        return next(iter(told)) if sure and len(told) == 1 else ""

    @property
    def occurrences(self) -> list[Occurrence]:
        """The places of mention, in text order."""
        return [Occurrence(self.article, span) for span in sorted(self.spans)]


def units_of(article: Article, found: Mentions) -> list[Unit]:
    """Return the units of one article in order of first mention.

    Mentions of one chain are one unit. A name without a chain is a unit by its spelling; an unresolved
    description, a pronoun or an adjective of nationality is none.
    """
    units: dict[tuple[str, object], Unit] = {}
    for mention in found.names:
        value = mention.value
        unsure = value.chain < 0
        if unsure and (value.form != "name" or value.kind == "group" or nationality(value.text)):
            continue
        sex = _sex(article.text, mention) if value.kind == "person" else ""
        key = ("chain", value.chain) if value.chain >= 0 else ("name", (value.kind, fold(value.text), sex))
        unit = units.setdefault(key, Unit(article.id, value.kind, value.text, value.form))
        _add(unit, article.text, mention)
    placed = list(units.values())
    _locate(placed, found)
    _seat(placed, found)
    return placed


def officers_of(article: Article, found: Mentions) -> list[Unit]:
    """Return a unit for each description that names an office but, in its article, nobody who holds it.

    It is called by its words, its owner's name in full: "Ann Marlow’s spokesman" of "her spokesman".
    """
    owners = {one.span.start: one for one in found.names if one.value.chain >= 0 and one.value.form != "description"}
    return [
        Unit(
            article.id,
            "person",
            _owned(mention, owners, article.text),
            "description",
            spans=[mention.span],
            definite=DEFINITE.match(article.text, mention.span.start) is not None,
        )
        for mention in found.names
        if mention.value.form == "description" and mention.value.kind == "person" and mention.value.chain < 0
    ]


def _owned(mention: Mention[Name], owners: Mapping[int, Mention[Name]], text: str) -> str:
    """The words of a description, with the full name of the owner that it opens with."""
    owner = owners.get(mention.span.start)
    if owner is None or owner.span.end >= mention.span.end or owner.value.kind not in ("person", "organisation"):
        return mention.value.text
    rest = " ".join(text[owner.span.end : mention.span.end].split())
    for ending in ("'s ", "’s ", "' ", "’ "):
        rest = rest.removeprefix(ending)
    return f"{owner.value.text}’s {rest}"


def _add(unit: Unit, text: str, mention: Mention[Name]) -> None:
    unit.spans.append(mention.span)
    if mention.value.form == "name":
        unit.form = "name"
        unit.spellings[" ".join(mention.span.of(text).split())] += 1
    if mention.value.form == "pronoun":
        unit.pronouns[mention.span.of(text).lower()] += 1
    if unit.kind == "person":
        unit.sexes |= {_sex(text, mention)} - {""}
        known = KNOWN_AS.match(text, mention.span.end, mention.span.end + KNOWN_NEAR)
        if known:
            unit.called.add(fold(known[1]))


def _sex(text: str, mention: Mention[Name]) -> str:
    """Return "m" or "f" as "Mr." or "Mrs." stands before a name, else ""."""
    before = STYLE.search(text, max(0, mention.span.start - STYLE_NEAR), mention.span.start)
    return {"Mr": "m"}.get(before[1], "f") if before else ""


def _locate(units: Sequence[Unit], found: Mentions) -> None:
    """Give each unit for a place the GeoNames id and country that most of its mentions were resolved to."""
    at = {mention.span.start: mention.value for mention in found.places}
    for unit in units:
        if unit.kind != "place":
            continue
        resolved = Counter(
            (at[span.start].geonames, at[span.start].country)
            for span in unit.spans
            if span.start in at and at[span.start].geonames is not None
        )
        if resolved:
            unit.geonames, unit.country = min(resolved, key=lambda one: (-resolved[one], one[0] or 0))


def _seat(units: Sequence[Unit], found: Mentions) -> None:
    """Give each person the offices that the article says they hold."""
    by_span: dict[Span, Unit] = {span: unit for unit in units for span in unit.spans}
    for mention in found.roles:
        role = mention.value
        unit = by_span.get(role.holder_span) if role.holder_span else None
        if unit is not None and role.office and role.relation == "office":
            unit.offices[role.office, role.of] += 1
