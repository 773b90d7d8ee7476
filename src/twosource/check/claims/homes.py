"""Claims of where somebody lives: "Ann Lowe, 40, of Arle", "Lowe, who lives in Arle", "Arle resident Ann Lowe".

Reads   the names of persons, with the places beside them
Gives   venue claims, asked after by the person
Misses  homes told in a clause of their own ("she moved to Arle"), and those of whom nobody names

Where one lived before is another question: what is told with "once", "formerly" or "originally" makes no claim.
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.model import Claim, Span
from twosource.text.gazetteer import candidates, place_key

BY = "homes"
HOME = "home happen"
AGE = r"(?:,?\s\(?(?:aged?\s)?\d{1,3}\)?)"
OF = re.compile(
    rf"(?:(?:{AGE},?|,)\s(?:(?:both|all)\s)?(?:of|from)\s"
    rf"|{AGE}?,?\s(?:who|and)\s(?:lives?|lived|resides?|resided)\s(?:[a-z][\w-]*\s){{0,5}}?in\s)"
    r"(?:(?:\d{1,5}\s)?(?:[A-Z][\w'’-]*\s){1,3}(?:Street|Road|Avenue|Lane|Drive),\s)?"
)
"""Between a person's name and the town where he lives, with the street before it."""

BEFORE = re.compile(r"\b(?:once|formerly|originally|previously|later|now)\b")
FROM = re.compile(r"\bfrom\s$")
"""Before the town that somebody is from: whether he lives there still nobody says."""

RESIDENT = re.compile(r"\s(?:residents?|man|woman)\s$")
"""Between a place and the name of somebody from there."""

FINE = frozenset({"city", "area", ""})
"""Features of places that are homes: of a country or a province all else lies inside."""


TOWN = re.compile(r"[A-Z][\w'’-]*(?:\.?[ ][A-Z][\w'’-]*){0,3}")
"""Words of a town's name that no finder took for one."""


def homes(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each place that somebody named is said to be of or to live in, in text order."""
    found = []
    for name in context.mentions.names:
        entity = context.at.get(name.span)
        if entity is None or entity.kind != "person" or not context.speaks(name.span):
            continue
        if (home := _home(context, name.span)) is not None:
            place, called = home
            from_there = FROM.search(context.article.text, name.span.end, place.start) is not None
            found.append(
                make_claim(
                    context,
                    "venue",
                    place,
                    about=name.span,
                    measure=HOME,
                    value=" ".join(context.text(place).split()),
                    value_key=f">home:{place_key(called)}",
                    subject=entity.id,
                    asked=f"is {entity.name} from" if from_there else f"did {entity.name} live",
                    rule=BY,
                )
            )
    return tuple(found)


def _home(context: Context, name: Span) -> tuple[Span, str] | None:
    """Where the words beside a name say that its bearer lives, and what the place is called; None where none do."""
    text, sentence = context.article.text, context.sentence(name)
    places = [place for place in within(context.mentions.places, sentence) if place.value.feature in FINE]
    for place in places:
        if place.span.end <= name.start and RESIDENT.fullmatch(text, place.span.end, name.start):
            return place.span, place.value.name
    before = RESIDENT_OF.search(text, max(sentence.start, name.start - FAR), name.start)
    if before and _is_town(before[1]):
        return Span(*before.span(1)), before[1]
    match = OF.match(text, name.end, sentence.end)
    if match is None or BEFORE.search(match[0]):
        return None
    told = next(((place.span, place.value.name) for place in places if place.span.start == match.end()), None)
    if told is None and (town := TOWN.match(text, match.end(), sentence.end)) and _is_town(town[0]):
        told = Span(*town.span()), town[0]
        if any(place.span == told[0] for place in within(context.mentions.places, sentence)) and not _is_city(town[0]):
            return None  # a land or a state that some small town is called after
    behind = BEHIND.match(text, told[0].end) if told else None
    return told if behind is None or (behind[1] and not is_noun(behind[1])) else None


def _is_town(name: str) -> bool:
    return any(entry.feature == "city" for entry in candidates(name))


def _is_city(name: str) -> bool:
    return any(entry.feature == "city" and entry.population >= CITY for entry in candidates(name))


CITY = 50_000
"""People of a town that is meant by its name, though a state may have that name too."""

FAR = 60
"""Characters before a name in which the words stand that say where its bearer is from."""

RESIDENT_OF = re.compile(rf"({TOWN.pattern})[ ]resident[ ]$")
BEHIND = re.compile(r"\s([a-z]+)|['’]")
"""What stands behind a place that belongs to something else: "of Arle police", "of Arle's Harn"."""
