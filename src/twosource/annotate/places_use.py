"""Say what the name of a place does in its sentence.

Reads   Parse.doc, drafts and their entries, the lexicons government_seats and government_cues
Gives   "location", "government", "adjective", "dateline" or "part of name"
Misses  a town's people or team under its name ("Liverpool won")
"""

from spacy.tokens import Doc, Token

from twosource.annotate.places_spans import Draft
from twosource.model import PlaceUse
from twosource.text.countries import houses, seat
from twosource.text.gazetteer import Entry
from twosource.text.lexicon import mapping, words


def use_of(doc: Doc, draft: Draft, entry: Entry | None) -> PlaceUse:
    """Return what the name does; a country or a seat of government that speaks or acts is its government."""
    if draft.form == "adjective":
        return "adjective"
    if draft.form == "part":
        return "part of name"
    if draft.form == "dateline":
        return "dateline"
    return "government" if entry is not None and _governs(doc, draft, entry) else "location"


def _governs(doc: Doc, draft: Draft, entry: Entry) -> bool:
    name = draft.text(doc)
    if not (entry.feature == "country" or seat(name) or name in houses()):
        return False
    root = _head(doc[draft.start : draft.end].root)
    cue = mapping("government_cues")
    if root.dep_ == "nsubj":
        verb = root.head.lemma_
        return "act" in cue.get(verb, "").split() or (verb in words("attribution_verbs") and cue.get(verb) != "place")
    if root.dep_ != "pobj":
        return False
    if root.head.dep_ == "agent":
        return True
    return root.head.lower_ in ("with", "between", "against") and "party" in cue.get(root.head.head.lemma_, "").split()


def _head(token: Token) -> Token:
    """Return the first of a row of coordinated words: "Kyiv" for the "Moscow" of "Kyiv and Moscow said"."""
    while token.dep_ == "conj":
        token = token.head
    return token
