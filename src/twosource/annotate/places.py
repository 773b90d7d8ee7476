"""Find places, tell them apart and say what each name does in its sentence.

Reads   the parse; the gazetteer
Gives   Mention[Place], in text order, never overlapping
Misses  two places of one name in one article; streets and buildings are found but have no coordinates
"""

from spacy.tokens import Doc

from twosource.annotate.parse import Parse
from twosource.annotate.places_resolve import resolve
from twosource.annotate.places_spans import Draft, find_drafts
from twosource.annotate.places_use import use_of
from twosource.annotate.tokens import span_between
from twosource.model import Mention, Mentions, Place
from twosource.text.countries import country_name
from twosource.text.gazetteer import Entry

BY = "places/1"
# The gazetteer's finer kinds, as `Place.feature` has them.
FEATURE = {"district": "region", "continent": "area", "landmark": "area"}


def find_places(parse: Parse, found: Mentions) -> tuple[Mention[Place], ...]:
    """Return every place named in the article; one that the gazetteer does not have is given without coordinates.

    Nationalities before a noun ("Belarusian troops") are given with use "adjective" and the country's point.
    """
    doc = parse.doc
    kept = find_drafts(doc)
    entries = resolve(doc, kept, parse.article)
    return tuple(
        Mention(_place(doc, draft, entry), span_between(doc, draft.start, draft.end), BY)
        for draft, entry in zip(kept, entries, strict=True)
    )


def _place(doc: Doc, draft: Draft, entry: Entry | None) -> Place:
    words = draft.text(doc)
    use = use_of(doc, draft, entry)
    if entry is None:
        return Place(words, use=use)
    shown = entry.name if draft.form == "adjective" or words.isupper() or "." in words else words
    return Place(
        name=country_name(entry.country) if entry.feature == "country" else shown,
        lat=entry.lat,
        lon=entry.lon,
        country=entry.country,
        geonames=entry.geonames,
        feature=FEATURE.get(entry.feature, entry.feature),
        use=use,
    )
