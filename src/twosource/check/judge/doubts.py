"""Why two claims may not be independent although nothing says so: one table, asked in order.

Reads   two claims of one question, what the story tells of its sources
Gives   the first doubt that holds, as one sentence; "" when none does
Misses  ties that only knowledge of the world shows

A doubt makes two claims `unsure`, so that they never corroborate each other.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from twosource.check.judge.one_happening import one_happening
from twosource.check.judge.one_thing import surely_one, tells_else
from twosource.check.judge.sources import Sources
from twosource.check.language.words import content_words
from twosource.check.voices.mouthpieces import MOUTHPIECE
from twosource.check.voices.vouching import is_paper
from twosource.model import Claim

MOUTH = re.compile(rf"(?:['’]s?\s+|\b(?:for|of)\s+.*){MOUTHPIECE}|{MOUTHPIECE}\s+(?:for|of|to)\b", re.I)

PERHAPS_ANOTHER = "They may not tell of the same thing."
"""The doubt of two claims that may be of two things: whether their sources are independent is not asked then."""


class Pair(NamedTuple):
    """Two claims, who carries them, and what is known of sources."""

    a: Claim
    b: Claim
    outlet: Callable[[Claim], str]
    sources: Sources

    @property
    def ends(self) -> tuple[str, str] | None:
        """The names at the ends of the two chains; None when one names nobody or both name one."""
        if not self.a.chain or not self.b.chain or self.a.chain[-1] == self.b.chain[-1]:
            return None
        return self.a.chain[-1], self.b.chain[-1]

    def either_way(self) -> Iterator[tuple[str, str]]:
        """Yield the two ends in either order, nothing when there are none."""
        if self.ends:
            first, second = self.ends
            yield from ((first, second), (second, first))


def another_thing(pair: Pair) -> str:
    """They may tell of two things."""
    if not surely_one(pair.a, pair.b) and not one_happening(pair.a, pair.b, pair.sources.beside):
        return PERHAPS_ANOTHER
    return PERHAPS_ANOTHER if tells_else(pair.a, pair.b) else ""  # asked last, as it reads both tellings word by word


def one_in_own_voice(pair: Pair) -> str:
    """One says in its own voice what the other has from a source: outlets take things over without credit."""
    if pair.a.kind in KNOWN_TO_ALL or bool(pair.a.chain) == bool(pair.b.chain):
        return ""
    bare, sourced = (pair.a, pair.b) if not pair.a.chain else (pair.b, pair.a)
    return f"{pair.outlet(bare)} gives it without a source, and may have it from {sourced.chain[-1]}."


def one_witness(pair: Pair) -> str:
    """Both say it in their own voice, and both articles cite one and the same: it may be from there."""
    # how old somebody is stands beside the name in passing, whomever the article cites for what it tells
    if pair.a.kind in KNOWN_TO_ALL or pair.a.measure.split()[:1] == ["age"] or pair.a.chain or pair.b.chain:
        return ""
    both = pair.sources.cited_in(pair.a.article) & pair.sources.cited_in(pair.b.article)
    if not both:
        return ""
    return f"{pair.outlet(pair.a)} and {pair.outlet(pair.b)} both cite {min(both)}, and may have it from there."


def one_cites_other(pair: Pair) -> str:
    """One says it in its own voice, in an article that cites the other's outlet: it may be from there."""
    for here, there in ((pair.a, pair.b), (pair.b, pair.a)):
        if not here.chain and pair.sources.cites_outlet(here.article, pair.outlet(there)):
            return f"{pair.outlet(here)} cites {pair.outlet(there)}, and may have it from there."
    return ""


def only_reported(pair: Pair) -> str:
    """One only says that it is reported, and not by whom."""
    for claim in (pair.a, pair.b):
        if claim.certainty == "reported" and not claim.chain:
            return f"{pair.outlet(claim)} only says that it is reported, and may have it from anybody."
    return ""


def one_naming(pair: Pair) -> str:
    """Both give somebody's age where they tell that he was named or identified: it may be from whoever did so."""
    if pair.a.measure.split()[:1] != ["age"] or pair.a.chain or pair.b.chain:
        return ""
    if not (pair.sources.tells_naming(pair.a) and pair.sources.tells_naming(pair.b)):
        return ""
    return (
        f"{pair.outlet(pair.a)} and {pair.outlet(pair.b)} tell who was named, and may have it from whoever named them."
    )


def one_report(pair: Pair) -> str:
    """Both say it in their own voice, in articles that are worded alike: one report may be behind them."""
    if pair.a.kind in KNOWN_TO_ALL or pair.a.chain or pair.b.chain:
        return ""
    if not pair.sources.wording.alike(pair.a.article, pair.b.article):
        return ""
    return f"{pair.outlet(pair.a)} and {pair.outlet(pair.b)} have other sentences in much the same words."


KNOWN_TO_ALL: frozenset[str] = frozenset({"role"})
"""Kinds that a newsroom knows without being told: who holds an office."""


def not_named(pair: Pair) -> str:
    """A source is cited by a pronoun or a description, and may have been read wrongly."""
    for claim in (pair.a, pair.b) if pair.ends else ():
        if not pair.sources.cited_by_name(claim):
            return f"{claim.chain[-1]} is not named where {pair.outlet(claim)} cites it, and may be somebody else."
    return ""


def one_word(pair: Pair) -> str:
    """Two differing names share a word: "Arle police", "an Arle Police spokeswoman"."""
    if not pair.ends:
        return ""
    shared = set(content_words(pair.ends[0])) & set(content_words(pair.ends[1]))
    return f"Both sources are called by the same word, {min(shared)!r}, and may be the same." if shared else ""


def together(pair: Pair) -> str:
    """One source stands beside the other somewhere: a chief and his service."""
    if pair.ends and pair.sources.belong_together(*pair.ends):
        return f"{pair.ends[0]} and {pair.ends[1]} belong together."
    return ""


def one_group(pair: Pair) -> str:
    """The offices of both name one group: two rebel leaders, two of one club."""
    shared = pair.sources.group(*pair.ends) if pair.ends else ""
    return f"{pair.ends[0]} and {pair.ends[1]} may be of one {shared}." if pair.ends and shared else ""


def told_by_both(pair: Pair) -> str:
    """One source is named where the other is cited: "quoting figures of the Red Cross", "read out by the mediator"."""
    for claim, (mine, other) in zip((pair.b, pair.a), pair.either_way(), strict=False):
        if pair.sources.named_with(claim, mine):
            return f"{mine} is named where {other} is cited, and may be behind it."
    return ""


def anybody(pair: Pair) -> str:
    """One is a person of whom nobody says who that is, the other a body, whose that person may be."""
    for person, body in pair.either_way():
        if pair.sources.is_anybody(person) and pair.sources.kind(body) == "organisation":
            return f"Nobody says who {person} is, who may belong to {body}."
    return ""


def second_hand(pair: Pair) -> str:
    """One source is itself an outlet, which may have it from the other."""
    for paper, source in pair.either_way():
        if is_paper(paper) and not is_paper(source):
            return f"{paper} is cited for it second hand, and may have it from {source}."
    return ""


def one_state(pair: Pair) -> str:
    """Both speak with the authority of one state."""
    if pair.ends and pair.sources.of_one_state(*pair.ends):
        return f"{pair.ends[0]} and {pair.ends[1]} may both speak for the authorities."
    return ""


def one_announcement(pair: Pair) -> str:
    """Both tell that somebody announced it: who has spoken for whom is not two who know."""
    if pair.ends and pair.sources.announces(pair.a) and pair.sources.announces(pair.b):
        return f"{pair.ends[0]} and {pair.ends[1]} may have announced it together."
    return ""


def a_mouth(pair: Pair) -> str:
    """One is a mouthpiece without a name and the other a person, or a spokesman and a body: it may be that very one."""
    # a body has several names ("the prison service", "the Department of Corrections"), and its spokesman is told by one
    for mouth, other in pair.either_way():
        if MOUTH.search(mouth) and pair.sources.kind(other) == "person":
            return f"{other} may be {mouth}."
        if pair.sources.is_spokesman(mouth) and pair.sources.kind(other) == "organisation":
            return f"{mouth} may speak for {other}."
    return ""


DOUBTS: tuple[Callable[[Pair], str], ...] = (
    another_thing,
    one_in_own_voice,
    one_witness,
    one_cites_other,
    only_reported,
    one_naming,
    one_report,
    not_named,
    one_word,
    together,
    told_by_both,
    second_hand,
    one_state,
    one_group,
    one_announcement,
    a_mouth,
    anybody,
)
"""Every doubt, in the order in which they are asked; the docstring of each is the proposition that it tests."""


def doubt(pair: Pair) -> str:
    """Return the first doubt that holds, "" when none does."""
    return next((found for ask in DOUBTS if (found := ask(pair))), "")
