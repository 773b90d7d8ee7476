"""Events as the table that users of PLOVER and POLECAT know, one row for each place where an article tells of one.

Reads   a story's id, Evidence, the story's Dossier (which places tell of one event)
Gives   rows under the names of POLECAT's weekly files, then our own columns: the words, where they stand, which fact
Misses  what POLECAT takes from Wikipedia and from tables of its own stays empty: Wikipedia ids, COW codes, Intensity,
        District. We would have to guess at them

POLECAT puts the day of publication where the text gives no day of the event; here `Event Date` is then empty, and
`Publication Date` stands beside it. One event that twenty pages tell of has twenty rows: `Fact` is the same in all that
tell of one event, and `Family` in those that share one text.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from twosource.dossier.exports.named import Named, named_in
from twosource.dossier.exports.tables import Row
from twosource.model import Article, Dossier, Entity, Event, Evidence, Mention, Mentions, Party, Place, Span, Time
from twosource.text.calendar import ISO_DAY
from twosource.text.lexicon import table as lexicon

EVENT_COLUMNS = (
    "Event ID",
    "Event Date",
    "Event Type",
    "Event Mode",
    "Intensity",
    "Quad Code",
    "Contexts",
    "Actor Name",
    "Actor Country",
    "Actor COW",
    "Primary Actor Sector",
    "Actor Sectors",
    "Actor Title",
    "Actor Name Raw",
    "Wikipedia Actor ID",
    "Recipient Name",
    "Recipient Country",
    "Recipient COW",
    "Primary Recipient Sector",
    "Recipient Sectors",
    "Recipient Title",
    "Recipient Name Raw",
    "Wikipedia Recipient ID",
    "Placename",
    "City",
    "District",
    "Province",
    "Country",
    "Latitude",
    "Longitude",
    "GeoNames ID",
    "Raw Placename",
    "Feature Type",
    "Source",
    "Publication Date",
    "Story People",
    "Story Organizations",
    "Story Locations",
    "Language",
    "Version",
    # Ours.
    "Status",
    "Event Start",
    "Event End",
    "Story",
    "Fact",
    "Article",
    "Family",
    "URL",
    "Start",
    "End",
    "Event Text",
    "Sentence",
)
"""The header: the forty columns of POLECAT in its order, then twelve of ours; names in one cell are parted by "; ".

`Actor Country` and `Country` are ISO 3166-1 alpha-3 ("IGO" and the like for bodies of no one country), sectors the
codes of PLOVER. `Event Text` is exactly ``[Start:End]`` of the article's text, in code points."""

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), "VERBAL COOPERATION"),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), "MATERIAL COOPERATION"),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), "VERBAL CONFLICT"),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), "MATERIAL CONFLICT"),
}
"""The four classes of the sixteen types (PLOVER manual, 2021, the line under each type's heading)."""

BEYOND = frozenset({"IGO", "NGO", "IMG"})
"""Codes for bodies of no one country: the code stands for country and sector alike, as in POLECAT."""


def event_rows(story: str, evidence: Evidence, dossier: Dossier) -> Iterator[Row]:
    """Yield a row for each event that the articles of `dossier` tell of, in order of article and place."""
    found = {mentions.article: mentions for mentions in evidence.mentions}
    articles = {article.id: article for article in evidence.articles}
    told = named_in(evidence.entities)
    facts = facts_at(dossier)
    families = {article.id: article.family or "" for article in dossier.articles}
    for item in dossier.articles:
        if item.id in articles and item.id in found:
            article, places = articles[item.id], Places(found[item.id])
            named = told.get(item.id, Named(()))
            head = _head(article, named)
            for mention in found[item.id].events:
                yield {
                    **head,
                    **_event(mention, article, places),
                    **_parties(mention.value, named),
                    "Event ID": f"{item.id}:{mention.span.start}:{mention.value.type}",
                    "Story": story,
                    "Fact": next((fact for span, fact in facts.get(item.id, ()) if span.overlaps(mention.span)), ""),
                    "Family": families[item.id],
                }


def facts_at(dossier: Dossier) -> Mapping[str, list[tuple[Span, str]]]:
    """Return for each article the words that facts about events stand on, with the fact, in text order."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for fact in dossier.facts:
        for account in fact.accounts if fact.kind == "event" else ():
            for claim in account.claims:
                if claim.focus_start is not None and claim.focus_end is not None:
                    found.setdefault(claim.article, []).append((Span(claim.focus_start, claim.focus_end), fact.id))
    return {article: sorted(places) for article, places in found.items()}


def _head(article: Article, named: Named) -> Row:
    """The cells that all events of an article share."""
    return {
        "Source": article.outlet,
        "Publication Date": article.published.value if article.published else "",
        "Story People": named.names("person"),
        "Story Organizations": named.names("organisation"),
        "Story Locations": named.names("place"),
        "Language": article.language,
        "Article": article.id,
        "URL": article.url,
    }


class Places:
    """Look-ups by place in one article's mentions."""

    def __init__(self, mentions: Mentions) -> None:
        self._sentences = mentions.sentences
        self._times = {mention.span: mention.value for mention in mentions.times}
        self._places = {mention.span: mention.value for mention in mentions.places}

    def time(self, span: Span | None) -> Time | None:
        """Return the time mentioned at `span`."""
        return self._times.get(span) if span else None

    def place(self, span: Span | None) -> Place | None:
        """Return the place mentioned at `span`."""
        return self._places.get(span) if span else None

    def sentence(self, span: Span) -> Span:
        """Return the sentence that holds the start of `span`, or `span` itself when there is none."""
        index = bisect_right(self._sentences, span.start, key=lambda sentence: sentence.start) - 1
        return self._sentences[index] if index >= 0 and self._sentences[index].end > span.start else span


def _event(mention: Mention[Event], article: Article, places: Places) -> Row:
    event = mention.value
    time = places.time(event.time)
    start, end = (time.start, time.end or time.start) if time else ("", "")
    return {
        # A week or a year is no day of an event.
        "Event Date": start[:ISO_DAY] if len(start) >= ISO_DAY and start[:ISO_DAY] == end[:ISO_DAY] else "",
        "Event Start": start,
        "Event End": end,
        "Event Type": event.type,
        "Event Mode": event.mode,
        "Quad Code": QUADS.get(event.type, ""),
        "Contexts": "; ".join(event.context),
        "Status": event.status,
        "Version": mention.by,
        "Start": str(mention.span.start),
        "End": str(mention.span.end),
        "Event Text": mention.span.of(article.text),
        "Sentence": places.sentence(mention.span).of(article.text),
        **_place(event, article, places),
    }


def _place(event: Event, article: Article, places: Places) -> Row:
    place = places.place(event.place)
    if place is None or event.place is None:
        return {}
    return {
        "Placename": place.name,
        "City": place.name if place.feature == "city" else "",
        "Province": place.name if place.feature == "region" else "",
        "Country": place.country,
        "Latitude": "" if place.lat is None else f"{place.lat:.15g}",
        "Longitude": "" if place.lon is None else f"{place.lon:.15g}",
        "GeoNames ID": "" if place.geonames is None else str(place.geonames),
        "Raw Placename": event.place.of(article.text),
        "Feature Type": place.feature,
    }


def _parties(event: Event, named: Named) -> Row:
    return {**_side("Actor", event.actors, named), **_side("Recipient", event.recipients, named)}


def _side(side: str, parties: Iterable[Party], named: Named) -> Row:
    """The cells of those who act, or are acted upon; names and codes without repeats."""
    kept = tuple(parties)
    linked = [named.inside(party.span) for party in kept]
    codes = [coded(party.code) for party in kept]
    sectors = list(dict.fromkeys(sector for _, found in codes for sector in found))
    return {
        f"{side} Name": "; ".join(dict.fromkeys(map(_name, kept, linked))),
        f"{side} Country": "; ".join(dict.fromkeys(country for country, _ in codes if country)),
        f"Primary {side} Sector": sectors[0] if sectors else "",
        f"{side} Sectors": "; ".join(sectors),
        f"{side} Title": "; ".join(dict.fromkeys(entity.roles[0] for entity in linked if entity and entity.roles)),
        f"{side} Name Raw": "; ".join(dict.fromkeys(party.text for party in kept)),
    }


def _name(party: Party, entity: Entity | None) -> str:
    """The name of the person or body that the party's words name, else the words."""
    return entity.name if entity else party.text


def coded(code: str) -> tuple[str, tuple[str, ...]]:
    """Return the country and the sectors of an actor's code.

    >>> coded("UKRGOV"), coded("MIL"), coded("IGO"), coded("RUS"), coded("")
    (('UKR', ('GOV',)), ('', ('MIL',)), ('IGO', ('IGO',)), ('RUS', ()), ('', ()))
    """
    parts = [code[at : at + 3] for at in range(0, len(code), 3)]
    country = parts[0] if parts and (parts[0] in BEYOND or parts[0] not in _sectors()) else ""
    return country, tuple(part for part in parts if part in BEYOND or part in _sectors())


def _sectors() -> frozenset[str]:
    return frozenset(row[1] for row in lexicon("sectors"))
