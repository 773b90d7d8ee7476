"""Tell what is cited like a source and vouches for nothing: nobody, the outlet's "we", rumours, and what is cut off.

Reads   attributions, sentences
Gives   `is_no_source`, `runs_on`, `trimmed`, `HEARSAY`
Misses  "one" and "people", which are somebody in one text and nobody in the next
"""

import re

from twosource.check.context import Context
from twosource.check.voices.quotations import MARK, quotations
from twosource.model import Attribution, Mention, Span

HEARSAY = re.compile(
    r"^(?:[a-z]+\s+)?(?:reports|rumou?rs|speculation)"
    r"(?:\s+(?:reaching|from|in|out of|on|circulating|at|received)\b.*)?$"
    r"|^(?:many|some|most|several|all|both|one|none|few) of (?:whom|them|which|those|these|us)$"
)
"""What is reported by nobody in particular, or by some of those who were named."""

NOBODY = re.compile(r"^(?:no[ -]one|nobody|none|neither|nothing|no\s+\w+)\b", re.I)
OURS = frozenset({"we", "i"})

JUDGES = re.compile(
    r"^(?:condemn|denounc|prais|welcom|hail|deplor|mourn|lament|applaud|laud|decr(?:y|ied)|celebrat|thank|congratulat|criticiz|criticis|blast|slam)"
    r"\w*$",
    re.I,
)
"""Verbs whose object has happened whoever uses them: who condemns an attack does not tell that there was one."""

ASIDE = re.compile(
    r"\s+(?:[—–―]|--?)\s.*$|,?\s+(?:that|which)\s+(?:was|were|is|are|had|has|have)\s.*$"
    r"|,\s+(?:dated|read|issued|published|released|broadcast|posted)\b.*$",
    re.S,
)
"""What is told of a source behind a dash or a comma."""

END = re.compile(r"(?:['’]s?|\s+(?:all|both|each|also))$")


def trimmed(described: str) -> str:
    """Return a description without what is told of it behind a dash, an owner's ending and a loose "all".

    >>> trimmed("the state lawyer - its most senior"), trimmed("government's"), trimmed("the mayors all")
    ('the state lawyer', 'government', 'the mayors')
    """
    cut = ASIDE.sub("", described).strip(" ,")
    return END.sub("", cut) or described


def is_no_source(context: Context, attribution: Attribution) -> bool:
    """Return whether nobody, the outlet itself, or whoever only judges what has happened stands as a source."""
    judged = any(JUDGES.match(context.text(cue)) for cue in attribution.cue)
    if judged and not any(MARK.search(context.text(part)) for part in attribution.content):
        return True
    if not attribution.source:
        return False
    source = attribution.source[0]
    said = context.text(source)
    if NOBODY.match(said):
        return True
    return said.casefold() in OURS and not any(one.covers(source) for one in quotations(context.article.text))


def runs_on(context: Context, one: Mention[Attribution], focus: Span) -> bool:
    """Return whether a place stands in a later sentence than what somebody is told to have said by another speaker.

    In "“Lee asserted his right. The board voted.”" what Lee asserted ends with its sentence.
    """
    if one.value.form == "direct" or not one.value.cue:
        return False
    cue = one.value.cue[0]
    if context.sentence(cue).end > focus.start:
        return False
    return any(said.covers(cue) and said.covers(focus) for said in quotations(context.article.text))
