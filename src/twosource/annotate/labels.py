"""Find what a passive cue calls something: "hailed by the government as progress", "branded a farce by the union".

Reads   the parse, the cue's frames
Gives   what is called so and what it is called, as content; who calls it so, where the parser hangs that on the label
Misses  who calls it so behind a noun ("described as an attack by the rebels": they may be the attackers)
"""

from spacy.tokens import Token

from twosource.annotate.contents import is_person, label_end, labelled
from twosource.annotate.contents_clauses import Content
from twosource.annotate.cues import Frames
from twosource.annotate.sources import agent, passive
from twosource.annotate.tokens import tree

PASSED_ON = 8  # coordinate verbs that share a subject; a sentence of news seldom has more than four
WIDEST = 25  # tokens of "by the government and its allies in the two houses of parliament" before "as"


def called(cue: Token, frames: Frames) -> Content | None:
    """Return the content of a passive cue with a label: the thing, and what it is called."""
    thing = thing_of(cue)
    if thing is None:
        return None
    opener = opener_of(cue, frames)
    if opener is not None:
        label = _label(opener)
        if label is None or ("as" not in frames and (is_person(label) or caller(cue, frames) is None)):
            return None
        start = opener.idx + len(opener)
        by = _by(label) if agent(cue) is None else None
        end = label_end(opener) if by is None else by.idx
        end = max(end, tree(label)[1]) if opener.dep_ != "prep" and by is None else end
        reading = frames["as"] if "as" in frames else frames["as-thing"]
        named = () if thing.tag_ in ("WP", "WDT") else (_range(cue, thing),)
        return Content((*named, (start + 1, end)), labelled(reading, thing), opener)
    if "small" in frames and cue.dep_ == "conj":
        label = next((child for child in cue.rights if child.dep_ in ("dobj", "oprd")), None)
        return None if label is None else Content((_range(cue, thing), tree(label)), frames["small"])
    return None


def caller(cue: Token, frames: Frames) -> Token | None:
    """Return who calls it so, also where that hangs on the label: "hailed as historic by ministers"."""
    if (own := agent(cue)) is not None:
        return own
    opener = opener_of(cue, frames)
    label = _label(opener) if opener is not None else None
    by = _by(label) if label is not None else None
    return None if by is None else next((child for child in by.children if child.dep_ == "pobj"), None)


def thing_of(cue: Token) -> Token | None:
    """Return what a passive cue is about: its subject, that of the verb it goes on from, or the noun it hangs on."""
    if cue.dep_ == "acl" and cue.head.pos_ in ("NOUN", "PROPN"):
        return cue.head
    seen = cue
    if cue.dep_ == "advcl" and cue.tag_ in ("VBN", "VBD") and cue.i < cue.head.i:
        seen = cue.head
        return next((child for child in seen.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    for _ in range(PASSED_ON):
        own = next((child for child in seen.lefts if child.dep_ == "nsubjpass"), None)
        if own is not None and own.tag_ == "WDT" and seen.dep_ == "relcl" and seen.head.i < own.i:
            return seen.head  # "the blaze, which is being treated as suspicious"
        if own is not None or seen.dep_ != "conj" or not passive(seen):
            return own
        seen = seen.head
    return None


def _range(cue: Token, thing: Token) -> tuple[int, int]:
    """The offsets of what is called so, without the participle that hangs on it."""
    return (thing.left_edge.idx, thing.idx + len(thing)) if any(one == cue for one in thing.subtree) else tree(thing)


def opener_of(cue: Token, frames: Frames) -> Token | None:
    """Return the "as" of a cue that takes one: right behind it, or behind whoever it is done by."""
    if ("as" not in frames and "as-thing" not in frames) or not passive(cue):
        return None
    doc, by = cue.doc, next((child for child in cue.rights if child.dep_ == "agent" or child.lower_ == "by"), None)
    near = [cue.i + 1] if by is None else [cue.i + 1, *range(by.i + 2, min(len(doc), by.i + WIDEST))]
    for index in near:
        if index >= len(doc) or (doc[index].is_punct and doc[index].text not in (",", '"', "“", "”")):
            break
        if doc[index].pos_ == "VERB" or doc[index].tag_ == "MD":
            break
        if doc[index].lower_ == "as":
            return doc[index] if _label(doc[index]) is not None else None
    return None


def _label(opener: Token) -> Token | None:
    """The head of the label behind an "as": a noun or an adjective, no clause and no comparison."""
    if opener.dep_ == "prep":
        label = next((child for child in opener.rights if child.dep_ in ("pobj", "amod", "acomp", "pcomp")), None)
    else:
        label = opener.head if opener.dep_ == "advmod" and opener.head.i > opener.i else None
    if label is None or label.pos_ not in ("NOUN", "PROPN", "ADJ") or opener.doc[opener.i + 1].lower_ == "well":
        return None
    return label


def _by(label: Token) -> Token | None:
    """The "by" that the parser hangs on an adjective, which nothing is made by."""
    if label.pos_ != "ADJ":
        return None
    return next((child for child in label.rights if child.lower_ == "by"), None)
