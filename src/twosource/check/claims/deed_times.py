"""Claims about when a deed was done.

Reads   a clause, what happened by it, the times that date it
Gives   time claims, a clock time and its day apart
Misses  times that only bound a deed ("before 1997"); days for which something is set (`plans`)
"""

from typing import Any

from twosource.check.claims.dating import PRINTED, bound_before, comes_again, times_of, when
from twosource.check.claims.deeds import asked_after, is_gerund
from twosource.check.claims.event_kinds import CORE, Happening, deed_of
from twosource.check.claims.making import make_claim
from twosource.check.claims.time_keys import compared, grain_of, said_of, time_key, time_keys
from twosource.check.claims.undated import is_undated
from twosource.check.context import Context, within
from twosource.check.voices.in_passing import is_taken_for_known
from twosource.model import Bound, Claim, Clause, Mention, Span, Time

MODS: dict[str, Bound] = {"APPROX": "~", "BEFORE": "<", "ON_OR_BEFORE": "<", "AFTER": ">", "ON_OR_AFTER": ">"}
"""The bound that a TIMEX3 mod sets."""

AS_OF = frozenset({"as of", "as at", "since"})
"""Prepositions before a time at which something is so: when it came about is not said."""

STATES = frozenset({"miss", "stand", "lie", "hang"})
"""Verbs that without an object say how things are: whoever is missing at noon went missing before."""


def time_claim(
    context: Context, clause: Mention[Clause], time: Mention[Time], key: str, *, day_bound: Bound = "=", **slots: Any
) -> Claim:
    """Return the claim that a clause's deed was at a time, one of its keys; `day_bound` is the bound of a day."""
    bound = MODS.get(time.value.mod, "=") if "T" in key else day_bound
    value = said_of(key, context.text(time.span))
    if clause.value.nominal and is_taken_for_known(context, time.span, clause.span):
        slots.setdefault("chain", ())
    return make_claim(
        context,
        "time",
        time.span,
        about=clause.span,
        value=value,
        value_key=key,
        bound=bound,
        as_of=time.value.start,
        **slots,
    )


def times(context: Context, clause: Mention[Clause], happening: Happening, rule: str) -> tuple[Claim, ...]:
    """Return a time claim for each time that the clause's predicate has, clock times and days apart.

    Their rules begin with `rule` and end in "plan" or "time".
    """
    if PRINTED.search(context.text(context.sentence(clause.span))):
        return ()
    if clause.value.predicate in STATES and not any(a.relation == "object" for a in clause.value.arguments):
        return ()
    found = []
    for time in times_of(context, clause):
        value = compared(context, time)
        if is_undated(context, clause, time) or _done_by_nobody(clause.value):
            continue
        if _is_as_of(context, clause, time.span) or _is_set_for(clause, time.span) or comes_again(context, time.span):
            continue
        bound = "" if when(context, clause, time) else bound_before(context, time.span)
        if bound and not (clause.value.negated and bound in UP_TO):
            continue
        planned = clause.value.status in ("planned", "called for", "possible") and not is_gerund(context, clause)
        told = clause.value.nominal or happening.phase in ("start", "end")
        if clause.value.status == "planned" and not told:
            continue  # `plans` tells when it is to be
        for key in time_keys(value, context.text(time.span)):
            found.append(
                time_claim(
                    context,
                    clause,
                    time,
                    key,
                    measure=f"{happening.kind} {happening.phase or 'happen'} {grain_of(key)}",
                    subject="" if happening.phase else "|".join(happening.parties),
                    asked=asked_after(context, clause),
                    deed=deed_of(context, clause, happening),
                    certainty="expected" if planned else "said",
                    rule=f"{rule}{' day of clock' if key != time_key(value) else ''} {'plan' if planned else 'time'}",
                )
            )
    return tuple(found)


def _done_by_nobody(value: Clause) -> bool:
    """Whether nobody did what a clause tells: "nobody rang until nine" gives the ringing no time that can be asked."""
    return any(
        a.relation == "subject" and a.head.lower() in ("nobody", "no-one", "none", "nothing") for a in value.arguments
    )


SETTING = frozenset(
    {"set", "schedule", "reschedule", "fix", "plan", "slate", "expect", "list", "book", "adjourn", "postpone", "delay",
     "defer", "move", "bring forward", "put back", "put off", "push back"}
)  # fmt: skip
"""Verbs that give something a day to come."""


def _is_set_for(clause: Mention[Clause], time: Span) -> bool:
    """Whether a time is that for which something was set, and not when it was: `plans` tells that."""
    ahead = (a.span for a in clause.value.arguments if a.relation in ("for", "until", "till"))
    return clause.value.predicate in SETTING and any(span.overlaps(time) for span in ahead)


UP_TO = frozenset({"until", "till"})
"""What dates a deed after all that is said not to have been done: "did not report it until nine"."""


def _is_as_of(context: Context, clause: Mention[Clause], time: Span) -> bool:
    """Whether a time is that of a state or of a count ("by noon 30 had been rescued"), and dates no deed."""
    relations = {a.relation for a in clause.value.arguments if a.span.covers(time) or time.covers(a.span)}
    if relations & AS_OF:
        return True
    core = (argument for argument in clause.value.arguments if argument.relation in CORE)
    return "by" in relations and any(within(context.mentions.quantities, argument.span) for argument in core)
