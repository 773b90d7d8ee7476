"""Choose which place each name means: by what stands beside it, by the rest of the article, by size.

Reads   drafts, the gazetteer, Article.url and outlet
Gives   an Entry, or None, for each draft; one name means one place throughout an article
Misses  two places of one name in one article
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc

from twosource.annotate.places_spans import Draft
from twosource.model import Article
from twosource.text.countries import nationality
from twosource.text.gazetteer import Entry, candidates, country_entry, kilometres
from twosource.text.lexicon import mapping
from twosource.text.names import fold

# All weights are in powers of ten of population: a place must be ten times as big to make up for one.
SAME_DIVISION = 3.0  # its state or province is named in the article
SAME_COUNTRY = 1.5  # its country is the article's, scaled by that country's share
NEAR = 1.0  # within a day's drive of a place that is certain
NEAR_KM = 150.0
COUNTRY = 2.0  # a country before a town of its name
OTHER_NAME = 1.0  # against a place for which the name is an alternative one
DISTRICT = 1.0  # against districts: the press means the town
HOME = 0.5  # the outlet's own country
UNKNOWN_SIZE = 1_000  # taken for towns whose population is not known; the gazetteer's floor is 500
AREA = 7.0  # areas, waters and landmarks in the list were chosen for being known to all

TYPE = {"division": ("region", "district"), "town": ("city",)}


def resolve(doc: Doc, drafts: Sequence[Draft], article: Article) -> list[Entry | None]:
    """Return the place of each draft, None where the gazetteer has none."""
    keys = [fold(draft.text(doc)) for draft in drafts]
    options: dict[str, tuple[Entry, ...]] = {}
    for key, draft in zip(keys, drafts, strict=True):
        options.setdefault(key, _options(draft, doc))
    pinned = _pinned(doc, drafts, keys, options)
    scores = {key: {one: prior(one) for one in found} for key, found in options.items()}
    chosen: dict[str, Entry] = {}
    # Two rounds: the first finds what is certain, the second uses it.
    for _ in range(2):
        context = _context(keys, chosen or pinned | _certain(options), article)
        for key in sorted(options):
            if options[key]:
                kept = pinned.get(key)
                chosen[key] = kept or max(options[key], key=lambda one: scores[key][one] + context.bonus(one, key))
    return [chosen.get(key) for key in keys]


def _options(draft: Draft, doc: Doc) -> tuple[Entry, ...]:
    words = draft.text(doc)
    if draft.form == "adjective":
        found = country_entry(nationality(words))
        return (found,) if found else ()
    return candidates(words)


def prior(entry: Entry) -> float:
    """Return how likely a place is meant by its name alone, in powers of ten of population."""
    if entry.feature in ("area", "water", "continent", "landmark"):
        return AREA
    score = math.log10(max(entry.population, UNKNOWN_SIZE))
    if entry.feature == "country":
        score += COUNTRY
    if entry.feature == "district":
        score -= DISTRICT
    return score if entry.primary else score - OTHER_NAME


def _certain(options: dict[str, tuple[Entry, ...]]) -> dict[str, Entry]:
    """Return the names that have one meaning only, and countries."""
    return {
        key: found[0]
        for key, found in options.items()
        if found and (len(found) == 1 or (found[0].feature == "country" and len({one.country for one in found}) == 1))
    }


def _pinned(
    doc: Doc, drafts: Sequence[Draft], keys: Sequence[str], options: dict[str, tuple[Entry, ...]]
) -> dict[str, Entry]:
    """Return the names that the article itself places: "Paris, Texas" pins both."""
    found: dict[str, Entry] = {}
    for index in range(len(drafts) - 1):
        inner, outer = drafts[index], drafts[index + 1]
        if outer.start - inner.end != 1 or doc[inner.end].text not in (",", "(") or outer.form == "adjective":
            continue
        pairs = [
            (prior(small) + prior(big), -at, small, big)
            for at, small in enumerate(options[keys[index]])
            for big in options[keys[index + 1]]
            if contains(big, small)
        ]
        if pairs:
            best = max(pairs, key=lambda pair: pair[:2])
            found.setdefault(keys[index], best[2])
            found.setdefault(keys[index + 1], best[3])
    return found


def contains(big: Entry, small: Entry) -> bool:
    """Whether the gazetteer puts the smaller place inside the bigger one."""
    if big is small or big.feature == "city" or not big.country or big.country != small.country:
        return False
    if big.feature == "country":
        return small.feature != "country"
    return (
        bool(big.admin) and small.admin.startswith(big.admin) and (small.feature == "city" or small.admin != big.admin)
    )


class _Context:
    """What the article's certain places say for a candidate."""

    def __init__(self, known: dict[str, tuple[Entry, int]], home: str) -> None:
        self.known = known
        self.home = home
        self.countries: Counter[str] = Counter()
        for entry, times in known.values():
            self.countries[entry.country] += times
        self.total = sum(self.countries.values())
        self.divisions = {entry.admin: key for key, (entry, _) in known.items() if entry.feature == "region"}
        self.near: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for key, (entry, _) in known.items():
            if entry.feature == "city":
                self.near[entry.country].append((key, entry))

    def bonus(self, entry: Entry, key: str) -> float:
        """Return what the article adds to a candidate's prior; a name is no evidence for itself."""
        own = self.known.get(key)
        mine = own[1] if own and own[0].country == entry.country else 0
        total = self.total - (own[1] if own else 0)
        score = SAME_COUNTRY * (self.countries[entry.country] - mine) / total if total else 0.0
        if entry.feature != "region" and any(self.divisions.get(code, key) != key for code in _within(entry.admin)):
            score += SAME_DIVISION
        if entry.country == self.home:
            score += HOME
        if entry.feature == "city" and any(
            other != key and (kilometres(entry, town) or 0.0) < NEAR_KM for other, town in self.near[entry.country]
        ):
            score += NEAR
        return score


def _within(admin: str) -> list[str]:
    """Return a division's code and those of the divisions around it."""
    parts = admin.split(".")
    return [".".join(parts[:stop]) for stop in range(2, len(parts) + 1)]


def _context(keys: Sequence[str], chosen: dict[str, Entry], article: Article) -> _Context:
    times = Counter(keys)
    return _Context({key: (entry, times[key]) for key, entry in chosen.items()}, _home(article.url))


def _home(url: str) -> str:
    """Return the country of a web address's ending, "" for .com and the like."""
    host = url.split("//")[-1].split("/")[0]
    return mapping("domain_countries").get(host.rsplit(".", 1)[-1].lower(), "")
