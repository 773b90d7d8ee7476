"""Claims about when something is to be: "due in court on Friday", "a trial date was set for October 28".

Reads   clauses, with the times that bear on them
Gives   time claims of the phase "plan", expected
Misses  plans that are told over two sentences; whether what was planned took place
"""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from twosource.check.claims.dating import bound_before, times_of
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.deed_times import SETTING, time_claim
from twosource.check.claims.deeds import asked_after
from twosource.check.claims.event_kinds import Happening, happening_of
from twosource.check.claims.happenings import BY
from twosource.check.claims.misread import is_misread, is_undone
from twosource.check.claims.time_keys import compared, grain_of, time_keys
from twosource.check.claims.undated import is_no_day
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import noun_kind
from twosource.check.language.words import WORD, stem
from twosource.model import Argument, Claim, Clause, Mention, Time
from twosource.text.lexicon import mapping

TO_BE = re.compile(r"\b(?:is|are|was|were)\s+(?:\w+\s+)?to\s+(?:be\s+)?$", re.I)
"""Before an infinitive that says what is to be: "is to be sentenced", "was due to appear"."""

DUE = re.compile(r"^due\b(?!\s+(?:to|process|diligence))", re.I)
UNTIL = frozenset({"for", "until", "till", "to", "on", "at", "time", "from"})


def plans(context: Context) -> tuple[Claim, ...]:
    """Return the time claims of what is to be, in text order."""
    found = [
        claim for clause in context.mentions.clauses if context.speaks(clause.span) for claim in _plan(context, clause)
    ]
    return tuple(found)


def _plan(context: Context, clause: Mention[Clause]) -> Iterable[Claim]:
    value = clause.value
    if value.nominal or value.negated or is_misread(context, clause) or is_undone(context, clause):
        return
    if value.predicate in SETTING or (value.predicate == "be" and value.tense != "past"):
        event = next((a for a in value.arguments if a.relation in ("object", "subject") and _event(context, a)), None)
        if event is not None:
            name = _event(context, event)
            times = _set_for(context, clause)
            yield from _claims(context, clause, times, _kind(name), "", f"is the {name} planned")
        elif value.predicate == "be" and (due := _due(clause, context)):
            yield from _claims(context, clause, times_of(context, clause), "appear", _parties(context, clause), due)
        return
    before = context.article.text[context.sentence(clause.span).start : clause.span.start]
    ahead = value.status == "planned" or (not value.tense and TO_BE.search(before) is not None)
    happening = happening_of(context, clause) if ahead else None
    if happening is None or happening.phase in ("start", "end"):
        if not ahead or value.predicate != "appear":
            return  # when the talks start is a question of its own
        happening = Happening("appear", "", (_parties(context, clause),), "")
    asked = asked_after(context, replace(clause, value=replace(value, status="planned")))
    kind = _kind(happening.noun) if happening.phase else kind_at(context.article, context.mentions, clause.span)
    subject = "" if happening.phase else "|".join(happening.parties)
    if asked:
        yield from _claims(context, clause, times_of(context, clause), kind or happening.kind, subject, asked)


def _claims(
    context: Context, clause: Mention[Clause], times: Iterable[Mention[Time]], kind: str, subject: str, asked: str
) -> Iterable[Claim]:
    for time in times:
        if is_no_day(context, time.span) or (
            clause.value.predicate not in SETTING and bound_before(context, time.span)
        ):
            continue  # what runs until a day is not to be on it
        for key in time_keys(compared(context, time), context.text(time.span)):
            yield time_claim(
                context,
                clause,
                time,
                key,
                measure=f"{kind} plan {grain_of(key)}",
                subject=subject,
                asked=asked,
                certainty="expected",
                rule=f"{BY} {grain_of(key)} plan",
            )


def _event(context: Context, argument: Argument) -> str:
    """The noun for an event that an argument names, alone or before "date" ("a provisional trial date"); else ""."""
    told = WORD.findall(CLAUSE.split(context.text(argument.span))[0].lower())
    head = argument.head.lower()
    at = next((n for n, word in enumerate(told) if word.startswith(head)), -1)
    names = [told[at - 1]] if head in ("date", "time", "day") and at > 0 else [head]
    return next((name for name in names if name in mapping("event_classes") or noun_kind(name)), "")


def _kind(name: str) -> str:
    return noun_kind(name) or mapping("event_classes").get(name, "")


def _set_for(context: Context, clause: Mention[Clause]) -> tuple[Mention[Time], ...]:
    """The times that something is set for; on which day it was set is another question."""
    wanted = UNTIL if clause.value.predicate == "be" else UNTIL - {"on", "at", "time"}
    spans = [a.span for a in clause.value.arguments if a.relation in wanted]
    return tuple(
        time
        for time in within(context.mentions.times, context.sentence(clause.span))
        if any(span.overlaps(time.span) for span in spans)
    )


def _due(clause: Mention[Clause], context: Context) -> str:
    """How it is asked after that somebody is due somewhere, "" where nobody is."""
    subject = next((a for a in clause.value.arguments if a.relation == "subject"), None)
    told = next((context.text(a.span) for a in clause.value.arguments if a.relation == "complement"), "")
    entity = context.entity(subject.span) if subject is not None else None
    if subject is None or not DUE.match(told):
        return ""
    return f"is {entity.name if entity is not None else context.text(subject.span)} {' '.join(told.split()[:4])}"


def _parties(context: Context, clause: Mention[Clause]) -> str:
    subject = next((a for a in clause.value.arguments if a.relation == "subject"), None)
    if subject is None:
        return ""
    entity = context.entity(subject.span)
    return entity.id if entity is not None else stem(subject.head.lower())
