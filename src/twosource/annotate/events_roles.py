"""Tell who acts in an event and whom it reaches.

Reads   a predicate with its arguments, the clauses around it, the article's `Coder`
Gives   `cast`: actors and recipients, coded as far as the sentence allows
Misses  parties that only earlier sentences name, beyond pronouns and names of one chain

A party without a country of its own ("the rebels", "protesters") takes the country that the sentence leaves for it:
where the act takes place, then the other party's. An actor who is not told stays untold.
"""

from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.events_parties import SUPRANATIONAL, Coder, has_country
from twosource.annotate.events_types import Pattern, nouns, widened
from twosource.annotate.syntax import Arg, Kids, Predicate, lemma_of
from twosource.model import Party
from twosource.text.lexicon import words

ORDER: dict[str, tuple[str, ...]] = {
    "AGREE": ("with", "to", "indirect", "complement", "object", "from"),
    "CONSULT": ("with", "object", "to", "between"),
    "SUPPORT": ("with", "object", "to", "for", "behind"),
    "CONCEDE": ("to", "from", "object", "for", "by"),
    "COOPERATE": ("with", "to", "indirect", "object"),
    "AID": ("to", "indirect", "for", "object"),
    "RETREAT": ("from", "to", "on", "against"),
    "REQUEST": ("object", "of", "from", "on", "to", "complement", "with"),
    "ACCUSE": ("object", "with", "against", "for", "into", "to", "on", "of"),
    "REJECT": ("from", "by", "of", "object", "with", "to", "complement"),
    "THREATEN": ("object", "against", "with", "on", "complement", "from", "to"),
    "PROTEST": ("against", "at", "outside", "with", "object"),
    "SANCTION": ("on", "against", "with", "to", "from", "object"),
    "MOBILIZE": ("against", "to", "into", "along", "on", "near"),
    "COERCE": ("object", "on", "against", "from"),
    "ASSAULT": ("object", "on", "against", "at", "with"),
}
"""Where the recipient of a type stands, unless the pattern says otherwise."""

PLACES = ("in", "at", "near", "outside", "inside", "around", "across", "into", "on", "to")
"""Prepositions before the place of an act, surest first."""

WITHIN = PLACES[:7]
"""Those that say where an act takes place and never whom it is aimed at."""

PLACED = frozenset({"AID", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "AGREE", "ACCUSE"})
"""Types that reach the place where they happen, when no one else is told: "a raid in Gaza", "troops sent to Mali"."""

ANONYMOUS = frozenset({"COERCE"})
"""Types that only those in power can do: who is not named in "was arrested in X" is X's own."""

READY = frozenset(
    {"commit", "prepare", "deploy", "send", "dispatch", "station", "mass", "mobilize", "mobilise", "move"}
)
"""Verbs whose passive subject acts itself: "is committed to", "peacekeepers were deployed"."""
REPORTED_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i"})


class Setting(NamedTuple):
    """What the coding of one event looks at."""

    predicate: Predicate
    pattern: Pattern
    kids: Kids
    coder: Coder
    clauses: dict[int, Predicate]


class Cast(NamedTuple):
    """Who acts and whom it reaches."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]


def cast(setting: Setting, kind: str, asked: bool) -> Cast:
    """Return actors and recipients of an event of type `kind`; `asked` when its doer is only asked to act."""
    args = widened(setting.predicate, setting.kids)
    if asked:
        actors, recipients = sayers(setting), _doers(setting)
    else:
        actors, recipients = _actors(setting), _recipients(setting, kind, args)
    recipients = tuple(party for party in recipients if party not in actors)
    if kind == "CONSULT" and len({party.code[:3] for party in actors if has_country(party)}) > 1:
        recipients = tuple(party for party in recipients if party.code[3:])  # two sides meet; a bare country is where
    return _at_home(setting, kind, args, actors, recipients)


def _actors(setting: Setting) -> tuple[Party, ...]:
    """Who does it: subject or agent, or the doer that a noun names."""
    predicate = setting.predicate
    relations: tuple[str, ...] = ("subject", "agent", "by", "modifier", "between")
    if not predicate.nominal:
        relations = ("agent", "by") if predicate.passive else ("subject",)
        if predicate.passive and predicate.lemma in READY and predicate.first("agent") is None:
            relations = ("object",)
    if "subject" in setting.pattern.recipient:  # "died in clashes"; "Oman says Iran was behind it" accuses
        return sayers(setting) if setting.pattern.type == "ACCUSE" else ()
    event = predicate.first("subject")
    if event is not None and lemma_of(event.head) in nouns():  # "talks between A and B resumed", "A's attack killed"
        heads = [
            inner.head for inner in widened(setting.predicate, setting.kids) if inner.relation == "between"
        ] or _owners(setting, event.head)
        return tuple(dict.fromkeys(party for head in heads for party in _parties(setting, head)))
    args = widened(predicate, setting.kids) if predicate.passive else predicate.args  # "killed in an attack by"
    heads = [_doer(setting, arg.head) for arg in args if arg.relation in relations]
    above = setting.clauses.get(predicate.governor)
    if predicate.nominal and predicate.status != "happened" and above is not None:
        heads = heads or [arg.head for arg in above.args if arg.relation == "subject"]
    return tuple(dict.fromkeys(party for head in heads for party in _parties(setting, head)))


def _owners(setting: Setting, noun: Token) -> list[Token]:
    """Who does what an event noun tells: its owner, its nationality, its "by"."""
    inner = setting.clauses.get(noun.i)
    wanted = {"subject", "modifier", "agent", "by"}
    return [arg.head for arg in inner.args if arg.relation in wanted] or [noun] if inner else [noun]


def _doer(setting: Setting, head: Token) -> Token:
    """Whoever issued a text that "demands" or "condemns": the subject of the verb that the text is the object of."""
    if head.lemma_.lower() in words("text_nouns"):
        maker = setting.clauses.get(head.head.i)
        subject = maker.first("subject", "agent") if maker and head.dep_ in {"dobj", "pobj"} else None
        if subject is not None:
            return subject.head
    return head


def _parties(setting: Setting, head: Token) -> tuple[Party, ...]:
    """The parties of a phrase; a pronoun in a reported clause stands for who reports."""
    if head.pos_ == "PRON" and not setting.coder.codes(head):
        return sayers(setting) if head.lower_ in REPORTED_PRONOUNS else ()
    return setting.coder.parties(head)


def sayers(setting: Setting) -> tuple[Party, ...]:
    """Return who reports or wants the clause: the subject of the nearest verb above that has another subject."""
    node = setting.predicate
    own = node.first("subject", "object")
    for _ in range(4):  # verbs between a clause and its reporter: "said it had decided to try to"
        above = setting.clauses.get(node.governor)
        if above is None:
            return ()
        subject = above.first("agent") if above.passive else above.first("subject")
        if subject is not None and (own is None or subject.head.i != own.head.i) and subject.head.pos_ != "PRON":
            return setting.coder.parties(subject.head)
        node = above
    return ()


def _doers(setting: Setting) -> tuple[Party, ...]:
    """Who should act: the subject or agent of what is called for, else whom it should reach."""
    arg = setting.predicate.first("subject", "agent", "object")
    return _parties(setting, arg.head) if arg else ()


def _recipients(setting: Setting, kind: str, args: tuple[Arg, ...]) -> tuple[Party, ...]:
    """Whom it reaches: the first relation with a coded party, else with any, else the place of the act."""
    order = tuple(dict.fromkeys((*setting.pattern.recipient, *ORDER[kind])))
    if setting.predicate.passive and setting.predicate.lemma in READY:
        order = tuple(relation for relation in order if relation != "object")
    uncoded: tuple[Party, ...] = ()
    for relation in order:
        for arg in args:
            if arg.relation != relation:
                continue
            parties = _told(setting, arg) if relation == "complement" else _parties(setting, arg.head)
            if any(has_country(party) for party in parties):
                return parties
            uncoded = uncoded or parties
    return uncoded or (_in_place(setting, args) if kind in PLACED else ())


def _in_place(setting: Setting, args: tuple[Arg, ...], prepositions: tuple[str, ...] = PLACES) -> tuple[Party, ...]:
    """The place of the act as who it reaches: "held an exercise near Taiwan"."""
    for relation in prepositions:
        for arg in args:
            if arg.relation == relation:
                parties = setting.coder.parties(arg.head)
                if any(has_country(party) for party in parties):
                    return parties
    return ()


def _told(setting: Setting, arg: Arg) -> tuple[Party, ...]:
    """Who is to act or be acted upon in the complement of "agreed to ...", "demanded that ..."."""
    below = (kid.i for kid in setting.kids[arg.head.i] if kid.dep_ == "xcomp")  # "is ready to lift"
    inner = setting.clauses.get(arg.head.i) or setting.clauses.get(next(below, -1))
    if inner is None:
        return _parties(setting, arg.head)
    subject = setting.predicate.first("object" if setting.predicate.passive else "subject")
    uncoded: tuple[Party, ...] = ()
    for part in widened(inner, setting.kids):
        if part.relation in {"time", "complement"} or (subject is not None and part.head.i == subject.head.i):
            continue
        parties = setting.coder.parties(part.head)
        if any(has_country(party) for party in parties):
            return parties
        uncoded = uncoded or parties
    return uncoded


def _at_home(
    setting: Setting, kind: str, args: tuple[Arg, ...], actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> Cast:
    """Give parties without a country the one that the sentence leaves for them."""
    place = _in_place(setting, args, WITHIN)
    here = next((party.code[:3] for party in place if has_country(party)), "")
    source, target = _country(actors), _country(recipients)
    if not actors and kind in ANONYMOUS and here and setting.predicate.passive:
        actors, source = place, here
    named = setting.coder.countries(setting.predicate.token)
    if actors and not source:
        other = next((code for code in named if code != target), "")
        source = here or _country(sayers(setting)) or other or target
        actors = tuple(_settled(party, source) for party in actors)
    if recipients and not target:
        home = here or source or next(iter(named), "")
        recipients = tuple(_settled(party, home) for party in recipients)
    if kind == "RETREAT" and recipients and _country(actors) == _country(recipients) and not recipients[0].code[3:]:
        recipients = ()  # who leaves a place of its own land leaves it to nobody else
    return Cast(_alike(actors), _alike(recipients))


def _country(parties: tuple[Party, ...]) -> str:
    """The first country among the parties, bodies of several countries left out."""
    codes = (party.code[:3] for party in parties if has_country(party))
    return next((code for code in codes if code not in SUPRANATIONAL), "") or next(
        (party.code[:3] for party in parties if has_country(party)), ""
    )


def _settled(party: Party, country: str) -> Party:
    if has_country(party) or not country or country in SUPRANATIONAL or party.code == "REF":
        return party
    return Party(party.text, party.span, country + party.code)


def _alike(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Joined parties share a country: "Israeli helicopters and tanks"."""
    home = _country(parties)
    return tuple(_settled(party, home) for party in parties)
