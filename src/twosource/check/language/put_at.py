"""Where a text puts what it tells, by its words alone: the names behind "in", "at", "near" and "off".

Reads   text
Gives   places_put: the first word of each name, no month or day
Misses  places without such a word ("Lyon's mayor")
"""

import re
from functools import cache, lru_cache

from twosource.check.language.words import sense
from twosource.text.lexicon import table

AT_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff)\s+(?:the\s+)?([A-Z]\w+)")


@lru_cache(maxsize=50_000)
def places_put(text: str) -> frozenset[str]:
    """Return the first words of the names of places at which a text puts something.

    >>> sorted(places_put("They met in Geneva in March, at the Beau Rivage"))
    ['Beau', 'Geneva']
    """
    found = (match[1] for match in AT_PLACE.finditer(text))
    return frozenset(name for name in found if sense(name.lower()) not in times())


@cache
def times() -> frozenset[str]:
    """Return the senses of the words for days, months, parts of a day and ordinals."""
    return frozenset(sense(word) for row in table("time_contrasts") for word in row)
