"""Find the cues whose speaker or content the parser has hung elsewhere: by where they stand in their sentence.

Reads   the drafts that were found by the parse, the layout
Gives   Draft for a plain verb of speech that reports nothing yet: at the end of its sentence behind a comma and a
        speaker, or before a "that" which comes late
Misses  verbs other than those that only say; speakers who stand behind their verb
"""

from bisect import bisect_left

from spacy.tokens import Doc, Token

from twosource.annotate import cues, sources
from twosource.annotate.cues import SAYS
from twosource.annotate.drafts import Draft, draft
from twosource.annotate.layout import FINAL, Layout, Unit
from twosource.annotate.sources import Phrase
from twosource.annotate.tokens import FINITE, TENSED
from twosource.text.lexicon import mapping, words

NAMES = frozenset({"NOUN", "PROPN", "PRON"})

PLAIN = frozenset(
    {"say", "tell", "announce", "report", "confirm", "state", "disclose", "reveal", "testify", "explain", "add",
     "argue", "claim", "insist", "warn"}
)  # fmt: skip
"""Verbs that do nothing but say."""

FINDS = frozenset({"find", "rule", "conclude"})
"""Verbs by which a court or an inquiry says so, at the end of a sentence: "..., an inquiry has found"."""

HOLDS = "hold"
"""It says only with "that" right behind it; an office and a rally are held too."""

TAIL = 8
"""Tokens between a cue and the end of its sentence: a day, where it was said or who was told ("on Sunday")."""

SPEAKER = 15
"""Tokens of a speaker between a comma and the cue, as in `sources.torn`."""

LATE = 20
"""Tokens between a cue and its "that": "said on Tuesday that in answer to ..."."""

LEAST = 4
"""Tokens of what is said before a speaker: fewer are an opening ("In short, Lee said")."""


def left_over(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Return what verbs of speech report that are no cue of `drafts`, in text order."""
    known = sorted(made.cue.start for made in drafts)
    found = []
    for unit in layout.units:
        for verb in layout.doc[unit.first : unit.last]:
            if not _only_says(verb) or layout.quoted(verb) or _known(verb, known):
                continue
            made = _behind(verb, layout, unit) or _ahead(verb, layout, unit)
            found += [made] if made is not None else []
    return found


def _known(verb: Token, starts: list[int]) -> bool:
    """Whether a cue of a draft begins at a verb or right before it ("has said")."""
    index = bisect_left(starts, verb.idx + len(verb))
    return index > 0 and starts[index - 1] >= verb.doc[cues.group(verb)[0]].idx


def _only_says(verb: Token) -> bool:
    """Whether a token is a finite verb that tells a clause, and is not denied."""
    perfect = verb.tag_ == "VBN" and any(child.lower_ in ("has", "have") for child in verb.lefts)
    told = verb.tag_ in FINITE or (perfect and not any(child.dep_ == "auxpass" for child in verb.lefts))
    return told and verb.lemma_.lower() in PLAIN | FINDS | {HOLDS} and not cues.negated(verb)


def _behind(verb: Token, layout: Layout, unit: Unit) -> Draft | None:
    """What stands before the speaker and the cue that end a sentence: "It fell on Monday, the club said on Sunday"."""
    doc, first, last = verb.doc, *cues.group(verb)
    if verb.lemma_.lower() == HOLDS:
        return None
    after = doc[last + 1 : _tail_end(doc, last, unit)]
    if len(after) > TAIL + 1 or any(token.tag_ in TENSED or layout.quoted(token) for token in after):
        return None
    if doc[unit.last - 1].text[-1] not in FINAL or last + 1 == unit.last or any(token.text == "," for token in after):
        return None
    source = _speaker_before(first, doc, unit)
    if source is None or source.first - 1 - unit.first < LEAST or layout.quoted(source.head):
        return None
    told = doc[unit.first : source.first - 1]
    if not any(token.tag_ in TENSED for token in told) or any(layout.quoted(token) for token in told):
        return None
    ranges = ((unit.start, doc[source.first - 1].idx),)
    return draft(verb, source, (first, last), ranges, SAYS, layout)


def _tail_end(doc: Doc, cue: int, unit: Unit) -> int:
    """Where the words end that a tag has of its own: before what it was said with, "because he was not to speak"."""
    opened = (token.i for token in doc[cue + 1 : unit.last] if token.lower_ in REASONS and _opens(token))
    return next(opened, unit.last)


REASONS = frozenset({"as", "because", "when", "after", "before", "while", "since", "until"})
"""Words that open why or when somebody said so."""


def _opens(word: Token) -> bool:
    """Whether a word opens a clause with a finite verb: "as they were told to", and not "as a guard"."""
    clause = word.head
    ahead = clause.i > word.i and clause.dep_ in ("advcl", "ccomp", "relcl", "acl")
    return ahead and (clause.tag_ in TENSED or any(child.tag_ in TENSED for child in clause.lefts))


def _speaker_before(first: int, doc: Doc, unit: Unit) -> Phrase | None:
    """The noun phrase between a comma and a cue, with what stands between commas behind a name."""
    ends = first - 1
    described = doc[ends].text == ","
    start = _opened(doc, ends - described, unit)
    if start is None:
        return None
    if described:  # "Ann Lee, head of the bank, said", "the head of the bank, Ann Lee, said"
        name = _opened(doc, start - 2, unit)
        if name is None:
            return None
        if all(token.pos_ == "PROPN" for token in doc[name : start - 1]):
            return Phrase(doc[start - 2], name, ends - 1)
        named = all(token.pos_ == "PROPN" for token in doc[start:ends])
        nouns = (token for token in doc[name : start - 1] if token.pos_ == "NOUN")
        return Phrase(doc[ends - 1], name, ends - 1) if named and any(_may_speak(one) for one in nouns) else None
    while doc[start].is_punct and start < ends:  # the mark that closes a quotation: "I left,' she said"
        start += 1
    solid = doc[start:first]
    head = next((token for token in solid if token.pos_ in NAMES), None)
    if head is None:
        return None
    while head.dep_ in ("compound", "nmod", "amod", "poss") and start <= head.head.i < first:
        head = head.head
    return Phrase(head, start, first - 1) if _may_speak(head) else None


def _opened(doc: Doc, last: int, unit: Unit) -> int | None:
    """Where a stretch without a main verb begins that ends at `last` and stands behind a comma; None if none does."""
    for index in range(last, max(unit.first, last - SPEAKER), -1):
        token = doc[index]
        if token.text == ",":
            return index + 1 if index < last else None
        if token.is_punct and token.text not in ("-", "'", "’", ".", "&"):
            return None
        if token.tag_ in TENSED and not _relative(token):
            return None
        if token.dep_ == "mark" or (token.tag_ in ("CC", "IN", "TO", "WRB") and index == last):
            return None
    return None


def _relative(verb: Token) -> bool:
    """Whether a verb only tells who the speaker is: "a clerk who asked not to be named"."""
    return any(child.tag_ == "WP" for child in verb.lefts)


def _may_speak(head: Token) -> bool:
    """Whether a noun names somebody or some body or text, or is a pronoun for one."""
    lemma = head.lemma_.lower()
    if head.pos_ == "PRON":
        return head.lower_ in ("he", "she", "they", "it", "we", "others", "another", "one")
    known = lemma in mapping("noun_kinds") or lemma in words("text_nouns") | words("attribution_speakers")
    return head.pos_ == "PROPN" or known or lemma in mapping("body_nouns") or lemma in words("vouching_nouns")


def _ahead(verb: Token, layout: Layout, unit: Unit) -> Draft | None:
    """The clause behind a "that" which something parts from its cue: "said on Tuesday that the bank had failed"."""
    doc, first, last = verb.doc, *cues.group(verb)
    if verb.lemma_.lower() in FINDS:
        return None
    opener, late = None, 1 if verb.lemma_.lower() == HOLDS else LATE
    for token in doc[last + 1 : min(unit.last, last + 1 + late)]:
        if token.lower_ == "that" and token.tag_ == "IN":
            opener = token
            break
        if layout.quoted(token) or (token.is_punct and token.text not in (",", "-", "'", "’")):
            return None
    if opener is None or opener.i + 2 >= unit.last:
        return None
    head = sources.subject(verb)
    source = sources.phrase(head, layout, verb) if head is not None else None
    if source is None or source.head.i > verb.i:
        return None
    return draft(verb, source, (first, last), ((opener.idx, unit.end),), SAYS, layout)
