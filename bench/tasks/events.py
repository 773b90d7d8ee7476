"""Events: the main event of each record, with countries, in the categories that the records use.

The records hold one event each, code parties by country alone (or IGO), and keep the ontology's older FIGHT apart
from ASSAULT: force of armed bodies against each other or by weapons of war.
"""

from twosource.annotate import annotate
from twosource.annotate.events_parties import has_country
from twosource.model import Article, Event, Mention, Mentions

DOMESTIC = {"PROTEST", "CONCEDE", "COERCE"}
"""Types whose recipient, when none is told, is in the records the country of the actor itself."""


def predict(records, data):
    """Yield the main event of each record."""
    for record in records:
        found = annotate(Article(id=record["id"], text=record["text"]))
        main = choose(found)
        yield {"id": record["id"], "pred": [as_gold(main.value, found)] if main else []}


def choose(found: Mentions) -> Mention[Event] | None:
    """The first event that a verb tells, else the first that a noun tells."""
    nominal = {mention.span for mention in found.clauses if mention.value.nominal}
    told = [event for event in found.events if event.span not in nominal]
    return (told or [*found.events, None])[0]


def as_gold(event: Event, found: Mentions) -> dict:
    source, target = countries(event.actors), countries(event.recipients)
    if not source and event.type == "ASSAULT":  # unnamed attackers are coded by the place of the attack
        source = [place.value.country for place in found.places if place.span == event.place and place.value.country]
        source = source or target
    if not target and event.type in DOMESTIC:
        target = source
    return {"event": "FIGHT" if is_fight(event) else event.type, "source": source, "target": target}


def is_fight(event: Event) -> bool:
    """Force with weapons of war, or between armed bodies, as the ontology's first edition had it."""
    if event.type != "ASSAULT":
        return False
    actors, recipients = ({party.code[3:] for party in side} for side in (event.actors, event.recipients))
    armed = "MIL" in actors or ("REB" in actors and recipients & {"MIL", "REB", "COP"})
    return event.mode in {"military", "heavy-weapons", "aerial", "firearms"} or (not event.mode and bool(armed))


def countries(parties) -> list[str]:
    """The records code a world-wide private body like one of governments."""
    codes = {party.code[:3] for party in parties if party.code and has_country(party)}
    return sorted("IGO" if code == "NGO" else code for code in codes)
