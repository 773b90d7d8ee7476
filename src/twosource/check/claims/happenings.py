"""Claims about what happened, when and where, all made from clauses.

Reads   clauses, with the times and places that bear on them
Gives   event, time and venue claims; those of one happening share `measure` and `subject`
Misses  happenings told over two sentences; clauses whose subject is a pronoun that nobody resolved
"""

import re
from datetime import date
from typing import Any, NamedTuple

from msgspec.structs import replace

from twosource.check.claims.alarms import ALARM, is_alarm
from twosource.check.claims.deeds import CLAUSE, asked_after, became, completed, is_gerund, without_place
from twosource.check.claims.making import make_claim
from twosource.check.claims.misread import is_between, is_misread, is_of_object, is_of_two, is_undone
from twosource.check.claims.placed import beside, placed_words
from twosource.check.claims.told_alone import told_alone
from twosource.check.claims.undated import is_undated
from twosource.check.claims.undisclosed import cue_in
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import kinds_of_events, known_kinds, noun_kind, phrase_kind
from twosource.check.language.nouns import is_noun
from twosource.check.language.words import content_words, sense, stem
from twosource.check.voices.chains import chain_of, covering, label_of
from twosource.check.voices.in_passing import is_taken_for_known
from twosource.model import Argument, Attribution, Bound, Claim, Clause, Mention, Place, Span, Time, hull
from twosource.text.lexicon import mapping, words

BY = "happenings"
PLACED_AT = frozenset(
    {"in", "at", "on", "near", "outside", "inside", "along", "off", "around", "by", "between", "over"}
)
"""Prepositions after which a place says where something happened, not where it came from or went."""

CORE = ("subject", "object", "agent")
"""The relations of those who take part in a deed."""


CLOCK = re.compile(r"T\d\d:\d\d")
WEEKDAY = re.compile(r"XXXX-(?:WXX-\d|\d\d-\d\d)")
"""A weekday without its date, or a date without its year."""

DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
MODS: dict[str, Bound] = {"APPROX": "~", "BEFORE": "<", "ON_OR_BEFORE": "<", "AFTER": ">", "ON_OR_AFTER": ">"}
"""The bound that a TIMEX3 mod sets."""

ASKS = re.compile(r"^\W*(?:what|who|whom|why|how|whether|if|when|where)\b", re.I)
AS_OF = frozenset({"as of", "as at", "since"})
"""Prepositions before a time at which something is so: when it came about is not said."""

STATES = frozenset({"miss", "stand", "lie", "hang"})
"""Verbs that without an object say how things are: whoever is missing at noon went missing before."""

PRINTED = re.compile(
    r"^\W*(?:first\s+|last\s+)?(?:published|posted|updated|modified|printed)\b"
    r"|\blast\s+(?:updated|modified)\b"
    r"|^[^a-z]*(?:[ap]\.?\s?m\.?)?\W*(?:published|posted|updated|modified)\W*$",
    re.I,
)
"""A line that dates the page: "Updated: 9 a.m.", "04/9/2012 Posted"."""

AFTER = 8
"""Content words behind a predicate that still belong to what it tells."""

TOLD_OF_SUBSTANCE = 4
"""Content words below which a clause that names nobody tells too little to be compared ("the fire spread quickly")."""


class Happening(NamedTuple):
    """What a clause tells of: a class of event, its phase ("start", "hold", "end" or ""), and who or what is in it."""

    kind: str
    phase: str
    parties: tuple[str, ...]
    noun: str


def happenings(context: Context) -> tuple[Claim, ...]:
    """Return the event, time and venue claims of an article, in text order."""
    found: list[Claim] = []
    cues = {cue for a in context.mentions.attributions if _reports(context, a) for cue in a.value.cue}
    nouns = phrase_nouns(context)
    for clause in context.mentions.clauses:
        if clause.value.nominal and clause.span.start in nouns:
            continue
        if not context.speaks(clause.span) or any(cue.overlaps(clause.span) for cue in cues):
            continue
        happening = happening_of(context, clause)
        asked_of = not (is_misread(context, clause) or is_undone(context, clause) or is_of_two(context, clause))
        if happening is None and not asked_of:
            continue
        if happening is None:
            if (light := _of_object(context, clause)) is not None:
                found.extend(_times(context, clause, light))
            continue
        dated = happening.phase or clause.value.nominal or _is_deed(context, clause)
        if not asked_of:
            dated = False
        if dated and _takes_place(context, clause, happening):
            found.extend(_venues(context, clause, happening))
        if not asked_of:
            pass  # what nobody did, or somebody else, has no time of its own
        elif dated or (clause.value.tense and happening.parties):
            dated = dated or _takes_place(context, clause, happening) or _is_told(context, clause)
            found.extend(
                claim for claim in _times(context, clause, happening) if dated or claim.measure.endswith("clock")
            )
        elif _is_part(context, clause):
            found.extend(_times(context, clause, happening))
        if not clause.value.nominal:
            found.extend(_event(context, clause, happening))
    return tuple(found)


def _reports(context: Context, attribution: Mention[Attribution]) -> bool:
    """Whether an attribution reports words or a clause; "declared a state of emergency" is a deed instead."""
    value = attribution.value
    if value.form in ("direct", "mixed"):
        return True
    if value.source and label_of(context, value) is not None:
        return True
    inside = (clause for content in value.content for clause in within(context.mentions.clauses, content))
    return any(clause.value.tense for clause in inside)


def _takes_place(context: Context, clause: Mention[Clause], happening: Happening) -> bool:
    """Whether a clause tells of what happens at a place: where one lives, studies or works is no event."""
    if happening.phase or clause.value.nominal or clause.value.predicate in mapping("verb_classes"):
        return True
    kind = kind_at(context.article, context.mentions, clause.span)
    return kind in known_kinds()


def _is_deed(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells of a deed that is dated and placed: in the past, of somebody who is named."""
    return clause.value.tense == "past" and _tells(context, clause) and _names_somebody(context, clause)


def _is_told(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells of a deed in the past of someone or something that is called by more than a pronoun."""
    value = clause.value
    relation = "object" if value.passive else "subject"
    who = next((a for a in value.arguments if a.relation == relation), None)
    if who is None or value.tense != "past" or (value.negated and not value.passive):
        return False
    known = who.head.lower() not in words("pronouns") or context.entity(who.span) is not None
    return known and value.predicate not in NO_DEEDS


def _is_part(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a participle tells of a deed of its own: "accused of killing a guard on May 3", "after being struck"."""
    value = clause.value
    if value.tense or value.negated or value.status not in ("happened", "possible") or value.predicate in NO_DEEDS:
        return False
    thing = next((a for a in value.arguments if a.relation == "object"), None)
    if thing is None or (thing.head.lower() in words("pronouns") and context.entity(thing.span) is None):
        return False
    before = context.article.text[context.sentence(clause.span).start : clause.span.start]
    return value.passive or (is_gerund(context, clause) and PARTED.search(before) is not None)


PARTED = re.compile(
    r"(?:,|\b(?:of|with|for|after|by|in|before|from|without|while|when))\s+(?:(?:allegedly|fatally|then)\s+)?$", re.I
)
"""What stands before a participle that tells a deed, and not before one that says which thing is meant."""


NO_DEEDS = frozenset(
    {"be", "have", "remain", "seem", "say", "include", "involve", "measure", "span", "bear", "describe", "recall",
     "recount", "discuss", "mention", "remember"}
)  # fmt: skip
"""Verbs that tell how things are, or that something is said."""


def happening_of(context: Context, clause: Mention[Clause]) -> Happening | None:
    """Return what a clause tells of, or None when it tells of no event.

    A verb of phase ("start", "hold", "end") takes its class from the noun of the event it speaks of: talks that
    start and negotiations that are held are one happening.
    """
    value = clause.value
    phases, nouns = mapping("aspect_verbs"), mapping("event_classes")
    if value.nominal:
        noun = nouns.get(value.predicate)
        return Happening(noun, "", _parties(context, clause, ()), value.predicate) if noun else None
    if (part := phrase_object(value)) is not None:
        kind = phrase_kind(value.predicate, part.head.lower())
        return Happening(kind, "", _parties(context, clause, (part,)), "")
    phase = "hold" if takes_place(value) else phases.get(value.predicate, "")
    if phase:
        core = [argument for argument in value.arguments if argument.relation in CORE]
        core.sort(key=lambda argument: argument.relation != "object")
        for argument in core:
            if argument.head in nouns:
                return Happening(nouns[argument.head], phase, _parties(context, clause, (argument,)), argument.head)
    if value.predicate in mapping("event_verbs"):
        return Happening(
            mapping("event_verbs")[value.predicate], "hold", _parties(context, clause, ()), value.predicate
        )
    if told := completed(clause):
        return Happening(phrase_kind(value.predicate, told), "", _parties(context, clause, ()), "")
    light = value.predicate in words("light_verbs") and not _summons(value)
    if light or (value.predicate in nouns and phase):
        return None
    return Happening(
        mapping("verb_classes").get(value.predicate, value.predicate), "", _parties(context, clause, ()), ""
    )


def phrase_object(value: Clause) -> Argument | None:
    """Return the object that with its verb tells one deed and nothing of its own: to open fire is to shoot.

    Who sets a fire tells of the fire too, and what takes place is told by the subject.
    """
    objects = (a for a in value.arguments if a.relation == "object")
    return next(
        (a for a in objects if phrase_kind(value.predicate, a.head.lower()) not in ("", "arson", "happen")), None
    )


def phrase_nouns(context: Context) -> set[int]:
    """Return where the nouns start that are no event of their own, as their verb tells the deed with them."""
    found = (phrase_object(clause.value) for clause in context.mentions.clauses)
    return {a.span.end - len(a.head) for a in found if a is not None}


def takes_place(value: Clause) -> bool:
    """Whether a clause says of its subject that it took place."""
    return value.predicate == "take" and any(a.relation == "object" and a.head == "place" for a in value.arguments)


def _of_object(context: Context, clause: Mention[Clause]) -> Happening | None:
    """What is told by the object of a verb that by itself tells nothing: "made a call", "gave evidence"."""
    value = clause.value
    told = next((a.head.lower() for a in value.arguments if a.relation == "object"), "")
    if value.predicate == "become" and (office := became(value)) is not None:
        return Happening("become", "", _parties(context, clause, ()), office.head.lower())
    if value.predicate in GOES and value.tense == "past" and (to := _where_to(context, clause)):
        return Happening(f"{value.predicate} {to}", "", _parties(context, clause, ()), "")
    does = value.predicate in MADE and value.tense == "past" and not value.negated
    if is_alarm(context, clause):
        return Happening(ALARM, "", _parties(context, clause, ()), told)
    if not does or not (is_noun(told) or noun_kind(told)):
        return None
    return Happening(noun_kind(told) or told, "", _parties(context, clause, ()), told)


GOES = frozenset({"go", "come", "get"})
"""Verbs that tell by what they go to: "went to the church", "got into a fight"."""


def _where_to(context: Context, clause: Mention[Clause]) -> str:
    """The head of what somebody went, came or got into, right behind the verb; "" where there is none."""
    behind = (a for a in clause.value.arguments if a.relation in ("to", "into", "out", "from"))
    near = (a for a in behind if 0 <= a.span.start - clause.span.end <= len(" out of the "))
    head = next((a.head.lower() for a in near if not within(context.mentions.times, a.span)), "")
    return head if head and head not in words("pronouns") and _is_told(context, clause) else ""


MADE = frozenset({"make", "give", "take", "have", "do"})


def _summons(value: Clause) -> bool:
    """Whether "call" is to fetch ("police were called to a house") and not to name: nothing is said that they are."""
    relations = {argument.relation for argument in value.arguments}
    return value.predicate == "call" and "object" in relations and "complement" not in relations


def _parties(context: Context, clause: Mention[Clause], without: tuple[Argument, ...]) -> tuple[str, ...]:
    """The folded names or head stems of those who take part, subject first."""
    found = []
    for argument in clause.value.arguments:
        if argument in without or argument.relation not in (*CORE, "indirect"):
            continue
        entity = context.entity(argument.span)
        found.append(entity.id if entity is not None else stem(argument.head.lower()))
    return tuple(dict.fromkeys(found))


def _event(context: Context, clause: Mention[Clause], happening: Happening) -> tuple[Claim, ...]:
    """An event claim, when a finite clause has somebody named in it and something they did or that befell them."""
    value = clause.value
    counts = value.predicate in words("counting_verbs")  # what is counted is a figure, and is told as one
    if counts or not _tells(context, clause) or happening.kind in words("light_verbs") or _is_question(context, clause):
        return ()
    if (value.negated or value.predicate in ("decline", "refuse")) and _does_not_tell(context, clause):
        return ()
    if value.predicate in VALUES or CREDITS.search(context.text(context.sentence(clause.span))):
        return ()
    if _is_nobodys_word(context, clause) or not (alone := told_alone(context, clause)):
        return ()
    told = told_by(context, clause) + _behind(context, clause)
    keys = keys_of(context, clause, happening)
    if len(keys) < TOLD_OF_SUBSTANCE and not _names_somebody(context, clause) and not _undone(value):
        return ()
    return (
        make_claim(
            context,
            "event",
            clause.span,
            measure=happening.kind,
            value=told,
            subject="|".join(happening.parties),
            polarity=not value.negated and not denied(context, clause),
            value_key=" ".join(sorted(keys)),
            scope=value.status,
            asked=alone,
            rule=BY,
        ),
    )


VALUES = frozenset({"deserve", "merit"})
"""Verbs that only say what somebody thinks of it."""


CREDITS = re.compile(
    r"\b(?:was|were)\s+quoted\s+as\s+saying\b"
    r"|\b(?:contributed\s+to|created|produced|generated|wrote|edited|updated)\s+this\s+(?:report|story|article|page)\b"
    r"|\b(?:this|the)\s+(?:article|story|page)\s+(?:originally|first)\s+appeared\b|\bclick\s+here\b|\bsign\s+up\s+(?:here|for\s+our|to\s+our)\b"
    r"|\bis\s+(?:out|available)\s+now\b|\bsubscribe\s+to\s+(?:our|the)\b|\bfollow\s+us\s+on\b|\bopens\s+(?:in\s+a\s+)?new\s+tab\b",
    re.I,
)
"""What only says who said it, who wrote it, or what a page offers its readers."""


def _is_nobodys_word(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause stands in a quotation that opens with its sentence and of which nobody says whose it is."""
    sentence = context.sentence(clause.span)
    before = context.text(Span(sentence.start, clause.span.start)).lstrip()
    if not before.startswith(OPENS) or any(mark in before[1:] for mark in CLOSES):
        return False
    return not chain_of(context, clause.span)


OPENS, CLOSES = ("“", "``", '"'), ("”", "''", '"')


def denied(context: Context, clause: Mention[Clause]) -> bool:
    """Whether somebody is said to deny what a clause tells."""
    return clause.value.status == "denied" or any(
        attribution.value.stance == "denies" for attribution in covering(context, clause.span)
    )


def _tells(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells of a deed: finite, with a resolved subject or object, and a second part."""
    value = clause.value
    core = [argument for argument in value.arguments if argument.relation in CORE]
    if not value.tense or not core or (len(value.arguments) < 2 and not _undone(value)):
        return False
    return not any(a.head.lower() in words("pronouns") and context.entity(a.span) is None for a in core)


def _undone(value: Clause) -> bool:
    """Whether a clause says that something was not done to a thing: "the gun has not been recovered"."""
    return value.negated and value.passive and any(is_noun(a.head.lower()) for a in value.arguments)


def _names_somebody(context: Context, clause: Mention[Clause]) -> bool:
    return any(context.entity(argument.span) is not None for argument in clause.value.arguments)


def _is_question(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause asks, or says what is not told ("did not say what she was treated for")."""
    if ASKS.match(context.text(clause.value.span)):
        return True
    return any(
        a.value.stance == "declines" or (a.value.negated and a.value.stance != "denies")
        for a in covering(context, clause.span)
    )


def _does_not_tell(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause says that something is not told: no deed, but a silence (`undisclosed`)."""
    sentence = context.sentence(clause.span)
    cue = cue_in(context.text(sentence))
    return cue is not None and Span(sentence.start + cue.start(), sentence.start + cue.end()).overlaps(clause.span)


def keys_of(context: Context, clause: Mention[Clause], happening: Happening) -> set[str]:
    """Return the stems that a clause is compared by: its class, and the words of its parts less their own clauses."""
    found = {sense(word) for word in content_words(happening.kind)}
    for argument in clause.value.arguments:
        entity = context.at.get(argument.span)
        text = entity.name if entity is not None else CLAUSE.split(context.text(argument.span))[0]
        found |= {sense(word) for word in content_words(text)}
    rest = context.article.text[clause.span.end : context.sentence(clause.span).end]  # what is no noun phrase
    return found | {sense(word) for word in content_words(CLAUSE.split(rest)[0])[:AFTER]}


def told_by(context: Context, clause: Mention[Clause]) -> str:
    """Return a clause in its own words, with the subject in front where it stands elsewhere ("Medinsky, who ...")."""
    value = clause.value
    told = " ".join(context.text(value.span).split())
    if told.count("(") > told.count(")") and context.article.text.startswith(")", value.span.end):
        told += ")"  # the parse parts a bracket from what it closes: "towards the A1(M)"
    first = next(
        (a for a in value.arguments if a.relation == "subject" or (value.passive and a.relation == "object")), None
    )
    if first is None or first.span.overlaps(value.span):
        return told
    who = " ".join(CLAUSE.split(context.text(first.span))[0].split())
    entity = context.called(first)
    return f"{entity.name if entity is not None and ' and ' not in who else who} {told}"


def _behind(context: Context, clause: Mention[Clause]) -> str:
    """What stands behind a clause and completes it: "as calm and fair", "to look at the pay", "five times"; else ""."""
    text, end = context.article.text, context.sentence(clause.span).end
    found = BEHIND.match(text, clause.value.span.end, end)
    if found is None or any(c.value.tense for c in within(context.mentions.clauses, Span(*found.span()))):
        return ""
    told = " ".join(found[0].split())
    return f" {told}" if len(told.split()) <= AFTER else ""


BEHIND = re.compile(
    r"\s+(?:as\s+[^\W\d]|to\s+[a-z]|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\s+times\b|once\b"
    r"|twice\b|inside\b|outside\b|upstairs\b|downstairs\b)[^.,;:()“”\"\n]*(?=[.,;:)”\"]|$)"
)
"""What completes a deed behind its last part, as far as the next mark."""


def grain_of(key: str) -> str:
    """Return the grain of a time in the form that compares: "clock" or "day"."""
    return "clock" if "T" in key else "day"


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


def _times(context: Context, clause: Mention[Clause], happening: Happening) -> tuple[Claim, ...]:
    """Time claims: one for each time that the clause's predicate has, clock times and days apart."""
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
                    rule=f"{BY}{' day of clock' if key != time_key(value) else ''} {'plan' if planned else 'time'}",
                )
            )
    return tuple(found)


def _done_by_nobody(value: Clause) -> bool:
    """Whether nobody did what a clause tells: "nobody rang until nine" gives the ringing no time that can be asked."""
    return any(
        a.relation == "subject" and a.head.lower() in ("nobody", "no-one", "none", "nothing") for a in value.arguments
    )


def deed_of(context: Context, clause: Mention[Clause], happening: Happening) -> str:
    """Return the kind of event that a clause tells of, as `event_synonyms` has it, "" for one that it does not know."""
    if is_alarm(context, clause):
        return ALARM
    kind = noun_kind(happening.noun) or kind_at(context.article, context.mentions, clause.span)
    return kind if kind in kinds_of_events() else ""


SETTING = frozenset(
    {"set", "schedule", "reschedule", "fix", "plan", "slate", "expect", "list", "book", "adjourn", "postpone", "delay",
     "defer", "move", "bring forward", "put back", "put off", "push back"}
)  # fmt: skip
"""Verbs that give something a day to come."""


def _is_set_for(clause: Mention[Clause], time: Span) -> bool:
    """Whether a time is that for which something was set, and not when it was: `plans` tells that."""
    ahead = (a.span for a in clause.value.arguments if a.relation in ("for", "until", "till"))
    return clause.value.predicate in SETTING and any(span.overlaps(time) for span in ahead)


def bound_before(context: Context, time: Span) -> str:
    """Return the word before a time by which it only bounds when something was or went on ("before 1997"), or "".

    "Shortly before nine" is said of nine.
    """
    start = max(context.sentence(time).start, time.start - BEFORE)
    found = BOUNDS.search(context.text(Span(start, time.start)))
    return " ".join(found[1].lower().split()) if found else ""


BEFORE = 30
"""Characters before a time in which such a word stands."""


def comes_again(context: Context, time: Span) -> bool:
    """Return whether a time is said to come again, and dates no one deed: "on the second Tuesday of a month"."""
    return AGAIN.match(context.article.text, time.end) is not None


AGAIN = re.compile(r"\s+(?:of|in)\s+(?:each|every|a|the)\s+(?:week|month|year|season)\b", re.I)
"""Behind a day that comes again."""

UP_TO = frozenset({"until", "till"})
"""What dates a deed after all that is said not to have been done: "did not report it until nine"."""

BOUNDS = re.compile(
    r"(?<!shortly )(?<!just )(?<!minutes )(?<!moments )\b(before|prior\s+to|until|till|up\s+to|since|through)\s+"
    r"(?:about\s+|around\s+|early\s+|late\s+|sometime\s+)?$",
    re.I,
)


def _is_as_of(context: Context, clause: Mention[Clause], time: Span) -> bool:
    """Whether a time is that of a state or of a count ("by noon 30 had been rescued"), and dates no deed."""
    relations = {a.relation for a in clause.value.arguments if a.span.covers(time) or time.covers(a.span)}
    if relations & AS_OF:
        return True
    core = (argument for argument in clause.value.arguments if argument.relation in CORE)
    return "by" in relations and any(within(context.mentions.quantities, argument.span) for argument in core)


def time_keys(value: Time, text: str) -> tuple[str, ...]:
    """Return the keys of a time: that of its clock, and that of its day where the words themselves name it.

    >>> time_keys(Time("TIME", "XXXX-WXX-6T08:40"), "8.40am on Saturday")
    ('XXXX-WXX-6T08:40', 'XXXX-WXX-6')
    >>> time_keys(Time("TIME", "2022-02-28T13:00"), "1 p.m. Ukraine time")
    ('2022-02-28T13:00',)
    >>> time_keys(Time("TIME", "2022-02-28TEV"), "early evening")
    ()
    """
    if PARTLY.fullmatch(text):
        return ()
    keys = (time_key(value), day_of(value) if NAMED_DAY.search(text) else "")
    return tuple(dict.fromkeys(key for key in keys if key))


PARTLY = re.compile(
    r"(?:(?:in|the|an?|early|late|mid)[\s-]+)*(?:morning|afternoon|evening|night|nightfall|dawn|dusk)s?", re.I
)
"""A part of a day that is not named: the day that a text was written on is no better guess than another."""

NAMED_DAY = re.compile(
    r"\b[A-Z][a-z]{2,}\b(?!\s+(?:time|standard|daylight|summer)\b)|\b(?:yesterday|today|tonight|tomorrow)\b"
)
"""Words that name a day beside a clock time, and not its zone."""


def said_of(key: str, text: str) -> str:
    """Return the words for one key of a time: of a day without the clock time before it.

    >>> said_of("XXXX-WXX-6", "8.40am on Saturday"), said_of("XXXX-WXX-6T08:40", "8.40am on Saturday")
    ('Saturday', '8.40am on Saturday')
    >>> said_of("2022-02-28", "this morning")
    'this morning (Monday, February 28, 2022)'
    """
    if SPOKEN.search(text) and DAY.match(key) and not key.startswith("XXXX"):
        day = date.fromisoformat(key[:10])
        return f"{text} ({day:%A}, {day:%B} {day.day}, {day.year})"
    named = NAMED_DAY.search(text)
    return text[named.start() :] if named and "T" not in key and text[:1].isdigit() and CLOCKED.match(text) else text


CLOCKED = re.compile(r"\d{1,2}(?:[:.]\s?\d\d)?\s?(?:[ap]\.?\s?m|GMT|UTC|hours)\b|\d{1,2}:\d\d|\d{4}\s", re.I)
"""A clock time at the beginning of a time."""


def time_key(value: Time) -> str:
    """Return a time in the form that compares: a day, a month, a year, a weekday, or a clock time behind its day.

    A clock time whose day is not known begins with "T"; a weekday whose date is not known stays TIMEX3's "XXXX-WXX-5",
    a day without its year "XXXX-05-29".
    """
    if CLOCK.search(value.value) and value.type == "TIME":
        return day_of(value) + "T" + value.value.partition("T")[2][:5]
    return day_of(value)


def compared(context: Context, time: Mention[Time]) -> Time:
    """Return a time as it is compared: a weekday stays one where only a line at the top dates the page.

    Such a line may be that of a later update, and "Saturday" then be the one of a week before.
    """
    value, text, published = time.value, context.text(time.span), context.article.published
    reckoned = published is not None and published.inferred and DAY.match(value.value)
    if not reckoned or MONTHS.search(text) or SPOKEN.search(text) or value.value.startswith("XXXX"):
        return value
    weekday = f"XXXX-WXX-{date.fromisoformat(value.value[:10]).isoweekday()}"
    return replace(value, value=weekday + value.value[10:])


MONTHS = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b|\d\s?[/-]\s?\d|\b(?:19|20)\d\d\b(?!\s?h)",
    re.I,
)
"""What in the words of a time gives a date."""

SPOKEN = re.compile(r"\b(?:this|today|tonight|yesterday|tomorrow|last night)\b", re.I)
"""Words of a time that is reckoned from when one speaks."""


MONTH_OR_YEAR = re.compile(r"\d{4}(?:-\d\d)?")


def day_of(value: Time) -> str:
    """Return the day or the weekday that a time lies on, "" where it is not known: of "Friday night" Friday.

    Of a time that names only a month or a year it is that month or year.
    """
    day = value.value.partition("T")[0]
    if value.type not in ("DATE", "TIME"):
        return ""
    if WEEKDAY.fullmatch(day):
        return day
    if value.type == "TIME":
        return day if DAY.fullmatch(day) else ""
    if MONTH_OR_YEAR.fullmatch(day):
        return day
    return value.start[:10] if value.start and value.start[:10] == value.end[:10] else ""


def times_of(context: Context, clause: Mention[Clause]) -> tuple[Mention[Time], ...]:
    """Return the times that date a clause's predicate: those said to, or those in its own arguments."""
    inside = within(context.mentions.times, context.sentence(clause.span))
    end = Span(clause.span.end + 1, clause.span.end + 1 + len(completed(clause)))
    told = (clause.span, end) if end.start < end.end else (clause.span,)
    said = [
        time
        for time in inside
        if time.value.type in ("DATE", "TIME")
        and (any(_dates(time.value, span) for span in told) or _between(clause, time) or when(context, clause, time))
    ]
    if said:
        return tuple(said)
    if behind := tuple(time for time in inside if _stands_behind(context, clause, time)):
        return behind
    parts = [a for a in clause.value.arguments if a.relation in ("time", "at", "on", "after", "before", "by")]
    others = {other.span.start for other in within(context.mentions.clauses, context.sentence(clause.span))}
    return tuple(
        time
        for time in inside
        if time.value.type in ("DATE", "TIME")
        and any(
            time.span.covers(a.span)
            or (
                a.span.covers(time.span)
                and (a.relation in BARE or others.isdisjoint(d.start for d in time.value.dates))
                and not names_a_thing(time, a.span)
            )
            for a in parts
        )
    )


def when(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Return whether a clause stands behind "when" or "that" and says what was at a time: "until May 3, when ...".

    Of "it was not until 1997 that ..." too.
    """
    if not clause.value.tense or clause.value.nominal or clause.span.start < time.span.end:
        return False
    between = context.article.text[time.span.end : clause.span.start]
    others = (c for c in within(context.mentions.clauses, Span(time.span.end, clause.span.start)) if c.value.tense)
    if len(between) > FAR or next(others, None) is not None:
        return False
    before = context.article.text[context.sentence(time.span).start : time.span.start]
    return bool(WHEN.match(between) or (THAT.match(between) and CLEFT.search(before)))


FAR = 60
"""Characters between "when" and the verb of its clause."""

WHEN = re.compile(r",?\s+when\b", re.I)
THAT = re.compile(r",?\s+that\b", re.I)
CLEFT = re.compile(r"\bit\s+(?:was|is|took|wasn.t|was\s+not)\s+(?:only\s+)?(?:not\s+)?(?:until|in|on|at)\s+$", re.I)
"""Before a time, what lets "that" behind it say what was then."""


def _between(clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Whether a time between a subject and its verb was taken for the subject's: "voters in 2009 approved a loan"."""
    relation = "object" if clause.value.passive else "subject"
    who = next((a for a in clause.value.arguments if a.relation == relation), None)
    if who is None or not clause.value.tense or not who.span.covers(time.span) or noun_kind(who.head.lower()):
        return False
    behind = who.span.end == time.span.end <= clause.span.start
    return behind and any(dated.end < time.span.start for dated in time.value.dates)


def _stands_behind(context: Context, clause: Mention[Clause], time: Mention[Time]) -> bool:
    """Whether a day or an hour behind a thing, taken for that of the thing, is that of the verb: "entered the shop at
    nine". A thing that is an event has a time of its own, and a month or a year tells which thing is meant.
    """
    value, key = clause.value, time_key(time.value)
    if value.nominal or not value.tense or value.predicate in NO_DEEDS or MONTH_OR_YEAR.fullmatch(key) or not key:
        return False
    if not (SPOKEN.search(text := context.text(time.span)) or DIGIT_OR_DAY.search(text)):
        return False
    between = Span(clause.span.end, time.span.start)
    if between.start >= between.end or any(within(context.mentions.clauses, between)):
        return False
    return any(
        clause.span.end <= dated.start
        and dated.end <= time.span.start
        and not noun_kind(context.text(dated).lower().removeprefix("re-"))
        and any(a.span.covers(dated) and a.relation not in OF_ANOTHER for a in value.arguments)
        for dated in time.value.dates
    )


OF_ANOTHER = frozenset({"complement", "after", "before", "following", "during", "since", "until", "about"})
"""Relations of what tells of another deed or thing, whose time that is: "denied arson after a fire on Sunday"."""

DIGIT_OR_DAY = re.compile(r"\d|day\b|\bnoon\b|\bmidnight\b", re.I)
"""What a day or an hour has, and a feast or a season has not."""


def names_a_thing(time: Mention[Time], phrase: Span) -> bool:
    """Whether a time only says which thing a phrase means, with the thing behind it: "at an office Christmas party"."""
    return any(time.span.end <= dated.start and phrase.covers(dated) for dated in time.value.dates)


BARE = frozenset({"time", "at", "on"})
"""Relations of times themselves; what is done "before his arrest on Tuesday" was not done on Tuesday."""


def _dates(time: Time, predicate: Span) -> bool:
    """Whether a time dates a predicate; of "broke out" it may hold the verb alone."""
    return any(dated.start == predicate.start for dated in time.dates)


def _venues(context: Context, clause: Mention[Clause], happening: Happening) -> tuple[Claim, ...]:
    """A venue claim for each phrase that says where the clause's event takes place."""
    if not happening.phase and not clause.value.nominal and not happening.parties:
        return ()
    ahead = clause.value.status == "planned" and not clause.value.nominal  # where the next one is to be
    found = []
    for argument in clause.value.arguments:
        if argument.relation not in PLACED_AT:
            continue
        places = [place for place in within(context.mentions.places, argument.span) if place.value.use != "government"]
        if not places or _is_time(context, argument.span) or not _says_where(argument, places):
            continue
        if (
            is_between(clause, argument)
            or is_of_object(context, clause, argument)
            or _holds_time(context, argument.span)
        ):
            continue
        whom = context.called(argument) if len(places) == 1 else None
        if whom is not None and whom.kind == "person" and whom.name != places[0].value.name:
            continue  # "fired at Riva": nobody is a place, whatever town bears that name
        found.append(
            make_claim(
                context,
                "venue",
                hull((argument.span, *(place.span for place in places))),
                about=clause.span,
                measure=f"{happening.kind} {'plan' if ahead else 'hold' if happening.phase else 'happen'}",
                value=beside(argument.relation, placed_words(context, argument.span)),
                subject="" if happening.phase or clause.value.nominal else "|".join(happening.parties),
                value_key=venue_key(places),
                asked=without_place(asked_after(context, clause), placed_words(context, argument.span)),
                rule=BY,
            )
        )
    return tuple(found)


def _says_where(argument: Argument, places: list[Mention[Place]]) -> bool:
    """Whether a phrase is a place or is headed by a noun for one: "at the request of Ukraine" is neither."""
    if names_place(argument.head.lower()):
        return True
    return any(argument.head in place.value.name or argument.span.end == place.span.end for place in places) and not (
        argument.head.lower() == argument.head and argument.head not in words("location_nouns")
    )


def names_place(noun: str) -> bool:
    """Return whether a noun (in lower case) names a place where something may happen."""
    return noun in words("location_nouns") or mapping("noun_kinds").get(noun) == "place"


def _is_time(context: Context, span: Span) -> bool:
    return any(time.span.covers(span) for time in within(context.mentions.times, span))


def _holds_time(context: Context, span: Span) -> bool:
    """Whether a phrase opens with a time, so that the place in it is another part's: "in late May and Norby shut"."""
    return any(time.span.start == span.start for time in within(context.mentions.times, span))


def venue_key(places: list[Mention[Place]]) -> str:
    """Return the countries and the finest named place of a phrase, as ``BLR,UKR>region:gomel``.

    Countries are those of the phrase's places, sorted; the part after ``>`` is "" when only countries are named.
    """
    countries = sorted({place.value.country for place in places if place.value.country})
    fine = [place.value for place in places if place.value.feature not in ("country", "")]
    best = min(fine, key=lambda place: ("city", "area", "water", "region").index(place.feature), default=None)
    return ",".join(countries) + ">" + (f"{best.feature}:{best.name.casefold()}" if best else "")
