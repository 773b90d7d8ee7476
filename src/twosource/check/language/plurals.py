"""The plural of a noun, as a question about a number needs it, and the singular of a plural.

Reads   a word
Gives   its plural; its singular
Misses  most irregular plurals
"""

import re

IRREGULAR = {
    "person": "people",
    "child": "children",
    "foot": "feet",
    "life": "lives",
    "wife": "wives",
    "half": "halves",
}
SAME = frozenset(
    {"people", "police", "children", "men", "women", "aircraft", "series", "feet", "data", "media", "staff", "cattle"}
    | {
        "crew",
        "personnel",
        "sheep",
        "fish",
        "deer",
        "species",
        "spacecraft",
        "teeth",
        "mice",
        "geese",
        "troops",
        "alumni",
        "criteria",
        "folk",
        "apparatus",
        "offspring",
    }
)


def plural(word: str) -> str:
    """Return the plural of a noun; a plural stays.

    >>> plural("policeman"), plural("storey"), plural("city"), plural("brush"), plural("barns")
    ('policemen', 'storeys', 'cities', 'brushes', 'barns')
    """
    low = word.lower()
    if low in SAME or (low.endswith("s") and not low.endswith(("ss", "us", "is"))):
        return word
    if low in IRREGULAR:
        return IRREGULAR[low]
    if low.endswith("man"):
        return f"{word[:-3]}men"
    if re.search(r"[^aeiou]y$", low):
        return f"{word[:-1]}ies"
    return f"{word}es" if low.endswith(("s", "x", "ch", "sh", "z")) else f"{word}s"


SINGULARS = {"people": "people", "men": "man", "women": "woman", "children": "child"}
"""Plurals that do not end in an "s"."""


def singular(word: str) -> str:
    """Return the lemma of a noun in the plural, "" for another word.

    >>> singular("women"), singular("Cities"), singular("boxes"), singular("bus"), singular("woman")
    ('woman', 'city', 'box', '', '')
    """
    low = word.lower()
    if low in SINGULARS:
        return SINGULARS[low]
    if low.endswith(("ies", "ves")):
        return f"{low[:-3]}{'y' if low.endswith('ies') else 'f'}"
    if low.endswith(("ches", "shes", "xes", "sses")):
        return low.removesuffix("es")
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) else ""


def singulars_of(word: str) -> tuple[str, ...]:
    """Return a word in lower case as it is, and all that it may be the plural of, words that there are not too.

    >>> singulars_of("ladies")
    ('ladies', 'ladie', 'ladi', 'lady')
    """
    many = f"{word[:-3]}y" if word.endswith("ies") else word
    return word, word.removesuffix("s"), word.removesuffix("es"), many


def forms_of(noun: str) -> tuple[str, ...]:
    """Return a noun in lower case as it is, and all that it may be the plural of, a man of "men" too.

    >>> forms_of("women")[-1]
    'woman'
    """
    return *singulars_of(noun), re.sub(r"men$", "man", noun)


def is_plural(word: str) -> bool:
    """Whether a noun is a plural, or has the same form in both numbers.

    >>> is_plural("women"), is_plural("police"), is_plural("dispatcher"), is_plural("feet")
    (True, True, False, True)
    """
    low = word.lower()
    return bool(singular(low)) or low in SAME or low.endswith(("men", "people")) or low in IRREGULAR.values()
