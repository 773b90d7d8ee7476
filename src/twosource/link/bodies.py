"""Join the units that are one organisation, place or group.

Reads   units of kinds other than person; the lexicons name_aliases, country_names, nationalities
Gives   clusters of units, each by one key
Misses  bodies renamed; an acronym that two bodies of the story could have
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from twosource.link.units import Unit
from twosource.text.countries import adjective, country, nationality
from twosource.text.lexicon import mapping, table
from twosource.text.names import fold

# Legal forms at the end of a company's name: "Viasat Inc" is Viasat.
COMPANY = frozenset(
    {"inc", "corp", "corporation", "ltd", "limited", "plc", "llc", "co", "gmbh", "ag", "sa", "nv", "spa"}
)
# What a company's name may leave out at the end, though it is no legal form: "Arle" of "Arle Foods".
TRADES = frozenset(
    {"foods", "films", "entertainment", "distribution", "distributors", "studios", "pictures", "airlines", "airways",
     "motors", "telecom", "technologies", "systems", "advisors", "advisers", "partners", "stores", "energy", "group",
     "holdings", "industries", "company", "pharmaceuticals", "records", "software", "electronics"}
)  # fmt: skip
SPELT = {"centre": "center", "organisation": "organization", "defence": "defense", "labour": "labor"}
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "&"})


def bodies(units: Sequence[Unit]) -> list[list[Unit]]:
    """Return the units as clusters, one a body, place or group."""
    clusters: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        clusters[key_of(unit)].append(unit)
    _join_acronyms(clusters)
    _join_short(clusters)
    _join_endings(clusters)
    _join_last_words(clusters)
    _join_trades(clusters)
    return [clusters[key] for key in sorted(clusters)]


def key_of(unit: Unit) -> str:
    """Return the key that units of one thing share: a country's code, a listed usual name, or the folded name."""
    code = country(unit.name)
    if code and unit.kind in ("place", "organisation"):
        return f"place:{code}"
    if unit.kind == "group" and nationality(unit.name):
        return f"group:{nationality(unit.name)}"
    plain = plain_name(unit.name)
    alias = aliases().get((unit.kind, plain)) or aliases().get(
        ("organisation", plain) if unit.kind == "other" else ("", "")
    )
    if alias:
        return f"{unit.kind}:{fold(alias)}"
    if unit.kind == "place" and unit.geonames is not None:
        return f"place:{unit.geonames}"
    return f"{unit.kind}:{plain}"


def plain_name(name: str) -> str:
    """Return a body's name folded, without article, with a country's name in it as its adjective.

    >>> plain_name("Ukraine's health ministry"), plain_name("The Ukrainian health ministry")
    ('ukrainian health ministry', 'ukrainian health ministry')
    >>> plain_name("U. S. Coastal Survey"), plain_name("Arle Police Department"), plain_name("Arle Medical Centre")
    ('us coastal survey', 'arle police', 'arle medical center')
    """
    text = name.removeprefix("The ").removeprefix("the ")
    for ending in ("'s ", "’s ", " "):
        owner, found, rest = text.partition(ending)
        code = country(owner) if found else ""
        if code and adjective(code) and rest[:1].islower():
            return fold(f"{adjective(code)} {rest}")
    words = [SPELT.get(word, word) for word in fold(text).split()]
    if words[:2] == ["u", "s"] or words[:2] == ["united", "states"]:
        words[:2] = ["us"]
    if words[-2:] == ["police", "department"]:
        words.pop()
    while len(words) > 1 and words[-1] in COMPANY:
        words.pop()
    if len(words) == 2 and words[1] == "team" and nationality(words[0].title()):
        words[1] = "delegation"  # both words stand for those whom a country sends
    return " ".join(words)


@cache
def aliases() -> dict[tuple[str, str], str]:
    """Return (kind, folded name) -> usual name for the listed places and bodies."""
    found = {}
    for kind, usual, others in table("name_aliases"):
        for name in (usual, *others.split("|")):
            found[kind, fold(name)] = usual
    return found


def _join_acronyms(clusters: dict[str, list[Unit]]) -> None:
    """Join "EFT" to "Estonian Forest Trust" where the articles hold one such name for it."""
    expansions: dict[str, list[str]] = defaultdict(list)
    for key, units in clusters.items():
        letters = initials(units[0].name)
        if units[0].kind == "organisation" and len(letters) > 2:  # two letters are of many bodies
            expansions[letters].append(key)
    for key in sorted(clusters):
        unit = clusters[key][0]
        fits = expansions.get(unit.name.replace(".", ""), []) if unit.kind in ("organisation", "other", "place") else []
        if len(fits) == 1 and fits[0] != key and unit.name.replace(".", "").isupper():
            clusters[fits[0]].extend(clusters.pop(key))


def _join_short(clusters: dict[str, list[Unit]]) -> None:
    """Join "Saints" to "Arle Saints" where an article has both and the articles hold one body of such a name.

    Words for any body of a kind ("navy", "court") name none.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for key in sorted(clusters):
        if clusters[key][0].kind == "organisation":
            for unit in clusters[key]:
                last = plain_name(unit.name).split()[-1:]
                if " " in unit.name and last:
                    longer[last[0]].add(key)
    for word, keys in sorted(longer.items()):
        short, [full, *others] = f"organisation:{word}", sorted(keys)
        if others or short not in clusters or full == short or word in mapping("noun_kinds"):
            continue
        if {unit.article for unit in clusters[short]} & {unit.article for unit in clusters[full]}:
            clusters[full].extend(clusters.pop(short))


def _join_endings(clusters: dict[str, list[Unit]]) -> None:
    """Join "Daily News" to "Arle Daily News" where the story has one body whose name ends so.

    Two words that end in a word for any body of a kind ("supreme court") are too few.
    """
    longer: dict[str, set[str]] = defaultdict(set)
    for key in sorted(clusters):
        for unit in clusters[key]:
            words = _spaced(unit)
            for i in range(1, len(words) - 1):
                general = words[i] in mapping("noun_kinds") or words[i - 1] == "the"  # "University of Arle"
                if not general and (len(words) - i > 2 or words[-1] not in mapping("noun_kinds")):
                    longer["organisation:" + " ".join(words[i:])].add(key)
    for short in sorted(longer):
        full = sorted(longer[short] - {short})
        if len(full) == 1 and short in clusters and full[0] in clusters:
            clusters[full[0]].extend(clusters.pop(short))


def _spaced(unit: Unit) -> list[str]:
    """The words of a body's plain name, none where a hyphen parts two of them ("Herald-Arle")."""
    words = plain_name(unit.name).split() if unit.kind == "organisation" and unit.form == "name" else []
    return [] if "-" in unit.name.split()[-1] else words


def _join_last_words(clusters: dict[str, list[Unit]]) -> None:
    """Join "Navy" to "Arle Navy" in each article that has both and no other body of such a name.

    The last words for any body of a kind, too, name the one that the article has told of.
    """
    there: dict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for key in sorted(clusters):
        for unit in clusters[key]:
            words = tuple(_spaced(unit))
            if words:
                there[unit.article][words] = key
    for article in sorted(there):
        for words, key in sorted(there[article].items()):
            full = {full for longer, full in there[article].items() if longer[-len(words) :] == words} - {key}
            if len(full) == 1:
                moved = [unit for unit in clusters[key] if unit.article == article and tuple(_spaced(unit)) == words]
                clusters[full.pop()].extend(moved)
                clusters[key] = [unit for unit in clusters[key] if unit not in moved]
    for key in [key for key in clusters if not clusters[key]]:
        del clusters[key]


def _join_trades(clusters: dict[str, list[Unit]]) -> None:
    """Join "Arle" to "Arle Foods" where the articles hold one company of such a name."""
    longer: dict[str, set[str]] = defaultdict(set)
    for key in sorted(clusters):
        for unit in clusters[key]:
            *words, last = plain_name(unit.name).split() or [""]
            if unit.kind == "organisation" and words and last in TRADES:
                longer["organisation:" + " ".join(words)].add(key)
    for short, keys in sorted(longer.items()):
        full = sorted(keys - {short})
        if len(full) == 1 and short in clusters and full[0] in clusters:
            clusters[full[0]].extend(clusters.pop(short))


def initials(name: str) -> str:
    """Return the initials of a name's capitalised words, all letters of a dotted one, "" for a name of one word.

    >>> initials("Organization for Security and Co-operation in Europe"), initials("Kremlin")
    ('OSCE', '')
    >>> initials("U.S. Geological Survey")
    'USGS'
    """
    words = [word for word in name.replace("-", " - ").split() if word.lower() not in SMALL and word[:1].isupper()]
    return (
        "".join(word.replace(".", "") if DOTTED.fullmatch(word) else word[0] for word in words)
        if len(words) > 1
        else ""
    )


DOTTED = re.compile(r"(?:[A-Z]\.){2,}")
