"""Find who else prints the same words of a quotation, however it is cut.

Reads   groups of claims, the articles
Gives   the groups, with a claim more for each further article that has a phrase of it between quotation marks
Misses  quotations that are translated or put right

A phrase between quotation marks that two papers share ("a total loss") is the same speech, unless they name two
speakers, of whom a paper is none: nobody hits upon the same two words by chance and marks them as another's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from twosource.check.chains import UNNAMED, chain_of
from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.words import content_words
from twosource.model import Claim, Span
from twosource.text.outlets import outlet_of

BY = "quoted too"

QUOTED = re.compile(
    r"“([^“”]{4,})”|``((?:(?!``|'').){4,})''|\"([^\"]{4,})\"|‘([^‘’]{4,})’(?!\w)|(?<!\w)'([^']{4,})'(?!\w)", re.S
)
"""What stands between quotation marks of one kind, four characters at the least."""

WORDS = 2
"""Content words of a phrase that may be found again: one quoted word is a term ("terrorist"), and many use it."""

PHRASE = 6
"""Content words of a phrase that are looked for: the first ones stand for a long quotation."""

LONGEST = 2_000
"""Characters of a quotation that are read: what goes on longer has lost its closing mark."""


class Quote(NamedTuple):
    """A quotation: the article that has it, where, and its content words."""

    context: Context
    span: Span
    words: tuple[str, ...]


def quoted_too(groups: Sequence[tuple[Claim, ...]], contexts: Iterable[Context]) -> tuple[tuple[Claim, ...], ...]:
    """Return the groups in the same order; those of statements with the claims of those who quote the same words."""
    quotes = [quote for context in contexts for quote in _quotes(context)]
    by_pair: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        for pair in set(zip(quote.words, quote.words[1:], strict=False)):
            by_pair[pair].append(number)
    return tuple(_extended(group, quotes, by_pair) for group in groups)


def _quotes(context: Context) -> Iterable[Quote]:
    for match in QUOTED.finditer(context.article.text):
        group = match.lastindex or 0
        span = Span(match.start(group), min(match.end(group), match.start(group) + LONGEST))
        words = content_words(context.text(span))
        if len(words) >= WORDS and context.speaks(span):
            yield Quote(context, span, words)


def _extended(
    group: tuple[Claim, ...], quotes: list[Quote], by_pair: dict[tuple[str, str], list[int]]
) -> tuple[Claim, ...]:
    if any(claim.kind != "statement" or not claim.disclosed for claim in group):
        return group
    told = {claim.article for claim in group}
    speakers = {claim.subject for claim in group}
    found: dict[str, Claim] = {}
    for phrase in sorted(_phrases(group, quotes)):
        for number in by_pair.get((phrase[0], phrase[1]), ()):
            quote = quotes[number]
            article = quote.context.article.id
            if article in told or article in found or not _holds(quote.words, phrase):
                continue
            chain = chain_of(quote.context, quote.span)
            if not chain or chain[-1] == UNNAMED or chain[-1] in speakers or outlet_of(chain[-1]) is not None:
                found[article] = _claim(quote, group[0], chain)
    return tuple(sorted((*group, *found.values()), key=lambda claim: (claim.article, claim.focus, claim.id)))


def _phrases(group: tuple[Claim, ...], quotes: list[Quote]) -> set[tuple[str, ...]]:
    """The first words of each quotation that stands in what the claims of a group say."""
    places: dict[str, list[Span]] = defaultdict(list)
    for claim in group:
        places[claim.article].append(claim.focus)
    return {
        quote.words[:PHRASE]
        for quote in quotes
        for focus in places.get(quote.context.article.id, ())
        if focus.overlaps(quote.span)
    }


def _holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether a quotation has the words of a phrase in a row."""
    size = len(phrase)
    return any(words[start : start + size] == phrase for start in range(len(words) - size + 1))


def _claim(quote: Quote, like: Claim, chain: tuple[str, ...]) -> Claim:
    context = quote.context
    return make_claim(
        context,
        "statement",
        quote.span,
        measure=like.measure,
        value=" ".join(context.text(quote.span).split()),
        subject=chain[-1] if chain and chain[-1] != UNNAMED else like.subject,
        polarity=like.polarity,
        value_key=like.value_key,
        scope=like.scope,
        chain=chain,
        asked=like.asked,
        rule=BY,
    )
