"""Whether a parse has read a clause wrongly, or a clause tells of nothing done: then no time or place is asked of it.

Reads   a clause, the words around it
Gives   `is_misread`: the subject is none, or a participle was taken for a verb; `is_undone`: nobody did it;
        `speaks_of_it`: the subject is whoever tells it;
        `is_of_two`: a pronoun may be either of two;
        `is_between`: two names part something and are no place; `is_of_object`: a place is that of an event spoken of
Misses  subjects that were lost altogether

"Buried beneath a shed, the rifle was found" has the rifle bury nothing, and in "clerks said as dawn broke" no clerk
breaks.
"""

import re

from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun
from twosource.check.voices.chains import covering
from twosource.model import Argument, Clause, Mention, Span
from twosource.text.lexicon import words

AS = re.compile(r"\b(?:as|when|while|because|after|before|once|where)\s+(?:the\s+|an?\s+)?(?P<who>[a-z]+)\s+$")
"""Between a verb and the subject of another clause: the subject of its own."""

NOW = re.compile(r"\bnow\s+$")
"""Before a participle that says how things are: "thousands now split between two towns"."""

ADRIFT = re.compile(
    r"\b(?:risks?|chance|hope|danger|fear|threat|possibility|prospect|thought|talk|idea|instead|accused\s+falsely|verge"
    r"|brink|point|way|dream|short)\s+of\s+$"
)
"""Before a verb in "-ing" that tells what nobody has done: "at risk of losing the mill"."""

PARTED = frozenset({"split", "divide", "tear", "share", "caught", "choose", "distinguish", "alternate", "mediate"})
"""Verbs with "between": two sides, and no place."""

NO = re.compile(r"(?:no|neither|none|few|hardly\s+any)\b", re.I)


OF_THE_DAY = frozenset({"night", "dawn", "dusk", "darkness", "daybreak", "sun", "day", "morning", "evening", "week"})
"""What falls, breaks or rises every day and is no deed."""


def is_misread(context: Context, clause: Mention[Clause]) -> bool:
    """Return whether the one who is said to do what a clause tells cannot be the one who does it."""
    value, text = clause.value, context.article.text
    if value.nominal or value.passive or not value.tense:
        return False
    who = next((a for a in value.arguments if a.relation == "subject"), None)
    if who is None:
        return _has_time_for_subject(context, clause)
    if any(time.span.covers(who.span) for time in within(context.mentions.times, context.sentence(clause.span))):
        return True  # "found April 8 buried": no day buries anything
    if speaks_of_it(context, clause, who) or _is_dateline(context, who):
        return True
    sentence = context.sentence(clause.span)
    if who.span.start >= clause.span.end:
        fronted = not text[sentence.start : clause.span.start].strip(" “\"'`")
        return fronted and "," in text[clause.span.end : who.span.start] and value.tense == "past"
    between = text[who.span.end : clause.span.start]
    if value.tense == "past" and NOW.search(between):
        return True
    own = AS.search(between)
    return own is not None and "," not in between and _is_subject(own["who"]) and _tells_before(context, clause, who)


def speaks_of_it(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Return whether a subject only tells what a clause says: "Lowe told them, 'the man ran and hid the bag'"."""
    return any(
        content.covers(clause.span) and any(source.overlaps(who.span) for source in attribution.value.source)
        for attribution in covering(context, clause.span)
        for content in attribution.value.content
    )


def _is_dateline(context: Context, who: Argument) -> bool:
    """Whether a subject is the place at the head of a report: "Arle, Malta (Harn Wire) - Ann Lowe won by scoring"."""
    found = DASH.match(context.article.text, who.span.end)
    places = within(context.mentions.places, who.span) if found is not None else ()
    return bool(places) and places[0].span.start == who.span.start and places[-1].span.end == who.span.end


DASH = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*(?:--|[-–—_])\s")


def _has_time_for_subject(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a day stands where the subject should: "Friday will bring rain"."""
    text = context.article.text
    ahead = (t for t in within(context.mentions.times, context.sentence(clause.span)) if t.span.end < clause.span.start)
    return any(HELPED.fullmatch(text, time.span.end, clause.span.start) for time in ahead)


HELPED = re.compile(r"\s+(?:will|would|may|might|could|should|is|was|has|had)\s+(?:(?:\w+ly|be|also|not|have)\s+)*")
"""Between a day and the verb whose subject it is."""


def _is_subject(word: str) -> bool:
    return is_noun(word) or word not in words("stopwords")


def _tells_before(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a subject has a verb of its own before the clause that was given it."""
    others = within(context.mentions.clauses, context.sentence(clause.span))
    return any(one.value.tense and who.span.end <= one.span.start < clause.span.start for one in others)


def is_undone(context: Context, clause: Mention[Clause]) -> bool:
    """Return whether nobody did what a clause tells: "no aid reached the camp", "at risk of losing the mill"."""
    value, text = clause.value, context.article.text
    if value.nominal:
        return False
    relation = "object" if value.passive else "subject"
    who = next((a for a in value.arguments if a.relation == relation), None)
    if who is not None and (NO.match(text, who.span.start) or who.head.lower() in OF_THE_DAY):
        return True
    if value.tense:
        return False
    return ADRIFT.search(text, context.sentence(clause.span).start, clause.span.start) is not None


def is_between(clause: Mention[Clause], place: Argument) -> bool:
    """Return whether two names behind "between" are the sides of something, and not where it happened."""
    return place.relation == "between" and clause.value.predicate in PARTED


ABOUT = frozenset(
    {"protest", "condemn", "denounce", "oppose", "criticise", "criticize", "mourn", "discuss", "investigate", "support",
     "decry", "deplore", "welcome", "praise", "mark", "commemorate", "regret", "fear", "recall", "cover", "blame"}
)  # fmt: skip
"""Verbs of what is thought, said or found out of an event elsewhere: "protested the war in Chile"."""


def is_of_object(context: Context, clause: Mention[Clause], place: Argument) -> bool:
    """Return whether a place stands behind the event that a clause only speaks of, and is where that was."""
    if clause.value.predicate not in ABOUT or clause.value.passive:
        return False
    ends = [a.span.end for a in clause.value.arguments if a.relation == "object" and a.span.start >= clause.span.end]
    return any(len(context.article.text[end : place.span.start].split()) == 1 for end in ends)


ONCE = frozenset({"bear", "die"})
"""Verbs of what befalls each of us once, so that it matters of whom it is told."""


def is_of_two(context: Context, clause: Mention[Clause]) -> bool:
    """Return whether "he was born" may be said of either of two who are named before it in its sentence."""
    value = clause.value
    relation = "object" if value.passive else "subject"
    who = next((a for a in value.arguments if a.relation == relation), None)
    if value.predicate not in ONCE or who is None or who.head.lower() not in ("he", "she"):
        return False
    named = within(context.mentions.names, Span(context.sentence(who.span).start, who.span.start))
    known = (context.at.get(name.span) for name in named)
    return len({entity.id for entity in known if entity is not None and entity.kind == "person"}) > 1
