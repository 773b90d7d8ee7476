"""Read a plain-text dump of a page: title, byline, dates, paragraphs, captions, notices, and the stories it points to.

Reads   text, with or without Markdown's marks
Gives   Draft
Misses  dumps whose paragraphs are broken at a fixed width without blank lines between them
"""

import re
from typing import NamedTuple

import msgspec

from twosource.model import Article, BlockKind, Image, Instant, Notice, OtherStory
from twosource.read.bylines import authors_of
from twosource.read.captions import split_credit
from twosource.read.clutter import MINUTES, is_clutter, label_of, section_of
from twosource.read.dates import printed_date
from twosource.read.draft import Draft, Piece, Teaser
from twosource.read.fields import header_of
from twosource.read.infer import Evidence, infer
from twosource.read.lines import Line, lines_of
from twosource.read.lists import stories_in
from twosource.read.markup import strong_tail, unmarked
from twosource.read.notices import notices_of
from twosource.text.lexicon import words as lexicon
from twosource.text.outlets import outlet_of

TITLE_LONGEST = 250
"""Headlines stay under 200 characters; the rest is room for a kicker before it."""

KICKER_WORDS = 2
"""Sections are called "WORLD" or "MIDDLE EAST"; headlines have three words and more."""

TOP = 6
"""Byline and date stand among the first lines of a page: title, kicker, summary, byline, reading time, date."""

DATE_LINE_LONGEST = 90
"""A line that is a date and little else: "Published 10:30 a.m. GMT, Monday 28 February 2022, updated ..."."""

BYLINE = re.compile(r"^\W{0,3}(?:by|written by|story by|words by|reporting by|from)\s+(?=[A-Z\W])", re.I)
BARE_NAME = re.compile(r"^(?:[A-Z][\w.’'-]+|[a-z]{2,3}|and|&)(?:,?\s+(?:[A-Z][\w.’'-]*|[a-z]{2,3}|and|&)){1,8}$")
OUTLET = re.compile(r"^(?:The\s+)?(?:[A-Z][\w.’'&-]*|of|the|and|&)(?:\s+(?:[A-Z][\w.’'&-]*|of|the|and|&)){0,4}$")
ADDRESS_LABEL = re.compile(
    r"^\W*(?:original(?:\s+article)?\s+(?:url|link|source)|source(?:\s+(?:url|link))?|url|link|read (?:more"
    r"|the original|it) (?:at|on|here)|"
    r"(?:originally )?(?:published|posted) (?:at|on))\W*:?\W*(?P<url>https?://\S+?)?[>)\s]*$",
    re.I,
)
BARE_ADDRESS = re.compile(r"^\W{0,2}(?P<url>https?://[^\s<>]+?)[>)]?\.?$")
UPDATE_MARK = re.compile(r"\b(?:last\s+)?(?:updated|modified|edited)\b", re.I)


class _Sorted(NamedTuple):
    """What the lines of a page turned out to be."""

    pieces: list[Piece]
    notices: list[Notice]
    teasers: list[Teaser]
    related: list[OtherStory]
    images: list[Image]
    bylines: list[str]
    outlets: list[str]
    dates: list[tuple[str, str, bool]]  # ISO 8601, the words, whether it is of an update
    url: list[str]


def draft_of(text: str, head: Article) -> Draft:
    """Return what a plain-text dump holds; `head` is what is known of the page beforehand (its id, its address)."""
    stated, rest = header_of(text)
    head = _merged(head, stated)
    lines = lines_of(rest)
    title, lines = _title(lines, head.title)
    found = _sort(lines)
    url = head.url or next(iter(found.url), "")
    pieces = ([Piece("title", title)] if title else []) + found.pieces
    head = msgspec.structs.replace(
        head,
        title=title or head.title,
        url=url,
        authors=head.authors or authors_of(found.bylines),
        outlet=head.outlet or next(iter(found.outlets), ""),
        related=tuple(found.related),
        images=tuple(found.images),
        lead_image=head.lead_image or next(iter(found.images), None),
    )
    updated = next((Instant(iso) for iso, _, late in found.dates if late), None)
    own = next(((iso, words) for iso, words, late in found.dates if not late), ("", ""))
    evidence = Evidence(tuple(pieces), tuple(found.notices), tuple(found.teasers), own)
    head, dated_by = infer(msgspec.structs.replace(head, updated=head.updated or updated), evidence)
    return Draft(tuple(pieces), head, tuple(found.notices), dated_by, tuple(found.teasers))


def _merged(head: Article, stated: Article) -> Article:
    """The head with what the page's own header lines add to it."""
    given = {
        name: getattr(stated, name) for name in ("title", "url", "outlet", "authors", "published", "updated", "section")
    }
    return msgspec.structs.replace(
        head, **{name: value for name, value in given.items() if value and not getattr(head, name)}
    )


def _title(lines: list[Line], known: str) -> tuple[str, list[Line]]:
    """The title and the lines after it: the first heading, or a short first line that does not end like a sentence."""
    for index, line in enumerate(lines[:TOP]):
        words = unmarked(line.text)[0]
        if line.level == 1 or (known and _alike(words, known)):
            return words, lines[:index] + lines[index + 1 :]
    if known or not lines:
        return known, lines
    if len(lines) > 1 and _is_kicker(lines[0].text, lines[1].text):
        lines = lines[1:]
    first = unmarked(lines[0].text)[0]
    if (
        len(first) <= TITLE_LONGEST
        and not lines[0].bullet
        and not re.search(r"[.;:,][”\"’']?$", first)
        and not is_clutter(first)
    ):
        return first, lines[1:]
    return "", lines


def _is_kicker(first: str, second: str) -> bool:
    """Whether the first line is a section's name in capitals over a headline in small letters."""
    return (
        first.isupper()
        and len(first.split()) <= KICKER_WORDS
        and not second.isupper()
        and len(second.split()) > KICKER_WORDS
    )


def _alike(a: str, b: str) -> bool:
    return re.sub(r"\W+", "", a.casefold()) == re.sub(r"\W+", "", b.casefold())


def _sort(lines: list[Line]) -> _Sorted:
    """Decide of each line what it is."""
    found = _Sorted([], [], [], [], [], [], [], [], [])
    seen: set[str] = set()
    index = 0
    while index < len(lines):
        line = lines[index]
        words, links = unmarked(line.text)
        kind = section_of(words)
        label = label_of(words)
        if kind:
            index = _other_stories(lines, index + 1, kind, found)
            continue
        index += 1
        if label:
            url = next((url for start, _, url in links if start >= len(label)), "")
            found.related.append(OtherStory(words[len(label) :].strip(), url))
        elif ADDRESS_LABEL.match(words):
            index += _address(lines, index, words, found)
        elif not words or is_clutter(words) or BARE_ADDRESS.match(words):
            continue
        elif not (index <= TOP and _at_top(words, lines, index, found)):
            _place(line, words, links, found, seen)
    return found


def _other_stories(lines: list[Line], index: int, kind: str, found: _Sorted) -> int:
    stories, index = stories_in(lines, index, kind)
    for title, summary, url in stories:
        if summary:
            found.teasers.append(Teaser(title, summary, url))
        else:
            found.related.append(OtherStory(title, url))
    return index


def _address(lines: list[Line], index: int, words: str, found: _Sorted) -> int:
    """Take the address off a labelled line, or off the line after it; return how many lines that used up."""
    match = ADDRESS_LABEL.match(words)
    if match and match["url"]:
        found.url.append(match["url"])
        return 0
    after = BARE_ADDRESS.match(lines[index].text.strip()) if index < len(lines) else None
    if after:
        found.url.append(after["url"])
    return 1 if after else 0


def _at_top(words: str, lines: list[Line], index: int, found: _Sorted) -> bool:
    """Whether a line near the top is a byline or a date; if so it is put down."""
    if notices_of(words) and not printed_date(words):
        return False
    date = printed_date(words)
    if date and len(words) <= DATE_LINE_LONGEST and not re.search(r"[.!?]$", words[date[2] :].strip()[-1:]):
        for number, part in enumerate(UPDATE_MARK.split(words)):
            found_date = printed_date(part)
            if found_date:
                found.dates.append((found_date[0], words, number > 0))
        found.pieces.append(Piece("dateline", words))
        return True
    if _names_outlet(words) and (found.bylines or _before_meta(lines, index)) and not found.outlets:
        found.outlets.append(words)
        found.pieces.append(Piece("byline", words))
        return True
    if BYLINE.match(words) and len(words) <= DATE_LINE_LONGEST * 2 and not re.search(r"[.!?]$", words):
        person, _, house = words.rpartition(", ")
        if person and _names_outlet(house):
            found.outlets.append(house)
        found.bylines.append(person if found.outlets else words)
        found.pieces.append(Piece("byline", words))
        return True
    if BARE_NAME.match(words) and len(words) <= DATE_LINE_LONGEST and not found.bylines and _before_meta(lines, index):
        found.bylines.append(words)
        found.pieces.append(Piece("byline", words))
        return True
    return False


def _names_outlet(line: str) -> bool:
    """Whether a line is the name of an outlet and nothing else: "Halvern Gazette", "Public Radio Westmark"."""
    if not OUTLET.match(line) or BYLINE.match(line):
        return False
    return outlet_of(line) is not None or any(word.casefold() in lexicon("outlet_words") for word in line.split())


def _before_meta(lines: list[Line], index: int) -> bool:
    """Whether the next line is a reading time or a date, as it is under a bare name; or the name stands alone on
    top.
    """
    if index >= len(lines):
        return False
    after = unmarked(lines[index].text)[0]
    return (
        bool(MINUTES.match(after))
        or (len(after) <= DATE_LINE_LONGEST and printed_date(after) is not None)
        or index == 1
    )


def _place(line: Line, words: str, links: tuple[tuple[int, int, str], ...], found: _Sorted, seen: set[str]) -> None:
    """Put a line of the article down: a notice, a caption with its credit, or a block of the body."""
    notices = notices_of(words)
    if notices:
        if words not in seen:
            found.notices.extend(notices)
            found.pieces.append(Piece("notice", words, links))
            seen.add(words)
        return
    caption = _caption(line.text, words)
    if caption is not None:
        if words not in seen:
            shown, credit = caption
            found.pieces.extend(piece for piece in (Piece("caption", shown), Piece("credit", credit)) if piece.text)
            found.images.append(Image("", shown, credit))
            seen.add(words)
        return
    kind: BlockKind = (
        "heading" if line.level else "quote" if line.quoted else "list item" if line.bullet else "paragraph"
    )
    found.pieces.append(Piece(kind, words, links))


def _caption(raw: str, words: str) -> tuple[str, str] | None:
    tail = strong_tail(raw)
    if tail is not None and (found := split_credit(f"{unmarked(tail[0])[0]} ({tail[1]})")):
        return found
    return split_credit(words)
