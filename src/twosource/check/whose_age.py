"""Whose age it is that a description gives: "a 61-year-old woman" is the one woman of 61 whom the story names.

Reads   figure claims of one story
Gives   the claims, described ages under the name of whom they are of
Misses  somebody whom no article names with an age; two of one age and sex
"""

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.claims.measures import GENERIC
from twosource.check.plurals import singular
from twosource.model import Claim
from twosource.text.lexicon import mapping
from twosource.text.names import fold
from twosource.text.same_person import same_given, same_person

AGE = "age"
DESCRIBED = " described"
"""How the rule of an age ends that a description gives of somebody whom other words name."""


def whose_ages(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in order; each described age that just one person of the story has is that person's."""
    told = list(claims)
    named: dict[float | None, set[str]] = defaultdict(set)
    for claim in told:
        if claim.measure == AGE and claim.subject != GENERIC:
            named[claim.low].add(claim.subject)
    return [_named(claim, named[claim.low]) if _is_described(claim) else claim for claim in told]


def _is_described(claim: Claim) -> bool:
    return claim.measure == AGE and claim.subject == GENERIC


def _named(claim: Claim, names: set[str]) -> Claim:
    """A described age under a name, where one of the names can be meant and no other."""
    fitting = [
        name
        for name in sorted(names, key=lambda name: (-len(name), name))
        if sexes_fit(sex_of_noun(claim.asked), sex_of_name(name)) and not claim.asked.startswith(f"{name}'s ")
    ]
    chief = [name for name in fitting if name.replace(" ", "_") == claim.value_key]
    one = all(may_be_one_name(fitting[0], name) for name in fitting)
    meant = chief or (fitting[:1] if one else [])
    if not meant:
        return claim
    return msgspec.structs.replace(claim, subject=meant[0], rule=claim.rule + DESCRIBED)


def may_be_one_name(a: str, b: str) -> bool:
    """Whether two names of people of one age may be one person's: spellings of one, or a first name alone.

    >>> may_be_one_name("Vincent Moll", "Vincent L. Moll"), may_be_one_name("Catherine Moll", "Katherine")
    (True, True)
    >>> may_be_one_name("Ida Moll", "Eva Moll")
    False
    """
    if a == b or same_person(a, b).answer != "no":
        return True
    short, full = sorted((fold(a).split(), fold(b).split()), key=len)
    return len(short) == 1 < len(full) and same_given(short[0], full[0])


def surely_of(claim: Claim) -> bool:
    """Whether an age is surely of whom it is listed under: named with it, or the chief person of its article."""
    return DESCRIBED not in claim.rule or claim.value_key == claim.subject.replace(" ", "_")


def sexes_fit(one: str, other: str) -> bool:
    """Whether two sexes, "" where not known, may be one person's."""
    return not one or not other or one == other


def sex_of_noun(described: str) -> str:
    """Return the sex that the noun of a description tells, "f" or "m", "" when it tells none.

    >>> sex_of_noun("film actress"), sex_of_noun("Norby man"), sex_of_noun("one of the women"), sex_of_noun("driver")
    ('f', 'm', 'f', '')
    """
    noun = described.lower().split(" ")[-1]
    noun = singular(noun) or noun
    if noun.endswith(("woman", "man")):
        return "f" if noun.endswith("woman") else "m"
    return mapping("gendered_nouns").get(noun, "")


def sex_of_name(name: str) -> str:
    """Return the sex that a person's first name tells, "f" or "m", "" when it tells none.

    >>> sex_of_name("Tara Reid"), sex_of_name("Reid")
    ('f', '')
    """
    first, _, rest = name.partition(" ")
    return mapping("first_names").get(first, "").replace("u", "") if rest else ""
