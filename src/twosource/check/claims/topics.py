"""What a statement is about, as a question can ask it: "the bridge and the ferry", or the words with which it begins.

Reads   the clauses inside what is said
Gives   `topic_of`: words behind "What did Ann Lee say"
Misses  what a pronoun stands for; topics told by a verb alone
"""

import re

from twosource.check.claims.deeds import CLAUSE
from twosource.check.claims.wording import MARKS, one_line, whole
from twosource.check.context import Context, within
from twosource.check.language.nouns import is_noun, is_person
from twosource.check.language.plurals import is_plural
from twosource.model import Argument, Span, hull
from twosource.text.lexicon import words

MOST = 2
"""Things that a question holds."""

LONG, LONGEST = 5, 9
"""Words from which a thing is cut at what is told of it, and beyond which it is none to ask by."""

FIRST = 8
"""Words of a quotation that stand for it where it names nothing."""

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
THAT = re.compile(r"^that\s+")
ENDS_IN = re.compile(r"\s+(?:on|in|for|with|by|at|to|from|of|about)$", re.I)
POINTS = frozenset({"he", "she", "it", "they", "him", "them", "i", "we", "you", "himself", "herself", "themselves"})
BRACKETS = re.compile(r"[\[\]]")
VAGUE = frozenset(
    {"lot", "thing", "way", "time", "one", "part", "kind", "sort", "fact", "case", "something", "anything", "nothing",
     "everything", "someone", "somebody", "anyone", "anybody", "nobody", "everyone", "everybody", "other", "others",
     "end", "beginning", "start", "moment", "point", "thought", "idea", "matter", "place", "what", "which", "who",
     "whom", "that", "both", "there", "such", "many", "some", "most", "day", "bit", "course", "example",
     "yeah", "okay", "oh", "sir", "god", "much", "little", "all", "sense", "itself", "yourself", "ourselves",
     "himself", "herself", "themselves", "arms", "row", "rest", "top", "sake", "behalf", "addition", "connection",
     "exchange", "return", "front"}
)  # fmt: skip
"""Heads that name nothing by which a statement could be known."""


def topic_of(context: Context, contents: tuple[Span, ...], speaker: str) -> str:
    """Return what a question asks behind "say": "about the bridge", or the first words of what is said."""
    things = _things(context, contents, speaker)
    if things:
        return f"about {' and '.join(things)}"
    said = one_line(" ".join(context.text(content) for content in contents))
    plain = THAT.sub("", MARKS.sub("", said).strip(" ,;:.")).split()
    return f": “{' '.join(plain[:FIRST])}{' …' if len(plain) > FIRST else ''}”"


def _things(context: Context, contents: tuple[Span, ...], speaker: str) -> list[str]:
    """The first things that are named in what is said, each once and in its order; what says little if no other is.

    A word that stands alone behind a preposition is mostly part of a phrase ("in addition", "in connection with"), and
    what there is none of is no thing.
    """
    picked: list[tuple[Span, str]] = []
    little: list[tuple[Span, str]] = []
    for span, argument in _named(context, contents):
        shown = _shown(context, span, argument)
        known = any(span.overlaps(other) or _within(shown, told) for other, told in picked)
        if not shown or known or shown.casefold() in speaker.casefold():
            continue
        (little if _says_little(shown, argument) else picked).append((span, shown))
        if len(picked) == MOST:
            break
    return [shown for _, shown in picked or little[:1]]


def _within(one: str, other: str) -> bool:
    """Whether one thing is named with another: "the committee" and "the name of the committee"."""
    first, second = one.casefold(), other.casefold()
    return first in second or second in first


def _says_little(shown: str, argument: Argument | None) -> bool:
    if NO_SUCH.match(shown) or shown.lower().startswith("neither "):
        return True
    bare = " " not in shown and shown.islower() and not is_plural(shown)
    return bare and argument is not None and argument.relation not in ("subject", "object", "agent")


NO_SUCH = re.compile(
    r"(?:no|any)\s(?:\w+\s)*(?:questions?|basis|reasons?|indications?|evidence|doubts?|ways?|plans?|signs?|comments?|ideas?"
    r"|choices?|options?|time|need|point|sense|words?)$",
    re.I,
)
"""What is only said not to be."""


def _named(context: Context, contents: tuple[Span, ...]) -> list[tuple[Span, Argument | None]]:
    """The parts of the clauses of what is said in text order, the longest first; all of it where it has no clause."""
    parts = {
        argument.span: argument
        for content in contents
        for clause in within(context.mentions.clauses, content)
        for argument in clause.value.arguments
        if argument.relation != "complement" and content.covers(argument.span)
    }
    found: list[tuple[Span, Argument | None]] = sorted(parts.items(), key=lambda one: (one[0].start, -one[0].end))
    return found or [(hull(contents), None)]


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
    if head in VAGUE or head in words("pronouns") or _is_time(context, span, head):
        return ""
    text = context.article.text
    if "-" in (text[span.end : span.end + 1], text[max(0, span.start - 1) : span.start]):
        return ""  # a piece of a word: "co-worker"
    plain_text = one_line(context.text(span))
    called = LABEL.match(plain_text) if argument is None else None
    told = CLAUSE.split(LEADS.sub("", MARKS.sub("", BRACKETS.sub("", called[1] if called else plain_text))))[0]
    if len(told.split()) > LONG:
        told = TELLS_OF.split(told)[0]
    told = ENDS_IN.sub("", whole(told)).strip(" ‘’'`_")
    many = len(told.split()) > LONGEST
    if not told or many or OURS.search(told) or (head and head not in told.lower()):
        return ""
    first = told.split()[0]
    if len(told) == 1 and told.islower():
        return ""  # "can’ t"
    if told == first and first.endswith("ing") and not is_noun(first.lower()):
        return ""  # "in looking at it"
    if first.lower() in POINTS or QUESTION.match(told) or told.count("(") != told.count(")"):
        return ""  # "found him guilty", "asked how much it was"
    names = within(context.mentions.names, span)
    named = any(name.span.start == span.start and name.value.form == "name" for name in names)
    opens = not named and re.search(r"(?:^|[.?!:\n]\s*|[“\"`])$", text[max(0, span.start - 3) : span.start]) is not None
    plain = first not in TITLES and (first.lower() in words("stopwords") or _known(first, opens))
    return told[0].lower() + told[1:] if plain else told
