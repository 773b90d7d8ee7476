"""Which question two figures that differ both answer: how many one thing befell, what it cost, how far it fell.

Reads   two figures of one story, the words around them
Gives   `one_thing`, by a table of tests each of which is a question
Misses  questions that share no words and are of no known kind
"""

import calendar
import re
from collections.abc import Callable
from functools import cache, lru_cache

from twosource.check.claims.apart import WITH_OTHERS
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.intervals import is_reckoned
from twosource.check.claims.manners import told_otherwise
from twosource.check.claims.measures import GENERIC, MAGNITUDE
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.near import CROWD, FEW, LIKE, are_near, both_rough, of_a_size
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.tolls import of_a_people
from twosource.check.figures.where_counted import of_others, on_map, place_words, places_fit
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money
from twosource.check.language.nouns import is_noun, is_person, one_sort
from twosource.check.language.numbers import LENGTH, as_said, in_base, one_dimension
from twosource.check.language.plurals import singular
from twosource.check.language.words import another_time, content_senses, content_words, stem, tells_of_another
from twosource.model import Claim
from twosource.text.lexicon import words

TWO, SHARED_WORDS, MANY_WORDS = 2, 3, 4
"""Words around two numbers that must agree, besides what is counted, where it has one noun; where it has two."""

AROUND = 0.5
"""The part of the fewer surrounding words that must agree."""

SHARE = "percentage"

CHANGE = " change"
"""How the rule of a figure ends that tells a rise or a fall."""


def one_thing(a: Claim, b: Claim) -> bool:
    """Whether two figures count or measure one thing of one event, as far as their own words tell."""
    if ORDINALS in (a.rule, b.rule) and not _may_be_next(a, b):
        return False
    if not places_fit(a, b) or of_others(a, b) or of_two(a, b):
        return False
    measured = (
        a.unit not in ("", SHARE) and kind_of(a) == kind_of(b) != ""
    )  # how fast it went; the day on which it was told matters not
    if another_time(around(a), around(b)) and not measured:
        return False
    if a.event != b.event and not (_of_one_thing_dated(a, b) and measured):
        return False
    return not unlike_harm(a, b) and any(test(a, b) for test in TESTS)


def of_two(a: Claim, b: Claim) -> bool:
    """Whether two figures are known to be of two things: of two stuffs, of one and of another, a turnout and a share,
    two shocks, an accident and a fire, what is so now and what was so before, each and all.
    """
    if told_otherwise(a, b):
        return True
    if head(a) != head(b) and (_has_but_one(a, b) or _has_but_one(b, a)):
        return True
    if a.unit and (LIMIT in around(a)) != (LIMIT in around(b)):
        return True  # how fast one may go, and how fast somebody went
    if head(a) == head(b) == MAGNITUDE and _of_two_shocks(a, b):
        return True
    one, other = (tells_of_another(claim.asked) for claim in (a, b))
    return one != other or of_two_stuffs(a, b)


def _has_but_one(a: Claim, b: Claim) -> bool:
    """Whether one is a number of which a story has one, and nothing around the other speaks of that."""
    return head(a) in words("answered_once") and stem(head(a)) not in around(b)


LIMIT = stem("limit")

ANOTHER_SHOCK = 1.0
"""Magnitudes that differ by so much are of two shocks: what observatories measure of one differs by tenths."""


def _of_two_shocks(a: Claim, b: Claim) -> bool:
    if ("shock" in a.subject) != ("shock" in b.subject):
        return True
    return abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) >= ANOTHER_SHOCK


def of_two_stuffs(a: Claim, b: Claim) -> bool:
    """Whether both measure some stuff, and not the same: 30 kilos of cocaine, 12 kilos of heroin."""
    if not a.unit or not b.unit or is_money(a) or SHARE in (a.unit, b.unit):
        return False
    one, other = _stuff(a.asked), _stuff(b.asked)
    return bool(one and other) and not one & other


@lru_cache(maxsize=20_000)
def _stuff(asked: str) -> frozenset[str]:
    """The senses of the words of what was measured, as it stands right behind the measure."""
    found = STUFF.match(asked)
    return content_senses(found[1]) if found else frozenset()


STUFF = re.compile(
    r"… of ((?:(?!(?:in|at|on|from|near|to|for|by|with|after|before|and|that|which|was|were)\b)[\w'’-]+ ?){1,4})"
)


def _of_one_thing_dated(a: Claim, b: Claim) -> bool:
    """Whether only one of two measures stands with an older date: how far from the runway a plane came down.

    Sums are told of many years.
    """
    return "" in (a.event, b.event) and not is_money(a)


def next_in_order(a: Claim, b: Claim) -> bool:
    """Whether two are ordinals of one noun that differ by one: the fifth coach here and the sixth coach there."""
    return a.rule == b.rule and a.measure == b.measure and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) <= 1.0


def _may_be_next(a: Claim, b: Claim) -> bool:
    """Whether two ordinals are of one row: of one noun and next to one another, or of what is known to be asked."""
    named = any(NAME_IN_VALUE.search(claim.value) for claim in (a, b))  # the third of a conference, the fifth of all
    return next_in_order(a, b) or (a.rule == b.rule and not named and kind_of(a) == kind_of(b) != "")


NAME_IN_VALUE = re.compile(r"\s[A-Z]")

LASTING = frozenset({DURATIONS, INTERVALS})


def _of_one_toll(a: Claim, b: Claim) -> bool:
    """How many one thing befell, or were arrested, as all of a story's articles count them."""
    if a.unit or b.unit:
        return False
    if of_a_people(a) != of_a_people(b):
        return False
    if head(a) == head(b) and head(a) in COUNTED:
        return a.deed == b.deed and (a.subject == b.subject or GENERIC in (a.subject, b.subject)) and of_a_size(a, b)
    if not tells_of_taken(a) or not tells_of_taken(b):
        return False
    whole = {head(a), head(b)} <= TAKEN and GENERIC in (a.subject, b.subject)
    return of_a_size(a, b) and (whole or (bool(a.deed) and shared_around(a, b) > 0))


TAKEN = frozenset({"arrested", "detained"})


def tells_of_taken(claim: Claim) -> bool:
    """Return whether people were taken: arrested, or seized."""
    person = is_person(counted_noun(claim)) or claim.subject == GENERIC == counted_noun(claim)
    return head(claim) in TAKEN or (person and claim.deed in ("arrest", "seize"))


def _of_one_change(a: Claim, b: Claim) -> bool:
    """By how much one thing rose, or fell: in one direction, most words around them alike."""
    return (
        a.unit == b.unit != ""
        and both_change(a, b)
        and a.measure.split()[-1:] == b.measure.split()[-1:]
        and len(around(a) & around(b)) >= MANY_WORDS
        and _alike(a, b)
    )


def both_change(a: Claim, b: Claim) -> bool:
    """Return whether both figures tell a rise or a fall."""
    return a.rule.endswith(CHANGE) and b.rule.endswith(CHANGE)


def _ways(claim: Claim) -> set[str]:
    """The direction in which a figure changed, if it tells a change."""
    return set(claim.measure.split()) & {"up", "down"}


def _of_one_share(a: Claim, b: Claim) -> bool:
    """What percentage of one thing in one place, or in like words; "voice traffic" is only a part of "traffic"."""
    if not a.unit == b.unit == "percentage" or a.rule.endswith(CHANGE) != b.rule.endswith(CHANGE) or not are_near(a, b):
        return False
    one, other = _nouns(a), _nouns(b)
    if a.scope == b.scope and on_map(a.scope):
        return bool(one & other) and not one < other and not other < one
    return not both_change(a, b) and len(around(a) & around(b)) >= MANY_WORDS and _alike(a, b)


def _of_one_temperature(a: Claim, b: Claim) -> bool:
    """How warm or cold it was."""
    return (
        a.unit == b.unit in ("degree", "celsius", "fahrenheit") and len(around(a) & around(b)) >= TWO and are_near(a, b)
    )


def _of_one_deed(a: Claim, b: Claim) -> bool:
    """How many things of one make or sort underwent one deed, or came into somebody's hands, or perished."""
    if a.unit or b.unit or not a.deed or {head(a), head(b)} & COUNTED.keys():
        return False
    if not are_near(a, b) and not (both_rough(a, b) and a.scope == b.scope != ""):
        return False  # a crowd of one place is guessed at
    if outcome_of(a.deed) != outcome_of(b.deed) or (a.deed == b.deed and not shared_around(a, b)):
        return False
    return bool(makes_in(a) & makes_in(b)) or one_sort(counted_noun(a), counted_noun(b))


def _of_like_words(a: Claim, b: Claim) -> bool:
    """How many of one noun or of two of one sort, most words around them alike; more words where two name persons."""
    if a.unit or b.unit or not _alike(a, b) or {head(a), head(b)} & COUNTED.keys():
        return False
    one, other = counted_noun(a), counted_noun(b)
    if one == other and not is_noun(one):
        return False  # points under a player's name
    shared = _shared_besides_where(a, b)
    if one_sort(one, other):
        return (are_near(a, b) or both_rough(a, b)) and shared >= SHARED_WORDS
    persons = is_person(one) and is_person(other)
    return persons and of_a_size(a, b) and shared >= MANY_WORDS


def _of_one_way(a: Claim, b: Claim) -> bool:
    """How far somebody or something fell or rose, in whatever unit: some take feet for metres."""
    if (
        not both_change(a, b)
        or a.measure.split()[-1:] != b.measure.split()[-1:]
        or not {a.unit, b.unit} <= LENGTH.keys()
    ):
        return False
    small, large = sorted(in_base(claim) for claim in (a, b))
    return large <= METRE_IN_FEET * small and len((around(a) & around(b)) - {stem(head(a)), stem(head(b))}) >= TWO


METRE_IN_FEET = 3.3


def _of_one_sum(a: Claim, b: Claim) -> bool:
    """How much money something cost, is worth or was offered, most words around them alike."""
    if not is_money(a) or a.unit != b.unit or a.rule.endswith(CHANGE) != b.rule.endswith(CHANGE):
        return False
    return are_near(a, b) and _alike(a, b) and len(around(a) & around(b)) >= SHARED_WORDS


def _of_one_length(a: Claim, b: Claim) -> bool:
    """How long one thing lasts: every word around one of them stands around the other."""
    if a.rule != b.rule or a.rule not in LASTING or is_reckoned(a) or a.measure != b.measure or a.subject != b.subject:
        return False
    one, other = around(a), around(b)
    return a.unit == b.unit and are_near(a, b) and len(one & other) >= SHARED_WORDS and (one <= other or other <= one)


def _of_one_kind(a: Claim, b: Claim) -> bool:
    """What news asks of every story of a kind: how many were aboard, what the reward was, how fast a car went."""
    if not one_dimension(a.unit, b.unit) or kind_of(a) != kind_of(b) or _ways(a) != _ways(b):
        return False
    if not a.unit and bool(NAME_IN_VALUE.search(a.value)) != bool(NAME_IN_VALUE.search(b.value)):
        return False  # the Indian sailors of a crew
    if (WITH_OTHERS in a.rule) != (WITH_OTHERS in b.rule):
        return False  # what one holds, and what several do, that one among them
    small, large = sorted(abs(in_base(claim)) for claim in (a, b))
    return bool(kind_of(a)) and (large <= LIKE * small or (not a.unit and (large <= FEW or both_rough(a, b))))


def _of_one_setting(a: Claim, b: Claim) -> bool:
    """What stands in the gap of one and the same clause about somebody or something named."""
    if is_reckoned(a) or is_reckoned(b) or (a.rule != b.rule and (a.unit or b.unit)):
        return False  # what was weeks ago is so on one day only
    crowds = not a.unit and min(as_said(a) or 0.0, as_said(b) or 0.0) >= CROWD
    if not are_near(a, b) and not both_rough(a, b) and not crowds:
        return False
    one, other = _set_in(a.setting), _set_in(b.setting)
    return one == other != "" and a.unit == b.unit and a.scope == b.scope and a.subject == b.subject


@lru_cache(maxsize=20_000)
def _set_in(setting: str) -> str:
    """The words of a clause that a gap stands in; "" where they are few or name nobody and nothing but days."""
    named = [
        word for word in NAME.findall(setting) if word not in calendar.day_name and word not in calendar.month_name
    ]
    return setting.lower() if named and len(content_words(setting)) >= SHARED_WORDS else ""


NAME = re.compile(r"(?<!^)\b[A-Z][\w'’-]+")


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
    _of_one_setting,
)
"""Each docstring is the question that both answer."""

KINDS = (frozenset({"seize", "recover", "find/v"}), frozenset({"burn", "destroy"}))
"""Kinds of event (the first words of `event_synonyms`) by which somebody comes to hold things, or things perish."""


def outcome_of(deed: str) -> str:
    """Return a deed, or the first of those that have one outcome for what is counted."""
    return next((min(kinds) for kinds in KINDS if deed in kinds), deed)


def shared_around(a: Claim, b: Claim) -> int:
    """Return how many words around two figures agree, besides what is counted."""
    return len((around(a) & around(b)) - {stem(head(a)), stem(head(b))})


def _shared_besides_where(a: Claim, b: Claim) -> int:
    """How many words around two figures agree that are neither counted nor tell where and on what day it was."""
    return len((around(a) & around(b)) - {stem(head(a)), stem(head(b))} - place_words(a) - place_words(b) - _days())


@cache
def _days() -> frozenset[str]:
    return frozenset(stem(day) for day in calendar.day_name) | {stem(day.lower()) for day in calendar.day_name}


def _alike(a: Claim, b: Claim) -> bool:
    shared = len(around(a) & around(b))
    return shared >= AROUND * min(len(around(a)), len(around(b)))


def _nouns(claim: Claim) -> set[str]:
    """The stems of the nouns that a percentage is of."""
    return {stem(word) for word in claim.measure.split() if word not in ("up", "down")} - place_words(claim)


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


def counted_noun(claim: Claim) -> str:
    """Return the lemma of what is counted."""
    told = claim.subject if head(claim) in COUNTED else head(claim)
    return singular(told.split(" ")[-1]) or told.split(" ")[-1]


MAKE = re.compile(r"\b[A-Z]{2,}[- ]?\d+|\b[A-Z][a-z]*-\d+")
"""A make or type of things: "AK-47", "AK 47"."""


def makes_in(claim: Claim) -> set[str]:
    """Return the makes that the value of a figure names, each in one spelling."""
    return {re.sub(r"[- ]", "", found).lower() for found in MAKE.findall(claim.value)}
