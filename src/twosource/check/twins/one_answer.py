"""Tell by their answer alone that two groups are about one thing: a particular number, a time of day, somebody's place.

Reads   two groups of figures, times or places that stand in no article together; how many groups give each number
Gives   `same_thing`: whether their answer and little more makes them one
Misses  small and round numbers, whole days, places of what nobody is named in

A story has but one thing of 187 feet and one of 38 percent, whatever words each article finds for it ("a premium",
"a mark-up"), unless a third thing has that number too. What somebody did at 6 a.m. in one article, and did in another
where most words of the question are the same, is one deed ("spotted", "noticed"). And who was found in a kitchen was
found in it once. Nothing of this makes two sources confirm each other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from twosource.check.figures.questions import COUNTED
from twosource.check.figures.told_number import UNITS_OF_GAMES
from twosource.check.language.money import is_money, unit_kinds
from twosource.check.language.numbers import figures_of, is_order
from twosource.check.language.words import content_words, sense, stems
from twosource.model import Claim

Group = tuple[Claim, ...]
Number = tuple[float, str]

FIGURES, OF_A_SUM, DOZEN = 2, 3, 12
"""Figures besides zeros that a number has which is told of one thing, and a sum of money, of which a story has many;
what a whole number lies above."""

WORDS = 0.5
"""The part of the words of two questions that must be common where they ask for one time of day."""

YEAR = re.compile(r"[12]\d{3}")
DIGITS = re.compile(r"(?<![\d.,])\d[\d,]*(?:\.\d+)?(?![\d%])")


def numbers_of(groups: Iterable[Group]) -> Counter[Number]:
    """Return in how many groups each particular number stands, with what it is of."""
    return Counter(number for group in groups for number in _numbers(group))


def same_thing(a: Group, b: Group, words: tuple[frozenset[str], frozenset[str]], numbers: Mapping[Number, int]) -> bool:
    """Return whether two groups of one kind, whose questions have `words`, are about one thing by what they answer."""
    if {claim.article for claim in a} & {claim.article for claim in b}:
        return False
    if a[0].kind == "figure":
        return any(numbers[number] == 2 for number in _numbers(a) & _numbers(b)) and not _two_years(a, b)
    if clocks(a) & clocks(b):
        shared = len(words[0] & words[1])
        return bool(_verbs(a) & _verbs(b)) or (shared > 1 and shared >= WORDS * len(words[0] | words[1]))
    if not _are_places(a, b) or not _verbs(a) & _verbs(b):
        return False
    if _named(a) and _named(b):
        return bool(_named(a) & _named(b))
    said = _said_of(a, b)
    return any(word not in said and sense(word) not in said for word in words[0] & words[1])


def _numbers(group: Group) -> frozenset[Number]:
    """The particular numbers of a group, each with its unit, or with the noun of what is no toll and no crowd."""
    return frozenset((claim.low, of) for claim in group if claim.low is not None and (of := _particular(claim)))


def _particular(claim: Claim) -> str:
    """What a number is of that is told of hardly two things: several figures, and more than a dozen; else "".

    Months and years pass for many things, people are counted in many ways, yards are run again and again.
    """
    number, high = claim.low, claim.high
    if number is None or high is None or claim.unit in UNITS_OF_GAMES:
        return ""
    if number != high:
        within = high > DOZEN and not is_order(number, high) and claim.bound == "="
        return f"{claim.unit or claim.measure} up to {high}" if within else ""  # "$70 to $130"
    if figures_of(number) < (OF_A_SUM if is_money(claim) else FIGURES):
        return ""
    if number == int(number) and number <= DOZEN:
        return ""
    if claim.unit:
        return "" if unit_kinds().get(claim.unit) == "time" else claim.unit
    return "" if claim.measure in COUNTED or claim.subject not in ("", "people") else claim.measure


def counted_beside(a: Claim, b: Claim, sentence_of: Callable[[Claim], str]) -> bool:
    """Return whether two claims give one number of one noun in sentences that share another particular number.

    "Twelve points from 17 games" and "12 points out of 17 matches" tell of one thing; a team may have six games and a
    sixth seed in two sentences about 40 wins.
    """
    if a.low is None or (a.low, a.high) != (b.low, b.high) or not (a.measure == b.measure or _nouns(a) & _nouns(b)):
        return False
    return bool(_others(a, sentence_of(a)) & _others(b, sentence_of(b)))


def _nouns(claim: Claim) -> frozenset[str]:
    """The last word of a number as the text has it, with what is counted: "points" of "12 points"."""
    words = tuple(claim.value.casefold().split())
    return stems(words[1:][-1:])


def _others(claim: Claim, sentence: str) -> frozenset[str]:
    """The numbers above a dozen in a sentence besides a claim's own, but for years."""
    found = {text.replace(",", "") for text in DIGITS.findall(sentence)}
    value = claim.low or 0.0
    return frozenset(
        text for text in found if DOZEN < float(text) != value and not YEAR.fullmatch(text) and text not in claim.value
    )


def _two_years(a: Group, b: Group) -> bool:
    """Whether the two are told of two years: quakes of one magnitude are many."""
    first, second = (set(YEAR.findall(" ".join(claim.event for claim in group))) for group in (a, b))
    return bool(first and second and not first & second)


def clocks(group: Group) -> frozenset[str]:
    """Return the times of day that a group gives: "06:00"."""
    found = (claim.value_key.partition("T")[2] for claim in group if claim.kind == "time")
    return frozenset(clock for clock in found if clock)


def _verbs(group: Group) -> frozenset[str]:
    return frozenset(claim.measure.split()[0] for claim in group)


def _named(group: Group) -> frozenset[str]:
    """Whoever takes part in what a group dates or places by name."""
    return frozenset(party for claim in group for party in claim.subject.split("|") if party.startswith("person:"))


def _said_of(a: Group, b: Group) -> frozenset[str]:
    """The words of the places and deeds that two groups give, which tell nothing of whom they are of."""
    told = " ".join(f"{claim.value} {claim.deed} {claim.measure}" for claim in (*a, *b))
    return stems(content_words(told))


def _are_places(a: Group, b: Group) -> bool:
    return a[0].kind == "venue" and bool({claim.value_key for claim in a} & {claim.value_key for claim in b})
