"""Cut a text into words and their stems, each with its place: what full text search holds and looks for.

Reads   any text
Gives   Word: stem and span, in text order; `joined` forms of hyphenated words ("cease-fire" is also "ceasefire");
        stems alone, which is quicker; `stem` of a word as it is
Misses  word endings of languages other than English; words of languages written without spaces

Both sides of a search come through here, so that every database finds the same words: none of its own rules are used.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

from twosource.text.names import fold

# Digits with thousands commas are one word; any other mark parts words.
WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|[^\W_]+(?:['’][^\W_]+)*")
HYPHENATED = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[-‐‑][^\W\d_]+)+")

LONGEST = 64
"""Characters of a word that are kept: longer ones are addresses and keys, which nobody types."""

STEMMER = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """A word of a text: its stem, and its place in code points."""

    stem: str
    start: int
    end: int


def words_of(text: str, wanted: Collection[str] = ()) -> Iterator[Word]:
    """Yield the words of a text, in order; with stems `wanted`, only words that may have one of them, which is quicker.

    >>> [word.stem for word in words_of("Zelenskyy’s negotiators counted 1,200 cease-fires.")]
    ['zelenskyy', 'negoti', 'count', '1200', 'ceas', 'fire']
    """
    for match in (_words_with(frozenset(wanted)) if wanted else WORD).finditer(text):
        for stem in stems_of(match[0]):
            yield Word(stem, match.start(), match.end())


@lru_cache(maxsize=100)
def _words_with(stems: frozenset[str]) -> re.Pattern[str]:
    """What matches only words that may have one of the stems: those that begin as it does.

    Letters beyond ASCII may fold to others, so words that begin with one are matched too.
    """
    begins = {stem[:1] for stem in stems}
    if any(char.isdigit() for char in begins):
        return WORD  # a number begins where no number ends, which is not told by one sign
    letters = "".join(re.escape(char + char.upper()) for char in sorted(begins) if char.isascii())
    return re.compile(rf"(?<![^\W_])(?<![^\W_]['’])(?=[{letters}\u0080-\U0010ffff])(?:{WORD.pattern})")


def joined(text: str) -> Iterator[Word]:
    """Yield the words that hyphenated ones make when written as one.

    >>> [word.stem for word in joined("a cease-fire and a round-the-clock watch")]
    ['ceasefir', 'roundtheclock']
    """
    for match in HYPHENATED.finditer(text) if any(hyphen in text for hyphen in "-‐‑") else ():
        whole = "".join(char for char in match[0] if char not in "-‐‑")
        for stem in stems_of(whole):
            yield Word(stem, match.start(), match.end())


def stems_in(text: str) -> list[str]:
    """Return the stems of all words of a text and of those that hyphenated ones make, without their places.

    >>> stems_in("a cease-fire holds")
    ['a', 'ceas', 'fire', 'hold', 'ceasefir']
    """
    found = [stem for word in WORD.findall(text) for stem in stems_of(word)]
    return found + [word.stem for word in joined(text)]


@lru_cache(maxsize=200_000)
def stems_of(word: str) -> tuple[str, ...]:
    """Return the stems of one word as printed, mostly one; () for a word that folds to nothing."""
    if word[:1].isdigit():
        word = word.replace(",", "")
    plain = re.sub(r"['’]s$", "", word)
    return tuple(stem(part[:LONGEST]) for part in fold(plain[: 4 * LONGEST]).split())


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a lower-cased word, which is neither folded nor cut.

    >>> stem("negotiations"), stem("killed")
    ('negoti', 'kill')
    """
    return str(STEMMER.stemWord(word))
