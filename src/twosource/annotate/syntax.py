"""Walk a dependency tree in linear time: children, phrases, order; and the shape of a predicate.

Reads   spaCy's dependencies
Gives   `Predicate` and `Arg`, and the walks that they are made with
Misses  discontinuous phrases: a span is one stretch

spaCy's own iterators over children and subtrees look at the whole subtree each time, which is quadratic on odd input.
"""

from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.annotate.parse import span_of
from twosource.model import Span
from twosource.model.mention import Status

Kids = list[list[Token]]
"""The children of each token, by token index, in text order."""

CUT = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp"})
"""Dependents that end a noun phrase: what comes from there on is another clause or another name."""

SPINE = 40  # steps down the right edge of one noun phrase: no phrase in print is deeper; keeps odd input linear


class Arg(NamedTuple):
    """An argument: its relation to the predicate, head token, and span as printed."""

    relation: str
    head: Token
    span: Span
    own: bool = True
    """False when it stands in another clause: a shared or controlled subject, an antecedent."""


class Predicate(NamedTuple):
    """A verb or event noun with its parts. `governor` is the index of the token it depends on as a clause, or -1."""

    token: Token
    lemma: str
    args: tuple[Arg, ...]
    span: Span
    negated: bool = False
    status: Status = "happened"
    tense: str = ""
    passive: bool = False
    nominal: bool = False
    governor: int = -1

    def first(self, *relations: str) -> Arg | None:
        """Return the first argument with one of the relations, in the order in which they are asked for."""
        for relation in relations:
            for arg in self.args:
                if arg.relation == relation:
                    return arg
        return None


def children(doc: Doc) -> Kids:
    """Return the children of every token. spaCy's own iterators look at the whole subtree each time."""
    kids: Kids = [[] for _ in range(len(doc))]
    heads = doc.to_array("HEAD").astype("int64").tolist()  # how far away the head is
    for i, (token, away) in enumerate(zip(doc, heads, strict=True)):
        if away:
            kids[i + away].append(token)
    return kids


def phrase(head: Token, kids: Kids) -> Span:
    """Return the span of the noun phrase of `head`, without relative clauses, appositions and outer punctuation."""
    doc = head.doc
    start, last, node = head.left_edge.i, head.i, head
    for _ in range(SPINE):
        further = None
        for kid in kids[node.i]:
            if kid.i < node.i:
                continue
            if kid.dep_ in CUT:
                break
            if kid.dep_ not in {"punct", "cc"} and not kid.is_space:
                further = kid
        if further is None:
            break
        last, node = max(last, further.i), further
    while start < head.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    return Span(doc[start].idx, span_of(doc[last]).end)


def lemma_of(head: Token) -> str:
    """Return the lemma of a head word, names as written, hyphenated compounds whole ("cease-fire")."""
    own = head.text if head.pos_ == "PROPN" else head.lemma_.lower()
    if head.i >= 2 and head.nbor(-1).tag_ == "HYPH" and head.nbor(-2).head.i == head.i:
        return f"{head.nbor(-2).lower_}-{own}"
    return own


def stretch(token: Token) -> Span:
    """Return the span of everything under `token`, without outer punctuation and white space."""
    doc, start, end = token.doc, token.left_edge.i, token.right_edge.i
    while start < token.i and (doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > token.i and (doc[end].is_punct or doc[end].is_space):
        end -= 1
    return Span(doc[start].idx, span_of(doc[end]).end)


def top_down(doc: Doc, kids: Kids) -> list[Token]:
    """Return all tokens, heads before their dependents."""
    order = [token for token in doc if token.head.i == token.i]
    for token in order:
        order.extend(kids[token.i])
    return order
