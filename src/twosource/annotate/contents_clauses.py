"""Find the clause that a cue reports: as far as it really goes, where the parser hung its parts elsewhere.

Reads   the parse, the cue's frames
Gives   Content of one clause; `is_infinitive`, `dated`
Misses  clauses that the parser hung on a verb before the cue
"""

import itertools
from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.cues import Frames, Reading, verb_frames
from twosource.annotate.sources import DOERS
from twosource.annotate.tokens import tree
from twosource.text.lexicon import words

WH = frozenset({"whether", "if", "how", "what", "who", "whom", "whose", "which", "why", "when", "where", "whatever"})
CARRIED = frozenset({"because", "although", "though", "if", "unless", "since", "whereas", "lest"})
SHIFTED = frozenset({"would", "could", "might", "had", "'d"})
OCCASIONS = frozenset(
    {"interview", "conference", "briefing", "hearing", "speech", "address", "phone", "telephone", "meeting", "radio",
     "television", "twitter", "facebook", "condition"}
)  # fmt: skip
"""Nouns for where, how or how openly something is said."""

HEARERS = frozenset({"police", "reporters", "investigators", "detectives", "journalists", "officers", "jurors"})
"""Those who are told things in news, without an article: the parser takes them for a part of the name behind them."""


class Content(NamedTuple):
    """Content as ranges of offsets (not yet cleaned), what its frame means, and the preposition that is the cue's."""

    ranges: tuple[tuple[int, int], ...]
    reading: Reading
    preposition: Token | None = None


def clause_of(cue: Token, child: Token, thing: Token | None, frames: Frames) -> Content | None:
    """Return the content that a dependent clause gives, None when the cue does not take such a clause.

    `child` heads the clause, `thing` is the cue's direct object or None.
    """
    infinitive = is_infinitive(child)
    own = next((inner for inner in child.lefts if inner.dep_ in ("nsubj", "nsubjpass")), None)
    start, end = tree(child)
    if child.dep_ in ("relcl", "pcomp"):
        return None
    if child.dep_ == "advcl" and own is not None and "that" in frames and (told := _told_after(cue, child)) is not None:
        return Content((told,), frames["that"])
    if child.dep_ == "advcl":  # "have not said when ...": the parser takes the question for an adverbial
        near = child.left_edge.i == cue.i + 1 and child.left_edge.lower_ in ("when", "where", "how", "why", "whether")
        return Content(((start, end),), frames["wh"]) if near and "wh" in frames else None
    if infinitive and own is None and child.dep_ in ("xcomp", "ccomp"):
        frame = "obj-to" if thing is not None and thing.i < child.i else "to"
        return Content(((start, end),), frames[frame]) if frame in frames else None
    headline = infinitive and cue.tag_ == "VBZ" and cue.lemma_ == "say" and "that" in frames
    if headline and own is not None:  # "Agent says club to sign Lund"
        return Content(((start, end),), frames["that"])
    if infinitive:
        return Content(((start, end),), frames["obj-to"]) if "obj-to" in frames else None
    perfect = any(inner.lower_ == "having" for inner in child.lefts)
    if (child.tag_ == "VBG" or perfect) and child.dep_ == "xcomp":
        return Content(((start, end),), frames["ing"]) if "ing" in frames else None
    if child.dep_ != "ccomp":
        return None
    if child.pos_ not in ("VERB", "AUX") and "small" in frames:
        return Content(((start, end),), frames["small"])
    opener = cue.doc[child.left_edge.i]
    frame = "wh" if opener.lower_ in WH else "that"
    if frame not in frames and "small" in frames:
        frame = "small"
    if frame == "wh" and frame not in frames and opener.lower_ in ("what", "who", "whom"):
        frame = "np"
    if frame not in frames:
        return None
    lost = _subject_before(cue, child) if own is None else None
    begin = _begin(cue, child) if lost is None else lost.left_edge.idx
    return Content(((begin, max(end, _carried_on(cue, child))),), frames[frame])


def _told_after(cue: Token, clause: Token) -> tuple[int, int] | None:
    """Return a clause without "that" which a phrase parts from its cue: "said after the vote he would go".

    No word makes it a clause that tells when or why, though the parser takes it for one.
    """
    first = cue.doc[cue.i + 1]
    marked = any(one.dep_ == "mark" or one.tag_ == "WRB" for one in clause.lefts)
    finite = any(one.tag_ in ("VBD", "VBZ", "VBP", "MD") for one in (clause, *clause.lefts))
    if cue.lemma_ not in SAYS_NOBODY or marked or not finite or first.dep_ != "prep" or first.head != clause:
        return None
    start, end = tree(clause)
    later = first.right_edge.i + 1
    return (cue.doc[later].idx if first.lower_ in OCCASIONED and later < clause.i else start), end


OCCASIONED = frozenset({"after", "during", "following", "at", "on"})
"""Prepositions of the occasion on which something was said; before other phrases it is told."""


def _subject_before(cue: Token, clause: Token) -> Token | None:
    """Return the subject of a clause that the parser took for the cue's own object; None when there is none.

    "It said the captain of the barge, a man of 58, had died": nobody says a captain.
    """
    if cue.lemma_ not in SAYS_NOBODY or any(child.dep_ == "expl" for child in clause.lefts):
        return None
    between = cue.doc[cue.i + 1 : clause.left_edge.i]
    head = next((token for token in between if token.head == cue and token.dep_ in ("dobj", "npadvmod", "nsubj")), None)
    return head if head is not None and head.left_edge.i == cue.i + 1 else None


SAYS_NOBODY = frozenset({"say", "add", "argue", "claim", "insist", "maintain", "estimate", "explain"})
"""Verbs whose object is never who is told: behind them a noun before a clause is the clause's."""


def _carried_on(cue: Token, clause: Token) -> int:
    """Return where a clause really ends when the parser has hung its own reason or condition on the cue."""
    end = tree(clause)[1]
    for child in cue.rights:
        if child.i <= clause.i:
            continue
        opener = child.left_edge.lower_
        if child.dep_ == "advcl" and verb_frames(child.lemma_) and opener not in ("if", "because"):
            break
        beside = child.dep_ in ("prep", "npadvmod") and child.left_edge.idx <= end + 1 and not _tells_where(child)
        reason = child.dep_ == "advcl" and (opener in CARRIED or (opener == "should" and child.tag_ == "VB"))
        if beside or reason or (child.dep_ == "ccomp" and _parted(clause, child, end)):
            end = max(end, tree(child)[1])
        elif child.dep_ == "punct" or child.dep_ == "cc":
            continue
        elif child.dep_ == "conj" and _still_told(cue, child):
            end = max(end, tree(child)[1])
        else:
            break
    return end


def _parted(clause: Token, later: Token, end: int) -> bool:
    """Whether what is told was parted in two: its subject's verb was taken for a clause of its own, or its "and" was.

    "said 60 were unaccounted for and 35 houses had been buried", "said the roof fitted last year, in May, had leaked".
    """
    edge = later.left_edge
    if edge.idx > end + 2 or later.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    before = later.doc[edge.i - 1]
    own = any(child.dep_ in DOERS or child.dep_ == "nsubjpass" for child in later.lefts)
    return before.dep_ == "cc" if own else clause.tag_ in ("VBD", "VBN") and edge.dep_ in ("aux", "auxpass", "ccomp")


def _tells_where(child: Token) -> bool:
    """Whether a phrase behind a clause says to whom or where it was said: "in a statement", "to reporters"."""
    things = [inner.lemma_.lower() for inner in child.subtree if inner.dep_ == "pobj"]
    occasion = words("text_nouns") | OCCASIONS
    return child.lower_ == "to" or any(thing in occasion for thing in things)


def _still_told(cue: Token, clause: Token) -> bool:
    """Whether a clause coordinated with a past cue is still told: "said the shop was lost but it would be rebuilt".

    It has a subject of its own, reports nothing itself, and its "would", "could", "might" or "had" is that of reported
    speech, or no comma parts it from what is told before: "said the shop was full but no one was hurt".
    """
    own = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.lefts)
    if not own or verb_frames(clause.lemma_):
        return False
    shifted = any(child.dep_ == "aux" and child.lower_ in SHIFTED for child in clause.lefts)
    edge = clause.left_edge
    opener = edge.i if edge.dep_ == "cc" else edge.i - 1
    joined = opener > 0 and clause.doc[opener].dep_ == "cc" and not clause.doc[opener - 1].is_punct
    return cue.tag_ in ("VBD", "VBN", "VBZ", "VBP") and (joined or (shifted and cue.tag_ in ("VBD", "VBN")))


def dated(preposition: Token) -> bool:
    """Whether a preposition's object is a time ("reported on Monday")."""
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children if child.dep_ == "pobj")


def _begin(cue: Token, clause: Token) -> int:
    """Return where a clause begins, less a time between it and the cue that says when it was said."""
    lefts = list(clause.lefts)
    moved = next((child for child in cue.rights if child.dep_ == "nsubj" and child.i < clause.left_edge.i), None)
    if moved is not None and not any(child.dep_ == "nsubj" for child in lefts):
        return tree(moved)[0]  # the clause's subject, read as a second one of the cue
    first = clause.left_edge
    if (
        cue.lemma_ == "tell"
        and first.i == cue.i + 1
        and first.lower_ in HEARERS
        and cue.doc[first.i + 1].pos_ == "PROPN"
    ):
        return cue.doc[first.i + 1].idx  # "told police Webb had fled"
    for child, after in itertools.pairwise(lefts):
        timely = (child.dep_ == "prep" and dated(child)) or (
            child.dep_ == "npadvmod" and child.ent_type_ in ("DATE", "TIME")
        )
        if not timely or child.left_edge.i != cue.i + 1 or after.is_punct:
            break
        return after.left_edge.idx
    return tree(clause)[0]


def is_infinitive(verb: Token) -> bool:
    """Whether a verb is an infinitive with "to", also a perfect or passive one: "to have fled", "to be named"."""
    opened = any(inner.lower_ == "to" and inner.dep_ == "aux" for inner in verb.lefts)
    return opened and verb.tag_ in ("VB", "VBN", "VBD", "VBG")
