"""Tell whether somebody is a man or a woman, where a title, a first name or a noun does.

Reads   names, titles and nouns, with the lexicons of first names, titles and gendered nouns
Gives   "m" or "f"; "" where nothing tells or two things disagree
Misses  first names of both; titles that both bear
"""

from collections.abc import Sequence

from twosource.text.lexicon import mapping


def sex_of(noun: str) -> str:
    """Return "m" or "f" where a noun for somebody (a lemma in lower case) tells it, else "".

    >>> sex_of("uncle"), sex_of("policewoman"), sex_of("clerk")
    ('m', 'f', '')
    """
    ending = "f" if noun.endswith("woman") else "m" if noun.endswith("man") else ""
    return mapping("gendered_nouns").get(noun, ending)


def gender_of(texts: Sequence[str], titles: Sequence[str]) -> str:
    """Return f or m where a title or a first name tells it, "" when they do not or disagree."""
    told = {row for title in titles for row in [mapping("titles").get(word, "u") for word in title.split()]} - {"u"}
    if len(told) == 1:
        return next(iter(told))
    firsts = {mapping("first_names").get(text.split()[0], "") for text in texts if " " in text} - {"", "u"}
    return next(iter(firsts)) if len(firsts) == 1 else ""
