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

from twosource.check.claims.making import make_claim
from twosource.check.context import Context
from twosource.check.language.order import in_order
from twosource.check.language.words import content_words
from twosource.check.tellings import CAPITALISED
from twosource.check.voices.chains import UNNAMED, chain_of
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

RUN = 4
"""Content words in a row that two speakers do not hit upon: who has four of them quotes the same speech, however it is
cut and whoever is named for it."""

LONGEST = 2_000
"""Characters of a quotation that are read: what goes on longer has lost its closing mark."""


SHORT = re.compile(r"['’](?:t|m|s|d|re|ve|ll)$")
"""How a word ends that is a short form of function words, which one paper writes out and another does not."""


HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
"""What stands between words that one paper writes as two and another as one: "talk show", "talk-show"."""


class Quote(NamedTuple):
    """A quotation: the article that has it, where, its content words, and those of them that are written as names."""

    context: Context
    span: Span
    words: tuple[str, ...]
    names: frozenset[str]

    def runs(self) -> set[tuple[str, ...]]:
        """Each `RUN` words in a row, of which one at the most is a name: what an act is called everybody says."""
        found = (self.words[start : start + RUN] for start in range(len(self.words) - RUN + 1))
        return {run for run in found if len(self.names.intersection(run)) <= 1}


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
        words = tuple(word for word in content_words(HYPHEN.sub(" ", context.text(span))) if not SHORT.search(word))
        if len(words) >= WORDS and context.speaks(span):
            names = frozenset(word.lower() for word in CAPITALISED.findall(context.text(span)))
            yield Quote(context, span, words, names)


def _extended(
    group: tuple[Claim, ...], quotes: list[Quote], by_pair: dict[tuple[str, str], list[int]]
) -> tuple[Claim, ...]:
    if any(claim.kind != "statement" or not claim.disclosed for claim in group):
        return group
    told = {claim.article for claim in group}
    speakers = {claim.subject for claim in group}
    found: dict[str, Claim] = {}
    for phrase, ran in sorted(_phrases(group, quotes)):
        for number in by_pair.get((phrase[0], phrase[1]), ()):
            quote = quotes[number]
            article = quote.context.article.id
            if article in told or article in found or not _holds(quote.words, phrase):
                continue
            chain = chain_of(quote.context, quote.span)
            one = not chain or chain[-1] == UNNAMED or chain[-1] in speakers or outlet_of(chain[-1]) is not None
            if ran or one:
                found[article] = _claim(quote, group[0], chain)
    return in_order((*group, *found.values()))


def _phrases(group: tuple[Claim, ...], quotes: list[Quote]) -> set[tuple[tuple[str, ...], bool]]:
    """What to look for of each quotation that stands in what the claims of a group say: its first words, and each run
    of `RUN` words of it, with whether it is such a run.
    """
    places: dict[str, list[Span]] = defaultdict(list)
    for claim in group:
        places[claim.article].append(claim.focus)
    said = [
        quote for quote in quotes for focus in places.get(quote.context.article.id, ()) if focus.overlaps(quote.span)
    ]
    return {(quote.words[:PHRASE], False) for quote in said} | {(run, True) for quote in said for run in quote.runs()}


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
        deed=like.deed,
        rule=BY,
    )
