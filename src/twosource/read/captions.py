"""Part a caption from its credit.

Reads   one line or paragraph
Gives   (caption, credit), the credit as printed; None when the line is no caption with a credit
Misses  credits without a mark of any kind ("Jane Roe took this picture")
"""

import re
from functools import cache

from twosource.text.lexicon import words

LABEL = (
    r"(?:photos?|pictures?|images?|photographs?|photo ?credits?|image ?credits?|credits?|illustrations?"
    r"|graphics?|screengrabs?|videos?|source|composite|pic|file)"
)
BRACKETED = re.compile(r"\s*[(\[](?P<credit>[^()\[\]]{2,200}(?:\([^()]{0,80}\)[^()\[\]]{0,100})?)[)\]]\s*\.?\s*$")
LABELLED = re.compile(rf"(?:^|\s|[.!?…”’\"'|]){{1}}\s*(?P<credit>{LABEL}\s*(?::|\bby\b|©|/|-)\s*\S.{{1,150}})$", re.I)
MARKED = re.compile(r"\s*(?P<credit>©\s?\S.{1,120})$")
VIA = re.compile(r"(?:^|[.!?…”’\"'])\s*(?P<credit>[^.!?]{2,120}?\s(?:via|/)\s[^.!?]{2,80}?)\.?$")
SLASHED = re.compile(r"(?:^|[.!?…”’\"')])\s+(?P<credit>[A-Z][^.!?/]{1,60}(?:\s?/\s?[A-Z][^.!?/]{1,60}){1,3})\.?$")
LONGEST = 700
"""Captions are a sentence or two; agency captions with their file note reach 600 characters."""


def split_credit(text: str) -> tuple[str, str] | None:
    """Return a caption and the credit at its end; the caption is "" when the line is a credit alone.

    >>> split_credit("The dam on Monday. (Photo: Ann Lee/Example Agency)")
    ('The dam on Monday.', 'Photo: Ann Lee/Example Agency')
    >>> split_credit("The dam on Monday. Ann Lee / AP")
    ('The dam on Monday.', 'Ann Lee / AP')
    >>> split_credit("The dam burst (on Monday).") is None
    True
    """
    if len(text) > LONGEST:
        return None
    for pattern, needs_agency in ((BRACKETED, True), (LABELLED, False), (MARKED, False), (VIA, True), (SLASHED, True)):
        match = pattern.search(text)
        if match and (not needs_agency or _is_credit(match["credit"])):
            return text[: match.start()].strip() + _kept(text, match), match["credit"].strip()
    return None


def _kept(text: str, match: re.Match[str]) -> str:
    """The end of the sentence that the pattern had to step on."""
    return text[match.start() : match.start("credit")].strip(" ([|")


def _is_credit(text: str) -> bool:
    """Whether the words name an agency or say that they are a credit."""
    folded = f" {re.sub(r'[^0-9a-zà-ÿ.&]+', ' ', text.casefold()).strip()} "
    return any(f" {mark} " in folded for mark in _marks())


@cache
def _marks() -> frozenset[str]:
    return words("photo_credits")
