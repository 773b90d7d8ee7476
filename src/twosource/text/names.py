"""Fold and compare names, so that spellings of one name meet.

Reads   names as printed, and the lexicons `given_names` (forms of one first name) and `aliases`
Gives   `fold` (one spelling of a name), `skeleton` (one key for transliterations of a word)
Misses  names not in Latin letters
"""

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`´ʻ", None))
# Letters that NFKD leaves whole; the usual English rendering of each.
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
# Letters and groups that transliterations into English write differently, longest first; the right side is what
# all of them become. From the tables for Russian, Ukrainian and Arabic of BGN/PCGN, GOST, ISO 9 and press usage.
SOUNDS: tuple[tuple[str, str], ...] = (
    ("tsch", "c"), ("shch", "s"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("ts", "z"), ("tz", "z"), ("cz", "c"),
    ("ch", "c"), ("sh", "s"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("dj", "j"), ("ck", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("ii", "i"), ("y", "i"), ("iu", "u"), ("ia", "a"),
)  # fmt: skip
SOUND = re.compile("|".join(re.escape(written) for written, _ in SOUNDS))
SOUND_OF = dict(SOUNDS)


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """Return the name in lower case without accents, apostrophes, full stops and hyphens, parts one space apart.

    >>> fold("Al-Ja’afari"), fold("  Erdoğan "), fold("U.N.")
    ('al jaafari', 'erdogan', 'un')
    """
    small = unicodedata.normalize("NFKD", name).casefold()  # NFKD first: it makes capitals of mathematical letters
    plain = unicodedata.normalize("NFKD", small.translate(LETTERS).translate(APOSTROPHES))
    kept = "".join(char for char in plain if not unicodedata.combining(char)).replace(".", "")
    return " ".join("".join(char if char.isalnum() else " " for char in kept).split())


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return a key that the usual transliterations of one name share: sounds levelled, doubled letters single.

    Vowels after the first letter are dropped: they differ most, so equal keys are candidates, not yet matches. There
    "v" and "b" are one, as in Spanish, Greek, Hebrew, Persian and Hindi names ("Vajpayee" is "Bajpai" at home).

    >>> {skeleton(w) for w in ("Zelenskyy", "Zelenskiy", "Zelensky", "Zelenskii")}
    {'zlnsk'}
    >>> skeleton("Lukashenko") == skeleton("Lukashenka"), skeleton("Putin") == skeleton("Biden")
    (True, False)
    """
    levelled = SOUND.sub(lambda match: SOUND_OF[match[0]], fold(word).replace(" ", ""))
    short = levelled[:1] + re.sub("[aeiouy]", "", levelled[1:]).replace("v", "b")
    return re.sub(r"(.)\1+", r"\1", short)
