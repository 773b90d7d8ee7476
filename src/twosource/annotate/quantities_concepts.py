"""Tell which words around a number say what is measured.

Reads   tokens of a number, its unit and the noun it counts; the lexicon `quantity_stopwords`
Gives   subject, phrases and concept words; Syntax keeps what was asked before
Misses  what another sentence names ("The toll ... It rose to 36")
"""

from itertools import islice

from spacy.tokens import Token

from twosource.annotate.quantities_bounds import is_change_verb
from twosource.annotate.quantities_units import names_unit
from twosource.annotate.tokens import SUBJECTS
from twosource.text.lexicon import words

DEPTH = 4
"""Noun phrases nested in one another that still say what is measured ("the price of shares of the maker of cars")."""

CLIMB = 5
"""Arcs from a number up to its verb at most."""

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "advmod", "npadvmod"})


COUNTING = frozenset({"nummod", "amod", "nmod", "compound", "quantmod", "det", "advmod", "npadvmod"})
"""Relations of a number to the noun it counts; the parser takes "1,200-strong" and the like for the last ones."""

SHARED_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "prep", "pobj"})
"""Relations under which a verb without a subject has that of the verb above it."""

RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})
"""Pronouns that stand for the noun their clause hangs on."""

WIDE = 40
"""Children of one token that are looked at: no real phrase has more, a list of thousands of names has."""


def governing_verb(token: Token) -> Token | None:
    """Return the verb a token hangs under within a few arcs, None when there is none; "including" is passed over."""
    for _ in range(CLIMB):
        if token.head is token or token.head.i == token.i:
            return token if token.pos_ in ("VERB", "AUX") else None
        token = token.head
        if token.pos_ in ("VERB", "AUX") and token.lower_ != "including":
            return token
    return None


class Syntax:
    """Answers about one parse, kept, so that many numbers under one head cost no more than one."""

    def __init__(self) -> None:
        self._subjects: dict[int, Token | None] = {}
        self._phrases: dict[int, tuple[Token, ...]] = {}

    def subject(self, verb: Token) -> Token | None:
        """Return the subject of a verb, its own or that of the verb it is coordinated with or controlled by."""
        if verb.i not in self._subjects:
            self._subjects[verb.i] = self._find_subject(verb)
        return self._subjects[verb.i]

    def _find_subject(self, verb: Token) -> Token | None:
        for _ in range(CLIMB):
            for child in islice(verb.lefts, WIDE):
                if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
                    relative = child.lower_ in RELATIVE and verb.dep_ in ("relcl", "acl", "ccomp")
                    if relative and verb.head.pos_ in ("NOUN", "PROPN"):
                        return verb.head
                    if child.pos_ != "PRON" or relative:
                        return child
                    break
            if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in ("NOUN", "PROPN"):
                return verb.head
            above = governing_verb(verb) if verb.dep_ in SHARED_SUBJECT else None
            if above is None or above is verb:
                return None
            verb = above
        return None

    def phrase(self, noun: Token) -> tuple[Token, ...]:
        """Return the content words of a noun phrase in text order: the noun, its modifiers, its "of" phrases."""
        if noun.i not in self._phrases:
            self._phrases[noun.i] = tuple(sorted(_phrase(noun, DEPTH), key=lambda token: token.i))
        return self._phrases[noun.i]


def _phrase(noun: Token, depth: int) -> list[Token]:
    found = [noun] if _content(noun) else []
    if depth == 0:
        return found
    for child in near_children(noun):
        if child.dep_ in MODIFIERS and child.dep_ != "nummod" and abs(child.i - noun.i) < 12:
            found += _phrase(child, depth - 1)
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "on", "from") and child.i - noun.i < 6:
            found += [token for grand in child.children if grand.dep_ == "pobj" for token in _phrase(grand, depth - 1)]
    return found


def _content(token: Token) -> bool:
    """Whether a word says something of what is measured: no unit, no number, no word without meaning of its own."""
    return (
        not token.text[:1].isdigit()
        and (token.dep_ in SUBJECTS or not names_unit(token.text))  # "the ruble fell 30 percent"
        and token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
        and not token.like_num
        and token.lower_ not in words("quantity_stopwords")
        and any(letter.isalpha() for letter in token.text)
    )


def measured_words(
    base: Token, noun: Token | None, verb: Token | None, has_unit: bool, syntax: Syntax
) -> tuple[list[Token], Token | None]:
    """Return the words that say what is measured, and the noun among them that an amount modifies.

    `base` is the head of the amount. An amount tells of the noun it modifies, its complements, the noun it hangs on
    and the subject; things counted tell of what they are "of", and of the subject only as its object ("the club won
    four cups").
    """
    modified = modified_noun(base) if noun is None else None
    subject = syntax.subject(verb) if verb is not None else None
    above = noun_above(base, ("of",) if noun is not None else ())
    owned = noun is None or noun.dep_ in ("dobj", "attr", "oprd")
    near = [modified, *complements(base, ("of",) if noun is not None else LINKS)]
    if noun is None:
        near += [child for child in near_children(base) if child.i < base.i and child.dep_ in NAMES]
    moved: list[Token] = []
    if noun is None and verb is not None and base.dep_ == "pobj" and base.head.lower_ in ("to", "at", "from", "by"):
        moved = [child for child in near_children(verb) if child.dep_ == "dobj" and child.i < base.i]
        modified = modified or next(iter(moved), None)  # "raised its rate to 20 percent"
        near += moved
    if modified is not None and modified.pos_ == "ADJ":
        near.append(_described(modified, verb, syntax))
    near.append(above)
    moving = any(word.i != base.i for word in moved) and verb is not None and is_change_verb(verb)
    if subject is not None and subject.i != base.i and subject.pos_ != "PRON" and owned and not moving:
        near.append(subject)
    found = [token for word in near if word is not None for token in syntax.phrase(word)]
    if not found and noun is None and verb is not None:
        later = [child for child in near_children(verb) if child.dep_ == "prep" and child.i > base.i]
        ends = [end for child in later if child.lower_ in LINKS for end in child.rights if end.dep_ == "pobj"]
        found = [token for end in ends for token in syntax.phrase(end)]
    if not found and has_unit:
        found = list(_nearest(base, syntax))
    return found, modified


def _described(adjective: Token, verb: Token | None, syntax: Syntax) -> Token | None:
    """Return what an adjective of measure is said of ("a canyon that is 90 miles wide")."""
    if adjective.dep_ in ("amod", "acl", "relcl") and adjective.head.pos_ in ("NOUN", "PROPN"):
        return adjective.head
    return syntax.subject(verb) if verb is not None and adjective.dep_ in ("acomp", "attr", "conj") else None


NEAREST = 8
"""Words back from an amount in which the noun that it measures stands where the syntax does not join them."""


def _nearest(base: Token, syntax: Syntax) -> tuple[Token, ...]:
    """Return the phrase of the nearest noun before an amount in its sentence."""
    token = base
    for _ in range(NEAREST):
        if token.i == 0 or token.is_sent_start:
            return ()
        token = token.nbor(-1)
        if token.pos_ in ("NOUN", "PROPN") and _content(token):
            return syntax.phrase(token)
    return ()


LINKS = ("of", "in", "for", "on")
"""Prepositions between an amount and what it is an amount of."""

NAMES = frozenset({"compound", "nmod", "poss"})
"""Relations of a name to the amount behind it ("MacBook Pro 16 inch")."""


def near_children(token: Token) -> list[Token]:
    """Return a token's children, the first `WIDE` of them."""
    return list(islice(token.children, WIDE))


def modified_noun(base: Token) -> Token | None:
    """Return the noun that an amount modifies ("a $500 fine")."""
    token = base
    for _ in range(3):
        if (
            token.dep_ in ("nummod", "compound", "amod", "nmod", "quantmod", "npadvmod", "advmod")
            and token.head.i > base.i
            and token.head.pos_ in ("NOUN", "PROPN", "ADJ")
        ):
            token = token.head
        else:
            break
    return token if token is not base else None


def complements(base: Token, links: tuple[str, ...]) -> list[Token]:
    """Return the nouns after "of", "in", "for" that an amount is of ("20 percent of spending"), two at most."""
    return [
        end
        for child in near_children(base)
        if child.dep_ == "prep" and child.lower_ in links and 0 < child.i - base.i <= 3
        for end in islice(child.rights, WIDE)
        if end.dep_ == "pobj" and end.pos_ in ("NOUN", "PROPN")
    ][:2]


def noun_above(base: Token, links: tuple[str, ...] = ()) -> Token | None:
    """Return the noun that an amount hangs on ("a price of $5", "run of seven games"), None when there is none.

    `links` are the prepositions that may stand between, all when empty.
    """
    token = base
    for _ in range(CLIMB):
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            return None
        if links and token.pos_ == "ADP" and token.lower_ not in links:
            return None
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.i < base.i and not names_unit(token.text):
            return token
    return None
