"""Read an office from the words that tell it: its title, and the country, body or person it is held for.

Reads   Parse.doc, names by token, the lexicons offices and titles
Gives   Office: token range, words, of
Misses  offices whose noun is not listed
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from twosource.annotate.placed import NamesAt, Placed, shown
from twosource.annotate.tokens import POSSESSIVES, text_between
from twosource.model import Span
from twosource.text.countries import nationality
from twosource.text.lexicon import mapping, table, words

PLURAL_OR_VAGUE = frozenset({"member", "official", "officer", "staffer", "ally", "partner", "observer", "analyst"})
LONGEST_TITLE = (
    12  # words; "UN Under-Secretary-General for Humanitarian Affairs and Emergency Relief Coordinator" has 11
)
TENSES = frozenset({"former", "ex", "then", "acting", "interim", "incoming", "outgoing", "deputy", "late"})
JOINERS = frozenset({"of", "for", "to", "at", "in", "with", "on"})
PART_OF_OFFICE = frozenset({"of", "for"})
ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)


@dataclass(frozen=True)
class Office:
    """An office at the tokens ``[start, end)``; `outer` is where the phrase with its owner starts."""

    start: int
    end: int
    words: str
    of: str
    outer: int


@cache
def _styles() -> frozenset[str]:
    return frozenset(row[0] for row in table("titles") if row[2] == "office")


@cache
def _forms_of_address() -> frozenset[str]:
    return frozenset(row[0] for row in table("titles") if row[2] == "style") - TENSES - words("offices")


def is_voice(noun: str) -> bool:
    """Whether what somebody called by a noun (a lemma in lower case) says is always another's word: "spokesman"."""
    return mapping("speaking_nouns").get(noun) == "voice"


def is_office(token: Token) -> bool:
    """Whether the token is the noun of an office."""
    word = token.lower_
    return token.pos_ in ("NOUN", "PROPN", "ADJ") and (
        token.lemma_.lower() in words("offices") or word in words("offices") or word in _styles()
    )


def office_before(doc: Doc, person: Placed, names: NamesAt) -> Office | None:
    """Return the office that stands before a name: "Belarusian Foreign Minister", "Putin's aide"."""
    start = _run_start(doc, person.start, names)
    if start == person.start or doc[person.start - 1].pos_ == "ADP":
        return None
    stop = person.start
    while stop > start + 1 and doc[stop - 1].lower_ in _forms_of_address():
        stop -= 1  # "police spokesman Sgt. Ann Lee"
    head = next((i for i in range(stop - 1, start - 1, -1) if is_office(doc[i])), None)
    if (
        head is None
        or doc[stop - 1].pos_ == "ADP"
        or doc[head].tag_ in ("NNS", "NNPS")
        or (head < stop - 1 and doc[head + 1].lower_ not in PART_OF_OFFICE)
    ):
        return None
    start = _title_start(doc, start, head, names)
    if _object_of(doc, start, head, person):
        return None
    inside = names.within(start, person.start)
    owner = next((name for name in inside if name.start <= head), None)
    proper = start if owner else _proper_end(doc, start, head, names)
    first = owner.end if owner else proper
    of = shown(owner) if owner else text_between(doc, start, proper) or _possessor(doc, start, names)
    if owner is None and len(inside) > 0:
        of = of or shown(inside[-1])
    while first < head and (doc[first].text in POSSESSIVES or doc[first].is_punct):
        first += 1
    if first > head:
        return None
    return Office(first, stop, _tensed(doc, start, first, stop), of, start)


def _run_start(doc: Doc, end: int, names: NamesAt) -> int:
    """Return where the words of a title before the token `end` start."""
    at = end
    while at > 0 and end - at < LONGEST_TITLE and not doc[at].is_sent_start and _in_title(doc, at - 1, names):
        at -= 1
    while at < end and doc[at].text in ("-", "/", "'s", "’s"):
        at += 1
    return at


def _object_of(doc: Doc, start: int, head: int, person: Placed) -> bool:
    """Whether the name after an office opens a clause about its holder: "the court reporter Webb shot".

    No title in small letters before a surname has an article.
    """
    before = start - 3 if start > 2 and doc[start - 1].text in POSSESSIVES else start - 1
    return doc[head].is_lower and person.end - person.start == 1 and doc[max(before, 0)].lower_ in ("a", "an", "the")


def _title_start(doc: Doc, start: int, head: int, names: NamesAt) -> int:
    """Return where a title starts in the run of words before a name: after what belongs to another phrase.

    That is a day ("confirmed Wednesday owner Ann Lee"), what a preposition governs ("from the outset President Lee"),
    and any common noun before "former" ("the church former mayor Ann Lee attends").
    """
    for i in range(head - 1, start - 1, -1):
        token = doc[i]
        day = token.lower_ in words("calendar_names")
        governed = token.dep_ == "pobj" and not start <= token.head.i < head and token.head.i < i
        tensed = doc[i + 1].lower_ in TENSES and token.is_lower and i not in names.at
        if day or (governed and i not in names.at) or (tensed and token.lower_ not in TENSES):
            return i + 1
    return start


def _proper_end(doc: Doc, start: int, head: int, names: NamesAt) -> int:
    """Return where the name ends that no finder knew and that opens a title: "Halvern" in "Halvern Police Chief".

    In a title in small letters each capital is part of a name, where the model or another sentence has one or a word is
    not common ("Angels coach", but "Civil Rights leader"); else each word that is not common.
    """
    small = any(doc[i].is_lower for i in range(start, head + 1))
    capitals = [doc[i] for i in range(start, head) if doc[i].text[:1].isupper()]
    small = small and any(
        one.ent_type_ or one.tag_ == "NNPS" or one.lower_ not in mapping("word_frequency") or names.knows(one.text)
        for one in capitals
    )
    end = start
    while end < head and doc[end].text[:1].isupper() and not is_office(doc[end]):
        word = doc[end].lower_
        plain = word in mapping("word_frequency") or word in words("titles")
        if (plain and (not small or doc[end].is_sent_start)) or word in TENSES or word in words("portfolios"):
            break
        end += 1
    return end


def _in_title(doc: Doc, i: int, names: NamesAt) -> bool:
    token = doc[i]
    if i in names.at:
        return names.at[i].kind != "person"
    if token.pos_ in ("NOUN", "PROPN", "ADJ") or token.lower_ in words("titles"):
        return (not token.is_space and token.tag_ not in ("NNS", "NNPS")) or _in_phrase(doc, i)
    if token.text in ("-", "–") or (token.pos_ == "VERB" and token.dep_ in ("amod", "compound")):
        return True
    return token.lower_ in PART_OF_OFFICE and i > 0 and is_office(doc[i - 1]) and not is_office(doc[i + 1])


def _in_phrase(doc: Doc, i: int) -> bool:
    """Whether a plural stands inside a title ("for Refugees", "human rights commissioner") and not before one."""
    token = doc[i]
    inside = token.dep_ == "pobj" and token.head.lower_ in PART_OF_OFFICE and is_office(token.head.head)
    return inside or token.dep_ in ("compound", "nmod") or (i > 0 and doc[i - 1].lower_ in PART_OF_OFFICE)


def _possessor(doc: Doc, start: int, names: NamesAt) -> str:
    """Return the owner that stands just before the token `start`: "Ukraine's", "its", else ""."""
    if start < 1:
        return ""
    if doc[start - 1].text in POSSESSIVES and start > 1:
        name = names.at.get(start - 2)
        return shown(name) if name else doc[start - 2].text
    pronoun = names.pronoun(start - 1)
    return shown(pronoun) if pronoun else ""


def office_at(head: Token, names: NamesAt) -> Office:
    """Return the office whose noun is `head`, with the words that belong to it on either side."""
    doc = head.doc
    start = head.i
    while start > head.sent.start and _modifies(doc[start - 1], names):
        start -= 1
    while start < head.i and (start in names.at or doc[start].text in POSSESSIVES or doc[start].is_punct):
        start += 1
    before = names.at.get(start - 1)
    of = names.owner(head) or (shown(before) if before and before.kind != "person" else "")
    if not of:
        of = next((shown(name) for name in names.within(_left_edge(head), head.i)), "")
    end, of = _right_side(head, names, of)
    return Office(start, end, _tensed(doc, _left_edge(head), start, end), of, _left_edge(head))


def _left_edge(head: Token) -> int:
    edge = head.left_edge.i
    return edge if head.i - edge <= LONGEST_TITLE else head.i


def _modifies(token: Token, names: NamesAt) -> bool:
    if token.i in names.at:
        return False
    return token.dep_ in ("compound", "amod", "nmod") or token.text in ("-", "–") or token.lower_ in ("vice", "deputy")


def _right_side(head: Token, names: NamesAt, of: str) -> tuple[int, str]:
    """Read the phrases after an office's noun: what is a name says of whom, what is not belongs to the office."""
    doc, end = head.doc, head.i + 1
    while end < len(doc) - 1 and doc[end].lower_ in JOINERS and end - head.i < LONGEST_TITLE:
        stop = _phrase_end(doc, end + 1, names)
        if stop == end + 1:
            break
        found = names.within(end + 1, stop)
        last = doc[stop - 1]
        if last.ent_type_ in ("DATE", "TIME") or last.lower_ in words("calendar_names"):
            break
        if found and found[-1].end == stop:
            of = of or shown(found[-1])
            break
        voice = is_voice(head.lower_)  # "spokesman for the Arle district attorney" says whose voice it is
        if voice or doc[end].lower_ not in PART_OF_OFFICE or last.lower_ in ("delegation", "team", "government"):
            of = of or (ARTICLE.sub("", doc[end + 1 : stop].text) if voice else _words(doc, end + 1, stop))
            break
        end = stop
    return end, of


def _phrase_end(doc: Doc, start: int, names: NamesAt) -> int:
    """Return where the plain noun phrase that starts at `start` ends; `start` itself when none does."""
    at = start
    while at < len(doc) and (
        at in names.at
        or doc[at].pos_ in ("DET", "ADJ", "NOUN", "PROPN", "NUM")
        or (doc[at].text in POSSESSIVES and at > start)
        or (doc[at].lower_ == "and" and at > start and at + 1 < len(doc) and doc[at].head.i < at
            and doc[at].head.i >= start and doc[at + 1].pos_ in ("NOUN", "PROPN"))
    ):  # fmt: skip
        at += 1
    return at if any(doc[i].pos_ in ("NOUN", "PROPN") or i in names.at for i in range(start, at)) else start


def _tensed(doc: Doc, outer: int, start: int, end: int) -> str:
    """Return the words of an office, with the "former" that a name has parted from them."""
    told = [token.lower_ for token in doc[outer:start] if token.lower_ in TENSES]
    return " ".join([*told, _words(doc, start, end)])


def _words(doc: Doc, start: int, end: int) -> str:
    """Return the words of an office or body: as printed without articles, capitals levelled unless a name is in it.

    Where the noun of the office is in small letters, or an abbreviation, each capital is part of a name ("Northern
    Lights director", "CEO of Arle Foods"). What follows "of" or "for" also keeps its capitals where it has words
    without: "head of the Porta Nuova clan".
    """
    while start < end - 1 and doc[start].lower_ in ("the", "a", "an"):
        start += 1
    text = " ".join(doc[start:end].text.split())
    title, joiner, rest = JOINED.fullmatch(text).groups("")  # type: ignore[union-attr]
    noun = title.rpartition(" ")[2]
    named = noun.islower() or noun.isupper()
    if not named and not any(word.islower() and word not in ("the", "and", "of", "for") for word in rest.split()):
        title, joiner, rest = text, "", ""
    told = title.split(" ")
    opens = doc[start].is_sent_start and told[0].lower() in mapping("word_frequency")
    kept = [named and not (opens and not at) for at in range(len(told))]
    plain = (
        word if keep or word.isupper() or _is_proper(word) else word.lower()
        for word, keep in zip(told, kept, strict=True)
    )
    return " ".join(plain) + joiner.lower() + rest


JOINED = re.compile(r"(.*?)(?:( (?:of|for) )(.*))?", re.I)
"""An office, and what it is held of or for."""


def _is_proper(word: str) -> bool:
    return any(char.isupper() for char in word[1:]) or bool(nationality(word))


def vacant_offices(doc: Doc, names: NamesAt, used: Iterable[Span]) -> Iterator[Office]:
    """Yield offices of a named country or body that no name stands beside: "Ukraine's defence minister"."""
    taken = {i for span in used for i in range(span.start, span.end)}
    for token in doc:
        if token.idx in taken or token.i in names.at or token.tag_ not in ("NN", "NNP") or not is_office(token):
            continue
        if token.lemma_.lower() in PLURAL_OR_VAGUE or token.dep_ in ("compound", "appos"):
            continue
        if doc[token.left_edge.i].lower_ in ("a", "an") or token.left_edge.i == token.i:
            continue
        office = office_at(token, names)
        if office.of:
            yield office
