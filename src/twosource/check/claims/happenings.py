"""Claims about what happened, when and where, all made from clauses.

Reads   clauses, with the times and places that bear on them
Gives   event, time and venue claims; those of one happening share `measure` and `subject`
Misses  happenings told over two sentences; clauses whose subject is a pronoun that nobody resolved
"""

import re
from collections.abc import Iterator

from twosource.check.claims.alarms import ALARM, is_alarm
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.deed_places import venues
from twosource.check.claims.deed_times import times
from twosource.check.claims.deeds import became, is_gerund
from twosource.check.claims.event_kinds import CORE, NO_DEEDS, Happening, happening_of, parties_of, phrase_nouns
from twosource.check.claims.making import make_claim
from twosource.check.claims.misread import is_misread, is_of_two, is_undone
from twosource.check.claims.told_alone import told_alone
from twosource.check.claims.undisclosed import cue_in
from twosource.check.context import Context, within
from twosource.check.coreference.mentions import kind_at
from twosource.check.coreference.words import known_kinds, noun_kind
from twosource.check.language.nouns import is_noun
from twosource.check.language.words import content_words, sense
from twosource.check.voices.chains import chain_of, covering, label_of
from twosource.model import Attribution, Claim, Clause, Mention, Span
from twosource.text.lexicon import mapping, words

BY = "happenings"

ASKS = re.compile(r"^\W*(?:what|who|whom|why|how|whether|if|when|where)\b", re.I)
"""How a clause begins that asks."""

AFTER = 8
"""Content words behind a predicate that still belong to what it tells."""

TOLD_OF_SUBSTANCE = 4
"""Content words below which a clause that names nobody tells too little to be compared ("the fire spread quickly")."""


def happenings(context: Context) -> tuple[Claim, ...]:
    """Return the event, time and venue claims of an article, in text order."""
    found: list[Claim] = []
    cues = {cue for a in context.mentions.attributions if _reports(context, a) for cue in a.value.cue}
    nouns = phrase_nouns(context)
    for clause in context.mentions.clauses:
        if clause.value.nominal and clause.span.start in nouns:
            continue
        if context.speaks(clause.span) and not any(cue.overlaps(clause.span) for cue in cues):
            found.extend(_of_clause(context, clause))
    return tuple(found)


def _of_clause(context: Context, clause: Mention[Clause]) -> Iterator[Claim]:
    """The claims of a clause: what nobody did, or somebody else, has no time and no place of its own."""
    happening = happening_of(context, clause)
    misread = is_misread(context, clause) or is_undone(context, clause) or is_of_two(context, clause)
    if happening is None:
        if not misread and (light := _of_object(context, clause)) is not None:
            yield from times(context, clause, light, BY)
        return
    if not misread:
        yield from _when_and_where(context, clause, happening)
    if not clause.value.nominal:
        yield from _event(context, clause, happening)


def _when_and_where(context: Context, clause: Mention[Clause], happening: Happening) -> Iterator[Claim]:
    """The venues and times of a clause: of what is no sure deed only the hours, which are not given for states."""
    deed = bool(happening.phase) or clause.value.nominal or _is_deed(context, clause)
    if deed and _takes_place(context, clause, happening):
        yield from venues(context, clause, happening, BY)
    if deed or (clause.value.tense and happening.parties):
        sure = deed or _takes_place(context, clause, happening) or _is_told(context, clause)
        made = times(context, clause, happening, BY)
        yield from (claim for claim in made if sure or claim.measure.endswith("clock"))
    elif _is_part(context, clause):
        yield from times(context, clause, happening, BY)


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


def _of_object(context: Context, clause: Mention[Clause]) -> Happening | None:
    """What is told by the object of a verb that by itself tells nothing: "made a call", "gave evidence"."""
    value = clause.value
    told = next((a.head.lower() for a in value.arguments if a.relation == "object"), "")
    if value.predicate == "become" and (office := became(value)) is not None:
        return Happening("become", "", parties_of(context, clause, ()), office.head.lower())
    if value.predicate in GOES and value.tense == "past" and (to := _where_to(context, clause)):
        return Happening(f"{value.predicate} {to}", "", parties_of(context, clause, ()), "")
    does = value.predicate in MADE and value.tense == "past" and not value.negated
    if is_alarm(context, clause):
        return Happening(ALARM, "", parties_of(context, clause, ()), told)
    if not does or not (is_noun(told) or noun_kind(told)):
        return None
    return Happening(noun_kind(told) or told, "", parties_of(context, clause, ()), told)


GOES = frozenset({"go", "come", "get"})
"""Verbs that tell by what they go to: "went to the church", "got into a fight"."""


def _where_to(context: Context, clause: Mention[Clause]) -> str:
    """The head of what somebody went, came or got into, right behind the verb; "" where there is none."""
    behind = (a for a in clause.value.arguments if a.relation in ("to", "into", "out", "from"))
    near = (a for a in behind if 0 <= a.span.start - clause.span.end <= len(" out of the "))
    head = next((a.head.lower() for a in near if not within(context.mentions.times, a.span)), "")
    return head if head and head not in words("pronouns") and _is_told(context, clause) else ""


MADE = frozenset({"make", "give", "take", "have", "do"})


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
