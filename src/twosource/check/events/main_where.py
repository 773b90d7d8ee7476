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
from typing import NamedTuple

from msgspec import structs

from twosource.check.claims.making import make_claim
from twosource.check.context import within
from twosource.check.events.main_tellings import BY, Told
from twosource.check.events.named_there import BEFALLEN, sites, stands_beside
from twosource.check.events.place_names import key_of, sorts_of_places
from twosource.model import Claim, Span


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
    if told.kind in BEFALLEN and len(name) > 1 and {name[0], name[-1]} & sorts_of_places():
        return True
    parts = (a for a in told.clause.value.arguments if a.relation != "complement")
    if any(part.span.covers(place) for part in parts):
        return True
    return told.clause.value.nominal and stands_beside(told, place)


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
