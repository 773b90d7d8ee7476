"""What a statement is about, as a question can ask it: "the bridge and the ferry", or the words with which it begins.

Reads   the clauses inside what is said
Gives   `topic_of`: words behind "What did Ann Lee say"
Misses  what a pronoun stands for; topics told by a verb alone
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from twosource.check.claims.asking import dotted
from twosource.check.claims.clause_ends import subject_of
from twosource.check.claims.deed_parts import CLAUSE
from twosource.check.claims.event_kinds import CORE
from twosource.check.claims.wording import DANGLES, MARKS, one_line, whole
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import is_plural
from twosource.model import Argument, Clause, Span, hull
from twosource.text.lexicon import words

SENTENCES = 2
"""Sentences of what is said that tell what it is about."""

SHORT_THING, BOTH = 3, 9
"""Words of a thing beside which another still stands, and of the two together at the most."""

LONG, LONGEST = 5, 9
"""Words from which a thing is cut at what is told of it, and beyond which it is none to ask by."""

FIRST, SHORT, FEWEST = 9, 12, 5
"""Words of a quotation that stand for it where it names nothing, of one that stands whole, and the fewest left."""

TELLS_OF = re.compile(
    r"\s(?!of\b)(?:to|in|on|at|from|with|by|for|between|over|against|into|than|as|about|until|after|before)\s"
)
LEADS = re.compile(
    r"^(?:(?:about|just|only|even|also|not|all|at least|at most|more than|particularly|especially|mostly|mainly)\s+)+",
    re.I,
)
OURS = re.compile(r"\b(?:my|our|your|me|us|myself|ourselves)\b", re.I)
TITLES = frozenset({"Mr", "Mrs", "Ms", "Dr", "US", "I"})
"""Words that keep their capital though a list of common words has them."""
LABEL = re.compile(r"^(.*?\w)(?:\s+as)?(?:\s+an?)?\s*(?:“|``|\"|\s(?=an?\s))")
"""Of a thing and what it is called, which stand one behind the other, the thing: "the move a “setback”"."""

QUESTION = re.compile(r"(?:what|who|whom|which|how|why|where|when|whether)\b", re.I)
OPENS = re.compile(r"^(?:(?:that|[Bb]ut|[Aa]nd|[Ss]o|[Yy]et|That(?=\s*,))\s*,?\s+)+(?=\w)")
PARTICLES = frozenset({"down", "up", "off", "out", "over", "away", "back", "again"})
ENDS_IN = re.compile(r"\s+(?:on|in|for|with|by|at|to|from|of|about)$", re.I)
POINTS = frozenset({"he", "she", "it", "they", "him", "them", "i", "we", "you", "himself", "herself", "themselves"})
BRACKETS = re.compile(r"[\[\]]")
INNER = re.compile(r"\s(?=[‘'`]\w)|\s+(?:--?|[—–_])\s+|[—–]")
"""What is no more of a thing's name: a quotation, what is put in."""

SHARE = re.compile(r"(?<=\w)\s\d[\d.,]*\s?(?:percent|per cent|%)")
NONE_OF = re.compile(r"^no\s+(?=(?:[\w’'-]+\s)*?[a-z]+s\b)", re.I)
"""What is told not to be is asked for by its name: "signs of abuse" of "no signs of abuse"."""

ONLY_COUNTS = re.compile(
    r"(?:(?:nearly|almost|about|around|roughly|over|more\sthan|up\sto)\s)?(?:[\d.,$€£%]+|an?\s(?:third|quarter|half|fifth|dozen)|one|two|three|four|five|six|seven|eight|nine|ten|dozens"
    r"|hundreds|thousands|millions|half)(?:\s(?:percent|per\scent|million|billion|thousand|hundred))?",
    re.I,
)
"""A number of what another place names."""


def topic_of(context: Context, contents: tuple[Span, ...], speaker: str, direct: bool = False) -> str:
    """Return what a question asks behind "say": "about the bridge", or the first words of what is said.

    `direct` says that the words are the speaker's own: whose "his comment" is tells nothing in them.
    """
    things = _things(context, contents, speaker, direct)
    if things:
        return f"about {' and '.join(things)}"
    texts = [context.text(content) for content in contents]
    for number, behind in enumerate(texts[1:]):
        if direct and SENTENCE.match(behind):  # the comma stands there for the tag between
            texts[number] = re.sub(r",(?=[\s”\"']*$)", ".", texts[number])
    return f": “{opening_of(' '.join(texts))}”"


SENTENCE = re.compile(r"[\s“\"'`]*[A-Z]")


def opening_of(said: str) -> str:
    """Return the first words of what is said, or all of it where that is short.

    >>> opening_of("But the lamp was out"), opening_of("We saw him as they went down to the old harbour at night")
    ('the lamp was out', 'We saw him as they went down …')
    """
    plain = OPENS.sub("", MARKS.sub("", one_line(said)).strip(" ,;:.()‘'")).split()
    if len(plain) <= SHORT:
        return " ".join(plain)
    told = plain[:FIRST]
    while len(told) > FEWEST and told[-1].lower() in DANGLES | words("stopwords") - PARTICLES:
        told.pop()
    return f"{' '.join(told).rstrip(' ,;:—–-')} …"


class Thing(NamedTuple):
    """A thing that is named in what is said: where, how a question shows it, and how well it stands for the whole.

    `core` says that it does or undergoes what is told, `full` that it can stand for the whole alone, `fair` that it is
    still better than the first words of what is said: "a gun", "the way home".
    """

    order: tuple[bool, int, bool, int]
    span: Span
    shown: str
    core: bool
    full: bool
    fair: bool
    clause: Clause | None


def _things(context: Context, contents: tuple[Span, ...], speaker: str, direct: bool) -> list[str]:
    """What the first sentences are about: who or what does it, and where that is short one more thing."""
    found = sorted(_candidates(context, contents, speaker, direct), key=lambda thing: thing.order)
    first = next((thing for thing in found if thing.full), None)
    if first is None and (called := _called(context, contents)):
        return [called]
    first = first or next((thing for thing in found if thing.fair), None)
    if first is None:
        return []
    many = " and " in first.shown or len(first.shown.split()) > SHORT_THING
    second = None if many else next((thing for thing in found if _goes_with(thing, first)), None)
    if second and (ANY_ONE.match(second.shown) or first.shown.split()[-1] == second.shown.split()[-1]):
        second = None  # "the flood and a sign of things to come"
    return (
        [thing.shown for thing in sorted((first, second), key=lambda one: one.span) if thing]
        if second
        else [first.shown]
    )


def _called(context: Context, contents: tuple[Span, ...]) -> str:
    """What the first sentence says that something is, as nothing else in it is named: "it was a sort of escape"."""
    said = one_line(context.text(contents[0])) if contents else ""
    found = IS_A.search(SENTENCE_END.split(MARKS.sub("", said), maxsplit=1)[0])
    if found is None or OURS.search(found[1]):
        return ""
    noun = found[2].lower()
    if not (is_noun(noun) or is_person(noun)) or noun in words("vague_nouns") - OF_WHAT:
        return ""
    thing = found[1] if len(found[1].split()) <= LONG + 1 else found[1].partition(" of ")[0]
    return "" if thing.split()[-1].lower() in words("vague_nouns") else thing[0].lower() + thing[1:]


OF_WHAT = frozenset({"kind", "sort", "part", "lot", "way"})
IS_A = re.compile(
    r"^(?!(?:what|if|how|who|why|when)\b).*?(?:\b(?:is|are|was|were|be|been)|['’](?:s|re))\s+"
    r"(?:\w+ly\s+|also\s+|still\s+|just\s+)?"
    r"((?:an?|the)\s+(?:[\w’'-]+\s+){0,3}?([\w’-]+)(?:\sof\s(?:(?:an?|the)\s)?[\w’'-]+(?:\s[A-Z][\w’'-]+)?)?)"
    r"(?=[,.;:!?]|\s(?:for|to|in|on|at|by|that|which|who|and|but|because|when|if)\b|$)",
    re.I,
)
"""What a sentence says that something is: the thing, and its noun."""

SENTENCE_END = re.compile(r"(?<=[.!?])\s")


def _goes_with(thing: Thing, first: Thing) -> bool:
    """Whether another thing that the same is told of makes clear with the first what that is."""
    if thing is first or not thing.full or thing.clause is None or AND_OR_NONE.search(thing.shown):
        return False
    if thing.span.overlaps(first.span) or _within(thing.shown, first.shown):
        return False
    if all(argument.span != first.span for argument in thing.clause.arguments):
        return False
    named = any(word[:1].isupper() for word in thing.shown.split())
    alone = " " not in thing.shown and not named and not is_plural(thing.shown)
    near = any(argument.span == thing.span and argument.relation in ABOUT for argument in thing.clause.arguments)
    return not alone and (thing.core or (named and near)) and len(f"{thing.shown} {first.shown}".split()) <= BOTH


ANY_ONE = re.compile(
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|most|more|few|less|fewer|only"
    r"|(?:about|around|nearly|almost|over|up to)\s\d[\d,.]*|[$€£]?\d[\d,.]*(?!\sof)"
    r"|(?:absolutely|truly|hardly|almost)\s\w+)\s",
    re.I,
)
"""How a thing begins of which only its sentence knows which it is: beside another it makes nothing clearer."""

AND_OR_NONE = re.compile(r"\sand\s|^(?:no|every|any|his|her|its|their)\s", re.I)


def _candidates(context: Context, contents: tuple[Span, ...], speaker: str, direct: bool) -> Iterator[Thing]:
    """The things that are named in the first sentences of what is said."""
    mains: dict[int, Span] = {}
    numbers: dict[int, int] = {}
    for clause, argument in _named(context, contents):
        span = argument.span if argument is not None else hull(contents)
        start = context.sentence(span).start
        number = numbers.setdefault(start, len(numbers))
        if number >= SENTENCES:
            continue
        shown = _shown(context, span, argument)
        if not shown or shown.casefold() in speaker.casefold():
            continue
        core = argument is None or argument.relation in CORE
        main = clause is not None and mains.setdefault(number, clause.span) == clause.span
        subject = argument is not None and clause is not None and subject_of(clause) == argument
        full = not _says_little(shown, argument, direct, subject)
        fair = full or (argument is not None and _says_some(shown, argument, clause))
        yield Thing((not core, number, not main, span.start), span, shown, core, full, fair, clause)


def _within(one: str, other: str) -> bool:
    """Whether one thing is named with another: "the committee" and "the name of the committee"."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _says_little(shown: str, argument: Argument | None, direct: bool, subject: bool) -> bool:
    """Whether a thing stands for nothing alone: a lone word behind a preposition, "a gun", "going there"."""
    low = shown.lower()
    if NO_SUCH.match(shown) or POINTS_ON.match(low) or (direct and OF_SOMEBODY.match(low)):
        return True
    if argument is None or subject:
        return False
    if re.fullmatch(r"an?\s[\w’'-]+", low):
        return True
    if argument.relation in CORE:
        return False
    first = low.split()[0]
    bare = " " not in shown and shown.islower()
    led = first == argument.head.lower() and shown[:1].islower()
    gerund = GERUND.match(low) is not None and not is_noun(first)
    return bare or led or gerund or argument.head.lower() in WHEN or OF_SOMEBODY.match(low) is not None


def _says_some(shown: str, argument: Argument, clause: Clause | None) -> bool:
    """Whether a thing that says little still tells what is spoken of: more than one word, or several of a kind."""
    low = shown.lower()
    if NO_SUCH.match(shown) or POINTS_ON.match(low) or OF_SOMEBODY.match(low) or GERUND.match(low):
        return False
    if argument.head.lower() in WHEN or argument.relation not in (*CORE, *ABOUT):
        return False
    light = clause is not None and clause.predicate in LIGHT
    if re.fullmatch(r"an?\s\S+", low) and (light or argument.relation not in CORE):
        return False  # "take a look"
    return is_noun(argument.head.lower().removesuffix("s")) and (" " in low or is_plural(low))


LIGHT = frozenset({"take", "make", "get", "give", "do", "go", "come", "keep", "put", "pay"})
"""Verbs that with a thing behind them are but one deed."""

ABOUT = frozenset({"of", "about", "on", "to", "for", "with", "against", "from"})
"""Relations of a thing that what is told may be about."""

NO_SUCH = re.compile(
    r"no\s\w+ing$|(?:no|any)\s(?:\w+\s)*(?:questions?|basis|reasons?|indications?|evidence|doubts?|ways?|plans?|signs?|comments?|ideas?"
    r"|choices?|options?|time|need|point|sense|words?)$|neither\s",
    re.I,
)
"""What is only said not to be."""

POINTS_ON = re.compile(r"(?:such|so\s+(?:much|many|few)|half|those|any)\b")
OF_SOMEBODY = re.compile(r"(?:his|her|their|its)\s")
GERUND = re.compile(r"(?:\w+ly\s+)?\w+ing\s")
WHEN = frozenset(
    {"eve", "wake", "aftermath", "midst", "hour", "hours", "minute", "minutes", "day", "days", "week", "weeks",
     "month", "months", "year", "years", "decade", "decades", "past", "future", "course", "process", "face", "light",
     "night", "morning", "evening", "afternoon", "weekend", "season", "age", "period", "stage", "step", "view"}
)  # fmt: skip
"""Heads that behind a preposition say when or how, and not what it is about."""


def _named(context: Context, contents: tuple[Span, ...]) -> list[tuple[Clause | None, Argument | None]]:
    """The parts of the clauses of what is said with their clause, in text order, the longest first.

    What has no clause is all one thing.
    """
    parts: dict[Span, tuple[Clause | None, Argument | None]] = {}
    for content in contents:
        for clause in within(context.mentions.clauses, content):
            for argument in clause.value.arguments:
                if argument.relation != "complement" and any(part.covers(argument.span) for part in contents):
                    parts.setdefault(argument.span, (clause.value, argument))
    found = [parts[span] for span in sorted(parts, key=lambda one: (one.start, -one.end))]
    return found or [(None, None)]


def _known(first: str, opens: bool) -> bool:
    """Whether a capital only opens a sentence: that of a noun that is known."""
    low = first.lower()
    return opens and (is_noun(low) or is_noun(low.removesuffix("s")) or is_person(low))


def _is_time(context: Context, span: Span, head: str) -> bool:
    """Whether a part of a clause only says when: "Friday", "the end of the week"."""
    times = (context.text(time.span).lower() for time in context.mentions.times if time.span.overlaps(span))
    return any(head in time for time in times)


def _shown(context: Context, span: Span, argument: Argument | None) -> str:
    """A thing as a question has it, "" where that would be no name of it."""
    head = argument.head.lower() if argument is not None else ""
    if head in words("vague_nouns") or head in words("pronouns") or _is_time(context, span, head):
        return ""
    text = context.article.text
    if "-" in (text[span.end : span.end + 1], text[max(0, span.start - 1) : span.start]):
        return ""  # a piece of a word: "co-worker"
    plain_text = one_line(context.text(span))
    called = LABEL.match(plain_text) if argument is None else None
    told = CLAUSE.split(LEADS.sub("", MARKS.sub("", BRACKETS.sub("", called[1] if called else plain_text))))[0]
    told = NONE_OF.sub("", SHARE.split(INNER.split(told)[0])[0])
    if len(told.split()) > LONG:
        told = TELLS_OF.split(told)[0]
    told = dotted(ENDS_IN.sub("", whole(told)).strip(" ‘’'`_"))
    many = len(told.split()) > LONGEST
    if OWNER.search(told) or PART_OF_ALL.match(told):
        return ""  # "his daughter’s", of which the parse lost the rest
    if not told or many or ONLY_COUNTS.fullmatch(told) or OURS.search(told) or (head and head not in told.lower()):
        return ""
    first = told.split()[0]
    if len(told) == 1 and told.islower():
        return ""  # "can’ t"
    if told == first and first.endswith("ing") and not is_noun(first.lower()):
        return ""  # "in looking at it"
    if first.lower() in LED_BY or first.lower() in POINTS or QUESTION.match(told) or told.count("(") != told.count(")"):
        return ""  # "found him guilty", "asked how much it was"
    names = within(context.mentions.names, span)
    named = any(name.span.start == span.start and name.value.form == "name" for name in names)
    opens = not named and re.search(r"(?:^|[.?!:\n]\s*|[“\"`])$", text[max(0, span.start - 3) : span.start]) is not None
    known = _known(first, opens) or (opens and "-" in first and first[1:].islower())
    proper = any(word[:1].isupper() for word in told.split()[1:2]) and first.lower() not in words("stopwords")
    plain = first not in TITLES and not proper and (first.lower() in words("stopwords") or known)
    return POINTS_AT.sub("the ", told[0].lower() + told[1:] if plain else told)


PART_OF_ALL = re.compile(
    r"\d[\d.,]*\s?(?:%|percent\b|per\scent\b)(?!\s(?:of|rise|cut|fall|drop|raise|tax|tariff|increase))", re.I
)
OWNER = re.compile(r"(?<!s)['’]s$|^(?:his|her|their|its|the)\s\w+s['’]$", re.I)
LED_BY = frozenset({"to", "based", "according", "given", "letting", "making", "knowing", "thinking"})
POINTS_AT = re.compile(r"^(?:this|these|that|those)\s(?=\w)")
