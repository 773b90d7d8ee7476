"""The plural of a noun, as a question about a number needs it.

Reads   a word
Gives   its plural
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
    {"people", "police", "children", "men", "women", "aircraft", "series", "feet", "data", "media", "staff"}
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
