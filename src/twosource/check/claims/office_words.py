"""Show an office as its text has it, with whom it is held for: "White House spokesman", "dean of the Arle Law School".

Reads   roles, the words around their offices, names
Gives   `in_words`: an office to show; `is_held`: whether the words say that somebody holds it, and alone;
        `is_commonplace`: whether it is one that everybody knows
Misses  a body that is told in another sentence; a title whose small words are names ("Mount Royal mayor" is kept)
"""

import re

from twosource.check.context import Context, within
from twosource.check.voices.chains import SPEAKS
from twosource.model import Claim, Mention, Role, Span
from twosource.text.countries import nationality
from twosource.text.lexicon import marked, words

SHORT_TITLES = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "lt.": "lieutenant"}
"""Offices that a text shortens before their holder's name."""

STYLES = frozenset({"representative", "senator", "governor", "congressman", "congresswoman", "delegate"})
"""Titles that stand between another office and its holder's name: "vice presidential nominee Gov. Ann Lee"."""

NTH = re.compile(r"(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))\s+", re.I)
"""Before an office how many held it so far, which says nothing without since when: "the sixth mayor in a year"."""

OF_WHAT = frozenset(
    {"founder", "co-founder", "cofounder", "partner", "business partner", "owner", "co-owner", "ally", "aide"}
)
"""What nobody is but of something: of whom it is not told what of, nothing is told."""

JOINED = re.compile(r"^then-|^turned-", re.I)
"""What a text joins to an office with a hyphen: "then-Secretary of State"."""

WORD = r"[A-Z][\w.&’'-]*"
RUN = rf"{WORD}(?:\s+(?:(?:of|for|to|&)\s+(?:the\s+)?)?{WORD})*"
ON = rf"(?:-\w+)?(?:\s+(?:(?:of|for|to|&)\s+(?:the\s+)?)?{WORD})*"
AND = rf"(?:\s+and\s+{RUN})?"
AT = rf"(?:\s+(?:at|in)\s+(?:the\s+)?{RUN})?"
BEHIND = r"\s+(?P<prep>of|for|at|in|with|to|from)\s+(?P<the>the\s+)?"
"""Behind an office, the body that it is held for, to the end of its name."""

STOP = re.compile(r"(?<=[a-z]{3})\.$|['’]s$")
"""What a sentence adds to a name that ends it."""

OF_ANOTHER = re.compile(r"\b(?:and|or)\s+(?:an?\s+|the\s+)?(?:[a-z-]+\s+)*$")
"""Between a body and an office that another one parts from it: "the head of the Guild and shop owner Ann Lee"."""

LIKELY = re.compile(
    r"\b(?:to|would|could|will|might|may|should|must|cannot|can|not|never|if|elect(?:ed)?)\b[^.;:]*"
    r"\b(?:be|become|becoming|elect(?:ed)?|as)\s+(?:an?\s+|the\s+|our\s+|your\s+|next\s+|a\s+good\s+)*$",
    re.I,
)
"""Between a name and an office that nobody says is held: "cannot allow Ann Lee to become president"."""

PARTIES = frozenset(
    {"Republican", "Democratic", "Democrat", "GOP", "Libertarian", "Conservative", "Labour", "Labor", "Liberal", "Tory",
     "Green", "Reform", "Socialist", "Communist", "Independent"}
)  # fmt: skip
"""Words before an office that say of which party somebody is, and are no body to be "of"."""


def is_held(context: Context, role: Role) -> bool:
    """Return whether an office is told of one person as theirs: no "ministers", no "quoted official", no wish."""
    told = OF.split(role.office, maxsplit=1)[0].split()
    if not told or told[0].casefold() == "other" or _is_plural(told[-1]):
        return False
    if any(SPEAKS.match(word) and word.endswith(("ed", "id", "told", "wrote")) for word in told[:-1]):
        return False
    holder, office = role.holder_span, role.office_span
    if holder is None or office is None or office.start < holder.end:
        return True
    if APPOSED.fullmatch(context.text(Span(holder.end, office.start))) and ANOTHER.match(
        context.article.text, office.end
    ):
        return False  # "after a meeting with Ann Lee, the Norby mayor said"
    return LIKELY.search(context.text(Span(holder.end, office.start))) is None


APPOSED = re.compile(r",\s+the\s+(?:[A-Z][\w.]*\s+)*")
ANOTHER = re.compile(r"\s+(?:said|says|told|wrote|added|warned|insisted|claimed|announced|replied|posted)\b")
"""Between a name and an office, and behind the office without a comma: whoever holds it is somebody else."""


OF = re.compile(r"\s(?:of|for)\s")


def _is_plural(noun: str) -> bool:
    """Whether the last word of an office is of several who hold it: "foreign ministers"."""
    low = noun.casefold()
    return low.endswith("s") and low not in words("offices") and low.removesuffix("s") in words("offices")


def is_commonplace(claim: Claim) -> bool:
    """Return whether a claim gives somebody such an office and does not say of what: "President Ann Lee"."""
    held = claim.measure.removeprefix("office: ")
    famous = {held.casefold(), claim.asked.casefold()} <= marked("known_offices", "famous")
    return claim.kind == "role" and not claim.subject and famous


def spelled_out(office: str) -> str:
    """Return an office as it is called: "Sen." before a name is the senator, who is "nominee Gov." is the nominee.

    >>> spelled_out("Sen."), spelled_out("vice presidential nominee Gov."), spelled_out("then-secretary of state")
    ('senator', 'vice presidential nominee', 'then secretary of state')
    """
    told = [SHORT_TITLES.get(word.casefold(), word) for word in NTH.sub("", office, count=1).split()]
    if len(told) > 1 and told[-1].casefold() in STYLES and told[-2].casefold() in words("offices"):
        told.pop()
    plain = " ".join(told)
    joined = JOINED.match(plain)
    if joined is None:
        return plain
    rest = plain[joined.end() :]
    return f"then {rest[:1].lower()}{rest[1:]}" if joined[0].casefold() == "then-" else rest


def in_words(context: Context, role: Mention[Role]) -> tuple[str, str]:
    """Return an office in the words of its text, and the body it is held for, "" where none is told beside it."""
    value = role.value
    office, of = spelled_out(value.office), value.of
    place = value.office_span
    if place is None:
        return _far(context, role, office, of)
    lead, past = _before(context, place, value.holder_span), ""
    if lead and (moved := MOVED.match(office)) and not MOVED.match(context.text(place)):
        past, office = moved[0], office[moved.end() :]  # "former Lee aide": the name has parted the two
    if lead and not past and (gone := PAST.search(context.article.text[: place.start].rstrip().removesuffix(lead))):
        past = f"{gone[1].lower()} "
    if lead and nationality(lead):
        country = LEADS.search(office) and of
        return (f"{past}{office} of {of}" if country else f"{past}{lead} {office}"), of
    if lead:
        return f"{past}{lead} {office}", of or lead
    behind = _behind(context, place, of)
    return (f"{office} {behind[0]}", behind[1]) if behind else _far(context, role, office, of)


MOVED = re.compile(r"(?:former|interim|acting|then|incoming|outgoing|late)\s+", re.I)
"""What a finder puts before an office though a name stands between: "former Lee aide"."""

PAST = re.compile(r"\b(former|late|ex|interim|acting|incoming|outgoing)[\s-]+$", re.I)
"""Before the name of a body before an office."""

LEADS = re.compile(
    r"\b(?:president|minister|premier|chancellor|king|queen|leader|ambassador|secretary|head|chief)$", re.I
)
"""Offices that are held of a country, which its people's adjective stands for: "German chancellor"."""


def _behind(context: Context, place: Span, of: str) -> tuple[str, str] | None:
    """What stands behind an office, with its preposition and without it; None when that is no name or not `of`."""
    if not of:
        return None
    text, end = context.article.text, context.sentence(place).end
    found = re.compile(rf"{BEHIND}(?P<body>{re.escape(of)}{ON})").match(text, place.end, end)
    found = found or re.compile(rf"{BEHIND}(?P<body>(?=[^,;:]*{re.escape(of)}){RUN}{AND}{AT})").match(
        text, place.end, end
    )
    if found is None or of not in found["body"]:
        return None
    whole = " ".join(STOP.sub("", found["body"]).split())
    return f"{found['prep']} {'the ' if found['the'] else ''}{whole}", whole


def _before(context: Context, place: Span, holder: Span | None) -> str:
    """The name or the party right before an office: "Lee" of "Lee spokesman Tom Webb", "" when none."""
    text, sentence = context.article.text, context.sentence(place)
    near = Span(max(sentence.start, place.start - WIDTH), place.start)
    for name in reversed(within(context.mentions.names, near)):
        if name.value.form == "name" and text[name.span.end : place.start] == " " and name.span != holder:
            small = context.text(place)[:1].islower()
            first = HYPHENED.search(text, near.start, name.span.start) or OF_BODY.search(
                text, near.start, name.span.start
            )
            whole = f"{first[0] if first else ''}{context.text(name.span)}"
            return whole if name.value.kind != "person" or small else ""
    word = text[sentence.start : place.start].rstrip(" ").rpartition(" ")[2]
    return word if word in PARTIES and text[place.start - 1] == " " else ""


OF_BODY = re.compile(r"\b(?:Bank|Board|Church|University|House|Court|Department|Ministry|City|Republic)\s+of\s+$")
"""The first part of a body's name of which only the end was read: "Bank of" before "Norby"."""

HYPHENED = re.compile(r"\b[A-Z]\w+-$")
"""The first half of a name that was parted at its hyphen: "Arle-" before "Norby police chief"."""

WIDTH = 60
"""Characters before an office that hold the name of its body."""


def _far(context: Context, role: Mention[Role], office: str, of: str) -> tuple[str, str]:
    """An office with its body "of" it, where the sentence names that and no other office stands between."""
    sentence = context.text(context.sentence(role.span))
    if not of or of.split()[-1] not in sentence or not of[:1].isupper():
        return office, of
    if of in PARTIES:
        return f"{of} {office}", of
    place = role.value.office_span
    at = context.article.text.rfind(of, context.sentence(role.span).start, place.start) if place is not None else -1
    if place is not None and at >= 0 and OF_ANOTHER.search(context.text(Span(at + len(of), place.start))):
        return office, ""
    return f"{office} of {of}", of
