"""Whose age a description gives beside a name: "Ann Lowe, 30, and a 68-year-old woman", of whom others say her name.

Reads   figure claims of one story, described ages of whose number just one is named already under that name
Gives   the claims, more described ages under the name of whom they are of
Misses  somebody who is told of alone, or beside two who fit

Others tell of the two in one sentence too, and name both with their ages. That shows who is meant although the ages
differ. Whom the article gives an age under her own name is somebody else.
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.claims.measures import GENERIC
from twosource.check.figures.whose_age import AGE, DESCRIBED, may_be_one_name, sex_of_name, sex_of_noun, sexes_fit
from twosource.check.language.order import stands_in
from twosource.model import Claim

YEARS = 10.0
"""By how much two reports of one age may differ: a figure is misread, or the year is; more is another person."""


def ages_beside(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in order; each described age told beside a name is theirs whom others tell beside it alone."""
    told = list(claims)
    beside: dict[str, dict[str, set[float]]] = defaultdict(lambda: defaultdict(set))
    in_article: dict[str, set[str]] = defaultdict(set)
    in_sentence: dict[tuple[str, int], dict[str, float]] = defaultdict(dict)
    for claim in told:
        if claim.measure == AGE and claim.subject != GENERIC and claim.low is not None:
            in_article[claim.article].add(claim.subject)
            in_sentence[stands_in(claim)][claim.subject] = claim.low
    for ages in in_sentence.values():
        for name in ages:
            for other, age in ages.items():
                if other != name:
                    beside[name][other].add(age)
    return [
        _named(claim, _candidates(claim, in_sentence, beside), in_article[claim.article])
        if claim.measure == AGE and claim.subject == GENERIC
        else claim
        for claim in told
    ]


def _candidates(
    claim: Claim,
    in_sentence: dict[tuple[str, int], dict[str, float]],
    beside: dict[str, dict[str, set[float]]],
) -> dict[str, set[float]]:
    """Those of whom others tell beside a name that stands beside this age, each with the ages given."""
    found: dict[str, set[float]] = defaultdict(set)
    for name in in_sentence.get(stands_in(claim), {}):
        for other, ages in beside.get(name, {}).items():
            found[other] |= ages
    return found


def _named(claim: Claim, candidates: dict[str, set[float]], here: set[str]) -> Claim:
    fitting = [
        name
        for name in sorted(candidates, key=lambda name: (-len(name), name))
        if sexes_fit(sex_of_noun(claim.asked), sex_of_name(name))
        and any(abs((claim.low or 0.0) - age) <= YEARS for age in candidates[name])
        and not any(may_be_one_name(name, other) for other in here)
        and not claim.asked.startswith(f"{name}'s ")
    ]
    if not fitting or not all(may_be_one_name(fitting[0], name) for name in fitting):
        return claim
    return msgspec.structs.replace(claim, subject=fitting[0], rule=claim.rule + DESCRIBED)
