"""Find attributions: who said, wrote, thought, wanted, promised, denied what.

Reads   Parse; Mentions.names where there are any
Gives   Mention[Attribution], in text order; one that stands inside another's content names it as its parent
Misses  speech without a cue word or quotation marks; sources named only in an earlier sentence
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from twosource.annotate import cues, headlines, nominal, reports, speakers, speech, torn
from twosource.annotate.drafts import Draft
from twosource.annotate.layout import Layout, lay_out
from twosource.annotate.name_index import NameIndex
from twosource.annotate.parse import Parse
from twosource.model import Attribution, Mention, Mentions, Name, Span, hull
from twosource.text.lexicon import mapping, words

BY = "attributions/5"
LONGEST_CHAIN = 8  # coordinate verbs; a sentence of news seldom has more than four


def find_attributions(parse: Parse, found: Mentions) -> tuple[Mention[Attribution], ...]:
    """Return every attribution of the article, with those nested in another's content.

    `found.names`, where there are any, give the source's full name (`Attribution.who`).
    """
    layout = lay_out(parse)
    drafts = [draft for token in parse.doc for draft in _drafts(token, layout)]
    drafts += speech.untagged(layout, drafts)
    drafts += speech.signed(layout)
    drafts += headlines.named(layout)
    drafts += torn.left_over(drafts, layout)
    drafts = _cleared(_distinct(sorted(drafts, key=lambda draft: draft.cue)), layout)
    drafts += reports.cited(drafts, layout)
    drafts = _instead(drafts, reports.relayed(drafts, layout))
    return _mentions(drafts, found.names, layout)


def _drafts(token: Token, layout: Layout) -> Iterator[Draft]:
    """Yield what a token reports if it is a cue."""
    if token.lower_ == "according":
        found = reports.according(token, layout)
    elif token.lower_ == "by":
        found = reports.reckoned(token, layout)
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
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda draft: (draft.cue.start, -draft.cue.end, draft.token.i)):
        if not kept or kept[-1].cue == draft.cue or not kept[-1].cue.covers(draft.cue):
            kept.append(draft)
    return kept


def _cleared(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """Cut from each content the speech tags and participles that the parser has drawn into it.

    A participle cut off so ("Smith said the dam held, adding that ...") goes on speaking for the one who spoke.
    """
    intruders = [
        draft
        for draft in drafts
        if draft.form == "direct" or _goes_on(draft, layout) or _contrasts(draft) or _trails(draft)
    ]
    starts = [draft.cue.start for draft in intruders]
    spoken: dict[int, Draft] = {}
    cleared = []
    for draft in drafts:
        draft = spoken.get(draft.token.i, draft)
        if draft.form != "direct":
            cut = _first_cut(draft, intruders, starts, layout)
            if cut is not None:
                offset, other = cut
                kept = tuple((low, min(high, offset)) for low, high in draft.ranges if low < offset)
                theirs = other.form == "direct" or other.source is None or _contrasts(other) or _trails(other)
                if not theirs and other.source is not None and other.source.head.idx > draft.cue.end:
                    spoken[other.token.i] = replace(other, source=draft.source)
                draft = replace(draft, ranges=kept)
        if draft.content(layout):
            cleared.append(draft)
    return cleared


def _goes_on(draft: Draft, layout: Layout) -> bool:
    """Whether a cue is a participle that goes on from an earlier cue: "..., adding that"."""
    token = draft.token
    if token.dep_ == "conj":
        return cues.says(draft.reading) and _speaks_again(token)
    comma = token.i > 0 and layout.doc[token.i - 1].text == ","
    return comma and token.tag_ == "VBG" and token.dep_ == "advcl" and cues.says(draft.reading)


def _instead(drafts: list[Draft], better: list[Draft]) -> list[Draft]:
    """Return the drafts with better ones of the same cue in place of the first."""
    replaced = {draft.token.i for draft in better}
    return [draft for draft in drafts if draft.token.i not in replaced] + better


def _trails(draft: Draft) -> bool:
    """Whether a cue and its source stand behind all that they report: "Guests said it burned, Webb said"."""
    token, source = draft.token, draft.source
    if draft.form == "direct" or source is None or token.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    return all(low < source.head.idx for low, _ in draft.ranges) and all(
        high <= token.doc[source.first].idx for _, high in draft.ranges
    )


def _contrasts(draft: Draft) -> bool:
    """Whether a cue sets another speaker against the one before: "..., while Webb said", "..., but Webb said"."""
    token, source = draft.token, draft.source
    if source is None or source.head.tag_ == "PRP" or source.head.i > token.i or not cues.says(draft.reading):
        return False
    if token.tag_ not in ("VBD", "VBZ", "VBP") or not any(child == source.head for child in token.lefts):
        return False
    return _contrast(token) is not None


def _contrast(token: Token) -> Token | None:
    """The word that sets a clause against what stands before: "while" that opens it, "but" before it."""
    opener = token.doc[token.left_edge.i]
    if token.dep_ == "advcl" and opener.lower_ in ("while", "whereas"):
        return opener
    before = token.doc[opener.i - 1] if opener.i else None
    return before if token.dep_ == "conj" and before is not None and before.lower_ in ("but", "while") else None


def _first_of(token: Token) -> Token:
    """Return the first verb of a chain of coordinate verbs."""
    for _ in range(LONGEST_CHAIN):
        if token.dep_ != "conj":
            break
        token = token.head
    return token


def _speaks_again(token: Token) -> bool:
    """Whether a coordinate cue inside reported speech goes back to its speaker.

    "Smith said he would go and warned that ...": the clause before it is under an auxiliary, or its subject is a
    pronoun that can only be the speaker again, or a thing that cannot speak ("said the fire was out but would not
    say").
    """
    if any(child.dep_ in ("nsubj", "nsubjpass") for child in token.children):
        return False
    first = _first_of(token)
    subject = next((child for child in first.lefts if child.dep_ in ("nsubj", "nsubjpass")), None)
    if first.dep_ in ("ccomp", "advcl") and subject is not None and _mute(subject):
        return True
    if token.tag_ not in ("VBD", "VBZ"):
        return False
    helped = any(child.dep_ == "aux" for child in first.lefts)
    return first.dep_ == "ccomp" and (helped or (subject is not None and subject.tag_ == "PRP"))


def _mute(subject: Token) -> bool:
    """Whether a subject is a thing that cannot speak: a common noun for no person, body, people or text."""
    noun = subject.lemma_.lower()
    speaks = noun in mapping("noun_kinds") or noun in words("text_nouns") or noun in words("attribution_speakers")
    return subject.tag_ == "NN" and not subject.ent_type_ and not speaks


def _first_cut(draft: Draft, intruders: list[Draft], starts: list[int], layout: Layout) -> tuple[int, Draft] | None:
    """Return where the first other attribution that is no part of this one's content begins inside it, and which."""
    for low, high in draft.ranges:
        index = bisect_right(starts, max(low, draft.cue.end))
        while index < len(intruders) and starts[index] < high:
            other = intruders[index]
            index += 1
            if _trails(other):
                if other.source is not None and other.ranges[0][0] <= draft.cue.start < other.source.head.idx:
                    return layout.doc[other.source.first].idx, other
            elif other.form == "direct":
                start = min(span.start for span in (other.cue, *other.source_span(layout), *other.content(layout)))
                if start > draft.cue.end:
                    return start, other
            elif (contrast := _contrast(other.token) if _contrasts(other) else None) is not None:
                if contrast.idx > draft.cue.end and not layout.quoted(contrast):
                    return contrast.idx, other
            elif cues.says(draft.reading) and other.token.dep_ != "conj":
                return layout.doc[other.token.i - 1].idx, other
            elif cues.says(draft.reading) and draft.token in (
                _first_of(other.token).head,
                _first_of(other.token).head.head,
            ):
                opened = layout.token_at(other.cue.start)
                before = layout.doc[opened.i - 1] if opened is not None and opened.i else None
                return (before.idx if before is not None and before.dep_ == "cc" else other.cue.start), other
    return None


def _mentions(
    drafts: list[Draft], names: tuple[Mention[Name], ...], layout: Layout
) -> tuple[Mention[Attribution], ...]:
    """Return the drafts as mentions, each with the one whose content it stands in as its parent."""
    parts = [(draft, draft.source_span(layout), draft.content(layout)) for draft in drafts]
    hulls = [hull((draft.cue, *source, *content)) for draft, source, content in parts]
    parents = _parents([draft.cue for draft in drafts], [content for _, _, content in parts])
    index = {draft.token.i: place for place, draft in reversed(list(enumerate(drafts)))}
    parents = [at if draft.outer is None else index[draft.outer.i] for at, draft in zip(parents, drafts, strict=True)]
    whos = speakers.whos(drafts, [content for _, _, content in parts], parents, NameIndex(names), layout)
    found = []
    for (draft, source, content), span, parent, who in zip(parts, hulls, parents, whos, strict=True):
        value = Attribution(
            source=source,
            cue=(draft.cue,),
            content=content,
            who=who,
            form=draft.form_of(layout),
            stance=draft.reading.stance,
            certainty=draft.reading.certainty,
            negated=draft.negated,
            parent=None if parent is None else hulls[parent],
        )
        found.append(Mention(value, span, BY))
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.value.cue)))


def _parents(spans: list[Span], contents: list[tuple[Span, ...]]) -> list[int | None]:
    """Return, for each cue, the index of the attribution whose content begins last before it and still covers it."""
    pieces = sorted((piece.start, piece.end, index) for index, content in enumerate(contents) for piece in content)
    parents: list[int | None] = [None] * len(spans)
    around: list[tuple[int, int, int]] = []
    at = 0
    for index in sorted(range(len(spans)), key=lambda index: spans[index]):
        cue = spans[index]
        while at < len(pieces) and pieces[at][0] <= cue.start:
            around.append(pieces[at])
            at += 1
        while around and around[-1][1] <= cue.start:
            around.pop()
        parents[index] = next((p for _, end, p in reversed(around) if end >= cue.end and p != index), None)
    return parents
