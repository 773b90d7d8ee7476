"""Claims about when an event was that only a noun names: "a July 1997 conviction", "after his arrest in March".

Reads   times, with the words that they date
Gives   time claims of the phase "happen", in text order
Misses  whose conviction or arrest it was, where the name is neither right before the noun nor behind "of"
"""

import re

from twosource.check.claims.dating import PRINTED
from twosource.check.claims.deed_times import time_claim
from twosource.check.claims.deeds import of_noun
from twosource.check.claims.happenings import BY
from twosource.check.claims.time_keys import grain_of, time_keys
from twosource.check.claims.undated import is_no_day, of_another
from twosource.check.context import Context, within
from twosource.check.coreference.words import known_kinds, noun_kind
from twosource.check.language.words import stem
from twosource.model import Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import mapping

NO_DEEDS = frozenset({"suspect/v", "investigate", "search", "mourn", "find/v", "identify", "aid", "meet", "visit"})
"""Kinds that go on, or of which there are many: their noun with a day says little."""

LONGEST = 3
"""Words of what stands between a time and the noun that it dates and tells which one is meant."""


def dated_nouns(context: Context) -> tuple[Claim, ...]:
    """Return the time claims of events that are told by a noun alone, in text order."""
    clauses = {clause.span.start for clause in context.mentions.clauses if _is_told(clause.value)}
    found: list[Claim] = []
    for time in context.mentions.times:
        if time.value.type not in ("DATE", "TIME") or not context.speaks(time.span):
            continue
        for noun in time.value.dates:
            if noun.start in clauses or is_no_day(context, time.span) or of_another(context, noun, time.span):
                continue
            if kind := _kind(context, noun):
                found.extend(_claims(context, time, noun, kind))
    return tuple(found)


def _is_told(clause: Clause) -> bool:
    """Whether `happenings` tells a clause: a verb, or a noun of a class of its own."""
    return not clause.nominal or clause.predicate in mapping("event_classes")


def _kind(context: Context, noun: Span) -> str:
    kind = noun_kind(context.text(noun).lower())
    told = kind in known_kinds() and kind not in NO_DEEDS
    return kind if told and not PRINTED.search(context.text(context.sentence(noun))) else ""


def _claims(context: Context, time: Mention[Time], noun: Span, kind: str) -> list[Claim]:
    called = context.text(noun).lower()
    clause = Mention(Clause(called, noun, nominal=True), noun, time.by)
    return [
        time_claim(
            context,
            clause,
            time,
            key,
            measure=f"{called} happen {grain_of(key)}",
            subject=_whose(context, noun) or stem(called),
            asked=of_noun(_named(context, time, noun)),
            deed=kind,
            rule=f"{BY} noun",
        )
        for key in time_keys(time.value, context.text(time.span))
    ]


def _whose(context: Context, noun: Span) -> str:
    """Whose event it is: of the name right before the noun ("Lowe's second trial"), or behind "of"; "" if not told."""
    text, sentence = context.article.text, context.sentence(noun)
    own = OWNS.search(text, sentence.start, noun.start)
    of = OF.match(text, noun.end, sentence.end)
    near = [Span(own.start(), own.start("owned"))] if own else []
    near += [Span(of.start("whose"), of.end())] if of else []
    found = [name for span in near for name in within(context.mentions.names, span) if name.span in context.at]
    return context.at[found[-1].span].id if found else ""


OWNS = re.compile(r"(?:[\w.-]+\s){0,3}[\w.-]+(?P<owned>['’]s?\s(?:[a-z-]+\s){0,2})$")
"""A name as the owner of what follows."""

OF = re.compile(r"\sof\s(?P<whose>[^,;:()–—]{2,60})")
"""Of whom an event is."""


def _named(context: Context, time: Mention[Time], noun: Span) -> str:
    """The noun with what stands between it and the time before it ("racketeering conviction")."""
    between = context.article.text[time.span.end : noun.start].split() if time.span.end <= noun.start else []
    plain = len(between) <= LONGEST and all(word.isalpha() and word.islower() for word in between)
    others = any(within(context.mentions.clauses, Span(time.span.end, noun.start))) if plain and between else False
    return " ".join([*(between if plain and not others else ()), context.text(noun).lower()])
