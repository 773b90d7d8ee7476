"""Compare offices: that of a description with those that an article gives to people.

Reads   the words of offices and of their owners
Gives   `office_key` to look an office up by, `same_office`, `side_of` for whose it is
Misses  offices that are called otherwise in another country
"""

from twosource.text.countries import country, nationality, seat
from twosource.text.lexicon import words
from twosource.text.names import fold


def office_key(office: str) -> str:
    """Return the last word of an office; one key for all words for leaders."""
    last = office.split()[-1] if office else ""
    return "leader" if _leads(last, office) else last


def same_office(noun: str, own: frozenset[str], office: str) -> bool:
    """Return whether a phrase can stand for an office: its noun and modifiers are the office's, or a leader is meant.

    "The minister" is no prime minister.
    """
    *before, last = office.split() or [""]
    if not own <= set(before) or (noun == "minister" and "prime" in before and not own):
        return False
    return noun == last or (_leads(noun) and _leads(last, office) and "leader" in (noun, last))


def _leads(*offices: str) -> bool:
    """Whether one of these words is for the head of a state or government."""
    return not words("leaders").isdisjoint(offices)


def side_of(owner_text: str) -> str:
    """Return the code of a country or its people, seat or folded name otherwise, to compare whose an office is."""
    return country(owner_text) or nationality(owner_text) or seat(owner_text) or fold(owner_text)
