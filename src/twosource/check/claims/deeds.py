"""Ask after a deed in plain words: "was Ann Lowe arrested", "did the fire break out", "were police called to a house".

Reads   a clause, its article
Gives   the words that follow "When" or "Where" in a question
Misses  whose deed it was where a pronoun stands that nobody resolved: then the deed alone is asked after
"""

import re
from collections import Counter
from collections.abc import Iterable

from twosource.check.claims.asking import PREPOSITIONS, STOP, times_behind, whole
from twosource.check.claims.deed_parts import CLAUSE, LONGEST, UNQUOTED, named, with_owner
from twosource.check.context import Context, within
from twosource.check.coreference.words import noun_kind, phrase_kind
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import is_plural
from twosource.model import Argument, Clause, Mention
from twosource.text.lexicon import mapping, words

BEHIND = frozenset({"to", "with", "into", "from", "of", "on", "for"})
"""Prepositions of what belongs to a deed right behind it ("charged with murder", "placed on the reserve list")."""

BE = re.compile(r"\b(was|were|is|are|has|have|had|be|been|being)\b", re.I)
SEVERAL = re.compile(r"\b(?:and|both|two|three|four|several|all)\b|[^s]s$", re.I)
ONE = re.compile(r"\b(?:series|news|politics|headquarters)$", re.I)
PLANNED = frozenset({"planned", "called for", "possible"})


def asked_after(context: Context, clause: Mention[Clause]) -> str:
    """Return a deed as it stands in a question behind "when" or "where", "" where nobody is known to have done it.

    Of a noun that tells an event only the noun is kept.
    """
    value = clause.value
    if value.nominal:
        return of_noun(context.text(clause.span).lower())
    relation = "object" if value.passive else "subject"
    who = _nearest(context, clause, [a for a in value.arguments if a.relation == relation])
    if who is None:
        relation, who = "object", next((a for a in value.arguments if a.relation == "object"), None)
    subject = with_owner(context, who, named(context, who)) if who else ""
    if who is None or not subject or subject.partition(" ")[0].lower() in ASKING or _is_place(context, who, value):
        return ""
    ahead = value.status in PLANNED
    if ahead and not value.tense and _is_purpose(context, clause):
        return ""  # "while visiting a neighbour to welcome her": nobody said that it will be
    if is_gerund(context, clause) and (ahead or relation == "object"):
        thing = next((a for a in value.arguments if a.relation == "object"), None)
        told = named(context, thing) if thing is not None else ""
        return f"was the {context.text(clause.span).lower()} of {told}" if told else ""
    if relation == "object" or _is_participle(context, clause):
        helper = "will" if ahead else _be(context, clause, who, subject)
        told = _joined(context.text(clause.span).lower(), completed(clause))
        return _joined(helper, subject, "be" if ahead else "", told, _rest(context, clause))
    if value.predicate.partition(" ")[0] == "be":
        return _joined("will" if ahead else _be(context, clause, who, subject), subject, value.predicate[3:])
    return _active(context, clause, who, _joined("will" if ahead else "did", subject))


def _active(context: Context, clause: Mention[Clause], who: Argument, asked: str) -> str:
    """A deed told by an active verb behind the helper and the subject; "" where its object cannot be shown."""
    value = clause.value
    thing = next((a for a in value.arguments if a.relation == "object" and a.span.start >= clause.span.end), None)
    if thing is not None and "," in context.article.text[clause.span.end : thing.span.start]:
        thing = None  # "a hundred have died, eight of them children": no verb has its object behind a comma
    if thing is None and value.predicate == "become":
        thing = became(value)
    told = _as_object(named(context, thing)) if thing else ""
    if NO_NOUN.fullmatch(told):
        return ""  # "announced today (4 May)": the parse takes the date for what was announced
    if told:
        behind = _to_do(context, clause) or _became_so(context, clause, thing) or _completes(context, clause, thing)
    else:
        behind = _rest(context, clause) or _goes_on(context, clause) or _way(context, clause)
    if not told and not behind and any(a.relation == "object" for a in value.arguments):
        return ""  # "which it passed in May": of what it was done no words can be shown
    if not told and not behind and value.predicate in words("object_verbs"):
        return ""  # "the gate locked": what was done to whom the parse has lost
    verb, _, particle = value.predicate.partition(" ")
    if particle and told in AROUND:
        return _joined(asked, verb, told, particle, behind)  # "wrap it up"
    if verb == "fire" and not particle and not told and not behind and not _is_weather(who):
        return _joined(asked, "open fire")  # whom somebody fires is told: this is a gun
    return _joined(asked, value.predicate, told, behind)


def _is_participle(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a verb is a participle that says what befell its subject: "two were found stabbed", "had it retired"."""
    value, verb = clause.value, context.text(clause.span).lower()
    if (
        value.nominal
        or value.passive
        or value.status in PLANNED
        or not verb.endswith(("ed", "en"))
        or verb == value.predicate
    ):
        return False
    return not value.tense or FOUND.search(_before(context, clause)) is not None


def _before(context: Context, clause: Mention[Clause]) -> str:
    return context.article.text[context.sentence(clause.span).start : clause.span.start]


FOUND = re.compile(r"\b(?:was|were|been|be)\s+(?:also\s+|later\s+|\w+ly\s+)?(?:found|left|reported)\s+$")
"""Before a participle that tells what befell somebody: "was found stabbed"."""


def _nearest(context: Context, clause: Mention[Clause], found: list[Argument]) -> Argument | None:
    """The first of several subjects, or the name behind it that a comma parts from it: "A painter, Lowe was born"."""
    first = found[0] if found else None
    if first is None or len(found) == 1 or found[1].span.end > clause.span.start:
        return first
    return found[1] if context.article.text[first.span.end : found[1].span.start].strip() == "," else first


def _is_weather(who: Argument) -> bool:
    """Whether a subject can fire no gun: "storms will fire at noon"."""
    return noun_kind(who.head.lower().removesuffix("s")).startswith(("storm", "quake", "flood"))


def _is_purpose(context: Context, clause: Mention[Clause]) -> bool:
    """Whether an infinitive stands behind a noun for somebody, or their line: it says what they were there for."""
    lead = context.article.text[context.sentence(clause.span).start : clause.span.start]
    found = TO_DO.search(lead)
    return found is not None and (is_person(found[1]) or found[1] in LINES)


ASKING = frozenset({"what", "which", "whatever", "whichever", "how", "whose"})
"""Words with which a phrase asks, and names nobody."""

LINES = frozenset({"line", "lines", "queue", "queues", "row", "crowd"})
TO_DO = re.compile(r"\b([a-z]+)\s+to\s+$")

AROUND = frozenset({"it", "him", "her", "them", "himself", "herself", "itself", "themselves"})
"""Words that stand between a verb and its particle."""

OBJECTS = {"he": "him", "she": "her", "they": "them"}


def _as_object(told: str) -> str:
    """What a deed was done to, a pronoun in the form that it has behind a verb."""
    return OBJECTS.get(told, told)


def _goes_on(context: Context, clause: Mention[Clause]) -> str:
    """What stands right behind a verb without an object and completes it: "to buy the mill", "that it had paid"."""
    for argument in clause.value.arguments:
        between = context.article.text[clause.span.end : argument.span.start]
        if argument.relation == "complement" and argument.span.start >= clause.span.end and not between.strip():
            timed = within(context.mentions.times, argument.span)
            end = timed[0].span.start if timed else argument.span.end
            told = CLAUSE.split(context.article.text[argument.span.start : end].removeprefix("that "))[0]
            return whole(UNQUOTED.sub("", told).split(), SHORT)
    return ""


SHORT = 7
"""Words of what completes a verb, at the most."""


def _way(context: Context, clause: Mention[Clause]) -> str:
    """The particle right behind a verb with what stands behind it: "out of the jail", "away from the shop"."""
    if " " in clause.value.predicate:
        return ""  # "came back": the particle is told already
    sentence = context.sentence(clause.span)
    lead = WAY.match(context.article.text, clause.span.end, sentence.end)
    return f"{lead['way']} {_phrase(context, lead.end(), sentence.end)}".strip() if lead else ""


WAY = re.compile(r"\s+(?P<way>(?:out|away|off|back|up|down|over)(?:\s+(?:of|from|into|to|onto|in|on))?)\b", re.I)


def _became_so(context: Context, clause: Mention[Clause], thing: Argument | None) -> str:
    """What a verb made of its object, right behind it: "dead" of "left two dead"."""
    if thing is None or clause.value.predicate not in MAKES_SO:
        return ""
    for argument in clause.value.arguments:
        told = context.text(argument.span).split()
        if argument.relation == "complement" and context.article.text[thing.span.end : argument.span.start] == " ":
            return " ".join(told) if len(told) <= FEW and told[0].islower() and told[0] != "to" else ""
    return ""


MAKES_SO = frozenset({"leave", "make", "keep", "find", "declare", "pronounce", "render", "set", "hold", "get"})
FEW = 3
"""Verbs that say little without what they made of something, and how many words that has."""


def _completes(context: Context, clause: Mention[Clause], thing: Argument | None) -> str:
    """What stands behind the object of a verb that says little without it: "put the bond on review"."""
    if thing is None or clause.value.predicate not in UNFINISHED or thing.span.end < clause.span.end:
        return ""
    sentence = context.sentence(clause.span)
    end = thing.span.end
    lead = LEAD.match(context.article.text, end, sentence.end)
    return _phrase(context, end, sentence.end) if lead and "," not in context.text(thing.span) else ""


UNFINISHED = frozenset(
    {"put", "place", "send", "allow", "bring", "keep", "drive", "turn", "move", "lead", "let", "force", "urge", "order",
     "call on", "drag", "pull", "lure", "mistake"}
)  # fmt: skip
"""Verbs that with an object alone do not say what was done to it."""

LEAD = re.compile(rf"\s+(?:{'|'.join(sorted(PREPOSITIONS))})\b")


def _phrase(context: Context, start: int, end: int) -> str:
    """The words of a text up to where another clause or a time begins, few and whole."""
    timed = times_behind(context, start, end)
    stop = timed[0].span.start if timed else end
    told = STOP.split(UNQUOTED.sub("", context.article.text[start:stop]), maxsplit=1)[0].split()
    while told and told[-1].lower() in PREPOSITIONS:
        told.pop()
    return whole(told, SHORT)


def without_place(asked: str, place: str) -> str:
    """Return what is asked without the place that answers it: "did fights break out" of "... on the pier".

    >>> without_place("did fights break out on the old pier", "the old pier")
    'did fights break out'
    """
    at = asked.casefold().find(place.casefold())
    if not place or at <= 0 or at + len(place) != len(asked):
        return asked
    told = asked[:at].split()
    while told and told[-1].lower() in PREPOSITIONS:
        told.pop()
    return " ".join(told) if len(told) > len(("did", "it", "happen")) - 1 else asked


def is_gerund(context: Context, clause: Mention[Clause]) -> bool:
    """Return whether a clause is told by a verb in "-ing" alone: "accused of killing a guard"."""
    value = clause.value
    return not value.tense and not value.passive and context.text(clause.span).lower().endswith("ing")


def became(value: Clause) -> Argument | None:
    """Return what somebody is said to have become, where a noun says it; None for "became angry"."""
    if value.tense != "past" or value.negated:
        return None
    return next((a for a in value.arguments if a.relation == "complement" and is_person(a.head.lower())), None)


def _to_do(context: Context, clause: Mention[Clause]) -> str:
    """What somebody was asked, told or helped to do, in a few words: "to pose for a magazine"."""
    for argument in clause.value.arguments:
        told = CLAUSE.split(context.text(argument.span))[0].split()
        if argument.relation == "complement" and told[:1] == ["to"] and len(told) <= LONGEST:
            timed = within(context.mentions.times, argument.span)
            return "" if timed else " ".join(told)
    return ""


def completed(clause: Mention[Clause]) -> str:
    """Return the word right behind a verb that with it tells one deed: "go" of "was let go", "" where there is none."""
    value = clause.value
    behind = (a for a in value.arguments if a.relation == "complement" and a.span.start == clause.span.end + 1)
    return next((a.head for a in behind if phrase_kind(value.predicate, a.head.lower())), "")


def _is_place(context: Context, who: Argument, value: Clause) -> bool:
    """Whether a place stands where an event should: "a fire in Arle, which broke out at nine"."""
    entity = context.entity(who.span)
    begins = value.predicate in mapping("aspect_verbs")
    return begins and entity is not None and entity.kind == "place" and who.head[:1].isupper()


def of_noun(noun: str) -> str:
    """Return an event that a noun names as a question has it.

    >>> of_noun("robbery"), of_noun("talks")
    ('was the robbery', 'were the talks')
    """
    return f"{'were' if SEVERAL.search(noun) and not ONE.search(noun) else 'was'} the {noun}"


def best_asked(asked: Iterable[str]) -> str:
    """Return the wording that most claims share, else the one whose words the others have, held back by its length.

    Instead of one that asks after "her" the same is asked by name, where another claim does so.
    """
    counts = Counter(one for one in asked if one)
    stems = {one: set(one.lower().split()) for one in counts}
    shared = Counter(word for one, times in counts.items() for word in stems[one] for _ in range(times))
    worth = {one: sum(shared[word] for word in sorted(stems[one])) / (len(stems[one]) + LONGEST) for one in counts}
    best = max(counts, key=lambda one: (worth[one], one), default="")
    if not OF_WHOM.match(best):
        return best
    told = set(best.lower().split()[2:])
    named = [one for one in counts if not OF_WHOM.match(one) and len(told & stems[one]) * 2 > len(told)]
    return max(named, key=lambda one: (worth[one], one), default=best)


OF_WHOM = re.compile(r"(?:did|do|does|was|were|will|is|are|has|have) (?:he|she|it|they|his|her|its|their)\b", re.I)
"""How a question begins that asks after somebody whom only its own text names."""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _be(context: Context, clause: Mention[Clause], who: Argument, subject: str) -> str:
    """The verb "be" of a passive in the past, in the number of its subject."""
    text = context.article.text
    found = BE.findall(text[who.span.end : clause.span.start]) if who.span.end <= clause.span.start else []
    if found and found[0].lower() in ("was", "is", "has"):
        return "was"
    if found and found[0].lower() in ("were", "are", "have"):
        return "were" if _may_be_several(context, who, subject) else "was"
    entity = context.entity(who.span) if who.head.lower() in words("pronouns") else None
    one = entity is not None and entity.kind == "person"
    return "were" if SEVERAL.search(subject) and who.head.islower() and not one else "was"


def _may_be_several(context: Context, who: Argument, subject: str) -> bool:
    """Whether a subject with a verb for several is told whole: of "his mother and his sister were" only one may be."""
    entity = context.at.get(who.span)
    if entity is not None:
        return entity.kind != "person"
    return bool(SEVERAL.search(subject)) or not who.head.islower() or not _is_single(who.head)


def _is_single(noun: str) -> bool:
    return is_noun(noun) and not is_plural(noun) and noun not in words("collective_nouns")


NO_NOUN = re.compile(r"[\d.,\s]+")
"""A number alone."""


def _behind_time(context: Context, clause: Mention[Clause]) -> int:
    """Where a predicate ends, with a time right behind it: "headed Tuesday to Arle"."""
    for time in within(context.mentions.times, context.sentence(clause.span)):
        if time.span.start > clause.span.end and re.fullmatch(
            r"\s+(?:on\s+|early\s+|late\s+)?", context.article.text[clause.span.end : time.span.start]
        ):
            return time.span.end
    return clause.span.end


def _rest(context: Context, clause: Mention[Clause]) -> str:
    """What stands right behind the predicate and belongs to it, with its preposition."""
    end = _behind_time(context, clause)
    for argument in clause.value.arguments:
        between = (
            " ".join(context.article.text[end : argument.span.start].split()) if argument.span.start >= end else "-"
        )
        if argument.relation in BEHIND and between.lower() == argument.relation:
            timed = any(
                time.span.overlaps(argument.span)
                for time in within(context.mentions.times, context.sentence(clause.span))
            )
            told = "" if timed else " ".join(CLAUSE.split(context.text(argument.span))[0].split())
            return f"{argument.relation} {told}" if told and len(told.split()) <= LONGEST else ""
    return ""
