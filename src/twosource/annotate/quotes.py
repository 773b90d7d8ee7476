"""Find quotations: stretches between quotation marks, whole, whatever the marks, and also when they never close.

Reads   a text
Gives   Quote, in text order, never overlapping: the outermost quotations of each paragraph
Misses  quotations without marks (block quotes set by indentation); single marks that could as well be apostrophes
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
DOUBLE = re.compile(r"[“”„«»\"]|``|''")
SINGLE = re.compile(r"[‘’']")
OPENERS = {"“": "”", "„": "”", "«": "»", "``": "''"}
# Words that open with an apostrophe, and years: not a single opening mark.
ELISION = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round|cuz|s|t|re|ve|ll|d|m)\b", re.I)


class Quote(NamedTuple):
    """A quotation with its marks; `closed` is False when the paragraph ends first, `continues` marks its resumption."""

    start: int
    end: int
    closed: bool = True
    continues: bool = False

    def inner(self, text: str) -> str:
        """Return the quoted words without marks and without white space around them."""
        return text[self.start : self.end].strip("“”„«»\"`'‘’ \u00a0\t")


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Return the outermost quotations.

    >>> text = 'He said "no." She called it “a ‘bad’ day” and left.'
    >>> [text[q.start:q.end] for q in find_quotes(text)]
    ['"no."', '“a ‘bad’ day”']
    """
    british = _british(text)
    found: list[Quote] = []
    unclosed, until, closes = False, -1, True
    for match in PARAGRAPH.finditer(text):
        if match.group().isspace():
            continue
        if match.start() < until:  # the line goes on with what an earlier one opened
            end = min(until, _stripped(text, match.end()))
            found.append(Quote(match.start(), end, closed=closes and end == until, continues=True))
            unclosed = end < until or not closes
            if unclosed:
                continue
            rest = re.compile(r"(?s).+").match(text, until, match.end())
            found += (_single_first(rest, text) if british else _double_first(rest, text)) if rest else ()
            continue
        inside = list(_single_first(match, text) if british else _double_first(match, text))
        if inside and unclosed and not text[match.start() : inside[0].start].strip():
            inside[0] = inside[0]._replace(continues=True)
        unclosed = bool(inside) and not inside[-1].closed
        until, closes = _closed_below(text, inside[-1], match.end()) if unclosed else (-1, True)
        found += inside
    return tuple(found)


def _closed_below(text: str, quote: Quote, end: int) -> tuple[int, bool]:
    """Where a quotation that a paragraph leaves open ends in one of the next, and whether a mark closes it there.

    It is -1 where another quotation opens before; but a line that opens with the same mark goes on with the speech, and
    so do the one or two lines above it.
    """
    opener = text[quote.start : quote.start + 2]
    opener = opener if opener in OPENERS else opener[:1]
    closer = OPENERS.get(opener, '"' if opener == '"' else "")
    mark = DOUBLE.search(text, end, end + FARTHEST) if closer else None
    if mark is None or mark[0] not in (opener, closer):
        return -1, True
    below = text[end : mark.start()]
    if below.count("\n") > LINES or "\n\n" in below:
        return -1, True
    if _torn(text, mark.start()) or (mark[0] == closer and _closes(text, *mark.span())):
        return mark.end(), True
    reopens = mark[0] == opener and opener in OPENERS and below.endswith("\n") and below.count("\n") <= REOPENS
    return (_stripped(text, mark.start()), False) if reopens and below.strip() else (-1, True)


REOPENS = 3
"""Line ends between a paragraph of speech that no mark closes and the one that opens with a mark again."""

LINES, FARTHEST = 15, 2_000
"""Lines and characters that a quotation may go without a mark at a line's beginning, where lines are no paragraphs."""


def quote_at(quotes: tuple[Quote, ...], starts: list[int], offset: int) -> Quote | None:
    """Return the quotation that covers an offset; `starts` are the starts of `quotes`."""
    index = bisect_right(starts, offset) - 1
    if index >= 0 and quotes[index].start <= offset < quotes[index].end:
        return quotes[index]
    return None


def _british(text: str) -> bool:
    """Whether single marks are the text's first choice: more speech closes with them than opens with double ones."""
    singles = len(re.findall(r"[,.?!]['’](?=[\s\"”]|$)", text))
    return singles > len(DOUBLE.findall(text)) / 2


def _opens(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where a quotation opens: after a gap, before a word."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    return (before.isspace() or before in "([{—–-―/…‘“\"'`") and not after.isspace() and after not in ",;:)]}"


def _closes(text: str, start: int, end: int) -> bool:
    """Whether a mark stands where a quotation closes: after a word or stop, before a gap or punctuation."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    return not before.isspace() and not after.isalnum()


def _torn(text: str, start: int) -> bool:
    """Whether a straight mark after an opened one is torn off the words that it closes: "We left, "she said."""
    return text[start - 1 : start] == " " and text[max(0, start - 2) : start - 1] in tuple(",.?!")


def _double_first(match: re.Match[str], text: str) -> Iterator[Quote]:
    """Yield a paragraph's quotations, double marks before single ones."""
    at = match.start()
    for quote in _doubles(match, text):
        yield from _singles(text, at, quote.start)
        yield quote
        at = quote.end
    yield from _singles(text, at, match.end())


def _doubles(match: re.Match[str], text: str) -> Iterator[Quote]:
    """Yield the quotations of one paragraph between double marks; a nested pair of the same marks is kept inside."""
    nests = match.group().count("“") == match.group().count("”")
    spare = {opening for opening, closing in OPENERS.items() if match[0].count(opening) > match[0].count(closing)}
    last = {mark: text.rfind(mark, match.start(), match.end()) for mark in ("”", "»", "''", '"')}
    opened, closer, depth = -1, "", 0
    for mark in DOUBLE.finditer(text, match.start(), match.end()):
        sign, opens, closes = mark.group(), _opens(text, *mark.span()), _closes(text, *mark.span())
        if opened < 0:
            if opens and (sign in OPENERS or not closes or sign in ('"', "''")):
                opened, closer, depth = mark.start(), OPENERS.get(sign, sign), 1
        elif sign == closer and (closes or not opens or (sign == '"' and _torn(text, mark.start()))):
            depth -= 1
        elif sign in spare and OPENERS[sign] == closer and _torn(text, mark.start()):
            depth -= 1  # the opening mark, set for the closing one: ``We left, ``she said
        elif nests and opens and OPENERS.get(sign) == closer:
            depth += 1
        elif mark.start() > last[closer] and ((closes and not opens) or (sign == '"' and _torn(text, mark.start()))):
            depth -= 1  # its own closing mark is missing: another, or the opening mark used twice, stands in for it
        if opened >= 0 and depth == 0:
            yield Quote(opened, mark.end())
            opened = -1
    if opened >= 0:
        yield Quote(opened, _stripped(text, match.end()), closed=False)


def _singles(text: str, start: int, end: int) -> Iterator[Quote]:
    """Yield the quotations between single marks in a stretch without double marks; one that never closes is none."""
    opened, weak = -1, -1
    for mark in SINGLE.finditer(text, start, end):
        here, after = mark.span()
        if opened < 0 or (weak > 0 and _opens_single(text, here, after)):
            if opened >= 0:
                yield Quote(opened, weak)
                opened, weak = -1, -1
            if _opens_single(text, here, after):
                opened = here
        elif mark.group() != "‘" and _closes(text, here, after):
            if text[here - 1] == "s" and text[after : after + 1] == " ":
                weak = after if weak < 0 else weak  # may be a plural's possessive: kept in mind
            else:
                yield Quote(opened, after)
                opened, weak = -1, -1
    if opened >= 0 and weak > 0:
        yield Quote(opened, weak)


def _opens_single(text: str, start: int, end: int) -> bool:
    """Whether a single mark opens a quotation and is not an apostrophe."""
    return text[start] != "’" and _opens(text, start, end) and not ELISION.match(text, end)


def _single_first(match: re.Match[str], text: str) -> Iterator[Quote]:
    """Yield a paragraph's quotations, single marks before double ones (British style)."""
    at = match.start()
    for quote in _singles(text, match.start(), match.end()):
        for gap in re.compile(r"(?s).+").finditer(text, at, quote.start):
            yield from _doubles(gap, text)
        yield quote
        at = quote.end
    for gap in re.compile(r"(?s).+").finditer(text, at, match.end()):
        yield from _doubles(gap, text)


def _stripped(text: str, end: int) -> int:
    """Return `end` without the white space before it."""
    while end and text[end - 1].isspace():
        end -= 1
    return end
