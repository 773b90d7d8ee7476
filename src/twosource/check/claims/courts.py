"""Claims of the court that somebody appears before: "was arraigned in Harn District Court".

Reads   the names of courts in sentences about a hearing, with the clause that they stand in
Gives   venue claims, one question for each person and court
Misses  courts without a name of their own ("a federal court"), and hearings told over two sentences
"""

import re

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.model import Claim, Clause, Entity, Mention, Span

BY = "courts"
COURT = re.compile(
    r"\b(?:at|in|before|by)\s+(?:the\s+)?"
    r"(?P<court>(?:[A-Z][\w'’-]*\s+){1,4}(?:[a-z]+\s+)?(?:[Cc]ourthouse|[Cc]ourt|[Mm]agistrates)\b(?:['’]?\s+[Cc]ourt\b)?)"
)
HEARING = re.compile(
    r"\b(?:appear\w*|arraign\w*|plead\w*|pleas?|pled|remand\w*|charge[sd]?|trial|tried|hearing|sentenc\w*|convict\w*)\b",
    re.I,
)
"""What is done with somebody in a court."""

SORTS = frozenset({"court", "courthouse", "the", "s"})


def courts(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each court before which somebody named appears, in text order."""
    found = []
    for sentence in context.mentions.sentences:
        text = context.text(sentence)
        if "ourt" not in text and "agistrates" not in text:
            continue
        if not context.speaks(sentence) or not HEARING.search(text):
            continue
        for match in COURT.finditer(text):
            court = Span(sentence.start + match.start("court"), sentence.start + match.end("court"))
            who = _who(context, sentence, court)
            if who is not None:
                found.append(_claim(context, court, who))
    return tuple(found)


def _claim(context: Context, court: Span, who: Entity) -> Claim:
    return make_claim(
        context,
        "venue",
        court,
        measure="court happen",
        value=" ".join(context.text(court).split()),
        value_key=f">court:{court_key(context.text(court))}",
        subject=who.id,
        asked=f"did {who.name} appear in court",
        rule=BY,
    )


def court_key(text: str) -> str:
    """Return the words of a court's name that tell it from others, sorted.

    >>> court_key("Harn Magistrates' Court"), court_key("the Harn Magistrates")
    ('harn magistrates', 'harn magistrates')
    """
    return " ".join(sorted(set(re.findall(r"\w+", text.lower())) - SORTS))


def _who(context: Context, sentence: Span, court: Span) -> Entity | None:
    """Whose court it is: the person told of in the clause that holds it, or in the last before it that names one."""
    clauses = within(context.mentions.clauses, sentence)
    holding = [c for c in clauses if any(a.span.covers(court) for a in c.value.arguments)]
    before = [c for c in clauses if c.span.start < court.start and c not in holding]
    for clause in (*reversed(holding), *reversed(before)):
        if (entity := _person(context, clause, court)) is not None:
            return entity
    return None


def _person(context: Context, clause: Mention[Clause], court: Span) -> Entity | None:
    value = clause.value
    wanted = ("object", "subject") if value.passive else ("subject", "object")
    parts = [a for relation in wanted for a in value.arguments if a.relation == relation and not a.span.covers(court)]
    found = (context.called(argument) or context.entity(argument.span) for argument in parts)
    return next((entity for entity in found if entity is not None and entity.kind == "person"), None)
