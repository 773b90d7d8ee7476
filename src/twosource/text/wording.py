"""Words of a page as they stand within a sentence of ours.

Reads   a value that may have begun a sentence of its page
Gives   `within_sentence`
Misses  names that begin with a number's word
"""

from functools import cache

from twosource.text.lexicon import words


def within_sentence(value: str) -> str:
    """Return a value without the capital that the beginning of a sentence gave to a number, an article or "about".

    >>> within_sentence("Twelve people"), within_sentence("Dozens of streets"), within_sentence("About 80 homes")
    ('twelve people', 'dozens of streets', 'about 80 homes')
    >>> within_sentence("Arle residents"), within_sentence("US $5")
    ('Arle residents', 'US $5')
    """
    first = value.partition(" ")[0].partition("-")[0]
    plain = first[1:].islower() and first.lower() in _plain()
    return value[:1].lower() + value[1:] if plain else value


@cache
def _plain() -> frozenset[str]:
    return words("number_words") | words("stopwords") | {"dozens"}
