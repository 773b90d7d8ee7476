"""Find what a deed or a thing has but one of, told in two ways: what somebody died of, the colour of a car.

Reads   contexts of one story
Gives   groups of claims, each on one slot of one thing that articles fill differently, and no article twice
Misses  slots that are not in `SLOTS`; a filler that stands in another sentence than its deed

The words around two tellings need not agree, as they do in `tellings`: it is enough that the slot can have but one
filler. Each article must give one filler for it only, since who tells of two cars names both somewhere.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import NamedTuple

from twosource.check.claims.deeds import CLAUSE
from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.cued import cued, only_one
from twosource.check.fillers import BY, excludes, fillers_of
from twosource.check.language.words import content_words, sense, stem
from twosource.model import Argument, Claim, Clause, Entity, Mention, Span
from twosource.text.lexicon import mapping, table


class Filler(NamedTuple):
    """What one article fills a slot with: the slot, of whom or of what, the filler as it compares, where it stands.

    `who` is the id of a person, the noun of a thing, or "" where a pronoun or a noun stands for somebody.
    """

    context: Context
    slot: str
    who: str
    filler: str
    focus: Span
    asked: str

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.context.article.id


def one_filler(contexts: Iterable[Context]) -> tuple[tuple[Claim, ...], ...]:
    """Return a group of claims for each slot that articles fill with what excludes each other, in order of slot."""
    found: dict[str, list[Filler]] = defaultdict(list)
    for context in contexts:  # an older event is another thing, but for the year of a car
        for slot in SLOTS:
            for filler in slot(context):
                if context.speaks(filler.focus) and _of_this_story(context, filler):
                    found[filler.slot].append(filler)
    groups = [group for slot in sorted(found) for group in _by_who(found[slot])]
    return tuple(_claims(group) for group in groups if _at_odds(group))


def _of_this_story(context: Context, filler: Filler) -> bool:
    """Whether what is told is no older event's: a car may have its year, and a warning comes before."""
    older = context.event_key(filler.focus)
    return filler.slot in EARLIER or older.startswith("since") or older in context.text(filler.focus)


def _by_who(fillers: list[Filler]) -> list[list[Filler]]:
    """The fillers of a slot by whose they are; those that name nobody go with the one who is named, if there is one."""
    named: dict[str, list[Filler]] = defaultdict(list)
    for filler in fillers:
        named[filler.who].append(filler)
    vague = named.pop("", [])
    if len(named) > 1 or (named and fillers[0].slot in NAMED):
        return [named[who] for who in sorted(named)]
    return [[filler for own in named.values() for filler in own] + vague]


NAMED = frozenset({"way"})
"""Slots in which one who is not named is somebody else: a killing long ago is told of in passing."""


def _at_odds(fillers: Sequence[Filler]) -> bool:
    """Whether two articles exclude each other, and no article itself.

    Of what is disputed for long, such as a cause, an article may tell both versions, and another only one.
    """
    articles: dict[str, set[str]] = defaultdict(set)
    for filler in fillers:
        articles[filler.filler].add(filler.article)
    pairs = combinations(sorted(articles), 2)
    odd = [(one, other) for one, other in pairs if excludes(fillers[0].slot, one, other)]
    if fillers[0].slot.split()[0] in CONTESTED:
        return any(articles[one] != articles[other] for one, other in odd)
    return bool(odd) and all(articles[one].isdisjoint(articles[other]) for one, other in odd)


CONTESTED = frozenset({"origin", "alarm", "signal", "alert", "warned", "locked", "ransom", "began", "will"})
"""Slots of which one article may tell both versions: "locals blame a quarry, the government blames the rain"."""

EARLIER = frozenset({"warned"})
"""Slots that are filled before the story's own event."""


def _claims(fillers: Sequence[Filler]) -> tuple[Claim, ...]:
    asked = min((f.asked for f in fillers if f.who), default=fillers[0].asked)
    return tuple(
        make_claim(
            f.context,
            "event",
            f.focus,
            measure=f.slot,
            value=" ".join(f.context.text(f.focus).split()),
            subject=f.who,
            scope="happened",
            value_key=f.filler,
            asked=asked,
            rule=BY,
        )
        for f in sorted(fillers, key=lambda f: (f.article, f.focus))
    )


def _dying(context: Context) -> Iterator[tuple[Mention[Clause], Argument, str]]:
    """The clauses that say that somebody died, with who it is."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate not in ("die", "succumb") or value.negated or value.status != "happened":
            continue
        who = next((a for a in value.arguments if a.relation == "subject"), None)
        if who is None or OF_SOMEBODY.match(context.text(who.span)) or who.head.lower() in ("who", "they", "people"):
            continue
        entity = context.called(who)
        yield clause, who, entity.id if entity is not None and entity.kind == "person" else ""


OF_SOMEBODY = re.compile(r"(?:his|her|their|my|our|its)\b|\S+['’]s?\s", re.I)


def _causes(context: Context) -> Iterator[Filler]:
    """What somebody died of."""
    for clause, who, named in _dying(context):
        for argument in clause.value.arguments:
            if argument.relation not in ("of", "from", "to") or (argument.relation == "to") != (
                clause.value.predicate == "succumb"
            ):
                continue
            said = CLAUSE.split(context.text(argument.span))[0]
            cause = sorted({stem(word) for word in content_words(said)} - _no_cause())
            if cause and not any(char.isdigit() for char in said):
                yield _of_clause(
                    context,
                    clause,
                    argument,
                    "cause",
                    named,
                    " ".join(cause),
                    f"Of what did {_name(context, who)} die?",
                )


@cache
def _no_cause() -> frozenset[str]:
    return frozenset(stem(word) for row in table("one_filler") if row[0] == "no cause" for word in row[1:])


def _places(context: Context) -> Iterator[Filler]:
    """Where somebody died, by the sort of place."""
    for clause, who, named in _dying(context):
        for argument in clause.value.arguments:
            head = argument.head.lower()
            head = "hospital" if MEDICAL.search(context.text(argument.span)) else head
            sort = fillers_of("place").get(head, "")
            if sort and argument.relation in ("at", "in", "on", "en"):
                yield _of_clause(
                    context, clause, argument, "place", named, sort, f"Where did {_name(context, who)} die?"
                )


MEDICAL = re.compile(r"\b(?:medical|health|trauma) cent(?:er|re)$", re.I)


def _of_clause(
    context: Context, clause: Mention[Clause], argument: Argument, slot: str, who: str, filler: str, asked: str
) -> Filler:
    start = min(clause.span.start, argument.span.start)
    between = context.article.text[clause.span.end : argument.span.start]
    if len(between.split()) > 1 and (last := between.rfind(f" {argument.relation} ")) >= 0:
        start = clause.span.end + last + 1  # of "died of a stroke on Monday at home" the end alone
    end = argument.span.start + len(CLAUSE.split(context.text(argument.span))[0])
    return Filler(context, slot, who, filler, Span(start, end), asked)


def _name(context: Context, who: Argument) -> str:
    entity = context.called(who)
    return entity.name if entity is not None else context.text(who.span)


def _pattern(slot: str) -> str:
    return "|".join(sorted(fillers_of(slot), key=lambda word: (-len(word), word)))


@cache
def _coloured() -> re.Pattern[str]:
    things = "|".join(sorted(word for row in table("one_filler") if row[0] == "coloured" for word in row[1:]))
    make = r"(?:(?:19|20)\d\d\s+)?[A-Z][a-z]+\s+(?P<model>[A-Z][\w-]+)\b"
    return re.compile(rf"\b(?P<colour>{_pattern('colour')})\s+(?:{make}|(?:[A-Z][a-z]+\s+)?(?P<thing>{things})\b)")


YEARLY = re.compile(r"\b(?:19|20)\d\d\s+(?P<colour>[a-z]+)\s+(?:[A-Z][a-z]+\s+)?(?P<model>[A-Z][\w-]+)\b")
"""A car by its year and model: "2013 gray Camry"."""


def _colours(context: Context) -> Iterator[Filler]:
    """The colour of a thing: of a car by the name of its model, "gray 2013 Toyota Camry"."""
    text = context.article.text
    for match in (*_coloured().finditer(text), *YEARLY.finditer(text)):
        colour = fillers_of("colour").get(match["colour"], "")
        thing = match["model"] or match.groupdict().get("thing", "")
        people = any(match[0].endswith(f" {nation}") for nation in mapping("nationalities") if nation.endswith(thing))
        if colour and not people:
            asked = f"Of what color was the {thing}?"
            yield Filler(context, f"colour {thing.lower()}", thing.lower(), colour, Span(*match.span()), asked)


@cache
def _conditions() -> re.Pattern[str]:
    return re.compile(rf"\b(?:in|listed in|remained in)\s+(?:an?\s+)?({_pattern('condition')})\s+condition\b")


def _states(context: Context) -> Iterator[Filler]:
    """In what condition somebody lies in hospital."""
    for match in _conditions().finditer(context.article.text):
        focus = Span(match.start(), match.end())
        who = only_one(context, focus)
        asked = f"In what condition was {who.name if who else 'the patient'}?"
        yield Filler(context, "condition", who.id if who else "", fillers_of("condition")[match[1]], focus, asked)


CALIBRE = re.compile(
    r"(?:\.\s?|\b)(\d\d\d?)[\s-]*cal(?:i?b(?:er|re))?\b\.?\s*(?:[a-z]+\b)?"
    r"|\b(\d{1,2}(?:\.\d\d)?)[\s-]*(?:mm|millimet(?:er|re))[\s-]+(?:[a-z-]+ )?"
    r"(?:(?:hand)?gun|pistol|rifle|round|bullet|casing|shell|cartridge|revolver)s?\b",
    re.I,
)


def _calibres(context: Context) -> Iterator[Filler]:
    """Of what calibre a gun was."""
    for match in CALIBRE.finditer(context.article.text):
        focus = Span(match.start(), match.end())
        yield Filler(context, "calibre", "gun", match[1] or f"{match[2]} mm", focus, "Of what caliber was the gun?")


MANNERS = ("manner", "purpose", "law", "part", "weight", "will")


@cache
def _adverbs() -> re.Pattern[str]:
    every = "|".join(_pattern(slot) for slot in MANNERS)
    return re.compile(rf"\b({every})[\s-]+([a-z]+(?:ed|en|wn|lt|nt|red))\b")


def _manners(context: Context) -> Iterator[Filler]:
    """How something was done, or somebody was equipped: well or ill, deliberately or by mistake."""
    for match in _adverbs().finditer(context.article.text):
        slot = next(slot for slot in MANNERS if match[1] in fillers_of(slot))
        focus = Span(match.start(), match.end())
        done = sense(match[2])
        yield Filler(context, f"{slot} {done}", done, fillers_of(slot)[match[1]], focus, f"How was it {match[2]}?")


@cache
def _sides() -> re.Pattern[str]:
    parts = "|".join(word for row in table("one_filler") if row[0] == "sided" for word in row[1:])
    return re.compile(rf"\b(left|right)\s+({parts})\b")


def _sides_of(context: Context) -> Iterator[Filler]:
    """Which of somebody's two knees it was, where the sentence names one person."""
    for match in _sides().finditer(context.article.text):
        focus = Span(*match.span())
        who = only_one(context, focus)
        if who is not None:
            asked = f"Which {match[2]} of {who.name} was it?"
            yield Filler(context, f"side of {match[2]}", who.id, match[1], focus, asked)


@cache
def _deaths() -> re.Pattern[str]:
    return re.compile(rf"\b(?:({_pattern('to death')}) (?:to death|alive)|({_pattern('deadly')}))\b")


def _ways(context: Context) -> Iterator[Filler]:
    """In which way somebody was killed: "burned to death", "suffocated"."""
    for match in _deaths().finditer(context.article.text):
        focus = Span(*match.span())
        way = fillers_of("to death").get(match[1] or "") or fillers_of("deadly")[match[2]]
        who = only_one(context, focus)
        asked = f"In which way did {who.name if who else 'the victim'} die?"
        yield Filler(context, "way", who.id if who else "", way, focus, asked)


def _rooms(context: Context) -> Iterator[Filler]:
    """In which part of a building a fire began."""
    for clause in context.mentions.clauses:
        value = clause.value
        fire = any(
            a.relation in ("subject", "object") and sense(a.head.lower()) == sense("fire") for a in value.arguments
        )
        if value.predicate not in BEGINS or value.negated or value.status != "happened" or not fire:
            continue
        for argument in value.arguments:
            room = fillers_of("room").get(argument.head.lower(), "")
            if room and argument.relation in ("in", "on", "at", "from", "inside", "near"):
                yield _of_clause(
                    context, clause, argument, "room", "fire", room, "Where in the building did the fire start?"
                )


BEGINS = frozenset({"start", "begin", "break out", "originate", "ignite", "erupt", "spark", "set"})


def _finders(context: Context) -> Iterator[Filler]:
    """Who found a body."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate not in ("find", "discover") or value.negated or value.status != "happened":
            continue
        if not any(a.relation in ("object", "subject") and sense(a.head.lower()) in BODIES for a in value.arguments):
            continue
        passive = value.passive or any(a.relation == "agent" for a in value.arguments)
        for argument in value.arguments:
            if argument.relation != ("agent" if passive else "subject") or context.called(argument) is not None:
                continue
            said = CLAUSE.split(context.text(argument.span))[0]
            who = {sort for word in WHO.findall(said) if (sort := fillers_of("finder").get(word.lower()))}
            if len(who) == 1:
                yield _of_clause(context, clause, argument, "finder", "body", who.pop(), "Who found the body?")


WHO = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\b(?!['’])")
"""The words of a phrase but for whose somebody is: "the landlord's son" is a son."""

BODIES = frozenset({sense("body"), sense("bodies"), sense("corpse"), sense("remains")})


def _befallen(context: Context, verbs: frozenset[str]) -> Iterator[tuple[Mention[Clause], Entity]]:
    """The clauses that say that one of some deeds was done to a person who is named."""
    for clause in context.mentions.clauses:
        value = clause.value
        if value.predicate in verbs and not value.negated and value.status == "happened":
            found = {
                entity.id: entity for a in value.arguments if a.relation == "object" and (entity := context.called(a))
            }
            if len(found) == 1 and (entity := next(iter(found.values()))).kind == "person":
                yield clause, entity


SHOT = frozenset({"shoot", "stab", "hit", "wound", "strike", "knife"})
HURT = SHOT | {"kill", "beat", "attack", "bludgeon", "slay", "murder", "threaten"}
CAUGHT = frozenset({"arrest", "capture", "apprehend", "detain", "catch", "nab", "seize"})


def _phrases(context: Context) -> Iterator[Filler]:
    """In which part of the body somebody was hit, with what weapon, where somebody was arrested."""
    for verbs, slot, relations, asked in PHRASES:
        for clause, whom in _befallen(context, verbs):
            for argument in clause.value.arguments:
                if argument.relation not in relations:
                    continue
                end = context.article.text.find(" ", argument.span.end + len(" of the "))
                said = context.article.text[argument.span.start : max(end, argument.span.end)]
                said = said[of.end() :] if (of := OF_THE.search(said)) else context.text(argument.span)
                for word in sorted({word.lower() for word in WHO.findall(said)} & fillers_of(slot).keys()):
                    question = asked.format(whom.name)
                    yield _of_clause(context, clause, argument, slot, whom.id, fillers_of(slot)[word], question)


OF_THE = re.compile(r"^(?:the\s+)?(?:back|side|top)\s+of\s+(?:the|his|her)\b", re.I)
"""What stands before the part of the body that is meant."""

PHRASES = (
    (SHOT, "body", ("in",), "Where was {} hit?"),
    (HURT, "weapon", ("with",), "With what was {} attacked?"),
    (CAUGHT, "arrested", ("at", "in", "inside", "outside"), "Where was {} arrested?"),
)
"""Deeds, the slot that they have, what stands before its filler, and the question."""


def _exits(context: Context) -> Iterator[Filler]:
    """Whether somebody resigned or was dismissed."""
    for clause in context.mentions.clauses:
        value = clause.value
        way = next((way for way, verbs in EXITS.items() if value.predicate in verbs), "")
        if not way or value.negated or value.status != "happened" or value.nominal or not value.tense:
            continue
        relation = "subject" if way == "resigned" else "object"
        for argument in value.arguments:
            who = context.called(argument) if argument.relation == relation else None
            if who is not None and who.kind == "person":
                yield Filler(
                    context, "exit", who.id, way, _with_particle(context, clause), f"How did {who.name} leave?"
                )


def _with_particle(context: Context, clause: Mention[Clause]) -> Span:
    """The place of a verb with the particle that follows it: "stepped down"."""
    particle = clause.value.predicate.partition(" ")[2]
    follows = particle and context.article.text.startswith(f" {particle}", clause.span.end)
    return Span(clause.span.start, clause.span.end + (len(particle) + 1 if follows else 0))


EXITS = {
    "resigned": frozenset({"resign", "quit", "step down", "stand down", "hand in"}),
    "dismissed": frozenset({"fire", "sack", "dismiss", "axe", "oust"}),
}
"""The ways to leave an office, with their verbs."""


def _cued(context: Context) -> Iterator[Filler]:
    """What cues lead to (`cued`)."""
    for found in cued(context):
        yield Filler(context, found.slot, found.who, found.filler, found.focus, found.asked)


SLOTS: tuple[Callable[[Context], Iterator[Filler]], ...] = (
    _causes,
    _places,
    _colours,
    _states,
    _calibres,
    _manners,
    _sides_of,
    _ways,
    _rooms,
    _finders,
    _phrases,
    _exits,
    _cued,
)
"""Every slot that can have but one filler."""
