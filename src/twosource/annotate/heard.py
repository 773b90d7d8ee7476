"""Hold what is known of a source that was heard, and tell it from how the source is called.

Reads   the phrase of a source, the name that it stands in
Gives   Heard; kind, gender and nouns of a source; whether a body of some name can be called by a noun
Misses  what the article tells of somebody elsewhere: that is a name's chain
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from twosource.annotate.genders import gender_of
from twosource.annotate.roles_offices import is_voice
from twosource.annotate.sources import RELATIVES, Phrase
from twosource.model import Mention, Name
from twosource.text.countries import country, nationality, seat
from twosource.text.lexicon import mapping, words
from twosource.text.names import fold
from twosource.text.outlets import outlet_of

PRONOUN = frozenset({"PRP", "PRP$"})
OWNED = {"his": "he", "her": "she", "their": "they", "its": "it", "my": "i", "our": "we"}  # "his claim that ..."
NOMINAL = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True)
class Heard:
    """A source met before: where and in which sentence it stands, who it is, and how it was called there.

    `quoted` is whether it was named by another speaker: whom a narrator calls "he" is the one who spoke.
    """

    at: int
    unit: int
    who: str
    kind: str
    called: frozenset[str]
    named: bool
    quoted: bool = False


def can_be_called(name: str, kind: str) -> bool:
    """Return whether a body of this name can be called by a noun of that kind.

    >>> can_be_called("The Moscow Times", "media"), can_be_called("Ministry of Health", "company")
    (True, False)
    """
    if kind == "media":
        return is_media(name)
    own = frozenset(fold(name).split())
    if kind == "agency":
        outlet = outlet_of(name)
        return "agency" in own or (outlet is not None and outlet.kind == "agency")
    return not is_media(name) and own.isdisjoint(words("authorities"))


def is_person(one: Heard) -> bool:
    """Return whether whoever was heard is a person, be it one who speaks for a body or was taken for one."""
    kinds = {mapping("noun_kinds").get(noun) for noun in one.called}
    titled = one.named and one.kind != "group" and "person" in kinds and "organisation" not in kinds
    return one.kind == "person" or titled or any(map(is_voice, one.called))


def may_be_a_person(one: Heard) -> bool:
    """Return whether whoever was heard, read as a body or a place, may be somebody whose surname no list knows."""
    known = one.called or outlet_of(one.who) is not None or country(one.who) or nationality(one.who) or seat(one.who)
    short = " " not in one.who or one.kind == "other"
    return one.named and one.kind != "person" and short and one.who.istitle() and not known


def has_a_name(own: Sequence[Token]) -> bool:
    """Return whether a description holds a name: "the Press Democrat newspaper" is that one and no other."""
    return any(token.pos_ == "PROPN" for token in own)


def is_media(name: str) -> bool:
    """Return whether a name is that of an outlet, or has a word of one behind its first."""
    site = " " not in name and "." in name.strip(".")
    return site or outlet_of(name) is not None or not words("outlet_words").isdisjoint(fold(name).split()[1:])


def tells_who(mention: Mention[Name]) -> bool:
    """Return whether a mention is a name or leads to one."""
    return mention.value.form == "name" or mention.value.chain >= 0


def antecedent_of(head: Token) -> Token:
    """Return whom a relative pronoun is put for; any other token as it is."""
    return head.head.head if head.lower_ in RELATIVES and head.head.dep_ == "relcl" else head


def kind_of(head: Token, mention: Mention[Name] | None) -> str:
    """Return what a source is: by its name, else by its noun; people in the plural are a group."""
    if mention is not None and mention.value.form != "pronoun":
        return mention.value.kind
    kind = mapping("noun_kinds").get(head.lemma_.lower(), "")
    return "group" if kind == "person" and head.tag_ in ("NNS", "NNPS") else kind


def nouns_of(phrase: Phrase) -> Iterator[str]:
    """Yield the nouns that a source is called by, in lower case: its head and titles, and those of an apposition."""
    doc = phrase.head.doc
    for token in doc[phrase.first : phrase.last + 1]:
        if token.dep_ == "relcl":
            return
        if token.dep_ == "poss" and token.head != phrase.head.head:  # "the star's rep" is no star
            continue
        noun = token.lemma_.lower()
        if token.pos_ in NOMINAL and (mapping("noun_kinds").get(noun) or noun in words("text_nouns")):
            yield token.lemma_.lower()


def own_words(head: Token, phrase: Phrase) -> list[Token]:
    """Return the words of a description without articles and nationalities, up to its last."""
    return [
        token
        for token in head.doc[phrase.first : phrase.last + 1]
        if token.pos_ != "DET" and not token.is_punct and token.ent_type_ != "NORP"
    ]


def described_words(phrase: Phrase) -> str:
    """Return the words of a description as its name: without article, to the end of its head."""
    doc = phrase.head.doc
    first = phrase.first
    while first < phrase.head.i and doc[first].pos_ == "DET":
        first += 1
    return " ".join(doc[first : phrase.head.i + 1].text.split())


def pronoun_gender(head: Token) -> str:
    """Return "m" of "he" and "his", "f" of "she" and "her", "" of any other word."""
    return {"he": "m", "she": "f"}.get(OWNED.get(head.lower_, head.lower_), "")


def gender_of_source(who: str, called: frozenset[str], kind: str) -> str:
    """Return f or m where a title, a noun or a first name tells it, "" otherwise."""
    if kind != "person":
        return ""
    told = {mapping("gendered_nouns").get(noun, "") for noun in called}
    told |= {"f" if noun.endswith("woman") else "m" for noun in called if noun.endswith(("man", "woman"))}
    told -= {""}
    return next(iter(told)) if len(told) == 1 else gender_of([who], [])
