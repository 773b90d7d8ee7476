"""Judge from the words around a name whether it stands there as a place.

Reads   Parse.doc, the gazetteer
Gives   yes or no for a range of tokens
Misses  context beyond the sentence; that is left to agreement in the article
"""

from collections.abc import Collection

from spacy.tokens import Doc

from twosource.annotate.places_words import (
    BIG,
    LISTED,
    agency,
    capital,
    first_name,
    is_country,
    kind_of,
    known,
    names_in,
    plain_word,
    weight,
)
from twosource.annotate.tokens import POSSESSIVES, text_between
from twosource.text.countries import seat
from twosource.text.lexicon import mapping
from twosource.text.names import fold

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
LOCATIVE = frozenset(
    {
        "in",
        "at",
        "near",
        "around",
        "outside",
        "into",
        "across",
        "throughout",
        "via",
        "inside",
        "within",
        "between",
        "off",
    }
)
# These lead to places and persons alike ("from Georgia", "to Georgia's delight").
DIRECTION = frozenset({"from", "to", "toward", "towards", "through", "of"})
# Inside a body's name ("Radio Lisbon") or without a label, a name of one word is taken for a place when it is a big
# town's or a division's: smaller ones are more often a surname or a word. Two words together are a place's sooner.
KNOWN_WORD = 100_000
KNOWN_NAME = 50_000
# A label GPE without a preposition beside it is believed for towns of this size, otherwise it is as often a first name.
LABEL_ALONE = 15_000


def stands_as_place(doc: Doc, start: int, end: int) -> bool:
    """Whether a place preposition stands before the words, or a comma and a division or country after them."""
    return before_of(doc, start) in LOCATIVE or contained(doc, end)


def before_of(doc: Doc, start: int) -> str:
    """Return the word before a name, past an article and a word that narrows it: "in" of "in the eastern Donbas"."""
    at = start - 1
    while at > 0 and (doc[at].lower_ == "the" or kind_of(doc[at].lower_) == "narrow" or doc[at].text == "-"):
        at -= 1
    return doc[at].lower_ if at >= 0 else ""


def listed(doc: Doc, start: int, end: int) -> bool:
    """Whether the words stand in a list beside a place that the press knows: "Porto and Braga"."""
    joined = (",", "and", "or", "&")
    before = start > 1 and doc[start - 1].lower_ in joined and weight(doc[start - 2].text) >= LABEL_ALONE
    after = end + 1 < len(doc) and doc[end].lower_ in joined and weight(doc[end + 1].text) >= LABEL_ALONE
    beside = doc[start - 2] if before else doc[end + 1] if after else None
    return beside is not None and not first_name(beside.text) and beside.ent_type_ in PLACE_LABELS


def contained(doc: Doc, end: int) -> bool:
    """Whether a comma or "in" and a bigger place follow: "Salem, Ohio", "Guelph, Ont.", "Salem in Ohio"."""
    if end + 1 >= len(doc) or doc[end].text not in (",", "(", "in"):
        return False
    if doc[end + 1].text.rstrip(".") + "." in mapping("place_abbreviations"):
        return True
    start = end + 1
    while start < len(doc) and (doc[start].lower_ == "the" or kind_of(doc[start].text) == "narrow"):
        start += 1
    for low, high in names_in(doc, start, min(len(doc), start + 4)):
        if low == start:
            return any(one.feature in ("country", "region") for one in known(text_between(doc, low, high))[:2])
        break
    return False


def believable(doc: Doc, start: int, end: int) -> bool:
    """Whether the context makes a place of a name that the press does not know: a preposition, "town of", "county"."""
    if stands_as_place(doc, start, end) or listed(doc, start, end):
        return True
    before = doc[start - 1].lower_ if start else ""
    if before in DIRECTION and known(text_between(doc, start, end)) and not first_name(doc[start].text):
        return start < 2 or doc[start - 2].lower_ not in ("according", "due", "thanks")
    after = doc[end].lower_ if end < len(doc) else ""
    if kind_of(after).startswith("of "):
        return True
    return before == "of" and start > 1 and kind_of(doc[start - 2].lower_).startswith("of ")


def typed_after(doc: Doc, end: int) -> bool:
    """Whether a noun in lower case says that the name is a place's: "Kullu district", "Perth's mayor"."""
    at = end + 1 if end < len(doc) and doc[end].text in POSSESSIVES else end
    return at < len(doc) and kind_of(doc[at].text).startswith("of ")


def is_place(doc: Doc, low: int, high: int, label: str, sure: Collection[str]) -> bool:
    """Whether a name of the gazetteer is a place though spaCy's label is another ("PERSON", "ORG") or none.

    `sure` are the folded names that stand as places elsewhere in the article.
    """
    words = text_between(doc, low, high)
    if agency(words) or contained(doc, high):
        return not agency(words)
    if plain_word(words):
        return False
    if fold(words) in sure:
        return True
    if first_name(words):
        onward = high < len(doc) and doc[high].pos_ == "PROPN"
        return label != "PERSON" and not onward and before_of(doc, low) in LOCATIVE and weight(words) > 0
    return _by_context(doc, low, high, label)


def _by_context(doc: Doc, low: int, high: int, label: str) -> bool:
    """Whether the neighbours of a name, or its fame alone, make it a place's."""
    words = text_between(doc, low, high)
    size = weight(words)
    onward = high < len(doc) and doc[high].pos_ == "PROPN" and doc[high].ent_type_ in ("", label)
    if onward and size < BIG:
        return False
    before = before_of(doc, low)
    body = label not in ("", "NORP", "PERSON")
    if typed_after(doc, high) or before in LOCATIVE or listed(doc, low, high):
        return size > 0 or not body
    if seat(words) and size >= BIG:
        return True
    if before in DIRECTION:
        return size >= (LABEL_ALONE if not label else KNOWN_WORD)
    if body:
        return size >= KNOWN_NAME and high < len(doc) and doc[high].pos_ == "NOUN"
    if label == "NORP":
        return size >= BIG
    famous = prominent(doc, low, high) and size >= LISTED
    return not label and famous and (high == len(doc) or not capital(doc[high]))


def prominent(doc: Doc, low: int, high: int) -> bool:
    """Whether the words are a place's name to any reader, with nothing else to go by."""
    words = text_between(doc, low, high)
    if high - low > 1:
        return weight(words) >= KNOWN_NAME
    if is_country(words):
        return True
    person = first_name(words) or (low > 0 and first_name(doc[low - 1].text))
    return weight(words) >= KNOWN_WORD and not plain_word(words) and not person and len(words) > 2
