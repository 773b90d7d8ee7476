"""Say where a story's own events happened: one question for each place, building and street that is told.

Reads   the mentions of the main events
Gives   groups of venue claims, one for each place
Misses  places that are told in a sentence of their own, without the event

What a story tells of together happened at one place: the fire, the evacuation and the robbery. A name is a place here
where it is a town's, a street's or an island's, or where a noun for a building goes with it ("the Harn boutique").
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from msgspec import structs

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.events.main_tellings import AFTERMATH, BY, Told, kinds_at, known_kinds
from twosource.check.language.nouns import is_person
from twosource.check.language.words import WORD, stem
from twosource.model import Argument, Claim, Clause, Mention, Span
from twosource.text.lexicon import mapping, table, words

BEFALLEN = frozenset(
    {"hit", "quake", "flood", "storm/n", "destroy", "fire/n", "burn", "steal", "attack", "bomb", "enter"}
)
"""Kinds of event that happen at what they befall: a town is hit, a shop is robbed, a clinic is entered."""

NAME = re.compile(
    r"(?!(?:A|An|The|In|At|On)\b)[A-Z][\w-]*\.?(?:\s+(?:of\s+|de\s+|la\s+|le\s+|du\s+)?[A-Z][\w-]*\.?(?=\s|\W|$))*(?<!\.)"
)
"""Words with a capital in a row."""

AT = re.compile(
    r"\b(?:in|at|on|near|outside|inside|off|along)\s+"
    r"(?:(?:the|a|an|its|his|her|their|in|[A-Z][\w-]*['’]s)\s+)?"
    r"(?:(?:[a-z][\w-]*\s+){0,2}|(?:[a-z][\w-]*,?\s+){0,3}(?:[A-Z][a-z]+(?:n|ish|ese|ch|i|ic)\s+)?(?:[a-z][\w-]*\s+){1,2}of\s+)$"
)
"""A preposition of place before a name, with at most an article and two words that describe it, or with what sort of
place it is: "in the northern Indian city of"."""

INTO = re.compile(r"\b(?:into|from|to)\s+(?:(?:the|a|an|its|his|her|their)\s+)?(?:[a-z][\w-]*\s+){0,4}$")
"""Of what was taken from a building, or who went into it."""

OF = re.compile(r"\b(\w+)\s+(?:of|at|on)\s+(?:(?:the|a|an)\s+)?(?:[a-z][\w-]*\s+){0,3}$")
"""What befell a building: "the robbery of the Harn store"."""

BESIDE = re.compile(r"^(?:\s+[a-z][\w-]*){0,3}")
"""Words behind a name, the noun for a building among them: "the Harn jewellery store"."""

TITLE = re.compile(r"\b([a-z]+)(?:\s+of)?\s+$")
PIECES = re.compile(r"['’]s\b|[^\w\s]")
OF_REGIONS = frozenset(
    {
        "Asian",
        "European",
        "African",
        "American",
        "Sicilian",
        "Bavarian",
        "Catalan",
        "Scandinavian",
        "Siberian",
        "Baltic",
    }
)
"""Adjectives of regions; those of nations are a list."""

FAR = 60
"""Characters between a noun for the event and the place that goes with it."""


class Sited(NamedTuple):
    """The claims of each place, and how often one place is said to lie in another: ("mill", "leed") in "on Mill Street,
    Leeds".
    """

    claims: dict[str, dict[tuple[str, ...], Claim]]
    inside: Counter[tuple[str, str]]
    full: set[str]
    own: set[str]
    called: dict[str, str]


def places(told: Sequence[tuple[Told, str]]) -> list[tuple[Claim, ...]]:
    """Return a group for each place or building that any main event is said to be at, one claim an article and chain.

    Each mention comes with how its event is asked after. What stands in no event's own clause is not where it was ("the
    president, a graduate of Harn College, resigned"). A place in which another one lies ("a shop on
    Mill Street, Leeds") is asked after more widely: who tells it says no more than that.
    """
    sited = _sited(told)
    joined = _joined({key: list(claims.values()) for key, claims in sited.claims.items()})
    told_well = {
        key: claims
        for key, claims in sorted(joined.items())
        if key in sited.own
        and not _only_judged(claims)
        and (len({claim.article for claim in claims}) > 1 or key in sited.full)
    }
    wider = _wider(told_well, sited)
    return [
        tuple(
            structs.replace(claim, scope=WIDELY if key in wider else "", asked=_asked(claim, claims, sited))
            for claim in sorted(claims, key=_place)
        )
        for key, claims in told_well.items()
    ]


def _only_judged(claims: Iterable[Claim]) -> bool:
    """Whether a place is that of charges alone: it is where the deed was, or whoever announced them."""
    return all(claim.measure.split()[0] == "accuse" for claim in claims)


def _asked(claim: Claim, claims: list[Claim], sited: Sited) -> str:
    """How a claim's event is asked after; where others place their own event there, that is asked after instead."""
    if claim.asked or any(other.asked for other in claims):
        return claim.asked
    return sited.called.get(claim.measure.split()[0], "")


def _in_own_words(told: Told, place: Span) -> bool:
    """Whether a place stands in a part of the clause that tells the event, and not only in the same sentence.

    In "charged with the murder of a clerk in Harn" it is the murder's.
    """
    parts = [a for a in told.clause.value.arguments if a.span.covers(place)]
    return any(part.relation not in DEED or told.kind not in JUDGED for part in parts)


def _in_own_clause(told: Told, place: Span) -> bool:
    """Whether a place stands in a part of the event's own clause, or beside the noun that names it.

    What befalls a place befalls the building or the street that its sentence names.
    """
    name = told.context.text(place).lower().split()
    if told.kind in BEFALLEN and len(name) > 1 and {name[0], name[-1]} & _sorts():
        return True
    parts = (a for a in told.clause.value.arguments if a.relation != "complement")
    if any(part.span.covers(place) for part in parts):
        return True
    return told.clause.value.nominal and _beside(told, place)


JUDGED = frozenset({"accuse", "convict", "acquit", "sentence", "suspect/v", "plead"})
DEED = frozenset({"with", "of", "for"})
"""Kinds of what is done about a deed, and the prepositions before that deed."""


def _place(claim: Claim) -> tuple[str, Span, str]:
    return claim.article, claim.focus, claim.id


WIDELY = "more widely"
"""The scope of a claim that only tells where the place of an event is."""

WHOLE = "with where it lies"
"""The scope of a claim that tells a place with those in which it lies: it is the one to be shown."""


def _sited(told: Sequence[tuple[Told, str]]) -> Sited:
    """The claims about where each mention's event happened, by place."""
    found = Sited(defaultdict(dict), Counter(), set(), set(), {})
    for one, called in told:
        spans = list(sites(one))
        for place in spans:
            claim = make_claim(
                one.context,
                "venue",
                place,
                about=one.clause.span,
                measure=f"{one.kind} {'hold' if one.full and not _several(one) else 'happen'}",
                value=" ".join(one.context.text(place).split()),
                value_key=key_of(one.context.text(place)),
                asked=called if _in_own_words(one, place) else "",
                rule=BY,
            )
            found.called[one.kind] = called
            found.claims[claim.value_key].setdefault((one.article, *claim.chain), claim)
            if one.full:
                found.full.add(claim.value_key)
            if _in_own_clause(one, place):
                found.own.add(claim.value_key)
        for first, second in itertools.pairwise(spans):
            between = one.context.article.text[first.end : second.start]
            keys = [key_of(one.context.text(place)) for place in (first, second)]
            if INSIDE.fullmatch(between):
                found.inside[(keys[0], keys[1])] += 1
            elif OWNS.fullmatch(between):
                found.inside[(keys[1], keys[0])] += 1
    return found


INSIDE = re.compile(
    r"(?:,?\s+(?!(?:who|which|that|where|when|and|or|but|from|to|after|before|then|was|were|had|has)\b)[a-z][\w-]*){0,6}"
    r"(?:,|,?\s+(?:in|on|at)(?:\s+(?:the|a|an))?)(?:\s+[a-z][\w-]*){0,3}\s+"
)
"""Between a place and the one that it lies in: "branch in", ", ", "on the chic", ", off the market in"."""

OWNS = re.compile(r"['’]s\s+(?:[a-z][\w-]*\s+){0,2}|\s+")
"""Between a place and one in it: "Leeds's Harn prison", "a Leeds clinic"."""


def _wider(groups: Iterable[str], sited: Sited) -> set[str]:
    """The places in which others of these lie, as most that tell both have it."""
    return {
        b
        for inner, outer in sorted(sited.inside)
        for a, b in itertools.product(_homes(inner, groups), _homes(outer, groups))
        if a != b and sited.inside[(inner, outer)] >= sited.inside[(outer, inner)]
    }


def _homes(key: str, groups: Iterable[str]) -> list[str]:
    """The groups that a place is told in: its own, or those of the shorter names that its words hold."""
    return [home for home in groups if set(home.split()) <= set(key.split())]


def _joined(found: Mapping[str, list[Claim]]) -> dict[str, list[Claim]]:
    """Join the names of one place: "Harn" goes with "Harn Diamond", and "Arle High Street" tells Arle and High Street.

    A name goes with the shorter names that its words hold, where they are told too; all are keyed by the shortest.
    """
    homes: dict[str, list[Claim]] = {}
    for key in sorted(found, key=lambda key: (len(key.split()), key)):
        held = [home for home in homes if set(home.split()) <= set(key.split())]
        for home in held or [key]:
            homes.setdefault(home, []).extend(found[key])
    return {home: [_of_chief(claim, claims, home) for claim in claims] for home, claims in homes.items()}


def _of_chief(claim: Claim, claims: list[Claim], home: str) -> Claim:
    """A claim keyed by its place; that of another kind of event than most are of is not known to be of the same one."""
    chief = max(sorted({c.measure for c in claims}), key=lambda measure: sum(c.measure == measure for c in claims))
    kind = claim.measure.split()[0]
    measure = claim.measure if kind == chief.split()[0] else f"{kind} happen"
    return structs.replace(claim, value_key=f">place:{home}", measure=measure)


def _several(told: Told) -> bool:
    """Whether a clause counts what it tells of: "have attacked nearly 100 ships" is no one event."""
    return any(
        within(told.context.mentions.quantities, argument.span)
        for argument in told.clause.value.arguments
        if argument.relation in ("object", "subject")
    )


def key_of(text: str) -> str:
    """What the name of a place is compared by: its words, less those that only say what sort of place it is."""
    found = [match[0].lower() for match in WORD.finditer(PIECES.sub(" ", text).replace("-", " "))]
    kept = [word for word in found if word not in _sorts() and word not in ("the", "of")] or found
    return " ".join(sorted({stem(word) for word in kept}))


@cache
def _sorts() -> frozenset[str]:
    return words("location_nouns") | frozenset(row[0].lower() for row in table("place_types"))


def sites(told: Told) -> Iterable[Span]:
    """Return the names in the mention's sentence that say where its event happened, in text order."""
    context = told.context
    sentence = context.sentence(told.clause.span)
    text = context.text(sentence)
    for match in NAME.finditer(text):
        owned = OWNED.match(text, match.end())
        end = owned.end() if owned and owned[1].lower() in _sorts() | words("location_nouns") else match.end()
        span = Span(sentence.start + match.start(), sentence.start + end)
        before, behind = text[: match.start()], text[end:]
        building = _is_building(text[match.start() : end], before, behind)
        if not (building or _is_place(context, span)) or _is_other(context, span) or _owns(context, span):
            continue
        placed = AT.search(before) is not None
        entered = building and (INTO.search(before) is not None or _of_event(before, told))
        entered = entered and not _is_land(
            context, span
        )  # "States" is no building, and who goes to a land is not there
        if told.kind in VIOLENT and HOSPITAL.search(text, match.start(), end + len(" Hospital Center")):
            continue
        if (placed or entered or _befallen(told, span)) and _belongs(told, span):
            yield span


VIOLENT = frozenset({"kill", "hurt", "shoot", "stab", "attack", "hit", "run-down", "crash", "accuse"})
"""Kinds of event that do not happen in a hospital, but bring people there (`institutions` tells to which)."""

HOSPITAL = re.compile(r"\b(?:Hospital|Medical\s+Cent(?:er|re)|Infirmary|Trauma)\b")

OWNED = re.compile(r"['’]s\s+([A-Z][\w-]*)")
"""The rest of a name such as "Lowe's Store"."""


def _owns(context: Context, span: Span) -> bool:
    """Whether somebody is named whose building it is: "at Ann Lowe's church"."""
    if context.article.text[span.end : span.end + 1] not in ("'", "’"):
        return False
    return any(name.value.kind == "person" for name in within(context.mentions.names, span))


def _is_place(context: Context, span: Span) -> bool:
    """Whether a place is named there, not an adjective made of it."""
    held = within(context.mentions.places, span)
    if any(place.value.use == "adjective" for place in held):
        return False
    named = [name for name in within(context.mentions.names, span) if name.value.form == "name"]
    return any(name.value.kind == "place" for name in named) or any(
        place.value.use in ("location", "dateline") for place in held
    )


def _is_land(context: Context, span: Span) -> bool:
    """Whether a name is that of a country, and all of it."""
    return any(
        place.span == span and place.value.feature == "country" for place in within(context.mentions.places, span)
    )


def _is_building(name: str, before: str, behind: str) -> bool:
    """Whether a name is a building's or a street's: its last or first word, or the noun beside it, says so."""
    ends = {name.split()[0].lower(), name.split()[-1].lower()} if " " in name else set()
    if ends & _sorts():
        return True
    nouns, title = words("location_nouns"), TITLE.search(before)
    found = BESIDE.match(behind)
    following = list(
        itertools.takewhile(lambda word: word not in words("stopwords"), (found[0] if found else "").split())
    )
    return any(word in nouns for word in following) or (title is not None and title[1] in nouns)


def _is_other(context: Context, span: Span) -> bool:
    """Whether a name is an adjective ("French"), a day, or that of who speaks."""
    last = context.text(span).split()[-1]
    if _is_somebodys(context, span):
        return True
    if last in NO_PLACES or SUBURB.match(context.article.text, span.end):
        return True
    if last in mapping("nationalities") or last in OF_REGIONS:
        return True
    if any(time.span.overlaps(span) for time in within(context.mentions.times, context.sentence(span))):
        return True
    persons = (name for name in within(context.mentions.names, span) if name.value.kind == "person")
    if any(name.span == span for name in persons):
        return True  # "near the Webb home": nothing is in Webb
    return any(source.overlaps(span) for a in context.mentions.attributions for source in a.value.source)


def _is_somebodys(context: Context, span: Span) -> bool:
    """Whether a name behind "a" only says of which town or force somebody is: "from a State Police driver"."""
    text = context.article.text
    if not A_NEW.search(text, max(0, span.start - len(" an ")), span.start):
        return False
    behind = BESIDE.match(text[span.end : context.sentence(span).end])
    return behind is not None and any(is_person(word) for word in behind[0].split())


A_NEW = re.compile(r"\ban?\s$")

NO_PLACES = frozenset(
    {"Act", "Law", "Bill", "Code", "Treaty", "Agreement", "Accord", "Amendment", "Report", "Times", "Post", "News"}
)
"""How names end of what has a word for a place in it and is none: "the Clinic Entrances Act"."""

SUBURB = re.compile(r"\s+suburbs?\b")
"""Behind a town that something was not in, but beside."""


def _of_event(before: str, told: Told) -> bool:
    match = OF.search(before)
    return match is not None and told.clause.value.nominal and match[1].lower() == told.clause.value.predicate


def _befallen(told: Told, span: Span) -> bool:
    """Whether the name stands in what the event befell, where that is where it happened."""
    value = told.clause.value
    if told.kind not in BEFALLEN or value.nominal:
        return False
    objects = [a for a in value.arguments if a.relation == "object"]
    return any(a.span.covers(span) and not is_person(a.head.lower()) for a in objects)


def _belongs(told: Told, span: Span) -> bool:
    """Whether a place in the sentence is the event's: no part of a person's description or of another deed."""
    context, own = told.context, told.clause
    sentence = context.sentence(own.span)
    holding = [
        (clause, argument)
        for clause in within(context.mentions.clauses, sentence)
        for argument in clause.value.arguments
        if argument.relation != "complement" and argument.span.covers(span)
    ]
    mine = [argument for clause, argument in holding if clause.span == own.span]
    if mine:
        return not any(_is_person(context, argument) for argument in mine)
    others = [clause for clause, _ in holding if clause.value.tense and not clause.value.nominal]
    if _is_for(told, span):
        return False
    if own.value.nominal:
        return not any(_elsewhere(told, clause, span) for clause in others) if others else _beside(told, span)
    return all(_same_breath(told, clause) for clause in others) and (bool(others) or not _describes(told, span))


def _is_for(told: Told, span: Span) -> bool:
    """Whether a place stands in what something was done for: "died to give her son a home in Chile"."""
    context, own = told.context, told.clause.span
    between = within(context.mentions.clauses, Span(own.end, max(own.end, span.start)))
    return any(
        not clause.value.tense
        and not clause.value.nominal
        and context.article.text[: clause.span.start].endswith("to ")
        and any(argument.span.covers(span) for argument in clause.value.arguments)
        for clause in between
    )


def _describes(told: Told, span: Span) -> bool:
    """Whether a place stands between a person and the predicate: "Lowe, who heads a guild in Harn, was robbed"."""
    return any(
        argument.span.end <= span.start and span.end <= told.clause.span.start and _is_person(told.context, argument)
        for argument in told.clause.value.arguments
    )


def _beside(told: Told, span: Span) -> bool:
    """Whether a place stands close behind the noun for the event, or right before it ("the Harn heist")."""
    noun, text = told.clause.span, told.context.article.text
    if span.end <= noun.start:
        return not text[span.end : noun.start].strip(" -")
    between = Span(noun.end, span.start)
    finite = any(clause.value.tense for clause in within(told.context.mentions.clauses, between))
    return between.end - between.start <= FAR and not finite


def _elsewhere(told: Told, clause: Mention[Clause], span: Span) -> bool:
    """Whether a clause places another deed than the event that a noun names: a trial, an arrest, a search.

    What those who did it did there is the event's ("the robbers entered the shop in Harn"), and so is what stands with
    the noun in one phrase.
    """
    noun = told.clause.span
    if any(argument.span.covers(noun) and argument.span.covers(span) for argument in clause.value.arguments):
        return False
    if not AFTERMATH.isdisjoint(kinds_at(told.context, clause)) or LEAVES.intersection(kinds_at(told.context, clause)):
        return True
    core = [a.span for a in clause.value.arguments if a.relation in ("subject", "agent")]
    return not any(span.covers(noun) for span in core)


LEAVES = frozenset({"escape", "leave", "arrive", "transport", "return", "hide"})
"""Kinds of what is done elsewhere, before or after."""


def _same_breath(told: Told, clause: Mention[Clause]) -> bool:
    """Whether a clause tells of what the same subject did there, or of another main event."""
    subjects = [{a.span for a in one.value.arguments if a.relation == "subject"} for one in (told.clause, clause)]
    if clause.value.status != told.clause.value.status:
        return False  # "was arrested and will be arraigned in Harn"
    return bool(subjects[0] & subjects[1]) or bool(known_kinds().intersection(kinds_at(told.context, clause)))


def _is_person(context: Context, argument: Argument) -> bool:
    if is_person(argument.head.lower()):
        return True
    entity = context.at.get(argument.span)
    if entity is not None:
        return entity.kind == "person"
    names = [name for name in within(context.mentions.names, argument.span) if name.span.start == argument.span.start]
    return any(name.value.kind == "person" for name in names) and argument.head[:1].isupper()
