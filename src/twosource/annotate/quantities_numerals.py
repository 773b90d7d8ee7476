"""Tell numbers that count or measure from those that name: "iPhone 12", "COVID-19", "the 2nd", "no one".

Reads   a number, the text and tokens around it
Gives   a yes or no
Misses  scores and odds, which count as ranges; numbers in headlines without verbs
"""

import re

from spacy.tokens import Token

from twosource.annotate.lookup import Lookup
from twosource.annotate.numbers import Number
from twosource.annotate.quantities_units import money_before, unit_after, unit_of_part
from twosource.annotate.times_grammar import values

YEAR = re.compile(r"(?:19|20)\d\d")
ORDINAL = re.compile(r"(?:st|nd|rd|th|s)\b", re.IGNORECASE)
LEADS = re.compile(
    r"(?:\b(?:No|no|Nos|nos)\.\s?|#|№|\b(?:number|Number|numbers|chapter|page|channel|version|flight|section|article|phase|level|type|round|game|week|day|part|step|tier|category|grade|stage|class|zone|gate|room|route|highway|interstate|volume|episode|season|figure|table|question|item|line)\s)$"
)
STREET = re.compile(
    r"(?: [NSEW]\.?)?(?: [A-Z0-9][\w.']*){1,3} "
    r"(?:Road|Rd|Street|St|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Way|Court|Square|Highway|Place)\b"
)
NOT_PRONOUN = re.compile(r"\s+(?:of|in|out of)\b", re.IGNORECASE)
PART_AFTER = re.compile(
    r"\s+(?:of|the|its|their|his|her|our|your|my|that|an?)\b|[-\s]+(?:million|billion|trillion|dozen|hundred)\b",
    re.IGNORECASE,
)
PART_BEFORE = re.compile(
    r"\b(?:by|about|nearly|almost|over|than|up|down|roughly|around|least|some|only|just|approximately|and)\s+$",
    re.IGNORECASE,
)


def is_quantity(number: Number, text: str, lookup: Lookup) -> bool:
    """Whether a number is one that counts or measures something."""
    token = lookup.at(number.end - 1)
    if token is None:
        return False
    if number.form == "fraction":
        return _is_part(number, text)
    if number.form == "vague":
        return _is_vague(number, text)
    if number.form == "words":
        return _is_word(number, text, token)
    return _is_figure(number, text, token)


def _is_part(number: Number, text: str) -> bool:
    """Whether a fraction in words is one ("half of", "by a third") and no position ("the first half")."""
    word = text[number.start : number.end].lower()
    if any(letter.isdigit() for letter in word) or " in " in word or " out " in word or word in ("½", "¼", "¾"):
        return not re.search(r"\d$|[/-]$", text[max(0, number.start - 1) : number.start])
    if re.search(
        r"\b(?:first|second|last|other|latter|the|this|that|next|opening|final|better|top|bottom)\s+$",
        text[max(0, number.start - 10) : number.start].lower(),
    ):
        return False
    if unit_of_part(text, number.end) is not None:
        return True
    if word.startswith(("a ", "an ", "half")):
        after = PART_AFTER.match(text, number.end)
        return bool(after) or (
            bool(PART_BEFORE.search(text, max(0, number.start - 14), number.start))
            and not re.match(r"[-\s]+[a-z]", text[number.end : number.end + 3])
        )
    return True


def _is_vague(number: Number, text: str) -> bool:
    """Whether a vague plural counts something; "scores" and "tens" only before "of"."""
    word = text[number.start : number.end].lower()
    if word in ("scores", "tens"):
        return bool(re.match(r"\s+(?:of|more|killed|injured|dead|were|have)\b", text[number.end : number.end + 10]))
    if " " in word and not word.endswith("s"):
        return not re.match(r"\s+or\b", text[number.end : number.end + 5])  # "several hundred or even 1,000 miles"
    return True


def _is_word(number: Number, text: str, token: Token) -> bool:
    """Whether a number in words counts something: "one" does not as a pronoun, nor "Two" in a name."""
    word = text[number.start : number.end].lower()
    if _named(number, text, token):
        return False
    if re.match(r"-(?:year|month|day)?-?(?:old)", text[number.end : number.end + 8]):
        return True
    if word == "one":
        lead = text[max(0, number.start - 9) : number.start].lower()
        if re.search(r"\b(?:no|any|some|every|this|that|which|the|each|day|another)\s+$", lead):
            return token.dep_ == "nummod" and not re.search(r"\b(?:no|any|some|every|the)\s+$", lead)
        return token.dep_ == "nummod" or bool(NOT_PRONOUN.match(text, number.end)) or token.dep_ in ("pobj",)
    if token.dep_ not in ("nummod", "compound", "quantmod") and re.search(
        r"\b(?:the|these|those|all|between|any)\s+$", text[max(0, number.start - 8) : number.start].lower()
    ):
        return bool(re.match(r"[\s-]+[a-z]", text[number.end : number.end + 3])) and token.head.pos_ == "NOUN"
    return True


def _is_figure(number: Number, text: str, token: Token) -> bool:
    """Whether figures count something: not an ordinal, a decade, a clock, a name's part or a page's number."""
    start, end = number.start, number.end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if ORDINAL.match(text, end) or (
        after[:1].isalpha() and unit_after(text, end, True) is None and not re.match(r"x\b", after)
    ):
        return False
    if before[-1:].isalnum() and money_before(text, start) is None:
        return False
    if before[-1:] in (".", ",", "/", ":", "_", "@", "\\") and before[:1].isalnum():
        return False
    if (
        (after[:1] in (":", "/", "_", "@") or (after[:1] == "." and after[1:].isdigit()))
        and after[1:].isalnum()
        and not after[1:].isalpha()
    ):
        return False
    if before[-1:] in "-–" and before[:1].isalpha() and not _joined_word(text, start):
        return False
    if STREET.match(text, end) or _listed(text, start, end):
        return False
    if LEADS.search(text, max(0, start - 12), start):
        return False
    return not _named(number, text, token)


def _listed(text: str, start: int, end: int) -> bool:
    """Whether a figure numbers an item of a list: alone at the start of a line, with a point or bracket behind it."""
    return (
        (start == 0 or text[start - 1] == "\n") and bool(re.match(r"[.)]\s", text[end : end + 2])) and end - start < 3
    )


def _joined_word(text: str, start: int) -> bool:
    """Whether the word hyphened to a figure leaves it a number ("sub-7", "minus-5", "to-260,000")."""
    found = re.search(r"([A-Za-z]+)[-–]$", text[max(0, start - 10) : start])
    return found is not None and found[1].lower() in (
        "sub",
        "magnitude",
        "minus",
        "to",
        "plus",
        "a",
        "the",
        "under",
        "over",
        "about",
        "and",
        "or",
        "per",
    )


def _named(number: Number, text: str, token: Token) -> bool:
    """Whether a number is part of a name: right after a capitalised word that it does not stand apart from."""
    start = number.start
    if money_before(text, start) is not None or start == 0 or text[start - 1] not in " \xa0":
        return False
    first = token.doc[token.i]
    while first.i > 0 and first.idx > start:
        first = first.doc[first.i - 1]
    if first.i == 0:
        return False
    last = first.nbor(-1)
    unit = unit_after(text, number.end, number.form == "figure")
    if (unit is not None and unit.kind != "rate") or last.lower_ in values("weekday"):
        return False  # "On Friday 36 people were killed"
    head = token.head
    if token.dep_ == "nummod" and head.i == token.i + 1 and head.tag_ == "NNP" and head.text[:1].isupper():
        return True  # "737 Max", "11 Downing Street"
    if YEAR.fullmatch(text[start : number.end]) and not head_counts(token) and head.i > token.i and head.pos_ == "NOUN":
        return True  # "2019 review"
    if re.search(r"\bGroup of\s+$", text[max(0, start - 9) : start]):
        return True
    if re.search(r"(?i)\b(?:top|bottom|final|big)\s+$", text[max(0, start - 9) : start]):
        return not (head_counts(token) and number.form == "figure")
    brand = any(letter.isupper() for letter in last.text[1:]) and last.text[:1].islower()
    if not brand and (last.pos_ != "PROPN" or not last.text[:1].isupper() or last.is_sent_start):
        return False
    return not head_counts(token) and number.low == int(number.low) and "," not in text[start : number.end]


def head_counts(token: Token) -> bool:
    """Whether a number's token counts a common noun in the plural to its right."""
    head = token.head
    return token.dep_ == "nummod" and head.i > token.i and head.pos_ == "NOUN" and head.tag_ == "NNS"
