"""Find who a cue belongs to: the subject of a verb, across conjunction, control, relative and participle.

Reads   the parse, the layout of quotations
Gives   the source's tokens, first to last
Misses  subjects that the parser has not attached and that do not stand next to the cue
"""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Token

from twosource.annotate.layout import Layout, Unit
from twosource.annotate.places_datelines import opening_line
from twosource.annotate.tokens import FINITE, TENSED
from twosource.text.lexicon import mapping

DOERS = frozenset({"nsubj", "csubj"})
"""The labels of whoever does what an active verb tells: a passive's subject says nothing."""

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
RELATIVES = frozenset({"who", "which", "that"})
RELAYING = frozenset({"quote", "cite"})
LIMIT = 60  # tokens; a longer "source" is a parser's mistake: the longest apposition read in news has about 40


class Phrase(NamedTuple):
    """A noun phrase: its head and its first and last token, inclusive."""

    head: Token
    first: int
    last: int


def subject(verb: Token) -> Token | None:
    """Return the head of the phrase that does what `verb` says, None when the sentence does not name it.

    A passive verb's doer is its agent ("was accused by"); a bare participle's or infinitive's is its controller.
    """
    if passive(verb):
        return agent(verb)
    if (parted := enclosed(verb)) is not None:
        return parted.speaker
    if (turned := inverted(verb)) is not None:
        return turned
    seen = verb
    for _ in range(8):  # conjunctions and control rarely nest deeper than three
        own = next((child for child in seen.children if child.dep_ in DOERS), None)
        if own is None and seen is verb:
            own = _before_participle(verb)
        if own is None and seen is not verb:  # "was forced to admit", "was quoted as saying"
            own = next((child for child in seen.children if child.dep_ == "nsubjpass"), None)
        if own is not None:
            if own.dep_ == "csubj" and own.pos_ == "VERB" and own.tag_ == "VBG":  # "Choosing Holt signals that ..."
                return None
            if opening := opening_line(own.doc, own.i):
                return _opens(own.doc, opening, seen)
            own = _apposed(_named_behind(_beside_cue(own, seen), seen), seen)
            return None if own.lower_ in ("it", "there") and _expletive(own) else own
        moved = _controller(seen)
        if moved is None or isinstance(moved, tuple):
            return moved[0] if moved else None
        seen = moved
    return None


def _opens(doc: Doc, at: int, verb: Token) -> Token | None:
    """Return the head of the phrase that a report opens with behind its dateline, which the parser took for subject."""
    last = at - 1
    while last + 1 < verb.i and doc[last + 1].pos_ in NOMINAL:
        last += 1
    return doc[last] if last >= at and doc[last].pos_ in ("NOUN", "PROPN", "PRON") else None


class Enclosed(NamedTuple):
    """A sentence that a tag parts: what it is about, who tells it, and the verb that goes on behind the tag."""

    thing: Token
    speaker: Token
    clause: Token


def enclosed(verb: Token) -> Enclosed | None:
    """Return the parts of a sentence that a longer tag parts: "The raids, the board said in a note, failed at dawn".

    The parser gives the tag two subjects then, one on either side of a comma, and leaves what follows without one; or
    it takes the speaker of "The raids, said the board in a note, failed" for what follows.
    """
    if verb.tag_ not in FINITE:
        return None
    clause = next((child for child in verb.rights if child.dep_ in ("ccomp", "conj") and _finite(child)), None)
    if clause is None and verb.dep_ == "parataxis" and verb.head.i > verb.i and _finite(verb.head):
        clause = verb.head
    thing = next((child for child in verb.lefts if child.dep_ in (*DOERS, "npadvmod") and not _dated(child)), None)
    if clause is None or thing is None or thing.lower_ in RELATIVES:
        return None
    beside = [child for child in verb.children if child.dep_ == "nsubj" and child.i > thing.i]
    theirs = [child for child in clause.lefts if child.dep_ in (*DOERS, "nsubjpass", "expl", "mark")]
    around = clause == verb.head
    speakers = beside or theirs
    if len(speakers) != 1 or (beside and theirs):
        return None
    speaker, doc = speakers[0], verb.doc
    opens = (speaker.left_edge.i if speaker.i < verb.i else verb.i) - 1
    commas = sum(token.text == "," for token in doc[thing.left_edge.i : verb.i])
    if doc[opens].text != "," or thing.i > opens or (speaker.i > verb.i and commas > 1):
        return None
    edge = clause.left_edge.i
    ends = edge - (doc[edge].text != ",") if beside and not around else speaker.right_edge.i + 1
    return Enclosed(thing, speaker, clause) if doc[ends].text == "," and speaker.right_edge.i < ends else None


def _dated(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _before_participle(verb: Token) -> Token | None:
    """Return the subject that the parser gave to a participle between commas: "Webb, probably joking, said ..."."""
    if verb.tag_ not in FINITE:
        return None
    for child in verb.lefts:
        if child.dep_ != "advcl" or child.tag_ not in ("VBG", "VBN") or child.i > verb.i:
            continue
        own = next((inner for inner in child.lefts if inner.dep_ == "nsubj"), None)
        if own is not None and own.doc[own.i + 1].text == "," and verb.doc[verb.i - 1].text == ",":
            return own
    return None


MOST = 15
"""Tokens of a description and a name between commas, before the cue of the clause that stands before them."""


def torn(verb: Token, unit: Unit) -> Phrase | None:
    """Return the speaker who stands between commas behind what is said: "It fell, the head of the bank, Ann Lee, said".

    The parser hangs both the description and the name on what stands before them.
    """
    doc, last = verb.doc, verb.i - 2
    told = any(child.dep_ in ("ccomp", "advcl", "parataxis") for child in verb.lefts)
    if verb.tag_ in FINITE and (described := _described_before(verb, unit)) is not None:
        return described
    if verb.tag_ not in FINITE or not told or last <= unit.first or doc[last + 1].text != ",":
        return None
    first = last
    while first > unit.first and doc[first].pos_ == "PROPN":
        first -= 1
    if first == last or doc[first].text != "," or doc[last].ent_type_ != "PERSON":
        return None
    opened = first - 1
    while opened > unit.first and doc[opened].text != "," and verb.i - opened < MOST:
        opened -= 1
    between = doc[opened + 1 : first]
    noun = doc[opened].text == "," and any(token.pos_ == "NOUN" for token in between)
    if noun and not any(token.pos_ in ("VERB", "AUX") for token in between):
        return Phrase(doc[last], opened + 1, last)
    return Phrase(doc[last], first + 1, last)


def _described_before(verb: Token, unit: Unit) -> Phrase | None:
    """Return the person described between a comma and the cue: "It fell, a clerk who gave no name said"."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if after is not None and not after.is_punct and not after.is_space:
        return None
    for head in verb.doc[unit.first : verb.i]:
        ends = head.right_edge.i == verb.i - 1 and head.left_edge.i > unit.first
        person = mapping("noun_kinds").get(head.lemma_.lower()) == "person"
        if ends and person and head.dep_ == "appos" and verb.doc[head.left_edge.i - 1].text == ",":
            return Phrase(head, head.left_edge.i, verb.i - 1)
    return None


def inverted(verb: Token) -> Token | None:
    """Return the speaker of "..., says mayor" in a headline, where the parser finds the subject before the comma."""
    before = verb.doc[verb.i - 1] if verb.i else None
    if before is None or before.text != "," or verb.tag_ not in ("VBZ", "VBD", "VBP"):
        return None
    after = next((child for child in verb.rights if not child.is_punct), None)
    if after is not None and after.dep_ == "ccomp" and not _finite(after):
        after = next((inner for inner in after.lefts if inner.dep_ == "nsubj"), after)  # "..., said Lee, ready to go"
    loosely = ("dobj", "attr", "oprd", "npadvmod") if verb.lemma_ == "say" and verb.tag_ == "VBZ" else ()
    if after is None or after.dep_ not in ("nsubj", "dep", *loosely) or after.left_edge.i != verb.i + 1:
        return None
    end = after.right_edge.i + 1
    while verb.doc[end - 1].is_space or verb.doc[end - 1].text == ",":
        end -= 1
    closed = end >= len(verb.doc) or verb.doc[end].is_space or verb.doc[end].text in (".", ",")
    if end + 1 < len(verb.doc) and verb.doc[end].text == "," and _goes_on(verb, end + 1):
        return None  # "The bank, which owns it, said Lee, its head, would go"
    if enclosed(verb) is not None:
        return None  # "The bank, said Lee in a note, has gone"
    named = after.pos_ in ("NOUN", "PROPN") and after.ent_type_ not in ("DATE", "TIME")
    return after if closed and named else None


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.tag_ in TENSED for child in verb.lefts)


def _goes_on(verb: Token, index: int) -> bool:
    """Whether what stands behind a comma is the verb of the one named before it, and the cue has a subject already."""
    while index < len(verb.doc) - 1 and verb.doc[index].is_punct:
        index += 1
    ahead = verb.doc[index]
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    return subject is not None and ahead.tag_ in TENSED and ahead.dep_ != "relcl"


def _beside_cue(own: Token, verb: Token) -> Token:
    """Return the second of two subjects, parted by a comma: "It fell, most of it inwards, mayor Ann Lee said"."""
    after = [child for child in verb.lefts if child.dep_ == "nsubj" and child.i > own.i]
    if not after or after[-1].right_edge.i != verb.i - 1:
        return own
    return after[-1] if own.doc[after[-1].left_edge.i - 1].text == "," else own


def _named_behind(own: Token, verb: Token) -> Token:
    """Return the name that stands right behind a description, read as a second subject: "his brother Tom Webb said"."""
    after = next((child for child in verb.lefts if child.dep_ in DOERS and child.i > own.i), None)
    beside = after is not None and own.pos_ == "NOUN" and after.pos_ == "PROPN" and after.left_edge.i == own.i + 1
    return after if after is not None and beside and own.i < verb.i else own


def _apposed(own: Token, verb: Token) -> Token:
    """Return the speaker where the parser took it for an apposition: "To meet Scott, Justice Roberts said, ..."."""
    last = next((child for child in reversed(list(own.rights)) if child.dep_ == "appos"), None)
    if last is None or own.i > verb.i or (own.pos_ == "PROPN" and mapping("noun_kinds").get(last.lower_) == "person"):
        return own
    here, opened = last.right_edge.i, last.left_edge.i
    after = own.doc[here + 1] if here + 1 < len(own.doc) else None
    unclosed = after is not None and not after.is_punct and after in (verb, *verb.lefts) and not own.doc[here].is_punct
    return last if unclosed and opened and own.doc[opened - 1].text == "," else own


def passive(verb: Token) -> bool:
    """Whether a verb is in the passive ("was accused", "accused of")."""
    relations = {child.dep_ for child in verb.children}
    if "nsubjpass" in relations or ("auxpass" in relations and "nsubj" not in relations):  # not "who's called for"
        return True
    if verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and verb.i < verb.head.i:  # "Asked about it, she ..."
        return not any(c.dep_ in ("aux", "nsubj", "mark") for c in verb.children)
    if verb.dep_ == "conj" and verb.tag_ in ("VBN", "VBD") and passive(verb.head):  # "was hailed but dismissed by ..."
        alone = not relations & {"nsubj", "aux"}
        return alone and ("agent" in relations or (verb.tag_ == "VBN" and "dobj" not in relations))
    return verb.tag_ == "VBN" and verb.dep_ in ("acl", "amod") and not any(c.dep_ == "aux" for c in verb.children)


def agent(verb: Token) -> Token | None:
    """Return the head of a passive's "by" phrase."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _expletive(token: Token) -> bool:
    return token.dep_ == "expl" or token.head.lemma_ in ("seem", "appear", "mean", "be")


def _controller(verb: Token) -> Token | tuple[Token] | None:
    """Return the verb whose subject is this one's, or the subject itself in a tuple of one."""
    head = verb.head
    if head is verb or verb.dep_ == "ROOT":
        return None
    if verb.dep_ == "conj":
        return head
    if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in RELAYING and not passive(head.head):
        quoted = next((child for child in head.head.children if child.dep_ == "dobj"), None)
        return (quoted,) if quoted is not None else _verbal(head)
    if verb.dep_ in ("xcomp", "pcomp"):
        thing = next((child for child in head.children if child.dep_ == "dobj" and child.i < verb.i), None)
        if thing is not None and verb.tag_ == "VB" and head.lemma_ not in ("promise", "threaten", "use", "take"):
            return (thing,)
        return _verbal(head)
    if verb.dep_ in ("acl",) and verb.tag_ == "VBG":
        return (head,)
    if verb.dep_ in ("advcl", "ccomp", "dep") and verb.tag_ in ("VBG", "VB", "VBD", "VBN"):
        return head if head.pos_ in ("VERB", "AUX") else None
    return None


def _verbal(token: Token) -> Token | None:
    """Return the nearest verb at or above a token."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head is token or token.dep_ == "ROOT":
            return None
        token = token.head
    return token


def phrase(head: Token, layout: Layout, verb: Token) -> Phrase | None:
    """Return a source's whole phrase, with appositions and relative clauses, clear of the cue and of quotations."""
    first, last = head.left_edge.i, head.right_edge.i
    doc = head.doc
    if head.i < verb.i:
        last = min(last, verb.i - 1)
    elif first <= verb.i:
        first = verb.i + 1
    described = doc[first - 1] if first else None
    if described is not None and head.i < verb.i and _named_behind(described, verb) is head and head is not described:
        first = described.left_edge.i  # "his brother Tom Webb"
    if head.is_space:  # what the parser makes of a stray tab
        return None
    unit = layout.unit_of(head)
    if unit is not None:
        first, last = max(first, unit.first), min(last, unit.last - 1)
    if last - first > 10 * LIMIT:
        return None
    first, last = _clear_of_quotes(head, first, last, layout)
    while first < head.i and (doc[first].is_punct or doc[first].is_space or doc[first].dep_ in ("cc", "preconj")):
        first += 1
    while last > head.i and (_loose(doc[last]) or doc[last].is_space):
        last -= 1
    return Phrase(head, first, last) if first <= head.i <= last and last - first < LIMIT else None


def _loose(token: Token) -> bool:
    return (token.is_punct and token.text not in (")", "]", "”", "’", '"', "''")) or token.dep_ == "cc"


def _clear_of_quotes(head: Token, first: int, last: int, layout: Layout) -> tuple[int, int]:
    """Cut a phrase back from speech that the parser has drawn into it; a quoted word inside it may stay."""
    here = layout.quote_at(head.idx)
    for index in range(head.i, first - 1, -1):
        token = head.doc[index]
        quote = layout.quote_at(token.idx)
        if quote is not None and quote is not here and _speech(token, quote.end, layout):
            first = index + 1
            break
    for index in range(head.i, last + 1):
        token = head.doc[index]
        quote = layout.quote_at(token.idx)
        if (
            quote is not None
            and quote is not here
            and quote.start >= token.idx
            and _long(layout, quote.start, quote.end)
        ):
            last = index - 1
            break
    return first, last


def _speech(token: Token, end: int, layout: Layout) -> bool:
    return layout.text[max(0, end - 2)] in ",.?!" or token.is_punct


def _long(layout: Layout, start: int, end: int) -> bool:
    return layout.text.count(" ", start, end) > 5  # a nickname or a title has at most a few words


def beside(layout: Layout, unit: Unit, start: int, stop: int) -> Phrase | None:
    """Return the noun phrase in a stretch of tokens next to a cue, for speech tags that the parser has torn apart."""
    for token in _solid(layout, max(start, unit.first), min(stop, unit.last)):
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
            while head.dep_ in ("compound", "nmod", "poss", "amod", "flat") and start <= head.head.i < stop:
                head = head.head
            first = token.i
            while first > start and not layout.doc[first - 1].is_punct and not layout.doc[first - 1].is_space:
                first -= 1
            last = head.i
            while last + 1 < stop and not layout.doc[last + 1].is_punct and layout.doc[last + 1].pos_ != "VERB":
                last += 1
            while layout.doc[last].is_space:
                last -= 1
            return Phrase(head, first, last)
    return None


def stretch(layout: Layout, start: int, stop: int) -> Phrase | None:
    """Return all of a stretch of tokens as one phrase, headed by its first noun; None when it holds no noun."""
    solid = list(_solid(layout, start, stop))
    while solid and solid[0].pos_ == "ADP":  # "in an interview with Ora, Ida Moll, ..."
        comma = next((token.i for token in layout.doc[solid[0].i : stop] if token.text == ","), stop)
        solid = [token for token in solid if token.i > comma]
    head = next((token for token in solid if token.pos_ in ("NOUN", "PROPN", "PRON")), None)
    if (
        head is None
        or stop - start > LIMIT
        or any(token.pos_ in ("VERB", "AUX") for token in solid if token.i < head.i)
    ):
        return None
    while head.dep_ in ("compound", "nmod", "poss", "amod") and head.i < head.head.i < stop:
        head = head.head
    return Phrase(head, solid[0].i, solid[-1].i)


def _solid(layout: Layout, start: int, stop: int) -> Iterator[Token]:
    for index in range(start, stop):
        token = layout.doc[index]
        if not token.is_space and not token.is_punct:
            yield token
