"""Say what the name of a place does in its sentence.

Reads   Parse.doc, drafts and their entries, the lexicons government_seats and attribution_verbs
Gives   "location", "government", "adjective", "dateline" or "part of name"
Misses  a town's people or team under its name ("Liverpool won")
"""

from spacy.tokens import Doc

from twosource.annotate.places_spans import Draft
from twosource.model import PlaceUse
from twosource.text.countries import houses, seat
from twosource.text.gazetteer import Entry
from twosource.text.lexicon import words

SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


def use_of(doc: Doc, draft: Draft, entry: Entry | None) -> PlaceUse:
    """Return what the name does; a capital or a country that speaks or acts is its government."""
    if draft.form == "adjective":
        return "adjective"
    if draft.form == "part":
        return "part of name"
    if _opens(doc, draft):
        return "dateline"
    return "government" if entry is not None and _acts(doc, draft, entry) else "location"


def _acts(doc: Doc, draft: Draft, entry: Entry) -> bool:
    root = doc[draft.start : draft.end].root
    name = draft.text(doc)
    if not (entry.feature == "country" or seat(name) or name in houses()):
        return False
    if root.dep_ == "nsubj" and root.head.pos_ == "VERB":
        return root.head.lemma_ in words("attribution_verbs") or entry.feature == "city"
    return False


def _opens(doc: Doc, draft: Draft) -> bool:
    """Whether the name opens a block as a dateline: "NAIROBI, Kenya (AP) -"."""
    first = doc[draft.start]
    if not first.is_sent_start or not doc[draft.start : draft.end].text.isupper():
        return False
    return len(draft.text(doc)) > 2 and "." not in draft.text(doc)
