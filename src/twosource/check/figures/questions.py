"""The question that figures answer, in plain words.

Reads   the claims of one fact
Gives   one question
"""

import calendar
import re
from collections import Counter
from functools import cache

from twosource.check.claims.asking import GAP, PREPOSITIONS
from twosource.check.claims.levels import BY as LEVELS
from twosource.check.claims.measures import GENERIC, MAGNITUDE, POPULATION, TURNOUT
from twosource.check.claims.multiples import FOLD
from twosource.check.claims.ordinals import BY as ORDINALS
from twosource.check.claims.scores import RECORD, SCORE
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import plural
from twosource.check.language.words import content_words, stem
from twosource.model import Claim
from twosource.text.lexicon import table

KNOWN = re.compile(r"^one of |'s ")
"""In the words that describe somebody: no article stands before them."""

SHORT = 4
"""Words added to the length of what is asked, so that one typical word does not stand for a clause."""

COUNTED = {
    "dead": "How many were killed?",
    "injured": "How many were injured?",
    "missing": "How many are missing?",
    "fled": "How many have fled?",
    "displaced": "How many are displaced?",
    "evacuated": "How many were evacuated?",
    "arrested": "How many were arrested?",
    "detained": "How many were detained?",
    "captured": "How many were captured?",
    "abducted": "How many were abducted?",
    "hospitalized": "How many were taken to hospital?",
    "trapped": "How many were trapped?",
    "stranded": "How many were stranded?",
    "infected": "How many were infected?",
    "survived": "How many survived?",
    "rescued": "How many were rescued?",
    "homeless": "How many are homeless?",
}

PLURALS = {
    "foot": "feet",
    "pound-mass": "pounds",
    "inch": "inches",
    "celsius": "degrees Celsius",
    "fahrenheit": "degrees Fahrenheit",
}
"""The plurals of units that do not end in an "s" alone."""


def figure_question(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """Return the question of a fact; `claim` is the one that says most, of `claims`."""
    head = claim.measure.split()[0] if claim.measure else ""
    if head == "age":
        names = Counter(c.subject for c in claims if c.subject != GENERIC)
        named = sorted(names, key=lambda name: (-names[name] if " " in name else 0, -len(name), name))
        told = claim.asked if KNOWN.search(claim.asked) else f"the {claim.asked}"
        who = named[0].partition(" (")[0] if named else told
        return f"How old is {who}?"
    if head == RECORD and claim.subject == GENERIC:
        return "What was the record?"
    if head == RECORD:
        return f"What is {claim.subject}'{'' if claim.subject.endswith('s') else 's'} record?"
    if head == SCORE:
        typical = _typical([c for c in claims if c.asked])
        return f"What was the score: {typical.asked}?" if typical else "What was the score?"
    if all(c.rule == ORDINALS for c in claims):
        typical = _typical([c for c in claims if c.asked])
        return f"Which one in order: {typical.asked if typical else head}?"
    if all(c.rule == LEVELS for c in claims):
        return f"Which {head}?"
    scope = _scope(claims)
    of = "" if any(c.subject == GENERIC or not _shares(c, claim) for c in claims) else _in_words(claim)
    if head == MAGNITUDE:
        base, of = f"What was the magnitude of the {of or 'earthquake'}?", ""
    elif head == POPULATION:
        base, of = "How many people live there?" if not scope else "How many people live?", ""
    elif head == TURNOUT:
        base, of = "How high was the turnout?", ""
    elif head in COUNTED:
        base = COUNTED[head].replace(NUMBER, SHARE) if claim.unit else COUNTED[head]
    else:
        base, of = _worded(claim, claims), ""
    if of:
        base = base.replace("?", f" ({of})?")
    if scope and scope.partition(", ")[0] not in base.casefold():
        base = base.replace("?", f" in {scope.title()}?")
    if all(c.event for c in claims) and _dated(claim.event) not in base:
        base = base.replace("?", f"{',' * base.endswith(' in?')}{_dated(claim.event)}?")
    return base


def _scope(claims: tuple[Claim, ...]) -> str:
    """The place that a question names: the one that most figures hold for, where half of them name it."""
    scopes = Counter(c.scope for c in claims if c.scope)
    named = scopes.total()
    scope = min(scopes, key=lambda one: (-scopes[one], one), default="")
    return scope if 2 * named >= len(claims) else ""


def _shares(a: Claim, b: Claim) -> bool:
    """Whether two figures call those whom they are of by one noun."""
    return a.subject.split(" ")[-1] == b.subject.split(" ")[-1]


def _in_words(claim: Claim) -> str:
    """Of whom a figure is, in the words of its value where they are there: it is compared by stems."""
    words = {stem(word): word for word in content_words(f"{claim.asked} {claim.value}")}
    return " ".join(words.get(one, one) for one in claim.subject.split())


def _dated(event: str) -> str:
    """The older event that figures are of, as a question says it: " in 1999", " in July", " since 1991"."""
    since, _, rest = event.rpartition("since ")
    month = MONTH.fullmatch(rest)
    said = calendar.month_name[int(month[1])] if month else rest
    return (
        f" {'since' if since or event.startswith('since ') else 'in'} {said}"
        if DATED.fullmatch(rest)
        else f" ({event})"
    )


MONTH = re.compile(r"month (0[1-9]|1[0-2])")
DATED = re.compile(rf"{MONTH.pattern}|[12]\d{{3}}")


def _worded(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """A question in the words of the text, or of the number and what is measured where the text has none."""
    typical = _typical([c for c in claims if c.asked])
    asked = typical.asked if typical else ""
    speaking = typical or claim
    lead = _lead(_unit(speaking, claims)) if speaking.unit else _number_of(speaking, asked)
    if noun := _sort_named(speaking):
        return f"Of what {noun}?"
    if not asked:
        noun = claim.measure.partition(" ")[0]
        if lead == NUMBER and is_noun(noun):
            return f"{NUMBER} {plural(noun)}?"
        return f"{lead}: {noun}?" if lead == NUMBER or (speaking.unit and is_noun(noun)) else f"{lead}?"
    told = OF_MONEY.sub("", asked.removeprefix(GAP).strip()) if lead == MUCH else asked.removeprefix(GAP).strip()
    if not told:
        return f"{lead}?"
    joined = (GAP not in asked and speaking.unit != FOLD) or (
        told != asked and told.partition(" ")[0].lower() in PREPOSITIONS
    )
    return f"{lead} {told}?" if joined else f"{lead}: {told}?"


OF_MONEY = re.compile(
    r"^of\s+(?:dollars|pounds|euros|yen|rupees|pesos|yuan|francs|rand|rubles|roubles|shekels)\b\s*", re.I
)
"""In what is asked, where the sum has the name of the money: "millions of dollars in debt"."""

MUCH = "How much"
SORTS = frozenset({"gauge", "caliber", "calibre", "carat", "karat", "proof", "octane"})
"""What a number before a hyphen names the sort of: a 12-gauge shotgun has no twelve gauges."""


def _sort_named(claim: Claim) -> str:
    head = claim.measure.partition(" ")[0]
    noun = claim.asked.split(" ")[0].lower().removesuffix("s")
    return next((word for word in (head, noun) if word in SORTS), "")


def _unit(claim: Claim, claims: tuple[Claim, ...]) -> str:
    """The unit in which most claims measure that measure in the dimension of the one that asks, else its own."""
    units = Counter(other.unit for other in claims if other.unit)
    return max(units, key=lambda unit: (units[unit], unit == claim.unit, unit))


NUMBER, SHARE = "How many", "What percentage"


def _number_of(claim: Claim, asked: str) -> str:
    """How a question for a count begins: with the noun where that is not among the words of the text."""
    if asked and GAP not in asked:
        return NUMBER
    noun = " ".join(word for word in NUMERAL.sub("", claim.value).split() if word.isalpha())
    return f"{NUMBER} {noun}".strip()


NUMERAL = re.compile(
    r"^(?:\W*(?:\d[\d.,/½¼¾]*(?:\s\d{3}\b)*|(?:"
    + "|".join([*(row[0] for row in table("number_words")), "an?", "few", "of", "half", "dozens?", "[mb]illion"])
    + r")\b)[\s-]*)+",
    re.I,
)
"""The number that a value opens with."""


def _typical(claims: list[Claim]) -> Claim | None:
    """The claim that asks what most others ask too, for its length; None when nothing is asked in words."""
    stems = {c.asked: frozenset(stem(word) for word in content_words(c.asked)) for c in claims}
    counts = Counter(word for claim in claims for word in stems[claim.asked])
    return max(
        claims,
        key=lambda c: (sum(counts[w] for w in stems[c.asked]) / (len(c.asked.split()) + SHORT), c.asked),
        default=None,
    )


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in table("units")}


def _lead(unit: str) -> str:
    """How a question for a measure begins: "How much", "What percentage", "How many miles per hour"."""
    kind = _kinds().get(unit, "")
    if kind == "money" or _kinds().get(unit.partition(" per ")[0]) == "money":
        return MUCH
    if unit == FOLD:
        return "By what factor"
    if kind == "time":
        return "How long"
    if unit.startswith("percentage"):
        return SHARE
    base, per, other = unit.partition(" per ")
    words, _, last = base.rpartition(" ")
    plural_ = PLURALS.get(base) or f"{words} {PLURALS.get(last, f'{last}s')}".strip()
    return f"How many {plural_}{per}{other}"
