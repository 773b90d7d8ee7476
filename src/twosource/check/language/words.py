"""Content words and their stems, for comparing what two sentences are about.

Reads   texts, words in lower case, the lexicons of synonyms, contrasts, times and stages
Gives   content words, stems and senses; whether two sets of stems exclude each other
Misses  contraries that no lexicon has

`stem` is that of `text`, handed on: whoever compares words asks for it beside them.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from twosource.text.lexicon import table, words
from twosource.text.stems import stem as stem

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:]\d+)*")


def content_words(text: str) -> tuple[str, ...]:
    """Return the words of a text that carry meaning, lower-cased, in order.

    >>> content_words("The troops will withdraw from the city.")
    ('troops', 'withdraw', 'city')
    """
    stop = words("stopwords")
    plain = text.replace("-", "").lower()
    return tuple(w for w in (m.removesuffix("'s").removesuffix("’s") for m in WORD.findall(plain)) if w not in stop)


@cache
def _classes() -> dict[str, str]:
    """The stem of each word of `synonyms`, mapped to the stem of the first word of its first set."""
    found: dict[str, str] = {}
    for members in table("synonyms"):
        for word in members:
            for part in (word, word.replace("-", "")):
                found.setdefault(stem(part), stem(members[0]))
    return found


@lru_cache(maxsize=50_000)
def sense(word: str) -> str:
    """Return the stem that stands for a lower-cased word and its synonyms.

    >>> sense("blaze"), sense("firefighters"), sense("stolen") == sense("heist")
    ('fire', 'firefight', True)
    """
    found = stem(word)
    return _classes().get(found, found)


@lru_cache(maxsize=20_000)
def senses(text: str) -> frozenset[str]:
    """Return the senses of all words of a text."""
    return frozenset(sense(word.lower()) for word in WORD.findall(text))


def content_senses(text: str) -> frozenset[str]:
    """Return the senses of the words of a text that carry meaning."""
    return frozenset(map(sense, content_words(text)))


@lru_cache(maxsize=50_000)
def parted(key: str) -> frozenset[str]:
    """Return the stems of a claim's `value_key` as a set: each pair that a claim is compared in asks again."""
    return frozenset(key.split())


def stems(found: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of words as a set."""
    return frozenset(stem(word) for word in found)


def contrary(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two sets of stems hold words that exclude each other, each only one of them: "north" and "south".

    >>> contrary({"bank", "north"}, {"bank", "south"}), contrary({"north", "south"}, {"south"})
    (True, False)
    """
    return _excludes("contrasts", frozenset(a), frozenset(b))


def contradict(a: str, b: str) -> bool:
    """Whether two texts say the contrary of one thing: contrary words in small letters, a word beside them the same.

    >>> contradict("the boat hit the north bank", "it hit the south bank"), contradict("locked down", "gave up")
    (True, False)
    """
    first, second = _told_of(a), _told_of(b)
    return any(
        not beside.isdisjoint(others) and word not in second and contrast not in first
        for word, beside in first.items()
        for contrast, others in second.items()
        if contrast in _contrasts()[word]
    )


@lru_cache(maxsize=20_000)
def _told_of(text: str) -> dict[str, frozenset[str]]:
    """For each word of a text that has a contrary the senses beside it, none where it is only part of a name."""
    stop = words("stopwords") - _contrasts().keys()
    found = (match[0].removesuffix("'s").removesuffix("’s") for match in WORD.finditer(text))
    said = [(sense(word.lower()), word.islower()) for word in found if word.lower() not in stop]
    beside: dict[str, frozenset[str]] = {}
    for number, (one, small) in enumerate(said):
        if one in _contrasts():
            near = (said[n][0] for n in (number - 1, number + 1) if small and 0 <= n < len(said))
            beside[one] = beside.get(one, frozenset()) | frozenset(near)
    return beside


@cache
def _contrasts() -> dict[str, frozenset[str]]:
    """For each word of `contrasts` those that exclude it."""
    found: dict[str, frozenset[str]] = {}
    for members in table("contrasts"):
        for word in members:
            found[word] = found.get(word, frozenset()) | frozenset(members) - {word}
    return found


def another_time(a: Iterable[str], b: Iterable[str]) -> bool:
    """Whether two sets of stems hold days, months, parts of a day or ordinals that exclude each other.

    >>> another_time({"fire", "monday"}, {"fire", "tuesday"}), another_time({"monday"}, {"monday", "tuesday"})
    (True, False)
    """
    return _excludes("time_contrasts", frozenset(a), frozenset(b))


def tells_of_another(text: str) -> bool:
    """Whether a text tells of one more of a kind: what is told of it is not at odds with what is told of the first.

    >>> tells_of_another("did another attacker kill 8 people"), tells_of_another("did the attacker kill one other man")
    (True, False)
    """
    return ANOTHER.search(text) is not None


ANOTHER = re.compile(r"\b(?:another|an?\s+(?:second|third|fourth|separate|different))\s", re.I)


def stages(found: Iterable[str]) -> tuple[tuple[int, frozenset[int]], ...]:
    """Return the stages that a set of stems tells of each course in `stages`: numbers of courses, and of their stages.

    >>> stages({"accus", "murder"}), stages({"accus", "plead"}), stages({"murder"})
    (((0, frozenset({0})),), ((0, frozenset({0, 1})),), ())
    """
    known: dict[int, set[int]] = {}
    for one in found:
        for course, stage in _courses().get(one, ()):
            known.setdefault(course, set()).add(stage)
    return tuple((course, frozenset(known[course])) for course in sorted(known))


def another_stage(a: tuple[tuple[int, frozenset[int]], ...], b: tuple[tuple[int, frozenset[int]], ...]) -> bool:
    """Whether two are of different stages of one course: being charged, and pleading.

    >>> charged, pleaded = stages({"accus"}), stages({"plead"})
    >>> another_stage(charged, pleaded), another_stage(stages({"accus", "plead"}), pleaded)
    (True, False)
    """
    return any(course == other and not one & two for course, one in a for other, two in b)


@cache
def _courses() -> dict[str, tuple[tuple[int, int], ...]]:
    """The courses and stages that the sense of a word belongs to."""
    found: dict[str, list[tuple[int, int]]] = {}
    for course, row in enumerate(table("stages")):
        for stage, members in enumerate(row):
            for word in members.split():
                found.setdefault(sense(word), []).append((course, stage))
    return {word: tuple(places) for word, places in found.items()}


def _excludes(name: str, first: frozenset[str], second: frozenset[str]) -> bool:
    rows = _rows(name)
    if first.isdisjoint(rows.keys()) or second.isdisjoint(rows.keys()):
        return False  # as most are
    both = {row for word in first & rows.keys() for row in rows[word]}
    both &= {row for word in second & rows.keys() for row in rows[word]}
    return any(first.isdisjoint(second & row) for row in both)


@cache
def _rows(name: str) -> dict[str, tuple[frozenset[str], ...]]:
    """The rows of a table that hold a word, by the word."""
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for row in map(frozenset, table(name)):
        for word in row:
            found[word] = (*found.get(word, ()), row)
    return found
