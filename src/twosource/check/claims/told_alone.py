"""Tell a clause in words that can be read alone: who did what to whom, as its sentence says it.

Reads   a clause, its sentence, who the pronouns in it are
Gives   the clause, whole to its next mark, with its subject and its "was"; "" where it cannot be cut safely
Misses  what a sentence before it set ("the second one"); clauses that go on behind a comma other than lists
"""

import re

from twosource.check.claims.brought import brought
from twosource.check.claims.clause_ends import end_of, subject_of
from twosource.check.claims.clause_marks import (
    ALONE,
    AND,
    ASKED,
    BEING,
    BROKEN,
    CONDITION,
    DANGLING,
    DATED,
    DEEPEST,
    ENDED,
    FRONTED,
    HEADLINE,
    LINE,
    LONGEST,
    MARK,
    MODAL,
    NOT_YET,
    ONE_COMMA,
    OPENING,
    PART,
    PERSONS,
    POINTS,
    PROMISED,
    STRANDED,
    THAT,
    TIMED,
    TORN,
    UNFINISHED,
)
from twosource.check.claims.clause_words import swapped, tidied
from twosource.check.claims.deed_parts import REFLEXIVE
from twosource.check.claims.misread import speaks_of_it
from twosource.check.claims.not_alone import hangs, points
from twosource.check.context import Context, within
from twosource.check.voices.chains import covering
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import words


def told_alone(context: Context, clause: Mention[Clause], depth: int = 0) -> str:
    """Return a clause in words of its sentence that can be read alone, "" where it cannot be cut safely.

    What is only believed, ordered or denied is told with the clause that says so.
    """
    value, sentence = clause.value, context.sentence(clause.span)
    if not sentence.covers(value.span) or ASKED.search(context.text(sentence)) or _breaks_off(context, sentence):
        return ""
    if headline := _headline(context, sentence):
        return headline
    who = subject_of(value)
    before = context.article.text[sentence.start : min(value.span.start, clause.span.start)]
    if _is_supposed(context, clause, before):
        return ""
    if who is None:
        return _from_the_start(context, clause, before)
    if _needs_another(context, clause, who) or hangs(context, clause, who, before):
        return ""
    if not _is_so(context, clause, who):
        above = _above(context, clause) if depth < DEEPEST else None
        return told_alone(context, above, depth + 1) if above is not None else ""
    own = who.span.overlaps(value.span)
    if own and _is_torn_off(context, clause, who):
        return ""
    opening = _opening(context, clause, sentence) if own else brought(context, clause, who, before)
    if opening is None:
        return ""
    start, lead = opening
    end = end_of(context, clause, sentence)
    if not own and clause.span.end < who.span.start < end:
        end = len(context.article.text[: who.span.start].rstrip(" ,"))  # "Shot by a thief, Anna Lowe died"
    ends = (end, max(value.span.end, clause.span.end))
    for stop in ends:
        told = tidied(lead + swapped(context, value, Span(start, stop)))
        if LEADS.search(before) and _runs_on(context, clause, Span(start, stop)):
            return ""
        marked = any(ending.match(context.article.text, stop) for ending in (MARK, AND)) or stop == sentence.end
        if (told[-1:].isdigit() and TORN.match(context.article.text, stop)) or FROM_WITHIN.match(told):
            return ""
        if points(context, clause, told) or _ends_in_subject(context, clause, stop):
            return ""
        if _is_whole(context, clause, told) and (marked or not STRANDED.search(told)):
            return told
    return ""


def _is_supposed(context: Context, clause: Mention[Clause], before: str) -> bool:
    """Whether a clause is asked, wished, promised or only so on a condition, by the words before it or its own."""
    if CONDITION.search(before) or POINTS.match(context.text(clause.value.span)) or _is_wished(context, clause):
        return True
    return (clause.value.tense == "present" and NOT_YET.search(before) is not None) or bool(PROMISED.search(before))


def _needs_another(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a clause can only be read with another, by whom or what its subject means or what its verb lacks."""
    pointer = who.head.lower() in REFLEXIVE or _is_pointer(context, who) or _is_of_others(context, clause, who)
    return pointer or _lacks_helper(context, clause, who) or speaks_of_it(context, clause, who)


def _ends_in_subject(context: Context, clause: Mention[Clause], stop: int) -> bool:
    """Whether of another clause only whoever does its deed would be told: "fits the view that bakers, | are busy"."""
    sentence = context.sentence(clause.span)
    for other in within(context.mentions.clauses, Span(stop, sentence.end)):
        who = None if other.value.nominal or not other.value.tense else subject_of(other.value)
        if who is None or who.span.end != stop or not other.value.span.covers(who.span):
            continue
        return THAT.search(context.article.text, clause.span.end, who.span.start) is not None
    return False


FROM_WITHIN = re.compile(
    r"['’]s\b|not\s+only\s+(?:did|does|do|has|have|is|was|were)\b|(?:who|which|that\s+(?:he|she|they|it|the))\b"
    r"|(?:by\s+the\s+time|the\s+moment|every\s+time)\b[^,]*$"
    r"|\w+(?:\s\w+)?,\s+(?:while|whereas|but|and|because)\b",
    re.I,
)
"""How words begin that point to something before them."""


def _from_the_start(context: Context, clause: Mention[Clause], before: str) -> str:
    """A clause whose subject the parse does not know, from the beginning of its sentence; "" where that is too long."""
    value, sentence = clause.value, context.sentence(clause.span)
    if value.passive or value.status != "happened" or not 0 < len(before.split()) <= OPENING:
        return ""
    if context.text(clause.span).lower().endswith("ing") and not BEING.search(before):
        return ""  # "making off with a ring" is somebody's deed
    told = tidied(
        AND.sub("", " " + context.text(Span(sentence.start, end_of(context, clause, sentence))), count=1)
        if AND.match(" " + before)
        else context.text(Span(sentence.start, end_of(context, clause, sentence)))
    )
    return told if _is_whole(context, clause, told) else ""


SOME = frozenset({"others", "many", "some", "both", "few", "several", "most", "those", "most others", "many others"})


def _breaks_off(context: Context, sentence: Span) -> bool:
    """Whether a sentence is only the line of a page that was broken into lines, and goes on in the next one."""
    return not ENDED.search(context.text(sentence)) and BROKEN.match(context.article.text, sentence.end) is not None


def _is_of_others(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether only what somebody thinks stands between a subject and its verb: "a plan that Kern says failed"."""
    between = context.article.text[who.span.start : max(who.span.start, clause.span.start)].split()
    told = between[-1:] if clause.value.tense == "past" and not clause.value.passive else []
    return bool(told) and told[0].endswith("s") and told[0].removesuffix("s") in words("attribution_verbs")


def _lacks_helper(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether one person "talk": such a verb hangs on another, as in "she is to open the hall, and talk to guests"."""
    entity, verb = context.called(who) or context.entity(who.span), context.text(clause.span).lower()
    if clause.value.tense != "present" or clause.value.passive or entity is None or entity.kind != "person":
        return False
    if context.at.get(who.span) is not entity and who.head.lower() not in PERSONS:
        return False
    between = context.article.text[who.span.end : clause.span.start]
    return verb == clause.value.predicate and verb[-1:] != "s" and not HELPED.search(between.lower())


HELPED = re.compile(
    r"(?:\b(?:do|does|did|will|would|can|could|may|might|must|should|shall|to|not|let)|[’'](?:ll|d)|n[’']t)"
    r"\s+(?:\w+\s+)?$"
)
"""What stands before a bare verb of one person."""


def _headline(context: Context, sentence: Span) -> str:
    """A headline as it stands, "" for any other sentence: it leaves out too much to be cut."""
    blocks = context.article.blocks
    told = " ".join(context.text(sentence).split())
    titled = any(b.kind in ("title", "heading") and b.span.overlaps(sentence) for b in blocks)
    long = [word for word in told.split() if len(word) > len("with")]
    capitals = len(long) > 1 and all(word[0].isupper() or not word[0].isalpha() for word in long)
    if headline_asks(told) or (BIDS.match(told) and _bids(context, sentence)):
        return ""  # "Avoid empty streets": what a page advises
    headline = titled or capitals or not ENDED.search(told)
    if DANGLING.search(told) or STRANDED.search(told):
        return ""  # the line of a page that was broken into lines
    return told.strip(" .:;,-–—") if headline and len(told.split()) <= HEADLINE else ""


def _bids(context: Context, sentence: Span) -> bool:
    """Whether a line has nobody who does what it tells, or no more than its own first word."""
    subjects = [subject_of(c.value) for c in within(context.mentions.clauses, sentence)]
    first = [c for c in within(context.mentions.clauses, sentence) if c.span.start == sentence.start]
    bid = bool(first) and not first[0].value.arguments and not first[0].value.tense
    return all(who is None or (bid and who.span == first[0].span) for who in subjects)


def headline_asks(told: str) -> bool:
    """Return whether a headline asks, or says what its page will tell, be it behind a label.

    >>> headline_asks("How bakers keep cool"), headline_asks("Heat: why ovens stay cold"), headline_asks("Who wins")
    (True, True, True)
    """
    return ASKING.match(told) is not None


ASKING = re.compile(r"(?:[^:]{1,40}:\s+)?(?:how|why|what|where|who|when|which)\b", re.I)

BIDS = re.compile(r"[A-Z][a-z]+(?<!ed)(?<!ing)(?<!s)\s")
"""How a line may begin that bids its reader do something."""


def _is_pointer(context: Context, who: Argument) -> bool:
    told = context.text(who.span).lower()
    if told in SOME or any(time.span.covers(who.span) for time in within(context.mentions.times, who.span)):
        return True  # nobody could tell who "others" are; "April 8 buried" was no deed of a day
    return who.head.lower() in words("pronouns") and context.entity(who.span) is None


def _is_so(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a clause's own words say how far it is so: it was done, will be, or a modal verb stands in it."""
    value = clause.value
    told = context.text(Span(min(value.span.start, clause.span.start), clause.span.end))
    if told.lower().startswith("to ") or who.head.lower() in ("him", "them", "me", "us"):
        return False
    if any(a.value.stance == "denies" for a in covering(context, clause.span)):
        return value.negated
    if value.status in ("called for", "denied", "possible") or (value.status == "planned" and value.tense != "future"):
        return value.status != "denied" and MODAL.search(told) is not None
    return True


def _is_wished(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause only tells what somebody hopes or imagines."""
    above = _above(context, clause)
    return above is not None and above.value.predicate in WISHES and clause.value.tense != "future"


WISHES = frozenset({"hope", "wish", "pray", "imagine", "pretend", "suppose", "ensure", "wonder"})
"""Verbs that leave open whether it is so."""


def _is_torn_off(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether one comma alone stands between a subject and its verb, which then only describes it."""
    between = context.article.text[who.span.end : max(clause.span.start, who.span.end)]
    if "," in context.text(who.span) or BEING.search(between):
        return False
    return between.count(",") == 1 and ONE_COMMA.match(between + " ") is not None


def _above(context: Context, clause: Mention[Clause]) -> Mention[Clause] | None:
    """The nearest clause that has another for a part: "police believe" above "the fire was set"."""
    around = within(context.mentions.clauses, context.sentence(clause.span))
    holding = [
        other
        for other in around
        if other is not clause
        and other.value.tense
        and not other.value.nominal
        and other.span.start < clause.span.start
        and any(a.relation in ("complement", "object") and a.span.covers(clause.span) for a in other.value.arguments)
    ]
    return holding[-1] if holding else None


def _opening(context: Context, clause: Mention[Clause], sentence: Span) -> tuple[int, str] | None:
    """Where a clause with its subject in front begins, with the condition that its sentence sets."""
    text, start = context.article.text, clause.value.span.start
    before = text[sentence.start : start]
    if before[-1:].isalnum():
        start -= len(before) - (max(before.rfind(" "), before.rfind("\n")) + 1)
        before = text[sentence.start : start]
    if (day := DATED.match(text, start)) is not None and before.strip(" \n\"“`'‘"):
        start = day.end()
    if re.search(r"\bthan\s+$", before, re.I):
        return None
    if PART.search(before):
        return None
    who = subject_of(clause.value)
    ahead = context.article.text[start : max(start, who.span.start)] if who is not None else ""
    if who is not None and (TIMED.search(ahead) or (LEADS.search(before) and _is_second(clause.value, who))):
        return who.span.start, ""
    if THAT.search(ahead):
        return None
    if (line := LINE.match(context.article.text[start : sentence.end])) is not None and start == sentence.start:
        return start + line.end(), ""
    if WHICH_DAY.match(before):
        return None  # "the day he left was no different"
    spoken = within(context.mentions.clauses, Span(sentence.start, start))
    if ALONE.match(before) and not any(c.value.tense for c in spoken):
        return sentence.start, ""
    return start, " ".join(before.split()) + " " if FRONTED.match(before) else ""


WHICH_DAY = re.compile(r"^\W*the\s+(?:day|night|morning|evening|week|month|year|hour|minute|moment|time)\s+$", re.I)
"""A time of which the clause behind it only says which it was."""

LEADS = re.compile(r"^\W*(?:while|as|when|after|before|although|though|because|since|even\s+as|whereas)\s+$", re.I)
"""What a sentence begins with whose first clause is not its main one."""


def _runs_on(context: Context, clause: Mention[Clause], told: Span) -> bool:
    """Whether a clause that "while" leads in is told along with the main one behind its comma."""
    comma = context.article.text.find(", ", told.start, told.end)
    after = within(context.mentions.clauses, Span(comma, context.sentence(clause.span).end)) if comma >= 0 else ()
    return any(not c.value.nominal and c.value.tense and c is not clause and c.span.start < told.end for c in after)


def _is_second(value: Clause, who: Argument) -> bool:
    """Whether another clause's subject was taken for one of this, before its own."""
    return any(a.relation == "subject" and a.span.end < who.span.start for a in value.arguments)


def _is_whole(context: Context, clause: Mention[Clause], told: str) -> bool:
    """Whether words tell a clause to its end: not "Lowe swears", nor "was taken to the"."""
    if not 1 < len(told.split()) <= LONGEST or DANGLING.search(told) or UNFINISHED.search(told):
        return False
    verb = context.text(clause.span).lower()
    says = clause.value.predicate in words("attribution_verbs")
    return not (says and not clause.value.passive and told.lower().endswith(verb))
