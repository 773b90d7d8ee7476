"""Find datelines: the place that a report opens with, in capitals, before the agency and a dash.

Reads   Parse.doc
Gives   token ranges of the places of datelines, in text order: two in "NAIROBI, Kenya (AP) -"
Misses  datelines in small letters without a dash
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from twosource.annotate.places_words import capital, known
from twosource.annotate.tokens import text_between
from twosource.text.gazetteer import candidates
from twosource.text.lexicon import mapping

DASHES = frozenset({"-", "–", "—", "--", "―"})
# "RIO DE JANEIRO, Brazil (Reuters) - ": so many tokens may stand between the town and the dash.
REACH = 10
SHORTEST = 4
"""Letters of a dateline without a dash: three in capitals are an office or a body ("CEO Ann Lee", "FBI Agent")."""


TOWN = r"(?:[A-Z][A-Z.'’-]+ ?){1,4}(?:, ?[A-Z][\w.'’]+(?: [\w.'’]+){0,3}){0,2} ?"
OPENING = re.compile(
    rf"{TOWN}\([^()\n]{{2,40}}\) ?(?:—|–|―|--?) ?|(?=[A-Z]{{{SHORTEST}}}){TOWN}(?:(?:—|–|―|--) ?|(?<= )- )"
)
"""The place, the day and the agency before the first sentence of a report, be the place one that no gazetteer has."""


def opening_line(doc: Doc, at: int) -> int:
    """Return the token behind the dateline that a paragraph opens with and that holds the token `at`; 0 for none."""
    start = at
    while start and at - start < LONGEST and not doc[start - 1].is_space:
        start -= 1
    if (start and not doc[start - 1].is_space) or not doc[start].text[:2].isupper():
        return 0
    line = text_between(doc, start, min(len(doc), start + LONGEST))
    found = OPENING.match(line)
    if found is None:
        return 0
    end = doc[start].idx + found.end()
    behind = next((i for i in range(start, min(len(doc), start + LONGEST)) if doc[i].idx >= end), 0)
    return behind if behind > at else 0


LONGEST = 30
"""Tokens of such a line at most."""


def datelines(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the places of each dateline: capitals, then a dash or, where the text opens, a word in small letters."""
    for token in doc:
        if not (token.is_sent_start or (token.i and doc[token.i - 1].text == ".")):
            continue
        end = _capitals(doc, token.i)
        if end == token.i or not candidates(text_between(doc, token.i, end)):
            continue
        dash = _dash(doc, end)
        opens = token.i == 0 and end < len(doc) and capital(doc[end]) and not doc[end].text.isupper()
        opens = opens and len(text_between(doc, token.i, end)) >= SHORTEST
        if dash or opens:
            yield token.i, end
            yield from _outer(doc, end, dash)


def _capitals(doc: Doc, start: int) -> int:
    """Return where the words in capitals that begin at a token end; a word of two letters alone is no town."""
    end = start
    while end < len(doc) and (_shouted(doc[end].text) or _hyphen(doc, end)):
        end += 1
    return end if end > start + 1 or (end > start and len(doc[start].text) > 2) else start


def _shouted(word: str) -> bool:
    return word.isupper() and word.replace(".", "").replace("-", "").replace("'", "").isalpha()


def _hyphen(doc: Doc, at: int) -> bool:
    """Whether a token joins two words in capitals: the hyphens of "PORT-AU-PRINCE"."""
    joins = doc[at].text == "-" and 0 < at < len(doc) - 1 and not doc[at].whitespace_ and not doc[at - 1].whitespace_
    return joins and _shouted(doc[at + 1].text)


def _dash(doc: Doc, end: int) -> int:
    """Return the index of the dash that closes a dateline, 0 when there is none near."""
    for i in range(end, min(len(doc), end + REACH)):
        if doc[i].text in DASHES and (doc[i].text != "-" or doc[i].whitespace_):
            return i
        if doc[i].text in (".", "!", "?") and doc[i - 1].text + "." not in mapping("place_abbreviations"):
            return 0
    return 0


def _outer(doc: Doc, end: int, dash: int) -> Iterator[tuple[int, int]]:
    """Yield the division or country after the town: "Kenya", "Ky.", "N.J."."""
    if not dash or end + 1 >= len(doc) or doc[end].text != ",":
        return
    for stop in range(min(dash, end + 5), end + 1, -1):
        words = text_between(doc, end + 1, stop)
        if not (capital(doc[stop - 1]) or words.endswith(".")):
            continue
        if known(words) or words in mapping("place_abbreviations") or words + "." in mapping("place_abbreviations"):
            yield end + 1, stop
            return
