"""Events: the main event of each record, with countries, in the categories that the records use.

The records hold one event each, code parties by country alone (or IGO), and keep the ontology's older FIGHT apart
from ASSAULT: force of armed bodies against each other or by weapons of war.
"""

from twosource.annotate import annotate
from twosource.model import Article, Event, Mention


def predict(records, data):
    """Yield the main event of each record."""
    for record in records:
        found = annotate(Article(id=record["id"], text=record["text"]))
        main = choose(found.events)
        yield {"id": record["id"], "pred": [as_gold(main.value)] if main else []}


def choose(events: tuple[Mention[Event], ...]) -> Mention[Event] | None:
    return events[0] if events else None


def as_gold(event: Event) -> dict:
    return {
        "event": "FIGHT"
        if event.type == "ASSAULT" and event.mode in {"military", "heavy-weapons", "aerial"}
        else event.type,
        "source": countries(event.actors),
        "target": countries(event.recipients),
    }


def countries(parties) -> list[str]:
    return sorted({party.code[:3] for party in parties if party.code})
