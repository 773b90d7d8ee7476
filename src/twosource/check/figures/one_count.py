"""Whether two figures give one number of one thing, and whether they surely do.

Reads   two figure claims of one story
Gives   one_count (lines them up) and surely_one (lets them confirm each other)
Misses  one thing counted under two nouns of different sorts

Lining up is generous: like words around, one deed, a number that is hardly given for two things. Being sure is not.
"""

import re
from functools import lru_cache

from twosource.check.claims.apart import is_partial
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.holding_for import holds_for_another
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.intervals import LONG, SAYS_LITTLE, is_reckoned, lasting
from twosource.check.claims.manifold import BY as MANIFOLD
from twosource.check.claims.measures import BEFALLING, GENERIC, MAGNITUDE
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import OF_A_TIME, OF_GAMES, RECORD, SCORE
from twosource.check.compatible import compatible
from twosource.check.figures.asked_alike import CHANGE, of_two_stuffs, outcome_of, unlike_harm
from twosource.check.figures.kinds import kind_of
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.told_number import UNITS_OF_GAMES, unlike_kinds
from twosource.check.figures.tolls import PEOPLE, are_things, are_unlike, same_people
from twosource.check.figures.where_counted import on_map
from twosource.check.figures.whose_age import AGE, may_be_one_name, sex_of_noun, sexes_fit, surely_of
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money, two_currencies
from twosource.check.language.nouns import is_person, may_be_one, one_sort
from twosource.check.language.numbers import (
    AREA,
    LENGTH,
    MASS,
    as_said,
    figures_of,
    in_base,
    is_order,
    one_dimension,
)
from twosource.check.language.plurals import singular
from twosource.check.language.turned import turned_round
from twosource.check.language.words import content_words, sense, stem
from twosource.model import Claim
from twosource.text.lexicon import words
from twosource.text.same_person import same_person

AROUND = 0.5
"""The part of the fewer surrounding words that two figures must share where their nouns differ or they are at odds."""


ANSWERED_ONCE = frozenset({*COUNTED, *words("answered_once")})
"""Measures that a story has one of: its toll, its magnitude, its turnout; whatever the words around them."""


WORDS = 2
"""The least number of surrounding words shared: one is the story's topic."""


ONE_NUMBER = 0.01
"""The part by which two figures may differ to be one number: 35 miles and 56 km are."""


FEW, MANY_WORDS = 20, 4
"""Counts up to a score are of many things in any story ("two boats"): four words around them must agree to be sure."""


THREE = 3
"""The least number of words shared by two durations of one length whose nouns differ, and across a month named."""


PAIR = 2
"""Ones and twos of a thing are so common that one more word must agree."""


def one_count(a: Claim, b: Claim) -> bool:
    """Both give one number of the same thing, of the same people, in the same place.

    A sentence that names an older date may still tell of this event: only a number that is hardly given for two things
    shows that it does.
    """
    if {head(a), head(b)} & PAIRS:
        return _one_pair(a, b)
    if INTERVALS in (a.rule, b.rule):
        return _one_interval(a, b) if a.rule == b.rule else _one_lasting(a, b)
    if ORDINALS in (a.rule, b.rule):
        return _one_in_order(a, b)
    if a.rule.endswith(OF_GAMES) and b.rule.endswith(OF_GAMES):
        return a.measure == b.measure and a.low == b.low
    if _one_distinctive(a, b):
        return scopes_fit(a, b)
    if a.event != b.event and not _one_though_dated(a, b) and not _one_in_month(a, b):
        return False
    if not of_one_sort(a, b) or of_two_stuffs(a, b):
        return False
    if head(a) != head(b) and {head(a), head(b)} <= ANSWERED_ONCE:
        return False  # as many dead as injured
    if head(a) == head(b) == MAGNITUDE:
        return a.subject == b.subject
    if head(a) == head(b) == AGE:
        return _one_person(a, b) and compatible(a, b)
    if are_unlike(a, b) or _told_of_both(a, b):
        return False
    particular = _one_unlikely(a, b) and head(a) == head(b)  # of whom may be put in other words then
    if not particular and not _subjects_fit(a, b):
        return False
    if not scopes_fit(a, b):
        return False
    same = _one_measure(a, b) or (head(a) == head(b) and head(a) in ANSWERED_ONCE)
    pair = not a.unit and max(as_said(a) or 0.0, as_said(b) or 0.0) <= PAIR and head(a) not in ANSWERED_ONCE
    loose = pair or (head(a) in PEOPLE and as_said(a) != as_said(b))  # many people do many things
    if (same and (not loose or bool((around(a) & around(b)) - {stem(head(a))}))) or alike(a, b):
        return True
    shared = len(around(a) & around(b))
    if a.unit == "percentage" == b.unit and _one_share(a, b):
        return True
    if a.rule == b.rule == DURATIONS and (shared >= THREE or lasting(a) == lasting(b)):
        return True  # an offer, a contract and a deal of eight years; riots and rioting
    if head(a) == head(b) and shared >= MANY_WORDS:
        return True
    if (_one_length(a, b) or _one_odd(a, b)) and (around(a) & around(b)) - {stem(word) for word in a.unit.split()}:
        return True
    return (_one_unlikely(a, b) and shared > 0) or one_deed(a, b)


def _one_length(a: Claim, b: Claim) -> bool:
    """Whether both give one distance, area, mass or speed: of a story's own, few are given, and hardly two alike.

    Yards, feet and inches are those of games and of people, which are many.
    """
    units = {claim.unit.partition(" per ")[0] for claim in (a, b)}
    rates = {claim.unit.partition(" per ")[2] for claim in (a, b)}
    return units <= MEASURED and len(rates) == 1 and one_dimension(a.unit, b.unit) and _one_number(a, b)


MEASURED = frozenset({*LENGTH, *MASS, *AREA, "nautical mile", "litre", "gallon", "degree"}) - UNITS_OF_GAMES


def _people_and_things(a: Claim, b: Claim) -> bool:
    """Whether one counts people and the other what surely are none: 23 thieves and 23 boats in a like sentence."""
    if a.unit or b.unit or {head(a), head(b)} & (ANSWERED_ONCE | BEFALLING):
        return False
    return unlike_kinds(noun_of(a), noun_of(b))


def _told_of_both(a: Claim, b: Claim) -> bool:
    """Whether two counts of few things have two nouns, and what is asked of one tells of the other: "two boats that
    surrounded the vessel" are no two vessels.
    """
    if a.unit or b.unit or max(as_said(a) or 0.0, as_said(b) or 0.0) > FEW or head(a) == head(b):
        return False
    one, other = noun_of(a), noun_of(b)
    if not are_things(one) or not are_things(other):
        return False
    return other in a.asked.lower().split() or one in b.asked.lower().split()


def _one_odd(a: Claim, b: Claim) -> bool:
    """Whether both count by a number that nobody rounds to: people or things of one sort (23 pirates, 23 people), or
    things in two words that agree ("a total of 31 trucks", "31 appliances in total").
    """
    number = as_said(a) or 0.0
    if a.unit or b.unit or number != as_said(b) or number <= DOZEN or number % ROUGH == 0:
        return False
    nouns = {noun_of(a), noun_of(b)}
    if all(map(are_things, nouns)) and len(around(a) & around(b)) >= WORDS:
        return True
    return one_sort(*nouns) if len(nouns) > 1 and not nouns & PEOPLE else all(map(is_person, nouns - PEOPLE))


DOZEN, ROUGH = 12, 5
"""Counts are rounded to dozens and fives; another, above these, is hardly given for two groups of one sort."""


def _one_share(a: Claim, b: Claim) -> bool:
    """Whether two percentages of one place are one: they are not round, or of one thing in like words.

    One that is not even rounded to a five is hardly given for two things in words that agree, wherever that is.
    """
    told = as_said(a) or 0.0
    if told == as_said(b) and told % ROUGH != 0 and scopes_fit(a, b) and len(around(a) & around(b)) >= WORDS:
        return a.rule.endswith(CHANGE) == b.rule.endswith(CHANGE)
    if a.scope != b.scope or not on_map(a.scope) or as_said(a) != as_said(b):
        return False
    place = {stem(word) for word in content_words(a.scope)}
    like = (around(a) & around(b)) - place - {stem(head(a))}
    return (as_said(a) or 0.0) % ROUND != 0 or (head(a) == head(b) and bool(like))


ROUND = 10
"""Percentages are rounded to tens; another is hardly given for two things in one place."""


def _one_person(a: Claim, b: Claim) -> bool:
    """Whether two ages are of one person: of one name, or both of somebody described in words that fit."""
    if GENERIC not in (a.subject, b.subject):
        return may_be_one_name(a.subject, b.subject)
    if a.subject != b.subject:
        return False
    nouns = [claim.asked.lower().split(" ")[-1] for claim in (a, b)]
    one, other = (singular(noun) or noun for noun in nouns)
    return one == other or (may_be_one(one, other) and sexes_fit(sex_of_noun(one), sex_of_noun(other)))


def of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether both count or both measure in one dimension, a whole or a part: a third of a town is no 2,500 people."""
    return one_dimension(a.unit, b.unit) and is_partial(a) == is_partial(b)


def _one_measure(a: Claim, b: Claim) -> bool:
    """Whether both count the same: one noun, or two that mean the same ("robbers" and "thieves")."""
    if a.measure == b.measure:
        return True
    one, other = a.measure, b.measure
    return not a.unit and " " not in one + other and {one, other}.isdisjoint(COUNTED) and sense(one) == sense(other)


def one_deed(a: Claim, b: Claim) -> bool:
    """Whether things of one sort did or underwent one deed."""
    return bool(a.deed) and a.deed == b.deed and may_be_one(noun_of(a), noun_of(b))


def scopes_fit(a: Claim, b: Claim) -> bool:
    """Whether two figures that agree may hold for one place: one may name it more closely, or no place on a map."""
    (one, of), (other, of_other) = (
        (scope.partition(", ")[0], scope.partition(", ")[2]) for scope in (a.scope, b.scope)
    )
    if not on_map(a.scope) or not on_map(b.scope):
        return True
    if one in (other, of_other) or other == of:
        return True
    return set(one.split()) <= set(other.split()) or set(other.split()) <= set(one.split())


def _subjects_fit(a: Claim, b: Claim) -> bool:
    """Whether two numbers may be of the same people; what things counted are "of" is only a description of them."""
    if a.subject == b.subject or (GENERIC in (a.subject, b.subject) and compatible(a, b)):
        return True
    if head(a) == head(b) and head(a) in COUNTED:
        return _one_number(a, b) and same_people(a, b)
    return head(a) not in COUNTED and (alike(a, b) or one_deed(a, b))


def surely_one(a: Claim, b: Claim) -> bool:
    """Two figures are one number and count one thing: it has one name, or most of the words around them agree.

    "At least 20" and "roughly 22" can both be right, and do not confirm each other.
    """
    if any(is_order(claim.low, claim.high) for claim in (a, b)):
        return False
    if holds_for_another(a, b) or unlike_harm(a, b) or turned_round((a.asked, a.deed), (b.asked, b.deed)):
        return False
    if MANIFOLD in (a.rule, b.rule):
        return False  # that it was a double murder is how all call it
    if {DURATIONS, INTERVALS} & {a.rule, b.rule}:
        return False  # two clubs offer eight years each
    if head(a) in PAIRS:
        return _one_pair(a, b) and (
            (head(a) == RECORD and a.subject == b.subject) or len(around(a) & around(b)) >= WORDS
        )
    if not _one_number(a, b) or two_currencies(a, b) or _people_and_things(a, b):
        return False
    if a.event != b.event and not _unlikely(a):
        return False  # five sons of 1928 may be another's
    if head(a) == head(b) == AGE:
        one = a.subject == b.subject or same_person(a.subject, b.subject).answer == "yes"
        return one and GENERIC not in (a.subject, b.subject) and surely_of(a) and surely_of(b)
    if _in_two_places(a, b):
        return False
    if head(a) == head(b) and head(a) in ANSWERED_ONCE:
        return head(a) not in COUNTED or a.subject == b.subject or GENERIC in (a.subject, b.subject)
    if not _one_thing_told(a, b):
        return False
    if ORDINALS in (a.rule, b.rule) or (max(as_said(a) or 0.0, as_said(b) or 0.0) <= FEW and not a.unit):
        shared = around(a) & around(b)
        return a.measure == b.measure and len(shared) >= MANY_WORDS and alike(a, b)
    return a.measure == b.measure or alike(a, b)


def _in_two_places(a: Claim, b: Claim) -> bool:
    """Whether two counts hold for two places without a word in common: two valleys, each with its dead."""
    one, other = (set(content_words(claim.scope)) for claim in (a, b))
    return not a.unit and bool(one and other) and not one & other


def _one_thing_told(a: Claim, b: Claim) -> bool:
    """Whether what is told of two counts of one noun may be one: 300 nurses who resigned are not the 300 hired."""
    if a.unit or b.unit or (a.deed and a.deed == b.deed) or kind_of(a) == kind_of(b) != "":
        return True
    if a.deed and b.deed and outcome_of(a.deed) != outcome_of(b.deed):
        return False
    one, other = _asked_of(a), _asked_of(b)
    return not one or not other or bool(one & other)


def _asked_of(claim: Claim) -> frozenset[str]:
    """The senses of the words in small letters of what is asked of a count, but for what is counted."""
    return _plain(claim.asked or claim.setting) - {sense(noun_of(claim)), sense(head(claim))}


@lru_cache(maxsize=20_000)
def _plain(told: str) -> frozenset[str]:
    deed = told if DID.search(told) else AFTER_DEED.split(told, maxsplit=1)[0]
    return frozenset(sense(word) for word in content_words(CAPITALISED.sub(" ", deed)) if word.isalpha())


DID = re.compile(r"\b(?:did|do|does)\s")
AFTER_DEED = re.compile(
    r"(?<=ed)\s+(?:in|at|on|from|near|to|by|with|for|after|off|into|across|around|outside|inside|during)\s"
)
"""Between a deed and where or when it was done."""


CAPITALISED = re.compile(r"\b[A-Z][\w'’-]*")


def alike(a: Claim, b: Claim) -> bool:
    """Whether most of the words around the two figures are the same."""
    first, second = around(a), around(b)
    shared = len(first & second)
    return shared >= WORDS and shared >= AROUND * min(len(first), len(second))


def _one_unlikely(a: Claim, b: Claim) -> bool:
    """Whether both name one number that is hardly given for two things."""
    return _unlikely(a) and _one_number(a, b)


def _one_though_dated(a: Claim, b: Claim) -> bool:
    """Whether a number that is hardly given for two things stands once with another date; two dates are two events."""
    return "" in (a.event, b.event) and _one_unlikely(a, b) and _one_measure(a, b)


PAIRS = frozenset({RECORD, SCORE})


def _one_pair(a: Claim, b: Claim) -> bool:
    """Whether two give one record of one side, or one score with some word around it in common.

    A record of a season's games is so particular that it is one, whoever a sentence tells of.
    """
    if a.measure != b.measure or a.value != b.value:
        return False
    if a.rule.endswith(OF_A_TIME) or b.rule.endswith(OF_A_TIME):
        return a.subject == b.subject or sum(int(part) for part in a.value.split("-")) >= SEASON
    return a.subject == b.subject and (head(a) == RECORD or bool(around(a) & around(b)))


SEASON = 30
"""Games from which on two sides hardly have one record."""


def _one_interval(a: Claim, b: Claim) -> bool:
    """Whether two times are one: one length, of one doing of one person, or with three words around in common."""
    if not compatible(a, b):
        return False
    if is_reckoned(a) and is_reckoned(b) and _one_reckoned(a, b):
        return True
    if a.measure.split()[1:] != b.measure.split()[1:]:
        return False
    lasting = a.unit == "year" and " " not in a.measure
    if a.event != b.event and not lasting:
        return False
    if a.measure == b.measure and (
        a.subject == b.subject != GENERIC or (lasting and GENERIC in (a.subject, b.subject))
    ):
        return True
    return len(around(a) & around(b)) >= THREE


def _one_reckoned(a: Claim, b: Claim) -> bool:
    """Whether two say of one deed, and of nobody else's, how long it was ago or before another, in weeks or more."""
    who = a.subject == b.subject or GENERIC in (a.subject, b.subject)
    return who and a.event == b.event and head(a) == head(b) not in SAYS_LITTLE and {a.unit, b.unit} <= LONG


def _one_lasting(a: Claim, b: Claim) -> bool:
    """Whether a noun and a verb say how long one thing lasted: "six days of riots", "rioted for six days"."""
    if {a.rule, b.rule} != {DURATIONS, INTERVALS} or is_reckoned(a) or is_reckoned(b) or a.event != b.event:
        return False
    return lasting(a) == lasting(b) not in SAYS_LITTLE and compatible(a, b)


def _one_in_order(a: Claim, b: Claim) -> bool:
    """Whether two tell one number in an order: of one noun in like words, or so high a one that a story has it once.

    Whoever was the fifth to go made it five that went: where the words around agree, a count says the same.
    """
    if as_said(a) != as_said(b) or a.unit or b.unit:
        return False
    shared = len((around(a) & around(b)) - {stem(head(a)), stem(head(b))})
    if a.rule != b.rule:
        return head(a) == head(b) and "" in (a.event, b.event) and shared >= (WORDS if a.event == b.event else THREE)
    if a.article == b.article and head(a) != head(b):
        return False  # the fourth coach, in his fourth season
    if (as_said(a) or 0.0) > DOZEN:
        return head(a) == head(b) or shared > 0
    return shared >= THREE or (head(a) == head(b) and shared > 0)


def _one_in_month(a: Claim, b: Claim) -> bool:
    """Whether one dates by a month what the other tells of in like words: a story's own event, told later."""
    if "" not in (a.event, b.event) or not (a.event + b.event).startswith("month "):
        return False
    like = len((around(a) & around(b)) - {stem(head(a))})
    return a.low == a.high == b.low == b.high and head(a) == head(b) and like >= THREE


def _one_distinctive(a: Claim, b: Claim) -> bool:
    """Whether both give one number of three figures or more of one noun or unit: no story gives it for two things.

    Two years that are told apart may still see as many ("404 yards in 2007 and 2008"), but hardly of four figures.
    """
    if not of_one_sort(a, b) or a.low != a.high or b.low != b.high or head(a) == AGE:
        return False
    if not (_one_measure(a, b) or head(a) == head(b) or (a.unit and a.unit == b.unit) or _told(a) & _told(b)):
        return False
    several = DISTINCT + 1 if a.event and b.event and a.event != b.event else DISTINCT
    number = as_said(a) or 0.0
    odd = number >= 100 and number % HALF_ROUND != 0 and several == DISTINCT
    return number == as_said(b) and (odd or min(figures_of(as_said(c) or 0.0) for c in (a, b)) >= several)


def _told(claim: Claim) -> frozenset[str]:
    """The stems of the nouns that a figure's value begins and ends with: both of "a 250-member assembly"."""
    return _ends(claim.value)


@lru_cache(maxsize=20_000)
def _ends(value: str) -> frozenset[str]:
    found = [stem(word) for part in value.split("-") for word in content_words(part) if word.isalpha()]
    return frozenset({*found[:1], *found[-1:]})


DISTINCT = 3
"""Figures besides zeros at the end that make a number one of its kind in a story."""


HALF_ROUND = 50
"""Numbers of three figures that end in fifty or two noughts are round; "440" is not."""


def _one_number(a: Claim, b: Claim) -> bool:
    one, other = in_base(a), in_base(b)
    return abs(one - other) <= ONE_NUMBER * abs(one)


def _unlikely(claim: Claim) -> bool:
    """Whether a number is so particular that two reports of one story hardly give it for two things.

    A sum of money, a number of three figures besides zeros, or of four digits: "$160 million", "8.49", "1,200".
    """
    return is_money(claim) or figures_of(as_said(claim) or 0.0) >= DISTINCT or abs(as_said(claim) or 0.0) >= 1000


def noun_of(claim: Claim) -> str:
    """The lemma of what is counted, as far as its plural can be told."""
    return (claim.subject if head(claim) in COUNTED and claim.subject != GENERIC else head(claim)).split(" ")[-1]
