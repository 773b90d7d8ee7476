"""Tell who acts and who is acted upon, with country and sector codes.

Reads   the parse; Mentions.names, places, roles; text/data/actor_groups.tsv, sectors.tsv; twosource.text.countries
Gives   `Coder`: for an argument, the parties in it, coded "UKRGOV", "IGO", "MIL"
Misses  people known only by name in the whole article; groups that are in no list
"""

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.annotate.parse import Parse, span_of
from twosource.annotate.syntax import Kids, children, phrase
from twosource.model import Mentions, Party, Span
from twosource.text.countries import country_of
from twosource.text.lexicon import mapping, table, words

LONGEST = 7  # words in the longest name of the lists ("Organization for Security and Cooperation in Europe")
SUPRANATIONAL = frozenset({"IGO", "NGO", "IMG"})
ORIGIN = frozenset({"of", "in", "from", "for", "inside", "within", "across"})
"""Prepositions that tie a body to its country: "president of", "rebels in", "students from"."""
SECTORS = frozenset(
    {"GOV", "MIL", "REB", "OPP", "COP", "JUD", "LEG", "PTY", "CVL", "MED", "BUS", "EDU", "LAB", "REL", "REF", "SPY"}
    | {"UAF", "CRM"}
)
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
FIRST = re.compile(r"\w+")
WORLDWIDE = frozenset({"Global", "International", "World", "Worldwide"})
"""Words in the name of a body of no one country; those between governments are listed as IGO."""
MANY = 12  # joined parties looked at: "A, B, C and D" in print is shorter; keeps odd input linear
STEPS = 6  # how far down a noun phrase a country is looked for: "leaders of the new government of the republic of X"


def has_country(party: Party) -> bool:
    """Whether the code tells a country or a body of several, and not a sector alone.

    >>> [has_country(Party("", Span(0, 0), code)) for code in ("UKRGOV", "IGO", "MIL", "")]
    [True, True, False, False]
    """
    return len(party.code) > 3 or (len(party.code) == 3 and party.code not in SECTORS)


class Mark(NamedTuple):
    """A word or name that points at a country or body: code, and whether it is a mere place (a city, a region)."""

    code: str
    place: bool = False


class Sentence(NamedTuple):
    """What a sentence as a whole tells: the countries it names and the contexts of its words."""

    countries: tuple[str, ...]
    contexts: tuple[str, ...]


@cache
def sectors(loose: bool) -> dict[str, str]:
    """Return the sector code of each noun; with `loose`, also of the words that daily life has as well."""
    return {row[0]: row[1] for row in table("sectors") if loose or len(row) < 3}


@cache
def groups() -> dict[str, str]:
    """Return the code of each named body."""
    return mapping("actor_groups")


def marks(doc: Doc, starts: list[int], found: Mentions) -> dict[int, Mark]:
    """Return the mark of every token that is part of the name of a country, its people, a city or a body.

    `starts` are the offsets of the tokens.
    """
    people = _people(starts, found)
    marked: dict[int, Mark] = {}
    at = 0
    while at < len(doc):
        length, code = _longest(doc, at)
        if length == 1 and at in people:
            length, code = 0, ""
        if length and not (at and doc[at - 1].lower_ == "ethnic"):  # "ethnic Albanians" need not live in Albania
            for i in range(at, at + length):
                marked[i] = Mark(code)
        at += max(1, length)
    for mention in found.places:
        if mention.value.country:
            for i in _inside(starts, mention.span):
                if i not in people and not (i and doc[i - 1].lower_ == "ethnic"):
                    marked.setdefault(i, Mark(mention.value.country, place=True))
    return marked


def _sentences(doc: Doc, marked: dict[int, Mark]) -> list[Sentence]:
    """What each token's sentence tells: computed once a sentence, whatever its length."""
    found: list[Sentence] = []
    for sentence in doc.sents:
        codes = (marked[i].code[:3] for i in range(sentence.start, sentence.end) if i in marked)
        lemmas = {token.lemma_.lower() for token in sentence}
        told = Sentence(
            tuple(dict.fromkeys(code for code in codes if code not in SUPRANATIONAL)),
            tuple(row[0] for row in table("plover_contexts") if not lemmas.isdisjoint(row[1].split(","))),
        )
        found.extend(told for _ in range(len(sentence)))
    return found


def _inside(starts: list[int], span: Span) -> range:
    """The indices of the tokens that begin inside a span."""
    return range(bisect_left(starts, span.start), bisect_left(starts, span.end))


def _people(starts: list[int], found: Mentions) -> frozenset[int]:
    """Tokens inside the names of persons, where "Jordan" and "Chad" are no countries."""
    inside: set[int] = set()
    for mention in found.names:
        if mention.value.kind == "person" and mention.value.form == "name":
            tokens = _inside(starts, mention.span)
            if len(tokens) > 1:
                inside.update(tokens)
    return frozenset(inside)


def _longest(doc: Doc, at: int) -> tuple[int, str]:
    """The longest name of a list that starts at a token: its number of tokens and code."""
    token = doc[at]
    if not (token.text[0].isupper() or token.lower_.startswith("al")):
        return 0, ""
    parts = [token.text_with_ws]
    most = LONGEST if _first(token.text) in _firsts() else 1
    while len(parts) < most and at + len(parts) < len(doc) and parts[-1][-1:] != "\n":
        parts.append(doc[at + len(parts)].text_with_ws)
    for length in range(len(parts), 0, -1):
        name = "".join(parts[:length]).rstrip()
        code = groups().get(name, "") or country_of(name)
        if code and not (length == 1 and name.isupper() and token.pos_ not in {"PROPN", "ADJ", "NOUN"}):
            return length, code
    return 0, ""


def _first(name: str) -> str:
    """The letters and digits that a name begins with: its first word, to the hyphen, point or apostrophe."""
    found = FIRST.match(name)
    return found[0] if found else ""


@cache
def _firsts() -> frozenset[str]:
    """What the names of the lists begin with, and "The", which may stand before each."""
    lists = ("actor_groups", "country_words", "country_names", "nationalities", "government_seats")
    return frozenset({"The", "", *(_first(name) for one in lists for name in mapping(one))})


class Coder:
    """Codes the arguments of one article's predicates. Holds what is known of the article; never changes."""

    def __init__(self, parse: Parse, found: Mentions) -> None:
        self.doc = parse.doc
        self.text = parse.text
        self.kids = parse.once(children)
        starts: list[int] = parse.doc.to_array("IDX").tolist()
        self.marks = marks(parse.doc, starts, found)
        self.sentences = _sentences(parse.doc, self.marks)
        self.accident = any(
            token.lemma_.lower() in words("natural_causes") for token in self.doc if token.pos_ == "NOUN"
        )
        self.known = _known(parse.doc, starts, found, self.marks)

    def parties(self, head: Token) -> tuple[Party, ...]:
        """Return the parties of a noun phrase, one for each joined head and each country that modifies it."""
        found: list[Party] = []
        for part in self._joined(head):
            codes = self.codes(part)
            sector = self.sector(self._counted(part), loose=bool(codes))
            span = phrase(part, self.kids) if part is not head else _alone(part, self.kids)
            text = span.of(self.text)
            people = part.ent_type_ in NAMED or bool(country_of(part.text))
            if not codes and (sector or people or part.lemma_.lower() in sectors(True)):
                codes = ("",)
            found.extend(Party(text, span, _compose(code, sector)) for code in codes)
        return tuple(dict.fromkeys(found))

    def _counted(self, head: Token) -> Token:
        """What a word of quantity counts: the "demonstrators" of "thousands of demonstrators"."""
        if head.lemma_.lower() not in words("counting_nouns"):
            return head
        of = (kid for kid in self.kids[head.i] if kid.dep_ == "prep" and kid.lower_ == "of")
        return next((inner for kid in of for inner in self.kids[kid.i] if inner.dep_ == "pobj"), head)

    def _joined(self, head: Token) -> list[Token]:
        found = [head]
        for token in found:
            if len(found) > STEPS:
                break
            found.extend(kid for kid in self.kids[token.i][:MANY] if kid.dep_ == "conj" and kid.pos_ != "VERB")
        return found[:MANY]

    def codes(self, head: Token) -> tuple[str, ...]:
        """Return the country and body codes of one noun phrase head, () when it has none of its own."""
        if head.i in self.marks and not self.marks[head.i].place:
            return (self.marks[head.i].code,)
        if head.pos_ == "PROPN" and any(kid.text in WORLDWIDE for kid in self.kids[head.i]):
            return ("NGO",)
        for look in (self._before, self._behind):
            codes = look(head)
            if codes:
                return codes
        if head.i in self.marks:
            return (self.marks[head.i].code,)
        name = self.known.get(head.i, "")
        return (name,) if name else ()

    def _before(self, head: Token) -> tuple[str, ...]:
        """Codes of what stands before the head: "Russian", "Israel's", "U.S. and British"."""
        found = []
        for kid in self.kids[head.i]:
            if kid.i < head.i and kid.dep_ in {"amod", "compound", "nmod", "poss", "nummod", "det"}:
                for token in [kid, *self.kids[kid.i], *(t for k in self.kids[kid.i] for t in self.kids[k.i])]:
                    if token.i in self.marks and token.i < head.i:
                        found.append(self.marks[token.i].code)
        national = [code for code in found if code[:3] not in SUPRANATIONAL]
        return tuple(dict.fromkeys(found if not national or national != found else national))

    def _behind(self, head: Token) -> tuple[str, ...]:
        """The code of what stands behind the head: "of Armenia", "in Zimbabwe", ", the Sudanese leader"."""
        queue = [head]
        for steps, token in enumerate(queue):
            if steps > STEPS:
                break
            for kid in self.kids[token.i][:MANY]:
                if kid.i < token.i:
                    continue
                if kid.dep_ == "prep" and (kid.lower_ in ORIGIN or token.pos_ == "VERB"):
                    queue.extend(inner for inner in self.kids[kid.i] if inner.dep_ == "pobj")
                elif kid.dep_ in {"appos", "acl"} or (kid.dep_ == "dobj" and token.pos_ == "VERB"):
                    queue.append(kid)  # "a group based in ...", "refugees fleeing the war in ..."
            if token is not head:
                codes = (self.marks[token.i].code,) if token.i in self.marks else self._before(token)
                if codes:
                    return codes + self._joined_codes(token)
        return ()

    def _joined_codes(self, head: Token) -> tuple[str, ...]:
        """The codes of names joined to a name: the "Moscow" of "delegations from Kyiv and Moscow"."""
        return tuple(self.marks[token.i].code for token in self._joined(head)[1:] if token.i in self.marks)

    def countries(self, token: Token) -> tuple[str, ...]:
        """Return the countries that the token's sentence names, in order, each once."""
        return self.sentences[token.i].countries

    def contexts(self, token: Token) -> tuple[str, ...]:
        """Return the contexts that the words of the token's sentence tell, in the order of the list."""
        return self.sentences[token.i].contexts

    def sector(self, head: Token, loose: bool = True) -> str:
        """Return the sector of a noun phrase head by its noun or its title; words of daily life only when `loose`."""
        known = sectors(loose).get(head.lemma_.lower(), "")
        if known:
            return known
        for kid in self.kids[head.i] if head.pos_ == "PROPN" else ():
            if kid.dep_ in {"compound", "appos", "nmod"}:
                known = sectors(loose).get(kid.lemma_.lower(), "")
                if known:
                    return known
        return ""


def _alone(head: Token, kids: Kids) -> Span:
    """The span of a joined phrase's first part."""
    joined = [kid for kid in kids[head.i] if kid.dep_ in {"conj", "cc"} and kid.i > head.i]
    whole = phrase(head, kids)
    if not joined or not any(kid.dep_ == "conj" for kid in joined):
        return whole
    last = head.doc[joined[0].i - 1]
    while last.is_punct and last.i > head.i:
        last = head.doc[last.i - 1]
    return Span(whole.start, max(span_of(last).end, span_of(head).end))


def _compose(code: str, sector: str) -> str:
    """Country and sector in one code; bodies of several countries have no sector of their own.

    >>> _compose("UKR", "GOV"), _compose("IGO", "MIL"), _compose("", "COP"), _compose("PSEREB", "MIL")
    ('UKRGOV', 'IGO', 'COP', 'PSEREB')
    """
    if code[:3] in SUPRANATIONAL or len(code) > 3:
        return code
    return f"{code}{sector}"


def _known(doc: Doc, starts: list[int], found: Mentions, marked: dict[int, Mark]) -> dict[int, str]:
    """What the rest of the article tells of a name: the country of "Putin" from "Russian President Vladimir Putin"."""
    heads: dict[int, list[int]] = {}
    for mention in found.names:
        tokens = _inside(starts, mention.span)
        if tokens and mention.value.chain >= 0:
            heads.setdefault(mention.value.chain, []).append(doc[tokens.start : tokens.stop].root.i)
    told: dict[int, str] = {}
    for chain in sorted(heads):
        codes = [code for i in heads[chain] if (code := _title_country(doc[i], marked))]
        if codes:
            best = max(sorted(set(codes)), key=codes.count)
            told.update((i, best) for i in heads[chain])
    return told


def _title_country(token: Token, marked: dict[int, Mark]) -> str:
    """The country of the words right before a name and its title, within the same noun phrase."""
    for i in range(token.i - 1, max(token.i - LONGEST, token.left_edge.i) - 1, -1):
        if i in marked:
            return marked[i].code
    return ""
