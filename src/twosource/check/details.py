"""Find the words that single out a detail of a story: rare ones that each article uses about once.

Reads   the words of each sentence, by article
Gives   how much each such word says, from 0.3 to 2.2

Of a robbery everybody writes "police" and "jewels", in many sentences; whoever writes "megaphone" tells of one moment
of it, and so does the next article that has the word. The measure is how rare a word is in English by `word_frequency`:
the decimal logarithm of its occurrences in a thousand million words, 5.1 for "police" and 3.5 for "sham".
"""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from twosource.check.nouns import is_person
from twosource.check.words import stem
from twosource.text.lexicon import mapping

COMMON, RARE = 5.2, 3.0
"""How common a word is that singles out nothing ("police"), and one that the list of common words does not hold."""

ONCE = 1.5
"""How often an article has such a word on average, at most: the headline may say it again."""

SAYS_LITTLE = 0.3


def details(told: Iterable[tuple[str, dict[str, str]]]) -> dict[str, float]:
    """Return what each word that singles out a detail says, by its sense.

    `told` gives for each sentence its article and its words by their sense, as they are written. A name singles out
    nothing, since somebody bears it who does many things: a word is one that is never written without a capital.
    """
    sentences: dict[str, int] = defaultdict(int)
    articles: dict[str, set[str]] = defaultdict(set)
    says: dict[str, float] = {}
    plain: set[str] = set()
    for article, words in told:
        for sense, word in words.items():
            sentences[sense] += 1
            articles[sense].add(article)
            says[sense] = min(says.get(sense, COMMON), rarity(word.lower()))
            if word[0].islower() and not is_person(word):
                plain.add(sense)
    return {
        sense: much
        for sense, much in says.items()
        if much > SAYS_LITTLE
        and sense in plain
        and len(articles[sense]) > 1
        and sentences[sense] <= ONCE * len(articles[sense])
    }


@lru_cache(maxsize=50_000)
def rarity(word: str) -> float:
    """Return how rare a lower-cased word is in English in its commonest form, from 0 to 2.2; numbers are never rare.

    >>> rarity("police"), rarity("megaphone"), rarity("resuming"), rarity("1,200")
    (0.1, 2.2, 0.6, 0.0)
    """
    if word[0].isdigit():
        return 0.0
    tenths = max(int(mapping("word_frequency").get(form, 0)) for form in _forms(word))
    return max(0.0, round(COMMON - (tenths / 10 or RARE), 1))


def _forms(word: str) -> list[str]:
    """A word and those of one stem that its commonest endings make of it: "resuming", "resume", "resumes"."""
    roots = [word, *(word[:-length] for length in (1, 2, 3) if len(word) > length + 2)]
    made = {root + ending for root in roots for ending in ("", "e", "s", "es", "ed", "d", "ing")}
    return [word, *(form for form in made - {word} if form in mapping("word_frequency") and stem(form) == stem(word))]
