"""Find events of the PLOVER ontology: who did what to whom, where, when, and whether it happened.

Reads   the parse; Mentions.names, places, times
Gives   Mention[Event], in text order; the mention's span is the word that tells of the event
Misses  events told over several sentences; acts outside the ontology, which are left out on purpose

A word about an act to come is one event, not two: "agreed to withdraw" is AGREE (planned), "demanded that Russia
withdraw" REQUEST (called for), "will impose sanctions" THREATEN (planned), "refused to withdraw" REJECT (denied).
"""

from bisect import bisect_left
from typing import Any

from twosource.annotate.events_parties import SECTORS, Coder, Mark, has_country
from twosource.annotate.events_roles import PLACES, Setting, cast
from twosource.annotate.events_types import (
    CONFLICTUAL,
    COOPERATIVE,
    SPEECH,
    Pattern,
    match,
    mode_of,
    nouns,
    turned,
    widened,
)
from twosource.annotate.parse import Parse, span_of
from twosource.annotate.predicates import predicates
from twosource.annotate.status import CONDITIONS, governs
from twosource.annotate.syntax import Kids, Predicate, children
from twosource.model import Event, Mention, Mentions, Party, Span
from twosource.model.mention import Status
from twosource.text.lexicon import words

BY = "events/1"

TIMES = ("time", "on", "in", "at", "since", "before", "after", "during", "by", "until", "from", "for")
"""Relations in which a time mention dates its act, surest first."""

CEASING = frozenset({"cease", "discontinue", "end", "halt", "quit", "stop", "suspend"})

FORCE = frozenset({"PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT"})
"""Types that can be told by what befalls someone, without an actor."""

DOER = frozenset({"subject", "modifier", "agent", "by", "between", "against"})
"""Relations of which an event noun needs one: without doer or victim it tells of no event."""

Fitting = dict[int, Pattern | None]


def find_events(parse: Parse, found: Mentions) -> tuple[Mention[Event], ...]:
    """Return the events of the article in text order; actors and recipients are coded where the text allows it."""
    kids = parse.once(children)
    clauses = {predicate.token.i: predicate for predicate in parse.once(predicates)}
    fitting = {i: None if p.nominal else match(p, kids) for i, p in clauses.items()}
    fitting = {i: _ceased(clauses[i], fitting) or pattern for i, pattern in fitting.items()}
    coder = Coder(parse, found)
    events = []
    for i, predicate in clauses.items():
        pattern = _nominal(predicate, fitting, coder.marks) if predicate.nominal else fitting[i]
        asked = pattern is None and _must(predicate, clauses, kids)
        if asked:
            pattern = Pattern((), "REQUEST", "", ())
        if (
            pattern is None
            or _is_ceased(predicate, clauses, fitting)
            or _is_condition(predicate, kids)
            or _is_told(predicate, clauses, fitting)
            or _is_purpose(predicate, kids)
        ):
            continue
        event = _event(Setting(predicate, pattern, kids, coder, clauses), asked, found)
        if event is not None:
            events.append(Mention(event, span_of(predicate.token), BY))
    return tuple(events)


def _nominal(predicate: Predicate, fitting: Fitting, marked: dict[int, Mark]) -> Pattern | None:
    """The type of an event noun that stands with its doer or victim, unless its verb tells the event already."""
    kind = nouns().get(predicate.lemma)
    above = fitting.get(predicate.governor)
    if kind is None or (above is not None and (above.conditions or above.type in SPEECH | {kind[0]})):
        return None
    relations = {
        arg.relation
        for arg in predicate.args
        if arg.relation != "modifier" or not marked.get(arg.head.i, Mark("", place=True)).place
    }
    if predicate.status != "happened" and predicate.token.dep_ == "dobj" and kind[0] in FORCE | {"CONSULT"}:
        return Pattern((), kind[0], kind[1], ())  # "plan a strike", "announced a summit"
    if not relations & DOER or (kind[0] == "AID" and not relations & {"to", "for"}):
        return None
    return Pattern((), kind[0], kind[1], ("against", "on", "of", "with"))


def _must(predicate: Predicate, clauses: dict[int, Predicate], kids: Kids) -> bool:
    """Whether the clause is a reported "X must ...": a request, whatever is asked."""
    above = clauses.get(predicate.governor)
    if above is not None and above.lemma in {"have", "need", "ought"} and above.token.dep_ == "ccomp":
        return predicate.status == "called for" and above.governor in clauses
    if predicate.nominal or predicate.status != "called for" or above is None or predicate.token.dep_ != "ccomp":
        return False
    return not above.nominal and any(
        t.dep_ == "aux" and t.lower_ in {"must", "should"} for t in kids[predicate.token.i]
    )


def _is_told(predicate: Predicate, clauses: dict[int, Predicate], fitting: Fitting) -> bool:
    """Whether the act is only what a word of agreement, request, refusal or threat is about."""
    node = predicate
    for _ in range(3):  # "agreed to try to begin to": deeper is not in print
        above = clauses.get(node.governor)
        if above is None or node.token.dep_ not in {"xcomp", "ccomp", "pcomp", "conj", "acl", "dobj", "pobj"}:
            return False
        pattern = fitting.get(above.token.i)
        if pattern is not None and pattern.type in SPEECH and predicate.status != "happened":
            return True
        if pattern is not None and predicate.status == "denied":
            return True
        node = above
    return False


def _ceased(predicate: Predicate, fitting: Fitting) -> Pattern | None:
    """What "stop", "end" and the like make of the act that they end: a stop to shelling is a retreat."""
    arg = predicate.first("complement")
    inner = fitting.get(arg.head.i) if arg and predicate.lemma in CEASING and not predicate.nominal else None
    if inner is None:
        return None
    if inner.type in CONFLICTUAL:
        return Pattern((), "RETREAT", "ceasefire", ("complement",))
    return Pattern((), "SANCTION", "discontinue", ("complement",)) if inner.type in COOPERATIVE else None


def _is_ceased(predicate: Predicate, clauses: dict[int, Predicate], fitting: Fitting) -> bool:
    """Whether the act is only the one that a "stop" ends."""
    above = clauses.get(predicate.governor)
    if above is None or above.lemma not in CEASING or predicate.token.dep_ != "xcomp":
        return False
    return fitting.get(above.token.i) is not None


def _is_condition(predicate: Predicate, kids: Kids) -> bool:
    """Whether the clause only says on what condition something else would be."""
    return any(kid.dep_ == "mark" and kid.lower_ in CONDITIONS for kid in kids[predicate.token.i])


def _is_purpose(predicate: Predicate, kids: Kids) -> bool:
    """Whether the clause only says what something is for: "troops arrived to protect", "the right to strike"."""
    token = predicate.token
    if predicate.nominal or token.tag_ != "VB" or not any(t.lower_ == "to" and t.dep_ == "aux" for t in kids[token.i]):
        return False
    if token.dep_ == "advcl" and governs(token.head.lemma_.lower()):
        return any(t.dep_ == "dobj" for t in kids[token.head.i])
    return token.dep_ == "advcl" or (token.dep_ in {"acl", "relcl"} and predicate.status == "possible")


def _event(setting: Setting, asked: bool, found: Mentions) -> Event | None:
    """Code one event; None when its status leaves nothing of it or nobody in it is known."""
    predicate, pattern = setting.predicate, setting.pattern
    told: Status = "planned" if _is_weighed(setting) else predicate.status
    pattern = _threatening(setting) or pattern
    kind = turned(pattern.type, told, predicate.negated, _is_conditional(setting))
    if not kind:
        return None
    asked = asked or told == "called for"
    actors, recipients = cast(setting, kind, asked)
    mode = mode_of(predicate, pattern, setting.kids)
    if not _is_political(setting, kind, mode, actors, recipients):
        return None
    status: Status = predicate.status
    if status == "happened" and predicate.negated:
        status = "denied"
    return Event(
        type=kind,
        mode=mode,
        context=setting.coder.contexts(predicate.token),
        actors=actors,
        recipients=recipients,
        status=status,
        place=_mentioned(setting, found.places, PLACES),
        time=_mentioned(setting, found.times, TIMES),
    )


def _is_political(
    setting: Setting, kind: str, mode: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> bool:
    """Whether the parties make it an event of politics, and not an accident, a match or a family matter.

    Acts of words and of help need a known actor. Force needs a party; without a doer, or by a force of nature, it
    also needs words for the means in an article that tells of an accident.
    """
    if kind not in FORCE:
        return any(party.code for party in actors) and any(has_country(party) for party in actors + recipients)
    if not any(party.code for party in actors + recipients):
        return False
    subject = setting.predicate.first("subject", "agent")
    if subject is not None and subject.head.lemma_.lower() in words("natural_causes"):
        return False
    armed = any(len(party.code) > 3 or party.code in SECTORS for party in actors)
    return bool(mode) or armed or not setting.coder.accident or kind != "ASSAULT"


def _mentioned(setting: Setting, mentions: tuple[Mention[Any], ...], relations: tuple[str, ...]) -> Span | None:
    """The place or time mention in an argument of the act, in the order of `relations`; for times, else beside it."""
    args = widened(setting.predicate, setting.kids)
    for relation in relations:
        for arg in args:
            if arg.relation == relation:
                span = _first_within(mentions, arg.span)
                if span is not None:
                    return span
    return None


def _first_within(mentions: tuple[Mention[Any], ...], span: Span) -> Span | None:
    at = bisect_left(mentions, span.start, key=lambda mention: mention.span.start)
    return mentions[at].span if at < len(mentions) and span.covers(mentions[at].span) else None


def _is_conditional(setting: Setting) -> bool:
    """Whether the act hangs on what someone else does: "will withdraw unless ..."."""
    kids = setting.kids
    return any(inner.lower_ in {"unless", "until"} for kid in kids[setting.predicate.token.i] for inner in kids[kid.i])


def _threatening(setting: Setting) -> Pattern | None:
    """A pledge or readiness to do harm is a threat: "vowed to crush", "is ready to strike"."""
    arg = setting.predicate.first("complement")
    if setting.pattern.type != "AGREE" or arg is None or setting.predicate.lemma in {"agree", "offer", "consent"}:
        return None
    verbs = [arg.head, *(kid for kid in setting.kids[arg.head.i] if kid.dep_ == "xcomp")]
    told = (match(setting.clauses[verb.i], setting.kids) for verb in verbs if verb.i in setting.clauses)
    if any(inner and inner.type in CONFLICTUAL - {"MOBILIZE"} for inner in told):
        return setting.pattern._replace(type="THREATEN")
    return None


def _is_weighed(setting: Setting) -> bool:
    """Whether an act that is only possible is in the air: "it may cut aid", "is considering leaving"."""
    predicate = setting.predicate
    if predicate.status != "possible" or predicate.passive:
        return False
    above = setting.clauses.get(predicate.governor)
    modal = any(
        kid.dep_ == "aux" and kid.lower_ in {"may", "might", "could", "would"}
        for kid in setting.kids[predicate.token.i]
    )
    return modal or (above is not None and above.lemma in {"consider", "contemplate", "mull", "weigh"})
