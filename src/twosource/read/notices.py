"""Tell what a page says about its own article: where it first appeared, who contributed, that it is developing.

Reads   one paragraph
Gives   a Notice with the outlets or people it names, or None
Misses  notices in other languages; a notice in the middle of a long paragraph
"""

import re

from twosource.model import Notice, NoticeKind
from twosource.text.calendar import MONTH, WEEKDAY

LONGEST = 420
"""A notice is short; corrections, the longest kind, seldom pass three sentences."""

WORK = r"(?:article|story|post|piece|report|essay|column|content|dispatch|analysis|interview|version|page)"
NAME = r"(?P<names>[A-Z0-9“‘\"'][^.;]*?)"
STOP = (
    r"(?=\s*(?:$|[.;!]|,? (?:and|which|where|under|with|as part|via|on|in) (?:has|is|was|permission|a |the "
    rf"|{MONTH}|\d)|\s\())"
)
PEOPLE = r"(?P<names>[A-Z][^;:|]*?)"

# (kind, pattern): the first that matches decides. `names` is the group that holds those named.
PATTERNS: tuple[tuple[NoticeKind, re.Pattern[str]], ...] = (
    ("syndicated", re.compile(
        rf"^(?:editor.s note: )?(?:this|the|a version of this) {WORK} (?:(?:was|has been|is) )?(?:first"
        rf"|originally|also|re)?-?\s?"
        rf"(?:appeared|published|posted|produced|republished|reprinted|provided|distributed|written|syndicated|shared)"
        rf"(?: here)?(?: with permission)? (?:on|in|at|by|from|with)(?: the website of)? {NAME}{STOP}", re.I)),
    ("syndicated", re.compile(
        rf"^(?:originally|first) (?:published|appeared|posted) (?:on|in|at|by) {NAME}{STOP}", re.I)),
    ("syndicated", re.compile(
        rf"^(?:re)?(?:published|printed|posted) (?:here )?(?:with|by) (?:the )?(?:kind )?permission (?:of"
        rf"|from) {NAME}{STOP}", re.I)),
    ("agency", re.compile(
        r"^(?:\(?c\)|©|copyright)[\s©]*(?:\(c\)\s*)?(?:\d{4}(?:[-–]\d{2,4})?)?,?\s*(?P<names>[A-Z][\w .,&'’-]{1,60}?)"
        r"(?=[.,]?\s*(?:$|all rights|\|))", re.I)),
    ("agency", re.compile(
        rf"^(?:this|the) {WORK} (?:has been|was|is) (?:published|generated|created"
        rf"|auto-?generated) from (?:an? )?(?P<names>.{{0,60}}?)"
        r"(?:agency|wire|syndicated|news) ?feed", re.I)),
    ("contributed", re.compile(
        r"^[\[(]?(?:additional |further |with |extra )*(?:reporting|writing|research)(?: (?:contributed"
        r"|assistance|and \w+))?"
        r"(?: (?:for \S+ )?(?:by|from)):?\s+" + PEOPLE + r"(?:[\])]|$|;|\.$)", re.I)),
    ("contributed", re.compile(r"^[—–\-\s]*\(?with (?:files|reporting|additional reporting"
                               r"|contributions) (?:from|by) " + PEOPLE + r"[.)]*$", re.I)),
    ("contributed", re.compile(
        rf"^{PEOPLE} (?:also )?contributed (?:(?:additional |to the )?(?:reporting|research)\b|to this {WORK}"
        rf"|from [A-Z])", 0)),
    ("contributed", re.compile(r"^" + PEOPLE + r"(?:,? of [A-Z][\w ]{2,30},?)? reported from [A-Z][\w"
                                               r" ,.’'-]{2,60}?(?:[.;]|, (?:and|with) .{0,200}|\band .{0,200})$", 0)),
    ("contributed", re.compile(r"^\W?(?:reporting|writing|writing and reporting|reporting and writing|editing"
                               r"|compiled|edited|written|translation|produced) by:? "
                               + PEOPLE + r"(?:;.{0,200})?[.\])]*$", re.I)),
    ("correction", re.compile(r"^(?:correction|clarification|correction and clarification"
                              r"|update and correction)s?\b.{0,30}?[:.—–-]", re.I)),
    ("correction", re.compile(
        rf"^(?:an|the|a|this) (?:earlier|previous|original|prior) (?:version|headline|edition) (?:of|on"
        rf"|for) (?:this|the) |^this {WORK} "
        r"(?:has been|was) (?:corrected|amended|clarified)|^this is a corrected version", re.I)),
    ("other", re.compile(r"^(?:editor|publisher)(?:ial|.s|s.)? note\s?[:.—–-]", re.I)),
    ("developing", re.compile(
        r"^(?:this|the) (?:is |remains )?(?:a |an )?(?:developing|breaking)(?: news)?(?: news)? ?(?:story"
        r"|article|event)?|^(?:the )?(?:developing|breaking)"
        r"(?: news)?(?: story)?(?:[.:,]|$).{0,80}(?:updat|follow|refresh|check back|details)"
        r"|^more (?:to (?:follow|come)|details (?:soon|to follow))"
        r"|^(?:please )?check back (?:here )?(?:soon |later )?for (?:more |further )?(?:updates|information|details)"
        r"|^this (?:breaking )?(?:news )?(?:story|article|page) (?:is being|will be|continues to be) updated"
        r"|^follow (?:here )?for (?:live )?updates", re.I)),
    ("updated", re.compile(
        rf"^(?:this|the) (?:{WORK}|headline) (?:has been|was) (?:last |further )?updated"
        rf"|^(?:last |recently )?updated?\s?(?::|(?:on|at)\b)?\s*(?:\d|this (?:article|story)|{WEEKDAY}\b"
        r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d)",
        re.I)),
)  # fmt: skip

HINT = re.compile(
    r"appear|publish|posted|print|provided|produced|distributed|written|syndicat|permission|©|\(c\)|copyright"
    r"|feed|reporting|reported from"
    r"|writing|research|edit|compil|translat|with files|contribut|correct|clarif|version|amend|developing"
    r"|breaking|more to|more details"
    r"|check back|updat|for live|note|first|originally",
    re.I,
)
"""One of these stands in every notice: most paragraphs are let through by this one look."""

UPDATED_TOO = re.compile(r"\b(?:has|have) (?:since )?been updated\b|\bupdated (?:with|to)\b", re.I)
AND = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s+&\s+|;\s*")
TAIL = re.compile(r"\s+(?:in|from|at)\s+(?:[A-Z][\w.’'-]*[, ]*)+$")
OFFICE = re.compile(
    r"^.*\b(?:writers?|reporters?|correspondents?|journalists?|editors?|producers?|staffers?)\s+(?=[A-Z])"
)
OF = re.compile(r"\s+of\s+|,\s+of\s+")


def notice_of(text: str) -> Notice | None:
    """Return what the paragraph says about its own article, None when it is part of the story.

    >>> notice_of("This article originally appeared on The Daily Example and has been updated.")
    Notice(kind='syndicated', text='This article originally appeared on The Daily Example and has been updated.', \
names=('The Daily Example',), span=None)
    >>> notice_of("Ann Lee and Bo Diaz contributed to this report.").names
    ('Ann Lee', 'Bo Diaz')
    >>> notice_of("The dam burst on Monday.") is None
    True
    """
    bare = text.strip().strip("*_ ")
    if not bare or len(bare) > LONGEST or not HINT.search(bare):
        return None
    for kind, pattern in PATTERNS:
        match = pattern.search(bare)
        if match:
            names = names_in(match["names"]) if "names" in pattern.groupindex else ()
            if kind == "syndicated" and not names:
                continue
            return Notice(kind, text, names)
    return None


def notices_of(text: str) -> tuple[Notice, ...]:
    """Return the paragraph's notice, and a second one when the same words also say that it has been updated."""
    first = notice_of(text)
    if first is None:
        return ()
    if first.kind != "updated" and UPDATED_TOO.search(text):
        return (first, Notice("updated", text))
    return (first,)


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a list of them: "Ann Lee, Bo Diaz in Minsk and Cy Roe" gives three.

    >>> names_in("Ann Lee, Bo Diaz in Minsk and Cy Roe")
    ('Ann Lee', 'Bo Diaz', 'Cy Roe')
    """
    found = []
    for part in AND.split(text.strip(" .,;:()[]")):
        name = TAIL.sub("", part).strip(" .,;:()[]\"“”'")
        name = OFFICE.sub("", OF.split(name)[0])
        if name and name[0].isupper() and len(name.split()) <= 6:
            found.append(name)
    return tuple(dict.fromkeys(found))
