"""Find what a cue reports: the clause, phrase or words that it governs, cut clear of the cue and its source.

Reads   the parse, the layout of quotations and units, the cue's frames
Gives   spans of content, in text order
Misses  content that is only understood ("he agreed")
"""

from collections.abc import Iterable

from spacy.tokens import Token

from twosource.annotate.contents_clauses import OCCASIONS, WH, Content, clause_of, dated, is_infinitive
from twosource.annotate.cues import SAYS, Frames, Reading, noun_frames
from twosource.annotate.layout import Layout, Unit
from twosource.annotate.sources import DOERS, RELAYING, enclosed, inverted
from twosource.annotate.tokens import tree
from twosource.model import Span
from twosource.text.lexicon import mapping, words

EDGE = " \t\n\r\u00a0,;:.—–-―"
LOOSE = frozenset({"and", "but", "or", "so", "that", "then", "yet", ""})
LONGEST_LOOSE = 6  # characters; the longest of them, with a comma and a space


def after(cue: Token, frames: Frames, layout: Layout) -> Content | None:
    """Return the complement that follows an active cue verb, by the first of its frames that the sentence shows."""
    rights = [child for child in cue.rights if not layout.quoted(child) or layout.quoted(cue) or _partly(child, layout)]
    thing = next((child for child in rights if child.dep_ == "dobj"), None)
    for child in rights:
        if child.dep_ in ("ccomp", "xcomp", "advcl", "relcl", "pcomp"):
            found = clause_of(cue, child, thing, frames)
            if found is not None:
                return found
    for child in cue.rights:
        if child.dep_ == "intj" and child.lower_ in ("yes", "no") and "that" in frames:
            return Content((tree(child),), frames["that"])
    if thing is not None and "who" in frames and (told := _told_to(cue, thing)) is not None:
        return Content((told,), frames["that"]) if "that" in frames else None
    if thing is not None:
        found = _thing(cue, thing, frames)
        if found is not None:
            return found
    if thing is None and "that" in frames and (told := _told_in_text(cue)) is not None:
        return Content((told,), frames["that"])
    if thing is None and "small" in frames:
        label = next((child for child in rights if child.dep_ == "oprd"), None)
        if label is not None and cue.left_edge.tag_ in ("WP", "WDT"):
            return Content((tree(label),), frames["small"])
    return _prepositional(cue, frames)


def _told_in_text(cue: Token) -> tuple[int, int] | None:
    """Return the clause that the parser hung on the text it stands in: "says in a letter that he left"."""
    for prep in cue.rights:
        text = next((child for child in prep.rights if child.dep_ == "pobj"), None)
        if prep.dep_ != "prep" or text is None or text.lemma_.lower() not in words("text_nouns") | OCCASIONS:
            continue
        for child in text.rights:
            own = next((inner for inner in child.lefts if inner.dep_ in ("nsubj", "nsubjpass", "expl")), None)
            if child.dep_ in ("relcl", "acl", "ccomp") and child.left_edge.lower_ == "that" and own is not None:
                return None if own == child.left_edge else tree(child)
    return None


def _told_to(cue: Token, hearer: Token) -> tuple[int, int] | None:
    """Return the clause that the parser hung on whoever is told it: "told the inquest that Webb had drowned"."""
    noun = hearer.lemma_.lower()
    if cue.lemma_ != "tell" or not (noun in OCCASIONS | HEARING or noun in mapping("noun_kinds")):
        return None
    for child in hearer.rights:
        own = any(one.dep_ in ("nsubj", "nsubjpass", "expl") and one.lower_ != "that" for one in child.lefts)
        if child.dep_ in ("relcl", "acl") and own and child.left_edge.lower_ == "that":
            return tree(child) if child.left_edge.i == hearer.i + 1 else None
    return None


HEARING = frozenset({"inquest", "inquiry", "trial", "rally", "forum", "summit", "session", "courtroom", "newspaper"})
"""Nouns for an occasion or a body that somebody tells things, beside persons, bodies and `OCCASIONS`."""


def _partly(child: Token, layout: Layout) -> bool:
    """Whether what hangs on a quoted word begins before the quotation: the quotation is then a part of the clause."""
    quote = layout.quote_at(child.idx)
    return quote is None or child.left_edge.idx < quote.start or quote.end < tree(child)[1]


def _thing(cue: Token, thing: Token, frames: Frames) -> Content | None:
    """Return the content that a direct object gives, with its label ("as a lie") where the cue takes one."""
    start, end = tree(thing)
    for child in cue.rights:
        if child.i > thing.i and child.dep_ in ("oprd", "xcomp", "acomp", "attr") and "small" in frames:
            return Content(((start, max(end, tree(child)[1])),), frames["small"])
        if child.i > thing.i and child.dep_ == "prep" and child.lower_ == "as" and (reading := _as(child, frames)):
            return Content(((start, max(end, label_end(child))),), labelled(reading, thing))
        if child.i > thing.i and child.dep_ == "prep" and child.lower_ in frames:
            if "np" in frames:
                return Content(((start, max(end, tree(child)[1])),), frames["np"])
            if "act" in frames:
                break
            return Content((_object(child) or tree(child),), frames[child.lower_], child)
    if "act" in frames and not _bodily(thing):
        return Content(((start, end),), frames["act"])
    if "np" in frames and thing.lower_ not in ("so", "himself", "herself", "themselves", "itself"):
        return Content(((start, end),), frames["np"])
    if "small" in frames and thing.left_edge != thing.right_edge:
        return Content(((start, end),), frames["small"])
    return None


def _as(opener: Token, frames: Frames) -> Reading | None:
    """What a cue means with the label behind an "as"; None when it does not take that one."""
    label = next((child for child in opener.rights if child.dep_ == "pobj"), None)
    return frames.get("as") or (None if label is not None and is_person(label) else frames.get("as-thing"))


def label_end(opener: Token) -> int:
    """Return where a label behind "as" ends: before what only says during which event it was given."""
    end = tree(opener)[1]
    during = (word for word in opener.subtree if word.lower_ == "during" and word.i > opener.i)
    return min((word.idx - 1 for word in during), default=end)


def is_person(label: Token) -> bool:
    """Whether a label is one that a person has: a "traitor", a "manager"."""
    return mapping("noun_kinds").get(label.lemma_.lower()) == "person" or label.ent_type_ == "PERSON"


def labelled(reading: Reading, thing: Token) -> Reading:
    """Return what a cue means with a label: to dismiss a vote as a sham is to say so, to dismiss a claim to deny it."""
    told = noun_frames(thing.lemma_.lower()) or any(child.dep_ in ("acl", "ccomp") for child in thing.rights)
    return SAYS if reading.stance in ("denies", "refuses") and not told else reading


def _prepositional(cue: Token, frames: Frames) -> Content | None:
    for child in cue.rights:
        if child.dep_ not in ("prep", "dative"):
            continue
        frame = "to:np" if child.lower_ == "to" else child.lower_
        if frame in frames:
            inside = _object(child)
            if inside is not None and not dated(child):
                further = [tree(other)[1] for other in cue.rights if other.dep_ in ("xcomp", "advcl") and _to(other)]
                return Content(((inside[0], max([inside[1], *further])),), frames[frame], child)
    return None


def _bodily(thing: Token) -> bool:
    """Whether a thing can be struck or held: a place, a nation, people without a name, whatever is counted."""
    if any(child.dep_ == "nummod" and child.like_num for child in thing.lefts):
        return True
    if thing.ent_type_ in ("GPE", "LOC", "FAC", "NORP"):
        return True
    return thing.pos_ == "NOUN" and mapping("noun_kinds").get(thing.lemma_.lower(), "none") in (
        "place",
        "person",
        "group",
    )


def _to(child: Token) -> bool:
    """Whether a clause is an infinitive with "to" and no subject of its own."""
    return is_infinitive(child) and child.left_edge.lower_ == "to"


def _object(preposition: Token) -> tuple[int, int] | None:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child.i > preposition.i:
            return tree(child)
    return None


def of_passive(cue: Token, frames: Frames) -> Content | None:
    """Return the content of a passive cue: "It was said that ...", "X is expected to ...", "X was condemned by ..."."""
    done = next((child for child in cue.lefts if child.dep_ in ("nsubjpass", "nsubj")), None)
    agentive = any(child.dep_ == "agent" for child in cue.children)
    if any(child.lower_ == "as" and any(inner.tag_ == "VBG" for inner in child.children) for child in cue.rights):
        return None  # "was quoted as saying": the participle is the cue
    for child in cue.rights:
        if child.dep_ == "ccomp" and child.i > cue.i:
            frame = "wh" if cue.doc[child.left_edge.i].lower_ in WH else "that"
            return Content((tree(child),), frames[frame]) if frame in frames else None
        if child.dep_ == "xcomp" and done is not None and _to(child):
            for frame in ("obj-to", "that", "to", "small"):
                if frame in frames:
                    return Content((tree(done), tree(child)), frames[frame])
        if child.dep_ in ("oprd", "attr") and done is not None and "small" in frames:
            return Content((tree(done), tree(child)), frames["small"])
        if (
            child.dep_ == "prep"
            and done is not None
            and child.lower_ in frames
            and child.lower_ not in ("on", "for", "in")
        ):
            return Content((tree(done), _object(child) or tree(child)), frames[child.lower_], child)
    if done is not None and agentive and "np" in frames:
        return Content((tree(done),), frames["np"])
    if done is not None and agentive and "act" in frames and not _bodily(done):
        return Content((tree(done),), frames["act"])
    return None


def core(cue: Token, first: int, last: int, layout: Layout, unit: Unit, frames: Frames) -> tuple[int, int]:
    """Return the first and last token of a speech tag: cue, subject, whom it is said to, and when or where."""
    doc = cue.doc
    turned = inverted(cue)
    if turned is not None:
        return first, turned.right_edge.i
    if cue.dep_ == "pcomp" and cue.head.lower_ == "as" and cue.head.head.lemma_ in RELAYING:
        told = cue.head.head  # "... she was quoted as saying"
        edges = [child.left_edge.i for child in told.lefts if child.dep_ in ("nsubjpass", "nsubj", "auxpass")]
        return max(min([told.i, *edges]), unit.first), last
    parted = enclosed(cue)
    for child in cue.lefts:
        if child.dep_ in DOERS and child.i < cue.i and (parted is None or child != parted.thing):
            first = min(first, child.left_edge.i)
    for index in range(cue.i - 1, first - 1, -1):
        quote = layout.quote_at(doc[index].idx)
        if quote is not None and layout.text[max(0, quote.end - 2)] in ",.?!-—":
            first = index + 1
            break
    while first < cue.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    allowed = DOERS | {"prt", "dative", "npadvmod", "advmod", "prep", "agent"}
    if "who" in frames:
        allowed |= {"dobj"}
    if cue.dep_ in ("compound", "amod") and cue.head.i > cue.i and not any(c.dep_ in DOERS for c in cue.children):
        last = max(last, cue.head.i)  # "Said Smith: ...", with the verb taken for a part of the name
    for child in cue.rights:
        edge = _before_that(child)
        if child.dep_ not in allowed or layout.quote_at(child.idx) is not None:
            if child.dep_ == "punct" and child.text == ",":
                continue
            break
        if child.left_edge.i > last + 2:
            break
        quote = layout.quote_from(doc[last].idx + 1, tree(child)[1] + 1)
        while quote is not None and edge > last and doc[edge].idx >= quote.start:
            edge -= 1
        last = max(last, edge)
    last = min(last, unit.last - 1)
    while last > cue.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in (")", "]"):
        last -= 1
    return max(first, unit.first), last


def _before_that(child: Token) -> int:
    """Return the last token of what hangs on a tag, less a clause that was hung on it: "said in a note that"."""
    told = (one.i - 1 for one in child.subtree if one.lower_ == "that" and one.dep_ == "mark" and one.i > child.i)
    return min(told, default=child.right_edge.i)


def cleaned(ranges: Iterable[tuple[int, int]], holes: Iterable[tuple[int, int]], layout: Layout) -> tuple[Span, ...]:
    """Return ranges widened to whole quotations, less the holes, trimmed of loose commas and conjunctions."""
    found: list[Span] = []
    for start, end in _less(_widened(ranges, layout), sorted(holes)):
        span = _trimmed(start, end, layout)
        if span is not None:
            found.append(span)
    return tuple(found)


def _widened(ranges: Iterable[tuple[int, int]], layout: Layout) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        opened, closing = layout.quote_at(start), layout.quote_at(max(start, end - 1)) or layout.quote_at(end)
        if opened is not None and not layout.text[opened.start : start].strip("“\"'‘` "):
            start = opened.start
        if closing is not None and closing.start < end:
            end = max(end, closing.end)
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _less(ranges: list[tuple[int, int]], holes: list[tuple[int, int]]) -> list[tuple[int, int]]:
    left: list[tuple[int, int]] = []
    for start, end in ranges:
        for low, high in holes:
            if high <= start or end <= low:
                continue
            if low > start:
                left.append((start, low))
            start = high
            if start >= end:
                break
        if start < end:
            left.append((start, end))
    return left


def _trimmed(start: int, end: int, layout: Layout) -> Span | None:
    """Cut loose punctuation off both ends; None when no word is left."""
    text = layout.text
    while start < end and text[start] in EDGE and text[start] != ".":
        start += 1
    while end > start and text[end - 1] in EDGE and not _keeps(text, end, layout):
        end -= 1
    loose = end - start <= LONGEST_LOOSE and text[start:end].strip(EDGE).lower() in LOOSE
    worded = any(text[index].isalnum() for index in range(start, end))
    return Span(start, end) if worded and not loose else None


def _keeps(text: str, end: int, layout: Layout) -> bool:
    """Whether the last character belongs to the content: inside a quotation, or the stop of an abbreviation."""
    if text[end - 1] != ".":
        return False
    if layout.quote_at(end - 1) is not None:
        return True
    token = layout.token_at(end - 1)
    return token is not None and len(token) > 1 and end < len(text) and not text[end : end + 1].isspace()
