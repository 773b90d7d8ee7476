"""Claims about where a deed was done.

Reads   a clause, what happened by it, the places in its phrases
Gives   venue claims, one for each phrase that says where
Misses  places told by a common noun alone (`spots`)
"""

from twosource.check.claims.deeds import asked_after, without_place
from twosource.check.claims.event_kinds import Happening
from twosource.check.claims.making import make_claim
from twosource.check.claims.misread import is_between, is_of_object
from twosource.check.claims.placed import beside, placed_words
from twosource.check.context import Context, within
from twosource.model import Argument, Claim, Clause, Mention, Place, Span, hull
from twosource.text.lexicon import mapping, words

PLACED_AT = frozenset(
    {"in", "at", "on", "near", "outside", "inside", "along", "off", "around", "by", "between", "over"}
)
"""Prepositions after which a place says where something happened, not where it came from or went."""


def venues(context: Context, clause: Mention[Clause], happening: Happening, rule: str) -> tuple[Claim, ...]:
    """Return a venue claim, made by `rule`, for each phrase that says where the clause's event takes place."""
    if not happening.phase and not clause.value.nominal and not happening.parties:
        return ()
    ahead = clause.value.status == "planned" and not clause.value.nominal  # where the next one is to be
    found = []
    for argument in clause.value.arguments:
        if argument.relation not in PLACED_AT:
            continue
        places = [place for place in within(context.mentions.places, argument.span) if place.value.use != "government"]
        if not places or _is_time(context, argument.span) or not _says_where(argument, places):
            continue
        if (
            is_between(clause, argument)
            or is_of_object(context, clause, argument)
            or _holds_time(context, argument.span)
        ):
            continue
        whom = context.called(argument) if len(places) == 1 else None
        if whom is not None and whom.kind == "person" and whom.name != places[0].value.name:
            continue  # "fired at Riva": nobody is a place, whatever town bears that name
        found.append(
            make_claim(
                context,
                "venue",
                hull((argument.span, *(place.span for place in places))),
                about=clause.span,
                measure=f"{happening.kind} {'plan' if ahead else 'hold' if happening.phase else 'happen'}",
                value=beside(argument.relation, placed_words(context, argument.span)),
                subject="" if happening.phase or clause.value.nominal else "|".join(happening.parties),
                value_key=venue_key(places),
                asked=without_place(asked_after(context, clause), placed_words(context, argument.span)),
                rule=rule,
            )
        )
    return tuple(found)


def _says_where(argument: Argument, places: list[Mention[Place]]) -> bool:
    """Whether a phrase is a place or is headed by a noun for one: "at the request of Ukraine" is neither."""
    if names_place(argument.head.lower()):
        return True
    return any(argument.head in place.value.name or argument.span.end == place.span.end for place in places) and not (
        argument.head.lower() == argument.head and argument.head not in words("location_nouns")
    )


def names_place(noun: str) -> bool:
    """Return whether a noun (in lower case) names a place where something may happen."""
    return noun in words("location_nouns") or mapping("noun_kinds").get(noun) == "place"


def _is_time(context: Context, span: Span) -> bool:
    return any(time.span.covers(span) for time in within(context.mentions.times, span))


def _holds_time(context: Context, span: Span) -> bool:
    """Whether a phrase opens with a time, so that the place in it is another part's: "in late May and Norby shut"."""
    return any(time.span.start == span.start for time in within(context.mentions.times, span))


def venue_key(places: list[Mention[Place]]) -> str:
    """Return the countries and the finest named place of a phrase, as ``BLR,UKR>region:gomel``.

    Countries are those of the phrase's places, sorted; the part after ``>`` is "" when only countries are named.
    """
    countries = sorted({place.value.country for place in places if place.value.country})
    fine = [place.value for place in places if place.value.feature not in ("country", "")]
    best = min(fine, key=lambda place: ("city", "area", "water", "region").index(place.feature), default=None)
    return ",".join(countries) + ">" + (f"{best.feature}:{best.name.casefold()}" if best else "")
