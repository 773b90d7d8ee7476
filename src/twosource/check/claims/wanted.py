"""Find what somebody wants who demands, offers or refuses something: what is to be done, or the things.

Reads   the arguments of a verb of position, what is said by it
Gives   Told: a place, its words and who is to do it; each of several things by itself
Misses  what is only pointed at ("refused it")
"""

import re
from typing import NamedTuple

from twosource.check.claims.wording import one_line
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.words import content_words
from twosource.model import Argument, Attribution, Clause, Mention, Span
from twosource.text.lexicon import words

BETWEEN = re.compile(
    r",?\s+(?:and|as well as|or)\s+(?=(?:the|a|an|its|their|his|her|that|for|all|no|any)\b)"
    r"|;\s+|,\s+(?=(?:the|a|an)\b)",
    re.I,
)

LED = re.compile(r"\b(?!of\b)(?:to|in|on|at|from|with|by|for|between|over|against|that|who|which|into|than)\b", re.I)
"""What a thing has with it that may itself be several: "loans from Leeds and the Bank" is one demand."""

ANNOUNCES = frozenset({"thing", "demand", "condition", "request"})
"""Nouns that only announce what is asked for: "asked for one thing, a truce"."""

HELP = frozenset(
    {"help", "ambulance", "assistance", "backup", "anonymity", "safety", "refuge", "shelter", "identification"}
)
"""What is called for in need, or for oneself: a deed, and no position."""

TOLD = frozenset(
    {"insight", "glimpse", "explanation", "comment", "hint", "detail", "example", "clue", "description",
     "hope", "condolence", "sympathy", "prayer", "thought", "thank", "apology", "congratulation", "praise", "proof",
     "evidence", "theory", "criticism", "view", "opinion", "reason", "excuse", "response", "answer", "perspective",
     "advice", "tip", "reassurance", "assurance"}
)  # fmt: skip
"""What is offered by telling it."""

TELLS = re.compile(
    r"to (?:\w+ly )?(?:comment|say|name|identify|disclose|discuss|reveal|answer|speak|talk|elaborate|specify|release"
    r"|give|confirm|(?:provide|offer) (?:any |further |more )?(?:details?|information|explanations?|comments?))\b"
)
"""What is refused by whoever does not tell something: that is `undisclosed`."""

TO_WHOM = 6
"""Words of whoever is asked to do something that a question holds."""

OPEN = frozenset(
    {"you", "one", "it", "there", "this", "that", "what", "anyone", "someone", "somebody", "none", "neither"}
)
"""Subjects that hold no position, as they mean anybody, nobody or something said before."""


class Verb(NamedTuple):
    """A verb of position: as a question has it, what sort of position it is, and what may follow it."""

    shown: str
    sort: str
    frames: frozenset[str]


class Told(NamedTuple):
    """What is wanted: its place, its words, and whom the question names as the one who is to do it."""

    span: Span
    said: str
    whom: str = ""
    thing: bool = False


def contents_of(
    context: Context, clause: Mention[Clause], verb: Verb, attribution: Mention[Attribution] | None
) -> tuple[Told, ...]:
    """Return what is wanted, in each of the ways that the verb may tell it, in text order; () where nothing is told."""
    turned = _turned_round(context, clause)
    if turned and "np" in verb.frames:
        return tuple(Told(part, one_line(context.text(part))) for one in turned for part in parts(context, one))
    things = _objects(clause, verb)
    done = next(
        (a for a in clause.value.arguments if a.relation == "complement" and a.span.start >= clause.span.end), None
    )
    if done is not None and (told := _done(context, verb, things, done)):
        return (told,)
    if done is None and things and "np" in verb.frames:
        return _things(context, clause, verb, attribution)
    return ()


def _objects(clause: Mention[Clause], verb: Verb) -> list[Argument]:
    """What stands behind the verb, or behind its own preposition."""
    led = verb.shown.partition(" ")[2] or "object"
    return [a for a in clause.value.arguments if a.relation == led and a.span.start >= clause.span.end]


def _done(context: Context, verb: Verb, things: list[Argument], done: Argument) -> Told | None:
    """What is to be done, or to be so: "to leave", "that the road be closed", "residents to stay indoors"."""
    said = one_line(context.text(done.span))
    if WONDERED.match(said) or said.startswith(("me ", "us ")):
        return None
    if re.match(r"that\b", said):
        return Told(done.span, said) if "that" in verb.frames and not things else None
    if re.match(r"(?:not )?to\b", said) and not things:
        told = "to" in verb.frames and not (verb.shown == "refuse" and TELLS.match(said))
        return Told(done.span, said) if told else None
    if "do" not in verb.frames:
        return None
    if not things:
        return Told(done.span, said) if SOMEBODY_TO.match(said) else None
    whom = things[-1]
    named = _addressee(context, whom)
    to = re.match(r"(?:not )?to\b", said) is not None
    if not named or context.article.text[whom.span.end : done.span.start].strip() not in ("", "not"):
        return None
    if not to and not (verb.shown in SMALL and _is_participle(context, done.span)):
        return None  # "told the court that his client was ill"
    if whom.head.lower() in INQUIRIES:
        return Told(Span(whom.span.start, done.span.end), f"{named} {said}", thing=True)
    short = to and len(named.split()) <= TO_WHOM and "," not in named
    return Told(done.span, said, named) if short else Told(Span(whom.span.start, done.span.end), f"{named} {said}")


def _is_participle(context: Context, done: Span) -> bool:
    """Whether what is to be so is told by a participle: "held without bail"."""
    clauses = within(context.mentions.clauses, done)
    return any(c.span.start == done.start and c.value.tense != "present" and not c.value.nominal for c in clauses)


WONDERED = re.compile(r"(?:why|whether|if|how|what|who|where|when)\b", re.I)
"""What is asked to be told, and not to be done: "asked why it was shut"."""

INQUIRIES = frozenset(
    {"investigation", "inquiry", "enquiry", "probe", "report", "study", "review", "search", "evacuation"}
)
"""What is ordered to some end, and is not told to do anything: "an inquiry to find the leak"."""

SMALL = frozenset({"order", "want", "require"})
"""Verbs that may tell what is to be so of whom: "ordered him held"."""

SOMEBODY_TO = re.compile(r"(?!(?:never|not|it|to)\b)\S.*?\bto\b", re.I)


def _addressee(context: Context, whom: Argument) -> str:
    """Who is to do something, as a question has it; "" for a pronoun whose sentence does not name whom it means."""
    if whom.head.lower() not in words("pronouns"):
        return OURS.sub("the ", one_line(context.text(whom.span)))
    entity, sentence = context.entity(whom.span), context.sentence(whom.span)
    before = {one.id for one in context.entities(Span(sentence.start, whom.span.start)) if one.kind == "person"}
    known = entity is not None and entity.id in before and len(before) == 2
    return entity.name if entity is not None and known else ""


OURS = re.compile(r"^(?:my|our|your)\s+", re.I)


def _things(
    context: Context, clause: Mention[Clause], verb: Verb, attribution: Mention[Attribution] | None
) -> tuple[Told, ...]:
    """The things that are wanted, with all that is told of them; of "offered users a choice" the choice."""
    thing = _objects(clause, verb)[-1]
    if WONDERED.match(context.text(thing.span)):
        return ()
    if len(thing.head) > 1 and thing.head.lower() in (words("pronouns") | OPEN | HELP):
        return ()
    entity = context.called(thing)
    plain = thing.head.lower().removesuffix("s")
    if verb.shown == "offer" and (is_person(plain) or plain in TOLD):
        return ()  # "offered doctors help"
    if verb.shown == "order" and (is_person(thing.head.lower()) or (entity is not None and entity.kind == "person")):
        return ()  # "ordered Lee to the roof"
    if thing.head in ANNOUNCES and (after := [a for a in clause.value.arguments if a.relation == "object"]):
        thing = after[-1]
    content = attribution.value.content if attribution is not None else ()
    wider = next((one for one in content if one.start == thing.span.start and one.end > thing.span.end), thing.span)
    wider = _undated(context, wider)
    return tuple(
        Told(part, one_line(context.text(part)), thing=True)
        for part in parts(context, wider)
        if not _is_clause(context, part)
    )


def _is_clause(context: Context, part: Span) -> bool:
    """Whether another clause begins with what seems to be wanted too: "asked for peace, and the bank would not say"."""
    text = context.article.text
    inside = (c for c in within(context.mentions.clauses, part) if c.value.tense or c.value.status == "planned")
    return any(
        a.relation == "subject" and a.span.start == part.start and " to " not in text[a.span.end : c.span.start]
        for c in inside
        for a in c.value.arguments
    )


def _undated(context: Context, thing: Span) -> Span:
    """A thing without the day behind it, on which it was asked for: "proposed the rules in May"."""
    last = next((t.span for t in within(context.mentions.times, thing) if t.span.end == thing.end), None)
    if last is None or last.start == thing.start:
        return thing
    told = re.sub(r"\s+(?:in|on|at|by|early|late)?\s*$", "", context.article.text[thing.start : last.start])
    return Span(thing.start, thing.start + len(told)) if content_words(told) else thing


def _turned_round(context: Context, clause: Mention[Clause]) -> tuple[Span, ...]:
    """What is wanted where the sentence is turned round: "a truce and a pardon are what the strikers demand"."""
    asked = [a for a in clause.value.arguments if a.relation == "object" and a.head.lower() == "what"]
    if not asked:
        return ()
    return tuple(
        argument.span
        for main in within(context.mentions.clauses, context.sentence(clause.span))
        if main.value.predicate == "be"
        and not main.value.negated
        and any(a.relation == "complement" and a.span.start == asked[0].span.start for a in main.value.arguments)
        for argument in main.value.arguments
        if argument.relation == "subject"
    )


def parts(context: Context, span: Span) -> tuple[Span, ...]:
    """Return the several things that a phrase asks for: "a cease-fire and the withdrawal of troops" asks for two."""
    text = context.text(span)
    found, start = [], 0
    for gap in BETWEEN.finditer(text):
        if LED.search(text, start, gap.start()) is None:
            found.append((start, gap.start()))
            start = gap.end()
    found.append((start, len(text)))
    spans = []
    for first, last in found:
        piece = text[first:last]
        first += len(piece) - len(piece.lstrip(" ,“\"'"))
        last -= len(piece) - len(piece.rstrip(" ,.”\"'"))
        if first < last and content_words(text[first:last]):
            spans.append(Span(span.start + first, span.start + last))
    return tuple(spans)
