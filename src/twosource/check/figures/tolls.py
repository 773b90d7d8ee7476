"""When one toll is told under several nouns: "two workers were killed", "two women died".

Reads   figure claims of one story
Gives   claims marked where a sentence counts two groups of people side by side; whether two may be one toll

Two groups of as many people are told apart by the sentence that tells of both ("two soldiers and two civilians"), by
their sex, or by what they are; where nothing does, one number of one story's dead is one toll in other words. That two
sources say it in other words does not confirm it.
"""

from collections import defaultdict
from functools import cache
from itertools import permutations

import msgspec

from twosource.check.claims.apart import KNOWN
from twosource.check.claims.measures import BEFALLING, GENERIC, PEOPLE_TOGETHER
from twosource.check.claims.parts import BY as PARTS
from twosource.check.figures.whose_age import sex_of_noun, sexes_fit
from twosource.check.language.nouns import is_noun, is_person, may_be_one
from twosource.check.language.plurals import singular
from twosource.check.language.words import sense
from twosource.model import Claim
from twosource.text.countries import nationality
from twosource.text.lexicon import mapping, table, words

FEW = 10
"""The most of which as many other things of their sort are likely to be told."""

PEOPLE = frozenset({"people", "person"})

NOT = " not "
"""In the rule of a count of things before the noun of others, of which an article of the story counts as many."""

BESIDE = " beside"
"""In the rule of a count of people of whom a sentence of the story tells beside others that underwent the same."""


def mark_beside(claims: list[Claim]) -> list[Claim]:
    """Return the claims in order, marked where their story tells of two groups of so many people in one sentence."""
    told: dict[tuple[str, int, str], set[str]] = defaultdict(set)
    for claim in claims:
        if claim.measure in BEFALLING and claim.subject != GENERIC:
            told[claim.article, claim.span.start, claim.measure].add(claim.subject)
    apart = {(measure, subject) for (_, _, measure), found in told.items() if len(found) > 1 for subject in found}
    return [
        msgspec.structs.replace(claim, rule=claim.rule + BESIDE) if (claim.measure, claim.subject) in apart else claim
        for claim in claims
    ]


def mark_unlike(claims: list[Claim]) -> list[Claim]:
    """Return the claims in order, marked where an article counts as many things again under a noun for one sort.

    "Two boats" and "two ships" of one article are four; "the two ships" may be the boats.
    """
    told: dict[tuple[str, float], list[Claim]] = defaultdict(list)
    for claim in claims:
        if _are_few(claim) and KNOWN not in claim.rule:
            told[claim.article, claim.low or 0.0].append(claim)
    unlike: dict[tuple[str, float], set[str]] = defaultdict(set)
    for (_, number), beside in told.items():
        for one, other in permutations(beside, 2):
            if one.measure != other.measure and _are_two(one, other):
                unlike[one.measure, number].add(other.measure)
    return [
        msgspec.structs.replace(claim, rule=_marked(claim.rule, others))
        if _are_few(claim) and (others := unlike.get((claim.measure, claim.low or 0.0)))
        else claim
        for claim in claims
    ]


def _marked(rule: str, nouns: set[str]) -> str:
    """A rule with the nouns of others behind its first word: its end says how a number was told."""
    first, space, rest = rule.partition(" ")
    return first + "".join(f"{NOT}{noun};" for noun in sorted(nouns)) + space + rest


def _are_two(a: Claim, b: Claim) -> bool:
    """Whether two counts of one article are of different things of one sort: of synonyms, each has words of its own."""
    if sense(a.measure) != sense(b.measure):
        return may_be_one(a.measure, b.measure)
    one, other = (set(claim.value.lower().split()[1:-1]) for claim in (a, b))
    return bool(one and other) and not one & other


def _are_few(claim: Claim) -> bool:
    """Whether a claim counts so few things that other things of their sort may be as many."""
    return (
        claim.rule != PARTS
        and claim.low == claim.high
        and not claim.unit
        and (claim.low or 0.0) <= FEW
        and are_things(claim.measure)
    )


def are_unlike(a: Claim, b: Claim) -> bool:
    """Whether the story counts as many things under either of two nouns."""
    return NOT in a.rule and f"{NOT}{b.measure};" in a.rule


def same_people(a: Claim, b: Claim) -> bool:
    """Whether two counts of those whom one thing befell may be of the same people: two nouns for persons of one sex."""
    if a.article == b.article and a.span == b.span:
        return False
    one, other = set(a.subject.split()), set(b.subject.split())
    if one <= other or other <= one:
        return True
    if BESIDE in a.rule + b.rule:
        return False
    first, second = (_noun(claim) for claim in (a, b))
    contrasted = any({first, second} <= set(group) for group in table("people_contrasts"))
    return not contrasted and may_be_one(first, second) and sexes_fit(sex_of_noun(first), sex_of_noun(second))


def of_a_people(claim: Claim) -> bool:
    """Return whether a toll is of those of one country: of all, another may give more."""
    return claim.measure in BEFALLING and any(_is_people(word) for word in claim.subject.split())


@cache
def _is_people(stemmed: str) -> bool:
    return stemmed != GENERIC and bool(nationality(stemmed.title()) or nationality(f"{stemmed.title()}s"))


def _noun(claim: Claim) -> str:
    """The lemma of the noun that a count's value ends in."""
    last = claim.value.lower().split()[-1].rpartition("-")[2]
    return singular(last) or last


@cache
def are_people(noun: str) -> bool:
    """Whether a noun surely names people."""
    return noun in PEOPLE or is_person(noun)


@cache
def are_things(noun: str) -> bool:
    """Whether a noun is known and surely names no people, not even several at once."""
    kind = mapping("noun_kinds").get(noun, "")
    together = noun in words("people_nouns") or noun in PEOPLE_TOGETHER
    return is_noun(noun) and not are_people(noun) and not together and kind not in ("person", "organisation", "group")
