"""Mend offices of which a finder has torn or joined the words, and leave out those that nobody is said to hold.

Reads   roles, the words around their offices and holders
Gives   `mended`: a role whose office is whole, or None where its words name another holder, or none
Misses  a body that was taken for an office; offices torn at a comma

A compound is torn at its hyphen ("the editor-in-chief" is no chief, "an Arle-based dean" no "based dean of Arle"), two
nouns that stand for two people are joined ("partner of Arle keeper Tom Webb": he is the keeper), and a title is given
to whoever stands near it.
"""

import re

import msgspec

from twosource.check.context import Context
from twosource.check.language.nouns import is_person
from twosource.model import Mention, Role, Span
from twosource.text.lexicon import words

COMPOUND = re.compile(r"(?P<left>[\w.’'&]+(?:-[\w.’'&]+)*)-$")
"""The half of a compound before the hyphen at which it was torn."""

ENDS = re.compile(r"-(?:in-chief|elect|general|designate|at-large|in-waiting)\b", re.I)
"""What goes on with an office behind a hyphen."""

MADE = re.compile(r"(?:\w+(?:ed|ing)|born|led|run|held|based|bred|built|wide|old|style|era|like)$")
"""The second half of a compound that describes a holder and is no part of the office: "prize-winning", "Arle-based"."""

PAST = re.compile(r"\b(?:former|then|interim|acting|deputy|retired)\s+$", re.I)
"""Before a compound, when it was held."""

TURNED = ("turned", "then")
"""What parts two offices of one holder, of which the second is told: "clerk-turned-mayor"."""

DOES = re.compile(r"(?:er|or|ist|man|woman)$")
"""How a noun ends that says what somebody does."""

WIDTH = 40
"""Characters before an office in which the half of a compound stands."""

WHEN = re.compile(r"^(?:day|night|week|month|year|time|moment|morning|evening)\s+(?=\w)")
"""A noun for a time that stands before an office: "the day president Ann Lee left"."""

PERFECT = re.compile(r"\b(?:has|have|had|having|been)\s+$|['’](?:ve|d)\s+$")
PARTICIPLE = re.compile(r"^[a-z]+ed\s+(?=\w)")
"""Around a verb that was taken into an office: "the club has sacked manager Tom Webb"."""

BESIDE = re.compile(r"^(?:running\s+mate|successor|predecessor|rival|opponent|colleague|teammate)s?\s+(?=\w)", re.I)
"""What somebody is to another, before the office that he holds: "her running mate senator Tom Webb"."""

SIDES = frozenset({"North", "South", "East", "West"})
"""Half the name of a land, alone."""

NICKNAME = re.compile(r"[“\"‘'`]$")
NICKNAMED = re.compile(r"[”\"’']")
"""Around a title and a name that are a nickname: "King James"."""

BY_NOW = re.compile(r"\((?:now|formerly|then|later|previously|since)\b")
"""Between what somebody was of and the name that it goes by now."""

GOVERNED = re.compile(r",\s+(?:and\s+)?(?:to|by|with|from|against|about|than|like)\s+$")
"""Between an office and a name that belongs to something else: "a founder of the league, to Ann Lee"."""

LED_IN = re.compile(r"^\W*(?:in|at|after|before|during|while|as|with|on|from|when|following)\b", re.I)
SUBJECT = re.compile(r",\s+the\s+(?:[A-Z][\w.]*\s+)?$")
GOES_ON = re.compile(r"\s+(?!(?:of|for|at|in|with|to|from|who|and|on|whose)\b)[a-z]")
"""Around an office that is the subject of the sentence behind the words that lead it in."""

IF = re.compile(r"\b(?:if|unless|whether|should)\b[^.;:]*$", re.I)
BECOMES = re.compile(r"\b(?:becomes?|be|were|wins?|elected|as)\s+(?:an?\s+|the\s+)?(?:next\s+|first\s+)?\S*\s*$", re.I)
"""Before and behind a holder of whom it is only thought that he may hold an office."""


def mended(context: Context, role: Mention[Role]) -> Mention[Role] | None:
    """Return a role with its office whole, None where nothing says that its holder holds it."""
    value = role.value
    if value.relation != "office" or not value.office or not value.holder:
        return role
    if value.holder.split()[0].casefold() == value.office.casefold() or value.of.casefold() == value.holder.casefold():
        return None  # "Prince Tom, prince"; and nobody is his own aide
    if value.office_span is not None and value.holder_span is not None and _is_anothers(context, value):
        return None
    office, of = _whole(context, value.office, value.of, value.office_span)
    if value.office_span is not None and PERFECT.search(context.article.text[: value.office_span.start][-WIDTH:]):
        office = PARTICIPLE.sub("", office)
    office = WHEN.sub("", office)
    if beside := BESIDE.match(office):
        office, of = office[beside.end() :], ""
    office = _nearest(context, office, value)
    if of and office.casefold().endswith(tail := f" of {of.casefold()}"):
        office = office[: -len(tail)]
    if of in SIDES:
        of = ""
    if not office:
        return None
    if (office, of) == (value.office, value.of):
        return role
    return Mention(msgspec.structs.replace(value, office=office, of=of), role.span, role.by)


def _is_anothers(context: Context, value: Role) -> bool:
    """Whether the words between an office and its holder, or around both, say that he does not hold it."""
    holder, office = value.holder_span, value.office_span
    if holder is None or office is None:
        return False
    text, sentence = context.article.text, context.sentence(office)
    if holder.start < office.start and context.text(sentence).rstrip("”\"' ").endswith("?"):
        return True  # "is Ann Lee a good leader?"
    if office.end <= holder.start:
        between = text[office.end : holder.start]
        quoted = NICKNAME.search(text[: office.start][-2:].rstrip()) and NICKNAMED.match(text, holder.end)
        return bool(quoted or BY_NOW.search(between) or GOVERNED.search(between))
    between = text[holder.end : office.start]
    if LED_IN.match(text, sentence.start, sentence.end) and SUBJECT.fullmatch(between):
        return GOES_ON.match(text, office.end) is not None
    return bool(IF.search(text, sentence.start, holder.start) and BECOMES.search(between))


def _whole(context: Context, office: str, of: str, place: Span | None) -> tuple[str, str]:
    """An office with what was torn from it at a hyphen, or without the half of a compound; and its body."""
    if place is None:
        return office, of
    text = context.article.text
    if ends := ENDS.match(text, place.end):
        office += ends[0]
    torn = COMPOUND.search(text[max(0, place.start - WIDTH) : place.start])
    if torn is None or torn["left"].endswith(TURNED):
        return office, of
    first, _, rest = office.partition(" ")
    left = torn["left"]
    body = "" if of and left.endswith(of.split()[-1]) else of
    if rest and MADE.match(first.casefold()) and (left[:1].isupper() or left[:1].isdigit() or "-" in left):
        return rest, body
    if left[:1].isupper() and body == of:
        return office, of
    first = context.article.text[place.start : place.start + len(first)]  # as the text has it: "Dale"
    past = PAST.search(text[max(0, place.start - WIDTH) : place.start - len(torn[0])])
    return f"{past[0].lower() if past else ''}{left}-{first}{' ' * bool(rest)}{rest}", body


def _nearest(context: Context, office: str, value: Role) -> str:
    """Of two nouns for people right before a name the second, which is its bearer: "partner of keeper Tom Webb"."""
    head, of, tail = office.rpartition(" of ")
    place, holder = value.office_span, value.holder_span
    if not of or place is None or holder is None or context.article.text[place.end : holder.start] != " ":
        return office
    last = tail.split()[-1]
    held = last.islower() and (is_person(last) or last in words("offices") or DOES.search(last) is not None)
    return last if held and head.split()[-1].islower() else office
