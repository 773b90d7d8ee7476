"""Tell what a pronoun or a description stands for, where the article makes it safe.

Reads   names with chains, phrases, Parse.doc, the titles that stand with each name
Gives   a chain for each phrase, or -1; chains of their own for bodies known by their owner ("Putin's office")
Misses  pronouns inside quotations, "they" and "it" for things, antecedents more than two sentences back

What is taken as safe:

he, she         the one person of this and the last two sentences whose gender fits; of several, the only subject of
                this sentence before the pronoun, else the only subject of the sentence before. Somebody without a name
                who is such a subject ("a woman", "his son") is one of them, and nobody is whom his own verb acts on
its, it, they   the body, country or people that is the subject of this sentence; else the only such of the last
the president   the person whom the article gives that office, for that country where it is told; one only
X's office      a body of its own, the same wherever the article speaks of it
the ministry    the last body before it whose name or description ends in that word
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence, Set

from spacy.tokens import Doc, Token

from twosource.annotate.genders import sex_of
from twosource.annotate.names_descriptions import Phrase, after_owner, owner
from twosource.annotate.offices_meant import office_key, same_office, side_of
from twosource.annotate.places_datelines import DASHES, opening_line
from twosource.annotate.quotes import find_quotes
from twosource.annotate.referents import Chain, Resolved, Seen, is_common
from twosource.annotate.tokens import SUBJECTS
from twosource.model import NameKind
from twosource.text.countries import adjective, country, country_name, nationality, seat
from twosource.text.lexicon import mapping, words

WINDOW = 2  # sentences back that an antecedent may stand; two thirds of pronouns in news have theirs in the last one
ANY = frozenset({"a", "an", "another", "one"})
OTHERS = frozenset({"other", "second", "third", "fourth", "last", "next"})
"""Words of a description that tell somebody from another who is so called."""

SHORT_TITLE = 2
"""Tokens back from a name to the dash before its one-word description: "- Chipmaker Norvik"."""

OBJECTS = frozenset({"dobj", "dative", "iobj"})
UNNAMED = -1
"""The chain of somebody whom no name stands for."""


class Reader:
    """Goes through an article's names and phrases in order and keeps what may be referred to."""

    def __init__(self, doc: Doc, chains: dict[int, Chain], named: dict[int, int]) -> None:
        """Start with the chains of the names; `named` maps tokens to them."""
        self.named = named
        self.doc = doc
        self.chains = chains
        self.seen: list[Seen] = []
        self.starts = [sentence.start for sentence in doc.sents]
        self.quotes = find_quotes(doc.text)
        self.quote_starts = [quote.start for quote in self.quotes]
        self.met: set[int] = set()
        self.surnames = {chain.text.split()[-1] for chain in chains.values() if " " in chain.text}
        self.owned: dict[tuple[str, str], int] = {}
        self.next = max(chains, default=-1) + 1
        self.offices: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
        for number in sorted(chains):
            for office, of in sorted(chains[number].offices):
                self.offices[office_key(office)].append((number, office, of))
        self.heads: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self.others: dict[str, int] = {}

    def name(self, start: int, end: int, chain: int) -> None:
        """Take note of a name at the tokens ``[start, end)``."""
        if chain >= 0:
            root = self.doc[start:end].root
            if not opening_line(self.doc, start):
                self._see(root, start, chain, self.chains[chain].kind)
            self.heads[self.doc[end - 1].lower_].append((start, chain))

    def phrase(self, phrase: Phrase, at: dict[int, int]) -> Resolved:
        """Resolve a phrase; `at` maps tokens to the chains of names and of phrases resolved before."""
        chain = self._chain(phrase, at)
        if chain < 0:
            opening = self.doc[phrase.start].lower_
            other = opening in ANY or not OTHERS.isdisjoint(self._modifiers(phrase))
            if phrase.kind == "person" and not phrase.pronoun and not phrase.plural and other:
                self.others[self.doc[phrase.head].lemma_.lower()] = phrase.start
            self._see_unnamed(phrase, other and opening != "one")
            return Resolved(phrase, -1, _words(self.doc, self._own_start(phrase), phrase.end), phrase.kind)
        self._see(self.doc[phrase.head], phrase.start, chain, self.chains[chain].kind)
        return Resolved(phrase, chain, self.chains[chain].text, self.chains[chain].kind)

    def _see_unnamed(self, phrase: Phrase, other: bool) -> None:
        """Take note of somebody without a name who is a subject: "a woman", "his son"; "the singer" may be anybody."""
        root = self.doc[phrase.head]
        somebody = phrase.kind == "person" and not phrase.pronoun and not phrase.plural
        told = somebody and (other or owner(self.doc, phrase) is not None)
        if told and root.dep_ in SUBJECTS and not self._quoted(root.i) and not self._beside_name(phrase):
            sentence = self._sentence(phrase.start)
            self.seen.append(Seen(phrase.start, root.i, sentence, UNNAMED, "person", True, False))

    def _beside_name(self, phrase: Phrase) -> bool:
        """Whether a name stands behind a description and a comma: "a native of Arle, Ann Lee"."""
        after = phrase.head + 1
        while after < len(self.doc) and not self.doc[after].is_sent_end and self.doc[after].text != ",":
            if self.doc[after].dep_ not in ("prep", "pobj", "det", "compound", "amod"):
                return False
            after += 1
        return after + 1 < len(self.doc) and self.named.get(after + 1, UNNAMED) >= 0

    def _own_start(self, phrase: Phrase) -> int:
        first = phrase.start
        return first + 1 if first < phrase.head and self.doc[first].pos_ == "DET" else first

    def _see(self, root: Token, at: int, chain: int, kind: NameKind) -> None:
        self.met.add(chain)
        subject = root.dep_ in SUBJECTS or self._opens(root, at)
        self.seen.append(Seen(at, root.i, self._sentence(at), chain, kind, subject, self._quoted(root.i)))

    def _opens(self, root: Token, at: int) -> bool:
        """Whether a name opens a report behind its dateline, which the parser takes for the subject in its place."""
        first = min(at, root.left_edge.i) if root.left_edge.i else at
        before = max(0, first - 1)
        if self.doc[before].text not in DASHES:
            before = at - SHORT_TITLE
        return before > 0 and self.doc[before].text in DASHES and opening_line(self.doc, before) == before + 1

    def _sentence(self, token: int) -> int:
        return bisect_right(self.starts, token) - 1

    def _quoted(self, token: int) -> bool:
        offset = self.doc[token].idx
        index = bisect_right(self.quote_starts, offset) - 1
        return index >= 0 and self.quotes[index].start <= offset < self.quotes[index].end

    def _chain(self, phrase: Phrase, at: dict[int, int]) -> int:
        if phrase.pronoun in ("he", "she"):
            return -1 if self._quoted(phrase.head) else self._person(phrase)
        if phrase.pronoun in ("it", "they"):
            return -1 if self._quoted(phrase.head) else self._body(phrase)
        if phrase.pronoun:
            return -1
        if phrase.kind == "person":
            officer = self._apposed(phrase)
            if officer < 0:
                officer = self._officer(phrase, at)
            return officer if officer >= 0 else self._owned_body(phrase, at)
        return self._owned_body(phrase, at) if phrase.kind in ("organisation", "group") else -1

    def _recent(self, token: int, kinds: frozenset[str]) -> list[Seen]:
        """The mentions of those kinds in this and the last `WINDOW` sentences, nearest first."""
        sentence = self._sentence(token)
        found = []
        for one in reversed(self.seen):
            if one.sentence < sentence - WINDOW:
                break
            if one.kind in kinds and one.at < token:
                found.append(one)
        return found

    def _person(self, phrase: Phrase) -> int:
        """The one person that "he" or "she" can be."""
        wanted = "m" if phrase.pronoun == "he" else "f"
        barred = self._barred(phrase)
        speaks = _acts(self.doc[phrase.head])
        recent = [
            one
            for one in self._recent(phrase.head, frozenset({"person"}))
            if self._may_be(one, wanted)
            and one.chain not in barred
            and not (speaks and one.quoted)  # whom a quotation names is not who speaks it
            and not (speaks and one.chain == UNNAMED and not _acts(self.doc[one.root]))
        ]
        chosen = _only({one.chain for one in recent})
        sentence = self._sentence(phrase.head)
        for back in (0, 1):
            there = [one for one in recent if one.sentence == sentence - back]
            if chosen < 0:
                acting = {one.chain for one in there if one.subject}
                if UNNAMED in acting or (back and self._is_aside(acting, there)):
                    return -1
                chosen = _only(acting)
        if chosen < 0:
            near = [one.chain for one in recent if one.sentence >= sentence - 1]
            chosen = _only({chain for chain in near if self.chains[chain].gender == wanted})
        if chosen >= 0 and not self.chains[chosen].gender:
            self.chains[chosen].gender = wanted
        return chosen

    def _is_aside(self, acting: Set[int], there: Sequence[Seen]) -> bool:
        """Whether the only subject of a sentence is one of a clause in it, behind somebody else."""
        if len(acting) != 1:
            return False
        own = [one for one in there if one.chain in acting and one.subject]
        before = [one for one in there if one.chain not in acting and one.at < own[-1].at]
        return bool(before) and not any(_is_main(self.doc[one.root].head) for one in own)

    def _may_be(self, one: Seen, wanted: str) -> bool:
        """Whether somebody seen can be a man or a woman, as `wanted` tells."""
        if one.chain == UNNAMED:
            return sex_of(self.doc[one.root].lemma_.lower()) in ("", wanted)
        chain = self.chains[one.chain]
        return chain.gender in ("", "u", wanted) and not is_common(chain, self.surnames)

    def _barred(self, phrase: Phrase) -> set[int]:
        """Who stands at the other end of the pronoun's own verb, whom it cannot be ("himself" and "his" can)."""
        token = self.doc[phrase.head]
        if token.dep_ == "poss" or token.lower_.endswith("self"):
            return set()
        if token.dep_ in SUBJECTS:
            return self._acted_on(token.head)
        steps = {"dobj": 1, "dative": 1, "iobj": 1, "pobj": 2}.get(token.dep_, 0)
        if not steps:
            return set()
        verb = token.head if steps == 1 else token.head.head
        subjects = {child.i for child in verb.children if child.dep_ in SUBJECTS}
        return {one.chain for one in self._recent(phrase.head, frozenset({"person"})) if one.root in subjects}

    def _acted_on(self, verb: Token) -> set[int]:
        """Whom a verb acts on, by name or by the office that the article gives them: "he met the president"."""
        found: set[int] = set()
        for child in verb.rights:
            if child.dep_ not in OBJECTS or child.i == verb.i:
                continue
            named = self.named.get(child.i, UNNAMED)
            if named >= 0:
                found.add(named)
            elif any(inner.lower_ == "the" for inner in child.lefts):
                noun = child.lemma_.lower()
                held = self.offices.get(office_key(noun), ())
                found |= {number for number, office, _ in held if same_office(noun, frozenset(), office)}
        return found

    def _body(self, phrase: Phrase) -> int:
        """The one body, country or people that "it" or "they" can be: subject here, or the only subject before."""
        token = self.doc[phrase.head]
        if phrase.pronoun == "it" and token.lower_ == "it" and not _acts(token):
            return -1
        kinds = frozenset({"organisation", "place"} if phrase.pronoun == "it" else {"group"})
        recent = [one for one in self._recent(phrase.head, kinds) if one.subject]
        sentence = self._sentence(phrase.head)
        here = [one.chain for one in recent if one.sentence == sentence]
        if here:
            return _only(set(here))
        return _only({one.chain for one in recent if one.sentence == sentence - 1})

    def _apposed(self, phrase: Phrase) -> int:
        """The person whose name stands beside the description: "the head of the agency, Ann Lee"."""
        head = self.doc[phrase.head]
        beside = [child.i for child in head.children if child.dep_ == "appos"]
        if head.dep_ == "appos":
            beside.append(head.head.i)
        chains = {self.named[i] for i in beside if self.named.get(i, -1) >= 0} if not phrase.plural else set()
        return _only({chain for chain in chains if self.chains[chain].kind == "person"})

    def _officer(self, phrase: Phrase, at: dict[int, int]) -> int:
        """The one person to whom the article gives the office that the description tells."""
        if not phrase.definite or phrase.plural:
            return -1
        noun = self.doc[phrase.head].lemma_.lower()
        if self._is_another(noun, phrase) or self._is_strangers(phrase, at):
            return -1
        place = self._side(phrase, at)
        own = self._modifiers(phrase)
        held = [one for one in self.offices.get(office_key(noun), ()) if same_office(noun, own, one[1])]
        if place:  # an office whose country is not told is no match: "the French president" is not just any president
            return _only({number for number, _, of in held if of == place})
        chosen = {number for number, _, _ in held}
        chosen = chosen & self.met or chosen
        if len(chosen) > 1:
            chosen = {one.chain for one in self._recent(phrase.head, frozenset({"person"})) if one.chain in chosen}
        return _only(chosen)

    def _is_another(self, noun: str, phrase: Phrase) -> bool:
        """Whether "a deputy" whom nobody names was spoken of just before "the deputy"."""
        at = self.others.get(noun, -1)
        return at >= 0 and self._sentence(phrase.start) - self._sentence(at) <= WINDOW

    def _is_strangers(self, phrase: Phrase, at: dict[int, int]) -> bool:
        """Whether a description has an owner whom nothing names: "a brewer's president" is no other president."""
        whose = owner(self.doc, phrase)
        if whose is None or whose[1] - 1 in at:
            return False
        last = self.doc[whose[1] - 1].lemma_.lower()
        return last not in mapping("body_nouns") and mapping("noun_kinds").get(last) != "place"

    def _modifiers(self, phrase: Phrase) -> frozenset[str]:
        """The words of a description between its article or owner and its noun, in lower case."""
        whose = owner(self.doc, phrase)
        first = after_owner(self.doc, phrase, whose[1] if whose and whose[1] <= phrase.head else phrase.start)
        words_ = (token for token in self.doc[first : phrase.head] if token.is_alpha)
        return frozenset(token.lower_ for token in words_ if not nationality(token.text) and not country(token.text))

    def _side(self, phrase: Phrase, at: dict[int, int]) -> str:
        """The country or owner that a description is tied to: a code, a chain's name, or ""."""
        for i in range(phrase.start, phrase.head):
            word = self.doc[i].text
            code = nationality(word) or country(word) or seat(word)
            if code:
                return code
        whose = owner(self.doc, phrase)
        if whose and whose[1] - 1 in at:
            return side_of(self.chains[at[whose[1] - 1]].text)
        return ""

    def _owned_body(self, phrase: Phrase, at: dict[int, int]) -> int:
        """A body known by its owner founds a chain or joins its own; "the ministry" joins the last so called."""
        noun = self.doc[phrase.head].lower_
        key, text = self._owner_key(phrase, at)
        if key:
            if (key, text) not in self.owned:
                self.chains[self.next] = Chain("organisation", text)
                self.owned[key, text] = self.next
                self.next += 1
            number = self.owned[key, text]
            self.heads[noun].append((phrase.start, number))
            return number
        bare = phrase.head - phrase.start == 1 and self.doc[phrase.start].lower_ == "the"
        if bare and phrase.kind == "organisation" and not phrase.plural:
            at_, chain = self.heads.get(noun, [(-1, -1)])[-1]
            if chain >= 0 and self._sentence(phrase.start) - self._sentence(at_) <= WINDOW + 1:
                self.heads[noun].append((phrase.start, chain))
                return chain
        return -1

    def _owner_key(self, phrase: Phrase, at: dict[int, int]) -> tuple[str, str]:
        """The owner and the name made from it: ("3", "Jo Smith’s office"); ("", "") when it has no known owner."""
        doc = self.doc
        noun = doc[phrase.head].lower_
        if noun not in words("owned_bodies"):
            return "", ""
        whose = owner(doc, phrase)
        if whose:
            chain = at.get(whose[1] - 1, -1)
            if chain < 0:
                return self._owned_by_words(phrase, whose)
            name = self.chains[chain].text
            first = after_owner(doc, phrase, whose[1] if whose[1] <= phrase.head else phrase.start)
            own = _words(doc, first, phrase.head + 1)
            code = country(name) or (seat(name) if mapping("owned_bodies").get(noun) == "national" else "")
            return (code, f"{adjective(code)} {own}") if code and adjective(code) else (f"{chain}", f"{name}’s {own}")
        for i in range(phrase.start, phrase.head):
            code = nationality(doc[i].text) or country(doc[i].text)
            if code:
                return code, f"{adjective(code) or country_name(code)} {_words(doc, i + 1, phrase.head + 1)}"
        return "", ""

    def _owned_by_words(self, phrase: Phrase, whose: tuple[int, int]) -> tuple[str, str]:
        """The body of an owner without a name whose country is told: "the Ukrainian president's office"."""
        start, end = whose
        while start < end - 1 and self.doc[start].pos_ == "DET":
            start += 1
        if not nationality(self.doc[start].text) or whose[1] > phrase.head:
            return "", ""
        text = (
            f"{_words(self.doc, start, end)}’s {_words(self.doc, after_owner(self.doc, phrase, end), phrase.head + 1)}"
        )
        return "words", text


def _words(doc: Doc, start: int, end: int) -> str:
    return " ".join(doc[start:end].text.split())


def _acts(token: Token) -> bool:
    """Whether a pronoun is the subject of a verb that only somebody or a body does: says, demands, agrees."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in words("attribution_verbs")


def _is_main(verb: Token) -> bool:
    """Whether a verb is a sentence's own, or what somebody behind it reports: "Ann Lee left, the police said"."""
    return verb.dep_ in ("ROOT", "conj") or (verb.dep_ == "ccomp" and verb.i < verb.head.i)


def _only(chains: set[int]) -> int:
    return next(iter(chains)) if len(chains) == 1 else -1
