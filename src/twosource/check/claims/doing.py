"""Who did what to those counted, as a question asks it: "did Reggie Bush miss", "will the club sign".

Reads   a quantity, the clauses of its sentence, the entities named
Gives   an auxiliary, a subject and a verb
Misses  deeds whose subject is a pronoun for somebody unknown; things counted behind a preposition
"""

import re

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.check.language.plurals import is_plural, singular
from twosource.model import Argument, Clause, Mention, Quantity
from twosource.text.lexicon import words

LONGEST = 4
"""Words of a subject that is not a name: more of them ask another question."""

NO_DEEDS = frozenset({"be", "say", "tell", "include", "become", "seem", "mean", "add", "according"})
"""Verbs that say nothing of what is counted."""


def done_to(context: Context, quantity: Mention[Quantity]) -> str:
    """Return who did what with what is counted ("did Reggie Bush miss"), "" where it is not the object of a deed.

    What stands in a clause that only says more of the object is none: "entered a shop, which had 12 people in it".
    """
    item, found = quantity.value.item, list[tuple[int, Clause]]()
    noun = re.split(r"[\s-]", context.text(item))[-1].lower() if item else ""
    heads = {noun, singular(noun), quantity.value.norm.split(" ")[-1].rpartition("-")[2].lower()}
    for clause in within(context.mentions.clauses, context.sentence(quantity.span)):
        value = clause.value
        if value.nominal or value.negated or value.passive or value.predicate in NO_DEEDS:
            continue
        for part in value.arguments:
            if part.relation == "object" and part.span.covers(quantity.span) and part.head.lower() in heads:
                found.append((part.span.end - part.span.start, value))
    if not found:
        return _done_in(context, quantity, heads)
    return _asked_of(context, min(found, key=lambda one: one[0])[1])


def _done_in(context: Context, quantity: Mention[Quantity], heads: set[str]) -> str:
    """What somebody did in, on or at so many things, where the deed has no object: "did the team play in"."""
    for clause in within(context.mentions.clauses, context.sentence(quantity.span)):
        value = clause.value
        if value.nominal or value.negated or value.passive or value.predicate in NO_DEEDS:
            continue
        if any(part.relation == "object" for part in value.arguments):
            continue
        for part in value.arguments:
            if part.relation in PLACED and part.span.covers(quantity.span) and part.head.lower() in heads:
                deed = _asked_of(context, value)
                return f"{deed} {part.relation}" if deed else ""
    return ""


PLACED = frozenset({"in", "on", "at", "for", "with"})
"""Prepositions that a question may end in."""


def _asked_of(context: Context, clause_: Clause) -> str:
    """A deed with its doer as a question asks it, "" where the doer is not known."""
    subjects = [part for part in clause_.arguments if part.relation == "subject"]
    who, single = _named(context, subjects[0]) if len(subjects) == 1 else ("", False)
    auxiliary = _auxiliary(clause_, single)
    return f"{auxiliary} {who} {clause_.predicate}" if who and auxiliary else ""


def _named(context: Context, part: Argument) -> tuple[str, bool]:
    """The words for whoever does something, and whether that is one; "" for a pronoun that stands for nobody known."""
    entity = context.at.get(part.span)
    if entity is not None and entity.kind != "other":
        return entity.name, entity.kind != "group"
    told = " ".join(context.text(part.span).split())
    if len(told.split()) > LONGEST or not any(c.isalpha() for c in told):
        return "", False
    first = told.split()[0].lower()
    if len(told.split()) == 1 and (first in words("stopwords") or first in PRONOUNS):
        return "", False
    single = first in ("a", "an", "one") or not is_plural(told.split()[-1].lower())
    lowered = first in DETERMINERS or (
        context.sentence(part.span).start == part.span.start and _is_common(context, part, told.split())
    )
    return (f"{first} {' '.join(told.split()[1:])}".strip() if lowered else told), single


def _is_common(context: Context, part: Argument, told: list[str]) -> bool:
    """Whether the first word of a sentence has its capital from that alone: "Protesters", "One of the cables"."""
    if any(name.span.start == part.span.start for name in within(context.mentions.names, part.span)):
        return False
    first = told[0].lower()
    return told[1].islower() if len(told) > 1 else is_noun(first) or is_noun(singular(first))


PRONOUNS = frozenset({"who", "which", "that", "this", "these", "those", "it", "they", "one", "some", "many", "others"})
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my", "these", "those", "this"})


def _auxiliary(clause: Clause, single: bool) -> str:
    """The auxiliary verb that a question about a deed begins with, "" where it is not sure to have happened."""
    if clause.tense == "future":
        return "will"
    if clause.status != "happened":
        return ""
    return {"past": "did", "present": "does" if single else "do"}.get(clause.tense, "")
