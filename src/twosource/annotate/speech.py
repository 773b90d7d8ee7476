"""Attach quotations to their speech tags: before, after or around the tag, and on through the paragraphs that follow.

Reads   the parse, the layout of quotations and units
Gives   Draft of form "direct" for a verb that tags a quotation
Misses  speech whose speaker is named only sentences away; turns of a dialogue without tags
"""

import re
from typing import NamedTuple

from spacy.tokens import Token

from twosource.annotate import contents, cues, sources
from twosource.annotate.cues import SAYS, Frames
from twosource.annotate.drafts import Draft, draft
from twosource.annotate.layout import Layout, Unit
from twosource.annotate.quotes import Quote
from twosource.annotate.sources import Phrase
from twosource.annotate.tokens import tree
from twosource.model import Span

GAP = " \t\u00a0,:;—–-―"
ENDS = frozenset(",?!.—–-…")
# After a quotation, alone at the end of its paragraph: a dash and whoever said it.
SIGNATURE = re.compile(r"\s*(?:―|—|–|--|-)\s*(?=[A-Z])")
SIGNED_LENGTH = 120  # characters; a name with an office or a place, not a sentence


class Tag(NamedTuple):
    """A speech tag: its tokens, first to last, and the offsets of what it speaks for."""

    first: int
    last: int
    ranges: list[tuple[int, int]]


def of_verb(verb: Token, frames: Frames, layout: Layout, unit: Unit) -> Draft | None:
    """Return the quotation that a verb tags, None when it tags none."""
    if "that" in frames and sources.enclosed(verb) is not None:
        return None  # "The firm, the board said in a note, “knew of it” and paid": all of it is told
    first, last = cues.group(verb)
    tag = _tag(verb, first, last, frames, layout, unit)
    if tag is None:
        return None
    source = _speaker(verb, layout, unit, tag)
    if source is None:
        return None
    reading = frames.get("quote") or frames.get("that") or SAYS
    return draft(verb, source, (first, last), tag.ranges, reading, layout, "direct")


def _speaker(verb: Token, layout: Layout, unit: Unit, tag: Tag) -> Phrase | None:
    """Return the tag's speaker: the verb's subject, or else the noun phrase that stands in the tag."""
    head = sources.subject(verb)
    if head is not None and not layout.quoted(head):
        found = sources.phrase(head, layout, verb)
        if found is not None:
            return found
    before = sources.beside(layout, unit, tag.first, verb.i)
    found = before or sources.beside(layout, unit, verb.i + 1, tag.last + 1)
    place = found is not None and verb.dep_ == "acl" and layout.doc[found.first].pos_ == "ADP"
    return None if place else found  # "a strip of cloth found in a mill": the mill says nothing


def untagged(layout: Layout, drafts: list[Draft]) -> list[Draft]:
    """Return the speech that opens a unit and that no verb has claimed, by the first verb of speech after it.

    The parser tears such tags apart when a long apposition stands between the quotation and its verb.
    """
    claimed = {low for draft in drafts if draft.form == "direct" for low, _ in draft.ranges}
    found = []
    for unit in layout.units:
        if not unit.quotes or unit.quotes[0].start != unit.start or unit.start in claimed:
            continue
        quote = unit.quotes[0]
        if quote.inner(layout.text)[-1:] in ENDS - {"."} and quote.end < unit.end - 1:
            made = _claimed(quote, layout, unit)
            if made is not None:
                found.append(made)
    return found


def _claimed(quote: Quote, layout: Layout, unit: Unit) -> Draft | None:
    """Return the draft of a quotation that opens a unit, by the first verb of speech that is in no relative clause."""
    start = next((i for i in range(unit.first, unit.last) if layout.doc[i].idx >= quote.end), unit.last)
    for verb in layout.doc[start : unit.last]:
        if layout.quoted(verb) or verb.tag_ not in ("VBD", "VBZ", "VBP") or "quote" not in cues.frames_of(verb):
            continue
        first, last = cues.group(verb)
        if layout.doc[max(first - 1, 0)].tag_ in ("WP", "WDT"):
            continue
        source = sources.stretch(layout, start, first) or sources.beside(layout, unit, last + 1, unit.last)
        if source is not None:
            ranges = [(quote.start, quote.end), *following(unit, layout)]
            return draft(verb, source, (first, last), ranges, cues.frames_of(verb)["quote"], layout, "direct")
    return None


def _tag(verb: Token, first: int, last: int, frames: Frames, layout: Layout, unit: Unit) -> Tag | None:
    """Return the tag around a verb if a quotation stands right before or right after it."""
    text = layout.text
    if not unit.quotes and text[unit.end - 1] != ":":
        return None
    known = "quote" in frames or "that" in frames
    if not frames and verb.tag_ == "VBG":
        return None  # "were “well-paid,” making $900 a week"
    if not frames and any(
        child.dep_ == "aux" and (child.lemma_ == "have" or child.tag_ == "MD") for child in verb.lefts
    ):
        return None  # '"... the talks, "Holt had left', "will leave": no tag, but the sentence that goes on
    start, stop = contents.core(verb, first, last, layout, unit, frames)
    from_here = layout.doc[stop].idx + len(layout.doc[stop])
    left, right = _left(verb, start, known, layout, unit), _right(verb, from_here, frames, layout, unit)
    if right is not None and stop > last and layout.doc[stop].dep_ == "pobj" and not _parted(text, from_here, right):
        right = None  # "tells of 'suffering'": the quotation is the preposition's, not the verb's
    if left is not None and right is not None and left.start > unit.start and left.inner(text)[-1:] not in ENDS:
        left = None  # a name or a word in quotation marks before the tag, not what is said
    if left is None and right is None:
        if known and unit.end == from_here + 1 and text[unit.end - 1] == ":":
            announced = following(unit, layout, next_paragraph=True)
            return Tag(start, stop, announced) if announced else None
        return None
    ranges: list[tuple[int, int]] = []
    if left is not None:  # what stands before the quotation is part of it, unless a colon or a full stop parts them
        opened = layout.back_over(left.start, " \t\u00a0", unit.start)
        ranges += _lines_before(left, unit, layout)
        ranges.append((left.start if text[opened - 1 : opened] in (":", ".", "!", "?") else unit.start, left.end))
    if right is not None:
        ranges += _begun(layout.doc[start].idx, right, unit, text) if left is None else []
        ranges.append((right.start, _run(right, unit, layout)))
    elif left is not None and left.start > unit.start and (end := _resumed(verb, from_here, unit, text)):
        ranges.append((from_here, end))
    if left is not None or ranges[-1][1] >= unit.end - 1:
        ranges += following(unit, layout)
    return Tag(start, stop, ranges)


def _begun(tag: int, quote: Quote, unit: Unit, text: str) -> list[tuple[int, int]]:
    """Return what stands before a tag where the quotation behind it goes on: "It fell, he said, “and burned”"."""
    opened = text[unit.start : tag].rstrip()
    goes_on = quote.inner(text)[:1].islower() and text[quote.start - 2 : quote.start] == ", "
    return [(unit.start, unit.start + len(opened) - 1)] if opened.endswith(",") and goes_on else []


def _lines_before(quote: Quote, unit: Unit, layout: Layout) -> list[tuple[int, int]]:
    """Return the lines of a quotation that stand above its last one, which goes on without a mark of its own.

    Above a line that opens with a mark stands another quotation, or a paragraph that its own tag speaks for.
    """
    ranges: list[tuple[int, int]] = []
    index = layout.of_token[unit.first]
    while quote.continues and layout.text[quote.start] not in MARKS and index > 0:
        index -= 1
        above = layout.units[index]
        if not above.quotes or not (above.quotes[-1].end >= above.end or above.quotes[-1].continues):
            break
        quote = above.quotes[-1]
        if quote.end <= above.start:
            break
        ranges.append((quote.start, min(quote.end, above.end)))
    return ranges[::-1]


MARKS = frozenset("“”„«»\"`'‘’")


def _resumed(verb: Token, from_here: int, unit: Unit, text: str) -> int:
    """Return where a sentence that a tag interrupts ends, 0 where it ends there: "By ``noon,'' he said, it fell"."""
    main = verb.head
    goes_on = verb.dep_ in ("parataxis", "ccomp", "advcl", "dep") and main.i > verb.i and main.pos_ in ("VERB", "AUX")
    return min(tree(main)[1], unit.end) if goes_on and text[from_here : from_here + 1] == "," else 0


def _left(verb: Token, start: int, known: bool, layout: Layout, unit: Unit) -> Quote | None:
    """Return the quotation that ends right before a tag."""
    text = layout.text
    quote = layout.quote_ending(layout.back_over(layout.doc[start].idx, GAP, unit.start))
    if (
        quote is None
        or quote.start < unit.start
        or (quote.start > unit.start and any(child.dep_ == "ccomp" for child in verb.rights))
    ):
        return None
    ended = quote.inner(text)[-1:] in ENDS
    return quote if ended or (known and quote.start == unit.start) or "ccomp" in {c.dep_ for c in verb.lefts} else None


def _right(verb: Token, from_here: int, frames: Frames, layout: Layout, unit: Unit) -> Quote | None:
    """Return the quotation that begins right after a tag, set off by a comma or colon, or not part of a clause."""
    text = layout.text
    if "quote" not in frames:
        return None
    quote = layout.quote_from(from_here, unit.end)
    if quote is None or text[from_here : quote.start].strip(GAP):
        return None
    if text[from_here : quote.start].strip():
        return quote
    covering = [child for child in verb.rights if child.dep_ in ("ccomp", "dobj", "oprd", "xcomp", "attr")]
    beyond = any(tree(child)[1] > quote.end + 1 or child.left_edge.idx < quote.start - 1 for child in covering)
    return None if beyond or (covering and "small" in frames) else quote


def _parted(text: str, start: int, quote: Quote) -> bool:
    """Whether a comma, colon or dash parts a tag from the quotation after it."""
    return bool(text[start : quote.start].strip())


def _run(quote: Quote, unit: Unit, layout: Layout) -> int:
    """Return where a run of quotations parted only by commas and dashes ends."""
    after = layout.quote_from(quote.end, unit.end)
    while after is not None and not layout.text[quote.end : after.start].strip(GAP + "…."):
        quote, after = after, layout.quote_from(after.end, unit.end)
    return quote.end


def following(unit: Unit, layout: Layout, next_paragraph: bool = False) -> list[tuple[int, int]]:
    """Return the units after this one that are quotation and nothing else, in its paragraph and those it runs on to."""
    ranges: list[tuple[int, int]] = []
    index = layout.of_token[unit.first] + 1
    here = unit.paragraph
    runs_on = bool(unit.quotes) and not unit.quotes[-1].closed
    while index < len(layout.units):
        after = layout.units[index]
        if after.paragraph != here:
            resumed = runs_on and after.quotes and after.quotes[0].continues
            if not (next_paragraph or resumed or _only_speech(index, layout)):
                break
            here, next_paragraph = after.paragraph, False
        if not _pure(after, layout.text):
            break
        ranges.append((after.start, after.end))
        runs_on = not after.quotes[-1].closed
        index += 1
    return ranges


def _only_speech(index: int, layout: Layout) -> bool:
    """Whether the paragraph that a unit opens is quotation and nothing else, and nobody has signed it."""
    here, at = layout.units[index].paragraph, index
    while at < len(layout.units) and layout.units[at].paragraph == here:
        if not _pure(layout.units[at], layout.text):
            return False
        at += 1
    last = layout.units[at - 1].quotes[-1]
    straight = (layout.text[last.start] == '"') == (layout.text[last.end - 1] == '"')
    after = layout.units[at] if at < len(layout.units) else None
    goes_on = after is not None and bool(after.quotes) and after.quotes[0].start == after.start
    paired = straight if last.closed else goes_on  # a mark that never closes, or with another mark, may be a slip
    return paired and SIGNATURE.match(layout.text, layout.units[at - 1].end) is None


def _pure(unit: Unit, text: str) -> bool:
    """Whether a unit is quotation from end to end."""
    at = unit.start
    for quote in unit.quotes:
        if text[at : quote.start].strip(GAP + ".…"):
            return False
        at = quote.end
    return bool(unit.quotes) and not text[at : unit.end].strip(GAP + ".…")


def signed(layout: Layout) -> list[Draft]:
    """Return quotations that are signed with a dash and a name at the end of their paragraph."""
    found = []
    for index, quote in enumerate(layout.quotes):
        match = SIGNATURE.match(layout.text, quote.end)
        line_end = layout.text.find("\n", match.end()) if match else -1
        if match is None or layout.text.count("\n", quote.end, match.end()) > 1:
            continue
        stop = line_end if line_end >= 0 else len(layout.text)
        if index + 1 < len(layout.quotes) and layout.quotes[index + 1].start < stop:
            continue
        made = _signature(layout, quote, match.group().strip(), match.end(), stop)
        if made is not None:
            found.append(made)
    return found


def _signature(layout: Layout, quote: Quote, dash: str, start: int, stop: int) -> Draft | None:
    """Return the draft of a quotation signed by what stands between two offsets."""
    head, last = layout.token_at(start), layout.token_at(max(start, stop - 1))
    if (
        head is None
        or last is None
        or head.idx != start
        or stop - start > SIGNED_LENGTH
        or not _no_finite_verb(layout, start, stop)
    ):
        return None
    final = last.i
    while final > head.i and (layout.doc[final].is_space or layout.doc[final].is_punct):
        final -= 1
    comma = next((token.i for token in layout.doc[head.i : final + 1] if token.text == ","), final + 1)
    source = Phrase(layout.doc[comma - 1], head.i, comma - 1)
    mark = layout.text.rfind(dash, quote.end, start)
    cue = Span(mark, mark + len(dash))
    return Draft(head, source, cue, ((quote.start, quote.end),), ((cue.start, stop),), SAYS, "direct")


def _no_finite_verb(layout: Layout, start: int, stop: int) -> bool:
    """Whether a stretch holds no finite verb, so that it can be a signature."""
    token = layout.token_at(start)
    while token is not None and token.idx < stop:
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            return False
        token = layout.doc[token.i + 1] if token.i + 1 < len(layout.doc) else None
    return True
