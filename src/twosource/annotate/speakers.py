"""Tell who a source is that is not named where it stands: by who spoke before, and for whom.

Reads   drafts of attributions, names with chains, the layout
Gives   a full name, or the words of the description that a pronoun goes back to; "" where it cannot be told
Misses  speakers who are named only later ("An official said ... Ann Lee, the official, added")

In news the speaker of one sentence is mostly the speaker of the last: where `anaphora` looks at all that is named
near a pronoun, this looks at those who have spoken.

he, she         the last person heard whose gender fits, in this and the last `NEAR` sentences
they, it        the last group or body heard, as near as that
I, we           inside a quotation: its speaker
the governor    the last one heard who was called so where they spoke ("Governor Ann Lee")
the company     the last body heard that can be called so, else the only one named so far
a spokesman     with nobody beside it: the body heard or named last
her agent       is somebody else's agent than "his agent": called by whose they are
a statement     with nobody beside it: whoever was heard last, in this or the last sentence
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from twosource.annotate.drafts import Draft
from twosource.annotate.heard import (
    NOMINAL,
    OWNED,
    PRONOUN,
    Heard,
    antecedent_of,
    can_be_called,
    described_words,
    gender_of_source,
    has_a_name,
    is_media,
    is_person,
    kind_of,
    may_be_a_person,
    nouns_of,
    own_words,
    pronoun_gender,
    tells_who,
)
from twosource.annotate.layout import Layout
from twosource.annotate.name_index import NameIndex
from twosource.annotate.places_datelines import opening_line
from twosource.annotate.roles_offices import is_voice
from twosource.annotate.sources import RELATIVES, Phrase
from twosource.annotate.tokens import SUBJECTS
from twosource.model import Mention, Name, Span
from twosource.text.lexicon import mapping, words

NEAR = 3  # sentences that a pronoun reaches back: a speaker's quotations seldom stand farther apart
FAR = 12  # sentences that "the governor" reaches back: about a third of a news article
ANYBODY = frozenset({"source", "person"})
"""Nouns for whoever was cited, a body too."""

SAME = 2  # words of "the same source" without its article
DEEPEST = 6  # reports in reports: nobody prints more
DEFINITE = frozenset({"the", "this", "that"})
ISSUING = frozenset({"person", "organisation"})
PLAIN = frozenset({"company", "firm", "club", "team", "bank", "airline"})
"""Nouns by which news calls the body that it is about."""

ANY_BODY = PLAIN | {"group", "organisation", "organization", "side", "franchise"}
"""Nouns by which news calls bodies of any sort."""

ENACTED = frozenset({"law", "bill", "decree", "resolution"})
"""Texts that whoever speaks of them has not issued: "the law does not ask for it, Webb said"."""

MAIN = 3
"""How many times as often as any other a body must have been named to be the one that a story is about."""


class Listener:
    """Goes through an article's sources in order and keeps who was heard."""

    def __init__(self, names: NameIndex, layout: Layout) -> None:
        self.names = names
        self.layout = layout
        self.heard: list[Heard] = []
        self.genders: dict[str, str] = {}
        self.called: dict[tuple[str, str], bool] = {}

    def hear(self, phrase: Phrase) -> str:
        """Return who a source is, and take note of it."""
        head = antecedent_of(phrase.head)
        mention = self._issuer(head) or self.names.mention(head)
        known = mention.value.text if mention is not None and tells_who(mention) else self._apposed(head, phrase)
        known = self._spoken_for(head, phrase) or known
        pronoun = head.tag_ in PRONOUN
        who = self._pronoun(head, known) if pronoun else known or self._described(head, phrase)
        self._note(head, phrase, mention, who)
        return who

    def _spoken_for(self, head: Token, phrase: Phrase) -> str:
        """The body whose spokesman is described: Ora of "an Ora spokeswoman"; "" when none is named."""
        if not is_voice(head.lemma_.lower()):
            return ""
        beside = (self.names.inside(head.doc[phrase.first].idx, head.idx + len(head))) if head.pos_ == "NOUN" else ()
        named = {one.value.text for one in beside if one.value.form == "name" and one.value.kind == "organisation"}
        return named.pop() if len(named) == 1 else ""

    def _apposed(self, head: Token, phrase: Phrase) -> str:
        """The name that ends a description: IRNA in "the state news agency IRNA", "" when none does."""
        last = self.names.mention(head.doc[phrase.last])
        if last is None or last.value.form != "name" or phrase.last == head.i or not last.value.kind:
            return ""
        before = self.layout.token_at(max(0, last.span.start - 1))
        near = before is not None and (before == head or (before.is_space and before.i == head.i + 1))
        return last.value.text if near and last.value.kind in ("person", "organisation") else ""

    def _note(self, head: Token, phrase: Phrase, mention: Mention[Name] | None, who: str) -> None:
        pronoun = head.tag_ in PRONOUN
        if not who and (pronoun or phrase.head.lower_ in RELATIVES):
            return
        called = frozenset() if pronoun else frozenset(nouns_of(phrase))
        earlier = next((one for one in reversed(self.heard) if one.who == who), None) if who else None
        kind = earlier.kind if earlier and not called else kind_of(head, mention)
        shown = who or described_words(phrase)
        gender = pronoun_gender(head) or self.genders.get(shown, "") or gender_of_source(shown, called, kind)
        if gender:
            self.genders[shown] = gender
        named = bool(mention is not None and mention.value.form == "name") or bool(earlier and earlier.named)
        named = named or (mention is None and head.pos_ == "PROPN" and not called)
        quoted = self.layout.quoted(head) and not pronoun
        self.heard.append(Heard(head.idx, self._unit(head), shown, kind, called, named, quoted))

    def _unit(self, token: Token) -> int:
        return self.layout.of_token[token.i]

    def _back(self, token: Token, reach: int) -> Iterator[Heard]:
        """Those heard in this and the last `reach` sentences, nearest first."""
        unit = self._unit(token)
        for one in reversed(self.heard):
            if one.unit < unit - reach:
                return
            yield one

    def _pronoun(self, head: Token, known: str) -> str:
        """Who a pronoun is: the last one heard that fits, unless the text makes somebody else its subject since."""
        word = OWNED.get(head.lower_, head.lower_)
        if self.layout.quoted(head):
            return known  # whom a speaker calls "he" is seldom a speaker
        if word in ("he", "she"):
            wanted = "m" if word == "he" else "f"
            near = [one for one in self._back(head, NEAR) if not one.quoted]
            people = (one for one in near if is_person(one) or (near[0] is one and may_be_a_person(one)))
            fits = (one for one in people if self.genders.get(one.who, "") in ("", wanted))
        elif word in ("they", "it"):
            kinds = ("group", "organisation") if word == "they" else ("organisation", "place")
            if word == "they" and (acting := self._acting_here(head)):
                return acting
            spoke = list(self._back(head, NEAR))
            fits = (
                one
                for one in spoke
                if one.kind in kinds or (word == "it" and one is spoke[0] and self._may_be_a_body(one))
            )
        else:
            return known
        last = next(fits, None)
        if last is None or (known and last.who != known and self._acted(known, last.at, head)):
            return known
        return last.who

    def _may_be_a_body(self, one: Heard) -> bool:
        """Whether whoever was heard, read as a person, may be a firm called so: no first name and no title tells."""
        return one.named and one.kind == "person" and not one.called and not self.genders.get(one.who)

    def _acted(self, name: str, since: int, before: Token) -> bool:
        """Whether somebody has been named as the subject of a clause since an offset, by whoever names the speaker.

        Whom a quotation is about is not who speaks it: "“Webb is what matters,” she said".
        """
        for span in self.names.between(name, since, before.idx):
            last = self.layout.token_at(span.end - 1)
            if last is None or self.layout.quoted(last):
                continue
            if last.dep_ in SUBJECTS or last.head.dep_ in SUBJECTS:
                return True
        return False

    def _acting_here(self, head: Token) -> str:
        """The one body or people that acts before "they" in its sentence, whoever spoke before; "" for none."""
        unit = self.layout.unit_of(head)
        inside = self.names.inside(unit.start, head.idx) if unit is not None else ()
        found = set()
        for one in inside:
            last = self.layout.token_at(one.span.end - 1)
            while last is not None and last.head.i != last.i and one.span.start <= last.head.idx < one.span.end:
                last = last.head
            fits = one.value.form == "name" and one.value.kind in ("group", "organisation")
            fits = fits and last is not None and not opening_line(last.doc, last.i)
            if fits and last is not None and not self.layout.quoted(last) and last.dep_ in SUBJECTS:
                found.add(one.value.text)
        return found.pop() if len(found) == 1 else ""

    def _described(self, head: Token, phrase: Phrase) -> str:
        """Who a description is, "" when nobody heard or named can be told to be it."""
        noun = head.lemma_.lower()
        if head.pos_ not in NOMINAL or head.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in head.children):
            return ""
        own = own_words(head, phrase)
        definite = head.doc[phrase.first].lower_ in DEFINITE
        if definite and len(own) == SAME and own[0].lower_ == "same":  # "the same source": whoever was heard last
            kind = "" if noun in ANYBODY else mapping("noun_kinds").get(noun, "none")
            return next((one.who for one in self._back(head, NEAR) if one.kind == kind or not kind), "")
        if definite and len(own) == 1:
            speaking = words("speaking_nouns")
            same = speaking if noun in speaking else {noun}
            kind = mapping("noun_kinds").get(noun, "")
            like = (one for one in self._back(head, FAR) if one.kind == kind or not kind)
            if noun in PLAIN and (spoke := self._spoke_last(head, mapping("body_nouns")[noun])):
                return spoke
            called = next((one for one in like if not same.isdisjoint(one.called)), None)
            if called is not None:
                return called.who
        if definite and noun in mapping("body_nouns") and phrase.last == head.i and not has_a_name(own):
            return self._body(head, noun)
        if noun in words("speaking_nouns") and len(own) == 1 and not any(c.dep_ == "poss" for c in head.children):
            return self._principal(head)
        if noun in words("text_nouns") and len(own) == 1 and not any(c.dep_ == "poss" for c in head.children):
            issued = (one for one in self._back(head, FAR) if definite and noun in one.called)
            near = (one for one in self._back(head, 1) if one.named and noun not in ENACTED)
            return next((one.who for one in (*issued, *near)), "")
        return self._owned(head, own) if mapping("noun_kinds").get(noun) == "person" else ""

    def _spoke_last(self, head: Token, kind: str) -> str:
        """The body that spoke in the sentence before, where it can be called so; "" when none did."""
        heard = (one for one in self._back(head, 1) if one.kind == "organisation" and one.unit < self._unit(head))
        last = next(heard, None)
        return last.who if last is not None and last.named and can_be_called(last.who, kind) else ""

    def _owned(self, head: Token, own: Sequence[Token]) -> str:
        """The name of somebody known by whose they are: "her agent" is "Ann Lee’s agent"."""
        owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
        mention = self.names.mention(owner) if owner is not None else None
        if owner is None or mention is None or mention.value.kind not in ("person", "organisation"):
            return ""
        rest = [token.text for token in own if token.i > owner.i and token.i <= head.i and token.tag_ != "POS"]
        return f"{mention.value.text}’s {' '.join(rest)}"

    def _issuer(self, head: Token) -> Mention[Name] | None:
        """The name of whom a text is from: the bank of "a statement from the bank"."""
        if head.lemma_.lower() not in words("text_nouns"):
            return None
        for child in head.rights:
            made = next((one for one in child.children if one.dep_ == "pobj"), None)
            mention = self.names.mention(made) if made is not None and child.lower_ in ("from", "by") else None
            if mention is not None and mention.value.form == "name" and mention.value.kind in ISSUING:
                return mention
        return None

    def _body(self, head: Token, noun: str) -> str:
        kind = mapping("body_nouns")[noun]
        alone = head.i == head.left_edge.i + 1
        if alone and (acted := self._acted_last(head)) and self._may_be(acted, noun, kind):
            return acted
        for one in self._back(head, FAR):
            if one.kind == "organisation" and one.named and self._may_be(one.who, noun, kind):
                return one.who
        named = [name for name in self.names.bodies_before(head.idx) if self._may_be(name, noun, kind)]
        if len(set(named)) == 1:
            return named[0]
        unit = self.layout.unit_of(head)
        near = unit.start if unit is not None else head.idx
        here = {name for name in self.names.bodies_before(head.idx, since=near) if name in named}
        if len(here) == 1 and noun in PLAIN:
            return here.pop()
        first, second = [*Counter(named).most_common(2), ("", 0), ("", 0)][:2]
        return first[0] if noun in PLAIN and first[1] >= MAIN * max(second[1], 1) else ""

    def _may_be(self, name: str, noun: str, kind: str) -> bool:
        """Whether a body can be meant by a noun: a union or a charity only one that the article calls so."""
        if not can_be_called(name, kind):
            return False
        return kind != "body" or noun in ANY_BODY or self._is_called(name, noun)

    def _is_called(self, name: str, noun: str) -> bool:
        """Whether a noun is in a name or stands beside it: "the CWU union", "Unite, Britain's largest union"."""
        if (name, noun) not in self.called:
            self.called[name, noun] = self._stands_beside(name, noun)
        return self.called[name, noun]

    def _stands_beside(self, name: str, noun: str) -> bool:
        if noun in name.casefold().split():
            return True
        own = re.escape(name)
        beside = rf"\b{noun}\W+{own}\b|\b{own}\b(?:['’]s)?,?(?: [\w'’-]+){{0,4}} {noun}\b"
        return re.search(beside, self.layout.text, re.I) is not None

    def _acted_last(self, head: Token) -> str:
        """The one body that acts in the sentence before, if nobody was heard since it was named; "" for none."""
        index = self._unit(head) - 1
        unit = self.layout.units[index] if index >= 0 else None
        inside = self.names.inside(unit.start, unit.end) if unit is not None else ()
        found = {}
        for one in inside:
            last = self.layout.token_at(one.span.end - 1)
            body = one.value.form == "name" and one.value.kind == "organisation"
            body = body and last is not None and not opening_line(last.doc, last.i)
            if body and last is not None and last.dep_ == "nsubj" and not self.layout.quoted(last):
                found[one.value.text] = one.span.start
        name, at = next(iter(found.items()), ("", 0))
        heard = any(one.at > at for one in self._back(head, 1))
        return name if len(found) == 1 and not heard else ""

    def _principal(self, head: Token) -> str:
        """The body that "a spokesman" speaks for: the last one heard, else the only one named so far."""
        for one in self._back(head, FAR):
            if one.kind == "organisation" and one.named and not is_media(one.who):
                return one.who
        named = {name for name in self.names.bodies_before(head.idx) if not is_media(name)}
        return named.pop() if len(named) == 1 else ""


def whos(
    drafts: Sequence[Draft],
    contents: Sequence[tuple[Span, ...]],
    parents: Sequence[int | None],
    names: NameIndex,
    layout: Layout,
) -> list[str]:
    """Return who each source is; a pronoun that opens reported speech ("X said it would ...") is the speaker."""
    found = [""] * len(drafts)
    listener = Listener(names, layout)
    order = sorted((draft.source.head.i, index) for index, draft in enumerate(drafts) if draft.source is not None)
    inner = {
        index
        for _, index in order
        if _is_the_speaker(index, drafts, contents, parents, layout)
        and not _is_somebody_else(drafts[index].source, drafts[parents[index] or 0].source, names)
    }
    for _, index in order:
        source = drafts[index].source
        if source is not None and index not in inner:
            found[index] = listener.hear(source)
    for index in sorted(inner):
        at = index
        for _ in range(DEEPEST):
            at = parents[at] if at in inner and parents[at] is not None else at  # type: ignore[assignment]
        found[index] = found[at]
    return found


def _is_the_speaker(
    index: int,
    drafts: Sequence[Draft],
    contents: Sequence[tuple[Span, ...]],
    parents: Sequence[int | None],
    layout: Layout,
) -> bool:
    """Whether a source is a pronoun for the speaker of the report that it stands in: "it" opening it, "we" quoted."""
    source, parent = drafts[index].source, parents[index]
    if parent is None or source is None or source.head.tag_ not in PRONOUN:
        return False
    if OWNED.get(source.head.lower_, source.head.lower_) in ("i", "we"):
        return layout.quoted(source.head)
    if layout.doc[max(0, source.first - 1)].lower_ == "what" and _one_person(drafts[parent].source, source.head):
        return True  # "Moll said the law ended what she called a farce"
    opened = contents[parent][0].start
    return layout.text[opened : source.head.idx].strip().lower() in ("", "that")


def _is_somebody_else(pronoun: Phrase | None, speaker: Phrase | None, names: NameIndex) -> bool:
    """Whether "he" or "she" cannot be who speaks: "she said he had left", "his sister said he had left"."""
    wanted = pronoun_gender(pronoun.head) if pronoun is not None else ""
    if not wanted or speaker is None or pronoun is None or pronoun.head.lower_ in OWNED:
        return False
    head = antecedent_of(speaker.head)
    if head.tag_ in PRONOUN:
        return OWNED.get(head.lower_, head.lower_) not in (pronoun.head.lower_, "who", "that")
    mention = names.mention(head)
    kind = kind_of(head, mention)
    name = mention.value.text if mention is not None and mention.value.form == "name" else ""
    told = gender_of_source(name, frozenset(nouns_of(speaker)), "person") if kind in ("person", "") else ""
    return kind == "group" or is_media(name) or told not in ("", wanted)


def _one_person(speaker: Phrase | None, pronoun: Token) -> bool:
    """Whether a speaker is one person, whom "he" or "she" may be."""
    if speaker is None or pronoun.lower_ not in ("he", "she"):
        return False
    return speaker.head.ent_type_ == "PERSON" or speaker.head.lower_ == pronoun.lower_
