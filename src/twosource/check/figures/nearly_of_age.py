"""Whose age it is that a description gives, where reports of one person's age differ: "the 48-year-old" is Hale, 47.

Reads   figure claims of one story, ages that exactly one person of the story has already under that name
Gives   the claims, more ages under the name of whom they are of
Misses  two persons of nearly that age; somebody whom no article names with an age
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.claims.aged import CHILDREN
from twosource.check.claims.ages import BY as AGES
from twosource.check.claims.ages import ONLY, THE, THEN
from twosource.check.claims.measures import GENERIC
from twosource.check.figures.whose_age import (
    AGE,
    DESCRIBED,
    UNSAID,
    Age,
    age_of,
    may_be_one_name,
    renamed,
    sex_of_name,
    sex_of_noun,
    sexes_fit,
)
from twosource.model import Claim

KNOWN = AGES + THE
TWO, MONTHS, CHILD = 2.0, 6.0, 9.0
"""By how much reports of one age differ, in years and of babies in months; up to what age somebody is a small child."""


def nearly(claims: list[Claim]) -> list[Claim]:
    """Return the claims in order; an age that nobody is known to be of is theirs who alone is known to be nearly of it.

    Reports of one age differ, and what does not say a name shows it least: "the 48-year-old" is whom the article tells
    of that others say is 47. Of a description only the article's chief person is meant, and of a child whatever child
    the story names. Whom the article itself gives another age is somebody else.
    """
    ages: dict[str, set[Age]] = defaultdict(set)
    here: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.measure == AGE and claim.subject != GENERIC and not claim.rule.startswith(UNSAID):
            here[claim.article].add(claim.subject)
            if DESCRIBED not in claim.rule and THEN not in claim.rule:
                ages[claim.subject].add(age_of(claim))
    found = [_nearly_of(claim, ages, here[claim.article]) if _is_open(claim, ages) else claim for claim in claims]
    children = _children(found)
    return [_only(claim) if _is_open(claim, ages) and len(children[claim.article]) == 1 else claim for claim in found]


def _children(claims: list[Claim]) -> dict[str, set[Age]]:
    """The ages of small children that each article gives."""
    found: dict[str, set[Age]] = defaultdict(set)
    for claim in claims:
        if claim.measure == AGE and _is_young(age_of(claim)):
            found[claim.article].add(age_of(claim))
    return found


def _only(claim: Claim) -> Claim:
    """The age of a child without a name, marked as that of the article's only one; it is asked of by its noun."""
    noun = claim.asked or claim.deed
    if claim.subject != GENERIC or not _is_child(claim) or noun.split(" ")[-1] not in CHILDREN:
        return claim
    then = THEN if claim.rule.endswith(THEN) else ""
    return msgspec.structs.replace(claim, asked=noun, rule=f"{AGES}{ONLY}{then}")


def _is_open(claim: Claim, ages: dict[str, set[Age]]) -> bool:
    """Whether nothing yet says whose an age is: nobody is of it, or only the place in a text says who."""
    if claim.measure != AGE or "'s " in claim.asked or claim.asked.startswith("one of "):
        return False
    bare = (
        claim.rule.startswith(UNSAID)
        and DESCRIBED not in claim.rule
        and age_of(claim) not in ages.get(claim.subject, ())
    )
    return bare or claim.subject == GENERIC


def _nearly_of(claim: Claim, ages: dict[str, set[Age]], here: set[str]) -> Claim:
    """An age under the name of the one person who may be of it, as others count."""
    cast = [name.replace("_", " ") for name in claim.value_key.split(" ")]
    noun = claim.asked or claim.deed
    near = {name for name, told in ages.items() if any(_is_near(age_of(claim), age, TWO) for age in told)}
    if claim.rule.startswith(UNSAID):
        meant = [name for name in sorted(near) if _is_among(name, cast)]
    elif claim.rule.startswith(KNOWN):
        meant = [name for name in sorted(near) if _is_among(name, cast[:1])]
    else:
        meant = []
    if not meant and _is_child(claim):
        meant = sorted(name for name in near if any(_is_young(age) for age in ages[name]))
    meant = [name for name in meant if not _is_among(name, here) and sexes_fit(sex_of_noun(noun), sex_of_name(name))]
    if len(meant) == 1:
        return renamed(claim, meant[0])
    other = claim.subject in here or (claim.subject in ages and claim.subject not in near)
    return msgspec.structs.replace(claim, subject=GENERIC) if other and claim.rule.startswith(UNSAID) else claim


def nearly_one(a: Claim, b: Claim) -> bool:
    """Whether two ages that differ a little are one's who has no name: the only child, or "the captain".

    A man or a woman of some age is anybody: whom one article tells of as known is who they are by office or calling.
    """
    one, other = (claim.asked.lower().split(" ")[-1] for claim in (a, b))
    if not _is_near(age_of(a), age_of(b), TWO) or not sexes_fit(sex_of_noun(one), sex_of_noun(other)):
        return False
    if ONLY in a.rule and ONLY in b.rule:
        return True
    known = any(claim.rule.startswith(KNOWN) for claim in (a, b))
    return known and one == other and not sex_of_noun(one) and one not in CHILDREN


def _is_among(name: str, names: Iterable[str]) -> bool:
    """Whether somebody may be one of those named, a surname alone too."""
    return any(one and may_be_one_name(name, one) for one in names)


def _is_near(one: Age, other: Age, years: float) -> bool:
    """Whether two reports of one age may differ so: a grown-up's by a few years, a baby's by half a year."""
    if one[1] != other[1] or one[0] is None or other[0] is None:
        return False
    return abs(one[0] - other[0]) <= (years if one[1] == "year" else MONTHS)


def _is_young(age: Age) -> bool:
    return age[1] != "year" or (age[0] or 0.0) <= CHILD


def _is_child(claim: Claim) -> bool:
    """Whether an age is a baby's or a small child's: of those a story hardly has two that are not told apart."""
    return _is_young(age_of(claim)) and "brother" not in claim.asked and "sister" not in claim.asked
