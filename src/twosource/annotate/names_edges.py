"""Mend the edges of a name: what stands before it or after it and is no part of it.

Reads   Parse.doc (tags), token ranges of names, the lexicons titles, offices, first_names, name_edges, word_frequency
Gives   the tokens that are the name itself, the title before it; whether there is a name at all
Misses  a word before a name that is also a first name ("Major Tom Hale" is told by the list of titles)
"""

from collections import Counter
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.annotate.tokens import POSSESSIVES, text_between
from twosource.model import NameKind
from twosource.text.countries import country, nationality
from twosource.text.lexicon import mapping, table, words

LETTERS = 4
"""The most letters of a job told by its letters: "GM", "ADA", "CFO"."""


def is_title(token: Token) -> bool:
    """Whether the token can be part of a title before a name: a listed title or a capitalised office word."""
    word = token.lower_
    if token.is_upper and len(word) > 1 and word in words("offices"):  # "GM"
        return True
    if token.text in mapping("first_names"):  # "Hunter", "Prince"
        return word in words("titles") or (mapping("noun_kinds").get(word) == "person" and _names_two(token))
    return word in words("titles") or mapping("noun_kinds").get(word) == "person"


def _names_two(token: Token) -> bool:
    """Whether a first name and another word follow one that is both a job and a first name: "Lawyer Ivo Brandt"."""
    after = token.doc[token.i + 1 : token.i + 3]
    given = len(after) == 2 and after[0].text in mapping("first_names")
    return given and after[1].is_title and after[1].pos_ == "PROPN" and not after[1].is_sent_start


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Take articles, punctuation and possessive endings off the edges."""
    while start < end and (doc[start].is_punct or doc[start].lower_ in words("name_edges")):
        start += 1
    while end > start and (
        doc[end - 1].text in POSSESSIVES
        or (doc[end - 1].is_punct and not doc[end - 1].text.endswith("."))
        or doc[end - 1].lower_ in ("and", "the", "of")
    ):
        end -= 1
    capital = any(doc[i].text[:1].isupper() for i in range(start, end))
    return (start, end) if capital else (start, start)


class People(NamedTuple):
    """The persons that the model marked in a text: how often each is called so, and their names by last word."""

    called: Counter[str]
    by_last: dict[str, set[str]]


def people_of(doc: Doc) -> People:
    """Return whom the model marked as persons, and what it marked otherwise though it opens with a first name."""
    first_names = mapping("first_names")
    called = Counter(
        one.text for one in doc.ents if one.label_ == "PERSON" or (len(one) > 1 and one[0].text in first_names)
    )
    by_last: dict[str, set[str]] = {}
    for name in called:
        by_last.setdefault(name.split()[-1], set()).add(name)
    return People(called, by_last)


def bare_name(doc: Doc, start: int, end: int, people: People) -> int:
    """Return where a person's name starts in what the model took for one: after titles, and after words for the person.

    Who is called "Ivo Brandt" or "Brandt" elsewhere in the text is so called in "Unemployed Ivo Brandt" and in "Losing
    Brandt" too; a name that the text repeats with its first word is whole.
    """
    at = _skip_title(doc, start, end)
    whole = text_between(doc, at, end)
    first_names = mapping("first_names")
    if doc[at].text in first_names or people.called[whole] > 1:
        return at
    given = next((i for i in range(at + 1, end - 1) if doc[i].text in first_names), None)
    if given is not None and not any(len(doc[i].text.strip(".")) == 1 for i in range(at, given)):
        known = people.called[text_between(doc, given, end)] or doc[given - 1].lower_.strip(".") in _jobs()
        return given if known or all(_describes(doc[i]) for i in range(at, given)) else at
    others = people.by_last.get(doc[end - 1].text, set()) - {whole}
    full = any(" " in other for other in others)
    return end - 1 if end - at > 1 and others and all(_opens(doc[i], full) for i in range(at, end - 1)) else at


def after_inner_title(doc: Doc, start: int, end: int) -> int:
    """Return where the holder's name starts in what the model took for one name, `start` where no title stands inside.

    "Homicide Detective Ivo Brandt" is Ivo Brandt, "Arle Governor Mehdi Karimi" is Mehdi Karimi: the words before the
    title say of what.
    """
    first_names = mapping("first_names")
    bare = end - start == 3 and doc[start + 1].text in first_names
    last = doc[end - 1].lower_
    if bare and is_title(doc[start]) and last not in words("organisation_words") and last not in mapping("noun_kinds"):
        return start + 1
    if doc[start].text in first_names or is_title(doc[start]):
        return start
    for at in range(end - 2, start, -1):
        if is_title(doc[at - 1]) and at - 1 > start:
            named = doc[at].text in first_names and not is_title(doc[at])
            return at if named and all(doc[i].text[:1].isupper() for i in range(at, end)) else start
    return start


def _describes(token: Token) -> bool:
    """Whether a word before a first name is no name: the letters of a job, or a common word that opens a sentence."""
    letters = token.is_alpha and token.is_upper and 1 < len(token.text) <= LETTERS
    return letters or (bool(token.is_sent_start) and token.lower_ in mapping("word_frequency"))


def _opens(token: Token, full: bool) -> bool:
    """Whether a word has its capital from the start of the sentence and not from being a name.

    `full` tells that the text has another full name of that surname: "Enter Brandt", who is Ivo Brandt.
    """
    participle = bool(token.is_sent_start) and (full or token.lower_.endswith("ing"))
    return (participle or token.pos_ != "PROPN") and token.lower_ in mapping("word_frequency")


def _skip_title(doc: Doc, start: int, end: int) -> int:
    """Move past titles that spaCy took into a person's name, as long as a word of the name is left."""
    at = start
    while at < end - 1 and (is_title(doc[at]) or doc[at].is_lower or nationality(doc[at].text) or doc[at].text in "."):
        at += 1
    return at


def whole_name(doc: Doc, i: int, kind: NameKind) -> tuple[int, int] | None:
    """Return the tokens of a first name and a surname of which the model marked one word only: "Ana" of "Ana Reyes"."""
    first_names = mapping("first_names")
    if kind == "person" and doc[i].text in first_names and _surname(doc, i + 1):
        return i, i + 2
    before = doc[i - 1] if i else None
    if kind not in ("person", "organisation") or before is None or not _surname(doc, i):
        return None
    given = before.text in first_names and before.pos_ == "PROPN" and not before.ent_type_
    return (i - 1, i + 1) if given and not country(before.text) and not is_title(before) else None


def _surname(doc: Doc, i: int) -> bool:
    """Whether a word can be the surname after a first name: a capital in running text, of no name of several words."""
    if i >= len(doc) or doc[i].is_sent_start:
        return False
    token = doc[i]
    if not token.is_title or not token.is_alpha or token.ent_type_ not in ("", "PERSON", "ORG") or is_title(token):
        return False
    alone = token.ent_iob_ in ("O", "B") and (i + 1 == len(doc) or doc[i + 1].ent_iob_ != "I")
    return alone and token.lower_ not in words("calendar_names") and not nationality(token.text)


def names_nobody(doc: Doc, start: int, end: int) -> bool:
    """Whether what the model took for a name is an office without its holder: "District Attorney", "Fire Officer".

    So it is where it ends in an office and its other words are common, or where the holder's name follows.
    """
    if end - start < 2 or doc[start].text in mapping("first_names") or doc[end - 1].lower_.strip(".") not in _jobs():
        return False
    if any(doc[i].lower_ == "of" for i in range(start, end)):  # "Office of the Surgeon General"
        return False
    after = end + 1 if end < len(doc) and doc[end].text == "." else end
    followed = after < len(doc) and doc[after].text[:1].isupper() and doc[after].pos_ == "PROPN"
    return followed or all(doc[i].lower_ in mapping("word_frequency") for i in range(start, end))


@cache
def _jobs() -> frozenset[str]:
    """Words for offices and ranks, without their full stops."""
    titles = {row[0].strip(".") for row in table("titles") if row[2] == "office"}
    ranks = {row[0].strip(".") for row in table("titles") if row[0].endswith(".") and row[2] == "style"}
    return frozenset(titles | ranks | set(words("offices")))


def beside_title(doc: Doc, start: int, end: int) -> bool:
    """Whether a minister's field stands by the title: "Defence Minister", "Secretary of State"."""
    if end < len(doc) and is_title(doc[end]):
        return True
    return start > 1 and doc[start - 1].lower_ in ("of", "for") and is_title(doc[start - 2])


def drop_verbs(doc: Doc, start: int, end: int) -> int:
    """Take the verb off that a headline's capitals have tied to a name: "Johnny Knoxville Answers"."""
    while end > start + 1 and doc[end - 1].tag_ in ("VBZ", "VBD", "VBP", "VBG", "VB", "MD"):
        end -= 1
    return end


def title_before(doc: Doc, start: int) -> str:
    """Return the run of title words before a name, in lower case: ``"foreign minister"``."""
    at = start
    while at > 0 and not doc[at].is_sent_start and (is_title(doc[at - 1]) or _opens_title(doc, at - 1, at < start)):
        at -= 1
    return " ".join(token.lower_ for token in doc[at:start]).strip(". ")


def _opens_title(doc: Doc, i: int, inside: bool) -> bool:
    """Whether the token belongs to a title whose later words are known: "Foreign" before "Minister"."""
    token = doc[i]
    return inside and token.is_title and token.pos_ in ("PROPN", "ADJ", "NOUN") and not nationality(token.text)
