"""Judge words by the gazetteer and the lexicons: is it a place the press knows, a person's name, a plain word?

Reads   the gazetteer, the lexicons place_types, place_abbreviations, area_adjectives, first_names, noun_kinds
Gives   yes, no, or how many people live in the biggest place of that name
Misses  names that are words in other languages
"""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from twosource.annotate.tokens import text_between
from twosource.text.countries import country, nationality
from twosource.text.gazetteer import Entry, candidates, country_entry
from twosource.text.lexicon import mapping
from twosource.text.lexicon import words as stopwords
from twosource.text.outlets import outlet_of

# Areas, waters and landmarks are listed because all the press knows them: they count as a town of this size.
LISTED = 1_000_000
# "Saint Vincent and the Grenadines" has five words; longer names are not printed whole.
LONGEST = 5
# Towns of this size are written about under several names ("Duesseldorf"); smaller ones' other names are mostly noise.
BIG = 300_000
# A word that is written at least this often (tenths of the logarithm of its occurrences in a thousand million words, so
# 100 times in a million) is a word first, unless the town is big: "Stock" is a village, "Reading" a city.
COMMON = 50
# Capitals of this length at most are an abbreviation ("COPD"), not a town's name printed in capitals.
ACRONYM = 4


def capital(token: Token) -> bool:
    """Whether a token opens with a capital or a digit, as a part of a name does."""
    return token.text[:1].isupper() or token.text[:1].isdigit()


def kind_of(word: str) -> str:
    """Return what a word beside or in a name makes of it, "" when nothing (see the lexicon place_types)."""
    return mapping("place_types").get(word, "")


@lru_cache(maxsize=20_000)
def known(words: str) -> tuple[Entry, ...]:
    """Return what the gazetteer has for the words; nothing for letters, postal codes, and with "the" in front."""
    lower = words.lower()
    # "US" is a country, "Us" is not.
    stopped = lower in stopwords("stopwords") and not words.isupper()
    if len(words) < 2 + words.istitle() or stopped or lower.startswith("the ") or not words[0].isalnum():
        return ()
    if words in mapping("place_abbreviations") and "." not in words:
        return ()
    if words.isupper() and len(words) <= ACRONYM and "." not in words and not country(words):
        return ()
    return candidates(words)


@lru_cache(maxsize=20_000)
def weight(words: str) -> int:
    """Return the most people in a place that has this as its usual name; of divisions and big towns any name counts."""
    usual = (one for one in known(words) if one.primary or one.feature == "region" or one.population >= BIG)
    return max((LISTED if one.geonames is None else one.population for one in usual), default=0)


def is_country(words: str) -> bool:
    """Whether the words are first of all the name of a country."""
    found = known(words)
    return bool(found) and found[0].feature == "country"


def plain_word(words: str) -> bool:
    """Whether the words are one ordinary noun ("Hall"), or only narrow a name ("South")."""
    lower = words.lower()
    if int(mapping("word_frequency").get(lower, "0")) >= COMMON and weight(words) < BIG:
        return True
    return lower in mapping("noun_kinds") or kind_of(lower) != "" or kind_of(words) != ""


def first_name(words: str) -> bool:
    """Whether the words are one first name ("Georgia")."""
    return words in mapping("first_names")


def agency(words: str) -> bool:
    """Whether the words are the name of a news agency ("Xinhua")."""
    found = outlet_of(words)
    return found is not None and found.kind == "agency"


def adjective_of(words: str) -> Entry | None:
    """Return the country or area that an adjective or a demonym belongs to, None when it is none."""
    code = nationality(words)
    if code and words not in mapping("area_adjectives"):
        return country_entry(code)
    area = mapping("area_adjectives").get(words) or mapping("area_adjectives").get(words.removesuffix("s"))
    found = candidates(area) if area else ()
    return found[0] if found else None


def names_in(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the names of the gazetteer in a token range, the longest from the left, none overlapping."""
    at = start
    while at < end:
        stop = name_at(doc, at, end)
        if stop:
            yield at, stop
        at = max(stop, at + 1)


def name_at(doc: Doc, at: int, end: int) -> int:
    """Return where the longest name that begins at a token ends, 0 when none does; "Nevada State" is Nevada."""
    if not capital(doc[at]):
        return 0
    for stop in range(min(end, at + LONGEST), at, -1):
        if capital(doc[stop - 1]) and known(text_between(doc, at, stop)):
            whole = stop == at + 1 or doc[stop - 1].text != "State" or not known(text_between(doc, at, stop - 1))
            return stop if whole else stop - 1
    return 0
