"""What an article fills a slot with: the slot, whose it is, the filler as it compares, and where it stands.

Reads   clauses with their arguments
Gives   Filler; the words of a slot as a pattern
Misses  nothing
"""

import re
from typing import NamedTuple

from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.context import Context
from twosource.check.fillers import fillers_of
from twosource.model import Argument, Clause, Mention, Span


class Filler(NamedTuple):
    """What one article fills a slot with: the slot, of whom or of what, the filler as it compares, where it stands.

    `who` is the id of a person, the noun of a thing, or "" where a pronoun or a noun stands for somebody.
    """

    context: Context
    slot: str
    who: str
    filler: str
    focus: Span
    asked: str

    @property
    def article(self) -> str:
        """The id of the article."""
        return self.context.article.id


def of_clause(
    context: Context, clause: Mention[Clause], argument: Argument, slot: str, who: str, filler: str, asked: str
) -> Filler:
    """Return what one argument of a clause fills a slot with, with the words that say so."""
    start = min(clause.span.start, argument.span.start)
    between = context.article.text[clause.span.end : argument.span.start]
    if len(between.split()) > 1 and (last := between.rfind(f" {argument.relation} ")) >= 0:
        start = clause.span.end + last + 1  # of "died of a stroke on Monday at home" the end alone
    end = argument.span.start + len(CLAUSE.split(context.text(argument.span))[0])
    return Filler(context, slot, who, filler, Span(start, end), asked)


def name_of_argument(context: Context, who: Argument) -> str:
    """Return the name of whom an argument stands for, or else its own words."""
    entity = context.called(who)
    return entity.name if entity is not None else context.text(who.span)


def words_of(slot: str) -> str:
    """Return the words of a slot as alternatives of a pattern, the longest first."""
    return "|".join(re.escape(word) for word in sorted(fillers_of(slot), key=lambda word: (-len(word), word)))


WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*\b(?!['’])")
"""The words of a phrase but for whose somebody is: "the landlord's son" is a son."""
