"""Claims about how many times as much something is as it was: "profits nearly doubled", "the club halved its debt".

Reads   clauses with a verb that tells a factor
Gives   figure claims in the unit "fold"
Misses  "twice as many as", "a threefold rise", which count beside another number; a growth told by two numbers
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.claims.measures import GENERIC
from twosource.check.claims.words_around import surroundings
from twosource.check.context import Context
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import singular
from twosource.model import Argument, Bound, Claim, Clause, Mention, Span

BY = "figures multiple"
FOLD = "fold"
FACTORS = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "quintuple": 5.0, "halve": 0.5}
"""Verbs that tell by what a number was multiplied."""

LEAD = re.compile(r"\b(?P<bound>nearly|almost|about|roughly|virtually|practically|more\s+than|at\s+least)\s+$", re.I)
NO_FACTOR = re.compile(r"^\s+(?:as|up|back|over|in\s+brass|down)\b", re.I)
"""Behind a verb that multiplies nothing: "doubled as a chapel", "doubled back"."""

ASKED = 8
"""Words of what grew that a question holds."""


def multiples(context: Context) -> tuple[Claim, ...]:
    """Return a claim for each thing that is said to have doubled, tripled or halved, in text order."""
    found = []
    for clause in context.mentions.clauses:
        value = clause.value
        factor = FACTORS.get(value.predicate)
        if factor is None or value.nominal or value.negated or not context.speaks(clause.span):
            continue
        part = _what(value)
        if part is not None and not NO_FACTOR.match(context.article.text[clause.span.end :][:12]):
            found.append(_claim(context, clause, part, factor))
    return tuple(found)


def _what(clause: Clause) -> Argument | None:
    """What is multiplied: the object, else a subject that is nobody."""
    for relation in ("object", "subject"):
        for part in clause.arguments:
            if part.relation == relation:
                return None if is_person(part.head.lower()) or not part.head.islower() else part
    return None


def _claim(context: Context, clause: Mention[Clause], part: Argument, factor: float) -> Claim:
    before = context.article.text[: clause.span.start][-16:]
    lead = LEAD.search(before)
    start = clause.span.start - (len(before) - lead.start()) if lead else clause.span.start
    word = " ".join(lead["bound"].lower().split()) if lead else ""
    bound: Bound = ">" if word in ("more than", "at least") else "~" if lead else "="
    over = bound == ">" and factor < 1.0  # more than halved is less than a half
    noun = part.head.lower()
    return make_claim(
        context,
        "figure",
        Span(start, clause.span.end),
        measure=f"{singular(noun) or noun} {FOLD}",
        value=" ".join(context.article.text[start : clause.span.end].split()),
        subject=GENERIC,
        low=None if over else factor,
        high=None if bound == ">" and not over else factor,
        bound="<" if over else bound,
        unit=FOLD,
        value_key=" ".join(sorted(surroundings(context, clause.span))),
        asked=" ".join(context.text(part.span).split()[:ASKED]),
        rule=BY,
    )
