"""Find who it is that "who" stands for where it speaks, and who gives a thing that no verb of saying gives.

Reads   the words before a relative pronoun; clauses
Gives   `antecedent`: the description that a pronoun stands for; `giver`: who identifies or estimates a thing
Misses  "that" and "which" of bodies; they mostly stand for what does not speak
"""

import re

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import forms_of
from twosource.check.voices.vouching import can_vouch
from twosource.model import Clause, Mention, Span
from twosource.text.lexicon import mapping, words

RELATIVE = frozenset({"who", "whom"})
THINGS = frozenset({"that", "which"})

LONGEST = 4
"""Words of a description before a relative pronoun, the first among them."""

DESCRIBED = re.compile(
    r"(?:\b(?:an?|one|another|the|two|three|some|several|many)\s+"
    rf"(?:[\w-]+\s+){{0,{LONGEST - 2}}}[\w-]+|\b[a-z]+),?\s+$",
    re.I,
)
"""The description right before a relative pronoun."""

GIVES = {"identify": "", "estimate": "", "put": "at", "register": "at"}
"""Verbs whose subject vouches for what they give, and the preposition that they need: "put the damage at $2m"."""


ONESELF = ("self", "selves")
"""Ends of the pronouns of whoever tells only who he is: "a woman who identified herself as ..."."""


def antecedent(context: Context, pronoun: Span) -> Span | None:
    """Return the description that a relative pronoun stands for, "police" of "by police who claim"; None if unknown.

    "That" and "which" are only asked for texts and findings: "a poll that found".
    """
    word = context.text(pronoun).casefold()
    if word not in RELATIVE | THINGS:
        return None
    found = DESCRIBED.search(context.article.text, context.sentence(pronoun).start, pronoun.start)
    if found is None:
        return None
    span = Span(found.start(), found.start() + len(found[0].rstrip(" ,\n")))
    if word in THINGS:
        return _whole(context, span) if _is_text(context.text(span)) else None
    if (called := _called_before(context, span)) is not None:
        return called
    return span if _is_somebody(context.text(span)) else None


def _is_text(described: str) -> bool:
    """Whether words describe a text or a finding, which tells something: "a poll" of "cited a poll that found ..."."""
    return not (words("text_nouns") | FINDINGS).isdisjoint(forms_of(described.casefold().split()[-1]))


def _whole(context: Context, text: Span) -> Span:
    """A text with whose it is or what it is of, which stand before it: "Ora's note", "court records"."""
    before = context.article.text[: text.start]
    for name in within(context.mentions.names, context.sentence(text)):
        if OWNER.fullmatch(before, name.span.end):
            return Span(name.span.start, text.end)
    noun = NOUN_BEFORE.search(before, context.sentence(text).start)
    return Span(noun.start(1), text.end) if noun and is_noun(noun[1]) and " " not in context.text(text) else text


OWNER = re.compile(r"['’]s?\s+")
NOUN_BEFORE = re.compile(r"\b([a-z]+)\s+$")

FINDINGS = frozenset(
    {"poll", "survey", "study", "review", "inquiry", "investigation", "autopsy", "audit", "analysis", "census", "data",
     "record", "recording", "footage", "test", "estimate", "tally", "statistics", "research", "dossier"}
)  # fmt: skip
"""Nouns for what was found out and written down."""


def _called_before(context: Context, described: Span) -> Span | None:
    """The name right before a description that only adds to it: "Ida Moll, a nurse who said ..."."""
    text = context.article.text
    if not APPOSED.match(text, described.start):
        return None
    names = within(context.mentions.names, context.sentence(described))
    before = next((one.span for one in names if text[one.span.end : described.start] in (", ", ",\n")), None)
    entity = context.at.get(before) if before is not None else None
    return before if entity is not None and entity.kind == "person" else None


APPOSED = re.compile(r"an?\s", re.I)


def _is_somebody(described: str) -> bool:
    """Whether words describe people or a body, and are no pronoun ("those who knew him")."""
    head = described.casefold().split()[-1]
    forms = (head, head.removesuffix("s"), re.sub(r"men$", "man", head))
    known = any(is_person(form) or form in mapping("noun_kinds") for form in forms)
    return known and can_vouch(described) and head not in words("pronouns")


def giver(context: Context, focus: Span) -> Span | None:
    """Return who identifies, estimates or puts at a number what stands at `focus`, or does so there; None if nobody.

    In "police identified him as Tom Webb, 40" the police do, for the name and for the age.
    """
    sentence = context.sentence(focus)
    for clause in within(context.mentions.clauses, sentence):
        source = _source(clause)
        given = source is not None and (_gives(context, clause, focus) or _named_so(context, clause, focus))
        if source is not None and given and _vouches(context, source):
            return source
    return None


def _vouches(context: Context, source: Span) -> bool:
    """Whether a subject is somebody named, or people or a body: "the investigation has identified two men"."""
    return bool(context.entities(source)) or _is_somebody(context.text(source))


def _source(clause: Mention[Clause]) -> Span | None:
    value = clause.value
    if value.predicate not in GIVES or not value.tense or value.negated or value.passive:
        return None
    parts = {argument.relation: argument for argument in value.arguments}
    needed = GIVES[value.predicate] or "object"
    if "subject" not in parts or needed not in parts or parts[needed].head.endswith(ONESELF):
        return None
    return parts["subject"].span


def _named_so(context: Context, clause: Mention[Clause], focus: Span) -> bool:
    """Whether an age stands right behind the name that somebody is given: "identified the dead as Ida Moll, 64"."""
    if not context.text(focus)[:1].isdigit():
        return False
    names = (one.span for one in clause.value.arguments if one.relation in ("as", "object"))
    return any(
        BESIDE.fullmatch(context.article.text, name.end, focus.start) for name in names if name.end <= focus.start
    )


BESIDE = re.compile(r",\s+(?:a |an |aged )?")


def _gives(context: Context, clause: Mention[Clause], focus: Span) -> bool:
    """Whether a place stands in what a clause gives: in the clause, or behind it where it is the sentence's own."""
    if clause.value.span.covers(focus) and focus.end > clause.span.start:
        return True
    later = (other for other in within(context.mentions.clauses, context.sentence(focus)) if other.value.tense)
    last = max((other.span.start for other in later), default=0)
    return clause.span.start == last < focus.start
