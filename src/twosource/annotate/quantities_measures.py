"""Tell what a number counts or measures, of whom, and by what event.

Reads   tokens of the number and unit, the syntax around them; the lexicons `casualties`, `stopwords`
Gives   Measure: counted noun phrase, normal measure ("dead", "fled", "price"), of whom, concepts, event
Misses  measures named in another sentence ("The toll ... It rose to 36")
"""

from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.parse import span_of
from twosource.model import Span
from twosource.text.lexicon import mapping, words

DEPTH = 4
"""Noun phrases nested in one another that still say what is measured ("the price of shares of the maker of cars")."""

CLIMB = 5
"""Arcs from a number up to its verb at most."""

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss", "nummod", "advmod", "npadvmod"})


COUNTING = frozenset({"nummod", "amod", "nmod", "compound", "quantmod", "det", "advmod", "npadvmod"})
"""Relations of a number to the noun it counts; the parser takes "1,200-strong" and the like for the last ones."""

SHARED_SUBJECT = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "prep", "pobj"})
"""Relations under which a verb without a subject has that of the verb above it."""


class Measure(NamedTuple):
    """What was found around a number; tokens, spans and words, all optional."""

    item: Span | None = None
    norm: str = ""
    measure: str = ""
    of: str = ""
    concepts: tuple[str, ...] = ()
    event: Span | None = None
    verb: Token | None = None
    noun: Token | None = None


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
            for child in verb.lefts:
                if child.dep_ in ("nsubj", "nsubjpass", "csubj"):
                    return child
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
    for child in noun.children:
        if child.dep_ in MODIFIERS and child.dep_ != "nummod" and abs(child.i - noun.i) < 12:
            found += _phrase(child, depth - 1)
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "in", "on", "from") and child.i - noun.i < 6:
            found += [token for grand in child.children if grand.dep_ == "pobj" for token in _phrase(grand, depth - 1)]
    return found


def _content(token: Token) -> bool:
    """Whether a word says something of what is measured."""
    return (
        token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB")
        and not token.like_num
        and token.lower_ not in words("quantity_stopwords")
        and any(letter.isalpha() for letter in token.text)
    )


def counted_noun(number: Token, limit: int) -> Token | None:
    """Return the noun that a number counts: its head, the noun after "of" ("dozens of people"), or "a pick or two"."""
    head = number.head
    if number.dep_ in COUNTING and head.pos_ in ("NOUN", "PROPN", "ADJ") and head.i > number.i:
        if head.pos_ == "ADJ" and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        return head if head.idx <= limit else None
    for child in number.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i - number.i <= 2:
            for grand in child.rights:
                if grand.dep_ == "pobj" and grand.pos_ in ("NOUN", "PROPN"):
                    return grand
    before = number.i - 2
    if before >= 0 and number.nbor(-1).lower_ == "or" and number.doc[before].pos_ == "NOUN":
        return number.doc[before]
    return None


def governing_verb(token: Token) -> Token | None:
    """Return the verb a token hangs under within a few arcs, None when there is none."""
    for _ in range(CLIMB):
        if token.head is token:
            return token if token.pos_ in ("VERB", "AUX") else None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def counted_name(number: Token, noun: Token) -> str:
    """Return the normal name of what is counted: modifiers as written and the noun's lemma ("commercial fisherman")."""
    if noun.i < number.i:
        return singular(noun)
    first, parts = number.i + 1, []
    if first < noun.i and number.nbor(1).lower_ in ("of", "-"):
        first += 1
    for token in number.doc[first : noun.i]:
        hyphen = token.text in ("-", "‑", "'s", "’s") and parts and not token.doc[token.i - 1].whitespace_
        if hyphen or (token.pos_ in NAMING and token.lower_ not in words("quantity_stopwords") and not token.like_num):
            parts.append(token.text + token.whitespace_)
    return "".join([*parts, noun.text if noun.tag_ in ("NNP", "NN") else singular(noun)]).strip()


NAMING = frozenset({"NOUN", "PROPN", "ADJ", "VERB", "X"})
"""Parts of speech that name what is counted, before its noun."""


def singular(noun: Token) -> str:
    """Return a plural noun's singular, with the case it has; "people" stays."""
    if noun.lower_ == "people":
        return noun.text
    lemma = noun.lemma_
    if noun.tag_ == "NNPS" and lemma == noun.text and lemma.endswith("s"):
        return lemma[:-1]
    return lemma if noun.text[:1].islower() or noun.text.isupper() else lemma[:1].upper() + lemma[1:]


def casualty(text: str) -> str:
    """Return the normal measure of a lemma of what befalls people, "" for other words.

    >>> casualty("die"), casualty("wound"), casualty("walk")
    ('dead', 'injured', '')
    """
    return mapping("casualties").get(text.lower(), "")


def measured(number: Token, unit: Token | None, noun: Token | None, syntax: Syntax) -> Measure:
    """Return what the number at a token counts or measures; `unit` is its unit's last token, `noun` what it counts."""
    base = noun or unit or number
    verb = governing_verb(base)
    befell = _befell(number, base, noun, verb, syntax)
    subject = syntax.subject(verb) if verb is not None else None
    modified = _modified(base) if noun is None else None
    own = {
        number.i,
        *([unit.i] if unit is not None else []),
        *(token.i for token in ([noun] if noun is not None else [])),
    }
    found: list[Token] = []
    if noun is None:
        for near in (modified, *_complements(base)):
            if near is not None:
                found += syntax.phrase(near)
    if subject is not None and subject.i != base.i and subject.i not in own and subject.pos_ != "PRON":
        found += syntax.phrase(subject)
    if not found:
        above = _above(base)
        if above is not None:
            found += syntax.phrase(above)
    concepts = tuple(
        dict.fromkeys(token.text for token in found if token.i not in own and not _inside(token, number, base))
    )
    measure = befell or (noun.lemma_.lower() if noun is not None else _name_of(modified, subject, found))
    of = _of(noun, measure, befell, syntax)
    item = _item(number, noun) if noun is not None else (span_of(modified) if modified is not None else None)
    return Measure(
        item, "", measure, of, concepts, _cause(number, base, verb, syntax), verb, modified if noun is None else noun
    )


def _inside(token: Token, number: Token, base: Token) -> bool:
    """Whether a word stands between the number and its unit."""
    return number.i <= token.i <= base.i


def _modified(base: Token) -> Token | None:
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


def _complements(base: Token) -> list[Token]:
    """Return the nouns after "of", "in", "for" that an amount is of ("20 percent of spending")."""
    return [
        grand
        for child in base.rights
        if child.dep_ == "prep" and child.lower_ in ("of", "in", "for", "on") and child.i - base.i <= 2
        for grand in child.rights
        if grand.dep_ == "pobj" and grand.pos_ in ("NOUN", "PROPN")
    ][:2]


def _above(base: Token) -> Token | None:
    """Return the noun that an amount hangs on ("a price of $5", "run of seven games"), None when there is none."""
    token = base
    for _ in range(CLIMB):
        if token.head is token:
            return None
        token = token.head
        if token.pos_ in ("NOUN", "PROPN") and token.i < base.i:
            return token
        if token.pos_ in ("VERB", "AUX"):
            return None
    return None


def _name_of(modified: Token | None, subject: Token | None, found: list[Token]) -> str:
    """Return the lemma of what an amount measures: the noun it modifies, else the subject, else the last concept."""
    for token in (modified, subject):
        if token is not None and token.pos_ in ("NOUN", "PROPN"):
            return token.lemma_.lower()
    return found[-1].lemma_.lower() if found else ""


def _befell(number: Token, base: Token, noun: Token | None, verb: Token | None, syntax: Syntax) -> str:
    """Return what befell those counted: by the noun, the word behind, the verb, or the subject of a verb of change."""
    if noun is not None and casualty(noun.lemma_):
        return casualty(noun.lemma_)
    after = base.i + 1
    if after < len(base.doc) and casualty(base.nbor(1).lower_):
        return casualty(base.nbor(1).lower_)
    for child in base.rights:
        if child.dep_ in ("acl", "relcl", "amod", "acomp", "oprd") and casualty(child.lemma_):
            return casualty(child.lemma_)
    if verb is None:
        return ""
    for child in verb.rights:
        if (
            child.dep_ in ("oprd", "acomp", "xcomp", "advmod", "ccomp")
            and child.i - base.i in range(1, 4)
            and casualty(child.lemma_)
        ):
            return casualty(child.lemma_)
    if casualty(verb.lemma_) and (noun is not None or base is number):
        return casualty(verb.lemma_)
    subject = syntax.subject(verb)
    if subject is not None and base is number:
        for token in (subject, *subject.lefts):
            if casualty(token.lemma_):
                return casualty(token.lemma_)
    above = _above(base)
    return casualty(above.lemma_) if above is not None and base is number else ""


def _of(noun: Token | None, measure: str, befell: str, syntax: Syntax) -> str:
    """Return of whom or what: the counted noun phrase when something befell it, else its complement."""
    if noun is None:
        return ""
    if befell and casualty(noun.lemma_) != befell:
        return " ".join(token.text for token in syntax.phrase(noun) if token.i <= noun.i)
    complements = _complements(noun)
    return " ".join(token.text for token in syntax.phrase(complements[0])) if complements else ""


def _item(number: Token, noun: Token) -> Span:
    """Return the span of the counted noun phrase, the number itself left out."""
    first = noun
    for token in number.doc[number.i + 1 : noun.i]:
        if token.dep_ in MODIFIERS and token.dep_ != "nummod" and not token.like_num:
            first = token
            break
    return Span(first.idx, noun.idx + len(noun))


def _cause(number: Token, base: Token, verb: Token | None, syntax: Syntax) -> Span | None:
    """Return the word for the event that the number is of: subject or agent of its verb, or the noun after "in"."""
    causes = words("causes")
    for anchor in (base, verb):
        if anchor is None:
            continue
        for child in list(anchor.rights)[: DEPTH * 3]:
            if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "from", "after", "since"):
                for grand in child.rights:
                    if grand.dep_ == "pobj" and grand.lemma_.lower() in causes:
                        return span_of(grand)
    if verb is not None:
        subject = syntax.subject(verb)
        if subject is not None and subject.i != base.i and subject.lemma_.lower() in causes:
            return span_of(subject)
    return None
