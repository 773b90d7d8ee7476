"""Tell whether a clause says that something happened, is planned, called for, possible or denied.

Reads   spaCy's dependencies; text/data/complement_status.tsv
Gives   `clause_status` of a verb, `noun_status` of an event noun
Misses  irony, rumour and hedges outside the syntax ("reportedly" is a matter of certainty, not of status)
"""

from functools import cache

from spacy.tokens import Token

from twosource.annotate.syntax import Predicate
from twosource.annotate.tokens import FINITE
from twosource.model.mention import Status
from twosource.text.lexicon import table

CONDITIONS = frozenset({"if", "unless", "whether", "lest"})
ASSERTING = frozenset({"announce", "warn", "mean", "determine", "resolve", "tell", "insist", "suggest", "see"})
"""Verbs of the table whose finite complement is simply told: "announced that it withdrew", "insists it left"."""


@cache
def _table() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in table("complement_status")}


def governs(lemma: str) -> bool:
    """Whether a verb's infinitive is what it speaks of ("agree to leave") and no purpose ("stop to rest")."""
    return (lemma, "verb") in _table()


def clause_status(token: Token, own: list[Token], governor: Predicate | None) -> tuple[Status, bool]:
    """Return the status of the clause of `token`, and whether a negation above reaches it.

    `own` are the token's children, `governor` the predicate it depends on.
    """
    modal = _modal(own)
    if any(kid.lower_ in CONDITIONS for kid in own if kid.dep_ in {"mark", "advmod"}):
        return "possible", False
    told, negated = _from_above(token, own, governor)
    if told in {"denied", "called for"} or not modal:
        return told, negated
    return modal, False


def _modal(own: list[Token]) -> Status | None:
    """The status that a modal verb gives; "would" beside an "if" clause is only possible."""
    statuses = _table()
    for kid in own:
        if kid.dep_ == "aux" and (kid.lower_, "modal") in statuses:
            if kid.lower_ in {"would", "'d"} and _has_condition(own):
                return "possible"
            return _as_status(statuses[kid.lower_, "modal"])
        if kid.lower_ == "wo" and kid.dep_ == "aux":
            return "planned"
    return None


def _has_condition(own: list[Token]) -> bool:
    """Whether an adverbial clause beside the verb opens with "if"."""
    return any(kid.dep_ == "advcl" and kid.left_edge.lower_ == "if" for kid in own)


def _from_above(token: Token, own: list[Token], governor: Predicate | None) -> tuple[Status, bool]:
    """The status that the governing word hands down."""
    if governor is None:
        return "happened", False
    dep, head = token.dep_, token.head
    infinitive = token.tag_ == "VB" and any(kid.dep_ == "aux" and kid.lower_ == "to" for kid in own)
    if dep == "conj":
        return _shared(token, own, governor)
    if dep in {"xcomp", "ccomp"}:
        return _complement(token, own, head, governor, infinitive)
    if dep == "pcomp":
        return _after_preposition(head, governor)
    if dep in {"acl", "relcl"} and infinitive:
        return _infinitive_of_noun(head, governor), any(kid.lower_ == "no" for kid in head.lefts)
    if dep == "advcl" and infinitive:
        if governs(head.lemma_.lower()) and governor.first("object") is None:  # "swore to fight", read as a purpose
            return _complement(token, own, head, governor, infinitive)
        return "planned", False
    if dep == "advcl" and token.tag_ in {"VBP", "VBZ"} and governor.tense == "future":
        return governor.status, False  # "will sign when they meet"
    if dep == "advcl" and token.tag_ == "VBG" and token.left_edge.lower_ not in {"while", "after", "since"}:
        return governor.status, False
    return "happened", False


def _shared(token: Token, own: list[Token], governor: Predicate) -> tuple[Status, bool]:
    """A coordinated verb shares modal and mood when it has no finite form of its own: "will meet and talk"."""
    finite = token.tag_ in FINITE or any(kid.dep_ in {"aux", "auxpass"} and kid.tag_ in FINITE for kid in own)
    if finite and governor.status not in {"denied"}:
        return "happened", False
    if finite and governor.token.dep_ not in {"ccomp", "xcomp"}:
        return "happened", False
    return governor.status, governor.negated and not finite


def _complement(
    token: Token, own: list[Token], head: Token, governor: Predicate, infinitive: bool
) -> tuple[Status, bool]:
    """The complement of a verb or adjective, by the table."""
    kind = "adjective" if head.pos_ == "ADJ" else "verb"
    lemma = head.lemma_.lower()
    told = _table().get((lemma, kind), "") or _table().get((head.lower_, "adjective"), "")
    if lemma == "be" and infinitive:
        return "planned", governor.negated
    if (lemma == "have" and not infinitive) or (lemma == "go" and governor.token.tag_ != "VBG"):
        told = "same"
    negated = governor.negated and (token.dep_ == "xcomp" or infinitive)
    if told == "same":
        return governor.status, negated
    if not told:
        return "happened", False
    if told == "denied":
        return ("possible", False) if governor.negated else ("denied", False)
    if token.dep_ == "ccomp" and not infinitive:
        return _finite_complement(token, own, lemma, told), negated
    return _as_status(told), negated


def _finite_complement(token: Token, own: list[Token], lemma: str, told: str) -> Status:
    """A "that" clause: what is told in the past happened; a bare verb after "demanded that" is called for."""
    past = token.tag_ == "VBD" or any(kid.dep_ in {"aux", "auxpass"} and kid.tag_ in FINITE for kid in own)
    if told == "possible":
        return "possible"
    if lemma in ASSERTING:
        bare = token.tag_ == "VB" and not any(kid.dep_ == "aux" for kid in own)
        return "called for" if bare and told == "called for" else "happened"
    return "happened" if past else _as_status(told)


def _after_preposition(preposition: Token, governor: Predicate) -> tuple[Status, bool]:
    """After "without" it is negated, in "accused of leaving" possible, in "banned from leaving" denied."""
    name = preposition.lower_
    if name == "without":
        return governor.status, True
    above = preposition.head
    kind = "noun" if above.pos_ == "NOUN" else "verb"
    told = _table().get((above.lemma_.lower(), kind), "")
    if told and told != "same" and name in {"of", "to", "from", "on", "in", "against", "about", "with", "for"}:
        if told == "denied" and kind == "verb" and name != "from":
            return governor.status, False
        return _as_status(told), False
    return (governor.status if name in {"by", "in", "after", "before", "through"} else "happened"), False


def _infinitive_of_noun(head: Token, governor: Predicate) -> Status:
    """An infinitive under a noun: "plan to leave"; "the first to leave" did; else it is only possible."""
    told = _table().get((head.lemma_.lower(), "noun"), "")
    if told == "same":
        return governor.status
    if told:
        return _as_status(told)
    return "happened" if head.pos_ in {"ADJ", "NUM"} or head.lower_ in {"first", "last", "latest"} else "possible"


def noun_status(token: Token, governor: Predicate | None) -> Status:
    """Return the status of an event noun by its verb: "demanded talks", "will hold talks", "denied a raid"."""
    if governor is None or governor.nominal:
        return "happened"
    preposition = token.head if token.dep_ == "pobj" else None
    if preposition is not None and preposition.head.i != governor.token.i:
        ahead = preposition.lower_ == "of" and preposition.head.lower_ == "ahead"
        return "planned" if ahead else "happened"
    lemma = governor.token.lemma_.lower()
    told = _table().get((lemma, "object"), "")
    if lemma == "call" and preposition is None:  # "called talks" has set them, "called for talks" not
        told = "planned" if token.dep_ == "dobj" else ""
    changed = token.dep_ in {"dobj", "nsubjpass", "nsubj", "attr"} or (
        preposition is not None and preposition.lower_ in {"for", "on", "to", "in"}
    )
    if not changed:
        return "happened"
    if told == "same":
        return governor.status
    raised = token.dep_ == "nsubjpass" and governor.first("complement") is not None  # "sanctions are expected to bite"
    objective = (token.dep_ in {"dobj", "nsubjpass"} and not raised) or preposition is not None
    if told and objective and governor.status == "happened":
        return _as_status(told)
    return "happened"


def _as_status(told: str) -> Status:
    """The words of the table as a Status; raises ValueError on any other."""
    for status in STATUSES:
        if told == status:
            return status
    raise ValueError(f"complement_status.tsv: unknown status {told!r}")


STATUSES: tuple[Status, ...] = ("happened", "planned", "called for", "denied", "possible")
