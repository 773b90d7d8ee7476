"""Use what the story knows of people: whose office a body is, and who "the Russian leader" must be.

Reads   clusters of persons with the offices that any article gives them
Gives   units of offices under one spelling of the owner; descriptions joined to the one person who fits
Misses  offices that changed hands within the story
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from twosource.link.entities import OWNED, shown_name
from twosource.link.units import Unit
from twosource.text.countries import country, nationality, seat
from twosource.text.lexicon import mapping, words
from twosource.text.names import fold

# Words beside an office that tell nothing of which it is.
EMPTY = frozenset({"the", "of", "local", "city", "town", "county", "s"})


def rename_owners(units: Sequence[Unit], people: Sequence[Sequence[Unit]]) -> None:
    """Give bodies known by a person ("Ann Marlow’s office") that person's usual spelling, so that they meet."""
    usual: dict[str, set[str]] = defaultdict(set)
    for cluster in people:
        name = shown_name(cluster, "person")
        for unit in cluster:
            usual[fold(unit.name)].add(name)
    for unit in units:
        owned = OWNED.match(unit.name) if unit.form == "description" else None
        names = usual.get(fold(owned[1]), set()) if owned else set()
        if owned and len(names) == 1:
            unit.name = f"{names.pop()}’s {owned[2]}"


def seat_officers(people: Sequence[list[Unit]], described: Sequence[Unit]) -> None:
    """Add each description of an officer to the one person of the story who holds that office there.

    The office is a country's ("the Russian leader"), or that of speaking for somebody ("Ann Marlow's publicist"), or of
    leading something ("the fire chief").
    """
    known: dict[str, set[int]] = defaultdict(set)
    for number, cluster in enumerate(people):
        for unit in cluster:
            known[fold(unit.name)].add(number)
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, cluster in enumerate(people):
        for unit in cluster:
            for office, of in unit.offices:
                for key in _keys(office.lower(), of, known):
                    holders[key].add(number)
    led = _led(people)
    for unit in described:
        code, office = _office(unit.name, known)
        fits = holders.get((code, office), set()) if code else set()
        if not code and unit.definite:
            fits = led.get(_words(unit.name), set())
        if len(fits) == 1:
            people[next(iter(fits))].append(unit)


def _led(people: Sequence[Sequence[Unit]]) -> dict[frozenset[str], set[int]]:
    """The numbers of those who lead something, by the words of their office; of two words at least ("fire chief").

    A story has one fire chief; "the chief" may be of the police.
    """
    found: dict[frozenset[str], set[int]] = defaultdict(set)
    for number, cluster in enumerate(people):
        for office in {office for unit in cluster for office, _ in unit.offices}:
            named = _words(office)
            if len(named) > 1 and any(mapping("offices").get(word) == "led" for word in named):
                found[named].add(number)
    return found


def _words(office: str) -> frozenset[str]:
    """The words of an office, without those that make it no other: "the local fire chief" is the fire chief."""
    return frozenset(fold(office).split()) - EMPTY


def _keys(office: str, of: str, known: Mapping[str, set[int]]) -> Iterator[tuple[str, str]]:
    """The keys under which the holder of an office is looked for: country and office, or owner and "speaks"."""
    code = country(of) or seat(of)
    if code and not office.startswith(("former ", "ex-", "deputy ", "vice")):
        yield code, office
        if office in words("leaders"):
            yield code, "leader"
    if of and not code and office.split()[-1:] and office.split()[-1] in words("speaking_nouns"):
        yield _owner(of, known), "speaks"


def _owner(name: str, known: Mapping[str, set[int]]) -> str:
    """What all names of one owner share: the number of the person of that name, else the name folded."""
    numbers = known.get(fold(name), set())
    return str(next(iter(numbers))) if len(numbers) == 1 else fold(name)


def _office(described: str, known: Mapping[str, set[int]]) -> tuple[str, str]:
    """Return the country and office of a description: ("RUS", "leader") of "Russian leader", else ("", "").

    For one who speaks for somebody, the owner and "speaks".
    """
    owned = OWNED.match(described)
    if owned and country(owned[1]):
        return country(owned[1]), owned[2].lower()
    if owned and owned[2].lower() in words("speaking_nouns"):
        return _owner(owned[1], known), "speaks"
    first, _, rest = described.partition(" ")
    return (nationality(first), rest.lower()) if rest else ("", "")
