"""Which language a text is in: only English is read.

Reads   a text
Gives   the name of another language that it is surely in: `foreign`
Misses  short texts; a text of which only a part is English
"""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

ENOUGH = 200
"""Characters from which on the language of prose is told apart without a mistake; of a headline it is not."""

SEEN = 2_000
"""Characters of the beginning that are looked at."""

SURE = 0.6
"""How likely another language must be for a text to be left unread."""

ENGLISH_ONLY = frozenset({"the", "and", "of", "with", "that", "from", "said", "his", "her", "their", "this", "she"})
PARTLY = 0.08
"""Frequent words that its neighbours do not share, and their share in a text that holds English sentences besides."""

AS_ENGLISH = frozenset({"en", "pcm", "sco"})
"""English and what a classifier takes English for: Nigerian Pidgin, Scots."""


def foreign(text: str) -> str:
    """Return the code (ISO 639) of the language that a text is in, "" when it is English or too short to tell.

    >>> foreign("Le fleuve a dépassé la digue dans la nuit de lundi à mardi, et deux personnes sont mortes. " * 3)
    'fr'
    >>> foreign("The river rose over the dyke in the night to Tuesday, and two people died. " * 3), foreign("Le fleuve")
    ('', '')
    """
    if len(text.strip()) < ENOUGH:
        return ""
    code, sureness = _classifier().classify(text[:SEEN])
    if code in AS_ENGLISH or sureness < SURE:
        return ""
    told = text[:SEEN].lower().split()
    return "" if sum(word.strip(",.") in ENGLISH_ONLY for word in told) > PARTLY * len(told) else str(code)


@cache
def _classifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
