"""Find attributions in headlines: "Mayor: Dam Held", "Dam held - mayor".

Reads   the article's title block, or its first line where no blocks are known
Gives   Draft of form "headline"
Misses  sources behind a dash that are named in full ("Dam held - Ida Moll"): mostly that is the paper or the writer
"""

import re

from twosource.annotate.cues import SAYS
from twosource.annotate.drafts import Draft
from twosource.annotate.layout import Layout
from twosource.annotate.sources import Phrase
from twosource.model import Span
from twosource.text.lexicon import mapping, words
from twosource.text.outlets import outlet_of

# A source of a few words, a colon, and what it says; "Analysis: ..." and "LIVE: ..." name no source.
NAMED = re.compile(r"(?P<source>[^\s:,.!?][^:,.!?\n]{1,60}?)(?P<colon>:)\s+(?P<content>\S.{12,})")
BEHIND = re.compile(r"(?P<content>\S.{12,}?)\s+(?P<dash>[-–—])\s?(?P<source>\w+(?: \w+){0,3})\s*")
MOST_WORDS = 7  # words; a name with its office: "UN refugee agency chief", "Ukrainian President Volodymyr Zelenskiy"


def named(layout: Layout) -> list[Draft]:
    """Return the attribution of a headline that opens with its source and a colon, or ends with a dash and it."""
    return _before(layout) or _behind(layout)


def _behind(layout: Layout) -> list[Draft]:
    """The attribution of a headline that ends with a dash and its source."""
    match = BEHIND.fullmatch(layout.text, layout.title.start, layout.title.end)
    first = layout.token_at(match.start("source")) if match is not None else None
    dash = layout.token_at(match.start("dash")) if match is not None else None
    if match is None or first is None or dash is None or not _ends_with_source(match["source"], layout):
        return []
    last = layout.token_at(match.end("source") - 1) or first
    cue = Span(*match.span("dash"))
    draft = Draft(dash, Phrase(last, first.i, last.i), cue, (match.span("content"),), (), SAYS, "headline")
    return [draft] if draft.content(layout) else []


def _ends_with_source(name: str, layout: Layout) -> bool:
    """Whether words behind a dash are a source: a noun for one in small letters, or initials that the text uses."""
    if name.islower():
        noun = name.split()[-1]
        known = words("attribution_speakers") | words("text_nouns")
        return noun in known or noun.removesuffix("s") in known or noun in mapping("body_nouns")
    used = re.search(rf"\b{re.escape(name)}\b", layout.text[layout.title.end :]) is not None
    return name.isupper() and name.isalpha() and used and outlet_of(name) is None


def _before(layout: Layout) -> list[Draft]:
    """The attribution of a headline that opens with its source and a colon."""
    match = NAMED.match(layout.text, layout.title.start, layout.title.end)
    if match is None or not _a_source(match["source"], layout, match.start()):
        return []
    first, colon = layout.token_at(match.start("source")), layout.token_at(match.start("colon"))
    if first is None or colon is None or colon.i <= first.i or layout.quoted(colon):
        return []
    source = Phrase(layout.doc[colon.i - 1], first.i, colon.i - 1)
    cue = Span(*match.span("colon"))
    draft = Draft(colon, source, cue, (match.span("content"),), (), SAYS, "headline")
    return [draft] if draft.content(layout) else []


def _a_source(name: str, layout: Layout, start: int) -> bool:
    """Whether words before a colon can be a speaker: short, capitalised, with a noun and no verb, not a label."""
    split = name.split()
    first = layout.token_at(start)
    if first is None or len(split) > MOST_WORDS or {word.lower() for word in split} & words("attribution_labels"):
        return False
    tokens = [token for token in layout.doc[first.i : first.i + 3 * MOST_WORDS] if token.idx < start + len(name)]
    if not tokens:
        return False
    last = tokens[-1]  # "UN: ..." names a speaker, "Ukraine war: ..." and "Syria: ..." a subject
    known = last.ent_type_ in ("PERSON", "ORG", "NORP") or last.lemma_.lower() in words("attribution_speakers")
    return known and not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB") for token in tokens)
