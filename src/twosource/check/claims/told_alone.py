"""Tell a clause in words that can be read alone: who did what to whom, as its sentence says it.

Reads   a clause, its sentence, who the pronouns in it are
Gives   the clause, whole to its next mark, with its subject and its "was"; "" where it cannot be cut safely
Misses  what a sentence before it set ("the second one"); clauses that go on behind a comma other than lists
"""

import re
from collections import Counter
from typing import NamedTuple

from twosource.check.claims.clause_ends import end_of, is_finite, subject_of
from twosource.check.claims.clause_marks import (
    ALONE,
    AND,
    ASKED,
    BEING,
    BESIDE,
    BROKEN,
    CONDITION,
    DANGLING,
    DEEPEST,
    DESCRIBES,
    DETERMINED,
    DOTTED,
    ENDED,
    FRONTED,
    FURTHER,
    HEADLINE,
    HELPING,
    JOINED,
    LINE,
    LINKED,
    LONGEST,
    MARK,
    MODAL,
    NO_ONE,
    NOT_YET,
    ONE_COMMA,
    OPENING,
    PART,
    PART_OF,
    PARTIES,
    PERSONS,
    PLACED,
    POINTERS,
    POINTS,
    PROMISED,
    QUOTES,
    SAID,
    STRANDED,
    SUBJECT,
    SUPPOSED,
    THAT,
    TIMED,
    TORN,
    UNDONE_BEFORE,
    UNFINISHED,
    WEEKDAY,
    WHO,
)
from twosource.check.claims.deeds import CLAUSE, REFLEXIVE
from twosource.check.claims.not_alone import OF_IT, hangs, points
from twosource.check.context import Context, within
from twosource.check.language.plurals import is_plural
from twosource.check.language.words import WORD
from twosource.check.voices.chains import covering
from twosource.model import Argument, Clause, Entity, Mention, Span
from twosource.text.lexicon import mapping, words


class Swap(NamedTuple):
    """Words to put in the place of a span."""

    span: Span
    words: str


def told_alone(context: Context, clause: Mention[Clause], depth: int = 0) -> str:
    """Return a clause in words of its sentence that can be read alone, "" where it cannot be cut safely.

    What is only believed, ordered or denied is told with the clause that says so.
    """
    value, sentence = clause.value, context.sentence(clause.span)
    if not sentence.covers(value.span) or ASKED.search(context.text(sentence)):
        return ""
    if _breaks_off(context, sentence):
        return ""
    if headline := _headline(context, sentence):
        return headline
    who = subject_of(value)
    before = context.article.text[sentence.start : min(value.span.start, clause.span.start)]
    if CONDITION.search(before) or POINTS.match(context.text(value.span)) or _is_wished(context, clause):
        return ""
    if who is not None and who.head.lower() in REFLEXIVE:
        return ""
    if (value.tense == "present" and NOT_YET.search(before)) or PROMISED.search(before):
        return ""
    if who is None:
        return _from_the_start(context, clause, before)
    if _is_pointer(context, who) or _is_of_others(context, clause, who) or _lacks_helper(context, clause, who):
        return ""
    if hangs(context, clause, who, before):
        return ""
    if not _is_so(context, clause, who):
        above = _above(context, clause) if depth < DEEPEST else None
        return told_alone(context, above, depth + 1) if above is not None else ""
    own = who.span.overlaps(value.span)
    if own and _is_torn_off(context, clause, who):
        return ""
    opening = _opening(context, clause, sentence) if own else _brought(context, clause, who, before)
    if opening is None:
        return ""
    start, lead = opening
    end = end_of(context, clause, sentence)
    ends = (end, max(value.span.end, clause.span.end))
    for stop in ends:
        told = _tidied(lead + _swapped(context, value, Span(start, stop)))
        if LEADS.search(before) and _runs_on(context, clause, Span(start, stop)):
            return ""
        marked = any(ending.match(context.article.text, stop) for ending in (MARK, AND)) or stop == sentence.end
        if (told[-1:].isdigit() and TORN.match(context.article.text, stop)) or FROM_WITHIN.match(told):
            return ""
        if points(context, clause, told):
            return ""
        if _is_whole(context, clause, told) and (marked or not STRANDED.search(told)):
            return told
    return ""


FROM_WITHIN = re.compile(
    r"['’]s\b|not\s+only\s+(?:did|does|do|has|have|is|was|were)\b|(?:who|which|that\s+(?:he|she|they|it|the))\b"
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
    told = _tidied(
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
    if BIDS.match(told) and not any(subject_of(c.value) for c in within(context.mentions.clauses, sentence)):
        return ""  # "Avoid empty streets": what a page advises
    headline = titled or capitals or not ENDED.search(told)
    if DANGLING.search(told) or STRANDED.search(told):
        return ""  # the line of a page that was broken into lines
    return told.strip(" .:;,-–—") if headline and len(told.split()) <= HEADLINE else ""


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
    if (day := WEEKDAY.match(text, start)) is not None and before.strip(" \n\"“`'‘"):
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


def _brought(context: Context, clause: Mention[Clause], who: Argument, before: str) -> tuple[int, str] | None:
    """Where a clause begins whose subject stands elsewhere, with that subject and the "was" that is left out."""
    value = clause.value
    start = min(value.span.start, clause.span.start)
    named = _named(context, who)
    if WHO.search(before) and not _may_be_who(context, who, before):
        return None
    if SAID_BY.search(context.article.text, max(0, who.span.start - len("according to the ")), who.span.start):
        return None  # "six are held, said the council, and will be freed"
    if who.span.start > clause.span.end and not value.passive:
        return None  # whoever stands behind a verb that is not his
    if not LINKED.search(before) and not BESIDE.match(context.article.text[who.span.end : max(start, who.span.end)]):
        return None
    if (
        not named
        or NO_ONE.match(named)
        or OF_THEM.match(named)
        or not _agree(named, context.text(Span(start, clause.span.end)))
    ):
        return None
    joined = context.text(Span(who.span.end, start)) if JOINED.search(before) and who.span.end < start else ""
    doubt = SUPPOSED.search(joined)
    bare = not value.passive and not value.tense and context.text(clause.span).lower().endswith("ing")
    if bare and not BEING.search(f"{joined} {context.text(Span(start, clause.span.end))}"):
        return None  # "he fled, making off with a ring"
    may = list(WOULD.finditer(joined)) if value.tense not in ("past", "future") else []
    if may and not value.passive:
        return start, f"{named} {may[-1][0].lower()} "  # "might see it and leave"
    if not value.passive or BEING.search(context.text(Span(start, clause.span.end))):
        return start, f"{named} {doubt[0].lower() + ' ' if doubt else ''}"
    if _is_main(context, clause, who):
        return start, f"{named} "
    if value.predicate in DESCRIBES or UNDONE_BEFORE.search(before):
        return None
    if not _befell(context, clause, who, before):
        return None
    verb = context.article.text[start]
    return start + 1, f"{named} {'were' if _are_several(named, who) else 'was'} {verb.lower()}"


WOULD = re.compile(r"\b(?:can|could|may|might|must|should|would|will)\b", re.I)
SAID_BY = re.compile(r"\b(?:said|says|added|according\s+to)\s+$", re.I)


def _is_main(context: Context, clause: Mention[Clause], who: Argument) -> bool:
    """Whether a participle is its sentence's main verb, and so in truth a verb in the past: "His luck held"."""
    sentence = context.sentence(clause.span)
    inside = within(context.mentions.clauses, sentence)
    others = (c for c in inside if not c.value.nominal and is_finite(context.article.text, c))
    doers = [subject_of(c.value) for c in others if c is not clause]
    first = not context.text(Span(sentence.start, who.span.start)).strip(" \n\"“`'‘")
    return first and all(doer is not None and doer.span.start > clause.span.end for doer in doers)


def _may_be_who(context: Context, who: Argument, before: str) -> bool:
    """Whether a noun is what "who" behind it means: somebody named, or no place and right before it."""
    entity = context.called(who)
    if entity is not None:
        return entity.kind != "place"
    start, relative = context.sentence(who.span).start, WHO.search(before)
    between = context.article.text[who.span.end : start + relative.start()] if relative else ""
    return not between.strip(' ,(\n–—-"”') and mapping("noun_kinds").get(who.head.lower()) != "place"


def _befell(context: Context, clause: Mention[Clause], who: Argument, before: str) -> bool:
    """Whether a participle tells surely what befell its subject: beside it, before it, or joined to such a verb."""
    text, start = context.article.text, min(clause.value.span.start, clause.span.start)
    if who.span.end <= start and BESIDE.match(text[who.span.end : start]):
        ahead = text[context.sentence(who.span).start : who.span.start]
        if UNDONE_BEFORE.search(ahead) or ("," in text[who.span.end : start] and PLACED.search(ahead)):
            return False
        if TO_A_PLACE.search(ahead):
            return False  # "fell to the ground surrounded by children"
        return FURTHER.search(PART_OF.sub("", context.text(who.span))) is None  # which of two nouns is it?
    if not before.strip(" \n\"“`'‘") and who.span.start > start:
        return text[: who.span.start].rstrip().endswith(",")
    main = [c for c in within(context.mentions.clauses, context.sentence(clause.span)) if c.value.predicate == "appear"]
    if main and before.rstrip().endswith(",") and main[0].span.start < start:  # "appeared in court, charged with theft"
        return any(a.span == who.span for a in main[0].value.arguments)
    if not JOINED_BY_WORD.search(before):
        return False
    around = within(context.mentions.clauses, context.sentence(clause.span))
    first = [c for c in around if c.span.end <= start and c.value.passive and subject_of(c.value) is not None]
    return any((one := subject_of(c.value)) is not None and one.span == who.span for c in first)


JOINED_BY_WORD = re.compile(r"\b(?:and|but)\s+(?:(?:\w+ly|then|also|later|soon|finally|not)\s+)?$", re.I)
"""Before a participle that surely goes on with another: behind a comma alone it may be of any noun."""

OF_THEM = re.compile(r"(?:\w+|\d+)\s+of\s+(?:them|whom|which)\b", re.I)
"""Some of those told of before: what goes on behind them is told of all or of another."""

TO_A_PLACE = re.compile(r"\b(?:to|into|onto)\s+$", re.I)


def _named(context: Context, who: Argument) -> str:
    """The words for a subject that stands elsewhere: a name, or the noun as far as it only names."""
    told = " ".join(CLAUSE.split(context.text(who.span))[0].split())
    if told.lower() in words("pronouns"):
        return _meant(context, who)
    entity = context.called(who)
    if entity is not None and " and " not in told:
        return entity.name
    whole = " ".join(context.text(who.span).split())
    return told.strip(" ,;:") if told == whole or who.head.lower()[:4] in told.lower() else ""


def _meant(context: Context, who: Argument) -> str:
    """The name for a pronoun, in brackets as no word of the text; "" where it cannot be that."""
    entity, said = context.entity(who.span), context.text(who.span).lower()
    if entity is None or said not in POINTERS or (said in PERSONS and entity.kind != "person"):
        return ""
    if (said == "it" and entity.kind == "person") or _is_between(context, entity, who.span):
        return ""
    return f"[{entity.name}]"


def _is_between(context: Context, entity: Entity, place: Span) -> bool:
    """Whether a sentence names somebody else nearer before a pronoun than whom it is taken to mean."""
    before = Span(context.sentence(place).start, place.start)
    named = [context.at[n.span] for n in within(context.mentions.names, before) if n.span in context.at]
    people = [one.id for one in named if one.kind == "person" or one.id == entity.id]
    return bool(people) and people[-1] != entity.id


def _are_several(named: str, who: Argument) -> bool:
    first = named.split(" of ")[0].split(" for ")[0].split(" in ")[0]
    if named.lower() in ("both", "others", "some", "many", "several", "few", "most"):
        return True
    if re.match(r"(?:a|an|one|another|each|this|that)\b", first, re.I):
        return False
    if re.search(r"\band\b", first) or re.match(
        r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+|these|those)\b", first, re.I
    ):
        return not re.match(r"1\b", first)
    if first.split()[-1] in ("series", "species", "news"):
        return False
    printed = next((w for w in first.split() if w.lower().startswith(who.head.lower()[:4])), first.split()[-1])
    return (printed.islower() or who.head.islower()) and is_plural(printed)


def _agree(named: str, verb: str) -> bool:
    """Whether a plural noun has no verb in the singular: then the clause says more of another noun."""
    first = named.split(" of ")[0].split()
    several = (
        bool(first) and first[-1].islower() and is_plural(first[-1]) and not first[-1].endswith(("ss", "ics", "news"))
    )
    return not (several and re.match(r"\W*(?:was|is|has|does)\b", verb, re.I)) or first[-1] in (
        "series",
        "species",
        "crew",
        "staff",
    )


def _swapped(context: Context, value: Clause, span: Span) -> str:
    """The words of a span with names for the pronouns that take part, and what "who" or nothing stands for put back."""
    parts = [part for part in value.arguments if part.relation in PARTIES]
    meant = Counter(entity.id for part in parts if (entity := context.called(part)) is not None)
    swaps = [*_gap(context, value, span), *_besides(context, value, span), *_whose(context, value, span)]
    for part in parts:
        name, entity = _meant(context, part), context.entity(part.span)
        if not name or entity is None or meant[entity.id] > 1 or not span.covers(part.span):
            continue
        if entity.name.split()[-1] in WORD.findall(context.text(span)):
            continue  # "he was tipped by Felt": he is not Felt
        if part is subject_of(value) or _is_named_before(context, entity, part.span):
            swaps.append(Swap(part.span, name))
    told, at = [], span.start
    for swap in sorted(swaps):
        told += [context.article.text[at : swap.span.start], swap.words]
        at = swap.span.end
    return "".join([*told, context.article.text[at : span.end]])


def _whose(context: Context, value: Clause, span: Span) -> list[Swap]:
    """The name for "his" or "her" where it is the first word that is told: "[Ann Lowe]'s mother"."""
    who = subject_of(value)
    found = (
        HIS.match(context.article.text, who.span.start) if who is not None and who.span.start == span.start else None
    )
    entity = context.at.get(Span(*found.span())) if found is not None else None
    if who is None or found is None or entity is None or entity.kind != "person":
        return []
    if _is_between(context, entity, Span(*found.span())) or entity.name.split()[-1] in context.text(span).split():
        return []
    return [Swap(Span(*found.span()), f"[{entity.name}]'s")]


HIS = re.compile(r"(?:his|her)\b", re.I)


def _besides(context: Context, value: Clause, span: Span) -> list[Swap]:
    """The clause between commas that only says more of a subject, left out: "the mill, which had closed, was sold"."""
    who, text = subject_of(value), context.article.text
    verb = next((c.span for c in context.mentions.clauses if c.value is value), None)
    if who is None or verb is None or not span.covers(who.span) or verb.start < who.span.start:
        return []
    found = WHICH.search(text, who.span.start, verb.start)
    if (
        found is None
        or found.start() > who.span.end
        or who.head.lower() not in text[who.span.start : found.start()].lower()
    ):
        return []
    closed = CLOSING.search(text, found.end(), verb.start)
    if closed is None or not any(
        is_finite(text, c) for c in within(context.mentions.clauses, Span(found.start(), closed.start()))
    ):
        return []
    return [Swap(Span(found.start(), closed.start() + 1), "")]


WHICH = re.compile(r",\s+(?:who|which|whose|whom|where)\b")
CLOSING = re.compile(rf",{HELPING.pattern}", re.I)
"""The comma before a verb with its helping verbs."""


def _is_named_before(context: Context, entity: Entity, place: Span) -> bool:
    """Whether a sentence names somebody before a place: whom an object in it means is else too often unsure."""
    before = Span(context.sentence(place).start, place.start)
    return any(context.at.get(name.span) is entity for name in within(context.mentions.names, before))


def _gap(context: Context, value: Clause, span: Span) -> list[Swap]:
    """The object of "the award she received", put behind its verb."""
    verb = next((c.span for c in context.mentions.clauses if c.value is value), None)
    if value.passive or verb is None:
        return []
    objects = [a for a in value.arguments if a.relation == "object"]
    if len(objects) != 1 or objects[0].span.overlaps(value.span) or objects[0].span.start >= verb.start:
        return []
    thing = " ".join(CLAUSE.split(context.text(objects[0].span))[0].split())
    plain = DETERMINED.match(thing) or thing.lower().startswith(objects[0].head[:3])  # a name's head is as printed
    thing = thing[0].lower() + thing[1:] if plain else thing
    between = context.article.text[objects[0].span.end : min(value.span.start, verb.start)]
    if objects[0].head.lower() not in thing.lower() or not OF_IT.match(between):
        return []
    return [Swap(Span(verb.end, verb.end), f" {thing}")]


def _tidied(told: str) -> str:
    """The words without white space, quotation marks that lost their other half, and marks at either end."""
    told = " ".join(told.split())
    for opened, closed in QUOTES[:2]:
        if told.count(opened) != told.count(closed):
            told = told.replace(opened, "").replace(closed, "")
    if told.count('"') % 2:
        told = told.replace('"', "")
    if "‘" in told and "’" not in told:
        told = told.replace("‘", "")
    told = SAID.sub("", told)
    told = SUBJECT.sub(r"\1 ", told)
    told = BRACKETED.sub("] is ", told)
    told = SHORTENED.sub(lambda found: " " + LONG[found[1].lower()], told)
    told = BEEN.sub(" has", told)
    told = told if ALSO_SO.search(told) else NOT_ONLY.sub("", told)
    if told.count("(") > told.count(")"):
        told += ")"
    told = told.strip(" ,;:-–—_")
    return told.rstrip(".") + ("." if DOTTED.search(told.rstrip(".") + ".") else "")


BRACKETED = re.compile(r"\]['’]s (?=\w+(?:ed|ing|en)\b)")
"""A name in the place of a pronoun before a shortened verb: "he's held"."""


SHORTENED = re.compile(r"(?:\s['’](?=s\b)|(?:(?<=\])|\s)['’](?!s\b))(s|re|ve|ll)(?=\s)", re.I)
"""A helping verb that lost the word it was joined to: "who's held", told of whom it means."""

LONG = {"s": "is", "re": "are", "ve": "have", "ll": "will"}
NOT_ONLY = re.compile(r"\bnot\s+(?:only|just|merely)\s+(?!did|does|do\b)", re.I)
ALSO_SO = re.compile(r"\bnot\s+(?:only|just|merely)\b.*\bbut\b", re.I)
"""What says that a thing is so and another too: without the other it says no more than that it is so."""

BEEN = re.compile(r"\sis(?=\s+been\b)")


def _is_whole(context: Context, clause: Mention[Clause], told: str) -> bool:
    """Whether words tell a clause to its end: not "Lowe swears", nor "was taken to the"."""
    if not 1 < len(told.split()) <= LONGEST or DANGLING.search(told) or UNFINISHED.search(told):
        return False
    verb = context.text(clause.span).lower()
    says = clause.value.predicate in words("attribution_verbs")
    return not (says and not clause.value.passive and told.lower().endswith(verb))
