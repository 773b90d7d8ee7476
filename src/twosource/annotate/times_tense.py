"""Tell from the syntax whether a time lies before or after the telling, and which words it dates.

Reads   Parse, the lexicon `time_future_cues`
Gives   direction of a place in the text (-1 past, 1 future, 0 unknown), spans of the dated words
Misses  narrative presents; plans told in the past and meanwhile carried out
"""

from spacy.tokens import Token

from twosource.annotate.parse import span_of
from twosource.annotate.times_grammar import values
from twosource.model import Span
from twosource.text.lexicon import words

CLIMB = 6
"""Steps up the tree at most: a time expression hangs within six arcs of its verb, further up it is another clause's."""

DELAYS = frozenset({"postpone", "delay", "defer", "adjourn", "extend", "suspend", "reschedule"})
"""Verbs that put what they govern off to a day still to come, in whatever tense ("postponed until Tuesday")."""

CALENDAR = frozenset({"DATE", "TIME"})
"""The model's labels of words that are times themselves, and so are not what a time dates."""


def governor(token: Token) -> Token | None:
    """Return the verb that a token hangs under, None when there is none near."""
    for _ in range(CLIMB):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def direction(token: Token) -> int:
    """Return where the time at a token lies, by the tense of its verb and by words such as "scheduled".

    A time that modifies a noun ("Wednesday's ruling") is dated by the noun's verb only where that speaks of the future.
    """
    if _put_off(token):
        return 1
    verb, modifies = governor(token), token.dep_ in ("poss", "compound", "nmod", "amod") and token.head.pos_ != "VERB"
    for _ in range(CLIMB):
        if verb is None:
            return 0
        aux = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")][-CLIMB:]
        if {child.lower_ for child in aux} & words("time_future_cues") or _foretells(verb):
            return 1
        tags = {child.tag_ for child in aux} | {verb.tag_}
        if "TO" in tags:
            # an infinitive lies ahead of what it hangs on ("agreed to meet Tuesday")
            return 0 if modifies or verb.dep_ not in ("xcomp", "acl", "relcl", "ccomp") else 1
        if tags & {"VBD", "VBN", "VBZ", "VBP"}:
            return 0 if modifies else direction_of_tags(tags)
        verb = verb.head if verb.head is not verb else None
    return 0


def _put_off(token: Token) -> bool:
    """Whether something was put off to a day: "postponed until Tuesday morning", "delayed a ruling until Tuesday"."""
    part = token.dep_ in ("compound", "nmod", "npadvmod") and token.head.lower_ in values("part")
    day = token.head if part else token
    if day.dep_ != "pobj" or day.head.lower_ not in ("until", "till", "to"):
        return False
    above = day.head.head
    return above.lemma_ in DELAYS or (above.dep_ == "dobj" and above.head.lemma_ in DELAYS)


def _foretells(verb: Token) -> bool:
    """Whether a verb or noun itself puts what it governs after now; in the simple past it dates its own act instead.

    "Is scheduled for Friday" does, "postponed Friday" does not.
    """
    return verb.lemma_.lower() in words("time_future_cues") and verb.tag_ != "VBD"


def direction_of_tags(tags: set[str]) -> int:
    """Return -1 for past tense and participles, 0 for the present, which press English uses for both."""
    return -1 if tags & {"VBD", "VBN"} else 0


def dated_words(tokens: list[Token]) -> tuple[Span, ...]:
    """Return the verb or noun that a time expression dates: the head its tokens hang on, prepositions passed over.

    The first content word above the expression counts; for an auxiliary or copula its own verb. A noun right behind
    "at 8:40am" is not dated but what it does ("at 8:40am police were called").
    """
    inside = {token.i for token in tokens}
    for token in tokens:
        head = token.head
        if head.i in inside:
            continue
        for _ in range(CLIMB):
            if (
                head.pos_ in ("VERB", "NOUN", "PROPN", "AUX")
                and head.i not in inside
                and head.ent_type_ not in CALENDAR
                and not (head.pos_ == "NOUN" and _runs_into(tokens, head))
            ):
                return (span_of(head),)
            if head.head is head:
                return ()
            head = head.head
    return ()


def _runs_into(tokens: list[Token], noun: Token) -> bool:
    """Whether a clock time behind a preposition runs into the noun of what follows, and was taken for a part of it."""
    first, last = tokens[0], tokens[-1]
    clock = last.lower_.endswith(("am", "pm", "m.")) and first.text[:1].isdigit()
    return clock and noun.i == last.i + 1 and first.i > 0 and first.nbor(-1).dep_ == "prep"
