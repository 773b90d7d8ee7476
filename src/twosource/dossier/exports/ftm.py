"""A story as FollowTheMoney entities, for Aleph and its kin: who, where, which articles, what happened, who says so.

Reads   a story's id, Evidence, the story's Dossier
Gives   entities as mappings (id, schema, properties with sorted lists of texts); what is referred to comes first
Misses  groups ("Russians", "the rebels"), which are no legal person; what is denied, asked for or only possible, which
        an Event would make a thing that happened

A person or body is an entity of its own in each story: that two stories mean the same person is a judgement, and not
ours to slip in. Places are the same everywhere, since the gazetteer tells which is which. An event that several pages
tell of is one Event. Each fact is a Note with its verdict. Events and Notes say where their words stand, in `recordId`
and `notes`, as ``ARTICLE:START-END``, in code points of that Article's `bodyText`.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import blake2s

from twosource.dossier.exports.events import Places, facts_at
from twosource.dossier.exports.named import Named, named_in
from twosource.dossier.wording import answer
from twosource.model import Article, Dossier, DossierFact, Entity, Event, Evidence, Instant, Place
from twosource.text.calendar import ISO_DAY
from twosource.text.countries import country_name
from twosource.text.lexicon import mapping

Record = dict[str, object]
Properties = dict[str, Iterable[str]]

SCHEMAS = {"person": "Person", "organisation": "Organization"}
"""The schema of each kind of entity that is a legal person."""

LANGUAGES = {"en": "eng"}
"""FollowTheMoney takes ISO 639-3; Twosource reads English."""

TOLD = frozenset({"happened", "planned"})
"""The states in which an act is an Event; which of the two it is stands among its keywords."""

NAME = 300
"""Code points of an event's name; FollowTheMoney cuts names at 384."""


def entities(story: str, evidence: Evidence, dossier: Dossier) -> Iterator[Record]:
    """Yield a story's entities: articles, addresses, people and bodies, their mentions, events, and notes on facts."""
    shown = {item.id for item in dossier.articles}
    articles = [article for article in evidence.articles if article.id in shown]
    told = {article: named for article, named in named_in(evidence.entities).items() if article in shown}
    for article in articles:
        yield _article(article, told.get(article.id, Named(())))
    yield from _addresses(evidence, shown)
    linked = {entity.id: entity for named in told.values() for entity in named.entities() if entity.kind in SCHEMAS}
    for entity in linked.values():
        yield _entity(story, entity, shown)
    for article in articles:
        yield from _mentions(story, article, told.get(article.id, Named(())))
    yield from _events(story, evidence, dossier, told)
    for fact in dossier.facts:
        yield _note(story, fact)


def reference(*parts: str) -> str:
    """Return the id of an entity, made of what it stands for: the same in every run.

    >>> reference("article", "aurora-radio")
    'ts-e051002622f211944dda4f98f0246b89'
    """
    return "ts-" + blake2s("\0".join(parts).encode(), digest_size=16).hexdigest()


def _made(id: str, schema: str, properties: Properties) -> Record:
    """An entity without empty values; each property's values sorted, each once."""
    kept = {name: sorted({value for value in values if value}) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _article(article: Article, named: Named) -> Record:
    return _made(
        reference("article", article.id),
        "Article",
        {
            "fileName": [article.id],
            "title": [article.title],
            "author": article.authors,
            "publisher": [article.outlet],
            "publishedAt": [_utc(article.published)],
            "modifiedAt": [_utc(article.updated)],
            "language": [LANGUAGES.get(article.language, "")],
            "sourceUrl": [article.url],
            "keywords": article.keywords,
            "bodyText": [article.text],
            "peopleMentioned": named.names("person"),
            "companiesMentioned": named.names("organisation"),
            "locationMentioned": named.names("place"),
        },
    )


def _addresses(evidence: Evidence, shown: set[str]) -> Iterator[Record]:
    """Each place that was resolved to a point, once, in order of first mention."""
    places = {
        _place_id(mention.value): mention.value
        for found in evidence.mentions
        if found.article in shown
        for mention in found.places
        if mention.value.lat is not None
    }
    for id, place in places.items():
        country = country_name(place.country)
        yield _made(
            id,
            "Address",
            {
                "full": [place.name if country in ("", place.name) else f"{place.name}, {country}"],
                "city": [place.name if place.feature == "city" else ""],
                "region": [place.name if place.feature == "region" else ""],
                "country": [_alpha2(place.country)],
                "latitude": [f"{place.lat:.15g}"],
                "longitude": [f"{place.lon:.15g}"],
            },
        )


def _place_id(place: Place) -> str:
    known = str(place.geonames) if place.geonames else f"{place.name}|{place.country}|{place.lat}|{place.lon}"
    return reference("place", known)


def _entity(story: str, entity: Entity, shown: set[str]) -> Record:
    return _made(
        reference("entity", story, entity.id),
        SCHEMAS[entity.kind],
        {
            "name": [entity.name],
            "alias": [name for name in entity.names if name != entity.name],
            "country": [_alpha2(entity.country)],
            "position": entity.roles if entity.kind == "person" else (),
            "proof": [reference("article", mention.article) for mention in entity.mentions if mention.article in shown],
        },
    )


def _mentions(story: str, article: Article, named: Named) -> Iterator[Record]:
    """One Mention for each person and body that an article names, with the spellings it uses."""
    spelled: dict[str, tuple[Entity, set[str]]] = {}
    for span, entity in named.at:
        if entity.kind in SCHEMAS:
            spelled.setdefault(entity.id, (entity, set()))[1].add(" ".join(span.of(article.text).split()))
    for entity, names in spelled.values():
        yield _made(
            reference("mention", article.id, story, entity.id),
            "Mention",
            {
                "document": [reference("article", article.id)],
                "resolved": [reference("entity", story, entity.id)],
                "name": names,
                "detectedSchema": [SCHEMAS[entity.kind]],
                "contextCountry": [_alpha2(entity.country)],
            },
        )


def _events(story: str, evidence: Evidence, dossier: Dossier, told: dict[str, Named]) -> Iterator[Record]:
    """One Event for each fact that acts belong to, and for each act that belongs to none; in order of first telling."""
    shown = {item.id for item in dossier.articles}
    articles = {article.id: article for article in evidence.articles if article.id in shown}
    values = {fact.id: fact.accounts[0].value for fact in dossier.facts}
    at = facts_at(dossier)
    made: dict[str, dict[str, list[str]]] = {}
    for found in evidence.mentions:
        article, places = articles.get(found.article), Places(found)
        for mention in found.events if article else ():
            if article is None or mention.value.status not in TOLD:
                continue
            where = f"{article.id}:{mention.span.start}-{mention.span.end}"
            fact = next((name for span, name in at.get(article.id, ()) if span.overlaps(mention.span)), "")
            sentence = " ".join(places.sentence(mention.span).of(article.text).split())
            told_here = {
                "name": [(values[fact] if fact else sentence)[:NAME]],
                "summary": [sentence],
                "publisher": [article.outlet],
                "proof": [reference("article", article.id)],
                "recordId": [where],
                **_event(story, mention.value, places, told.get(article.id, Named(()))),
            }
            home = made.setdefault(reference("event", story, fact or where), {})
            for name, kept in told_here.items():
                home.setdefault(name, []).extend(kept)
    for id, properties in made.items():
        yield _made(id, "Event", dict(properties))


def _event(story: str, event: Event, places: Places, named: Named) -> dict[str, list[str]]:
    """What one place tells of an event: of what kind, when, where, who."""
    time, place = places.time(event.time), places.place(event.place)
    who = [named.inside(party.span) for party in (*event.actors, *event.recipients)]
    return {
        "keywords": [event.type, event.mode, event.status, *event.context],
        "startDate": [time.start[:ISO_DAY] if time else ""],
        "endDate": [time.end[:ISO_DAY] if time else ""],
        "location": [place.name if place else ""],
        "addressEntity": [_place_id(place) if place and place.lat is not None else ""],
        "country": [_alpha2(place.country) if place else ""],
        "involved": [reference("entity", story, one.id) for one in who if one and one.kind in SCHEMAS],
    }


def _note(story: str, fact: DossierFact) -> Record:
    """A fact with its verdict, as a note on the articles that bear on it."""
    claims = [claim for account in fact.accounts for claim in account.claims]
    about = sorted({reference("article", claim.article) for claim in claims})
    return _made(
        reference("fact", story, fact.id),
        "Note",
        {
            "name": [fact.question[:NAME]],
            "description": [answer(fact.question, account.value) for account in fact.accounts],
            "summary": [f"{fact.verdict}: {fact.why}"],
            "keywords": [fact.kind, fact.verdict],
            "notes": [*(f"{claim.article}:{claim.start}-{claim.end} {claim.text}" for claim in claims), fact.ruling],
            "entity": about,
            "proof": about,
        },
    )


def _alpha2(code: str) -> str:
    """FollowTheMoney's code of a country: ISO 3166-1 alpha-2, lower case."""
    return mapping("country_alpha2").get(code, "").lower()


def _utc(instant: Instant | None) -> str:
    """An instant as FollowTheMoney wants it: a day, or a moment in UTC without its zone."""
    if instant is None or len(instant.value) <= ISO_DAY:
        return instant.value if instant else ""
    moment = datetime.fromisoformat(instant.value)
    # Without a zone only the day is sure.
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S") if moment.tzinfo else instant.day
