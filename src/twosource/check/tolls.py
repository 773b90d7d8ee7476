"""When one toll is told under several nouns: "two workers were killed", "two women died".

Reads   figure claims of one story
Gives   claims marked where a sentence counts two groups of people side by side; whether two may be one toll

Two groups of as many people are told apart by the sentence that tells of both ("two soldiers and two civilians"), by
their sex, or by what they are; where nothing does, one number of one story's dead is one toll in other words. That two
sources say it in other words does not confirm it.
"""

from collections import defaultdict

import msgspec

from twosource.check.claims.measures import BEFALLING, GENERIC
from twosource.check.nouns import may_be_one
from twosource.check.plurals import singular
from twosource.check.whose_age import sex_of_noun, sexes_fit
from twosource.model import Claim
from twosource.text.lexicon import table

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


def _noun(claim: Claim) -> str:
    """The lemma of the noun that a count's value ends in."""
    last = claim.value.lower().split()[-1].rpartition("-")[2]
    return singular(last) or last
