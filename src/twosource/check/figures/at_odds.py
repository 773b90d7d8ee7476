"""Whether two figures that differ answer one question.

Reads   two figure claims of one story
Gives   one_question_at_odds
Misses  one question whose figures stand in quite different words (`told_once`)
"""

from twosource.check.claims.ages import THEN
from twosource.check.claims.durations import BY as DURATIONS
from twosource.check.claims.intervals import AGO, BETWEEN, LONG
from twosource.check.claims.intervals import BY as INTERVALS
from twosource.check.claims.manners import SHARED
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import OF_A_TIME, OF_GAMES, RECORD
from twosource.check.compatible import compatible
from twosource.check.figures.asked_alike import of_two, unlike_harm
from twosource.check.figures.near import both_rough, of_a_size
from twosource.check.figures.nearly_of_age import nearly_one
from twosource.check.figures.one_count import (
    ANSWERED_ONCE,
    MANY_WORDS,
    PAIRS,
    WORDS,
    alike,
    noun_of,
    of_one_sort,
    one_deed,
    scopes_fit,
)
from twosource.check.figures.questions import COUNTED
from twosource.check.figures.tolls import of_a_people
from twosource.check.figures.where_counted import of_others, on_map
from twosource.check.figures.whose_age import AGE, may_be_one_name
from twosource.check.language.keys import around, head
from twosource.check.language.money import is_money, two_currencies
from twosource.check.language.nouns import one_sort
from twosource.check.language.numbers import as_said, one_dimension
from twosource.check.language.words import another_time
from twosource.model import Claim
from twosource.text.countries import country
from twosource.text.lexicon import words


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
    if not of_one_sort(a, b) or compatible(a, b) or of_two(a, b):
        return False
    if any(claim.certainty in ("expected", "possible") or claim.rule.endswith((SHARED, OF_GAMES)) for claim in (a, b)):
        return False  # what may be contradicts nothing, and so many of so many do only some of what all do
    if _one_worth(a, b):
        return True
    if not _one_scope(a, b) or of_a_people(a) != of_a_people(b):
        return False
    if (
        one_deed(a, b)
        and not a.unit
        and one_sort(noun_of(a), noun_of(b))
        and not (of_others(a, b) or unlike_harm(a, b))
        and (head(a) in COUNTED or of_a_size(a, b) or both_rough(a, b))
    ):
        return True  # how many of a kind did or underwent one deed; a toll rises, and two crowds are two
    if head(a) == head(b) == AGE:
        return _one_at_odds(a, b)
    if head(a) != head(b) or a.subject != b.subject:
        return False
    if DURATIONS in (a.rule, b.rule):
        return False  # contracts, sentences and talks are many: what lasts another time may be another
    same_words = a.measure == b.measure and len(around(a) & around(b)) >= MANY_WORDS and alike(a, b)
    same_words = same_words and not another_time(around(a), around(b))
    return head(a) in ANSWERED_ONCE or (bool(a.unit) and same_words)


def _one_worth(a: Claim, b: Claim) -> bool:
    """Whether two sums are the worth of goods of one sort that were taken or perished in one deed."""
    goods = is_money(a) and is_money(b) and a.deed in words("goods_deeds")
    return goods and one_deed(a, b) and scopes_fit(a, b)


def _one_at_odds(a: Claim, b: Claim) -> bool:
    """Whether two ages that differ are one person's: of one name, a surname alone too; not where one is of long ago."""
    if a.unit != b.unit or any(claim.rule.endswith(THEN) for claim in (a, b)):
        return False
    if GENERIC in (a.subject, b.subject):
        return a.subject == b.subject and nearly_one(a, b)
    lone = " " not in a.subject or " " not in b.subject
    return a.subject == b.subject or (lone and may_be_one_name(a.subject, b.subject))


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


def _one_day(a: Claim, b: Claim) -> bool:
    """Whether two records are of one day, give or take a game: with more games one is of another part of the season."""
    one, other = (sum(int(part) for part in claim.value.split("-")) for claim in (a, b))
    return abs(one - other) <= 1


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
    return not a.measure.endswith(f" {BETWEEN}") and a.unit in LONG and len(around(a) & around(b)) >= WORDS
