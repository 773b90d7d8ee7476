"""Claims read from lists of labels and numbers: "Dead: 192  Injured: 4,877", under the name of a place.

Reads   blocks that hold two such pairs at least, the places named before them
Gives   figure claims by the labels that say what befell people; where such lists stand, which are no prose
Misses  rows of some of those just counted ("Americans: 12"), columns, labels without a colon
"""

import re
from collections.abc import Iterator
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import BEFALLING, GENERIC
from twosource.check.claims.scopes import named
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context, within
from twosource.check.language.words import content_words, stem
from twosource.model import Claim, Span
from twosource.text.lexicon import mapping

BY = "labelled"
PAIR = re.compile(
    r"(?P<label>[^\W\d_]+(?:[ -][^\W\d_]+){0,3})[ \t]*:[ \t]*(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,:%/-]*\d)"
)
NUMBERED = re.compile(r":[ \t]*\d")
HEADING = re.compile(r"(?:^|\n|\.\s)\s*(?P<name>[^\W\d_][\w .'’-]{2,40}):\s*$")
LEAST = 2
"""Pairs that make a list: one may be a time or a verse."""


def labelled(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each labelled number of people, in text order."""
    return tuple(claim for table in _tables(context) for claim in _claims(context, table))


def lists(context: Context) -> tuple[Span, ...]:
    """Return where labels and numbers stand in a list, in text order."""
    return tuple(Span(table[0].start(), table[-1].end()) for table in _tables(context))


def _tables(context: Context) -> Iterator[list[re.Match[str]]]:
    """The pairs of each list: those that follow each other with nothing but white space, or a heading, between."""
    text = context.article.text
    if len(NUMBERED.findall(text)) < LEAST:
        return  # as in most articles, which need not be gone through word by word
    table: list[re.Match[str]] = []
    for pair in PAIR.finditer(text):
        if table and text[table[-1].end() : pair.start()].strip(" \t\n;,.|"):
            if len(table) >= LEAST:
                yield table
            table = []
        table.append(pair)
    if len(table) >= LEAST:
        yield table


def _claims(context: Context, table: list[re.Match[str]]) -> Iterator[Claim]:
    scope = _place(context, table[0].start())
    for pair in table:
        span = Span(pair.start("number"), pair.end("number"))
        measure = _measure(pair["label"])
        if measure and context.speaks(span):
            number = float(pair["number"].replace(",", ""))
            yield make_claim(
                context,
                "figure",
                span,
                measure=measure,
                value=pair["number"],
                subject=GENERIC,
                scope=scope,
                low=number,
                high=number,
                value_key=" ".join(sorted(surroundings(context, span))),
                rule=BY,
            )


def _measure(label: str) -> str:
    """What a label says befell those counted, "" where it says nothing of the kind, or of some only."""
    kinds, said = _kinds(), [stem(word) for word in content_words(label)]
    found = {kinds[word] for word in said if word in kinds}
    rest = [word for word in said if word not in kinds and word != "total"]
    return min(found) if len(found) == 1 and found <= BEFALLING and not rest else ""


@cache
def _kinds() -> dict[str, str]:
    """What befell people, by the stem of the word for it."""
    return {stem(word): kind for word, kind in mapping("casualties").items()}


def _place(context: Context, start: int) -> str:
    """The place that the heading of a list names."""
    heading = HEADING.search(context.article.text[max(0, start - 60) : start])
    if heading is None:
        return ""
    name = Span(start - (min(60, start) - heading.start("name")), start)
    places = within(context.mentions.places, name)
    return named(places[0].value) if places else heading["name"].casefold()
