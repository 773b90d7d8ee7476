"""Find attributions: who said, wrote, thought, wanted, denied what.

Reads   Parse; Mentions.names where there are any
Gives   Mention[Attribution], in text order; one that stands inside another's content names it as its parent
Misses  speech without a cue word or quotation marks; sources named only in an earlier sentence
"""

from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Token

from twosource.annotate import contents, cues, sources
from twosource.annotate.contents import Content
from twosource.annotate.cues import SAYS, Reading
from twosource.annotate.parse import Parse
from twosource.annotate.quotes import Quote
from twosource.annotate.sources import Phrase
from twosource.annotate.units import Layout, Unit, lay_out
from twosource.model import Attribution, Mention, Mentions, Name, Span, hull

BY = "attributions/1"
GAP = " \t\u00a0,:;—–-―"
Form = Literal["direct", "indirect", "mixed", "headline"]


@dataclass(frozen=True)
class Draft:
    """An attribution in the making: the cue's token, spans, and what the cue means."""

    token: Token
    source: Phrase | None
    cue: Span
    content: tuple[Span, ...]
    reading: Reading
    form: Form = "indirect"
    negated: bool = False


def find_attributions(parse: Parse, found: Mentions) -> tuple[Mention[Attribution], ...]:
    """Return every attribution of the article, outer ones before those nested in them."""
    layout = lay_out(parse)
    drafts: list[Draft] = []
    for token in parse.doc:
        draft = _draft(token, layout)
        if draft is not None:
            drafts.append(draft)
    return _mentions(drafts, found.names, layout)


def _draft(token: Token, layout: Layout) -> Draft | None:
    """Return what a token reports if it is a cue."""
    if token.pos_ == "VERB":
        return _of_verb(token, layout)
    if token.lower_ == "according":
        return _according(token, layout)
    if token.pos_ == "NOUN":
        return _of_noun(token, layout)
    if token.pos_ == "ADJ":
        return _of_adjective(token, layout)
    return None


def _of_verb(verb: Token, layout: Layout) -> Draft | None:
    unit = layout.unit_of(verb)
    if unit is None:
        return None
    frames = cues.verb_frames(verb.lemma_.lower())
    first, last = cues.group(verb)
    inside = layout.quoted(verb)
    quoting = None if inside else _quoting(verb, first, last, frames, layout, unit)
    if quoting is not None:
        ranges, span, reading = quoting
        source = _source(verb, layout, unit, span)
        if source is None:
            return None
        holes = [_range(layout, first, last), _phrase_range(layout, source)]
        return _made(verb, source, (first, last), ranges, holes, reading, layout, "direct")
    if not frames:
        return None
    passive = sources.passive(verb)
    content = contents.of_passive(verb, frames) if passive else contents.after(verb, frames, layout)
    head = sources.subject(verb)
    source = sources.phrase(head, layout, verb) if head is not None else None
    if content is None and not passive and ("that" in frames or "quote" in frames):
        content = _parenthetical(verb, first, last, frames, layout, unit)
    if content is None or (source is None and not passive):
        return None
    if content.preposition is not None and content.preposition.i == last + 1:
        last += 1
    holes = [_range(layout, first, last)]
    if source is not None:
        holes.append(_phrase_range(layout, source))
    return _made(verb, source, (first, last), content.ranges, holes, content.reading, layout)


def _range(layout: Layout, first: int, last: int) -> tuple[int, int]:
    return layout.doc[first].idx, layout.doc[last].idx + len(layout.doc[last])


def _phrase_range(layout: Layout, phrase: Phrase) -> tuple[int, int]:
    return _range(layout, phrase.first, phrase.last)


def _made(verb, source, group, ranges, holes, reading, layout, form="indirect") -> Draft | None:
    content = contents.cleaned(ranges, holes, layout)
    if not content:
        return None
    cue = Span(*_range(layout, *group))
    return Draft(verb, source, cue, content, reading, form, cues.negated(verb))


def _source(verb: Token, layout: Layout, unit: Unit, span: tuple[int, int]) -> Phrase | None:
    """Return the source of a speech tag: the verb's subject, or the noun phrase in the tag."""
    head = sources.subject(verb)
    if head is not None and not layout.quoted(head) and unit.first <= head.i < unit.last:
        return sources.phrase(head, layout, verb)
    return sources.beside(layout, unit, span[0], verb.i) or sources.beside(layout, unit, verb.i + 1, span[1] + 1)


def _quoting(verb: Token, first: int, last: int, frames, layout: Layout, unit: Unit):
    """Return the quotations that a speech tag speaks for: before it, after it, and those that follow on their own."""
    if not unit.quotes and not layout.text[unit.end - 1] == ":":
        return None
    start, stop = contents.core(verb, first, last, layout, unit)
    text = layout.text
    before = text[unit.start : layout.doc[start].idx].rstrip(GAP)
    end_before = unit.start + len(before)
    left = next((quote for quote in unit.quotes if quote.end == end_before), None)
    from_here = layout.doc[stop].idx + len(layout.doc[stop])
    right = next((quote for quote in unit.quotes if quote.start >= from_here), None)
    if right is not None and text[from_here : right.start].strip(GAP):
        right = None
    known = "quote" in frames or "that" in frames
    reading = frames.get("quote") or frames.get("that") or SAYS
    if left is not None and text[left.end - 2 : left.end - 1] not in (",", "?", "!", ".", "—", "-", "…") and not known:
        left = None
    if left is None and (right is None or not known):
        if known and unit.end == from_here + 1 and text[unit.end - 1] == ":":
            ranges = _following(unit, layout, paragraph=True)
            return (ranges, (start, stop), reading) if ranges else None
        return None
    ranges: list[tuple[int, int]] = []
    if left is not None:
        ranges.append((unit.start, left.end))
    if right is not None:
        edge = right.end
        for quote in unit.quotes:
            if quote.start >= edge and not text[edge : quote.start].strip(GAP + "and…. "):
                edge = quote.end
        child = max((c.right_edge.i for c in verb.rights if c.dep_ in ("ccomp", "dobj", "xcomp")), default=-1)
        if left is None and 0 <= child < unit.last:
            edge = max(edge, layout.doc[child].idx + len(layout.doc[child]))
        ranges.append((right.start, edge))
    final = ranges[-1][1]
    if final >= unit.end - 1 or left is not None:
        ranges += _following(unit, layout)
    return ranges, (start, stop), reading


def _following(unit: Unit, layout: Layout, paragraph: bool = False) -> list[tuple[int, int]]:
    """Return the units after this one that are quotation and nothing else, in its paragraph and in those it runs on to."""
    ranges: list[tuple[int, int]] = []
    index = layout.of_token[unit.first] + 1
    here = unit.paragraph
    open_quote = bool(unit.quotes) and not unit.quotes[-1].closed
    while index < len(layout.units):
        after = layout.units[index]
        if after.paragraph != here:
            if not (paragraph or (open_quote and after.quotes and after.quotes[0].continues)):
                break
            here, paragraph = after.paragraph, False
        if not _pure(after, layout.text):
            break
        ranges.append((after.start, after.end))
        open_quote = not after.quotes[-1].closed
        index += 1
    return ranges


def _pure(unit: Unit, text: str) -> bool:
    """Whether a unit is quotation from end to end."""
    at = unit.start
    for quote in unit.quotes:
        if text[at : quote.start].strip(GAP + ".…"):
            return False
        at = quote.end
    return bool(unit.quotes) and not text[at : unit.end].strip(GAP + ".…")


def _parenthetical(verb: Token, first: int, last: int, frames, layout: Layout, unit: Unit) -> Content | None:
    """Return the clause that a speech tag at its end or in its middle speaks for ("The dam, she said, held")."""
    start, stop = contents.core(verb, first, last, layout, unit)
    text = layout.text
    left_end = layout.doc[start].idx
    left = text[unit.start : left_end].rstrip()
    right_start = layout.doc[stop].idx + len(layout.doc[stop])
    reading = frames.get("that") or frames["quote"]
    if verb.dep_ == "advcl" and layout.doc[max(0, start - 1)].lower_ == "as":
        return Content(((unit.start, left_end - 2), (right_start, unit.end)), reading) if unit.end - right_start > 2 or left[:-2].strip() else None
    if not left or left[-1] not in ",—–-―":
        return None
    ranges = [(unit.start, left_end)]
    main = verb.head if verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") else None
    if main is None:
        main = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
    if main is not None and contents.tree(main)[1] > right_start + 1:
        ranges.append((right_start, min(contents.tree(main)[1], unit.end)))
    elif not any(token.pos_ in ("VERB", "AUX") for token in layout.doc[unit.first : start]):
        ranges.append((right_start, unit.end))
    return Content(tuple(ranges), reading)


def _according(token: Token, layout: Layout) -> Draft | None:
    """Return the attribution of "according to X": the rest of its sentence."""
    unit = layout.unit_of(token)
    to = layout.doc[token.i + 1] if token.i + 1 < len(layout.doc) else None
    if unit is None or to is None or to.lower_ != "to":
        return None
    head = next((child for child in to.children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    source = sources.phrase(head, layout, to)
    if source is None:
        return None
    hole = (token.idx, layout.doc[source.last].idx + len(layout.doc[source.last]))
    ranges = [(unit.start, unit.end)]
    content = contents.cleaned(ranges, [hole], layout)
    if not content:
        return None
    return Draft(token, source, Span(token.idx, to.idx + len(to)), content, SAYS)


def _of_noun(noun: Token, layout: Layout) -> Draft | None:
    """Return what a noun reports: "his claim that ...", "the ministry's promise to ..."."""
    frames = cues.noun_frames(noun.lemma_.lower())
    if not frames:
        return None
    content = _nominal(noun, frames)
    if content is None:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    last = owner.right_edge.i
    source = Phrase(owner, owner.left_edge.i, last)
    first, final = noun.i, noun.i if content.preposition is None or content.preposition.i != noun.i + 1 else noun.i + 1
    while first - 1 > last and layout.doc[first - 1].dep_ == "amod":
        first -= 1
    holes = [_range(layout, first, final), _phrase_range(layout, source)]
    made = _made(noun, source, (first, final), content.ranges, holes, content.reading, layout)
    return replace(made, negated=False) if made else None


def _of_adjective(adjective: Token, layout: Layout) -> Draft | None:
    """Return what an adjective reports: "is sure that ...", "are worried about ..."."""
    frames = cues.adjective_frames(adjective.lemma_.lower())
    verb = adjective.head
    if not frames or adjective.dep_ not in ("acomp",) or verb.pos_ not in ("VERB", "AUX"):
        return None
    content = _nominal(adjective, frames)
    head = sources.subject(verb)
    source = sources.phrase(head, layout, verb) if head is not None else None
    if content is None or source is None:
        return None
    first, _ = cues.group(verb)
    last = adjective.i if content.preposition is None or content.preposition.i != adjective.i + 1 else adjective.i + 1
    holes = [_range(layout, first, last), _phrase_range(layout, source)]
    return _made(adjective, source, (first, last), content.ranges, holes, content.reading, layout)


def _nominal(word: Token, frames) -> Content | None:
    """Return the complement of a noun or an adjective."""
    for child in word.rights:
        if child.dep_ in ("acl", "ccomp", "xcomp", "relcl"):
            marks = {inner.lower_ for inner in child.lefts if inner.dep_ in ("mark", "aux", "advmod")}
            if child.dep_ in ("acl", "ccomp") and ("that" in marks or child.dep_ == "ccomp") and "that" in frames:
                return Content((contents.tree(child),), frames["that"])
            if child.tag_ == "VB" and "to" in marks and "to" in frames:
                return Content((contents.tree(child),), frames["to"])
        if child.dep_ == "prep":
            frame = "to:np" if child.lower_ == "to" else child.lower_
            inside = next((inner for inner in child.children if inner.dep_ in ("pobj", "pcomp")), None)
            if frame in frames and inside is not None:
                return Content((contents.tree(inside),), frames[frame], child)
    return None


def _mentions(drafts: list[Draft], names: tuple[Mention[Name], ...], layout: Layout) -> tuple[Mention[Attribution], ...]:
    """Return the drafts as mentions, each with the one whose content it stands in as its parent."""
    kept = [(draft, _hull(draft, layout)) for draft in drafts]
    found: list[Mention[Attribution]] = []
    for draft, span in kept:
        parent = None
        for other, outer in kept:
            if other is not draft and any(piece.covers(draft.cue) for piece in other.content):
                if parent is None or outer.end - outer.start < parent.end - parent.start:
                    parent = outer
        source = () if draft.source is None else (_source_span(draft.source, layout),)
        value = Attribution(
            source=source,
            cue=(draft.cue,),
            content=draft.content,
            who="" if draft.source is None else sources.named(draft.source, names),
            form=draft.form,
            stance=draft.reading.stance,
            certainty=draft.reading.certainty,
            negated=draft.negated,
            parent=parent,
        )
        found.append(Mention(value, span, BY))
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.value.cue)))


def _source_span(phrase: Phrase, layout: Layout) -> Span:
    """Return a source's span, with the comma that closes an apposition before its verb."""
    start, end = _phrase_range(layout, phrase)
    return Span(start, end)


def _hull(draft: Draft, layout: Layout) -> Span:
    spans = [draft.cue, *draft.content]
    if draft.source is not None:
        spans.append(_source_span(draft.source, layout))
    return hull(spans)
