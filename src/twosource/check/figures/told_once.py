"""Numbers at odds that stand in other words: each article tells one of them, and no article two.

Reads   the figures of one story, in groups that agree
Gives   whether two groups answer one question, told once an article

The words around two numbers are a weak sign that both answer one question. It is a strong one that all articles have
but one number for it: who counts two things of a kind names both somewhere. So each article of either group must have
no second number for what is asked, and the two must be near in size: reports of one thing differ by a few, not tenfold.
"""

from collections import defaultdict
from collections.abc import Iterable

from twosource.check.claims.apart import apart, is_partial
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.intervals import AGO, LONG, SAYS_LITTLE, is_reckoned, lasting
from twosource.check.claims.manners import SHARED
from twosource.check.claims.measures import GENERIC, PEOPLE_TOGETHER
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import OF_GAMES, RECORD, SCORE
from twosource.check.compatible import compatible
from twosource.check.figures.asked_alike import (
    LASTING,
    SHARE,
    TWO,
    both_change,
    counted_noun,
    makes_in,
    next_in_order,
    of_two,
    one_thing,
    outcome_of,
    shared_around,
    tells_of_taken,
    unlike_harm,
)
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.near import CLOSE, CROWD, FEW, LIKE, are_near, both_rough, like_numbers, nearly, of_a_size
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.where_counted import of_others, place_words, places_fit
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.numbers import LENGTH, as_said, in_base, is_order
from twosource.check.language.words import another_time, content_words, sense, stem
from twosource.model import Claim
from twosource.text.lexicon import words

Group = list[Claim]

MOST = 0.5
"""The part of the pairs across two groups that must answer one question."""

SPEAKING = 12
"""Figures of a group that speak for it: the most that two groups are compared by."""


class ToldOnce:
    """Whether two groups of one story's figures are at odds over a thing that each article counts once."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self._of: dict[str, list[Claim]] = defaultdict(list)
        self._numbers: dict[str, set[float]] = defaultdict(set)
        self._lengths: dict[str, set[float]] = defaultdict(set)
        self._counted: dict[str, set[float]] = defaultdict(set)
        self._measured: dict[str, set[float]] = defaultdict(set)
        for claim in claims:
            if (said := as_said(claim)) is not None and not claim.rule.endswith(SHARED) and not is_partial(claim):
                self._of[claim.article].append(claim)
                self._numbers[claim.measure].add(said)
                if claim.rule in LASTING:
                    self._lengths[lasting(claim)].add(in_base(claim))
                if claim.unit:
                    self._measured[claim.unit].add(said)
                if not claim.unit and not is_order(claim.low, claim.high):
                    self._counted[claim.measure].add(said)

    def at_odds(self, one: Group, other: Group) -> bool:
        """Whether two groups answer one question with numbers that differ."""
        if {claim.article for claim in one} & {claim.article for claim in other}:
            return False
        if not all(_may_be_asked(claim) for claim in (one[0], other[0])):
            return False
        if any(claim.rule.endswith(SHARED) for claim in one + other):
            return False
        pairs = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING]]
        differing = [(a, b) for a, b in pairs if not compatible(a, b)]
        if not differing or any(apart(a, b) or _only_expected(a, b) for a, b in differing):
            return False
        fitting = [(a, b) for a, b in differing if one_thing(a, b) or self._alone(a, b)]
        if len(fitting) < MOST * len(differing) and not any(self._two_numbers(a, b) for a, b in fitting):
            return False
        return not any(self._another(a, one + other) or self._another(b, one + other) for a, b in fitting)

    def _alone(self, a: Claim, b: Claim) -> bool:
        """Whether two are the story's only numbers of their kind."""
        if ORDINALS in (a.rule, b.rule) and not next_in_order(a, b):
            return False
        return self._close(a, b) or self._only(a, b) or self._one_length(a, b)

    def _close(self, a: Claim, b: Claim) -> bool:
        """Whether two numbers above ten nearly agree and are the story's only ones of their noun."""
        small, large = sorted(as_said(claim) or 0.0 for claim in (a, b))
        if not FEW < small <= large <= CLOSE * small or not places_fit(a, b):
            return False
        if a.event != b.event and ("" not in (a.event, b.event) or not (a.unit or _is_thing(counted_noun(a)))):
            return False
        if a.unit or b.unit:
            return self._close_measures(a, b)
        return a.measure == b.measure and len(self._numbers[a.measure]) == TWO and shared_around(a, b) > 0

    def _close_measures(self, a: Claim, b: Claim) -> bool:
        """Whether two sums or percentages that nearly agree stand in words that agree, and none else is as near."""
        if a.unit != b.unit or not (is_money(a) or a.unit == SHARE) or a.rule != b.rule or both_change(a, b):
            return False
        near = [told for told in self._measured[a.unit] if nearly(told, as_said(a)) or nearly(told, as_said(b))]
        place = place_words(a) | place_words(b)
        if abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) < 1.0 or a.event != b.event:
            return False  # 20.6 is 20 to one who cuts it off
        return len(near) == TWO and len((around(a) & around(b)) - {stem(head(a)), stem(head(b))} - place) >= TWO

    def _one_length(self, a: Claim, b: Claim) -> bool:
        """Whether two are the story's only times for one doing, of those of that size.

        What lasts is told of many things, so that words around must agree; a deed that is dated is told of once. Two
        sentences and two contracts are told by nouns, and may be two people's.
        """
        if (
            not {a.rule, b.rule} <= LASTING
            or a.rule == b.rule == DURATIONS
            or is_reckoned(a) != is_reckoned(b)
            or a.event != b.event
        ):
            return False
        if lasting(a) != lasting(b) or (a.subject != b.subject and GENERIC not in (a.subject, b.subject)):
            return False
        if not _apart_in_time(a, b) or lasting(a) in SAYS_LITTLE:
            return False
        if not is_reckoned(a) and a.rule == b.rule and not shared_around(a, b):
            return False
        one, other = sorted((in_base(a), in_base(b)))
        near = [length for length in self._lengths[lasting(a)] if one / LIKE <= length <= LIKE * other]
        return other <= LIKE * one and len(near) == TWO

    def _two_numbers(self, a: Claim, b: Claim) -> bool:
        """Whether these are the story's only two numbers of their size for what both count under one noun."""
        if a.unit or b.unit or a.measure != b.measure or not _is_thing(counted_noun(a)):
            return False
        if min(as_said(a) or 0.0, as_said(b) or 0.0) >= CROWD:
            return True  # so many are hardly counted of two things
        return all(
            number in (as_said(a), as_said(b))
            or not (like_numbers(number, as_said(a)) or like_numbers(number, as_said(b)))
            for number in self._counted[a.measure]
        )

    def _only(self, a: Claim, b: Claim) -> bool:
        """Whether two numbers are the story's only ones of a thing, and two words around them agree."""
        if a.event != b.event or not self._two_numbers(a, b) or not places_fit(a, b):
            return False
        if (
            another_time(around(a), around(b))
            or of_others(a, b)
            or unlike_harm(a, b)
            or of_two(a, b)
            or {head(a), head(b)} & COUNTED.keys()
        ):
            return False
        alike = shared_around(a, b) >= TWO or bool(_modifiers(a) & _modifiers(b))
        return (of_a_size(a, b) or both_rough(a, b)) and alike

    def _another(self, claim: Claim, group: Group) -> bool:
        """Whether a figure's article has a second number for what it counts, or for what those of the group count."""
        return any(
            not compatible(told, claim) and any(_rivals(told, asked) for asked in group)
            for told in self._of[claim.article]
            if told.event == claim.event
        )


def _rivals(a: Claim, b: Claim) -> bool:
    """Whether one figure may be what the other counts: a small part is taken for no whole."""
    return of_a_size(a, b) and (one_thing(a, b) or _one_measure(a, b))


def _one_measure(a: Claim, b: Claim) -> bool:
    if a.rule == ORDINALS and not next_in_order(a, b):
        return False  # the 21st coach is also the club's third in a year
    if a.rule in LASTING and not are_near(a, b):
        return False  # the hours of a verdict, and those of the sentence
    return a.measure == b.measure and a.unit == b.unit and places_fit(a, b)


def keys(claim: Claim) -> tuple[object, ...]:
    """What a figure must share with another to be compared with it."""
    asked = kind_of(claim)
    kind = [("kind", asked)] if asked else []
    if claim.rule in LASTING:
        return (("lasting", lasting(claim)), *kind)
    if claim.unit:
        return (("unit", "metre" if claim.unit in LENGTH else claim.unit), *kind)
    noun = counted_noun(claim)
    found: list[object] = [*kind, ("head", head(claim)), ("sense", sense(noun)), *sorted(makes_in(claim))]
    if claim.deed:
        found.append(("deed", outcome_of(claim.deed)))
    if is_person(noun) or tells_of_taken(claim):
        found.append("person")
    return tuple(found)


def _may_be_asked(claim: Claim) -> bool:
    """Whether a figure is a number of its own: no record, no part, no guess, none that tells only an order of size."""
    if head(claim) in (RECORD, SCORE, "age") or claim.rule.endswith((SHARED, OF_GAMES)):
        return False
    if claim.certainty == "possible" or (claim.certainty == "expected" and not kind_of(claim)):
        return False  # a reward is offered, a ransom demanded, a price to be paid
    said = as_said(claim)
    return said is not None and abs(said) > 1.0 and (claim.high is None or claim.low is None or claim.low == claim.high)


def _only_expected(a: Claim, b: Claim) -> bool:
    """Whether one number was expected and the other is told as a fact, of what is not there to be offered or sought."""
    return (a.certainty == "expected") != (b.certainty == "expected") and not kind_of(a).endswith(OFFERED)


OFFERED = ("reward", "ransom", "price", "sought")
"""How the kinds end of what is a number of its own although nobody has paid it yet."""


def _apart_in_time(a: Claim, b: Claim) -> bool:
    """Whether two times cannot be one because they were told on two days: "two weeks ago" and "three weeks ago"."""
    back = [claim.measure.endswith(f" {AGO}") for claim in (a, b)]
    if not any(back):
        return True
    far = a.unit == b.unit and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) > 1.0
    return {a.unit, b.unit} <= LONG and (far or not all(back))


def _is_thing(noun: str) -> bool:
    """Whether a noun is known and names no people: of those a story tells of many, each time of others."""
    return is_noun(noun) and not is_person(noun) and noun not in words("people_nouns") | PEOPLE_TOGETHER


def _modifiers(claim: Claim) -> set[str]:
    """The stems of the words between a number and the noun it counts: "strong" of "four strong aftershocks"."""
    return {stem(word) for word in content_words(" ".join(claim.value.split()[1:-1])) if word.isalpha()}
