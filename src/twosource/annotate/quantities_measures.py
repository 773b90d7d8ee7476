"""Tell what a number counts, what befell those counted, of whom, and by what event.

Reads   tokens of the number and unit, the syntax around them; the lexicons `casualties`, `causes`
Gives   Measure: counted noun phrase, normal measure ("dead", "fled", "price"), of whom, concepts, event
Misses  measures named in another sentence ("The toll ... It rose to 36")
"""

from functools import cache
from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate.parse import span_of
from twosource.annotate.quantities_concepts import (
    CLIMB,
    COUNTING,
    MODIFIERS,
    Syntax,
    complements,
    governing_verb,
    measured_words,
    near_children,
    noun_above,
)
from twosource.model import Span
from twosource.text.lexicon import mapping, table, words


class Measure(NamedTuple):
    """What was found around a number. `verb` is what it hangs under, `noun` what it counts or modifies."""

    item: Span | None = None
    measure: str = ""
    of: str = ""
    concepts: tuple[str, ...] = ()
    event: Span | None = None
    verb: Token | None = None
    noun: Token | None = None


COUNTABLE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr"})
"""Relations of a noun that stands right behind a range and that the parser did not join to it."""


def counted_noun(number: Token, limit: int) -> Token | None:
    """Return the noun that a number counts: its head, the noun after "of" ("dozens of people"), or "a pick or two"."""
    while number.dep_ == "conj" and number.head.like_num and number.head.i < number.i:
        last, number = number, number.head  # "three or four men": the first number hangs on what both count
        behind = last.nbor(1) if last.i + 1 < len(last.doc) else None
        if behind is not None and behind.dep_ in COUNTABLE and behind.pos_ == "NOUN":
            return behind
    head = number.head
    if number.dep_ in COUNTING and head.pos_ in ("NOUN", "PROPN", "ADJ") and head.i > number.i:
        if head.pos_ == "ADJ" and head.head.i > head.i and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        while head.dep_ == "compound" and head.tag_ == "NN" and head.head.i > head.i and head.head.pos_ == "NOUN":
            head = head.head
        head = whole_compound(head)
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


def whole_compound(noun: Token) -> Token:
    """Return the last noun of a word with hyphens, its parts being tokens that were tagged as one ("co-workers").

    A plural inside stays what is counted: "passers-by".
    """
    last = noun
    while last.i + 2 < len(last.doc) and last.nbor(1).text in HYPHENS and not last.whitespace_:
        hyphen, behind = last.nbor(1), last.nbor(2)
        if hyphen.whitespace_ or not behind.is_alpha or behind.tag_ != noun.tag_:
            break
        last = behind
    return noun if noun.lower_.endswith("s") or not last.lower_.endswith(("s", "en", "people")) else last


HYPHENS = frozenset("-‐‑")


def counted_name(number: Token, noun: Token) -> str:
    """Return the normal name of what is counted: modifiers as written and the noun's lemma ("commercial fisherman")."""
    if noun.i < number.i:
        return singular(noun)
    first = number.i + 1
    parts: list[str] = []
    if first < noun.i and number.nbor(1).lower_ in ("of", "-"):
        first += 1
    for token in number.doc[first : noun.i]:
        hyphen = token.text in ("-", "‐", "‑", "'s", "’s") and parts and not token.doc[token.i - 1].whitespace_
        if hyphen or (token.pos_ in NAMING and token.lower_ not in words("quantity_stopwords") and not token.like_num):
            graded = token.tag_ in ("JJR", "JJS")  # "largest" names no other thing than "large"
            parts.append((token.lemma_ if graded else token.text) + token.whitespace_)
    return "".join([*parts, noun.text if noun.tag_ in ("NNP", "NN") else singular(noun)]).strip()


NAMING = frozenset({"NOUN", "PROPN", "ADJ", "X"})
"""Parts of speech that name what is counted, before its noun."""


def singular(noun: Token) -> str:
    """Return a plural noun's singular, with the case it has; "people" stays."""
    if noun.lower_ == "people":
        return noun.text
    lemma = noun.lemma_
    if noun.tag_ == "NNPS" and lemma == noun.text and lemma.endswith("s"):
        return lemma[:-1]
    return lemma if noun.text[:1].islower() or noun.text.isupper() else lemma[:1].upper() + lemma[1:]


def casualty(word: str) -> str:
    """Return the normal measure of a word for what befalls people, "" for other words.

    >>> casualty("die"), casualty("wounded"), casualty("walk")
    ('dead', 'injured', '')
    """
    return mapping("casualties").get(word.lower(), "")


def befalls(token: Token) -> str:
    """Return the normal measure of a token, by its form or its lemma ("missing" but not "missed")."""
    return casualty(token.lower_) or casualty(token.lemma_)


@cache
def persons() -> frozenset[str]:
    """Return the nouns that name people by what befell them ("refugee")."""
    return frozenset(row[0] for row in table("casualties") if len(row) > 2)


def measured(number: Token, unit: Token | None, noun: Token | None, span: Span, syntax: Syntax) -> Measure:
    """Return what the number at a token counts or measures.

    `unit` is the head of the amount where it has a unit, `noun` what the number counts, `span` the amount's place.
    """
    base = noun or unit or number
    verb = governing_verb(base)
    befell = _befell(number, base, noun, verb, syntax)
    found, modified = measured_words(base, noun, verb, unit is not None, syntax)
    subject = syntax.subject(verb) if verb is not None else None
    subject = None if subject is not None and subject.i == base.i else subject
    item: Span | None
    if noun is not None:
        measure, item = befell or noun.lemma_.lower(), _item(number, noun)
    else:
        graded = number.head if number.dep_ == "nummod" and number.head.i == number.i - 1 else modified
        measure = befell or (_name_of(graded, subject, found) if unit is not None or graded or _told(number) else "")
        item = span_of(modified) if modified is not None else None
    outside = [
        token
        for token in found
        if not (noun is not None and token.i == noun.i) and not span.start <= token.idx < span.end
    ]
    concepts = tuple(dict.fromkeys(token.text for token in outside))
    cause = _cause(base, verb, syntax)
    return Measure(item, measure, _of(noun, befell, syntax), concepts, cause, verb, modified if noun is None else noun)


def _told(number: Token) -> bool:
    """Whether a bare number is what its verb tells of the subject ("stood at 40", "was 40"), not a party of its own."""
    if number.dep_ == "pobj":
        return number.head.lower_ in ("to", "at", "from", "by", "of")
    return number.dep_ in ("attr", "dobj", "npadvmod", "oprd", "acomp")


def _name_of(modified: Token | None, subject: Token | None, found: list[Token]) -> str:
    """Return the lemma of what an amount measures: the noun it modifies, else the subject, else the last concept."""
    for token in (modified, subject):
        if token is not None and token.pos_ in ("NOUN", "PROPN") and token.lower_ not in words("quantity_stopwords"):
            return token.lemma_.lower()
    return found[-1].lemma_.lower() if found else ""


def _befell(number: Token, base: Token, noun: Token | None, verb: Token | None, syntax: Syntax) -> str:
    """Return what befell those counted: by the noun, the words behind, the verb, or the subject of a verb of change."""
    if number.dep_ == "nummod" and number.head.i == number.i - 1:
        return ""  # "magnitude 7.8": the number names or grades the noun before it
    if noun is not None and befalls(noun) and noun.lemma_.lower() not in persons():
        return befalls(noun)
    if base is not number and noun is None:
        return ""
    said = _described(number, noun) or _behind(base) or _deadly(base)
    said = said or (_by_verb(base, verb) if verb is not None else "")
    if said or noun is not None:
        return said or (befalls(noun) if noun is not None else "")
    subject = syntax.subject(verb) if verb is not None else None
    above = noun_above(base)
    objects = [child for child in near_children(verb) if child.dep_ == "dobj"] if verb is not None else []
    told = [token for word in objects for token in syntax.phrase(word)]  # "put the number of dead at 36"
    for token in (*told, *(syntax.phrase(subject) if subject is not None else ()), subject, above):
        if token is not None and befalls(token):
            return befalls(token)
    return ""


def _described(number: Token, noun: Token | None) -> str:
    """Return what an adjective before the people counted says befell them ("23 injured people")."""
    if noun is None or noun.i < number.i:
        return ""
    lemma = noun.lemma_.lower()
    if lemma not in words("people_nouns") and mapping("noun_kinds").get(lemma) != "person":
        return ""  # "12 missing documents"
    before = [token for token in number.doc[max(0, number.i - 1) : number.i] if token.dep_ == "amod"]
    between = [*before, *number.doc[number.i + 1 : noun.i]]  # "shot dead two men"
    return next((befalls(token) for token in between if token.pos_ in ("ADJ", "VERB") and befalls(token)), "")


def _behind(base: Token) -> str:
    """Return what the words behind the counted noun say befell it ("12 were also injured", "30 dead")."""
    token = base
    for _ in range(CLIMB):
        if token.i + 1 >= len(token.doc):
            return ""
        token = token.nbor(1)
        if befalls(token) and token.pos_ in ("VERB", "ADJ", "NOUN"):
            return befalls(token)
        if token.pos_ not in ("AUX", "ADV") and token.lower_ not in ("remain", "remained", "are", "were"):
            return ""
    return ""


def _by_verb(base: Token, verb: Token) -> str:
    """Return what the verb says befell its subject or object ("killing 12", "12 lost their lives", "left 12 dead")."""
    lives = any(child.lemma_ == "life" for child in near_children(verb))
    if lives and verb.lemma_ in ("lose", "claim", "take", "cost"):
        return "dead"
    for child in near_children(verb):
        if child.dep_ in ("oprd", "acomp", "xcomp", "advmod", "ccomp") and 0 < child.i - base.i < 4 and befalls(child):
            return befalls(child)
    if _kills(verb) and base.dep_ in ("dobj", "nsubjpass", "pobj"):
        return "dead"
    if base.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in near_children(verb)):
        return ""  # "two helicopters evacuated the injured": they did it, and did not undergo it
    return befalls(verb)


def _kills(verb: Token) -> bool:
    """Whether a verb tells with the words beside it that somebody was killed ("gun down", "fatally shot")."""
    for child in near_children(verb):
        if child.dep_ == "prt" and f"{verb.lemma_.lower()} {child.lower_}" in KILLING:
            return True
        if child.dep_ == "advmod" and child.lower_ == "fatally":
            return True
        if child.dep_ == "prep" and child.lower_ == "to" and any(end.lower_ == "death" for end in child.rights):
            return True
    return False


KILLING = frozenset({"gun down", "mow down", "cut down", "put down", "shoot down"})
"""Verbs with a particle that tell of people that they were killed."""


def _deadly(base: Token) -> str:
    """Return what befell those whom a noun before "of" tells it of ("the deaths of two women")."""
    above = base.head
    if base.dep_ != "pobj" or above.lower_ != "of" or above.head.pos_ not in ("NOUN", "PROPN"):
        return ""
    noun = above.head
    return befalls(noun) if noun.lemma_.lower() not in persons() and befalls(noun) in ("dead", "injured") else ""


def _of(noun: Token | None, befell: str, syntax: Syntax) -> str:
    """Return of whom or what: the counted noun phrase when something befell it, else its complement."""
    if noun is None:
        return ""
    if befell and noun.lemma_ == "life":
        return ""
    if befell and befalls(noun) != befell:
        said = [token for token in syntax.phrase(noun) if token.i <= noun.i and befalls(token) != befell]
        return " ".join(token.text for token in said)
    whole = complements(noun, ("of", "in", "for", "on"))
    return " ".join(token.text for token in syntax.phrase(whole[0])) if whole else ""


def _item(number: Token, noun: Token) -> Span:
    """Return the span of the counted noun phrase, the number itself left out."""
    first = noun
    while first.i - 2 > number.i and first.nbor(-1).text in HYPHENS and not first.nbor(-2).whitespace_:
        if first.nbor(-2).lower_.endswith("s"):
            break
        first = first.nbor(-2)
    for token in number.doc[number.i + 1 : noun.i]:
        if token.dep_ in MODIFIERS and token.dep_ != "nummod" and not token.like_num:
            first = token
            break
    return Span(first.idx, noun.idx + len(noun))


def _cause(base: Token, verb: Token | None, syntax: Syntax) -> Span | None:
    """Return the word for the event that the number is of: subject or agent of its verb, or the noun after "in"."""
    causes = words("causes")
    for anchor in (base, verb):
        if anchor is None:
            continue
        for child in near_children(anchor):
            if child.dep_ in ("prep", "agent") and child.lower_ in ("in", "by", "during", "from", "after", "since"):
                for grand in child.rights:
                    if grand.dep_ == "pobj" and grand.lemma_.lower() in causes:
                        return span_of(grand)
    if verb is not None:
        subject = syntax.subject(verb)
        if subject is not None and subject.i != base.i and subject.lemma_.lower() in causes:
            return span_of(subject)
    return None
