"""Find phrases that stand for persons, bodies, places and groups without naming them: descriptions and pronouns.

Reads   Parse.doc, the tokens that names take up, the lexicon noun_kinds
Gives   Phrase: token range, head, kind; whether it is definite, plural, and whose it is
Misses  nouns that are not in the lexicon; "it" and "they" for things are left for `anaphora` to tell
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Token

from twosource.annotate.tokens import POSSESSIVES, children
from twosource.model import NameKind
from twosource.text.lexicon import mapping, words

Pronoun = Literal["he", "she", "it", "they", "i", "we", ""]
PRONOUNS: dict[str, Pronoun] = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "i": "i", "me": "i", "my": "i", "mine": "i", "myself": "i",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
}  # fmt: skip
PRONOUN_KINDS: dict[Pronoun, NameKind] = {
    "he": "person", "she": "person", "i": "person", "we": "group", "they": "group", "it": "organisation",
}  # fmt: skip
KINDS: dict[str, NameKind] = {"person": "person", "organisation": "organisation", "group": "group", "place": "place"}
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
LONGEST = 14  # tokens before the head; a longer left side is a clause that the parser took for a modifier
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson", "representative", "office", "lawyer", "aide"})


@dataclass(frozen=True)
class Phrase:
    """A description or pronoun at the tokens ``[start, end)``."""

    start: int
    end: int
    head: int
    kind: NameKind
    pronoun: Pronoun = ""
    definite: bool = False
    plural: bool = False


def phrases(doc: Doc, named: list[bool]) -> list[Phrase]:
    """Return the phrases in text order; `named[i]` says that token i is part of a name."""
    found = [phrase for token in doc if not named[token.i] for phrase in _phrase(doc, token, named)]
    return sorted(found, key=lambda phrase: (phrase.start, -phrase.end))


def _phrase(doc: Doc, token: Token, named: list[bool]) -> Iterator[Phrase]:
    pronoun = PRONOUNS.get(token.lower_, "") if token.pos_ in ("PRON", "DET") or token.lower_ == "i" else ""
    if pronoun and token.text != "US":
        yield Phrase(token.i, token.i + 1, token.i, PRONOUN_KINDS[pronoun], pronoun, plural=pronoun in ("they", "we"))
        return
    kind = noun_kind(token)
    if kind is None or token.dep_ in ("compound", "nmod", "amod") or _titles_a_name(doc, token, named):
        return
    plural = token.tag_ in ("NNS", "NNPS")
    start, end = _left(token), _right(doc, token, named)
    opening = doc[start]
    if (
        not plural
        and start == token.i
        and kind in ("place", "organisation")
        and token.dep_ not in ("nsubj", "nsubjpass")
    ):
        return  # "in place", "took office"
    definite = opening.lower_ in DEFINITE or any(child.dep_ == "poss" for child in token.lefts)
    yield Phrase(start, end, token.i, "group" if plural and kind == "person" else kind, "", definite, plural)


def noun_kind(token: Token) -> NameKind | None:
    """Return what a common noun stands for, None when for nothing that a name could."""
    if token.pos_ not in ("NOUN", "PROPN") or not token.is_alpha:
        return None
    lemma = token.lemma_.lower()
    return KINDS.get(mapping("noun_kinds").get(lemma, "")) or (
        "organisation" if lemma in words("owned_bodies") or token.lower_ in words("owned_bodies") else None
    )


def _titles_a_name(doc: Doc, token: Token, named: list[bool]) -> bool:
    """Whether the noun is the title of the name after it: "Minister" in "Minister Makei"."""
    after = token.i + 1
    return after < len(doc) and named[after] and not doc[after].is_sent_start


def _left(token: Token) -> int:
    """Return where the phrase starts: with its determiner or owner, and never before a mark or a line break."""
    edge = max(token.left_edge.i, token.i - LONGEST)
    start = token.i
    while start > edge:
        before = token.doc[start - 1]
        if before.is_space or (before.is_punct and before.text not in ("-", "–", "’", "'")):
            break
        if before.pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ") and before.tag_ not in ("VBN", "VBG", "CC"):
            break
        start -= 1
    while start < token.i and token.doc[start].lower_ in ("and", "or", "but", "not", "only", "even", "both"):
        start += 1
    return start


def _right(doc: Doc, token: Token, named: list[bool]) -> int:
    """Return where it ends: after its head, or after the name that a spokesperson or office speaks for."""
    if token.lemma_.lower() in SPEAKERS and token.i + 1 < len(doc) and doc[token.i + 1].lower_ in ("for", "of", "to"):
        end = token.i + 2
        while end < len(doc) and (doc[end].lower_ == "the" or named[end]):
            end += 1
        if named[end - 1]:
            return end
    return token.i + 1


def owner(doc: Doc, phrase: Phrase) -> tuple[int, int] | None:
    """Return the tokens of the phrase's owner ("Putin" of "Putin's aide", "its"), None when it has none."""
    head = doc[phrase.head]
    for child in children(head, "poss"):
        if child.i < phrase.start:
            return None
        end = child.i + 1
        return (child.left_edge.i, end)
    if phrase.end > phrase.head + 2:
        return phrase.head + 2, phrase.end
    return None


def after_owner(doc: Doc, phrase: Phrase, end: int) -> int:
    """Return the first token of the phrase's own words, after its owner and determiner."""
    at = max(end, phrase.start)
    while at < phrase.head and (doc[at].text in POSSESSIVES or doc[at].pos_ == "DET" or doc[at].lower_ in ("own",)):
        at += 1
    return min(at, phrase.head)
