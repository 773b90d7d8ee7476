"""Whose age it is that a description gives: "a 61-year-old woman" is the one woman of 61 whom the story names.

Reads   figure claims of one story
Gives   the claims, described ages under the name of whom they are of
Misses  somebody whom no article names with an age; two of one age and sex
"""

import re
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from twosource.check.claims.measures import GENERIC
from twosource.check.language.order import stands_in
from twosource.check.language.plurals import singular
from twosource.model import Claim
from twosource.text.lexicon import mapping
from twosource.text.names import fold
from twosource.text.same_person import parts, same_given, same_person, shortened

AGE = "age"
UNSAID = "ages bare"
"""How the rule of an age begins that is told of nobody but a pronoun, or of "the 15-year-old"."""

ONCE = 1
"""More articles than this must give somebody's age for "a 19-year-old" to mean them: others are told of in passing."""

DESCRIBED = " described"
"""How the rule of an age ends that a description gives of somebody whom other words name."""


Age = tuple[float | None, str]
"""How old somebody is, and in what unit."""


def age_of(claim: Claim) -> Age:
    """How old a claim says that somebody is."""
    return claim.low, claim.unit


def whose_ages(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims in order; each described age that just one person of the story has is that person's."""
    told = _under_one_name(claims)
    named: dict[Age, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for claim in told:
        if claim.measure == AGE and claim.subject != GENERIC and not claim.rule.startswith(UNSAID):
            named[age_of(claim)][claim.subject].add(claim.article)
    return [_found(claim, named[age_of(claim)]) if claim.measure == AGE else claim for claim in told]


def known(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims but for ages of a pronoun, or of "the 15-year-old", of whom nothing tells who they are."""
    return [claim for claim in claims if claim.subject != GENERIC or not claim.rule.startswith(UNSAID)]


def _found(claim: Claim, named: dict[str, set[str]]) -> Claim:
    """An age under the name of whom it is of, where a description gives it, or words that others give somebody else."""
    least = ONCE if claim.rule.startswith(UNSAID) else 0
    names = {name for name, articles in named.items() if len(articles) > least}
    unsaid = claim.rule.startswith(UNSAID) and bool(names) and claim.subject not in names
    return _named(claim, names) if claim.subject == GENERIC or unsaid else claim


def _under_one_name(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, ages of one person who is named in several ways under the name that most articles have.

    Two of one age who are named alike are one: "Jan Holt" and "Jan Holte", both 36, unless one sentence has both.
    """
    told = list(claims)
    bearers: dict[tuple[Age, str], set[tuple[str, int]]] = defaultdict(set)
    for claim in told:
        if claim.measure == AGE and claim.subject != GENERIC and not claim.rule.startswith(UNSAID):
            bearers[age_of(claim), claim.subject].add(stands_in(claim))
    usual: dict[tuple[Age, str], str] = {}
    order = sorted(bearers, key=lambda key: (-len({article for article, _ in bearers[key]}), -len(key[1]), key[1]))
    for number, (low, name) in enumerate(order):
        for other_low, other in order[:number]:
            alike = low == other_low and (low, other) not in usual and of_one_age(name, other)
            if alike and bearers[low, name].isdisjoint(bearers[low, other]):
                usual[low, name] = other
                break
    return [
        renamed(claim, usual.get((age_of(claim), claim.subject), "")) if claim.measure == AGE else claim
        for claim in told
    ]


def renamed(claim: Claim, name: str) -> Claim:
    """Return the age under a name that other words gave it; as it is where there is no name."""
    return msgspec.structs.replace(claim, subject=name, rule=claim.rule + DESCRIBED) if name else claim


def _named(claim: Claim, names: set[str]) -> Claim:
    """A described age under a name, where one of the names can be meant and no other."""
    fitting = [
        name
        for name in sorted(names, key=lambda name: (-len(name), name))
        if sexes_fit(sex_of_noun(claim.asked), sex_of_name(name)) and not claim.asked.startswith(f"{name}'s ")
    ]
    chief = [name for name in fitting if name.replace(" ", "_") == chief_of(claim)]
    one = all(may_be_one_name(fitting[0], name) for name in fitting)
    meant = chief or (fitting[:1] if one else [])
    return renamed(claim, meant[0] if meant else "")


def of_one_age(a: str, b: str) -> bool:
    """Whether two names of people of one age are one person's: also with a slip in the surname, or a short first name.

    >>> of_one_age("Jan Holt", "Jan Holte"), of_one_age("Alexis Moll", "Alexandros Moll"), of_one_age("A. Hale", "Hale")
    (True, True, True)
    >>> of_one_age("Ida Moll", "Eva Moll"), of_one_age("Kim Hale III", "Kim Hale")
    (False, True)
    """
    one, two = parts(a), parts(b)
    if may_be_one_name(a, b):
        return True
    if not one.given or not two.given:
        return False
    if one.given[0] == two.given[0]:
        return not shortened(one.surname).isdisjoint(shortened(two.surname)) and len(one.surname) >= ALIKE
    return one.surname == two.surname and one.given[0][:ALIKE] == two.given[0][:ALIKE]


ALIKE = 4
"""Letters at the head of two first names that make them forms of one ("Alexis" and "Alexandros"), and in a surname that
a slip can spoil."""


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
    return DESCRIBED not in claim.rule or chief_of(claim) == claim.subject.replace(" ", "_")


def chief_of(claim: Claim) -> str:
    """The person whom the article of an age speaks of most, "" when two are spoken of as often."""
    return claim.value_key.split(" ")[0]


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
    return mapping("gendered_nouns").get(noun, SEXES.get(noun, ""))


BEFORE_NAME = re.compile(r"^(?:Little|Baby|Young|Old)\s+")
SEXES = {"male": "m", "female": "f"}


def sex_of_name(name: str) -> str:
    """Return the sex that a person's first name tells, "f" or "m", "" when it tells none.

    >>> sex_of_name("Tara Reid"), sex_of_name("Reid")
    ('f', '')
    """
    first, _, rest = BEFORE_NAME.sub("", name).partition(" ")
    return mapping("first_names").get(first, "").replace("u", "") if rest else ""
