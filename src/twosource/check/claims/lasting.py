"""Claims about since when and until when something was so: "in the post since June 2017", "closed until noon".

Reads   times, with the words before them
Gives   time claims of the phases "since" and "until", in text order
Misses  what is told by a pronoun that nobody resolved; beginnings that are told as deeds (`happenings`)

A deed is asked after by when it was; what lasts has two ends, and each is a question of its own.
"""

import re
from itertools import pairwise

from twosource.check.claims.dating import PRINTED, comes_again, times_of
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.deed_times import time_claim
from twosource.check.claims.time_keys import compared, grain_of, time_keys
from twosource.check.context import Context, within
from twosource.check.language.words import WORD, content_words, stem
from twosource.model import Argument, Claim, Clause, Mention, Span, Time
from twosource.text.lexicon import words

BY = "lasting"
ENDS = re.compile(
    r"\b(?P<ever>ever\s+|not\s+)?(?P<word>since|until|till|through|up\s+to)\s+(?:(?:about|around|early|late|at\s+least|the)\s+)*$",
    re.I,
)
"""What stands before the end of what lasts."""

FROM = re.compile(r"\b(from|between)\s+(?:(?:about|around|early|late)\s+)*$", re.I)
TO = re.compile(r"\s+(to|until|till|through|and)\s+(?:(?:about|around|early|late)\s+)*", re.I)
"""What stands before the first and the second of two times between which something lasted."""

PHASES = {"since": "since", "until": "until", "till": "until", "through": "until", "up to": "until"}

BY_THEN = re.compile(r"\b(?:ha(?:s|ve|d)|tak(?:es?|en|ing)|took)\s+$", re.I)
"""Before "until": who has until then must do something by then (`deadlines`), what takes until then is done then."""

BEFORE = 40
"""Characters before a time in which such a word stands."""

SAID = frozenset({"say", "tell", "find", "report", "add", "claim", "believe", "think"})
"""Verbs before what is told: it is not they that last."""

LONGEST = 16
"""Words of a question at the most: what is longer is a description."""


def lasting(context: Context) -> tuple[Claim, ...]:
    """Return a time claim for each end of what is said to last, in text order."""
    found: list[Claim] = []
    times = context.mentions.times
    for number, time in enumerate(times):
        if time.value.type not in ("DATE", "TIME") or not context.speaks(time.span):
            continue
        sentence = context.sentence(time.span)
        end = _end(context, sentence, time.span, [near.span for near in times[max(number - 1, 0) : number + 2]])
        if end is not None and not PRINTED.search(context.text(sentence)) and not comes_again(context, time.span):
            found += _claims(context, time, *end)
    return tuple(found)


def _end(context: Context, sentence: Span, time: Span, near: list[Span]) -> tuple[int, str] | None:
    """Where the words before the end of what lasts begin, with its phase; None where a time is no such end.

    `near` are the times beside it: of "from May to June" the first is since when, the second until when.
    """
    text = context.article.text
    end = ENDS.search(text, max(sentence.start, time.start - BEFORE), time.start)
    if end is not None:
        by_then = BY_THEN.search(text, sentence.start, end.start())
        return None if end["ever"] or by_then else (end.start(), PHASES[" ".join(end["word"].lower().split())])
    for one, other in pairwise(near):
        opens = FROM.search(text, max(sentence.start, one.start - BEFORE), one.start)
        to = TO.fullmatch(text, one.end, other.start) if opens else None
        if (
            opens
            and to
            and (to[1].lower() == "and") == (opens[1].lower() == "between")
            and not (to[1].lower() == "and" and _is_dated(context, time))
        ):
            return opens.start(), "since" if time == one else "until"
    return None


def _is_dated(context: Context, time: Span) -> bool:
    """Whether a clause has a time as its own: `happenings` tells that."""
    clauses = within(context.mentions.clauses, context.sentence(time))
    return any(time == dated.span for clause in clauses for dated in times_of(context, clause))


def _claims(context: Context, time: Mention[Time], end: int, phase: str) -> list[Claim]:
    clause, told = _told(context, time.span, end)
    if not told:
        return []
    return [
        time_claim(
            context,
            clause,
            time,
            key,
            measure=f"{stem(clause.value.predicate)} {phase} {grain_of(key)}",
            subject=_subject(context, clause, told),
            asked=told,
            rule=BY,
        )
        for key in time_keys(compared(context, time), context.text(time.span))
    ]


def _told(context: Context, time: Span, end: int) -> tuple[Mention[Clause], str]:
    """What lasts, with its words: the clause before the time, what stands beside a name, or the clause behind."""
    sentence, text = context.sentence(time), context.article.text
    finite = [
        clause
        for clause in within(context.mentions.clauses, sentence)
        if clause.value.tense and not clause.value.nominal and clause.value.predicate not in SAID
    ]
    before = [clause for clause in finite if clause.span.start < end]
    opens = max((match.end() for match in CLAUSE.finditer(text, sentence.start, end)), default=sentence.start)
    if before and (opens == sentence.start or before[-1].span.start >= opens - len("which has ")):
        clause = before[-1]
        return clause, _shortened(context, clause, end)
    if before or opens > sentence.start:
        return _beside(context, Span(opens, end), time)
    behind = next(iter(finite), None)
    return (behind, _shortened(context, behind, sentence.end)) if behind else _beside(context, Span(opens, end), time)


def _beside(context: Context, phrase: Span, time: Span) -> tuple[Mention[Clause], str]:
    """What a name's own words say of it: "Ann Lowe, in office since May"."""
    stand_in = Mention(Clause("be", time, nominal=True), time, BY)
    told = " ".join(context.text(phrase).split())
    names = within(context.mentions.names, Span(context.sentence(time).start, phrase.start))
    name = names[-1] if names else None
    if name is None or name.span not in context.at or not content_words(told):
        return stand_in, ""
    if context.article.text[name.span.end : phrase.start].strip() != ",":
        return stand_in, ""
    return stand_in, f"{context.at[name.span].name} {told}"


def _shortened(context: Context, clause: Mention[Clause], end: int) -> str:
    """Who or what, and the words of the verb as far as the end; "" where that is not known or not said of one thing.

    What is counted since a day is a figure, and what was not done until then is a deed of its own.
    """
    value, text = clause.value, context.article.text
    who = next((a for a in value.arguments if a.relation == ("object" if value.passive else "subject")), None)
    if who is None or (who.head.lower() in words("pronouns") and context.entity(who.span) is None):
        return ""
    if value.negated and UNDONE.search(text, clause.span.end, end + len("until ")):
        return ""
    counted = any(quantity.span.start < end for quantity in within(context.mentions.quantities, who.span))
    told = " ".join(CLAUSE.split(text[_verb(context, clause, who) : end])[0].split()).strip(" .,;:")
    if counted or not told or FIRST.search(told):
        return ""
    named = context.called(who)
    called = (
        named.name
        if named is not None
        else " ".join(CLAUSE.split(OWNED.sub("the", context.text(who.span)))[0].split()[:PHRASE])
    )
    return " ".join(f"{called} {told}".split()[:LONGEST])


def _verb(context: Context, clause: Mention[Clause], who: Argument) -> int:
    """Where a clause's verb begins, with its helpers and "not"."""
    start = max(who.span.end if who.span.end <= clause.span.start else 0, clause.span.start - BEFORE)
    helpers = HELPERS.search(context.article.text, start, clause.span.start)
    return helpers.start() if helpers else clause.span.start


HELPERS = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|are|be|been|being|will|would|did|does|not|\w+n['’]t|\w+ly|each|both|all|also)\s+)*$",
    re.I,
)
OWNED = re.compile(r"^whose\b", re.I)
UNDONE = re.compile(r"\b(?:until|till|up\s+to)\b", re.I)
FIRST = re.compile(r"\b(?:first|latest|last|only|lowest|highest|worst|best|biggest|largest|\w+iest)\b", re.I)
"""What is the first since a day says nothing of what lasts."""

PHRASE = 8
"""Words of who or what lasts so."""


def _subject(context: Context, clause: Mention[Clause], told: str) -> str:
    """Who or what lasts so: the names in the words, else their first noun; what says nothing compares with nothing."""
    known = [
        entity.id
        for argument in clause.value.arguments
        if argument.relation in ("subject", "object") and (entity := context.entity(argument.span)) is not None
    ]
    heads = [stem(argument.head.lower()) for argument in clause.value.arguments if argument.relation != "complement"]
    return "|".join(dict.fromkeys([*known, *heads[:1]])) or " ".join(sorted(stem(word) for word in WORD.findall(told)))
