"""Cut a plain-text dump into lines that each hold one paragraph, heading, list item or caption.

Reads   text
Gives   Line: words, and how it was marked (heading level, bullet, quotation, indent)
Misses  a paragraph broken by a blank line after a full stop
"""

import re
from typing import NamedTuple

HEADING = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
BULLET = re.compile(r"^\s*(?:[•‣▪●◦·∙]|[-*+–](?=\s)|\d{1,3}[.)](?=\s))\s*(?=\S)")
MINUTES = re.compile(r"^\s*[·•]\s*\d")
QUOTED = re.compile(r"^\s{0,3}>\s?")
RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")

WRAP_WIDTH = 100
"""Text broken at a fixed width is broken at 65 to 80 characters, mail and terminals' width; 100 leaves room."""

WRAPPED_SHARE = 0.5
"""A dump is broken at a fixed width when half of its lines, and no fewer, run on into the next inside one paragraph."""

BROKEN_END = re.compile(r"[,;:–—-]$|\b(?:and|or|the|a|an|of|to|in|for|with|by|at|on|that|as|from|its|his|her|their)$")


class Line(NamedTuple):
    """A line with one role. `level` is 0 for no heading; `indent` counts leading spaces."""

    text: str
    level: int = 0
    bullet: bool = False
    quoted: bool = False
    indent: int = 0


def lines_of(text: str) -> list[Line]:
    r"""Return the lines of a dump in order, blank ones left out, broken paragraphs joined.

    >>> [line.text for line in lines_of("# Title\n\nThe team comprises the minister,\n\nhis deputy and an aide.")]
    ['Title', 'The team comprises the minister, his deputy and an aide.']
    """
    stanzas = [stanza for stanza in re.split(r"\n(?:[^\S\n]*\n)+", text.expandtabs(4)) if stanza.strip()]
    wrapped = _is_wrapped(stanzas)
    lines: list[Line] = []
    for stanza in stanzas:
        rows = [row.rstrip() for row in stanza.split("\n") if row.strip() and not RULE.match(row)]
        found = _unwrapped(rows) if wrapped else [_line(row) for row in rows]
        if found and lines and _runs_on(lines[-1], found[0]):
            lines[-1] = lines[-1]._replace(text=f"{lines[-1].text} {found[0].text}")
            found = found[1:]
        lines.extend(found)
    return lines


def _line(row: str) -> Line:
    indent = len(row) - len(row.lstrip())
    heading = HEADING.match(row)
    if heading:
        return Line(heading[2].strip(), level=len(heading[1]))
    quoted = QUOTED.match(row)
    body = row[quoted.end() :] if quoted else row
    bullet = None if MINUTES.match(body) else BULLET.match(body)
    words = body[bullet.end() :] if bullet else body
    return Line(" ".join(words.split()), 0, bullet is not None, quoted is not None, indent)


def _is_wrapped(stanzas: list[str]) -> bool:
    inner = [row for stanza in stanzas for row in stanza.split("\n")[:-1] if row.strip()]
    if len(inner) < 3 or max(len(row) for stanza in stanzas for row in stanza.split("\n")) > WRAP_WIDTH:
        return False
    return sum(len(row) > WRAP_WIDTH / 2 and row.rstrip()[-1] not in '.!?:”"' for row in inner) > WRAPPED_SHARE * len(
        inner
    )


def _unwrapped(rows: list[str]) -> list[Line]:
    found: list[Line] = []
    for row in rows:
        line = _line(row)
        if found and not (line.level or line.bullet or found[-1].level):
            found[-1] = found[-1]._replace(text=f"{found[-1].text} {line.text}")
        else:
            found.append(line)
    return found


def _runs_on(before: Line, after: Line) -> bool:
    """Whether a blank line stands inside a sentence: no end before it, and a lower-case word after it."""
    if before.level or after.level or after.bullet or after.quoted != before.quoted:
        return False
    return bool(BROKEN_END.search(before.text)) and after.text[:1].islower() and len(before.text.split()) > 3
