"""The words around a figure that say what it is about.

Reads   a sentence
Gives   stems
"""

from twosource.check.context import Context
from twosource.check.language.words import content_words, stem
from twosource.model import Span

AROUND = 8
"""Content words on either side of a figure that say what it is about: about a clause's worth."""


def surroundings(context: Context, span: Span) -> set[str]:
    """Return the stems of the words around a figure, in its sentence and within `AROUND` words of it."""
    sentence = context.sentence(span)
    before = content_words(context.article.text[sentence.start : span.start])[-AROUND:]
    after = content_words(context.article.text[span.end : sentence.end])[:AROUND]
    return {stem(word) for word in (*before, *after) if not word[0].isdigit()}
