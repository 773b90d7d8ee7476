"""The question that figures answer, in plain words.

Reads   the claims of one fact
Gives   one question
"""

from collections import Counter
from functools import cache

from twosource.check.claims.measures import GENERIC, MAGNITUDE, POPULATION, TURNOUT
from twosource.check.words import content_words, stem
from twosource.model import Claim
from twosource.text.lexicon import table

SAID = 5
"""Words of a measure that a question holds."""

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
        named = sorted(c.subject for c in claims if c.subject != GENERIC)
        return f"How old is {named[0] if named else f'the {claim.asked}'}?"
    scope = next((c.scope for c in claims if c.scope), "")
    of = "" if claim.subject == GENERIC else claim.subject
    if head == MAGNITUDE:
        base, of = f"What was the magnitude of the {of or 'earthquake'}?", ""
    elif head == POPULATION:
        base, of = "How many people live there?" if not scope else "How many people live?", ""
    elif head == TURNOUT:
        base, of = "How high was the turnout?", ""
    elif head in COUNTED:
        base = COUNTED[head]
    else:
        base, of = _worded(claim, claims, of), ""
    if of:
        base = base.replace("?", f" ({of})?")
    if scope and scope.partition(", ")[0] not in base.casefold():
        base = base.replace("?", f" in {scope.title()}?")
    if all(c.event for c in claims):
        base = base.replace("?", f" in the event of {claim.event}?")
    return base


def _worded(claim: Claim, claims: tuple[Claim, ...], of: str) -> str:
    """A question in the words of the text, or of the measure where the text has none."""
    lead = f"{_lead(claim.unit)}:" if claim.unit else "How many"
    asked = _typical([c.asked for c in claims if c.asked])
    if asked:
        return f"{lead} {asked}?"
    told = Counter(word for c in claims for word in c.measure.split())
    counted = " ".join(sorted(told, key=lambda word: (-told[word], word not in claim.measure, word))[:SAID])
    return f"{lead.rstrip(':')}: {counted if claim.unit else f'{of} {counted}'.strip()}?"


def _typical(asked: list[str]) -> str:
    """What most others ask too, for its length; "" when nothing is asked in words."""
    stems = {told: frozenset(stem(word) for word in content_words(told)) for told in asked}
    counts = Counter(word for told in asked for word in stems[told])
    return max(
        stems, key=lambda told: (sum(counts[w] for w in stems[told]) / (len(told.split()) + SHORT), told), default=""
    )


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in table("units")}


def _lead(unit: str) -> str:
    """How a question for a measure begins: "How much", "What percentage", "How many miles per hour"."""
    kind = _kinds().get(unit, "")
    if kind == "money" or _kinds().get(unit.partition(" per ")[0]) == "money":
        return "How much"
    if kind == "time":
        return "How long"
    if unit.startswith("percentage"):
        return "What percentage"
    base, per, other = unit.partition(" per ")
    return f"How many {PLURALS.get(base, f'{base}s')}{per}{other}"
