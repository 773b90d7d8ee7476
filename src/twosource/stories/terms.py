"""Turn an article into weighted terms: what it is about, with names and the lead counting more.

Reads   Article.title and the first characters of Article.text
Gives   Terms: hashed terms with counts, and which of them are names; their weights from words seen so far
Misses  names of several words as one thing; other languages' word endings

No parser runs here: a name is a capitalised word that does not open a sentence.
"""

import calendar
import re
import zlib
from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec
import numpy as np
from numpy.typing import NDArray

from twosource.model import Article
from twosource.stories.vectors import Ids, Vector, Weights, summed, trimmed_by, vector_of
from twosource.text.lexicon import table, words
from twosource.text.splitting import DIGIT, RUNS_ON, SPACE, UPPER, WORD, Split, split

BUCKETS = 1 << 20
"""Terms are numbered by a hash of 20 bits, so that the table of counts never grows: a million numbers for some
200,000 words and names of a year's news."""

READ = 8_000
"""Characters read of a text (about 1,300 words): what an event is, a report says at its top."""

LEAD = 60
"""Words of the lead: title and first two paragraphs."""

LEAD_COUNTS = 6.0
"""How often a word of the lead counts. Counts go in by their logarithm: it weighs 2.8 times one said once below."""

NAMES = 3.0
"""Weight of a name against another word of equal rarity: who and where tell two events of one kind apart."""

PRIOR = 200
"""Articles that the general word frequencies stand for until as many have been seen."""

WORDS_READ = 300
"""Words of a common article, to turn a word's frequency in books into the share of articles that have it."""

RARE = 1e-4
"""Share of articles that have a word which is not among the 20,000 most frequent: names, mostly."""

MOST_TERMS = 120
"""Terms kept of an article, the heaviest: beyond them weights are a tenth of the first and sums do not change."""

# A day of the month, which stands beside its month.
DAY = re.compile(r"(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?")
# A word after another word, a comma or the like: it opens no sentence, so a capital makes it a name.
INSIDE = re.compile(r"(?<=[\w,;)\]–—-] )[^\W_]+(?:['’][^\W_]+)*")


class Terms(msgspec.Struct, frozen=True):
    """The terms of one article: `ids` ascending, their `counts` (lead words more), and which are `names`."""

    ids: NDArray[np.int32]
    counts: NDArray[np.float32]
    names: NDArray[np.bool_]


def terms_of(article: Article) -> Terms:
    """Return the terms of an article.

    >>> found = terms_of(Article(text="The river Elbe rose. Dresden was flooded."))
    >>> len(found.ids), int(found.names.sum())
    (5, 1)
    """
    found = split(_text(article), scripts=False, joined=True)
    words_in = np.fromiter(map(term_of, found.words), dtype=np.int32, count=len(found.words))
    places, dated = _figures(found)
    numbers = np.concatenate((words_in, np.array(dated, dtype=np.int32)))
    counted = np.ones(len(numbers))
    counted[:LEAD] = LEAD_COUNTS
    counted[len(words_in) :] = np.where(np.array(places) < LEAD, LEAD_COUNTS, 1.0)
    named = np.concatenate((_named(found), np.ones(len(dated), dtype=bool)))
    kept = numbers >= 0
    ids, counts = summed(numbers[kept], counted[kept])
    names = np.zeros(len(ids), dtype=bool)
    names[np.searchsorted(ids, numbers[kept & named])] = True
    return Terms(ids, counts.astype(np.float32), names)


def _named(found: Split) -> NDArray[np.bool_]:
    """Return which words are capitalised and stand after a word, a comma or the like, and so open no sentence."""
    spaced = found.points[np.maximum(found.starts - 1, 0)] == SPACE
    inside = found.classes[np.maximum(found.starts - 2, 0)] & (WORD | RUNS_ON) != 0
    capital = found.classes[found.starts] & UPPER != 0
    named: NDArray[np.bool_] = capital & spaced & inside & (found.starts >= 2)
    return named


def _figures(found: Split) -> tuple[list[int], list[int]]:
    """Return the places and terms of days ("Nov. 27", "27th November") and of figures with a mark ("6.1", "1,200").

    They tell two events of one kind apart as names do: two quakes on one island, two elections of one country.
    """
    places, terms, done = [], [], -1
    for place in np.flatnonzero(found.classes[found.starts] & DIGIT).tolist():
        if place <= done:
            continue
        done = place
        while found.gap(done) in (".", ",") and found.words[done + 1].isdecimal():
            done += 1
        if done > place and found.words[place].isdecimal():
            terms.append(_number("figure " + "".join(found.words[place : done + 1])))
            places.append(place)
        elif day := DAY.fullmatch(found.words[place]):
            month = _month(found, place)
            if month:
                terms.append(_number(f"day {month} {int(day[1])}"))
                places.append(place)
    return places, terms


def _month(found: Split, place: int) -> int:
    """The month that stands before or after a day, 0 when none does."""
    if place and found.gap(place - 1) in (" ", ". ") and found.words[place - 1][0].isupper():
        before = months().get(found.words[place - 1].lower(), 0)
        if before:
            return before
    after = place + 1
    if found.gap(place) == " " and found.words[after] == "of":
        after += 1
    if found.gap(after - 1) != " " or not found.words[after][0].isupper():
        return 0
    return months().get(found.words[after].lower(), 0)


@cache
def months() -> dict[str, int]:
    """Return the months of English by name and by the usual short forms, 1 to 12."""
    names = list(calendar.month_name)[1:]
    return {form.lower(): at for at, name in enumerate(names, 1) for form in (name, name[:3], name[:4])}


def _text(article: Article) -> str:
    head = article.text[:READ]
    return head if not article.title or article.title in head else f"{article.title}\n{head}"


@lru_cache(maxsize=200_000)
def term_of(word: str) -> int:
    """Return the number of a word's term, -1 for a function word or a single letter."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    if len(low) < 2 or low in words("stopwords"):
        return -1
    return _number(stem(low))


def stem(word: str) -> str:
    """Return a word without its plural or verb ending; rough, and the same for all forms of most words.

    >>> [stem(word) for word in ("talks", "talked", "talking", "parties", "gas")]
    ['talk', 'talk', 'talk', 'party', 'gas']
    """
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        for ending in ("ing", "ed"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
        if word.endswith("s") and not word.endswith("ss"):
            return word[:-1]
    return word


def _number(term: str) -> int:
    return zlib.crc32(term.encode("utf-8", "surrogatepass")) % BUCKETS


@cache
def usual() -> NDArray[np.float32]:
    """Return for each term number the share of articles that have it in general English; `RARE` where unknown."""
    found = np.full(BUCKETS, RARE, dtype=np.float32)
    for word, tenths in table("word_frequency"):
        share = 1 - np.exp(-(10 ** (int(tenths) / 10)) / 1e9 * WORDS_READ)
        number = _number(stem(word))
        found[number] = max(found[number], share)
    return found


def profile(terms: Terms, seen: NDArray[np.int32], articles: int) -> Vector:
    """Return what is kept of an article: its heaviest terms, each with its log count, times `NAMES` for a name.

    `seen` counts for each term number the articles that had it, this one included; `articles` is how many there were.
    """
    said = (1 + np.log(terms.counts)) * np.where(terms.names, np.float32(NAMES), np.float32(1.0))
    return trimmed_by(vector_of(terms.ids, said), said * _rarity(terms.ids, seen, articles), MOST_TERMS)


def weighed(profiles: Sequence[Vector], seen: NDArray[np.int32], articles: int) -> list[Vector]:
    """Return a vector of length one for each profile: times the rarity of its terms, as known by now."""
    if not profiles:
        return []
    ids = np.frombuffer(b"".join([profile.ids for profile in profiles]), dtype=np.int32)
    said = np.frombuffer(b"".join([profile.weights for profile in profiles]), dtype=np.float32)
    heavy = said * _rarity(ids, seen, articles)
    ends = np.cumsum([len(profile) for profile in profiles]).tolist()
    found = []
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        part = heavy[start:end]
        found.append(vector_of(ids[start:end], part / (float(np.linalg.norm(part)) or 1.0)))
    return found


def _rarity(ids: Ids, seen: NDArray[np.int32], articles: int) -> Weights:
    """How rare terms are among the articles seen and in general: the log of one over the share that has them."""
    share = (seen[ids] + PRIOR * usual()[ids]) / (articles + PRIOR)
    return np.maximum(0.0, -np.log(share)).astype(np.float32)
