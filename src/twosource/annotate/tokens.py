"""Look up tokens by place and walk the parse.

Reads   a spaCy Doc and spans of its text
Gives   token ranges and spans of them, the children and all that hangs on a token
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from twosource.model import Span
from twosource.text.lexicon import words

POSSESSIVES = frozenset({"'s", "’s", "'", "’", "'S", "’S"})
"""The signs behind an owner."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
"""The labels of whoever does or undergoes what a verb tells."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""The tags of verbs that say when something was or is."""

TENSED = FINITE | {"MD"}
"""The same with "will", "may" and their like."""


def token_starts(doc: Doc) -> dict[int, int]:
    """Return the index of the token that starts at each offset of the text."""
    return {start: i for i, start in enumerate(doc.to_array("IDX").tolist())}


def token_ends(doc: Doc) -> dict[int, int]:
    """Return the index after the token that ends at each offset of the text."""
    places = doc.to_array(["IDX", "LENGTH"]).tolist()
    return {start + length: i for i, (start, length) in enumerate(places, 1)}


def tree(token: Token) -> tuple[int, int]:
    """Return the offsets of all that hangs on a token."""
    right = token.right_edge
    return token.left_edge.idx, right.idx + len(right)


def span_between(doc: Doc, start: int, end: int) -> Span:
    """Return the place of the tokens ``[start, end)``."""
    return Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1].text))


def text_between(doc: Doc, start: int, end: int) -> str:
    """Return the text of the tokens ``[start, end)``, as a spaCy span would give it for twenty times the time."""
    if end - start == 1:
        return doc[start].text if start < len(doc) else ""
    words = [doc[i].text_with_ws for i in range(start, min(end, len(doc)))]
    if words:
        words[-1] = doc[start + len(words) - 1].text
    return "".join(words)


def children(token: Token, *relations: str) -> Iterator[Token]:
    """Yield the children of `token` with one of the relations, in text order."""
    for child in token.children:
        if child.dep_ in relations:
            yield child


def conjuncts(token: Token) -> list[Token]:
    """Return `token` and the tokens coordinated with it, in text order; walks down only, so it ends on any parse."""
    found, queue = [token], [token]
    while queue:
        for child in children(queue.pop(), "conj"):
            found.append(child)
            queue.append(child)
    return sorted(found, key=lambda one: one.i)


def office_by_letters(doc: Doc, start: int, end: int) -> bool:
    """Whether all there is is an office's letters, which the model takes for a body or a place: "CEO Ann Lee"."""
    return end - start == 1 and doc[start].is_upper and doc[start].lower_ in words("offices")
