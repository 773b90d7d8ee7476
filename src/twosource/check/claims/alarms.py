"""Know where a clause tells that help was called for: police alerted, an alarm raised, a distress call picked up.

Reads   a clause, its article
Gives   whether it tells the first response to what happened, which all who come to it tell as one moment
Misses  help that is asked for in words of no kind ("she ran to the neighbours")
"""

import re

from twosource.check.context import Context
from twosource.check.coreference.words import noun_kind
from twosource.model import Argument, Clause, Mention
from twosource.text.lexicon import words

ALARM = "alarm"
"""The kind of deed."""

CALLS = frozenset(
    {"call", "call out", "call in", "phone", "ring", "summon", "alert", "notify", "dispatch", "scramble", "mobilise",
     "mobilize", "send", "send out", "rush", "contact"}
)  # fmt: skip
"""What is done to those who are to come."""

TAKES = frozenset(
    {"receive", "get", "take", "pick up", "make", "put out", "send", "send out", "issue", "radio", "come", "come in",
     "raise", "sound", "place", "go off", "hear", "answer", "respond", "go out", "be"}
)  # fmt: skip
"""What is done with a call for help."""

CALL = re.compile(
    r"\b(?:alarm|may\s?day|sos)\b"
    r"|\b(?:distress|emergency|999|911|9-1-1|112|fire)\s+(?:call|signal|message|report|alert)s?\b"
    r"|\b(?:call|report)s?\s+(?:for help|about|of|from)\b",
    re.I,
)
"""A call for help, as a noun phrase has it."""

SERVICES = re.compile(
    r"\b(?:emergency|fire|ambulance|rescue|999|911)\b.*\b(?:services?|departments?|units?|helicopters?|teams?|lifeboats?)\b|^(?:999|911|9-1-1|112)$",
    re.I,
)
"""Those who come, as a noun phrase of more than one word or a number has them."""

SUDDEN = frozenset({"fire/n", "shoot", "explode", "crash", "collapse", "attack", "stab", "steal", "quake", "kidnap"})
"""Kinds of what is reported as it happens: "gunfire was reported at nine"."""

PARTS = frozenset({"subject", "object", "agent", "to"})


def is_alarm(context: Context, clause: Mention[Clause]) -> bool:
    """Return whether a clause tells that help was called for or sent."""
    value = clause.value
    if value.nominal or value.negated:
        return False
    parts = [a for a in value.arguments if a.relation in PARTS]
    if value.predicate in CALLS and any(a.relation == "object" and _comes(context, a) for a in parts):
        return True
    if value.predicate in TAKES and any(_calls(context, a) for a in parts):
        return True
    if value.predicate in ("get", "receive", "take", "answer") and any(
        a.relation == "object" and a.head.lower() in ("call", "calls", "report", "reports") for a in parts
    ):
        return any(a.relation == "subject" and _comes(context, a) for a in parts)
    return value.predicate == "report" and any(a.relation == "object" and _sudden(a) for a in parts)


def _comes(context: Context, argument: Argument) -> bool:
    head = argument.head.lower()
    forms = {head, head.removesuffix("s"), head.removesuffix("ies") + "y", head.removesuffix("men") + "man"}
    return not forms.isdisjoint(words("responders")) or SERVICES.search(context.text(argument.span)) is not None


def _calls(context: Context, argument: Argument) -> bool:
    """Whether an argument is a call for help: its own words, not those of a clause behind it."""
    return CALL.search(" ".join(context.text(argument.span).split()[:LONGEST])) is not None


LONGEST = 8
"""Words of a noun phrase in which its head stands."""


def _sudden(argument: Argument) -> bool:
    return noun_kind(argument.head.lower()) in SUDDEN
