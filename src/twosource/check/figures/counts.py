"""Bring together the figures that answer one question.

Reads   figure claims of one story
Gives   groups of claims, each one question
Misses  one question whose figures differ and stand in quite different words

In two stages. First the figures that agree: one number of one thing, in whatever words ("three cables were cut",
"three undersea lines"). Then the numbers so found that are at odds and answer one question. A false dispute misleads as
much as a false agreement, so numbers are at odds only where a story tells but one of them (its toll), where things of
one sort underwent one deed, or where a measure stands in the same words; and never where one article gives both, unless
it dates them apart or names who gives which.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache

from twosource.check.claims.ages import THEN
from twosource.check.claims.apart import apart, is_partial
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.figures import SHARED
from twosource.check.claims.intervals import AGO, BETWEEN, LONG, SAYS_LITTLE, is_reckoned, lasting
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.manifold import BY as MANIFOLD
from twosource.check.claims.measures import BEFALLING, GENERIC, MAGNITUDE
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import OF_A_TIME, OF_GAMES, RECORD, SCORE
from twosource.check.compatible import compatible
from twosource.check.figures.ages_beside import ages_beside
from twosource.check.figures.nearly_of_age import nearly, nearly_one
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.told_number import ToldNumber, unlike_kinds
from twosource.check.figures.told_once import CHANGE, ToldOnce, head, keys, of_others, on_map, unlike_harm
from twosource.check.figures.tolls import PEOPLE, are_things, are_unlike, mark_beside, mark_unlike, same_people
from twosource.check.figures.whose_age import AGE, known, may_be_one_name, sex_of_noun, sexes_fit, surely_of, whose_ages
from twosource.check.language.money import is_money, one_sum_twice, two_currencies
from twosource.check.language.nouns import is_person, may_be_one, one_sort
from twosource.check.language.numbers import AREA, LENGTH, MASS, Amount, as_said, in_base_unit, is_order, one_dimension
from twosource.check.language.order import in_order
from twosource.check.language.plurals import singular
from twosource.check.language.words import another_time, content_words, parted, sense, stem
from twosource.check.voices.chains import UNNAMED
from twosource.model import Claim
from twosource.text.countries import country
from twosource.text.lexicon import words
from twosource.text.same_person import same_person

Group = list[Claim]
AROUND = 0.5
"""The part of the fewer surrounding words that two figures must share where their nouns differ or they are at odds."""

MOST = 0.5
"""The part of the pairs across two groups that must answer one question for the groups to."""

ANSWERED_ONCE = frozenset({*COUNTED, *words("answered_once")})
"""Measures that a story has one of: its toll, its magnitude, its turnout; whatever the words around them."""

WORDS = 2
"""The least number of surrounding words shared: one is the story's topic."""

ANOTHER_SHOCK = 1.0
"""Magnitudes that differ by so much are of two shocks: what observatories measure of one differs by tenths."""

ONE_NUMBER = 0.01
"""The part by which two figures may differ to be one number: 35 miles and 56 km are."""

FEW, MANY_WORDS = 20, 4
"""Counts up to a score are of many things in any story ("two boats"): four words around them must agree to be sure."""

THREE = 3
"""The least number of words shared by two durations of one length whose nouns differ, and across a month named."""

NEAR_IN_SIZE = 1.1
"""Measures in other units that differ by more than a tenth are not one."""

PAIR = 2
"""Ones and twos of a thing are so common that one more word must agree."""

SPEAKING = 12
"""Figures of a group that speak for it: the most that two groups are compared by."""


def counts(claims: Iterable[Claim]) -> list[tuple[Claim, ...]]:
    """Return the claims in groups; within a group in order of article and place."""
    by_signature: dict[tuple[str, ...], Group] = defaultdict(list)
    told = mark_unlike(mark_beside(ages_beside(known(nearly(whose_ages(claims))))))
    for claim in told:
        by_signature[_signature(claim)].append(claim)
    agreeing = _agreeing([by_signature[key] for key in sorted(by_signature)])
    agreeing = _brought(_brought(agreeing, _agree), ToldNumber(told).of_one_thing)
    questions = _brought(agreeing, _at_odds)
    questions = _brought(questions, ToldOnce(told).at_odds, keys)
    return [in_order(group) for group in questions]


def _agreeing(alike: list[Group]) -> list[Group]:
    """Groups of figures that agree. `alike` holds figures of one signature, those that are exact first."""
    groups: list[Group] = []
    members: list[Group] = []
    near = _Near()
    for same in alike:
        claim = same[0]
        shares = {n: _share(claim, members[n]) for n in near.of(claim) if _all_agree(claim, members[n])}
        homes = [n for n, share in shares.items() if share >= MOST]
        home = max(homes, key=lambda n: (_same_number(claim, members[n]), shares[n], -n), default=len(groups))
        if home == len(groups):
            groups.append([])
            members.append([])
        groups[home] += same
        members[home].append(claim)
        near.add(claim, home)
    return groups


def _brought(
    groups: list[Group],
    together: Callable[[Group, Group], bool],
    keys_of: Callable[[Claim], tuple[object, ...]] | None = None,
) -> list[Group]:
    """The groups, those brought into one that belong together with each part of it; the most carried ones first."""
    made: list[list[Group]] = []
    near = _Near(keys_of)
    for group in sorted(groups, key=lambda group: -len({claim.article for claim in group})):
        found = sorted({n for claim in group for n in near.of(claim)})
        home = next((n for n in found if all(together(group, part) for part in made[n])), len(made))
        if home == len(made):
            made.append([])
        made[home].append(group)
        for claim in group:
            near.add(claim, home)
    return [[claim for group in parts for claim in group] for parts in made]


class _Near:
    """Which groups hold a figure of a like head, noun, deed or value: only those are compared."""

    def __init__(self, keys_of: Callable[[Claim], tuple[object, ...]] | None = None) -> None:
        self._found: dict[object, list[int]] = defaultdict(list)
        self._keys = keys_of or _keys

    def of(self, claim: Claim) -> list[int]:
        """The numbers of the groups near a figure, in order."""
        return sorted({number for key in self._keys(claim) for number in self._found[key]})

    def add(self, claim: Claim, number: int) -> None:
        """Note that a group holds a figure."""
        for key in self._keys(claim):
            if number not in self._found[key][-1:]:
                self._found[key].append(number)


def _keys(claim: Claim) -> tuple[object, ...]:
    keys: list[object] = [head(claim), as_said(claim)]
    if claim.deed:
        keys.append(("deed", claim.deed))
    if is_money(claim):
        keys.append(("sentence", claim.article, claim.span.start))
    amount = in_base_unit(Amount(as_said(claim), as_said(claim), "=", claim.unit))
    if amount.unit and amount.nominal > 0.0:  # 35 miles and 56 km
        size = round(math.log(amount.nominal, NEAR_IN_SIZE))
        keys += [("size", amount.unit, size - 1), ("size", amount.unit, size)]
    return tuple(keys)


def _share(claim: Claim, group: Group) -> float:
    """The part of a group that a figure answers one question with.

    Of one that tells a deed, only those speak that tell one too: the others say nothing against it.
    """
    speaking = group[:SPEAKING]
    if claim.deed and not claim.unit:
        speaking = [other for other in speaking if other.deed] or speaking
    return sum(one_count(claim, other) for other in speaking) / len(speaking)


def _same_number(claim: Claim, group: Group) -> bool:
    """Whether some figure of a group names the same number: "up to 80" goes with 80 rather than with 75."""
    return any(as_said(claim) == as_said(other) for other in group)


def _all_agree(claim: Claim, group: Group) -> bool:
    """Whether a figure agrees in number with all of a group."""
    return all(compatible(claim, other) and not two_currencies(claim, other) for other in group)


def _agree(one: Group, other: Group) -> bool:
    """Whether two groups give one number of one thing: they were only begun by figures in quite different words."""
    if not all(_all_agree(claim, other) for claim in one):
        return False
    pairs = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING]]
    told = [(a, b) for a, b in pairs if a.deed and b.deed] or pairs
    return sum(one_count(a, b) for a, b in told) >= MOST * len(told)


def _at_odds(one: Group, other: Group) -> bool:
    """Whether two groups of figures answer one question: most pairs do, and no article gives both for two."""
    if any(one_sum_twice(a, b) for a in one for b in other):
        return True
    if any((a.article == b.article and not _apart(a, b)) or _elsewhere(a, b) for a in one for b in other):
        return False
    if any(_of_parts_or_days(a, b) for a in one for b in other):
        return False
    differing = [(a, b) for a in one[:SPEAKING] for b in other[:SPEAKING] if _differ(a, b)]
    told = [(a, b) for a, b in differing if a.deed and b.deed] or differing
    return sum(one_question_at_odds(a, b) for a, b in told) >= MOST * max(1, len(told))


def _differ(a: Claim, b: Claim) -> bool:
    return two_currencies(a, b) or not compatible(a, b)


def _of_parts_or_days(a: Claim, b: Claim) -> bool:
    """Whether one counts a part of the other, or they count what two days saw; a toll of the dead only rises."""
    return not a.unit and not b.unit and "dead" not in (head(a), head(b)) and apart(a, b) and not compatible(a, b)


def _elsewhere(a: Claim, b: Claim) -> bool:
    """Whether two figures are known to hold for two countries."""
    countries = [claim.scope.rpartition(", ")[2] for claim in (a, b) if on_map(claim.scope)]
    return len(set(countries)) > 1


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
        return _scopes_fit(a, b)
    if a.event != b.event and not _one_though_dated(a, b) and not _one_in_month(a, b):
        return False
    if not _of_one_sort(a, b):
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
    if not _scopes_fit(a, b):
        return False
    same = _one_measure(a, b) or (head(a) == head(b) and head(a) in ANSWERED_ONCE)
    pair = not a.unit and max(as_said(a) or 0.0, as_said(b) or 0.0) <= PAIR and head(a) not in ANSWERED_ONCE
    loose = pair or (head(a) in PEOPLE and as_said(a) != as_said(b))  # many people do many things
    if (same and (not loose or bool((_words(a) & _words(b)) - {stem(head(a))}))) or _alike(a, b):
        return True
    shared = len(_words(a) & _words(b))
    if a.unit == "percentage" == b.unit and _one_share(a, b):
        return True
    if a.rule == b.rule == DURATIONS and (shared >= THREE or lasting(a) == lasting(b)):
        return True  # an offer, a contract and a deal of eight years; riots and rioting
    if head(a) == head(b) and shared >= MANY_WORDS:
        return True
    if (_one_length(a, b) or _one_odd(a, b)) and (_words(a) & _words(b)) - {stem(word) for word in a.unit.split()}:
        return True
    return (_one_unlikely(a, b) and shared > 0) or _one_deed(a, b)


def one_question_at_odds(a: Claim, b: Claim) -> bool:
    """Both answer one question with numbers that differ, of one event."""
    if a.event != b.event:
        return False
    if {head(a), head(b)} & PAIRS:
        if a.rule.endswith(OF_A_TIME) or not a.measure == b.measure == RECORD:
            return False
        return a.subject == b.subject and a.rule == b.rule and _one_day(a, b)
    if INTERVALS in (a.rule, b.rule):
        return a.rule == b.rule and _intervals_at_odds(a, b)
    if ORDINALS in (a.rule, b.rule):
        return False  # of those that differ only `told_once` knows
    if two_currencies(a, b):
        return _one_worth(a, b)
    if not _of_one_sort(a, b) or compatible(a, b):
        return False
    if any(claim.certainty in ("expected", "possible") or claim.rule.endswith((SHARED, OF_GAMES)) for claim in (a, b)):
        return False  # what may be contradicts nothing, and so many of so many do only some of what all do
    if _one_worth(a, b):
        return True
    if not _one_scope(a, b):
        return False
    if _one_deed(a, b) and not a.unit and one_sort(_noun(a), _noun(b)) and not (of_others(a, b) or unlike_harm(a, b)):
        return True  # how many of a kind underwent one deed
    if head(a) == head(b) == AGE:
        return _one_at_odds(a, b)
    if head(a) != head(b) or a.subject != b.subject:
        return False
    if head(a) == MAGNITUDE and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) >= ANOTHER_SHOCK:
        return False
    if DURATIONS in (a.rule, b.rule):
        return False  # contracts, sentences and talks are many: what lasts another time may be another
    same_words = a.measure == b.measure and len(_words(a) & _words(b)) >= MANY_WORDS and _alike(a, b)
    same_words = same_words and not another_time(_words(a), _words(b))
    return head(a) in ANSWERED_ONCE or (bool(a.unit) and same_words)


def _one_worth(a: Claim, b: Claim) -> bool:
    """Whether two sums are the worth of goods of one sort that were taken or perished in one deed."""
    goods = is_money(a) and is_money(b) and a.deed in words("goods_deeds")
    return goods and _one_deed(a, b) and _scopes_fit(a, b)


def _one_length(a: Claim, b: Claim) -> bool:
    """Whether both give one distance, area, mass or speed: of a story's own, few are given, and hardly two alike.

    Yards, feet and inches are those of games and of people, which are many.
    """
    units = {claim.unit.partition(" per ")[0] for claim in (a, b)}
    rates = {claim.unit.partition(" per ")[2] for claim in (a, b)}
    return units <= MEASURED and len(rates) == 1 and one_dimension(a.unit, b.unit) and _one_number(a, b)


MEASURED = frozenset({*LENGTH, *MASS, *AREA, "nautical mile", "litre", "gallon", "degree"}) - {
    "yard",
    "foot",
    "inch",
    "pound",
}


def _people_and_things(a: Claim, b: Claim) -> bool:
    """Whether one counts people and the other what surely are none: 23 thieves and 23 boats in a like sentence."""
    if a.unit or b.unit or {head(a), head(b)} & (ANSWERED_ONCE | BEFALLING):
        return False
    return unlike_kinds(_noun(a), _noun(b))


def _told_of_both(a: Claim, b: Claim) -> bool:
    """Whether two counts of few things have two nouns, and what is asked of one tells of the other: "two boats that
    surrounded the vessel" are no two vessels.
    """
    if a.unit or b.unit or max(as_said(a) or 0.0, as_said(b) or 0.0) > FEW or head(a) == head(b):
        return False
    one, other = _noun(a), _noun(b)
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
    nouns = {_noun(a), _noun(b)}
    if all(map(are_things, nouns)) and len(_words(a) & _words(b)) >= WORDS:
        return True
    return one_sort(*nouns) if len(nouns) > 1 and not nouns & PEOPLE else all(map(is_person, nouns - PEOPLE))


DOZEN, ROUGH = 12, 5
"""Counts are rounded to dozens and fives; another, above these, is hardly given for two groups of one sort."""


def _one_share(a: Claim, b: Claim) -> bool:
    """Whether two percentages of one place are one: they are not round, or of one thing in like words.

    One that is not even rounded to a five is hardly given for two things in words that agree, wherever that is.
    """
    told = as_said(a) or 0.0
    if told == as_said(b) and told % ROUGH != 0 and _scopes_fit(a, b) and len(_words(a) & _words(b)) >= WORDS:
        return a.rule.endswith(CHANGE) == b.rule.endswith(CHANGE)
    if a.scope != b.scope or not on_map(a.scope) or as_said(a) != as_said(b):
        return False
    place = {stem(word) for word in content_words(a.scope)}
    like = (_words(a) & _words(b)) - place - {stem(head(a))}
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


def _one_at_odds(a: Claim, b: Claim) -> bool:
    """Whether two ages that differ are one person's: of one name, a surname alone too; not where one is of long ago."""
    if a.unit != b.unit or any(claim.rule.endswith(THEN) for claim in (a, b)):
        return False
    if GENERIC in (a.subject, b.subject):
        return a.subject == b.subject and nearly_one(a, b)
    lone = " " not in a.subject or " " not in b.subject
    return a.subject == b.subject or (lone and may_be_one_name(a.subject, b.subject))


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether both count or both measure in one dimension, a whole or a part: a third of a town is no 2,500 people."""
    return one_dimension(a.unit, b.unit) and is_partial(a) == is_partial(b)


def _one_measure(a: Claim, b: Claim) -> bool:
    """Whether both count the same: one noun, or two that mean the same ("robbers" and "thieves")."""
    if a.measure == b.measure:
        return True
    one, other = a.measure, b.measure
    return not a.unit and " " not in one + other and {one, other}.isdisjoint(COUNTED) and sense(one) == sense(other)


def _one_deed(a: Claim, b: Claim) -> bool:
    """Whether things of one sort did or underwent one deed."""
    return bool(a.deed) and a.deed == b.deed and may_be_one(_noun(a), _noun(b))


def _apart(a: Claim, b: Claim) -> bool:
    """Whether two figures of one article may answer one question: it dates them apart, or names who gives which."""
    if compatible(a, b):
        return True
    if a.as_of != b.as_of and head(a) in COUNTED:
        return True
    named = a.chain and b.chain and UNNAMED not in (a.chain[-1], b.chain[-1])
    return bool(named) and a.chain[-1] != b.chain[-1] and head(a) == head(b) and head(a) in ANSWERED_ONCE


def _one_scope(a: Claim, b: Claim) -> bool:
    """Whether two figures at odds hold for one place; a toll without a place, and a country's, are the story's."""
    if a.scope == b.scope:
        return True
    if any(claim.high == 0.0 and claim.scope for claim in (a, b)):
        return False  # "no injuries in Dubai" says nothing of all the others
    one, other = set(a.scope.split()), set(b.scope.split())
    if a.scope and b.scope and not on_map(a.scope) and not on_map(b.scope):
        return one <= other or other <= one
    named = a.scope or b.scope
    return (not a.scope or not b.scope) and (head(a) in COUNTED or bool(country(named.title())))


def _scopes_fit(a: Claim, b: Claim) -> bool:
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
    return head(a) not in COUNTED and (_alike(a, b) or _one_deed(a, b))


def surely_one(a: Claim, b: Claim) -> bool:
    """Two figures are one number and count one thing: it has one name, or most of the words around them agree.

    "At least 20" and "roughly 22" can both be right, and do not confirm each other.
    """
    if any(is_order(claim.low, claim.high) for claim in (a, b)):
        return False
    if MANIFOLD in (a.rule, b.rule):
        return False  # that it was a double murder is how all call it
    if {DURATIONS, INTERVALS} & {a.rule, b.rule}:
        return False  # two clubs offer eight years each
    if head(a) in PAIRS:
        return _one_pair(a, b) and (
            (head(a) == RECORD and a.subject == b.subject) or len(_words(a) & _words(b)) >= WORDS
        )
    if not _one_number(a, b) or two_currencies(a, b) or _people_and_things(a, b):
        return False
    if a.event != b.event and not _unlikely(a):
        return False  # five sons of 1928 may be another's
    if head(a) == head(b) == AGE:
        one = a.subject == b.subject or same_person(a.subject, b.subject).answer == "yes"
        return one and GENERIC not in (a.subject, b.subject) and surely_of(a) and surely_of(b)
    if head(a) == head(b) and head(a) in ANSWERED_ONCE:
        return head(a) not in COUNTED or a.subject == b.subject or GENERIC in (a.subject, b.subject)
    if ORDINALS in (a.rule, b.rule) or (max(as_said(a) or 0.0, as_said(b) or 0.0) <= FEW and not a.unit):
        shared = _words(a) & _words(b)
        return a.measure == b.measure and len(shared) >= MANY_WORDS and _alike(a, b)
    return a.measure == b.measure or _alike(a, b)


def _alike(a: Claim, b: Claim) -> bool:
    """Whether most of the words around the two figures are the same."""
    first, second = _words(a), _words(b)
    shared = len(first & second)
    return shared >= WORDS and shared >= AROUND * min(len(first), len(second))


def _words(claim: Claim) -> frozenset[str]:
    return parted(claim.value_key)


def _one_unlikely(a: Claim, b: Claim) -> bool:
    """Whether both name one number that is hardly given for two things."""
    return _unlikely(a) and _one_number(a, b)


def _one_though_dated(a: Claim, b: Claim) -> bool:
    """Whether a number that is hardly given for two things stands once with another date; two dates are two events."""
    return "" in (a.event, b.event) and _one_unlikely(a, b) and _one_measure(a, b)


PAIRS = frozenset({RECORD, SCORE})


def _one_day(a: Claim, b: Claim) -> bool:
    """Whether two records are of one day, give or take a game: with more games one is of another part of the season."""
    one, other = (sum(int(part) for part in claim.value.split("-")) for claim in (a, b))
    return abs(one - other) <= 1


def _one_pair(a: Claim, b: Claim) -> bool:
    """Whether two give one record of one side, or one score with some word around it in common.

    A record of a season's games is so particular that it is one, whoever a sentence tells of.
    """
    if a.measure != b.measure or a.value != b.value:
        return False
    if a.rule.endswith(OF_A_TIME) or b.rule.endswith(OF_A_TIME):
        return a.subject == b.subject or sum(int(part) for part in a.value.split("-")) >= SEASON
    return a.subject == b.subject and (head(a) == RECORD or bool(_words(a) & _words(b)))


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
    return len(_words(a) & _words(b)) >= THREE


def _one_reckoned(a: Claim, b: Claim) -> bool:
    """Whether two say of one deed, and of nobody else's, how long it was ago or before another, in weeks or more."""
    who = a.subject == b.subject or GENERIC in (a.subject, b.subject)
    return who and a.event == b.event and head(a) == head(b) not in SAYS_LITTLE and {a.unit, b.unit} <= LONG


def _one_lasting(a: Claim, b: Claim) -> bool:
    """Whether a noun and a verb say how long one thing lasted: "six days of riots", "rioted for six days"."""
    if {a.rule, b.rule} != {DURATIONS, INTERVALS} or is_reckoned(a) or is_reckoned(b) or a.event != b.event:
        return False
    return lasting(a) == lasting(b) not in SAYS_LITTLE and compatible(a, b)


def _intervals_at_odds(a: Claim, b: Claim) -> bool:
    """Whether two times that differ are of one doing of one person: "12 weeks ago" here and "six weeks ago" there.

    Days and hours count from when an article was written, weeks, months and years hardly do, but for one more or less.
    """
    if a.measure != b.measure or a.subject != b.subject or a.subject == GENERIC or a.event != b.event:
        return False
    if not one_dimension(a.unit, b.unit) or compatible(a, b) or a.bound in "<>" or b.bound in "<>":
        return False
    far = a.unit == b.unit and abs((as_said(a) or 0.0) - (as_said(b) or 0.0)) > 1.0
    if a.measure.endswith(f" {AGO}"):
        return far and a.unit in LONG
    return not a.measure.endswith(f" {BETWEEN}") and a.unit in LONG and len(_words(a) & _words(b)) >= WORDS


def _one_in_order(a: Claim, b: Claim) -> bool:
    """Whether two tell one number in an order: of one noun in like words, or so high a one that a story has it once.

    Whoever was the fifth to go made it five that went: where the words around agree, a count says the same.
    """
    if as_said(a) != as_said(b) or a.unit or b.unit:
        return False
    shared = len((_words(a) & _words(b)) - {stem(head(a)), stem(head(b))})
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
    like = len((_words(a) & _words(b)) - {stem(head(a))})
    return a.low == a.high == b.low == b.high and head(a) == head(b) and like >= THREE


def _one_distinctive(a: Claim, b: Claim) -> bool:
    """Whether both give one number of three figures or more of one noun or unit: no story gives it for two things.

    Two years that are told apart may still see as many ("404 yards in 2007 and 2008"), but hardly of four figures.
    """
    if not _of_one_sort(a, b) or a.low != a.high or b.low != b.high or head(a) == AGE:
        return False
    if not (_one_measure(a, b) or head(a) == head(b) or (a.unit and a.unit == b.unit) or _told(a) & _told(b)):
        return False
    several = DISTINCT + 1 if a.event and b.event and a.event != b.event else DISTINCT
    number = as_said(a) or 0.0
    odd = number >= 100 and number % HALF_ROUND != 0 and several == DISTINCT
    return number == as_said(b) and (odd or min(_figures(a), _figures(b)) >= several)


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


def _figures(claim: Claim) -> int:
    """How many figures a number has, zeros at either end left out."""
    return len(f"{abs(as_said(claim) or 0.0):.6f}".replace(".", "").strip("0"))


def _one_number(a: Claim, b: Claim) -> bool:
    one, other = (in_base_unit(Amount(as_said(c), as_said(c), "=", c.unit)).nominal for c in (a, b))
    return abs(one - other) <= ONE_NUMBER * abs(one)


def _unlikely(claim: Claim) -> bool:
    """Whether a number is so particular that two reports of one story hardly give it for two things.

    A sum of money, a number of three figures besides zeros, or of four digits: "$160 million", "8.49", "1,200".
    """
    return is_money(claim) or _figures(claim) >= DISTINCT or abs(as_said(claim) or 0.0) >= 1000


def _noun(claim: Claim) -> str:
    """The lemma of what is counted, as far as its plural can be told."""
    return (claim.subject if head(claim) in COUNTED and claim.subject != GENERIC else head(claim)).split(" ")[-1]


def _signature(claim: Claim) -> tuple[str, ...]:
    """All that matters of a figure for lining it up, its article left out."""
    exact = "0" if claim.low == claim.high and claim.bound == "=" else "2" if is_order(claim.low, claim.high) else "1"
    slots = (
        claim.event,
        claim.measure,
        claim.subject,
        claim.scope,
        claim.as_of,
        claim.bound,
        claim.unit,
        claim.deed,
        claim.value_key,
    )
    said = claim.value if claim.low is None and claim.high is None else ""  # a pair is compared by its words
    return (exact, f"{claim.low}/{claim.high}", said, *slots)
