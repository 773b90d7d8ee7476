"""Cut a parsed article into units: sentences that never break a quotation.

Reads   Parse
Gives   Layout: the quotations and the units, with the tokens of each
Misses  a sentence that ends in a quotation and is not followed by a capital
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from twosource.annotate.parse import Parse
from twosource.annotate.quotes import Quote, find_quotes, quote_at
from twosource.model import Span

FINAL = ".?!…"

LONGEST_HEADLINE = 150
"""Characters of a first line without a full stop that may be a headline; newspapers' own have 120 at the most."""


@dataclass(frozen=True)
class Unit:
    """A sentence with its quotations whole: offsets, tokens ``first <= i < last``, and its paragraph's number."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    quotes: tuple[Quote, ...]

    @property
    def span(self) -> Span:
        """The unit's place in the text."""
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Layout:
    """An article's text, tokens, quotations and units.

    `of_token` gives each token's unit (-1 for white space); `title` is the headline, the first line where no block
    is known to be one.
    """

    text: str
    doc: Doc
    quotes: tuple[Quote, ...]
    units: tuple[Unit, ...]
    of_token: tuple[int, ...]
    title: Span
    quote_starts: list[int]
    token_starts: list[int]

    def quote_at(self, offset: int) -> Quote | None:
        """Return the quotation that covers an offset."""
        return quote_at(self.quotes, self.quote_starts, offset)

    def quote_ending(self, end: int) -> Quote | None:
        """Return the quotation that ends at an offset."""
        quote = self.quote_at(max(0, end - 1))
        return quote if quote is not None and quote.end == end else None

    def quote_from(self, offset: int, stop: int) -> Quote | None:
        """Return the first quotation that begins at or after an offset and before `stop`."""
        index = bisect_left(self.quote_starts, offset)
        return self.quotes[index] if index < len(self.quotes) and self.quotes[index].start < stop else None

    def back_over(self, end: int, characters: str, start: int = 0) -> int:
        """Return `end` moved back over the given characters, not before `start`."""
        while end > start and self.text[end - 1] in characters:
            end -= 1
        return end

    def holds_quote(self, span: Span) -> bool:
        """Whether a quotation begins in a span."""
        return bisect_left(self.quote_starts, span.start) < bisect_left(self.quote_starts, span.end)

    def quoted(self, token: Token) -> bool:
        """Whether a token stands inside a quotation."""
        return self.quote_at(token.idx) is not None

    def unit_of(self, token: Token) -> Unit | None:
        """Return the unit that a token belongs to."""
        index = self.of_token[token.i]
        return self.units[index] if index >= 0 else None

    def token_at(self, offset: int) -> Token | None:
        """Return the token that covers an offset."""
        index = bisect_right(self.token_starts, offset) - 1
        return self.doc[index] if index >= 0 else None


def lay_out(parse: Parse) -> Layout:
    """Return the quotations and units of a parsed article."""
    doc, text = parse.doc, parse.text
    quotes = find_quotes(text)
    starts = [quote.start for quote in quotes]
    token_starts: list[int] = doc.to_array("IDX").tolist()
    sentences = {sentence.start for sentence in doc.sents}
    blocks = {block.span.start for block in parse.article.blocks}
    units: list[Unit] = []
    of_token = [-1] * len(doc)
    first, paragraph, fresh = -1, 0, True
    last_solid: Token | None = None
    for token in doc:
        if token.is_space:
            fresh = fresh or "\n" in token.text
            continue
        fresh = fresh or token.idx in blocks
        if fresh or last_solid is None or _starts(token, last_solid, token.i in sentences, text, quotes, starts):
            if last_solid is not None:
                units.append(_unit(doc, first, last_solid.i + 1, paragraph, quotes, starts))
            paragraph += fresh
            first, fresh = token.i, False
        of_token[token.i] = len(units)
        last_solid = token
    if last_solid is not None:
        units.append(_unit(doc, first, last_solid.i + 1, paragraph, quotes, starts))
    return Layout(text, doc, quotes, tuple(units), tuple(of_token), _title(parse), starts, token_starts)


def _title(parse: Parse) -> Span:
    """Return the place of the headline, or of a first line that reads like one; an empty span when there is none."""
    blocks = parse.article.blocks
    for block in blocks:
        if block.kind == "title":
            return block.span
    if blocks:
        first = blocks[0].span
        line = first.of(parse.text).rstrip("”\"'’ ")
        headline = len(blocks) > 1 and len(line) <= LONGEST_HEADLINE and line[-1:] not in FINAL
        return first if headline else Span(0, 0)
    start = len(parse.text) - len(parse.text.lstrip())
    end = parse.text.find("\n", start)
    return Span(start, len(parse.text) if end < 0 else end)


def _unit(doc: Doc, first: int, last: int, paragraph: int, quotes: tuple[Quote, ...], starts: list[int]) -> Unit:
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    inside = quotes[bisect_left(starts, start) : bisect_left(starts, end)]
    return Unit(start, end, first, last, paragraph, tuple(quote for quote in inside if quote.end <= end + 1))


def _starts(
    token: Token, before: Token, sentence: bool, text: str, quotes: tuple[Quote, ...], starts: list[int]
) -> bool:
    """Whether a token starts a unit, given the token before it in its paragraph and whether it starts a sentence."""
    here = quote_at(quotes, starts, token.idx)
    if here is not None and here.start < token.idx:
        return False
    ended = quote_at(quotes, starts, before.idx)
    if ended is None:
        if here is not None:  # before an opening mark the parser's border is as good as the stop it stands on
            return before.text[-1] in FINAL and (sentence or before.text in FINAL)
        return sentence and not (before.text in (",", ":") or before.is_quote)
    inner = text[max(ended.start, ended.end - 3) : ended.end].rstrip("”\"'’» ")
    stop = inner[-1:] if inner else ""
    if here is not None or token.text[0].isupper():
        return stop in (".", "…", "") or (stop in "?!" and not _speech_tag(token))
    return False


def _speech_tag(token: Token) -> bool:
    """Whether a capital after a quoted question begins its speech tag ("Why?" Smith asked.)."""
    for ahead in token.doc[token.i : token.i + 8]:
        if ahead.tag_ in ("VBD", "VBZ", "VBP"):
            after = ahead.doc[ahead.i + 1] if ahead.i + 1 < len(ahead.doc) else None
            return after is None or after.is_punct or after.is_space or after.ent_type_ in ("DATE", "TIME")
        if ahead.is_punct and ahead.text in FINAL:
            return False
    return False
