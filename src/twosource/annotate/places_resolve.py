"""Choose which place each name means: by what stands beside it, by the rest of the article, by size.

Reads   drafts, the gazetteer, Article.url and outlet
Gives   an Entry, or None, for each draft; a name means one place throughout an article, but where it says otherwise
Misses  two places of one name that the article does not tell apart by a division or country after a comma
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from twosource.annotate.places_spans import Draft
from twosource.annotate.places_words import adjective_of, kind_of
from twosource.annotate.tokens import text_between
from twosource.model import Article
from twosource.text.countries import seat
from twosource.text.gazetteer import Entry, candidates
from twosource.text.lexicon import mapping
from twosource.text.names import fold
from twosource.text.outlets import domain_of, outlet_of

# All weights are in powers of ten of population: 1.0 is worth ten times as many people.
COUNTRY = 2.0  # a country or a state before a town of its name
CAPITAL = 3.0  # a seat of government is in the news out of proportion to its size: Washington is first of all the city
CAPITAL_FROM = 300_000  # smaller capitals are outdone by bigger towns of their name: Victoria, Hamilton, St. John's
TWIN = 2.0  # against a division that has a town of its name inside: the town is meant
MAIN = 0.2  # a town with this share of its division's people: New York; Québec has a tenth
OTHER_NAME = 1.0  # against a place for which the name is not the usual one
DISTRICT = 1.0  # against districts: the press means the town
TYPE = 3.0  # "Gomel region", "the city of Aleppo"
SAME_DIVISION = 2.0  # its state or province is named in the article
BESIDE = 3.0  # a place around it is named a few words on: "Lake County in northern Ohio"
SAME_COUNTRY = 1.5  # its country is the article's, scaled by that country's share of the places
NEAR = 1.0  # another name of the article can mean a place near it
HOLDS = 1.5  # a division or country holds a place that the article names
HOME = 1.5  # the outlet's own country
NEAR_DEGREES = 0.5  # two places are near when they lie in the same or touching squares of this size: some 50 km
UNKNOWN_SIZE = 500  # taken for towns whose population is not known: the gazetteer's floor
LISTED = 7.0  # areas, waters and landmarks were listed because all the press knows them
REACH = 6  # tokens between a place and the one that it is said to lie in
# The press of the whole world names the divisions of these countries without saying where they are.
FEDERAL = frozenset({"USA", "CAN", "AUS"})


class Named(NamedTuple):
    """One name of the article: its drafts' indexes and the places it can mean, with what the name alone says."""

    drafts: tuple[int, ...]
    options: tuple[tuple[Entry, float], ...]


def resolve(doc: Doc, drafts: Sequence[Draft], article: Article) -> list[Entry | None]:
    """Return the place of each draft, None where the gazetteer has none."""
    keys = [_key(draft, doc) for draft in drafts]
    names = _names(doc, drafts, keys)
    pinned = _pinned(doc, drafts, keys, names)
    inner = _agreed(keys, pinned)
    home = home_of(article)
    support = _support(names)
    chosen = dict(inner)
    # The first round uses what has one meaning only, the second what the first has chosen.
    evidence = inner | {key: name.options[0][0] for key, name in names.items() if _plain(name)}
    for _ in range(2):
        context = Context(names, evidence, home)
        for key, name in sorted(names.items()):
            if key not in inner and name.options:
                best = max(name.options, key=lambda one: one[1] + context.bonus(one[0], key) + support[key, one[0]])
                chosen[key] = best[0]
        evidence = dict(chosen)
    return [pinned.get(index) or chosen.get(key) for index, key in enumerate(keys)]


def _key(draft: Draft, doc: Doc) -> str:
    """Names in different forms are told apart: "Georgia" the state's abbreviation never stands for the country."""
    words = draft.text(doc)
    return f"{draft.form == 'adjective'} {words if '.' in words else fold(words)}"


def _names(doc: Doc, drafts: Sequence[Draft], keys: Sequence[str]) -> dict[str, Named]:
    at: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        at[key].append(index)
    found = {}
    for key, indexes in at.items():
        options = _options(drafts[indexes[0]], doc)
        types = Counter(_type_beside(doc, drafts[index]) for index in indexes)
        towns = [one for one in options if one.feature == "city"]
        scored = [(one, prior(one, towns) + _typed(one, types)) for one in options]
        named = drafts[indexes[0]].text(doc)
        found[key] = Named(
            tuple(indexes),
            tuple(sorted(((one, s + _capital(one, named)) for one, s in scored), key=lambda pair: -pair[1])),
        )
    return found


def _options(draft: Draft, doc: Doc) -> tuple[Entry, ...]:
    words = draft.text(doc)
    if draft.form == "adjective":
        found = adjective_of(words)
        return (found,) if found else ()
    if draft.form == "site":
        return tuple(one for one in candidates(words) if one.feature == "landmark")
    short = mapping("place_abbreviations").get(words + ".")
    return candidates(short) if short else candidates(words)


def prior(entry: Entry, towns: Sequence[Entry]) -> float:
    """Return how likely a place is meant by its name alone; `towns` are the towns of that name."""
    if entry.geonames is None:
        return LISTED
    score = math.log10(max(entry.population, UNKNOWN_SIZE))
    if entry.feature == "country":
        score += COUNTRY
    elif entry.feature == "region":
        twin = any(contains(entry, town) and town.population > MAIN * entry.population for town in towns)
        if twin:
            score -= TWIN
        elif entry.country in FEDERAL:
            score += COUNTRY
    elif entry.feature == "district":
        score -= DISTRICT
    return score if entry.primary else score - OTHER_NAME


def _capital(entry: Entry, words: str) -> float:
    big = entry.feature == "city" and entry.population >= CAPITAL_FROM
    return CAPITAL if big and seat(words.title()) == entry.country else 0.0


def _type_beside(doc: Doc, draft: Draft) -> str:
    """Return what the noun after the name, or before "of" and the name, makes of it: "of division", "of town" or ""."""
    after = kind_of(doc[draft.end].lower_) if draft.end < len(doc) else ""
    if after.startswith("of "):
        return after
    start = draft.start
    if start > 1 and doc[start - 1].lower_ in ("of", "in"):
        before = kind_of(doc[start - 2].lower_)
        return before if before.startswith("of ") and doc[start - 1].lower_ == "of" else ""
    return ""


def _typed(entry: Entry, types: Mapping[str, int]) -> float:
    """Return the bonus of a candidate that is what the words beside its name say it is."""
    if entry.feature in ("region", "district"):
        return TYPE if types.get("of division", 0) > types.get("of town", 0) else 0.0
    return TYPE if entry.feature == "city" and types.get("of town", 0) > types.get("of division", 0) else 0.0


def _plain(name: Named) -> bool:
    """Whether a name has one meaning, or one that stands far above all others."""
    scores = [score for _, score in name.options]
    return len(scores) == 1 or (len(scores) > 1 and scores[0] - scores[1] >= COUNTRY)


def _pinned(doc: Doc, drafts: Sequence[Draft], keys: Sequence[str], names: Mapping[str, Named]) -> dict[int, Entry]:
    """Return the drafts that the article itself places, and those that they are placed in: both of "Paris, Texas"."""
    found: dict[int, Entry] = {}
    for index in range(len(drafts) - 1):
        first, second = drafts[index], drafts[index + 1]
        between = text_between(doc, first.end, second.start).lower().split()
        comma = between in ([","], ["("])
        loose = len(between) <= REACH and between[:1] in (["in"], [",in"]) and all(word.isalpha() for word in between)
        if (
            not (comma or loose)
            or second.form in ("adjective", "site")
            or first.form not in ("name", "dateline", "part")
        ):
            continue
        best = _best_pair(names[keys[index]], names[keys[index + 1]], comma)
        if best:
            found.setdefault(index, best[0])
            found[index + 1] = best[1]
    return found


def _agreed(keys: Sequence[str], pinned: Mapping[int, Entry]) -> dict[str, Entry]:
    """Return the names that the article places and always in the same place: they mean it without the addition too."""
    found: dict[str, set[Entry]] = defaultdict(set)
    for index, entry in pinned.items():
        if entry.feature in ("city", "district"):
            found[keys[index]].add(entry)
    return {key: next(iter(entries)) for key, entries in found.items() if len(entries) == 1}


def _best_pair(small: Named, big: Named, comma: bool) -> tuple[Entry, Entry] | None:
    """Return the likeliest pair of places of which the second holds the first; a country alone is in no place."""
    if not small.options or not big.options or small.options[0][0].feature in ("country", "continent"):
        return None
    pairs = [
        (score + other, -at, inside, around)
        for at, (inside, score) in enumerate(small.options)
        for around, other in big.options[:2]
        if contains(around, inside)
    ]
    if not pairs:
        return None
    best = max(pairs, key=lambda pair: pair[:2])
    # "talks in Paris in Texas" may be two places; without a comma only a near candidate is drawn inside.
    if not comma and small.options[0][1] - dict(small.options)[best[2]] > BESIDE:
        return None
    return best[2], best[3]


def contains(big: Entry, small: Entry) -> bool:
    """Whether the gazetteer puts the smaller place inside the bigger one."""
    if big is small or big.feature == "city" or not big.country or big.country != small.country:
        return False
    if big.feature == "country":
        return small.feature != "country"
    if not big.admin:
        return False
    return small.admin.startswith(big.admin + ".") or (small.admin == big.admin and small.feature == "city")


def _support(names: Mapping[str, Named]) -> dict[tuple[str, Entry], float]:
    """Return the bonus of each candidate town for lying near a candidate town of another name."""
    squares: dict[tuple[int, int], set[str]] = defaultdict(set)
    for key, name in names.items():
        for one, _ in name.options:
            if one.feature in ("city", "district"):
                squares[_square(one)].add(key)
    found: dict[tuple[str, Entry], float] = {}
    for key, name in names.items():
        for one, _ in name.options:
            row, column = _square(one)
            around = [(row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1)]
            near = one.feature in ("city", "district") and any(squares.get(at, set()) - {key} for at in around)
            found[key, one] = NEAR if near else 0.0
    return found


def _square(entry: Entry) -> tuple[int, int]:
    return math.floor(entry.lat / NEAR_DEGREES), math.floor(entry.lon / NEAR_DEGREES)


class Context:
    """What the article's places, as far as they are known, say for a candidate of another name."""

    def __init__(self, names: Mapping[str, Named], known: Mapping[str, Entry], home: str) -> None:
        self.known = {key: (entry, len(names[key].drafts)) for key, entry in known.items()}
        self.home = home
        self.countries: Counter[str] = Counter()
        for entry, times in self.known.values():
            if entry.country:
                self.countries[entry.country] += times
        self.holding = Counter(
            {".".join(e.admin.split(".")[:2]) for e, _ in self.known.values() if e.feature == "city"}
        )
        self.divisions = {entry.admin: key for key, (entry, _) in self.known.items() if entry.feature == "region"}

    def bonus(self, entry: Entry, key: str) -> float:
        """Return what the article adds to a candidate; a name is no evidence for itself."""
        own = self.known.get(key)
        times = own[1] if own and own[0].country else 0
        total = self.countries.total() - times
        score = HOME if entry.country == self.home else 0.0
        if total > 0 and entry.country:
            mine = times if own and own[0].country == entry.country else 0
            score += SAME_COUNTRY * (self.countries[entry.country] - mine) / total
        parts = entry.admin.split(".")
        if entry.feature == "region" and entry.admin in self.holding and not (own and own[0].feature == "city"):
            score += HOLDS
        if entry.feature != "region" and self.divisions.get(".".join(parts[:2]), key) != key:
            score += SAME_DIVISION
        return score


def home_of(article: Article) -> str:
    """Return the country of the article's outlet, by its name or its address, "" when it cannot be told."""
    outlet = outlet_of(article.outlet) or outlet_of(article.url)
    if outlet is not None and outlet.kind != "agency" and outlet.country:
        return outlet.country
    return mapping("domain_countries").get(domain_of(article.url).rsplit(".", 1)[-1], "")
