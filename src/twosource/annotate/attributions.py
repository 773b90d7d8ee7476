"""Find attributions: who said, wrote, thought, wanted, promised, denied what.

Reads   Parse; Mentions.names where there are any
Gives   Mention[Attribution], in text order; one that stands inside another's content names it as its parent
Misses  speech without a cue word or quotation marks; sources named only in an earlier sentence
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from twosource.annotate import cues, headlines, nominal, reports, sources, speech
from twosource.annotate.drafts import Draft
from twosource.annotate.parse import Parse
from twosource.annotate.layout import Layout, lay_out
from twosource.model import Attribution, Mention, Mentions, Name, Span, hull

BY = "attributions/1"


def find_attributions(parse: Parse, found: Mentions) -> tuple[Mention[Attribution], ...]:
    """Return every attribution of the article, with those nested in another's content.

    `found.names`, where there are any, give the source's full name (`Attribution.who`).
    """
    layout = lay_out(parse)
    drafts = [draft for token in parse.doc for draft in _drafts(token, layout)]
    drafts += speech.untagged(layout, drafts)
    drafts += speech.signed(layout)
    drafts += headlines.named(layout)
    drafts = _cleared(_distinct(sorted(drafts, key=lambda draft: draft.cue)), layout)
    return _mentions(drafts, found.names, layout)


def _drafts(token: Token, layout: Layout) -> Iterator[Draft]:
    """Yield what a token reports if it is a cue."""
    if token.lower_ == "according":
        found = reports.according(token, layout)
    elif token.pos_ == "VERB":
        found = _of_verb(token, layout)
    elif token.pos_ in ("NOUN", "PROPN"):
        found = nominal.of_noun(token, layout)
    elif token.pos_ == "ADJ":
        found = nominal.of_adjective(token, layout)
    elif token.pos_ == "ADV":
        found = reports.adverb(token, layout)
    else:
        found = None
    if found is not None:
        yield found


def _of_verb(verb: Token, layout: Layout) -> Draft | None:
    unit = layout.unit_of(verb)
    if unit is None:
        return None
    frames = cues.frames_of(verb)
    found = None if layout.quoted(verb) else speech.of_verb(verb, frames, layout, unit)
    return found or reports.of_verb(verb, frames, layout, unit) or nominal.of_adjective(verb, layout)


def _distinct(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those whose cue is part of another's cue ("made" in "made the claim that")."""
    return [
        draft
        for draft in drafts
        if not any(other.cue != draft.cue and other.cue.covers(draft.cue) for other in drafts)
    ]


def _cleared(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Cut from each content the speech tags and participles ("adding that ...") that the parser has drawn into it."""
    cleared = []
    for draft in drafts:
        if draft.form != "direct":
            for other in drafts:
                cut = _intruder(draft, other, layout)
                if cut is not None:
                    draft = replace(draft, ranges=tuple((low, min(high, cut)) for low, high in draft.ranges if low < cut))
        if draft.content(layout):
            cleared.append(draft)
    return cleared


def _intruder(draft: Draft, other: Draft, layout: Layout) -> int | None:
    """Return the offset at which another attribution, not part of this one's content, begins inside it."""
    if other is draft or other.cue.start <= draft.cue.end or not draft.ranges:
        return None
    if not any(low <= other.cue.start < high for low, high in draft.ranges):
        return None
    if other.form == "direct":
        start = min(span.start for span in (other.cue, *other.source_span(layout), *other.content(layout)))
        return start if start > draft.cue.end else None
    token = other.token
    comma = layout.doc[token.i - 1].text == "," if token.i else False
    if token.tag_ == "VBG" and comma and token.dep_ == "advcl" and cues.says(other.reading, draft.reading):
        return layout.doc[token.i - 1].idx
    return None


def _mentions(drafts: list[Draft], names: tuple[Mention[Name], ...], layout: Layout) -> tuple[Mention[Attribution], ...]:
    """Return the drafts as mentions, each with the one whose content it stands in as its parent."""
    kept = [(draft, draft.source_span(layout), draft.content(layout)) for draft in drafts]
    hulls = [hull((draft.cue, *source, *content)) for draft, source, content in kept]
    found = []
    for index, (draft, source, content) in enumerate(kept):
        value = Attribution(
            source=source,
            cue=(draft.cue,),
            content=content,
            who="" if draft.source is None else sources.named(draft.source, names),
            form=draft.form_of(layout),
            stance=draft.reading.stance,
            certainty=draft.reading.certainty,
            negated=draft.negated,
            parent=_parent(index, kept, hulls),
        )
        found.append(Mention(value, hulls[index], BY))
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.value.cue)))


def _parent(index: int, kept: list[tuple[Draft, tuple[Span, ...], tuple[Span, ...]]], hulls: list[Span]) -> Span | None:
    """Return the smallest attribution whose content holds the cue of this one."""
    cue = kept[index][0].cue
    around = [
        hulls[other]
        for other, (_, _, content) in enumerate(kept)
        if other != index and any(piece.covers(cue) for piece in content)
    ]
    return min(around, key=lambda span: (span.end - span.start, span), default=None)
