"""Bring together measures of one thing that are told in other words: their clauses mean much the same.

Reads   groups of claims that answer one question
Gives   the groups, two of figures brought into one where articles measure one thing, alike or differently
Misses  counts without a unit, which any story has of many like things; what differs and one article measures twice

"Six weeks ago" here and "12 weeks ago" there share a unit and little else. Of two numbers of one unit that are near in
size, that no article tells both of, and whose clauses mean much the same beside all clauses with a number
(`alike.Meaning`), nearly all answer one question. So do two equal numbers of one unit, even where an
article has others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from twosource.check.carry.alike import Meaning
from twosource.check.claims.apart import apart, is_partial
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.manners import SHARED, told_otherwise
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.compatible import compatible
from twosource.check.context import Context
from twosource.check.figures.asked_alike import LASTING
from twosource.check.figures.told_number import ELSEWHERE, UNITS_OF_GAMES
from twosource.check.figures.where_counted import of_others, places_fit
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money
from twosource.check.language.numbers import as_said, in_base, is_order, one_dimension
from twosource.check.language.order import Group, in_order
from twosource.check.language.words import another_time
from twosource.model import Claim

ALIKE, OF_ONE_NOUN, OF_SHARES = 0.3, 0.2, 0.5
"""How alike two clauses must be; where both measures have one noun; where they are percentages or sums of things with
other names: polls and budgets tell many.
"""

EQUAL, APART_IN_TIME = 0.2, 0.3
"""How alike the clauses of two equal measures must be; where they are filed under two events."""

NEAR = 2.0
"""How many times one of two measures of one thing may be the other."""

REACH = 60
"""Characters on either side of a number, within its sentence, that are its clause."""

SPEAKING = 6
"""Claims of a group that speak for it."""

NUMBERS = re.compile(r"[\d,.$£€%]+")


class Measured(NamedTuple):
    """A group of one measure: its place among the groups, its claims, its articles, the numbers of its clauses."""

    place: int
    claims: Group
    articles: frozenset[str]
    clauses: tuple[int, ...]


class _Story:
    """The measures of a story: which article has which, and what their clauses mean."""

    def __init__(self, groups: Sequence[Group], contexts: Iterable[Context]) -> None:
        by_id = {context.article.id: context for context in contexts}
        self.of: dict[str, list[Claim]] = defaultdict(list)
        self.groups: list[Measured] = []
        self._clauses: list[str] = []
        for place, group in enumerate(groups):
            if not group or group[0].kind != "figure":
                continue
            for claim in group:
                self.of[claim.article].append(claim)
            first = len(self._clauses)
            self._clauses += [_clause(by_id[claim.article], claim) for claim in group[:SPEAKING]]
            if _may_be_asked(group):
                articles = frozenset(claim.article for claim in group)
                numbers = tuple(range(first, len(self._clauses)))
                self.groups.append(Measured(place, group, articles, numbers))

    @cached_property
    def _meaning(self) -> Meaning:
        return Meaning(self._clauses)

    def likeness(self, one: Measured, other: Measured) -> float:
        """Return how alike the likest two clauses are."""
        return max(self._meaning.between(a, b) for a in one.clauses for b in other.clauses)

    def has_another(self, one: Measured, other: Measured) -> bool:
        """Whether some article of either has a second number that may answer the question."""
        both = (*one.claims, *other.claims)
        ours = {claim.id for claim in both}
        heads = {head(claim) for claim in both}
        numbers = {as_said(claim) for claim in both}
        return any(
            claim.id not in ours
            and one_dimension(claim.unit, one.claims[0].unit)
            and (head(claim) in heads or as_said(claim) in numbers)
            for article in one.articles | other.articles
            for claim in self.of[article]
        )


def measured_alike(groups: Sequence[Group], contexts: Iterable[Context]) -> tuple[Group, ...]:
    """Return the groups, of two that measure one thing differently the later one in the place of the first."""
    story = _Story(groups, contexts)
    pairs = sorted(_pairs(story), key=lambda pair: (-pair[0], pair[1].place, pair[2].place))
    fitting = {(one.place, other.place) for _, one, other in pairs}
    home = {one.place: [one] for one in story.groups}
    for _, one, other in pairs:
        ours, theirs = home[one.place], home[other.place]
        if ours is theirs or not all(_key(a, b) in fitting for a in ours for b in theirs):
            continue
        ours += theirs
        for part in theirs:
            home[part.place] = ours
    found = []
    for place, group in enumerate(groups):
        parts = home.get(place)
        if parts is None or len(parts) == 1:
            found.append(group)
        elif place == min(part.place for part in parts):
            found.append(in_order(claim for part in parts for claim in part.claims))
    return tuple(found)


def _key(one: Measured, other: Measured) -> tuple[int, int]:
    return min(one.place, other.place), max(one.place, other.place)


def _pairs(story: _Story) -> list[tuple[float, Measured, Measured]]:
    """Each two groups that may measure one thing differently, with how alike they are."""
    by_unit: dict[str, list[Measured]] = defaultdict(list)
    for one in story.groups:
        by_unit[one.claims[0].unit].append(one)
    found = []
    for alike in by_unit.values():
        for one, other in combinations(alike, 2):
            if not one.articles.isdisjoint(other.articles):
                continue
            if _equal(one, other):
                if (likeness := story.likeness(one, other)) >= _asked_of_equals(one.claims[0], other.claims[0]):
                    found.append((likeness, one, other))
            elif all(_fit(a, b) for a in _each(one) for b in _each(other)):
                likeness = story.likeness(one, other)
                if likeness >= _asked(one.claims[0], other.claims[0]) and not story.has_another(one, other):
                    found.append((likeness, one, other))
    return found


def _each(one: Measured) -> list[Claim]:
    """The first claim of each number of a group: what outlets tell differently already may be told in a third way."""
    return list({as_said(claim): claim for claim in reversed(one.claims)}.values())


def _equal(one: Measured, other: Measured) -> bool:
    """Whether two groups tell one exact number of one unit, and nothing told of either shows that it is another's."""
    a, b = one.claims[0], other.claims[0]
    numbers = {(claim.low, claim.high) for claim in (*one.claims, *other.claims)}
    return len(numbers) == 1 and a.low == a.high and not _told_apart(a, b)


def _told_apart(a: Claim, b: Claim) -> bool:
    """Whether what is told of two measures shows that they are of two things: parts, others, places, times."""
    if apart(a, b) or told_otherwise(a, b) or of_others(a, b) or not places_fit(a, b):
        return True
    return another_time(around(a), around(b))


def _asked_of_equals(a: Claim, b: Claim) -> float:
    """How alike the clauses of two equal measures must be: two shares of so many may be of anything."""
    if a.unit == "percentage":
        return OF_SHARES if a.event == b.event else 1.0
    return EQUAL if a.event == b.event else APART_IN_TIME


def _asked(a: Claim, b: Claim) -> float:
    """How alike the clauses of two measures must be."""
    if head(a) == head(b):
        return OF_ONE_NOUN
    return OF_SHARES if a.unit == "percentage" or is_money(a) else ALIKE


def _fit(a: Claim, b: Claim) -> bool:
    """Whether two measures that differ may be of one thing, as far as their own words tell."""
    if a.rule != b.rule and LASTING & {a.rule, b.rule}:
        return False  # days of riots, and the days since
    if a.rule == INTERVALS and head(a) != head(b):
        return False  # how long ago a house was sold, and how long ago its owner came
    small, large = sorted((in_base(a), in_base(b)))
    if not 0.0 < small <= large <= NEAR * small or a.event != b.event or compatible(a, b):
        return False
    return not _told_apart(a, b)


def _may_be_asked(group: Group) -> bool:
    """Whether a group is of one measure that its articles tell as such: no part, no guess, no order of size."""
    claim = group[0]
    if not claim.unit or claim.unit in UNITS_OF_GAMES or head(claim) in ELSEWHERE or claim.certainty == "possible":
        return False
    if claim.rule == ORDINALS or claim.rule.endswith(SHARED) or is_partial(claim) or not claim.disclosed:
        return False
    return {other.unit for other in group} == {claim.unit} and not any(
        as_said(other) is None or is_order(other.low, other.high) for other in group
    )


def _clause(context: Context, claim: Claim) -> str:
    """The words around a number, without any number."""
    sentence = context.sentence(claim.span)
    start, end = max(sentence.start, claim.focus.start - REACH), min(sentence.end, claim.focus.end + REACH)
    return NUMBERS.sub(" ", context.article.text[start:end])
