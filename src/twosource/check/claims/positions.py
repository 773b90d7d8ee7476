"""Claims about what somebody demands, offers, promises, refuses or agrees to.

Reads   clauses whose verb takes a position, and nouns that call for something, with whoever is told to hold it
Gives   position claims, each readable as one sentence: holder, verb, content
Misses  positions that are told as deeds ("troops will stay until ..."), wishes, plans and intentions

A wish of what one does oneself ("wanted to leave") asks nothing of anybody, and what is sought, offered or refused in
another's clause ("proposing to build must consult") is nobody's demand.
"""

import re
from functools import cache

from twosource.check.claims.making import make_claim
from twosource.check.claims.wanted import OPEN, Told, Verb, contents_of, parts
from twosource.check.claims.wording import as_subject, one_line, whole
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_person
from twosource.check.language.plurals import forms_of
from twosource.check.language.words import content_words, sense
from twosource.check.voices.chains import UNNAMED, chain_of, name_of, source_name
from twosource.check.voices.vouching import SOMEBODY, can_vouch
from twosource.model import Argument, Attribution, Claim, Clause, Mention, Span, hull
from twosource.text.lexicon import mapping, table, words

BY = "statements position"
NOUNS = {"call": "call for", "demand": "demand", "request": "ask for", "appeal": "appeal for", "plea": "plead for"}
"""Nouns that ask for something, and their verb: "her call for a truce"."""

NEEDS_NONE = frozenset({"call", "press", "push", "plead"})
"""Verbs that with an object tell a deed: "called the police for a smell"."""

RULES = re.compile(r"\b(?:requirements?|rules?|orders?|demands?|proposals?|laws?|requir\w+|demand\w+) that\s+$", re.I)
"""What is wanted of somebody is not what he wants: "a rule that agencies seek advice"."""

ONLY_THOSE = re.compile(r"\s*(?:who|that|which)\b", re.I)
"""What singles out some of a kind, of which no one is named: "those who reject it"."""

LONGEST = 45
"""Words of a content at the most: what is longer has run on into what is told besides."""

DENIABLE = frozenset({"demand", "ask for", "offer", "promise"})
"""The sorts of position that can be said to be none: who does not agree may refuse or be silent."""


def positions(context: Context) -> tuple[Claim, ...]:
    """Return the position claims of an article, in text order."""
    cues = _cues(context)
    found: list[Claim] = []
    for clause in context.mentions.clauses:
        verb = _verb(clause.value)
        if verb is None or not context.speaks(clause.span) or not _takes(context, clause):
            continue
        attribution = cues.get(clause.span.start)
        holder = _holder(context, clause, attribution)
        if holder:
            helper = HELPERS.get(clause.value.tense, "would")
            for told in contents_of(context, clause, verb, attribution):
                found += _claim(context, (holder, helper), verb, told, clause.value.negated, attribution)
    for attribution in context.mentions.attributions:
        found += _called_for(context, attribution)
    return tuple(found)


HELPERS = {"past": "did", "present": "do", "future": "will"}


def _cues(context: Context) -> dict[int, Mention[Attribution]]:
    """The attributions by the place of each word of their cues: a clause finds its own by its verb."""
    text = context.article.text
    return {
        cue.start + word.start(): attribution
        for attribution in reversed(context.mentions.attributions)
        for cue in attribution.value.cue
        for word in re.finditer(r"\S+", text[cue.start : cue.end])
    }


@cache
def _verbs() -> dict[str, Verb]:
    rows = (*table("position_verbs"), *table("command_verbs"))
    return {row[0]: Verb(row[0], row[1], frozenset(row[2].split() if len(row) > 2 else ())) for row in rows}


def _verb(value: Clause) -> Verb | None:
    """The verb of position of a clause, with the preposition that leads to what is wanted; None when it has none."""
    plain = value.predicate in NEEDS_NONE and any(argument.relation == "object" for argument in value.arguments)
    for argument in value.arguments:
        if (found := _verbs().get(f"{value.predicate} {argument.relation}")) and not plain:
            return found
    return _verbs().get(value.predicate)


def _takes(context: Context, clause: Mention[Clause]) -> bool:
    """Whether a clause tells that somebody takes a position, as a fact or a plan: in the active, and in no question."""
    value = clause.value
    if value.nominal or value.passive or value.status not in ("happened", "planned"):
        return False
    before = context.article.text[max(0, clause.span.start - len("would have never ")) : clause.span.start]
    finite = bool(value.tense) or re.search(r"\bwould\s+(?:\w+\s+)?$", before) is not None
    return finite and not context.text(context.sentence(clause.span)).rstrip("”\"' ").endswith("?")


def _holder(context: Context, clause: Mention[Clause], attribution: Mention[Attribution] | None) -> str:
    """Who takes the position, "" where that is nobody who could."""
    subject = next((a for a in clause.value.arguments if a.relation == "subject"), None)
    if subject is not None and subject.head.lower() == "it":
        return _speaking_body(context, clause)
    if subject is None or subject.head.lower() in OPEN:
        return ""
    text = context.article.text
    if RULES.search(text[max(0, subject.span.start - len("requirements that  ")) : subject.span.start]):
        return ""
    if subject.span.end < clause.span.start and ONLY_THOSE.match(text, subject.span.end):
        return ""
    name = UNNAMED
    own = attribution is not None and bool(attribution.value.source) and not _is_relative(context, attribution.value)
    if attribution is not None and own and not _is_another(subject, attribution.value.source[0]):
        name = source_name(context, attribution.value)
    if name == UNNAMED:
        name = name_of(context, subject.span)
    return name if name != UNNAMED and _can_hold(context, subject, name) else ""


def _is_another(subject: Argument, source: Span) -> bool:
    """Whether the subject of a verb is named, and is not whom its attribution cites."""
    named = subject.head.lower() not in words("pronouns") | {"who", "which", "that"}
    return named and not source.overlaps(subject.span)


def _speaking_body(context: Context, clause: Mention[Clause]) -> str:
    """The body that says what "it" wants: "the office said it will seek a truce"; "" where a person says it."""
    for attribution in within(context.mentions.attributions, context.sentence(clause.span)):
        value = attribution.value
        if value.source and any(content.covers(clause.span) for content in value.content):
            name, people = source_name(context, value), context.entities(value.source[0])
            whole_name = any(one.kind == "person" and one.name == name for one in people)
            return "" if name == UNNAMED or whole_name or is_person(name.split()[-1].lower()) else name
    return ""


def _is_relative(context: Context, value: Attribution) -> bool:
    return context.text(value.source[0]).lower() in ("who", "which", "that")


def _can_hold(context: Context, subject: Argument, name: str) -> bool:
    """Whether a subject is somebody or some body: "comments", "the lawsuit" and "Hours" want nothing."""
    head = subject.head.lower()
    if head in words("pronouns") | {"which"}:
        return can_vouch(name) if name[:1].islower() else True
    entity = context.called(subject)
    if entity is not None and subject.head[:1].isupper():
        return entity.kind in ("person", "organisation", "group", "place")
    return any(is_person(form) or mapping("noun_kinds").get(form, "") in SOMEBODY for form in forms_of(head))


def _called_for(context: Context, attribution: Mention[Attribution]) -> tuple[Claim, ...]:
    """What is asked for by a noun: "her call for a truce was heard"."""
    value = attribution.value
    if value.stance != "demands" or value.negated or not value.source or not value.cue or not value.content:
        return ()
    noun, _, led = context.text(value.cue[0]).lower().removesuffix("s").partition(" ")
    nominal = any(c.value.nominal and c.span.start == value.cue[0].start for c in context.mentions.clauses)
    if not nominal or led != "for" or noun not in NOUNS or value.content[0].start < value.cue[0].end:
        return ()
    holder = source_name(context, value)
    if holder == UNNAMED or (holder[:1].islower() and not can_vouch(holder)):
        return ()
    sort = "demand" if noun in ("call", "demand") else "ask for"
    verb = Verb(NOUNS[noun], sort, frozenset({"np"}))
    told = (Told(part, one_line(context.text(part)), thing=True) for part in parts(context, hull(value.content)))
    return tuple(c for one in told for c in _claim(context, (holder, "do"), verb, one, False, attribution))


def _is_number(said: str) -> bool:
    """Whether nothing but a number is wanted, of what is told elsewhere: "had promised five"."""
    keys = content_words(said)
    plain = all(key[0].isdigit() or key in words("number_words") for key in keys)
    return plain and re.search(r"[$€£¥%]", said) is None


SENTENCE = re.compile(r"(?<=[a-z]{3}[.!?])[”\"']*\s+(?=[“\"'`A-Z])")
"""Where a sentence ends within what is said to be wanted."""

AND_SAYS = re.compile(
    r",\s+(?:and|but)\s+(?:[\w.'’-]+\s+){1,5}?(?:has\s+|have\s+|had\s+)?(?:said|says|told|say)\b.*$", re.S
)
"""What another says, behind what is wanted: "that it be shut, and the mayor has said …"."""

BACK = re.compile(
    r"\s+(back|out|home|gone|dead|alive|free|freed|closed|shut)\b"
    r"(?=\s*[,.;”\"]|\s+(?:and|but|in|on|at|by|for|from)\b|$)"
)
"""How somebody wants a thing to be: "wants her son back"."""


def _unwanted(by: tuple[str, str], verb: Verb, told: Told, said: str) -> str:
    """What is not wanted, in words that can be read behind a question of what is: "did not ask for a pardon"."""
    if told.whom or re.match(r"to\s", said):
        return f"not {said}"
    plain = as_subject(by[0], by[1]).split()[0]
    return f"{plain} not {verb.shown} {said}"


POINTS_AT = re.compile(r"(?:the|this|that|these|those|his|her|its|their|such)\s[a-z][\w-]*")
"""A thing of which only the sentences before say which it is: "the offer"."""

UNSAID = re.compile(r"\bto (?:say|think|know|tell|believe|ask|hear)$")
"""The end of what is wanted that lost what is to be said."""


def _claim(
    context: Context,
    by: tuple[str, str],
    verb: Verb,
    told: Told,
    negated: bool,
    attribution: Mention[Attribution] | None,
) -> tuple[Claim, ...]:
    holder, helper = by
    said = AND_SAYS.sub("", whole(SENTENCE.split(told.said)[0]))
    back = BACK.match(context.article.text, told.span.end) if told.thing and verb.shown == "want" else None
    said += f" {back[1]}" if back else ""
    keys = content_words(said)
    if UNSAID.search(said) or (told.thing and POINTS_AT.fullmatch(said)):
        return ()
    if not said or not keys or _is_number(said) or len(said.split()) > LONGEST or told.whom == holder:
        return ()
    if (negated and not (told.thing and verb.sort in DENIABLE)) or (
        told.thing and re.match(r"(?:no|not)\b", said, re.I)
    ):
        return ()
    chain = chain_of(context, told.span, without=attribution) or (holder,)
    whom = f" {told.whom} to do" if told.whom else ""
    return (
        make_claim(
            context,
            "position",
            told.span,
            measure=f"{verb.sort} {' '.join(dict.fromkeys(keys))}",
            value=said if not negated else _unwanted(by, verb, told, said),
            subject=holder,
            polarity=not negated,
            value_key=" ".join(sorted({sense(word) for word in keys})),
            chain=chain,
            scope="|".join(sorted({holder, *chain})),
            asked=f"{as_subject(holder, helper)} {verb.shown}{whom}",
            rule=BY,
        ),
    )
