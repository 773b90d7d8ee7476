"""Use what the story knows of people: whose office a body is, and who "the Russian leader" must be.

Reads   clusters of persons with the offices that any article gives them
Gives   units of offices under one spelling of the owner; descriptions joined to the one person who fits
Misses  offices that changed hands within the story
"""

from collections import defaultdict
from collections.abc import Sequence

from twosource.link.entities import OWNED, shown_name
from twosource.link.units import Unit
from twosource.text.countries import country, nationality, seat
from twosource.text.names import fold

# Words for the head of a state or government, any of which can mean any other ("the Russian leader").
LEADERS = frozenset({"president", "premier", "chancellor", "leader", "king", "ruler", "strongman", "minister"})


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
    """Add each description of a country's officer to the one person of the story who holds that office there."""
    holders: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, cluster in enumerate(people):
        for unit in cluster:
            for office, of in unit.offices:
                code = country(of) or seat(of)
                if code and not office.startswith(("former ", "ex-", "deputy ", "vice")):
                    holders[code, office.lower()].add(number)
                    if _leads(office):
                        holders[code, "leader"].add(number)
    for unit in described:
        code, office = _office(unit.name)
        fits = holders.get((code, office), set()) if code else set()
        if len(fits) == 1:
            people[next(iter(fits))].append(unit)


def _leads(office: str) -> bool:
    return office.lower() in LEADERS - {"minister"} or office.lower() == "prime minister"


def _office(words: str) -> tuple[str, str]:
    """Return the country and office of a description: ("RUS", "leader") of "Russian leader", else ("", "")."""
    owned = OWNED.match(words)
    if owned and country(owned[1]):
        return country(owned[1]), owned[2].lower()
    first, _, rest = words.partition(" ")
    return (nationality(first), rest.lower()) if rest else ("", "")
