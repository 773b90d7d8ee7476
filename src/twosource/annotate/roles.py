"""Find who holds what office for whom, and who sits in which group.

Reads   Parse (tags, dependencies); Mentions.names; the lexicons offices, titles
Gives   Mention[Role], in text order
Misses  offices told over several sentences; jobs that are not offices ("tram driver")
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from twosource.annotate.names_edges import is_title
from twosource.annotate.parse import Parse
from twosource.annotate.placed import NamesAt, Placed
from twosource.annotate.roles_members import memberships
from twosource.annotate.roles_offices import (
    LONGEST_TITLE,
    PART_OF_OFFICE,
    Office,
    is_office,
    office_at,
    office_before,
    vacant_offices,
)
from twosource.annotate.tokens import POSSESSIVES, TENSED, children, conjuncts, span_between
from twosource.model import Mention, Mentions, Role, Span, hull

BY = "roles/4"
LEADING = frozenset({"lead", "head", "chair", "run", "command", "govern", "rule"})
APPOINTING = frozenset({"appoint", "name", "elect", "install", "make", "swear", "choose", "pick", "reelect"})
BEING = frozenset({"be", "become", "remain", "serve", "act", "work"})


def find_roles(parse: Parse, found: Mentions) -> tuple[Mention[Role], ...]:
    """Return every office and membership that the text tells, in text order, each place once."""
    doc = parse.doc
    names = NamesAt(doc, found.names)
    held: dict[tuple[str, Span], Mention[Role]] = {}
    for mention in memberships(doc, names):
        held.setdefault((mention.value.relation, mention.value.holder_span or mention.span), mention)
    for person in names.persons():
        for office in offices_of(doc, person, names):
            mention = _held(doc, person, office)
            held.setdefault((mention.value.office, mention.value.holder_span or mention.span), mention)
    used = [mention.value.office_span for mention in held.values() if mention.value.office_span]
    for office in vacant_offices(doc, names, used):
        mention = _vacant(doc, office)
        held.setdefault((mention.value.relation, mention.span), mention)
    return tuple(sorted(held.values(), key=lambda mention: (mention.span, mention.value.relation)))


def _held(doc: Doc, person: Placed, office: Office) -> Mention[Role]:
    where = span_between(doc, office.start, office.end)
    holder = person.mention.span
    outer = span_between(doc, min(office.start, office.outer), office.end)
    value = Role("office", person.text, office.words, office.of, "", holder, where)
    return Mention(value, hull((outer, holder)), BY)


def _vacant(doc: Doc, office: Office) -> Mention[Role]:
    where = span_between(doc, office.start, office.end)
    whole = span_between(doc, min(office.start, office.outer), office.end)
    return Mention(Role("office", "", office.words, office.of, "", None, where), whole, BY)


def offices_of(doc: Doc, person: Placed, names: NamesAt) -> Iterator[Office]:
    """Yield the offices that the words around a person's name give to that person."""
    before = office_before(doc, person, names)
    if before:
        yield before
    comma = _phrase_before_comma(doc, person, names)
    if comma:
        yield comma
    root = _root(doc, person)
    for noun in (*_appositions(doc, person, root, names), *_predicates(root)):
        for one in conjuncts(noun):
            if is_office(one) and one.i not in names.at and not _titles_another(one, names):
                yield office_at(one, names)


def _titles_another(noun: Token, names: NamesAt) -> bool:
    """Whether an office stands right before a name: two people hold two in "Judge Ann Lee, reporter Tom Webb"."""
    after = names.at.get(noun.i + 1)
    return after is not None and after.kind == "person"


def _root(doc: Doc, person: Placed) -> Token:
    """The token of a name whose head lies outside it."""
    inside = range(person.start, person.end)
    return next((token for token in doc[person.start : person.end] if token.head.i not in inside), doc[person.end - 1])


def _appositions(doc: Doc, person: Placed, root: Token, names: NamesAt) -> Iterator[Token]:
    """Yield office nouns beside the name: "X, the head of Y", "the director, X"."""
    for child in children(root, "appos"):
        if child.i >= person.end and _stands_beside(doc[person.end : child.left_edge.i], names):
            yield child
    if (
        root.dep_ == "appos"
        and is_office(root.head)
        and root.head.i < person.start
        and doc[person.start - 1].text == ","
    ):
        yield root.head
    after = _noun_after_comma(doc, person.end, names)
    if after is not None and after.head.i != root.i:
        yield after


def _stands_beside(between: Tokens, names: NamesAt) -> bool:
    """Whether a noun may be said of a name with these tokens between: no verb of its own, and nobody who is nearer."""
    named = (names.at.get(token.i) for token in between)
    nearer = any(name is not None and name.kind == "person" for name in named)
    return not nearer and not any(token.text == ";" or token.tag_ in TENSED for token in between)


def _phrase_before_comma(doc: Doc, person: Placed, names: NamesAt) -> Office | None:
    """Return the office told before a comma and the name: "a spokesman for the party, Rui Lopes"."""
    stop = person.start - 1
    while stop > 0 and is_title(doc[stop]) and not is_office(doc[stop]) and stop not in names.at:  # "Dr."
        stop -= 1
    if stop < 1 or doc[stop].text != ",":
        return None
    for i in range(stop - 1, max(doc[stop].sent.start, stop - LONGEST_TITLE) - 1, -1):
        token = doc[i]
        other = names.at.get(i)
        if other and other.kind == "person" and other.start == i and doc[i - 1].lower_ not in PART_OF_OFFICE:
            return None
        if is_office(token) and i not in names.at and token.tag_ in ("NN", "NNP"):
            if token.dep_ == "attr":  # "Although the source was an official, Ann Lee ..."
                return None
            return office_at(token, names) if token.left_edge.i < i or token.i == token.sent.start else None
        if token.text in POSSESSIVES:  # "the deputy's mother, Ann Lee"
            return None
        if token.pos_ not in ("ADP", "DET", "PROPN", "NOUN", "ADJ", "PART"):
            return None
    return None


def _noun_after_comma(doc: Doc, i: int, names: NamesAt) -> Token | None:
    """Return the singular noun that ends the phrase ", a/the/its/Ann Lee's ... NOUN" which starts at token `i`."""
    if i + 2 >= len(doc) or doc[i].text != ",":
        return None
    at = i + 2
    if doc[i + 1].lower_ not in ("a", "an", "the", "its", "his", "her", "their"):
        owner = names.at.get(i + 1)
        if owner is None or owner.end >= len(doc) or doc[owner.end].text not in POSSESSIVES:
            return None
        at = owner.end + 1
    while at < len(doc) and doc[at].pos_ in ("ADJ", "NOUN", "PROPN", "PART", "PUNCT") and doc[at].text != ",":
        at += 1
    last = doc[at - 1]
    if last.tag_ == "NNS" and at - 2 > i + 1:  # a verb that the model took for a noun: "her spokesman denies"
        last = doc[at - 2]
    return last if last.tag_ in ("NN", "NNP") and is_office(last) and not _does_something(last) else None


def _does_something(noun: Token) -> bool:
    """Whether a noun is the subject of a verb behind it: "after talks with Ann Lee, the Danish premier flew home"."""
    verb = noun.head
    subject = noun.dep_ in ("nsubj", "nsubjpass") and verb.i > noun.i
    return subject and all(token.text not in (",", "–", "—") for token in noun.doc[noun.i + 1 : verb.i])


def _predicates(root: Token) -> Iterator[Token]:
    """Yield nouns that a clause says of the name: "X is the head of Y", "X was named head", "X, who leads Y"."""
    for verb in (root.head, *children(root, "relcl")):
        subject = root.dep_ in ("nsubj", "nsubjpass") if verb is root.head else True
        if not subject or verb.pos_ not in ("VERB", "AUX"):
            continue
        if any(child.dep_ == "neg" for child in verb.children):
            continue
        lemma = verb.lemma_
        if lemma in BEING or lemma in APPOINTING:
            yield from children(verb, "attr", "oprd")
            for preposition in children(verb, "prep"):
                if preposition.lower_ == "as":
                    yield from children(preposition, "pobj")
