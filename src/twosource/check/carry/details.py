"""Find the words that single out a detail of a story: rare ones, years and records, or two side by side, told once.

Reads   the words of each sentence, by article
Gives   how much each such word says, from 0.3 to 2.2; the pairs of words of which each is one

Of a robbery everybody writes "police" and "jewels", in many sentences; whoever writes "megaphone" tells of one moment
of it, and so does the next article that has the word. The measure is how rare a word is in English by `word_frequency`:
the decimal logarithm of its occurrences in a thousand million words, 5.1 for "police" and 3.5 for "sham".
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from twosource.check.language.nouns import is_person
from twosource.check.language.words import WORD, sense, stem
from twosource.text.lexicon import mapping, table, words

COMMON, RARE = 5.2, 3.0
"""How common a word is that singles out nothing ("police"), and one that the list of common words does not hold."""

ONCE = 1.5
"""How often an article has such a word on average, at most: the headline may say it again."""

SAYS_LITTLE = 0.3

LETTERS = 3
"""Letters of a word that can be rare: "th" is what is left of "29th", and "didn't" is missing in lists of words."""

PAIRED, THREE, PAIR_ONCE = 1.0, 3, 1.4
"""What two words side by side must say together ("broken ankle"), in how many articles they must stand,
and how often in each on average, at most: two words that go together by chance do so in two articles."""

TWO, RECORD = 2, re.compile(r"(?<![\d.,-])(?=\d+[-–]\d\d|\d\d)(\d{1,3})[-–](\d{1,3})(?![\d.,-]*\d)")
"""In how many articles two numbers with a hyphen between must stand, and what they are: "43-39", and neither "3-2",
which many games end with, nor a date."""

NUMBERS = ((4, 0.9), (3, 0.7))
"""What a number of so many signs says: a year singles out a detail with a word besides, an age says nothing."""

PARTED = re.compile(r'[.,;:()"“”]|\b(?:and|or|but|nor)\b')


def details(told: Iterable[tuple[str, dict[str, str]]]) -> dict[str, float]:
    """Return what each word that singles out a detail says, by its sense.

    `told` gives for each sentence its article and its words by their sense, as they are written. A name singles out
    nothing, since somebody bears it who does many things: a word is taken for one that always has a capital.
    """
    sentences: dict[str, int] = defaultdict(int)
    articles: dict[str, set[str]] = defaultdict(set)
    says: dict[str, float] = {}
    plain: set[str] = set()
    for article, said in told:
        for one, word in said.items():
            sentences[one] += 1
            articles[one].add(article)
            says[one] = min(says.get(one, COMMON), rarity(word.lower()))
            if word[0].islower() and not is_person(word):
                plain.add(one)
    return {
        one: much
        for one, much in says.items()
        if much > SAYS_LITTLE
        and (one in plain or one[0].isdigit())
        and (one[0].isdigit() or (one.isalpha() and len(one) >= LETTERS))
        and len(articles[one]) > 1
        and sentences[one] <= ONCE * len(articles[one])
    }


def recurring(told: Iterable[tuple[str, frozenset[str]]]) -> frozenset[str]:
    """Return the pairs of words that single out a detail; `told` gives for each sentence its article and its pairs."""
    articles: dict[str, list[str]] = defaultdict(list)
    for article, pairs in told:
        for pair in pairs:
            articles[pair].append(article)
    return frozenset(
        pair
        for pair, found in articles.items()
        if len(set(found)) >= (TWO if pair[0].isdigit() else THREE) and len(found) <= PAIR_ONCE * len(set(found))
    )


@lru_cache(maxsize=50_000)
def pairs_of(text: str) -> frozenset[str]:
    """Return the senses of each two plain words that stand side by side, with nothing but small words between.

    Names, numbers, times, people and verbs of saying are no plain words: "a police officer told reporters on Friday".
    Two numbers with a hyphen between, of which one has two signs, are a pair too: the record of a season.

    >>> sorted(pairs_of("Ann Lowe, 40, told reporters of a broken ankle and a stray bullet in a 43-39 season."))
    ['43 39', 'broken ankl', 'stray bullet']
    """
    found, last, end = set(), "", 0
    for match in WORD.finditer(text):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if word.lower() in words("stopwords"):
            continue
        plain = _is_plain(word)
        if plain and last and not PARTED.search(text, end, match.start()) and rarity(last) + rarity(word) >= PAIRED:
            found.add(f"{sense(last)} {sense(word)}")
        last, end = word if plain else "", match.end()
    return frozenset(found | {" ".join(numbers) for numbers in RECORD.findall(text)})


def _is_plain(word: str) -> bool:
    if not word.islower() or word in _no_detail():
        return False
    return not is_person(word) and not is_person(word.removesuffix("s")) and sense(word) not in _saying()


@cache
def _no_detail() -> frozenset[str]:
    return words("temporal_nouns") | words("pronouns") | words("light_verbs")


@cache
def _saying() -> frozenset[str]:
    """The senses of the verbs that report what somebody says."""
    return frozenset(sense(row[0]) for row in table("attribution_verbs") if row[2] == "says")


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """Return how rare a lower-cased word is in English in its commonest form, from 0 to 2.2; a number by its length.

    >>> rarity("police"), rarity("megaphone"), rarity("resuming"), rarity("1,200"), rarity("12")
    (0.1, 2.2, 0.6, 0.9, 0.0)
    """
    if word[0].isdigit():
        return next((much for signs, much in NUMBERS if len(word) >= signs), 0.0)
    tenths = max(int(mapping("word_frequency").get(form, 0)) for form in _forms(word))
    return max(0.0, round(COMMON - (tenths / 10 or RARE), 1))


def _forms(word: str) -> list[str]:
    """A word and those of one stem that its commonest endings make of it: "resuming", "resume", "resumes"."""
    roots = [word, *(word[:-length] for length in (1, 2, 3) if len(word) > length + 2)]
    made = {root + ending for root in roots for ending in ("", "e", "s", "es", "ed", "d", "ing")}
    return [word, *(form for form in made - {word} if form in mapping("word_frequency") and stem(form) == stem(word))]
