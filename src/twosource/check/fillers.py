"""What a deed or a thing has but one of, and which of its fillers exclude each other.

Reads   the lexicon `one_filler`
Gives   `excludes`, `fillers_of` and what they are asked by
Misses  slots with fillers that nobody can list: names, reasons
"""

from functools import cache

from twosource.text.lexicon import table

BY = "one filler"
"""The rule of a claim that fills such a slot."""


def excludes(slot: str, one: str, other: str) -> bool:
    """Whether a slot cannot have both of two fillers.

    >>> excludes("colour", "red", "silver"), excludes("place", "scene", "home")
    (True, False)
    >>> excludes("cause", "heart attack", "heart failur"), excludes("cause", "pneumonia", "cancer")
    (False, True)
    """
    sort = slot.split()[0]  # "injury wrist" is an injury
    if (sort, one, other) in _allowed() or (sort, other, one) in _allowed():
        return False
    return set(one.split()).isdisjoint(other.split()) if sort in ("cause", "origin") else one != other


@cache
def _allowed() -> frozenset[tuple[str, str, str]]:
    rows = (row for row in table("one_filler") if row[0].endswith(" with"))
    return frozenset((row[0].removesuffix(" with"), row[1], row[2]) for row in rows)


@cache
def fillers_of(slot: str) -> dict[str, str]:
    """Return the words of a slot, with the first word of their row: the filler that they stand for."""
    return {word: row[1] for row in table("one_filler") if row[0] == slot for word in row[1:]}


def filler_in(slot: str, phrase: str) -> str:
    """Return the filler that the longest word of a slot in a phrase stands for, "" where it holds none.

    >>> filler_in("cause", "a massive heart attack"), filler_in("cause", "grief")
    ('heart', '')
    """
    known = fillers_of(slot)
    held = [word for word in sorted(known, key=lambda word: (-len(word), word)) if f" {word} " in f" {phrase} "]
    return known[held[0]] if held else ""
