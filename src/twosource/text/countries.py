"""Tell which country a word names: its name, its people or adjective, the seat of its government.

Reads   the lexicons country_names, nationalities, government_seats, country_words
Gives   ISO 3166-1 alpha-3 codes ("" when the word is none of these), and names from codes
Misses  names of countries in other languages; "Congo" is taken for the republic in the west, "Korea" for the south
"""

from functools import cache

from twosource.text.lexicon import mapping, table


@cache
def _people() -> dict[str, str]:
    singular = mapping("nationalities")
    plurals = {
        f"{word}s": code for word, code in singular.items() if not word.endswith(("s", "sh", "ch", "ese", "men"))
    }
    return plurals | singular


def country(name: str) -> str:
    """Return the code of the country that has this name, "" when none has.

    >>> country("Ukraine"), country("the U.K."), country("Narnia")
    ('UKR', 'GBR', '')
    """
    names = mapping("country_names")
    return names.get(name) or names.get(name.removeprefix("the ").removeprefix("The "), "")


def nationality(word: str) -> str:
    """Return the code of the country whose people or adjective the word is.

    >>> nationality("Belarusian"), nationality("Ukrainians"), nationality("Martian")
    ('BLR', 'UKR', '')
    """
    return _people().get(word, "")


def seat(name: str) -> str:
    """Return the code of the country whose government the name can stand for, as its capital or its house.

    >>> seat("Moscow"), seat("the White House"), seat("Odesa")
    ('RUS', 'USA', '')
    """
    return mapping("government_seats").get(name.removeprefix("the ").removeprefix("The "), "")


@cache
def houses() -> frozenset[str]:
    """Return the seats that are buildings or streets and stand for a government whenever they act ("Kremlin")."""
    return frozenset(row[0] for row in table("government_seats") if row[2] == "house")


@cache
def _shown() -> tuple[dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for name, code in table("country_names"):
        names.setdefault(code, name)
    for word, code in table("nationalities"):
        adjectives.setdefault(code, word)
    return names, adjectives


def country_name(code: str) -> str:
    """Return the usual English name of a country from its code, "" when the code is unknown.

    >>> country_name("RUS")
    'Russia'
    """
    return _shown()[0].get(code, "")


def adjective(code: str) -> str:
    """Return the usual English adjective of a country from its code, "" when none is listed.

    >>> adjective("RUS")
    'Russian'
    """
    return _shown()[1].get(code, "")


def country_of(word: str) -> str:
    """Return the code of the country that a word points at in any of these ways, former names and regions included.

    The word may be a name, an adjective, an inhabitant (plural too) or a seat of government, with or without "the"
    and "'s"; "" when it is none.

    >>> country_of("Soviet Union"), country_of("the Iraqis"), country_of("Tehran's"), country_of("Odesa")
    ('RUS', 'IRQ', 'IRN', '')
    """
    bare = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    bare = bare.removeprefix("the ").removeprefix("The ")
    return _country_of(bare) or (_country_of(bare[:-1]) if bare.endswith("s") else "")


def _country_of(word: str) -> str:
    return mapping("country_words").get(word, "") or country(word) or nationality(word) or seat(word)
