"""Numbers at odds that stand in other words: each article tells one of them, and no article two.

Reads   the figures of one story, in groups that agree
Gives   whether two groups answer one question, told once an article

The words around two numbers are a weak sign that both answer one question. It is a strong one that all articles have
but one number for it: who counts two things of a kind names both somewhere. So each article of either group must have
no second number for what is asked, and the two must be near in size: reports of one thing differ by a few, not tenfold.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from twosource.check.claims.apart import WITH_OTHERS, apart, is_partial
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.intervals import AGO, LONG, SAYS_LITTLE, is_reckoned, lasting
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.manners import SHARED
from twosource.check.claims.measures import GENERIC, PEOPLE_TOGETHER
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import OF_GAMES, RECORD, SCORE
from twosource.check.compatible import compatible
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.tolls import of_a_people
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money
from twosource.check.language.nouns import is_noun, is_person, one_sort
from twosource.check.language.numbers import (
    LENGTH,
    as_said,
    grain,
    in_base,
    is_order,
    one_dimension,
)
from twosource.check.language.plurals import singular
from twosource.check.language.words import another_time, content_words, sense, stem
from twosource.model import Claim
from twosource.text.countries import country
from twosource.text.lexicon import words

Group = list[Claim]

LIKE = 2.0
"""How many times one of two numbers of one thing may be the other: more is another count, of a part or of all years."""

CROWD, CROWDS = 100, 5.0
"""From how many on a crowd is guessed, and how many times one guess may be another: the police's and the marchers'."""

FEW = 10
"""Numbers up to ten are near one another however they differ."""

CLOSE = 1.1
"""How many times the smaller of two numbers the larger is that nearly agree: 12 and 13."""

TWO, SHARED_WORDS, MANY_WORDS = 2, 3, 4
"""Words around two numbers that must agree, besides what is counted, where it has one noun; where it has two."""

AROUND = 0.5
"""The part of the fewer surrounding words that must agree."""

MOST = 0.5
"""The part of the pairs across two groups that must answer one question."""

SPEAKING = 12
"""Figures of a group that speak for it: the most that two groups are compared by."""

SHARE = "percentage"

CHANGE = " change"
"""How the rule of a figure ends that tells a rise or a fall."""


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
        if not differing or any(apart(a, b) for a, b in differing):
            return False
        fitting = [(a, b) for a, b in differing if one_thing(a, b) or self._alone(a, b)]
        if len(fitting) < MOST * len(differing) and not any(self._two_numbers(a, b) for a, b in fitting):
            return False
        return not any(self._another(a, one + other) or self._another(b, one + other) for a, b in fitting)

    def _alone(self, a: Claim, b: Claim) -> bool:
        """Whether two are the story's only numbers of their kind."""
        if ORDINALS in (a.rule, b.rule) and not _next_in_order(a, b):
            return False
        return self._close(a, b) or self._only(a, b) or self._one_length(a, b)

    def _close(self, a: Claim, b: Claim) -> bool:
        """Whether two numbers above ten nearly agree and are the story's only ones of their noun."""
        small, large = sorted(as_said(claim) or 0.0 for claim in (a, b))
        if not FEW < small <= large <= CLOSE * small or not places_fit(a, b):
            return False
        if a.event != b.event and ("" not in (a.event, b.event) or not (a.unit or _is_thing(_noun(a)))):
            return False
        if a.unit or b.unit:
            return self._close_measures(a, b)
        return a.measure == b.measure and len(self._numbers[a.measure]) == TWO and _shared(a, b) > 0

    def _close_measures(self, a: Claim, b: Claim) -> bool:
        """Whether two sums or percentages that nearly agree stand in words that agree, and none else is as near."""
        if a.unit != b.unit or not (is_money(a) or a.unit == SHARE) or a.rule != b.rule or _changes(a, b):
            return False
        near = [told for told in self._measured[a.unit] if _nearly(told, as_said(a)) or _nearly(told, as_said(b))]
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
        if not is_reckoned(a) and a.rule == b.rule and not _shared(a, b):
            return False
        one, other = sorted((in_base(a), in_base(b)))
        near = [length for length in self._lengths[lasting(a)] if one / LIKE <= length <= LIKE * other]
        return other <= LIKE * one and len(near) == TWO

    def _two_numbers(self, a: Claim, b: Claim) -> bool:
        """Whether these are the story's only two numbers of their size for what both count under one noun."""
        if a.unit or b.unit or a.measure != b.measure or not _is_thing(_noun(a)):
            return False
        if min(as_said(a) or 0.0, as_said(b) or 0.0) >= CROWD:
            return True  # so many are hardly counted of two things
        return all(
            number in (as_said(a), as_said(b)) or not (_like(number, as_said(a)) or _like(number, as_said(b)))
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
            or {head(a), head(b)} & COUNTED.keys()
        ):
            return False
        alike = _shared(a, b) >= TWO or bool(_modifiers(a) & _modifiers(b))
        return (_of_a_size(a, b) or _rough(a, b)) and alike

    def _another(self, claim: Claim, group: Group) -> bool:
        """Whether a figure's article has a second number for what it counts, or for what those of the group count."""
        return any(
            not compatible(told, claim) and any(_rivals(told, asked) for asked in group)
            for told in self._of[claim.article]
            if told.event == claim.event
        )


def one_thing(a: Claim, b: Claim) -> bool:
    """Whether two figures count or measure one thing of one event, as far as their own words tell."""
    if (ORDINALS in (a.rule, b.rule) and not _may_be_next(a, b)) or a.event != b.event:
        return False
    if not places_fit(a, b) or of_others(a, b):
        return False
    measured = (
        a.unit not in ("", SHARE) and kind_of(a) == kind_of(b) != ""
    )  # how fast it went; the day on which it was told matters not
    if another_time(around(a), around(b)) and not measured:
        return False
    return not unlike_harm(a, b) and any(test(a, b) for test in TESTS)


def _next_in_order(a: Claim, b: Claim) -> bool:
    """Whether two are ordinals of one noun that differ by one: the fifth coach here and the sixth coach there."""
    return a.rule == b.rule and a.measure == b.measure and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) <= 1.0


def _may_be_next(a: Claim, b: Claim) -> bool:
    """Whether two ordinals are of one row: of one noun and next to one another, or of what is known to be asked."""
    named = any(NAME_IN_VALUE.search(claim.value) for claim in (a, b))  # the third of a conference, the fifth of all
    return _next_in_order(a, b) or (a.rule == b.rule and not named and kind_of(a) == kind_of(b) != "")


NAME_IN_VALUE = re.compile(r"\s[A-Z]")


def _rivals(a: Claim, b: Claim) -> bool:
    """Whether one figure may be what the other counts: a small part is taken for no whole."""
    return _of_a_size(a, b) and (one_thing(a, b) or _one_measure(a, b))


def _one_measure(a: Claim, b: Claim) -> bool:
    if a.rule == ORDINALS and not _next_in_order(a, b):
        return False  # the 21st coach is also the club's third in a year
    if a.rule in LASTING and not _near(a, b):
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
    noun = _noun(claim)
    found: list[object] = [*kind, ("head", head(claim)), ("sense", sense(noun)), *sorted(_makes(claim))]
    if claim.deed:
        found.append(("deed", _kind(claim.deed)))
    if is_person(noun) or _held(claim):
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


LASTING = frozenset({DURATIONS, INTERVALS})


def _apart_in_time(a: Claim, b: Claim) -> bool:
    """Whether two times cannot be one because they were told on two days: "two weeks ago" and "three weeks ago"."""
    back = [claim.measure.endswith(f" {AGO}") for claim in (a, b)]
    if not any(back):
        return True
    far = a.unit == b.unit and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) > 1.0
    return {a.unit, b.unit} <= LONG and (far or not all(back))


def _of_one_toll(a: Claim, b: Claim) -> bool:
    """How many one thing befell, or were arrested, as all of a story's articles count them."""
    if a.unit or b.unit:
        return False
    if of_a_people(a) != of_a_people(b):
        return False
    if head(a) == head(b) and head(a) in COUNTED:
        return a.deed == b.deed and (a.subject == b.subject or GENERIC in (a.subject, b.subject)) and _of_a_size(a, b)
    if not _held(a) or not _held(b):
        return False
    whole = {head(a), head(b)} <= TAKEN and GENERIC in (a.subject, b.subject)
    return _of_a_size(a, b) and (whole or (bool(a.deed) and _shared(a, b) > 0))


TAKEN = frozenset({"arrested", "detained"})


def _held(claim: Claim) -> bool:
    """Whether people were taken: arrested, or seized."""
    person = is_person(_noun(claim)) or claim.subject == GENERIC == _noun(claim)
    return head(claim) in TAKEN or (person and claim.deed in ("arrest", "seize"))


def _of_one_change(a: Claim, b: Claim) -> bool:
    """By how much one thing rose, or fell: in one direction, most words around them alike."""
    return (
        a.unit == b.unit != ""
        and _changes(a, b)
        and a.measure.split()[-1:] == b.measure.split()[-1:]
        and len(around(a) & around(b)) >= MANY_WORDS
        and _alike(a, b)
    )


def _changes(a: Claim, b: Claim) -> bool:
    return a.rule.endswith(CHANGE) and b.rule.endswith(CHANGE)


def _ways(claim: Claim) -> set[str]:
    """The direction in which a figure changed, if it tells a change."""
    return set(claim.measure.split()) & {"up", "down"}


def _of_one_share(a: Claim, b: Claim) -> bool:
    """What percentage of one thing in one place, or in like words; "voice traffic" is only a part of "traffic"."""
    if not a.unit == b.unit == "percentage" or a.rule.endswith(CHANGE) != b.rule.endswith(CHANGE) or not _near(a, b):
        return False
    one, other = _nouns(a), _nouns(b)
    if a.scope == b.scope and on_map(a.scope):
        return bool(one & other) and not one < other and not other < one
    return not _changes(a, b) and len(around(a) & around(b)) >= MANY_WORDS and _alike(a, b)


def _of_one_temperature(a: Claim, b: Claim) -> bool:
    """How warm or cold it was."""
    return a.unit == b.unit in ("degree", "celsius", "fahrenheit") and len(around(a) & around(b)) >= TWO and _near(a, b)


def _of_one_deed(a: Claim, b: Claim) -> bool:
    """How many things of one make or sort underwent one deed, or came into somebody's hands, or perished."""
    if a.unit or b.unit or not a.deed or {head(a), head(b)} & COUNTED.keys():
        return False
    if not _near(a, b) and not (_rough(a, b) and a.scope == b.scope != ""):
        return False  # a crowd of one place is guessed at
    if _kind(a.deed) != _kind(b.deed) or (a.deed == b.deed and not _shared(a, b)):
        return False
    return bool(_makes(a) & _makes(b)) or one_sort(_noun(a), _noun(b))


def _of_like_words(a: Claim, b: Claim) -> bool:
    """How many of one noun or of two of one sort, most words around them alike; more words where two name persons."""
    if a.unit or b.unit or not _alike(a, b) or {head(a), head(b)} & COUNTED.keys():
        return False
    one, other = _noun(a), _noun(b)
    if one == other and not is_noun(one):
        return False  # points under a player's name
    if one_sort(one, other):
        return (_near(a, b) or _rough(a, b)) and _shared(a, b) >= SHARED_WORDS
    persons = is_person(one) and is_person(other)
    return persons and _of_a_size(a, b) and _shared(a, b) >= MANY_WORDS


def _of_one_way(a: Claim, b: Claim) -> bool:
    """How far somebody or something fell or rose, in whatever unit: some take feet for metres."""
    if not _changes(a, b) or a.measure.split()[-1:] != b.measure.split()[-1:] or not {a.unit, b.unit} <= LENGTH.keys():
        return False
    small, large = sorted(in_base(claim) for claim in (a, b))
    return large <= METRE_IN_FEET * small and len((around(a) & around(b)) - {stem(head(a)), stem(head(b))}) >= TWO


METRE_IN_FEET = 3.3


def _of_one_sum(a: Claim, b: Claim) -> bool:
    """How much money something cost, is worth or was offered, most words around them alike."""
    if not is_money(a) or a.unit != b.unit or a.rule.endswith(CHANGE) != b.rule.endswith(CHANGE):
        return False
    return _near(a, b) and _alike(a, b) and len(around(a) & around(b)) >= SHARED_WORDS


def _of_one_length(a: Claim, b: Claim) -> bool:
    """How long one thing lasts: every word around one of them stands around the other."""
    if a.rule != b.rule or a.rule not in LASTING or is_reckoned(a) or a.measure != b.measure or a.subject != b.subject:
        return False
    one, other = around(a), around(b)
    return a.unit == b.unit and _near(a, b) and len(one & other) >= SHARED_WORDS and (one <= other or other <= one)


def _of_one_kind(a: Claim, b: Claim) -> bool:
    """What news asks of every story of a kind: how many were aboard, what the reward was, how fast a car went."""
    if not one_dimension(a.unit, b.unit) or kind_of(a) != kind_of(b) or _ways(a) != _ways(b):
        return False
    if not a.unit and bool(NAME_IN_VALUE.search(a.value)) != bool(NAME_IN_VALUE.search(b.value)):
        return False  # the Indian sailors of a crew
    if (WITH_OTHERS in a.rule) != (WITH_OTHERS in b.rule):
        return False  # what one holds, and what several do, that one among them
    small, large = sorted(abs(in_base(claim)) for claim in (a, b))
    return bool(kind_of(a)) and (large <= LIKE * small or (not a.unit and (large <= FEW or _rough(a, b))))


def _of_rare_unit(a: Claim, b: Claim) -> bool:
    """How many of a unit that is told of few things: knots, carats, cubic metres per second."""
    small, large = sorted(abs(as_said(claim) or 0.0) for claim in (a, b))
    return a.unit == b.unit not in OFTEN_TOLD and not is_money(a) and large <= RARELY * small


OFTEN_TOLD = frozenset({"", SHARE, "second", "minute", "hour", "day", "week", "month", "year", *LENGTH, "pound"})
"""Units in which a story tells of many things."""

RARELY = 2.5
"""How many times one number of a rare unit may be the other."""


TESTS: tuple[Callable[[Claim, Claim], bool], ...] = (
    _of_one_toll,
    _of_one_change,
    _of_one_share,
    _of_one_temperature,
    _of_one_deed,
    _of_one_way,
    _of_one_sum,
    _of_like_words,
    _of_one_length,
    _of_one_kind,
    _of_rare_unit,
)
"""Each docstring is the question that both answer."""


KINDS = (frozenset({"seize", "recover", "find/v"}), frozenset({"burn", "destroy"}))
"""Kinds of event (the first words of `event_synonyms`) by which somebody comes to hold things, or things perish."""


def _kind(deed: str) -> str:
    """A deed, or the first of those that have one outcome for what is counted."""
    return next((min(kinds) for kinds in KINDS if deed in kinds), deed)


def _is_thing(noun: str) -> bool:
    """Whether a noun is known and names no people: of those a story tells of many, each time of others."""
    return is_noun(noun) and not is_person(noun) and noun not in words("people_nouns") | PEOPLE_TOGETHER


def _modifiers(claim: Claim) -> set[str]:
    """The stems of the words between a number and the noun it counts: "strong" of "four strong aftershocks"."""
    return {stem(word) for word in content_words(" ".join(claim.value.split()[1:-1])) if word.isalpha()}


def _nearly(a: float, b: float | None) -> bool:
    small, large = sorted((abs(a), abs(b or 0.0)))
    return large <= CLOSE * small


def _rough(a: Claim, b: Claim) -> bool:
    """Whether two numbers are round ones of a crowd, which one counts at so many times what another does."""
    small, large = sorted(as_said(claim) or 0.0 for claim in (a, b))
    return (
        small >= CROWD and all(grain(number) >= number / FEW for number in (small, large)) and large <= CROWDS * small
    )


def _near(a: Claim, b: Claim) -> bool:
    small, large = sorted(abs(as_said(claim) or 0.0) for claim in (a, b))
    return large <= LIKE * small


def _of_a_size(a: Claim, b: Claim) -> bool:
    return _like(as_said(a), as_said(b))


def _like(a: float | None, b: float | None) -> bool:
    small, large = sorted(abs(number or 0.0) for number in (a, b))
    return large <= LIKE * small or large <= FEW


def places_fit(a: Claim, b: Claim) -> bool:
    """Whether two figures may hold for one place: one has none, or is the country of the other, or on no map."""
    one, other = (claim.scope for claim in (a, b))
    if not one or not other or one == other or on_map(one) != on_map(other):
        return True
    if not on_map(one):
        return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())
    (town, land), (second, land_of_second) = (_parts(scope) for scope in (one, other))
    return land == land_of_second and (not town or not second or town == second)


def _parts(scope: str) -> tuple[str, str]:
    town, comma, land = scope.rpartition(", ")
    return (town, land) if comma else ("", scope)


@lru_cache(maxsize=10_000)
def on_map(scope: str) -> bool:
    """Whether a scope names a country or a place in one: a sea, a street and "the building" may lie in any."""
    return ", " in scope or bool(country(scope.title()))


def _shared(a: Claim, b: Claim) -> int:
    """How many words around two figures agree, besides what is counted."""
    return len((around(a) & around(b)) - {stem(head(a)), stem(head(b))})


def _alike(a: Claim, b: Claim) -> bool:
    shared = len(around(a) & around(b))
    return shared >= AROUND * min(len(around(a)), len(around(b)))


def _nouns(claim: Claim) -> set[str]:
    """The stems of the nouns that a percentage is of."""
    return {stem(word) for word in claim.measure.split() if word not in ("up", "down")} - place_words(claim)


def of_others(a: Claim, b: Claim) -> bool:
    """Whether both numbers are asked after under names, and none of these is the same: a march in another town."""
    one, other = _names(a.asked), _names(b.asked)
    return bool(one and other) and not one & other


@lru_cache(maxsize=20_000)
def _names(asked: str) -> frozenset[str]:
    return frozenset(word for word in NAME.findall(asked) if not is_noun(singular(word) or word.lower()))


NAME = re.compile(r"\b[A-Z][a-z]+\b")


def unlike_harm(a: Claim, b: Claim) -> bool:
    """Whether one counts what was damaged and the other what was destroyed: reports of a disaster tell both."""
    one, other = around(a), around(b)
    if ("damag" in one) == ("damag" in other):
        return False
    damaged, beside = (one, other) if "damag" in one else (other, one)
    return RUINED.isdisjoint(damaged) and not RUINED.isdisjoint(beside)


RUINED = frozenset(
    stem(word) for word in ("destroy", "raze", "flatten", "level", "gut", "ruin", "demolish", "collapse")
)


def place_words(claim: Claim) -> set[str]:
    """Return the stems of the words of the place that a figure holds for."""
    return {stem(word) for word in content_words(claim.scope)}


def _noun(claim: Claim) -> str:
    """The lemma of what is counted."""
    told = claim.subject if head(claim) in COUNTED else head(claim)
    return singular(told.split(" ")[-1]) or told.split(" ")[-1]


MAKE = re.compile(r"\b[A-Z]{2,}[- ]?\d+|\b[A-Z][a-z]*-\d+")
"""A make or type of things: "AK-47", "AK 47"."""


def _makes(claim: Claim) -> set[str]:
    return {re.sub(r"[- ]", "", found).lower() for found in MAKE.findall(claim.value)}
