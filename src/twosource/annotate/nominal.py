"""Find attributions in nouns and adjectives: "his claim that ...", "issued a statement saying ...", "is sure that ...".

Reads   the parse, the layout of quotations and units
Gives   Draft of form "indirect"
Misses  nouns whose owner stands in an earlier clause
"""

from dataclasses import replace

from spacy.tokens import Token

from twosource.annotate import contents, cues, sources
from twosource.annotate.contents_clauses import WH, Content, is_infinitive
from twosource.annotate.cues import Frames
from twosource.annotate.drafts import Draft, draft
from twosource.annotate.layout import Layout
from twosource.annotate.sources import Phrase
from twosource.annotate.tokens import tree

LITTLE = frozenset({"no", "little", "few", "scant"})
CLAUSES = frozenset({"acl", "ccomp", "xcomp", "relcl", "advcl"})


def of_noun(noun: Token, layout: Layout) -> Draft | None:
    """Return what a noun reports, and whose word it is: its owner's, its maker's, or that of a light verb's subject."""
    mistagged = _verb_after_all(noun, layout)
    if mistagged is not None:
        return mistagged
    frames = cues.noun_frames(noun.lemma_.lower())
    content = _complement(noun, frames) if frames else None
    if content is None:
        return None
    first = last = noun.i
    if content.preposition is not None and content.preposition.i == last + 1:
        last += 1
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and not _dates(child)), None)
    maker = sources.agent(noun)
    if owner is not None:
        source: Phrase | None = Phrase(owner, owner.left_edge.i, owner.right_edge.i)
        first = _widened(noun, first, owner.right_edge.i)
    elif maker is not None:
        source = sources.phrase(maker, layout, noun)
    else:
        source = _giver(noun, layout)
        if source is not None:
            first = cues.group(noun.head)[0]
    if source is None:
        return None
    made = draft(noun, source, (first, last), content.ranges, content.reading, layout)
    little = any(child.lower_ in LITTLE for child in noun.lefts)  # "expressed little hope that"
    return replace(made, negated=True) if made is not None and little else made


def _dates(owner: Token) -> bool:
    """Whether an owner only tells when: "this week's announcement by the guild"."""
    return owner.ent_type_ in ("DATE", "TIME")


def _widened(noun: Token, first: int, barrier: int) -> int:
    """Return the first token of a noun with the adjectives before it."""
    while first - 1 > barrier and noun.doc[first - 1].dep_ in ("amod", "advmod"):
        first -= 1
    return first


def _giver(noun: Token, layout: Layout) -> Phrase | None:
    """Return the subject of the light verb that a noun is the object of ("made the claim that")."""
    verb = noun.head
    if noun.dep_ != "dobj" or not cues.is_light(verb.lemma_):
        return None
    head = sources.subject(verb)
    return sources.phrase(head, layout, verb) if head is not None else None


def _verb_after_all(noun: Token, layout: Layout) -> Draft | None:
    """Return the attribution of a verb that the tagger took for a plural noun ("The union plans to ...")."""
    before = noun.doc[noun.i - 1] if noun.i else None
    if noun.tag_ != "NNS" or noun.dep_ not in ("ROOT", "conj", "ccomp", "advcl") or before is None:
        return None
    frames = cues.verb_frames(noun.lemma_.lower())
    if before.dep_ not in ("compound", "nmod") or not frames or noun.left_edge.i == noun.i:
        return None
    content = contents.after(noun, frames, layout)
    first = noun.left_edge.i
    while first < noun.i and (noun.doc[first].is_punct or noun.doc[first].dep_ in ("cc", "advmod", "mark")):
        first += 1
    if content is None or first == noun.i:
        return None
    return draft(noun, Phrase(before, first, noun.i - 1), (noun.i, noun.i), content.ranges, content.reading, layout)


def of_adjective(adjective: Token, layout: Layout) -> Draft | None:
    """Return what an adjective or participle reports: "is sure that ...", "were convinced ...", "worried about ..."."""
    frames = cues.adjective_frames(adjective.lower_)
    if not frames:
        return None
    predicative = adjective.dep_ in ("acomp", "oprd", "conj")
    verb = adjective.head if predicative else adjective
    if verb.pos_ not in ("VERB", "AUX") or (not predicative and adjective.tag_ != "VBN"):
        return None
    content = _complement(adjective, frames)
    if any(frame.startswith("it:") for frame in frames):
        return _impersonal(adjective, verb, frames, layout)
    head = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None) or sources.subject(verb)
    source = sources.phrase(head, layout, verb) if head is not None else None
    if content is None or source is None:
        return None
    first, _ = cues.group(verb)
    last = adjective.i
    if content.preposition is not None and content.preposition.i == last + 1:
        last += 1
    return draft(adjective, source, (first, last), content.ranges, content.reading, layout)


def _impersonal(adjective: Token, verb: Token, frames: Frames, layout: Layout) -> Draft | None:
    """Return "it was not clear who fired": nobody says so; negated when it is not known."""
    if not any(child.lower_ == "it" for child in verb.lefts):
        return None
    for child in (*adjective.rights, *verb.rights):
        if child.dep_ in CLAUSES and child.i > adjective.i:
            frame = "it:wh" if adjective.doc[child.left_edge.i].lower_ in WH else "it:that"
            group = (cues.group(verb)[0], adjective.i)
            made = draft(adjective, None, group, (tree(child),), frames[frame], layout)
            denied = adjective.lower_.startswith("un") or any(inner.dep_ == "neg" for inner in verb.children)
            return replace(made, negated=denied) if made is not None else None
    return None


def _complement(word: Token, frames: Frames) -> Content | None:
    """Return the clause, infinitive or prepositional object that completes a noun or an adjective."""
    for child in word.rights:
        if child.dep_ in CLAUSES:
            opener = {inner.lower_ for inner in child.lefts if inner.dep_ in ("mark", "aux")}
            first = word.doc[child.left_edge.i].lower_
            if first in WH and child.dep_ in ("ccomp", "acl") and "wh" in frames:
                return Content((tree(child),), frames["wh"])
            if ("that" in opener or child.dep_ == "ccomp") and child.tag_ != "VBG" and "that" in frames:
                return Content((tree(child),), frames["that"])
            if is_infinitive(child) and "to" in opener and "to" in frames:
                return Content((tree(child),), frames["to"])
        if child.dep_ in ("prep", "agent"):
            frame = "to:np" if child.lower_ == "to" else child.lower_
            inside = next((inner for inner in child.rights if inner.dep_ in ("pobj", "pcomp")), None)
            if frame in frames and inside is not None and inside.ent_type_ not in ("DATE", "TIME"):
                return Content((tree(inside),), frames[frame], child)
    return None


__all__ = ["of_adjective", "of_noun"]
