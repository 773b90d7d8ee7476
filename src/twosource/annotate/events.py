"""Find events of the PLOVER ontology: who did what to whom, where, when, and whether it happened.

Reads   the parse; Mentions.names, places, times
Gives   Mention[Event], in text order; the mention's span is the word that tells of the event
Misses  events told over several sentences; acts outside the ontology, which are left out on purpose

A word about an act to come is one event, not two: "agreed to withdraw" is AGREE (planned), "demanded that Russia
withdraw" REQUEST (called for), "will impose sanctions" THREATEN (planned), "refused to withdraw" REJECT (denied).
"""

from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.events_parties import Coder
from twosource.annotate.events_types import SPEECH, Pattern, match, nouns, turned
from twosource.annotate.parse import Parse, span_of
from twosource.annotate.predicates import predicates
from twosource.annotate.syntax import Arg, Kids, Predicate, children, lemma_of
from twosource.model import Event, Mention, Mentions, Party, Span
from twosource.model.mention import Status
from twosource.text.lexicon import words

BY = "events/1"

ORDER: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "indirect", "complement", "object", "from", "in"),
    "CONSULT": ("with", "object", "to", "between", "in"),
    "SUPPORT": ("object", "to", "with", "for"),
    "CONCEDE": ("to", "from", "object", "for", "in"),
    "COOPERATE": ("with", "to", "indirect", "object"),
    "AID": ("to", "indirect", "for", "object", "in"),
    "RETREAT": ("from", "to", "on", "against"),
    "REQUEST": ("object", "of", "from", "on", "to", "complement", "with"),
    "ACCUSE": ("object", "with", "against", "for", "into", "to", "on"),
    "REJECT": ("from", "by", "of", "object", "with", "to", "complement"),
    "THREATEN": ("object", "against", "with", "on", "complement", "from", "to"),
    "PROTEST": ("against", "at", "outside", "with", "object", "in"),
    "SANCTION": ("on", "against", "with", "to", "from", "object", "in"),
    "MOBILIZE": ("against", "to", "in", "into", "along", "on", "near"),
    "COERCE": ("object", "on", "against", "in", "from"),
    "ASSAULT": ("object", "on", "against", "at", "with", "in"),
}
"""Where the recipient of a type stands, unless the pattern says otherwise."""

MUTUAL = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AGREE", "REJECT"})
LOCATIONS = ("in", "at", "near", "outside", "on", "inside", "around", "across", "into", "to")


class Setting(NamedTuple):
    """What the coding of one event looks at."""

    predicate: Predicate
    pattern: Pattern
    kids: Kids
    coder: Coder
    clauses: dict[int, Predicate]


def find_events(parse: Parse, found: Mentions) -> tuple[Mention[Event], ...]:
    """Return the events of the article in text order; actors and recipients are coded where the text allows it."""
    kids = children(parse.doc)
    clauses = {predicate.token.i: predicate for predicate in predicates(parse.doc)}
    fitting = {i: match(p, kids) for i, p in clauses.items() if not p.nominal}
    coder = Coder(parse, found, kids)
    events = []
    for i, predicate in clauses.items():
        pattern = _nominal(predicate, clauses, fitting) if predicate.nominal else fitting[i]
        pattern = pattern or _must(predicate, clauses)
        if pattern is None or _is_told(predicate, clauses, fitting):
            continue
        event = _event(Setting(predicate, pattern, kids, coder, clauses), found)
        if event is not None:
            events.append(Mention(event, span_of(predicate.token), BY))
    return tuple(events)


def _nominal(predicate: Predicate, clauses: dict[int, Predicate], fitting: dict[int, Pattern | None]) -> Pattern | None:
    """The type of an event noun that stands with its doer or victim, unless its verb tells the event already."""
    kind = nouns().get(predicate.lemma)
    if kind is None or (predicate.governor in fitting and fitting[predicate.governor] is not None):
        return None
    if not any(arg.relation in {"subject", "modifier", "agent", "against", "between", "by"} for arg in predicate.args):
        return None
    return Pattern((), kind[0], kind[1], ("against", "on", "of", "with", "between"))


def _must(predicate: Predicate, clauses: dict[int, Predicate]) -> Pattern | None:
    """A reported "X must do Y" is a request, whatever Y is."""
    above = clauses.get(predicate.governor)
    told = above is not None and not above.nominal and predicate.token.dep_ == "ccomp"
    if predicate.nominal or predicate.status != "called for" or not told:
        return None
    modal = any(t.dep_ == "aux" and t.lower_ in {"must", "should"} for t in predicate.token.lefts)
    return Pattern((), "REQUEST", "", ("complement",)) if modal else None


def _is_told(predicate: Predicate, clauses: dict[int, Predicate], fitting: dict[int, Pattern | None]) -> bool:
    """Whether the act is only what a word of agreement, request, refusal or threat is about."""
    node = predicate
    for _ in range(3):  # "agreed to try to begin to": deeper is not in print
        above = clauses.get(node.governor)
        if above is None or node.token.dep_ not in {"xcomp", "ccomp", "pcomp", "conj", "acl", "dobj", "pobj"}:
            return False
        pattern = fitting.get(above.token.i)
        if pattern is not None and pattern.type in SPEECH and predicate.status != "happened":
            return True
        node = above
    return False


def _event(setting: Setting, found: Mentions) -> Event | None:
    """Code one event, None when status leaves nothing of it or nobody in it is known."""
    predicate, pattern = setting.predicate, setting.pattern
    conditional = any(
        t.lower_ in {"unless", "until"} for k in setting.kids[predicate.token.i] for t in setting.kids[k.i]
    )
    kind = turned(pattern.type, predicate.status, predicate.negated, conditional)
    if not kind:
        return None
    asked = kind == "REQUEST" and pattern.type != "REQUEST"
    actors = _sayer(setting) if asked or pattern.recipient == ("complement",) else _actors(setting)
    recipients = _own_subject(setting) if asked or pattern.recipient == ("complement",) else _recipients(setting, kind)
    recipients = tuple(party for party in recipients if party not in actors)
    actors, recipients = _settle(setting, kind, actors, recipients)
    if not any(party.code for party in actors + recipients):
        return None
    status: Status = predicate.status
    if status == "happened" and predicate.negated:
        status = "denied"
    return Event(kind, pattern.mode, (), actors, recipients, status)


def _actors(setting: Setting) -> tuple[Party, ...]:
    """Who does it: subject or agent, or the doer that a noun names."""
    predicate = setting.predicate
    relations = ("agent",) if predicate.passive else ("subject", "agent", "by", "modifier")
    if predicate.nominal:
        relations = ("subject", "agent", "by", "modifier", "between")
    heads = [arg.head for arg in predicate.args if arg.relation in relations]
    parties = tuple(party for head in heads for party in _parties(setting, head))
    return tuple(dict.fromkeys(parties))


def _parties(setting: Setting, head: Token) -> tuple[Party, ...]:
    """The parties of a phrase; a pronoun stands for who speaks, when the clause is reported."""
    if head.pos_ == "PRON" and not setting.coder.codes(head):
        sayer = _sayer(setting)
        if sayer and head.lower_ in {"it", "they", "he", "she", "we", "i"}:
            return sayer
        return ()
    return setting.coder.parties(head)


def _sayer(setting: Setting) -> tuple[Party, ...]:
    """Who reports or wants the clause: the subject of the nearest verb above with another subject."""
    node = setting.predicate
    own = node.first("subject", "object")
    for _ in range(4):
        above = setting.clauses.get(node.governor)
        if above is None:
            return ()
        subject = above.first("agent") if above.passive else above.first("subject")
        if subject is not None and (own is None or subject.head.i != own.head.i) and subject.head.pos_ != "PRON":
            return setting.coder.parties(subject.head)
        node = above
    return ()


def _own_subject(setting: Setting) -> tuple[Party, ...]:
    """Who should act: the subject of what is called for."""
    arg = setting.predicate.first("subject", "agent", "object")
    return _parties(setting, arg.head) if arg else ()


def _recipients(setting: Setting, kind: str) -> tuple[Party, ...]:
    """Whom it reaches: the first relation with a coded party; else the first with any."""
    predicate = setting.predicate
    order = (*setting.pattern.recipient, *ORDER[kind])
    uncoded: tuple[Party, ...] = ()
    for relation in dict.fromkeys(order):
        for arg in predicate.args:
            if arg.relation != relation or (relation == "object" and predicate.passive and kind in {"PROTEST"}):
                continue
            parties = _told_parties(setting, arg) if relation == "complement" else _parties(setting, arg.head)
            if any(party.code[:3].isupper() and len(party.code) >= 3 and _has_country(party) for party in parties):
                return parties
            uncoded = uncoded or parties
    return uncoded


def _has_country(party: Party) -> bool:
    return len(party.code) > 3 or (len(party.code) == 3 and party.code not in SECTORS)


SECTORS = frozenset(
    {"GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "PTY", "CVL", "MED", "BUS", "EDU", "LAB", "REL", "REF", "SPY"}
    | {"UAF", "CRM"}
)


def _told_parties(setting: Setting, arg: Arg) -> tuple[Party, ...]:
    """Who is to act, or is to be acted upon, in the complement of "agreed to ...", "demanded that ..."."""
    inner = setting.clauses.get(arg.head.i)
    if inner is None:
        return _parties(setting, arg.head)
    subject = setting.predicate.first("subject")
    uncoded: tuple[Party, ...] = ()
    for part in inner.args:
        if subject is not None and part.head.i == subject.head.i:
            continue
        if part.relation in {"time", "complement"}:
            continue
        parties = setting.coder.parties(part.head)
        if any(_has_country(party) for party in parties):
            return parties
        uncoded = uncoded or parties
    return uncoded


def _settle(
    setting: Setting, kind: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give parties without a country the one country that the sentence leaves for them."""
    nearby = _nearby(setting)
    here = [code for code, place in nearby if place]
    source = next((p.code[:3] for p in actors if _has_country(p)), "")
    target = next((p.code[:3] for p in recipients if _has_country(p)), "")
    everywhere = list(dict.fromkeys([*here, *(code for code, _ in nearby)]))
    if actors and not source:
        home = next((code for code in everywhere if code != target), target)
        actors = tuple(_at_home(party, home) for party in actors)
        source = home
    if recipients and not target:
        home = source if len(source) == 3 and source not in {"IGO", "NGO", "IMG"} else ""
        home = home or next(iter(everywhere), "")
        recipients = tuple(_at_home(party, home) for party in recipients)
    return actors, recipients


def _nearby(setting: Setting) -> list[tuple[str, bool]]:
    """Country codes of the sentence, in order, and whether each stands as a location."""
    found = []
    sentence = setting.predicate.token.sent
    for token in sentence:
        mark = setting.coder.marks.get(token.i)
        if mark and mark.code[:3] not in {"IGO", "NGO", "IMG"}:
            head = token.head
            found.append((mark.code[:3], token.dep_ == "pobj" and head.lower_ in LOCATIONS))
    return found


def _at_home(party: Party, country: str) -> Party:
    if _has_country(party) or not country:
        return party
    return Party(party.text, party.span, country + (party.code if party.code in SECTORS else ""))
