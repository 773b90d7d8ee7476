"""Tell which words report speech, thought, wish or judgement, and which complements they report it in.

Reads   text/data/attribution_verbs.tsv, attribution_nouns.tsv, attribution_adjectives.tsv, attribution_adverbs.tsv
Gives   Frames of a lemma; the span of a verb with its auxiliaries, adverbs and the verb it hangs on
Misses  idioms of several words ("made it clear that"), verbs that are not in the lists
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple, cast, get_args

from spacy.tokens import Token

from twosource.model import Certainty, Stance
from twosource.text.lexicon import table, words

STANCES = get_args(Stance)
CERTAINTIES = get_args(Certainty)

# Verbs that only colour the one after them: "continued to insist", "went on to say", "declined to say".
CATENATIVE = frozenset(
    {"continue", "begin", "start", "go", "keep", "decline", "refuse", "fail", "try", "seem", "appear"}
)
CATENATIVE_ADJECTIVES = frozenset({"quick", "able", "unable", "likely", "careful", "right"})
NUMBER_WITHIN = 6  # tokens: "at somewhere between 20 and 30"
REFUSING = frozenset({"decline", "refuse", "fail"})
PUTS = frozenset({"put", "peg", "measure", "register", "gauge"})
"""Verbs by which whoever counts or measures says how much a thing is "at"."""

SATELLITES = frozenset({"aux", "auxpass", "neg", "advmod"})


class Reading(NamedTuple):
    """What a cue says of its source and its content."""

    stance: Stance
    certainty: Certainty


Frames = Mapping[str, Reading]
"""A cue's complements, each with what the cue means when it has that complement."""

NONE: Frames = MappingProxyType({})
SAYS = Reading("says", "said")


@cache
def _lexicon(name: str) -> dict[str, dict[str, Reading]]:
    found: dict[str, dict[str, Reading]] = {}
    for lemma, complements, stance, certainty in table(name):
        if stance not in STANCES or certainty not in CERTAINTIES:
            raise ValueError(f"{name}: {lemma}: {stance} {certainty}")
        reading = Reading(cast(Stance, stance), cast(Certainty, certainty))
        for complement in complements.split():
            found.setdefault(lemma, {}).setdefault(complement, reading)
    return found


def verb_frames(lemma: str) -> Frames:
    """Return the complements in which a verb reports; empty when it does not.

    >>> verb_frames("vow")["to"].stance, dict(verb_frames("swim"))
    ('offers', {})
    """
    return _lexicon("attribution_verbs").get(lemma, NONE)


def frames_of(verb: Token) -> Frames:
    """Return the frames of a verb in its sentence: with its particle ("point out"), if it has one."""
    lemma = verb.lemma_.lower()
    for child in verb.children:
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.tag_ == "RP"):
            return verb_frames(f"{lemma} {child.lower_}")
    return verb_frames("put at") if lemma in PUTS and _at_number(verb) else verb_frames(lemma)


def _at_number(verb: Token) -> bool:
    """Whether a verb has "at" and a number after its object: "put the toll at 12"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    after = [child for word in (verb, thing) if word is not None for child in word.rights]
    return thing is not None and any(
        child.lower_ == "at" and any(one.like_num for one in child.doc[child.i + 1 : child.i + NUMBER_WITHIN])
        for child in after
        if child.dep_ == "prep"
    )


def reading_in(verb: Token, reading: Reading) -> Reading:
    """Return what a cue means in its sentence: "refused to comment" declines, whatever "comment" means alone."""
    top = top_verb(verb)
    if top is not verb and top.lemma_ in REFUSING and reading.stance in ("says", "confirms", "denies", "asks"):
        return Reading("declines", "said")
    if verb.lemma_ in ("respond", "reply", "comment") and negated(verb):
        return Reading("declines", "said")
    return reading


def says(*readings: Reading) -> bool:
    """Whether all of these cues are plain words of speech."""
    return all(reading.stance in ("says", "warns", "confirms", "denies") for reading in readings)


def is_light(lemma: str) -> bool:
    """Whether a verb says little beside its noun ("make a claim")."""
    return lemma in words("attribution_light_verbs")


def noun_frames(lemma: str) -> Frames:
    """Return the complements in which a noun reports."""
    return _lexicon("attribution_nouns").get(lemma, NONE)


def adjective_frames(lemma: str) -> Frames:
    """Return the complements in which an adjective reports."""
    return _lexicon("attribution_adjectives").get(lemma, NONE)


@cache
def _adverbs() -> dict[str, Reading]:
    rows = table("attribution_adverbs")
    return {word: Reading(cast(Stance, stance), cast(Certainty, certainty)) for word, stance, certainty in rows}


def adverb_reading(word: str) -> Reading | None:
    """Return what an adverb such as "reportedly" says of its clause."""
    return _adverbs().get(word)


def top_verb(verb: Token) -> Token:
    """Return the verb that carries subject and tense for a cue verb: itself, or the catenative it hangs on."""
    top = verb
    while top.dep_ in ("xcomp", "pcomp") and top.head.i < top.i and _colours(top.head):
        top = top.head
        if top.pos_ == "ADJ" and top.head.pos_ in ("VERB", "AUX"):
            top = top.head
    return top


def _colours(head: Token) -> bool:
    return head.lemma_ in CATENATIVE or head.lemma_ in CATENATIVE_ADJECTIVES


def group(verb: Token) -> tuple[int, int]:
    """Return the first and the last token (inclusive) of a cue verb with its auxiliaries, adverbs and particle."""
    first = last = verb.i
    member = {child.i for child in verb.children if child.dep_ in SATELLITES and _single(child)}
    top = top_verb(verb)
    if top is not verb:
        member |= set(range(top.i, verb.i))
        member |= {child.i for child in top.children if child.dep_ in SATELLITES and _single(child)}
    while first - 1 in member:
        first -= 1
    for child in verb.rights:
        if child.dep_ == "prt" and child.i == last + 1:
            last = child.i
    return first, last


def _single(token: Token) -> bool:
    return token.left_edge is token.right_edge or token.left_edge == token.right_edge


def negated(verb: Token) -> bool:
    """Whether a cue verb is itself denied: "did not say", "refused to say", "never promised"."""
    top = top_verb(verb)
    heads = [verb] if top is verb else [verb, top]
    if any(child.dep_ == "neg" for head in heads for child in head.children):
        return True
    return top is not verb and top.lemma_ in REFUSING
