"""Take Markdown's marks out of a line and keep its links.

Reads   a line of a plain-text dump
Gives   the words, and the links with their place in them
Misses  reference links ("[words][1]"), tables, inline HTML
"""

import re

from twosource.text.offsets import Edit, apply

LINK = re.compile(
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]{0,500})\]\((?P<url>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s+\"[^\"\n]{0,300}\")?\)"
)
AUTOLINK = re.compile(r"<(?P<url>(?:https?|mailto):[^<>\s]{1,2000})>")
STRONG = re.compile(
    r"(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])|(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\3(?![\w_])"
)
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>|~])")

Words = tuple[str, tuple[tuple[int, int, str], ...]]


def unmarked(line: str) -> Words:
    """Return the line without marks, and its links as (start, end, address) in what is returned.

    >>> unmarked("He was **not** [seen](https://example.org/a) there.")
    ('He was not seen there.', ((11, 15, 'https://example.org/a'),))
    """
    edits: list[Edit] = []
    links: list[tuple[int, int, str]] = []
    for link in LINK.finditer(line) if "](" in line else ():
        edits += [Edit(link.start(), link.start("words")), Edit(link.end("words"), link.end())]
        links.append((link.start("words"), link.end("words"), link["url"]))
    for link in AUTOLINK.finditer(line) if "<" in line else ():
        edits += [Edit(link.start(), link.start("url")), Edit(link.end("url"), link.end())]
        links.append((link.start("url"), link.end("url"), link["url"]))
    for strong in STRONG.finditer(line) if "*" in line or "_" in line else ():
        group = 2 if strong[2] is not None else 4
        edits += [Edit(strong.start(), strong.start(group)), Edit(strong.end(group), strong.end())]
    edits += [Edit(mark.start(), mark.start() + 1) for mark in ESCAPED.finditer(line)] if "\\" in line else []
    if not edits:
        return line, ()
    cleaned = apply(line, _apart(edits))
    placed = ((cleaned.away(start), cleaned.away(end), url) for start, end, url in links)
    return cleaned.text, tuple((start, end, url) for start, end, url in placed if start < end and url)


def _apart(edits: list[Edit]) -> list[Edit]:
    """The edits in order, without those that reach into the one before."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if edit.start < edit.end and (not kept or edit.start >= kept[-1].end):
            kept.append(edit)
    return kept


def strong_tail(line: str) -> tuple[str, str] | None:
    """Return a line's words and the bold or italic run that ends it, None when it does not end in one.

    >>> strong_tail("The dam on Monday. **Ann Lee / AP**")
    ('The dam on Monday.', 'Ann Lee / AP')
    """
    match = re.search(r"(?P<mark>\*{1,3}|_{1,3})(?=\S)(?P<tail>[^*_\n]{2,200})(?<=\S)(?P=mark)\s*$", line)
    if match is None or not line[: match.start()].strip():
        return None
    return line[: match.start()].strip(), match["tail"].strip()
