"""Claims of where somebody died: at the scene, on the way to a hospital, in one.

Reads   clauses of dying, with who died and the words behind them
Gives   venue claims, asked after by who died
Misses  deaths elsewhere, which are told as other events are; places told in another sentence

"Pronounced dead at a hospital" says only that it was not later: one may have died on the way to it.
"""

import re
from typing import NamedTuple

from twosource.check.claims.making import make_claim
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import is_plural
from twosource.check.language.words import stem
from twosource.model import Argument, Claim, Clause, Mention, Span
from twosource.text.lexicon import mapping, words

BY = "deaths"
DEATH = "death happen"
HOSPITAL = (
    r"(?:hospital|infirmary|clinic|medical\s+cent(?:er|re)|trauma\s+cent(?:er|re)"
    r"|(?:[A-Z][\w.'’-]*\s+){1,5}(?:Hospital|Infirmary|Clinic|Cent(?:er|re)))"
)
A = r"(?:(?:the|a|an|his|her|their|nearby|local|area|[A-Z][\w'’-]*)\s+)*"
GAP = r"(?:\s+(?!(?:and|but|when|while|after|as|who|that|which)\b)[\w'’.,-]+){0,6}?\s+"
SCENE = r"(?:at\s+the\s+(?:scene|spot|site)|on\s+the\s+spot|where\s+(?:he|she)\s+fell)\b"
WAY = (
    rf"(?:(?:on|during)\s+(?:the|his|her|their)\s+(?:way|journey|trip)\s+(?:to|into)\s+{A}{HOSPITAL}"
    rf"|(?:en\s+route|while\s+being\s+(?:taken|rushed|driven|flown))\s+to\s+{A}{HOSPITAL}"
    rf"|(?:in|inside)\s+(?:an|the)\s+ambulance|before\s+(?:reaching|arriving\s+at)\s+{A}{HOSPITAL})"
)
ARRIVAL = rf"(?:up)?on\s+arrival\s+(?:at|in|to)\s+{A}{HOSPITAL}"
INSIDE = rf"(?:at|in|inside)\s+{A}{HOSPITAL}"
PLACES = tuple(
    (sort, re.compile(rf"{GAP}(?P<place>{words})"))
    for sort, words in (("way", WAY), ("scene", SCENE), ("arrival", ARRIVAL), ("hospital", INSIDE))
)
"""What is told of where somebody died, in the order in which it is looked for."""

PRONOUNCED, DEAD = frozenset({"pronounce", "declare"}), re.compile(r"\s+dead\b")


class Died(NamedTuple):
    """Who died, as it compares ("person:ann-lowe", "victim"), and how a question calls them."""

    who: str
    called: str


def deaths(context: Context) -> tuple[Claim, ...]:
    """Return a venue claim for each clause that tells where one person died, in text order."""
    return tuple(claim for clause in context.mentions.clauses if (claim := _claim(context, clause)) is not None)


def _claim(context: Context, clause: Mention[Clause]) -> Claim | None:
    value = clause.value
    if value.nominal or value.negated or value.status != "happened" or not context.speaks(clause.span):
        return None
    text, sentence, start = context.article.text, context.sentence(clause.span), clause.span.end
    pronounced = value.predicate in PRONOUNCED
    if pronounced and (dead := DEAD.match(text, start, sentence.end)):
        start = dead.end()
    elif value.predicate not in ("die", "be dead"):
        return None
    told = next(((sort, m) for sort, place in PLACES if (m := place.match(text, start, sentence.end))), None)
    died = _who(context, clause)
    if told is None or died is None:
        return None
    sort, match = told
    place = Span(*match.span("place"))
    return make_claim(
        context,
        "venue",
        place,
        about=clause.span,
        measure=DEATH,
        value=" ".join(context.text(place).split()),
        value_key=f">death:{'arrival' if pronounced and sort == 'hospital' else sort}",
        subject=died.who,
        asked=f"did {died.called} die",
        rule=BY,
    )


def _who(context: Context, clause: Mention[Clause]) -> Died | None:
    """Who died; None where they are several, or nobody knows who is meant."""
    value = clause.value
    relation = "object" if value.passive else "subject"
    who = next((a for a in value.arguments if a.relation in (relation, "subject")), None)
    if who is None or _several(context, who):
        return None
    entity = context.called(who) if not _may_be_anothers(context, who) else None
    if entity is not None and entity.kind == "person":
        return Died(entity.id, entity.name)
    head = who.head.lower()
    if head in mapping("event_agents"):
        return Died(f"who did it: {stem(head)}", f"the {head}")
    if is_person(head) or head in words("people_nouns") or head == "victim":
        return Died(stem(head), f"the {head}")
    return Died("", head) if head in ("he", "she") else None


def _may_be_anothers(context: Context, who: Argument) -> bool:
    """Whether a pronoun may stand for another than it was taken for: two are named right before it, or none."""
    if who.head.lower() not in ("he", "she"):
        return False
    sentence = context.sentence(who.span)
    before = next((one for one in reversed(context.mentions.sentences) if one.end <= sentence.start), sentence)
    named = within(context.mentions.names, Span(before.start, who.span.start))
    persons = {entity.id for name in named if (entity := context.at.get(name.span)) and entity.kind == "person"}
    return len(persons) != 1


def _several(context: Context, who: Argument) -> bool:
    """Whether a part of a clause names or counts several."""
    told = context.text(who.span)
    head = who.head.lower()
    if is_plural(head) or head not in told.lower():  # "two women", whose lemma is "woman"
        return True
    return re.search(r"\b(?:and|both|all|several|many|others?|they|them)\b", told, re.I) is not None
